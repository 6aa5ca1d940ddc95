//! Which spellings sound alike? Who misses two letters of a word has mostly written it as it sounds: "kriminaliteid", "beleidsiclus". Two other letters
//! make another word: "vervolging" and "vervalsing".

/// Letters that words share which sound alike in Dutch or English: doubled letters count once, and `c k q`, `s z`, `f v`, `d t`, `i y ij ei` are the
/// same.
///
/// ```text
/// kriminaliteid, criminaliteit   kriminalitit
/// oplijding, opleiding           opliting
/// ```
pub(super) fn sound(word: &str) -> Vec<u8> {
    let mut sound = Vec::with_capacity(word.len());
    for letter in word.bytes() {
        let same = match letter {
            b'c' | b'q' => b'k',
            b'z' => b's',
            b'v' => b'f',
            b'd' => b't',
            b'y' => b'i',
            other => other,
        };
        match (sound.last(), same) {
            (Some(before), _) if *before == same => continue,
            (Some(b'i'), b'j') => continue,
            (Some(b'e'), b'i') => {
                sound.pop();
            }
            _ => {}
        }
        sound.push(same);
    }
    sound
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alike() {
        for [one, other] in [
            ["kriminaliteid", "criminaliteit"],
            ["oplijding", "opleiding"],
            ["synthetize", "synthetise"],
            ["valsmunterei", "valsmunterij"],
            ["koruptie", "corruptie"],
        ] {
            assert_eq!(sound(one), sound(other));
        }
        for [one, other] in
            [["vervolging", "vervalsing"], ["toelichting", "oplichting"], ["sancties", "acties"], ["market", "parket"]]
        {
            assert_ne!(sound(one), sound(other));
        }
        assert_eq!([sound("kriminaliteid"), sound("oplijding")], [&b"kriminalitit"[..], b"opliting"]);
    }
}

//! What can a mistyped word be meant to be? Who gets two letters of a word wrong has usually written it as it sounds: "kriminaliteid", "beleidsiclus". Two other letters
//! make another word: "vervolging" and "vervalsing".

/// Fewest letters of a word that may be mistyped; a letter that is not ASCII counts as its bytes, here and below.
pub const MIN_MISTYPED: usize = 4;
/// Fewest letters of a mistyped word that can be the beginning of a longer one: too many words begin like a shorter one.
pub const MIN_MISTYPED_BEGINNING: usize = 5;
/// Fewest letters of a word that two edits may be away from what is meant.
pub const MIN_MISTYPED_TWICE: usize = 8;
/// Fewest letters of a word whose first letter may be missing, or swapped with the second.
const MIN_SLIPPED: usize = 6;

/// The letters of a word as they sound in Dutch or English, so that words which sound alike are equal: doubled letters count once, and `c k q`, `s z`, `f v`, `d t`, `i y ij ei` are the
/// same.
///
/// ```text
/// kriminaliteid, criminaliteit   kriminalitit
/// oplijding, opleiding           opliting
/// ```
///
/// ```
/// use empact_priorities::analysis::sound;
///
/// assert_eq!(sound("kriminaliteid"), sound("criminaliteit"));
/// ```
pub fn sound(word: &str) -> Vec<u8> {
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

/// Whether somebody who types `word` could mean a `known` one, `distance` edits away; `only_begins_so`: or one that only begins so. Both folded.
///
/// ```
/// use empact_priorities::analysis::could_be;
///
/// assert!(could_be("fraude", "fruade", 1, false) && could_be("criminaliteit", "kriminaliteid", 2, false));
/// assert!(!could_be("vervalsing", "vervolging", 2, false));
/// ```
///
/// Few mistype the first letter: they miss it, or swap it with the second one, or take one that sounds like it. Two edits make another word, unless one of
/// them leaves the sound as it is.
pub fn could_be(known: &str, word: &str, distance: u8, only_begins_so: bool) -> bool {
    let (known_sound, typed) = (sound(known), sound(word));
    let begins_alike = known_sound.first() == typed.first();
    if only_begins_so {
        // Of a few letters only those that sound like a beginning are one.
        return distance < 2
            && begins_alike
            && (word.len() > MIN_MISTYPED_BEGINNING || known_sound.starts_with(&typed));
    }
    let is_slip = || word.len() >= MIN_SLIPPED && known.as_bytes().get(1) != word.as_bytes().get(1);
    if distance > 1 {
        return begins_alike && is_one_edit(&known_sound, &typed);
    }
    // With another letter, four letters are mostly another word: "lang" and "land". Swapped ones are the same letters.
    let differ = known.bytes().chain(word.bytes()).fold(0, |all, letter| all ^ letter) != 0;
    if word.len() == 4 && known.len() == 4 && differ {
        return known_sound == typed;
    }
    begins_alike || is_slip()
}

/// Whether one edit at most turns one text into the other, as [`crate::dictionary`] counts them.
fn is_one_edit(mut one: &[u8], mut other: &[u8]) -> bool {
    while let (Some((letter, rest)), Some((same, others))) = (one.split_first(), other.split_first())
        && letter == same
    {
        (one, other) = (rest, others);
    }
    while let (Some((letter, rest)), Some((same, others))) = (one.split_last(), other.split_last())
        && letter == same
    {
        (one, other) = (rest, others);
    }
    match (one, other) {
        ([] | [_], [] | [_]) => true,
        ([first, second], [third, fourth]) => first == fourth && second == third,
        _ => false,
    }
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

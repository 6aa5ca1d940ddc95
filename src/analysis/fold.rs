//! Step 2: which letters count as the same?
//!
//! Upper and lower case, letters with and without diacritics, ligatures and their parts. The table holds the
//! base letters, in lower case, of the Latin blocks of the Unicode Character Database, version 14.0 (`UnicodeData.txt`: the
//! compatibility decompositions without their combining marks), plus the letters that Unicode does not decompose (ø, đ, ł, ı ...).

use std::ops::Range;

/// Base letters, in lower case, of U+00C0 to U+024F; `.` stands for "none".
const LATIN: &[u8] = b"\
aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllll.\
.llnnnnnn.nnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
b......cc........ff.....kkl...n.oo..pp.....ttt.uu..yyzz.........\
.............aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa..oo\
aaaaeeeeiiiioooorrrruuuusstt..hhnd..zzaaeeooooooooyylntj...ccl.s\
z..b..eejjqqrryy";
/// The code point of the first letter of [`LATIN`].
const LATIN_FIRST: u32 = 0x00C0;

/// Base letters, in lower case, of U+1E00 to U+1EFF.
const LATIN_ADDITIONAL: &[u8] = b"\
aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
wwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";
/// The code point of the first letter of [`LATIN_ADDITIONAL`].
const LATIN_ADDITIONAL_FIRST: u32 = 0x1E00;

/// A mark that belongs to the letter before it, as in the decomposed form of "é".
pub(super) const fn is_combining(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

/// An invisible character that does not end a word: soft hyphen, zero-width (non-)joiner, word joiner.
pub(super) const fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200C}' | '\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// The forms in which people and word processors write an apostrophe. U+02BC is a letter for Unicode; not here.
pub(super) const fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '\u{2019}' | '\u{2018}' | '\u{2BC}' | '\u{2BB}' | '\u{2032}' | '\u{B4}' | '\u{FF07}')
}

/// The small letter of a capital of the most common blocks; every other character itself. (Tables for all of Unicode would take 5 kB.)
pub(super) fn small(character: char) -> char {
    match character {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ϋ' | 'А'..='Я' => {
            char::from_u32(u32::from(character) + 0x20).unwrap_or(character)
        }
        _ => character,
    }
}

/// Appends what `character` folds to: one letter or digit, several for a ligature, nothing for everything else (combining marks,
/// apostrophes, hyphens, invisible characters).
pub(super) fn push_folded(character: char, out: &mut String) {
    if character.is_ascii_alphanumeric() {
        out.push(character.to_ascii_lowercase());
        return;
    }
    if !character.is_alphanumeric() || is_combining(character) || is_apostrophe(character) {
        return;
    }
    let several = match character {
        'ß' | 'ẞ' => "ss",
        'æ' | 'ǣ' | 'ǽ' | 'Æ' | 'Ǣ' | 'Ǽ' => "ae",
        'œ' | 'Œ' => "oe",
        'ĳ' | 'Ĳ' => "ij",
        'þ' | 'Þ' => "th",
        'ǆ' | 'ǅ' | 'Ǆ' | 'ǳ' | 'ǲ' | 'Ǳ' => "dz",
        'ǉ' | 'ǈ' | 'Ǉ' => "lj",
        'ǌ' | 'ǋ' | 'Ǌ' => "nj",
        'ŉ' => "n",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        'ς' => "σ",
        _ => {
            out.push(base(character));
            return;
        }
    };
    out.push_str(several);
}

/// The base of a letter or of a digit, in lower case; for all others the letter in lower case.
///
/// Lower case for the scripts of the EU's official languages: Latin, Greek and Cyrillic. The full table of Unicode would cost the
/// browser 4 kB for scripts that no such text is written in.
fn base(character: char) -> char {
    let code = u32::from(character);
    let from = |table: &[u8], first: u32| {
        let index = usize::try_from(code.checked_sub(first)?).ok()?;
        table.get(index).filter(|&&letter| letter != b'.').map(|&letter| char::from(letter))
    };
    let shifted = |by: u32| char::from_u32(code.wrapping_add(by));
    let digit = |first: char| char::from_u32(u32::from('0') + code.saturating_sub(u32::from(first)));
    let found = match character {
        '¹' => Some('1'),
        '²' => Some('2'),
        '³' => Some('3'),
        '⁰' | '⁴'..='⁹' => digit('⁰'),
        '₀'..='₉' => digit('₀'),
        '０'..='９' => digit('０'),
        'ａ'..='ｚ' => char::from_u32(u32::from('a') + code.saturating_sub(u32::from('ａ'))),
        'Ａ'..='Ｚ' => char::from_u32(u32::from('a') + code.saturating_sub(u32::from('Ａ'))),
        'Ŀ' | 'ŀ' => Some('l'),
        'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => shifted(32),
        'Ά' => Some('ά'),
        'Έ'..='Ί' => shifted(37),
        'Ό' => Some('ό'),
        'Ύ' | 'Ώ' => shifted(63),
        'Ѐ'..='Џ' => shifted(80),
        _ => from(LATIN, LATIN_FIRST).or_else(|| from(LATIN_ADDITIONAL, LATIN_ADDITIONAL_FIRST)),
    };
    let small = found.unwrap_or(character);
    if small > '\u{17F}' {
        WITHOUT_MARKS.iter().find(|(marked, _)| *marked == small).map_or(small, |pair| pair.1)
    } else {
        small
    }
}

/// Greek and Cyrillic letters that Unicode has with their marks, and without.
const WITHOUT_MARKS: [(char, char); 19] = [
    ('ά', 'α'),
    ('έ', 'ε'),
    ('ή', 'η'),
    ('ί', 'ι'),
    ('ό', 'ο'),
    ('ύ', 'υ'),
    ('ώ', 'ω'),
    ('ϊ', 'ι'),
    ('ϋ', 'υ'),
    ('ΐ', 'ι'),
    ('ΰ', 'υ'),
    ('й', 'и'),
    ('ѝ', 'и'),
    ('ѐ', 'е'),
    ('ё', 'е'),
    ('ѓ', 'г'),
    ('ї', 'і'),
    ('ќ', 'к'),
    ('ў', 'у'),
];

/// The bytes of `source` that folded to the bytes `folded` of its folded form.
///
/// A character that lies partly inside (the ß of which only one s is covered) counts as inside, and marks and invisible
/// characters stay with the letter before them. A range after the end gives the end.
pub(super) fn unfold(source: &str, folded: Range<usize>) -> Range<usize> {
    let mut buffer = String::new();
    // An apostrophe or a hyphen before the next letter belongs to neither.
    let belongs =
        |character: char| is_combining(character) || (character.is_alphanumeric() && !is_apostrophe(character));
    let (mut start, mut end) = (None, 0);
    for (offset, character) in source.char_indices() {
        let before = buffer.len();
        push_folded(character, &mut buffer);
        let is_silent = buffer.len() == before;
        if start.is_none() && !is_silent && buffer.len() > folded.start {
            start = Some(offset);
        }
        if before >= folded.end && !is_silent {
            break;
        }
        if belongs(character) {
            end = offset + character.len_utf8();
        }
    }
    let start = start.unwrap_or(source.len());
    start..end.max(start)
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test says what it expects by failing loudly")]
mod tests {
    //! 1. Folding twice is folding once.
    //! 2. `unfold` of the whole is the whole but for silent characters at its edges; of a part it is a part, on `char` boundaries.
    //! 3. A capital folds to what its small letter folds to, in every script of an official language of the EU.
    //! 4. Greek and Cyrillic letters with marks fold to what the letter folds to that the mark is written behind.

    use super::*;
    use proptest::prelude::*;

    #[test]
    fn capitals_fold_like_small_letters() {
        let blocks = [(0x41..=0x5A), (0xC0..=0x17F), (0x1E00..=0x1EFF), (0x370..=0x3CE), (0x400..=0x45F)];
        // Letters for other languages than those of the EU; they keep their case.
        let foreign = "ͰͲͶͿỺỼỾ";
        let mut checked = 0;
        for capital in blocks.into_iter().flatten().filter_map(char::from_u32).filter(|c| c.is_uppercase()) {
            if foreign.contains(capital) {
                continue;
            }
            let small: String = capital.to_lowercase().collect();
            assert_eq!(fold(&capital.to_string()), fold(&small), "{capital}");
            checked += 1;
        }
        assert!(checked > 300, "{checked}");
    }

    #[test]
    fn composed_letters_fold_like_decomposed_ones() {
        let marks = ['\u{300}', '\u{301}', '\u{306}', '\u{308}'];
        for composed in "άέήίόύώϊϋΐΰάйѝѐёѓїќў".chars().chain("ΆΈΉΊΌΎΏΪΫЙЍЀЁЃЇЌЎ".chars())
        {
            let folded = fold(&composed.to_string());
            assert_eq!(folded.chars().count(), 1);
            for mark in marks {
                assert_eq!(fold(&format!("{folded}{mark}")), folded, "{composed}");
            }
        }
        assert_eq!((fold("ΑΣΤΥΝΟΜΊΑ"), fold("Европейски")), ("αστυνομια".to_owned(), "европеиски".to_owned()));
    }

    fn fold(text: &str) -> String {
        let mut out = String::new();
        text.chars().for_each(|character| push_folded(character, &mut out));
        out
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(fold(text), expected, "{text:?}");
    }

    #[test]
    fn tables_have_the_length_of_their_blocks() {
        assert_eq!(LATIN.len(), 0x250 - 0xC0);
        assert_eq!(LATIN_ADDITIONAL.len(), 0x100);
    }

    #[test]
    fn letters() {
        check("COSI", "cosi");
        check("financiële", "financiele");
        check("financie\u{308}le", "financiele");
        check("Coördinator", "coordinator");
        check("STRAßEẞ", "strassess");
        check("œuvreÆ", "oeuvreae");
        check("ĲsselmeerĳĲ", "ijsselmeerijij");
        check("ŁódźŠŹŐűğİı", "lodzszougii");
        check("Việt", "viet");
        check("ﬁnanciﬀ", "financiff");
        check("be\u{AD}leid", "beleid");
        check("OAP’s", "oaps");
        check("Empact⁴₅", "empact45");
        check("ＥＵ２", "eu2");
        check("ΟΔΟΣ οδος", "οδοσοδοσ");
        check("Борьба", "борьба");
    }

    #[test]
    fn back_to_the_source() {
        let check = |source: &str, folded: Range<usize>, expected: &str| {
            let range = unfold(source, folded);
            assert_eq!(source.get(range), Some(expected), "{source:?}");
        };
        check("coördinatie", 0..4, "coör");
        check("coo\u{308}rdinatie", 0..3, "coo\u{308}");
        check("niet-contante", 4..12, "contante");
        check("niet-contante", 0..4, "niet");
        check("straße", 4..5, "ß");
        check("straße", 5..7, "ße");
        check("be\u{AD}leids\u{AD}cyclus", 0..6, "be\u{AD}leids".get(..8).unwrap());
        check("be\u{AD}leids\u{AD}cyclus", 7..13, "cyclus");
        check("a", 5..9, "");
    }

    proptest! {
        #[test]
        fn twice_is_once(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn unfolding_stays_inside(text in "[a-zß-ÿœĳ\u{AD}\u{308}'’]{0,12}", start in 0_usize..14, length in 0_usize..14) {
            let range = unfold(&text, start..start + length);
            prop_assert!(text.get(range.clone()).is_some(), "{:?} in {:?}", range, text);
            let whole = unfold(&text, 0..fold(&text).len());
            prop_assert_eq!(fold(&text[whole]), fold(&text));
        }
    }
}

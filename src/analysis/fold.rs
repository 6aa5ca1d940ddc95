//! Step 2: which letters count as the same?
//!
//! Upper and lower case, letters with and without diacritics, ligatures and their parts. The table holds the
//! base letters of the Latin blocks of the Unicode Character Database, version 14.0 (`UnicodeData.txt`: the compatibility
//! decompositions without their combining marks), plus the letters that Unicode does not decompose (ø, đ, ł, ı ...).

use std::ops::Range;

/// Base letters of U+00E0 to U+024F; `.` stands for "itself". Capitals never arrive here.
const LATIN: &[u8] = b"\
aaaaaa.ceeeeiiiidnooooo.ouuuuy.y.a.a.a.c.c.c.c.d.d.e.e.e.e.e.g.g\
.g.g.h.h.i.i.i.i.i...j.kk.l.l.l...l.n.n.n..n.o.o.o...r.r.r.s.s.s\
.s.t.t.t.u.u.u.u.u.u.w.y..z.z.zsb.......c.........f......kl...n.\
.o...p.....t.t..u...y.z.......................a.i.o.u.u.u.u.u..a\
.a.....g.k.o.o..j....g...n.a...o.a.a.e.e.i.i.o.o.r.r.u.u.s.t...h\
.d...z.a.e.o.o.o.o.ylntj....c..sz......e.j.q.r.y";
/// The code point of the first letter of [`LATIN`].
const LATIN_FIRST: u32 = 0x00E0;

/// Base letters of U+1E00 to U+1EFF.
const LATIN_ADDITIONAL: &[u8] = b"\
.a.b.b.b.c.d.d.d.d.d.e.e.e.e.e.f.g.h.h.h.h.h.i.i.k.k.k.l.l.l.l.m\
.m.m.n.n.n.n.o.o.o.o.p.p.r.r.r.r.s.s.s.s.s.t.t.t.t.u.u.u.u.u.v.v\
.w.w.w.w.w.x.x.y.z.z.zhtwy.s.....a.a.a.a.a.a.a.a.a.a.a.a.e.e.e.e\
.e.e.e.e.i.i.o.o.o.o.o.o.o.o.o.o.o.o.u.u.u.u.u.u.u.y.y.y.y......";
/// The code point of the first letter of [`LATIN_ADDITIONAL`].
const LATIN_ADDITIONAL_FIRST: u32 = 0x1E00;

/// A mark that belongs to the letter before it, as in the decomposed form of "é".
pub(super) const fn is_combining(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

/// A character that is not seen and does not end a word: soft hyphen, zero-width (non-)joiner, word joiner.
pub(super) const fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200C}' | '\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// The forms in which people and word processors write an apostrophe. U+02BC is a letter for Unicode; not here.
pub(super) const fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '\u{2019}' | '\u{2018}' | '\u{2BC}' | '\u{2BB}' | '\u{2032}' | '\u{B4}' | '\u{FF07}')
}

/// Appends what `character` folds to: one letter or digit, several for a ligature, nothing for everything else (combining marks,
/// apostrophes, hyphens, invisible characters).
pub(super) fn push_folded(character: char, out: &mut String) {
    if character.is_ascii_alphanumeric() {
        out.push(character.to_ascii_lowercase());
        return;
    }
    for lower in character.to_lowercase() {
        if !lower.is_alphanumeric() || is_combining(lower) || is_apostrophe(lower) {
            continue;
        }
        let several = match lower {
            'ß' => "ss",
            'æ' | 'ǣ' | 'ǽ' => "ae",
            'œ' => "oe",
            'ĳ' => "ij",
            'þ' => "th",
            'ǆ' | 'ǳ' => "dz",
            'ǉ' => "lj",
            'ǌ' => "nj",
            'ŉ' => "n",
            'ﬀ' => "ff",
            'ﬁ' => "fi",
            'ﬂ' => "fl",
            'ﬃ' => "ffi",
            'ﬄ' => "ffl",
            'ﬅ' | 'ﬆ' => "st",
            'ς' => "σ",
            _ => "",
        };
        if several.is_empty() {
            out.push(base(lower));
        } else {
            out.push_str(several);
        }
    }
}

/// The base of a lower-case letter or of a digit; itself when there is none.
fn base(lower: char) -> char {
    let code = u32::from(lower);
    let from = |table: &[u8], first: u32| {
        let index = usize::try_from(code.checked_sub(first)?).ok()?;
        table.get(index).filter(|&&letter| letter != b'.').map(|&letter| char::from(letter))
    };
    let digit = |first: char| char::from_u32(u32::from('0') + code.saturating_sub(u32::from(first)));
    let found = match lower {
        '¹' => Some('1'),
        '²' => Some('2'),
        '³' => Some('3'),
        '⁰' | '⁴'..='⁹' => digit('⁰'),
        '₀'..='₉' => digit('₀'),
        '０'..='９' => digit('０'),
        'ａ'..='ｚ' => char::from_u32(u32::from('a') + code.saturating_sub(u32::from('ａ'))),
        _ => from(LATIN, LATIN_FIRST).or_else(|| from(LATIN_ADDITIONAL, LATIN_ADDITIONAL_FIRST)),
    };
    found.unwrap_or(lower)
}

/// The bytes of `source` that folded to the bytes `folded` of its folded form.
///
/// A character that lies partly inside (the ß of which only one s is meant) counts as inside, and marks and invisible
/// characters stay with the letter before them. A range behind the end gives the end.
pub(super) fn unfold(source: &str, folded: Range<usize>) -> Range<usize> {
    let mut buffer = String::new();
    let (mut start, mut end) = (None, source.len());
    for (offset, character) in source.char_indices() {
        let before = buffer.len();
        push_folded(character, &mut buffer);
        let is_silent = buffer.len() == before;
        if start.is_none() && !is_silent && buffer.len() > folded.start {
            start = Some(offset);
        }
        if before >= folded.end && !is_silent {
            end = offset;
            break;
        }
    }
    let start = start.unwrap_or(source.len());
    // An apostrophe or a hyphen before the next letter belongs to neither.
    let belongs =
        |character: char| is_combining(character) || (character.is_alphanumeric() && !is_apostrophe(character));
    let inside = source.get(start..end).unwrap_or_default();
    start..start + inside.trim_end_matches(|character| !belongs(character)).len()
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test says what it expects by failing loudly")]
mod tests {
    //! 1. Folding twice is folding once.
    //! 2. `unfold` of the whole is the whole but for silent characters at its edges; of a part it is a part, on `char` boundaries.

    use super::*;
    use proptest::prelude::*;

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
        assert_eq!(LATIN.len(), 0x250 - 0xE0);
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

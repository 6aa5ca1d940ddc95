//! Step 1: where are the words and the numbers?
//!
//! ```text
//! "Empact4, OAP's en niet-contante (11050/11)"
//!  [Empact][4]      letters | digits: they are glued, not one word
//!           [OAP's]         an apostrophe between letters stays inside
//!                           but for one that stands for a vowel: "l'organisation" is [l] [organisation]
//!                  [en] [niet]-[contante]          a hyphen links two segments
//!                                        [11050]/[11]   so does a slash, full stop or comma between digits
//! ```

use super::fold::{is_apostrophe, is_combining, is_invisible};
use crate::span::ByteSpan;
use std::str::CharIndices;

/// How a segment is connected to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// Not at all: white space or punctuation stands between them.
    Apart,
    /// By a hyphen, or by a mark between digits: "niet-contant", "11050/11".
    Linked,
    /// By nothing at all: letters against digits, "Empact4", "7e".
    Glued,
}

/// A run of letters or a run of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    pub(super) span: ByteSpan,
    pub(super) link: Link,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    Combining,
    Invisible,
    Apostrophe,
    Hyphen,
    NumberMark,
    Break,
}

/// What was seen since the end of the open segment.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    Nothing,
    Apostrophe,
    Hyphen,
    NumberMark,
    Break,
}

fn class(character: char) -> Class {
    match character {
        'a'..='z' | 'A'..='Z' => return Class::Letter,
        '0'..='9' => return Class::Digit,
        _ => {}
    }
    if is_apostrophe(character) {
        return Class::Apostrophe;
    }
    if character.is_numeric() {
        return Class::Digit;
    }
    if is_combining(character) {
        return Class::Combining;
    }
    if character.is_alphabetic() {
        return Class::Letter;
    }
    match character {
        '-' | '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' => Class::Hyphen,
        '/' | '.' | ',' => Class::NumberMark,
        _ if is_invisible(character) => Class::Invisible,
        _ => Class::Break,
    }
}

/// Whether the apostrophe between the two stands for the vowel of a word of its own: "l'organisation", "qu'un"; not "OAP's" and "z'n". What stands behind it
/// is two letters at the least, or one with its accent behind it.
fn is_elision(before: Option<&str>, behind: Option<&str>) -> bool {
    let is_elided = match before.unwrap_or_default().as_bytes() {
        [letter] => b"cdjlmnst".contains(&letter.to_ascii_lowercase()),
        [.., q, u] => q.eq_ignore_ascii_case(&b'q') && u.eq_ignore_ascii_case(&b'u'),
        [] => false,
    };
    let second = behind.unwrap_or_default().chars().nth(1).map(class);
    is_elided && matches!(second, Some(Class::Letter | Class::Combining))
}

/// Cuts `text` into runs of letters and runs of digits, in order, holding only one of them at a time.
///
/// Guaranteed: segments do not overlap and are not empty; they begin and end on `char` boundaries; what lies between two
/// segments, before the first and behind the last holds no letter and no digit (apostrophes and combining marks, some of
/// which Unicode counts as letters, are none here).
///
/// Not done: scripts without blanks between words (Chinese, Japanese, Thai) come out as one run.
pub(super) fn segments(text: &str) -> Segments<'_> {
    Segments { text, characters: text.char_indices(), open: None }
}

/// See [`segments`].
pub(super) struct Segments<'t> {
    text: &'t str,
    characters: CharIndices<'t>,
    open: Option<Open>,
}

/// A segment that may go on.
struct Open {
    segment: Segment,
    class: Class,
    gap: Gap,
}

impl Iterator for Segments<'_> {
    type Item = Segment;

    fn next(&mut self) -> Option<Segment> {
        for (start, character) in self.characters.by_ref() {
            let end = start + character.len_utf8();
            let class = class(character);
            match (class, &mut self.open) {
                (Class::Letter | Class::Digit, None) => self.open = Some(Open::new(start, end, Link::Apart, class)),
                (Class::Letter | Class::Digit, Some(current)) => {
                    let is_same = current.class == class;
                    let link = match current.gap {
                        Gap::Nothing if is_same => None,
                        Gap::Apostrophe
                            if is_same
                                && class == Class::Letter
                                && !is_elision(current.segment.span.of(self.text), self.text.get(start..)) =>
                        {
                            None
                        }
                        Gap::Nothing => Some(Link::Glued),
                        Gap::Hyphen => Some(Link::Linked),
                        Gap::NumberMark if is_same && class == Class::Digit => Some(Link::Linked),
                        Gap::NumberMark | Gap::Apostrophe | Gap::Break => Some(Link::Apart),
                    };
                    if let Some(link) = link {
                        let done = current.segment;
                        *current = Open::new(start, end, link, class);
                        return Some(done);
                    }
                    current.segment.span.end = end;
                    current.gap = Gap::Nothing;
                }
                (Class::Combining, Some(current)) => {
                    if current.gap == Gap::Nothing {
                        current.segment.span.end = end;
                    } else {
                        current.gap = Gap::Break;
                    }
                }
                (Class::Invisible, _) | (_, None) => {}
                (Class::Apostrophe | Class::Hyphen | Class::NumberMark | Class::Break, Some(current)) => {
                    current.gap = match (current.gap, class) {
                        (Gap::Nothing, Class::Apostrophe) => Gap::Apostrophe,
                        (Gap::Nothing, Class::Hyphen) => Gap::Hyphen,
                        (Gap::Nothing, Class::NumberMark) => Gap::NumberMark,
                        _ => Gap::Break,
                    };
                }
            }
        }
        self.open.take().map(|current| current.segment)
    }
}

impl Open {
    const fn new(start: usize, end: usize, link: Link, class: Class) -> Self {
        Self { segment: Segment { span: ByteSpan::new(start, end), link }, class, gap: Gap::Nothing }
    }
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test says what it expects by failing loudly")]
mod tests {
    //! The guarantees of [`segments`], for random text.

    use super::*;
    use proptest::prelude::*;

    fn is_letter_or_digit(character: char) -> bool {
        character.is_alphanumeric() && !is_apostrophe(character) && !is_combining(character)
    }

    /// `expected`: segments separated by a blank, by `+` where they are linked, by `|` where they are glued.
    fn check(text: &str, expected: &str) {
        let mut shown = String::new();
        for segment in segments(text) {
            match segment.link {
                Link::Linked => shown.push('+'),
                Link::Glued => shown.push('|'),
                Link::Apart if shown.is_empty() => {}
                Link::Apart => shown.push(' '),
            }
            shown.push_str(segment.span.of(text).unwrap());
        }
        assert_eq!(shown, expected, "{text:?}");
    }

    #[test]
    fn words_and_numbers() {
        check("", "");
        check(" \u{301}–- ’ ", "");
        check("Zware, georganiseerde", "Zware georganiseerde");
        check("OAP's OAP’s (2 OAP's)", "OAP's OAP’s 2 OAP's");
        check("'s nachts 'citaat'", "s nachts citaat");
        check("l'UE, d’un, qu'il Jusqu’alors", "l UE d un qu il Jusqu alors");
        check("L'e\u{301}vasion d’o\u{302}ter", "L e\u{301}vasion d o\u{302}ter");
        check("z'n m'n d'r qu'à O'Brien they've aujourd'hui", "z'n m'n d'r qu'à O'Brien they've aujourd'hui");
        check("Empact4 2022+5", "Empact|4 2022 5");
        check("niet-contante G-MASP", "niet+contante G+MASP");
        check("grens- en kustwacht", "grens en kustwacht");
        check("Doc. 11050/11.", "Doc 11050+11");
        check("2022-2025 2014–2017", "2022+2025 2014+2017");
        check("en/of EU-beleidscyclus/Empact", "en of EU+beleidscyclus Empact");
        check("7e P7e", "7|e P|7|e");
        check("be\u{AD}leid co\u{308}", "be\u{AD}leid co\u{308}");
        check("a--b a- b", "a b a b");
    }

    proptest! {
        #[test]
        fn cover_all_letters_and_digits(text in "(\\PC|[-a-z0-9'’ /\u{AD}\u{301}]){0,60}") {
            let mut end = 0;
            for segment in segments(&text) {
                prop_assert!(segment.span.start >= end && !segment.span.is_empty());
                prop_assert!(segment.span.of(&text).is_some());
                prop_assert!(!text[end..segment.span.start].chars().any(is_letter_or_digit));
                end = segment.span.end;
            }
            prop_assert!(!text[end..].chars().any(is_letter_or_digit));
        }
    }
}

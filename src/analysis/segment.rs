//! Step 1: where are the words and the numbers?
//!
//! ```text
//! "Empact4, OAP's en niet-contante (11050/11)"
//!  [Empact][4]      letters | digits: they are glued, not one word
//!           [OAP's]         an apostrophe between letters stays inside
//!                  [en] [niet]-[contante]          a hyphen links two segments
//!                                        [11050]/[11]   so does a slash, full stop or comma between digits
//! ```

use super::fold::{is_apostrophe, is_combining, is_invisible};
use crate::span::ByteSpan;

/// How a segment hangs together with the one before it.
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

/// Cuts `text` into runs of letters and runs of digits, in order.
///
/// Guaranteed: segments do not overlap and are not empty; they begin and end on `char` boundaries; what lies between two
/// segments, before the first and behind the last holds no letter and no digit (apostrophes and combining marks, some of
/// which Unicode counts as letters, are none here).
///
/// Not done: scripts without blanks between words (Chinese, Japanese, Thai) come out as one run.
pub(super) fn segments(text: &str) -> Vec<Segment> {
    struct Open {
        segment: Segment,
        class: Class,
        gap: Gap,
    }

    let mut done = Vec::new();
    let mut open: Option<Open> = None;
    for (start, character) in text.char_indices() {
        let end = start + character.len_utf8();
        let class = class(character);
        match class {
            Class::Letter | Class::Digit => {
                let link = match &mut open {
                    None => Link::Apart,
                    Some(current) => {
                        let is_same = current.class == class;
                        let goes_on = is_same
                            && (current.gap == Gap::Nothing
                                || (current.gap == Gap::Apostrophe && class == Class::Letter));
                        if goes_on {
                            current.segment.span.end = end;
                            current.gap = Gap::Nothing;
                            continue;
                        }
                        done.push(current.segment);
                        match current.gap {
                            Gap::Nothing => Link::Glued,
                            Gap::Hyphen => Link::Linked,
                            Gap::NumberMark if is_same && class == Class::Digit => Link::Linked,
                            Gap::NumberMark | Gap::Apostrophe | Gap::Break => Link::Apart,
                        }
                    }
                };
                let segment = Segment { span: ByteSpan::new(start, end), link };
                open = Some(Open { segment, class, gap: Gap::Nothing });
            }
            Class::Combining => {
                if let Some(current) = &mut open {
                    if current.gap == Gap::Nothing {
                        current.segment.span.end = end;
                    } else {
                        current.gap = Gap::Break;
                    }
                }
            }
            Class::Invisible => {}
            Class::Apostrophe | Class::Hyphen | Class::NumberMark | Class::Break => {
                if let Some(current) = &mut open {
                    current.gap = match (current.gap, class) {
                        (Gap::Nothing, Class::Apostrophe) => Gap::Apostrophe,
                        (Gap::Nothing, Class::Hyphen) => Gap::Hyphen,
                        (Gap::Nothing, Class::NumberMark) => Gap::NumberMark,
                        _ => Gap::Break,
                    };
                }
            }
        }
    }
    done.extend(open.map(|current| current.segment));
    done
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

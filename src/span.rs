//! Where does something stand in a text?
//!
//! Inside the crate a place is a [`ByteSpan`]: bytes of a `&str`. At the JavaScript boundary it is a [`Mark`]: UTF-16
//! code units. [`to_marks`] is the only way from one to the other.

use crate::order::sorted;

/// A range of bytes of a `&str`: `text.get(span.start..span.end)`.
///
/// The spans that this crate returns lie within the text that they belong to, on `char` boundaries, with
/// `start <= end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ByteSpan {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset after the last byte.
    pub end: usize,
}

impl ByteSpan {
    /// The span from `start` to before `end`, both in bytes.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Length in bytes; 0 if `end` is not after `start`.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it holds nothing.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The words at this place of `text`; `None` when the span does not fit the text.
    ///
    /// ```
    /// use empact_priorities::span::ByteSpan;
    ///
    /// assert_eq!(ByteSpan::new(0, 5).of("één"), Some("één"));
    /// assert_eq!(ByteSpan::new(0, 1).of("één"), None); // in the middle of a character
    /// ```
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.start..self.end)
    }
}

/// A range of UTF-16 code units, as in JavaScript's `text.slice(start, end)`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark {
    /// Offset of the first code unit.
    pub start: u32,
    /// Offset after the last code unit.
    pub end: u32,
}

/// Turns byte spans of `text` into UTF-16 marks, in the order given, in one pass over the text.
///
/// Total: an offset after the end counts as the end, one inside a character as the start of that character.
///
/// ```
/// use empact_priorities::span::{ByteSpan, Mark, to_marks};
///
/// // "é" is two bytes and one code unit, "😀" four bytes and two code units.
/// let marks = to_marks("é😀a", &[ByteSpan::new(2, 6), ByteSpan::new(6, 7)]);
/// assert_eq!(marks, [Mark { start: 1, end: 3 }, Mark { start: 3, end: 4 }]);
/// assert_eq!(to_marks("a", &[ByteSpan::new(0, 99)]), [Mark { start: 0, end: 1 }]);
/// ```
pub fn to_marks(text: &str, spans: &[ByteSpan]) -> Vec<Mark> {
    let mut marks = vec![Mark::default(); spans.len()];
    // The starts have even numbers, the ends the odd ones behind them.
    let offset = |number: usize| {
        spans.get(number / 2).map_or(0, |span| if number.is_multiple_of(2) { span.start } else { span.end })
    };
    let mut characters = text.chars();
    let (mut byte, mut unit) = (0_usize, 0_u32);
    let mut next = characters.next();
    for number in sorted(spans.len() * 2, &|one, other| offset(one).cmp(&offset(other))) {
        while let Some(character) = next {
            if byte + character.len_utf8() > offset(number) {
                break;
            }
            byte += character.len_utf8();
            unit = unit.saturating_add(if character.len_utf16() == 2 { 2 } else { 1 });
            next = characters.next();
        }
        if let Some(mark) = marks.get_mut(number / 2) {
            if number.is_multiple_of(2) {
                mark.start = unit;
            } else {
                mark.end = unit;
            }
        }
    }
    marks
}

/// [`to_marks`] for one span.
pub fn to_mark(text: &str, span: ByteSpan) -> Mark {
    to_marks(text, &[span]).first().copied().unwrap_or_default()
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test says what it expects by failing loudly")]
mod tests {
    //! 1. Marks count what `encode_utf16` counts, for every span of every text.
    //! 2. The order of the answers is that of the questions.

    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, spans: &[(usize, usize)], expected: &[(u32, u32)]) {
        let spans: Vec<ByteSpan> = spans.iter().map(|&(start, end)| ByteSpan::new(start, end)).collect();
        let expected: Vec<Mark> = expected.iter().map(|&(start, end)| Mark { start, end }).collect();
        assert_eq!(to_marks(text, &spans), expected, "{text:?}");
    }

    /// The slow obvious twin.
    fn naive(text: &str, offset: usize) -> u32 {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        u32::try_from(text[..offset].encode_utf16().count()).unwrap()
    }

    #[test]
    fn units() {
        check("", &[(0, 0), (3, 4)], &[(0, 0), (0, 0)]);
        check("financiële", &[(0, 11), (8, 11)], &[(0, 10), (7, 10)]);
        check("a😀b", &[(5, 6), (0, 1), (1, 5)], &[(3, 4), (0, 1), (1, 3)]);
        check("😀", &[(0, 2)], &[(0, 0)]);
    }

    proptest! {
        #[test]
        fn agrees_with_encode_utf16(text in ".{0,40}", spans in prop::collection::vec((0_usize..200, 0_usize..200), 0..12)) {
            let spans: Vec<ByteSpan> = spans.into_iter().map(|(start, end)| ByteSpan::new(start, end)).collect();
            let expected: Vec<Mark> = spans
                .iter()
                .map(|span| Mark { start: naive(&text, span.start), end: naive(&text, span.end) })
                .collect();
            prop_assert_eq!(to_marks(&text, &spans), expected);
        }
    }
}

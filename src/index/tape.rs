//! How are the places of words noted down as they come?

use super::{MAX_DOCUMENTS, MAX_FIELDS};

/// A place at which a term stands, as one number that puts them in order: document, field, position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Occurrence(u64);

// A document takes 24 bits, a field six and a position 32.
const _: () = assert!(MAX_DOCUMENTS <= 1 << 24 && MAX_FIELDS <= 1 << 6);

impl Occurrence {
    /// `place` is the document times 64 plus the field.
    #[inline(always)]
    const fn new(place: u32, position: u32) -> Self {
        Self((place as u64) << 32 | position as u64)
    }

    #[inline(always)]
    pub(super) const fn document(self) -> u32 {
        (self.0 >> 38) as u32
    }

    #[inline(always)]
    pub(super) const fn field(self) -> u32 {
        (self.0 >> 32) as u32 & 0x3F
    }

    #[inline(always)]
    #[expect(clippy::cast_possible_truncation, reason = "the lowest 32 bits are the position")]
    pub(super) const fn position(self) -> u32 {
        self.0 as u32
    }
}

/// What was said about words, in the order in which it was said.
///
/// ```text
/// term << 2 | WORD     the term stands at the next position
/// term << 2 | JOINED   the term begins at the next position, and so does what comes next
/// JUMP, position       that is the next position
/// TEXT, document << 6 | field, position
/// ```
#[derive(Debug, Default)]
pub(super) struct Tape {
    pages: Vec<Vec<u32>>,
    /// Where the next word is expected.
    next: u32,
}

impl Tape {
    const WORD: u32 = 0;
    const JOINED: u32 = 1;
    const JUMP: u32 = 2;
    const TEXT: u32 = 3;
    /// Numbers in a page: nothing that has been written is moved.
    const PAGE: usize = 1 << 16;

    /// A text of a document begins at this position of its field.
    pub(super) fn begin(&mut self, document: u32, field: u32, position: u32) {
        for number in [Self::TEXT, document << 6 | field, position] {
            self.push(number);
        }
        self.next = position;
    }

    #[inline(always)]
    pub(super) fn add(&mut self, term: u32, position: u32, is_joined: bool) {
        if position != self.next {
            self.jump(position);
        }
        self.push(term << 2 | if is_joined { Self::JOINED } else { Self::WORD });
        self.next = position.saturating_add(u32::from(!is_joined));
    }

    #[inline(never)]
    fn jump(&mut self, position: u32) {
        for number in [Self::JUMP, position] {
            self.push(number);
        }
    }

    #[inline(always)]
    fn push(&mut self, number: u32) {
        match self.pages.last_mut() {
            Some(page) if page.len() < page.capacity() => page.push(number),
            _ => self.push_page(number),
        }
    }

    #[cold]
    fn push_page(&mut self, number: u32) {
        let mut page = Vec::with_capacity(Self::PAGE);
        page.push(number);
        self.pages.push(page);
    }

    /// Hands over what was added: the term, where it stands, and whether it is joined.
    #[inline(always)]
    pub(super) fn each(&self, each: &mut impl FnMut(u32, Occurrence, bool)) {
        let (mut place, mut position) = (0, 0);
        // What the next number is: one that says what it is itself, or the operand of one that did.
        let mut operand = Self::WORD;
        for page in &self.pages {
            for &number in page {
                match operand {
                    Self::WORD => match number & 3 {
                        Self::WORD => {
                            each(number >> 2, Occurrence::new(place, position), false);
                            position = position.saturating_add(1);
                        }
                        Self::JOINED => each(number >> 2, Occurrence::new(place, position), true),
                        other => operand = other,
                    },
                    Self::JUMP => (position, operand) = (number, Self::WORD),
                    _ => (place, operand) = (number, Self::JUMP),
                }
            }
        }
    }
}

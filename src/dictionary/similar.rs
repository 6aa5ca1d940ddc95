//! Which terms are similar to a word?
//!
//! ```text
//! word to find: "abc", at most 1 edit
//!
//!   aardvark   "a" and "aa" can still become the word, "aar" cannot. Behind "aa" no edit is left, and what the word goes
//!              on with there, b or c, is below r. Behind "a" one is left, so any letter may follow: on to "ab".
//!   aaron      below "ab": skipped
//!   aback      is the first one from "ab" on, and goes on from the row of "a". "abac" would do, "aback" does not; the
//!              edit is spent until back at "ab": on to "abb".
//! ```
//!
//! This combines two known ideas. The set of places in the word that the letters so far can have reached with 0, 1
//! or 2 edits is a row of bits, and one letter moves all of them at once (Wu and Manber, "Fast text searching allowing
//! errors", 1992; the swap of neighbours as in Hyyrö, "Bit-parallel approximate string matching algorithms with
//! transposition", 2003). And where nothing can match, the walk computes the smallest string that can, and goes there
//! in the sorted list (Nick Johnson, "Damn cool algorithms: Levenshtein automata", 2010), instead of visiting every
//! term between. One row is kept for every letter of the current term, so what terms share is computed once.

use super::{BLOCK_TERMS, Dictionary, LONGEST_TERM, entry, n_shared};
use crate::bytes::length_u32;

/// The longest word for which similar terms are found, in bytes: its places fill the bits of a row.
pub const LONGEST_SIMILAR: usize = 63;

/// How much of a term must be similar to a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// Its beginning: the term may continue. Its distance is the smallest that any beginning of it has.
    Prefix,
}

/// A term that is similar to a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Similar {
    /// The term.
    pub id: u32,
    /// How many edits separate the term, or its beginning, from the word.
    pub distance: u8,
}

impl Dictionary<'_> {
    /// The terms that are at most `max` edits away from `word`, with the word itself if it is a term, in the order of
    /// their ids. More than two edits count as two.
    ///
    /// To a word of more than [`LONGEST_SIMILAR`] bytes, only a term that it equals (or begins) is similar. With
    /// [`Extent::Prefix`] and a word of at most `max` letters, every term is similar.
    ///
    /// ```
    /// use empact_priorities::dictionary::{Dictionary, DictionaryWriter, Extent, Similar};
    ///
    /// let mut writer = DictionaryWriter::new();
    /// for term in ["fruad", "traffic", "trafficking"] {
    ///     writer.push(term.as_bytes());
    /// }
    /// let bytes = writer.finish();
    /// let dictionary = Dictionary::open(&bytes).unwrap();
    /// assert_eq!(dictionary.similar(b"fraud", 1, Extent::Whole), [Similar { id: 0, distance: 1 }]);
    /// assert_eq!(dictionary.similar(b"trafic", 1, Extent::Whole), [Similar { id: 1, distance: 1 }]);
    /// assert_eq!(
    ///     dictionary.similar(b"trafic", 1, Extent::Prefix),
    ///     [Similar { id: 1, distance: 1 }, Similar { id: 2, distance: 1 }]
    /// );
    /// assert_eq!(dictionary.similar(b"money", 2, Extent::Whole), []);
    /// ```
    pub fn similar(self, word: &[u8], max: u8, extent: Extent) -> Vec<Similar> {
        if word.len() > LONGEST_SIMILAR {
            let ids = match (extent, self.find(word)) {
                (Extent::Prefix, _) => self.with_prefix(word),
                (Extent::Whole, Some(id)) => id..id + 1,
                (Extent::Whole, None) => 0..0,
            };
            return ids.map(|id| Similar { id, distance: 0 }).collect();
        }
        let mut walk = Walk::new(word, max.min(2), extent);
        let mut block_number = 0;
        while block_number < length_u32(self.starts.len()) {
            let mut block = self.block(block_number);
            let first = block_number * BLOCK_TERMS;
            for id in first..self.n_terms.min(first.saturating_add(BLOCK_TERMS)) {
                let (mut shared, mut rest) = entry(&mut block);
                if id == first {
                    // The first term of a block is whole, but continues what the walk has read all the same.
                    shared = n_shared(&walk.term, rest);
                    rest = rest.get(shared..).unwrap_or_default();
                }
                walk.visit(id, shared, rest);
            }
            block_number += 1;
            match walk.ahead {
                Ahead::Anything | Ahead::Within { .. } => {}
                Ahead::Nothing => break,
                Ahead::From { letter } => {
                    // Terms below the one that is looked for may begin its block.
                    walk.term.push(letter);
                    block_number = self.leap(block_number, &walk.term).saturating_sub(1).max(block_number);
                    walk.term.pop();
                }
            }
        }
        walk.found
    }

    /// The first block from `from` on whose first term is not below `term`; steps double, so that near ones are near.
    fn leap(self, from: u32, term: &[u8]) -> u32 {
        let end = length_u32(self.starts.len());
        let (mut low, mut step) = (from, 1);
        while let Some(probe) = low.checked_add(step).filter(|probe| *probe <= end) {
            if self.first_term(probe - 1).is_none_or(|first| first >= term) {
                return self.first_from(low..probe - 1, term);
            }
            low = probe;
            step *= 2;
        }
        self.first_from(low..end, term)
    }
}

/// What the letters read so far have in common with the word.
#[derive(Clone, Copy)]
struct Row {
    /// For `max - 2`, `max - 1` and `max` edits: bit `n` says that no more are needed between the first `n` letters of
    /// the word and the letters read. Fewer than no edits reach nothing.
    reached: [u64; 3],
    /// The distance of a term that ends here; `max + 1`: too far.
    distance: u8,
}

/// What terms may still be similar, behind the letters of `Walk::term`.
#[derive(Clone, Copy)]
enum Ahead {
    /// Whatever comes.
    Anything,
    /// All that begin with `Walk::term`; they are at this distance.
    Within { distance: u8 },
    /// Those where this letter or a higher one stands behind `Walk::term`, and what does not begin with it.
    From { letter: u8 },
    /// None.
    Nothing,
}

/// A walk over the sorted terms, with a row for every letter of the term at hand.
struct Walk<'w> {
    word: &'w [u8],
    extent: Extent,
    max: u8,
    /// For each letter the places in the word where it stands, as bits.
    places: [u64; 256],
    /// All places, and the end.
    whole: u64,
    /// The letters read.
    term: Vec<u8>,
    /// The row before the first letter and the one after each.
    rows: Vec<Row>,
    ahead: Ahead,
    found: Vec<Similar>,
}

impl<'w> Walk<'w> {
    fn new(word: &'w [u8], max: u8, extent: Extent) -> Self {
        let mut places = [0; 256];
        for (place, letter) in word.iter().enumerate() {
            if let Some(places) = places.get_mut(usize::from(*letter)) {
                *places |= 1 << place;
            }
        }
        let end = 1 << word.len();
        let whole = end | (end - 1);
        // Leaving out the first letters of the word is all that leads anywhere before anything is read.
        let reached = match max {
            0 => [0, 0, 0b1],
            1 => [0, 0b1, 0b11],
            _ => [0b1, 0b11, 0b111],
        };
        let mut walk = Self {
            word,
            extent,
            max,
            places,
            whole,
            term: Vec::with_capacity(LONGEST_TERM),
            rows: Vec::with_capacity(LONGEST_TERM),
            ahead: Ahead::Anything,
            found: Vec::new(),
        };
        walk.rows.push(walk.row(reached.map(|reached: u64| reached & whole), max + 1));
        walk
    }

    /// Takes the next term, which shares letters with the one before it.
    #[inline(always)]
    fn visit(&mut self, id: u32, shared: usize, rest: &[u8]) {
        match self.ahead {
            Ahead::Within { distance } if shared >= self.term.len() => self.found.push(Similar { id, distance }),
            Ahead::From { .. } if shared > self.term.len() => {}
            Ahead::From { letter } if shared == self.term.len() && rest.first() < Some(&letter) => {}
            Ahead::Nothing => {}
            _ => self.read(id, shared, rest),
        }
    }

    /// Reads the letters of a term, as far as it can be similar.
    fn read(&mut self, id: u32, shared: usize, rest: &[u8]) {
        self.term.truncate(shared);
        self.rows.truncate(shared + 1);
        self.ahead = Ahead::Anything;
        let mut distance = self.rows.last().map_or(u8::MAX, |row| row.distance);
        for letter in rest {
            let row = self.next_row(*letter);
            distance = row.distance;
            let [.., most] = row.reached;
            if most == 0 && distance > self.max {
                self.look_ahead(*letter);
                break;
            }
            self.term.push(*letter);
            self.rows.push(row);
            if most == 0 {
                self.ahead = Ahead::Within { distance };
                break;
            }
        }
        if distance <= self.max {
            self.found.push(Similar { id, distance });
        }
    }

    /// The row behind one more letter.
    #[inline(always)]
    fn next_row(&self, letter: u8) -> Row {
        let places = |letter: u8| self.places.get(usize::from(letter)).copied().unwrap_or(0);
        let here = places(letter);
        let mut last_rows = self.rows.iter().rev();
        let nothing = Row { reached: [0; 3], distance: u8::MAX };
        let now = last_rows.next().copied().unwrap_or(nothing);
        let before = last_rows.next().copied().unwrap_or(nothing);
        // Where this letter stands in the word, with the previous one behind it instead of before it.
        let swapped = self.term.last().map_or(0, |previous| here & (places(*previous) >> 1));
        let next = |now: u64, now_less: u64, before_less: u64, next_less: u64| {
            let same = (now & here) << 1;
            let put_in = now_less;
            let replaced = now_less << 1;
            let left_out = next_less << 1;
            let swapped = (before_less & swapped) << 2;
            (same | put_in | replaced | left_out | swapped) & self.whole
        };
        let ([few, less, most], [before_few, before_less, _]) = (now.reached, before.reached);
        let next_few = next(few, 0, 0, 0);
        let next_less = next(less, few, before_few, next_few);
        let next_most = next(most, less, before_less, next_less);
        let beginning = match self.extent {
            Extent::Whole => u8::MAX,
            Extent::Prefix => now.distance,
        };
        self.row([next_few, next_less, next_most], beginning)
    }

    /// A row with its distance, or that of a beginning if that is less.
    #[inline(always)]
    fn row(&self, reached: [u64; 3], beginning: u8) -> Row {
        // What few edits reach, more edits reach too: each set that holds the end is one edit less.
        let [few, less, most] = reached;
        let ends = |reached: u64| u8::from(reached >> self.word.len() != 0);
        let distance = self.max + 1 - ends(few) - ends(less) - ends(most);
        Row { reached, distance: distance.min(beginning) }
    }

    /// Behind `self.term` stands a letter that leads nowhere: goes back to where a higher one leads on.
    fn look_ahead(&mut self, letter: u8) {
        let mut dead = Some(letter);
        self.ahead = Ahead::Nothing;
        while let Some(letter) = dead {
            if let Some(letter) = self.letter_above(letter) {
                self.ahead = Ahead::From { letter };
                break;
            }
            self.rows.pop();
            dead = self.term.pop();
        }
    }

    /// The smallest letter above another that can follow `self.term`. As long as an edit is left, any can; then only those at
    /// the places reached. The second half of a swap is among them: its place is one that putting in the first half reaches.
    fn letter_above(&self, letter: u8) -> Option<u8> {
        let [_, less, mut places] = self.rows.last()?.reached;
        if less != 0 {
            return letter.checked_add(1);
        }
        let mut lowest = None;
        while places != 0 {
            let next = self.word.get(places.trailing_zeros() as usize).copied().filter(|next| *next > letter);
            lowest = match (lowest, next) {
                (Some(lowest), Some(next)) => Some(next.min(lowest)),
                _ => lowest.or(next),
            };
            places &= places - 1;
        }
        lowest
    }
}

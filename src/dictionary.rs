//! Which terms are there, in which order?
//!
//! A sorted list of terms in one run of bytes that is used in place: opening it reads its header and nothing else. The
//! position of a term in that order is its id. Terms are bytes, usually UTF-8; letters, lengths and distances count
//! bytes here.
//!
//! # The bytes
//!
//! ```text
//! number of terms      u32
//! where blocks start   u32 for every 16 terms, counted from the first block
//! blocks               16 terms each, the last one what is left:
//!                        one byte: the lower half says how many letters are shared with the term before it (the
//!                          first of a block shares none), the upper half how many letters follow, less one
//!                        one byte for each half that is 15: what is to be added to it
//!                        the letters that follow
//! ```
//!
//! Storing only what differs from the previous term is front coding; it goes with a search among the whole terms at the start of
//! blocks (Witten, Moffat and Bell, "Managing Gigabytes", 1999, section 4.1). Both lengths in one
//! byte, beside their letters, took the fewest bytes of the layouts tried, before and after brotli.
//!
//! # Similar terms
//!
//! The distance is that of optimal string alignment: how many letters must be inserted, deleted, replaced or swapped with
//! their neighbour to turn one word into the other, where nothing is edited twice. `dictionary/similar.rs` says how they
//! are found.

mod similar;

use crate::bytes::{Reader, length_u32, push_u32};
use std::ops::Range;

pub use similar::{Extent, LONGEST_SIMILAR, Similar};

/// Terms in a block: more make the file smaller and the way to a term longer. Measured with 86,000 English words: 8 take
/// 3.0 bytes per term after brotli, 16 take 2.8 and 32 take 2.6.
const BLOCK_TERMS: u32 = 16;

/// The longest term, in bytes.
pub const LONGEST_TERM: usize = 255;

/// The largest value of half a byte; it says that one more byte follows.
const HALF: usize = 15;

/// Writes a dictionary, term by term in ascending order.
///
/// ```
/// use empact_priorities::dictionary::{Dictionary, DictionaryWriter};
///
/// let mut writer = DictionaryWriter::new();
/// assert!(writer.push(b"drug"));
/// assert!(writer.push(b"drugs"));
/// assert!(!writer.push(b"cannabis"), "stands before the last one");
/// let bytes = writer.finish();
/// let dictionary = Dictionary::open(&bytes).unwrap();
/// assert_eq!(dictionary.find(b"drugs"), Some(1));
/// assert_eq!(dictionary.find(b"cannabis"), None);
/// ```
#[derive(Clone, Debug, Default)]
pub struct DictionaryWriter {
    n_terms: u32,
    last: Vec<u8>,
    starts: Vec<u8>,
    blocks: Vec<u8>,
}

impl DictionaryWriter {
    /// Starts without terms.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a term, whose id is the number of terms before it. Returns `false` and ignores a term that is not above the
    /// last one, is empty, or has more than [`LONGEST_TERM`] bytes.
    pub fn push(&mut self, term: &[u8]) -> bool {
        if term <= self.last.as_slice() || term.len() > LONGEST_TERM {
            return false;
        }
        let shared = if self.n_terms.is_multiple_of(BLOCK_TERMS) {
            push_u32(&mut self.starts, length_u32(self.blocks.len()));
            0
        } else {
            n_shared(&self.last, term)
        };
        let more = term.len() - shared - 1;
        let half = |length: usize| u8::try_from(length.min(HALF)).unwrap_or(0);
        self.blocks.push(half(shared) | (half(more) << 4));
        for length in [shared, more] {
            if let Some(rest) = length.checked_sub(HALF) {
                self.blocks.push(u8::try_from(rest).unwrap_or(u8::MAX));
            }
        }
        self.blocks.extend(term.iter().skip(shared));
        self.last.truncate(shared);
        self.last.extend(term.iter().skip(shared));
        self.n_terms += 1;
        true
    }

    /// The number of terms so far.
    #[expect(clippy::len_without_is_empty, reason = "nobody asks")]
    pub const fn len(&self) -> u32 {
        self.n_terms
    }

    /// The bytes that [`Dictionary::open`] opens.
    pub fn finish(self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(4 + self.starts.len() + self.blocks.len());
        push_u32(&mut bytes, self.n_terms);
        bytes.extend_from_slice(&self.starts);
        bytes.extend_from_slice(&self.blocks);
        bytes
    }
}

/// A sorted list of terms, read in place.
///
/// Whatever the bytes hold, every method ends and none panics; bytes that [`DictionaryWriter`] did not write have no meaning.
#[derive(Clone, Copy, Debug)]
pub struct Dictionary<'b> {
    n_terms: u32,
    starts: &'b [[u8; 4]],
    blocks: &'b [u8],
    /// What the blocks begin with, or nothing.
    keys: &'b [u64],
}

impl<'b> Dictionary<'b> {
    /// A dictionary without terms.
    pub const EMPTY: Self = Self { n_terms: 0, starts: &[], blocks: &[], keys: &[] };

    /// Opens what [`DictionaryWriter::finish`] returned, in constant time; `None` if there are too few bytes for so many terms, of which each takes
    /// two at the least.
    pub fn open(bytes: &'b [u8]) -> Option<Self> {
        let (n_terms, rest) = bytes.split_first_chunk::<4>()?;
        let n_terms = u32::from_le_bytes(*n_terms);
        let n_blocks = n_terms.div_ceil(BLOCK_TERMS) as usize;
        let (starts, blocks) = rest.split_at_checked(n_blocks.checked_mul(4)?)?;
        (n_terms as usize <= blocks.len() / 2).then_some(Self {
            n_terms,
            starts: starts.as_chunks().0,
            blocks,
            keys: &[],
        })
    }

    /// The first eight letters of each block, which spare a search most accesses to the blocks; see [`Self::with_keys`].
    pub fn keys(self) -> Vec<u64> {
        (0..length_u32(self.starts.len())).map(|block| self.first_term(block).map_or(0, key)).collect()
    }

    /// The same dictionary with its own keys.
    #[must_use]
    pub const fn with_keys(self, keys: &'b [u64]) -> Self {
        Self { keys, ..self }
    }

    /// The number of terms. Ids are `0..len`, in the order of the terms.
    #[expect(clippy::len_without_is_empty, reason = "nobody asks")]
    pub const fn len(self) -> u32 {
        self.n_terms
    }

    /// The id of a term.
    pub fn find(self, term: &[u8]) -> Option<u32> {
        self.position(term).ok()
    }

    /// How many terms are below a word, whether it is a term or not.
    pub fn rank(self, word: &[u8]) -> u32 {
        self.position(word).unwrap_or_else(|id| id)
    }

    /// Replaces `out` with the term of an id. `false`, with `out` empty, if there is no such id.
    pub fn term(self, id: u32, out: &mut Vec<u8>) -> bool {
        out.clear();
        self.for_each(id..id.saturating_add(1), &mut |_, term| out.extend_from_slice(term));
        id < self.n_terms
    }

    /// The ids of the terms that begin with `prefix`; all of them if it is empty.
    ///
    /// ```
    /// use empact_priorities::dictionary::{Dictionary, DictionaryWriter};
    ///
    /// let mut writer = DictionaryWriter::new();
    /// for term in ["cash", "drug", "drugs", "fraud"] {
    ///     writer.push(term.as_bytes());
    /// }
    /// let bytes = writer.finish();
    /// let dictionary = Dictionary::open(&bytes).unwrap();
    /// assert_eq!(dictionary.with_prefix(b"dr"), 1..3);
    /// assert!(dictionary.with_prefix(b"x").is_empty());
    /// ```
    pub fn with_prefix(self, prefix: &[u8]) -> Range<u32> {
        // The smallest string that is above everything with the prefix: one more at its end.
        let mut above = prefix.to_vec();
        let end = loop {
            match above.pop() {
                None => break self.n_terms,
                Some(u8::MAX) => {}
                Some(last) => {
                    above.push(last + 1);
                    break self.rank(&above);
                }
            }
        };
        let start = self.rank(prefix);
        start..end.max(start)
    }

    /// Calls `each` with each id in `ids` and its term, in order; ids that do not exist are left out.
    pub fn for_each(self, ids: Range<u32>, each: &mut dyn FnMut(u32, &[u8])) {
        let mut term = Vec::new();
        let end = ids.end.min(self.n_terms);
        let mut id = ids.start - ids.start % BLOCK_TERMS;
        while id < end {
            let mut block = self.block(id / BLOCK_TERMS);
            term.clear();
            for id in id..end.min(id.saturating_add(BLOCK_TERMS)) {
                let (shared, rest) = entry(&mut block);
                term.truncate(shared);
                term.extend_from_slice(rest);
                if id >= ids.start {
                    each(id, &term);
                }
            }
            id = id.saturating_add(BLOCK_TERMS);
        }
    }

    /// Where a term is, or else where it would stand.
    fn position(self, term: &[u8]) -> Result<u32, u32> {
        let n_below = self.first_from(0..length_u32(self.starts.len()), term);
        // What is not the first term of a block stands in the one before it.
        let block_number = match self.first_term(n_below) {
            Some(first) if first == term => return Ok(n_below * BLOCK_TERMS),
            _ if n_below == 0 => return Err(0),
            _ => n_below - 1,
        };
        let mut block = self.block(block_number);
        let start = block_number * BLOCK_TERMS;
        let end = self.n_terms.min(start.saturating_add(BLOCK_TERMS));
        // How many letters the term shares with the one at hand, which stands below it.
        let mut matched = 0;
        for id in start..end {
            let (shared, rest) = entry(&mut block);
            if shared < matched {
                return Err(id);
            }
            if shared == matched {
                let wanted = term.get(shared..).unwrap_or_default();
                if rest == wanted {
                    return Ok(id);
                }
                if rest > wanted {
                    return Err(id);
                }
                matched += n_shared(rest, wanted);
            }
        }
        Err(end)
    }

    /// The first of the blocks whose first term is not below `term`; the end of the range if there is none.
    fn first_from(self, blocks: Range<u32>, term: &[u8]) -> u32 {
        let Range { start: mut low, end: mut high } = blocks;
        let wanted = key(term);
        while low < high {
            let middle = low.midpoint(high);
            let is_below = match self.keys.get(middle as usize) {
                Some(known) if *known != wanted => *known < wanted,
                _ => self.first_term(middle).is_some_and(|first| first < term),
            };
            if is_below {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The first term of a block, which shares nothing and so is whole.
    #[inline]
    fn first_term(self, block: u32) -> Option<&'b [u8]> {
        ((block as usize) < self.starts.len()).then(|| entry(&mut self.block(block)).1)
    }

    /// What stands in a block, and behind it.
    #[inline(always)]
    fn block(self, block: u32) -> Reader<'b> {
        let start = self.starts.get(block as usize).map_or(0, |start| u32::from_le_bytes(*start));
        Reader::new(self.blocks.get(start as usize..).unwrap_or_default())
    }
}

/// The first eight letters of a term as a number: where those of two terms differ, so do the terms, in the same direction.
#[inline(always)]
fn key(term: &[u8]) -> u64 {
    match term.first_chunk::<8>() {
        Some(eight) => u64::from_be_bytes(*eight),
        None => (0..8).fold(0, |key, place| key << 8 | term.get(place).copied().map_or(0, u64::from)),
    }
}

/// The next term of a block: how many letters it shares with the one before it, and those that follow.
#[inline(always)]
fn entry<'b>(block: &mut Reader<'b>) -> (usize, &'b [u8]) {
    let halves = usize::from(block.byte());
    let (mut shared, mut more) = (halves & HALF, halves >> 4);
    if shared == HALF {
        shared += usize::from(block.byte());
    }
    if more == HALF {
        more += usize::from(block.byte());
    }
    (shared, block.bytes(more + 1))
}

/// How many letters two terms begin with alike.
fn n_shared(one: &[u8], other: &[u8]) -> usize {
    one.iter().zip(other).take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    //! 1. Terms that are not above the last one, or too long, are refused; the others get ids in order.
    //! 2. `find`, `term`, `with_prefix` and `for_each` say what a sorted list says.
    //! 3. `similar` finds what the distance to every term finds, with the same distances, for both extents.
    //! 4. A word too long for that is similar to what it equals or begins.
    //! 5. Whatever the bytes hold, everything ends and nothing panics.

    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn written<T: AsRef<[u8]>>(terms: impl IntoIterator<Item = T>) -> Vec<u8> {
        let mut writer = DictionaryWriter::new();
        for term in terms {
            assert!(writer.push(term.as_ref()));
        }
        writer.finish()
    }

    /// The obvious distance: a table of all beginnings of one against all beginnings of the other. The last row of the
    /// table is for all of `one`.
    fn distances(one: &[u8], other: &[u8]) -> Vec<usize> {
        let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
        for i in 0..=one.len() {
            for j in 0..=other.len() {
                let mut ways = Vec::new();
                if i == 0 && j == 0 {
                    ways.push(0);
                }
                if i > 0 {
                    ways.push(table[i - 1][j] + 1);
                }
                if j > 0 {
                    ways.push(table[i][j - 1] + 1);
                }
                if i > 0 && j > 0 {
                    ways.push(table[i - 1][j - 1] + usize::from(one[i - 1] != other[j - 1]));
                }
                if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                    ways.push(table[i - 2][j - 2] + 1);
                }
                table[i][j] = ways.into_iter().min().unwrap();
            }
        }
        table.pop().unwrap()
    }

    /// The only caller of what reads a dictionary, but for bytes that are none: `terms` against the list that they are.
    fn check(terms: &BTreeSet<Vec<u8>>, word: &[u8], max: u8) {
        let terms: Vec<&Vec<u8>> = terms.iter().collect();
        let bytes = written(&terms);
        let dictionary = Dictionary::open(&bytes).unwrap();
        assert_eq!(dictionary.len() as usize, terms.len());
        let id = |position: usize| u32::try_from(position).unwrap();

        assert_eq!(dictionary.find(word), terms.iter().position(|term| *term == word).map(id));
        assert_eq!(dictionary.rank(word), id(terms.iter().filter(|term| term.as_slice() < word).count()));
        let mut out = b"something".to_vec();
        for (position, term) in terms.iter().enumerate() {
            assert_eq!(dictionary.find(term), Some(id(position)));
            assert!(dictionary.term(id(position), &mut out));
            assert_eq!(&out, *term);
        }
        assert!(!dictionary.term(dictionary.len(), &mut out));
        assert!(out.is_empty());

        for length in 0..=word.len() {
            let prefix = &word[..length];
            let expected: Vec<u32> =
                terms.iter().enumerate().filter(|(_, term)| term.starts_with(prefix)).map(|(n, _)| id(n)).collect();
            assert_eq!(dictionary.with_prefix(prefix).collect::<Vec<_>>(), expected);
        }
        let middle = dictionary.len() / 2;
        for ids in [0..u32::MAX, middle..u32::MAX, middle..dictionary.len(), middle / 2..middle, 9..middle] {
            let mut given = Vec::new();
            dictionary.for_each(ids.clone(), &mut |id, term| given.push((id, term.to_vec())));
            let expected: Vec<(u32, Vec<u8>)> =
                (0..).zip(&terms).filter(|(id, _)| ids.contains(id)).map(|(id, term)| (id, (*term).clone())).collect();
            assert_eq!(given, expected);
        }

        for extent in [Extent::Whole, Extent::Prefix] {
            let distance = |term: &[u8]| {
                let distances = distances(word, term);
                match extent {
                    _ if word.len() > LONGEST_SIMILAR && term == word => 0,
                    Extent::Prefix if word.len() > LONGEST_SIMILAR && term.starts_with(word) => 0,
                    _ if word.len() > LONGEST_SIMILAR => u8::MAX,
                    Extent::Whole => u8::try_from(*distances.last().unwrap()).unwrap_or(u8::MAX),
                    Extent::Prefix => u8::try_from(*distances.iter().min().unwrap()).unwrap_or(u8::MAX),
                }
            };
            let expected: Vec<Similar> = (0..)
                .zip(&terms)
                .map(|(id, term)| Similar { id, distance: distance(term) })
                .filter(|similar| similar.distance <= max.min(2))
                .collect();
            assert_eq!(dictionary.similar(word, max, extent), expected, "{extent:?}");
        }
    }

    fn letters(letters: &'static [u8], lengths: Range<usize>) -> impl Strategy<Value = Vec<u8>> {
        prop::collection::vec(prop::sample::select(letters), lengths)
    }

    #[test]
    fn refusals() {
        let mut writer = DictionaryWriter::new();
        let longest = [b'd'; LONGEST_TERM];
        let pushed: Vec<bool> =
            [&b""[..], b"b", b"b", b"a", b"", b"bb", b"c", &[b'd'; LONGEST_TERM + 1], &longest, b"e"]
                .map(|term| writer.push(term))
                .to_vec();
        assert_eq!(pushed, [false, true, false, false, false, true, true, false, true, true]);
        assert_eq!(writer.len(), 5);
        let bytes = writer.finish();
        assert_eq!(Dictionary::open(&bytes).unwrap().find(&longest), Some(3));
    }

    #[test]
    fn headers() {
        assert!(Dictionary::open(&[]).is_none());
        assert!(Dictionary::open(&[1, 0, 0, 0]).is_none());
        assert!(Dictionary::open(&[255; 7]).is_none());
        check(&BTreeSet::new(), b"word", 2);
    }

    #[test]
    fn edits() {
        let bytes = written(["ab", "abc", "abdc", "acb", "bac", "bca", "xabc"]);
        let dictionary = Dictionary::open(&bytes).unwrap();
        let found = |max, extent| {
            let found = dictionary.similar(b"abc", max, extent);
            found.iter().map(|similar| (similar.id, similar.distance)).collect::<Vec<_>>()
        };
        assert_eq!(found(0, Extent::Whole), [(1, 0)]);
        assert_eq!(found(1, Extent::Whole), [(0, 1), (1, 0), (2, 1), (3, 1), (4, 1), (6, 1)]);
        // From "abc" to "bca" is a letter left out and one put in; "ab" begins the third.
        assert_eq!(found(9, Extent::Whole), [(0, 1), (1, 0), (2, 1), (3, 1), (4, 1), (5, 2), (6, 1)]);
        assert_eq!(found(0, Extent::Prefix), [(1, 0)]);
    }

    #[test]
    fn long_words() {
        for length in [LONGEST_SIMILAR - 1, LONGEST_SIMILAR, LONGEST_SIMILAR + 1, LONGEST_TERM] {
            let word = vec![b'w'; length];
            let mut longer = word.clone();
            longer.push(b'x');
            longer.truncate(LONGEST_TERM);
            let mut other = word.clone();
            other[length / 2] = b'v';
            check(&BTreeSet::from([word[1..].to_vec(), word.clone(), longer, other]), &word, 1);
        }
    }

    proptest! {
        #[test]
        fn few_letters(
            terms in prop::collection::btree_set(letters(b"abc", 1..9), 0..120),
            word in letters(b"abc", 0..8),
            max in 0_u8..4,
        ) {
            check(&terms, &word, max);
        }

        #[test]
        fn more_letters(
            terms in prop::collection::btree_set(letters(b"abcdefgh\xFF", 1..7), 0..300),
            word in letters(b"abcdefgh\xFF", 0..7),
            max in 1_u8..3,
        ) {
            check(&terms, &word, max);
        }

        #[test]
        fn long_terms(
            terms in prop::collection::btree_set(letters(b"aaaaaaaaaaaaaaaaaaaab\0", 1..LONGEST_TERM), 0..60),
            word in letters(b"aaaaaaaaaaab", 0..70),
        ) {
            check(&terms, &word, 2);
        }

        #[test]
        fn any_bytes(
            n_terms in 0_u32..200,
            rest in prop::collection::vec(any::<u8>(), 0..200),
            word in letters(b"ab\0\xFF", 0..5),
        ) {
            let bytes: Vec<u8> = n_terms.to_le_bytes().into_iter().chain(rest).collect();
            survives(&bytes, &word);
        }

        #[test]
        fn damaged_bytes(
            terms in prop::collection::btree_set(letters(b"ab\0\xFF", 1..9), 0..120),
            damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..9),
            word in letters(b"ab\0\xFF", 0..5),
        ) {
            let mut bytes = written(terms);
            for (at, byte) in damage {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            survives(&bytes, &word);
        }
    }

    fn survives(bytes: &[u8], word: &[u8]) {
        if let Some(dictionary) = Dictionary::open(bytes) {
            dictionary.find(word);
            dictionary.with_prefix(word);
            dictionary.for_each(0..u32::MAX, &mut |_, _| {});
            dictionary.term(u32::MAX, &mut Vec::new());
            for extent in [Extent::Whole, Extent::Prefix] {
                assert!(dictionary.similar(word, 2, extent).len() <= dictionary.len() as usize);
            }
        }
    }
}

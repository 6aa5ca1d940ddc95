//! Which documents hold a term, how often and where?
//!
//! ```text
//! record of a term    n documents │ skip table, if there is more than one block │ blocks
//! skip table          per block: last document, bytes of the block, highest level, bytes of its positions
//! block, up to 128    document gaps (varint) │ profiles (varint)
//! positions           per document, per field of its profile: gaps between positions (varint)
//! ```
//!
//! A *profile* says in which fields a term stands and how often: "once in the body". A collection has few of them, so that a
//! posting takes two bytes or three. A *level* is a weighted frequency rounded up to one of 256 steps; that of a block is
//! its highest, so that a block that cannot reach the best documents found so far is passed over without being read (block-max
//! indexes: S. Ding and T. Suel, "Faster Top-k Document Retrieval Using Block-Max Indexes", SIGIR 2011).

use crate::bytes::{Reader, length_u32, push_varint};

/// Postings in a block.
pub const BLOCK: usize = 128;

/// What stands behind the last document of a list.
pub const END: u32 = u32::MAX;

/// One document of a term, as it is written.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Posting {
    /// The document; ascending in a list.
    pub document: u32,
    /// The number of its profile.
    pub profile: u32,
    /// Its weighted frequency.
    pub frequency: f64,
    /// Bytes of its positions.
    pub n_position_bytes: u32,
}

/// Appends the record of a term. The documents must ascend.
pub fn push_record(bytes: &mut Vec<u8>, postings: &[Posting], levels: &Levels) {
    push_varint(bytes, length_u32(postings.len()));
    let mut first = 0;
    let mut body = Vec::new();
    let mut bodies = Vec::new();
    let is_single = postings.len() <= BLOCK;
    let mut last_before = 0;
    for block in postings.chunks(BLOCK) {
        body.clear();
        for posting in block {
            push_varint(&mut body, posting.document.saturating_sub(first));
            first = posting.document.saturating_add(1);
        }
        for posting in block {
            push_varint(&mut body, posting.profile);
        }
        let level = levels.of(block.iter().map(|posting| posting.frequency).fold(0.0, f64::max));
        if is_single {
            if block.len() > 1 {
                bytes.push(level);
            }
        } else {
            let last = block.last().map_or(0, |posting| posting.document);
            push_varint(bytes, last - last_before);
            push_varint(bytes, length_u32(body.len()));
            bytes.push(level);
            push_varint(bytes, block.iter().map(|posting| posting.n_position_bytes).sum());
            last_before = last;
        }
        bodies.extend_from_slice(&body);
    }
    bytes.extend_from_slice(&bodies);
}

/// Walks the postings of a term in document order.
#[derive(Clone, Debug)]
pub struct Cursor<'b> {
    n_documents: u32,
    /// What is left of the skip table, and of the blocks behind the current one.
    skips: Reader<'b>,
    bodies: &'b [u8],
    /// Postings behind the current block.
    n_behind: u32,
    /// The current block.
    block_last: u32,
    block_level: u8,
    highest_level: u8,
    n_block: usize,
    body: Reader<'b>,
    /// The lowest document that the block can hold.
    block_first: u32,
    is_read: bool,
    has_profiles: bool,
    documents: [u32; BLOCK],
    profiles: [u32; BLOCK],
    at: usize,
    document: u32,
    /// Bytes of positions before the current block, and of the block itself.
    positions_before: usize,
    n_position_bytes: usize,
}

impl<'b> Cursor<'b> {
    /// Starts before the first document: [`Self::document`] is that of the first one only after [`Self::seek`].
    pub fn new(record: &'b [u8]) -> Self {
        let mut reader = Reader::new(record);
        // Each posting takes two bytes at the least.
        let n_documents = reader.varint().min(length_u32(record.len()));
        let is_single = n_documents as usize <= BLOCK;
        let n_blocks = (n_documents as usize).div_ceil(BLOCK);
        let mut cursor = Self {
            n_documents,
            skips: reader,
            bodies: &[],
            n_behind: n_documents,
            block_last: 0,
            block_level: 0,
            highest_level: 0,
            n_block: 0,
            body: Reader::new(&[]),
            block_first: 0,
            is_read: true,
            has_profiles: true,
            documents: [0; BLOCK],
            profiles: [0; BLOCK],
            at: 0,
            document: 0,
            positions_before: 0,
            n_position_bytes: 0,
        };
        if is_single {
            // One posting alone has no level: its own is not worth a byte.
            cursor.block_level = if n_documents > 1 { cursor.skips.byte() } else { u8::MAX };
            cursor.body = Reader::new(record.get(cursor.skips.position()..).unwrap_or_default());
            cursor.n_block = n_documents as usize;
            cursor.n_behind = 0;
            cursor.is_read = false;
            cursor.highest_level = cursor.block_level;
            // Where the block ends is known when it is read.
            cursor.block_last = if n_documents == 0 { END } else { END - 1 };
            if n_documents == 0 {
                cursor.document = END;
            }
        } else {
            let mut table = cursor.skips;
            for _ in 0..n_blocks {
                table.varint();
                table.varint();
                cursor.highest_level = cursor.highest_level.max(table.byte());
                table.varint();
                if table.is_at_end() {
                    break;
                }
            }
            cursor.bodies = record.get(table.position()..).unwrap_or_default();
            cursor.next_block();
        }
        cursor
    }

    /// In how many documents the term stands.
    #[inline(always)]
    pub const fn n_documents(&self) -> u32 {
        self.n_documents
    }

    /// The current document; [`END`] behind the last one.
    #[inline(always)]
    pub const fn document(&self) -> u32 {
        self.document
    }

    /// The last document for which [`Self::block_level`] is a bound; at least [`Self::document`].
    #[inline(always)]
    pub const fn block_last(&self) -> u32 {
        self.block_last
    }

    /// No posting of the current block has a higher level.
    #[inline(always)]
    pub const fn block_level(&self) -> u8 {
        self.block_level
    }

    /// No posting of the list has a higher level.
    #[inline(always)]
    pub const fn highest_level(&self) -> u8 {
        self.highest_level
    }

    fn next_block(&mut self) {
        if self.n_behind == 0 {
            self.document = END;
            self.block_last = END;
            self.block_level = 0;
            self.n_block = 0;
            self.is_read = true;
            return;
        }
        let is_first = self.n_behind == self.n_documents;
        self.positions_before = self.positions_before.saturating_add(self.n_position_bytes);
        self.block_first = if is_first { 0 } else { self.block_last.saturating_add(1) };
        self.block_last = self.block_last.saturating_add(self.skips.varint()).min(END - 1);
        let n_bytes = self.skips.varint() as usize;
        self.block_level = self.skips.byte();
        self.n_position_bytes = self.skips.varint() as usize;
        self.n_block = (self.n_behind as usize).min(BLOCK);
        self.n_behind -= length_u32(self.n_block);
        let (body, rest) = self.bodies.split_at_checked(n_bytes).unwrap_or((self.bodies, &[]));
        self.body = Reader::new(body);
        self.bodies = rest;
        self.is_read = false;
    }

    /// Goes on to the block that can hold `document`, without reading it.
    #[inline(always)]
    pub fn seek_block(&mut self, document: u32) {
        while self.block_last < document {
            self.next_block();
        }
    }

    fn read_block(&mut self) {
        let mut document = self.block_first;
        for slot in self.documents.iter_mut().take(self.n_block) {
            document = document.saturating_add(self.body.varint());
            *slot = document;
            document = document.saturating_add(1);
        }
        if self.n_behind == 0 && self.bodies.is_empty() {
            self.block_last = document.saturating_sub(1).min(END - 1);
        }
        self.is_read = true;
        self.has_profiles = false;
        self.at = 0;
    }

    /// Goes on to the first document that is not below `document`, and gives it. Never goes back.
    #[inline(always)]
    pub fn seek(&mut self, document: u32) -> u32 {
        loop {
            self.seek_block(document);
            if !self.is_read {
                self.read_block();
            }
            if self.n_block == 0 {
                return END;
            }
            let rest = self.documents.get(self.at..self.n_block).unwrap_or_default();
            for found in rest {
                if *found >= document {
                    self.document = *found;
                    return *found;
                }
                self.at += 1;
            }
            // Only a list of one block does not know its end before it is read, or a damaged one.
            self.next_block();
        }
    }

    /// Goes on to the next document, and gives it.
    #[inline(always)]
    pub fn advance(&mut self) -> u32 {
        if self.document == END {
            return END;
        }
        self.at += 1;
        if self.is_read
            && self.at < self.n_block
            && let Some(found) = self.documents.get(self.at)
        {
            self.document = *found;
            return *found;
        }
        self.seek(self.document.saturating_add(1))
    }

    /// The profile of the current document.
    #[inline(always)]
    pub fn profile(&mut self) -> u32 {
        self.read_profiles();
        self.profiles.get(self.at).copied().unwrap_or(0)
    }

    #[inline(always)]
    fn read_profiles(&mut self) {
        if !self.has_profiles {
            for slot in self.profiles.iter_mut().take(self.n_block) {
                *slot = self.body.varint();
            }
            self.has_profiles = true;
        }
    }

    /// The profiles of the current block up to before the current document, and where the positions of the block begin
    /// among those of the term: what must be passed over to read the positions of the current document.
    pub fn before(&mut self) -> (&[u32], usize) {
        self.read_profiles();
        (self.profiles.get(..self.at).unwrap_or_default(), self.positions_before)
    }
}

/// Number of levels.
const N_LEVELS: usize = 256;

/// What each level stands for: 0, then from 1/64 in steps of 5 % to about 3,700. What lies above counts as endless.
#[derive(Clone, Debug, PartialEq)]
pub struct Levels([f64; N_LEVELS]);

impl Default for Levels {
    fn default() -> Self {
        let mut levels = [0.0; N_LEVELS];
        let mut value = 1.0 / 64.0;
        for level in levels.iter_mut().skip(1) {
            *level = value;
            value *= 1.05;
        }
        // The last one has no bound.
        if let Some(last) = levels.last_mut() {
            *last = f64::MAX;
        }
        Self(levels)
    }
}

impl Levels {
    /// The lowest level that is not below `frequency`.
    pub fn of(&self, frequency: f64) -> u8 {
        u8::try_from(self.0.partition_point(|value| *value < frequency)).unwrap_or(u8::MAX)
    }

    /// No frequency of this level is higher.
    #[inline(always)]
    pub fn bound(&self, level: u8) -> f64 {
        self.0.get(usize::from(level)).copied().unwrap_or(f64::MAX)
    }
}

#[cfg(test)]
mod tests {
    //! 1. A cursor gives what was written, whichever way one walks.
    //! 2. The level of a block bounds its postings.
    //! 3. Any bytes can be walked to an end.

    use super::*;
    use proptest::prelude::*;

    fn postings(gaps: &[(u32, u32, u8)]) -> Vec<Posting> {
        let mut next = 0;
        let documents = gaps.iter().map(|&(gap, profile, level)| {
            let document = next + gap;
            next = document + 1;
            Posting { document, profile, frequency: Levels::default().bound(level), n_position_bytes: 1 }
        });
        documents.collect()
    }

    fn lists() -> impl Strategy<Value = Vec<Posting>> {
        let gap = prop_oneof![0_u32..3, 0_u32..300];
        prop::collection::vec((gap, 0_u32..300, any::<u8>()), 0..600).prop_map(|gaps| postings(&gaps))
    }

    fn record(postings: &[Posting]) -> Vec<u8> {
        let mut bytes = Vec::new();
        push_record(&mut bytes, postings, &Levels::default());
        bytes
    }

    proptest! {
        #[test]
        fn walks(postings in lists(), steps in prop::collection::vec(0_u32..2_000, 0..60)) {
            let levels = Levels::default();
            let bytes = record(&postings);
            let mut cursor = Cursor::new(&bytes);
            prop_assert_eq!(cursor.n_documents() as usize, postings.len());
            let mut document = cursor.seek(0);
            for posting in &postings {
                prop_assert_eq!((document, cursor.profile()), (posting.document, posting.profile));
                prop_assert!(levels.bound(cursor.block_level()) >= posting.frequency && cursor.block_last() >= document);
                document = cursor.advance();
            }
            prop_assert_eq!((document, cursor.advance(), cursor.seek(0)), (END, END, END));

            let mut cursor = Cursor::new(&bytes);
            let mut target = 0;
            for step in steps {
                target += step;
                let expected = postings.iter().position(|posting| posting.document >= target);
                cursor.seek_block(target);
                prop_assert_eq!(cursor.seek(target), expected.map_or(END, |at| postings[at].document));
                let Some(at) = expected else { break };
                prop_assert_eq!(cursor.profile(), postings[at].profile);
                let (before, offset) = cursor.before();
                prop_assert_eq!(before.len() + offset, at);
            }
        }

        #[test]
        fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let mut cursor = Cursor::new(&bytes);
            let mut document = cursor.seek(0);
            let mut n_steps = 0;
            while document != END && n_steps < 10_000 {
                document = cursor.advance();
                n_steps += 1;
            }
        }

        #[test]
        fn levels(frequency in 0.0_f64..5_000.0) {
            let levels = Levels::default();
            let level = levels.of(frequency);
            prop_assert!(levels.bound(level) >= frequency);
            prop_assert!(level == 0 || levels.bound(level - 1) < frequency);
        }
    }
}

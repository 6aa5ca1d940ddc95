//! Which documents hold a term, how often and where?
//!
//! ```text
//! record of a term    n documents │ highest level, if there are several │ document gaps (varint)
//! of more than 128    n documents │ bytes: profiles, positions, gaps │ bytes of the skip table, and the table │ document gaps (varint)
//! skip table          per block of 128: from the last document of the block before to its own, bytes of its gaps, highest level, bytes of its profiles, of its positions
//! profiles            per document (varint)
//! positions           per document, per field of its profile: gaps between positions (varint)
//! ```
//!
//! Records, profiles and positions are three streams, in which the terms follow each other: numbers of one kind pack best
//! together. The start is stored for a few terms only; the others are found by skipping what lies between.
//!
//! A *profile* says in which fields a term occurs and how often: "once in the body". A collection has few of them, so that a
//! posting takes two or three bytes. A *level* is a weighted frequency rounded up to one of 256 steps; that of a block is
//! its highest, so that a block that cannot reach the best documents found so far is skipped without being read (block-max
//! indexes: S. Ding and T. Suel, "Faster Top-k Document Retrieval Using Block-Max Indexes", SIGIR 2011).

use crate::bytes::{Reader, length_u32, push_bytes, push_varint};

/// Postings in a block.
pub const BLOCK: usize = 128;

/// Marks the end of a list of documents.
pub const END: u32 = u32::MAX;

/// One document of a term, as it is written.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Posting {
    /// The document; ascending in a list.
    pub document: u32,
    /// The number of its profile.
    pub profile: u32,
    /// Its weighted frequency, divided by the length of the document.
    pub frequency: f64,
    /// Bytes of its positions.
    pub n_position_bytes: u32,
}

/// Writes postings, term by term.
#[derive(Clone, Debug, Default)]
pub struct PostingsWriter {
    /// The stream of records.
    pub records: Vec<u8>,
    /// The stream of profiles.
    pub profiles: Vec<u8>,
    levels: Levels,
    table: Vec<u8>,
    gaps: Vec<u8>,
}

impl PostingsWriter {
    /// Appends the postings of a term. Their documents must ascend.
    pub fn push(&mut self, postings: &[Posting]) {
        push_varint(&mut self.records, length_u32(postings.len()));
        let mut lowest = 0;
        if postings.len() <= BLOCK {
            // One posting alone has no level: its own is not worth a byte.
            if postings.len() > 1 {
                self.records.push(level(postings, &self.levels));
            }
            push_gaps(&mut self.records, postings, &mut lowest);
            push_profiles(&mut self.profiles, postings);
            return;
        }
        self.table.clear();
        self.gaps.clear();
        let start = self.profiles.len();
        let (mut last_before, mut n_position_bytes) = (0, 0);
        for block in postings.chunks(BLOCK) {
            let (gaps, profiles) = (self.gaps.len(), self.profiles.len());
            push_gaps(&mut self.gaps, block, &mut lowest);
            push_profiles(&mut self.profiles, block);
            let last = block.last().map_or(0, |posting| posting.document);
            let positions = block.iter().map(|posting| posting.n_position_bytes).sum();
            push_varint(&mut self.table, last - last_before);
            push_varint(&mut self.table, length_u32(self.gaps.len() - gaps));
            self.table.push(level(block, &self.levels));
            push_varint(&mut self.table, length_u32(self.profiles.len() - profiles));
            push_varint(&mut self.table, positions);
            n_position_bytes += positions;
            last_before = last;
        }
        push_varint(&mut self.records, length_u32(self.profiles.len() - start));
        push_varint(&mut self.records, n_position_bytes);
        push_varint(&mut self.records, length_u32(self.gaps.len()));
        push_bytes(&mut self.records, &self.table);
        self.records.extend_from_slice(&self.gaps);
    }
}

/// The highest level of postings.
fn level(postings: &[Posting], levels: &Levels) -> u8 {
    levels.of(postings.iter().map(|posting| posting.frequency).fold(0.0, f64::max))
}

fn push_gaps(bytes: &mut Vec<u8>, postings: &[Posting], lowest: &mut u32) {
    for posting in postings {
        push_varint(bytes, posting.document.saturating_sub(*lowest));
        *lowest = posting.document.saturating_add(1);
    }
}

fn push_profiles(bytes: &mut Vec<u8>, postings: &[Posting]) {
    for posting in postings {
        push_varint(bytes, posting.profile);
    }
}

/// What is stored of a term and of those after it.
#[derive(Clone, Copy, Debug)]
pub struct Stored<'b> {
    /// At its record.
    pub records: Reader<'b>,
    /// At its first profile.
    pub profiles: Reader<'b>,
    /// At its first position.
    pub positions: Reader<'b>,
}

impl Stored<'_> {
    /// Moves to the next term. `n_positions` says, by profile, how many positions a posting has; without it, positions
    /// can no longer be read.
    pub fn skip(&mut self, n_positions: Option<&[u32]>) {
        let n_documents = self.records.varint() as usize;
        if n_documents > BLOCK {
            let [profiles, positions, gaps] = [(); 3].map(|()| self.records.varint() as usize);
            self.records.run();
            self.records.bytes(gaps);
            self.profiles.bytes(profiles);
            self.positions.bytes(positions);
            return;
        }
        if n_documents > 1 {
            self.records.byte();
        }
        self.records.skip_varints(n_documents);
        let (behind, count) = match n_positions {
            None => (&mut self.profiles, n_documents),
            Some(n_positions) => {
                let count = n_positions_behind(&mut self.profiles, length_u32(n_documents), n_positions);
                (&mut self.positions, count)
            }
        };
        behind.skip_varints(count);
    }
}

/// Passes over the profiles of so many postings, and gives the number of their positions.
#[inline(always)]
pub fn n_positions_behind(profiles: &mut Reader<'_>, n_postings: u32, n_positions: &[u32]) -> usize {
    // By value, so that it can stay in registers.
    let (mut reader, mut sum) = (*profiles, 0_usize);
    for _ in 0..n_postings {
        let count = n_positions.get(reader.varint() as usize).copied().unwrap_or(0);
        sum = sum.saturating_add(count as usize);
    }
    *profiles = reader;
    sum
}

/// Walks the postings of a term in document order.
///
/// Nothing is read before it is needed: a skipped block costs an entry of the skip table, a skipped document
/// its gap, and profiles are located only once one of the block is needed.
#[derive(Clone, Debug)]
pub struct Cursor<'b> {
    n_documents: u32,
    /// What is left of the skip table, and of the blocks behind the current one.
    skips: Reader<'b>,
    bodies: &'b [u8],
    /// Postings behind the current block.
    n_behind: u32,
    /// The current block: how many postings, and how many of them have been read; the last of these is the current one.
    n_block: u32,
    n_read: u32,
    block_last: u32,
    block_level: u8,
    gaps: Reader<'b>,
    document: u32,
    /// The lowest document that the next posting of the block can have.
    lowest_next: u32,
    /// How many profiles of the block have been read, the last of them, and those to come.
    n_profiles: u32,
    profile: u32,
    profiles: Reader<'b>,
    /// The profiles of the block from its first posting on, and those of the blocks behind it.
    first_profile: Reader<'b>,
    profiles_behind: Reader<'b>,
    /// Bytes of positions before the current block, and of the block itself.
    positions_before: usize,
    n_position_bytes: usize,
}

impl<'b> Cursor<'b> {
    /// Starts before the first document: [`Self::document`] gives the first one only after [`Self::seek`].
    /// `records` is at the record of the term, `profiles` at its first profile.
    pub fn new(records: Reader<'b>, profiles: Reader<'b>) -> Self {
        let mut reader = records;
        // Each posting takes a byte at the least.
        let n_documents = reader.varint().min(length_u32(reader.rest().len()));
        let nothing = Reader::new(&[]);
        let mut cursor = Self {
            n_documents,
            skips: nothing,
            bodies: &[],
            n_behind: 0,
            n_block: n_documents,
            n_read: 0,
            // Where the only block ends is known when it is read.
            block_last: END - 1,
            block_level: u8::MAX,
            gaps: nothing,
            document: 0,
            lowest_next: 0,
            n_profiles: 0,
            profile: 0,
            profiles,
            first_profile: profiles,
            profiles_behind: profiles,
            positions_before: 0,
            n_position_bytes: 0,
        };
        if n_documents as usize > BLOCK {
            let [_, _, n_bytes] = [(); 3].map(|()| reader.varint() as usize);
            cursor.skips = Reader::new(reader.run());
            cursor.bodies = reader.bytes(n_bytes);
            cursor.n_documents = n_documents.min(length_u32(cursor.bodies.len()));
            cursor.n_behind = cursor.n_documents;
            cursor.block_last = 0;
            cursor.next_block();
        } else {
            if n_documents > 1 {
                cursor.block_level = reader.byte();
            }
            cursor.gaps = reader;
            if n_documents == 0 {
                cursor.end();
            }
        }
        cursor
    }

    /// In how many documents the term occurs.
    #[inline(always)]
    pub const fn n_documents(&self) -> u32 {
        self.n_documents
    }

    /// The current document; [`END`] after the last one.
    #[inline(always)]
    pub const fn document(&self) -> u32 {
        self.document
    }

    /// A lower bound of the documents still to come: the current one or, if none of the block has been read, where the block begins.
    #[inline(always)]
    pub const fn lowest(&self) -> u32 {
        if self.n_read > 0 { self.document } else { self.lowest_next }
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

    /// No posting of the documents from `first` to `last` has a higher level; 0 if it is known that there is none. Nothing before
    /// `first` may be read any more.
    #[inline]
    pub fn level_within(&mut self, first: u32, last: u32) -> u8 {
        self.seek_block(first);
        if self.lowest() > last {
            return 0;
        }
        let (mut level, mut end, mut table) = (self.block_level, self.block_last, self.skips);
        while end < last && !table.is_at_end() {
            end = end.saturating_add(table.varint());
            table.varint();
            level = level.max(table.byte());
            table.skip_varints(2);
        }
        level
    }

    fn end(&mut self) {
        (self.n_block, self.n_read) = (1, 1);
        (self.document, self.block_last, self.block_level) = (END, END, 0);
    }

    fn next_block(&mut self) {
        if self.n_behind == 0 {
            return self.end();
        }
        let is_first = self.n_behind == self.n_documents;
        self.positions_before = self.positions_before.saturating_add(self.n_position_bytes);
        self.lowest_next = if is_first { 0 } else { self.block_last.saturating_add(1) };
        self.block_last = self.block_last.saturating_add(self.skips.varint()).min(END - 1);
        let n_bytes = self.skips.varint() as usize;
        self.block_level = self.skips.byte();
        self.first_profile = self.profiles_behind;
        self.profiles = self.profiles_behind;
        self.profiles_behind.bytes(self.skips.varint() as usize);
        self.n_position_bytes = self.skips.varint() as usize;
        self.n_block = self.n_behind.min(length_u32(BLOCK));
        self.n_behind -= self.n_block;
        (self.n_read, self.n_profiles) = (0, 0);
        let (body, rest) = self.bodies.split_at_checked(n_bytes).unwrap_or((self.bodies, &[]));
        self.gaps = Reader::new(body);
        self.bodies = rest;
    }

    /// Moves to the block that can hold `document`, without reading it.
    #[inline(always)]
    pub fn seek_block(&mut self, document: u32) {
        while self.block_last < document {
            self.next_block();
        }
    }

    /// Passes over what is left of the current block.
    pub fn skip_block(&mut self) {
        self.next_block();
    }

    /// Moves to the first document that is not below `document`, and returns it. Never moves back.
    #[inline(always)]
    pub fn seek(&mut self, document: u32) -> u32 {
        while self.n_read == 0 || self.document < document {
            self.seek_block(document);
            if self.n_read < self.n_block {
                self.read();
            } else {
                self.next_block();
            }
        }
        self.document
    }

    /// Moves to the next document, or to the first one, and returns it.
    #[inline(always)]
    pub fn advance(&mut self) -> u32 {
        if self.n_read < self.n_block {
            self.read();
            return self.document;
        }
        self.next_block();
        self.seek(0)
    }

    /// Passes on the rest of the current block from the current document to `last`, with profiles, and moves past it.
    #[inline(always)]
    pub fn each_in_block(&mut self, last: u32, each: &mut impl FnMut(u32, u32)) {
        let (mut document, mut profile) = (self.document, self.profile());
        let (mut gaps, mut profiles, mut n_read) = (self.gaps, self.profiles, self.n_read);
        while document <= last {
            each(document, profile);
            if n_read >= self.n_block {
                return self.next_block();
            }
            document = document.wrapping_add(1).wrapping_add(gaps.varint());
            profile = profiles.varint();
            n_read += 1;
        }
        (self.document, self.profile, self.lowest_next) = (document, profile, document.wrapping_add(1));
        (self.gaps, self.profiles, self.n_read, self.n_profiles) = (gaps, profiles, n_read, n_read);
    }

    #[inline(always)]
    fn read(&mut self) {
        // Only in a damaged list is there a document beyond the last possible one.
        self.document = self.lowest_next.wrapping_add(self.gaps.varint());
        self.lowest_next = self.document.wrapping_add(1);
        self.n_read += 1;
    }

    /// The profile of the current document.
    #[inline(always)]
    pub fn profile(&mut self) -> u32 {
        if self.n_profiles < self.n_read {
            let n_passed = self.n_read - self.n_profiles - 1;
            if n_passed > 0 {
                self.profiles.skip_varints(n_passed as usize);
            }
            self.profile = self.profiles.varint();
            self.n_profiles = self.n_read;
        }
        self.profile
    }

    /// What must be skipped to read the positions of the current document: the profiles of the block from its first posting on,
    /// how many of its postings precede the current one, and where the positions of the block begin among those of the term.
    pub fn before(&mut self) -> (Reader<'b>, u32, usize) {
        self.profile();
        (self.first_profile, self.n_read.saturating_sub(1), self.positions_before)
    }
}

/// Number of levels.
const N_LEVELS: usize = 256;

/// The value of each level: 0, then from 1/64 in steps of 5 % to about 3,590. Anything above counts as infinite.
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
    //! 3. The terms behind are found by passing over those before.
    //! 4. Any bytes can be walked to an end.

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

    /// The terms, then one that stands in the documents 7 and 8.
    fn written(terms: &[&[Posting]]) -> PostingsWriter {
        let mut writer = PostingsWriter::default();
        for postings in terms {
            writer.push(postings);
        }
        writer.push(&postings(&[(7, 1, 0), (0, 2, 0)]));
        writer
    }

    fn stored<'b>(written: &'b PostingsWriter, positions: &'b [u8]) -> Stored<'b> {
        let [records, profiles, positions] = [&written.records, &written.profiles, positions].map(Reader::new);
        Stored { records, profiles, positions }
    }

    proptest! {
        #[test]
        fn walks(postings in lists(), steps in prop::collection::vec(0_u32..2_000, 0..60)) {
            let levels = Levels::default();
            let written = written(&[&postings]);
            let stored = stored(&written, &[]);
            let mut cursor = Cursor::new(stored.records, stored.profiles);
            prop_assert_eq!(cursor.n_documents() as usize, postings.len());
            let mut document = cursor.seek(0);
            for posting in &postings {
                prop_assert_eq!((document, cursor.profile()), (posting.document, posting.profile));
                prop_assert!(levels.bound(cursor.block_level()) >= posting.frequency && cursor.block_last() >= document);
                document = cursor.advance();
            }
            prop_assert_eq!((document, cursor.advance(), cursor.seek(0)), (END, END, END));

            let mut cursor = Cursor::new(stored.records, stored.profiles);
            let mut target = 0;
            for step in steps {
                target += step;
                let expected = postings.iter().position(|posting| posting.document >= target);
                let within = postings.iter().filter(|posting| (target..=target + step).contains(&posting.document));
                let highest = within.map(|posting| posting.frequency).fold(0.0, f64::max);
                prop_assert!(levels.bound(cursor.level_within(target, target + step)) >= highest);
                prop_assert!(cursor.lowest() <= expected.map_or(END, |at| postings[at].document));
                prop_assert_eq!(cursor.seek(target), expected.map_or(END, |at| postings[at].document));
                let Some(at) = expected else { break };
                prop_assert_eq!(cursor.profile(), postings[at].profile);
                let (mut profiles, n_before, offset) = cursor.before();
                prop_assert_eq!(n_before as usize + offset, at);
                for before in &postings[offset..=at] {
                    prop_assert_eq!(profiles.varint(), before.profile);
                }
            }
        }

        #[test]
        fn terms_behind(one in lists(), two in lists()) {
            let written = written(&[&one, &two]);
            let n_bytes = one.iter().chain(&two).count();
            let positions: Vec<u8> = std::iter::repeat_n(1, n_bytes).chain([99]).collect();
            let once = [1; 300];
            for n_positions in [None, Some(&once[..])] {
                let mut stored = stored(&written, &positions);
                stored.skip(n_positions);
                prop_assert_eq!(Cursor::new(stored.records, stored.profiles).n_documents() as usize, two.len());
                stored.skip(n_positions);
                let mut cursor = Cursor::new(stored.records, stored.profiles);
                prop_assert_eq!((cursor.seek(0), cursor.profile(), cursor.advance(), cursor.profile()), (7, 1, 8, 2));
                prop_assert!(n_positions.is_none() || stored.positions.byte() == 99);
            }
        }

        #[test]
        fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let reader = Reader::new(&bytes);
            let mut stored = Stored { records: reader, profiles: reader, positions: reader };
            let mut cursor = Cursor::new(stored.records, stored.profiles);
            let mut document = cursor.seek(0);
            // Each step reads a byte at least.
            for _ in 0..=bytes.len() {
                document = if document == END { END } else { cursor.advance() };
            }
            prop_assert_eq!(document, END);
            let n_positions: Vec<u32> = (0..300).collect();
            (0..3).for_each(|_| stored.skip(Some(&n_positions)));
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

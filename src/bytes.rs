//! How are numbers and lists written into a file that is used in place?
//!
//! A snapshot is one run of bytes: little-endian, offsets instead of pointers, checked once when it is opened. The readers
//! here are total: after the end of the bytes there are only zeros, so damaged bytes give wrong numbers and never a panic;
//! [`checksum`] tells whether they are damaged.
//!
//! A varint holds seven bits of a number per byte, the lowest first; the highest bit says that more follow (LEB128).

use std::ops::Range;

/// Appends a number in as few bytes as it needs: one below 128, at most five.
///
/// ```
/// use empact_priorities::bytes::{Reader, push_varint};
///
/// let mut bytes = Vec::new();
/// push_varint(&mut bytes, 5);
/// push_varint(&mut bytes, 300);
/// assert_eq!(bytes, [5, 0xAC, 2]);
/// let mut reader = Reader::new(&bytes);
/// assert_eq!((reader.varint(), reader.varint(), reader.varint()), (5, 300, 0));
/// ```
#[inline]
pub fn push_varint(bytes: &mut Vec<u8>, number: u32) {
    if number < 0x80 {
        bytes.push(low_byte(number));
    } else {
        push_long_varint(bytes, number);
    }
}

/// A number of several bytes, which is rarer.
#[inline(never)]
fn push_long_varint(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(low_byte(number) | 0x80);
        number >>= 7;
    }
    bytes.push(low_byte(number));
}

#[expect(clippy::cast_possible_truncation, reason = "the lowest eight bits are what is wanted")]
const fn low_byte(number: u32) -> u8 {
    number as u8
}

/// Appends a number in four bytes.
pub fn push_u32(bytes: &mut Vec<u8>, number: u32) {
    bytes.extend_from_slice(&number.to_le_bytes());
}

/// The four bytes at an offset as a number; 0 where there are none.
#[inline(always)]
pub fn u32_at(bytes: &[u8], at: usize) -> u32 {
    match bytes.get(at..).and_then(<[u8]>::first_chunk::<4>) {
        Some(four) => u32::from_le_bytes(*four),
        None => 0,
    }
}

/// A length or an offset as it is written: everything in a snapshot lies below 4 GiB.
pub fn length_u32(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// A number in decimal digits. The standard library's formatting would add more to the download.
///
/// ```
/// assert_eq!([0, 10, 7_041].map(empact_priorities::bytes::digits), ["0", "10", "7041"]);
/// ```
pub fn digits(number: u32) -> String {
    let mut text = String::with_capacity(10);
    let mut power = 1;
    while number / power >= 10 {
        power *= 10;
    }
    while power > 0 {
        text.extend(char::from_digit(number / power % 10, 10));
        power /= 10;
    }
    text
}

/// Reads numbers one after the other.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Reader<'b> {
    /// Starts at the first byte.
    #[inline(always)]
    pub const fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// How many bytes have been read.
    #[inline(always)]
    pub const fn position(&self) -> usize {
        self.at
    }

    /// Moves to the byte at this place; after the end there are only zeros.
    #[inline(always)]
    pub const fn seek(&mut self, at: usize) {
        // Nothing wraps that is read from there on.
        self.at = if at < usize::MAX >> 1 { at } else { usize::MAX >> 1 };
    }

    /// Whether all bytes have been read.
    #[inline(always)]
    pub const fn is_at_end(&self) -> bool {
        self.at >= self.bytes.len()
    }

    /// The next byte; 0 behind the end.
    #[inline(always)]
    pub fn byte(&mut self) -> u8 {
        let byte = self.bytes.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        byte
    }

    /// The next varint; 0 behind the end.
    #[inline(always)]
    pub fn varint(&mut self) -> u32 {
        let byte = self.byte();
        if byte < 0x80 {
            return u32::from(byte);
        }
        // By value, so that a reader can stay in registers.
        let (number, at) = long_varint(self.bytes, self.at, byte);
        self.at = at;
        number
    }

    /// Skips this many varints, or as many as there are.
    #[inline]
    pub fn skip_varints(&mut self, mut count: usize) {
        // Eight bytes at a time: what ends a varint is the byte without the highest bit.
        while count >= 8
            && let Some(eight) = self.bytes.get(self.at..).and_then(<[u8]>::first_chunk::<8>)
        {
            count -= (!u64::from_le_bytes(*eight) & 0x8080_8080_8080_8080).count_ones() as usize;
            self.at += 8;
        }
        while count > 0 && !self.is_at_end() {
            count -= usize::from(self.byte() < 0x80);
        }
    }

    /// The next four bytes as a number; 0 behind the end.
    #[inline(always)]
    pub fn u32(&mut self) -> u32 {
        let number = u32_at(self.bytes, self.at);
        self.at += 4;
        number
    }

    /// The next `length` bytes, or as many as there are.
    #[inline(always)]
    pub fn bytes(&mut self, length: usize) -> &'b [u8] {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let bytes = rest.get(..length).unwrap_or(rest);
        self.at += bytes.len();
        bytes
    }

    /// What has not been read.
    pub fn rest(&self) -> &'b [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// A run of bytes prefixed with its length, as [`push_bytes`] writes it.
    #[inline]
    pub fn run(&mut self) -> &'b [u8] {
        let length = self.varint() as usize;
        self.bytes(length)
    }

    /// A text prefixed with its length; empty if it is not UTF-8.
    pub fn text(&mut self) -> &'b str {
        std::str::from_utf8(self.run()).unwrap_or_default()
    }
}

/// The number whose first byte stands before `at`, and where it ends.
fn long_varint(bytes: &[u8], at: usize, first: u8) -> (u32, usize) {
    let mut number = u32::from(first & 0x7F);
    let mut reader = Reader { bytes, at };
    for shift in [7, 14, 21, 28] {
        let byte = reader.byte();
        number |= u32::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            break;
        }
    }
    (number, reader.at)
}

/// Appends a run of bytes with its length before it.
pub fn push_bytes(bytes: &mut Vec<u8>, run: &[u8]) {
    push_varint(bytes, length_u32(run.len()));
    bytes.extend_from_slice(run);
}

/// Lengths between two known offsets of [`Runs`].
const RUNS_STEP: usize = 16;

/// Records where each of many consecutive runs of bytes ends.
#[derive(Clone, Debug, Default)]
pub struct RunsWriter {
    known: Vec<u8>,
    lengths: Vec<u8>,
    n_runs: u32,
    end: usize,
}

impl RunsWriter {
    /// The next run has this length.
    pub fn push(&mut self, length: usize) {
        if (self.n_runs as usize).is_multiple_of(RUNS_STEP) {
            push_u32(&mut self.known, length_u32(self.end));
            push_u32(&mut self.known, length_u32(self.lengths.len()));
        }
        push_varint(&mut self.lengths, length_u32(length));
        self.n_runs += 1;
        self.end += length;
    }

    /// What [`Runs::open`] reads.
    pub fn finish(self) -> Vec<u8> {
        let mut bytes = self.n_runs.to_le_bytes().to_vec();
        bytes.extend_from_slice(&self.known);
        bytes.extend_from_slice(&self.lengths);
        bytes
    }
}

/// Where each of many consecutive runs of bytes is: an offset for every sixteenth, lengths between.
#[derive(Clone, Copy, Debug, Default)]
pub struct Runs<'b> {
    known: &'b [u8],
    lengths: &'b [u8],
    count: u32,
}

impl<'b> Runs<'b> {
    /// What [`RunsWriter::finish`] made.
    ///
    /// ```
    /// use empact_priorities::bytes::{Runs, RunsWriter};
    ///
    /// let mut writer = RunsWriter::default();
    /// [3, 0, 500].map(|length| writer.push(length));
    /// let bytes = writer.finish();
    /// let runs = Runs::open(&bytes);
    /// assert_eq!((runs.len(), runs.range(1), runs.range(2)), (3, 3..3, 3..503));
    /// assert_eq!(runs.range(3), 0..0);
    /// ```
    pub fn open(bytes: &'b [u8]) -> Self {
        let n_runs = u32_at(bytes, 0);
        let rest = bytes.get(4..).unwrap_or_default();
        let n_known = (n_runs as usize).div_ceil(RUNS_STEP) * 8;
        match rest.split_at_checked(n_known) {
            Some((known, lengths)) => Self { known, lengths, count: n_runs },
            None => Self::default(),
        }
    }

    /// How many runs there are.
    pub const fn len(&self) -> u32 {
        self.count
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Whether the runs lie one behind the other in so many bytes, so that none is read for two.
    ///
    /// ```
    /// use empact_priorities::bytes::{Runs, RunsWriter};
    ///
    /// let mut writer = RunsWriter::default();
    /// (0..20).for_each(|_| writer.push(3));
    /// let mut bytes = writer.finish();
    /// assert_eq!([60, 59].map(|n_bytes| Runs::open(&bytes).are_apart(n_bytes)), [true, false]);
    /// // The seventeenth at the place of the first.
    /// bytes[12..16].fill(0);
    /// assert!(!Runs::open(&bytes).are_apart(60));
    /// ```
    pub fn are_apart(&self, n_bytes: usize) -> bool {
        let (mut end, mut lengths) = (0_usize, Reader::new(self.lengths));
        for known in self.known.chunks_exact(8) {
            if (u32_at(known, 0) as usize, u32_at(known, 4) as usize) != (end, lengths.position()) {
                return false;
            }
            // Behind the last length there are only zeros.
            for _ in 0..RUNS_STEP {
                end = end.saturating_add(lengths.varint() as usize);
            }
        }
        end <= n_bytes
    }

    /// The bytes of a run; empty at 0 if there is no such run.
    pub fn range(&self, run: u32) -> Range<usize> {
        if run >= self.count {
            return 0..0;
        }
        let run = run as usize;
        let known = run / RUNS_STEP * 8;
        let mut start = u32_at(self.known, known) as usize;
        let mut lengths = Reader::new(self.lengths.get(u32_at(self.known, known + 4) as usize..).unwrap_or_default());
        for _ in 0..run % RUNS_STEP {
            start += lengths.varint() as usize;
        }
        start..start + lengths.varint() as usize
    }
}

/// Several runs of bytes as one: their number, their lengths, then the runs.
pub fn join_sections(sections: &[&[u8]]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(4 + sections.iter().map(|section| section.len() + 4).sum::<usize>());
    push_u32(&mut bytes, length_u32(sections.len()));
    for section in sections {
        push_u32(&mut bytes, length_u32(section.len()));
    }
    for section in sections {
        bytes.extend_from_slice(section);
    }
    bytes
}

/// Where in the bytes the runs are that [`join_sections`] joined at a place of theirs; `None` if there are not `expected` ones or the place ends too
/// early.
pub fn split_sections(bytes: &[u8], place: Range<usize>, expected: usize) -> Option<Vec<Range<usize>>> {
    let joined = bytes.get(place.clone())?;
    if u32_at(joined, 0) as usize != expected {
        return None;
    }
    let mut start = place.start + 4 + expected * 4;
    let mut sections = Vec::with_capacity(expected);
    for section in 0..expected {
        let end = start.checked_add(u32_at(joined, 4 + section * 4) as usize)?;
        sections.push(start..end);
        start = end;
    }
    (start <= place.end).then_some(sections)
}

/// A sum of the bytes that a damaged file does not have: 64 bits, computed over 64 bytes per step.
///
/// Multiply and rotate with four lanes, after wyhash (Wang Yi, public domain) and xxHash (Yann Collet): no two values of one word lead a lane to
/// the same state. It detects accidents; it is not a signature. Measured in WebAssembly: 26 GB/s, where copying runs at 15.
pub fn checksum(bytes: &[u8]) -> u64 {
    let mut lanes: (u64, u64, u64, u64) = (MIXER, 1, 2, 3);
    let (chunks, rest) = bytes.as_chunks::<64>();
    for chunk in chunks {
        if let ([w0, w1, w2, w3, w4, w5, w6, w7], _) = chunk.as_chunks::<8>() {
            lanes.0 = mixed(lanes.0, *w0, *w4);
            lanes.1 = mixed(lanes.1, *w1, *w5);
            lanes.2 = mixed(lanes.2, *w2, *w6);
            lanes.3 = mixed(lanes.3, *w3, *w7);
        }
    }
    let mut sum = u64::try_from(bytes.len()).unwrap_or(0);
    for number in rest.iter().map(|byte| u64::from(*byte)).chain([lanes.0, lanes.1, lanes.2, lanes.3]) {
        sum = (sum ^ number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        sum ^= sum >> 32;
    }
    sum
}

const MIXER: u64 = 0xA076_1D64_78BD_642F;

#[inline(always)]
const fn mixed(lane: u64, one: [u8; 8], other: [u8; 8]) -> u64 {
    let turned = (lane ^ u64::from_le_bytes(one)).wrapping_mul(MIXER).rotate_left(29);
    turned.wrapping_add(u64::from_le_bytes(other))
}

#[cfg(test)]
mod tests {
    //! 1. What is written is read: numbers, runs, sections; and what is passed over is not.
    //! 2. Any bytes can be read as numbers, and the end is zeros.
    //! 3. One changed byte changes the checksum.

    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn round_trip(numbers in prop::collection::vec(any::<u32>(), 0..20), text in ".{0,20}") {
            let mut bytes = Vec::new();
            for number in &numbers {
                push_varint(&mut bytes, *number);
                push_u32(&mut bytes, *number);
            }
            push_bytes(&mut bytes, text.as_bytes());
            let mut reader = Reader::new(&bytes);
            for number in numbers {
                prop_assert_eq!(reader.varint(), number);
                prop_assert_eq!(reader.u32(), number);
            }
            prop_assert_eq!(reader.text(), text);
            prop_assert!(reader.is_at_end());
        }

        #[test]
        fn skipped(numbers in prop::collection::vec(prop_oneof![0_u32..128, any::<u32>()], 0..60), count in 0_usize..70) {
            let mut bytes = Vec::new();
            for number in &numbers {
                push_varint(&mut bytes, *number);
            }
            let mut reader = Reader::new(&bytes);
            reader.skip_varints(count);
            for number in numbers.iter().skip(count) {
                prop_assert_eq!(reader.varint(), *number);
            }
            prop_assert!(reader.is_at_end());
        }

        #[test]
        fn runs(lengths in prop::collection::vec(0_usize..400, 0..60)) {
            let mut writer = RunsWriter::default();
            let mut start = 0;
            for length in &lengths {
                writer.push(*length);
            }
            let bytes = writer.finish();
            let runs = Runs::open(&bytes);
            for (run, length) in (0..).zip(lengths) {
                prop_assert_eq!(runs.range(run), start..start + length);
                start += length;
            }
        }

        #[test]
        fn damaged_runs(lengths in prop::collection::vec(0_usize..400, 0..60), at in any::<prop::sample::Index>(), byte in any::<u8>(), n_more in 0_usize..3) {
            let mut writer = RunsWriter::default();
            for length in &lengths {
                writer.push(*length);
            }
            let n_bytes = lengths.iter().sum::<usize>();
            let good = writer.finish();
            prop_assert!(Runs::open(&good).are_apart(n_bytes + n_more));
            prop_assert!(n_bytes == 0 || !Runs::open(&good).are_apart(n_bytes - 1));
            let mut bad = good.clone();
            let at = at.index(bad.len());
            bad[at] = byte;
            let runs = Runs::open(&bad);
            let mut end = 0;
            let is_next = |run: u32| runs.range(run).start == std::mem::replace(&mut end, runs.range(run).end);
            // What is told to lie apart does; but lengths at another place are refused even if they are the same.
            let are_apart = (0..runs.len()).all(is_next) && end <= n_bytes;
            prop_assert!(are_apart || !runs.are_apart(n_bytes));
            prop_assert!(bad != good || are_apart);
        }

        #[test]
        fn sections(sections in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..9), 0..5), cut in 0_usize..9) {
            let slices: Vec<&[u8]> = sections.iter().map(Vec::as_slice).collect();
            let joined = join_sections(&slices);
            let bytes = [b"before", joined.as_slice(), b"behind"].concat();
            let place = 6..6 + joined.len();
            let found = split_sections(&bytes, place.clone(), sections.len()).unwrap();
            prop_assert_eq!(found.into_iter().map(|range| bytes[range].to_vec()).collect::<Vec<_>>(), sections.clone());
            prop_assert!(split_sections(&bytes, place.clone(), sections.len() + 1).is_none());
            let is_cut = cut > 0 && cut <= joined.len();
            prop_assert!(!is_cut || split_sections(&bytes, 6..place.end - cut, sections.len()).is_none());
            prop_assert!(split_sections(&bytes[..place.end - 1], place, sections.len()).is_none());
        }

        #[test]
        fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..20)) {
            let mut reader = Reader::new(&bytes);
            while !reader.is_at_end() {
                reader.varint();
            }
            prop_assert_eq!((reader.varint(), reader.u32(), reader.byte(), reader.run().len()), (0, 0, 0, 0));
            let mut reader = Reader::new(&bytes);
            prop_assert_eq!(reader.bytes(usize::MAX), &bytes);
            prop_assert_eq!((reader.byte(), reader.u32(), reader.bytes(usize::MAX).len(), reader.byte()), (0, 0, 0, 0));
        }

        #[test]
        fn checksums(mut bytes in prop::collection::vec(any::<u8>(), 1..200), at in any::<prop::sample::Index>(), bit in 0_u8..8) {
            let before = checksum(&bytes);
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
            prop_assert_ne!(checksum(&bytes), before);
        }
    }
}

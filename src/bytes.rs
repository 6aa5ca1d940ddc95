//! How are numbers and lists written into a file that is used in place?
//!
//! A snapshot is one run of bytes: little-endian, offsets instead of pointers, checked once when it is opened. What reads
//! it here is total: behind the end of the bytes there are only zeros, so damaged bytes give wrong numbers and never a panic; that they
//! are not damaged is what [`checksum`] is for.
//!
//! A varint holds seven bits of a number a byte, the lowest first; the highest bit says that more follow (LEB128).

/// Appends a number in as few bytes as it needs: one below 128, five at the most.
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
pub fn push_varint(bytes: &mut Vec<u8>, mut number: u32) {
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
        if byte < 0x80 { u32::from(byte) } else { self.long_varint(byte) }
    }

    fn long_varint(&mut self, first: u8) -> u32 {
        let mut number = u32::from(first & 0x7F);
        for shift in [7, 14, 21, 28] {
            let byte = self.byte();
            number |= u32::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                break;
            }
        }
        number
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
        self.at = self.at.saturating_add(length);
        rest.get(..length).unwrap_or(rest)
    }

    /// A run of bytes that says its own length before it, as [`push_bytes`] writes it.
    pub fn run(&mut self) -> &'b [u8] {
        let length = self.varint() as usize;
        self.bytes(length)
    }

    /// A text that says its own length before it; empty if it is not UTF-8.
    pub fn text(&mut self) -> &'b str {
        std::str::from_utf8(self.run()).unwrap_or_default()
    }
}

/// Appends a run of bytes with its length before it.
pub fn push_bytes(bytes: &mut Vec<u8>, run: &[u8]) {
    push_varint(bytes, length_u32(run.len()));
    bytes.extend_from_slice(run);
}

/// A sum of the bytes that a damaged file does not have: 64 bits, eight bytes a step.
///
/// Multiply and fold with four lanes, after wyhash (Wang Yi, public domain). It finds accidents; it is not a signature.
pub fn checksum(bytes: &[u8]) -> u64 {
    const PRIMES: [u64; 4] =
        [0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB, 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3];
    let mut lanes = PRIMES;
    let mut chunks = bytes.chunks_exact(32);
    for chunk in &mut chunks {
        let (words, _) = chunk.as_chunks::<8>();
        for ((lane, word), prime) in lanes.iter_mut().zip(words).zip(PRIMES) {
            let mixed = (*lane ^ u64::from_le_bytes(*word)).wrapping_mul(prime);
            *lane = mixed ^ (mixed >> 29);
        }
    }
    let mut sum = u64::try_from(bytes.len()).unwrap_or(0);
    for byte in chunks.remainder() {
        sum = (sum ^ u64::from(*byte)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        sum ^= sum >> 32;
    }
    for lane in lanes {
        sum = (sum ^ lane).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        sum ^= sum >> 32;
    }
    sum
}

#[cfg(test)]
mod tests {
    //! 1. What is written is read.
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
        fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..20)) {
            let mut reader = Reader::new(&bytes);
            while !reader.is_at_end() {
                reader.varint();
            }
            prop_assert_eq!((reader.varint(), reader.u32(), reader.byte(), reader.run().len()), (0, 0, 0, 0));
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

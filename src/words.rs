//! Which number does a word have, and could it have one at all?
//!
//! Words are numbered in order of appearance, so that what is known about one can be kept in a list. Nearly every word of a text has
//! appeared before, so finding it must cost next to nothing.

use crate::bytes::length_u32;

/// Many short texts in one.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    text: String,
    ends: Vec<u32>,
}

impl Texts {
    /// Appends a text.
    pub fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(length_u32(self.text.len()));
    }

    /// The text with this number; empty if there is none.
    #[inline(always)]
    pub fn get(&self, number: usize) -> &str {
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(number).copied().unwrap_or(0);
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }
}

/// Words with numbers, in order of appearance: a hash table with open addressing.
///
/// ```
/// use empact_priorities::words::Words;
///
/// let mut words = Words::default();
/// assert_eq!(["drugs", "fraude", "drugs"].map(|word| words.number_of(word)), [0, 1, 0]);
/// assert_eq!((words.find("fraude"), words.find("terrorisme"), words.word(0)), (Some(1), None, "drugs"));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// The length is a power of two, and about a third or more is empty.
    slots: Vec<Slot>,
    texts: Texts,
    /// The seed of the hashes. It changes when words are far from where they belong: texts can be made whose words all hash alike for
    /// one seed, so that finding each would walk over all of them. To make them hash alike for all later seeds too is many times harder.
    seed: u64,
}

/// A place in the table of [`Words`].
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// See [`Slot::key_of`].
    key: u64,
    hash: u32,
    /// The number of the word plus one; 0 if there is none.
    number: u32,
}

impl Slot {
    /// How many letters of a word its key holds.
    const KEY_LETTERS: usize = 7;

    /// The first letters of a word and its length (up to 255). A short word is known by its key alone, so that most words are found without
    /// a look at their text.
    #[inline(always)]
    fn key_of(word: &[u8]) -> u64 {
        let length = word.len();
        let letters = if let Some(eight) = word.first_chunk::<8>() {
            u64::from_le_bytes(*eight) & (u64::MAX >> 8)
        } else if let (Some(first), Some(last)) = (word.first_chunk::<4>(), word.last_chunk::<4>()) {
            // The last four letters overlap the first four: those that both hold are shifted out.
            let behind = u64::from(u32::from_le_bytes(*last)) >> (8 * (8 - length));
            u64::from(u32::from_le_bytes(*first)) | behind << 32
        } else {
            let letter = |at: usize| word.get(at).map_or(0, |letter| u64::from(*letter) << (8 * at));
            letter(0) | letter(1) | letter(2)
        };
        letters | (length.min(255) as u64) << 56
    }
}

/// How far a word may be from where it belongs, in slots. By chance one word in a hundred million is that far.
const MAX_DISTANCE: usize = 256;

impl Words {
    /// How many there are.
    pub const fn n_words(&self) -> usize {
        self.texts.ends.len()
    }

    /// The word with this number; empty if there is none.
    pub fn word(&self, number: usize) -> &str {
        self.texts.get(number)
    }

    /// The number of a known word.
    pub fn find(&self, word: &str) -> Option<u32> {
        self.slots.get(self.slot(word).1)?.number.checked_sub(1)
    }

    /// The hash of a word, and where it stands among the slots, or where it would.
    #[inline(never)]
    fn slot(&self, word: &str) -> (u32, usize) {
        self.slot_inlined(word)
    }

    /// The same where it is asked for every word of a text.
    #[inline(always)]
    fn slot_inlined(&self, word: &str) -> (u32, usize) {
        let hash = seeded_hash(self.seed, word.as_bytes());
        let mask = self.slots.len().wrapping_sub(1);
        let key = Slot::key_of(word.as_bytes());
        let mut slot = hash as usize & mask;
        while let Some(known) = self.slots.get(slot)
            && known.number != 0
            && (known.key != key
                || known.hash != hash
                || word.len() > Slot::KEY_LETTERS && self.word(known.number as usize - 1) != word)
        {
            slot = (slot + 1) & mask;
        }
        (hash, slot)
    }

    /// The number of a word; that of a new word is how many came before it.
    #[inline(never)]
    pub fn number_of(&mut self, word: &str) -> u32 {
        self.find(word).unwrap_or_else(|| self.push(word))
    }

    /// The same where it is asked for every word of a text.
    #[inline(always)]
    pub fn number_of_inlined(&mut self, word: &str) -> u32 {
        let (_, at) = self.slot_inlined(word);
        let known = self.slots.get(at).and_then(|slot| slot.number.checked_sub(1));
        known.unwrap_or_else(|| self.push(word))
    }

    /// Takes a word that is not there, and gives its number.
    #[inline(never)]
    pub fn push(&mut self, word: &str) -> u32 {
        if self.texts.ends.len() * 3 >= self.slots.len() * 2 {
            self.grow();
        }
        let (hash, at) = self.slot(word);
        self.texts.push(word);
        let number = length_u32(self.texts.ends.len());
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = Slot { key: Slot::key_of(word.as_bytes()), hash, number };
        }
        if at.wrapping_sub(hash as usize) & (self.slots.len() - 1) > MAX_DISTANCE {
            self.reseed();
        }
        number - 1
    }

    /// Hashes all words anew, from another beginning.
    #[cold]
    fn reseed(&mut self) {
        self.seed = self.seed.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let rehashed = |slot: &Slot| match slot.number.checked_sub(1) {
            Some(number) => Slot { hash: seeded_hash(self.seed, self.word(number as usize).as_bytes()), ..*slot },
            None => *slot,
        };
        let slots = self.slots.iter().map(rehashed).collect();
        self.place(slots, self.slots.len());
    }

    fn grow(&mut self) {
        let slots = std::mem::take(&mut self.slots);
        let length = (slots.len() * 2).max(64);
        self.place(slots, length);
    }

    /// Puts the words of these slots into a table of this length.
    fn place(&mut self, slots: Vec<Slot>, length: usize) {
        self.slots = vec![Slot::default(); length];
        for known in slots.into_iter().filter(|slot| slot.number != 0) {
            let mut slot = known.hash as usize & (length - 1);
            while self.slots.get(slot).is_some_and(|slot| slot.number != 0) {
                slot = (slot + 1) & (length - 1);
            }
            if let Some(empty) = self.slots.get_mut(slot) {
                *empty = known;
            }
        }
    }
}

/// Multiply and fold, eight bytes per step, where the last step may overlap with the one before (after wyhash, Wang Yi, public domain). Only
/// places in a table depend on it.
#[inline(always)]
#[expect(clippy::cast_possible_truncation, reason = "the lowest bits are what is wanted")]
fn seeded_hash(seed: u64, word: &[u8]) -> u32 {
    let mixed = |sum: u64| {
        let sum = sum.wrapping_mul(0xA076_1D64_78BD_642F);
        sum ^ (sum >> 32)
    };
    let mut sum = mixed(seed ^ Slot::key_of(word));
    if let Some(last) = word.last_chunk::<8>() {
        for eight in word.as_chunks::<8>().0 {
            sum = mixed(sum ^ u64::from_le_bytes(*eight));
        }
        sum = mixed(sum ^ u64::from_le_bytes(*last));
    }
    mixed(sum) as u32
}

/// Which texts are none of many words: most that somebody guesses are not, and need not be looked for. A Bloom filter with one hash, of a word's length, its
/// first three letters and its last one; with 40,000 words it lets through one text in seven that is none.
#[derive(Debug)]
pub struct Sieve(Vec<u64>);

impl Sieve {
    const BITS: u32 = 18;

    /// The number of the bit for a word; `None` for one with fewer than four letters.
    #[inline(always)]
    fn bit(word: &str) -> Option<usize> {
        let [one, two, three, .., last] = *word.as_bytes() else { return None };
        let letters = u32::from_le_bytes([one, two, three, last]) ^ length_u32(word.len()) << 13;
        usize::try_from(letters.wrapping_mul(0x9E37_79B9) >> (u32::BITS - Self::BITS)).ok()
    }

    /// Adds a word; one with fewer than four letters is left out.
    pub fn insert(&mut self, word: &str) {
        if let Some(bit) = Self::bit(word)
            && let Some(bits) = self.0.get_mut(bit / 64)
        {
            *bits |= 1 << (bit % 64);
        }
    }

    /// `false`: it has more than three letters and is none of the words that were added.
    #[inline(always)]
    pub fn may_have(&self, word: &str) -> bool {
        Self::bit(word).is_none_or(|bit| self.0.get(bit / 64).is_some_and(|bits| bits >> (bit % 64) & 1 == 1))
    }
}

impl Default for Sieve {
    fn default() -> Self {
        Self(vec![0; (1 << Self::BITS) / 64])
    }
}

#[cfg(test)]
mod tests {
    //! 1. Words that hash alike do not make each other slow.
    //! 2. A sieve lets through all that was added, and little else.

    use super::*;

    #[test]
    fn flood() {
        // All of them belong into the same of 1,024 slots, which hold 682 words.
        let belongs = |word: &String| seeded_hash(0, word.as_bytes()) & 1_023 == 7;
        let words: Vec<String> = (0..).map(|number: u32| format!("w{number}")).filter(belongs).take(680).collect();
        let mut table = Words::default();
        for (number, word) in (0..).zip(&words) {
            assert_eq!(table.number_of(word), number);
        }
        assert_ne!(table.seed, 0);
        for (number, word) in (0..).zip(&words) {
            assert_eq!((table.number_of(word), table.find(word)), (number, Some(number)));
        }
        let mask = table.slots.len() - 1;
        let taken = table.slots.iter().enumerate().filter(|(_, slot)| slot.number != 0);
        let farthest = taken.map(|(at, slot)| at.wrapping_sub(slot.hash as usize) & mask).max();
        assert!(farthest.unwrap() <= MAX_DISTANCE, "{farthest:?}");
    }

    #[test]
    fn sieve() {
        // As many letters and lengths as words have.
        let word = |number: u32| format!("{:x}", u64::from(number).wrapping_mul(0x9E37_79B9_7F4A) >> (number % 7 * 4));
        let mut sieve = Sieve::default();
        let known: Vec<String> = (0..40_000).map(word).chain(["a", "de", "van", ""].map(str::to_owned)).collect();
        for word in &known {
            sieve.insert(word);
        }
        assert_eq!(known.iter().find(|word| !sieve.may_have(word)), None);
        let n_passed = (40_000..80_000).filter(|number| sieve.may_have(&word(*number))).count();
        assert!((1..40_000 / 5).contains(&n_passed), "{n_passed}");
    }
}

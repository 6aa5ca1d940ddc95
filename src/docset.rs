//! Which documents? A set of them, one bit each (a bitset).

/// A set of documents, by number.
///
/// ```
/// use empact_priorities::docset::DocSet;
///
/// let mut documents = DocSet::none(100);
/// documents.insert(7);
/// documents.insert(70);
/// assert!(documents.contains(7) && !documents.contains(8));
/// assert_eq!((documents.next(8), documents.next(71)), (Some(70), None));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocSet(Vec<u64>);

impl DocSet {
    /// None of `n_documents`.
    pub fn none(n_documents: u32) -> Self {
        Self(vec![0; (n_documents as usize).div_ceil(64)])
    }

    /// All of `n_documents`.
    pub fn all(n_documents: u32) -> Self {
        let mut all = Self(vec![u64::MAX; (n_documents as usize).div_ceil(64)]);
        if let Some(last) = all.0.last_mut()
            && !n_documents.is_multiple_of(64)
        {
            *last = (1 << (n_documents % 64)) - 1;
        }
        all
    }

    /// Removes those of the other set.
    pub fn remove(&mut self, others: &Self) {
        for (bits, others) in self.0.iter_mut().zip(&others.0) {
            *bits &= !others;
        }
    }

    /// Adds one.
    #[inline(always)]
    pub fn insert(&mut self, document: u32) {
        if let Some(bits) = self.0.get_mut(document as usize / 64) {
            *bits |= 1 << (document % 64);
        }
    }

    /// Whether it is among them.
    #[inline(always)]
    pub fn contains(&self, document: u32) -> bool {
        self.0.get(document as usize / 64).is_some_and(|bits| bits & (1 << (document % 64)) != 0)
    }

    /// Fills the words with the bits from `first` on, which is a multiple of 64; behind the end there are none.
    pub(crate) fn copy(&self, first: u32, words: &mut [u64]) {
        let from = self.0.get(first as usize / 64..).unwrap_or_default();
        words.iter_mut().zip(from.iter().chain(std::iter::repeat(&0))).for_each(|(word, bits)| *word = *bits);
    }

    /// The first of them that is not below `document`.
    pub fn next(&self, document: u32) -> Option<u32> {
        let first = document as usize / 64;
        let mut mask = u64::MAX << (document % 64);
        for (word, bits) in (document / 64..).zip(self.0.get(first..)?) {
            if bits & mask != 0 {
                return Some(word * 64 + (bits & mask).trailing_zeros());
            }
            mask = u64::MAX;
        }
        None
    }

    /// All of them, ascending.
    pub fn each(&self, each: &mut dyn FnMut(u32)) {
        for (word, bits) in (0_u32..).zip(&self.0) {
            let mut bits = *bits;
            while bits != 0 {
                each(word * 64 + bits.trailing_zeros());
                bits &= bits - 1;
            }
        }
    }

    /// Keeps those that the other set has too.
    pub fn intersect(&mut self, other: &Self) {
        for (bits, others) in self.0.iter_mut().zip(&other.0) {
            *bits &= others;
        }
    }

    /// Adds those of the other set.
    pub fn unite(&mut self, other: &Self) {
        for (bits, others) in self.0.iter_mut().zip(&other.0) {
            *bits |= others;
        }
    }
}

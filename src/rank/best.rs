//! Which are the best documents so far?

use super::Ranked;
use std::cmp::Ordering;

/// The order of an answer: higher scores first, equal ones in document order.
pub(crate) fn best_first(one: &Ranked, other: &Ranked) -> Ordering {
    other.score.total_cmp(&one.score).then(one.document.cmp(&other.document))
}

/// The best documents so far: a heap with the worst of them at its root.
pub(super) struct Best {
    limit: usize,
    ranked: Vec<Ranked>,
    /// What a document must exceed. Documents come in ascending order, so one with the same score as the worst goes behind it.
    pub(super) threshold: f64,
}

impl Best {
    /// At most this many.
    pub(super) fn new(limit: usize) -> Self {
        // Room for as many as are usually wanted.
        Self { limit, ranked: Vec::with_capacity(limit.min(32)), threshold: 0.0 }
    }

    pub(super) fn push(&mut self, ranked: Ranked) {
        if self.ranked.len() < self.limit {
            self.ranked.push(ranked);
            if self.ranked.len() < self.limit {
                return;
            }
            heapify(&mut self.ranked);
        } else if let Some(worst) = self.ranked.first_mut() {
            *worst = ranked;
            sink(&mut self.ranked, 0);
        }
        self.threshold = self.ranked.first().map_or(0.0, |worst| worst.score);
    }

    /// Best first: the worst of the heap goes to its end, again and again.
    pub(super) fn into_sorted(mut self) -> Vec<Ranked> {
        heapify(&mut self.ranked);
        let mut heap = self.ranked.as_mut_slice();
        while let Some((end, rest)) = std::mem::take(&mut heap).split_last_mut() {
            if let Some(worst) = rest.first_mut() {
                std::mem::swap(worst, end);
            }
            sink(rest, 0);
            heap = rest;
        }
        self.ranked
    }
}

/// Makes a heap, with the worst at its root.
fn heapify(ranked: &mut [Ranked]) {
    for at in (0..ranked.len() / 2).rev() {
        sink(ranked, at);
    }
}

/// Lets one sink in a heap until nothing below it is worse.
#[inline]
fn sink(heap: &mut [Ranked], mut at: usize) {
    while let Some((sinking, first)) = heap.get(at).zip(heap.get(at * 2 + 1)) {
        let is_second = heap.get(at * 2 + 2).is_some_and(|second| is_worse(second, first));
        let below = at * 2 + 1 + usize::from(is_second);
        if !heap.get(below).is_some_and(|worst| is_worse(worst, sinking)) {
            return;
        }
        heap.swap(at, below);
        at = below;
    }
}

/// Whether the first goes behind the second; scores are numbers.
#[inline(always)]
fn is_worse(one: &Ranked, other: &Ranked) -> bool {
    one.score < other.score || one.score <= other.score && one.document > other.document
}

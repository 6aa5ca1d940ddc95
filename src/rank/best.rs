//! Which are the best documents so far?

use super::Ranked;
use crate::order::sort;
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
    pub(super) const fn new(limit: usize) -> Self {
        Self { limit, ranked: Vec::new(), threshold: 0.0 }
    }

    /// Whether the first goes behind the second.
    fn is_worse(&self, one: usize, other: usize) -> bool {
        match (self.ranked.get(one), self.ranked.get(other)) {
            (Some(one), Some(other)) => best_first(one, other).is_gt(),
            _ => false,
        }
    }

    pub(super) fn push(&mut self, ranked: Ranked) {
        self.put(ranked);
        if self.ranked.len() >= self.limit {
            self.threshold = self.ranked.first().map_or(0.0, |worst| worst.score);
        }
    }

    fn put(&mut self, ranked: Ranked) {
        if self.ranked.len() < self.limit {
            self.ranked.push(ranked);
            let mut at = self.ranked.len() - 1;
            while at > 0 && self.is_worse(at, (at - 1) / 2) {
                self.ranked.swap(at, (at - 1) / 2);
                at = (at - 1) / 2;
            }
            return;
        }
        if let Some(root) = self.ranked.first_mut() {
            *root = ranked;
        }
        let mut at = 0;
        loop {
            let mut worst = at;
            for child in [at * 2 + 1, at * 2 + 2] {
                if child < self.ranked.len() && self.is_worse(child, worst) {
                    worst = child;
                }
            }
            if worst == at {
                return;
            }
            self.ranked.swap(at, worst);
            at = worst;
        }
    }

    pub(super) fn into_sorted(mut self) -> Vec<Ranked> {
        sort(&mut self.ranked, &best_first);
        self.ranked
    }
}

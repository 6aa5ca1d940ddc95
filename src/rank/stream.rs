//! How often does a group stand in the documents of a window, and how much can it score there?

use super::{Matching, saturated};
use crate::group::{Group, Parameters};
use crate::index::{FieldMask, Index, Scale, Vocabulary};
use crate::postings::{Cursor, END, Levels};

/// How many documents are processed together; a multiple of 64. Few in tests, so that a collection has several such windows.
pub(super) const WINDOW: u32 = if cfg!(test) { 128 } else { 4_096 };

/// Documents of a window: a bit for each.
pub(super) type WindowSet = [u64; WINDOW as usize / 64];

/// A run of documents that are processed together: at most [`WINDOW`] of them, starting at a multiple of 64.
#[derive(Clone, Copy)]
pub(super) struct Window {
    pub(super) first: u32,
    pub(super) last: u32,
}

impl Window {
    /// The first one from a document on in which one can match.
    pub(super) fn next(streams: &[Stream<'_>], first: u32, n_documents: u32, matching: Matching) -> Option<Self> {
        let lowest = streams.iter().map(Stream::lowest);
        let lowest = if matching == Matching::All { lowest.max() } else { lowest.min() }.unwrap_or(END);
        let first = first.max(lowest - lowest % 64);
        let last = first.saturating_add(WINDOW - 1).min(n_documents.saturating_sub(1));
        (lowest < n_documents && first < n_documents).then_some(Self { first, last })
    }
}

/// A term of a group on its way through the documents.
struct Walk<'i> {
    cursor: Cursor<'i>,
    weight: f64,
    /// No document of the window has it more often, weighted.
    bound: f64,
    /// The same for the terms behind it together.
    behind: f64,
}

/// A group on its way through the documents.
pub(super) struct Stream<'i> {
    scale: Scale<'i>,
    levels: &'i Levels,
    fields: FieldMask,
    idf: f64,
    k1: f64,
    walks: Vec<Walk<'i>>,
    /// How often the group stands in each document of the window, weighted, as far as it was added up.
    frequencies: Vec<f64>,
    /// Whether that was done for the window.
    pub(super) is_added_up: bool,
}

impl<'i> Stream<'i> {
    pub(super) fn new(
        index: &'i Index,
        vocabularies: &[Vocabulary<'i>],
        group: &Group,
        parameters: &Parameters,
    ) -> Self {
        let mut walks = Vec::with_capacity(group.terms.len());
        for term in &group.terms {
            if let Some(vocabulary) = vocabularies.get(term.vocabulary) {
                let cursor = vocabulary.postings_at(term.place);
                walks.push(Walk { cursor, weight: term.weight, bound: 0.0, behind: 0.0 });
            }
        }
        Self {
            scale: index.scale(),
            levels: index.levels(),
            fields: group.fields,
            idf: group.idf,
            // Not 0, so that a frequency of 0 scores 0 without being asked for.
            k1: parameters.k1.max(f64::MIN_POSITIVE),
            walks,
            frequencies: Vec::new(),
            is_added_up: false,
        }
    }

    /// How many postings there are at the most.
    pub(super) fn n_postings(&self) -> u64 {
        self.walks.iter().map(|walk| u64::from(walk.cursor.n_documents())).sum()
    }

    /// No document below this one is still to come.
    fn lowest(&self) -> u32 {
        self.walks.iter().map(|walk| walk.cursor.lowest()).min().unwrap_or(END)
    }

    /// What a document scores that has the group so often, weighted.
    #[inline(always)]
    fn score(&self, frequency: f64) -> f64 {
        self.idf * saturated(frequency, self.k1)
    }

    /// Whatever stands less often than this, weighted, scores below `threshold`.
    pub(super) fn frequency_below(&self, threshold: f64) -> f64 {
        let share = threshold / self.idf;
        if share < 1.0 { self.k1 * share / (1.0 - share) * (1.0 - 1e-9) } else { f64::MAX }
    }

    /// Goes on to a window: no document of it scores higher. Nothing before it is asked for any more.
    pub(super) fn enter(&mut self, window: Window) -> f64 {
        let mut frequency = 0.0;
        for walk in &mut self.walks {
            walk.bound = walk.weight * self.levels.bound(walk.cursor.level_within(window.first, window.last));
            frequency += walk.bound;
        }
        bounded(self.score(frequency))
    }

    /// Adds up the frequencies in a window, and notes the documents. Passed over are blocks whose documents cannot exceed the threshold
    /// even where the other groups score as much as `others`.
    pub(super) fn add_up(&mut self, window: Window, candidates: &mut WindowSet, others: f64, threshold: f64) {
        if self.frequencies.is_empty() {
            self.frequencies = vec![0.0; WINDOW as usize];
        }
        self.is_added_up = true;
        let too_rare = self.frequency_below(threshold - others);
        let Some(frequencies) = self.frequencies.first_chunk_mut::<{ WINDOW as usize }>() else { return };
        // What the other terms of the group bring at the most: those before the one at hand, and those behind it.
        let (mut before, mut behind) = (0.0, 0.0);
        for walk in self.walks.iter_mut().rev() {
            walk.behind = behind;
            behind += walk.bound;
        }
        for Walk { cursor, weight, bound, behind } in self.walks.iter_mut().filter(|walk| walk.bound > 0.0) {
            loop {
                cursor.seek_block(window.first);
                if cursor.lowest() > window.last {
                    break;
                }
                if before + *behind + *weight * self.levels.bound(cursor.block_level()) < too_rare {
                    // What lies in the next window is judged there.
                    if cursor.block_last() > window.last {
                        break;
                    }
                    cursor.skip_block();
                    continue;
                }
                if cursor.seek(window.first) > window.last {
                    break;
                }
                cursor.each_in_block(window.last, &mut |document, profile| {
                    let frequency = *weight * self.scale.frequency(document, profile, self.fields);
                    // Always a place in the window, also in a damaged list.
                    let at = (document.wrapping_sub(window.first) % WINDOW) as usize;
                    if frequency > 0.0
                        && let Some(sum) = frequencies.get_mut(at)
                        && let Some(bits) = candidates.get_mut(at / 64)
                    {
                        *sum += frequency;
                        *bits |= 1 << (at % 64);
                    }
                });
            }
            before += *bound;
        }
    }

    /// Adds up the frequencies in a window for the documents in `candidates` alone.
    pub(super) fn add_up_for(&mut self, candidates: &WindowSet, window: Window, others: f64, threshold: f64) {
        let mut touched: WindowSet = [0; _];
        self.add_up(window, &mut touched, others, threshold);
        for (touched, candidates) in touched.iter_mut().zip(candidates) {
            *touched &= !candidates;
        }
        each_bit(&mut touched, &mut |at| self.forget(at));
    }

    /// Whether adding up a window costs less than looking up so many of its documents.
    pub(super) fn is_worth_adding_up(&self, n_candidates: u32, n_documents: u32) -> bool {
        let n_walks = self.walks.iter().filter(|walk| walk.bound > 0.0).count();
        let n_looked_up = n_walks as u64 * u64::from(n_candidates);
        n_looked_up > self.n_postings() * u64::from(WINDOW) / u64::from(n_documents.max(WINDOW))
    }

    /// The score of what was added up for a place in the window, which is forgotten.
    #[inline(always)]
    pub(super) fn take(&mut self, at: u32) -> f64 {
        let frequency = self.frequencies.get_mut(at as usize).map_or(0.0, std::mem::take);
        self.score(frequency)
    }

    /// Whether a place in the window was added up to less than `frequency`.
    #[inline(always)]
    pub(super) fn has_less(&self, at: u32, frequency: f64) -> bool {
        self.is_added_up && self.frequencies.get(at as usize).is_some_and(|found| *found < frequency)
    }

    /// Forgets what was added up for a place in the window.
    pub(super) fn forget(&mut self, at: u32) {
        if let Some(frequency) = self.frequencies.get_mut(at as usize) {
            *frequency = 0.0;
        }
    }

    /// The score of a document of the window; they ascend.
    pub(super) fn look_up(&mut self, document: u32) -> f64 {
        let mut frequency = 0.0;
        for walk in &mut self.walks {
            if walk.bound > 0.0 && walk.cursor.seek(document) == document {
                frequency += walk.weight * self.scale.frequency(document, walk.cursor.profile(), self.fields);
            }
        }
        self.score(frequency)
    }
}

/// A bound that sums made in another order keep to.
#[inline(always)]
pub(super) fn bounded(score: f64) -> f64 {
    score * (1.0 + 1e-9)
}

/// Hands over the places of the bits that are set, ascending, and clears them.
#[inline(always)]
pub(super) fn each_bit(words: &mut [u64], each: &mut impl FnMut(u32)) {
    for (word, bits) in (0..).step_by(64).zip(words) {
        let mut rest = std::mem::take(bits);
        while rest != 0 {
            each(word + rest.trailing_zeros());
            rest &= rest - 1;
        }
    }
}

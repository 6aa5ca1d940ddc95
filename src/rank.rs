//! Which documents answer a query best?
//!
//! ```text
//! groups     ──▶ the frequency of a group in a document is the weighted sum over its terms and over the fields
//!            ──▶ BM25F: saturated once, times the idf of the group
//! documents  ──▶ the sum over the words of the query; those that cannot reach the best ones are skipped
//! ```
//!
//! Sources: S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and
//! Trends in Information Retrieval 3(4), 2009: saturation and document length (section 3.4), fields combined before
//! saturation (section 3.6). S. Robertson, S. Walker et al., "Okapi at TREC-3", 1994: the idf. A. Broder et al., "Efficient Query
//! Evaluation using a Two-Level Retrieval Process", CIKM 2003 (WAND) and S. Ding and T. Suel, SIGIR 2011 (block-max): what can be
//! skipped.

use crate::analysis::Language;
use crate::docset::DocSet;
use crate::group::{Group, Parameters};
use crate::index::{FieldId, FieldMask, Index, Scale, Vocabulary};
use crate::order::{insert_all, sort};
use crate::postings::{Cursor, END, Levels};
use crate::query::{ConceptSet, MAX_CONCEPTS};
use std::cmp::Ordering;

/// The saturated value of a frequency, 0.0 to 1.0; also of an infinite one.
#[inline(always)]
pub(crate) fn saturated(frequency: f64, k1: f64) -> f64 {
    1.0 - k1 / (k1 + frequency)
}

/// How many documents are processed together; a multiple of 64. Few in tests, so that a collection has several such windows.
const WINDOW: u32 = if cfg!(test) { 128 } else { 2_048 };

const WINDOW_WORDS: usize = WINDOW as usize / 64;

/// A run of documents that are processed together: at most [`WINDOW`] of them, starting at a multiple of 64.
#[derive(Clone, Copy)]
struct Window {
    first: u32,
    last: u32,
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
struct Stream<'i> {
    scale: Scale<'i>,
    levels: &'i Levels,
    fields: FieldMask,
    idf: f64,
    k1: f64,
    walks: Vec<Walk<'i>>,
    /// How often the group stands in each document of the window, weighted, as far as it was added up.
    frequencies: Vec<f64>,
    /// Whether that was done for the window.
    is_added_up: bool,
}

impl<'i> Stream<'i> {
    fn new(index: &'i Index, group: &Group, parameters: &Parameters) -> Self {
        let vocabularies: Vec<Vocabulary<'i>> = index.vocabularies().collect();
        let walks = group.terms.iter().filter_map(|term| {
            let cursor = vocabularies.get(term.vocabulary)?.postings_at(term.place);
            Some(Walk { cursor, weight: term.weight, bound: 0.0, behind: 0.0 })
        });
        Self {
            scale: index.scale(),
            levels: index.levels(),
            fields: group.fields,
            idf: group.idf,
            k1: parameters.k1,
            walks: walks.collect(),
            frequencies: Vec::new(),
            is_added_up: false,
        }
    }

    /// How many postings there are at the most.
    fn n_postings(&self) -> u64 {
        self.walks.iter().map(|walk| u64::from(walk.cursor.n_documents())).sum()
    }

    /// No document below this one is still to come.
    fn lowest(&self) -> u32 {
        self.walks.iter().map(|walk| walk.cursor.lowest()).min().unwrap_or(END)
    }

    /// What a document scores that has the group so often, weighted.
    #[inline(always)]
    fn score(&self, frequency: f64) -> f64 {
        if frequency > 0.0 { self.idf * saturated(frequency, self.k1) } else { 0.0 }
    }

    /// Whatever stands less often than this, weighted, scores below `threshold`.
    fn frequency_below(&self, threshold: f64) -> f64 {
        let share = threshold / self.idf;
        if share < 1.0 { self.k1 * share / (1.0 - share) * (1.0 - 1e-9) } else { f64::MAX }
    }

    /// Goes on to a window: no document of it scores higher. Nothing before it is asked for any more.
    fn enter(&mut self, window: Window) -> f64 {
        let mut frequency = 0.0;
        for walk in &mut self.walks {
            walk.bound = walk.weight * self.levels.bound(walk.cursor.level_within(window.first, window.last));
            frequency += walk.bound;
        }
        bounded(self.score(frequency))
    }

    /// Adds up the frequencies in a window, and notes the documents. Passed over are blocks whose documents cannot exceed the threshold
    /// even where the other groups score as much as `others`.
    fn add_up(&mut self, window: Window, candidates: &mut [u64; WINDOW_WORDS], others: f64, threshold: f64) {
        if self.frequencies.is_empty() {
            self.frequencies = vec![0.0; WINDOW as usize];
        }
        self.is_added_up = true;
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
                let frequency = before + *behind + *weight * self.levels.bound(cursor.block_level());
                if bounded(self.idf * saturated(frequency, self.k1)) + others <= threshold {
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
    fn add_up_for(
        &mut self,
        candidates: &[u64; WINDOW_WORDS],
        window: Window,
        touched: &mut [u64; WINDOW_WORDS],
        others: f64,
        threshold: f64,
    ) {
        self.add_up(window, touched, others, threshold);
        for (touched, candidates) in touched.iter_mut().zip(candidates) {
            *touched &= !candidates;
        }
        each_bit(touched, &mut |at| self.forget(at));
    }

    /// Whether adding up a window costs less than looking up so many of its documents.
    fn is_worth_adding_up(&self, n_candidates: u32, n_documents: u32) -> bool {
        let n_walks = self.walks.iter().filter(|walk| walk.bound > 0.0).count();
        let n_looked_up = n_walks as u64 * u64::from(n_candidates);
        n_looked_up > self.n_postings() * u64::from(WINDOW) / u64::from(n_documents.max(WINDOW))
    }

    /// The score of what was added up for a place in the window, which is forgotten.
    #[inline(always)]
    fn take(&mut self, at: u32) -> f64 {
        let frequency = self.frequencies.get_mut(at as usize).map_or(0.0, std::mem::take);
        self.score(frequency)
    }

    /// Whether a place in the window was added up to less than `frequency`.
    #[inline(always)]
    fn has_less(&self, at: u32, frequency: f64) -> bool {
        self.is_added_up && self.frequencies.get(at as usize).is_some_and(|found| *found < frequency)
    }

    /// Forgets what was added up for a place in the window.
    fn forget(&mut self, at: u32) {
        if let Some(frequency) = self.frequencies.get_mut(at as usize) {
            *frequency = 0.0;
        }
    }

    /// The score of a document of the window; they ascend.
    fn look_up(&mut self, document: u32) -> f64 {
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
fn bounded(score: f64) -> f64 {
    score * (1.0 + 1e-9)
}

/// Which documents match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matching {
    /// Those that answer every concept.
    All,
    /// Those that answer any.
    Any,
}

/// A document with its score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranked {
    /// The document.
    pub document: u32,
    /// The sum over the query words, above 0.
    pub score: f64,
    /// Which concepts of the query it answers.
    pub concepts: ConceptSet,
}

/// Which documents are ranked.
pub struct Scope<'s> {
    /// Which of them match.
    pub matching: Matching,
    /// Only these, if given.
    pub among: Option<&'s DocSet>,
    /// Only those that this accepts.
    pub accept: &'s dyn Fn(u32) -> bool,
    /// At most this many.
    pub limit: usize,
}

/// The best documents of a scope, best first; equal scores in document order.
///
/// ```text
/// window     2,048 documents. No group scores more in them than the highest levels of its blocks say.
/// leads      the groups of which a document must have one to be among the best: their postings are added up
///            (all words wanted: only the rarest group)
/// others     looked up for those documents that can still be among the best with them
/// ```
///
/// (`MaxScore`: H. Turtle and J. Flood, "Query evaluation: strategies and optimizations", Information Processing & Management 31(6),
/// 1995; with the bounds of blocks, and window by window as Lucene does it.)
///
/// The same index and query give the same bits on every platform: the only function used besides the four basic operations
/// and the square root, which IEEE 754 fixes, is `libm::log`.
pub fn rank(index: &Index, groups: &[Group], scope: &Scope<'_>, parameters: &Parameters) -> Vec<Ranked> {
    let mut best = Best { limit: scope.limit, ranked: Vec::new(), threshold: 0.0 };
    if groups.is_empty() || scope.limit == 0 || groups.len() > MAX_CONCEPTS {
        return Vec::new();
    }
    let mut streams: Vec<Stream<'_>> = groups.iter().map(|group| Stream::new(index, group, parameters)).collect();
    // By place: those that lead come first.
    let mut order: Vec<usize> = (0..streams.len()).collect();
    let needs_all = scope.matching == Matching::All;
    if needs_all {
        let size = |place: usize| streams.get(place).map_or(0, Stream::n_postings);
        sort(&mut order, &|one, other| size(*one).cmp(&size(*other)));
    }
    // By place: no document of the window scores more for the group; and the scores of the document at hand.
    let (mut bounds, mut scores) = (vec![0.0; streams.len()], vec![0.0; streams.len()]);
    // Places of the groups that are looked up, in the order in which they are, each with the bounds of itself and those behind it.
    let mut looked_up: Vec<(usize, f64)> = Vec::with_capacity(streams.len());
    let coordination = coordinations(groups.len(), parameters);
    let (mut candidates, mut touched) = ([0_u64; WINDOW_WORDS], [0_u64; WINDOW_WORDS]);
    // No document with the only group less often than this can be among the best.
    let mut too_rare = 0.0;
    let mut first = 0;
    while let Some(window) = next_window(&streams, first, index.n_documents(), scope.matching) {
        first = window.last + 1;

        for (stream, bound) in streams.iter_mut().zip(&mut bounds) {
            stream.is_added_up = false;
            *bound = stream.enter(window);
        }
        let bound = |place: usize| bounds.get(place).copied().unwrap_or(0.0);
        let all: f64 = bounds.iter().sum();
        let threshold = best.threshold;
        if bounded(all) <= threshold || needs_all && bounds.iter().any(|bound| *bound <= 0.0) {
            continue;
        }
        if !needs_all {
            // Nearly so already when windows follow each other.
            insert_all(&mut order, &|one, other| bound(other).total_cmp(&bound(one)));
        }

        // What must be had comes first: all places but the last ones that are not enough together.
        let is_enough = |sum: f64| !needs_all && scope.among.is_none() && bounded(sum) > threshold;
        let n_most = if needs_all && scope.among.is_none() { order.len() - 1 } else { order.len() };
        last_places(order.iter().rev().take(n_most).map(|place| (*place, bound(*place))), &is_enough, &mut looked_up);
        match scope.among {
            Some(among) => among.copy(window.first, &mut candidates),
            None => {
                for place in order.iter().take(order.len() - looked_up.len()) {
                    if let Some(stream) = streams.get_mut(*place) {
                        stream.add_up(window, &mut candidates, all - bound(*place), threshold);
                    }
                }
            }
        }
        // Where there are many candidates, adding up costs less than looking up.
        if !looked_up.is_empty() {
            let n_candidates: u32 = candidates.iter().map(|bits| bits.count_ones()).sum();
            looked_up.retain(|(place, _)| {
                let Some(stream) = streams.get_mut(*place) else { return false };
                let is_worth_it = stream.is_worth_adding_up(n_candidates, index.n_documents());
                if is_worth_it {
                    stream.add_up_for(&candidates, window, &mut touched, all - bound(*place), threshold);
                }
                !is_worth_it
            });
        }
        looked_up.reverse();
        let rest = looked_up.first().map_or(0.0, |(_, rest)| *rest);

        each_bit(&mut candidates, &mut |at| {
            let document = window.first + at;
            let mut found = 0.0;
            // One word alone: its frequency tells without a division.
            if let [stream] = &mut *streams
                && stream.has_less(at, too_rare)
            {
                stream.forget(at);
                return;
            }
            for (stream, score) in streams.iter_mut().zip(&mut scores) {
                if stream.is_added_up {
                    *score = stream.take(at);
                    found += *score;
                }
            }
            // Most candidates end here.
            if bounded(found + rest) <= best.threshold {
                return;
            }
            for (place, rest) in &looked_up {
                if let (Some(stream), Some(score)) = (streams.get_mut(*place), scores.get_mut(*place)) {
                    if bounded(found + rest) <= best.threshold {
                        return;
                    }
                    *score = stream.look_up(document);
                    found += *score;
                    if needs_all && *score <= 0.0 {
                        return;
                    }
                }
            }
            let (sum, concepts) = summed(&scores);
            let is_enough = !needs_all || concepts.len() as usize == groups.len();
            let total = sum * coordination.get(concepts.len() as usize).copied().unwrap_or(1.0);
            if total > best.threshold && is_enough && (scope.accept)(document) {
                best.push(Ranked { document, score: total, concepts });
                if let [stream] = &*streams {
                    too_rare = stream.frequency_below(best.threshold);
                }
            }
        });
    }
    best.into_sorted()
}

/// The first run of documents from `first` on in which one can match.
fn next_window(streams: &[Stream<'_>], first: u32, n_documents: u32, matching: Matching) -> Option<Window> {
    let lowest = streams.iter().map(Stream::lowest);
    let lowest = if matching == Matching::All { lowest.max() } else { lowest.min() }.unwrap_or(END);
    let first = first.max(lowest - lowest % 64);
    let last = first.saturating_add(WINDOW - 1).min(n_documents.saturating_sub(1));
    (lowest < n_documents && first < n_documents).then_some(Window { first, last })
}

/// The scores of the groups, added up in the order of the query as always, and which groups have one.
fn summed(scores: &[f64]) -> (f64, ConceptSet) {
    let (mut sum, mut concepts) = (0.0, ConceptSet::default());
    for (place, score) in scores.iter().enumerate().filter(|(_, score)| **score > 0.0) {
        sum += score;
        concepts.insert(place);
    }
    (sum, concepts)
}

/// Of places with their bounds, the first ones whose sum is not enough, each with the sum so far.
fn last_places(
    places: impl Iterator<Item = (usize, f64)>,
    is_enough: &dyn Fn(f64) -> bool,
    found: &mut Vec<(usize, f64)>,
) {
    found.clear();
    let mut sum = 0.0;
    for (place, bound) in places {
        sum += bound;
        if is_enough(sum) {
            break;
        }
        found.push((place, sum));
    }
}

/// Hands over the places of the bits that are set, ascending, and clears them.
#[inline(always)]
fn each_bit(words: &mut [u64], each: &mut impl FnMut(u32)) {
    for (word, bits) in (0..).step_by(64).zip(words) {
        let mut rest = std::mem::take(bits);
        while rest != 0 {
            each(word + rest.trailing_zeros());
            rest &= rest - 1;
        }
    }
}

/// By the number of concepts answered: the factor for a score.
fn coordinations(n_concepts: usize, parameters: &Parameters) -> Vec<f64> {
    (0..).take(n_concepts + 1).map(|n_answered| coordination(n_answered, n_concepts, parameters)).collect()
}

/// The factor for a score if `n_answered` of `n_concepts` are answered.
fn coordination(n_answered: u32, n_concepts: usize, parameters: &Parameters) -> f64 {
    let n_concepts = f64::from(u32::try_from(n_concepts).unwrap_or(u32::MAX).max(1));
    1.0 - parameters.coordination * (1.0 - f64::from(n_answered) / n_concepts)
}

/// The order of an answer: higher scores first, equal ones in document order.
pub(crate) fn best_first(one: &Ranked, other: &Ranked) -> Ordering {
    other.score.total_cmp(&one.score).then(one.document.cmp(&other.document))
}

/// The best documents so far: a heap with the worst of them at its root.
struct Best {
    limit: usize,
    ranked: Vec<Ranked>,
    /// What a document must exceed. Documents come in ascending order, so one with the same score as the worst goes behind it.
    threshold: f64,
}

impl Best {
    /// Whether the first goes behind the second.
    fn is_worse(&self, one: usize, other: usize) -> bool {
        match (self.ranked.get(one), self.ranked.get(other)) {
            (Some(one), Some(other)) => best_first(one, other).is_gt(),
            _ => false,
        }
    }

    fn push(&mut self, ranked: Ranked) {
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

    fn into_sorted(mut self) -> Vec<Ranked> {
        sort(&mut self.ranked, &best_first);
        self.ranked
    }
}

/// All documents that match, whatever their score.
pub fn matching(index: &Index, groups: &[Group], matching: Matching) -> DocSet {
    let vocabularies: Vec<Vocabulary<'_>> = index.vocabularies().collect();
    let mut all: Option<DocSet> = None;
    for group in groups {
        let mut documents = DocSet::none(index.n_documents());
        for term in &group.terms {
            let Some(vocabulary) = vocabularies.get(term.vocabulary) else { continue };
            let mut cursor = vocabulary.postings_at(term.place);
            let mut document = cursor.seek(0);
            while document != END {
                let stands_there = group.fields == FieldMask::ALL
                    || index.profile(cursor.profile()).iter().any(|part| group.fields.contains(part.field));
                if stands_there {
                    documents.insert(document);
                }
                document = cursor.advance();
            }
        }
        match &mut all {
            Some(all) => match matching {
                Matching::All => all.intersect(&documents),
                Matching::Any => all.unite(&documents),
            },
            None => all = Some(documents),
        }
    }
    all.unwrap_or_else(|| DocSet::none(index.n_documents()))
}

/// What one term adds to the score of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct TermContribution {
    /// The term.
    pub word: String,
    /// Its language.
    pub language: Language,
    /// Its weight in the group.
    pub weight: f64,
    /// Its occurrences: field, how often, and the frequency weighted by the field and the length of the document.
    pub fields: Vec<(FieldId, u32, f64)>,
}

/// What one concept adds to the score of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct ConceptContribution {
    /// The place of the concept in [`crate::query::Query::concepts`].
    pub concept: usize,
    /// Its part of the score: the idf times the saturated frequency.
    pub score: f64,
    /// Its idf.
    pub idf: f64,
    /// The terms that occur in the document.
    pub terms: Vec<TermContribution>,
}

/// How the score of a document is made up, from the same numbers: the contributions in the order of the query.
///
/// ```text
/// score = (1 - coordination * (1 - share of the concepts)) * sum of the contributions
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The score, equal to that of [`rank`] to the last bit; 0.0 if the document answers nothing.
    pub score: f64,
    /// By concept; only those that the document answers.
    pub concepts: Vec<ConceptContribution>,
}

/// Explains the score of one document.
pub fn explain(index: &Index, groups: &[Group], document: u32, parameters: &Parameters) -> Explanation {
    let vocabularies: Vec<Vocabulary<'_>> = index.vocabularies().collect();
    let mut concepts = Vec::new();
    let mut total = 0.0;
    for (place, group) in groups.iter().enumerate() {
        let mut frequency = 0.0;
        let mut terms = Vec::new();
        for term in &group.terms {
            let Some(vocabulary) = vocabularies.get(term.vocabulary) else { continue };
            let mut cursor = vocabulary.postings_at(term.place);
            if cursor.seek(document) != document {
                continue;
            }
            frequency += term.weight * index.scale().frequency(document, cursor.profile(), group.fields);
            let parts = index.profile(cursor.profile()).iter().filter(|part| group.fields.contains(part.field));
            let fields = parts.map(|part| (part.field, part.frequency, index.scale().frequency_in(document, *part)));
            terms.push(TermContribution {
                word: index.word(term.vocabulary, term.term),
                language: vocabulary.language(),
                weight: term.weight,
                fields: fields.collect(),
            });
        }
        if frequency <= 0.0 {
            continue;
        }
        let score = group.idf * saturated(frequency, parameters.k1);
        total += score;
        concepts.push(ConceptContribution { concept: place, score, idf: group.idf, terms });
    }
    let n_answered = u32::try_from(concepts.len()).unwrap_or(u32::MAX);
    Explanation { score: total * coordination(n_answered, groups.len(), parameters), concepts }
}

#[cfg(test)]
mod tests {
    //! 1. Over many windows the best documents of any scope are those that a look at every document finds, with its explanation's score to
    //!    the bit, whether their postings are added up or looked up.

    use super::*;
    use crate::group::{Typos, groups};
    use crate::index::{FieldSpec, IndexBuilder};
    use crate::query::{LastWord, Query, Syntax};
    use proptest::prelude::*;

    const N_DOCUMENTS: u32 = 1_500;

    /// A word stands in every document of its step from its start on, more often in some; "alle" in all.
    fn index(steps: &[(u32, u32)]) -> Index {
        let field = FieldSpec { weight: 1.0, language: Language::Dutch, length_share: 1.0 };
        let mut builder = IndexBuilder::new(vec![field]);
        for document in 0..N_DOCUMENTS {
            let mut text = "alle ".to_owned();
            for (number, (start, step)) in steps.iter().enumerate() {
                if document >= *start && (document - start).is_multiple_of(*step) {
                    let n_times = document.wrapping_mul(2_654_435_761) >> 30;
                    (0..=n_times).for_each(|_| text.extend(["woord", ["aa ", "bb ", "cc "][number]]));
                }
            }
            (0..document % 7).for_each(|_| text.push_str("meer "));
            builder.add(document, FieldId(0), &text);
        }
        builder.finish()
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 150, ..ProptestConfig::default() })]

        #[test]
        fn windows(
            steps in prop::collection::vec((0..N_DOCUMENTS, prop_oneof![1_u32..4, 1_u32..150]), 3),
            text in prop::sample::select(vec!["woordaa", "alle", "woordaa woordbb", "woordaa alle", "woordaa woordbb woordcc"]),
            // Steps within the windows in turn: a dense one is added up, a sparse one looked up.
            among in prop::option::of([1_u32..80, 1_u32..4, 1_u32..80]),
            limit in 1_usize..20,
        ) {
            let index = index(&steps);
            let parameters = Parameters::default();
            let mut query = Query::parse(text, &[Language::Dutch], LastWord::Complete, &Syntax::default());
            let groups = groups(&index, &mut query, &|_| FieldMask::ALL, Typos::Refused, &parameters);
            let mut documents = DocSet::none(N_DOCUMENTS);
            for document in 0..N_DOCUMENTS {
                let steps = among.unwrap_or([1; 3]);
                if steps.get((document / WINDOW % 3) as usize).is_some_and(|step| document.is_multiple_of(*step)) {
                    documents.insert(document);
                }
            }
            for matching in [Matching::All, Matching::Any] {
                let mut expected: Vec<Ranked> = Vec::new();
                for document in (0..N_DOCUMENTS).filter(|document| documents.contains(*document)) {
                    let explanation = explain(&index, &groups, document, &parameters);
                    let mut concepts = ConceptSet::default();
                    explanation.concepts.iter().for_each(|found| concepts.insert(found.concept));
                    if !concepts.is_empty() && (matching == Matching::Any || concepts.len() as usize == groups.len()) {
                        expected.push(Ranked { document, score: explanation.score, concepts });
                    }
                }
                expected.sort_by(|one, other| other.score.total_cmp(&one.score).then(one.document.cmp(&other.document)));
                expected.truncate(limit);
                let scope = Scope { matching, among: among.map(|_| &documents), accept: &|_| true, limit };
                prop_assert_eq!(rank(&index, &groups, &scope, &parameters), expected);
            }
        }
    }
}

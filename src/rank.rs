//! How well does a document answer a query?
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

mod best;
mod explain;
mod stream;

use crate::docset::DocSet;
use crate::group::{Group, Parameters};
use crate::index::{FieldMask, Index, Vocabulary};
use crate::order::{insert_all, sort};
use crate::postings::END;
use crate::query::{ConceptSet, MAX_CONCEPTS};
use best::Best;
use stream::{Stream, Window, WindowSet, bounded, each_bit};

pub(crate) use best::best_first;
pub use explain::{ConceptContribution, Explanation, TermContribution, explain};

/// The saturated value of a frequency, 0.0 to 1.0; also of an infinite one.
#[inline(always)]
pub(crate) fn saturated(frequency: f64, k1: f64) -> f64 {
    1.0 - k1 / (k1 + frequency)
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
    /// Higher is better, comparable within one answer only; 0 where nothing is ranked, since no words are searched for.
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
/// window     4,096 documents. No group scores more in them than the highest levels of its blocks say.
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
    if groups.is_empty() || scope.limit == 0 || groups.len() > MAX_CONCEPTS {
        return Vec::new();
    }
    let mut ranking = Ranking::new(index, groups, scope, parameters);
    let mut candidates: WindowSet = [0; _];
    let mut first = 0;
    while let Some(window) = Window::next(&ranking.streams, first, index.n_documents(), scope.matching) {
        first = window.last + 1;
        if ranking.enter(window) {
            ranking.choose_leads();
            ranking.collect(window, &mut candidates);
            ranking.score(window, &mut candidates);
        }
    }
    ranking.best.into_sorted()
}

/// A ranking on its way through the windows.
struct Ranking<'r, 'i> {
    scope: &'r Scope<'r>,
    needs_all: bool,
    n_documents: u32,
    streams: Vec<Stream<'i>>,
    /// Places of the groups: those that lead come first.
    order: Vec<usize>,
    /// By place: no document of the window scores more for the group.
    bounds: Vec<f64>,
    /// Nor more for all of them together.
    bound: f64,
    /// Places of the groups that are looked up, in the order in which they are, each with the bounds of itself and those behind it.
    looked_up: Vec<(usize, f64)>,
    /// By place: the scores of the document at hand.
    scores: Vec<f64>,
    /// By the number of concepts answered: the factor for a score.
    coordinations: Vec<f64>,
    /// No document with the only group less often than this can be among the best.
    too_rare: f64,
    best: Best,
}

impl<'r, 'i> Ranking<'r, 'i> {
    fn new(index: &'i Index, groups: &[Group], scope: &'r Scope<'r>, parameters: &Parameters) -> Self {
        let vocabularies: Vec<Vocabulary<'i>> = index.vocabularies().collect();
        let stream = |group| Stream::new(index, &vocabularies, group, parameters);
        let streams: Vec<Stream<'i>> = groups.iter().map(stream).collect();
        let mut order: Vec<usize> = (0..streams.len()).collect();
        let needs_all = scope.matching == Matching::All;
        if needs_all {
            let size = |place: usize| streams.get(place).map_or(0, Stream::n_postings);
            sort(&mut order, &|one, other| size(*one).cmp(&size(*other)));
        }
        Self {
            scope,
            needs_all,
            n_documents: index.n_documents(),
            order,
            bounds: vec![0.0; streams.len()],
            bound: 0.0,
            looked_up: Vec::with_capacity(streams.len()),
            scores: vec![0.0; streams.len()],
            coordinations: coordinations(groups.len(), parameters),
            too_rare: 0.0,
            best: Best::new(scope.limit),
            streams,
        }
    }

    /// Goes on to a window, and says whether one of its documents can be among the best.
    fn enter(&mut self, window: Window) -> bool {
        for (stream, bound) in self.streams.iter_mut().zip(&mut self.bounds) {
            stream.is_added_up = false;
            *bound = stream.enter(window);
        }
        self.bound = self.bounds.iter().sum();
        bounded(self.bound) > self.best.threshold && !(self.needs_all && self.bounds.iter().any(|bound| *bound <= 0.0))
    }

    /// Chooses the groups that lead: all but the last ones that together cannot lift a document over the threshold; those are looked up. `MaxScore` calls them essential and
    /// non-essential lists (H. Turtle and J. Flood, "Query Evaluation: Strategies and Optimizations", IPM 1995); here they are chosen for each window.
    fn choose_leads(&mut self) {
        let Self { bounds, order, looked_up, needs_all, coordinations, .. } = self;
        let bound = |place: usize| bounds.get(place).copied().unwrap_or(0.0);
        if !*needs_all {
            // Almost sorted already, since windows follow each other: inserting is cheap.
            insert_all(order, &|one, other| bound(*other).total_cmp(&bound(*one)));
        }
        let is_free = self.scope.among.is_none();
        let n_most = if *needs_all && is_free { order.len() - 1 } else { order.len() };
        looked_up.clear();
        let mut sum = 0.0;
        for (place, coordination) in order.iter().rev().take(n_most).zip(coordinations.iter().skip(1)) {
            sum += bound(*place);
            if !*needs_all && is_free && bounded(sum * coordination) > self.best.threshold {
                break;
            }
            looked_up.push((*place, sum));
        }
    }

    /// Adds up the groups that lead: what they find are the candidates, unless the scope names them. The others are added up as well where that
    /// costs less than looking up so many candidates.
    fn collect(&mut self, window: Window, candidates: &mut WindowSet) {
        let Self { streams, bounds, order, looked_up, n_documents, .. } = self;
        let threshold = self.best.threshold;
        let others = |place: usize| self.bound - bounds.get(place).copied().unwrap_or(0.0);
        match self.scope.among {
            Some(among) => among.copy(window.first, candidates),
            None => {
                for place in order.iter().take(order.len() - looked_up.len()) {
                    if let Some(stream) = streams.get_mut(*place) {
                        stream.add_up(window, candidates, others(*place), threshold);
                    }
                }
            }
        }
        if !looked_up.is_empty() {
            let n_candidates: u32 = candidates.iter().map(|bits| bits.count_ones()).sum();
            looked_up.retain(|(place, _)| {
                let Some(stream) = streams.get_mut(*place) else { return false };
                let is_worth_it = stream.is_worth_adding_up(n_candidates, *n_documents);
                if is_worth_it {
                    stream.add_up_for(candidates, window, others(*place), threshold);
                }
                !is_worth_it
            });
        }
        looked_up.reverse();
    }

    /// Scores the candidates, which are forgotten.
    fn score(&mut self, window: Window, candidates: &mut WindowSet) {
        let rest = self.looked_up.first().map_or(0.0, |(_, rest)| *rest);
        each_bit(candidates, &mut |at| {
            // One word alone: its frequency tells without a division.
            if let [stream] = &mut *self.streams
                && stream.has_less(at, self.too_rare)
            {
                stream.forget(at);
                return;
            }
            let (found, n_found) = self.take(at);
            let n_most = n_found + self.looked_up.len();
            let most = (found + rest) * self.coordinations.get(n_most).copied().unwrap_or(1.0);
            // Most candidates end here.
            if bounded(most) > self.best.threshold && self.look_up(window.first + at, found) {
                self.offer(window.first + at);
            }
        });
    }

    /// The score of what was added up for a place in the window, which is forgotten, and how many groups have a share in it.
    #[inline(always)]
    fn take(&mut self, at: u32) -> (f64, usize) {
        let (mut found, mut n_found) = (0.0, 0);
        for (stream, score) in self.streams.iter_mut().zip(&mut self.scores) {
            if stream.is_added_up {
                *score = stream.take(at);
                found += *score;
                n_found += usize::from(*score > 0.0);
            }
        }
        (found, n_found)
    }

    /// Looks up what was not added up, and says whether the document, for which so much was `found`, can still be among the best.
    #[inline(always)]
    fn look_up(&mut self, document: u32, mut found: f64) -> bool {
        for (place, rest) in &self.looked_up {
            if let (Some(stream), Some(score)) = (self.streams.get_mut(*place), self.scores.get_mut(*place)) {
                if bounded(found + rest) <= self.best.threshold {
                    return false;
                }
                *score = stream.look_up(document);
                found += *score;
                if self.needs_all && *score <= 0.0 {
                    return false;
                }
            }
        }
        true
    }

    /// Offers a document with its scores to the best.
    #[inline(always)]
    fn offer(&mut self, document: u32) {
        let (sum, concepts) = summed(&self.scores);
        let n_answered = concepts.len() as usize;
        let is_enough = !self.needs_all || n_answered == self.scores.len();
        let score = sum * self.coordinations.get(n_answered).copied().unwrap_or(1.0);
        if score > self.best.threshold && is_enough && (self.scope.accept)(document) {
            self.best.push(Ranked { document, score, concepts });
            if let [stream] = &*self.streams {
                self.too_rare = stream.frequency_below(self.best.threshold);
            }
        }
    }
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

/// By the number of concepts answered: the factor for a score.
fn coordinations(n_concepts: usize, parameters: &Parameters) -> Vec<f64> {
    (0..).take(n_concepts + 1).map(|n_answered| coordination(n_answered, n_concepts, parameters)).collect()
}

/// The factor for a score if `n_answered` of `n_concepts` are answered.
fn coordination(n_answered: u32, n_concepts: usize, parameters: &Parameters) -> f64 {
    let n_concepts = f64::from(u32::try_from(n_concepts).unwrap_or(u32::MAX).max(1));
    1.0 - parameters.coordination * (1.0 - f64::from(n_answered) / n_concepts)
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
            loop {
                let document = cursor.advance();
                if document == END {
                    break;
                }
                let stands_there = group.fields == FieldMask::ALL
                    || index.profile(cursor.profile()).iter().any(|part| group.fields.contains(part.field));
                if stands_there {
                    documents.insert(document);
                }
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

#[cfg(test)]
mod tests {
    //! 1. Over many windows the best documents of any scope are those that a look at every document finds, with its explanation's score to
    //!    the bit, whether their postings are added up or looked up, in which fields each word is asked for and which documents are accepted.

    use super::stream::WINDOW;
    use super::*;
    use crate::analysis::Language;
    use crate::group::{Typos, groups};
    use crate::index::{FieldId, FieldSpec, IndexBuilder};
    use crate::query::{LastWord, Query, Syntax};
    use proptest::prelude::*;

    const N_DOCUMENTS: u32 = 1_500;

    /// A word stands in every document of its step from its start on, more often in some, in one of two fields or in both; "alle" in all.
    fn index(steps: &[(u32, u32)]) -> Index {
        let field = |weight| FieldSpec { weight, language: Language::Dutch, length_share: 1.0 };
        let mut builder = IndexBuilder::new(vec![field(1.0), field(2.5)]);
        for document in 0..N_DOCUMENTS {
            let mut texts = ["alle ".to_owned(), String::new()];
            for (number, (start, step)) in (0..).zip(steps) {
                if document >= *start && (document - start).is_multiple_of(*step) {
                    let n_times = document.wrapping_mul(2_654_435_761) >> 30;
                    let field = |time: u32| usize::from((document / step + number + time * (document % 2)) % 3 == 1);
                    (0..=n_times).for_each(|time| {
                        texts[field(time)].extend(["woord", ["aa ", "bb ", "cc "][number as usize]]);
                    });
                }
            }
            (0..document % 7).for_each(|_| texts[0].push_str("meer "));
            builder.add(document, FieldId(0), &texts[0]);
            builder.add(document, FieldId(1), &texts[1]);
        }
        builder.finish()
    }

    fn masks() -> impl Strategy<Value = Vec<FieldMask>> {
        let masks = [0..2, 0..1, 1..2].map(|fields| FieldMask::of(fields.map(FieldId)));
        prop_oneof![
            Just(vec![FieldMask::ALL; 3]),
            prop::collection::vec(prop::sample::select([&masks[..], &[FieldMask::ALL]].concat()), 3),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 150, ..ProptestConfig::default() })]

        #[test]
        fn windows(
            steps in prop::collection::vec((0..N_DOCUMENTS, prop_oneof![1_u32..4, 1_u32..150]), 3),
            text in prop::sample::select(vec!["woordaa", "alle", "woordaa woordbb", "woordaa alle", "woordaa woordbb woordcc", "woord", "alle woord"]),
            // Steps within the windows in turn: a dense one is added up, a sparse one looked up.
            among in prop::option::of([1_u32..80, 1_u32..4, 1_u32..80]),
            limit in 1_usize..20,
            masks in masks(),
            // Of so many documents, the first is not accepted.
            refused in prop::option::of(1_u32..9),
        ) {
            let index = index(&steps);
            let parameters = Parameters::default();
            let mut query = Query::parse(text, &[Language::Dutch], LastWord::Unfinished, &Syntax::default());
            let mut groups = groups(&index, &mut query, &|_| FieldMask::ALL, Typos::Refused, &parameters);
            for (group, mask) in groups.iter_mut().zip(masks) {
                group.fields = mask;
            }
            let accept = |document: u32| refused.is_none_or(|refused| !document.is_multiple_of(refused));
            let mut documents = DocSet::none(N_DOCUMENTS);
            for document in 0..N_DOCUMENTS {
                let steps = among.unwrap_or([1; 3]);
                if steps.get((document / WINDOW % 3) as usize).is_some_and(|step| document.is_multiple_of(*step)) {
                    documents.insert(document);
                }
            }
            for matching in [Matching::All, Matching::Any] {
                let mut expected: Vec<Ranked> = Vec::new();
                for document in (0..N_DOCUMENTS).filter(|it| documents.contains(*it) && accept(*it)) {
                    let explanation = explain(&index, &groups, document, &parameters);
                    let mut concepts = ConceptSet::default();
                    explanation.concepts.iter().for_each(|found| concepts.insert(found.concept));
                    if !concepts.is_empty() && (matching == Matching::Any || concepts.len() as usize == groups.len()) {
                        expected.push(Ranked { document, score: explanation.score, concepts });
                    }
                }
                expected.sort_by(|one, other| other.score.total_cmp(&one.score).then(one.document.cmp(&other.document)));
                expected.truncate(limit);
                let scope = Scope { matching, among: among.map(|_| &documents), accept: &accept, limit };
                prop_assert_eq!(rank(&index, &groups, &scope, &parameters), expected);
            }
        }
    }
}

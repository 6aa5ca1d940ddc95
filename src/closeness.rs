//! Which of the best documents have the words as they were typed, close to each other, or in a title?
//!
//! ```text
//! query       "tabel in een document invoegen"
//! words       tabel (in) (een) document invoegen     with the stop words that the ranking skips
//! document    adds, for each word that occurs as it was typed:    share * idf * saturated frequency
//!             adds, for two neighbours of the query that occur:   nearness * the lower idf / square root of
//!                                                                 their distance
//!             adds, for each word that stands in its title:       share * idf / square root of its place there
//! ```
//!
//! A title that begins with the words of the query says what the document is about, however long the document is; a title is what weighs more than
//! 1 and counts towards the length.
//!
//! A word or another form of it can be a neighbour or stand in a title; compounds cannot. Reading positions costs more than counting, so only the
//! first [`CANDIDATES`] documents of the ranking are examined. They only gain, so that no other document belongs before them.
//!
//! Sources: Y. Rasolofo and J. Savoy, "Term Proximity Scoring for Keyword-Based Retrieval Systems", ECIR 2003: pairs of words
//! within a few words of each other, weighted by the lower of two idfs, for the best documents of another ranking. D. Metzler and W. B. Croft, "A
//! Markov Random Field Model for Term Dependencies", SIGIR 2005: neighbours of the query are enough.

use crate::group::{Group, GroupTerm, Parameters, TermRole, Typos};
use crate::index::{FieldId, FieldMask, Index, Positions, Scale, TermPlace, Vocabulary};
use crate::order::{insert_all, sort};
use crate::postings::Cursor;
use crate::query::Query;
use crate::rank::{Ranked, best_first, saturated};

/// How many documents of a ranking are examined. With 50, nDCG@10 of help pages is higher by 0.001, and known items do not change.
pub const CANDIDATES: usize = 20;

/// Words further apart than this are not near.
const WINDOW: u32 = 8;

/// Up to this many pairs of places are compared one by one; more are sorted first.
const FEW_PAIRS: usize = 64;

/// A term that a word of the query can stand for.
#[derive(Clone, Copy, Debug, PartialEq)]
struct TypedTerm {
    vocabulary: usize,
    term: u32,
    place: TermPlace,
    /// 1.0 for the word itself.
    weight: f64,
}

/// A word of the query, in an index.
#[derive(Clone, Debug, PartialEq)]
struct TypedWord {
    terms: Vec<TypedTerm>,
    idf: f64,
    fields: FieldMask,
    /// What it adds if it occurs as typed, and if a title begins with it.
    share: f64,
}

/// The words of a query as they were typed, in an index.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Closeness {
    words: Vec<TypedWord>,
    nearness: f64,
    k1: f64,
}

impl Closeness {
    /// The words of a query with the groups of its concepts; `fields` as in [`crate::group::groups`].
    pub fn new(
        index: &Index,
        query: &Query,
        groups: &[Group],
        fields: &dyn Fn(usize) -> FieldMask,
        parameters: &Parameters,
    ) -> Self {
        // The documents with a phrase have it word for word: nothing can be closer.
        if let [phrase] = query.phrases()
            && query.passed_over().is_empty()
            && query.concepts().iter().all(|concept| phrase.span.contains(concept.span()))
        {
            return Self::default();
        }
        // A stop word says no more than the words around it, however rare it is in few texts.
        let lowest_idf = groups.iter().map(|group| group.idf).fold(f64::INFINITY, f64::min);
        let mut passed_over = query.passed_over().iter().peekable();
        let mut words = Vec::new();
        let mut pass_over = |until: usize, words: &mut Vec<TypedWord>| {
            while let Some(concept) = passed_over.next_if(|concept| concept.span().start < until) {
                let mask = concept.field().map_or(FieldMask::ALL, fields);
                let mut group = Group::new(index, concept, mask, Typos::Refused, parameters);
                group.idf = group.idf.min(lowest_idf);
                words.push(word(&group, parameters.stop, parameters));
            }
        };
        for (concept, group) in query.concepts().iter().zip(groups) {
            pass_over(concept.span().start, &mut words);
            words.push(word(group, parameters.typed, parameters));
        }
        pass_over(usize::MAX, &mut words);
        Self { words, nearness: parameters.nearness, k1: parameters.k1 }
    }

    /// Whether there is nothing to do.
    pub const fn is_idle(&self) -> bool {
        self.words.is_empty()
    }

    /// Adds what the first documents of a ranking gain, sorts them again, and returns their numbers.
    pub fn apply(&self, index: &Index, ranked: &mut Vec<Ranked>) -> Vec<u32> {
        if self.is_idle() {
            return Vec::new();
        }
        let behind = ranked.split_off(ranked.len().min(CANDIDATES));
        let mut ascending: Vec<(u32, usize)> = Vec::with_capacity(ranked.len());
        for (place, found) in ranked.iter().enumerate() {
            let at = ascending.partition_point(|(document, _)| *document < found.document);
            ascending.insert(at, (found.document, place));
        }
        let mut walk = Walk::new(index, self);
        for (document, place) in &ascending {
            if let Some(found) = ranked.get_mut(*place) {
                found.score += walk.gain(*document);
            }
        }
        // Almost sorted already: what is gained moves few documents far.
        insert_all(ranked, &best_first);
        ranked.extend(behind);
        ascending.into_iter().map(|(document, _)| document).collect()
    }

    /// What one document gains, equal to [`Self::apply`] to the last bit. At least 0.
    pub fn gain(&self, index: &Index, document: u32) -> f64 {
        if self.is_idle() { 0.0 } else { Walk::new(index, self).gain(document) }
    }
}

fn word(group: &Group, share: f64, parameters: &Parameters) -> TypedWord {
    let typed = |term: &GroupTerm| {
        let weight = match term.role {
            TermRole::Itself => 1.0,
            TermRole::Form => parameters.form,
            TermRole::Correction => term.weight,
            TermRole::Relative | TermRole::Guess => return None,
        };
        Some(TypedTerm { vocabulary: term.vocabulary, term: term.term, place: term.place, weight })
    };
    let terms = group.terms.iter().filter_map(typed).collect();
    TypedWord { terms, idf: group.idf, fields: group.fields, share }
}

/// A place in a document at which a word of the query stands.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    field: FieldId,
    position: u32,
    weight: f64,
    is_second: bool,
}

impl Place {
    /// How near this place is to that of another word. A word is not near itself.
    #[inline(always)]
    fn nearness(&self, other: &Self) -> f64 {
        let distance = self.position.abs_diff(other.position);
        if self.field != other.field || distance > WINDOW || distance == 0 {
            return 0.0;
        }
        self.weight * other.weight / f64::sqrt(f64::from(distance))
    }
}

/// A term on its way through the documents.
struct Step<'i, 'c> {
    typed: &'c TypedTerm,
    cursor: Cursor<'i>,
    /// Once they are needed: looking for them costs more than looking for postings.
    positions: Option<Positions<'i>>,
}

/// A word of the query on its way through the documents.
struct WordWalk<'i, 'c> {
    word: &'c TypedWord,
    steps: Vec<Step<'i, 'c>>,
    /// Whether it stands in the current document, and in a title of it.
    stands: bool,
    in_title: bool,
    /// Where it stands there, if that was asked for.
    places: Vec<Place>,
}

/// The words of a query on their way through documents that ascend.
struct Walk<'i, 'c> {
    closeness: &'c Closeness,
    scale: Scale<'i>,
    vocabularies: Vec<Vocabulary<'i>>,
    words: Vec<WordWalk<'i, 'c>>,
    pair: Vec<Place>,
}

impl<'i, 'c> Walk<'i, 'c> {
    fn new(index: &'i Index, closeness: &'c Closeness) -> Self {
        let vocabularies: Vec<Vocabulary<'i>> = index.vocabularies().collect();
        let words = closeness.words.iter().map(|word| {
            let mut steps = Vec::with_capacity(word.terms.len());
            for typed in &word.terms {
                if let Some(vocabulary) = vocabularies.get(typed.vocabulary) {
                    steps.push(Step { typed, cursor: vocabulary.postings_at(typed.place), positions: None });
                }
            }
            WordWalk { word, steps, stands: false, in_title: false, places: Vec::new() }
        });
        let words = words.collect();
        Self { closeness, scale: index.scale(), vocabularies, words, pair: Vec::new() }
    }

    fn gain(&mut self, document: u32) -> f64 {
        let mut gain = 0.0;
        for WordWalk { word, steps, stands, in_title, places } in &mut self.words {
            (*stands, *in_title) = (false, false);
            places.clear();
            let mut frequency = 0.0;
            for step in steps {
                if step.cursor.seek(document) == document {
                    let profile = step.cursor.profile();
                    *stands = true;
                    *in_title = *in_title || self.scale.has_title(profile, word.fields);
                    if step.typed.weight >= 1.0 {
                        frequency += self.scale.frequency(document, profile, word.fields);
                    }
                }
            }
            gain += word.share * word.idf * saturated(frequency, self.closeness.k1);
        }
        for first in 1..self.words.len() {
            if let Some([one, other]) = self.words.get(first - 1..=first)
                && one.stands
                && other.stands
            {
                let idf = one.word.idf.min(other.word.idf);
                gain += self.closeness.nearness * idf * self.nearest(document, first - 1);
            }
        }
        for place in 0..self.words.len() {
            // Reading where it stands takes longest.
            if !self.words.get(place).is_some_and(|walk| walk.in_title) {
                continue;
            }
            self.read(document, place);
            let Some(WordWalk { word, places, .. }) = self.words.get(place) else { continue };
            let mut highest = 0.0_f64;
            for place in places {
                if self.scale.is_title(place.field) {
                    highest = highest.max(place.weight / f64::sqrt(f64::from(place.position) + 1.0));
                }
            }
            gain += word.share * word.idf * highest;
        }
        gain
    }

    /// How near a word comes to the next one: 1.0 if they are adjacent, 0.5 if three words are between them, 0.0 beyond
    /// [`WINDOW`]; less for other forms of the words.
    fn nearest(&mut self, document: u32, first: usize) -> f64 {
        self.read(document, first);
        self.read(document, first + 1);
        let Some([WordWalk { places: ones, .. }, WordWalk { places: others, .. }]) = self.words.get(first..first + 2)
        else {
            return 0.0;
        };
        let mut nearest = 0.0_f64;
        if ones.len().saturating_mul(others.len()) <= FEW_PAIRS {
            for one in ones {
                for other in others {
                    nearest = nearest.max(one.nearness(other));
                }
            }
            return nearest;
        }
        // Of words that stand there often only the pairs that can be near.
        self.pair.clear();
        for (places, is_second) in [(ones, false), (others, true)] {
            self.pair.extend(places.iter().map(|place| Place { is_second, ..*place }));
        }
        sort(&mut self.pair, &|one: &Place, other| {
            (one.field, one.position, one.is_second).cmp(&(other.field, other.position, other.is_second))
        });
        for (place, one) in self.pair.iter().enumerate() {
            for other in self.pair.iter().skip(place + 1) {
                if other.field != one.field || other.position.saturating_sub(one.position) > WINDOW {
                    break;
                }
                if one.is_second != other.is_second {
                    nearest = nearest.max(one.nearness(other));
                }
            }
        }
        nearest
    }

    /// Reads where a word stands in the document at which its cursors are, unless that is done.
    fn read(&mut self, document: u32, place: usize) {
        let walk = self.words.get_mut(place).filter(|walk| walk.places.is_empty());
        let Some(WordWalk { word, steps, places, .. }) = walk else { return };
        for Step { typed, cursor, positions } in steps {
            if cursor.document() != document {
                continue;
            }
            let Some(vocabulary) = self.vocabularies.get(typed.vocabulary) else { continue };
            let from = positions.get_or_insert_with(|| vocabulary.positions(typed.term));
            from.each(cursor, &mut |field, position| {
                if word.fields.contains(field) {
                    places.push(Place { field, position, weight: typed.weight, is_second: false });
                }
            });
        }
    }
}

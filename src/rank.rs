//! Which documents answer a query best?
//!
//! ```text
//! query word ──▶ group of vocabulary words, each with a weight     "fraude": fraude 1.0, accijnsfraude 0.6, ...
//!            ──▶ one virtual term: its frequency in a field is the weighted sum over the group
//!            ──▶ BM25F: frequencies summed over the fields, then saturated once, times one idf of the group
//! documents  ──▶ the sum over the query words
//! ```
//!
//! Because a group is one term, a document with five related words gains no more than one that repeats the word itself, and
//! a rare compound does not get the high idf of a rare word.
//!
//! Sources: S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and
//! Trends in Information Retrieval 3(4), 2009: saturation and document length (section 3.4), fields combined before
//! saturation (section 3.6). S. Robertson, S. Walker et al., "Okapi at TREC-3", 1994: the idf.

use crate::analysis;
use crate::index::{Entry, FieldId, Index, Vocabulary};
use crate::order::sort;
use crate::query::{Concept, MAX_CONCEPTS, Overlap, Query, Relation, TextWord};

/// The numbers of the ranking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameters {
    /// Saturation of repeated words. 0.0: a second occurrence adds nothing; the higher, the longer repetition pays. Usual:
    /// 1.2 to 2.0 (Robertson & Zaragoza 2009, section 3.4.3).
    pub k1: f64,
    /// Weight of an occurrence of the word itself. 1.0 by definition; the others are measured against it.
    pub exact: f64,
    /// Weight of another form of the word, 0.0 to 1.0; it matters little on test collections. Just below the word itself, so that it decides between equals.
    pub stem: f64,
    /// Weight of a word that starts with the letters typed so far, 0.0 to 1.0.
    pub prefix: f64,
    /// Weight of a compound that ends in the word and whose rest is a word of the index, 0.0 to 1.0. It names a kind of the
    /// thing that was asked for ("accijnsfraude" is fraud).
    pub head: f64,
    /// Weight of a compound that starts with the word or has it in its middle and whose rest is made of words of the index,
    /// 0.0 to 1.0. It names something to do
    /// with it ("wapenhandel" is about weapons).
    pub modifier: f64,
    /// Weight of a word that the query word is compounded of, 0.0 to 1.0.
    pub part: f64,
    /// Weight of a word that shares four letters or more, the rest being no word of the index, 0.0 to 1.0. It is as
    /// often an accident as a compound; 0.0 leaves such words out.
    pub affix: f64,
}

impl Default for Parameters {
    /// k1 is the usual value for short texts. The weights of compounds are a compromise: a collection of short policy passages
    /// with many compounds gains a little from higher ones (0.7, 0.5, 0.4, 0.2), one of long help pages from lower ones
    /// (0.5, 0.3, 0.2, 0.1); nDCG@10 moves by 0.01 either way.
    fn default() -> Self {
        Self { k1: 1.2, exact: 1.0, stem: 0.9, prefix: 0.5, head: 0.6, modifier: 0.4, part: 0.3, affix: 0.1 }
    }
}

/// A set of the concepts of a query, by their place in [`Query::concepts`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ConceptSet(u32);

// One bit a concept.
const _: () = assert!(MAX_CONCEPTS <= 32);

impl ConceptSet {
    /// Adds the concept at this place. A place of [`MAX_CONCEPTS`] or more is ignored.
    pub fn insert(&mut self, index: usize) {
        if index < MAX_CONCEPTS {
            self.0 |= 1 << index;
        }
    }

    /// Whether the concept at this place belongs to it.
    pub const fn contains(self, index: usize) -> bool {
        index < MAX_CONCEPTS && self.0 & (1 << index) != 0
    }

    /// The concepts of either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// How many there are.
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// A document with its score.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// The document.
    pub document: u32,
    /// The sum over the query words; above 0 (unless all weights are 0).
    pub score: f64,
    /// Which concepts of the query it answers.
    pub concepts: ConceptSet,
    /// What each matching field contributes to [`Self::score`], by field.
    pub fields: Vec<(FieldId, f64)>,
}

/// Scores every document that answers at least one concept of the query, in document order.
///
/// The same index and query give the same bits on every platform: the only function used beside the four basic operations
/// and the square root, which IEEE 754 fixes, is `libm::log`.
pub fn rank(index: &Index, query: &Query, parameters: &Parameters) -> Vec<Ranked> {
    let mut documents: Vec<Option<Ranked>> = Vec::new();
    for (place, concept) in query.concepts().iter().enumerate() {
        let group = Group::new(index, concept, parameters);
        let idf = idf(index.n_documents(), group.n_matching());
        for of_document in group.occurrences.chunk_by(|one, next| one.document == next.document) {
            let Some(first) = of_document.first() else {
                continue;
            };
            let frequency: f64 = of_document.iter().map(|occurrence| occurrence.frequency).sum();
            if frequency <= 0.0 {
                continue;
            }
            let score = idf * frequency / (parameters.k1 + frequency);
            let document = first.document;
            if documents.len() <= document as usize {
                documents.resize_with(document as usize + 1, || None);
            }
            let Some(slot) = documents.get_mut(document as usize) else { continue };
            let ranked = slot.get_or_insert_with(|| Ranked {
                document,
                score: 0.0,
                concepts: ConceptSet::default(),
                fields: Vec::new(),
            });
            ranked.score += score;
            ranked.concepts.insert(place);
            for of_field in of_document.chunk_by(|one, next| one.field == next.field) {
                let share = of_field.iter().map(|occurrence| occurrence.frequency).sum::<f64>() / frequency;
                let Some(field) = of_field.first().map(|occurrence| occurrence.field) else {
                    continue;
                };
                match ranked.fields.binary_search_by_key(&field, |&(known, _)| known) {
                    Ok(at) => ranked.fields.get_mut(at).into_iter().for_each(|(_, sum)| *sum += score * share),
                    Err(at) => ranked.fields.insert(at, (field, score * share)),
                }
            }
        }
    }
    documents.into_iter().flatten().collect()
}

/// Inverse document frequency: how much a word tells that `n_matching` of `n_documents` documents have.
///
/// Above 0, and the less the more documents have it. `n_matching` is a mean of counts, hence a float.
fn idf(n_documents: u32, n_matching: f64) -> f64 {
    let n_others = (f64::from(n_documents) - n_matching).max(0.0);
    libm::log(1.0 + (n_others + 0.5) / (n_matching + 0.5))
}

/// All places at which a concept is answered.
struct Group {
    /// By document, then by field.
    occurrences: Vec<Occurrence>,
}

/// A word of the group in a field of a document.
struct Occurrence {
    document: u32,
    field: FieldId,
    /// Weighted by relation and field, and set against the length of the field.
    frequency: f64,
    is_exact: bool,
}

impl Group {
    fn new(index: &Index, concept: &Concept, parameters: &Parameters) -> Self {
        let mut occurrences = Vec::new();
        for vocabulary in index.vocabularies() {
            for entry in vocabulary.entries() {
                let Some(relation) = concept.relation(text_word(entry, vocabulary)) else {
                    continue;
                };
                let weight = weight(&relation, vocabulary, parameters);
                if weight <= 0.0 {
                    continue;
                }
                for posting in index.postings(entry) {
                    let Some(field) = index.field(posting.field) else {
                        continue;
                    };
                    let length = 1.0 - field.b + field.b * index.relative_length(posting.document, posting.field);
                    let frequency = field.weight * weight * f64::from(posting.frequency) / length;
                    let is_exact = relation == Relation::Exact;
                    occurrences.push(Occurrence {
                        document: posting.document,
                        field: posting.field,
                        frequency,
                        is_exact,
                    });
                }
            }
        }
        // Stable: words stay in the order of the vocabulary, so that the sums are always made in the same order.
        sort(&mut occurrences, &|one: &Occurrence, other| {
            (one.document, one.field).cmp(&(other.document, other.field))
        });
        Self { occurrences }
    }

    /// In how many documents the virtual term counts as standing: the geometric mean of those with the word itself and those
    /// with any word of the group. The former alone would overrate what its compounds make common, the latter
    /// underrate a word that happens to have many relatives.
    fn n_matching(&self) -> f64 {
        let (mut n_exact, mut n_any) = (0.0, 0.0);
        for of_document in self.occurrences.chunk_by(|one, next| one.document == next.document) {
            n_any += 1.0;
            if of_document.iter().any(|occurrence| occurrence.is_exact) {
                n_exact += 1.0;
            }
        }
        if n_exact > 0.0 { f64::sqrt(n_exact * n_any) } else { n_any }
    }
}

fn text_word<'v>(entry: &'v Entry, vocabulary: &Vocabulary) -> TextWord<'v> {
    TextWord { word: &entry.word, stem: &entry.stem, language: vocabulary.language(), is_joined: entry.is_joined }
}

/// How much an occurrence of a word counts, by its relation to the query word.
fn weight(relation: &Relation, vocabulary: &Vocabulary, parameters: &Parameters) -> f64 {
    let known = |overlap: &Overlap| {
        let is_known = |rest: &str, cut: Cut| rest.is_empty() || is_known(rest, cut, vocabulary);
        (is_known(&overlap.before, str::strip_suffix), is_known(&overlap.behind, str::strip_prefix))
    };
    let verified = |overlap, weight| if known(overlap) == (true, true) { weight } else { parameters.affix };
    match relation {
        Relation::Exact => parameters.exact,
        Relation::Stem => parameters.stem,
        Relation::Prefix(_) => parameters.prefix,
        Relation::Head(overlap) => verified(overlap, parameters.head),
        // In the middle of a word stands so much by accident that one neighbour must be a word at the least.
        Relation::Middle(overlap) if known(overlap) == (false, false) => 0.0,
        Relation::Modifier(overlap) | Relation::Middle(overlap) => verified(overlap, parameters.modifier),
        Relation::Part(overlap) => verified(overlap, parameters.part),
    }
}

/// Letters that Dutch puts between the parts of a compound: veiligheid-s-beleid, zon-e-schijn, mens-en-handel, kind-er-misbruik.
const LINKING_LETTERS: [&str; 4] = ["s", "e", "en", "er"];

/// Takes linking letters off one end of a word.
type Cut = for<'a> fn(&'a str, &'static str) -> Option<&'a str>;

/// Whether the rest of a compound, with or without linking letters, is a word of the vocabulary or a form of one.
fn is_known(rest: &str, cut: Cut, vocabulary: &Vocabulary) -> bool {
    let is_word = |part: &str| {
        part.len() >= 3
            && (vocabulary.has_word(part) || vocabulary.has_stem(&analysis::stem(part, vocabulary.language())))
    };
    is_word(rest) || LINKING_LETTERS.iter().any(|letters| cut(rest, letters).is_some_and(is_word))
}

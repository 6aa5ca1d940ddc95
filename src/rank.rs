//! Which documents answer a query best?
//!
//! ```text
//! query word ──▶ group of terms of the index, each with a weight   "fraude": fraude 1.0, accijnsfraude 0.7, ...
//!            ──▶ one virtual term: its frequency in a document is the weighted sum over the group and over the fields
//!            ──▶ BM25F: saturated once, times one idf of the group
//! documents  ──▶ the sum over the query words; those that cannot reach the best ones are skipped
//! ```
//!
//! Because a group is one term, a document with five related words gains no more than one that repeats the word itself, and
//! a rare compound does not get the high idf of a rare word.
//!
//! Sources: S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and
//! Trends in Information Retrieval 3(4), 2009: saturation and document length (section 3.4), fields combined before
//! saturation (section 3.6). S. Robertson, S. Walker et al., "Okapi at TREC-3", 1994: the idf. A. Broder et al., "Efficient Query
//! Evaluation using a Two-Level Retrieval Process", CIKM 2003 (WAND) and S. Ding and T. Suel, SIGIR 2011 (block-max): what can be
//! skipped.

use crate::analysis::{self, Language};
use crate::dictionary::Extent;
use crate::index::{FieldId, FieldMask, Index, Kinship, Scale, TermPlace, Vocabulary};
use crate::order::{insert_all, sort};
use crate::postings::{Cursor, END, Levels};
use crate::query::{Concept, MAX_CONCEPTS, MIN_COMPOUND_PART, MIN_MISTYPED_BEGINNING, Query, Reach};
use std::cmp::Ordering;

/// The parameters of the ranking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameters {
    /// Saturation of repeated words. 0.0: a second occurrence adds nothing; the higher, the more further occurrences add. Usual:
    /// 1.2 to 2.0 (Robertson & Zaragoza 2009, section 3.4.3).
    pub k1: f64,
    /// Weight of an occurrence of the word itself. 1.0 by definition; the others are measured against it.
    pub exact: f64,
    /// Weight of another form of the word, 0.0 to 1.0. Well below the word itself: people usually mean the form that they type. On collections of
    /// abstracts and help pages 0.6 ranked best; near 1.0 nDCG@10 loses up to 0.01.
    pub form: f64,
    /// Weight of a word that starts with the letters typed so far, 0.0 to 1.0.
    pub prefix: f64,
    /// Weight of a compound that ends in the word, 0.0 to 1.0; above that of a modifier. It names a kind of what was searched for ("accijnsfraude" is
    /// fraud).
    pub head: f64,
    /// Weight of a compound that has the word before its last part, 0.0 to 1.0. It names something related ("wapenhandel" is
    /// about weapons).
    pub modifier: f64,
    /// Weight of a word that may be such a compound, but has a part that is not a known word, 0.0 to 1.0.
    pub uncertain: f64,
    /// Weight of a word that is a part of the query word, 0.0 to 1.0; half of it if the parts are a guess.
    pub part: f64,
    /// The share of that weight for other compounds with such a part, 0.0 to 1.0, if the query word itself is not in the index:
    /// "mensenhandel" has little to do with "cocaïnehandel".
    pub sibling: f64,
    /// Weight of a word one edit away from a mistyped one, 0.0 to 1.0; half of it for two edits, and half for
    /// a word that only begins with such a correction.
    pub typo: f64,
    /// How much a word adds that occurs as typed in one of the best documents, relative to its group's score. 0.0: nothing; 0.3 is
    /// much: other forms of the word hardly count any more. See [`crate::closeness`].
    pub typed: f64,
    /// The same for a stop word, which counts nowhere else.
    pub stop: f64,
    /// How much two neighbours of the query add that are adjacent in one of the best documents, as a share of the lower of their
    /// idfs. 0.0: nothing; usual: 0.2 to 0.5.
    pub nearness: f64,
    /// How much it counts that a document has only a share of the query's words. 0.0: not at all; 1.0: its score is multiplied by the
    /// share (the coordination factor of Lucene's classic similarity). With 0.4 instead of 0.15, searching for documents by three of their words
    /// has a mean reciprocal rank that is higher by 0.01 (English) and 0.02 (Dutch). [`crate::search::search`] lowers it for more than
    /// four words.
    pub coordination: f64,
}

impl Default for Parameters {
    /// k1 is the usual value for short texts. The weights of compounds are those that did best on collections of short policy passages
    /// and of long help pages; halving one of them changes nDCG@10 by 0.01.
    fn default() -> Self {
        Self {
            k1: 1.2,
            exact: 1.0,
            form: 0.6,
            prefix: 0.5,
            head: 0.75,
            modifier: 0.7,
            uncertain: 0.2,
            part: 0.1,
            sibling: 0.25,
            typo: 0.5,
            typed: 0.15,
            stop: 0.25,
            nearness: 0.4,
            coordination: 0.4,
        }
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

    /// Whether the concept at this place is in the set.
    pub const fn contains(self, index: usize) -> bool {
        index < MAX_CONCEPTS && self.0 & (1 << index) != 0
    }

    /// The concepts of either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all concepts of the other set are in this one.
    pub const fn has_all(self, other: Self) -> bool {
        other.0 & !self.0 == 0
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

/// What a term of a group is to the word of the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The word itself.
    Itself,
    /// Another form of it.
    Form,
    /// Used because nothing else answers the word.
    Correction,
    /// A compound, a part, or a word that begins with it.
    Relative,
}

/// A term of the index that answers a word of the query.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupTerm {
    /// The place of its vocabulary in [`Index::vocabularies`].
    pub vocabulary: usize,
    /// Its number there.
    pub term: u32,
    /// Where its postings are there.
    pub place: TermPlace,
    /// What it is to the word of the query.
    pub role: Role,
    /// How much an occurrence of it counts, above 0.0, up to 1.0.
    pub weight: f64,
}

impl GroupTerm {
    /// One whose postings have not been located.
    fn new(vocabulary: usize, term: u32, weight: f64, role: Role) -> Self {
        Self { vocabulary, term, place: TermPlace::default(), role, weight }
    }
}

/// Everything in an index that answers one word of a query: one virtual term.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// By vocabulary and number, each once, with its highest weight.
    pub terms: Vec<GroupTerm>,
    /// Terms that are used because nothing else answers the word.
    pub corrections: Vec<GroupTerm>,
    /// The idf: how informative it is that a document has it; above 0.
    pub idf: f64,
    /// Where it may occur.
    pub fields: FieldMask,
}

/// Whether words that nothing answers are treated as mistyped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typos {
    /// They find nothing.
    Refused,
    /// Words of the index that are one edit away (from four letters) or two (from eight letters) stand in for them.
    Tolerated,
}

/// Most words that stand in for a mistyped one.
const MAX_CORRECTIONS: usize = 16;

impl Group {
    /// The terms that answer `concept` in some of the fields.
    pub fn new(index: &Index, concept: &Concept, fields: FieldMask, typos: Typos, parameters: &Parameters) -> Self {
        let vocabularies: Vec<Vocabulary<'_>> = index.vocabularies().collect();
        let mut found = Found { terms: Vec::new() };
        for (place, vocabulary) in vocabularies.iter().enumerate() {
            found.add(place, vocabulary, concept, parameters);
        }
        // A guess about the parts of a word must not hide that it is mistyped.
        let is_known = found.terms.iter().any(|term| term.weight > parameters.uncertain);
        if !is_known && concept.reach() == Reach::Related {
            for (place, vocabulary) in vocabularies.iter().enumerate() {
                found.add_ends(place, vocabulary, concept.word(), parameters);
            }
        }
        let mut corrections = Vec::new();
        if !is_known && typos == Typos::Tolerated && concept.reach() == Reach::Related {
            corrections = self::corrections(index, concept, parameters);
            found.terms.extend_from_slice(&corrections);
        }
        let mut terms = found.terms;
        terms.retain(|term| term.weight > 0.0);
        sort(&mut terms, &|one: &GroupTerm, other| {
            let place = (one.vocabulary, one.term).cmp(&(other.vocabulary, other.term));
            place.then(other.weight.total_cmp(&one.weight))
        });
        terms.dedup_by(|next, kept| (next.vocabulary, next.term) == (kept.vocabulary, kept.term));

        // Which share of the documents has any of them, and which the word itself, if they stand there independently of each other.
        let n_documents = f64::from(index.n_documents().max(1));
        let (mut without_any, mut without_exact) = (1.0, 1.0);
        for term in &mut terms {
            if term.role != Role::Correction
                && let Some(vocabulary) = vocabularies.get(term.vocabulary)
            {
                term.place = vocabulary.place(term.term);
            }
            let without = 1.0 - f64::from(term.place.n_documents) / n_documents;
            without_any *= without;
            if term.role == Role::Itself {
                without_exact *= without;
            }
        }
        let (n_any, n_exact) = (1.0 - without_any, 1.0 - without_exact);
        // The geometric mean of the documents with the word itself and those with any word of the group. The former alone would
        // overrate what its compounds make common, the latter underrate a word that happens to have many relatives.
        let share = if n_exact > 0.0 { f64::sqrt(n_exact * n_any) } else { n_any };
        let idf = idf(index.n_documents(), share * f64::from(index.n_documents()));
        Self { terms, corrections, idf, fields }
    }
}

impl Group {
    /// Whether something answers the word that is more than a guess about its parts.
    pub fn is_known(&self, parameters: &Parameters) -> bool {
        self.terms.iter().any(|term| term.weight > parameters.uncertain)
    }
}

/// Terms on their way into a group.
struct Found {
    terms: Vec<GroupTerm>,
}

impl Found {
    fn add(&mut self, place: usize, vocabulary: &Vocabulary<'_>, concept: &Concept, parameters: &Parameters) {
        let terms = &mut self.terms;
        let mut push = |term: u32, weight: f64, role: Role| terms.push(GroupTerm::new(place, term, weight, role));
        let find = |word: &str| vocabulary.terms().find(word.as_bytes());
        let language = vocabulary.language();
        let itself = find(concept.word());
        if let Some(term) = itself {
            push(term, parameters.exact, Role::Itself);
        }
        if concept.reach() == Reach::Exact {
            return;
        }
        let is_related = concept.reach() == Reach::Related;
        let weight = |kinship: Kinship| match kinship {
            Kinship::Form => parameters.form,
            _ if !is_related => 0.0,
            Kinship::Head => parameters.head,
            Kinship::Modifier => parameters.modifier,
            Kinship::Uncertain => parameters.uncertain,
        };
        if let Some(verb) = analysis::verb(concept.word(), language, &|word| find(word).is_some()) {
            vocabulary.kin(&verb, &mut |term, kinship| {
                if kinship == Kinship::Form {
                    push(term, parameters.form, Role::Form);
                }
            });
        }
        if let Some(stem) = concept.stem(language)
            && !analysis::is_stop(concept.word(), language)
        {
            vocabulary.kin(stem, &mut |term, kinship| {
                push(term, weight(kinship), if kinship == Kinship::Form { Role::Form } else { Role::Relative });
            });
        }
        if let Some(whole) = concept.whole() {
            if let Some(term) = find(whole.text()) {
                push(term, parameters.form, Role::Relative);
            }
            if let Some(stem) = whole.stem(language) {
                vocabulary.kin(stem, &mut |term, kinship| {
                    if kinship == Kinship::Form {
                        push(term, parameters.form, Role::Relative);
                    }
                });
            }
        }
        if !is_related {
            if concept.is_unfinished() {
                for term in vocabulary.terms().with_prefix(concept.word().as_bytes()) {
                    push(term, parameters.prefix, Role::Relative);
                }
            }
            return;
        }
        if concept.is_unfinished() {
            let typed = [Some(concept.word()), concept.whole().map(crate::query::Word::text)];
            for term in typed.into_iter().flatten().flat_map(|typed| vocabulary.completions(typed)) {
                push(term, parameters.prefix, Role::Relative);
            }
        }
        for part in concept.parts() {
            if let Some(stem) = part.stem(language) {
                vocabulary.kin(stem, &mut |term, kinship| {
                    if kinship == Kinship::Form {
                        push(term, parameters.part, Role::Relative);
                    }
                });
            }
        }
        for part in analysis::parts(concept.word(), language, &|word| find(word).is_some()) {
            let weight = if part.is_certain { parameters.part } else { parameters.part / 2.0 };
            vocabulary.kin(&part.stem, &mut |term, kinship| {
                if kinship == Kinship::Form {
                    push(term, weight, Role::Relative);
                } else if itself.is_none() {
                    push(term, weight * parameters.sibling, Role::Relative);
                }
            });
        }
    }
}

impl Found {
    /// The longest beginning and the longest end of an unknown word that the vocabulary knows, of at least four
    /// letters: "fraude" for "whatsappfraude".
    fn add_ends(&mut self, place: usize, vocabulary: &Vocabulary<'_>, word: &str, parameters: &Parameters) {
        if !vocabulary.language().joins_compounds() {
            return;
        }
        let cuts = || {
            (MIN_COMPOUND_PART..word.len().saturating_sub(1))
                .filter_map(|length| word.get(..length).zip(word.get(word.len() - length..)))
        };
        let weight = parameters.part / 2.0;
        let mut add = |end: &str| {
            let before = self.terms.len();
            let stem = analysis::stem(end, vocabulary.language());
            vocabulary.kin(&stem, &mut |term, kinship| {
                let weight = if kinship == Kinship::Form { weight } else { weight * parameters.sibling };
                self.terms.push(GroupTerm::new(place, term, weight, Role::Relative));
            });
            self.terms.len() > before
        };
        let _ = cuts().rev().any(|(beginning, _)| add(beginning));
        let _ = cuts().rev().any(|(_, end)| add(end));
    }
}

/// The terms closest to a mistyped word, best first: those with the fewest edits, then those in the most documents. If the word is
/// still being typed, terms that only begin with a correction come after whole ones and count half; stop words do not count.
pub fn corrections(index: &Index, concept: &Concept, parameters: &Parameters) -> Vec<GroupTerm> {
    let word = concept.word();
    if word.len() < 4 || word.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let may_go_on = concept.is_unfinished() && word.len() >= MIN_MISTYPED_BEGINNING;
    let extent = if may_go_on { Extent::Prefix } else { Extent::Whole };
    for n_edits in 1..=if word.len() < 8 { 1 } else { 2 } {
        let mut found: Vec<GroupTerm> = Vec::new();
        for (place, vocabulary) in index.vocabularies().enumerate() {
            let similar = |extent| vocabulary.terms().similar(word.as_bytes(), n_edits, extent);
            // Both lists ascend.
            let whole = if may_go_on { similar(Extent::Whole) } else { Vec::new() };
            let mut n_passed = 0;
            for similar in similar(extent) {
                while whole.get(n_passed).is_some_and(|other| other.id < similar.id) {
                    n_passed += 1;
                }
                let is_whole = whole.get(n_passed) == Some(&similar);
                let known = index.word(place, similar.id);
                // Few mistype the first letter, and many short words differ in it alone.
                let is_far = known.as_bytes().first() != word.as_bytes().first();
                if analysis::is_stop(&known, vocabulary.language())
                    || is_far && (may_go_on && !is_whole || word.len() < 6)
                {
                    continue;
                }
                let only_begins_so = may_go_on && !is_whole;
                let share = if only_begins_so { 0.5 } else { 1.0 };
                let weight = share * parameters.typo / f64::from(similar.distance.max(1));
                let mut term = GroupTerm::new(place, similar.id, weight, Role::Correction);
                term.place = vocabulary.place(similar.id);
                found.push(term);
            }
        }
        if !found.is_empty() {
            let n_documents = |term: &GroupTerm| term.place.n_documents;
            sort(&mut found, &|one: &GroupTerm, other| {
                other.weight.total_cmp(&one.weight).then(n_documents(other).cmp(&n_documents(one)))
            });
            found.truncate(MAX_CORRECTIONS);
            return found;
        }
    }
    Vec::new()
}

/// Inverse document frequency: how informative a word is that `n_matching` of `n_documents` documents have.
///
/// Above 0, and smaller the more documents have it. `n_matching` is a mean of counts, hence a float.
fn idf(n_documents: u32, n_matching: f64) -> f64 {
    let n_others = (f64::from(n_documents) - n_matching).max(0.0);
    libm::log(1.0 + (n_others + 0.5) / (n_matching + 0.5))
}

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
    pub among: Option<&'s Documents>,
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

/// Documents, one bit each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Documents(Vec<u64>);

impl Documents {
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
    fn copy(&self, first: u32, words: &mut [u64]) {
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

    /// Keeps what both have, or takes what either has.
    pub fn combine(&mut self, other: &Self, matching: Matching) {
        for (bits, others) in self.0.iter_mut().zip(&other.0) {
            match matching {
                Matching::All => *bits &= others,
                Matching::Any => *bits |= others,
            }
        }
    }
}

/// All documents that match, whatever their score.
pub fn matching(index: &Index, groups: &[Group], matching: Matching) -> Documents {
    let vocabularies: Vec<Vocabulary<'_>> = index.vocabularies().collect();
    let mut all: Option<Documents> = None;
    for group in groups {
        let mut documents = Documents::none(index.n_documents());
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
            Some(all) => all.combine(&documents, matching),
            None => all = Some(documents),
        }
    }
    all.unwrap_or_else(|| Documents::none(index.n_documents()))
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
    /// The place of the concept in [`Query::concepts`].
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

/// The groups of all concepts of a query. Corrections of mistyped words are added to the query, for highlighting.
pub fn groups(
    index: &Index,
    query: &mut Query,
    fields: &dyn Fn(usize) -> FieldMask,
    typos: Typos,
    parameters: &Parameters,
) -> Vec<Group> {
    let of_concept = |concept: &Concept| {
        let mask = concept.field().map_or(FieldMask::ALL, fields);
        Group::new(index, concept, mask, typos, parameters)
    };
    let groups: Vec<Group> = query.concepts().iter().map(of_concept).collect();
    for (place, group) in groups.iter().enumerate() {
        for term in &group.corrections {
            query.correct(place, &index.word(term.vocabulary, term.term));
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    //! 1. Over many windows the best documents of any scope are those that a look at every document finds, with its explanation's score to
    //!    the bit, whether their postings are added up or looked up.

    use super::*;
    use crate::index::{FieldSpec, IndexBuilder};
    use crate::query::{LastWord, Syntax};
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
            let mut documents = Documents::none(N_DOCUMENTS);
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

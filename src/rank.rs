//! Which documents answer a query best?
//!
//! ```text
//! query word ──▶ group of terms of the index, each with a weight   "fraude": fraude 1.0, accijnsfraude 0.7, ...
//!            ──▶ one virtual term: its frequency in a document is the weighted sum over the group and over the fields
//!            ──▶ BM25F: saturated once, times one idf of the group
//! documents  ──▶ the sum over the query words; those that cannot reach the best ones are never looked at
//! ```
//!
//! Because a group is one term, a document with five related words gains no more than one that repeats the word itself, and
//! a rare compound does not get the high idf of a rare word.
//!
//! Sources: S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and
//! Trends in Information Retrieval 3(4), 2009: saturation and document length (section 3.4), fields combined before
//! saturation (section 3.6). S. Robertson, S. Walker et al., "Okapi at TREC-3", 1994: the idf. A. Broder et al., "Efficient Query
//! Evaluation using a Two-Level Retrieval Process", CIKM 2003 (WAND) and S. Ding and T. Suel, SIGIR 2011 (block-max): what need not be
//! looked at.

use crate::analysis::{self, Language};
use crate::dictionary::Extent;
use crate::index::{FieldId, FieldMask, Index, Kinship, Scale, Vocabulary};
use crate::order::sort;
use crate::postings::{Cursor, END, Levels};
use crate::query::{Concept, MAX_CONCEPTS, MIN_COMPOUND_PART, Query, Reach};

/// The numbers of the ranking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameters {
    /// Saturation of repeated words. 0.0: a second occurrence adds nothing; the higher, the longer repetition pays. Usual:
    /// 1.2 to 2.0 (Robertson & Zaragoza 2009, section 3.4.3).
    pub k1: f64,
    /// Weight of an occurrence of the word itself. 1.0 by definition; the others are measured against it.
    pub exact: f64,
    /// Weight of another form of the word, 0.0 to 1.0. Well below the word itself: who types a form usually means it. On collections of
    /// abstracts and help pages 0.6 gave the best order; near 1.0 nDCG@10 loses up to 0.01.
    pub form: f64,
    /// Weight of a word that starts with the letters typed so far, 0.0 to 1.0.
    pub prefix: f64,
    /// Weight of a compound that ends in the word, 0.0 to 1.0. It names a kind of the thing that was asked for ("accijnsfraude" is
    /// fraud).
    pub head: f64,
    /// Weight of a compound that has the word before its last part, 0.0 to 1.0. It names something to do with it ("wapenhandel" is
    /// about weapons).
    pub modifier: f64,
    /// Weight of a word that may be such a compound, but for a part that is no known word, 0.0 to 1.0.
    pub uncertain: f64,
    /// Weight of a word that the query word is compounded of, or that shares a part with it, 0.0 to 1.0; half of it when the parts
    /// are a guess.
    pub part: f64,
    /// Weight of a word that is one edit away from one that was mistyped, 0.0 to 1.0; half of it for two edits.
    pub typo: f64,
    /// How much it counts that a document has only a share of the query's words. 0.0: not at all; 1.0: its score is multiplied by the
    /// share (the coordination factor of Lucene's classic similarity).
    pub coordination: f64,
}

impl Default for Parameters {
    /// k1 is the usual value for short texts. The weights of compounds are those that did best on collections of short policy passages
    /// and of long help pages; nDCG@10 moves by 0.01 when one of them is halved.
    fn default() -> Self {
        Self {
            k1: 1.2,
            exact: 1.0,
            form: 0.6,
            prefix: 0.5,
            head: 0.7,
            modifier: 0.7,
            uncertain: 0.2,
            part: 0.1,
            typo: 0.5,
            coordination: 0.15,
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

/// A term of the index that answers a word of the query.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupTerm {
    /// The place of its vocabulary in [`Index::vocabularies`].
    pub vocabulary: usize,
    /// Its number there.
    pub term: u32,
    /// How much an occurrence of it counts, above 0.0, up to 1.0.
    pub weight: f64,
}

/// Everything in an index that answers one word of a query: one virtual term.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// By vocabulary and number, each once, with its highest weight.
    pub terms: Vec<GroupTerm>,
    /// Terms that were taken because nothing else answers the word.
    pub corrections: Vec<GroupTerm>,
    /// How much it tells that a document has it; above 0.
    pub idf: f64,
    /// Where it may stand.
    pub fields: FieldMask,
}

/// Whether words that nothing answers are taken for mistyped ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typos {
    /// They find nothing.
    Refused,
    /// Words of the index that are one edit away (from four letters on) or two (from eight letters on) stand in for them.
    Tolerated,
}

/// Most words that stand in for a mistyped one.
const MAX_CORRECTIONS: usize = 16;

impl Group {
    /// The terms that answer `concept` in some of the fields.
    pub fn new(index: &Index, concept: &Concept, fields: FieldMask, typos: Typos, parameters: &Parameters) -> Self {
        let mut found = Found { terms: Vec::new(), exact: Vec::new() };
        for (place, vocabulary) in index.vocabularies().enumerate() {
            found.add(place, &vocabulary, concept, parameters);
        }
        // A guess about the parts of a word must not hide that it is mistyped.
        let is_known = found.terms.iter().any(|term| term.weight > parameters.uncertain);
        if !is_known && concept.reach() == Reach::Related {
            for (place, vocabulary) in index.vocabularies().enumerate() {
                found.add_ends(place, &vocabulary, concept.word(), parameters.part / 2.0);
            }
        }
        let mut corrections = Vec::new();
        if !is_known && typos == Typos::Tolerated && concept.reach() == Reach::Related {
            corrections = self::corrections(index, concept, parameters);
            found.terms.extend_from_slice(&corrections);
        }
        let mut terms = found.terms;
        sort(&mut terms, &|one: &GroupTerm, other| {
            let place = (one.vocabulary, one.term).cmp(&(other.vocabulary, other.term));
            place.then(other.weight.total_cmp(&one.weight))
        });
        terms.dedup_by(|next, kept| (next.vocabulary, next.term) == (kept.vocabulary, kept.term));
        terms.retain(|term| term.weight > 0.0);

        let mut group = Self { terms, corrections, idf: 0.0, fields };
        let n_any = group.share(index, &|_| true);
        let n_exact = group.share(index, &|term| found.exact.contains(&(term.vocabulary, term.term)));
        // The geometric mean of the documents with the word itself and those with any word of the group. The former alone would
        // overrate what its compounds make common, the latter underrate a word that happens to have many relatives.
        let share = if n_exact > 0.0 { f64::sqrt(n_exact * n_any) } else { n_any };
        group.idf = idf(index.n_documents(), share * f64::from(index.n_documents()));
        group
    }

    /// In which share of the documents one of these terms stands, if they stand there independently of each other.
    fn share(&self, index: &Index, of: &dyn Fn(&GroupTerm) -> bool) -> f64 {
        let vocabularies: Vec<Vocabulary<'_>> = index.vocabularies().collect();
        let n_documents = f64::from(index.n_documents().max(1));
        let mut without = 1.0;
        for term in self.terms.iter().filter(|term| of(term)) {
            let with = vocabularies.get(term.vocabulary).map_or(0, |vocabulary| vocabulary.n_documents(term.term));
            without *= 1.0 - f64::from(with) / n_documents;
        }
        1.0 - without
    }
}

/// Terms on their way into a group.
struct Found {
    terms: Vec<GroupTerm>,
    exact: Vec<(usize, u32)>,
}

impl Found {
    fn add(&mut self, place: usize, vocabulary: &Vocabulary<'_>, concept: &Concept, parameters: &Parameters) {
        let terms = &mut self.terms;
        let mut push = |term: u32, weight: f64| terms.push(GroupTerm { vocabulary: place, term, weight });
        let find = |word: &str| vocabulary.terms().find(word.as_bytes());
        let language = vocabulary.language();
        if let Some(term) = find(concept.word()) {
            push(term, parameters.exact);
            self.exact.push((place, term));
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
        if let Some(stem) = concept.stem(language) {
            vocabulary.kin(stem, &mut |term, kinship| push(term, weight(kinship)));
        }
        if let Some(whole) = concept.whole() {
            if let Some(term) = find(whole.text()) {
                push(term, parameters.form);
            }
            if let Some(stem) = whole.stem(language) {
                vocabulary.kin(stem, &mut |term, kinship| {
                    if kinship == Kinship::Form {
                        push(term, parameters.form);
                    }
                });
            }
        }
        if !is_related {
            return;
        }
        if concept.is_unfinished() {
            let typed = [Some(concept.word()), concept.whole().map(crate::query::Word::text)];
            for term in typed.into_iter().flatten().flat_map(|typed| vocabulary.completions(typed)) {
                push(term, parameters.prefix);
            }
        }
        for part in concept.parts() {
            if let Some(stem) = part.stem(language) {
                vocabulary.kin(stem, &mut |term, kinship| {
                    if kinship == Kinship::Form {
                        push(term, parameters.part);
                    }
                });
            }
        }
        for part in analysis::parts(concept.word(), language, &|word| find(word).is_some()) {
            let weight = if part.is_certain { parameters.part } else { parameters.part / 2.0 };
            vocabulary.kin(&part.stem, &mut |term, kinship| {
                push(term, if kinship == Kinship::Uncertain { weight / 2.0 } else { weight });
            });
        }
    }
}

impl Found {
    /// The longest beginning and the longest end of an unknown word that the vocabulary has something for, with four letters at the
    /// least: "fraude" for "whatsappfraude".
    fn add_ends(&mut self, place: usize, vocabulary: &Vocabulary<'_>, word: &str, weight: f64) {
        if !vocabulary.language().joins_compounds() {
            return;
        }
        let cuts = || {
            (MIN_COMPOUND_PART..word.len().saturating_sub(1))
                .filter_map(|length| word.get(..length).zip(word.get(word.len() - length..)))
        };
        let mut add = |end: &str| {
            let before = self.terms.len();
            let stem = analysis::stem(end, vocabulary.language());
            vocabulary.kin(&stem, &mut |term, _| self.terms.push(GroupTerm { vocabulary: place, term, weight }));
            self.terms.len() > before
        };
        let _ = cuts().rev().any(|(beginning, _)| add(beginning));
        let _ = cuts().rev().any(|(_, end)| add(end));
    }
}

/// The terms closest to a word that was mistyped: those with the fewest edits, then those in the most documents.
fn corrections(index: &Index, concept: &Concept, parameters: &Parameters) -> Vec<GroupTerm> {
    let word = concept.word();
    if word.len() < 4 || word.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let extent = if concept.is_unfinished() { Extent::Prefix } else { Extent::Whole };
    for n_edits in 1..=if word.len() < 8 { 1 } else { 2 } {
        let mut found: Vec<(u32, GroupTerm)> = Vec::new();
        for (place, vocabulary) in index.vocabularies().enumerate() {
            for similar in vocabulary.terms().similar(word.as_bytes(), n_edits, extent) {
                let weight = parameters.typo / f64::from(similar.distance.max(1));
                let term = GroupTerm { vocabulary: place, term: similar.id, weight };
                found.push((vocabulary.n_documents(similar.id), term));
            }
        }
        if !found.is_empty() {
            sort(&mut found, &|one, other| other.1.weight.total_cmp(&one.1.weight).then(other.0.cmp(&one.0)));
            found.truncate(MAX_CORRECTIONS);
            return found.into_iter().map(|(_, term)| term).collect();
        }
    }
    Vec::new()
}

/// Inverse document frequency: how much a word tells that `n_matching` of `n_documents` documents have.
///
/// Above 0, and the less the more documents have it. `n_matching` is a mean of counts, hence a float.
fn idf(n_documents: u32, n_matching: f64) -> f64 {
    let n_others = (f64::from(n_documents) - n_matching).max(0.0);
    libm::log(1.0 + (n_others + 0.5) / (n_matching + 0.5))
}

/// What a frequency is worth, 0.0 to 1.0; also of one without bound.
#[inline(always)]
fn saturated(frequency: f64, k1: f64) -> f64 {
    1.0 - k1 / (k1 + frequency)
}

/// A term of a group on its way through the documents.
struct Walk<'i> {
    cursor: Cursor<'i>,
    weight: f64,
}

/// A group on its way through the documents.
struct Stream<'i> {
    scale: Scale<'i>,
    levels: &'i Levels,
    fields: FieldMask,
    idf: f64,
    k1: f64,
    walks: Vec<Walk<'i>>,
    /// Terms in few documents, added up beforehand, by document.
    merged: Vec<(u32, f64)>,
    at: usize,
    highest_merged: f64,
    document: u32,
    /// No document scores higher.
    bound: f64,
    /// No document up to the second number, from the current block on, scores higher than the first.
    block: (f64, u32),
}

/// Terms that are walked each by itself. More of them cost more at every step than they save by being passed over.
const MAX_WALKS: usize = 3;

impl<'i> Stream<'i> {
    fn new(index: &'i Index, group: &Group, levels: &'i Levels, sums: &mut Sums, parameters: &Parameters) -> Self {
        let vocabularies: Vec<Vocabulary<'i>> = index.vocabularies().collect();
        let mut walks: Vec<Walk<'i>> = Vec::new();
        for term in &group.terms {
            if let Some(vocabulary) = vocabularies.get(term.vocabulary) {
                walks.push(Walk { cursor: vocabulary.postings(term.term), weight: term.weight });
            }
        }
        let scale = index.scale();
        let mut merged = Vec::new();
        if walks.len() > MAX_WALKS {
            sort(&mut walks, &|one: &Walk<'_>, other| other.cursor.n_documents().cmp(&one.cursor.n_documents()));
            for mut walk in walks.split_off(MAX_WALKS - 1) {
                let mut document = walk.cursor.seek(0);
                while document != END {
                    let profile = walk.cursor.profile();
                    sums.add(document, walk.weight * scale.frequency(document, profile, group.fields));
                    document = walk.cursor.advance();
                }
            }
            merged = sums.take();
        }
        let highest_merged = merged.iter().map(|(_, frequency)| *frequency).fold(0.0, f64::max);
        let highest = walks.iter().map(|walk| walk.weight * levels.bound(walk.cursor.highest_level()));
        let highest = highest.sum::<f64>() + highest_merged;
        let (k1, idf) = (parameters.k1, group.idf);
        let mut stream = Self {
            scale,
            levels,
            fields: group.fields,
            idf,
            k1,
            walks,
            merged,
            at: 0,
            highest_merged,
            document: 0,
            bound: bounded(idf * saturated(highest, k1)),
            block: (f64::MAX, 0),
        };
        stream.seek(0);
        stream.read_block_bound(0);
        stream
    }

    /// Goes on to the first document that is not below `document`.
    fn seek(&mut self, document: u32) {
        let mut next = END;
        for walk in &mut self.walks {
            let found = if walk.cursor.document() >= document && document > 0 {
                walk.cursor.document()
            } else {
                walk.cursor.seek(document)
            };
            next = next.min(found);
        }
        if !self.merged.is_empty() {
            let rest = self.merged.get(self.at..).unwrap_or_default();
            // Most steps are short.
            let near = rest.iter().take(8).take_while(|(found, _)| *found < document).count();
            self.at += if near < 8 { near } else { rest.partition_point(|(found, _)| *found < document) };
            next = next.min(self.merged.get(self.at).map_or(END, |(found, _)| *found));
        }
        self.document = next;
    }

    /// No document from `document` to the second number scores higher than the first.
    #[inline(always)]
    fn block_bound(&mut self, document: u32) -> (f64, u32) {
        if document > self.block.1 {
            self.read_block_bound(document);
        }
        self.block
    }

    fn read_block_bound(&mut self, document: u32) {
        let (mut frequency, mut last) = (self.highest_merged, END - 1);
        for walk in &mut self.walks {
            walk.cursor.seek_block(document);
            frequency += walk.weight * self.levels.bound(walk.cursor.block_level());
            last = last.min(walk.cursor.block_last());
        }
        self.block = (bounded(self.idf * saturated(frequency, self.k1)), last);
    }

    /// The score of the current document.
    fn score(&mut self) -> f64 {
        let document = self.document;
        let mut frequency = 0.0;
        for walk in &mut self.walks {
            if walk.cursor.document() == document {
                let profile = walk.cursor.profile();
                frequency += walk.weight * self.scale.frequency(document, profile, self.fields);
            }
        }
        if let Some((found, merged)) = self.merged.get(self.at)
            && *found == document
        {
            frequency += merged;
        }
        self.idf * saturated(frequency, self.k1)
    }
}

/// A bound that sums made in another order keep to.
#[inline(always)]
fn bounded(score: f64) -> f64 {
    score * (1.0 + 1e-9)
}

/// Adds up numbers by document.
#[derive(Debug, Default)]
struct Sums {
    sums: Vec<f64>,
    /// One bit a document.
    touched: Vec<u64>,
}

impl Sums {
    fn new(n_documents: u32) -> Self {
        let n_documents = n_documents as usize;
        Self { sums: vec![0.0; n_documents], touched: vec![0; n_documents.div_ceil(64)] }
    }

    #[inline(always)]
    fn add(&mut self, document: u32, number: f64) {
        let document = document as usize;
        if number > 0.0
            && let Some(sum) = self.sums.get_mut(document)
            && let Some(bits) = self.touched.get_mut(document / 64)
        {
            *sum += number;
            *bits |= 1 << (document % 64);
        }
    }

    /// The sums, by document; nothing is left.
    fn take(&mut self) -> Vec<(u32, f64)> {
        let mut taken = Vec::new();
        for (word, bits) in (0_u32..).zip(&mut self.touched) {
            while *bits != 0 {
                let document = word * 64 + bits.trailing_zeros();
                *bits &= *bits - 1;
                if let Some(sum) = self.sums.get_mut(document as usize) {
                    taken.push((document, std::mem::take(sum)));
                }
            }
        }
        taken
    }
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
    /// Only these, if there is such a list.
    pub among: Option<&'s Documents>,
    /// Only those that this lets through.
    pub accept: &'s dyn Fn(u32) -> bool,
    /// At most so many.
    pub limit: usize,
}

/// The best documents of a scope, best first; equal scores in document order.
///
/// The same index and query give the same bits on every platform: the only function used beside the four basic operations
/// and the square root, which IEEE 754 fixes, is `libm::log`.
pub fn rank(index: &Index, groups: &[Group], scope: &Scope<'_>, parameters: &Parameters) -> Vec<Ranked> {
    let levels = Levels::default();
    let is_merged = groups.iter().any(|group| group.terms.len() > MAX_WALKS);
    let mut sums = if is_merged { Sums::new(index.n_documents()) } else { Sums::default() };
    let mut streams: Vec<Stream<'_>> =
        groups.iter().map(|group| Stream::new(index, group, &levels, &mut sums, parameters)).collect();
    let mut best = Best { limit: scope.limit, ranked: Vec::new() };
    if streams.is_empty() || scope.limit == 0 || streams.len() > MAX_CONCEPTS {
        return Vec::new();
    }
    let look_at = |streams: &mut [Stream<'_>], best: &mut Best, document: u32| {
        // The sum is always made in the order of the query.
        let (mut sum, mut concepts) = (0.0, ConceptSet::default());
        for (place, stream) in streams.iter_mut().enumerate() {
            if stream.document == document {
                let of_concept = stream.score();
                if of_concept > 0.0 {
                    sum += of_concept;
                    concepts.insert(place);
                }
            }
        }
        let total = sum * coordination(concepts.len(), streams.len(), parameters);
        let is_enough = scope.matching == Matching::Any || concepts.len() as usize == streams.len();
        if total > best.threshold() && is_enough && (scope.accept)(document) {
            best.push(Ranked { document, score: total, concepts });
        }
    };
    if let Some(among) = scope.among {
        among.each(&mut |document| {
            for stream in &mut streams {
                if stream.document < document {
                    stream.seek(document);
                }
            }
            look_at(&mut streams, &mut best, document);
        });
        return best.into_sorted();
    }
    if let [stream] = streams.as_mut_slice() {
        // One stream needs no pivot: its blocks are read or passed over one after the other.
        while stream.document != END {
            let (bound, last) = stream.block_bound(stream.document);
            if bound > best.threshold() {
                while stream.document <= last {
                    let document = stream.document;
                    look_at(std::slice::from_mut(stream), &mut best, document);
                    stream.seek(document + 1);
                }
            } else {
                stream.seek(last + 1);
            }
        }
        return best.into_sorted();
    }
    let mut document = 0;
    while let Some(candidate) = next_candidate(&mut streams, document, scope.matching, best.threshold()) {
        look_at(&mut streams, &mut best, candidate);
        let Some(next) = candidate.checked_add(1) else { break };
        document = next;
    }
    best.into_sorted()
}

/// What a score is multiplied by when `n_answered` of `n_concepts` are answered.
fn coordination(n_answered: u32, n_concepts: usize, parameters: &Parameters) -> f64 {
    let n_concepts = f64::from(u32::try_from(n_concepts).unwrap_or(u32::MAX).max(1));
    1.0 - parameters.coordination * (1.0 - f64::from(n_answered) / n_concepts)
}

/// The first document from `document` on that can score more than `threshold`; all streams that hold it stand there.
fn next_candidate(streams: &mut [Stream<'_>], document: u32, matching: Matching, threshold: f64) -> Option<u32> {
    let mut document = document;
    loop {
        for stream in &mut *streams {
            if stream.document < document {
                stream.seek(document);
            }
        }
        let candidate = match matching {
            Matching::All => {
                let last = streams.iter().map(|stream| stream.document).max()?;
                if streams.iter().any(|stream| stream.document != last) {
                    if last == END {
                        return None;
                    }
                    document = last;
                    continue;
                }
                last
            }
            Matching::Any => pivot(streams, threshold)?,
        };
        if candidate == END {
            return None;
        }
        let (mut bound, mut last) = (0.0, END - 1);
        for stream in &mut *streams {
            if stream.document <= candidate {
                let (of_block, until) = stream.block_bound(candidate);
                bound += of_block;
                last = last.min(until);
            } else {
                last = last.min(stream.document - 1);
            }
        }
        if bound > threshold {
            for stream in &mut *streams {
                if stream.document < candidate {
                    stream.seek(candidate);
                }
            }
            return Some(candidate);
        }
        document = last.max(candidate).checked_add(1)?;
    }
}

/// The first document before which the streams that have come that far cannot exceed the threshold together.
fn pivot(streams: &[Stream<'_>], threshold: f64) -> Option<u32> {
    let mut after = None;
    let mut bound = 0.0;
    loop {
        let next = streams
            .iter()
            .map(|stream| stream.document)
            .filter(|found| after.is_none_or(|after| *found > after))
            .min()?;
        if next == END {
            return None;
        }
        bound += streams.iter().filter(|stream| stream.document == next).map(|stream| stream.bound).sum::<f64>();
        if bound > threshold {
            return Some(next);
        }
        after = Some(next);
    }
}

/// The best documents so far: a heap with the worst of them at its root.
struct Best {
    limit: usize,
    ranked: Vec<Ranked>,
}

impl Best {
    /// What a document must exceed. Documents come in ascending order, so one with the same score as the worst goes behind it.
    #[inline(always)]
    fn threshold(&self) -> f64 {
        if self.ranked.len() < self.limit { 0.0 } else { self.ranked.first().map_or(0.0, |worst| worst.score) }
    }

    /// Whether the first goes behind the second.
    fn is_worse(&self, one: usize, other: usize) -> bool {
        match (self.ranked.get(one), self.ranked.get(other)) {
            (Some(one), Some(other)) => {
                one.score < other.score || (one.score.total_cmp(&other.score).is_eq() && one.document > other.document)
            }
            _ => false,
        }
    }

    fn push(&mut self, ranked: Ranked) {
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
        sort(&mut self.ranked, &|one, other| other.score.total_cmp(&one.score).then(one.document.cmp(&other.document)));
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

/// All documents that match, whatever they score.
pub fn matching(index: &Index, groups: &[Group], matching: Matching) -> Documents {
    let vocabularies: Vec<Vocabulary<'_>> = index.vocabularies().collect();
    let mut all: Option<Documents> = None;
    for group in groups {
        let mut documents = Documents::none(index.n_documents());
        for term in &group.terms {
            let Some(vocabulary) = vocabularies.get(term.vocabulary) else { continue };
            let mut cursor = vocabulary.postings(term.term);
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
    /// Its occurrences: field, how often, and the frequency that this comes to with the weight and length of the field.
    pub fields: Vec<(FieldId, u32, f64)>,
}

/// What one concept adds to the score of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct ConceptContribution {
    /// The place of the concept in [`Query::concepts`].
    pub concept: usize,
    /// Its part of the score: the idf times the saturated frequency.
    pub score: f64,
    /// How much it tells.
    pub idf: f64,
    /// The terms that stand in the document.
    pub terms: Vec<TermContribution>,
}

/// How the score of a document comes about, from the same numbers: the contributions in the order of the query.
///
/// ```text
/// score = (1 - coordination * (1 - share of the concepts)) * sum of the contributions
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The score, to the bit that of [`rank`]; 0.0 if the document answers nothing.
    pub score: f64,
    /// By concept; only those that the document answers.
    pub concepts: Vec<ConceptContribution>,
}

/// Explains the score of one document.
pub fn explain(index: &Index, groups: &[Group], document: u32, parameters: &Parameters) -> Explanation {
    let vocabularies: Vec<Vocabulary<'_>> = index.vocabularies().collect();
    let levels = Levels::default();
    let mut sums = Sums::new(index.n_documents());
    let mut concepts = Vec::new();
    let mut total = 0.0;
    for (place, group) in groups.iter().enumerate() {
        let mut stream = Stream::new(index, group, &levels, &mut sums, parameters);
        stream.seek(document);
        if stream.document != document {
            continue;
        }
        let score = stream.score();
        if score <= 0.0 {
            continue;
        }
        total += score;
        let mut terms = Vec::new();
        for term in &group.terms {
            let Some(vocabulary) = vocabularies.get(term.vocabulary) else { continue };
            let mut cursor = vocabulary.postings(term.term);
            if cursor.seek(document) != document {
                continue;
            }
            let mut word = Vec::new();
            vocabulary.terms().term(term.term, &mut word);
            let parts = index.profile(cursor.profile()).iter().filter(|part| group.fields.contains(part.field));
            let fields = parts.map(|part| (part.field, part.frequency, index.scale().frequency_in(document, *part)));
            terms.push(TermContribution {
                word: String::from_utf8(word).unwrap_or_default(),
                language: vocabulary.language(),
                weight: term.weight,
                fields: fields.collect(),
            });
        }
        concepts.push(ConceptContribution { concept: place, score, idf: group.idf, terms });
    }
    let n_answered = u32::try_from(concepts.len()).unwrap_or(u32::MAX);
    Explanation { score: total * coordination(n_answered, groups.len(), parameters), concepts }
}

/// The groups of all concepts of a query. Words that stand in for mistyped ones are told to the query, for highlighting.
pub fn groups(
    index: &Index,
    query: &mut Query,
    fields: &dyn Fn(usize) -> FieldMask,
    typos: Typos,
    parameters: &Parameters,
) -> Vec<Group> {
    let vocabularies: Vec<Vocabulary<'_>> = index.vocabularies().collect();
    let of_concept = |concept: &Concept| {
        let mask = concept.field().map_or(FieldMask::ALL, fields);
        Group::new(index, concept, mask, typos, parameters)
    };
    let groups: Vec<Group> = query.concepts().iter().map(of_concept).collect();
    let mut word = Vec::new();
    for (place, group) in groups.iter().enumerate() {
        for term in &group.corrections {
            if vocabularies.get(term.vocabulary).is_some_and(|vocabulary| vocabulary.terms().term(term.term, &mut word))
            {
                query.correct(place, std::str::from_utf8(&word).unwrap_or_default());
            }
        }
    }
    groups
}

//! Which documents answer a query best?

use crate::closeness::{CANDIDATES, Closeness};
use crate::docset::DocSet;
use crate::group::{Group, Parameters, TermRole, Typos, corrections, groups};
use crate::index::{EachText, FieldId, FieldMask, Index, Positions, Vocabulary};
use crate::order::sort;
use crate::postings::{Cursor, END};
use crate::query::{Notice, NoticeCode, Phrase, Query, Reach};
use crate::rank::{Explanation, Matching, Ranked, Scope, explain, matching, rank};
use crate::span::ByteSpan;
use crate::words::Words;

/// Which documents match a query of several words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// Those that answer every concept.
    All,
    /// Those that answer any of them.
    Any,
    /// Those that answer every concept. If there are none: those that answer any, with their scores multiplied by the share of the
    /// concepts that they answer, and a [`NoticeCode::WordsIgnored`] for each that the best of them lacks.
    AllElseAny,
}

/// How to search.
pub struct Settings<'s> {
    /// Which documents match.
    pub policy: Policy,
    /// How many are wanted. With [`Policy::AllElseAny`] at least one, by which it is known whether any document has all words.
    pub limit: usize,
    /// Whether typos are tolerated.
    pub typos: Typos,
    /// The parameters of the ranking.
    pub parameters: Parameters,
    /// The fields that a name in the query stands for, by its place in [`crate::query::Syntax::fields`].
    pub fields: &'s dyn Fn(usize) -> FieldMask,
    /// Which documents may be found. This has no effect on scores: idf and lengths are those of the whole index.
    pub accept: &'s dyn Fn(u32) -> bool,
}

impl Default for Settings<'_> {
    /// Documents with all words or else any, at most 1,000, typos tolerated.
    fn default() -> Self {
        Self {
            policy: Policy::AllElseAny,
            limit: 1_000,
            typos: Typos::Tolerated,
            parameters: Parameters::default(),
            fields: &|_| FieldMask::ALL,
            accept: &|_| true,
        }
    }
}

/// A word of a query that nothing holds, and the word that was possibly meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The place of the word in the query.
    pub span: ByteSpan,
    /// A word of the index, in lower case.
    pub word: String,
    /// Whether the answer is that to the corrected word; otherwise it is only a proposal, because typos are not tolerated or the word is
    /// in quotation marks.
    pub is_applied: bool,
}

/// What was possibly meant: a query with its corrections inserted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corrected {
    /// The text of the query.
    pub query: String,
    /// The places of the corrected words in it.
    pub spans: Vec<ByteSpan>,
    /// Whether every correction is applied; see [`Correction::is_applied`].
    pub is_applied: bool,
}

/// Inserts corrections into their text, in the order of their places; `None` if there are none.
///
/// ```
/// use empact_priorities::search::{Correction, corrected};
/// use empact_priorities::span::ByteSpan;
///
/// let correction = Correction { span: ByteSpan::new(4, 10), word: "fraude".to_owned(), is_applied: true };
/// let corrected = corrected("btw fruade!", &[correction]).unwrap();
/// assert_eq!(corrected.query, "btw fraude!");
/// assert_eq!(corrected.spans, [ByteSpan::new(4, 10)]);
/// ```
pub fn corrected(text: &str, corrections: &[Correction]) -> Option<Corrected> {
    let is_applied = corrections.iter().all(|correction| correction.is_applied);
    let (mut query, mut spans, mut end) = (String::new(), Vec::new(), 0);
    for correction in corrections {
        query.push_str(text.get(end..correction.span.start)?);
        spans.push(ByteSpan::new(query.len(), query.len() + correction.word.len()));
        query.push_str(&correction.word);
        end = correction.span.end;
    }
    query.push_str(text.get(end..)?);
    (!spans.is_empty()).then_some(Corrected { query, spans, is_applied })
}

/// Up to so many words, each of them is meant to be found. More are a description, and no document has all of it: the longer it is, the less
/// does it count which share of it a document has.
const FEW_WORDS: f64 = 4.0;

/// The answer to a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The best matches, best first; equal scores in document order.
    pub matches: Vec<Ranked>,
    /// What was left out of the query, when it was read and when it was answered.
    pub notices: Vec<Notice>,
    /// What answers each concept of the query.
    pub groups: Vec<Group>,
    /// Whether the query searches for no words.
    is_list: bool,
    matching: Matching,
    parameters: Parameters,
    closeness: Closeness,
    /// The documents whose closeness counts, ascending.
    close: Vec<u32>,
    /// The documents with the phrases of the query and without what it excludes, if it has any.
    allowed: Option<DocSet>,
}

impl Answer {
    /// All documents that match, not only the best of them; those that a query without words lists, too. [`Settings::accept`] is not applied.
    pub fn documents(&self, index: &Index) -> DocSet {
        let mut documents =
            if self.is_list { DocSet::all(index.n_documents()) } else { matching(index, &self.groups, self.matching) };
        if let Some(allowed) = &self.allowed {
            documents.intersect(allowed);
        }
        documents
    }

    /// Whether a document has the phrases of the query and nothing that it excludes, whatever its other words.
    pub fn allows(&self, document: u32) -> bool {
        self.allowed.as_ref().is_none_or(|allowed| allowed.contains(document))
    }

    /// The parameters of the ranking that gave the answer.
    pub const fn parameters(&self) -> &Parameters {
        &self.parameters
    }

    /// The matches among these documents, in no particular order.
    pub fn among(&self, index: &Index, documents: &DocSet) -> Vec<Ranked> {
        let scope = Scope {
            matching: self.matching,
            among: Some(documents),
            accept: &|_| true,
            limit: index.n_documents() as usize,
        };
        let mut ranked = rank(index, &self.groups, &scope, &self.parameters);
        for found in &mut ranked {
            found.score += self.gain(index, found.document);
        }
        ranked
    }

    /// What a document gains by closeness to the query; 0 if it is not one of the best.
    pub fn gain(&self, index: &Index, document: u32) -> f64 {
        if self.close.binary_search(&document).is_ok() { self.closeness.gain(index, document) } else { 0.0 }
    }

    /// How the score of a document is made up; its `score` and [`Self::gain`] add up to that of the match, to the last bit.
    pub fn explain(&self, index: &Index, document: u32) -> Explanation {
        explain(index, &self.groups, document, &self.parameters)
    }

    /// The words of the query that nothing holds, or only a part of them, each with the closest word that something does, written as it is there; in the
    /// order of the query.
    pub fn corrections(&self, index: &Index, query: &Query, texts: &EachText<'_>) -> Vec<Correction> {
        let mut found: Vec<Correction> = Vec::new();
        for (concept, group) in query.concepts().iter().zip(&self.groups) {
            let proposed = (!group.is_known()).then(|| corrections(index, concept, &self.parameters));
            let Some(best) = proposed.as_ref().unwrap_or(&group.corrections).first() else { continue };
            // A phrase is taken as it is written: nothing stands in for its words.
            let is_quoted = query.phrases().iter().any(|phrase| phrase.span.contains(concept.span()));
            let is_applied = proposed.is_none() && !is_quoted;
            let word = index.spelled(best.vocabulary, best.term, texts);
            found.push(Correction { span: concept.span(), word, is_applied });
        }
        found
    }

    /// By concept: the words of the index that answer it, for what marks them in texts.
    pub fn related(&self, index: &Index) -> Vec<Words> {
        let of_group = |group: &Group| {
            let mut words = Words::default();
            // That one is the word itself, it shows by itself.
            for term in group.terms.iter().filter(|term| term.role != TermRole::Itself) {
                words.number_of(&index.word(term.vocabulary, term.term));
            }
            words
        };
        self.groups.iter().map(of_group).collect()
    }

    /// The fields of a document that hold words of the query, the one that contributes most first.
    pub fn fields(&self, index: &Index, document: u32) -> Vec<FieldId> {
        let mut fields: Vec<(FieldId, f64)> = Vec::new();
        for concept in explain(index, &self.groups, document, &self.parameters).concepts {
            let places = || concept.terms.iter().flat_map(|term| term.fields.iter().map(|place| (term.weight, place)));
            let sum: f64 = places().map(|(weight, (.., frequency))| weight * frequency).sum();
            for (weight, (field, _, frequency)) in places() {
                let share = concept.score * weight * frequency / sum;
                match fields.iter_mut().find(|(known, _)| known == field) {
                    Some((_, score)) => *score += share,
                    None => fields.push((*field, share)),
                }
            }
        }
        sort(&mut fields, &|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        fields.into_iter().map(|(field, _)| field).collect()
    }
}

/// Finds the documents that answer `query`, and adds the corrections of mistyped words to it.
///
/// A document must have every phrase of the query, and nothing that it excludes. A query without concepts matches nothing.
///
/// ```
/// use empact_priorities::analysis::Language;
/// use empact_priorities::index::{FieldId, FieldSpec, IndexBuilder};
/// use empact_priorities::query::{LastWord, Query, Syntax};
/// use empact_priorities::search::{Settings, search};
///
/// let mut builder = IndexBuilder::new(vec![FieldSpec { weight: 1.0, language: Language::Dutch, length_share: 1.0 }]);
/// builder.add(0, FieldId(0), "Accijnsfraude en btw-fraude");
/// builder.add(1, FieldId(0), "Netwerken van mensenhandel");
/// let index = builder.finish();
/// let find = |text: &str| {
///     let mut query = Query::parse(text, &[Language::Dutch], LastWord::Complete, &Syntax::default());
///     let answer = search(&index, &mut query, &Settings::default());
///     answer.matches.iter().map(|found| found.document).collect::<Vec<_>>()
/// };
/// assert_eq!(find("netwerk"), [1]);
/// assert_eq!(find("fraude"), [0]);
/// assert_eq!(find("fruade"), [0]);
/// assert_eq!(find("\"van mensenhandel\""), [1]);
/// assert!(find("netwerk -mensenhandel").is_empty());
/// assert!(find("terrorisme").is_empty());
/// ```
pub fn search(index: &Index, query: &mut Query, settings: &Settings<'_>) -> Answer {
    let mut notices = query.notices().to_vec();
    let mut parameters = settings.parameters;
    parameters.coordination *= f64::min(1.0, FEW_WORDS / f64::from(query.n_concepts().max(1)));
    let mut groups = groups(index, query, settings.fields, settings.typos, &parameters);
    let closeness = Closeness::new(index, query, &groups, settings.fields, &parameters);
    let wanted = phrases(index, query, settings);
    let unwanted = unwanted(index, query, settings);
    let accept = |document: u32| {
        !unwanted.as_ref().is_some_and(|unwanted| unwanted.contains(document)) && (settings.accept)(document)
    };
    let limit =
        if closeness.is_idle() || settings.limit == 0 { settings.limit } else { settings.limit.max(CANDIDATES) };
    let mut matching = if settings.policy == Policy::Any { Matching::Any } else { Matching::All };
    let scope = Scope { matching, among: wanted.as_ref(), accept: &accept, limit };
    let mut matches = rank(index, &groups, &scope, &parameters);
    let is_partial = settings.policy == Policy::AllElseAny
        && query.n_concepts() > 1
        && !has_all(index, &groups, &matches, &parameters);
    if is_partial {
        matching = Matching::Any;
        parameters.coordination = 1.0;
        groups.iter_mut().for_each(Group::drop_guesses);
        matches = rank(index, &groups, &Scope { matching, ..scope }, &parameters);
    }
    let close = closeness.apply(index, &mut matches);
    matches.truncate(settings.limit);
    let best = matches.first().filter(|_| is_partial);
    let said = query.concepts().iter().zip(&groups).enumerate().filter_map(|(place, (concept, group))| {
        // That a word is read as another one is said elsewhere, and is enough.
        let code = if !group.corrections.is_empty() {
            return None;
        } else if best.is_some_and(|best| !best.concepts.contains(place)) {
            NoticeCode::WordsIgnored
        } else if group.terms.is_empty() {
            NoticeCode::WordsUnknown
        } else if !group.is_known() {
            NoticeCode::WordsInPart
        } else {
            return None;
        };
        Some(Notice::new(code, concept.span()))
    });
    notices.extend(said);
    let allowed = match (wanted, unwanted) {
        (wanted, None) => wanted,
        (wanted, Some(unwanted)) => {
            let mut allowed = wanted.unwrap_or_else(|| DocSet::all(index.n_documents()));
            allowed.remove(&unwanted);
            Some(allowed)
        }
    };
    let is_list = query.is_list();
    Answer { matches, notices, groups, is_list, matching, parameters, closeness, close, allowed }
}

/// Whether one of the best documents with all words has none of them by a guess alone, as "drugshandel" by "handel".
fn has_all(index: &Index, groups: &[Group], matches: &[Ranked], parameters: &Parameters) -> bool {
    matches.iter().take(CANDIDATES).any(|found| {
        explain(index, groups, found.document, parameters)
            .concepts
            .iter()
            .all(|concept| concept.terms.iter().any(|term| term.role != TermRole::Guess && !term.fields.is_empty()))
    })
}

/// The documents that hold every phrase that is asked for; `None` when none is.
fn phrases(index: &Index, query: &Query, settings: &Settings<'_>) -> Option<DocSet> {
    // A word in quotes, and nothing else: the ranking finds only that.
    if let ([concept], [phrase]) = (query.concepts(), query.phrases())
        && concept.reach() == Reach::Exact
        && phrase.words.len() == 1
    {
        return None;
    }
    let mut all: Option<DocSet> = None;
    for phrase in query.phrases().iter().filter(|phrase| !phrase.is_excluded) {
        let documents = phrase_documents(index, phrase, settings);
        match &mut all {
            Some(all) => all.intersect(&documents),
            None => all = Some(documents),
        }
    }
    all
}

/// The documents that hold a word or a phrase that is excluded; `None` when none is.
fn unwanted(index: &Index, query: &Query, settings: &Settings<'_>) -> Option<DocSet> {
    let mut all: Option<DocSet> = None;
    let mut add = |documents: DocSet| match &mut all {
        Some(all) => all.unite(&documents),
        None => all = Some(documents),
    };
    for concept in query.excluded() {
        let fields = concept.field().map_or(FieldMask::ALL, settings.fields);
        let group = Group::new(index, concept, fields, Typos::Refused, &settings.parameters);
        add(matching(index, &[group], Matching::Any));
    }
    for phrase in query.phrases().iter().filter(|phrase| phrase.is_excluded) {
        add(phrase_documents(index, phrase, settings));
    }
    all
}

/// The documents in which the words of a phrase stand next to each other, in one field.
fn phrase_documents(index: &Index, phrase: &Phrase, settings: &Settings<'_>) -> DocSet {
    let fields = phrase.field.map_or(FieldMask::ALL, settings.fields);
    let mut documents = DocSet::none(index.n_documents());
    for vocabulary in index.vocabularies() {
        let terms = phrase.words.iter().map(|word| Some((vocabulary.terms().find(word.word.as_bytes())?, word.offset)));
        if let Some(terms) = terms.collect::<Option<Vec<(u32, u32)>>>() {
            each_with_phrase(&vocabulary, &terms, fields, &mut |document| documents.insert(document));
        }
    }
    documents
}

/// A word of a phrase on its way through the documents.
struct PhraseStep<'i> {
    cursor: Cursor<'i>,
    places: Positions<'i>,
    offset: u32,
}

/// Passes on the documents that hold a phrase in one of the fields, by its terms and the place of each in it.
pub(crate) fn each_with_phrase(
    vocabulary: &Vocabulary<'_>,
    terms: &[(u32, u32)],
    fields: FieldMask,
    each: &mut dyn FnMut(u32),
) {
    let step = |&(term, offset): &(u32, u32)| {
        let (cursor, places) = (vocabulary.postings(term), vocabulary.positions(term));
        PhraseStep { cursor, places, offset }
    };
    let mut steps: Vec<PhraseStep<'_>> = terms.iter().map(step).collect();
    // The rarest word leads.
    sort(&mut steps, &|one: &PhraseStep<'_>, other| one.cursor.n_documents().cmp(&other.cursor.n_documents()));
    let is_one_word = terms.len() == 1 && fields == FieldMask::ALL;
    // Where the phrase would begin, by field, if each word so far stands in its place.
    let mut begins: Vec<(FieldId, u32)> = Vec::new();
    let mut matching = Vec::new();
    let mut document = if steps.is_empty() { END } else { 0 };
    while document != END {
        let mut furthest = document;
        for step in &mut steps {
            furthest = step.cursor.seek(document);
            if furthest != document {
                break;
            }
        }
        // The first word stands there now, and so may all others.
        if furthest != document {
            document = furthest;
            continue;
        }
        if is_one_word {
            each(document);
            document = document.saturating_add(1);
            continue;
        }
        for (place, PhraseStep { cursor, places, offset }) in steps.iter_mut().enumerate() {
            matching.clear();
            places.each(cursor, &mut |field, position| {
                if let Some(begin) = position.checked_sub(*offset)
                    && fields.contains(field)
                    && (place == 0 || begins.binary_search(&(field, begin)).is_ok())
                {
                    matching.push((field, begin));
                }
            });
            std::mem::swap(&mut begins, &mut matching);
            if begins.is_empty() {
                break;
            }
        }
        if !begins.is_empty() {
            each(document);
        }
        document = document.saturating_add(1);
    }
}

//! What is shown: which documents, in which order, and which words of them?

use crate::analysis::{Language, Word, each_word};
use crate::closeness::{CANDIDATES, Closeness};
use crate::index::{FieldId, FieldMask, Index, Places, Vocabulary};
use crate::order::sort;
use crate::postings::{Cursor, END};
use crate::query::{Matched, Notice, Phrase, Query, Reach, TextWord};
use crate::rank::{
    ConceptSet, Documents, Explanation, Group, Matching, Parameters, Ranked, Role, Scope, Typos, best_first,
    corrections, explain, groups, matching, rank,
};
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
    /// concepts that they answer, and a [`Notice::WordsIgnored`] that names what the best of them lacks.
    AllElseAny,
}

/// How to search.
pub struct Settings<'s> {
    /// Which documents match.
    pub policy: Policy,
    /// How many are wanted.
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
    /// A word of the index, folded.
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
    matching: Matching,
    parameters: Parameters,
    closeness: Closeness,
    /// The documents whose closeness counts, ascending.
    close: Vec<u32>,
    /// The documents with the phrases of the query and without what it excludes, if it has any.
    allowed: Option<Documents>,
}

impl Answer {
    /// All documents that match, not only the best of them; [`Settings::accept`] is not applied.
    pub fn documents(&self, index: &Index) -> Documents {
        let mut documents = matching(index, &self.groups, self.matching);
        if let Some(allowed) = &self.allowed {
            documents.combine(allowed, Matching::All);
        }
        documents
    }

    /// Whether a document has the phrases of the query and nothing that it excludes, whatever its other words.
    pub fn allows(&self, document: u32) -> bool {
        self.allowed.as_ref().is_none_or(|allowed| allowed.contains(document))
    }

    /// The documents that have the phrases of the query and nothing that it excludes; `None` if the query has neither, so that all do.
    pub fn allowed(self) -> Option<Documents> {
        self.allowed
    }

    /// The parameters of the ranking that gave the answer.
    pub const fn parameters(&self) -> &Parameters {
        &self.parameters
    }

    /// The matches among these documents, best first.
    pub fn among(&self, index: &Index, documents: &Documents) -> Vec<Ranked> {
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
        sort(&mut ranked, &best_first);
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

    /// The words of the query that nothing holds, each with the closest word that something does; in the order of the query.
    pub fn corrections(&self, index: &Index, query: &Query) -> Vec<Correction> {
        let mut found: Vec<Correction> = Vec::new();
        for (concept, group) in query.concepts().iter().zip(&self.groups) {
            let proposed = group.terms.is_empty().then(|| corrections(index, concept, &self.parameters));
            let Some(best) = proposed.as_ref().unwrap_or(&group.corrections).first() else { continue };
            // A phrase is taken as it is written: nothing stands in for its words.
            let is_quoted = query.phrases().iter().any(|phrase| phrase.span.contains(concept.span()));
            let is_applied = proposed.is_none() && !is_quoted;
            let word = index.word(best.vocabulary, best.term);
            found.push(Correction { span: concept.span(), word, is_applied });
        }
        found
    }

    /// By concept: the words of the index that answer it, for [`Marker::with_related`].
    pub fn related(&self, index: &Index) -> Vec<Words> {
        let of_group = |group: &Group| {
            let mut words = Words::default();
            // That one is the word itself, it shows by itself.
            for term in group.terms.iter().filter(|term| term.role != Role::Itself) {
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
    let groups = groups(index, query, settings.fields, settings.typos, &parameters);
    let closeness = Closeness::new(index, query, &groups, settings.fields, &parameters);
    let wanted = phrases(index, query, settings);
    let unwanted = unwanted(index, query, settings);
    let accept = |document: u32| {
        !unwanted.as_ref().is_some_and(|unwanted| unwanted.contains(document)) && (settings.accept)(document)
    };
    let ranked = |matching: Matching, parameters: &Parameters| {
        let limit =
            if closeness.is_idle() || settings.limit == 0 { settings.limit } else { settings.limit.max(CANDIDATES) };
        let scope = Scope { matching, among: wanted.as_ref(), accept: &accept, limit };
        rank(index, &groups, &scope, parameters)
    };
    let mut matching = if settings.policy == Policy::Any { Matching::Any } else { Matching::All };
    let mut matches = ranked(matching, &parameters);
    let mut is_partial = false;
    if matches.is_empty() && settings.policy == Policy::AllElseAny && query.n_concepts() > 1 {
        matching = Matching::Any;
        parameters.coordination = 1.0;
        matches = ranked(matching, &parameters);
        is_partial = true;
    }
    let close = closeness.apply(index, &mut matches);
    matches.truncate(settings.limit);
    let mut ignored: Vec<ByteSpan> = Vec::new();
    if is_partial && let Some(best) = matches.first() {
        let places = query.concepts().iter().enumerate();
        let missing = places.filter(|&(place, _)| !best.concepts.contains(place));
        ignored.extend(missing.map(|(_, concept)| concept.span()));
    }
    let (mut unknown, mut in_part) = (Vec::new(), Vec::new());
    for (concept, group) in query.concepts().iter().zip(&groups) {
        let is_named = ignored.contains(&concept.span());
        if group.terms.is_empty() && !is_named {
            unknown.push(concept.span());
        } else if !group.is_known(&parameters) && group.corrections.is_empty() && !is_named {
            in_part.push(concept.span());
        }
    }
    if !unknown.is_empty() {
        notices.push(Notice::WordsUnknown(unknown));
    }
    if !in_part.is_empty() {
        notices.push(Notice::WordsInPart(in_part));
    }
    if !ignored.is_empty() {
        notices.push(Notice::WordsIgnored(ignored));
    }
    let allowed = match (wanted, unwanted) {
        (wanted, None) => wanted,
        (wanted, Some(unwanted)) => {
            let mut allowed = wanted.unwrap_or_else(|| Documents::all(index.n_documents()));
            allowed.remove(&unwanted);
            Some(allowed)
        }
    };
    Answer { matches, notices, groups, matching, parameters, closeness, close, allowed }
}

/// The documents that hold every phrase that is asked for; `None` when none is.
fn phrases(index: &Index, query: &Query, settings: &Settings<'_>) -> Option<Documents> {
    // A word in quotes, and nothing else: the ranking finds only that.
    if let ([concept], [phrase]) = (query.concepts(), query.phrases())
        && concept.reach() == Reach::Exact
        && phrase.words.len() == 1
    {
        return None;
    }
    let mut all: Option<Documents> = None;
    for phrase in query.phrases().iter().filter(|phrase| !phrase.is_excluded) {
        let documents = phrase_documents(index, phrase, settings);
        match &mut all {
            Some(all) => all.combine(&documents, Matching::All),
            None => all = Some(documents),
        }
    }
    all
}

/// The documents that hold a word or a phrase that is excluded; `None` when none is.
fn unwanted(index: &Index, query: &Query, settings: &Settings<'_>) -> Option<Documents> {
    let words = query.excluded().iter().map(|concept| {
        let fields = concept.field().map_or(FieldMask::ALL, settings.fields);
        let group = Group::new(index, concept, fields, Typos::Refused, &settings.parameters);
        matching(index, &[group], Matching::Any)
    });
    let excluded = query.phrases().iter().filter(|phrase| phrase.is_excluded);
    let phrases = excluded.map(|phrase| phrase_documents(index, phrase, settings));
    words.chain(phrases).reduce(|mut all, documents| {
        all.combine(&documents, Matching::Any);
        all
    })
}

/// The documents in which the words of a phrase stand next to each other, in one field.
fn phrase_documents(index: &Index, phrase: &Phrase, settings: &Settings<'_>) -> Documents {
    let fields = phrase.field.map_or(FieldMask::ALL, settings.fields);
    let mut documents = Documents::none(index.n_documents());
    for vocabulary in index.vocabularies() {
        let terms = phrase.words.iter().map(|word| Some((vocabulary.terms().find(word.word.as_bytes())?, word.offset)));
        if let Some(terms) = terms.collect::<Option<Vec<(u32, u32)>>>() {
            add_phrase(&vocabulary, &terms, fields, &mut documents);
        }
    }
    documents
}

/// A word of a phrase on its way through the documents.
struct PhraseStep<'i> {
    cursor: Cursor<'i>,
    places: Places<'i>,
    offset: u32,
}

/// Walks the documents that hold all terms, each with its place in the phrase.
fn add_phrase(vocabulary: &Vocabulary<'_>, terms: &[(u32, u32)], fields: FieldMask, documents: &mut Documents) {
    let step = |&(term, offset): &(u32, u32)| {
        let (cursor, places) = (vocabulary.postings(term), vocabulary.places(term));
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
            documents.insert(document);
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
            documents.insert(document);
        }
        document = document.saturating_add(1);
    }
}

/// Marks what a query matches in texts.
///
/// If a word of the text is a form of a query word, all of it is marked; if it starts with the query word or is a compound with it, only the
/// part that they share. This depends only on the query and the text, so any text can be marked, indexed or not.
///
/// Nearly all words of a text are unrelated to the query. They are remembered, so that each is stemmed and compared once,
/// however many texts hold it.
///
/// ```
/// use empact_priorities::analysis::Language;
/// use empact_priorities::query::{LastWord, Query, Syntax};
/// use empact_priorities::search::Marker;
///
/// let query = Query::parse("fraude", &[Language::Dutch], LastWord::Complete, &Syntax::default());
/// let mut marker = Marker::new(&query);
/// let text = "Accijnsfraude, Fraude";
/// let highlights = marker.highlight(text, Language::Dutch);
/// let marked: Vec<&str> = highlights.iter().filter_map(|span| span.of(text)).collect();
/// assert_eq!(marked, ["fraude", "Fraude"]);
/// assert!(marker.highlight("freude", Language::Dutch).is_empty());
/// ```
#[derive(Clone, Debug)]
pub struct Marker<'q> {
    query: &'q Query,
    /// By concept: words that are related to it even if they do not show it.
    related: Vec<Words>,
    /// By language: the words that are unrelated to the query.
    strangers: Vec<(Language, Words)>,
}

/// A place in a text that answers concepts of a query.
struct Occurrence {
    /// What to mark.
    span: ByteSpan,
    /// The word that it is a part of.
    word: ByteSpan,
    concepts: ConceptSet,
}

impl<'q> Marker<'q> {
    /// Marks what this query matches.
    pub const fn new(query: &'q Query) -> Self {
        Self { query, related: Vec::new(), strangers: Vec::new() }
    }

    /// Marks these words too, by concept.
    #[must_use]
    pub fn with_related(self, related: Vec<Words>) -> Self {
        Self { related, ..self }
    }

    /// What to emphasise in a text: sorted, not overlapping, on `char` boundaries.
    pub fn highlight(&mut self, text: &str, language: Language) -> Vec<ByteSpan> {
        merge(self.occurrences(text, language).into_iter().map(|occurrence| occurrence.span).collect())
    }

    /// Chooses the passage of at most `max_characters` characters that answers the most concepts of the query.
    ///
    /// Of equal passages: the one with the most marked places, then the first. A text without any gives its beginning; one that is
    /// short enough is returned whole.
    pub fn excerpt(&mut self, text: &str, language: Language, max_characters: usize) -> Excerpt {
        let occurrences = self.occurrences(text, language);
        let span = window(text, &occurrences, max_characters);
        let inside = occurrences.iter().map(|occurrence| occurrence.span).filter(|&place| span.contains(place));
        let highlights = merge(inside.collect());
        let has_words = |part: Option<&str>| part.is_some_and(|part| !part.trim().is_empty());
        Excerpt {
            span,
            highlights,
            truncated_start: has_words(text.get(..span.start)),
            truncated_end: has_words(text.get(span.end..)),
        }
    }

    /// Whether a text answers every concept of the query.
    pub fn has_all(&mut self, text: &str, language: Language) -> bool {
        let occurrences = self.occurrences(text, language).into_iter();
        let found = occurrences.fold(ConceptSet::default(), |found, occurrence| found.union(occurrence.concepts));
        found.len() as usize == self.query.concepts().len()
    }

    /// The places that answer the query, by their start.
    fn occurrences(&mut self, text: &str, language: Language) -> Vec<Occurrence> {
        let known = self.strangers.iter().position(|(known, _)| *known == language);
        let place = known.unwrap_or_else(|| {
            self.strangers.push((language, Words::default()));
            self.strangers.len() - 1
        });
        let Some((_, strangers)) = self.strangers.get_mut(place) else { return Vec::new() };
        let (mut found, mut phrases) = (Vec::new(), PhraseMarker::new(self.query));
        each_word(text, &mut |word| {
            phrases.read(&word);
            // What is taken together, or has an ending behind an apostrophe, can be written as one word elsewhere, which has more to do
            // with others.
            let is_plain = !word.is_joined && word.base == word.word.len();
            if is_plain && strangers.find(word.word).is_some() {
                return;
            }
            let n_before = found.len();
            compare(self.query, &self.related, text, word, language, &mut found);
            if is_plain && found.len() == n_before {
                strangers.push(word.word);
            }
        });
        phrases.finish(&mut found);
        // Words come in their order; only a phrase stands behind what it begins with.
        if !found.is_sorted_by_key(|one| one.span.start) {
            sort(&mut found, &|one: &Occurrence, other| one.span.cmp(&other.span));
        }
        found
    }
}

/// Looks for the phrases of a query in a text, word by word.
struct PhraseMarker<'q> {
    query: &'q Query,
    /// The beginnings that the next words may complete: few, since each waits for the word at one position.
    begun: Vec<Beginning>,
    /// Number of the phrase, and where it stands.
    found: Vec<(usize, ByteSpan)>,
}

/// The first words of a phrase.
struct Beginning {
    /// Number of the phrase.
    phrase: usize,
    /// Position of its first word.
    position: u32,
    /// How many of its words have been read.
    n_words: usize,
    span: ByteSpan,
}

impl<'q> PhraseMarker<'q> {
    const fn new(query: &'q Query) -> Self {
        Self { query, begun: Vec::new(), found: Vec::new() }
    }

    #[inline(always)]
    fn read(&mut self, word: &Word<'_>) {
        if !self.query.phrases().is_empty() {
            self.note(word);
        }
    }

    /// Expects words by their position.
    fn note(&mut self, word: &Word<'_>) {
        let phrases = self.query.phrases();
        self.begun.retain_mut(|begun| {
            let Some(phrase) = phrases.get(begun.phrase) else { return false };
            let Some(next) = phrase.words.get(begun.n_words) else { return false };
            let position = begun.position.saturating_add(next.offset);
            if position == word.position && next.word == word.word {
                begun.n_words += 1;
                begun.span.end = begun.span.end.max(word.span.end);
                if begun.n_words == phrase.words.len() {
                    self.found.push((begun.phrase, begun.span));
                    return false;
                }
            }
            position >= word.position
        });
        for (number, phrase) in phrases.iter().enumerate() {
            // One of a single word is a word that stands for itself.
            if !phrase.is_excluded
                && phrase.words.len() > 1
                && phrase.words.first().is_some_and(|of| of.word == word.word)
            {
                self.begun.push(Beginning { phrase: number, position: word.position, n_words: 1, span: word.span });
            }
        }
    }

    /// Where a phrase stands, that is what is marked, and none of its words by itself. In a text without it its words are.
    fn finish(&self, found: &mut Vec<Occurrence>) {
        for (number, phrase) in self.query.phrases().iter().enumerate() {
            let places = || self.found.iter().filter(|(other, _)| *other == number);
            if places().next().is_none() {
                continue;
            }
            let mut concepts = ConceptSet::default();
            for (place, concept) in self.query.concepts().iter().enumerate() {
                // Not one that is still being typed: what a phrase is looked for by is what is complete.
                if phrase.span.contains(concept.span()) && phrase.words.iter().any(|of| of.word == concept.word()) {
                    concepts.insert(place);
                }
            }
            found.retain(|occurrence| !concepts.has_all(occurrence.concepts));
            found.extend(places().map(|&(_, span)| Occurrence { span, word: span, concepts }));
        }
    }
}

/// Adds what of a word answers the query.
fn compare(
    query: &Query,
    related: &[Words],
    text: &str,
    word: Word<'_>,
    language: Language,
    found: &mut Vec<Occurrence>,
) {
    let (stem, source) = (word.stem(language), word.span.of(text).unwrap_or_default());
    let of_text = TextWord { word: word.word, stem: &stem, language, is_joined: word.is_joined };
    for (place, concept) in query.concepts().iter().enumerate() {
        // What the words show comes first, so that of a compound that the index names only the part that is meant is marked.
        let is_related = || related.get(place).is_some_and(|words| words.find(word.word).is_some());
        let matched = concept.matched(of_text).or_else(|| is_related().then_some(Matched::Whole));
        let Some(matched) = matched else { continue };
        let part = matched.within(source);
        let span = ByteSpan::new(word.span.start + part.start, word.span.start + part.end);
        if !span.is_empty() {
            let mut concepts = ConceptSet::default();
            concepts.insert(place);
            found.push(Occurrence { span, word: word.span, concepts });
        }
    }
}

/// Joins the spans that overlap or touch. Expects them sorted by start.
fn merge(spans: Vec<ByteSpan>) -> Vec<ByteSpan> {
    let mut merged: Vec<ByteSpan> = Vec::with_capacity(spans.len());
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    merged
}

/// A passage of a text that shows why it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The place of the passage. It begins and ends with a word, unless a single word is too long.
    pub span: ByteSpan,
    /// What to mark in it, sorted, not overlapping. The places are relative to the whole text.
    pub highlights: Vec<ByteSpan>,
    /// Whether the text has words before the passage.
    pub truncated_start: bool,
    /// Whether the text has words after the passage.
    pub truncated_end: bool,
}

impl Excerpt {
    /// What to mark, relative to the start of the passage.
    pub fn marked(&self) -> Vec<ByteSpan> {
        let ByteSpan { start, end } = self.span;
        let shifted =
            |mark: &ByteSpan| ByteSpan::new(mark.start.saturating_sub(start), mark.end.min(end).saturating_sub(start));
        self.highlights.iter().map(shifted).collect()
    }
}

/// Longest passage that is shown, in characters.
pub const EXCERPT_LENGTH: usize = 240;

/// The passage itself.
fn window(text: &str, occurrences: &[Occurrence], max_characters: usize) -> ByteSpan {
    // Where each character starts, and the end of the text: character number -> byte offset.
    let offsets: Vec<usize> = text.char_indices().map(|(offset, _)| offset).chain([text.len()]).collect();
    let n_characters = offsets.len() - 1;
    if n_characters <= max_characters {
        return ByteSpan::new(0, text.len());
    }
    let character_at = |byte: usize| offsets.partition_point(|&offset| offset < byte);
    let byte_at = |character: usize| offsets.get(character).copied().unwrap_or(text.len());

    // The best run of words that fits: (number of concepts, number of words, first and last character).
    let mut best: Option<(u32, usize, usize, usize)> = None;
    for (first, from) in occurrences.iter().enumerate() {
        let start = character_at(from.word.start);
        let (mut concepts, mut n_words, mut end) = (ConceptSet::default(), 0, start);
        for occurrence in occurrences.iter().skip(first) {
            let reach = end.max(character_at(occurrence.word.end));
            // A joined token starts before its parts; a part alone must not pull its beginning in.
            if reach - start > max_characters || occurrence.word.start < from.word.start {
                break;
            }
            concepts = concepts.union(occurrence.concepts);
            end = reach;
            n_words += 1;
        }
        let is_better = best.is_none_or(|(most, number, ..)| (concepts.len(), n_words) > (most, number));
        if n_words > 0 && is_better {
            best = Some((concepts.len(), n_words, start, end));
        }
    }
    let (first, last) = best.map_or((0, 0), |(_, _, start, end)| (start, end));

    // What room is left goes to both sides, a third of it before; then the edges move in to whole words.
    let room = max_characters.saturating_sub(last - first);
    let start = first.saturating_sub(room / 3).min(n_characters - max_characters);
    let end = start + max_characters;
    let (mut start_byte, mut end_byte) = (byte_at(start), byte_at(end));
    let is_blank_at = |byte: usize| {
        let before = text.get(..byte).is_none_or(|before| before.is_empty() || before.ends_with(char::is_whitespace));
        before || text.get(byte..).is_none_or(|behind| behind.is_empty() || behind.starts_with(char::is_whitespace))
    };
    if !is_blank_at(start_byte)
        && let Some(lead) = text.get(start_byte..byte_at(first))
    {
        start_byte += lead.find(char::is_whitespace).unwrap_or(lead.len());
    }
    let last_byte = byte_at(last).max(start_byte);
    if !is_blank_at(end_byte)
        && let Some(trail) = text.get(last_byte..end_byte)
    {
        match trail.rfind(char::is_whitespace) {
            Some(blank) => end_byte = last_byte + blank,
            // Nothing but the word that was found fits.
            None if best.is_some() => end_byte = last_byte,
            // Not even the first word of the text fits.
            None => {}
        }
    }
    let inside = text.get(start_byte..end_byte).unwrap_or_default();
    let start_byte = start_byte + (inside.len() - inside.trim_start().len());
    ByteSpan::new(start_byte, start_byte + inside.trim().len())
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test says what it expects by failing loudly")]
mod tests {
    //! Highlights and excerpts of fixed texts; for random ones and for ranking see `tests/search_rooms.rs`.

    use super::*;
    use crate::query::{LastWord, Syntax};

    /// `expected`: the text with what is marked in brackets, cut to `max_characters` with dots where words are left out.
    fn check(query: &str, text: &str, max_characters: usize, expected: &str) {
        let last_word = if query.ends_with('*') { LastWord::Unfinished } else { LastWord::Complete };
        let languages = [Language::Dutch, Language::English];
        let query = Query::parse(query.trim_end_matches('*'), &languages, last_word, &Syntax::default());
        let excerpt = Marker::new(&query).excerpt(text, Language::Dutch, max_characters);
        let mut shown = String::from(if excerpt.truncated_start { "… " } else { "" });
        let mut end = excerpt.span.start;
        for span in &excerpt.highlights {
            shown.push_str(&[&text[end..span.start], "[", &text[span.start..span.end], "]"].concat());
            end = span.end;
        }
        shown.push_str(&text[end..excerpt.span.end]);
        shown.push_str(if excerpt.truncated_end { " …" } else { "" });
        assert_eq!(shown, expected);
        if max_characters >= text.chars().count() {
            assert_eq!(excerpt.highlights, Marker::new(&query).highlight(text, Language::Dutch));
        }
    }

    #[test]
    fn highlights() {
        check("fraude", "Accijnsfraude; fraudeurs", 99, "Accijns[fraude]; fraudeurs");
        check("netwerk", "Criminele netwerken", 99, "Criminele [netwerken]");
        check("wapens", "Vuurwapens en wapenhandel", 99, "Vuur[wapens] en [wapen]handel");
        check("witw*", "witwassen", 99, "[witw]assen");
        check("witw", "witwassen", 99, "[witw]assen");
        check("wit", "witwassen", 99, "witwassen");
        check("empact", "Empact4 en Empact-methode", 99, "[Empact]4 en [Empact]-methode");
        check("g-masp", "het G-MASP", 99, "het [G-MASP]");
        check("gmasp", "het G-MASP", 99, "het [G-MASP]");
        check("oap", "de OAP’s", 99, "de [OAP’s]");
        check("contante", "niet-contante betaalmiddelen", 99, "niet-[contante] betaalmiddelen");
        check("11050/11", "Doc. 11050/11.", 99, "Doc. [11050/11].");
        check("11050", "Doc. 11050/11.", 99, "Doc. [11050]/11.");
        check("coordinator", "CHSG-coo\u{308}rdinator", 99, "CHSG-[coo\u{308}rdinator]");
        check("drugssmokkel", "smokkel van drugs", 99, "[smokkel] van [drugs]");
        check("beleid", "EU-be\u{AD}leids\u{AD}cyclus", 99, "EU-[be\u{AD}leid]s\u{AD}cyclus");
        check("de", "de en het", 99, "[de] en het");
        check("", "de en het", 99, "de en het");
    }

    /// "PC's" and "PCs" fold to the same letters, and have stems of their own.
    #[test]
    fn highlights_do_not_depend_on_those_before() {
        let query = Query::parse("pc", &[Language::English], LastWord::Complete, &Syntax::default());
        let mut marker = Marker::new(&query);
        assert!(marker.highlight("PCs", Language::English).is_empty());
        assert_eq!(marker.highlight("PC's", Language::English), [ByteSpan::new(0, 4)]);
    }

    /// A word that only the index relates is marked whole; one that shows what it shares, in that part.
    #[test]
    fn highlights_that_were_taught() {
        let mut query = Query::parse("witwassen", &[Language::Dutch], LastWord::Complete, &Syntax::default());
        let text = "witwaspraktijken, geldstroom";
        let marked = |query: &Query| -> Vec<&str> {
            Marker::new(query).highlight(text, Language::Dutch).iter().filter_map(|span| span.of(text)).collect()
        };
        assert_eq!(marked(&query), ["witwas"]);
        query.correct(0, "witwaspraktijken");
        query.correct(0, "geldstroom");
        assert_eq!(marked(&query), ["witwas", "geldstroom"]);
    }

    #[test]
    fn excerpts() {
        let text = "Een eerste zin over niets. De netwerken van de mensenhandel verstoren, met bijzondere aandacht voor netwerken.";
        check("netwerk mensenhandel", text, 40, "… De [netwerken] van de [mensenhandel] …");
        check("bijzonder", text, 26, "… met [bijzondere] aandacht …");
        check("bijzonder", text, 11, "… [bijzondere] …");
        check("onbekend", text, 20, "Een eerste zin over …");
        check("onbekend", text, 2, "Ee …");
        check("onbekend", text, 0, " …");
        check("handel", text, 13, "… mensen[handel] …");
    }
}

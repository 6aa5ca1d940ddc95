//! What can be asked of a dataset?
//!
//! The whole crate behind one type: the model and the search over it. The JavaScript boundary only
//! converts around it.

use std::fmt;
use std::sync::{Mutex, PoisonError};

use crate::analysis::Language;
use crate::bytes::{digits, length_u32};
use crate::dataset::{self, Problem};
use crate::docset::DocSet;
use crate::group::Typos;
use crate::highlight::{self, EXCERPT_LENGTH, Marker};
use crate::index::{FieldId, FieldMask, Index};
use crate::model::{self, BlockKind, EntityKind, Modality, Model, Named, Status, Task, UNIT_KINDS, Unit, Wording};
use crate::order::sort;
use crate::query::{self, LastWord, Query, Syntax};
use crate::reason::{Reason, reason};
use crate::search::{self, Corrected, Correction, Policy};
use crate::searchable::{self, IndexedField, SearchFacet, SearchField, SearchedText};
use crate::span::{ByteSpan, Mark, to_marks};
use crate::suggest::{Suggestion, suggest};

/// Most hits in one answer.
pub const LIMIT: usize = 1_000;

/// An invalid argument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArgumentError {
    /// No such kind of unit or entity.
    Kind(String),
    /// No such facet.
    Facet(String),
    /// No such modality.
    Modality(String),
    /// Not a date as `YYYY-MM-DD`.
    Day(String),
    /// More hits requested than [`LIMIT`].
    Limit,
    /// Not a language of the dataset.
    Language(String),
}

impl ArgumentError {
    /// What is wrong.
    pub fn message(&self) -> String {
        match self {
            Self::Kind(name) => ["there is no kind \"", name, "\""].concat(),
            Self::Facet(name) => ["there is no facet \"", name, "\""].concat(),
            Self::Modality(name) => ["there is no modality \"", name, "\""].concat(),
            Self::Day(text) => ["\"", text, "\" is not a day; write it like 2023-08-31"].concat(),
            Self::Limit => ["more than ", &digits(u64::from(length_u32(LIMIT))), " hits are asked for"].concat(),
            Self::Language(lang) => ["the dataset has no texts in \"", lang, "\""].concat(),
        }
    }
}

impl fmt::Display for ArgumentError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message())
    }
}

impl std::error::Error for ArgumentError {}

/// Which hit comes first?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HitOrder {
    /// The one that answers best.
    Relevance,
    /// The one that the document has first.
    Document,
}

/// Options of a search.
#[derive(Debug, Clone)]
pub struct SearchOptions {
    /// Language of titles and excerpts where there is a choice. Empty: that of the official text.
    pub lang: String,
    /// Only units of these kinds. Empty: all.
    pub kinds: Vec<String>,
    /// Facet and value: a unit must have one of the values in every facet named.
    pub filters: Vec<(String, String)>,
    /// At most this many hits, up to [`LIMIT`].
    pub limit: usize,
    /// Skip this many hits.
    pub offset: usize,
    /// Order of the hits; it does not change which there are, nor their scores.
    pub order: HitOrder,
    /// Which facets to count.
    pub facets: Vec<String>,
    /// Whether the last word is still being typed.
    pub last_word: LastWord,
    /// Whether words that no unit holds are treated as mistyped; if not, a correction is only proposed.
    pub typos: Typos,
}

impl Default for SearchOptions {
    /// All units, the 20 best hits, no facets, the last word still being typed, typos tolerated.
    fn default() -> Self {
        Self {
            lang: String::new(),
            kinds: Vec::new(),
            filters: Vec::new(),
            limit: 20,
            offset: 0,
            order: HitOrder::Relevance,
            facets: Vec::new(),
            last_word: LastWord::Unfinished,
            typos: Typos::Tolerated,
        }
    }
}

/// Conditions on tasks; all given conditions must be met.
#[derive(Debug, Clone, Default)]
pub struct TaskFilter {
    /// Id of an addressee.
    pub actor: Option<String>,
    /// Id of the unit that says it.
    pub unit: Option<String>,
    /// Name of a modality.
    pub modality: Option<String>,
    /// The last day that the deadline can mean is before this one, `YYYY-MM-DD`.
    pub before: Option<String>,
}

/// The best passage of a hit.
#[derive(Debug, Clone)]
pub struct Excerpt<'e> {
    /// The words.
    pub text: &'e str,
    /// Their language.
    pub lang: &'e str,
    /// What they are.
    pub status: Status,
    /// The place of official words: unit, block, and bytes of that block's text.
    pub place: Option<(&'e str, usize, ByteSpan)>,
    /// Which text of the unit.
    pub field: SearchField,
    /// What to emphasise, within `text`.
    pub highlights: Vec<ByteSpan>,
    /// Whether the text continues before it.
    pub truncated_start: bool,
    /// Whether the text continues after it.
    pub truncated_end: bool,
}

/// A unit that matches.
#[derive(Debug, Clone)]
pub struct Hit<'e> {
    /// Its id.
    pub id: &'e str,
    /// Its kind.
    pub kind: EntityKind,
    /// Higher is better; comparable within one answer only.
    pub score: f64,
    /// Its title, in the requested language if there is one.
    pub title: Wording<'e>,
    /// What to emphasise in the title.
    pub highlights: Vec<ByteSpan>,
    /// The best passage; `None` if only the title or number matched.
    pub excerpt: Option<Excerpt<'e>>,
    /// The fields that matched and their languages, best first.
    pub matched: Vec<(SearchField, &'e str)>,
}

/// A unit whose title matches what is being typed.
#[derive(Debug, Clone)]
pub struct SuggestedUnit<'e> {
    /// Its id.
    pub id: &'e str,
    /// Its kind.
    pub kind: EntityKind,
    /// Its title, in the requested language if there is one.
    pub title: Wording<'e>,
    /// What to emphasise in the title.
    pub highlights: Vec<ByteSpan>,
}

/// How a text that is being typed could continue.
#[derive(Debug, Clone)]
pub struct Suggestions<'e> {
    /// Queries.
    pub queries: Vec<Suggestion>,
    /// Units.
    pub titles: Vec<SuggestedUnit<'e>>,
}

/// How many matching units have each value of a facet.
#[derive(Debug, Clone)]
pub struct FacetCounts<'e> {
    /// The facet.
    pub facet: SearchFacet,
    /// Values and how many matching units have them, counted as if nothing were chosen in this facet. Most frequent first, then
    /// in the order of the dataset.
    pub values: Vec<(&'e str, usize)>,
}

/// The kind of a [`Notice`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeCode {
    /// The query was too long.
    QueryTruncated,
    /// The query has no word.
    NoSearchableWords,
    /// A word was left out, because nothing holds all words.
    WordsIgnored,
    /// Nothing answers a word.
    WordsUnknown,
    /// Only parts of a word were found.
    WordsInPart,
    /// Nothing holds a word, and another one was searched in its place.
    WordsCorrected,
    /// A filter names a value that nothing has.
    UnknownFilter,
}

impl NoticeCode {
    /// The name in JavaScript.
    pub const fn name(self) -> &'static str {
        match self {
            Self::QueryTruncated => "query-truncated",
            Self::NoSearchableWords => "no-searchable-words",
            Self::WordsIgnored => "words-ignored",
            Self::WordsUnknown => "words-unknown",
            Self::WordsInPart => "words-in-part",
            Self::WordsCorrected => "words-corrected",
            Self::UnknownFilter => "unknown-filter",
        }
    }
}

/// Something worth knowing about how a query was read.
#[derive(Debug, Clone)]
pub struct Notice {
    /// Its kind.
    pub code: NoticeCode,
    /// The same in English, for developers.
    pub message: String,
    /// The part of the query that it is about, in UTF-16 code units; empty if it is about an option.
    pub place: Mark,
}

/// The answer to a search.
#[derive(Debug, Clone)]
pub struct SearchAnswer<'e> {
    /// The requested hits, best first.
    pub hits: Vec<Hit<'e>>,
    /// How many units match.
    pub total: usize,
    /// Counts of the requested facets.
    pub facets: Vec<FacetCounts<'e>>,
    /// How the query was read.
    pub notices: Vec<Notice>,
    /// The query in which words that nothing holds are replaced, if there are any.
    pub corrected: Option<Corrected>,
}

/// A dataset and the search over it. Read-only and deterministic: the same question gives the same answer, natively
/// and in WebAssembly.
///
/// ```
/// use empact_priorities::engine::{Engine, SearchOptions};
///
/// let engine = Engine::embedded().unwrap();
/// let answer = engine.search("witwassen", &SearchOptions::default()).unwrap();
/// assert_eq!(answer.hits[0].id, "P7e");
///
/// let nothing = engine.search("zzzz", &SearchOptions::default()).unwrap();
/// assert_eq!(nothing.total, 0);
/// ```
#[derive(Debug)]
pub struct Engine {
    model: Model,
    fields: Vec<IndexedField>,
    index: Index,
    /// The text of the query that was last marked, and its marker: a page marks many texts with one query.
    marked: Mutex<(String, Marker)>,
}

/// A unit that matches, before it is dressed for the reader.
struct Match {
    unit: usize,
    score: f64,
    /// Only what it is called matches.
    is_called: bool,
}

impl Engine {
    /// The embedded dataset.
    ///
    /// # Errors
    ///
    /// Never in a released crate: a test reads the embedded dataset.
    pub fn embedded() -> Result<Self, Vec<Problem>> {
        Self::from_json(dataset::EMBEDDED.as_bytes())
    }

    /// Another dataset, as UTF-8 JSON.
    ///
    /// # Errors
    ///
    /// All problems of the dataset; see [`dataset::read`].
    pub fn from_json(bytes: &[u8]) -> Result<Self, Vec<Problem>> {
        let model = dataset::read(bytes)?;
        let fields = searchable::fields(&model);
        let index = searchable::index(&model, &fields);
        Ok(Self { model, fields, index, marked: Mutex::default() })
    }

    /// The model itself.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// Indexes the portal's own documents that the dataset carries: a snapshot for [`crate::documents::Collection::open`], made anew by
    /// each call. `None` if it carries none.
    ///
    /// They are searched in an index of their own and listed separately from the units, because the scores of two indexes cannot be
    /// compared.
    pub fn documents(&self) -> Option<Vec<u8>> {
        searchable::documents(&self.model)
    }

    /// The facets that can be filtered by and counted, in display order.
    pub fn facets(&self) -> Vec<SearchFacet> {
        SearchFacet::all(&self.model)
    }

    /// Tasks that meet every condition, in document order.
    ///
    /// # Errors
    ///
    /// A modality that does not exist, or a `before` that is not a date.
    ///
    /// ```
    /// use empact_priorities::engine::{ArgumentError, Engine, TaskFilter};
    ///
    /// let engine = Engine::embedded().unwrap();
    /// let of_cosi = TaskFilter { actor: Some("A-cosi".into()), ..TaskFilter::default() };
    /// assert!(!engine.tasks(&of_cosi).unwrap().is_empty());
    ///
    /// let vague = TaskFilter { before: Some("zomer 2023".into()), ..TaskFilter::default() };
    /// assert_eq!(engine.tasks(&vague).unwrap_err(), ArgumentError::Day("zomer 2023".into()));
    /// ```
    pub fn tasks(&self, filter: &TaskFilter) -> Result<Vec<&Task>, ArgumentError> {
        let modality = match filter.modality.as_deref() {
            Some(name) => Some(Modality::from_name(name).ok_or_else(|| ArgumentError::Modality(name.to_owned()))?),
            None => None,
        };
        if let Some(day) = filter.before.as_deref().filter(|day| !dataset::is_day(day)) {
            return Err(ArgumentError::Day(day.to_owned()));
        }
        let is_due = |task: &Task, before: &str| {
            let deadline = task.deadline.as_deref().and_then(|id| self.model.date(id));
            deadline.and_then(|date| date.latest.as_deref()).is_some_and(|latest| latest < before)
        };
        let matching = self.model.tasks.iter().filter(|task| {
            filter.actor.as_ref().is_none_or(|actor| task.addressees.iter().any(|(id, _)| id == actor))
                && filter.unit.as_ref().is_none_or(|unit| task.unit == *unit)
                && modality.is_none_or(|modality| task.modality == modality)
                && filter.before.as_deref().is_none_or(|before| is_due(task, before))
        });
        Ok(matching.collect())
    }

    /// Searches all units in all languages.
    ///
    /// An empty text matches every unit, in document order. Reading the text never fails; anything odd about it is
    /// among the notices.
    ///
    /// # Errors
    ///
    /// Options that name what does not exist, or ask for more than [`LIMIT`] hits.
    pub fn search(&self, text: &str, options: &SearchOptions) -> Result<SearchAnswer<'_>, ArgumentError> {
        let lang = self.language(&options.lang)?;
        if options.limit > LIMIT {
            return Err(ArgumentError::Limit);
        }
        for kind in &options.kinds {
            if !UNIT_KINDS.iter().any(|known| known.name() == kind) {
                return Err(ArgumentError::Kind(kind.clone()));
            }
        }
        let filters = filters(&options.filters)?;
        let counted = options.facets.iter().map(|name| facet(name)).collect::<Result<Vec<_>, _>>()?;

        let mut query = self.query(text, options.last_word);
        let typed = query.filters().to_vec();
        let mut notices: Vec<Notice> = Vec::new();
        for filter in &typed {
            let known = self.facets().get(filter.name).map_or_else(Vec::new, |facet| facet.values(&self.model));
            if !known.iter().any(|known| known.eq_ignore_ascii_case(&filter.value)) {
                describe(text, &query::Notice::EmptyFilter(filter.span), &mut notices);
            }
        }
        for (filter, values) in &filters {
            let known = filter.values(&self.model);
            for value in values.iter().filter(|value| !known.contains(*value)) {
                let message = ["No unit has \"", value, "\" in the facet \"", filter.name(), "\"."].concat();
                notices.push(Notice { code: NoticeCode::UnknownFilter, message, place: Mark::default() });
            }
        }

        let is_kind =
            |unit: &Unit| options.kinds.is_empty() || options.kinds.iter().any(|kind| unit.kind.name() == kind);
        let passes = |unit: &Unit, except: Option<SearchFacet>| {
            is_kind(unit)
                && self.obeys(unit, &typed)
                && filters.iter().all(|(filter, values)| {
                    except == Some(*filter) || filter.values_of(&self.model, unit).iter().any(|v| values.contains(v))
                })
        };
        // Matched without the filters, so that a facet can be counted as if nothing were chosen in it.
        let (found, answer) = self.matches(text, &mut query, options.typos, &mut notices);
        // What somebody calls by its name or number is not mistyped.
        let is_called = found.iter().any(|found| found.is_called);
        let texts = |unit, language, each: &mut dyn FnMut(&str)| self.each_text(unit, language, each);
        let corrections = if is_called { Vec::new() } else { answer.corrections(&self.index, &query, &texts) };
        describe_corrections(text, &corrections, &mut notices);
        let mut matches: Vec<&Match> =
            found.iter().filter(|m| self.unit(m.unit).is_some_and(|unit| passes(unit, None))).collect();
        if options.order == HitOrder::Document {
            sort(&mut matches, &|one, other| one.unit.cmp(&other.unit));
        }

        let facets = counted.into_iter().map(|counted| {
            let units = found.iter().filter_map(|m| self.unit(m.unit)).filter(|unit| passes(unit, Some(counted)));
            let chosen = filters.iter().find(|(filter, _)| *filter == counted).map_or(&[][..], |(_, values)| values);
            self.count(counted, units, chosen)
        });
        let facets = facets.collect();
        let is_list = query.is_list();
        let mut marker = Marker::new(query, answer.related(&self.index));
        let page = matches.iter().skip(options.offset).take(options.limit);
        let hits = page.filter_map(|found| {
            let fields = if is_list || found.is_called {
                self.number_field().into_iter().collect()
            } else {
                answer.fields(&self.index, length_u32(found.unit))
            };
            self.hit(found, &fields, &mut marker, lang)
        });
        let hits = hits.collect();
        let corrected = search::corrected(text, &corrections);
        Ok(SearchAnswer { hits, total: matches.len(), facets, notices, corrected })
    }

    /// Explains the score that [`Self::search`] gives a unit; `None` if the query does not find it.
    pub fn explain(&self, text: &str, id: &str, last_word: LastWord, typos: Typos) -> Option<Reason> {
        let mut query = self.query(text, last_word);
        let (found, answer) = self.matches(text, &mut query, typos, &mut Vec::new());
        let found = found.iter().find(|found| self.unit(found.unit).is_some_and(|unit| unit.id == id))?;
        if query.is_list() {
            return Some(Reason {
                words: "A query without words finds every unit that it does not exclude.".to_owned(),
                ..Reason::default()
            });
        }
        let field = |place: usize| self.fields.get(place).map_or("", |indexed| indexed.field.name()).to_owned();
        let by_words = reason(&self.index, &answer, &query, length_u32(found.unit), &field);
        if by_words.value.to_bits() == found.score.to_bits() {
            return Some(by_words);
        }
        let words = "The query calls the unit by its name or number: 1 more than the best of the others, or than its own words give.";
        let parts = if found.is_called { Vec::new() } else { vec![by_words] };
        Some(Reason { value: found.score, words: words.to_owned(), parts })
    }

    /// Queries that continue a text that is being typed, and the units whose title matches it, best first; at most `limit` of each.
    ///
    /// # Errors
    ///
    /// A language that the dataset does not have.
    pub fn suggest(&self, text: &str, lang: &str, limit: usize) -> Result<Suggestions<'_>, ArgumentError> {
        let lang = self.language(lang)?;
        let mut query = self.query(text, LastWord::Unfinished);
        let context = |mut before: Query| {
            let settings = search::Settings { policy: Policy::All, limit: 0, ..search::Settings::default() };
            let answer = search::search(&self.index, &mut before, &settings);
            let matching = if before.concepts().is_empty() {
                DocSet::all(self.index.n_documents())
            } else {
                answer.documents(&self.index)
            };
            let mut documents = DocSet::none(self.index.n_documents());
            matching.each(&mut |document| {
                let unit = self.unit(document as usize);
                if answer.allows(document) && unit.is_some_and(|unit| self.obeys(unit, before.filters())) {
                    documents.insert(document);
                }
            });
            (!before.is_empty()).then_some(documents)
        };
        let mut titles = Vec::new();
        if !query.concepts().is_empty() {
            let filters = query.filters().to_vec();
            let called = searchable::called(&self.model, text);
            let (found, answer) = self.matches(text, &mut query, Typos::Tolerated, &mut Vec::new());
            let mut marker = Marker::new(query, answer.related(&self.index));
            for found in found {
                let Some(unit) = self.unit(found.unit).filter(|_| titles.len() < limit) else { break };
                let title = self.title(unit, lang);
                let language = Language::from_tag(title.lang);
                let is_so_called = called == Some(found.unit) || marker.has_all(title.text, language);
                if is_so_called && self.obeys(unit, &filters) {
                    let highlights = marker.highlight(title.text, language);
                    titles.push(SuggestedUnit { id: &unit.id, kind: unit.kind, title, highlights });
                }
            }
            query = marker.into_query();
        }
        let texts = |unit, language, each: &mut dyn FnMut(&str)| self.each_text(unit, language, each);
        Ok(Suggestions {
            queries: suggest(&self.index, text, query, &context, &texts, Some(Language::from_tag(lang)), limit),
            titles,
        })
    }

    /// Passes on the searched texts of a unit in a language.
    fn each_text(&self, unit: u32, language: Language, each: &mut dyn FnMut(&str)) {
        let Some(unit) = self.unit(unit as usize) else { return };
        for indexed in self.fields.iter().filter(|indexed| searchable::language_of(indexed) == language) {
            for searched in searchable::texts(&self.model, unit, indexed) {
                each(searched.text);
            }
        }
    }

    /// The title of a unit, in a language if there is one in it.
    fn title<'e>(&'e self, unit: &'e Unit, lang: &str) -> Wording<'e> {
        let titles = self.model.titles(&unit.id);
        let in_language = titles.iter().find(|title| title.lang == lang).or(titles.first());
        // A dataset of somebody else's may leave a unit without any title.
        in_language.copied().unwrap_or(model::own(&unit.id, self.model.official_language(), Status::OwnWords))
    }

    /// What a query matches in a text in some language, in order and not overlapping. The last word of the query may be unfinished; typos are
    /// tolerated.
    ///
    /// # Errors
    ///
    /// A language that the dataset does not have.
    pub fn highlight(&self, query: &str, text: &str, lang: &str) -> Result<Vec<ByteSpan>, ArgumentError> {
        let language = Language::from_tag(self.language(lang)?);
        let mut marked = self.marked.lock().unwrap_or_else(PoisonError::into_inner);
        if marked.0 != query {
            let mut read = self.query(query, LastWord::Unfinished);
            let answer = self.ask(&mut read, Typos::Tolerated, 0);
            *marked = (query.to_owned(), Marker::new(read, answer.related(&self.index)));
        }
        Ok(marked.1.highlight(text, language))
    }

    fn language(&self, lang: &str) -> Result<&str, ArgumentError> {
        if lang.is_empty() {
            return Ok(self.model.official_language());
        }
        // "nl-BE" is "nl" to a dataset that knows no closer.
        let primary = |tag: &str| tag.split('-').next().unwrap_or("").to_ascii_lowercase();
        let languages = &self.model.languages;
        let known = languages
            .iter()
            .find(|known| known.eq_ignore_ascii_case(lang))
            .or_else(|| languages.iter().find(|known| primary(known) == primary(lang)));
        known.map(String::as_str).ok_or_else(|| ArgumentError::Language(lang.to_owned()))
    }

    fn query(&self, text: &str, last_word: LastWord) -> Query {
        let mut languages: Vec<Language> = Vec::new();
        for lang in &self.model.languages {
            let language = Language::from_tag(lang);
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
        let fields: Vec<&str> = SearchField::ALL.iter().map(|field| field.name()).collect();
        let facets: Vec<&str> = self.facets().iter().map(|facet| facet.name()).collect();
        Query::parse(text, &languages, last_word, &Syntax { fields: &fields, filters: &facets })
    }

    /// Whether a unit has what the filters in a query demand: of each facet one of the values, and none of those excluded.
    fn obeys(&self, unit: &Unit, typed: &[query::Filter]) -> bool {
        let has = |filter: &query::Filter| {
            let values =
                self.facets().get(filter.name).map_or_else(Vec::new, |facet| facet.values_of(&self.model, unit));
            values.iter().any(|value| value.eq_ignore_ascii_case(&filter.value))
        };
        typed.iter().all(|filter| {
            let mut same =
                typed.iter().filter(|same| (same.name, same.is_excluded) == (filter.name, filter.is_excluded));
            same.any(has) != filter.is_excluded
        })
    }

    /// The fields that a name in a query stands for: one in each language.
    fn fields_named(&self, name: usize) -> FieldMask {
        let named = (0..).zip(&self.fields).filter(|(_, indexed)| SearchField::ALL.get(name) == Some(&indexed.field));
        FieldMask::of(&named.map(|(place, _)| FieldId(place)).collect::<Vec<_>>())
    }

    fn unit(&self, index: usize) -> Option<&Unit> {
        self.model.units.get(index)
    }

    /// What the index answers, at most `limit` units.
    fn ask(&self, query: &mut Query, typos: Typos, limit: usize) -> search::Answer {
        let settings =
            search::Settings { limit, typos, fields: &|name| self.fields_named(name), ..search::Settings::default() };
        search::search(&self.index, query, &settings)
    }

    /// All matching units, best first; without words in the query, those that it does not exclude, in document order.
    fn matches(
        &self,
        text: &str,
        query: &mut Query,
        typos: Typos,
        notices: &mut Vec<Notice>,
    ) -> (Vec<Match>, search::Answer) {
        let found = self.ask(query, typos, self.model.units.len());
        for notice in &found.notices {
            describe(text, notice, notices);
        }
        if query.is_list() {
            let listed = (0..self.model.units.len()).filter(|unit| found.allows(length_u32(*unit)));
            return (listed.map(|unit| Match { unit, score: 0.0, is_called: false }).collect(), found);
        }
        let matches = found.matches.iter();
        let matches = matches.map(|m| Match { unit: m.document as usize, score: m.score, is_called: false });
        let mut matches: Vec<Match> = matches.collect();
        self.put_called_unit_first(text, &mut matches);
        (matches, found)
    }

    /// Who types exactly what a unit is called ("7e", "O13", "prioriteit 1") wants that unit before all others.
    fn put_called_unit_first(&self, text: &str, matches: &mut Vec<Match>) {
        let Some(unit) = searchable::called(&self.model, text) else { return };
        let best = matches.first().map_or(0.0, |first| first.score);
        let called = match matches.iter().position(|found| found.unit == unit) {
            Some(position) => matches.remove(position),
            None => Match { unit, score: 0.0, is_called: true },
        };
        matches.insert(0, Match { score: best.max(called.score) + 1.0, ..called });
    }

    fn number_field(&self) -> Option<FieldId> {
        let number = self.fields.iter().position(|indexed| indexed.field == SearchField::Number)?;
        u16::try_from(number).ok().map(FieldId)
    }

    fn count<'e>(
        &'e self,
        facet: SearchFacet,
        units: impl Iterator<Item = &'e Unit>,
        chosen: &[&str],
    ) -> FacetCounts<'e> {
        let values = facet.values(&self.model);
        let mut counts = vec![0; values.len()];
        for unit in units {
            for value in facet.values_of(&self.model, unit) {
                let position = values.iter().position(|known| *known == value);
                if let Some(count) = position.and_then(|position| counts.get_mut(position)) {
                    *count += 1;
                }
            }
        }
        let mut values: Vec<(&str, usize)> = values.into_iter().zip(counts).collect();
        values.retain(|(value, count)| *count > 0 || chosen.contains(value));
        // Values with the same count stay in the order of the dataset.
        sort(&mut values, &|one, other| other.1.cmp(&one.1));
        FacetCounts { facet, values }
    }

    fn hit<'e>(&'e self, found: &Match, fields: &[FieldId], marker: &mut Marker, lang: &str) -> Option<Hit<'e>> {
        let unit = self.unit(found.unit)?;
        let title = self.title(unit, lang);
        let fields: Vec<&IndexedField> =
            fields.iter().filter_map(|field| self.fields.get(usize::from(field.0))).collect();
        let highlights = marker.highlight(title.text, Language::from_tag(title.lang));
        Some(Hit {
            id: &unit.id,
            kind: unit.kind,
            score: found.score,
            title,
            excerpt: self.excerpt(unit, &fields, marker, lang, highlights.is_empty()),
            highlights,
            matched: fields.iter().map(|indexed| (indexed.field, indexed.lang.as_str())).collect(),
        })
    }

    /// The best passage. The reader's language comes first; within it the document's words before ours, and an alias
    /// only when nothing else matched. The title and the number need none, they are shown anyway; but a title in another
    /// language is the last resort when the one that is shown does not say why it was found.
    fn excerpt<'e>(
        &'e self,
        unit: &'e Unit,
        fields: &[&'e IndexedField],
        marker: &mut Marker,
        lang: &str,
        title_is_silent: bool,
    ) -> Option<Excerpt<'e>> {
        const PASSAGES: &[SearchField] = &[SearchField::Objective, SearchField::Text, SearchField::Gist];
        let mut of = |field: SearchField, in_language: bool| {
            fields
                .iter()
                .filter(|indexed| indexed.field == field && (indexed.lang == lang) == in_language)
                .find_map(|indexed| self.excerpt_of(unit, indexed, marker))
        };
        let mut passage = |in_language| PASSAGES.iter().find_map(|field| of(*field, in_language));
        passage(true)
            .or_else(|| passage(false))
            .or_else(|| of(SearchField::Alias, true))
            .or_else(|| of(SearchField::Alias, false))
            .or_else(|| if title_is_silent { of(SearchField::Title, false) } else { None })
    }

    /// The passage with the most to emphasise among the texts of one field.
    fn excerpt_of<'e>(&'e self, unit: &'e Unit, indexed: &'e IndexedField, marker: &mut Marker) -> Option<Excerpt<'e>> {
        let language = searchable::language_of(indexed);
        let mut best: Option<(SearchedText<'_>, highlight::Excerpt)> = None;
        for text in searchable::texts(&self.model, unit, indexed) {
            // The title of a unit is shown above the excerpt.
            let block = text.place.and_then(|(block, _)| unit.blocks.get(block));
            if indexed.field != SearchField::Title && block.is_some_and(|block| block.kind == BlockKind::Title) {
                continue;
            }
            let excerpt = marker.excerpt(text.text, language, EXCERPT_LENGTH);
            let most = best.as_ref().map_or(0, |(_, best)| best.highlights.len());
            if excerpt.highlights.len() > most {
                best = Some((text, excerpt));
            }
        }
        let (text, excerpt) = best?;
        let begin = excerpt.span.start;
        let place = text.place.map(|(block, offset)| {
            let span = ByteSpan { start: offset + begin, end: offset + excerpt.span.end };
            (unit.id.as_str(), block, span)
        });
        Some(Excerpt {
            text: excerpt.span.of(text.text)?,
            lang: &indexed.lang,
            status: text.status,
            place,
            field: indexed.field,
            highlights: excerpt.marked(),
            truncated_start: excerpt.truncated_start,
            truncated_end: excerpt.truncated_end,
        })
    }
}

/// The values asked for, by facet.
fn filters(named: &[(String, String)]) -> Result<Vec<(SearchFacet, Vec<&str>)>, ArgumentError> {
    let mut filters: Vec<(SearchFacet, Vec<&str>)> = Vec::new();
    for (name, value) in named {
        let facet = facet(name)?;
        match filters.iter_mut().find(|(known, _)| *known == facet) {
            Some((_, values)) => values.push(value),
            None => filters.push((facet, vec![value])),
        }
    }
    Ok(filters)
}

fn facet(name: &str) -> Result<SearchFacet, ArgumentError> {
    SearchFacet::from_name(name).ok_or_else(|| ArgumentError::Facet(name.to_owned()))
}

/// Adds a notice in words, once a place that it is about.
fn describe(text: &str, notice: &query::Notice, notices: &mut Vec<Notice>) {
    let (code, message, spans) = match notice {
        query::Notice::QueryTruncated(span) => (
            NoticeCode::QueryTruncated,
            "The query is too long; this part was not searched.",
            std::slice::from_ref(span),
        ),
        query::Notice::EmptyFilter(span) => (
            NoticeCode::UnknownFilter,
            "No value follows the colon, or one that no unit has.",
            std::slice::from_ref(span),
        ),
        query::Notice::NoSearchableWords(span) => {
            (NoticeCode::NoSearchableWords, "The query holds no word that can be searched.", std::slice::from_ref(span))
        }
        query::Notice::WordsIgnored(spans) => (
            NoticeCode::WordsIgnored,
            "No unit holds every word; the best ones are without this one.",
            spans.as_slice(),
        ),
        query::Notice::WordsUnknown(spans) => {
            (NoticeCode::WordsUnknown, "Nothing in the index answers this word.", spans.as_slice())
        }
        query::Notice::WordsInPart(spans) => {
            (NoticeCode::WordsInPart, "Nothing holds this word; what was found has a part of it.", spans.as_slice())
        }
    };
    for place in to_marks(text, spans) {
        notices.push(Notice { code, message: message.to_owned(), place });
    }
}

/// Adds a notice for each word that was read as another.
fn describe_corrections(text: &str, corrections: &[Correction], notices: &mut Vec<Notice>) {
    for correction in corrections.iter().filter(|correction| correction.is_applied) {
        let message = ["Nothing holds this word; it was read as \"", &correction.word, "\"."].concat();
        for place in to_marks(text, &[correction.span]) {
            notices.push(Notice { code: NoticeCode::WordsCorrected, message: message.clone(), place });
        }
    }
}

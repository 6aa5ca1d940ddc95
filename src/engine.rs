//! What can be asked of a dataset?
//!
//! The whole of the crate behind one type: the model, its views and the search over it. The JavaScript boundary does
//! nothing but convert around it.

use std::fmt;

use serde::Serialize;

use crate::analysis::Language;
use crate::dataset::{self, Problem};
use crate::index::Index;
use crate::model::{BlockKind, Modality, Model, Named, SourceSpan, UNIT_KINDS, Unit};
use crate::query::{self, LastWord, Query};
use crate::search;
use crate::searchable::{self, IndexedField, SearchFacet, SearchField, SearchedText};
use crate::span::ByteSpan;
use crate::view::{Framework, Mark, Task, Views, Wording, marks};

/// Most hits in one answer.
pub const LIMIT: usize = 1_000;

/// Longest excerpt in characters.
const EXCERPT_LENGTH: usize = 240;

/// An argument that means nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArgumentError {
    /// No such kind of unit.
    Kind(String),
    /// No such facet.
    Facet(String),
    /// No such modality.
    Modality(String),
    /// Not a day as `YYYY-MM-DD`.
    Day(String),
    /// More hits asked for than [`LIMIT`].
    Limit(usize),
    /// Not a language of the dataset.
    Language(String),
}

impl fmt::Display for ArgumentError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kind(name) => write!(formatter, "there is no kind of unit \"{name}\""),
            Self::Facet(name) => write!(formatter, "there is no facet \"{name}\""),
            Self::Modality(name) => write!(formatter, "there is no modality \"{name}\""),
            Self::Day(text) => write!(formatter, "\"{text}\" is not a day; write it like 2023-08-31"),
            Self::Limit(limit) => write!(formatter, "a limit of {limit} is more than {LIMIT}"),
            Self::Language(lang) => write!(formatter, "the dataset has no texts in \"{lang}\""),
        }
    }
}

impl std::error::Error for ArgumentError {}

/// What to search for besides the words.
#[derive(Debug, Clone)]
pub struct SearchOptions {
    /// Language of titles and excerpts where there is a choice. Empty: that of the official text.
    pub lang: String,
    /// Only units of these kinds. Empty: all.
    pub kinds: Vec<String>,
    /// Facet and value: within one facet any of them, of each facet named one.
    pub filters: Vec<(String, String)>,
    /// At most this many hits, up to [`LIMIT`].
    pub limit: usize,
    /// Skip this many hits.
    pub offset: usize,
    /// Which facets to count.
    pub facets: Vec<String>,
    /// Whether the last word is still being typed.
    pub last_word: LastWord,
}

impl Default for SearchOptions {
    /// All units, the first 20 hits, no facets, the last word being typed.
    fn default() -> Self {
        Self {
            lang: String::new(),
            kinds: Vec::new(),
            filters: Vec::new(),
            limit: 20,
            offset: 0,
            facets: Vec::new(),
            last_word: LastWord::Unfinished,
        }
    }
}

/// Conditions on tasks; all that are given must be met.
#[derive(Debug, Clone, Default)]
pub struct TaskFilter {
    /// Id of an addressee.
    pub actor: Option<String>,
    /// Id of the unit that says it.
    pub unit: Option<String>,
    /// Name of a modality.
    pub modality: Option<String>,
    /// The last day that the deadline can mean lies before this one, `YYYY-MM-DD`.
    pub before: Option<String>,
}

/// The best passage of a hit.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Excerpt {
    /// The words.
    pub text: String,
    /// Their language.
    pub lang: String,
    /// What they are.
    pub status: &'static str,
    /// Where official words stand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<ExcerptSource>,
    /// Which text of the unit.
    pub field: &'static str,
    /// What to emphasise.
    pub highlights: Vec<Mark>,
    /// The text goes on before.
    pub truncated_start: bool,
    /// The text goes on after.
    pub truncated_end: bool,
}

/// Where an excerpt stands in the official text.
#[derive(Debug, Serialize)]
pub struct ExcerptSource {
    /// The unit.
    pub unit: String,
    /// The block of the unit.
    pub block: usize,
    /// First UTF-16 code unit.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The words.
    pub quote: String,
}

/// A field that matched.
#[derive(Debug, Serialize)]
pub struct MatchedField<'e> {
    /// Which text.
    pub field: &'static str,
    /// Its language.
    pub lang: &'e str,
}

/// A unit that matches.
#[derive(Debug, Serialize)]
pub struct Hit<'e> {
    /// Its id.
    pub id: &'e str,
    /// Its kind.
    pub kind: &'static str,
    /// Higher is better.
    pub score: f64,
    /// Its title in the language asked for, if there is one in it.
    pub title: Wording<'e>,
    /// What to emphasise in the title.
    pub highlights: Vec<Mark>,
    /// The best passage.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub excerpt: Option<Excerpt>,
    /// The fields that matched, best first.
    pub matched: Vec<MatchedField<'e>>,
}

/// How many matching units have a value.
#[derive(Debug, Serialize)]
pub struct FacetCount<'e> {
    /// The value.
    pub value: &'e str,
    /// How many, as if nothing were chosen in this facet.
    pub count: usize,
}

/// The counts of one facet.
#[derive(Debug, Serialize)]
pub struct FacetCounts<'e> {
    /// Its name.
    pub facet: &'static str,
    /// Most frequent first, then in the order of the dataset.
    pub values: Vec<FacetCount<'e>>,
}

/// Something worth telling about how a query was read.
#[derive(Debug, Serialize)]
pub struct Notice {
    /// What sort.
    pub code: &'static str,
    /// The same in English.
    pub message: String,
    /// First UTF-16 code unit of the query that it is about.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// The answer to a search.
#[derive(Debug, Serialize)]
pub struct SearchAnswer<'e> {
    /// The hits asked for, best first.
    pub hits: Vec<Hit<'e>>,
    /// How many units match.
    pub total: usize,
    /// Counts of the facets asked for.
    pub facets: Vec<FacetCounts<'e>>,
    /// How the query was read.
    pub notices: Vec<Notice>,
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
}

/// A unit that matches, before it is dressed for the reader.
struct Match {
    unit: usize,
    score: f64,
    fields: Vec<usize>,
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
        Ok(Self { model, fields, index })
    }

    /// The model itself.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// The model as JavaScript sees it.
    pub fn views(&self) -> Views<'_> {
        Views::new(&self.model)
    }

    /// The dataset at a glance.
    pub fn framework(&self) -> Framework<'_> {
        let facets = SearchFacet::all(&self.model);
        self.views().framework(facets.into_iter().map(SearchFacet::name).collect())
    }

    /// Tasks that meet every condition, in document order.
    ///
    /// # Errors
    ///
    /// A modality that does not exist, or a `before` that is no day.
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
    pub fn tasks(&self, filter: &TaskFilter) -> Result<Vec<Task<'_>>, ArgumentError> {
        let modality = match filter.modality.as_deref() {
            Some(name) => Some(Modality::from_name(name).ok_or_else(|| ArgumentError::Modality(name.to_owned()))?),
            None => None,
        };
        if let Some(day) = filter.before.as_deref().filter(|day| !dataset::is_day(day)) {
            return Err(ArgumentError::Day(day.to_owned()));
        }
        let is_due = |task: &crate::model::Task, before: &str| {
            let deadline = task.deadline.as_deref().and_then(|id| self.model.date(id));
            deadline.and_then(|date| date.latest.as_deref()).is_some_and(|latest| latest < before)
        };
        let matching = self.model.tasks.iter().filter(|task| {
            filter.actor.as_ref().is_none_or(|actor| task.addressees.iter().any(|(id, _)| id == actor))
                && filter.unit.as_ref().is_none_or(|unit| task.unit == *unit)
                && modality.is_none_or(|modality| task.modality == modality)
                && filter.before.as_deref().is_none_or(|before| is_due(task, before))
        });
        Ok(matching.map(|task| self.views().task(task)).collect())
    }

    /// Searches all units in all languages.
    ///
    /// An empty text matches every unit, in document order. Reading the text never fails; what was odd about it is
    /// among the notices.
    ///
    /// # Errors
    ///
    /// Options that name what does not exist, or ask for more than [`LIMIT`] hits.
    pub fn search(&self, text: &str, options: &SearchOptions) -> Result<SearchAnswer<'_>, ArgumentError> {
        let lang = self.language(&options.lang)?;
        if options.limit > LIMIT {
            return Err(ArgumentError::Limit(options.limit));
        }
        for kind in &options.kinds {
            if !UNIT_KINDS.iter().any(|known| known.name() == kind) {
                return Err(ArgumentError::Kind(kind.clone()));
            }
        }
        let filters = filters(&options.filters)?;
        let counted = options.facets.iter().map(|name| facet(name)).collect::<Result<Vec<_>, _>>()?;

        let query = self.query(text, options.last_word);
        let mut notices: Vec<Notice> = Vec::new();
        for notice in query.notices() {
            describe(text, notice, &mut notices);
        }
        for (filter, values) in &filters {
            let known = filter.values(&self.model);
            for value in values.iter().filter(|value| !known.contains(*value)) {
                let message = format!("No unit has the value \"{value}\" in the facet \"{}\".", filter.name());
                notices.push(Notice { code: "unknown-filter", message, start: 0, end: 0 });
            }
        }

        let is_kind =
            |unit: &Unit| options.kinds.is_empty() || options.kinds.iter().any(|kind| unit.kind.name() == kind);
        let passes = |unit: &Unit, except: Option<SearchFacet>| {
            is_kind(unit)
                && filters.iter().all(|(filter, values)| {
                    except == Some(*filter) || filter.values_of(&self.model, unit).iter().any(|v| values.contains(v))
                })
        };
        // Matched without the filters, so that a facet can be counted as if nothing were chosen in it.
        let found = self.matches(text, &query, &mut notices);
        let matches: Vec<&Match> =
            found.iter().filter(|m| self.unit(m.unit).is_some_and(|unit| passes(unit, None))).collect();

        let facets = counted.into_iter().map(|counted| {
            let units = found.iter().filter_map(|m| self.unit(m.unit)).filter(|unit| passes(unit, Some(counted)));
            let chosen = filters.iter().find(|(filter, _)| *filter == counted).map_or(&[][..], |(_, values)| values);
            self.count(counted, units, chosen)
        });
        let facets = facets.collect();
        let page = matches.iter().skip(options.offset).take(options.limit);
        let hits = page.filter_map(|found| self.hit(found, &query, lang)).collect();
        Ok(SearchAnswer { hits, total: matches.len(), facets, notices })
    }

    /// What a query matches in a text in some language, as UTF-16 ranges.
    ///
    /// # Errors
    ///
    /// A language that the dataset does not have.
    pub fn highlight(&self, query: &str, text: &str, lang: &str) -> Result<Vec<Mark>, ArgumentError> {
        let lang = self.language(lang)?;
        let query = self.query(query, LastWord::Unfinished);
        Ok(marks(text, &search::highlight(&query, text, Language::from_tag(lang))))
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
        Query::parse(text, &languages, last_word)
    }

    fn unit(&self, index: usize) -> Option<&Unit> {
        self.model.units.get(index)
    }

    /// All matching units, best first; every unit when there is nothing to search for.
    fn matches(&self, text: &str, query: &Query, notices: &mut Vec<Notice>) -> Vec<Match> {
        if text.trim().is_empty() {
            return (0..self.model.units.len()).map(|unit| Match { unit, score: 0.0, fields: Vec::new() }).collect();
        }
        let found = search::search(&self.index, query, &|_| true);
        for notice in &found.notices {
            describe(text, notice, notices);
        }
        let matches = found.matches.into_iter().map(|found| Match {
            unit: found.document as usize,
            score: found.score,
            fields: found.fields.into_iter().map(|field| field.0 as usize).collect(),
        });
        let mut matches: Vec<Match> = matches.collect();
        self.put_called_unit_first(text, &mut matches);
        matches
    }

    /// Who types exactly what a unit is called ("7e", "O13") wants that unit before all others.
    fn put_called_unit_first(&self, text: &str, matches: &mut Vec<Match>) {
        let text = text.trim();
        let is_called =
            |unit: &Unit| searchable::codes(&self.model, unit).iter().any(|code| code.eq_ignore_ascii_case(text));
        let Some(unit) = self.model.units.iter().position(is_called) else { return };
        let best = matches.first().map_or(0.0, |first| first.score);
        let number = self.fields.iter().position(|indexed| indexed.field == SearchField::Number);
        let called = match matches.iter().position(|found| found.unit == unit) {
            Some(position) => matches.remove(position),
            None => Match { unit, score: 0.0, fields: number.into_iter().collect() },
        };
        matches.insert(0, Match { score: best.max(called.score) + 1.0, ..called });
    }

    fn count<'e>(
        &'e self,
        counted: SearchFacet,
        units: impl Iterator<Item = &'e Unit>,
        chosen: &[&str],
    ) -> FacetCounts<'e> {
        let mut values: Vec<FacetCount<'e>> =
            counted.values(&self.model).into_iter().map(|value| FacetCount { value, count: 0 }).collect();
        for unit in units {
            for value in counted.values_of(&self.model, unit) {
                if let Some(counted) = values.iter_mut().find(|counted| counted.value == value) {
                    counted.count += 1;
                }
            }
        }
        values.retain(|counted| counted.count > 0 || chosen.contains(&counted.value));
        // Stable: values with the same count stay in the order of the dataset.
        values.sort_by_key(|counted| std::cmp::Reverse(counted.count));
        FacetCounts { facet: counted.name(), values }
    }

    fn hit<'e>(&'e self, found: &Match, query: &Query, lang: &str) -> Option<Hit<'e>> {
        let unit = self.unit(found.unit)?;
        let mut titles = self.views().titles(&unit.id);
        let position = titles.iter().position(|title| title.lang == lang).unwrap_or(0);
        let title = if position < titles.len() { titles.swap_remove(position) } else { self.code_title(unit) };
        let highlights = marks_in(query, title.text, title.lang);
        let matched = found.fields.iter().filter_map(|field| self.fields.get(*field));
        Some(Hit {
            id: &unit.id,
            kind: unit.kind.name(),
            score: found.score,
            highlights,
            excerpt: self.excerpt(unit, found, query, lang),
            matched: matched.map(|indexed| MatchedField { field: indexed.field.name(), lang: &indexed.lang }).collect(),
            title,
        })
    }

    /// What to call a unit for which the dataset has no title in any language.
    fn code_title<'e>(&'e self, unit: &'e Unit) -> Wording<'e> {
        Wording {
            text: &unit.id,
            lang: self.model.official_language(),
            status: "own-words",
            source: None,
            follows: None,
        }
    }

    /// The best passage. The reader's language comes first; within it the document's words before ours, and an alias
    /// only when nothing else matched. The title and the number need none, they are shown anyway.
    fn excerpt(&self, unit: &Unit, found: &Match, query: &Query, lang: &str) -> Option<Excerpt> {
        const PREFERRED: &[SearchField] =
            &[SearchField::Objective, SearchField::Text, SearchField::Gist, SearchField::Alias];
        let matched = found.fields.iter().filter_map(|field| self.fields.get(*field));
        let rank = |indexed: &IndexedField| PREFERRED.iter().position(|field| *field == indexed.field);
        let mut candidates: Vec<(bool, usize, &IndexedField)> =
            matched.filter_map(|indexed| Some((indexed.lang != lang, rank(indexed)?, indexed))).collect();
        let alias = PREFERRED.len() - 1;
        candidates.sort_by_key(|(is_foreign, rank, _)| (*rank == alias, *is_foreign, *rank));
        candidates.into_iter().find_map(|(_, _, indexed)| self.excerpt_of(unit, indexed, query))
    }

    fn excerpt_of(&self, unit: &Unit, indexed: &IndexedField, query: &Query) -> Option<Excerpt> {
        let language = searchable::language_of(indexed);
        let texts = searchable::texts(&self.model, unit, indexed);
        let mut best: Option<(&SearchedText<'_>, search::Excerpt)> = None;
        for text in &texts {
            // The title of a unit is shown above the excerpt.
            let block = text.block.and_then(|block| unit.blocks.get(block));
            if block.is_some_and(|block| block.kind == BlockKind::Title) {
                continue;
            }
            let excerpt = search::excerpt(query, &text.text, language, EXCERPT_LENGTH);
            let count = excerpt.highlights.len();
            if count > 0 && best.as_ref().is_none_or(|(_, best)| count > best.highlights.len()) {
                best = Some((text, excerpt));
            }
        }
        let (text, excerpt) = best?;
        let words = text.text.get(excerpt.span.start..excerpt.span.end)?;
        let within: Vec<ByteSpan> = excerpt
            .highlights
            .iter()
            .filter_map(|mark| {
                let start = mark.start.checked_sub(excerpt.span.start)?;
                let end = mark.end.checked_sub(excerpt.span.start)?;
                (end <= words.len()).then_some(ByteSpan { start, end })
            })
            .collect();
        let source = text.block.and_then(|block| {
            let mark = marks(&text.text, &[excerpt.span]).into_iter().next()?;
            let (start, end) = (mark.start, mark.end);
            Some(ExcerptSource { unit: unit.id.clone(), block, start, end, quote: words.to_owned() })
        });
        let status =
            if source.is_some() { "official" } else { text.wording.as_ref().map_or("own-words", |w| w.status) };
        let source = source.or_else(|| self.official_source(text, &excerpt));
        Some(Excerpt {
            highlights: marks(words, &within),
            text: words.to_owned(),
            lang: indexed.lang.clone(),
            status,
            source,
            field: indexed.field.name(),
            truncated_start: excerpt.truncated_start,
            truncated_end: excerpt.truncated_end,
        })
    }

    /// Where an excerpt of a quoted text, such as an objective, stands in the official text.
    fn official_source(&self, text: &SearchedText<'_>, excerpt: &search::Excerpt) -> Option<ExcerptSource> {
        let objective = text.wording.as_ref().filter(|wording| wording.status == "official")?;
        let is_it = |source: &SourceSpan| source.quote == objective.text;
        let source = self.model.objectives.iter().map(|objective| &objective.source).find(|source| is_it(source))?;
        let block = self.model.unit(&source.unit)?.blocks.get(source.block)?;
        let start = source.span.start + excerpt.span.start;
        let span = ByteSpan { start, end: source.span.start + excerpt.span.end };
        let mark = marks(&block.text, &[span]).into_iter().next()?;
        let quote = block.text.get(span.start..span.end)?.to_owned();
        Some(ExcerptSource { unit: source.unit.clone(), block: source.block, start: mark.start, end: mark.end, quote })
    }
}

fn marks_in(query: &Query, text: &str, lang: &str) -> Vec<Mark> {
    marks(text, &search::highlight(query, text, Language::from_tag(lang)))
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
        query::Notice::QueryTruncated(span) => {
            ("query-truncated", "The query is too long; this part was not searched.", std::slice::from_ref(span))
        }
        query::Notice::NoSearchableWords(span) => {
            ("no-searchable-words", "The query holds no word that can be searched.", std::slice::from_ref(span))
        }
        query::Notice::WordsIgnored(spans) => {
            ("words-ignored", "No unit holds every word; the best ones are without this one.", spans.as_slice())
        }
    };
    for mark in marks(text, spans) {
        notices.push(Notice { code, message: message.to_owned(), start: mark.start, end: mark.end });
    }
}

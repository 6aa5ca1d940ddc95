//! What can be asked of a dataset?
//!
//! The whole crate behind one type: the model and the search over it. The JavaScript boundary only
//! converts around it.

mod answer;

pub use answer::{
    ArgumentError, Excerpt, FacetCounts, Hit, HitOrder, LIMIT, Notice, SearchAnswer, SearchOptions, SuggestedUnit,
    Suggestions, TaskFilter,
};

use std::sync::{Mutex, OnceLock, PoisonError};

use crate::analysis::{Language, analyse, first_part};
use crate::bytes::length_u32;
use crate::dataset::{self, Problems};
use crate::docset::DocSet;
use crate::group::{Group, Typos};
use crate::highlight::{self, EXCERPT_LENGTH, Marker};
use crate::index::{FieldId, FieldMask, Index, IndexBuilder};
use crate::model::{self, BlockKind, Modality, Model, Named, Status, Task, UNIT_KINDS, Unit, Wording};
use crate::order::sort;
use crate::query::{self, LastWord, NoticeCode, Query, Syntax};
use crate::reason::{Reason, reason};
use crate::search::{self, Policy};
use crate::searchable::{self, IndexedField, SearchFacet, SearchField, SearchedText};
use crate::span::ByteSpan;
use crate::suggest::suggest;
use crate::words::Words;

/// So many of the best units are asked whether the query is what they are called.
const MAX_NAMED: usize = 5;

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
    facets: Vec<SearchFacet>,
    /// See [`Engine::index`].
    index: OnceLock<Index>,
    /// An index of nothing.
    blank: Index,
    /// The text of the query that was last marked, and its marker: a page marks many texts with one query.
    marked: Mutex<(String, Marker)>,
}

/// What is demanded of a unit in one facet: one of the values, or none of them.
struct Demand<'d> {
    facet: SearchFacet,
    is_excluded: bool,
    values: Vec<&'d str>,
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
    pub fn embedded() -> Result<Self, Problems> {
        Self::from_json(dataset::EMBEDDED.as_bytes())
    }

    /// Another dataset, as UTF-8 JSON.
    ///
    /// # Errors
    ///
    /// All problems of the dataset; see [`dataset::read`].
    ///
    /// ```
    /// use empact_priorities::engine::Engine;
    ///
    /// let problems = Engine::from_json(b"{}").unwrap_err();
    /// assert_eq!(problems[0].path, "format");
    /// ```
    pub fn from_json(bytes: &[u8]) -> Result<Self, Problems> {
        let model = dataset::read(bytes)?;
        let fields = searchable::fields(&model);
        let facets = SearchFacet::all(&model);
        let blank = IndexBuilder::new(Vec::new()).finish();
        Ok(Self { model, fields, facets, index: OnceLock::new(), blank, marked: Mutex::default() })
    }

    /// What answers a query; made for the first one that asks for anything, so that what is shown without a search need not wait for it.
    fn index(&self, query: &Query) -> &Index {
        if query.is_empty() {
            return &self.blank;
        }
        self.index.get_or_init(|| searchable::index(&self.model, &self.fields))
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
    pub fn facets(&self) -> &[SearchFacet] {
        &self.facets
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
    ///
    /// ```
    /// use empact_priorities::engine::{ArgumentError, Engine, SearchOptions};
    ///
    /// let engine = Engine::embedded().unwrap();
    /// let options = SearchOptions { kinds: vec!["priority".into()], limit: 3, ..SearchOptions::default() };
    /// assert_eq!(engine.search("fraude", &options).unwrap().hits[0].id, "P7");
    ///
    /// let wrong = SearchOptions { kinds: vec!["report".into()], ..SearchOptions::default() };
    /// assert_eq!(engine.search("fraude", &wrong).unwrap_err(), ArgumentError::Kind("report".into()));
    /// ```
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
        let mut counted = Vec::new();
        for name in &options.facets {
            counted.push(facet(name)?);
        }

        let mut query = self.query(text, options.last_word);
        let index = self.index(&query);
        let typed = query.filters().to_vec();
        let demands = self.demands(&typed);
        let mut notices = self.unknown_values(&typed, &filters);
        let is_kind =
            |unit: &Unit| options.kinds.is_empty() || options.kinds.iter().any(|kind| unit.kind.name() == kind);
        let passes = |unit: &Unit, except: Option<SearchFacet>| {
            is_kind(unit)
                && self.obeys(unit, &demands)
                && filters.iter().all(|(filter, values)| {
                    except == Some(*filter) || filter.values_of(&self.model, unit).iter().any(|v| values.contains(v))
                })
        };
        // Matched without the filters, so that a facet can be counted as if nothing were chosen in it.
        let called = searchable::called(&self.model, text);
        let (found, answer) = self.matches(&mut query, called, options.typos);
        // What somebody calls by its name or number is understood as it stands.
        let is_called = called.is_some();
        notices.extend(answer.notices.iter().filter(|_| !is_called).copied().map(Notice::of));
        let texts = |unit, language, each: &mut dyn FnMut(&str)| self.each_text(unit, language, each);
        let corrections = if is_called { Vec::new() } else { answer.corrections(index, &query, &texts) };
        notices.extend(corrections.iter().filter(|correction| correction.is_applied).map(Notice::of_correction));
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
        let mut marker = Marker::new(query, answer.related(index));
        let mut hits = Vec::new();
        for found in matches.iter().skip(options.offset).take(options.limit) {
            let fields = if is_list || found.is_called {
                self.number_field().into_iter().collect()
            } else {
                answer.fields(index, length_u32(found.unit))
            };
            hits.extend(self.hit(found, &fields, &mut marker, lang));
        }
        let corrected = search::corrected(text, &corrections);
        Ok(SearchAnswer { hits, total: matches.len(), facets, notices, corrected })
    }

    /// What is said of values that no unit has, in the text and in the options.
    fn unknown_values(&self, typed: &[query::Filter], chosen: &[(SearchFacet, Vec<&str>)]) -> Vec<Notice> {
        let mut notices = Vec::new();
        for filter in typed {
            let known = self.facets.get(filter.name).map_or_else(Vec::new, |facet| facet.values(&self.model));
            if !known.iter().any(|known| known.eq_ignore_ascii_case(&filter.value)) {
                notices.push(Notice::of(query::Notice::new(NoticeCode::UnknownFilter, filter.span)));
            }
        }
        for (filter, values) in chosen {
            let known = filter.values(&self.model);
            let unknown = values.iter().filter(|value| !known.contains(*value));
            notices.extend(unknown.map(|value| Notice::of_option(*filter, value)));
        }
        notices
    }

    /// Explains the score that [`Self::search`] gives a unit; `None` if the query does not find it.
    pub fn explain(&self, text: &str, id: &str, last_word: LastWord, typos: Typos) -> Option<Reason> {
        let mut query = self.query(text, last_word);
        let (found, answer) = self.matches(&mut query, searchable::called(&self.model, text), typos);
        let demands = self.demands(query.filters());
        let is_found = |unit: &Unit| unit.id == id && self.obeys(unit, &demands);
        let found = found.iter().find(|found| self.unit(found.unit).is_some_and(is_found))?;
        if query.is_list() {
            return Some(Reason {
                words: "A query without words finds every unit that it does not exclude.".to_owned(),
                ..Reason::default()
            });
        }
        let field = |place: usize| self.fields.get(place).map_or("", |indexed| indexed.field.name()).to_owned();
        let by_words = reason(self.index(&query), &answer, &query, length_u32(found.unit), &field);
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
    ///
    /// ```
    /// use empact_priorities::engine::Engine;
    ///
    /// let engine = Engine::embedded().unwrap();
    /// let found = engine.suggest("witw", "nl", 5).unwrap();
    /// assert_eq!(found.queries[0].text, "witwassen");
    /// assert_eq!(found.titles[0].id, "P7e");
    /// ```
    pub fn suggest(&self, text: &str, lang: &str, limit: usize) -> Result<Suggestions<'_>, ArgumentError> {
        let lang = self.language(lang)?;
        let mut query = self.query(text, LastWord::Unfinished);
        let index = self.index(&query);
        let context = |mut before: Query| {
            if before.is_empty() {
                return None;
            }
            let mut answer = self.ask(&mut before, Policy::All, Typos::Tolerated, 0);
            // Where a guess alone answers a word, a search gives up on finding all.
            answer.groups.iter_mut().for_each(Group::drop_guesses);
            let demands = self.demands(before.filters());
            let mut documents = DocSet::none(index.n_documents());
            answer.documents(index).each(&mut |document| {
                if self.unit(document as usize).is_some_and(|unit| self.obeys(unit, &demands)) {
                    documents.insert(document);
                }
            });
            Some(documents)
        };
        let mut titles = Vec::new();
        if !query.concepts().is_empty() {
            let filters = query.filters().to_vec();
            let demands = self.demands(&filters);
            let called = searchable::called(&self.model, text);
            let (found, answer) = self.matches(&mut query, called, Typos::Tolerated);
            let mut marker = Marker::new(query, answer.related(index));
            for found in found {
                let Some(unit) = self.unit(found.unit).filter(|_| titles.len() < limit) else { break };
                let title = self.title(unit, lang);
                let language = Language::from_tag(title.lang);
                let is_so_called = called == Some(found.unit) || marker.has_all(title.text, language);
                if is_so_called && self.obeys(unit, &demands) {
                    let highlights = marker.highlight(title.text, language);
                    titles.push(SuggestedUnit { id: &unit.id, kind: unit.kind, title, highlights });
                }
            }
            query = marker.into_query();
        }
        let texts = |unit, language, each: &mut dyn FnMut(&str)| self.each_text(unit, language, each);
        Ok(Suggestions {
            queries: suggest(index, text, query, &context, &texts, Some(Language::from_tag(lang)), limit),
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
    ///
    /// ```
    /// use empact_priorities::engine::Engine;
    ///
    /// let engine = Engine::embedded().unwrap();
    /// let text = "handel in vuurwapens";
    /// assert_eq!(engine.highlight("wapens", text, "nl").unwrap()[0].of(text), Some("wapens"));
    /// assert!(engine.highlight("wapens", text, "de").is_err());
    /// ```
    pub fn highlight(&self, query: &str, text: &str, lang: &str) -> Result<Vec<ByteSpan>, ArgumentError> {
        let language = Language::from_tag(self.language(lang)?);
        let mut marked = self.marked.lock().unwrap_or_else(PoisonError::into_inner);
        if marked.0 != query {
            let mut read = self.query(query, LastWord::Unfinished);
            let answer = self.ask(&mut read, Policy::All, Typos::Tolerated, 0);
            let related = answer.related(self.index(&read));
            *marked = (query.to_owned(), Marker::new(read, related));
        }
        Ok(marked.1.highlight(text, language))
    }

    fn language(&self, lang: &str) -> Result<&str, ArgumentError> {
        if lang.is_empty() {
            return Ok(self.model.official_language());
        }
        // "nl-BE" is "nl" to a dataset that knows no closer.
        let languages = &self.model.languages;
        let known = languages
            .iter()
            .find(|known| known.eq_ignore_ascii_case(lang))
            .or_else(|| languages.iter().find(|known| first_part(known).eq_ignore_ascii_case(first_part(lang))));
        known.map(String::as_str).ok_or_else(|| ArgumentError::Language(lang.to_owned(), languages.join(", ")))
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
        let facets: Vec<&str> = self.facets.iter().map(|facet| facet.name()).collect();
        Query::parse(text, &languages, last_word, &Syntax { fields: &fields, filters: &facets })
    }

    /// What the filters in a query demand, by facet.
    fn demands<'d>(&self, typed: &'d [query::Filter]) -> Vec<Demand<'d>> {
        let mut demands: Vec<Demand<'_>> = Vec::new();
        for query::Filter { name, value, is_excluded, .. } in typed {
            let Some(facet) = self.facets.get(*name).copied() else { continue };
            match demands.iter_mut().find(|known| (known.facet, known.is_excluded) == (facet, *is_excluded)) {
                Some(known) => known.values.push(value),
                None => demands.push(Demand { facet, is_excluded: *is_excluded, values: vec![value] }),
            }
        }
        demands
    }

    fn obeys(&self, unit: &Unit, demands: &[Demand<'_>]) -> bool {
        demands.iter().all(|Demand { facet, is_excluded, values }| {
            let has = |known: &&str| values.iter().any(|value| value.eq_ignore_ascii_case(known));
            facet.values_of(&self.model, unit).iter().any(has) != *is_excluded
        })
    }

    /// The fields that a name in a query stands for: one in each language.
    fn fields_named(&self, name: usize) -> FieldMask {
        let named = (0..).zip(&self.fields).filter(|(_, indexed)| SearchField::ALL.get(name) == Some(&indexed.field));
        FieldMask::of(named.map(|(place, _)| FieldId(place)))
    }

    fn unit(&self, index: usize) -> Option<&Unit> {
        self.model.units.get(index)
    }

    /// What the index answers, at most `limit` units.
    fn ask(&self, query: &mut Query, policy: Policy, typos: Typos, limit: usize) -> search::Answer {
        let fields = |name| self.fields_named(name);
        let settings = search::Settings { policy, limit, typos, fields: &fields, ..search::Settings::default() };
        search::search(self.index(query), query, &settings)
    }

    /// All matching units, best first, before them the one that is `called`; without words in the query, those that it does not exclude, in
    /// document order.
    fn matches(&self, query: &mut Query, called: Option<usize>, typos: Typos) -> (Vec<Match>, search::Answer) {
        let found = self.ask(query, Policy::AllElseAny, typos, self.model.units.len());
        if query.is_list() {
            let listed = (0..self.model.units.len()).filter(|unit| found.allows(length_u32(*unit)));
            return (listed.map(|unit| Match { unit, score: 0.0, is_called: false }).collect(), found);
        }
        let matches = found.matches.iter();
        let matches = matches.map(|m| Match { unit: m.document as usize, score: m.score, is_called: false });
        let mut matches: Vec<Match> = matches.collect();
        // Who types exactly what a unit is called ("7e", "O13", "prioriteit 1", "organised crime groups") wants that unit before all others.
        let named = || {
            let mut first = matches.iter().take(MAX_NAMED);
            first.position(|found| self.is_named(found.unit, query)).filter(|place| *place > 0)
        };
        if let Some(unit) = called.or_else(|| Some(matches.get(named()?)?.unit)) {
            let best = matches.first().map_or(0.0, |first| first.score);
            let called = match matches.iter().position(|found| found.unit == unit) {
                Some(position) => matches.remove(position),
                None => Match { unit, score: 0.0, is_called: true },
            };
            matches.insert(0, Match { score: best.max(called.score) + 1.0, ..called });
        }
        (matches, found)
    }

    /// Whether the words of a query, whatever their forms, are those of a title or an alias of a unit.
    fn is_named(&self, unit: usize, query: &Query) -> bool {
        let Some(unit) = self.unit(unit) else { return false };
        let n_letters: usize = query.concepts().iter().map(|concept| concept.word().len()).sum();
        let names =
            self.fields.iter().filter(|indexed| matches!(indexed.field, SearchField::Title | SearchField::Alias));
        names.into_iter().any(|indexed| {
            let language = searchable::language_of(indexed);
            searchable::texts(&self.model, unit, indexed).iter().any(|name| {
                // Most are far longer or shorter, and need not be read.
                name.text.len() <= 2 * n_letters + 8
                    && analyse(name.text, language)
                        .iter()
                        .filter(|token| !token.is_stop && !token.form.is_joined())
                        .map(|token| Some(token.stem.as_str()))
                        .eq(query.concepts().iter().map(|concept| concept.stem(language)))
            })
        })
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
        let mut places = Words::default();
        for value in &values {
            places.number_of(value);
        }
        for value in units.flat_map(|unit| facet.values_of(&self.model, unit)) {
            if let Some(count) = places.find(value).and_then(|place| counts.get_mut(place as usize)) {
                *count += 1;
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

    /// The passage that answers the most words of the query, and then the one with the most to emphasise, among the texts of one field.
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
            let most = best.as_ref().map_or((0, 0), |(_, best)| best.merit());
            if excerpt.merit() > most {
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

#[cfg(test)]
mod tests {
    //! What nobody has searched needs no index.

    use super::*;

    #[test]
    fn the_index_waits_for_a_query() {
        let engine = Engine::embedded().unwrap();
        let search =
            |text| engine.search(text, &SearchOptions { limit: 100, ..SearchOptions::default() }).unwrap().total;
        assert_eq!((search(""), search(" \t")), (engine.model().units.len(), engine.model().units.len()));
        assert_eq!(engine.suggest("", "nl", 5).unwrap().queries.len(), 0);
        assert!(engine.index.get().is_none());
        // Neither words nor an exclusion, a phrase or a filter alone can do without.
        for text in ["fraude", "-fraude", "\"in de\"", "kind:priority"] {
            let engine = Engine::embedded().unwrap();
            engine.search(text, &SearchOptions::default()).unwrap();
            assert!(engine.index.get().is_some(), "{text}");
        }
    }
}

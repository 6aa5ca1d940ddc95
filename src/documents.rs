//! Which documents does a portal add, and which of them answer a query?
//!
//! A collection is one file, a *snapshot*: the index, what is shown of each document, and its facets. It is used in place: opening it takes as
//! long as copying it and computing its checksum, reading the values of its facets, and one look at how long each document's list of values is.
//!
//! ```text
//! "EPXDOCS" version │ checksum of what follows │ sections: settings, index, where records start, records, facets
//! ```

mod build;
mod facets;
mod records;

use crate::analysis::Language;
use crate::bytes::{Reader, checksum, split_sections};
use crate::docset::DocSet;
use crate::group::Typos;
use crate::highlight::{EXCERPT_LENGTH, Excerpt, Marker};
use crate::index::{FieldId, FieldMask, Index, language_of_code};
use crate::query::{ConceptSet, LastWord, Notice, NoticeCode, Query, Syntax};
use crate::rank::{Matching, Ranked, Scope, rank};
use crate::reason::{Reason, reason};
use crate::search::{self, Correction, Policy, Settings};
use crate::span::ByteSpan;
use crate::suggest::{Suggestion, suggest};
use facets::Facets;
use records::Records;
use std::fmt;
use std::sync::Arc;

pub use build::{Document, DocumentsBuilder, Shape};
pub use records::Record;

/// What a snapshot begins with; the last byte is the version of the format.
const MAGIC: &[u8; 8] = b"EPXDOCS\x07";
/// Bytes before the sections: the magic and the checksum.
const HEADER: usize = 16;

const N_SECTIONS: usize = 5;
const SETTINGS: usize = 0;
const INDEX: usize = 1;
const RECORD_STARTS: usize = 2;
const RECORDS: usize = 3;
const FACETS: usize = 4;

/// Most facets of a collection.
pub const MAX_FACETS: usize = 32;

/// Why bytes cannot be used as a snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SnapshotError {
    /// They are not a snapshot.
    NotASnapshot,
    /// Another release wrote them in another format.
    OtherVersion(u8),
    /// They are truncated or changed.
    Damaged,
}

impl SnapshotError {
    /// What is wrong, and what helps.
    pub const fn message(self) -> &'static str {
        match self {
            Self::NotASnapshot => "this is no snapshot of documents; make one with `DocumentIndex.build`",
            Self::OtherVersion(_) => "the snapshot was made by another release; make it anew with this one",
            Self::Damaged => "the snapshot is damaged; download or make it again",
        }
    }
}

impl fmt::Display for SnapshotError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.message())
    }
}

impl std::error::Error for SnapshotError {}

/// How documents are searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// At most this many hits.
    pub limit: usize,
    /// Skip this many.
    pub offset: usize,
    /// Which documents match.
    pub policy: Policy,
    /// Whether typos are tolerated.
    pub typos: Typos,
    /// Whether the last word is still being typed.
    pub last_word: LastWord,
    /// Places of the facets to count. Naming any makes the total exact.
    pub facets: Vec<usize>,
    /// Place of a facet and an exact value: a document must have one of the values in every facet named, and none has one in a facet that
    /// does not exist. Filters in the query itself narrow this further, whatever the case of their ASCII letters.
    pub filters: Vec<(usize, String)>,
    /// Whether to say how many documents match.
    pub is_counted: bool,
    /// Place of a facet whose values give the order, and the direction; `None`: best first. The order of values is
    /// [`natural`](crate::order::natural). Documents without a value come last, those with the same value in document order.
    pub sort: Option<(usize, Direction)>,
}

/// Which end comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// The lowest; if a document has several values, the lowest counts.
    Ascending,
    /// The highest; if a document has several values, the highest counts.
    Descending,
}

impl Default for Options {
    /// The first ten documents that have any of the words, the last of which is being typed; typos tolerated, nothing counted.
    fn default() -> Self {
        Self {
            limit: 10,
            offset: 0,
            policy: Policy::Any,
            typos: Typos::Tolerated,
            last_word: LastWord::Unfinished,
            facets: Vec::new(),
            filters: Vec::new(),
            is_counted: false,
            sort: None,
        }
    }
}

/// The documents that answer a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The requested hits: best first, in the order of [`Options::sort`], or in document order if no words are searched for.
    pub hits: Vec<Ranked>,
    /// How many documents match, if that was counted.
    pub total: Option<u32>,
    /// For each requested facet: values with the number of matching documents, counted as if nothing were chosen in this facet. Most
    /// frequent first, then in the order of the values.
    pub facets: Vec<Vec<(u32, u32)>>,
    /// What was left out of the query, and which words nothing answers.
    pub notices: Vec<Notice>,
    /// The words that nothing holds, with those that were possibly meant; in the order of the query.
    pub corrections: Vec<Correction>,
}

/// What to emphasise in a document that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown<'c> {
    /// Its title.
    pub title: &'c str,
    /// What to emphasise in the title, sorted, not overlapping.
    pub highlights: Vec<ByteSpan>,
    /// The passage of its stored texts that answers the most words of the query, and of those the one with the most to emphasise; `None` if it has none.
    pub excerpt: Option<Passage<'c>>,
}

/// A passage of a stored text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage<'c> {
    /// The name of the field.
    pub field: &'c str,
    /// The words.
    pub text: &'c str,
    /// What to emphasise in them, sorted, not overlapping.
    pub highlights: Vec<ByteSpan>,
    /// Whether the text continues before it.
    pub truncated_start: bool,
    /// Whether the text continues after it.
    pub truncated_end: bool,
}

/// How a text that is being typed could continue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestions {
    /// Queries.
    pub queries: Vec<Suggestion>,
    /// Documents, each with what to emphasise in its title.
    pub titles: Vec<(u32, Vec<ByteSpan>)>,
}

/// Documents that can be searched: a snapshot that was opened.
///
/// ```
/// use empact_priorities::analysis::Language;
/// use empact_priorities::documents::{Collection, Document, DocumentsBuilder, Options, Shape};
///
/// let fields = vec![("title".to_owned(), 3.0), ("body".to_owned(), 1.0)];
/// let shape = Shape { languages: vec![Language::Dutch], fields, stored: vec![1], ..Shape::default() };
/// let mut builder = DocumentsBuilder::new(shape);
/// let texts = vec!["Accijnsfraude", "Met de douane tegen smokkel."];
/// builder.add(&Document { id: "a", title: texts[0], url: "/a", texts, ..Document::default() });
/// let collection = Collection::open(builder.finish()).unwrap();
///
/// let options = Options { is_counted: true, ..Options::default() };
/// let found = collection.search("smokkel", &options);
/// assert_eq!((found.total, &*collection.record(found.hits[0].document).id), (Some(1), "a"));
/// let shown = collection.show("smokkel", &[0], &options);
/// let passage = shown[0].excerpt.as_ref().unwrap();
/// assert_eq!(passage.highlights[0].of(passage.text), Some("smokkel"));
///
/// assert_eq!(collection.suggest("smok", 3).queries[0].text, "smokkel");
/// assert_eq!(collection.search("smokel", &options).corrections[0].word, "smokkel");
/// assert!(collection.search("terrorisme", &options).hits.is_empty());
/// ```
#[derive(Debug)]
pub struct Collection {
    bytes: Arc<Vec<u8>>,
    index: Index,
    languages: Vec<Language>,
    n_documents: u32,
    fields: Vec<String>,
    /// Places of the fields whose texts are in the records.
    stored: Vec<usize>,
    facets: Facets,
    records: Records,
}

impl Collection {
    /// Opens a snapshot.
    ///
    /// # Errors
    ///
    /// See [`SnapshotError`]. Whatever the bytes are, there is never a panic, nor an answer from bytes that were damaged by accident.
    ///
    /// ```
    /// use empact_priorities::documents::{Collection, SnapshotError};
    ///
    /// assert_eq!(Collection::open(Vec::new()).unwrap_err(), SnapshotError::NotASnapshot);
    /// ```
    pub fn open(snapshot: Vec<u8>) -> Result<Self, SnapshotError> {
        let Some((magic, rest)) = snapshot.split_first_chunk::<8>() else { return Err(SnapshotError::NotASnapshot) };
        if magic != MAGIC {
            let is_ours = magic.get(..7) == MAGIC.get(..7);
            let version = magic.last().copied().unwrap_or(0);
            return Err(if is_ours { SnapshotError::OtherVersion(version) } else { SnapshotError::NotASnapshot });
        }
        let (sum, sections) = rest.split_first_chunk::<8>().ok_or(SnapshotError::Damaged)?;
        if u64::from_le_bytes(*sum) != checksum(sections) {
            return Err(SnapshotError::Damaged);
        }
        Self::read(Arc::new(snapshot)).ok_or(SnapshotError::Damaged)
    }

    fn read(bytes: Arc<Vec<u8>>) -> Option<Self> {
        let sections = split_sections(&bytes, HEADER..bytes.len(), N_SECTIONS)?;
        let place = |section: usize| sections.get(section).cloned();
        let mut settings = Reader::new(bytes.get(place(SETTINGS)?)?);
        let n_documents = settings.varint();
        let n_languages = (settings.varint() as usize).min(crate::index::MAX_FIELDS);
        let languages: Vec<Language> = (0..n_languages).map(|_| language_of_code(settings.byte())).collect();
        let mut names = |most: usize| {
            let n_names = (settings.varint() as usize).min(most);
            (0..n_names).map(|_| settings.text().to_owned()).collect::<Vec<String>>()
        };
        let (fields, facet_names) = (names(crate::index::MAX_FIELDS), names(MAX_FACETS));
        let n_stored = (settings.varint() as usize).min(fields.len());
        let stored: Vec<usize> = (0..n_stored).map(|_| settings.varint() as usize).collect();
        let facets = Facets::open(&bytes, place(FACETS)?, facet_names)?;
        // Only that many have bytes in it.
        let index = Index::open(&bytes, place(INDEX)?).filter(|index| index.n_documents() == n_documents)?;
        let records = Records {
            bytes: Arc::clone(&bytes),
            starts: place(RECORD_STARTS)?,
            bodies: place(RECORDS)?,
            n_documents,
            n_stored,
            has_languages: languages.len() > 1,
        };
        Some(Self { bytes, index, languages, n_documents, fields, stored, facets, records })
    }

    /// The bytes of the snapshot.
    pub fn snapshot(&self) -> &[u8] {
        &self.bytes
    }

    /// How many documents there are.
    pub const fn n_documents(&self) -> u32 {
        self.n_documents
    }

    /// The names of the facets.
    pub fn facets(&self) -> &[String] {
        self.facets.names()
    }

    /// The values of a facet, by number.
    pub fn values(&self, facet: usize) -> &[String] {
        self.facets.values(facet)
    }

    /// What is shown of a document; empty texts if there is no such document.
    pub fn record(&self, document: u32) -> Record<'_> {
        self.records.record(document)
    }

    /// The names of the fields.
    pub fn fields(&self) -> &[String] {
        &self.fields
    }

    /// The text of a document in a field; empty if the document has none, or if the field is not stored
    /// ([`Shape::stored`]).
    pub fn stored(&self, document: u32, field: usize) -> &str {
        let place = self.stored.iter().position(|stored| *stored == field);
        place.map_or("", |place| self.records.stored(document, place))
    }

    /// The values of a document in a facet, as numbers of [`Self::values`].
    pub fn values_of(&self, document: u32, facet: usize) -> Vec<u32> {
        self.facets.values_of(document, facet)
    }

    /// What stands in the index for a field.
    fn in_every_language(&self, field: usize) -> FieldMask {
        let n_languages = self.languages.len();
        let places = field * n_languages..(field + 1) * n_languages;
        FieldMask::of(places.filter_map(|place| u16::try_from(place).ok().map(FieldId)))
    }

    /// Searches the documents. `name:value` in the text restricts it to a field or a facet; see [`crate::query`].
    ///
    /// An empty text, or one with only filters and exclusions, lists the documents that pass, in document order, with scores of 0. A text
    /// with nothing to read finds none.
    pub fn search(&self, text: &str, options: &Options) -> Found {
        let mut query = self.query(text, options.last_word);
        let filters = self.facets.filters(&query, options);
        let passes = |document: u32, except: Option<usize>| self.facets.passes(&filters, document, except);
        // One tells whether any document has all words.
        let limit = if options.sort.is_some() { 1 } else { options.limit.saturating_add(options.offset).max(1) };
        let answer = self.ask(&mut query, options, limit, &|document| passes(document, None));
        let is_list = query.is_list();
        let is_counted = options.is_counted || !options.facets.is_empty();
        let is_asked = is_counted || options.sort.is_some();
        let matching = is_asked.then(|| answer.documents(&self.index));
        let count = |documents: &DocSet| {
            let mut total = 0;
            documents.each(&mut |document| total += u32::from(filters.is_empty() || passes(document, None)));
            total
        };
        let total = matching.as_ref().filter(|_| is_counted).map(count);
        let counted = options.facets.iter().map(|facet| match &matching {
            Some(matching) => {
                self.facets.count(*facet, matching, &|document| filters.is_empty() || passes(document, Some(*facet)))
            }
            None => Vec::new(),
        });
        let facets = counted.collect();
        let unranked = |document| Ranked { document, score: 0.0, concepts: ConceptSet::default() };
        let hits: Vec<Ranked> = match (options.sort, matching) {
            (Some((facet, direction)), Some(matching)) => {
                let sorted = self.facets.sorted(facet, direction, &matching, &|document| passes(document, None));
                let page: Vec<u32> = sorted.into_iter().skip(options.offset).take(options.limit).collect();
                let mut shown = DocSet::none(self.n_documents);
                for document in &page {
                    shown.insert(*document);
                }
                let ranked = answer.among(&self.index, &shown);
                let scored = |document: u32| ranked.iter().find(|ranked| ranked.document == document).copied();
                page.into_iter().map(|document| scored(document).unwrap_or_else(|| unranked(document))).collect()
            }
            _ if is_list => {
                let passing = (0..self.n_documents).filter(|it| answer.allows(*it) && passes(*it, None));
                passing.skip(options.offset).take(options.limit).map(unranked).collect()
            }
            _ => answer.matches.iter().skip(options.offset).take(options.limit).copied().collect(),
        };
        let corrections = answer.corrections(&self.index, &query, &|document, _, each| self.each_text(document, each));
        let mut notices = answer.notices;
        for filter in query.filters() {
            if !self.values(filter.name).iter().any(|known| known.eq_ignore_ascii_case(&filter.value)) {
                notices.push(Notice::new(NoticeCode::UnknownFilter, filter.span));
            }
        }
        Found { hits, total, facets, notices, corrections }
    }

    /// What to emphasise in the titles of documents, and a passage of a stored text of theirs; the text and the options are
    /// those of the search that found them.
    pub fn show(&self, text: &str, documents: &[u32], options: &Options) -> Vec<Shown<'_>> {
        let mut query = self.query(text, options.last_word);
        let answer = self.groups(&mut query, options);
        let mut marker = Marker::new(query, answer.related(&self.index));
        let mut shown = Vec::with_capacity(documents.len());
        for document in documents {
            let language = self.language_of(*document);
            let (mut best, mut most): (Option<Passage<'_>>, _) = (None, None);
            for field in &self.stored {
                let text = self.stored(*document, *field);
                let excerpt = marker.excerpt(text, language, EXCERPT_LENGTH);
                let merit = Some(excerpt.merit());
                if let Some(passage) = excerpt.span.of(text).filter(|passage| merit > most && !passage.is_empty()) {
                    most = merit;
                    let highlights = excerpt.marked();
                    let Excerpt { truncated_start, truncated_end, .. } = excerpt;
                    let field = self.fields.get(*field).map_or("", String::as_str);
                    best = Some(Passage { field, text: passage, highlights, truncated_start, truncated_end });
                }
            }
            let title = self.record(*document).title;
            shown.push(Shown { title, highlights: marker.highlight(title, language), excerpt: best });
        }
        shown
    }

    /// The language of a document.
    fn language_of(&self, document: u32) -> Language {
        self.languages.get(self.records.language(document)).copied().unwrap_or(Language::Other)
    }

    /// Queries that continue a text that is being typed, and the documents whose title has all its words, best first; at most `limit` of
    /// each. Titles are those in the field `title`; without such a field there are none.
    pub fn suggest(&self, text: &str, limit: usize) -> Suggestions {
        let options = Options { policy: Policy::All, ..Options::default() };
        let context = |mut before: Query| {
            if before.is_empty() {
                return None;
            }
            let answer = self.groups(&mut before, &options);
            let filters = self.facets.filters(&before, &options);
            let mut documents = DocSet::none(self.n_documents);
            answer.documents(&self.index).each(&mut |document| {
                if self.facets.passes(&filters, document, None) {
                    documents.insert(document);
                }
            });
            Some(documents)
        };
        let mut query = self.query(text, options.last_word);
        let mut titles = Vec::new();
        if let Some(title) = self.fields.iter().position(|field| field == "title") {
            let mut answer = self.groups(&mut query, &options);
            let filters = self.facets.filters(&query, &options);
            for group in &mut answer.groups {
                group.fields = group.fields.and(self.in_every_language(title));
            }
            let accept = |document: u32| answer.allows(document) && self.facets.passes(&filters, document, None);
            let scope = Scope { matching: Matching::All, among: None, accept: &accept, limit };
            let mut marker = Marker::new(query, answer.related(&self.index));
            for Ranked { document, .. } in rank(&self.index, &answer.groups, &scope, answer.parameters()) {
                titles.push((document, marker.highlight(self.record(document).title, self.language_of(document))));
            }
            query = marker.into_query();
        }
        let texts = |document, _, each: &mut dyn FnMut(&str)| self.each_text(document, each);
        Suggestions { queries: suggest(&self.index, text, query, &context, &texts, None, limit), titles }
    }

    /// Passes on the title and the stored texts of a document.
    fn each_text(&self, document: u32, each: &mut dyn FnMut(&str)) {
        each(self.record(document).title);
        for field in &self.stored {
            each(self.stored(document, *field));
        }
    }

    /// Reads a text as a query.
    fn query(&self, text: &str, last_word: LastWord) -> Query {
        let fields: Vec<&str> = self.fields.iter().map(String::as_str).collect();
        let facets: Vec<&str> = self.facets.names().iter().map(String::as_str).collect();
        Query::parse(text, &self.languages, last_word, &Syntax { fields: &fields, filters: &facets })
    }

    /// Answers a query without looking for documents, if it can: what is known of its words.
    fn groups(&self, query: &mut Query, options: &Options) -> search::Answer {
        // Whether any document has all words, only looking for it tells.
        self.ask(query, options, usize::from(options.policy == Policy::AllElseAny), &|_| true)
    }

    /// Answers a query with the best documents among those that `accept` lets through.
    fn ask(&self, query: &mut Query, options: &Options, limit: usize, accept: &dyn Fn(u32) -> bool) -> search::Answer {
        let settings = Settings {
            policy: options.policy,
            limit,
            typos: options.typos,
            fields: &|place| self.in_every_language(place),
            accept,
            ..Settings::default()
        };
        search::search(&self.index, query, &settings)
    }

    /// The number of the document with this id. Checks them one by one.
    pub fn find(&self, id: &str) -> Option<u32> {
        (0..self.n_documents).find(|document| self.record(*document).id == id)
    }

    /// Explains the score of a document; the text and the options are those of the search. `None` if it does not match its words.
    pub fn explain(&self, text: &str, document: u32, options: &Options) -> Option<Reason> {
        let mut query = self.query(text, options.last_word);
        let filters = self.facets.filters(&query, options);
        let answer = self.ask(&mut query, options, 1, &|document| self.facets.passes(&filters, document, None));
        let mut only = DocSet::none(self.n_documents);
        only.insert(document);
        let is_found = answer.allows(document) && self.facets.passes(&filters, document, None);
        answer.among(&self.index, &only).first().filter(|_| is_found)?;
        let field = |place: usize| self.fields.get(place / self.languages.len().max(1)).cloned().unwrap_or_default();
        Some(reason(&self.index, &answer, &query, document, &field))
    }
}

#[cfg(test)]
mod tests {
    //! 1. Filters and counts are those of a scan, with one value a document and with several.
    //! 2. A text without words lists what passes its filters and exclusions; the order of a facet is that of a sort of all matches, with the
    //!    scores that they have without it.
    //! 3. A snapshot in which any byte was changed, or that is cut off, is refused.
    //! 4. Each document is analysed in its own language, and a field is the same in all of them.
    //! 5. Texts that are kept come back, those that are not are empty; so do the values.
    //! 6. Records are those added; a document without an id is called by its number.
    //! 7. Fields beyond those that an index holds are left out, and what is saved without them can be opened.
    //! 8. How many documents match does not depend on how many are wanted.
    //! 9. The field is shown that answers the most words.
    //! 10. Behind other words, a word is completed if what begins with it is far more common.
    //! 11. A mistyped stop word is not taken for another word. Of equally close words the most common one is proposed.
    //! 12. Titles are suggested that have all words and pass the filters; queries, that follow in documents with all words before.
    //! 13. What is shown is marked by the rules of the document's language, and says where its text continues.
    //! 14. Typed values are read whatever their case, chosen ones to the letter; all filters hold together.
    //! 15. Pages follow each other without gap or overlap, whatever the order.
    //! 16. Values are counted most frequent first; empty ones are none, and there can be many.
    //! 17. An explanation is of what the search found, and names the fields as the portal does.
    //! 18. Another file, another release and a damaged snapshot are told apart.

    use super::*;
    use crate::bytes::length_u32;
    use proptest::prelude::*;

    fn snapshot(documents: &[(String, Vec<u8>)]) -> Vec<u8> {
        let fields = vec![("body".to_owned(), 1.0)];
        let facets = vec!["tag".to_owned()];
        let shape = Shape { languages: vec![Language::Dutch], fields, facets, stored: Vec::new() };
        let mut builder = DocumentsBuilder::new(shape);
        for (text, tags) in documents {
            let tags: Vec<String> = tags.iter().map(u8::to_string).collect();
            let values = vec![tags.iter().map(String::as_str).collect()];
            builder.add(&Document { id: text, title: text, texts: vec![text], values, ..Document::default() });
        }
        builder.finish()
    }

    #[test]
    fn claims_more_documents_than_it_holds() {
        let shape = Shape { fields: vec![("title".to_owned(), 1.0)], ..Shape::default() };
        let mut builder = DocumentsBuilder::new(shape);
        builder.add(&Document { id: "a", texts: vec!["fraude"], ..Document::default() });
        builder.add(&Document { id: "b", ..Document::default() });
        let mut snapshot = builder.finish();
        assert_eq!(Collection::open(snapshot.clone()).unwrap().n_documents(), 2);
        // The first number of the settings, behind the lengths of the sections.
        let at = HEADER + 4 + N_SECTIONS * 4;
        assert_eq!(std::mem::replace(&mut snapshot[at], 100), 2);
        let sum = checksum(&snapshot[HEADER..]).to_le_bytes();
        snapshot[HEADER - sum.len()..HEADER].copy_from_slice(&sum);
        assert_eq!(Collection::open(snapshot).unwrap_err(), SnapshotError::Damaged);
    }

    /// A title and a body that is stored, in Dutch and in English, and one facet.
    fn in_two_languages(facet: &str) -> Shape {
        Shape {
            languages: vec![Language::Dutch, Language::English],
            fields: vec![("title".to_owned(), 2.0), ("body".to_owned(), 1.0)],
            facets: vec![facet.to_owned()],
            stored: vec![1],
        }
    }

    /// Documents in two languages, each with a kind and a text that is kept.
    fn portal() -> Collection {
        let mut builder = DocumentsBuilder::new(in_two_languages("kind"));
        let long = "Over munitie. ".repeat(99);
        for (title, body, language, kind) in [
            ("Vuurwapens", "", Language::Dutch, "Gids"),
            ("Firearms policies", "One of several policies.", Language::English, "verslag"),
            ("Vuurwapens en munitie", &long, Language::Dutch, "verslag"),
            ("Havens", "Met vuurwapens", Language::Dutch, "verslag"),
        ] {
            let (texts, values) = (vec![title, body], vec![vec![kind]]);
            builder.add(&Document { title, language: Some(language), texts, values, ..Document::default() });
        }
        Collection::open(builder.finish()).unwrap()
    }

    #[test]
    fn titles_that_are_suggested() {
        let collection = portal();
        let titles = |text| collection.suggest(text, 9).titles.into_iter().map(|(title, _)| title).collect::<Vec<_>>();
        assert_eq!(titles("vuurwapens"), [0, 2], "a word in the body alone is not in the title");
        assert_eq!(titles("vuurwapens munitie"), [2], "all words are in the title");
        assert_eq!(titles("-munitie vuurwapens"), [0]);
        assert_eq!(titles("kind:verslag vuurwapens"), [2]);
        assert_eq!((titles("title:vuurwapens"), titles("title:vuurwapens munitie")), (vec![0, 2], vec![2]));
        assert_eq!(titles("body:vuurwapens"), [0; 0], "the body is no title");
        assert_eq!(titles("body:munitie vuurwapens"), [0; 0]);
    }

    #[test]
    fn suggestions_follow_all_words_before() {
        let texts = ["illegale wapens haven", "illegale handel", "wapens handel", "wapens handel"];
        let collection = Collection::open(snapshot(&texts.map(|text| (text.to_owned(), vec![])))).unwrap();
        assert_eq!(collection.suggest("illegale wapens ha", 9).queries[0].text, "illegale wapens haven");
    }

    #[test]
    fn what_is_shown() {
        let collection = portal();
        let options = Options { last_word: LastWord::Complete, ..Options::default() };
        let show = |text, document| collection.show(text, &[document], &options).remove(0);
        assert_eq!(show("vuurwapens", 0).excerpt, None, "there is no text to show");
        let passage = show("munitie", 2).excerpt.unwrap();
        assert_eq!((passage.truncated_start, passage.truncated_end), (false, true), "{}", passage.text);
    }

    #[test]
    fn forms_in_a_title_that_only_shows() {
        let languages = vec![Language::Dutch, Language::English];
        let fields = vec![("title".to_owned(), 1.0)];
        let mut builder = DocumentsBuilder::new(Shape { languages, fields, stored: vec![0], ..Shape::default() });
        for (title, text, language) in
            [("Netwerken", "netwerk", Language::Dutch), ("Policies", "policy", Language::English)]
        {
            builder.add(&Document { title, texts: vec![text], language: Some(language), ..Document::default() });
        }
        let collection = Collection::open(builder.finish()).unwrap();
        for (text, document) in [("netwerk", 0), ("policy", 1)] {
            let shown = collection.show(text, &[document], &Options::default()).remove(0).highlights;
            assert_eq!(shown.len(), 1, "{text}");
            assert_eq!(collection.suggest(text, 9).titles, [(document, shown)]);
        }
    }

    #[test]
    fn values_that_are_typed_and_chosen() {
        let collection = portal();
        let found = |text: &str, value: Option<&str>| {
            let filters = value.map(|value| (0, value.to_owned())).into_iter().collect();
            let found = collection.search(text, &Options { filters, ..Options::default() });
            (found.hits.len(), found.notices.len())
        };
        assert_eq!(found("kind:gids", None), (1, 0), "the case of what is typed does not matter");
        assert_eq!(found("kind:boek", None), (0, 1), "an unknown value is told");
        assert_eq!(
            (found("", Some("Gids")), found("", Some("gids"))),
            ((1, 0), (0, 0)),
            "a choice counts to the letter"
        );
        assert_eq!(found("vuurwapens -kind:gids", Some("verslag")), (2, 0), "filters of all kinds hold together");
    }

    #[test]
    fn counts_of_values() {
        let collection = portal();
        let counts = |text: &str, filters: &[(usize, &str)]| {
            let filters = filters.iter().map(|(facet, value)| (*facet, (*value).to_owned())).collect();
            let found = collection.search(text, &Options { filters, facets: vec![0], ..Options::default() });
            let name = |value: u32| collection.values(0)[value as usize].as_str();
            (found.total.unwrap(), found.facets[0].iter().map(|(value, n)| (name(*value), *n)).collect::<Vec<_>>())
        };
        assert_eq!(counts("", &[]), (4, vec![("verslag", 3), ("Gids", 1)]), "most frequent first");
        assert_eq!(counts("", &[(0, "Gids")]), (1, vec![("verslag", 3), ("Gids", 1)]), "a choice can be changed");
        assert_eq!(counts("kind:gids", &[]), (1, vec![("Gids", 1)]), "what is typed is part of the query");
        assert_eq!(counts("", &[(1, "Gids")]), (0, vec![]), "no document has a value in a facet that does not exist");
        let texts = [1, 1, 2].map(|tag| ("fraude".to_owned(), vec![tag]));
        let found =
            Collection::open(snapshot(&texts)).unwrap().search("", &Options { facets: vec![0], ..Options::default() });
        assert_eq!(found.facets, [[(0, 2), (1, 1)]]);
    }

    #[test]
    fn empty_values() {
        let shape =
            Shape { fields: vec![("title".to_owned(), 1.0)], facets: vec!["kind".to_owned()], ..Shape::default() };
        let mut builder = DocumentsBuilder::new(shape);
        builder.add(&Document { texts: vec!["fraude"], values: vec![vec!["", "gids"]], ..Document::default() });
        builder.add(&Document { texts: vec!["fraude"], values: vec![vec![""]], ..Document::default() });
        let collection = Collection::open(builder.finish()).unwrap();
        assert_eq!((collection.values(0), collection.values_of(1, 0)), (&["gids".to_owned()][..], vec![]));
    }

    #[test]
    fn many_values_and_facets() {
        let facets = (0..40).map(|facet| format!("facet{facet}")).collect();
        let mut builder =
            DocumentsBuilder::new(Shape { fields: vec![("title".to_owned(), 1.0)], facets, ..Shape::default() });
        let values: Vec<String> = (0..400).map(|value| value.to_string()).collect();
        for value in &values {
            builder.add(&Document { texts: vec!["fraude"], values: vec![vec![value]; 40], ..Document::default() });
        }
        let collection = Collection::open(builder.finish()).unwrap();
        assert_eq!(collection.facets().len(), MAX_FACETS, "those beyond are left out");
        for document in 0..400 {
            let of_last = collection.values_of(document, MAX_FACETS - 1);
            assert_eq!(
                of_last.iter().map(|value| &collection.values(MAX_FACETS - 1)[*value as usize]).collect::<Vec<_>>(),
                [&values[document as usize]]
            );
        }
    }

    #[test]
    fn nothing_can_be_found_without_fields() {
        let mut builder = DocumentsBuilder::new(Shape::default());
        builder.add(&Document { id: "a", title: "fraude", texts: vec!["fraude"], ..Document::default() });
        assert_eq!(Collection::open(builder.finish()).unwrap().n_documents(), 0);
    }

    #[test]
    fn suggestions_are_written_as_in_stored_texts() {
        let fields = ["title", "body"].map(|name| (name.to_owned(), 1.0)).to_vec();
        let mut builder = DocumentsBuilder::new(Shape { fields, stored: vec![1], ..Shape::default() });
        builder.add(&Document { title: "Raad", texts: vec!["Raad", "Het COSI vergadert"], ..Document::default() });
        let collection = Collection::open(builder.finish()).unwrap();
        assert_eq!(collection.suggest("cos", 9).queries[0].text, "COSI");
    }

    #[test]
    fn explanations_keep_to_the_filters_and_name_the_field() {
        let collection = portal();
        let options = Options { filters: vec![(0, "verslag".to_owned())], ..Options::default() };
        assert_eq!(collection.explain("vuurwapens", 0, &options), None, "it is not among the documents that pass");
        let words = |reason: &Reason| format!("{reason:?}");
        assert!(words(&collection.explain("vuurwapens", 3, &options).unwrap()).contains("in \\\"body\\\""));
        assert!(words(&collection.explain("policies", 1, &options).unwrap()).contains("in \\\"title\\\""));
    }

    #[test]
    fn pages_follow_each_other() {
        let texts = ["fraude", "fraude fraude handel", "handel fraude", "fraude fraude"];
        let documents: Vec<_> = (0..4).zip(texts).map(|(tag, text)| (text.to_owned(), vec![tag % 2])).collect();
        let collection = Collection::open(snapshot(&documents)).unwrap();
        for sort in [None, Some((0, Direction::Descending))] {
            for filters in [vec![], vec![(0, "1".to_owned())]] {
                let page = |offset, limit| {
                    let filters = filters.clone();
                    collection.search("fraude", &Options { limit, offset, filters, sort, ..Options::default() }).hits
                };
                let all = page(0, 9);
                assert_eq!(all.len(), if filters.is_empty() { 4 } else { 2 });
                for offset in 0..all.len() {
                    let expected: Vec<_> = all.iter().skip(offset).take(2).copied().collect();
                    assert_eq!(page(offset, 2), expected, "from {offset} on, {sort:?}");
                }
            }
        }
    }

    #[test]
    fn other_files_and_other_releases() {
        let error = |bytes: &[u8]| Collection::open(bytes.to_vec()).unwrap_err();
        assert_eq!(error(b"%PDF-1.7 and more"), SnapshotError::NotASnapshot);
        assert_eq!(error(b"EPXDOCS\x01 and more"), SnapshotError::OtherVersion(1));
        assert_eq!(error(MAGIC), SnapshotError::Damaged);
    }

    #[test]
    fn none_wanted() {
        let texts = ["fraude handel", "fraude", "handel"].map(|text| (text.to_owned(), vec![1]));
        let collection = Collection::open(snapshot(&texts)).unwrap();
        for policy in [Policy::All, Policy::Any, Policy::AllElseAny] {
            for text in ["fraude handel", "fraude terrorisme", "fraude", ""] {
                let answer = |limit: usize| {
                    let options = Options { limit, policy, facets: vec![0], ..Options::default() };
                    let found = collection.search(text, &options);
                    (found.hits.len(), found.total, found.facets, found.notices)
                };
                let (_, total, facets, notices) = answer(9);
                assert_eq!(answer(0), (0, total, facets, notices), "{text} {policy:?}");
            }
        }
    }

    #[test]
    fn more_fields_than_an_index_holds() {
        let fields = (0..200).map(|field| (format!("f{field}"), 1.0)).collect();
        let languages = vec![Language::Dutch, Language::English];
        let mut builder = DocumentsBuilder::new(Shape { languages, fields, stored: vec![1, 150], ..Shape::default() });
        builder.add(&Document { id: "a", texts: vec!["fraude"; 200], ..Document::default() });
        let collection = Collection::open(builder.finish()).unwrap();
        assert_eq!(collection.fields().len() * 2, crate::index::MAX_FIELDS);
        assert_eq!((collection.stored(0, 1), collection.stored(0, 150)), ("fraude", ""));
        assert_eq!(collection.search("f31:fraude", &Options::default()).hits.len(), 1);
    }

    #[test]
    fn passage_with_the_most_words() {
        let fields = ["summary", "body"].map(|name| (name.to_owned(), 1.0)).to_vec();
        let shape = Shape { fields, stored: vec![0, 1], ..Shape::default() };
        let mut builder = DocumentsBuilder::new(shape);
        builder
            .add(&Document { texts: vec!["fraude of fraude en fraude", "smokkel en fraude"], ..Document::default() });
        let collection = Collection::open(builder.finish()).unwrap();
        let field = |text| collection.show(text, &[0], &Options::default())[0].excerpt.clone().unwrap().field;
        assert_eq!((field("fraude smokkel"), field("fraude"), field("terrorisme")), ("body", "summary", "summary"));
    }

    #[test]
    fn beginnings_that_are_words() {
        let mut texts = vec![("bedoeld in artikel".to_owned(), vec![1]); 9];
        texts.push(("bedoeld in arti".to_owned(), vec![1]));
        let suggested = |texts: &[(String, Vec<u8>)]| {
            let collection = Collection::open(snapshot(texts)).unwrap();
            collection.suggest("bedoeld in arti", 9).queries.into_iter().map(|query| query.text).collect::<Vec<_>>()
        };
        assert_eq!(suggested(&texts), ["bedoeld in artikel"]);
        // As common as that, it is what was meant.
        assert_eq!(suggested(&texts[2..]), [""; 0]);
        // So it is up to an eighth of what is counted; what more documents have is a word.
        let of = |text: &str, n| vec![(text.to_owned(), vec![1]); n];
        let both =
            |n_complete, n_longer| [of("bedoeld in arti", n_complete), of("bedoeld in artikel", n_longer)].concat();
        assert_eq!(suggested(&both(124, 992)), [""; 0]);
        assert_eq!(suggested(&both(124, 993)), ["bedoeld in artikel"]);
        assert_eq!(suggested(&both(125, 3_000)), [""; 0]);
    }

    #[test]
    fn forms_are_suggested_once() {
        let texts = ["pc", "pc", "pc's"].map(|text| (text.to_owned(), vec![1]));
        let queries = Collection::open(snapshot(&texts)).unwrap().suggest("p", 9).queries;
        assert_eq!(queries.iter().map(|query| query.text.as_str()).collect::<Vec<_>>(), ["pc"]);
    }

    #[test]
    fn suggestions_follow_in_the_context() {
        let texts =
            [("illegale haven", 1), ("een handel, illegale", 1), ("illegale handel", 2), ("illegale handel", 2)];
        let collection = Collection::open(snapshot(&texts.map(|(text, tag)| (text.to_owned(), vec![tag])))).unwrap();
        let first = |text| collection.suggest(text, 9).queries[0].text.clone();
        assert_eq!(first("illegale ha"), "illegale handel");
        assert_eq!(first("tag:1 illegale ha"), "tag:1 illegale haven");
    }

    #[test]
    fn suggestions_are_counted_up_to_enough() {
        let texts = vec![("een handel".to_owned(), vec![1]); 1_001];
        let collection = Collection::open(snapshot(&texts)).unwrap();
        let count = |text| collection.suggest(text, 9).queries[0].n_documents;
        assert_eq!((count("han"), count("tag:1 han")), (crate::suggest::ENOUGH, crate::suggest::ENOUGH));
    }

    #[test]
    fn corrections_that_are_common() {
        let texts = ["handel", "hendel", "hendel"].map(|text| (text.to_owned(), vec![1]));
        let collection = Collection::open(snapshot(&texts)).unwrap();
        assert_eq!(collection.search("hindel", &Options::default()).corrections[0].word, "hendel");
    }

    #[test]
    fn mistyped_stop_words() {
        let texts = ["geven", "geen mens", "mensen", "waarbij een waarborg"].map(|text| (text.to_owned(), vec![1]));
        let collection = Collection::open(snapshot(&texts)).unwrap();
        let corrected = |text| collection.search(text, &Options::default()).corrections.len();
        assert_eq!([corrected("geeen"), corrected("gevven"), corrected("geeen mennsen")], [0, 1, 1]);
        // What only begins as a stop word does can go on otherwise.
        assert_eq!(corrected("waaarb"), 1);
    }

    #[test]
    fn languages_are_read_back() {
        let options = Options { last_word: LastWord::Complete, typos: Typos::Refused, ..Options::default() };
        for (language, text, query, n) in [
            (Language::Dutch, "wapens", "wapen", 1),
            (Language::English, "policies", "policy", 1),
            (Language::German, "Waffen", "waffe", 1),
            (Language::French, "l'organisation", "organiser", 1),
            (Language::Other, "Waffen", "waffe", 0),
        ] {
            let fields = vec![("body".to_owned(), 1.0)];
            let mut builder = DocumentsBuilder::new(Shape { languages: vec![language], fields, ..Shape::default() });
            builder.add(&Document { id: "a", texts: vec![text], ..Document::default() });
            let found = Collection::open(builder.finish()).unwrap().search(query, &options);
            assert_eq!(found.hits.len(), n, "{language:?}");
        }
    }

    #[test]
    fn languages_and_stored_texts() {
        let mut builder = DocumentsBuilder::new(in_two_languages("tag"));
        let documents = [
            ("a", None, "Vuurwapens", "Over handel"),
            ("b", Some(Language::English), "Policies", "On firearms trafficking"),
            ("c", Some(Language::Dutch), "Beleid", ""),
        ];
        for (id, language, title, body) in documents {
            let texts = vec![title, body];
            builder.add(&Document { id, title, language, texts, values: vec![vec![id, "all"]], ..Document::default() });
        }
        let collection = Collection::open(builder.finish()).unwrap();
        let find = |text: &str| {
            let options = Options { last_word: LastWord::Complete, ..Options::default() };
            let hits = collection.search(text, &options).hits;
            hits.iter().map(|hit| collection.record(hit.document).id.into_owned()).collect::<Vec<_>>()
        };
        assert_eq!(find("policy"), ["b"]);
        assert_eq!(find("wapens"), ["a"]);
        assert_eq!((find("body:firearm"), find("title:firearm")), (vec!["b".to_owned()], vec![]));
        assert_eq!(find("title:vuurwapen"), ["a"]);
        let stored = |field| (0..4).map(|document| collection.stored(document, field)).collect::<Vec<_>>();
        assert_eq!(stored(1), ["Over handel", "On firearms trafficking", "", ""]);
        assert_eq!(stored(0), ["", "", "", ""]);
        let values = collection.values_of(2, 0).into_iter().map(|value| collection.values(0)[value as usize].as_str());
        assert_eq!(values.collect::<Vec<_>>(), ["c", "all"]);
    }

    proptest! {
        #[test]
        fn counts(documents in prop::collection::vec(("(fraude|handel)( (fraude|smokkel))?", prop::collection::vec(0_u8..4, 0..3)), 1..30), chosen in 0_u8..4) {
            let collection = Collection::open(snapshot(&documents)).unwrap();
            let options = Options { facets: vec![0], filters: vec![(0, chosen.to_string())], limit: 99, ..Options::default() };
            let found = collection.search("fraude", &options);
            let matching: Vec<_> = documents.iter().filter(|(text, _)| text.contains("fraude")).collect();
            let expected = matching.iter().filter(|(_, tags)| tags.contains(&chosen)).count();
            prop_assert_eq!((found.total, found.hits.len()), (u32::try_from(expected).ok(), expected));
            // Values in the order in which they first occur; no other value, and none twice.
            let mut tags: Vec<u8> = Vec::new();
            documents.iter().flat_map(|(_, tags)| tags).for_each(|tag| if !tags.contains(tag) { tags.push(*tag) });
            prop_assert_eq!(collection.values(0), tags.iter().map(u8::to_string).collect::<Vec<_>>());
            let count = |tag: &u8| length_u32(matching.iter().filter(|(_, tags)| tags.contains(tag)).count());
            let mut counts: Vec<(u32, u32)> = (0..).zip(tags.iter().map(count)).filter(|(_, count)| *count > 0).collect();
            counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            prop_assert_eq!(&found.facets[0], &counts);
            for hit in &found.hits {
                prop_assert_eq!(&*collection.record(hit.document).id, &documents[hit.document as usize].0);
            }
        }

        #[test]
        fn lists(documents in prop::collection::vec(("(fraude|handel)( (fraude|smokkel))?", prop::collection::vec(0_u8..12, 0..3)), 1..30), chosen in 0_u8..12, offset in 0_usize..4, limit in 0_usize..9) {
            let collection = Collection::open(snapshot(&documents)).unwrap();
            let ids = |text: &str, options: Options| {
                let found = collection.search(text, &options).hits;
                found.into_iter().map(|hit| (hit.document, hit.score)).collect::<Vec<_>>()
            };
            let page = Options { limit, offset, ..Options::default() };
            let numbered = || (0_u32..).zip(&documents);
            let passing = numbered().filter(|(_, (text, tags))| tags.contains(&chosen) && !text.contains("handel"));
            let expected: Vec<(u32, f64)> = passing.map(|(number, _)| (number, 0.0)).skip(offset).take(limit).collect();
            prop_assert_eq!(&ids(&format!("tag:{chosen} -handel"), page.clone()), &expected);
            prop_assert_eq!(ids(" ", Options { filters: vec![(0, chosen.to_string())], limit: 99, ..Options::default() }).len(), numbered().filter(|(_, (_, tags))| tags.contains(&chosen)).count());
            prop_assert_eq!(ids("", page.clone()).len(), documents.len().saturating_sub(offset).min(limit));
            prop_assert!(ids("?!", page.clone()).is_empty());

            let everything = Options { limit: 99, ..Options::default() };
            for (direction, text) in [(Direction::Ascending, "fraude"), (Direction::Descending, "fraude handel"), (Direction::Ascending, "")] {
                let mut expected = ids(text, everything.clone());
                expected.sort_by_key(|(document, _)| {
                    let tags = &documents[*document as usize].1;
                    let key = match direction {
                        Direction::Ascending => tags.iter().min().map(|tag| i32::from(*tag)),
                        Direction::Descending => tags.iter().max().map(|tag| -i32::from(*tag)),
                    };
                    (key.is_none(), key, *document)
                });
                let expected: Vec<(u32, f64)> = expected.into_iter().skip(offset).take(limit).collect();
                prop_assert_eq!(ids(text, Options { sort: Some((0, direction)), ..page.clone() }), expected);
            }
        }

        #[test]
        fn records(ids in prop::collection::vec("[0-9]{0,2}|[a-z]{1,3}", 1..60), is_counting in any::<bool>()) {
            let id = |number: usize| if is_counting { number.to_string() } else { ids[number].clone() };
            let documents: Vec<_> = (0..ids.len()).map(|number| (id(number), vec![])).collect();
            let collection = Collection::open(snapshot(&documents)).unwrap();
            for (number, (id, _)) in (0..).zip(&documents) {
                let expected = if id.is_empty() { number.to_string() } else { id.clone() };
                prop_assert_eq!(collection.record(number), Record { id: expected.into(), title: id, url: "" });
            }
            prop_assert_eq!(collection.record(length_u32(ids.len())), Record { id: "".into(), title: "", url: "" });
        }

        #[test]
        fn damage(at in any::<prop::sample::Index>(), bit in 0_u8..8) {
            let good = snapshot(&[("fraude".to_owned(), vec![1]), ("handel".to_owned(), vec![])]);
            let at = at.index(good.len());
            let mut bad = good.clone();
            bad[at] ^= 1 << bit;
            prop_assert!(Collection::open(bad).is_err());
            prop_assert!(Collection::open(good[..at].to_vec()).is_err());
        }
    }
}

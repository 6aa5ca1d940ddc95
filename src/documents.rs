//! Which documents does a portal bring along, and which of them answer a query?
//!
//! A collection is one file, a *snapshot*: the index, what is shown of each document, and its facets. It is used as it lies in memory, so
//! that opening it takes as long as copying it and adding up its checksum.
//!
//! ```text
//! "EPXDOCS" version │ checksum of what follows │ sections: settings, index, where the records stand, records, facets
//! record of a document   id, title, address
//! facet                  values, then a column: one number a document, or several
//! ```

use crate::analysis::Language;
use crate::bytes::{
    Reader, Runs, RunsWriter, checksum, join_sections, length_u32, push_bytes, push_varint, split_sections,
};
use crate::index::{FieldId, FieldMask, FieldSpec, Index, IndexBuilder};
use crate::order::sort;
use crate::query::{LastWord, Notice, Query, Syntax};
use crate::rank::{Documents, Parameters, Ranked, Typos};
use crate::search::{self, Policy, Settings};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// What a snapshot begins with; the last byte is the version of the format.
const MAGIC: &[u8; 8] = b"EPXDOCS\x01";
/// Bytes before the sections: the magic and the checksum.
const HEADER: usize = 16;

const N_SECTIONS: usize = 5;
const SETTINGS: usize = 0;
const INDEX: usize = 1;
const RECORD_RUNS: usize = 2;
const RECORDS: usize = 3;
const FACETS: usize = 4;

/// Most facets of a collection.
pub const MAX_FACETS: usize = 32;

/// Why bytes are no snapshot that can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SnapshotError {
    /// They are something else.
    NotASnapshot,
    /// Another release wrote them in another format.
    OtherVersion(u8),
    /// They are cut off or changed.
    Damaged,
}

impl fmt::Display for SnapshotError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::NotASnapshot => "this is no snapshot of documents; make one with `DocumentIndex.build`",
            Self::OtherVersion(_) => "the snapshot was made by another release; make it anew with this one",
            Self::Damaged => "the snapshot is damaged: its checksum differs; download or make it again",
        })
    }
}

impl std::error::Error for SnapshotError {}

/// What is searched in the documents of a collection.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// The language of all texts.
    pub language: Language,
    /// The fields with their weights; see [`FieldSpec::weight`].
    pub fields: Vec<(String, f64)>,
    /// Names of the facets; at most [`MAX_FACETS`].
    pub facets: Vec<String>,
}

/// A document as it is added.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document<'d> {
    /// What it is called in answers.
    pub id: &'d str,
    /// Shown.
    pub title: &'d str,
    /// Its address; can be empty.
    pub url: &'d str,
    /// The texts of the fields, in the order of [`Shape::fields`].
    pub texts: Vec<&'d str>,
    /// The values of the facets, in the order of [`Shape::facets`].
    pub values: Vec<Vec<&'d str>>,
}

/// The values of one facet while they are collected.
#[derive(Debug, Default)]
struct Values {
    numbers: BTreeMap<String, u32>,
    texts: Vec<String>,
    /// Per document.
    columns: Vec<Vec<u32>>,
}

/// Collects documents.
///
/// ```
/// use empact_priorities::analysis::Language;
/// use empact_priorities::documents::{Document, DocumentsBuilder, Collection, Options, Shape};
///
/// let fields = vec![("title".to_owned(), 3.0), ("body".to_owned(), 1.0)];
/// let shape = Shape { language: Language::Dutch, fields, facets: vec!["kind".to_owned()] };
/// let mut builder = DocumentsBuilder::new(&shape);
/// builder.add(&Document {
///     id: "a",
///     title: "Handreiking accijnsfraude",
///     url: "/a",
///     texts: vec!["Handreiking accijnsfraude", "Voor de douane."],
///     values: vec![vec!["guide"]],
/// });
/// let collection = Collection::open(builder.finish()).unwrap();
/// let answer = collection.search("fraude", &Options { facets: vec![0], ..Options::default() });
/// assert_eq!(collection.record(answer.hits[0].document).id, "a");
/// assert_eq!((answer.total, answer.facets[0].as_slice()), (Some(1), &[(0, 1)][..]));
/// assert!(Collection::open(b"something else".to_vec()).is_err());
/// ```
#[derive(Debug)]
pub struct DocumentsBuilder {
    shape: Shape,
    index: IndexBuilder,
    records: Vec<u8>,
    record_runs: RunsWriter,
    values: Vec<Values>,
    n_documents: u32,
}

/// How much the length of a text counts against it. Titles and summaries are the first fields, and are long or short for reasons of
/// their own.
const LENGTH_NORMALISATION: f64 = 0.75;

impl DocumentsBuilder {
    /// Starts a collection of this shape.
    pub fn new(shape: &Shape) -> Self {
        let mut shape = shape.clone();
        shape.facets.truncate(MAX_FACETS);
        let (language, b) = (shape.language, LENGTH_NORMALISATION);
        let fields = shape.fields.iter().map(|(_, weight)| FieldSpec { weight: *weight, language, b });
        Self {
            index: IndexBuilder::new(fields.collect()),
            records: Vec::new(),
            record_runs: RunsWriter::default(),
            values: shape.facets.iter().map(|_| Values::default()).collect(),
            shape,
            n_documents: 0,
        }
    }

    /// Adds a document; its number is how many came before it.
    pub fn add(&mut self, document: &Document<'_>) {
        let number = self.n_documents;
        for (field, text) in (0..).zip(&document.texts) {
            self.index.add(number, FieldId(field), text);
        }
        let start = self.records.len();
        for text in [document.id, document.title, document.url] {
            push_bytes(&mut self.records, text.as_bytes());
        }
        self.record_runs.push(self.records.len() - start);
        for (place, values) in self.values.iter_mut().enumerate() {
            let mut column = Vec::new();
            for value in document.values.get(place).into_iter().flatten().filter(|value| !value.is_empty()) {
                let number = *values.numbers.entry((*value).to_owned()).or_insert_with(|| {
                    values.texts.push((*value).to_owned());
                    length_u32(values.texts.len() - 1)
                });
                if !column.contains(&number) {
                    column.push(number);
                }
            }
            values.columns.push(column);
        }
        self.n_documents += 1;
    }

    /// How many documents there are.
    pub const fn n_documents(&self) -> u32 {
        self.n_documents
    }

    /// The snapshot.
    pub fn finish(self) -> Vec<u8> {
        let mut settings = Vec::new();
        push_varint(&mut settings, self.n_documents);
        settings.push(match self.shape.language {
            Language::Dutch => 0,
            Language::English => 1,
            Language::Other => 2,
        });
        push_varint(&mut settings, length_u32(self.shape.fields.len()));
        for (name, _) in &self.shape.fields {
            push_bytes(&mut settings, name.as_bytes());
        }
        push_varint(&mut settings, length_u32(self.shape.facets.len()));
        for name in &self.shape.facets {
            push_bytes(&mut settings, name.as_bytes());
        }
        let index = self.index.finish();
        let facets: Vec<Vec<u8>> = self.values.iter().map(pack_values).collect();
        let facets: Vec<&[u8]> = facets.iter().map(Vec::as_slice).collect();
        let sections = join_sections(&[
            &settings,
            index.as_ref(),
            &self.record_runs.finish(),
            &self.records,
            &join_sections(&facets),
        ]);
        let mut snapshot = Vec::with_capacity(sections.len() + HEADER);
        snapshot.extend_from_slice(MAGIC);
        snapshot.extend_from_slice(&checksum(&sections).to_le_bytes());
        snapshot.extend_from_slice(&sections);
        snapshot
    }
}

/// Values, then the column: `width` bytes a document if each has one value or none (0 stands for none), else `width` 0 and a list of
/// varints a document.
fn pack_values(values: &Values) -> Vec<u8> {
    let mut head = Vec::new();
    push_varint(&mut head, length_u32(values.texts.len()));
    for text in &values.texts {
        push_bytes(&mut head, text.as_bytes());
    }
    let is_single = values.columns.iter().all(|column| column.len() <= 1);
    let (mut runs, mut lists) = (RunsWriter::default(), Vec::new());
    for column in &values.columns {
        let number = column.first().map_or(0, |number| number + 1);
        if is_single && values.texts.len() < 255 {
            lists.push(u8::try_from(number).unwrap_or(0));
        } else {
            let start = lists.len();
            for number in column {
                push_varint(&mut lists, number + 1);
            }
            runs.push(lists.len() - start);
        }
    }
    join_sections(&[&head, &runs.finish(), &lists])
}

/// How documents are searched.
#[derive(Debug, Clone)]
pub struct Options {
    /// At most so many hits.
    pub limit: usize,
    /// Skip so many.
    pub offset: usize,
    /// Which documents match.
    pub policy: Policy,
    /// Whether mistyped words find something.
    pub typos: Typos,
    /// Whether the last word is still being typed.
    pub last_word: LastWord,
    /// Places of the facets to count. Any makes the total exact.
    pub facets: Vec<usize>,
    /// Place of a facet and a value: within one facet any of them, of each facet named one.
    pub filters: Vec<(usize, String)>,
    /// Whether to say how many documents match.
    pub is_counted: bool,
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
        }
    }
}

/// The documents that answer a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The hits asked for, best first.
    pub hits: Vec<Ranked>,
    /// How many documents match, if that was counted.
    pub total: Option<u32>,
    /// For each facet asked for: values with the number of matching documents, counted as if nothing were chosen in this facet. Most
    /// frequent first, then in the order of the values.
    pub facets: Vec<Vec<(u32, u32)>>,
    /// What was left out of the query.
    pub notices: Vec<Notice>,
}

/// What is shown of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Record<'c> {
    /// What it is called.
    pub id: &'c str,
    /// Its title.
    pub title: &'c str,
    /// Its address; can be empty.
    pub url: &'c str,
}

/// A facet of a collection.
#[derive(Debug)]
struct Facet {
    values: Vec<String>,
    runs: Range<usize>,
    lists: Range<usize>,
}

impl Facet {
    /// Hands over the values of a document in a facet.
    #[inline(always)]
    fn each_value(&self, runs: &Runs<'_>, lists: &[u8], document: u32, each: &mut dyn FnMut(u32)) {
        if runs.is_empty() {
            if let Some(number) = lists.get(document as usize).and_then(|number| number.checked_sub(1)) {
                each(u32::from(number));
            }
            return;
        }
        let mut reader = Reader::new(lists.get(runs.range(document)).unwrap_or_default());
        while !reader.is_at_end() {
            if let Some(number) = reader.varint().checked_sub(1).filter(|number| (*number as usize) < self.values.len())
            {
                each(number);
            }
        }
    }
}

/// Documents that can be searched.
#[derive(Debug)]
pub struct Collection {
    bytes: Arc<Vec<u8>>,
    index: Index,
    language: Language,
    n_documents: u32,
    fields: Vec<String>,
    facet_names: Vec<String>,
    facets: Vec<Facet>,
    record_runs: Range<usize>,
    records: Range<usize>,
}

impl Collection {
    /// Opens a snapshot.
    ///
    /// # Errors
    ///
    /// See [`SnapshotError`]. Whatever the bytes are: never a panic, and never an answer from bytes that are not those written.
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
        let shifted = |place: Range<usize>, by: usize| place.start + by..place.end + by;
        let sections = split_sections(bytes.get(HEADER..)?, N_SECTIONS)?;
        let place = |section: usize| sections.get(section).cloned().map(|place| shifted(place, HEADER));
        let mut settings = Reader::new(bytes.get(place(SETTINGS)?)?);
        let n_documents = settings.varint();
        let language = match settings.byte() {
            0 => Language::Dutch,
            1 => Language::English,
            _ => Language::Other,
        };
        let mut names = |most: usize| {
            let n_names = (settings.varint() as usize).min(most);
            (0..n_names).map(|_| settings.text().to_owned()).collect::<Vec<String>>()
        };
        let (fields, facet_names) = (names(crate::index::MAX_FIELDS), names(MAX_FACETS));
        let outer = place(FACETS)?;
        let mut facets = Vec::new();
        for facet in split_sections(bytes.get(outer.clone())?, facet_names.len())? {
            let facet = shifted(facet, outer.start);
            let parts = split_sections(bytes.get(facet.clone())?, 3)?;
            let [head, runs, lists] = <[Range<usize>; 3]>::try_from(parts).ok()?.map(|part| shifted(part, facet.start));
            let mut reader = Reader::new(bytes.get(head)?);
            let n_values = reader.varint();
            let mut values = Vec::new();
            for _ in 0..n_values {
                if reader.is_at_end() {
                    return None;
                }
                values.push(reader.text().to_owned());
            }
            facets.push(Facet { values, runs, lists });
        }
        let index = Index::open(&bytes, place(INDEX)?)?;
        let (record_runs, records) = (place(RECORD_RUNS)?, place(RECORDS)?);
        Some(Self { bytes, index, language, n_documents, fields, facet_names, facets, record_runs, records })
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
        &self.facet_names
    }

    /// The values of a facet, by number.
    pub fn values(&self, facet: usize) -> &[String] {
        self.facets.get(facet).map_or(&[], |facet| &facet.values)
    }

    /// What is shown of a document; empty texts if there is no such one.
    pub fn record(&self, document: u32) -> Record<'_> {
        let runs = Runs::open(self.bytes.get(self.record_runs.clone()).unwrap_or_default());
        let records = self.bytes.get(self.records.clone()).unwrap_or_default();
        let mut reader = Reader::new(records.get(runs.range(document)).unwrap_or_default());
        Record { id: reader.text(), title: reader.text(), url: reader.text() }
    }

    fn columns(&self, facet: &Facet) -> (Runs<'_>, &[u8]) {
        let bytes = |place: &Range<usize>| self.bytes.get(place.clone()).unwrap_or_default();
        (Runs::open(bytes(&facet.runs)), bytes(&facet.lists))
    }

    /// Searches the documents. `name:value` in the text restricts it to a field or a facet; see [`crate::query`].
    pub fn search(&self, text: &str, options: &Options) -> Found {
        let fields: Vec<&str> = self.fields.iter().map(String::as_str).collect();
        let facets: Vec<&str> = self.facet_names.iter().map(String::as_str).collect();
        let syntax = Syntax { fields: &fields, filters: &facets };
        let mut query = Query::parse(text, &[self.language], options.last_word, &syntax);
        // Facet, whether its values are excluded, and which values are meant.
        let mut filters: Vec<(usize, bool, Vec<bool>)> = Vec::new();
        let typed = query.filters().iter().map(|filter| (filter.name, filter.is_excluded, filter.value.as_str()));
        let chosen = options.filters.iter().map(|(facet, value)| (*facet, false, value.as_str()));
        for (facet, is_excluded, value) in typed.chain(chosen) {
            let values = self.values(facet);
            let is_value = values.iter().map(|known| known.eq_ignore_ascii_case(value));
            match filters.iter_mut().find(|(known, excluded, _)| (*known, *excluded) == (facet, is_excluded)) {
                Some((.., meant)) => meant.iter_mut().zip(is_value).for_each(|(meant, is)| *meant |= is),
                None => filters.push((facet, is_excluded, is_value.collect())),
            }
        }
        let passes = |document: u32, except: Option<usize>| {
            let asked = filters.iter().filter(|(facet, is_excluded, _)| *is_excluded || except != Some(*facet));
            asked.into_iter().all(|(facet, is_excluded, meant)| {
                let Some(facet) = self.facets.get(*facet) else { return false };
                let (runs, lists) = self.columns(facet);
                let has_value = Cell::new(false);
                facet.each_value(&runs, lists, document, &mut |value| {
                    has_value.set(has_value.get() || meant.get(value as usize).copied().unwrap_or(false));
                });
                has_value.get() != *is_excluded
            })
        };
        let settings = Settings {
            policy: options.policy,
            limit: options.limit.saturating_add(options.offset),
            typos: options.typos,
            parameters: Parameters::default(),
            fields: &|place| u16::try_from(place).map_or(FieldMask::ALL, |field| FieldMask::of(&[FieldId(field)])),
            accept: &|document| passes(document, None),
        };
        let answer = search::search(&self.index, &mut query, &settings);
        let is_counted = options.is_counted || !options.facets.is_empty();
        let matching = is_counted.then(|| answer.documents(&self.index));
        let count = |documents: &Documents| {
            let mut total = 0;
            documents.each(&mut |document| total += u32::from(filters.is_empty() || passes(document, None)));
            total
        };
        let total = matching.as_ref().map(count);
        let counted = options.facets.iter().map(|facet| match &matching {
            Some(matching) => {
                self.count(*facet, matching, &|document| filters.is_empty() || passes(document, Some(*facet)))
            }
            None => Vec::new(),
        });
        let facets = counted.collect();
        Found {
            hits: answer.matches.into_iter().skip(options.offset).collect(),
            total,
            facets,
            notices: answer.notices,
        }
    }

    /// How many of the documents have each value of a facet.
    fn count(&self, facet: usize, documents: &Documents, accept: &dyn Fn(u32) -> bool) -> Vec<(u32, u32)> {
        let Some(facet) = self.facets.get(facet) else { return Vec::new() };
        let (runs, lists) = self.columns(facet);
        let mut counts = vec![0_u32; facet.values.len()];
        documents.each(&mut |document| {
            if accept(document) {
                facet.each_value(&runs, lists, document, &mut |value| {
                    if let Some(count) = counts.get_mut(value as usize) {
                        *count += 1;
                    }
                });
            }
        });
        let mut counts: Vec<(u32, u32)> = (0..).zip(counts).filter(|(_, count)| *count > 0).collect();
        sort(&mut counts, &|one, other| other.1.cmp(&one.1));
        counts
    }
}

#[cfg(test)]
mod tests {
    //! 1. Filters and counts are those of a scan, with one value a document and with several.
    //! 2. A snapshot in which any byte was changed, or that is cut off, is refused.

    use super::*;
    use proptest::prelude::*;

    fn snapshot(documents: &[(String, Vec<u8>)]) -> Vec<u8> {
        let fields = vec![("body".to_owned(), 1.0)];
        let shape = Shape { language: Language::Dutch, fields, facets: vec!["tag".to_owned()] };
        let mut builder = DocumentsBuilder::new(&shape);
        for (text, tags) in documents {
            let tags: Vec<String> = tags.iter().map(u8::to_string).collect();
            let values = vec![tags.iter().map(String::as_str).collect()];
            builder.add(&Document { id: text, title: text, url: "", texts: vec![text], values });
        }
        builder.finish()
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
            for (value, count) in &found.facets[0] {
                let tag: u8 = collection.values(0)[*value as usize].parse().unwrap();
                prop_assert_eq!(*count as usize, matching.iter().filter(|(_, tags)| tags.contains(&tag)).count());
            }
            for hit in &found.hits {
                prop_assert_eq!(collection.record(hit.document).id, &documents[hit.document as usize].0);
            }
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

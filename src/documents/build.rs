//! Documents become a snapshot.

use super::{HEADER, MAGIC, MAX_FACETS, RECORD_STEP};
use crate::analysis::Language;
use crate::bytes::{RunsWriter, checksum, digits, join_sections, length_u32, push_bytes, push_u32, push_varint};
use crate::index::{FieldId, FieldSpec, IndexBuilder, language_code};
use crate::words::Words;

/// What is searched in the documents of a collection.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shape {
    /// The languages of the documents, each once: every document is in one of them. A field counts once for each language in the
    /// index, which can have [`crate::index::MAX_FIELDS`].
    pub languages: Vec<Language>,
    /// The fields with their weights; see [`FieldSpec::weight`].
    pub fields: Vec<(String, f64)>,
    /// Places of the fields whose texts are stored, so that they can be shown.
    pub stored: Vec<usize>,
    /// Names of the facets; at most [`MAX_FACETS`].
    pub facets: Vec<String>,
}

impl Shape {
    /// Adds a language, unless it is there already.
    pub fn add_language(&mut self, language: Language) {
        if !self.languages.contains(&language) {
            self.languages.push(language);
        }
    }
}

/// A document as it is added.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document<'d> {
    /// Its id in answers; if empty, the number of the document.
    pub id: &'d str,
    /// Its title, which is shown.
    pub title: &'d str,
    /// Its URL; can be empty.
    pub url: &'d str,
    /// The language of its texts. If it is none of [`Shape::languages`], the first of those.
    pub language: Option<Language>,
    /// The texts of the fields, in the order of [`Shape::fields`].
    pub texts: Vec<&'d str>,
    /// The values of the facets, in the order of [`Shape::facets`].
    pub values: Vec<Vec<&'d str>>,
}

/// The values of one facet while they are collected.
#[derive(Debug, Default)]
struct Values {
    texts: Words,
    /// Per value: one more than the last document that has it.
    seen: Vec<u32>,
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
/// let shape = Shape { languages: vec![Language::Dutch], fields, facets: vec!["kind".to_owned()], stored: vec![1] };
/// let mut builder = DocumentsBuilder::new(&shape);
/// builder.add(&Document {
///     id: "a",
///     title: "Handreiking accijnsfraude",
///     url: "/a",
///     texts: vec!["Handreiking accijnsfraude", "Voor de douane."],
///     values: vec![vec!["guide"]],
///     ..Document::default()
/// });
/// let collection = Collection::open(builder.finish()).unwrap();
/// let answer = collection.search("fraude", &Options { facets: vec![0], ..Options::default() });
/// assert_eq!(collection.record(answer.hits[0].document).id, "a");
/// assert_eq!(collection.stored(answer.hits[0].document, 1), "Voor de douane.");
/// assert_eq!((answer.total, answer.facets[0].as_slice()), (Some(1), &[(0, 1)][..]));
/// assert!(Collection::open(b"something else".to_vec()).is_err());
/// ```
#[derive(Debug)]
pub struct DocumentsBuilder {
    shape: Shape,
    index: IndexBuilder,
    records: Vec<u8>,
    record_starts: Vec<u8>,
    values: Vec<Values>,
    n_documents: u32,
}

impl DocumentsBuilder {
    /// Starts a collection of this shape.
    pub fn new(shape: &Shape) -> Self {
        let mut shape = shape.clone();
        shape.facets.truncate(MAX_FACETS);
        if shape.languages.is_empty() {
            shape.add_language(Language::Other);
        }
        let mut stored = Vec::new();
        for field in shape.stored {
            if field < shape.fields.len() && !stored.contains(&field) {
                stored.push(field);
            }
        }
        shape.stored = stored;
        let fields = shape.fields.iter().flat_map(|(_, weight)| {
            let field = |language: &Language| FieldSpec { weight: *weight, language: *language, length_share: 1.0 };
            shape.languages.iter().map(field)
        });
        Self {
            index: IndexBuilder::new(fields.collect()),
            records: Vec::new(),
            record_starts: Vec::new(),
            values: shape.facets.iter().map(|_| Values::default()).collect(),
            shape,
            n_documents: 0,
        }
    }

    /// Adds a document; its number is how many came before it. Documents beyond [`crate::index::MAX_DOCUMENTS`] are left out, and so are all
    /// if there are no fields.
    pub fn add(&mut self, document: &Document<'_>) {
        let number = self.n_documents;
        if number >= crate::index::MAX_DOCUMENTS || self.shape.fields.is_empty() {
            return;
        }
        let languages = &self.shape.languages;
        let language = languages.iter().position(|known| Some(*known) == document.language).unwrap_or(0);
        let nothing = [""];
        let texts = if document.texts.is_empty() { &nothing[..] } else { &document.texts };
        for (field, text) in texts.iter().enumerate() {
            if let Ok(place) = u16::try_from(field * languages.len() + language) {
                self.index.add(number, FieldId(place), text);
            }
        }
        if number.is_multiple_of(RECORD_STEP) {
            push_u32(&mut self.record_starts, length_u32(self.records.len()));
        }
        let id = if document.id == digits(number) { "" } else { document.id };
        let stored = self.shape.stored.iter().map(|field| document.texts.get(*field).copied().unwrap_or(""));
        for text in [id, document.title, document.url].into_iter().chain(stored) {
            push_bytes(&mut self.records, text.as_bytes());
        }
        if languages.len() > 1 {
            push_bytes(&mut self.records, &[u8::try_from(language).unwrap_or(0)]);
        }
        for (place, values) in self.values.iter_mut().enumerate() {
            let mut column = Vec::new();
            for value in document.values.get(place).into_iter().flatten().filter(|value| !value.is_empty()) {
                let number = values.texts.number_of(value);
                if number as usize == values.seen.len() {
                    values.seen.push(0);
                }
                if let Some(seen) = values.seen.get_mut(number as usize).filter(|seen| **seen <= self.n_documents) {
                    *seen = self.n_documents + 1;
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
        push_varint(&mut settings, length_u32(self.shape.languages.len()));
        settings.extend(self.shape.languages.iter().map(|language| language_code(*language)));
        push_varint(&mut settings, length_u32(self.shape.fields.len()));
        for (name, _) in &self.shape.fields {
            push_bytes(&mut settings, name.as_bytes());
        }
        push_varint(&mut settings, length_u32(self.shape.facets.len()));
        for name in &self.shape.facets {
            push_bytes(&mut settings, name.as_bytes());
        }
        push_varint(&mut settings, length_u32(self.shape.stored.len()));
        for field in &self.shape.stored {
            push_varint(&mut settings, length_u32(*field));
        }
        let index = self.index.finish();
        let facets: Vec<Vec<u8>> = self.values.iter().map(pack_values).collect();
        let facets: Vec<&[u8]> = facets.iter().map(Vec::as_slice).collect();
        let sections =
            join_sections(&[&settings, index.as_ref(), &self.record_starts, &self.records, &join_sections(&facets)]);
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
    push_varint(&mut head, length_u32(values.seen.len()));
    for number in 0..values.seen.len() {
        push_bytes(&mut head, values.texts.word(number).as_bytes());
    }
    let is_single = values.columns.iter().all(|column| column.len() <= 1);
    let (mut runs, mut lists) = (RunsWriter::default(), Vec::new());
    for column in &values.columns {
        let number = column.first().map_or(0, |number| number + 1);
        if is_single && values.seen.len() < 255 {
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

//! Documents become a snapshot.

use super::facets::FacetWriter;
use super::records::RecordsWriter;
use super::{HEADER, MAGIC, MAX_FACETS};
use crate::analysis::Language;
use crate::bytes::{checksum, join_sections, length_u32, push_bytes, push_varint};
use crate::index::{FieldId, FieldSpec, IndexBuilder, language_code};

/// What is searched in the documents of a collection.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shape {
    /// The languages of the documents, each once: every document is in one of them. A field counts once for each language in the
    /// index, which can have [`crate::index::MAX_FIELDS`]; fields beyond that are left out.
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

/// Collects documents.
///
/// ```
/// use empact_priorities::analysis::Language;
/// use empact_priorities::documents::{Document, DocumentsBuilder, Collection, Options, Shape};
///
/// let fields = vec![("title".to_owned(), 3.0), ("body".to_owned(), 1.0)];
/// let shape = Shape { languages: vec![Language::Dutch], fields, facets: vec!["kind".to_owned()], stored: vec![1] };
/// let mut builder = DocumentsBuilder::new(shape);
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
    records: RecordsWriter,
    facets: Vec<FacetWriter>,
    n_documents: u32,
}

impl DocumentsBuilder {
    /// Starts a collection of this shape.
    pub fn new(mut shape: Shape) -> Self {
        shape.facets.truncate(MAX_FACETS);
        if shape.languages.is_empty() {
            shape.add_language(Language::Other);
        }
        shape.fields.truncate(crate::index::MAX_FIELDS / shape.languages.len());
        let mut stored = Vec::new();
        for field in shape.stored {
            if field < shape.fields.len() && !stored.contains(&field) {
                stored.push(field);
            }
        }
        shape.stored = stored;
        let mut fields = Vec::new();
        for (_, weight) in &shape.fields {
            for language in &shape.languages {
                fields.push(FieldSpec { weight: *weight, language: *language, length_share: 1.0 });
            }
        }
        Self {
            index: IndexBuilder::new(fields),
            records: RecordsWriter::default(),
            facets: shape.facets.iter().map(|_| FacetWriter::default()).collect(),
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
        self.records.push(number, document, &self.shape.stored, (languages.len() > 1).then_some(language));
        for (place, facet) in self.facets.iter_mut().enumerate() {
            facet.push(document.values.get(place).map_or(&[], Vec::as_slice));
        }
        self.n_documents += 1;
    }

    /// The names of the facets.
    #[cfg(feature = "priorities")]
    pub(crate) fn facets(&self) -> &[String] {
        &self.shape.facets
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
        let index = self.index.into_bytes();
        let facets: Vec<Vec<u8>> = self.facets.iter().map(FacetWriter::finish).collect();
        let facets: Vec<&[u8]> = facets.iter().map(Vec::as_slice).collect();
        let records = self.records;
        let sections = join_sections(&[&settings, &index, &records.starts, &records.bodies, &join_sections(&facets)]);
        let mut snapshot = Vec::with_capacity(sections.len() + HEADER);
        snapshot.extend_from_slice(MAGIC);
        snapshot.extend_from_slice(&checksum(&sections).to_le_bytes());
        snapshot.extend_from_slice(&sections);
        snapshot
    }
}

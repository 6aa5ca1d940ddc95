//! How does an answer cross to JavaScript?
//!
//! Each binding converts, calls and converts back. Arguments come in flat, answers go out as plain objects through
//! `serde-wasm-bindgen`; the public types are written by hand in `pkg/src/types.ts`, so the generated
//! ones are only for our own loader.

use std::cell::{Cell, RefCell};

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::analysis::Language;
use crate::bytes::{Reader, length_u32};
use crate::documents::{Collection, Direction, Document, DocumentsBuilder, Options, Shape};
use crate::group::Typos;
use crate::query::{LastWord, Notice};
use crate::search::Policy;
use crate::span::to_mark;
use crate::tree::{self, Value};

#[cfg(feature = "priorities")]
mod priorities;
#[cfg(feature = "priorities")]
pub use priorities::WasmEngine;

/// The allocator: constant time, and small code where every kilobyte is downloaded.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Version of the crate.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Collects documents for a snapshot. Its memory is worth releasing afterwards, with the whole instance.
#[wasm_bindgen]
#[derive(Debug)]
pub struct WasmDocumentsBuilder {
    builder: RefCell<Option<DocumentsBuilder>>,
    n_fields: usize,
    n_facets: usize,
}

#[wasm_bindgen]
impl WasmDocumentsBuilder {
    /// `languages`, `fields` and `facets` are names, one per line; `weights` are those of the fields, `stored` places of fields.
    #[wasm_bindgen(constructor)]
    pub fn new(languages: &str, fields: &str, weights: &[f64], facets: &str, stored: &[u32]) -> WasmDocumentsBuilder {
        let mut shape = Shape {
            fields: owned_lines(fields).into_iter().zip(weights.iter().copied()).collect(),
            facets: owned_lines(facets),
            stored: stored.iter().map(|field| *field as usize).collect(),
            ..Shape::default()
        };
        for tag in lines(languages) {
            shape.add_language(Language::from_tag(tag));
        }
        let (n_fields, n_facets) = (shape.fields.len(), shape.facets.len());
        Self { builder: RefCell::new(Some(DocumentsBuilder::new(shape))), n_fields, n_facets }
    }

    /// Adds documents. For each: its id, title, URL and language, the texts of its fields, the values of each facet (one per line);
    /// each text as its length in four bytes and its UTF-8.
    pub fn add(&self, batch: &[u8]) {
        let Ok(mut builder) = self.builder.try_borrow_mut() else { return };
        let Some(builder) = builder.as_mut() else { return };
        let mut reader = Reader::new(batch);
        while !reader.is_at_end() {
            let mut text = || text(&mut reader);
            let (id, title, url, tag) = (text(), text(), text(), text());
            let language = if tag.is_empty() { None } else { Some(Language::from_tag(tag)) };
            let texts = (0..self.n_fields).map(|_| text()).collect();
            let values = (0..self.n_facets).map(|_| lines(text())).collect();
            builder.add(&Document { id, title, url, language, texts, values });
        }
    }

    /// The snapshot; empty if it was taken before.
    pub fn finish(&self) -> Vec<u8> {
        let builder = self.builder.try_borrow_mut().ok().and_then(|mut builder| builder.take());
        builder.map_or_else(Vec::new, DocumentsBuilder::finish)
    }
}

/// A [`Collection`] that JavaScript holds.
#[wasm_bindgen]
pub struct WasmDocuments {
    documents: Collection,
    /// The numbers of the last answer.
    answer: Cell<Vec<u32>>,
}

#[wasm_bindgen]
impl WasmDocuments {
    /// Opens a snapshot.
    ///
    /// # Errors
    ///
    /// `{ code: "snapshot", message }`.
    #[wasm_bindgen(constructor)]
    pub fn new(snapshot: Vec<u8>) -> Result<WasmDocuments, JsValue> {
        let opened = Collection::open(snapshot).map_err(|error| to_js(&tree::bad_snapshot(error.message())));
        opened.map(|documents| Self { documents, answer: Cell::default() })
    }

    /// How many documents there are.
    pub fn length(&self) -> u32 {
        self.documents.n_documents()
    }

    /// The names of the facets, one per line.
    pub fn facets(&self) -> String {
        self.documents.facets().join("\n")
    }

    /// The names of the fields, one per line.
    pub fn fields(&self) -> String {
        self.documents.fields().join("\n")
    }

    /// The text of a document in a field; empty if the field is not stored.
    pub fn stored(&self, document: u32, field: usize) -> String {
        self.documents.stored(document, field).to_owned()
    }

    /// The numbers of the values of a document in a facet.
    pub fn values_of(&self, document: u32, facet: usize) -> Vec<u32> {
        self.documents.values_of(document, facet)
    }

    /// The values of a facet, one per line, by number.
    pub fn values(&self, facet: usize) -> String {
        self.documents.values(facet).join("\n")
    }

    /// Where the snapshot is in the memory of the instance, from where JavaScript copies it.
    pub fn address(&self) -> usize {
        self.documents.snapshot().as_ptr().addr()
    }

    /// Bytes of the snapshot.
    pub fn size(&self) -> usize {
        self.documents.snapshot().len()
    }

    /// Id, title and URL of documents, each followed by a NUL: one text for all hits crosses at less cost than three for each.
    pub fn records(&self, documents: &[u32]) -> String {
        let mut records = String::with_capacity(documents.len() * 64);
        for document in documents {
            let record = self.documents.record(*document);
            for text in [&record.id, record.title, record.url] {
                records.push_str(text);
                records.push('\0');
            }
        }
        records
    }

    /// How a text that is being typed could continue.
    pub fn suggest(&self, text: &str, limit: usize) -> JsValue {
        to_js(&tree::suggested_documents(&self.documents, &self.documents.suggest(text, limit)))
    }

    /// What to emphasise in the documents that were found, in their order; `flags` as for [`Self::search`].
    pub fn show(&self, text: &str, documents: &[u32], flags: u32) -> JsValue {
        to_js(&tree::shown(&self.documents.show(text, documents, &reading(flags))))
    }

    /// The score of a document as a tree in words, or `undefined` if it does not match the words; `flags` and `filters` as for
    /// [`Self::search`].
    pub fn explain(&self, text: &str, id: &str, flags: u32, filters: &str) -> JsValue {
        let options = Options { filters: filters_of(filters), ..reading(flags) };
        let reason = self.documents.find(id).and_then(|document| self.documents.explain(text, document, &options));
        let Some(mut reason) = reason else { return JsValue::UNDEFINED };
        reason.value = f64::from(shown(reason.value));
        to_js(&tree::reason(&reason))
    }

    /// Searches. `flags`: 1 the last word is unfinished, 2 typos are tolerated, 4 all words must match, 8 the total is wanted, 16 the
    /// highest values come first. `facets` are places of facets; `filters` are `place=value`, one per line; `sort` is the place of the
    /// facet that gives the order, plus one (0: best first).
    ///
    /// The answer is a list of numbers in the memory of the instance, so that only what is accessed becomes an object and nothing is
    /// copied; what is returned is its address, until the next call. The numbers: the total plus one (0: not counted);
    /// the number of hits, for each its document and its score (the bits of a 32-bit float); then for each facet the number of values, for
    /// each its number and its count; then the number of notices, for each its code (in the order of [`crate::query::NoticeCode`]) and its place; then the
    /// number of corrections, for each its place, whether it is applied, the number of UTF-16 units of its word, and those.
    #[expect(clippy::too_many_arguments, reason = "flat arguments cross the boundary cheaper than an object")]
    pub fn search(
        &self,
        text: &str,
        limit: usize,
        offset: usize,
        flags: u32,
        facets: &[u32],
        filters: &str,
        sort: usize,
    ) -> usize {
        let has = |flag: u32| flags & flag != 0;
        let options = Options {
            limit,
            offset,
            facets: facets.iter().map(|facet| *facet as usize).collect(),
            filters: filters_of(filters),
            is_counted: has(8),
            sort: sort
                .checked_sub(1)
                .map(|facet| (facet, if has(16) { Direction::Descending } else { Direction::Ascending })),
            ..reading(flags)
        };
        let found = self.documents.search(text, &options);
        let mut answer = self.answer.take();
        answer.clear();
        answer.extend([found.total.map_or(0, |total| total + 1), length_u32(found.hits.len())]);
        for hit in found.hits {
            answer.extend([hit.document, shown(hit.score).to_bits()]);
        }
        for facet in found.facets {
            answer.push(length_u32(facet.len()));
            for (value, count) in facet {
                answer.extend([value, count]);
            }
        }
        answer.push(length_u32(found.notices.len()));
        for Notice { code, span } in found.notices {
            let mark = to_mark(text, span);
            answer.extend([code as u32, mark.start, mark.end]);
        }
        answer.push(length_u32(found.corrections.len()));
        for correction in &found.corrections {
            let mark = to_mark(text, correction.span);
            answer.extend([mark.start, mark.end, u32::from(correction.is_applied)]);
            let units = correction.word.encode_utf16();
            answer.push(length_u32(units.clone().count()));
            answer.extend(units.map(u32::from));
        }
        let address = answer.as_ptr().addr();
        self.answer.set(answer);
        address
    }
}

/// A text with its length in four bytes before it.
#[inline(never)]
fn text<'b>(reader: &mut Reader<'b>) -> &'b str {
    let length = reader.u32() as usize;
    std::str::from_utf8(reader.bytes(length)).unwrap_or_default()
}

#[inline(never)]
fn lines(text: &str) -> Vec<&str> {
    text.lines().collect()
}

fn owned_lines(text: &str) -> Vec<String> {
    lines(text).into_iter().map(str::to_owned).collect()
}

/// The place of a facet and a value, from `place=value`, one per line.
fn filters_of(filters: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for filter in lines(filters) {
        if let Some((facet, value)) = filter.split_once('=') {
            let place = facet.bytes().fold(0, |place, digit| place * 10 + usize::from(digit.wrapping_sub(b'0')));
            found.push((place, value.to_owned()));
        }
    }
    found
}

/// A score as it crosses: people read it, and the order is already fixed.
#[expect(clippy::cast_possible_truncation, reason = "half the bits are enough to read")]
const fn shown(score: f64) -> f32 {
    score as f32
}

const fn last_word(is_unfinished: bool) -> LastWord {
    if is_unfinished { LastWord::Unfinished } else { LastWord::Complete }
}

const fn typos(are_tolerated: bool) -> Typos {
    if are_tolerated { Typos::Tolerated } else { Typos::Refused }
}

/// How a text is read and which documents match it; for `flags` see [`WasmDocuments::search`].
fn reading(flags: u32) -> Options {
    Options {
        last_word: last_word(flags & 1 != 0),
        typos: typos(flags & 2 != 0),
        policy: if flags & 4 != 0 { Policy::All } else { Policy::Any },
        ..Options::default()
    }
}

/// Plain objects, no `Map`s. A tree of texts and numbers always converts.
fn to_js(value: &Value<'_>) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or_else(JsValue::from)
}

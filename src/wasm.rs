//! How does an answer cross to JavaScript?
//!
//! Each binding converts, calls and converts back. Arguments come in flat, answers go out as plain objects through
//! `serde-wasm-bindgen`; the types that JavaScript sees are written by hand in `pkg/src/types.ts`, so the generated
//! ones are only for our own loader.

use std::cell::RefCell;

use js_sys::Uint8Array;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::analysis::Language;
use crate::bytes::{Reader, length_u32};
use crate::dataset::{self, Problem};
use crate::documents::{Collection, Document, DocumentsBuilder, Options, Shape};
use crate::engine::{ArgumentError, Engine, SearchOptions, TaskFilter};
use crate::model::{EntityKind, Named};
use crate::query::LastWord;
use crate::rank::Typos;
use crate::search::Policy;
use crate::view::{self, Value, Views};

/// Memory: constant time, and small code where every kilobyte is downloaded.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Version of the crate.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// An [`Engine`] that JavaScript holds. All methods take `&self`, so that none can be called while another runs.
#[wasm_bindgen]
#[derive(Debug)]
pub struct WasmEngine(Engine);

#[wasm_bindgen]
impl WasmEngine {
    /// Reads UTF-8 JSON, or the embedded dataset if there is none.
    ///
    /// # Errors
    ///
    /// `{ code: "dataset", problems }`.
    #[wasm_bindgen(constructor)]
    pub fn new(json: Option<Uint8Array>) -> Result<WasmEngine, JsValue> {
        let engine = match json {
            // Refused before it is copied.
            Some(json) if json.length() as usize > dataset::SIZE_LIMIT => {
                Err(vec![Problem::too_large(json.length() as usize)])
            }
            Some(json) => Engine::from_json(&json.to_vec()),
            None => Engine::embedded(),
        };
        engine.map(WasmEngine).map_err(|problems| to_js(&view::problems(&problems)))
    }

    /// The dataset at a glance.
    pub fn framework(&self) -> JsValue {
        to_js(&self.views().framework(&self.0))
    }

    /// All units in document order.
    pub fn units(&self) -> JsValue {
        to_js(&self.views().units())
    }

    /// The entity with an id, or `undefined`.
    pub fn get(&self, id: &str) -> JsValue {
        self.views().entity(id).map_or(JsValue::UNDEFINED, |entity| to_js(&entity))
    }

    /// All entities of a kind, in the order of the dataset.
    ///
    /// # Errors
    ///
    /// `{ code: "invalid-argument", message }`.
    pub fn entities(&self, kind: &str) -> Result<JsValue, JsValue> {
        let kind = EntityKind::from_name(kind).ok_or_else(|| to_error(&ArgumentError::Kind(kind.to_owned())))?;
        Ok(to_js(&self.views().entities(kind)))
    }

    /// All relations that start or end at an entity.
    pub fn relations(&self, id: &str) -> JsValue {
        to_js(&self.views().relations(id))
    }

    /// Tasks that meet every condition given.
    ///
    /// # Errors
    ///
    /// `{ code: "invalid-argument", message }`.
    pub fn tasks(
        &self,
        actor: Option<String>,
        unit: Option<String>,
        modality: Option<String>,
        before: Option<String>,
    ) -> Result<JsValue, JsValue> {
        let filter = TaskFilter { actor, unit, modality, before };
        let tasks = self.0.tasks(&filter).map_err(|error| to_error(&error))?;
        Ok(to_js(&self.views().tasks(&tasks)))
    }

    /// Searches all units. `kinds`, `filters` (each `facet=value`) and `facets` are one a line: a list of texts would bring
    /// its own code across the boundary.
    ///
    /// # Errors
    ///
    /// `{ code: "invalid-argument", message }`.
    #[expect(clippy::too_many_arguments, reason = "flat arguments cross the boundary cheaper than an object")]
    pub fn search(
        &self,
        text: &str,
        lang: &str,
        kinds: &str,
        filters: &str,
        limit: usize,
        offset: usize,
        facets: &str,
        prefix: bool,
    ) -> Result<JsValue, JsValue> {
        let filters = filters.lines().map(|filter| {
            let (facet, value) = filter.split_once('=').unwrap_or((filter, ""));
            (facet.to_owned(), value.to_owned())
        });
        let options = SearchOptions {
            lang: lang.to_owned(),
            kinds: kinds.lines().map(str::to_owned).collect(),
            filters: filters.collect(),
            limit,
            offset,
            facets: facets.lines().map(str::to_owned).collect(),
            last_word: if prefix { LastWord::Unfinished } else { LastWord::Complete },
        };
        let answer = self.0.search(text, &options).map_err(|error| to_error(&error))?;
        Ok(to_js(&self.views().search_answer(&answer)))
    }

    /// What a query matches in a text.
    ///
    /// # Errors
    ///
    /// `{ code: "invalid-argument", message }`.
    pub fn highlight(&self, query: &str, text: &str, lang: &str) -> Result<JsValue, JsValue> {
        let spans = self.0.highlight(query, text, lang).map_err(|error| to_error(&error))?;
        Ok(to_js(&view::marks(text, &spans)))
    }

    fn views(&self) -> Views<'_> {
        Views::new(self.0.model())
    }
}

/// Collects documents for a snapshot. Its memory is worth giving back afterwards, with the whole instance.
#[wasm_bindgen]
#[derive(Debug)]
pub struct WasmDocumentsBuilder {
    builder: RefCell<Option<DocumentsBuilder>>,
    n_fields: usize,
    n_facets: usize,
}

#[wasm_bindgen]
impl WasmDocumentsBuilder {
    /// `fields` and `facets` are names, one a line; `weights` are those of the fields.
    #[wasm_bindgen(constructor)]
    pub fn new(language: &str, fields: &str, weights: &[f64], facets: &str) -> WasmDocumentsBuilder {
        let fields: Vec<(String, f64)> = fields.lines().map(str::to_owned).zip(weights.iter().copied()).collect();
        let facets: Vec<String> = facets.lines().map(str::to_owned).collect();
        let (n_fields, n_facets) = (fields.len(), facets.len());
        let shape = Shape { language: Language::from_tag(language), fields, facets };
        Self { builder: RefCell::new(Some(DocumentsBuilder::new(&shape))), n_fields, n_facets }
    }

    /// Adds documents. Of each: its id, title and address, the texts of its fields, the values of each facet (one a line); each
    /// text as its length in four bytes and its UTF-8.
    pub fn add(&self, batch: &[u8]) {
        let Ok(mut builder) = self.builder.try_borrow_mut() else { return };
        let Some(builder) = builder.as_mut() else { return };
        let mut reader = Reader::new(batch);
        while !reader.is_at_end() {
            let mut text = || {
                let length = reader.u32() as usize;
                std::str::from_utf8(reader.bytes(length)).unwrap_or_default()
            };
            let (id, title, url) = (text(), text(), text());
            let texts = (0..self.n_fields).map(|_| text()).collect();
            let values = (0..self.n_facets).map(|_| text().lines().collect()).collect();
            builder.add(&Document { id, title, url, texts, values });
        }
    }

    /// The snapshot; empty when it was asked for before.
    pub fn finish(&self) -> Vec<u8> {
        let builder = self.builder.try_borrow_mut().ok().and_then(|mut builder| builder.take());
        builder.map_or_else(Vec::new, DocumentsBuilder::finish)
    }
}

/// A [`Collection`] that JavaScript holds.
#[wasm_bindgen]
#[derive(Debug)]
pub struct WasmDocuments(Collection);

#[wasm_bindgen]
impl WasmDocuments {
    /// Opens a snapshot.
    ///
    /// # Errors
    ///
    /// `{ code: "snapshot", message }`.
    #[wasm_bindgen(constructor)]
    pub fn new(snapshot: Vec<u8>) -> Result<WasmDocuments, JsValue> {
        Collection::open(snapshot).map(Self).map_err(|error| to_js(&view::bad_snapshot(&error.to_string())))
    }

    /// How many documents there are.
    pub fn length(&self) -> u32 {
        self.0.n_documents()
    }

    /// The names of the facets, one a line.
    pub fn facets(&self) -> String {
        self.0.facets().join("\n")
    }

    /// The values of a facet, one a line, by number.
    pub fn values(&self, facet: usize) -> String {
        self.0.values(facet).join("\n")
    }

    /// The snapshot itself.
    pub fn snapshot(&self) -> Vec<u8> {
        self.0.snapshot().to_vec()
    }

    /// Id, title and address of documents, each with a NUL behind it: one text for all hits crosses cheaper than three for each.
    pub fn records(&self, documents: &[u32]) -> String {
        let mut records = String::new();
        for document in documents {
            let record = self.0.record(*document);
            for text in [record.id, record.title, record.url] {
                records.push_str(text);
                records.push('\0');
            }
        }
        records
    }

    /// Searches. `flags`: 1 the last word is unfinished, 2 typos are tolerated, 4 all words must match, 8 the total is wanted.
    /// `facets` are places of facets; `filters` are `place=value`, one a line.
    ///
    /// The answer is a list of numbers, so that nothing but what is looked at becomes an object: the total plus one (0: not counted),
    /// how many hits, for each its document and its score (the bits of a 32-bit float); then for each facet how many values, for
    /// each its number and its count.
    pub fn search(
        &self,
        text: &str,
        limit: usize,
        offset: usize,
        flags: u32,
        facets: &[u32],
        filters: &str,
    ) -> Vec<u32> {
        let filters = filters.lines().filter_map(|filter| {
            let (facet, value) = filter.split_once('=')?;
            let place = facet.bytes().fold(0, |place, digit| place * 10 + usize::from(digit.wrapping_sub(b'0')));
            Some((place, value.to_owned()))
        });
        let has = |flag: u32| flags & flag != 0;
        let options = Options {
            limit,
            offset,
            policy: if has(4) { Policy::All } else { Policy::Any },
            typos: if has(2) { Typos::Tolerated } else { Typos::Refused },
            last_word: if has(1) { LastWord::Unfinished } else { LastWord::Complete },
            facets: facets.iter().map(|facet| *facet as usize).collect(),
            filters: filters.collect(),
            is_counted: has(8),
        };
        let found = self.0.search(text, &options);
        let mut answer = vec![found.total.map_or(0, |total| total + 1), length_u32(found.hits.len())];
        for hit in found.hits {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "a score is read by people; the order is already made"
            )]
            answer.extend([hit.document, (hit.score as f32).to_bits()]);
        }
        for facet in found.facets {
            answer.push(length_u32(facet.len()));
            for (value, count) in facet {
                answer.extend([value, count]);
            }
        }
        answer
    }
}

/// Bytes of memory of the instance.
#[wasm_bindgen]
pub fn memory_size() -> f64 {
    const PAGE: f64 = 65_536.0;
    f64::from(length_u32(core::arch::wasm32::memory_size(0))) * PAGE
}

/// Plain objects, no `Map`s. A tree of texts and numbers always converts.
fn to_js(value: &Value<'_>) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or_else(JsValue::from)
}

fn to_error(error: &ArgumentError) -> JsValue {
    to_js(&view::invalid_argument(&error.to_string()))
}

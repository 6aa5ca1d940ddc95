//! The engine of a dataset, held by JavaScript.

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::{last_word, lines, owned_lines, to_js};
use crate::dataset::{self, Problems};
use crate::engine::{ArgumentError, Engine, HitOrder, SearchOptions, TaskFilter};
use crate::model::{EntityKind, Named};
use crate::tree;
use crate::view::{self, Views};

/// An [`Engine`] that JavaScript holds. All methods take `&self`, so that a call within another is no error, and a trap leaves nothing locked.
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
                Err(Problems::too_large(json.length() as usize))
            }
            Some(json) => Engine::from_json(&json.to_vec()),
            None => Engine::embedded(),
        };
        engine.map(WasmEngine).map_err(|problems| to_js(&view::problems(&problems)))
    }

    /// The portal's own documents that the dataset carries, as a snapshot; `undefined` if it carries none. Made anew by each call.
    pub fn documents(&self) -> Option<Vec<u8>> {
        self.0.documents()
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

    /// Tasks that meet every given condition.
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

    /// Searches all units. `kinds`, `filters` (each `facet=value`) and `facets` have one entry per line: a list of texts would bring
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
        in_document_order: bool,
        facets: &str,
        prefix: bool,
        typos: bool,
    ) -> Result<JsValue, JsValue> {
        let filters = lines(filters).into_iter().map(|filter| {
            let (facet, value) = filter.split_once('=').unwrap_or((filter, ""));
            (facet.to_owned(), value.to_owned())
        });
        let options = SearchOptions {
            lang: lang.to_owned(),
            kinds: owned_lines(kinds),
            filters: filters.collect(),
            limit,
            offset,
            order: if in_document_order { HitOrder::Document } else { HitOrder::Relevance },
            facets: owned_lines(facets),
            last_word: last_word(prefix),
            typos: super::typos(typos),
        };
        let answer = self.0.search(text, &options).map_err(|error| to_error(&error))?;
        Ok(to_js(&self.views().search_answer(text, &answer)))
    }

    /// The score of a unit as a tree in words, or `undefined` if the query does not find it.
    pub fn explain(&self, text: &str, id: &str, prefix: bool, typos: bool) -> JsValue {
        let reason = self.0.explain(text, id, last_word(prefix), super::typos(typos));
        reason.map_or(JsValue::UNDEFINED, |reason| to_js(&tree::reason(&reason)))
    }

    /// How a text that is being typed could continue.
    ///
    /// # Errors
    ///
    /// `{ code: "invalid-argument", message }`.
    pub fn suggest(&self, text: &str, lang: &str, limit: usize) -> Result<JsValue, JsValue> {
        let suggested = self.0.suggest(text, lang, limit).map_err(|error| to_error(&error))?;
        Ok(to_js(&self.views().suggestions(&suggested)))
    }

    /// What a query matches in a text.
    ///
    /// # Errors
    ///
    /// `{ code: "invalid-argument", message }`.
    pub fn highlight(&self, query: &str, text: &str, lang: &str) -> Result<JsValue, JsValue> {
        let spans = self.0.highlight(query, text, lang).map_err(|error| to_error(&error))?;
        Ok(to_js(&tree::marks(text, &spans)))
    }

    fn views(&self) -> Views<'_> {
        Views::new(self.0.model())
    }
}

fn to_error(error: &ArgumentError) -> JsValue {
    to_js(&tree::invalid_argument(&error.message()))
}

//! How does an answer cross to JavaScript?
//!
//! Each binding converts, calls and converts back. Arguments come in flat, answers go out as plain objects through
//! `serde-wasm-bindgen`; the types that JavaScript sees are written by hand in `pkg/src/types.ts`, so the generated
//! ones are only for our own loader.

use js_sys::Uint8Array;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::dataset::{self, Problem};
use crate::engine::{ArgumentError, Engine, SearchOptions, TaskFilter};
use crate::model::{EntityKind, Named};
use crate::query::LastWord;
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

/// Plain objects, no `Map`s. A tree of texts and numbers always converts.
fn to_js(value: &Value<'_>) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or_else(JsValue::from)
}

fn to_error(error: &ArgumentError) -> JsValue {
    to_js(&view::invalid_argument(&error.to_string()))
}

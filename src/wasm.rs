//! How does an answer cross to JavaScript?
//!
//! Each binding converts, calls and converts back. Arguments come in flat, answers go out as plain objects through
//! `serde-wasm-bindgen`; the types that JavaScript sees are written by hand in `pkg/src/types.ts`, so the generated
//! ones are only for our own loader.

use js_sys::Uint8Array;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

use crate::dataset::{self, Problem, ProblemCode};
use crate::engine::{ArgumentError, Engine, SearchOptions, TaskFilter};
use crate::query::LastWord;

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
            Some(json) if json.length() as usize > dataset::SIZE_LIMIT => Err(vec![Problem {
                path: String::new(),
                code: ProblemCode::TooLarge,
                expected: format!("at most {} bytes", dataset::SIZE_LIMIT),
                found: format!("{} bytes", json.length()),
                fix: "Split the dataset or leave texts out.".to_owned(),
            }]),
            Some(json) => Engine::from_json(&json.to_vec()),
            None => Engine::embedded(),
        };
        engine.map(WasmEngine).map_err(|problems| to_error(&DatasetError::new(&problems)))
    }

    /// The dataset at a glance.
    pub fn framework(&self) -> Result<JsValue, JsError> {
        to_js(&self.0.framework())
    }

    /// All units in document order.
    pub fn units(&self) -> Result<JsValue, JsError> {
        to_js(&self.0.views().units())
    }

    /// The priorities with their sub-priorities.
    pub fn priorities(&self) -> Result<JsValue, JsError> {
        to_js(&self.0.views().priorities())
    }

    /// The horizontal threats.
    #[wasm_bindgen(js_name = horizontalThreats)]
    pub fn horizontal_threats(&self) -> Result<JsValue, JsError> {
        to_js(&self.0.views().horizontal_threats())
    }

    /// The entity with an id, or `undefined`.
    pub fn get(&self, id: &str) -> Result<JsValue, JsError> {
        match self.0.views().entity(id) {
            Some(entity) => to_js(&entity),
            None => Ok(JsValue::UNDEFINED),
        }
    }

    /// All relations that start or end at an entity.
    pub fn relations(&self, id: &str) -> Result<JsValue, JsError> {
        to_js(&self.0.views().relations(id))
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
        answer(self.0.tasks(&filter))
    }

    /// Searches all units. `filters` are `facet=value`.
    ///
    /// # Errors
    ///
    /// `{ code: "invalid-argument", message }`.
    #[expect(clippy::too_many_arguments, reason = "flat arguments cross the boundary cheaper than an object")]
    pub fn search(
        &self,
        text: &str,
        lang: Option<String>,
        kinds: Vec<String>,
        filters: Vec<String>,
        limit: usize,
        offset: usize,
        facets: Vec<String>,
        prefix: bool,
    ) -> Result<JsValue, JsValue> {
        let filters = filters
            .into_iter()
            .map(|filter| match filter.split_once('=') {
                Some((facet, value)) => (facet.to_owned(), value.to_owned()),
                None => (filter, String::new()),
            })
            .collect();
        let lang = lang.unwrap_or_default();
        let last_word = if prefix { LastWord::Unfinished } else { LastWord::Complete };
        answer(self.0.search(text, &SearchOptions { lang, kinds, filters, limit, offset, facets, last_word }))
    }

    /// What a query matches in a text.
    ///
    /// # Errors
    ///
    /// `{ code: "invalid-argument", message }`.
    pub fn highlight(&self, query: &str, text: &str, lang: Option<String>) -> Result<JsValue, JsValue> {
        answer(self.0.highlight(query, text, lang.as_deref().unwrap_or_default()))
    }
}

/// Plain objects, no `Map`s.
fn to_js<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsError> {
    value.serialize(&Serializer::json_compatible()).map_err(JsError::from)
}

fn answer<T: Serialize>(result: Result<T, ArgumentError>) -> Result<JsValue, JsValue> {
    match result {
        Ok(value) => to_js(&value).map_err(JsValue::from),
        Err(error) => Err(to_error(&InvalidArgument { code: "invalid-argument", message: error.to_string() })),
    }
}

/// An object to throw; if even that cannot be made, the reason.
fn to_error<T: Serialize>(error: &T) -> JsValue {
    to_js(error).unwrap_or_else(JsValue::from)
}

#[derive(Serialize)]
struct InvalidArgument {
    code: &'static str,
    message: String,
}

#[derive(Serialize)]
struct DatasetError<'p> {
    code: &'static str,
    problems: Vec<ProblemView<'p>>,
}

#[derive(Serialize)]
struct ProblemView<'p> {
    path: &'p str,
    code: &'static str,
    expected: &'p str,
    found: &'p str,
    fix: &'p str,
}

impl<'p> DatasetError<'p> {
    fn new(problems: &'p [Problem]) -> Self {
        let views = problems.iter().map(|problem| ProblemView {
            path: &problem.path,
            code: problem.code.name(),
            expected: &problem.expected,
            found: &problem.found,
            fix: &problem.fix,
        });
        Self { code: "dataset", problems: views.collect() }
    }
}

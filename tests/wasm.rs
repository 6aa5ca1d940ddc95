//! The binding in a real browser.
//!
//! 1. The three look-ups of the README give the right answers, as plain objects.
//! 2. What is not there is `undefined`, not `null`.
//! 3. Errors are plain objects with a code: all problems of a dataset at once, arguments outside their range.
//! 4. Ranges in answers are UTF-16 code units.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use empact_priorities::wasm::{WasmEngine, version};
use js_sys::{JsString, Uint8Array};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn engine() -> WasmEngine {
    WasmEngine::new(None).expect("the embedded dataset is valid")
}

fn decode(value: JsValue) -> Value {
    serde_wasm_bindgen::from_value(value).expect("answers are plain objects")
}

fn search(text: &str) -> Value {
    decode(engine().search(text, "", "", "", 20, 0, false, "", true, true).unwrap())
}

#[wasm_bindgen_test]
fn property_1_search_finds_the_sub_priority_on_money_laundering() {
    let answer = search("witwassen");
    assert_eq!(answer["hits"][0]["id"], "P7e");
    assert_eq!(answer["hits"][0]["title"]["status"], "official");
}

#[wasm_bindgen_test]
fn property_1_get_gives_the_paragraph_to_europol() {
    let paragraph = decode(engine().get("O13"));
    assert_eq!(paragraph["kind"], "operative-paragraph");
    assert!(paragraph["blocks"][0]["text"].as_str().unwrap().contains("VERZOEKT Europol"));
}

#[wasm_bindgen_test]
fn property_1_tasks_are_filtered_by_actor() {
    let tasks = decode(engine().tasks(Some("A-cosi".to_owned()), None, None, None).unwrap());
    let tasks = tasks.as_array().unwrap();
    assert!(!tasks.is_empty());
    for task in tasks {
        let addressees = task["addressees"].as_array().unwrap();
        assert!(addressees.iter().any(|addressee| addressee["actor"] == "A-cosi"), "{}", task["id"]);
    }
}

#[wasm_bindgen_test]
fn property_2_an_unknown_id_is_undefined() {
    assert!(engine().get("P99").is_undefined());
}

#[wasm_bindgen_test]
fn property_3_all_problems_of_a_dataset_come_at_once() {
    let json = Uint8Array::from(br#"{"format": "empact-priorities", "formatVersion": 1, "surplus": 0}"#.as_slice());
    let error = decode(WasmEngine::new(Some(json)).unwrap_err());
    assert_eq!(error["code"], "dataset");
    let problems = error["problems"].as_array().unwrap();
    assert!(problems.len() > 1, "{problems:?}");
    for problem in problems {
        for key in ["path", "code", "expected", "found", "fix"] {
            assert!(problem[key].is_string(), "{key} of {problem}");
        }
    }
}

#[wasm_bindgen_test]
fn property_3_an_argument_outside_its_range_has_a_code() {
    let error = engine().search("x", "", "no-such-kind", "", 20, 0, false, "", true, true).unwrap_err();
    assert_eq!(decode(error)["code"], "invalid-argument");
}

#[wasm_bindgen_test]
fn property_4_highlights_are_utf16() {
    let text = "\u{1F4B6} witwassen";
    let marks = decode(engine().highlight("witwassen", text, "nl").unwrap());
    let (start, end) = (marks[0]["start"].as_u64().unwrap(), marks[0]["end"].as_u64().unwrap());
    let text: JsString = JsValue::from_str(text).unchecked_into();
    let marked = text.slice(u32::try_from(start).unwrap(), u32::try_from(end).unwrap());
    assert_eq!(String::from(marked), "witwassen");
}

#[wasm_bindgen_test]
fn the_version_is_that_of_the_crate() {
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
}

//! Everything is traceable. Held here:
//!
//! 1. The blocks of the units, joined, are the whole source text, character by character, once normalised.
//! 2. Every quote in every view stands verbatim in the official text, at the UTF-16 place that the view gives.
//! 3. Every entity that is the document's own shows at least one quote.
//! 4. What is called official is a quote; what is not, has none and is not in the place of one.
//! 5. A view names the facts from elsewhere that are about its entity, and no others; a list of a kind has all of that kind.
//! 6. An excerpt says on which side the text goes on.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects by failing loudly; clippy spares only functions marked as tests"
)]

use empact_priorities::engine::{Engine, SearchOptions};
use empact_priorities::model::{EntityKind, Named, Origin};
use empact_priorities::view::Views;
use serde_json::Value;

const SOURCE: &str = include_str!("../src/dataset/raadsconclusies-empact-2022-2025.nl.txt");

/// The text without its line breaks: every line is followed by a blank one, titles and paragraphs wrap, a line that
/// ends in a hyphen goes on without a space and keeps the hyphen.
fn normalised(text: &str) -> String {
    let mut joined = String::new();
    for line in text.lines() {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.is_empty() {
            continue;
        }
        if !joined.is_empty() && !joined.ends_with('-') {
            joined.push(' ');
        }
        joined.push_str(&line);
    }
    joined
}

fn engine() -> Engine {
    Engine::embedded().unwrap()
}

/// Every object in a JSON tree.
fn objects<'v>(value: &'v Value, found: &mut Vec<&'v serde_json::Map<String, Value>>) {
    match value {
        Value::Object(object) => {
            found.push(object);
            object.values().for_each(|value| objects(value, found));
        }
        Value::Array(items) => items.iter().for_each(|value| objects(value, found)),
        _ => {}
    }
}

fn is_span(object: &serde_json::Map<String, Value>) -> bool {
    ["unit", "block", "start", "end", "quote"].iter().all(|key| object.contains_key(*key))
}

fn views(engine: &Engine) -> Vec<(String, Value)> {
    let ids = engine.model().entities.all().iter().map(|entity| &entity.id);
    ids.map(|id| (id.clone(), serde_json::to_value(Views::new(engine.model()).entity(id).unwrap()).unwrap())).collect()
}

#[test]
fn units_cover_the_whole_text() {
    let engine = engine();
    // The file lists the blocks in document order; the units keep theirs together, so read the file itself.
    let file: Value = serde_json::from_str(empact_priorities::dataset::EMBEDDED).unwrap();
    let blocks: Vec<&str> = file["text"].as_array().unwrap().iter().map(|b| b["text"].as_str().unwrap()).collect();
    let covered = blocks.iter().fold(String::new(), |mut joined, block| {
        // A block boundary is a line break of the source; only "2022-" at the end of a line would glue.
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(block);
        joined
    });
    assert_eq!(covered, normalised(SOURCE));

    let in_units: usize = engine.model().units.iter().flat_map(|unit| &unit.blocks).map(|block| block.text.len()).sum();
    assert_eq!(in_units, blocks.iter().map(|block| block.len()).sum::<usize>(), "every block belongs to one unit");
    assert_eq!(engine.model().units.len(), 52);
}

#[test]
fn every_quote_is_verbatim_at_its_place() {
    let engine = engine();
    let mut checked = 0;
    for (id, view) in views(&engine) {
        let mut found = Vec::new();
        objects(&view, &mut found);
        for span in found.into_iter().filter(|object| is_span(object)) {
            let unit = engine.model().unit(span["unit"].as_str().unwrap()).unwrap();
            let block = &unit.blocks[usize::try_from(span["block"].as_u64().unwrap()).unwrap()];
            let units: Vec<u16> = block.text.encode_utf16().collect();
            let at = |key: &str| usize::try_from(span[key].as_u64().unwrap()).unwrap();
            let there = String::from_utf16(&units[at("start")..at("end")]).unwrap();
            let quote = span["quote"].as_str().unwrap();
            assert_eq!(there, quote, "in {id}");
            assert!(normalised(SOURCE).contains(quote), "{id}: {quote}");
            checked += 1;
        }
    }
    assert!(checked > 1_000, "only {checked} quotes seen");
}

#[test]
fn no_fact_of_the_document_is_without_a_quote() {
    let engine = engine();
    let model = engine.model();
    for (id, view) in views(&engine) {
        let entity = model.entities.get(&id).unwrap();
        let from_outside = match entity.kind {
            EntityKind::OutsideFact => true,
            EntityKind::Cycle => model.cycles[entity.index].origin == Origin::Outside,
            EntityKind::Relation => model.relations[entity.index].origin == Origin::Outside,
            _ => false,
        };
        // A cycle from elsewhere that follows one of the document's is derived from nothing the document says.
        let touches_outside = entity.kind == EntityKind::Relation && {
            let relation = &model.relations[entity.index];
            model.cycles.iter().any(|cycle| cycle.id == relation.from && cycle.origin == Origin::Outside)
        };
        let mut found = Vec::new();
        objects(&view, &mut found);
        let quoted = found.into_iter().any(is_span);
        assert!(quoted || from_outside || touches_outside, "{id} shows no quote");
    }
}

#[test]
fn official_and_own_words_are_never_mixed() {
    let engine = engine();
    let source = normalised(SOURCE);
    let mut official = 0;
    for (id, view) in views(&engine) {
        let mut found = Vec::new();
        objects(&view, &mut found);
        for wording in found.into_iter().filter(|object| object.contains_key("status")) {
            let text = wording["text"].as_str().unwrap();
            match wording["status"].as_str().unwrap() {
                "official" => {
                    assert_eq!(wording["source"]["quote"], text, "{id}");
                    assert_eq!(wording["lang"], "nl", "{id}");
                    official += 1;
                }
                status @ ("unofficial-translation" | "own-words") => {
                    assert!(!wording.contains_key("source"), "{id}: {text}");
                    // Names stay names ("Europol"); a sentence of ours is never one of the document's.
                    let is_sentence = text.split_whitespace().count() > 8;
                    assert!(!(is_sentence && source.contains(text)), "{id}: {status} quotes the source: {text}");
                }
                status => panic!("{id}: unknown status {status}"),
            }
        }
    }
    assert!(official > 100, "only {official} official wordings seen");
}

#[test]
fn facts_are_about_the_entity() {
    let engine = engine();
    let model = engine.model();
    let mut n_facts = 0;
    for (id, view) in views(&engine) {
        let entity = model.entities.get(&id).unwrap();
        let about = model.outside_facts.iter().filter(|fact| fact.about.contains(&id)).map(|fact| fact.id.as_str());
        let mut expected: Vec<&str> = about.collect();
        if entity.kind == EntityKind::Relation {
            expected.extend(model.relations[entity.index].facts.iter().map(String::as_str));
        }
        let mut found: Vec<&str> =
            view["facts"].as_array().unwrap().iter().map(|fact| fact.as_str().unwrap()).collect();
        expected.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, expected, "{id}");
        n_facts += found.len();
    }
    assert!(n_facts > 20, "only {n_facts} facts seen");
}

#[test]
fn entities_of_a_kind() {
    let engine = engine();
    let all = views(&engine);
    for kind in EntityKind::ALL {
        let list = serde_json::to_value(Views::new(engine.model()).entities(*kind)).unwrap();
        let expected: Vec<&Value> =
            all.iter().map(|(_, view)| view).filter(|view| view["kind"] == kind.name()).collect();
        assert_eq!(list.as_array().unwrap().iter().collect::<Vec<_>>(), expected, "{kind:?}");
    }
}

#[test]
fn excerpts_say_where_the_text_goes_on() {
    let engine = engine();
    let mut seen = Vec::new();
    for text in ["witwassen", "verzoekt", "criminele netwerken", "informatie"] {
        let answer = engine.search(text, &SearchOptions::default()).unwrap();
        let view = serde_json::to_value(Views::new(engine.model()).search_answer(text, &answer)).unwrap();
        for (hit, view) in answer.hits.iter().zip(view["hits"].as_array().unwrap()) {
            let Some(excerpt) = &hit.excerpt else { continue };
            let shown = ["truncatedStart", "truncatedEnd"].map(|name| view["excerpt"][name].as_bool().unwrap());
            assert_eq!(shown, [excerpt.truncated_start, excerpt.truncated_end], "{text}: {}", excerpt.text);
            seen.push(shown);
        }
    }
    for one_side in [[true, false], [false, true]] {
        assert!(seen.contains(&one_side), "no excerpt with {one_side:?}");
    }
}

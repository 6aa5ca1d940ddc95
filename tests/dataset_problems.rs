//! Bad data. Held here:
//!
//! 1. Each rule, broken, gives a problem at the right path with what was expected, found and to do.
//! 2. All problems come at once.
//! 3. No file makes the reader panic, and no bad file gives a model.
//! 4. The JSON Schema lists the same names as the reader.
//! 5. Documents of the portal are optional, and each of them is checked like everything else.
//! 6. Another version of the format says so at once, and nothing else with it.
//! 7. A value that cannot be read is one problem: no rule is checked that it may be the only one to break.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects by failing loudly; clippy spares only functions marked as tests"
)]

use empact_priorities::dataset::{self, Problem, ProblemCode};
use empact_priorities::engine::{Engine, SearchOptions};
use empact_priorities::model::{
    ActorType, AliasKind, BlockKind, Confidence, DateType, FacetKind, InstrumentType, Modality, Named, Origin,
    OutsideTopic, Precision, PredecessorType, ReferenceType, RelationType, VerbForm,
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn embedded() -> Value {
    serde_json::from_str(dataset::EMBEDDED).unwrap()
}

fn problems_of(value: &Value) -> Vec<Problem> {
    dataset::read(value.to_string().as_bytes()).err().into_iter().flatten().collect()
}

/// Breaks one thing in the embedded dataset and expects a problem there.
fn check(pointer: &str, new: Value, path: &str, code: ProblemCode) {
    let mut value = embedded();
    *value.pointer_mut(pointer).unwrap_or_else(|| panic!("nothing at {pointer}")) = new;
    expect(&value, path, code);
}

/// Takes one property away and expects a problem there.
fn check_without(parent: &str, property: &str, path: &str) {
    let mut value = embedded();
    value.pointer_mut(parent).and_then(Value::as_object_mut).unwrap().remove(property).unwrap();
    expect(&value, path, ProblemCode::Missing);
}

fn expect(value: &Value, path: &str, code: ProblemCode) {
    let problems = problems_of(value);
    let problem = problems.iter().find(|problem| problem.path == path && problem.code == code);
    let problem = problem.unwrap_or_else(|| panic!("no {code:?} at {path}: {problems:#?}"));
    for text in [problem.expected.as_str(), problem.found.as_str(), problem.fix] {
        assert!(!text.is_empty(), "{problem:?}");
    }
}

#[test]
fn the_embedded_dataset_is_good() {
    assert_eq!(problems_of(&embedded()), []);
}

#[test]
fn shape() {
    check("/format", json!("something else"), "format", ProblemCode::Format);
    check("/formatVersion", json!(2), "formatVersion", ProblemCode::Format);
    check("/priorities", json!({}), "priorities", ProblemCode::Type);
    check("/priorities/7/number", json!("8"), "priorities[7].number", ProblemCode::Type);
    check("/priorities/7/number", json!(-8), "priorities[7].number", ProblemCode::Type);
    check("/tasks/0/modality", json!("perhaps"), "tasks[0].modality", ProblemCode::Value);
    check("/subPriorities/0/letter", json!("ab"), "subPriorities[0].letter", ProblemCode::Value);
    check("/version", json!("  "), "version", ProblemCode::Value);
    check(
        "/outside/facts/0/sources/0",
        json!("javascript:alert(1)"),
        "outside.facts[0].sources[0]",
        ProblemCode::Value,
    );
    check_without("/document", "title", "document.title");
    check_without("", "aliases", "aliases");
    let mut value = embedded();
    value["priorities"][2]["nmber"] = json!(3);
    expect(&value, "priorities[2].nmber", ProblemCode::Unknown);
}

/// Breaks one thing in the embedded dataset and expects one problem, there.
fn check_alone(pointer: &str, new: Value, path: &str) {
    let mut value = embedded();
    let mistake = format!("{pointer} is {new}");
    *value.pointer_mut(pointer).unwrap_or_else(|| panic!("nothing at {pointer}")) = new;
    let problems = problems_of(&value);
    let found: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(found, [path], "{mistake}: {problems:#?}");
}

#[test]
fn one_mistake_is_one_problem() {
    // A number that cannot be read, and one that is not the next.
    for (list, place) in [
        ("priorities", 2),
        ("horizontalThreats", 0),
        ("recitals", 0),
        ("operativeParagraphs", 12),
        ("guidingPrinciples", 1),
    ] {
        for number in [json!("three"), json!(null), json!(-1), json!(0), json!(99)] {
            let (pointer, path) = (format!("/{list}/{place}/number"), format!("{list}[{place}].number"));
            check_alone(&pointer, number, &path);
        }
    }
    check_alone("/footnotes/2/number", json!("three"), "footnotes[2].number");
    check_alone("/subPriorities/2/letter", json!("1"), "subPriorities[2].letter");
    check_alone("/subPriorities/2/letter", json!("z"), "subPriorities[2].letter");
    // A gap, behind which the numbers go on.
    let mut value = embedded();
    for recital in value["recitals"].as_array_mut().unwrap().iter_mut().skip(5) {
        recital["number"] = json!(recital["number"].as_u64().unwrap() + 1);
    }
    let problems = problems_of(&value);
    assert_eq!(problems.iter().map(|problem| problem.path.as_str()).collect::<Vec<_>>(), ["recitals[5].number"]);
    // What is counted by a property, and what is counted itself.
    for (pointer, path) in [
        ("/subPriorities/2/parent", "subPriorities[2].parent"),
        ("/guidingPrinciples/1/priority", "guidingPrinciples[1].priority"),
        ("/instruments/0/implements", "instruments[0].implements"),
        ("/instruments/0/type", "instruments[0].type"),
        ("/priorities/0/declared/0/type", "priorities[0].declared[0].type"),
        ("/priorities/0/declared/0/count", "priorities[0].declared[0].count"),
        ("/priorities/0/declared", "priorities[0].declared"),
        ("/priorities/5/declaredSubPriorities", "priorities[5].declaredSubPriorities"),
        ("/priorities/5/declaredSubPriorities/count", "priorities[5].declaredSubPriorities.count"),
        ("/cycles/1/from", "cycles[1].from"),
        ("/cycles/1/to", "cycles[1].to"),
        ("/cycles/1/origin", "cycles[1].origin"),
        ("/relations/0/sources", "relations[0].sources"),
        ("/tasks/0/unit", "tasks[0].unit"),
    ] {
        for new in [json!(true), json!("nope")] {
            check_alone(pointer, new, path);
        }
    }
    let date = position(&embedded(), "dates", "D-council-2011");
    let adoption = position(&embedded(), "dates", "D-adoption");
    let period = position(&embedded(), "dates", embedded()["document"]["period"].as_str().unwrap());
    for (date, name) in
        [(date, "precision"), (date, "earliest"), (date, "latest"), (adoption, "latest"), (period, "earliest")]
    {
        check_alone(&format!("/dates/{date}/{name}"), json!("soon"), &format!("dates[{date}].{name}"));
    }
    // Where a quote may stand.
    check_alone("/text/0/text", json!(""), "text[0].text");
    check_alone("/text/0/unit", json!(""), "text[0].unit");
    let only = embedded()["text"].as_array().unwrap().iter().position(|block| block["unit"] == "R05").unwrap();
    check_alone(&format!("/text/{only}/unit"), json!(""), &format!("text[{only}].unit"));
    check_alone("/text", json!("all of it"), "text");
    let mut value = embedded();
    value.as_object_mut().unwrap().remove("text");
    assert_eq!(problems_of(&value).len(), 1, "no text at all");
}

/// What else is wrong is told all the same.
#[test]
fn a_mistake_beside_another_one() {
    let mut value = embedded();
    value["priorities"][2]["number"] = json!("three");
    value["operativeParagraphs"][7]["number"] = json!(9);
    value["recitals"][3]["id"] = json!(4);
    value["tasks"][0]["askedBy"] = json!("A-nobody");
    value["tasks"][1]["unit"] = json!("P11");
    value["priorities"][4]["title"]["quote"] = json!("not in the text");
    value["dates"][0]["latest"] = json!("soon");
    value["relations"][0]["sources"] = json!([]);
    let found: Vec<String> = problems_of(&value).into_iter().map(|problem| problem.path).collect();
    for path in [
        "priorities[2].number",
        "operativeParagraphs[7].number",
        "recitals[3].id",
        "tasks[0].askedBy",
        "priorities[4].title.quote",
        "dates[0].latest",
        "relations[0].origin",
    ] {
        assert!(found.iter().any(|found| found == path), "{path}: {found:?}");
    }
}

#[test]
fn references_in_plain_words() {
    let says = |pointer: &str, new: &str, expected: &str, found: &str| {
        let mut value = embedded();
        *value.pointer_mut(pointer).unwrap() = json!(new);
        let problems = problems_of(&value);
        assert_eq!((problems[0].expected.as_str(), problems[0].found.as_str()), (expected, found));
    };
    says("/tasks/0/askedBy", "A-nobody", "an id (actor)", "\"A-nobody\" (nothing here)");
    says("/tasks/0/askedBy", "P1", "an id (actor)", "\"P1\" (priority)");
    says("/aliases/0/of", "P99", "an id (entity)", "\"P99\" (nothing here)");
}

#[test]
fn a_property_that_stands_twice() {
    let text = dataset::EMBEDDED.replacen("\"format\":", "\"version\": \"9\", \"format\":", 1);
    let problems = dataset::read(text.as_bytes()).unwrap_err();
    assert_eq!((problems[0].path.as_str(), problems[0].code), ("version", ProblemCode::Duplicate));
}

#[test]
fn quotes_and_ids() {
    check("/priorities/1/title/quote", json!("Cyberaanval!"), "priorities[1].title.quote", ProblemCode::Quote);
    check("/priorities/1/title/unit", json!("P99"), "priorities[1].title.unit", ProblemCode::Reference);
    check("/document/adopted", json!("P1"), "document.adopted", ProblemCode::Reference);
    check("/instruments/0/implements", json!("P11"), "instruments[0].implements", ProblemCode::Reference);
    check("/tasks/0/askedBy", json!("A-nobody"), "tasks[0].askedBy", ProblemCode::Reference);
    check("/priorities/3/id", json!("P3"), "priorities[3].id", ProblemCode::Duplicate);
}

/// The embedded dataset with these documents of a portal.
fn with_documents(documents: &[Value]) -> Value {
    let mut value = embedded();
    value["documents"] = json!(documents);
    value
}

#[test]
fn documents() {
    let good = json!({
        "id": "guide", "title": "Handreiking", "summary": "Kort", "body": "Lang", "url": "gids?x=a:b", "language": "nl-NL",
        "priorities": ["P7e", "HT1"], "facets": { "kind": ["guide", "tool"], "year": ["2024"] }
    });
    assert_eq!(problems_of(&with_documents(&[])), []);
    assert_eq!(
        problems_of(&with_documents(&[good.clone(), json!({ "id": "other", "title": "Alleen een titel" })])),
        []
    );
    let check = |property: &str, new: Value, path: &str, code: ProblemCode| {
        let mut broken = good.clone();
        broken[property] = new;
        let path = ["documents[1]", path].concat();
        expect(&with_documents(&[json!({ "id": "first", "title": "Eerst" }), broken]), &path, code);
    };
    check("id", json!("first"), ".id", ProblemCode::Duplicate);
    check("id", json!("P7e"), ".id", ProblemCode::Duplicate);
    check("id", json!("a\u{0}b"), ".id", ProblemCode::Value);
    check("title", json!("a\nb"), ".title", ProblemCode::Value);
    check("title", json!(""), ".title", ProblemCode::Value);
    check("body", json!(["a"]), ".body", ProblemCode::Type);
    check("colour", json!("red"), ".colour", ProblemCode::Unknown);
    check("language", json!("Dutch"), ".language", ProblemCode::Value);
    check("priorities", json!(["P7e", "P99"]), ".priorities[1]", ProblemCode::Reference);
    check("priorities", json!(["R01"]), ".priorities[0]", ProblemCode::Reference);
    check("facets", json!({ "kind": "guide" }), ".facets.kind", ProblemCode::Type);
    check("facets", json!({ "kind": ["a", ""] }), ".facets.kind[1]", ProblemCode::Value);
    check("facets", json!({ "kind": ["a\nb"] }), ".facets.kind[0]", ProblemCode::Value);
    check("facets", json!({ "title": ["a"] }), ".facets.title", ProblemCode::Value);
    let many: serde_json::Map<String, Value> = (0..31).map(|n| (n.to_string(), json!(["x"]))).collect();
    check("facets", json!(many), ".facets", ProblemCode::Invariant);
    let addresses = [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "mailto:a@b.eu",
        "a b",
    ];
    for address in addresses {
        check("url", json!(address), ".url", ProblemCode::Value);
    }
    for address in ["https://x.eu/a:b", "http://x.eu", "//x.eu/", "/a", "a/b:c", "?a:b", "#a:b", "./", "é"] {
        let mut linked = good.clone();
        linked["url"] = json!(address);
        assert_eq!(problems_of(&with_documents(&[linked])), [], "{address}");
    }
    let mut without = good.clone();
    without.as_object_mut().unwrap().remove("title");
    let mut value = with_documents(&[without]);
    expect(&value, "documents[0].title", ProblemCode::Missing);
    // A problem of the portal's documents hides none of the document.
    value["document"]["adopted"] = value["document"]["period"].clone();
    expect(&value, "document.adopted", ProblemCode::Invariant);
    let mut value = embedded();
    value["documents"] = json!({});
    expect(&value, "documents", ProblemCode::Type);
}

#[test]
fn invariants() {
    check("/priorities/3/number", json!(5), "priorities[3].number", ProblemCode::Invariant);
    check("/subPriorities/3/letter", json!("e"), "subPriorities[3].letter", ProblemCode::Invariant);
    check("/priorities/6/declared/0/count", json!(4), "priorities[6].declared", ProblemCode::Invariant);
    // Numbers that add up to the right one only where they overflow.
    let mut value = embedded();
    let declared = value.pointer_mut("/priorities/0/declared").and_then(Value::as_array_mut).unwrap();
    let oaps = declared.iter().find(|declared| declared["type"] == "OAP").unwrap().clone();
    for count in [u32::MAX, 1] {
        let mut more = oaps.clone();
        more["count"] = json!(count);
        declared.push(more);
    }
    expect(&value, "priorities[0].declared", ProblemCode::Invariant);
    check(
        "/priorities/5/declaredSubPriorities/count",
        json!(3),
        "priorities[5].declaredSubPriorities.count",
        ProblemCode::Invariant,
    );
    check("/cycles/1/from", json!(2013), "cycles[1].from", ProblemCode::Invariant);
    let last = embedded().pointer("/cycles/2/id").unwrap().clone();
    check("/cycles/2/previous", last.clone(), "cycles[2].previous", ProblemCode::Invariant);
    check("/cycles/1/previous", last, "cycles[1].previous", ProblemCode::Invariant);
    check("/actors/0/id", json!("A-x\ny"), "actors[0].id", ProblemCode::Value);
    check("/facets/0/tag", json!("a\nb"), "facets[0].tag", ProblemCode::Value);
    let date = embedded().pointer("/dates/0/id").unwrap().clone();
    let mut value = embedded();
    value["dates"][0]["relativeTo"] = date;
    expect(&value, "dates[0].relativeTo", ProblemCode::Invariant);

    let mut no_plan = embedded();
    no_plan["instruments"].as_array_mut().unwrap().retain(|instrument| instrument["id"] != "OAP-2");
    expect(&no_plan, "priorities[1]", ProblemCode::Invariant);

    let mut no_term = embedded();
    no_term["terms"].as_array_mut().unwrap().retain(|term| term["abbreviation"] != "NEC");
    no_term["aliases"] = json!([]);
    expect(&no_term, "terms", ProblemCode::Invariant);

    let mut no_source = embedded();
    no_source["outside"]["facts"][0]["sources"] = json!([]);
    expect(&no_source, "outside.facts[0].sources", ProblemCode::Invariant);

    let mut late = embedded();
    for date in late["dates"].as_array_mut().unwrap() {
        if date["id"] == "D-adoption" {
            date["earliest"] = json!("2022-05-26");
            date["latest"] = json!("2022-05-26");
        }
    }
    expect(&late, "document.adopted", ProblemCode::Invariant);

    let mut twice = embedded();
    let alias = twice["aliases"][0].clone();
    twice["aliases"].as_array_mut().unwrap().push(alias);
    let index = twice["aliases"].as_array().unwrap().len() - 1;
    expect(&twice, &format!("aliases[{index}]"), ProblemCode::Duplicate);
}

/// The position of the item of a list with this id.
fn position(value: &Value, list: &str, id: &str) -> usize {
    value[list].as_array().unwrap().iter().position(|item| item["id"] == id).unwrap()
}

#[test]
fn versions_of_the_format() {
    for version in [json!(0), json!(-0.0), json!(-1), json!(1.5), json!(2), json!("1"), json!(null), json!([1])] {
        let mut value = embedded();
        value["formatVersion"] = version.clone();
        let problems = problems_of(&value);
        let found: Vec<(&str, ProblemCode)> =
            problems.iter().map(|problem| (problem.path.as_str(), problem.code)).collect();
        assert_eq!(found, [("formatVersion", ProblemCode::Format)], "{version}");
        expect(&value, "formatVersion", ProblemCode::Format);
    }
    let mut value = embedded();
    value["formatVersion"] = json!(1.0);
    assert_eq!(problems_of(&value), [], "1.0 is 1 in JSON");
    check_without("", "formatVersion", "formatVersion");
}

#[test]
fn footnotes() {
    let marker = |quote: &str| json!({ "unit": "R01", "quote": quote });
    check("/footnotes/0/marker", marker("criminaliteit"), "footnotes[0].marker", ProblemCode::Invariant);
    check("/footnotes/0/marker", marker("criminaliteit2"), "footnotes[0].marker", ProblemCode::Invariant);
    check("/footnotes/0/marker", marker("1"), "footnotes[0].marker", ProblemCode::Invariant);
    check("/footnotes/1/number", json!(3), "footnotes[1].number", ProblemCode::Invariant);
    // Twice in one block and twice in two count the same.
    let mut value = embedded();
    let blocks = value["text"].as_array_mut().unwrap();
    blocks.push(json!({ "unit": "O13", "kind": "paragraph", "text": "En nog eens: Empact4." }));
    expect(&value, "footnotes[3].marker", ProblemCode::Invariant);
    assert_eq!(problems_of(&value).len(), 1);
}

#[test]
fn one_of_each_for_an_area() {
    for (list, id) in [("objectives", "OBJ-again"), ("experiences", "EXP-again")] {
        let mut value = embedded();
        let mut again = value[list][1].clone();
        again["id"] = json!(id);
        let items = value[list].as_array_mut().unwrap();
        items.push(again);
        let path = format!("{list}[{}].area", items.len() - 1);
        expect(&value, &path, ProblemCode::Duplicate);
    }
}

#[test]
fn a_unit_without_text() {
    let mut value = embedded();
    value["text"].as_array_mut().unwrap().retain(|block| block["unit"] != "R05");
    expect(&value, "recitals[4]", ProblemCode::Invariant);
}

#[test]
fn bounds_of_dates() {
    let date = position(&embedded(), "dates", "D-council-2011");
    let path = format!("dates[{date}].precision");
    check(&format!("/dates/{date}/latest"), json!("2011-06-08"), &path, ProblemCode::Invariant);
    check(&format!("/dates/{date}/precision"), json!("none"), &path, ProblemCode::Invariant);
    for missing in [&["earliest"][..], &["latest"], &["earliest", "latest"]] {
        let mut value = embedded();
        for name in missing {
            value["dates"][date].as_object_mut().unwrap().remove(*name).unwrap();
        }
        expect(&value, &path, ProblemCode::Invariant);
    }
    for day in ["2011-02-29", "2011-13-01", "2011-06-31", "2011-00-10", "11-06-09", "2011-6-9"] {
        let path = format!("dates[{date}].latest");
        check(&format!("/dates/{date}/latest"), json!(day), &path, ProblemCode::Value);
    }
}

#[test]
fn what_precedes() {
    // The interim report in spring, so that it cannot come after the summer.
    let mut value = embedded();
    let (report, relation) = (position(&value, "dates", "D-interim-report"), position(&value, "relations", "REL04"));
    value["dates"][report]["latest"] = json!("2023-05-31");
    assert_eq!(problems_of(&value), []);
    let (from, to) = (value["relations"][relation]["from"].clone(), value["relations"][relation]["to"].clone());
    value["relations"][relation]["from"] = to;
    value["relations"][relation]["to"] = from;
    expect(&value, &format!("relations[{relation}].from"), ProblemCode::Invariant);
}

/// The edge of a rule is on its right side.
#[test]
fn just_allowed() {
    let mut value = embedded();
    let cycle = value["cycles"].as_array().unwrap().len() - 1;
    value["cycles"][cycle]["to"] = value["cycles"][cycle]["from"].clone();
    assert_eq!(problems_of(&value), [], "a cycle of one year");

    let mut value = embedded();
    let relation = position(&value, "relations", "REL04");
    let (from, to) = (value["relations"][relation]["from"].clone(), value["relations"][relation]["to"].clone());
    let deadline = |task: &Value| {
        let task = position(&embedded(), "tasks", task.as_str().unwrap());
        position(&embedded(), "dates", embedded()["tasks"][task]["deadline"].as_str().unwrap())
    };
    value["dates"][deadline(&from)]["latest"] = value["dates"][deadline(&to)]["earliest"].clone();
    value["relations"][relation]["from"] = to;
    value["relations"][relation]["to"] = from;
    assert_eq!(problems_of(&value), [], "two tasks that can be done on the same day, one after the other");
}

#[test]
fn adopted_on_the_first_day() {
    let mut value = embedded();
    let period = position(&value, "dates", value["document"]["period"].as_str().unwrap());
    let adoption = position(&value, "dates", "D-adoption");
    let first_day = value["dates"][period]["earliest"].clone();
    value["dates"][adoption]["earliest"] = first_day.clone();
    value["dates"][adoption]["latest"] = first_day;
    expect(&value, "document.adopted", ProblemCode::Invariant);
}

#[test]
fn abbreviations_that_the_text_introduces() {
    let mut value = embedded();
    let text = "Een raad (XY), twee plannen (2 A-BC’s), een bijlage (A), een land (Nederland) en Europa (EU).";
    value["text"].as_array_mut().unwrap().push(json!({ "unit": "O13", "kind": "paragraph", "text": text }));
    let problems = problems_of(&value);
    let missing: Vec<&str> = problems.iter().map(|problem| problem.expected.as_str()).collect();
    let term = |word| format!("a term for \"{word}\", which O13 introduces");
    assert_eq!(missing, [term("XY"), term("A-BC")]);
}

#[test]
fn aliases_in_capitals_are_the_same() {
    let mut value = embedded();
    let mut alias = value["aliases"][0].clone();
    alias["text"] = json!(alias["text"].as_str().unwrap().to_ascii_uppercase());
    let aliases = value["aliases"].as_array_mut().unwrap();
    aliases.push(alias);
    let path = format!("aliases[{}]", aliases.len() - 1);
    expect(&value, &path, ProblemCode::Duplicate);
}

/// What is one too many is told where it comes first, not wherever it is used.
#[test]
fn one_too_many_is_one_problem() {
    let facets: serde_json::Map<String, Value> = (0..31).map(|n| (n.to_string(), json!(["x"]))).collect();
    let document = |id: &str| json!({ "id": id, "title": id, "facets": facets });
    let paths = |value: &Value| problems_of(value).into_iter().map(|problem| problem.path).collect::<Vec<_>>();
    assert_eq!(paths(&with_documents(&[document("one"), document("two")])), ["documents[0].facets"]);

    let mut value = embedded();
    let tags = ["bg", "cs", "da", "de", "el", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt"];
    for tag in tags {
        value["ownWords"][tag] = json!({ "P1": { "title": tag } });
    }
    value["aliases"][0]["lang"] = json!("lt");
    assert_eq!(paths(&value), ["ownWords"]);
}

/// Areas that cannot be read are not taken for one and the same.
#[test]
fn two_unreadable_references() {
    let mut value = embedded();
    for place in [0, 1] {
        value["objectives"][place]["area"] = json!(5);
    }
    let found: Vec<String> = problems_of(&value).into_iter().map(|problem| problem.path).collect();
    assert_eq!(found, ["objectives[0].area", "objectives[1].area"]);
}

#[test]
fn evidence() {
    let value = embedded();
    check(
        "/objectives/0/source",
        value["objectives"][1]["source"].clone(),
        "objectives[0].source",
        ProblemCode::Invariant,
    );
    check("/tasks/0/action", value["tasks"][1]["action"].clone(), "tasks[0].action", ProblemCode::Invariant);
    check(
        "/priorities/0/title",
        value["priorities"][1]["title"].clone(),
        "priorities[0].title",
        ProblemCode::Invariant,
    );

    check("/relations/0/sources", json!([]), "relations[0].origin", ProblemCode::Invariant);
    check("/relations/0/facts", json!(["OF001"]), "relations[0].origin", ProblemCode::Invariant);
    check("/relations/0/origin", json!("outside"), "relations[0].origin", ProblemCode::Invariant);
    check("/relations/0/origin", json!("derived"), "relations[0].origin", ProblemCode::Invariant);
    check("/cycles/0/sources", json!([]), "cycles[0].origin", ProblemCode::Invariant);
    let mut from_nowhere = value;
    from_nowhere["relations"][0]["origin"] = json!("outside");
    from_nowhere["relations"][0]["sources"] = json!([]);
    expect(&from_nowhere, "relations[0].facts", ProblemCode::Invariant);
    check("/actors/0/mentions", json!([]), "actors[0].mentions", ProblemCode::Invariant);
}

#[test]
fn ids_of_derived_relations() {
    for id in ["REL-bundles-P6-P6a", "REL-addresses-TK09-A-cosi"] {
        check("/relations/0/id", json!(id), "relations[0].id", ProblemCode::Duplicate);
    }
}

#[test]
fn words_of_ours_beside_official_ones() {
    for (name, path) in [("title", "ownWords.nl.P7e.title"), ("objective", "ownWords.nl.P7e.objective")] {
        let mut value = embedded();
        value["ownWords"]["nl"]["P7e"][name] = json!("Iets anders");
        expect(&value, path, ProblemCode::Invariant);
        assert_eq!(problems_of(&value).len(), 1);
    }
}

/// As many languages as the index has fields for, and all of them are searched.
#[test]
fn many_languages() {
    let tags = ["bg", "cs", "da", "de", "el", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt"];
    let with = |n: usize| {
        let mut value = embedded();
        for tag in tags.into_iter().take(n) {
            let (title, gist) = (["een", tag].concat(), ["twee", tag].concat());
            value["ownWords"][tag] = json!({ "P1": { "title": title, "gist": gist } });
        }
        value
    };
    let value = with(13);
    let engine = Engine::from_json(value.to_string().as_bytes()).unwrap();
    let total = |query: &str| engine.search(query, &SearchOptions::default()).unwrap().total;
    assert_eq!((total("eenit"), total("tweeit")), (1, 1));
    let both = Engine::embedded().unwrap();
    assert_eq!(total("verzoekt"), both.search("verzoekt", &SearchOptions::default()).unwrap().total);
    expect(&with(14), "ownWords", ProblemCode::Invariant);
    // The language of the document is one of them.
    let mut value = with(13);
    value["language"] = json!("mt");
    expect(&value, "ownWords", ProblemCode::Invariant);
    let mut value = with(13);
    value["aliases"][0]["lang"] = json!("lt");
    expect(&value, "aliases[0].lang", ProblemCode::Invariant);
}

#[test]
fn language_tags() {
    for tag in ["!!", "nederlands", "n", "nl_BE", "nl-"] {
        check("/language", json!(tag), "language", ProblemCode::Value);
        check("/aliases/0/lang", json!(tag), "aliases[0].lang", ProblemCode::Value);
        let mut value = embedded();
        value["ownWords"][tag] = json!({ "P7e": { "title": "?" } });
        expect(&value, &format!("ownWords.{tag}"), ProblemCode::Value);
        let mut value = embedded();
        value["outside"]["facts"][0]["statement"][tag] = json!("?");
        expect(&value, &format!("outside.facts[0].statement.{tag}"), ProblemCode::Value);
    }
    for tag in ["de", "nl-BE", "sr-Latn-RS"] {
        let mut value = embedded();
        value["ownWords"][tag] = json!({ "P7e": { "title": "Titel" } });
        assert_eq!(problems_of(&value), [], "{tag}");
    }
}

#[test]
fn all_at_once() {
    let mut value = embedded();
    value["priorities"][0]["number"] = json!("one");
    value["priorities"][1]["title"]["quote"] = json!("not in the text");
    value["tasks"][2]["unit"] = json!("X1");
    value["aliases"][5].as_object_mut().unwrap().remove("kind");
    value["surprise"] = json!(true);
    let problems = problems_of(&value);
    for path in ["priorities[0].number", "priorities[1].title.quote", "tasks[2].unit", "aliases[5].kind", "surprise"] {
        assert!(problems.iter().any(|problem| problem.path == path), "{path}: {problems:#?}");
    }
}

#[test]
fn hopeless_files() {
    for (bytes, code) in [
        (&b""[..], ProblemCode::Syntax),
        (b"{", ProblemCode::Syntax),
        (b"nonsense", ProblemCode::Syntax),
        (b"\xFF\xFE{\0}\0", ProblemCode::Syntax),
        (b"[]", ProblemCode::Type),
        (b"null", ProblemCode::Type),
        (b"{}", ProblemCode::Missing),
    ] {
        let problems = dataset::read(bytes).unwrap_err();
        assert!(problems.iter().any(|problem| problem.code == code), "{bytes:?}: {problems:?}");
    }
    let deep = "[".repeat(100_000);
    assert_eq!(dataset::read(deep.as_bytes()).unwrap_err()[0].code, ProblemCode::Syntax);
    let large = vec![b' '; dataset::SIZE_LIMIT + 1];
    assert_eq!(dataset::read(&large).unwrap_err()[0].code, ProblemCode::TooLarge);
    // The outer list is a value too.
    for (n_values, code) in
        [(dataset::VALUE_LIMIT, ProblemCode::Type), (dataset::VALUE_LIMIT + 1, ProblemCode::TooLarge)]
    {
        let values = format!("[{}0]", "0,".repeat(n_values - 2));
        assert_eq!(dataset::read(values.as_bytes()).unwrap_err()[0].code, code);
    }
    let many = format!(r#"{{"format":"empact-priorities","formatVersion":1,"recitals":[{}0]}}"#, "0,".repeat(50_000));
    let problems = dataset::read(many.as_bytes()).unwrap_err();
    assert!(problems.len() <= 1_001, "{} problems", problems.len());
    assert_eq!(problems.last().unwrap().code, ProblemCode::More);
}

#[test]
fn a_byte_order_mark_does_not_matter() {
    let text = format!("\u{FEFF}{}", dataset::EMBEDDED);
    assert!(dataset::read(text.as_bytes()).is_ok());
}

/// All JSON pointers of a value.
fn pointers(value: &Value, here: &str, all: &mut Vec<String>) {
    all.push(here.to_owned());
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                pointers(value, &format!("{here}/{}", key.replace('~', "~0").replace('/', "~1")), all);
            }
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, value)| pointers(value, &format!("{here}/{index}"), all));
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is put in the place of whatever: an answer, never a panic.
    #[test]
    fn broken_anywhere(
        place in any::<prop::sample::Index>(),
        new in prop_oneof![
            Just(Value::Null), Just(json!(true)), Just(json!(1.5)), Just(json!(4_294_967_296_u64)), Just(json!("")),
            Just(json!("\u{0}\u{202E}x")), Just(json!([])), Just(json!({})), Just(json!([[[]]])), Just(json!({"unit": "P1", "quote": "de"})),
        ],
    ) {
        let mut value = embedded();
        let mut all = Vec::new();
        pointers(&value, "", &mut all);
        let pointer = place.get(&all).clone();
        *value.pointer_mut(&pointer).unwrap() = new;
        if let Err(problems) = dataset::read(value.to_string().as_bytes()) {
            prop_assert!(!problems.is_empty());
        }
    }

    /// Nor do bytes.
    #[test]
    fn arbitrary_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(dataset::read(&bytes).is_err());
    }
}

#[test]
fn the_schema_knows_the_names_that_the_reader_knows() {
    fn names<T: Named>(pointer: &str, leave_out: &[&str]) {
        let schema: Value = serde_json::from_str(include_str!("../src/dataset/dataset.schema.json")).unwrap();
        let listed = schema.pointer(&format!("/properties/{pointer}/enum")).unwrap_or_else(|| panic!("no {pointer}"));
        let known: Vec<&str> =
            T::ALL.iter().map(|value| value.name()).filter(|name| !leave_out.contains(name)).collect();
        assert_eq!(*listed, json!(known), "{pointer}");
    }
    names::<BlockKind>("text/items/properties/kind", &[]);
    names::<InstrumentType>("instruments/items/properties/type", &[]);
    names::<InstrumentType>("priorities/items/properties/declared/items/properties/type", &[]);
    names::<PredecessorType>("experiences/items/properties/predecessors/items/properties/type", &[]);
    names::<VerbForm>("operativeParagraphs/items/properties/form", &[]);
    names::<Modality>("tasks/items/properties/modality", &[]);
    names::<ActorType>("actors/items/properties/type", &[]);
    names::<DateType>("dates/items/properties/type", &[]);
    names::<Precision>("dates/items/properties/precision", &[]);
    names::<ReferenceType>("references/items/properties/type", &[]);
    names::<FacetKind>("facets/items/properties/kind", &[]);
    names::<RelationType>("relations/items/properties/type", &[]);
    names::<Origin>("relations/items/properties/origin", &["derived"]);
    names::<Origin>("cycles/items/properties/origin", &["derived"]);
    names::<AliasKind>("aliases/items/properties/kind", &[]);
    names::<OutsideTopic>("outside/properties/facts/items/properties/topic", &[]);
    names::<Confidence>("outside/properties/facts/items/properties/confidence", &[]);
}

//! The engine against its model, read in the simplest way. Held here:
//!
//! 1. Every condition on tasks filters: alone and together they give what a plain filter over the model gives.
//! 2. Limit, offset, kinds and filters cut the one list of all hits, two values of a facet widen it, two facets narrow it; in the order of the document
//!    it is the same list.
//! 3. A language is found by its closest tag; one that the dataset does not have is an error, and so is too high a limit.
//! 4. The place of an excerpt is where exactly its words stand, and the title that is shown is not its own excerpt.
//! 5. Who types what a unit is called, with or without the word for its kind, gets that unit first.
//! 6. Notices: exactly these, each once, each at its place.
//! 7. A hit shows why it was found.
//! 8. The documents that a dataset carries are found in their own language, and by the crime areas that they belong to.
//! 9. `facet:value` in a text does what the same filter among the options does, `field:word` finds only what the field holds, and a text that only
//!    excludes lists the rest.
//! 10. A suggestion goes on in the language of what stands before it, then in the reader's, says its language, and is spelled as in the texts; so is a
//!     correction.
//! 11. Marking any text shows what a search shows: other forms of a word, its compounds, and what only the index relates to it; whatever was marked before.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects by failing loudly; clippy spares only functions marked as tests"
)]

use empact_priorities::dataset;
use empact_priorities::documents::{self, Collection};
use empact_priorities::engine::{ArgumentError, Engine, Hit, HitOrder, LIMIT, SearchAnswer, SearchOptions, TaskFilter};
use empact_priorities::group::Typos;
use empact_priorities::model::{BlockKind, Modality, Model, Named, Status, Task, UNIT_KINDS, Unit};
use empact_priorities::query::{LastWord, NoticeCode};
use empact_priorities::searchable::{SearchField, called};
use std::collections::BTreeSet;

#[test]
fn documents_of_the_portal() {
    assert!(engine().documents().is_none());
    let mut dataset: serde_json::Value = serde_json::from_str(dataset::EMBEDDED).unwrap();
    dataset["documents"] = serde_json::json!([
        { "id": "guide", "title": "Handreiking accijnsfraude", "summary": "Voor de douane", "url": "/guide", "priorities": ["P7b", "P7c"],
          "facets": { "kind": ["guide"] } },
        { "id": "policy", "title": "Policies on firearms", "body": "For all", "language": "en-GB", "priorities": ["P10"],
          "facets": { "kind": ["law"] } },
        { "id": "plain", "title": "Jaarbericht" },
    ]);
    let engine = Engine::from_json(dataset.to_string().as_bytes()).unwrap();
    assert_eq!(engine.search("", &all()).unwrap().total, 52);
    let documents = Collection::open(engine.documents().unwrap()).unwrap();
    assert_eq!(documents.facets(), ["priorities", "language", "kind"]);
    let check = |text: &str, filters: Vec<(usize, String)>, expected: &[&str]| {
        let options = documents::Options { filters, last_word: LastWord::Complete, ..documents::Options::default() };
        let hits = documents.search(text, &options).hits;
        let ids: Vec<_> = hits.iter().map(|hit| documents.record(hit.document).id).collect();
        assert_eq!(ids, expected, "{text}");
    };
    check("fraude", vec![], &["guide"]);
    check("policy", vec![], &["policy"]);
    check("priorities:P7c", vec![], &["guide"]);
    check("", vec![(0, "P10".to_owned())], &["policy"]);
    check("", vec![(1, "nl".to_owned())], &["guide", "plain"]);
    check("kind:guide", vec![], &["guide"]);
    assert_eq!((documents.stored(0, 1), documents.stored(1, 2)), ("Voor de douane", "For all"));
}

fn engine() -> Engine {
    Engine::embedded().unwrap()
}

fn all() -> SearchOptions {
    SearchOptions { limit: LIMIT, ..SearchOptions::default() }
}

fn ids<'a>(answer: &'a SearchAnswer<'_>) -> Vec<&'a str> {
    answer.hits.iter().map(|hit| hit.id).collect()
}

/// What people type for each unit, one text of all kinds after the other.
fn typed() -> impl Iterator<Item = &'static str> {
    let lines = include_str!("data/typed-words.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('\t')).map(|(_, text)| text)
}

// 1. Tasks.

fn check_tasks(engine: &Engine, filter: &TaskFilter, expected: impl Fn(&Task) -> bool) -> usize {
    let naive: Vec<&str> =
        engine.model().tasks.iter().filter(|task| expected(task)).map(|task| task.id.as_str()).collect();
    let found: Vec<&str> = engine.tasks(filter).unwrap().iter().map(|task| task.id.as_str()).collect();
    assert_eq!(found, naive, "{filter:?}");
    found.len()
}

fn is_asked(task: &Task, actor: &str) -> bool {
    task.addressees.iter().any(|(id, _)| id == actor)
}

/// Whether the deadline of a task has passed when a day begins.
fn has_passed(model: &Model, task: &Task, day: &str) -> bool {
    let deadline = model.dates.iter().find(|date| Some(&date.id) == task.deadline.as_ref());
    deadline.and_then(|date| date.latest.as_deref()).is_some_and(|latest| latest < day)
}

#[test]
fn each_condition_on_tasks() {
    let engine = engine();
    let model = engine.model();
    assert_eq!(check_tasks(&engine, &TaskFilter::default(), |_| true), model.tasks.len());
    for actor in &model.actors {
        let filter = TaskFilter { actor: Some(actor.id.clone()), ..TaskFilter::default() };
        assert!(check_tasks(&engine, &filter, |task| is_asked(task, &actor.id)) < model.tasks.len());
    }
    let mut of_units = 0;
    for unit in &model.units {
        let filter = TaskFilter { unit: Some(unit.id.clone()), ..TaskFilter::default() };
        of_units += check_tasks(&engine, &filter, |task| task.unit == unit.id);
    }
    assert_eq!(of_units, model.tasks.len());
    for modality in Modality::ALL {
        let filter = TaskFilter { modality: Some(modality.name().to_owned()), ..TaskFilter::default() };
        let found = check_tasks(&engine, &filter, |task| task.modality == *modality);
        assert!(0 < found && found < model.tasks.len(), "{}", modality.name());
    }
    let mut numbers = Vec::new();
    for day in ["2021-01-01", "2023-08-31", "2023-09-01", "2023-12-31", "2024-01-01", "2030-01-01"] {
        let filter = TaskFilter { before: Some(day.to_owned()), ..TaskFilter::default() };
        numbers.push(check_tasks(&engine, &filter, |task| has_passed(model, task, day)));
    }
    assert_eq!(
        numbers,
        [0, 0, 1, 1, 3, 3],
        "the evaluation by the summer of 2023, the interim report in the course of it"
    );
}

#[test]
fn conditions_on_tasks_together() {
    let engine = engine();
    let model = engine.model();
    let mut n_matching = 0;
    for actor in ["A-cosi", "A-europol", "A-member-states"] {
        for unit in ["GP4", "O03", "O13"] {
            for modality in ["will", "request", "must"] {
                for before in ["2023-09-01", "2024-01-01"] {
                    let filter = TaskFilter {
                        actor: Some(actor.to_owned()),
                        unit: Some(unit.to_owned()),
                        modality: Some(modality.to_owned()),
                        before: Some(before.to_owned()),
                    };
                    n_matching += check_tasks(&engine, &filter, |task| {
                        is_asked(task, actor)
                            && task.unit == unit
                            && task.modality.name() == modality
                            && has_passed(model, task, before)
                    });
                }
            }
        }
    }
    assert_eq!(n_matching, 4, "COSI's evaluation on both days, Europol's two tasks on the later one");
    let unknown = TaskFilter { modality: Some("perhaps".to_owned()), ..TaskFilter::default() };
    assert_eq!(engine.tasks(&unknown).unwrap_err(), ArgumentError::Modality("perhaps".to_owned()));
    for day in ["2023-02-29", "2023-13-01", "2023-1-1", "23-01-01", "2023-01-01T00", ""] {
        let filter = TaskFilter { before: Some(day.to_owned()), ..TaskFilter::default() };
        assert_eq!(engine.tasks(&filter).unwrap_err(), ArgumentError::Day(day.to_owned()));
    }
}

// 2. Options of a search.

const QUERIES: [&str; 4] = ["", "criminele netwerken", "witwassen", "Europol"];

#[test]
fn limit_and_offset() {
    let engine = engine();
    for query in QUERIES {
        let whole = engine.search(query, &all()).unwrap();
        assert_eq!(whole.total, whole.hits.len());
        for (limit, offset) in [(0, 0), (1, 0), (1, 1), (3, 2), (20, 0), (20, 10), (5, whole.total), (5, usize::MAX)] {
            let options = SearchOptions { limit, offset, ..SearchOptions::default() };
            let page = engine.search(query, &options).unwrap();
            let expected: Vec<&str> = ids(&whole).into_iter().skip(offset).take(limit).collect();
            assert_eq!((ids(&page), page.total), (expected, whole.total), "{query:?} {limit} {offset}");
        }
        assert_eq!(engine.search(query, &SearchOptions::default()).unwrap().hits.len(), whole.total.min(20));
    }
    let too_many = SearchOptions { limit: LIMIT + 1, ..SearchOptions::default() };
    assert_eq!(engine.search("witwassen", &too_many).unwrap_err(), ArgumentError::Limit);
}

#[test]
fn document_order() {
    let engine = engine();
    let place = |id: &str| engine.model().units.iter().position(|unit| unit.id == id).unwrap();
    for query in [&QUERIES[..], &["7e", "-fraude", "europol zonnebloem"]].concat() {
        let best_first = engine.search(query, &all()).unwrap();
        let ordered = engine.search(query, &SearchOptions { order: HitOrder::Document, ..all() }).unwrap();
        let mut expected = best_first.hits.clone();
        expected.sort_by_key(|hit| place(hit.id));
        let said = |answer: &SearchAnswer| format!("{} {:?}", answer.total, answer.notices);
        assert_eq!(format!("{:?}", ordered.hits), format!("{expected:?}"), "{query:?}");
        assert_eq!(said(&ordered), said(&best_first), "{query:?}");
        let page = SearchOptions { order: HitOrder::Document, limit: 3, offset: 1, ..all() };
        assert!(ids(&engine.search(query, &page).unwrap()).into_iter().eq(ids(&ordered).into_iter().skip(1).take(3)));
    }
    let best =
        |order| engine.search("witwassen", &SearchOptions { order, limit: 1, ..all() }).unwrap().hits[0].id.to_owned();
    assert_ne!(best(HitOrder::Document), best(HitOrder::Relevance));
}

fn check_search(engine: &Engine, options: &SearchOptions, expected: impl Fn(&Unit) -> bool) -> usize {
    let mut n_units = 0;
    for query in QUERIES {
        let whole = engine.search(query, &all()).unwrap();
        let passes = |id: &&str| expected(engine.model().unit(id).unwrap());
        let naive: Vec<&str> = ids(&whole).into_iter().filter(passes).collect();
        let found = engine.search(query, options).unwrap();
        assert_eq!((ids(&found), found.total), (naive.clone(), naive.len()), "{query:?} {options:?}");
        if query.is_empty() {
            n_units = naive.len();
        }
    }
    n_units
}

#[test]
fn kinds() {
    let engine = engine();
    let mut n_units = 0;
    for kind in UNIT_KINDS {
        let options = SearchOptions { kinds: vec![kind.name().to_owned()], ..all() };
        n_units += check_search(&engine, &options, |unit| unit.kind == *kind);
    }
    assert_eq!(n_units, engine.model().units.len());
    let options = SearchOptions { kinds: vec!["recital".to_owned(), "sub-priority".to_owned()], ..all() };
    let names = ["recital", "sub-priority"];
    assert_eq!(check_search(&engine, &options, |unit| names.contains(&unit.kind.name())), 16 + 7);
    let unknown = SearchOptions { kinds: vec!["task".to_owned()], ..all() };
    assert_eq!(engine.search("", &unknown).unwrap_err(), ArgumentError::Kind("task".to_owned()));
}

/// Whether a unit has a value of a facet, read straight from the records.
fn has(model: &Model, unit: &Unit, facet: &str, value: &str) -> bool {
    match facet {
        "kind" => unit.kind.name() == value,
        "instrument" => model.instruments.iter().any(|i| i.implements == unit.id && i.instrument_type.name() == value),
        "actor" => model.tasks.iter().any(|task| task.unit == unit.id && is_asked(task, value)),
        _ => {
            let id = [facet, ":", value].concat();
            model.facets.iter().any(|known| known.id == id && known.areas.iter().any(|(area, _)| *area == unit.id))
        }
    }
}

fn filtered(filters: &[(&str, &str)]) -> SearchOptions {
    let filters = filters.iter().map(|(facet, value)| ((*facet).to_owned(), (*value).to_owned())).collect();
    SearchOptions { filters, ..all() }
}

#[test]
fn filters() {
    let engine = engine();
    let model = engine.model();
    for facet in engine.facets() {
        let values = facet.values(model);
        for (value, next) in values.iter().zip(values.iter().skip(1)) {
            check_search(&engine, &filtered(&[(facet.name(), value)]), |unit| has(model, unit, facet.name(), value));
            // Two values of one facet: either.
            check_search(&engine, &filtered(&[(facet.name(), value), (facet.name(), next)]), |unit| {
                has(model, unit, facet.name(), value) || has(model, unit, facet.name(), next)
            });
        }
    }
    // Of two facets: one value of each.
    let (oap, chsg) = (("instrument", "OAP"), ("instrument", "CHSG"));
    let (laundering, corruption) = (("offence", "money-laundering"), ("offence", "corruption"));
    let one = |unit: &Unit, filter: (&str, &str)| has(model, unit, filter.0, filter.1);
    let with_chsg = check_search(&engine, &filtered(&[chsg]), |unit| one(unit, chsg));
    let either = check_search(&engine, &filtered(&[oap, chsg]), |unit| one(unit, oap) || one(unit, chsg));
    let both = check_search(&engine, &filtered(&[chsg, laundering]), |unit| one(unit, chsg) && one(unit, laundering));
    assert_eq!((with_chsg, either, both), (3, 16, 2));
    check_search(&engine, &filtered(&[oap, laundering, chsg, corruption]), |unit| {
        (one(unit, oap) || one(unit, chsg)) && (one(unit, laundering) || one(unit, corruption))
    });
    let unknown = filtered(&[("colour", "red")]);
    assert_eq!(engine.search("", &unknown).unwrap_err(), ArgumentError::Facet("colour".to_owned()));
}

/// A facet is counted as if nothing were chosen in it: how many units have each value, most frequent first. What is chosen stays in the list.
#[test]
fn counts() {
    let engine = engine();
    let model = engine.model();
    for facet in engine.facets() {
        let name = facet.name();
        for chosen in [None, Some(("kind", "guiding-principle")), Some(("offence", "money-laundering"))] {
            let filters: Vec<(&str, &str)> = chosen.into_iter().collect();
            let passes = |unit: &Unit| chosen.is_none_or(|(of, value)| of == name || has(model, unit, of, value));
            let mut expected: Vec<(&str, usize)> = Vec::new();
            for value in facet.values(model) {
                let count = model.units.iter().filter(|unit| passes(unit) && has(model, unit, name, value)).count();
                if count > 0 {
                    expected.push((value, count));
                }
            }
            expected.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            let options = SearchOptions { facets: vec![name.to_owned()], limit: 0, ..filtered(&filters) };
            assert_eq!(engine.search("", &options).unwrap().facets[0].values, expected, "{name} {chosen:?}");
        }
    }
    let options = SearchOptions { facets: vec!["kind".to_owned()], ..filtered(&[("kind", "recital")]) };
    let answer = engine.search("accijnsfraude", &options).unwrap();
    assert!(answer.total == 0 && answer.facets[0].values.contains(&("recital", 0)), "{:?}", answer.facets);
}

// 3. Languages.

#[test]
fn languages() {
    let engine = engine();
    let titles = |lang: &str| -> Vec<String> {
        let answer = engine.search("witwassen", &SearchOptions { lang: lang.to_owned(), ..all() }).unwrap();
        answer.hits.iter().map(|hit| [hit.title.lang, ": ", hit.title.text].concat()).collect()
    };
    assert!(titles("nl").iter().all(|title| title.starts_with("nl: ")));
    assert!(titles("en").iter().all(|title| title.starts_with("en: ")));
    for (tag, same) in [("", "nl"), ("nl-BE", "nl"), ("NL", "nl"), ("nl-be", "nl"), ("en-GB", "en"), ("EN-us", "en")] {
        assert_eq!(titles(tag), titles(same), "{tag:?}");
        let text = "crimineel: networks, netwerken";
        let marks = |lang| engine.highlight("network ", text, lang).unwrap();
        assert_eq!(marks(tag), marks(same), "{tag:?}");
    }
    for tag in ["fr", "n", "nld", "-", "e n"] {
        let error = || ArgumentError::Language(tag.to_owned(), "nl, en".to_owned());
        let options = SearchOptions { lang: tag.to_owned(), ..all() };
        assert_eq!(engine.search("witwassen", &options).unwrap_err(), error());
        assert_eq!(engine.highlight("witwassen", "witwassen", tag).unwrap_err(), error());
    }
}

// 4 and 7. What a hit shows.

fn check_excerpt(engine: &Engine, query: &str, hit: &Hit<'_>) -> Option<SearchField> {
    let what = format!("{query:?} in {}", hit.id);
    for mark in &hit.highlights {
        assert!(!mark.is_empty() && mark.of(hit.title.text).is_some(), "{what}");
    }
    let Some(excerpt) = &hit.excerpt else {
        let by_number = hit.matched.iter().any(|(field, _)| *field == SearchField::Number);
        assert!(!hit.highlights.is_empty() || by_number, "{what}: nothing shows why");
        return None;
    };
    assert!(!excerpt.highlights.is_empty(), "{what}: an excerpt without a highlight");
    for mark in &excerpt.highlights {
        assert!(!mark.is_empty() && mark.of(excerpt.text).is_some(), "{what}");
    }
    assert_eq!(excerpt.place.is_some(), excerpt.status == Status::Official, "{what}");
    if excerpt.field == SearchField::Title {
        let is_shown = excerpt.lang == hit.title.lang;
        assert!(!is_shown && hit.highlights.is_empty(), "{what}: the title is shown already");
    }
    if let Some((unit, block, span)) = excerpt.place {
        let block = &engine.model().unit(unit).unwrap().blocks[block];
        assert_eq!((unit, span.of(&block.text)), (hit.id, Some(excerpt.text)), "{what}");
        let is_title = block.kind == BlockKind::Title;
        assert!(!is_title || excerpt.field == SearchField::Title, "{what}: the title is no excerpt");
        let before = block.text.get(..span.start).unwrap().trim();
        let behind = block.text.get(span.end..).unwrap().trim();
        if excerpt.field == SearchField::Text {
            assert_eq!((excerpt.truncated_start, excerpt.truncated_end), (!before.is_empty(), !behind.is_empty()));
        }
        // The objective stands inside its block: its excerpt is not at the block's beginning.
        if excerpt.field == SearchField::Objective {
            let objective = &engine.model().objective_of(unit).unwrap().source;
            assert!(objective.span.contains(span), "{what}");
        }
        return Some(excerpt.field);
    }
    None
}

#[test]
fn excerpts() {
    let engine = engine();
    let (mut of_text, mut of_objective, mut n_late) = (0, 0, 0);
    for lang in ["nl", "en"] {
        for (last_word, step) in [(LastWord::Complete, 3), (LastWord::Unfinished, 5)] {
            for query in typed().step_by(step) {
                let options = SearchOptions { lang: lang.to_owned(), last_word, limit: 8, ..all() };
                for hit in &engine.search(query, &options).unwrap().hits {
                    match check_excerpt(&engine, query, hit) {
                        Some(SearchField::Text) => of_text += 1,
                        Some(SearchField::Objective) => of_objective += 1,
                        _ => {}
                    }
                    let place = hit.excerpt.as_ref().and_then(|excerpt| excerpt.place);
                    n_late += usize::from(place.is_some_and(|(_, block, span)| block > 0 && span.start > 0));
                }
            }
        }
    }
    assert!(of_text > 100 && of_objective > 100 && n_late > 100, "{of_text}, {of_objective}, {n_late}");
}

#[test]
fn words_of_titles_only() {
    let engine = engine();
    // Each title in one language, searched by readers of the other.
    for unit in &engine.model().units {
        for title in engine.model().titles(&unit.id) {
            for lang in ["nl", "en"] {
                let options = SearchOptions { lang: lang.to_owned(), last_word: LastWord::Complete, limit: 5, ..all() };
                for hit in &engine.search(title.text, &options).unwrap().hits {
                    check_excerpt(&engine, title.text, hit);
                }
            }
        }
    }
}

// 5. What units are called.

fn check_first(engine: &Engine, query: &str, id: &str) {
    for last_word in [LastWord::Unfinished, LastWord::Complete] {
        for lang in ["nl", "en"] {
            let options = SearchOptions { last_word, lang: lang.to_owned(), ..SearchOptions::default() };
            let answer = engine.search(query, &options).unwrap();
            let first: Vec<&str> = ids(&answer).into_iter().take(3).collect();
            assert_eq!(first.first(), Some(&id), "{query:?} {last_word:?}: {first:?}");
            let scores: Vec<f64> = answer.hits.iter().map(|hit| hit.score).collect();
            assert!(scores.is_sorted_by(|one, next| one >= next), "{query:?}: {scores:?}");
            let times = answer.hits.iter().filter(|hit| hit.id == id).count();
            assert_eq!(times, 1, "{query:?}");
        }
    }
}

#[test]
fn codes() {
    let engine = engine();
    for (query, id) in [
        ("7e", "P7e"),
        ("7E", "P7e"),
        ("P7e", "P7e"),
        (" p7e ", "P7e"),
        ("O13", "O13"),
        ("r7", "R07"),
        ("1", "P1"),
        ("10", "P10"),
        ("6a", "P6a"),
        ("HT1", "HT1"),
        ("GP4", "GP4"),
        ("R01", "R01"),
        ("O-13", "O13"),
    ] {
        check_first(&engine, query, id);
    }
    for unit in &engine.model().units {
        check_first(&engine, &unit.id, &unit.id);
    }
}

#[test]
fn codes_behind_a_word() {
    let engine = engine();
    for number in 1..=10 {
        for word in ["prioriteit", "Prioriteit", "priority", "prio"] {
            check_first(&engine, &format!("{word} {number}"), &format!("P{number}"));
        }
    }
    for code in ["6a", "6b", "7a", "7b", "7c", "7d", "7e"] {
        for word in ["prioriteit", "subprioriteit", "prio", "priority", "sub-priority"] {
            check_first(&engine, &format!("{word} {code}"), &format!("P{code}"));
        }
    }
    check_first(&engine, "PRIORITEIT 7E", "P7e");
}

#[test]
fn what_is_a_name_and_what_is_not() {
    let engine = engine();
    let check = |text: &str, expected: Option<&str>| {
        let unit = called(engine.model(), text).map(|place| engine.model().units[place].id.as_str());
        assert_eq!(unit, expected, "{text:?}");
        // What somebody calls by its name is understood as it stands.
        let answer = engine.search(text, &SearchOptions::default()).unwrap();
        assert!(unit.is_none() || answer.notices.is_empty() && answer.corrected.is_none(), "{text:?}");
    };
    check("de 13e overweging", Some("R13"));
    check("nr. 7e", Some("P7e"));
    check("(\"7e\")", Some("P7e"));
    check("3e prioriteit", Some("P3"));
    check("prioriteit 3e", None);
    check("Zevende prioriteit", Some("P7"));
    check("prioriteit zevental", None);
    check("laatste overweging", Some("R16"));
    check("LAST recital", Some("R16"));
    check("subprioriteit 7e", Some("P7e"));
    check("the fourth guiding principle", Some("GP4"));
    check("leidend beginsel 4", Some("GP4"));
    check("leidend beginsel 4 fraude", None);
    check("overweging paragraaf 3", None);
    check("overweging 99", None);
    check("overweging - 3", Some("R03"));
    // What is excluded is not asked for.
    for (text, unit) in [("prioriteit -7e", "P7e"), ("overweging \u{2013}5", "R05"), ("-P7e", "P7e")] {
        check(text, None);
        let answer = engine.search(text, &SearchOptions::default()).unwrap();
        assert!(answer.hits.iter().all(|hit| hit.id != unit), "{text:?}");
    }
}

#[test]
fn titles_and_aliases() {
    let engine = engine();
    for (query, id) in [("property crime", "P8"), ("organised crime groups", "P1"), ("HRCN's", "P1")] {
        check_first(&engine, query, id);
        let answer = engine.search(query, &SearchOptions::default()).unwrap();
        let reason = engine.explain(query, id, LastWord::Unfinished, Typos::Tolerated).unwrap();
        assert_eq!(reason.value.to_bits(), answer.hits[0].score.to_bits(), "{query:?}");
        assert!(reason.words.starts_with("The query calls the unit"), "{query:?}: {}", reason.words);
        let runner_up = engine.explain(query, answer.hits[1].id, LastWord::Unfinished, Typos::Tolerated).unwrap();
        assert!((reason.value - runner_up.value - 1.0).abs() < 1e-9, "{query:?}");
    }
    // Part of a name, more than one, or one in another order is none.
    for query in ["property", "property crime burglary", "crime property"] {
        let reason = engine.explain(query, "P8", LastWord::Complete, Typos::Tolerated);
        assert!(reason.is_none_or(|reason| !reason.words.starts_with("The query calls")), "{query:?}");
    }
}

// 6. Notices.

fn check_notices(engine: &Engine, query: &str, options: &SearchOptions, expected: &[(NoticeCode, usize, usize)]) {
    let notices = engine.search(query, options).unwrap().notices;
    let found: Vec<_> = notices.iter().map(|notice| (notice.code, notice.span.start, notice.span.end)).collect();
    assert_eq!(found, expected, "{query:?}");
    assert!(notices.iter().all(|notice| !notice.message.is_empty()));
}

#[test]
fn notices() {
    use NoticeCode::{
        NoSearchableWords, QueryTruncated, UnknownFilter, WordsCorrected, WordsIgnored, WordsInPart, WordsUnknown,
    };
    let engine = engine();
    let check = |query: &str, expected: &[_]| check_notices(&engine, query, &SearchOptions::default(), expected);
    check("", &[]);
    check("  ", &[]);
    check("witwassen", &[]);
    check("zzzz", &[(WordsUnknown, 0, 4)]);
    check("wietplantage", &[(WordsInPart, 0, 12)]);
    check("mensenhandel klimaat", &[(WordsIgnored, 13, 20)]);
    check("kind:astrology fraude", &[(UnknownFilter, 0, 14)]);
    check("kind:Priority fraude", &[]);
    check("actor: fraude", &[(UnknownFilter, 0, 6)]);
    check("mensenhandel fruade", &[(WordsCorrected, 13, 19)]);
    // What is said of a word once is enough: the best result lacks it.
    check("fraude vurwapens", &[(WordsCorrected, 7, 16)]);
    check("\"fruade\"", &[(WordsUnknown, 1, 7)]);
    check("?!", &[(NoSearchableWords, 0, 2)]);
    // One word that the limit cuts in two: left out as a whole, and then there is none.
    check(&"a".repeat(2_000), &[(QueryTruncated, 0, 2_000), (NoSearchableWords, 0, 2_000)]);
    check(&["witwassen", &" ".repeat(1_000), "fraude"].concat(), &[(QueryTruncated, 1_000, 1_015)]);
    check("witwassen astrologie", &[(WordsIgnored, 10, 20)]);
    check("astrologie witwassen horoscoop", &[(WordsIgnored, 0, 10), (WordsIgnored, 21, 30)]);
    let unknown = [("offence", "astrology"), ("offence", "money-laundering"), ("actor", "A-nobody")];
    let of_options = [(UnknownFilter, 0, 0), (UnknownFilter, 0, 0)];
    check_notices(&engine, "witwassen", &filtered(&unknown), &of_options);
}

/// The corrected query of a search; `*` stands around what was corrected.
fn check_corrected(query: &str, expected: Option<&str>, is_applied: bool) {
    let engine = engine();
    let answer = engine.search(query, &SearchOptions::default()).unwrap();
    let shown = answer.corrected.as_ref().map(|corrected| {
        let mut shown = corrected.query.clone();
        for span in corrected.spans.iter().rev() {
            shown.insert(span.end, '*');
            shown.insert(span.start, '*');
        }
        shown
    });
    assert_eq!(shown.as_deref(), expected, "{query:?}");
    assert_eq!(answer.corrected.is_some_and(|corrected| corrected.is_applied), is_applied, "{query:?}");
}

#[test]
fn corrections() {
    check_corrected("mensenhandel", None, false);
    check_corrected("zzzz", None, false);
    check_corrected("7e", None, false);
    // What has a digit in it is not mistyped.
    check_corrected("empact5", None, false);
    check_corrected("één fruade, mensenhnadel", Some("één *fraude*, *mensenhandel*"), true);
    // Nothing stands in for what is in quotation marks, but it is proposed.
    check_corrected("\"fruade\"", Some("\"*fraude*\""), false);
    check_corrected("\"handel fruade\"", Some("\"handel *fraude*\""), false);
    check_corrected("mensenhnadel \"fruade\"", Some("*mensenhandel* \"*fraude*\""), false);
}

// 9. Filters and fields in the text.

#[test]
fn typed_filters() {
    let engine = engine();
    let found =
        |text: &str| ids(&engine.search(text, &all()).unwrap()).iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let chosen = |text: &str, filters: &[(&str, &str)]| {
        let answer = engine.search(text, &SearchOptions { limit: 1_000, ..filtered(filters) }).unwrap();
        ids(&answer).iter().map(|id| (*id).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(found("kind:priority").len(), 10);
    assert_eq!(found("kind:priority"), chosen("", &[("kind", "priority")]));
    assert_eq!(found("fraude KIND:Sub-Priority"), chosen("fraude", &[("kind", "sub-priority")]));
    let either = chosen("drugs", &[("kind", "priority"), ("kind", "sub-priority"), ("instrument", "OAP")]);
    assert_eq!(found("kind:priority drugs kind:sub-priority instrument:oap"), either);
    assert!(!either.is_empty());
    let without: Vec<String> =
        found("fraude").into_iter().filter(|id| !chosen("", &[("kind", "recital")]).contains(id)).collect();
    assert_eq!(found("fraude -kind:recital"), without);
    assert_eq!(found("kind:astrology"), [""; 0]);

    let named = |unit: &Unit, lang: &str, word: &str| {
        let titles = engine.model().titles(&unit.id);
        titles.iter().any(|title| title.lang == lang && title.text.to_lowercase().contains(word))
    };
    let titled = |word: &str| -> BTreeSet<&str> {
        let units = engine.model().units.iter().filter(|unit| named(unit, "nl", word) || named(unit, "en", word));
        units.map(|unit| unit.id.as_str()).collect()
    };
    for (text, word) in [("title:\"witwassen\"", "witwassen"), ("title:\"smuggling\"", "smuggling")] {
        let answer = engine.search(text, &all()).unwrap();
        assert_eq!(ids(&answer).into_iter().collect::<BTreeSet<_>>(), titled(word), "{text}");
    }

    let (every, fraud) = (found(""), found("fraude"));
    let rest: Vec<&String> = every.iter().filter(|id| !fraud.contains(id)).collect();
    let excluded = found("-fraude");
    assert!(excluded.len() > 10 && excluded.iter().all(|id| every.contains(id)));
    assert!(rest.iter().all(|id| excluded.contains(id)), "what has nothing of it is left");
    assert!(engine.explain("-fraude", &excluded[0], LastWord::Complete, Typos::Tolerated).is_some());
}

// 10. Suggestions.

#[test]
fn suggestions() {
    let engine = engine();
    let check = |text: &str, lang: &str, first: &str, of: Option<&str>| {
        let suggested = engine.suggest(text, lang, 5).unwrap().queries;
        let found = suggested.first().map(|suggestion| (suggestion.text.as_str(), suggestion.lang));
        assert_eq!(found, Some((first, of)), "{text:?} in {lang}");
        suggested
    };
    let money = check("money l", "nl", "money laundering", Some("en"));
    assert!(money.iter().all(|suggestion| suggestion.lang != Some("nl")), "{money:?}");
    check("criminele n", "en", "criminele netwerken", Some("nl"));
    // Words of both languages count in either.
    check("em", "en", "empact", None);
    check("the member states and europ", "en", "the member states and european", Some("en"));
    let europol = engine.suggest("the member states and europ", "en", 5).unwrap().queries;
    assert!(europol.iter().any(|suggestion| suggestion.text.ends_with("europol")), "{europol:?}");
    // A field before the last word counts as it does in a search.
    for (typed, n_suggested) in
        [("handel ha", 5), ("title:handel ha", 2), ("title:illegale h", 1), ("number:handel ha", 0)]
    {
        let queries = engine.suggest(typed, "nl", 5).unwrap().queries;
        assert_eq!(queries.len(), n_suggested, "{typed}: {queries:?}");
        for suggestion in queries {
            let complete = SearchOptions { last_word: LastWord::Complete, ..all() };
            let answer = engine.search(&suggestion.text, &complete).unwrap();
            assert!(answer.total >= suggestion.n_documents as usize && answer.notices.is_empty(), "{suggestion:?}");
        }
    }
    // What stands right behind the word before comes first.
    check("illegale h", "nl", "illegale handel", Some("nl"));
    check("cyber a", "en", "cyber attacks", Some("en"));
    // Nothing else comes where anything does that could be searched for; "fraude met" cannot.
    for (typed, n_suggested) in [("criminele ne", 1), ("fraude me", 5)] {
        let queries = engine.suggest(typed, "nl", 5).unwrap().queries;
        assert_eq!(queries.len(), n_suggested, "{typed}: {queries:?}");
    }
    // Behind an open quotation mark nothing else does, and what is suggested finds as much as it says.
    for (typed, expected) in [
        ("\"illegale ha", &["\"illegale handel"][..]),
        ("\"zware en georganiseerde crim", &["\"zware en georganiseerde criminaliteit"]),
        ("drugs \"illegale ha", &["drugs \"illegale handel"]),
        ("\"georganiseerde zware crim", &[]),
        ("\"haven ha", &[]),
    ] {
        let queries = engine.suggest(typed, "nl", 5).unwrap().queries;
        let texts: Vec<&str> = queries.iter().map(|suggestion| suggestion.text.as_str()).collect();
        assert_eq!(texts, expected, "{typed}");
        for suggestion in queries {
            let complete = SearchOptions { last_word: LastWord::Complete, ..all() };
            let answer = engine.search(&suggestion.text, &complete).unwrap();
            assert_eq!(answer.total, suggestion.n_documents as usize, "{suggestion:?}");
        }
    }
    check("net", "nl", "netwerken", Some("nl"));
    check("net", "en", "networks", Some("en"));
    // Spelled as the texts spell it; what was typed keeps its capitals.
    let texts = |typed: &str, lang: &str| -> Vec<String> {
        engine.suggest(typed, lang, 20).unwrap().queries.into_iter().map(|suggestion| suggestion.text).collect()
    };
    for (typed, lang, expected) in [
        ("FINAN", "nl", "FINANciële"),
        ("high", "nl", "high-risk"),
        ("btw", "nl", "btw-fraude"),
        ("btwf", "nl", "btw-fraude"),
        ("Coor", "nl", "coördinatie"),
        ("cyber-aanv", "nl", "cyberaanvallen"),
        ("cos", "nl", "COSI"),
        ("oap", "nl", "OAP's"),
        ("chsgc", "nl", "CHSG-coördinator"),
    ] {
        let texts = texts(typed, lang);
        assert!(texts.iter().any(|text| text == expected), "{typed:?}: {texts:?}");
    }
    // How a value, what is excluded, what must stand in one field and a number go on nobody can guess, nor what sounds otherwise. What a limit
    // left out does not go on.
    let long = [&" ".repeat(1_000), "witw"].concat();
    for typed in ["-kind:witw", "handel -witw", "handel -\"witw", "title:witw", "20", "pitwas", "witz", &long] {
        assert_eq!(texts(typed, "nl"), [""; 0], "{typed:?}");
    }
    // A title is one that has all the words.
    assert!(engine.suggest("mensenhandel witw", "nl", 5).unwrap().titles.is_empty());
    // What stands there is not suggested once more, in whichever language.
    assert!(!texts("money laundering laun", "en").iter().any(|text| text == "money laundering laundering"));
    // Counted, and called by their titles, among the units that obey.
    let suggested = engine.suggest("kind:recital witw", "nl", 5).unwrap();
    assert!(suggested.queries.is_empty() && suggested.titles.is_empty(), "{suggested:?}");
    let suggested = engine.suggest("kind:priority witw", "nl", 5).unwrap();
    assert_eq!(suggested.titles.iter().map(|title| title.id).collect::<Vec<_>>(), ["P7"]);
    for query in suggested.queries {
        let answer = engine.search(&query.text, &SearchOptions::default()).unwrap();
        assert!(answer.total >= query.n_documents as usize, "{query:?}: {}", answer.total);
    }
    let corrected = engine.search("finnaciele", &SearchOptions::default()).unwrap().corrected.unwrap();
    assert_eq!(corrected.query, "financiële");
}

// 11. Marks in any text.

#[test]
fn marks_in_any_text() {
    let engine = engine();
    let text = "Mensensmokkel, smokkelen van wapens; phishing";
    let marked = |query: &str| -> Vec<String> {
        let marks = engine.highlight(query, text, "nl").unwrap();
        marks.iter().map(|mark| mark.of(text).unwrap().to_owned()).collect()
    };
    let expected: [(&str, &[&str]); 6] = [
        ("smokkelen", &["smokkel", "smokkelen"]),
        ("gesmokkelde", &["smokkelen"]),
        ("wapnes", &["wapens"]),
        ("wapen", &["wapens"]),
        ("phish", &["phish"]),
        ("terrorisme", &[]),
    ];
    // Each after each other one.
    for (before, _) in expected {
        for (query, words) in expected {
            marked(before);
            assert_eq!(marked(query), words, "{query} after {before}");
        }
    }
}

//! Work that is counted instead of timed: what a query may ask of an index at the most. For memory see `tests/node/hostile.test.mjs`.
//!
//! 1. No text asks for more groups than [`MAX_CONCEPTS`], each of no more terms than are related to one word; a beginning and a mistyped
//!    word add few, however large the vocabulary is. An excluded beginning stands for all words that begin with it, so there are few.
//! 2. A word is cut into no more than a few parts, one without end into none.
//! 3. A dataset of which every record could belong to every other is read in no time (hours, if each were compared with each), and one whose
//!    quotes would be looked for in too much text, or in too many blocks without any, is refused.
//! 4. Filters in a query and counted facets walk over the units, not over the units times the values of the dataset (minutes, if they did).

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing loudly")]

use empact_priorities::analysis::{Language, parts};
use empact_priorities::dataset::{self, EMBEDDED, ProblemCode, SEARCH_LIMIT};
use empact_priorities::engine::{Engine, SearchOptions};
use empact_priorities::group::{Parameters, Typos, groups};
use empact_priorities::index::{FieldId, FieldMask, FieldSpec, Index, IndexBuilder};
use empact_priorities::query::{EXCLUDED_BEGINNING, LastWord, MAX_CONCEPTS, MAX_PHRASES, Query, Syntax};
use serde_json::json;

/// Most terms that a beginning adds, and most that stand in for a mistyped word; see `src/index/mod.rs` and `src/group.rs`.
const FEW: usize = 24 + 16;

/// 20,000 words, of which many begin alike and many are one edit from each other, and none is related to another one.
fn index() -> Index {
    let mut builder = IndexBuilder::new(vec![FieldSpec { weight: 1.0, language: Language::Dutch, length_share: 1.0 }]);
    let letter = |number: u32| char::from_digit(10 + number % 26, 36).unwrap();
    for number in 0..20_000 {
        let word: String = [0, 26, 676].map(|place| letter(number / place.max(1))).iter().collect();
        assert!(builder.add(number, FieldId(0), &format!("qzq{word}{}", letter(number / 17_576))));
    }
    builder.finish()
}

#[test]
fn excluded_beginnings_are_few() {
    let begins = |text: &str| {
        let query = Query::parse(text, &[Language::Dutch], LastWord::Complete, &Syntax::default());
        let n_begun = query.excluded().iter().filter(|concept| concept.is_unfinished()).count();
        (n_begun, query.notices().len())
    };
    let nested = |before: &str| (1..=30).map(|length| [before, &"q".repeat(length), "* "].concat()).collect::<String>();
    let most = MAX_CONCEPTS / EXCLUDED_BEGINNING;
    assert_eq!(begins(&nested("-")), (most, 1));
    // Also where the same words are excluded as they are.
    assert_eq!(begins(&["-q -qq -qqq -qqqq ", &nested("-")].concat()), (most - 1, 1));
    assert_eq!(begins("-q* wapens -qza* -qza*"), (2, 0));
}

#[test]
fn groups_are_few_and_small() {
    let index = index();
    let numbered = |piece: fn(&str) -> String| (0..10_000).map(|number| piece(&number.to_string())).collect::<String>();
    let texts = [
        "q* ".repeat(10_000),
        ('a'..='z').map(|letter| ["qzq", &letter.to_string(), "* "].concat()).collect::<Vec<_>>().concat().repeat(400),
        "qzqzzzz ".repeat(100_000),
        numbered(|number| ["qzqx", number, "x "].concat()),
        numbered(|number| ["-qzq", number, " "].concat()),
        "\"qzqa qzqb\" ".repeat(10_000),
        "qzq".repeat(300_000),
    ];
    for text in texts {
        for last_word in [LastWord::Complete, LastWord::Unfinished] {
            let mut query = Query::parse(&text, &[Language::Dutch], last_word, &Syntax::default());
            assert!(
                query.concepts().len() + query.excluded().len() <= MAX_CONCEPTS && query.phrases().len() <= MAX_PHRASES
            );
            let groups = groups(&index, &mut query, &|_| FieldMask::ALL, Typos::Tolerated, &Parameters::default());
            assert!(groups.len() <= MAX_CONCEPTS);
            for group in groups {
                assert!(group.terms.len() <= FEW, "{} terms", group.terms.len());
            }
        }
    }
}

#[test]
fn long_words_have_few_parts() {
    for word in ["mensenhandel".repeat(80_000), "a".repeat(1_000_000), "handels".repeat(140_000)] {
        let n_parts = |length: usize| parts(word.get(..length).unwrap(), Language::Dutch, &|_| true).len();
        let most = (1..=40).map(n_parts).max().unwrap();
        assert!((2..=8).contains(&most), "{most} parts");
        assert_eq!([41, 80, word.len()].map(n_parts), [0; 3]);
    }
}

#[test]
fn datasets_are_read_once() {
    let empty = ["{},".repeat(30_000), "{}".to_owned()].concat();
    let lists = ["priorities", "subPriorities", "instruments", "terms"].map(|list| format!(r#","{list}":[{empty}]"#));
    let text = format!(r#"{{"format":"empact-priorities","formatVersion":1{}}}"#, lists.concat());
    assert_eq!(dataset::read(text.as_bytes()).unwrap_err().last().unwrap().code, ProblemCode::More);

    let unit = "(AB) ".repeat(1_600_000);
    let quote = |number: u32| format!(r#"{{"id":"P{number}","number":{number},"title":{{"unit":"P1","quote":"x"}}}}"#);
    let quotes = (1..=80).map(quote).collect::<Vec<_>>().join(",");
    let text = format!(
        r#"{{"format":"empact-priorities","formatVersion":1,"text":[{{"unit":"P1","kind":"text","text":"{unit}"}}],"priorities":[{quotes}]}}"#
    );
    let problems = dataset::read(text.as_bytes()).unwrap_err();
    let n_quotes = problems.iter().filter(|problem| problem.code == ProblemCode::Quote).count();
    let too_large: Vec<_> = problems.iter().filter(|problem| problem.code == ProblemCode::TooLarge).collect();
    assert_eq!((n_quotes, too_large.len()), (SEARCH_LIMIT / unit.len(), 1), "{} problems", problems.len());
}

#[test]
fn blocks_without_text_are_looked_into_too() {
    let blocks = vec![r#"{"unit":"P1","kind":"title","text":""}"#; 80_000].join(",");
    let quotes = vec![r#"{"unit":"P1","quote":"x"}"#; 200_000].join(",");
    let text = format!(
        r#"{{"format":"empact-priorities","formatVersion":1,"text":[{blocks}],"priorities":[{{"id":"P1"}}],"recitals":[{{"verbs":[{quotes}]}}]}}"#
    );
    assert_eq!(dataset::read(text.as_bytes()).unwrap_err().last().unwrap().code, ProblemCode::More);
    // Footnotes are looked for in all units.
    let footnote = r#"{"number":4,"marker":{"unit":"P2","quote":"Empact4"}}"#;
    let text = format!(
        r#"{{"format":"empact-priorities","formatVersion":1,"text":[{blocks},{{"unit":"P2","kind":"title","text":"Empact4"}}],"priorities":[{{"id":"P1"}},{{"id":"P2"}}],"footnotes":[{}]}}"#,
        vec![footnote; 100_000].join(",")
    );
    assert_eq!(dataset::read(text.as_bytes()).unwrap_err().last().unwrap().code, ProblemCode::More);
}

/// The embedded dataset with so many recitals more, and so many values of one facet.
fn large(n: usize) -> Vec<u8> {
    let mut dataset: serde_json::Value = serde_json::from_str(EMBEDDED).unwrap();
    let mut add =
        |list: &str, record: serde_json::Value| dataset.get_mut(list).unwrap().as_array_mut().unwrap().push(record);
    let text = "HERINNERT eraan";
    for number in 17..17 + n {
        let unit = format!("R{number:02}");
        let source = json!({ "unit": unit, "quote": text });
        add("text", json!({ "unit": unit, "kind": "paragraph", "text": text }));
        add("recitals", json!({ "id": unit, "number": number, "verbs": [source], "statements": [source] }));
        let areas = json!([{ "area": "P1", "sources": [{ "unit": "P1", "quote": "criminele netwerken" }] }]);
        add("facets", json!({ "kind": "target", "tag": format!("t{number}"), "areas": areas }));
    }
    dataset.to_string().into_bytes()
}

#[test]
fn filters_walk_over_units_alone() {
    const N: usize = 16_000;
    let engine = Engine::from_json(&large(N)).unwrap();
    let filters = (100..116).map(|number| format!("-target:t{number}")).collect::<Vec<_>>().join(" ");
    let options = SearchOptions { facets: vec!["target".to_owned(), "kind".to_owned()], ..SearchOptions::default() };
    assert_eq!(engine.search("", &options).unwrap().total, 52 + N);
    let answer = engine.search(&filters, &options).unwrap();
    // All but P1, which has every value.
    assert_eq!(answer.total, 51 + N);
    assert!(answer.facets.iter().all(|facet| !facet.values.is_empty()));
}

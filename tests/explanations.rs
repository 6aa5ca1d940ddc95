//! Explanations of scores. Held here:
//!
//! 1. The root is the score of the hit, to the bit; what does not match has no explanation.
//! 2. Each number is what its parts come to, in the way that the words say.

#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test says what it expects by failing loudly; clippy spares only functions marked as tests"
)]

use empact_priorities::analysis::Language;
use empact_priorities::documents::{Collection, Document, DocumentsBuilder, Options, Shape};
use empact_priorities::engine::{Engine, SearchOptions};
use empact_priorities::group::Typos;
use empact_priorities::query::LastWord;
use empact_priorities::reason::Reason;
use empact_priorities::search::Policy;

fn sum(parts: &[Reason]) -> f64 {
    parts.iter().map(|part| part.value).sum()
}

fn is_near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9 * (1.0 + one.abs())
}

/// The number behind `before` in the words.
fn said(words: &str, before: &str) -> f64 {
    let behind = &words[words.find(before).unwrap() + before.len()..];
    let end = behind.find(|it: char| !it.is_ascii_digit() && it != '.').unwrap_or(behind.len());
    behind[..end].trim_end_matches('.').parse().unwrap()
}

/// Property 2, of a root.
fn check(root: &Reason) {
    if let [by_words, gain] = root.parts.as_slice()
        && root.words.contains("closeness")
    {
        assert_eq!((by_words.value + gain.value).to_bits(), root.value.to_bits());
        assert!(gain.value > 0.0 && gain.parts.is_empty());
        return check(by_words);
    }
    let factor = if root.words.contains("times ") { said(&root.words, "times ") } else { 1.0 };
    assert!((sum(&root.parts) * factor - root.value).abs() < 0.001 * (1.0 + root.value), "{root:?}");
    for word in &root.parts {
        let shown = said(&word.words, "gives ");
        let product = said(&word.words, ": ") * said(&word.words, "times ");
        assert!((word.value - shown).abs() < 0.001 && (word.value - product).abs() < 0.01, "{}", word.words);
        assert!((sum(&word.parts) - said(&word.words, "there (")).abs() < 0.001, "{}", word.words);
        for term in &word.parts {
            assert!(is_near(sum(&term.parts), term.value) && !term.parts.is_empty(), "{term:?}");
        }
    }
}

#[test]
fn units() {
    let engine = Engine::embedded().unwrap();
    for text in [
        "witwassen",
        "MTIC fraud astrology",
        "mensenhandel kinderen",
        "7e",
        "prioriteit 7e",
        "fruade",
        "cyber aanval",
        "zzzz",
        "kind:recital fraude",
        "-kind:recital fraude",
        "kind:priority kind:recital instrument:oap wapens",
        "kind:priority 7e",
        "kind:priority -fraude",
    ] {
        let options = SearchOptions { limit: 100, ..SearchOptions::default() };
        let hits = engine.search(text, &options).unwrap().hits;
        for hit in &hits {
            let reason = engine.explain(text, hit.id, LastWord::Unfinished, Typos::Tolerated).unwrap();
            assert_eq!(reason.value.to_bits(), hit.score.to_bits(), "{text} {}", hit.id);
            if reason.words.contains("by its name") {
                reason.parts.iter().for_each(check);
            } else {
                check(&reason);
            }
        }
        let others = engine.model().units.iter().filter(|unit| !hits.iter().any(|hit| hit.id == unit.id));
        assert!(
            others
                .into_iter()
                .all(|unit| engine.explain(text, &unit.id, LastWord::Unfinished, Typos::Tolerated).is_none())
        );
    }
    assert!(engine.explain("witwassen", "nobody", LastWord::Unfinished, Typos::Tolerated).is_none());
}

#[test]
fn documents() {
    let fields = vec![("title".to_owned(), 3.0), ("body".to_owned(), 1.0)];
    let mut builder = DocumentsBuilder::new(Shape {
        languages: vec![Language::Dutch],
        fields,
        facets: vec!["kind".to_owned()],
        stored: Vec::new(),
    });
    let texts = [
        ["Accijnsfraude", "Fraude met accijns"],
        ["Mensenhandel", "Netwerken"],
        ["Fraude", "en mensenhandel, fraudeurs"],
    ];
    for (id, texts) in ["a", "b", "c"].into_iter().zip(&texts) {
        builder.add(&Document {
            id,
            title: texts[0],
            url: "",
            texts: texts.to_vec(),
            language: None,
            values: vec![vec![if id == "b" { "report" } else { "guide" }]],
        });
    }
    let collection = Collection::open(builder.finish()).unwrap();
    for text in [
        "fraude",
        "fraude netwerk",
        "title:fraude",
        "fraude -netwerken",
        "\"met accijns\" fraude",
        "netw",
        "kind:report mensenhandel",
        "-kind:report mensenhandel",
        "kind:report fraude",
    ] {
        for policy in [Policy::Any, Policy::All] {
            let options = Options { policy, ..Options::default() };
            let hits = collection.search(text, &options).hits;
            for document in 0..3 {
                let reason = collection.explain(text, document, &options);
                let hit = hits.iter().find(|hit| hit.document == document);
                let bits = |score: f64| score.to_bits();
                assert_eq!(reason.as_ref().map(|it| bits(it.value)), hit.map(|it| bits(it.score)), "{text} {document}");
                reason.iter().for_each(check);
            }
        }
    }
    let reason = collection.explain("fraude", collection.find("a").unwrap(), &Options::default()).unwrap();
    assert_eq!(
        reason.parts[0].parts[0].parts[1].parts[0].words,
        "1 times in \"body\", by the weight of the field and the length of the document."
    );
}

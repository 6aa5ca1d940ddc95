//! What the boundary says is what `pkg/src/types.ts` declares. Held here:
//!
//! 1. `tests/golden/answers.ts` holds an answer of every kind, exactly as the engine gives it today; `npm test` has the
//!    TypeScript compiler check it against the public types, property by property.
//!
//! 2. `tests/golden/digests.txt` holds digests of what all typed words find, in the units and among themselves as documents, with all bits of the
//!    scores, and of their snapshot; `tests/node/same-answers.test.mjs` has the package come to the same.
//!
//! After a change on purpose: `UPDATE_GOLDEN=1 cargo test --test golden`.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    clippy::cast_possible_truncation,
    reason = "a test says what it expects by failing loudly, and scores of documents lose half of their bits on their way to JavaScript"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use empact_priorities::analysis::Language;
use empact_priorities::documents::{Collection, Document, DocumentsBuilder, Options, Shape};
use empact_priorities::engine::{Engine, SearchOptions, TaskFilter};
use empact_priorities::query::LastWord;
use empact_priorities::tree::Value;
use empact_priorities::view::Views;

fn declare(file: &mut String, name: &str, of_type: &str, value: &Value<'_>) {
    let json = serde_json::to_string_pretty(value).unwrap();
    writeln!(file, "\nexport const {name}: {of_type} = {json};").unwrap();
}

#[test]
fn answers() {
    let engine = Engine::embedded().unwrap();
    let views = Views::new(engine.model());
    let mut file = String::from(
        "// Written by tests/golden.rs: answers of the engine, checked by the TypeScript compiler. Not for editing.\n\
         import type * as api from \"../../pkg/src/types.js\";\n",
    );
    declare(&mut file, "framework", "api.Framework", &views.framework(&engine));
    for (name, of_type, id) in [
        ("documentUnit", "api.DocumentUnit", "doc"),
        ("recital", "api.Recital", "R03"),
        ("operativeParagraph", "api.OperativeParagraph", "O07"),
        ("guidingPrinciple", "api.GuidingPrinciple", "GP4"),
        ("priority", "api.Priority", "P1"),
        ("parentPriority", "api.Priority", "P6"),
        ("subPriority", "api.SubPriority", "P7e"),
        ("horizontalThreat", "api.HorizontalThreat", "HT1"),
        ("cycle", "api.Cycle", "CY-2018-2021"),
        ("outsideCycle", "api.Cycle", "CY-2026-2029"),
        ("objective", "api.Objective", "OBJ-6a"),
        ("instrument", "api.Instrument", "CHSG-1"),
        ("experience", "api.Experience", "PX-4"),
        ("task", "api.Task", "TK25"),
        ("actor", "api.Actor", "A-customs"),
        ("role", "api.Role", "ROLE-driver"),
        ("term", "api.Term", "T-oap"),
        ("date", "api.DateRef", "D-adoption"),
        ("reference", "api.Reference", "REF-6481-21"),
        ("footnote", "api.Footnote", "F4"),
        ("facet", "api.Facet", "offence:money-laundering"),
        ("relation", "api.Relation", "REL-bundles-P6-P6a"),
        ("outsideFact", "api.OutsideFact", "OF001"),
    ] {
        declare(&mut file, name, of_type, &views.entity(id).unwrap_or_else(|| panic!("no {id}")));
    }
    declare(&mut file, "relations", "api.Relation[]", &views.relations("P10"));
    let before = TaskFilter { before: Some("2024-01-01".into()), ..TaskFilter::default() };
    declare(&mut file, "tasks", "api.Task[]", &views.tasks(&engine.tasks(&before).unwrap()));
    let options = SearchOptions {
        limit: 3,
        filters: vec![("instrument".into(), "CHSG".into()), ("offence".into(), "astrology".into())],
        facets: vec!["kind".into(), "offence".into()],
        ..SearchOptions::default()
    };
    declare(
        &mut file,
        "filtered",
        "api.SearchAnswer",
        &views.search_answer("witwassen", &engine.search("witwassen", &options).unwrap()),
    );
    let plain = SearchOptions { limit: 3, lang: "en".into(), ..SearchOptions::default() };
    declare(
        &mut file,
        "found",
        "api.SearchAnswer",
        &views.search_answer("MTIC fraud astrology", &engine.search("MTIC fraud astrology", &plain).unwrap()),
    );
    declare(
        &mut file,
        "corrected",
        "api.SearchAnswer",
        &views.search_answer("mensenhandel fruade", &engine.search("mensenhandel fruade", &plain).unwrap()),
    );

    compare("answers.ts", &file);
}

/// Compares with what is on file, or puts it there.
fn compare(name: &str, file: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, file).unwrap();
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    let differs = golden.lines().zip(file.lines()).position(|(old, new)| old != new);
    assert!(
        golden == file,
        "{name} changed, first at line {}; if that is right: UPDATE_GOLDEN=1 cargo test --test golden",
        differs.map_or_else(|| golden.lines().count().min(file.lines().count()) + 1, |line| line + 1)
    );
}

/// FNV-1a over 64 bits.
struct Digest(u64);

impl Digest {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[test]
fn digests() {
    let words: Vec<(&str, &str)> = include_str!("data/typed-words.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_once('\t').unwrap())
        .collect();
    let mut file = String::new();

    let engine = Engine::embedded().unwrap();
    for (name, last_word) in [("units", LastWord::Complete), ("units, while typed", LastWord::Unfinished)] {
        let mut digest = Digest::new();
        for (_, word) in &words {
            let options = SearchOptions { limit: 1000, last_word, ..SearchOptions::default() };
            for hit in engine.search(word, &options).unwrap().hits {
                digest.add(hit.id.as_bytes());
                digest.add(&hit.score.to_le_bytes());
            }
        }
        writeln!(file, "{name}: {:016x}", digest.0).unwrap();
    }

    let mut builder = DocumentsBuilder::new(Shape {
        languages: vec![Language::Dutch],
        fields: vec![("title".into(), 3.0), ("unit".into(), 1.0)],
        stored: vec![0],
        facets: vec!["unit".into()],
    });
    for (number, (unit, word)) in words.iter().enumerate() {
        let id = number.to_string();
        let (texts, values) = (vec![*word, *unit], vec![vec![*unit]]);
        builder.add(&Document { id: &id, title: word, texts, values, ..Document::default() });
    }
    let snapshot = builder.finish();
    let mut digest = Digest::new();
    digest.add(&snapshot);
    writeln!(file, "snapshot: {:016x}", digest.0).unwrap();

    let collection = Collection::open(snapshot).unwrap();
    let mut digest = Digest::new();
    for (_, word) in &words {
        for hit in collection.search(word, &Options { limit: 1000, ..Options::default() }).hits {
            digest.add(&hit.document.to_le_bytes());
            // JavaScript gets half of the bits.
            digest.add(&(hit.score as f32).to_le_bytes());
        }
    }
    writeln!(file, "documents: {:016x}", digest.0).unwrap();
    compare("digests.txt", &file);
}

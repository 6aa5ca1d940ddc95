//! What must hold for any bytes, one function for each thing that reads what others wrote.
//!
//! | target | the bytes are | what must hold |
//! |---|---|---|
//! | `query` | options, then a query | every place lies in the text; no more is searched than the limits; asked twice or for less, the answer is the same |
//! | `marks` | options, then a query, a line break, a text | marks and excerpts lie in the text, in order, apart from each other |
//! | `dataset` | JSON, or changes to the embedded dataset | a model that answers, or problems that a person can read |
//! | `snapshot` | changes to a small snapshot, or another one, whatever its checksum | it is refused, or answers with what it holds |
//!
//! Nothing may panic, overflow or go on without end. `fuzz_targets/` hands these functions to libFuzzer, `tests/fuzz.rs` to plain `cargo test`.

use empact_priorities::analysis::{Language, analyse};
use empact_priorities::bytes::checksum;
use empact_priorities::dataset::{self, EMBEDDED};
use empact_priorities::documents::{Collection, Document, DocumentsBuilder, Options, Shape};
use empact_priorities::engine::{Engine, SearchOptions};
use empact_priorities::group::Typos;
use empact_priorities::highlight::Marker;
use empact_priorities::query::{LastWord, MAX_CHARACTERS, MAX_CONCEPTS, MAX_FILTERS, MAX_PHRASES, Query, Syntax};
use empact_priorities::search::Policy;
use empact_priorities::span::{ByteSpan, to_marks};
use std::sync::LazyLock;

const LANGUAGES: [Language; 5] =
    [Language::Dutch, Language::English, Language::German, Language::French, Language::Other];
const SYNTAX: Syntax<'static> = Syntax { fields: &["title", "body"], filters: &["kind", "tag"] };

/// The first byte as options, and the rest as text.
fn options_and_text(bytes: &[u8]) -> (u8, String) {
    let (first, rest) = bytes.split_first().unwrap_or((&0, &[]));
    (*first, String::from_utf8_lossy(rest).into_owned())
}

fn last_word(options: u8) -> LastWord {
    if options & 1 == 0 { LastWord::Complete } else { LastWord::Unfinished }
}

/// Texts with all that a query can ask for: compounds, phrases, numbers, several values of a facet, a word in every document.
fn small_snapshot() -> Vec<u8> {
    let fields = vec![("title".to_owned(), 3.0), ("body".to_owned(), 1.0)];
    let facets = vec!["kind".to_owned(), "tag".to_owned()];
    let languages = vec![Language::Dutch, Language::English];
    let mut builder = DocumentsBuilder::new(Shape { languages, fields, stored: vec![1], facets });
    let texts = [
        ("Handreiking accijnsfraude", "Voor de douane: sigaretten, alcohol en btw-carrousels."),
        ("Handel in wapens", "De handel in vuurwapens en de wapenhandel. Doc. 11050/11, deel 7e."),
        ("Slachtoffers van mensenhandel", "Niet-contante betaalmiddelen en geldstromen."),
    ];
    for (place, (title, body)) in (0..150).zip(texts.into_iter().cycle()) {
        let (id, tag) = (format!("d{place}"), format!("t{}", place % 7));
        let kinds = vec![["guide", "report"][place % 2]];
        let tags = if place % 3 == 0 { vec!["all", tag.as_str()] } else { Vec::new() };
        // Some words stand in few documents only, and many begin with the same letter.
        let rare = format!("{body} geheim{place} {}", if place == 99 { "terrorisme" } else { "" });
        let language = (place % 5 == 0).then_some(Language::English);
        let (texts, values) = (vec![title, rare.as_str()], vec![kinds, tags]);
        builder.add(&Document { id: &id, title, url: "/", language, texts, values });
    }
    builder.finish()
}

static COLLECTION: LazyLock<Collection> = LazyLock::new(|| Collection::open(small_snapshot()).unwrap());
static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::embedded().unwrap());

/// Runs the target with this name.
pub(crate) fn run(name: &str, bytes: &[u8]) {
    match name {
        "query" => query(bytes),
        "marks" => marks(bytes),
        "dataset" => dataset(bytes),
        "snapshot" => snapshot(bytes),
        _ => panic!("there is no target {name}"),
    }
}

fn query(bytes: &[u8]) {
    let (options, text) = options_and_text(bytes);
    let languages = LANGUAGES.get(..usize::from(options >> 1 & 3)).unwrap_or_default();
    check_places(&text, &Query::parse(&text, languages, last_word(options), &SYNTAX));
    check_answers(&COLLECTION, &text, options);
    let options = SearchOptions { last_word: last_word(options), limit: 5, ..SearchOptions::default() };
    let answer = ENGINE.search(&text, &options).unwrap();
    assert!(answer.hits.len() <= 5 && answer.hits.len() <= answer.total);
    for notice in &answer.notices {
        assert!(notice.span.of(&text).is_some());
    }
    for found in answer.hits.iter().filter_map(|hit| hit.excerpt.as_ref()) {
        check_spans(found.text, &found.highlights);
    }
}

/// Every place lies in the part of the text that is read, and no limit is passed.
fn check_places(text: &str, query: &Query) {
    let read = text.char_indices().nth(MAX_CHARACTERS).map_or(text.len(), |(offset, _)| offset);
    let is_inside = |span: ByteSpan| span.of(text).is_some() && !span.is_empty() && span.end <= read;
    assert!(query.concepts().len() + query.excluded().len() <= MAX_CONCEPTS);
    assert!(query.phrases().len() <= MAX_PHRASES && query.filters().len() <= MAX_FILTERS);
    assert!(query.concepts().iter().chain(query.excluded()).all(|concept| is_inside(concept.span())));
    assert!(query.phrases().iter().all(|phrase| is_inside(phrase.span) && !phrase.words.is_empty()));
    assert!(query.filters().iter().all(|filter| is_inside(filter.span) && !filter.value.is_empty()));
    assert!(query.notices().iter().all(|notice| notice.span.of(text).is_some()));
}

/// A limit cuts the list, counting changes nothing, and the same question has the same answer.
fn check_answers(collection: &Collection, text: &str, options: u8) {
    let all = Options {
        limit: 1_000,
        policy: [Policy::Any, Policy::All, Policy::AllElseAny][usize::from(options >> 3) % 3],
        typos: if options & 0x80 == 0 { Typos::Tolerated } else { Typos::Refused },
        last_word: last_word(options),
        facets: vec![0, 1],
        is_counted: true,
        ..Options::default()
    };
    let found = collection.search(text, &all);
    assert_eq!(collection.search(text, &all), found);
    assert!(found.hits.is_sorted_by(|one, next| {
        one.score > next.score || one.score.to_bits() == next.score.to_bits() && one.document < next.document
    }));
    assert!(found.hits.iter().all(|hit| hit.score.is_finite() && hit.document < collection.n_documents()));
    let few = Options { limit: 3, facets: Vec::new(), is_counted: false, ..all };
    assert_eq!(collection.search(text, &few).hits, found.hits[..found.hits.len().min(3)]);
}

fn marks(bytes: &[u8]) {
    let (options, text) = options_and_text(bytes);
    let (query, text) = text.split_once('\n').unwrap_or((&text, ""));
    let language = LANGUAGES[usize::from(options >> 1) % LANGUAGES.len()];
    let query = Query::parse(query, &LANGUAGES, last_word(options), &SYNTAX);
    let mut marker = Marker::new(query.clone(), Vec::new());
    check_spans(text, &marker.highlight(text, language));
    for max in [0, 1, usize::from(options), usize::MAX] {
        let found = marker.excerpt(text, language, max);
        let shown = found.span.of(text).unwrap();
        assert!(shown.chars().count() <= max);
        assert!(found.highlights.iter().all(|span| found.span.contains(*span)));
        check_spans(text, &found.highlights);
    }
    let (mut end, mut position) = (0, 0);
    for token in analyse(text, language) {
        assert!(token.span.of(text).is_some() && !token.word.is_empty() && !token.stem.is_empty());
        assert!(token.position >= position);
        position = token.position;
        if !token.form.is_joined() {
            assert!(token.span.start >= end);
            end = token.span.end;
        }
    }
}

/// In order, apart from each other, none empty, on the boundaries of characters: in bytes and in UTF-16.
fn check_spans(text: &str, spans: &[ByteSpan]) {
    assert!(spans.iter().all(|span| span.of(text).is_some() && !span.is_empty()));
    assert!(spans.is_sorted_by(|one, next| one.end < next.start));
    let units: Vec<u16> = text.encode_utf16().collect();
    for (mark, span) in to_marks(text, spans).iter().zip(spans) {
        let marked = &units[mark.start as usize..mark.end as usize];
        assert_eq!(String::from_utf16(marked).ok().as_deref(), span.of(text));
    }
}

fn dataset(bytes: &[u8]) {
    let changed = if bytes.starts_with(b"{") { bytes.to_vec() } else { changed(EMBEDDED.as_bytes(), bytes) };
    match Engine::from_json(&changed) {
        Ok(engine) => {
            let answer = engine.search("mensenhandel", &SearchOptions::default()).unwrap();
            assert!(answer.hits.len() <= answer.total && answer.total <= engine.model().units.len());
        }
        Err(problems) => {
            assert!(!problems.is_empty() && problems.len() <= 1_001);
            for problem in &problems {
                assert!(problem.found.chars().count() <= 121, "{problem}");
                assert!(![problem.expected.as_str(), problem.fix].contains(&""), "{problem}");
            }
        }
    }
    assert!(changed.len() <= dataset::SIZE_LIMIT);
}

/// The bytes with changes: each a place (three bytes, the highest first), how many bytes to take out, how many to put in, and those.
fn changed(original: &[u8], edits: &[u8]) -> Vec<u8> {
    let mut changed = original.to_vec();
    let mut rest = edits;
    while let Some(([high, middle, low, n_out, n_in], behind)) = rest.split_first_chunk::<5>() {
        let (put_in, behind) = behind.split_at(usize::from(*n_in).min(behind.len()));
        let place = usize::from(*high) << 16 | usize::from(*middle) << 8 | usize::from(*low);
        let start = place % (changed.len() + 1);
        let end = (start + usize::from(*n_out)).min(changed.len());
        changed.splice(start..end, put_in.iter().copied());
        rest = behind;
    }
    changed
}

fn snapshot(bytes: &[u8]) {
    let bytes = if bytes.starts_with(b"EPXDOCS") { bytes.to_vec() } else { changed(COLLECTION.snapshot(), bytes) };
    if let Ok(collection) = Collection::open(bytes.clone()) {
        check_collection(&collection);
    }
    // Random bytes never have the right checksum. What stands behind it must be safe to read even so.
    let sections = bytes.get(16..).unwrap_or_default();
    let mut sound = b"EPXDOCS\x07".to_vec();
    sound.extend_from_slice(&checksum(sections).to_le_bytes());
    sound.extend_from_slice(sections);
    if let Ok(collection) = Collection::open(sound) {
        check_collection(&collection);
    }
}

/// Whatever the numbers in it: it answers, and from its own bytes.
fn check_collection(collection: &Collection) {
    let facets = (0..collection.facets().len()).collect();
    let options = Options { limit: 10, facets, is_counted: true, ..Options::default() };
    for text in ["", "handel", "g", "wapens handel", "terorisme", "\"handel in wapens\" -douane", "kind:guide fraude"] {
        let found = collection.search(text, &options);
        assert!(found.hits.len() <= 10);
        for hit in &found.hits {
            collection.record(hit.document);
            collection.stored(hit.document, 1);
            for facet in 0..collection.facets().len() {
                let values = collection.values_of(hit.document, facet);
                assert!(values.iter().all(|value| (*value as usize) < collection.values(facet).len()));
            }
        }
        for (facet, counts) in found.facets.iter().enumerate() {
            assert!(counts.iter().all(|(value, _)| (*value as usize) < collection.values(facet).len()));
        }
    }
    collection.record(u32::MAX);
    collection.explain("handel", 0, &options);
    assert!(collection.suggest("han", 5).titles.len() <= 5);
}

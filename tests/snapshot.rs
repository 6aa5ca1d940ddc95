//! The bytes of an index.
//!
//! 1. The same texts give the same bytes, and the bytes, wherever they stand, give the same answers.
//! 2. Bytes that end too early, or of which one is another one, give no index or one that answers without panic and in time.
//! 3. No two terms share bytes, so that an index is no larger than its bytes are.
//! 4. Building refuses texts of earlier documents and of fields that do not exist, and what is refused leaves no trace.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test says what it expects by failing loudly; clippy spares only functions marked as tests"
)]

use empact_priorities::analysis::Language;
use empact_priorities::bytes::{join_sections, split_sections};
use empact_priorities::index::{FieldId, FieldSpec, Index, IndexBuilder, Vocabulary};
use empact_priorities::postings::END;
use empact_priorities::query::{LastWord, Query, Syntax};
use empact_priorities::rank::Ranked;
use empact_priorities::search::{Settings, search};
use proptest::prelude::*;
use std::sync::Arc;

fn builder() -> IndexBuilder {
    let field = |weight, language| FieldSpec { weight, language, length_share: 1.0 };
    IndexBuilder::new(vec![field(2.0, Language::Dutch), field(1.0, Language::Dutch), field(1.0, Language::English)])
}

/// The texts of the documents, in turn in each of the fields.
fn build(texts: &[&str]) -> Index {
    let mut builder = builder();
    for (document, text) in (0..).zip(texts) {
        for (field, part) in (0..3).cycle().zip(text.split(';')) {
            assert!(builder.add(document, FieldId(field), part));
        }
    }
    builder.finish()
}

/// Everything that an index has: several blocks, profiles, compounds, completions, two vocabularies.
fn small() -> Index {
    let mut texts = vec!["fraude; handel in wapens en wapenhandel; arms trafficking", "accijnsfraude; fraude, fraude"];
    texts.extend(["handel; handel handel", "handel"].into_iter().cycle().take(150));
    let many: Vec<String> = ('a'..='z').flat_map(|one| ["b", "c"].map(|two| format!("m{one}{two}"))).collect();
    let many = many.join(" ");
    texts.push(&many);
    build(&texts)
}

/// What the index answers to queries of all kinds.
fn answers(index: &Index) -> Vec<Vec<Ranked>> {
    let ask = |text: &str| {
        let languages = [Language::Dutch, Language::English];
        let mut query = Query::parse(text, &languages, LastWord::Unfinished, &Syntax::default());
        let answer = search(index, &mut query, &Settings { limit: 20, ..Settings::default() });
        answer.documents(index);
        answer.related(index);
        for found in answer.matches.iter().take(2) {
            answer.fields(index, found.document);
        }
        answer.matches
    };
    let texts = [
        "m",
        "handel ",
        "wapens handel ",
        "fruade ",
        "\"handel in wapens\" ",
        "\"handel handel\" fraude ",
        "\"fraude fraude\"",
        "fraude -accijnsfraude ",
        "wapensmokkel ",
    ];
    texts.map(ask).to_vec()
}

fn open(bytes: Vec<u8>) -> Option<Index> {
    let place = 0..bytes.len();
    Index::open(&Arc::new(bytes), place)
}

/// Asks the index that these bytes are, if they are one.
fn try_all(bytes: Vec<u8>) {
    if let Some(index) = open(bytes) {
        answers(&index);
    }
}

#[test]
fn same_texts_same_bytes() {
    let (one, other) = (small(), small());
    assert_eq!(one.as_ref(), other.as_ref());
    let found = answers(&one);
    assert!(found.iter().all(|answer| !answer.is_empty()), "{found:?}");
    let bytes = [b"before", one.as_ref(), b"behind"].concat();
    let place = 6..bytes.len() - 6;
    let opened = Index::open(&Arc::new(bytes), place).unwrap();
    assert_eq!(opened.as_ref(), one.as_ref());
    assert_eq!(answers(&opened), found);
    assert_eq!(opened.fields(), one.fields());
    assert_eq!(answers(&build(&[])).concat(), []);
}

/// Each place in turn, and not only what chance finds: bytes of 255 make the largest numbers.
#[test]
fn large_numbers_everywhere() {
    let index = small();
    let bytes = index.as_ref();
    for at in 0..bytes.len() {
        let mut damaged = bytes.to_vec();
        // One large number and several are different accidents.
        let length = if at % 2 == 0 { 4 } else { 16 };
        damaged.iter_mut().skip(at).take(length).for_each(|byte| *byte = 0xFF);
        try_all(damaged);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn damaged_bytes(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)) {
        let mut bytes = small().as_ref().to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        try_all(bytes);
    }

    #[test]
    fn truncated_bytes(length in any::<prop::sample::Index>()) {
        let mut bytes = small().as_ref().to_vec();
        bytes.truncate(length.index(bytes.len()));
        prop_assert!(open(bytes).is_none());
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        try_all(bytes);
    }
}

/// Four dozen words in one document each.
fn many_terms() -> Index {
    let words: Vec<String> = ('a'..='x').flat_map(|one| ["b", "d"].map(|two| format!("w{one}{two}"))).collect();
    build(&words.iter().map(String::as_str).collect::<Vec<_>>())
}

/// What all terms of an index are in, added up.
fn n_postings(index: &Index) -> usize {
    let of_term = |of: &Vocabulary<'_>, term: u32| {
        let mut cursor = of.postings(term);
        let mut document = cursor.seek(0);
        let documents = std::iter::from_fn(|| (document != END).then(|| document = cursor.advance()));
        documents.count()
    };
    index.vocabularies().map(|of| (0..of.terms().len()).map(|term| of_term(&of, term)).sum::<usize>()).sum()
}

/// The bytes of an index with a section of its vocabulary changed.
fn with_section(index: &Index, place: usize, change: &dyn Fn(&mut Vec<u8>)) -> Vec<u8> {
    let split = |bytes: &[u8]| {
        let n_sections = u32::from_le_bytes(*bytes.first_chunk().unwrap()) as usize;
        split_sections(bytes, 0..bytes.len(), n_sections)
            .unwrap()
            .into_iter()
            .map(|at| bytes[at].to_vec())
            .collect::<Vec<_>>()
    };
    let join = |sections: Vec<Vec<u8>>| join_sections(&sections.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let mut sections = split(index.as_ref());
    let mut vocabularies = split(sections.last().unwrap());
    let mut vocabulary = split(&vocabularies[0]);
    change(&mut vocabulary[place]);
    vocabularies[0] = join(vocabulary);
    *sections.last_mut().unwrap() = join(vocabularies);
    join(sections)
}

#[test]
fn terms_share_no_bytes() {
    let index = many_terms();
    assert_eq!(n_postings(&index), 48);
    // All blocks of the dictionary at the place of the first, and many more of them.
    let many = 1_000_u32;
    let terms = with_section(&index, 0, &|terms| {
        let blocks = terms.split_off(4 + 3 * 4);
        *terms = (many * 16).to_le_bytes().to_vec();
        terms.resize(4 + many as usize * 4, 0);
        terms.extend(blocks);
    });
    assert!(open(terms).is_none());
    // What is stored of each sixteenth term at the place of the first.
    let starts = with_section(&index, 1, &|starts| {
        let first = starts[..12].to_vec();
        starts.chunks_mut(12).for_each(|start| start.copy_from_slice(&first));
    });
    assert_eq!(n_postings(&open(starts).unwrap()), 16);
}

#[test]
fn earlier_documents_are_refused() {
    let add = |builder: &mut IndexBuilder, document, field, text| builder.add(document, FieldId(field), text);
    let mut clean = builder();
    for (document, field, text) in [(1, 0, "fraude"), (3, 1, "handel"), (3, 1, "wapens")] {
        assert!(add(&mut clean, document, field, text));
    }
    let mut tried = builder();
    assert!(add(&mut tried, 1, 0, "fraude"));
    assert!(!add(&mut tried, 0, 0, "netwerk"), "an earlier document");
    assert!(add(&mut tried, 3, 1, "handel"));
    assert!(!add(&mut tried, 2, 1, "netwerk"), "an earlier document without a text");
    assert!(!add(&mut tried, 9, 3, "netwerk"), "no such field");
    assert!(add(&mut tried, 3, 1, "wapens"), "the same document again");
    assert_eq!((tried.n_documents(), clean.n_documents()), (4, 4));
    assert_eq!(tried.finish().as_ref(), clean.finish().as_ref());
}

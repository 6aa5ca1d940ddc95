//! What people type finds what they mean. Held here:
//!
//! 1. Each line of `tests/data/typed-words.tsv` finds its unit among the first three, with every word matched, whether
//!    its last word is complete or still being typed.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects by failing loudly; clippy spares only functions marked as tests"
)]

use empact_priorities::engine::{Engine, NoticeCode, SearchOptions};
use empact_priorities::query::LastWord;

fn check(last_word: LastWord) {
    let engine = Engine::embedded().unwrap();
    let options = SearchOptions { last_word, ..SearchOptions::default() };
    let (mut checked, mut lower) = (0, Vec::new());
    let rows = include_str!("data/typed-words.tsv").lines().filter(|line| !line.starts_with('#'));
    for (unit, text) in rows.filter_map(|line| line.split_once('\t')) {
        let answer = engine.search(text, &options).unwrap();
        let ignored = answer.notices.iter().any(|notice| notice.code == NoticeCode::WordsIgnored);
        assert!(!ignored, "\"{text}\" for {unit}: a word was left out");
        match answer.hits.iter().position(|hit| hit.id == unit) {
            Some(position) if position < 3 => {}
            position => lower.push((unit, text, position)),
        }
        checked += 1;
    }
    assert!(checked > 700, "{checked}");
    assert!(lower.is_empty(), "lower than the first three: {lower:?}");
}

#[test]
fn typed_words_find_their_unit() {
    check(LastWord::Complete);
}

#[test]
fn typed_words_find_their_unit_while_they_are_typed() {
    check(LastWord::Unfinished);
}

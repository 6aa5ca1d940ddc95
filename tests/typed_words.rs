//! What people type finds what they mean. Held here:
//!
//! 1. Each line of `tests/data/typed-words.tsv` finds its unit among the first three, with every word matched, whether
//!    its last word is complete or still being typed.
//! 2. The first places of an answer are the right ones, each with a reason. The queries were thought of before anybody looked what finds them.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects by failing loudly; clippy spares only functions marked as tests"
)]

use empact_priorities::engine::{Engine, SearchOptions};
use empact_priorities::query::{LastWord, NoticeCode};

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

/// The units found first, best first.
fn check_first(engine: &Engine, query: &str, expected: &[&str], reason: &str) {
    let answer = engine.search(query, &SearchOptions::default()).unwrap();
    let found: Vec<&str> = answer.hits.iter().take(expected.len()).map(|hit| hit.id).collect();
    assert_eq!(found, expected, "{query:?}: {reason}");
}

#[test]
fn relevance() {
    let engine = Engine::embedded().unwrap();
    let check = |query, expected: &[&str], reason| check_first(&engine, query, expected, reason);
    check("smokkelaar", &["P7b", "P5"], "who does what the text names");
    check("mensensmokkelaar", &["P5"], "the same at the end of a compound");
    check("mensenhandelaren", &["P3"], "those who trade, not any trade");
    check("drugshandelaar", &["P6"], "the priority before its parts");
    check("wapenhandelaar", &["P10"], "weapons before other trades");
    check("uitgebuit", &["P4", "P3"], "a participle of a verb of which a title has the noun");
    check("uitgebuite kinderen", &["P4"], "the same beside a noun");
    check("gefinancierd", &["O11", "R16"], "who is asked to look for money before who hopes for it");
    check("opgelicht", &["P7a"], "the text parts the verb: \"op te lichten\"");
    check("opgeleid", &["O10"], "training is what this paragraph asks for");
    check("opsporen", &["P6b", "P6a"], "both texts say \"op te sporen\"");
    check("opsporing", &["O06", "P6b", "P6a"], "who does it, by an alias, before the noun of the parted verb");
    check("gesmokkelde sigaretten", &["P7b"], "smuggled, and a kind of tobacco");
    check("wapens", &["P10", "P1"], "the priority about them before the one that mentions them");
    check("money laundering", &["P7e", "P7"], "the sub-priority before the priority that bundles it");
    check("slachtoffers", &["P3", "P7a"], "its victims twice, then once");
    check("zomer 2023", &["GP4"], "the only summer");
    check("deadline", &["GP4", "O13"], "a day before a year");
    check("wat moet COSI doen", &["O07", "GP4"], "the words of a question ask for nothing");
    check("taken van COSI", &["O07"], "what it is charged with");
    check("wie betaalt", &["O11"], "who is to look for money");
    check("begroting", &["O11"], "the same");
    check("openbaar ministerie", &["O06"], "a judicial authority");
    check("prosecutors", &["O06"], "the same in English");
    check("gemeenten", &["O06"], "administrative authorities, not a misspelt \"gemeten\"");
    check("rechters", &["O06"], "judicial authorities, not a misspelt \"rechten\"");
    check("bedrijfsleven", &["R05"], "private partners");
    check("voortgang", &["O07"], "what is monitored");
    check("crypto", &["P7e", "P7a"], "new ways to pay, to launder with before to swindle with");
    check("cryptocurrency", &["P7e"], "the same in English");
    check("e-mailfraude", &["P7a"], "not what begins with an e");
    check("email fraude", &["P7a"], "in two words");
    check("social media", &["P7a"], "online platforms, not a misspelt \"medicines\"");
    check("sociale media", &["P7a"], "the same in Dutch");
    check("geneesmiddelen", &["P7d"], "goods that harm health, not any means");
    check("geronseld", &["P3"], "a participle of an everyday word for recruiting");
    check("jongeren", &["P3"], "minors who are made to commit crimes");
    check("dieven", &["P8"], "those who steal, not a misspelt \"dieren\"");
    check("paspoortfraude", &["HT1"], "a document, not fraud in general");
    check("seizure", &["P7e"], "the noun of \"seize\"");
    check("ransom ware", &["P2"], "one word typed as two");
    check("samen werken", &["O06"], "a verb typed as two words");
    check("online drugshandel", &["P6"], "what the compound names, before what is about trade and online");
    check("samenwerking milieucriminaliteit", &["P9"], "a crime, before what has another one and cooperation");
    check("mensenhandelaren opsporen", &["P6b", "P6a", "P3"], "no guess at a part hides the others");
    check("wat is empact", &["R03"], "words of a question, however rare, ask for nothing");
    check("what is an OAP", &["GP1"], "the same in English");
    check("13e overweging", &["R13"], "the number before the kind");
    check("prioriteit - 7", &["P7"], "a dash between them");
    check("Dispositief, punt 13", &["O13"], "as the card of the paragraph calls it");
    check("operative paragraph 13", &["O13"], "the same in English");
    check("prioriteit № 7", &["P7"], "a sign between them");
}

#[test]
fn words_are_not_mistyped() {
    let engine = Engine::embedded().unwrap();
    for word in ["sport", "honden", "markt", "kost"] {
        let answer = engine.search(word, &SearchOptions::default()).unwrap();
        assert!(answer.hits.is_empty() && answer.corrected.is_none(), "{word}: {:?}", answer.corrected);
    }
    for word in [
        "lang",
        "kunt",
        "mest",
        "data",
        "overzicht",
        "vervolging",
        "toelichting",
        "sancties",
        "parket",
        "vertaling",
        "inleiding",
    ] {
        let answer = engine.search(word, &SearchOptions::default()).unwrap();
        assert!(answer.corrected.is_none(), "{word}: {:?}", answer.corrected);
    }
    for (word, meant) in [("kriminaliteid", "criminaliteit"), ("oplijding", "opleiding"), ("uropol", "europol")] {
        let answer = engine.search(word, &SearchOptions::default()).unwrap();
        assert_eq!(answer.corrected.unwrap().query, meant);
    }
    let mistyped = engine.search("wapnes", &SearchOptions::default()).unwrap();
    assert_eq!(mistyped.corrected.unwrap().query, "wapens");
}

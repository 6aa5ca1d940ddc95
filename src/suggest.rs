//! How could what is typed go on?
//!
//! ```text
//! "illegale ha"   the word being typed      "ha"
//!                 what stands before it     "illegale" ──▶ the documents that answer it
//!                 terms that begin so       handel, haven, handleiding ... each counted in those documents
//!                 suggested                 "illegale handel", "illegale haven"
//! ```
//!
//! A term that stands in none of those documents is not suggested, and neither is a second form of a word, a stop word or the word as it
//! is typed. When nothing begins with the letters, terms that begin with something one edit away are taken.

use crate::analysis::{Form, analyse};
use crate::dictionary::Extent;
use crate::index::{Index, Vocabulary};
use crate::order::sort;
use crate::postings::END;
use crate::query::{MAX_CHARACTERS, Query};
use crate::rank::Documents;
use crate::span::ByteSpan;

/// Most terms that are counted in documents; where more begin with the same letters, only the most frequent ones are.
const MAX_COUNTED: u32 = 256;
/// Documents with a term are counted up to here: more are no better a suggestion.
pub const ENOUGH: u32 = 1_000;
/// Shortest word that may be mistyped, in bytes.
const MIN_MISTYPED: usize = 4;

/// A query that goes on from what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What was typed, with its last word completed. What is added is folded, as it is indexed.
    pub text: String,
    /// The part of it that was typed.
    pub typed: ByteSpan,
    /// How many documents hold the completed word and answer what stands before it; [`ENOUGH`] stands for that many or more.
    pub n_documents: u32,
}

/// A term that could be meant.
struct Candidate {
    vocabulary: usize,
    term: u32,
    n_documents: u32,
}

/// Completes the last word of a text, the most frequent completion first, then in the order of the dictionary; at most `limit`.
///
/// `query` is what the text was read as. `context` gives the documents that answer the text before the last word; `None` stands for all.
pub fn suggest(
    index: &Index,
    text: &str,
    query: &Query,
    context: &dyn Fn(&str) -> Option<Documents>,
    limit: usize,
) -> Vec<Suggestion> {
    let is_value = query.filters().iter().any(|filter| filter.span.end == text.len());
    let vocabularies: Vec<Vocabulary<'_>> = index.vocabularies().collect();
    let Some(first) = vocabularies.first() else { return Vec::new() };
    if is_value || text.len() > MAX_CHARACTERS {
        return Vec::new();
    }
    let tokens = analyse(text, first.language());
    // Of "cyber-aan" the last segment is being typed, "7e" is one word.
    let mut last = tokens.iter().rev().filter(|token| token.span.end == text.len());
    let glued = last.clone().find(|token| token.form == Form::Glued);
    let Some(typed) = glued.or_else(|| last.find(|token| !token.form.is_joined())) else { return Vec::new() };
    let before = text.get(..typed.span.start).unwrap_or_default();
    let context = context(before);
    let mut candidates = Vec::new();
    for (place, vocabulary) in vocabularies.iter().enumerate() {
        let terms = vocabulary.terms().with_prefix(typed.word.as_bytes());
        let is_few = context.is_some() && terms.end - terms.start <= MAX_COUNTED;
        let terms = if is_few { terms.collect() } else { vocabulary.completions(&typed.word) };
        count(place, vocabulary, &terms, context.as_ref(), &mut candidates);
    }
    if candidates.is_empty() && typed.word.len() >= MIN_MISTYPED {
        for (place, vocabulary) in vocabularies.iter().enumerate() {
            let similar = vocabulary.terms().similar(typed.word.as_bytes(), 1, Extent::Prefix);
            let terms: Vec<u32> = similar.iter().take(MAX_COUNTED as usize).map(|similar| similar.id).collect();
            count(place, vocabulary, &terms, context.as_ref(), &mut candidates);
        }
    }
    sort(&mut candidates, &|one: &Candidate, other| other.n_documents.cmp(&one.n_documents));

    let source = typed.span.of(text).unwrap_or_default();
    let mut suggestions = Vec::new();
    let mut stems = vec![];
    let mut word = Vec::new();
    for candidate in candidates {
        if suggestions.len() == limit {
            break;
        }
        let Some(vocabulary) = vocabularies.get(candidate.vocabulary) else { continue };
        vocabulary.terms().term(candidate.term, &mut word);
        let Ok(word) = std::str::from_utf8(&word) else { continue };
        let Some(token) = analyse(word, vocabulary.language()).into_iter().next() else { continue };
        if word == typed.word || token.is_stop || stems.contains(&token.stem) {
            continue;
        }
        stems.push(token.stem);
        // What was typed stays as it is, with its capitals and accents.
        let mut text = before.to_owned();
        if let Some(rest) = word.strip_prefix(&typed.word) {
            text.push_str(source);
            let typed = ByteSpan::new(0, text.len());
            text.push_str(rest);
            suggestions.push(Suggestion { text, typed, n_documents: candidate.n_documents });
        } else {
            let shared = word.chars().zip(typed.word.chars()).take_while(|(one, other)| one == other);
            let n_shared: usize = shared.map(|(letter, _)| letter.len_utf8()).sum();
            let typed = ByteSpan::new(0, text.len() + n_shared);
            text.push_str(word);
            suggestions.push(Suggestion { text, typed, n_documents: candidate.n_documents });
        }
    }
    suggestions
}

/// Adds the terms that stand in documents of the context, with how many those are.
fn count(
    place: usize,
    vocabulary: &Vocabulary<'_>,
    terms: &[u32],
    context: Option<&Documents>,
    candidates: &mut Vec<Candidate>,
) {
    for term in terms {
        let n_documents = match context {
            None => vocabulary.n_documents(*term).min(ENOUGH),
            Some(context) => n_common(vocabulary, *term, context),
        };
        if n_documents > 0 {
            candidates.push(Candidate { vocabulary: place, term: *term, n_documents });
        }
    }
}

/// In how many of the documents a term stands, up to [`ENOUGH`]. Each list is passed over to where the other goes on.
fn n_common(vocabulary: &Vocabulary<'_>, term: u32, context: &Documents) -> u32 {
    let mut cursor = vocabulary.postings(term);
    let mut n_documents = 0;
    let mut document = 0;
    while n_documents < ENOUGH
        && let Some(next) = context.next(document)
    {
        document = cursor.seek(next);
        if document == END {
            break;
        }
        if document == next {
            n_documents += 1;
            document += 1;
        }
    }
    n_documents
}

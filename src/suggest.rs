//! How could the typed text continue?
//!
//! ```text
//! "illegale ha"   the word being typed      "ha"
//!                 the text before it        "illegale" ──▶ the documents that answer it
//!                 terms that begin with it  handel, haven, handleiding ... each counted in those documents
//!                 suggested                 "illegale handel", "illegale haven"
//! ```
//!
//! If any of them stands right behind the word before ("illegale handel"), only those are suggested ("illegale huidige" is not); behind an open quotation
//! mark there are never others.
//!
//! Terms are taken from the languages that know the most of the words before ("money l" is not "money lidstaten"), those of the reader's first.
//! A term that occurs in none of those documents is not suggested, and neither is a second form of a word, a stop word, the word as
//! typed or one before it. If nothing begins with the letters, terms that begin with something one edit away are used, if they begin with the same sound.

use crate::analysis::{Language, MIN_MISTYPED, Token, analyse, is_stop, sound, stem, unfold};
use crate::dictionary::Extent;
use crate::docset::DocSet;
use crate::index::{EachText, FieldMask, Index, Vocabulary};
use crate::order::sort;
use crate::postings::{Cursor, END};
use crate::query::{MAX_CHARACTERS, Query};
use crate::search::each_with_phrase;
use crate::span::ByteSpan;

/// Most terms that are counted in documents; where more begin with the same letters, only the most frequent ones are.
const MAX_COUNTED: u32 = 256;
/// Documents with a term are counted up to here: more are no better a suggestion.
pub const ENOUGH: u32 = 1_000;
/// Most candidates, and most documents of all of them together, that are looked at closely for whether they follow the word before.
const MAX_FOLLOWING: usize = 64;
const MAX_FOLLOWED: u32 = 4_096;

/// What is a word by itself is still the beginning of those that more than so many times as many documents have. As none is counted beyond [`ENOUGH`],
/// what stands by itself in an eighth as many documents is not made longer: it is a word.
const FAR_MORE: u32 = 8;

/// A query that continues the typed text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The typed text with its last word completed, which is in lower case as far as it was not typed, or as abbreviations are written.
    pub text: String,
    /// The part of it that was typed.
    pub typed: ByteSpan,
    /// How many documents hold the completed word and answer the text before it; [`ENOUGH`] means that many or more.
    pub n_documents: u32,
    /// The tag of the completed word's language; `None` if texts in several languages hold it, or in one without a tag.
    pub lang: Option<&'static str>,
}

/// A term that could be meant.
struct Candidate {
    vocabulary: usize,
    term: u32,
    n_documents: u32,
    /// In how many it stands right behind the word before; 0 if that is not known.
    n_following: u32,
    /// Whether several vocabularies have it.
    is_shared: bool,
    /// How well its language fits, the best one of several: 2 for each word before it that the language knows, and 1 if it is the reader's.
    fit: usize,
}

/// Completes the last word of a text with terms of the languages that know the most of the words before it: those in the `reader`'s language first, then
/// the most frequent, then in dictionary order; at most `limit`.
///
/// `query` is what the text was read as. `context` gives the documents that answer the part before the last word; `None` means all. `texts` are where the
/// completions are written; see [`Index::spelled`].
pub fn suggest(
    index: &Index,
    text: &str,
    mut query: Query,
    context: &dyn Fn(Query) -> Option<DocSet>,
    texts: &EachText<'_>,
    reader: Option<Language>,
    limit: usize,
) -> Vec<Suggestion> {
    let ends = |span: ByteSpan| span.end == text.len();
    // A value, what is excluded, or what must stand in one field: counting in all documents would say nothing about it.
    let is_value = query.filters().iter().any(|filter| ends(filter.span))
        || query.excluded().iter().any(|concept| ends(concept.span()))
        || query.phrases().iter().any(|phrase| phrase.is_excluded && ends(phrase.span))
        || query.concepts().iter().any(|concept| concept.field().is_some() && ends(concept.span()));
    let vocabularies: Vec<Vocabulary<'_>> = index.vocabularies().collect();
    let Some(first) = vocabularies.first() else { return Vec::new() };
    if is_value || text.chars().nth(MAX_CHARACTERS).is_some() {
        return Vec::new();
    }
    let tokens = analyse(text, first.language());
    // "cyber-aan" and "7e" are one word.
    let Some(typed) = tokens.iter().find(|token| token.span.end == text.len()) else { return Vec::new() };
    // How a number goes on nobody can guess, and the terms do not tell "9450/17" from "945017".
    if typed.word.bytes().all(is_digit) {
        return Vec::new();
    }
    let mut before = Vec::new();
    for phrase in query.phrases().iter().filter(|phrase| ends(phrase.span)) {
        for word in &phrase.words {
            before.push((word.word.clone(), word.offset));
        }
    }
    let is_phrase = !before.is_empty();
    query.cut(typed.span.start);
    let context = context(query);
    let earlier: Vec<&Token> = tokens.iter().filter(|token| token.span.end <= typed.span.start).collect();
    if let Some(last) = earlier.last().filter(|_| !is_phrase) {
        before.push((last.word.clone(), 0));
    }
    let last = Last { index, vocabularies, text, earlier, typed, before, is_phrase };
    last.worded(last.candidates(context.as_ref(), reader), texts, limit)
}

/// The last word of a text, and where it could go on.
struct Last<'a> {
    index: &'a Index,
    vocabularies: Vec<Vocabulary<'a>>,
    text: &'a str,
    /// The words before it.
    earlier: Vec<&'a Token>,
    typed: &'a Token,
    /// What it stands behind: the words behind an open quotation mark or, without one, the word before, each with its place among them.
    before: Vec<(String, u32)>,
    /// Whether there is a quotation mark, so that nothing else is found.
    is_phrase: bool,
}

impl Last<'_> {
    /// Terms that go on as it begins or, where none does, as something begins that sounds like it; the best first.
    fn candidates(&self, context: Option<&DocSet>, reader: Option<Language>) -> Vec<Candidate> {
        let Self { index, vocabularies, typed, .. } = self;
        let fits = |vocabulary: &Vocabulary<'_>| {
            let is_known = |token: &&&Token| vocabulary.terms().find(token.word.as_bytes()).is_some();
            2 * self.earlier.iter().filter(is_known).count() + usize::from(reader == Some(vocabulary.language()))
        };
        let fits: Vec<usize> = vocabularies.iter().map(fits).collect();
        let mut candidates = Vec::new();
        for (place, vocabulary) in vocabularies.iter().enumerate() {
            let terms = vocabulary.terms().with_prefix(typed.word.as_bytes());
            let is_few = context.is_some() && terms.end - terms.start <= MAX_COUNTED;
            let terms = if is_few { terms.collect() } else { vocabulary.completions(&typed.word) };
            count(vocabularies, &fits, place, &terms, context, &mut candidates);
        }
        if candidates.is_empty() && typed.word.len() >= MIN_MISTYPED {
            let heard = sound(&typed.word);
            for (place, vocabulary) in vocabularies.iter().enumerate() {
                let similar = vocabulary.terms().similar(typed.word.as_bytes(), 1, Extent::Prefix);
                let sounds_so = |term: &u32| {
                    let known = sound(&index.word(place, *term));
                    known.first() == heard.first() && (typed.word.len() > MIN_MISTYPED || known.starts_with(&heard))
                };
                let terms = similar.iter().map(|similar| similar.id).filter(sounds_so);
                let terms: Vec<u32> = terms.take(MAX_COUNTED as usize).collect();
                count(vocabularies, &fits, place, &terms, context, &mut candidates);
            }
        }
        // Behind other words, a word that is complete is not made longer: "smokkel van migranten" is no "migrantensmokkel". But somewhere in many
        // texts, what a word begins with stands by itself: "in arti".
        if context.is_some() && typed.word.len() >= MIN_MISTYPED {
            let is_typed = |known: &&Candidate| index.word(known.vocabulary, known.term) == typed.word;
            let n_complete = candidates.iter().find(is_typed).map_or(0, |known| known.n_documents);
            candidates.retain(|candidate| candidate.n_documents > FAR_MORE * n_complete);
        }
        let best_first = |one: &Candidate, other: &Candidate| {
            (other.fit, other.n_following, other.n_documents).cmp(&(one.fit, one.n_following, one.n_documents))
        };
        sort(&mut candidates, &best_first);
        if !self.before.is_empty() {
            follow(vocabularies, &self.before, context, &mut candidates);
            sort(&mut candidates, &best_first);
        }
        candidates
    }

    /// The first `limit` of those that fit best, as the texts write them, but for what says nothing new.
    fn worded(&self, candidates: Vec<Candidate>, texts: &EachText<'_>, limit: usize) -> Vec<Suggestion> {
        let Self { index, typed, .. } = self;
        let n_known = candidates.first().map(|best| best.fit / 2);
        let mut must_follow = self.is_phrase;
        let mut suggestions = Vec::new();
        // What stands there is not suggested once more, in whatever form.
        let mut stems: Vec<String> =
            self.earlier.iter().flat_map(|token| [token.word.clone(), token.stem.clone()]).collect();
        for candidate in candidates {
            if suggestions.len() == limit || Some(candidate.fit / 2) != n_known {
                break;
            }
            let n_documents = if self.is_phrase { candidate.n_following } else { candidate.n_documents };
            let Some(vocabulary) = self.vocabularies.get(candidate.vocabulary) else { continue };
            let word = index.word(candidate.vocabulary, candidate.term);
            // The number of a footnote often touches a word: "criminaliteit2".
            let is_numbered = word.bytes().any(is_digit) && !typed.word.bytes().any(is_digit);
            let is_known = |stem: &String| stems.contains(stem);
            if must_follow && candidate.n_following == 0
                || is_numbered
                || word == typed.word
                || is_known(&word)
                || is_stop(&word, vocabulary.language())
                || is_known(&stem(&word, vocabulary.language()))
            {
                continue;
            }
            // Looking into texts takes longest.
            let word = index.spelled(candidate.vocabulary, candidate.term, texts);
            let Some(token) = analyse(&word, vocabulary.language()).into_iter().next() else { continue };
            if is_known(&token.stem) {
                continue;
            }
            stems.push(token.stem);
            let begins_so = token.word.starts_with(&typed.word);
            let lang = if candidate.is_shared { None } else { vocabulary.language().tag() };
            let (text, typed) = completed(self.text, typed, &word, begins_so);
            // Followed by a stop word alone, a word can be combined with any other.
            must_follow |= candidate.n_following > 0;
            suggestions.push(Suggestion { text, typed, n_documents, lang });
        }
        suggestions
    }
}

/// A text with its last word completed, and the part of it that was typed; `begins_so`: the completion begins with what was typed.
fn completed(text: &str, typed: &Token, word: &str, begins_so: bool) -> (String, ByteSpan) {
    let n_typed = if begins_so {
        unfold(word, 0..typed.word.len()).end
    } else {
        let shared = word.chars().zip(typed.word.chars()).take_while(|(one, other)| one == other);
        shared.map(|(letter, _)| letter.len_utf8()).sum()
    };
    let (begun, rest) = word.split_at_checked(n_typed).unwrap_or(("", word));
    let source = typed.span.of(text).unwrap_or_default();
    let mut completed = text.get(..typed.span.start).unwrap_or_default().to_owned();
    // What was typed keeps its capitals, but an abbreviation is written in one way.
    let is_kept = begun.eq_ignore_ascii_case(source) && !word.bytes().any(|byte| byte.is_ascii_uppercase());
    completed.push_str(if is_kept { source } else { begun });
    let span = ByteSpan::new(0, completed.len());
    completed.push_str(rest);
    (completed, span)
}

fn is_digit(byte: u8) -> bool {
    byte.is_ascii_digit()
}

/// Adds the terms of a vocabulary that stand in documents of the context, with how many those are. A word that several vocabularies have is
/// added once, with the documents of all of them.
fn count(
    vocabularies: &[Vocabulary<'_>],
    fits: &[usize],
    place: usize,
    terms: &[u32],
    context: Option<&DocSet>,
    candidates: &mut Vec<Candidate>,
) {
    let mut word = Vec::new();
    for term in terms {
        if let Some(vocabulary) = vocabularies.get(place) {
            vocabulary.terms().term(*term, &mut word);
        }
        let (mut cursors, mut fit, mut is_known) = (Vec::new(), 0, false);
        for (number, vocabulary) in vocabularies.iter().enumerate() {
            if let Some(same) = if number == place { Some(*term) } else { vocabulary.terms().find(&word) } {
                is_known |= candidates.iter().any(|known| (known.vocabulary, known.term) == (number, same));
                cursors.push(vocabulary.postings(same));
                fit = fits.get(number).map_or(fit, |other| fit.max(*other));
            }
        }
        let is_shared = cursors.len() > 1;
        let n_documents = match (cursors.as_slice(), context) {
            _ if is_known => 0,
            ([cursor], None) => cursor.n_documents().min(ENOUGH),
            _ => n_in_any(&mut cursors, context),
        };
        if n_documents > 0 {
            candidates.push(Candidate { vocabulary: place, term: *term, n_documents, n_following: 0, is_shared, fit });
        }
    }
}

/// Counts the documents of the context in which candidates stand right behind words, the first ones first, as far as that is worth the time. Each word
/// has its place.
fn follow(
    vocabularies: &[Vocabulary<'_>],
    before: &[(String, u32)],
    context: Option<&DocSet>,
    candidates: &mut [Candidate],
) {
    let mut room = MAX_FOLLOWED;
    for candidate in candidates.iter_mut().take(MAX_FOLLOWING) {
        let Some(vocabulary) = vocabularies.get(candidate.vocabulary) else { continue };
        let (mut terms, mut rarest) = (Vec::new(), vocabulary.n_documents(candidate.term));
        for (word, place) in before {
            if let Some(term) = vocabulary.terms().find(word.as_bytes()) {
                rarest = rarest.min(vocabulary.n_documents(term));
                terms.push((term, *place));
            }
        }
        if terms.len() < before.len() {
            continue;
        }
        terms.push((candidate.term, terms.last().map_or(0, |(_, place)| place + 1)));
        room = room.saturating_sub(rarest);
        if room == 0 {
            break;
        }
        each_with_phrase(vocabulary, &terms, FieldMask::ALL, &mut |document| {
            candidate.n_following += u32::from(context.is_none_or(|context| context.contains(document)));
        });
    }
}

/// In how many documents, of the context if there is one, any of the terms stands, up to [`ENOUGH`]. Each list is passed over to where the
/// others go on.
fn n_in_any(cursors: &mut [Cursor<'_>], context: Option<&DocSet>) -> u32 {
    let (mut n_documents, mut document) = (0, 0);
    while n_documents < ENOUGH {
        if let Some(context) = context {
            match context.next(document) {
                Some(next) => document = next,
                None => break,
            }
        }
        let next = cursors.iter_mut().map(|cursor| cursor.seek(document)).min().unwrap_or(END);
        if next == END {
            break;
        }
        n_documents += u32::from(context.is_none_or(|context| context.contains(next)));
        document = next + 1;
    }
    n_documents
}

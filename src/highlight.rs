//! What of a text answers a query, and which passage shows it?

use crate::analysis::{Language, Word, each_word};
use crate::order::sort;
use crate::query::{ConceptSet, Matched, Query, TextWord};
use crate::span::ByteSpan;
use crate::words::Words;
use std::cmp::Reverse;

/// Most words in a language that are remembered as unrelated to a query: no text can make it remember more.
const MAX_STRANGERS: usize = 1 << 16;

/// Marks what a query matches in texts.
///
/// If a word of the text is a form of a query word, all of it is marked; if it starts with the query word or is a compound with it, only the
/// part that they share. That depends only on the query and the text, so any text can be marked, indexed or not. Words that an index relates to
/// those of the query are marked, too, if the marker is told of them ([`Marker::new`]).
///
/// Nearly all words of a text are unrelated to the query. They are remembered, so that each is stemmed and compared once,
/// however many texts hold it.
///
/// ```
/// use empact_priorities::analysis::Language;
/// use empact_priorities::query::{LastWord, Query, Syntax};
/// use empact_priorities::highlight::Marker;
///
/// let query = Query::parse("fraude", &[Language::Dutch], LastWord::Complete, &Syntax::default());
/// let mut marker = Marker::new(query, Vec::new());
/// let text = "Accijnsfraude, Fraude";
/// let highlights = marker.highlight(text, Language::Dutch);
/// let marked: Vec<&str> = highlights.iter().filter_map(|span| span.of(text)).collect();
/// assert_eq!(marked, ["fraude", "Fraude"]);
/// assert!(marker.highlight("freude", Language::Dutch).is_empty());
/// ```
#[derive(Debug, Default)]
pub struct Marker {
    query: Query,
    /// By concept: words that are related to it even if they do not show it.
    related: Vec<Words>,
    /// By language: the words that are unrelated to the query.
    strangers: Vec<(Language, Words)>,
}

/// A place in a text that answers concepts of a query.
struct Occurrence {
    /// What to mark.
    span: ByteSpan,
    concepts: ConceptSet,
    /// Whether it is what was typed, instead of a word that has to do with it.
    is_typed: bool,
}

impl Marker {
    /// Marks what this query matches, and these words too, by concept.
    pub const fn new(query: Query, related: Vec<Words>) -> Self {
        Self { query, related, strangers: Vec::new() }
    }

    /// The query, for other uses.
    pub fn into_query(self) -> Query {
        self.query
    }

    /// What to emphasise in a text: sorted, not overlapping, on `char` boundaries.
    pub fn highlight(&mut self, text: &str, language: Language) -> Vec<ByteSpan> {
        merge(self.occurrences(text, language).into_iter().map(|occurrence| occurrence.span).collect())
    }

    /// Chooses the passage of at most `max_characters` characters that answers the most concepts of the query.
    ///
    /// Of equal passages: the one where they stand closest together, as they were typed, then the one with the most marked places, then the first. A
    /// text without any gives its beginning; one that is short enough is returned whole.
    pub fn excerpt(&mut self, text: &str, language: Language, max_characters: usize) -> Excerpt {
        let occurrences = self.occurrences(text, language);
        let span = window(text, &occurrences, max_characters);
        let (mut inside, mut concepts) = (Vec::new(), ConceptSet::default());
        for occurrence in occurrences.iter().filter(|occurrence| span.contains(occurrence.span)) {
            inside.push(occurrence.span);
            concepts = concepts.union(occurrence.concepts);
        }
        let has_words = |part: Option<&str>| part.is_some_and(|part| !part.trim_start().is_empty());
        Excerpt {
            span,
            highlights: merge(inside),
            n_concepts: concepts.len(),
            truncated_start: has_words(text.get(..span.start)),
            truncated_end: has_words(text.get(span.end..)),
        }
    }

    /// Whether a text answers every concept of the query.
    pub fn has_all(&mut self, text: &str, language: Language) -> bool {
        let occurrences = self.occurrences(text, language).into_iter();
        let found = occurrences.fold(ConceptSet::default(), |found, occurrence| found.union(occurrence.concepts));
        found.len() == self.query.n_concepts()
    }

    /// The places that answer the query, by their start.
    fn occurrences(&mut self, text: &str, language: Language) -> Vec<Occurrence> {
        let Self { query, related, strangers } = self;
        let known = strangers.iter().position(|(known, _)| *known == language);
        let place = known.unwrap_or_else(|| {
            strangers.push((language, Words::default()));
            strangers.len() - 1
        });
        let Some((_, strangers)) = strangers.get_mut(place) else { return Vec::new() };
        let (mut found, mut phrases) = (Vec::new(), PhraseMarker::new(query));
        each_word(text, &mut |word| {
            phrases.read(&word);
            // What is taken together, or has an ending behind an apostrophe, can be written as one word elsewhere, which has more to do
            // with others.
            let is_plain = !word.is_joined && word.base == word.word.len();
            if is_plain && strangers.find(word.word).is_some() {
                return;
            }
            let n_before = found.len();
            compare(query, related, text, word, language, &mut found);
            if is_plain && found.len() == n_before && strangers.n_words() < MAX_STRANGERS {
                strangers.push(word.word);
            }
        });
        phrases.finish(&mut found);
        // Words come in their order; only a phrase stands behind what it begins with.
        if !found.is_sorted_by_key(|one| one.span.start) {
            sort(&mut found, &|one: &Occurrence, other| one.span.cmp(&other.span));
        }
        found
    }
}

/// Looks for the phrases of a query in a text, word by word.
struct PhraseMarker<'q> {
    query: &'q Query,
    /// The beginnings that the next words may complete: few, since each waits for the word at one position.
    begun: Vec<Beginning>,
    /// Number of the phrase, and where it stands.
    found: Vec<(usize, ByteSpan)>,
}

/// The first words of a phrase.
struct Beginning {
    /// Number of the phrase.
    phrase: usize,
    /// Position of its first word.
    position: u32,
    /// How many of its words have been read.
    n_words: usize,
    span: ByteSpan,
}

impl<'q> PhraseMarker<'q> {
    const fn new(query: &'q Query) -> Self {
        Self { query, begun: Vec::new(), found: Vec::new() }
    }

    #[inline(always)]
    fn read(&mut self, word: &Word<'_>) {
        if !self.query.phrases().is_empty() {
            self.note(word);
        }
    }

    /// Expects words by their position. A phrase of a single word is never complete: that word stands for itself.
    fn note(&mut self, word: &Word<'_>) {
        let phrases = self.query.phrases();
        self.begun.retain_mut(|begun| {
            let Some(phrase) = phrases.get(begun.phrase) else { return false };
            let Some(next) = phrase.words.get(begun.n_words) else { return false };
            let position = begun.position.saturating_add(next.offset);
            if position == word.position && next.word == word.word {
                begun.n_words += 1;
                begun.span.end = begun.span.end.max(word.span.end);
                if begun.n_words == phrase.words.len() {
                    self.found.push((begun.phrase, begun.span));
                    return false;
                }
            }
            position >= word.position
        });
        for (number, phrase) in phrases.iter().enumerate() {
            if !phrase.is_excluded && phrase.words.first().is_some_and(|of| of.word == word.word) {
                self.begun.push(Beginning { phrase: number, position: word.position, n_words: 1, span: word.span });
            }
        }
    }

    /// Where a phrase stands, that is what is marked, and none of its words by itself. In a text without it its words are.
    fn finish(&self, found: &mut Vec<Occurrence>) {
        let mut wholes = Vec::new();
        for (number, phrase) in self.query.phrases().iter().enumerate() {
            let places = || self.found.iter().filter(|(other, _)| *other == number);
            if places().next().is_none() {
                continue;
            }
            let mut concepts = ConceptSet::default();
            for (place, concept) in self.query.concepts().iter().enumerate() {
                // A word that is still being typed is left out: phrases are looked up by complete words.
                if phrase.span.contains(concept.span()) && phrase.words.iter().any(|of| of.word == concept.word()) {
                    concepts.insert(place);
                }
            }
            found.retain(|occurrence| !concepts.has_all(occurrence.concepts));
            wholes.extend(places().map(|&(_, span)| Occurrence { span, concepts, is_typed: true }));
        }
        found.append(&mut wholes);
    }
}

/// Adds what of a word answers the query.
fn compare(
    query: &Query,
    related: &[Words],
    text: &str,
    word: Word<'_>,
    language: Language,
    found: &mut Vec<Occurrence>,
) {
    let (stem, source) = (word.stem(language), word.span.of(text).unwrap_or_default());
    let of_text = TextWord { word: word.word, stem: &stem, language, is_joined: word.is_joined };
    for (place, concept) in query.concepts().iter().enumerate() {
        // What the words show comes first, so that of a compound that the index names only the part that is meant is marked.
        let is_related = || related.get(place).is_some_and(|words| words.find(word.word).is_some());
        let matched = concept.matched(of_text).or_else(|| is_related().then_some(Matched::Whole));
        let Some(matched) = matched else { continue };
        let part = matched.within(source);
        let span = ByteSpan::new(word.span.start + part.start, word.span.start + part.end);
        if !span.is_empty() {
            let mut concepts = ConceptSet::default();
            concepts.insert(place);
            // What joins several words was typed as one, or stands for neighbours.
            let is_typed = word.is_joined || concept.word() == word.word;
            found.push(Occurrence { span, concepts, is_typed });
        }
    }
}

/// Joins the spans that overlap or touch. Expects them sorted by start.
fn merge(spans: Vec<ByteSpan>) -> Vec<ByteSpan> {
    let mut merged: Vec<ByteSpan> = Vec::with_capacity(spans.len());
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    merged
}

/// A passage of a text that shows why it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The place of the passage. It begins and ends with a word, unless a single word is too long.
    pub span: ByteSpan,
    /// What to mark in it, sorted, not overlapping. The places are relative to the whole text.
    pub highlights: Vec<ByteSpan>,
    /// How many concepts of the query it answers.
    pub n_concepts: u32,
    /// Whether the text has words before the passage.
    pub truncated_start: bool,
    /// Whether the text has words after the passage.
    pub truncated_end: bool,
}

impl Excerpt {
    /// The higher, the more it shows: of passages from several texts the highest is the best.
    pub const fn merit(&self) -> (u32, usize) {
        (self.n_concepts, self.highlights.len())
    }

    /// What to mark, relative to the start of the passage.
    pub fn marked(&self) -> Vec<ByteSpan> {
        let ByteSpan { start, end } = self.span;
        let shifted =
            |mark: &ByteSpan| ByteSpan::new(mark.start.saturating_sub(start), mark.end.min(end).saturating_sub(start));
        self.highlights.iter().map(shifted).collect()
    }
}

/// Longest passage that is shown, in characters.
pub const EXCERPT_LENGTH: usize = 240;

/// The passage itself.
fn window(text: &str, occurrences: &[Occurrence], max_characters: usize) -> ByteSpan {
    // Where each character starts, and the end of the text: character number -> byte offset.
    let offsets: Vec<usize> = text.char_indices().map(|(offset, _)| offset).chain([text.len()]).collect();
    let n_characters = offsets.len() - 1;
    if n_characters <= max_characters {
        return ByteSpan::new(0, text.len());
    }
    let character_at = |byte: usize| offsets.partition_point(|&offset| offset < byte);
    let byte_at = |character: usize| offsets.get(character).copied().unwrap_or(text.len());
    // With what touches it, the rest of its word, a mark or a longer name, unless that is endless.
    let places: Vec<(usize, usize)> = occurrences
        .iter()
        .map(|Occurrence { span, .. }| {
            let before = n_touching(text.as_bytes().get(..span.start).unwrap_or_default().iter().rev(), max_characters);
            let behind = n_touching(text.as_bytes().get(span.end..).unwrap_or_default().iter(), max_characters);
            let is_endless = before + span.len() + behind > max_characters;
            let (before, behind) = if is_endless { (0, 0) } else { (before, behind) };
            (character_at(span.start - before), character_at(span.end + behind))
        })
        .collect();
    let best = best_run(occurrences, &places, max_characters);
    let (first, last) = best.unwrap_or_default();

    // What room is left goes to both sides, a third of it before; then the edges move in to whole words.
    let room = max_characters.saturating_sub(last - first);
    let start = first.saturating_sub(room / 3).min(n_characters - max_characters);
    let end = start + max_characters;
    let mut start_byte = 0;
    if let Some(before) = start.checked_sub(1) {
        let (before, first) = (byte_at(before), byte_at(first));
        let lead = text.get(before..first).unwrap_or_default();
        start_byte = lead.find(char::is_whitespace).map_or(first, |blank| before + blank);
    }
    let (mut end_byte, last) = (byte_at(end), byte_at(last));
    if end < n_characters {
        let trail = text.get(last..byte_at(end + 1)).unwrap_or_default();
        match trail.rfind(char::is_whitespace) {
            Some(blank) => end_byte = last + blank,
            // Nothing but the word that was found fits.
            None if best.is_some() => end_byte = last,
            // Not even the first word of the text fits.
            None => {}
        }
    }
    let inside = text.get(start_byte..end_byte).unwrap_or_default();
    let begun = inside.trim_start();
    let start_byte = start_byte + (inside.len() - begun.len());
    ByteSpan::new(start_byte, start_byte + begun.trim_end().len())
}

/// How many bytes come before the next white space; if there are more than `most`, more than that.
fn n_touching<'b>(bytes: impl Iterator<Item = &'b u8>, most: usize) -> usize {
    bytes.take(most.saturating_add(1)).take_while(|byte| !byte.is_ascii_whitespace()).count()
}

/// What makes a run of words better than another: more concepts; less distance; more words.
type Merit = (u32, Reverse<usize>, usize);

/// So many characters nearer to each other may words be that have to do with those that were typed.
const OTHER_FORM: usize = 32;

/// The run of words that fits with the most concepts, and of those the one where they are closest: from its first character to behind its last one.
/// `places`: where the occurrences begin and end, in characters.
fn best_run(occurrences: &[Occurrence], places: &[(usize, usize)], max_characters: usize) -> Option<(usize, usize)> {
    let mut best: Option<(Merit, (usize, usize))> = None;
    for (first, &(start, _)) in places.iter().enumerate() {
        let (mut concepts, mut n_words, mut end) = (ConceptSet::default(), 0, start);
        let (mut distance, mut lack) = (0, 0);
        for (occurrence, (begin, reach)) in occurrences.iter().zip(places).skip(first) {
            // A joined token starts before its parts; a part alone must not pull its beginning in.
            if end.max(*reach) - start > max_characters || *begin < start {
                break;
            }
            if !concepts.has_all(occurrence.concepts) {
                distance = begin - start;
                end = end.max(*reach);
                concepts = concepts.union(occurrence.concepts);
                lack += if occurrence.is_typed { 0 } else { OTHER_FORM };
            }
            n_words += 1;
        }
        let merit = (concepts.len(), Reverse(distance + lack), n_words);
        if n_words > 0 && best.is_none_or(|(most, _)| merit > most) {
            best = Some((merit, (start, end)));
        }
    }
    best.map(|(_, run)| run)
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test says what it expects by failing loudly")]
mod tests {
    //! Highlights and excerpts of fixed texts; for random ones and for ranking see `tests/search_rooms.rs`.

    use super::*;
    use crate::query::{LastWord, Syntax};

    /// `expected`: the text with what is marked in brackets, cut to `max_characters` with dots where words are left out.
    fn check(query: &str, text: &str, max_characters: usize, expected: &str) {
        let last_word = if query.ends_with('*') { LastWord::Unfinished } else { LastWord::Complete };
        let languages = [Language::Dutch, Language::English];
        let query = Query::parse(query.trim_end_matches('*'), &languages, last_word, &Syntax::default());
        let excerpt = Marker::new(query.clone(), Vec::new()).excerpt(text, Language::Dutch, max_characters);
        let mut shown = String::from(if excerpt.truncated_start { "… " } else { "" });
        let mut end = excerpt.span.start;
        for span in &excerpt.highlights {
            shown.push_str(&[&text[end..span.start], "[", &text[span.start..span.end], "]"].concat());
            end = span.end;
        }
        shown.push_str(&text[end..excerpt.span.end]);
        shown.push_str(if excerpt.truncated_end { " …" } else { "" });
        assert_eq!(shown, expected);
        if max_characters >= text.chars().count() {
            assert_eq!(excerpt.highlights, Marker::new(query.clone(), Vec::new()).highlight(text, Language::Dutch));
        }
    }

    #[test]
    fn highlights() {
        check("fraude", "Accijnsfraude; fraudeurs", 99, "Accijns[fraude]; fraudeurs");
        check("netwerk", "Criminele netwerken", 99, "Criminele [netwerken]");
        check("wapens", "Vuurwapens en wapenhandel", 99, "Vuur[wapens] en [wapen]handel");
        check("witw*", "witwassen", 99, "[witw]assen");
        check("witw", "witwassen", 99, "[witw]assen");
        check("wit", "witwassen", 99, "witwassen");
        check("opspo*", "om op te sporen", 99, "om [op te spo]ren");
        check("opsp*", "om op\nte sporen", 99, "om [op\nte sp]oren");
        check("op*", "om op te sporen", 99, "om [op] te sporen");
        check("empact", "Empact4 en Empact-methode", 99, "[Empact]4 en [Empact]-methode");
        check("g-masp", "het G-MASP", 99, "het [G-MASP]");
        check("gmasp", "het G-MASP", 99, "het [G-MASP]");
        check("oap", "de OAP’s", 99, "de [OAP’s]");
        check("contante", "niet-contante betaalmiddelen", 99, "niet-[contante] betaalmiddelen");
        check("11050/11", "Doc. 11050/11.", 99, "Doc. [11050/11].");
        check("11050", "Doc. 11050/11.", 99, "Doc. [11050]/11.");
        check("2022", "20221234 in 2022", 99, "20221234 in [2022]");
        check("coordinator", "CHSG-coo\u{308}rdinator", 99, "CHSG-[coo\u{308}rdinator]");
        check("drugssmokkel", "smokkel van drugs", 99, "[smokkel] van [drugs]");
        check("beleid", "EU-be\u{AD}leids\u{AD}cyclus", 99, "EU-[be\u{AD}leid]s\u{AD}cyclus");
        check("de", "de en het", 99, "[de] en het");
        check("\"een netwerk\" \"netwerk oprollen\"", "Om een netwerk oprollen", 99, "Om [een netwerk oprollen]");
        check("\"een netwerk opro*", "een netwerk oprollen", 99, "[een netwerk] [opro]llen");
        check("fraude -\"een netwerk\"", "Fraude in een netwerk", 99, "[Fraude] in een netwerk");
        check("smokkel handel", "smokkelhandel", 99, "[smokkelhandel]");
        check("", "de en het", 99, "de en het");
    }

    /// "PC's" and "PCs" fold to the same letters, and have stems of their own.
    #[test]
    fn highlights_do_not_depend_on_those_before() {
        let query = Query::parse("pc", &[Language::English], LastWord::Complete, &Syntax::default());
        let mut marker = Marker::new(query.clone(), Vec::new());
        assert!(marker.highlight("PCs", Language::English).is_empty());
        assert_eq!(marker.highlight("PC's", Language::English), [ByteSpan::new(0, 4)]);
    }

    /// A word that only the index relates is marked whole; one that shows what it shares, in that part.
    #[test]
    fn highlights_that_were_taught() {
        let mut query = Query::parse("witwassen", &[Language::Dutch], LastWord::Complete, &Syntax::default());
        let text = "witwaspraktijken, geldstroom";
        let marked = |query: &Query| -> Vec<&str> {
            Marker::new(query.clone(), Vec::new())
                .highlight(text, Language::Dutch)
                .iter()
                .filter_map(|span| span.of(text))
                .collect()
        };
        assert_eq!(marked(&query), ["witwas"]);
        query.correct(0, "witwaspraktijken");
        query.correct(0, "geldstroom");
        assert_eq!(marked(&query), ["witwas", "geldstroom"]);
    }

    #[test]
    fn excerpts() {
        let text = "Een eerste zin over niets. De netwerken van de mensenhandel verstoren, met bijzondere aandacht voor netwerken.";
        check("netwerk mensenhandel", text, 40, "… De [netwerken] van de [mensenhandel] …");
        check("bijzonder", text, 26, "… met [bijzondere] aandacht …");
        check("bijzonder", text, 11, "… [bijzondere] …");
        check("onbekend", text, 20, "Een eerste zin over …");
        check("onbekend", text, 2, "Ee …");
        check("onbekend", text, 0, " …");
        check("handel", text, 13, "… mensen[handel] …");
        let text = "Waar men handel drijft, ook in wapens, is de handel vrij. De handel in wapens niet.";
        check("handel wapens", text, 32, "… vrij. De [handel] in [wapens] niet.");
        let text = "De netwerken in netwerken van netwerken. Een enkel netwerk is ook van belang voor ons.";
        check("netwerk", text, 40, "… Een enkel [netwerk] is ook van belang …");
        let text = "Een fraude staat hier aan het begin van de zin. Een fraude is fraude. En nog wat meer.";
        check("fraude", text, 30, "… Een [fraude] is [fraude]. En …");
        check("partij", "De partij van de EU-partij-raad en anderen", 24, "De [partij] van de …");
        // A name that is endless is cut, in no time.
        let endless = "partij-".repeat(200_000);
        check("partij", &endless, 6, "[partij] …");
    }
}

//! Which words of a text answer a word of a query?

use super::MIN_COMPOUND_PART;
use crate::analysis::{self, Language};
use crate::span::ByteSpan;
use std::ops::Range;

/// How far the words that answer a [`Concept`] may be from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Only the word as it is written: it stands in quotation marks.
    Exact,
    /// Its forms as well: it is excluded.
    Forms,
    /// Also compounds with it and parts of it, words that begin with it, and corrections of it if it is mistyped.
    Related,
}

/// One word of a query and everything that counts as one of its forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concept {
    pub(super) span: ByteSpan,
    pub(super) word: Word,
    pub(super) wholes: Vec<Word>,
    pub(super) parts: Vec<Word>,
    pub(super) corrections: Vec<String>,
    pub(super) field: Option<usize>,
    pub(super) reach: Reach,
    pub(super) is_stop: bool,
    pub(super) is_unfinished: bool,
}

/// A folded word with its stem in each language of the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub(super) text: String,
    pub(super) stems: Vec<(Language, String)>,
}

impl Word {
    /// The folded word.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its stem; `None` for a language that the query is not read in.
    pub fn stem(&self, language: Language) -> Option<&str> {
        self.stems.iter().find(|(known, _)| *known == language).map(|(_, stem)| stem.as_str())
    }

    /// Whether a word of a text is this one or another form of it.
    fn is_form(&self, word: &str, stem: &str, language: Language) -> bool {
        self.text == word || self.stem(language) == Some(stem)
    }
}

/// A word of a text, or of the vocabulary of many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextWord<'t> {
    /// The folded surface form.
    pub word: &'t str,
    /// Its stem.
    pub stem: &'t str,
    /// The language of the text.
    pub language: Language,
    /// Whether it joins several segments. They are in the text by themselves too and answer for themselves.
    pub is_joined: bool,
}

/// Which part of a word of a text answers a [`Concept`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matched {
    /// All of it: it is the word, another form of it, or a correction of it.
    Whole,
    /// These bytes of the folded word: the letters typed so far, or the part that a compound shares with the word.
    Part(Range<usize>),
}

impl Matched {
    /// The same bytes in `source`, the word as it is written.
    pub fn within(self, source: &str) -> Range<usize> {
        let Self::Part(Range { start, mut end }) = self else { return 0..source.len() };
        // The letters of "op te sporen" are those of "opsporen" and a "te".
        let particle = source.bytes().position(|byte| byte.is_ascii_whitespace());
        if particle.is_some_and(|particle| particle < end) {
            end += "te".len();
        }
        analysis::unfold(source, start..end)
    }
}

impl Concept {
    /// Its place in the query.
    pub const fn span(&self) -> ByteSpan {
        self.span
    }

    /// The folded word.
    pub fn word(&self) -> &str {
        &self.word.text
    }

    /// The stem of the word; `None` for a language that the query is not read in.
    pub fn stem(&self, language: Language) -> Option<&str> {
        self.word.stem(language)
    }

    /// What it is a part of if it is written as one word: "gmasp" for the "masp" of "G-MASP", "datalek" for the "data" of "data lek"; at most two.
    pub fn wholes(&self) -> &[Word] {
        &self.wholes
    }

    /// The longer segments of a glued word: "empact" for "empact4".
    pub fn parts(&self) -> &[Word] {
        &self.parts
    }

    /// The only field in which it may occur, as its place in [`Syntax::fields`](super::Syntax::fields); `None` for any.
    pub const fn field(&self) -> Option<usize> {
        self.field
    }

    /// How far the words that answer it may be from it.
    pub const fn reach(&self) -> Reach {
        self.reach
    }

    /// Whether words that start with it answer it.
    pub const fn is_unfinished(&self) -> bool {
        self.is_unfinished
    }

    /// Lets a folded word of the index stand in for this one, which was mistyped. Ignored if only the word itself or its forms
    /// are wanted.
    pub fn correct(&mut self, word: &str) {
        if self.reach == Reach::Related && !self.corrections.iter().any(|known| known == word) {
            self.corrections.push(word.to_owned());
        }
    }

    /// The concept of a folded word that is meant instead.
    #[must_use]
    pub fn meant(&self, word: &str) -> Self {
        let stem = |(language, _): &(Language, String)| (*language, analysis::stem(word, *language));
        let stems = self.word.stems.iter().map(stem).collect();
        Self {
            word: Word { text: word.to_owned(), stems },
            wholes: Vec::new(),
            parts: Vec::new(),
            corrections: Vec::new(),
            is_unfinished: false,
            ..*self
        }
    }

    /// The words that stand in for it, in the order in which they were added.
    pub fn corrections(&self) -> &[String] {
        &self.corrections
    }

    /// Which part of a word of a text answers this concept; `None` if they are unrelated, as far as the two words show. Only an index knows
    /// whether the rest of a would-be compound is a word at all.
    pub fn matched(&self, of_text: TextWord<'_>) -> Option<Matched> {
        // Last, so that of a compound that the index names only the part that is meant is marked.
        let may_go_on = self.is_unfinished && self.word.text.len() >= analysis::MIN_MISTYPED_BEGINNING;
        let stands_in = |known: &String| known == of_text.word || may_go_on && of_text.word.starts_with(known.as_str());
        let is_told = || self.corrections.iter().any(stands_in);
        self.shown(of_text).or_else(|| is_told().then_some(Matched::Whole))
    }

    /// What the two words themselves show.
    fn shown(&self, of_text: TextWord<'_>) -> Option<Matched> {
        let TextWord { word, stem, language, is_joined } = of_text;
        if self.word.text == word {
            return Some(Matched::Whole);
        }
        if self.reach == Reach::Exact {
            return None;
        }
        let is_whole = self.wholes.iter().any(|whole| whole.is_form(word, stem, language));
        // "Innen" has the stem of "in", and nothing to do with it.
        let is_form = || {
            self.word.stem(language) == Some(stem)
                && [word, &self.word.text].iter().all(|word| !analysis::is_stop(word, language))
        };
        if is_whole || is_form() {
            return Some(Matched::Whole);
        }
        if self.reach == Reach::Forms {
            return None;
        }
        let mut wholes = [&self.word].into_iter().chain(&self.wholes);
        if self.is_unfinished
            && let Some(typed) = wholes.find(|typed| word.starts_with(&typed.text))
        {
            return Some(Matched::Part(0..typed.text.len()));
        }
        if is_joined {
            return None;
        }
        // "Empact" for "Empact4".
        if self.parts.iter().any(|part| part.is_form(word, stem, language)) {
            return Some(Matched::Whole);
        }
        if !language.joins_compounds() {
            return None;
        }
        let own = (self.word.text.as_str(), self.word.stem(language).unwrap_or(&self.word.text));
        let (of_text, is_longer) = ((word, stem), word.len() > own.0.len());
        let (long, mut short) = if is_longer { (of_text, own) } else { (own, of_text) };
        // "Overige" has none in "overeenkomst".
        if analysis::names_nothing(short.1, language) {
            short.1 = short.0;
        }
        // "Voor" has no part in "voorzitterschap".
        let span = part(long, short).filter(|_| !analysis::names_nothing(short.0, language))?;
        Some(if is_longer { Matched::Part(span) } else { Matched::Whole })
    }
}

/// Where the `short` (word, stem) stands in the `long` one, perhaps as a part of a compound: the bytes of the long word.
fn part(long: (&str, &str), short: (&str, &str)) -> Option<Range<usize>> {
    // What is shorter is a prefix or an ending rather than a word.
    const MIN_BEFORE: usize = MIN_COMPOUND_PART - 1;
    const MIN_BEHIND: usize = MIN_COMPOUND_PART;
    // Each as it is written, or without its ending. A short stem ("wap") is no longer the word.
    let forms = [short.0, short.1].into_iter().filter(|form| form.len() >= MIN_COMPOUND_PART);
    // "accijnsfraude" for "fraude"
    let head = || {
        let of_stems = || long.1.strip_suffix(short.1).filter(|before| long.0.starts_with(before));
        let is_long = short.1.len() >= MIN_COMPOUND_PART;
        let before = long.0.strip_suffix(short.0).or_else(|| of_stems().filter(|_| is_long))?;
        (before.len() >= MIN_BEFORE).then_some(before.len()..long.0.len())
    };
    // "wapenhandel" for "wapens"
    let modifier = || {
        let behind = forms.clone().find_map(|form| long.0.strip_prefix(form))?;
        (behind.len() >= MIN_BEHIND).then(|| 0..long.0.len() - behind.len())
    };
    // "vuurwapenhandel" for "wapens"
    let middle = || {
        // By bytes: the searcher of `str` costs more to set up than so short a search takes.
        let (at, form) = forms.clone().filter(|form| form.len() > MIN_COMPOUND_PART).find_map(|form| {
            Some((long.0.as_bytes().windows(form.len()).position(|window| window == form.as_bytes())?, form))
        })?;
        let end = at + form.len();
        (at >= MIN_BEFORE && long.0.len() - end >= MIN_BEHIND).then_some(at..end)
    };
    // No number is a part of another one.
    if short.0.len() < MIN_COMPOUND_PART || short.0.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    head().or_else(modifier).or_else(middle)
}

#[cfg(test)]
mod tests {
    //! 1. What of a word of a text answers a concept, by itself and with a correction.

    use super::*;
    use crate::query::{LastWord, Query, Syntax};

    const BOTH: [Language; 2] = [Language::Dutch, Language::English];

    /// What of a word of a text answers the first concept of a query, in brackets; empty: nothing. `correction` stands in for it.
    fn matched(query: &str, correction: Option<&str>, word: &str, language: Language) -> String {
        let mut query = Query::parse(query, &BOTH, LastWord::Complete, &Syntax::default());
        if let Some(correction) = correction {
            query.correct(0, correction);
            query.correct(9, correction);
        }
        let concept = query.concepts().iter().chain(query.excluded()).next().unwrap();
        let stem = analysis::stem(word, language);
        let matched = concept.matched(TextWord { word, stem: &stem, language, is_joined: false });
        let Some(Range { start, end }) = matched.map(|matched| matched.within(word)) else { return String::new() };
        let [before, part, behind] = [0..start, start..end, end..word.len()].map(|range| word.get(range).unwrap());
        format!("{before}[{part}]{behind}")
    }

    #[test]
    fn what_matches() {
        let check = |query: &str, word: &str, language, expected: &str| {
            assert_eq!(matched(query, None, word, language), expected, "{query} {word}");
        };
        let (dutch, english) = (Language::Dutch, Language::English);
        check("fraude", "fraude", dutch, "[fraude]");
        check("netwerk", "netwerken", dutch, "[netwerken]");
        check("network", "networks", english, "[networks]");
        check("netwerk", "netwerken", english, "");
        check("fraude", "accijnsfraude", dutch, "accijns[fraude]");
        check("fraude", "accijnsfraude", english, "");
        check("wapen", "vuurwapens", dutch, "vuur[wapens]");
        check("wapens", "wapenhandel", dutch, "[wapen]handel");
        check("wapens", "vuurwapenhandel", dutch, "vuur[wapen]handel");
        check("drugssmokkel", "smokkel", dutch, "[smokkel]");
        check("empact4", "empact", dutch, "[empact]");
        check("handel", "handelaar", dutch, "[handelaar]");
        check("overige", "overeenkomst", dutch, "");
        check("voor", "voorzitterschap", dutch, "");
        check("in", "innen", dutch, "");
        // Three letters are too few.
        check("wet", "afvalwet", dutch, "");
        check("baten", "mestdebat", dutch, "");
        check("recht", "gerechtelijk", dutch, "");
        check("handel", "onderhandeld", dutch, "");
        // Four letters are too few between others.
        check("geld", "spiegeldiepte", dutch, "");
        check("witw*", "witwassen", dutch, "[witw]assen");
        check("g-ma*", "gmasp", dutch, "[gma]sp");
        // A phrase asks for its words as they are written, an excluded word for its forms.
        check("\"netwerk\"", "netwerk", dutch, "[netwerk]");
        check("\"netwerk\"", "netwerken", dutch, "");
        check("\"zwaar netwerk\"", "zware", dutch, "");
        check("-netwerk*", "netwerken", dutch, "[netwerken]");
        check("-netwerk", "netwerkbeheer", dutch, "");
        check("-drugssmokkel", "smokkel", dutch, "");
    }

    #[test]
    fn segments_answer_for_themselves() {
        let query = Query::parse("handel", &BOTH, LastWord::Complete, &Syntax::default());
        let matched = |is_joined| {
            let (word, language) = ("drugshandel", Language::Dutch);
            query.concepts()[0].matched(TextWord { word, stem: word, language, is_joined })
        };
        assert_eq!((matched(false), matched(true)), (Some(Matched::Part(5..11)), None));
    }

    #[test]
    fn corrections() {
        let check = |query: &str, word: &str, expected: &str| {
            assert_eq!(matched(query, Some("fraude"), word, Language::Dutch), expected, "{query} {word}");
        };
        check("fruade", "fraude", "[fraude]");
        check("fruade", "fraudebestrijding", "");
        check("fruade*", "fraudebestrijding", "[fraudebestrijding]");
        check("frua*", "fraudebestrijding", "");
        check("fruade", "freude", "");
        check("fraude", "fraude", "[fraude]");
        check("\"fruade\"", "fraude", "");

        let mut query = Query::parse("fruade", &BOTH, LastWord::Complete, &Syntax::default());
        query.correct(0, "fraude");
        query.correct(0, "fraude");
        query.correct(1, "btw");
        assert_eq!(query.concepts()[0].corrections(), ["fraude"]);
    }
}

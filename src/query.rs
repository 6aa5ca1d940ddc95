//! What does the reader ask for?
//!
//! Reading a query never fails: it gives a [`Query`] and [`Notice`]s that say what was left out, and where. Each word of
//! the query is a [`Concept`]; [`Concept::relation`] says how a word of a text answers it. Ranking and highlighting both ask that one function, so
//! what is found and what is marked cannot drift apart.

use crate::analysis::{self, Form, Language, Token, analyse};
use crate::span::ByteSpan;
use std::ops::Range;

/// Characters of a query that are read; what follows is left out with a notice. A pasted paragraph still fits.
pub const MAX_CHARACTERS: usize = 1_000;
/// Words of a query that are searched; what follows is left out with a notice. At most 32, the bits of
/// [`crate::rank::ConceptSet`].
pub const MAX_CONCEPTS: usize = 32;
/// Letters that a word must share with a compound at the least to count as a part of it. Shorter ones (net, ring, ker) stand in
/// too many words by accident.
pub const MIN_COMPOUND_PART: usize = 4;

/// Whether the last word of a query can still grow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastWord {
    /// It is complete: only its own forms match.
    Complete,
    /// It is still being typed, unless something stands behind it: words that start with it match too.
    Unfinished,
}

/// Something that was left out of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The query was too long: what stands at this place was not read.
    QueryTruncated(ByteSpan),
    /// The query holds characters but no word and no number.
    NoSearchableWords(ByteSpan),
    /// No document has all the words: those at these places are not in the best match.
    WordsIgnored(Vec<ByteSpan>),
}

/// A query that has been read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    concepts: Vec<Concept>,
    notices: Vec<Notice>,
}

impl Query {
    /// Reads `text` as a query in any of `languages`. Never fails; see [`Notice`] for what can be left out.
    ///
    /// Stop words (in one of the languages) are passed over, unless there is nothing else. A word that occurs twice counts
    /// once. Quotation marks and other punctuation only separate words.
    ///
    /// ```
    /// use empact_priorities::analysis::Language;
    /// use empact_priorities::query::{LastWord, Query};
    ///
    /// let query = Query::parse("handel in mensen", &[Language::Dutch], LastWord::Complete);
    /// let words: Vec<&str> = query.concepts().iter().map(|concept| concept.word()).collect();
    /// assert_eq!(words, ["handel", "mensen"]);
    /// assert!(Query::parse("?!", &[Language::Dutch], LastWord::Complete).concepts().is_empty());
    /// ```
    pub fn parse(text: &str, languages: &[Language], last_word: LastWord) -> Self {
        let mut notices = Vec::new();
        let mut cut = text.char_indices().nth(MAX_CHARACTERS).map_or(text.len(), |(offset, _)| offset);
        let mut found = concepts(text.get(..cut).unwrap_or_default(), languages);
        if cut < text.len() {
            // A word that the limit cuts in two is not a word that anybody typed.
            let goes_on = text.get(cut..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphanumeric);
            if goes_on && let Some(last) = found.pop_if(|last| last.span.end == cut) {
                cut = last.span.start;
            }
        } else if last_word == LastWord::Unfinished
            && let Some(last) = found.last_mut()
        {
            // "1" is a number that somebody meant, not the beginning of 10 and 2021.
            let is_number = last.word().len() < 3 && last.word().bytes().all(|byte| byte.is_ascii_digit());
            last.is_unfinished = last.span.end == text.len() && !is_number;
        }
        if found.iter().any(|concept| !concept.is_stop) {
            found.retain(|concept| !concept.is_stop);
        }
        let mut concepts: Vec<Concept> = Vec::new();
        for concept in found {
            if let Some(same) = concepts.iter_mut().find(|same| same.word == concept.word) {
                same.is_unfinished |= concept.is_unfinished;
            } else if concepts.len() < MAX_CONCEPTS {
                concepts.push(concept);
            } else {
                cut = concept.span.start;
                break;
            }
        }
        if cut < text.len() {
            notices.push(Notice::QueryTruncated(ByteSpan::new(cut, text.len())));
        }
        if concepts.is_empty() && !text.trim().is_empty() {
            notices.push(Notice::NoSearchableWords(ByteSpan::new(0, text.len())));
        }
        Self { concepts, notices }
    }

    /// What is asked for, in the order of the query; at most [`MAX_CONCEPTS`].
    pub fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// How many concepts there are; at most [`MAX_CONCEPTS`].
    pub fn n_concepts(&self) -> u32 {
        u32::try_from(self.concepts.len()).unwrap_or(u32::MAX)
    }

    /// What was left out when the query was read.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }
}

/// One word of a query and everything that counts as one of its forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concept {
    span: ByteSpan,
    word: Word,
    /// For "masp" in "G-MASP": "gmasp".
    whole: Option<Word>,
    /// For "empact4": "empact".
    parts: Vec<Word>,
    is_stop: bool,
    is_unfinished: bool,
}

/// A folded word with its stem in each language of the query.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    text: String,
    stems: Vec<(Language, String)>,
}

impl Word {
    fn stem(&self, language: Language) -> Option<&str> {
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
    /// Whether it takes several segments together. They stand in the text by themselves too and answer for themselves.
    pub is_joined: bool,
}

/// How a word of a text answers a [`Concept`], from the surest to the least sure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    /// It is the same word.
    Exact,
    /// It is another form of the word: "netwerken" for "netwerk", "cyberaanvallen" for the "aanval" of "cyber-aanval".
    Stem,
    /// It starts with the letters typed so far: "witwassen" for "witw".
    Prefix(Overlap),
    /// It is a compound that ends in the word, perhaps: "accijnsfraude" for "fraude".
    Head(Overlap),
    /// It is a compound that starts with the word, perhaps: "wapenhandel" for "wapens".
    Modifier(Overlap),
    /// It is a compound with the word in its middle, perhaps: "vuurwapenhandel" for "wapens".
    Middle(Overlap),
    /// The word is a compound that it is a part of, perhaps: "smokkel" for "drugssmokkel". Or it is glued to a number: "Empact"
    /// for "Empact4".
    Part(Overlap),
}

/// What two words share, and what the longer one has besides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// The bytes of the folded word of the text that count as matched.
    pub matched: Range<usize>,
    /// What the longer word has before: "accijns" of "accijnsfraude". Empty where there is nothing to check.
    pub before: String,
    /// What the longer word has behind: "handel" of "wapenhandel". Empty where there is nothing to check.
    pub behind: String,
}

impl Overlap {
    /// The first `length` bytes of the word of the text, with nothing to check.
    const fn start(length: usize) -> Self {
        Self { matched: 0..length, before: String::new(), behind: String::new() }
    }
}

impl Concept {
    /// Where it stands in the query.
    pub const fn span(&self) -> ByteSpan {
        self.span
    }

    /// The folded word.
    pub fn word(&self) -> &str {
        &self.word.text
    }

    /// How a word of a text answers this concept; `None` when it has nothing to do with it.
    ///
    /// Whether the rest of a would-be compound is a word at all is not known here: see [`crate::rank`].
    pub fn relation(&self, of_text: TextWord<'_>) -> Option<Relation> {
        let TextWord { word, stem, language, is_joined } = of_text;
        if self.word.text == word {
            return Some(Relation::Exact);
        }
        let is_whole = self.whole.as_ref().is_some_and(|whole| whole.is_form(word, stem, language));
        if is_whole || self.word.stem(language) == Some(stem) {
            return Some(Relation::Stem);
        }
        let mut wholes = [&self.word].into_iter().chain(&self.whole);
        if self.is_unfinished
            && let Some(typed) = wholes.find(|typed| word.starts_with(&typed.text))
        {
            return Some(Relation::Prefix(Overlap::start(typed.text.len())));
        }
        if is_joined {
            return None;
        }
        if self.parts.iter().any(|part| part.is_form(word, stem, language)) {
            return Some(Relation::Part(Overlap::start(word.len())));
        }
        if !language.joins_compounds() {
            return None;
        }
        let own = (self.word.text.as_str(), self.word.stem(language).unwrap_or(&self.word.text));
        if word.len() > self.word.text.len() {
            let overlap = overlap((word, stem), own)?;
            Some(match (overlap.before.is_empty(), overlap.behind.is_empty()) {
                (_, true) => Relation::Head(overlap),
                (true, false) => Relation::Modifier(overlap),
                (false, false) => Relation::Middle(overlap),
            })
        } else {
            let overlap = overlap(own, (word, stem))?;
            Some(Relation::Part(Overlap { matched: 0..word.len(), ..overlap }))
        }
    }
}

/// Where the `short` (word, stem) stands in the `long` one; the bytes are those of the long word.
fn overlap(long: (&str, &str), short: (&str, &str)) -> Option<Overlap> {
    // What is shorter is a prefix or an ending rather than a word.
    const MIN_BEFORE: usize = MIN_COMPOUND_PART - 1;
    const MIN_BEHIND: usize = MIN_COMPOUND_PART;
    let overlap = |before: &str, behind: &str| {
        let matched = before.len()..long.0.len().saturating_sub(behind.len());
        Overlap { matched, before: before.to_owned(), behind: behind.to_owned() }
    };
    // Each as it is written, or without its ending. A short stem ("wap") is no longer the word.
    let forms = [short.0, short.1].into_iter().filter(|form| form.len() >= MIN_COMPOUND_PART);
    let head = || {
        let of_stems = || long.1.strip_suffix(short.1).filter(|before| long.0.starts_with(before));
        let is_long = short.1.len() >= MIN_COMPOUND_PART;
        let before = long.0.strip_suffix(short.0).or_else(|| of_stems().filter(|_| is_long))?;
        (before.len() >= MIN_BEFORE).then(|| overlap(before, ""))
    };
    let modifier = || {
        let behind = forms.clone().find_map(|form| long.0.strip_prefix(form))?;
        (behind.len() >= MIN_BEHIND).then(|| overlap("", behind))
    };
    let middle = || {
        // By bytes: the searcher of `str` costs more to set up than so short a search takes.
        let (before, behind) = forms.clone().filter(|form| form.len() > MIN_COMPOUND_PART).find_map(|form| {
            let at = long.0.as_bytes().windows(form.len()).position(|window| window == form.as_bytes())?;
            long.0.split_at_checked(at).map(|(before, from)| (before, from.strip_prefix(form).unwrap_or_default()))
        })?;
        (before.len() >= MIN_BEFORE && behind.len() >= MIN_BEHIND).then(|| overlap(before, behind))
    };
    if short.0.len() < MIN_COMPOUND_PART {
        return None;
    }
    head().or_else(modifier).or_else(middle)
}

/// The words of a query text, stop words and repetitions included.
///
/// Linked words are asked for one by one, each of them also as the whole ("cyber-attacks" finds "cyberattacks"). Glued ones
/// are asked for as the whole ("7e"), and their longer segments as parts of it (the "Empact" of "Empact4").
fn concepts(text: &str, languages: &[Language]) -> Vec<Concept> {
    let languages = if languages.is_empty() { &[Language::Other] } else { languages };
    // The places and words of the tokens are the same in every language; see `analyse`.
    let analyses: Vec<Vec<Token>> = languages.iter().map(|&language| analyse(text, language)).collect();
    let Some(tokens) = analyses.first() else { return Vec::new() };
    let mut concepts: Vec<Concept> = Vec::new();
    let mut linked: Option<(ByteSpan, Word)> = None;
    let mut glued: Option<ByteSpan> = None;
    for (index, token) in tokens.iter().enumerate() {
        let same = || analyses.iter().filter_map(|analysis| analysis.get(index));
        let stems = languages.iter().copied().zip(same().map(|token| token.stem.clone())).collect();
        let word = Word { text: token.word.clone(), stems };
        let is_stop = same().any(|token| token.is_stop);
        match token.form {
            Form::Linked => {
                linked = Some((token.span, word));
                continue;
            }
            Form::Part if glued.is_some_and(|whole| whole.contains(token.span)) => {
                if let Some(whole) = concepts.last_mut()
                    && !is_stop
                    && token.word.len() >= MIN_COMPOUND_PART
                {
                    whole.parts.push(word);
                }
                continue;
            }
            Form::Glued => glued = Some(token.span),
            Form::Word | Form::Part => {}
        }
        let whole = linked.as_ref().filter(|(span, _)| span.contains(token.span)).map(|(_, word)| word.clone());
        concepts.push(Concept { span: token.span, word, whole, parts: Vec::new(), is_stop, is_unfinished: false });
    }
    concepts
}

/// The bytes of `source`, the text of a token, that a relation means; the whole token for the token's own forms.
pub fn matched_part(relation: &Relation, source: &str) -> Range<usize> {
    match relation {
        Relation::Exact | Relation::Stem => 0..source.len(),
        Relation::Prefix(overlap)
        | Relation::Head(overlap)
        | Relation::Modifier(overlap)
        | Relation::Middle(overlap)
        | Relation::Part(overlap) => analysis::unfold(source, overlap.matched.clone()),
    }
}

#[cfg(test)]
mod tests {
    //! 1. What a query is read as, and what is left out.
    //! 2. Reading never fails, and every place lies within the text, for random text.

    use super::*;
    use proptest::prelude::*;

    const BOTH: [Language; 2] = [Language::Dutch, Language::English];

    /// `expected`: the concepts separated by a blank, `*` behind one that can still grow.
    fn check(text: &str, expected: &str, notices: &[Notice]) {
        let query = Query::parse(text, &BOTH, LastWord::Unfinished);
        let shown: Vec<String> = query
            .concepts()
            .iter()
            .map(|concept| format!("{}{}", concept.word(), if concept.is_unfinished { "*" } else { "" }))
            .collect();
        assert_eq!(shown.join(" "), expected, "{text:?}");
        assert_eq!(query.notices(), notices, "{text:?}");
    }

    #[test]
    fn concepts_and_notices() {
        check("", "", &[]);
        check("  ", "", &[]);
        check("?!", "", &[Notice::NoSearchableWords(ByteSpan::new(0, 2))]);
        check("Witwassen", "witwassen*", &[]);
        check("witwassen ", "witwassen", &[]);
        check("handel in mensen", "handel mensen*", &[]);
        check("\"zware criminaliteit\"", "zware criminaliteit", &[]);
        check("\"zware", "zware*", &[]);
        check("de", "de*", &[]);
        check("van de", "van de*", &[]);
        check("fraude Fraude FRAUDE", "fraude*", &[]);
        check("cyber-attacks", "cyber attacks*", &[]);
        check("niet-contante", "contante*", &[]);
        check("G-MASP", "g masp*", &[]);
        check("P7e", "p7e*", &[]);
        check("3d-kaart", "3d kaart*", &[]);
    }

    #[test]
    fn limits() {
        let numbers: Vec<String> = (100..140).map(|number| number.to_string()).collect();
        let text = numbers.join(" ");
        check(&text, &numbers[..32].join(" "), &[Notice::QueryTruncated(ByteSpan::new(32 * 4, text.len()))]);
        // The thousandth character stands in the middle of "criminaliteit", which is left out as a whole.
        let text = format!("fraude{}criminaliteit", " ".repeat(990));
        check(&text, "fraude", &[Notice::QueryTruncated(ByteSpan::new(996, text.len()))]);
        let text = format!("fraude{}é", " ".repeat(994));
        check(&text, "fraude", &[Notice::QueryTruncated(ByteSpan::new(1000, text.len()))]);
    }

    #[test]
    fn relations() {
        let relation = |query: &str, word: &str, language| {
            let query = Query::parse(query, &BOTH, LastWord::Complete);
            let stem = analysis::stem(word, language);
            query.concepts()[0].relation(TextWord { word, stem: &stem, language, is_joined: false })
        };
        let overlap = |matched, before: &str, behind: &str| Overlap {
            matched,
            before: before.to_owned(),
            behind: behind.to_owned(),
        };
        let (dutch, english) = (Language::Dutch, Language::English);
        assert_eq!(relation("fraude", "fraude", dutch), Some(Relation::Exact));
        assert_eq!(relation("netwerk", "netwerken", dutch), Some(Relation::Stem));
        assert_eq!(relation("network", "networks", english), Some(Relation::Stem));
        assert_eq!(relation("netwerk", "netwerken", english), None);
        let head = overlap(7..13, "accijns", "");
        assert_eq!(relation("fraude", "accijnsfraude", dutch), Some(Relation::Head(head)));
        assert_eq!(relation("fraude", "accijnsfraude", english), None);
        let head = overlap(4..10, "vuur", "");
        assert_eq!(relation("wapen", "vuurwapens", dutch), Some(Relation::Head(head)));
        let modifier = overlap(0..5, "", "handel");
        assert_eq!(relation("wapens", "wapenhandel", dutch), Some(Relation::Modifier(modifier)));
        let middle = overlap(4..9, "vuur", "handel");
        assert_eq!(relation("wapens", "vuurwapenhandel", dutch), Some(Relation::Middle(middle)));
        let part = overlap(0..7, "drugs", "");
        assert_eq!(relation("drugssmokkel", "smokkel", dutch), Some(Relation::Part(part)));
        // Three letters are too few.
        assert_eq!(relation("wet", "afvalwet", dutch), None);
        assert_eq!(relation("handel", "handelaar", dutch), None);
    }

    proptest! {
        #[test]
        fn never_fails(text in "(\\PC|[-a-z0-9'’ /\u{AD}\u{301}]){0,1100}") {
            for last_word in [LastWord::Complete, LastWord::Unfinished] {
                let query = Query::parse(&text, &BOTH, last_word);
                prop_assert!(query.concepts().len() <= MAX_CONCEPTS);
                prop_assert!(query.concepts().iter().all(|concept| concept.span().of(&text).is_some()));
                for notice in query.notices() {
                    let (Notice::QueryTruncated(span) | Notice::NoSearchableWords(span)) = notice else {
                        panic!("nothing has been searched yet");
                    };
                    prop_assert!(span.of(&text).is_some() && !span.is_empty());
                }
            }
        }
    }
}

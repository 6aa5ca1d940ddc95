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
    #[must_use]
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
            last.is_unfinished = last.span.end == text.len();
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
    #[must_use]
    pub fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// What was left out when the query was read.
    #[must_use]
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }
}

/// One word of a query and everything that counts as one of its forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concept {
    span: ByteSpan,
    word: Word,
    /// For "EU-Socta": the segments long enough to be asked for by themselves.
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

/// How a word of a text answers a [`Concept`], from the surest to the least sure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    /// It is the same word.
    Exact,
    /// It is another form of the word: "netwerken" for "netwerk".
    Stem,
    /// It starts with the letters typed so far: "witwassen" for "witw".
    Prefix(Affix),
    /// It is a compound that ends in the word, perhaps: "accijnsfraude" for "fraude".
    Head(Affix),
    /// It is a compound that starts with the word, perhaps: "wapenhandel" for "wapens".
    Modifier(Affix),
    /// The word is a compound that it is a part of, perhaps: "smokkel" for "drugssmokkel". Or the parts are linked: "Socta"
    /// for "EU-Socta".
    Part(Affix),
}

/// The letters that two words share at one end, and what is left of the longer word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Affix {
    /// The bytes of the folded word of the text that count as matched.
    pub shared: Range<usize>,
    /// What the longer of the two words has besides. Empty where there is nothing to check: the query itself links the parts.
    pub rest: String,
    /// Whether the rest stands before the shared letters or behind them.
    pub rest_end: RestEnd,
}

/// On which side of the shared letters the rest of the longer word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestEnd {
    /// The rest comes first: "accijns" of "accijnsfraude".
    Before,
    /// The rest comes last: "handel" of "wapenhandel".
    Behind,
}

impl Concept {
    /// Where it stands in the query.
    #[must_use]
    pub const fn span(&self) -> ByteSpan {
        self.span
    }

    /// The folded word.
    #[must_use]
    pub fn word(&self) -> &str {
        &self.word.text
    }

    /// How a word of a text in `language` answers this concept; `None` when it has nothing to do with it.
    ///
    /// Whether the rest of a would-be compound is a word at all is not known here: see [`crate::rank`].
    #[must_use]
    pub fn relation(&self, word: &str, stem: &str, language: Language) -> Option<Relation> {
        if self.word.text == word {
            return Some(Relation::Exact);
        }
        if self.word.stem(language) == Some(stem) {
            return Some(Relation::Stem);
        }
        if self.is_unfinished
            && let Some(rest) = word.strip_prefix(self.word.text.as_str())
        {
            let shared = 0..self.word.text.len();
            return Some(Relation::Prefix(Affix { shared, rest: rest.to_owned(), rest_end: RestEnd::Behind }));
        }
        if self.parts.iter().any(|part| part.is_form(word, stem, language)) {
            return Some(Relation::Part(Affix {
                shared: 0..word.len(),
                rest: String::new(),
                rest_end: RestEnd::Before,
            }));
        }
        if !language.joins_compounds() {
            return None;
        }
        let own_stem = self.word.stem(language).unwrap_or(&self.word.text);
        let (own, other) = ((self.word.text.as_str(), own_stem), (word, stem));
        if word.len() > self.word.text.len() {
            if let Some((shared, rest)) = ends_in(other, own) {
                return Some(Relation::Head(Affix { shared, rest, rest_end: RestEnd::Before }));
            }
            if let Some((shared, rest)) = starts_with(other, own) {
                return Some(Relation::Modifier(Affix { shared, rest, rest_end: RestEnd::Behind }));
            }
        } else {
            let shared = 0..word.len();
            if let Some((_, rest)) = ends_in(own, other) {
                return Some(Relation::Part(Affix { shared, rest, rest_end: RestEnd::Before }));
            }
            if let Some((_, rest)) = starts_with(own, other) {
                return Some(Relation::Part(Affix { shared, rest, rest_end: RestEnd::Behind }));
            }
        }
        None
    }
}

/// Whether the (word, stem) `long` ends in `short`: the bytes of the long word that do, and what stands before them.
fn ends_in(long: (&str, &str), short: (&str, &str)) -> Option<(Range<usize>, String)> {
    // In the form in which it is written, or both without their endings: "vuurwapens" ends in "wapen".
    let rest = long.0.strip_suffix(short.0).or_else(|| {
        let rest = long.1.strip_suffix(short.1)?;
        (short.1.len() >= MIN_COMPOUND_PART && long.0.starts_with(rest)).then_some(rest)
    })?;
    let is_long_enough = short.0.len() >= MIN_COMPOUND_PART && rest.len() >= MIN_COMPOUND_PART - 1;
    is_long_enough.then(|| (rest.len()..long.0.len(), rest.to_owned()))
}

/// Whether the (word, stem) `long` starts with `short`: the bytes of the long word that do, and what stands behind them.
fn starts_with(long: (&str, &str), short: (&str, &str)) -> Option<(Range<usize>, String)> {
    let by_stem = || long.0.strip_prefix(short.1).filter(|_| short.1.len() >= MIN_COMPOUND_PART);
    let rest = long.0.strip_prefix(short.0).or_else(by_stem)?;
    let is_long_enough = short.0.len() >= MIN_COMPOUND_PART && rest.len() >= MIN_COMPOUND_PART;
    is_long_enough.then(|| (0..long.0.len() - rest.len(), rest.to_owned()))
}

/// The words of a query text, stop words and repetitions included.
fn concepts(text: &str, languages: &[Language]) -> Vec<Concept> {
    let languages = if languages.is_empty() { &[Language::Other] } else { languages };
    // The places and words of the tokens are the same in every language; see `analyse`.
    let analyses: Vec<Vec<Token>> = languages.iter().map(|&language| analyse(text, language)).collect();
    let Some(tokens) = analyses.first() else {
        return Vec::new();
    };
    let mut concepts: Vec<Concept> = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let same = || analyses.iter().filter_map(|analysis| analysis.get(index));
        let stems = languages.iter().copied().zip(same().map(|token| token.stem.clone())).collect();
        let word = Word { text: token.word.clone(), stems };
        let is_stop = same().any(|token| token.is_stop);
        match concepts.last_mut() {
            Some(joined) if token.form == Form::Part => {
                if !is_stop && token.word.len() >= MIN_COMPOUND_PART {
                    joined.parts.push(word);
                }
            }
            _ => concepts.push(Concept { span: token.span, word, parts: Vec::new(), is_stop, is_unfinished: false }),
        }
    }
    concepts
}

/// The bytes of `source`, the text of a token, that a relation means; the whole token for the token's own forms.
#[must_use]
pub fn matched_part(relation: &Relation, source: &str) -> Range<usize> {
    match relation {
        Relation::Exact | Relation::Stem => 0..source.len(),
        Relation::Prefix(affix) | Relation::Head(affix) | Relation::Modifier(affix) | Relation::Part(affix) => {
            analysis::unfold(source, affix.shared.clone())
        }
    }
}

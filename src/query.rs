//! What does somebody who types this want to find?
//!
//! Reading a query never fails: it gives a [`Query`] and [`Notice`]s that say what was left out, and where. Each word of
//! the query is a [`Concept`]; [`Concept::matched`] says which part of a word of a text answers it. That is for marking any text. The ranking uses
//! the index, which knows which words are related ([`crate::index`]); relations that the words do not show are passed to `crate::highlight::Marker`.
//!
//! ```text
//! handel in mensen         words; stop words are skipped
//! witw*                    words that start with "witw"
//! "handel in mensen"       a phrase: these words in this order, as written
//! -drugs  -"zware straf"   not with a form of this word, not with this phrase
//! title:fraude             in this field;  also title:"zware fraude", -title:fraude
//! kind:priority            with this value;  also kind:"of two words", -kind:priority
//! ```
//!
//! | operator | where it counts as one |
//! |---|---|
//! | `-` (also U+2013 and U+2212) | after white space or at the start, before a letter, a digit, an apostrophe or a quotation mark |
//! | `name:` | after such a minus, white space or a phrase, or at the start; only for a name of [`Syntax`] |
//! | `"` (also U+201C to U+201F, « and ») | opens unless it follows a letter or digit; the next one closes, whichever it is |
//! | `*` | directly after a word and not before another, outside quotation marks |
//!
//! `-` and `name:` apply to the quotation that follows them, or else up to the next white space or phrase. Everything else is text:
//! its punctuation separates words.

mod concept;
mod read;

use crate::analysis::Language;
use crate::span::ByteSpan;
use read::Name;

pub use concept::{Concept, Matched, Reach, TextWord, Word};

/// How many characters of a query are read; the rest is left out with a notice. A pasted paragraph still fits.
pub const MAX_CHARACTERS: usize = 1_000;
/// How many words of a query are searched; the rest is left out with a notice. Required, excluded and quoted words count alike.
/// At most 32, the bits of a [`ConceptSet`].
pub const MAX_CONCEPTS: usize = 32;
/// An excluded beginning (`-begin*`) takes the place of so many words: it stands for any number of words of an index.
pub const EXCLUDED_BEGINNING: usize = 8;
/// How many phrases of a query are searched, including excluded ones; each further one is left out with a notice.
pub const MAX_PHRASES: usize = 8;
/// How many filters of a query apply; each further one is left out with a notice.
pub const MAX_FILTERS: usize = 16;
/// How many letters a word must at least share with a compound to count as a part of it. Shorter ones (net, ring, ker) occur in
/// too many words by accident.
pub const MIN_COMPOUND_PART: usize = 4;

/// Whether the last word of a query can still grow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastWord {
    /// It is complete: only its own forms match.
    Complete,
    /// It is still being typed, unless something follows it: words that start with it match too.
    Unfinished,
}

/// The names that can precede a colon in a query. The case of ASCII letters is ignored.
///
/// A name with white space, a colon or a quotation mark in it is never recognised. A name in both lists is a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Syntax<'n> {
    /// What a word or phrase can be restricted to: `title:fraude`.
    pub fields: &'n [&'n str],
    /// What documents can be filtered by: `kind:priority`.
    pub filters: &'n [&'n str],
}

impl Syntax<'_> {
    fn name(&self, name: &str) -> Option<Name> {
        let place = |names: &[&str]| names.iter().position(|known| known.eq_ignore_ascii_case(name));
        place(self.fields).map(Name::Field).or_else(|| place(self.filters).map(Name::Filter))
    }
}

/// What was left out of a query, or read otherwise than it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeCode {
    /// The query was too long: the text at this place was not read.
    QueryTruncated,
    /// The query has characters but nothing to search for.
    NoSearchableWords,
    /// The name of a filter or a field with nothing after it, or a filter with a value that nothing has.
    UnknownFilter,
    /// No document has all the words: this one is not in the best match.
    WordsIgnored,
    /// Nothing in the index answers the word.
    WordsUnknown,
    /// Only parts of the word are in the index, or words with such a part: what was found is a guess.
    WordsInPart,
    /// Nothing holds the word, and another one was searched in its place.
    WordsCorrected,
}

impl NoticeCode {
    /// The name in JavaScript.
    pub const fn name(self) -> &'static str {
        match self {
            Self::QueryTruncated => "query-truncated",
            Self::NoSearchableWords => "no-searchable-words",
            Self::UnknownFilter => "unknown-filter",
            Self::WordsIgnored => "words-ignored",
            Self::WordsUnknown => "words-unknown",
            Self::WordsInPart => "words-in-part",
            Self::WordsCorrected => "words-corrected",
        }
    }
}

/// Something worth knowing about how a query was read or answered. No word has more than one of those that begin with `Words`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it says.
    pub code: NoticeCode,
    /// The part of the query that it is about.
    pub span: ByteSpan,
}

impl Notice {
    /// A notice about a part of the query.
    pub const fn new(code: NoticeCode, span: ByteSpan) -> Self {
        Self { code, span }
    }
}

/// A query that has been read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    concepts: Vec<Concept>,
    passed_over: Vec<Concept>,
    excluded: Vec<Concept>,
    phrases: Vec<Phrase>,
    filters: Vec<Filter>,
    notices: Vec<Notice>,
}

/// Words that must stand next to each other in a field, or must not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its place in the query, with its quotation marks and any operators before them.
    pub span: ByteSpan,
    /// Its words, including stop words; at least one. A linked or glued word is listed as its segments.
    pub words: Vec<PhraseWord>,
    /// The only field in which it may occur, as its place in [`Syntax::fields`]; `None` for any.
    pub field: Option<usize>,
    /// Whether a document must not have it, instead of having to.
    pub is_excluded: bool,
}

/// A word of a [`Phrase`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhraseWord {
    /// The folded word; other forms of it do not count.
    pub word: String,
    /// How many segments after the first word it must come, as in [`Token::position`](crate::analysis::Token::position). Ascending from 0.
    pub offset: u32,
}

/// A value that a document must have, or must not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// Which value of the document, as a place in [`Syntax::filters`].
    pub name: usize,
    /// The value as it is written, without white space around it; never empty.
    pub value: String,
    /// Its place in the query, with its name.
    pub span: ByteSpan,
    /// Whether documents with the value are left out, instead of all others.
    pub is_excluded: bool,
}

impl Query {
    /// Reads `text` as a query in any of `languages`. Never fails; see [`Notice`] for what can be left out.
    ///
    /// The operators are described at the top of this module. Stop words (in one of the languages) are skipped, unless there is nothing else
    /// to look for; excluded ones and those of a phrase stay. A word that occurs twice for the same field counts once.
    ///
    /// ```
    /// use empact_priorities::analysis::Language;
    /// use empact_priorities::query::{LastWord, Query, Syntax};
    ///
    /// let syntax = Syntax { fields: &["title"], filters: &["kind"] };
    /// let parse = |text| Query::parse(text, &[Language::Dutch], LastWord::Complete, &syntax);
    ///
    /// let query = parse("handel in title:mensen -kind:actor");
    /// let words: Vec<&str> = query.concepts().iter().map(|concept| concept.word()).collect();
    /// assert_eq!(words, ["handel", "mensen"]);
    /// assert_eq!(query.concepts()[1].field(), Some(0));
    /// assert!(query.filters()[0].value == "actor" && query.filters()[0].is_excluded);
    /// assert!(parse("?!").is_empty());
    /// ```
    pub fn parse(text: &str, languages: &[Language], last_word: LastWord, syntax: &Syntax<'_>) -> Self {
        read::read(text, languages, last_word, syntax)
    }

    /// Drops the words to search for and the phrases that reach beyond this byte of the text. What is excluded or filtered stays, wherever it
    /// stands, and no stop word changes its meaning.
    pub fn cut(&mut self, end: usize) {
        while self.concepts.pop_if(|concept| concept.span.end > end).is_some() {}
        self.phrases.retain(|phrase| phrase.is_excluded || phrase.span.end <= end);
    }

    /// The words to search for, in the order of the query; at most [`MAX_CONCEPTS`]. The words of phrases are among them.
    pub fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// How many concepts there are; at most [`MAX_CONCEPTS`].
    pub fn n_concepts(&self) -> u32 {
        u32::try_from(self.concepts.len()).unwrap_or(u32::MAX)
    }

    /// Stop words that are not searched for, each as it is written, in the order of the query; at most [`MAX_CONCEPTS`]. They find nothing;
    /// they tell which of the documents found comes closest to the query.
    pub fn passed_over(&self) -> &[Concept] {
        &self.passed_over
    }

    /// Words that a document must not have, in the order of the query; at most [`MAX_CONCEPTS`] together with the concepts.
    pub fn excluded(&self) -> &[Concept] {
        &self.excluded
    }

    /// What must, or must not, occur as it is written, in the order of the query; at most [`MAX_PHRASES`].
    ///
    /// Several words after one minus without white space ("-a,b") are an excluded phrase too.
    pub fn phrases(&self) -> &[Phrase] {
        &self.phrases
    }

    /// Values that are required or excluded, in the order of the query; at most [`MAX_FILTERS`].
    pub fn filters(&self) -> &[Filter] {
        &self.filters
    }

    /// What was left out when the query was read.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Whether it searches for no words, so that it lists everything that passes its filters. A text without anything searchable lists nothing.
    pub fn is_list(&self) -> bool {
        let is_silent = |notice: &Notice| notice.code == NoticeCode::NoSearchableWords;
        self.concepts.is_empty() && !self.notices.iter().any(is_silent)
    }

    /// Whether nothing is searched for, excluded or filtered.
    pub const fn is_empty(&self) -> bool {
        self.concepts.is_empty() && self.excluded.is_empty() && self.phrases.is_empty() && self.filters.is_empty()
    }

    /// Lets `word` stand in for the concept at `place`; see [`Concept::correct`]. A place without a concept is ignored.
    pub fn correct(&mut self, place: usize, word: &str) {
        if let Some(concept) = self.concepts.get_mut(place) {
            concept.correct(word);
        }
    }
}

/// A set of the concepts of a query, by their place in [`Query::concepts`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ConceptSet(u32);

// One bit a concept.
const _: () = assert!(MAX_CONCEPTS <= 32);

impl ConceptSet {
    /// Adds the concept at this place. A place of [`MAX_CONCEPTS`] or more is ignored.
    pub fn insert(&mut self, index: usize) {
        if index < MAX_CONCEPTS {
            self.0 |= 1 << index;
        }
    }

    /// Whether the concept at this place is in the set.
    pub const fn contains(self, index: usize) -> bool {
        index < MAX_CONCEPTS && self.0 & (1 << index) != 0
    }

    /// The concepts of either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all concepts of the other set are in this one.
    pub const fn has_all(self, other: Self) -> bool {
        other.0 & !self.0 == 0
    }

    /// How many there are.
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

#[cfg(test)]
mod tests {
    //! 1. What a query is read as, and what is left out.
    //! 2. Reading never fails, every place lies within the text, and no text asks for more than the limits, for random text and
    //!    for what somebody could think of to make it slow.
    //! 3. What is written from pieces is read as these pieces, for random pieces.

    use super::NoticeCode::{NoSearchableWords, QueryTruncated, UnknownFilter};
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    const BOTH: [Language; 2] = [Language::Dutch, Language::English];
    const SYNTAX: Syntax<'_> = Syntax { fields: &["title", "body"], filters: &["kind", "Taal"] };

    /// The query in its own language: first the concepts (`=` before one that is wanted as it is written, `*` behind one that
    /// can still grow), then what is excluded, the phrases and the filters. `@2` is a word two segments behind the first,
    /// where it is not the third.
    fn show(query: &Query) -> String {
        let field = |field: Option<usize>| field.map(|place| format!("{}:", SYNTAX.fields[place])).unwrap_or_default();
        let minus = |is_excluded: bool| if is_excluded { "-" } else { "" };
        let concepts = query.concepts().iter().map(|concept| {
            let exact = if concept.reach() == Reach::Exact { "=" } else { "" };
            let star = if concept.is_unfinished() { "*" } else { "" };
            format!("{}{exact}{}{star}", field(concept.field()), concept.word())
        });
        let excluded = query.excluded().iter().map(|concept| {
            let star = if concept.is_unfinished() { "*" } else { "" };
            format!("-{}{}{star}", field(concept.field()), concept.word())
        });
        let phrases = query.phrases().iter().map(|phrase| {
            let words = phrase.words.iter().zip(0..).map(|(word, place)| match word.offset {
                offset if offset == place => word.word.clone(),
                offset => format!("{}@{offset}", word.word),
            });
            let words: Vec<String> = words.collect();
            format!("{}{}\"{}\"", minus(phrase.is_excluded), field(phrase.field), words.join(" "))
        });
        let filters = query
            .filters()
            .iter()
            .map(|filter| format!("{}{}:{}", minus(filter.is_excluded), SYNTAX.filters[filter.name], filter.value));
        concepts.chain(excluded).chain(phrases).chain(filters).collect::<Vec<_>>().join(" ")
    }

    /// `expected`: see [`show`].
    fn check(text: &str, expected: &str, notices: &[Notice]) {
        let query = Query::parse(text, &BOTH, LastWord::Unfinished, &SYNTAX);
        assert_eq!(show(&query), expected, "{text:?}");
        assert_eq!(query.notices(), notices, "{text:?}");
        check_places(text, &query);
    }

    /// Property 2.
    fn check_places(text: &str, query: &Query) {
        let read = text.char_indices().nth(MAX_CHARACTERS).map_or(text.len(), |(offset, _)| offset);
        let is_inside = |span: ByteSpan| span.of(text).is_some() && !span.is_empty() && span.end <= read;
        let words: Vec<&PhraseWord> = query.phrases().iter().flat_map(|phrase| &phrase.words).collect();
        assert!(query.concepts().len() + query.excluded().len() <= MAX_CONCEPTS);
        assert!(words.len() + query.excluded().len() <= MAX_CONCEPTS);
        assert!(query.phrases().len() <= MAX_PHRASES && query.filters().len() <= MAX_FILTERS);
        for concept in query.concepts() {
            assert!(is_inside(concept.span()) && concept.reach() != Reach::Forms);
            assert!(!concept.is_unfinished() || concept.reach() == Reach::Related);
        }
        for concept in query.excluded() {
            assert!(is_inside(concept.span()) && concept.reach() == Reach::Forms);
        }
        for phrase in query.phrases() {
            assert!(is_inside(phrase.span) && phrase.words[0].offset == 0);
            assert!(phrase.words.is_sorted_by(|one, next| one.offset < next.offset));
        }
        assert!(query.filters().iter().all(|filter| is_inside(filter.span) && !filter.value.trim().is_empty()));
        for notice in query.notices() {
            let Notice { code, span } = notice;
            assert!(span.of(text).is_some() && !span.is_empty());
            match code {
                NoticeCode::UnknownFilter => assert!(is_inside(*span)),
                NoticeCode::QueryTruncated | NoticeCode::NoSearchableWords => {}
                _ => panic!("nothing has been searched yet"),
            }
        }
    }

    #[test]
    fn words_and_notices() {
        check("", "", &[]);
        check("  ", "", &[]);
        check("?!", "", &[Notice::new(NoSearchableWords, ByteSpan::new(0, 2))]);
        check("Witwassen", "witwassen*", &[]);
        check("witwassen ", "witwassen", &[]);
        check("handel in mensen", "handel mensen*", &[]);
        check("de", "de*", &[]);
        check("van de", "van de*", &[]);
        check("fraude over", "fraude", &[]);
        check("fraude over*", "fraude over*", &[]);
        check("fraude Fraude FRAUDE", "fraude*", &[]);
        check("cyber-attacks", "cyber attacks*", &[]);
        check("niet-contante", "contante*", &[]);
        check("G-MASP", "masp*", &[]);
        check("e-", "e", &[]);
        check("A-B", "a b*", &[]);
        check("to-do", "to do*", &[]);
        check("to-do list", "todo list*", &[]);
        check("list of to-do", "list todo*", &[]);
        check("P7e", "p7e*", &[]);
        check("3d-kaart", "3d kaart*", &[]);
        // A short number is one that somebody meant, not the beginning of another one.
        check("fase 10", "fase 10", &[]);
        check("fase 202", "fase 202*", &[]);
        check("drugs NOT fraude OR handel", "drugs fraude handel*", &[]);
    }

    #[test]
    fn phrases() {
        check("\"to-do list\"", "=list \"to do list\"", &[]);
        check("\"zware criminaliteit\"", "=zware =criminaliteit \"zware criminaliteit\"", &[]);
        check("„handel in mensen” «Y»", "=handel =mensen =y \"handel in mensen\" \"y\"", &[]);
        check("“de” wet", "wet* \"de\"", &[]);
        check("\"van de\"", "=van =de \"van de\"", &[]);
        check("\"G-MASP 2x\"", "=masp =2x \"g masp 2 x\"", &[]);
        check("\"P7e\"", "=p7e \"p 7 e\"", &[]);
        // An apostrophe of its own is no word.
        check("\"a ʼ b\"", "=b \"a b\"", &[]);
        // Of two demands the stricter one holds.
        check("fraude \"fraude\"", "=fraude \"fraude\"", &[]);
        check("\"fraude\" fraude", "=fraude \"fraude\"", &[]);
        check("\"fraude\" frau", "=fraude frau* \"fraude\"", &[]);
        // One that is not closed yet runs to the end; the word that is being typed is not part of it yet.
        check("\"zware", "zware*", &[]);
        check("\"zware ", "=zware \"zware\"", &[]);
        check("\"zware crim", "=zware crim* \"zware\"", &[]);
        check("\"fase 1", "=fase =1 \"fase 1\"", &[]);
        check("straf \"", "straf", &[]);
        check("straf \"\" \"?\"", "straf", &[]);
        // Inches, and a mark that is left over.
        check("15\" scherm\" klein", "15 scherm klein*", &[]);
    }

    #[test]
    fn exclusions() {
        check("handel -drugs", "handel -drugs", &[]);
        check("handel –drugs −wapens", "handel -drugs -wapens", &[]);
        check("-de -drugs -drugs", "-de -drugs", &[]);
        check("fraude -\"handel in drugs\"", "fraude -\"handel in drugs\"", &[]);
        check("fraude -\"btw\"", "fraude -\"btw\"", &[]);
        check("-cyber-attacks -P7e", "-cyberattacks -p7e", &[]);
        check("-a,b -a-b-c-d-e-f-g", "-\"a b\" -\"a b c d e f g\"", &[]);
        check("-'s-Hertogenbosch -’t x", "x* -shertogenbosch -t", &[]);
        check("de -drugs*", "de -drugs*", &[]);
        check("de -drugs -drugs* -drugs", "de -drugs -drugs*", &[]);
        check("-\"zware crim", "-\"zware crim\"", &[]);
        // No operators.
        check("a - b, --drugs -, (-x) grens- en kust", "b drugs x grens kust*", &[]);
        // Of two that exclude the same, the last one is where somebody types.
        let query = Query::parse("-drugs x -drugs", &BOTH, LastWord::Unfinished, &SYNTAX);
        assert_eq!(query.excluded()[0].span(), ByteSpan::new(10, 15));
    }

    #[test]
    fn stop_words_that_are_passed_over() {
        let check = |text: &str, expected: &[&str]| {
            let query = Query::parse(text, &BOTH, LastWord::Complete, &SYNTAX);
            assert_eq!(query.passed_over().iter().map(Concept::word).collect::<Vec<_>>(), expected, "{text:?}");
        };
        check("de handel in De mensen", &["de", "in"]);
        check("de title:de wet", &["de", "de"]);
        check("to-do list", &[]);
        check("van de", &[]);
        let many: Vec<&str> =
            "aan achter al alle als bij binnen daar daarbij daarom daarvan dan dat de den der des deze die dit \
                               doch doen doet door dus echter een en er gaan gaat geen geldt haar"
                .split_whitespace()
                .collect();
        check(&[&many.join(" "), " fraude"].concat(), &many[..MAX_CONCEPTS]);
    }

    #[test]
    fn cut() {
        let check = |text: &str, end: usize, expected: &str| {
            let mut query = Query::parse(text, &BOTH, LastWord::Complete, &SYNTAX);
            query.cut(end);
            assert_eq!(show(&query), expected, "{text:?}");
        };
        check("fraude \"zware straf\" geld", 20, "fraude =zware =straf \"zware straf\"");
        check("fraude \"zware straf\" geld", 18, "fraude =zware");
        check("fraude kind:x -\"a b\" -c geld", 3, "-c -\"a b\" kind:x");
        check("fraude \"zware straf\" -\"a b\"", 6, "fraude -\"a b\"");
    }

    #[test]
    fn names() {
        check("title:fraude TITLE:btw", "title:fraude title:btw*", &[]);
        check("fraude title:fraude", "fraude title:fraude*", &[]);
        check("title:\"zware straf\" x", "title:=zware title:=straf x* title:\"zware straf\"", &[]);
        check("-body:drugs -body:\"a b\"", "-body:drugs -body:\"a b\"", &[]);
        check("title:a/b, x", "title:b x*", &[]);
        check("kind:Priority, x -taal:nl", "x kind:Priority, -Taal:nl", &[]);
        check("kind:\" of  two \"x taal:\"nl", "x kind:of  two Taal:nl", &[]);
        check("kind:priority", "kind:priority", &[]);
        check(
            "kind: a -kind: title:",
            "a",
            &[
                Notice::new(UnknownFilter, ByteSpan::new(0, 5)),
                Notice::new(UnknownFilter, ByteSpan::new(8, 14)),
                Notice::new(UnknownFilter, ByteSpan::new(15, 21)),
            ],
        );
        check("kind:\"\"", "", &[Notice::new(UnknownFilter, ByteSpan::new(0, 7))]);
        // Unknown names are text.
        check("https://x.nl 5:20 artikel:4 (title:x)", "https x nl 5 20 artikel 4 title", &[]);
        check(":x kind", "x kind*", &[]);
        // A name in both lists is that of a field.
        let both = Syntax { fields: &["kind"], filters: &["kind"] };
        assert_eq!(Query::parse("kind:x", &BOTH, LastWord::Complete, &both).concepts()[0].field(), Some(0));
    }

    #[test]
    fn asterisks() {
        check("witw* fraude* x", "witw* fraude* x*", &[]);
        check("1* cyber-att*, title:x* y", "1* cyber att* title:x* y*", &[]);
        check("2*3 \"witw* x\" * y", "2 3 =witw =x y* \"witw x\"", &[]);
        check("*", "", &[Notice::new(NoSearchableWords, ByteSpan::new(0, 1))]);
    }

    #[test]
    fn limits() {
        let numbers: Vec<String> = (100..140).map(|number| number.to_string()).collect();
        let text = numbers.join(" ");
        check(&text, &numbers[..32].join(" "), &[Notice::new(QueryTruncated, ByteSpan::new(32 * 4, text.len()))]);
        // The same word again takes no room.
        check(&"fraude ".repeat(40), "fraude", &[]);
        // The thousandth character stands in the middle of "criminaliteit", which is left out as a whole.
        let text = format!("fraude{}criminaliteit", " ".repeat(990));
        check(&text, "fraude", &[Notice::new(QueryTruncated, ByteSpan::new(996, text.len()))]);
        let text = format!("fraude{}é", " ".repeat(994));
        check(&text, "fraude", &[Notice::new(QueryTruncated, ByteSpan::new(1000, text.len()))]);
        // What ends at the limit, or before it, is read.
        let text = format!("{}fraude x", " ".repeat(994));
        check(&text, "fraude", &[Notice::new(QueryTruncated, ByteSpan::new(1000, text.len()))]);
        let text = format!("fraude -drugs{}x", " ".repeat(990));
        check(&text, "fraude -drugs", &[Notice::new(QueryTruncated, ByteSpan::new(1000, text.len()))]);
        // All that an operator reaches is left out as a whole too.
        for operator in ["-", "kind:", "title:", "\"x "] {
            let text = format!("fraude{}{operator}cyber-criminaliteit", " ".repeat(980));
            check(&text, "fraude", &[Notice::new(QueryTruncated, ByteSpan::new(986, text.len()))]);
        }

        // The words of a phrase count; what fits of it is searched.
        let phrase = format!("\"{}\"", numbers.join(" "));
        let (expected, rest) = (numbers[..32].join(" "), ByteSpan::new(1 + 32 * 4, phrase.len()));
        let exact = format!("={}", expected.replace(' ', " ="));
        check(&phrase, &format!("{exact} \"{expected}\""), &[Notice::new(QueryTruncated, rest)]);
        // An excluded one is left out: half of it would exclude more.
        check(&format!("x -{phrase} y"), "x", &[Notice::new(QueryTruncated, ByteSpan::new(2, phrase.len() + 5))]);
        let excluded: Vec<String> = numbers.iter().map(|number| format!("-{number}")).collect();
        let text = excluded.join(" ");
        check(&text, &excluded[..32].join(" "), &[Notice::new(QueryTruncated, ByteSpan::new(32 * 5, text.len()))]);

        // Phrases and filters that are too many do not take along what stands behind them.
        let (phrases, shown) = ("\"a b\" ".repeat(8), [" \"a b\""; 8].concat());
        let text = format!("{phrases}\"a c\" x");
        check(&text, &format!("=b x*{shown}"), &[Notice::new(QueryTruncated, ByteSpan::new(48, 53))]);
        check(&format!("{phrases}\"\" x"), &format!("=b x*{shown}"), &[]);
        let text = format!("{phrases}-\"a c\" x");
        check(&text, &format!("=b x*{shown}"), &[Notice::new(QueryTruncated, ByteSpan::new(48, 54))]);
        let text = format!("{}kind:b x", "kind:a ".repeat(16));
        check(
            &text,
            &format!("x*{}", [" kind:a"; 16].concat()),
            &[Notice::new(QueryTruncated, ByteSpan::new(112, 118))],
        );
    }

    #[test]
    fn hostile() {
        let pieces = [
            "a",
            "a ",
            " ",
            "\"",
            "\" ",
            "\"a ",
            "\"a\" ",
            "-\"",
            "-\"a\"",
            "-a ",
            "- ",
            "-",
            "*",
            "a*",
            "a* ",
            "* ",
            ":",
            "kind:",
            "kind: ",
            "kind:\"",
            "-kind:a ",
            "title:",
            "title:\"a ",
            "title:a* ",
            "a-",
            "a-1/",
            "é",
            "\u{301}",
            "«»",
            "😀 ",
        ];
        for piece in pieces {
            for n in [1, 10, 999, 1_000, 10_000, 1_000_000 / piece.len()] {
                let text = piece.repeat(n);
                for last_word in [LastWord::Complete, LastWord::Unfinished] {
                    check_places(&text, &Query::parse(&text, &BOTH, last_word, &SYNTAX));
                }
            }
        }
    }

    #[test]
    fn forms_of_a_concept() {
        let query = Query::parse("G-MASPs empact4", &BOTH, LastWord::Complete, &SYNTAX);
        let [masp, empact] = query.concepts() else { panic!("two words") };
        assert_eq!(
            (masp.word(), masp.stem(Language::English), masp.stem(Language::Other)),
            ("masps", Some("masp"), None)
        );
        let [whole] = masp.wholes() else { panic!("one whole") };
        assert_eq!((whole.text(), whole.stem(Language::English)), ("gmasps", Some("gmasp")));
        assert!(masp.parts().is_empty() && empact.wholes().is_empty());
        assert_eq!(empact.parts().iter().map(Word::text).collect::<Vec<_>>(), ["empact"]);
        // A stop word says nothing, also with a digit behind it.
        let query = Query::parse("tussen4", &BOTH, LastWord::Complete, &SYNTAX);
        assert!(query.concepts()[0].parts().is_empty());
    }

    #[test]
    fn neighbours_as_one_word() {
        let wholes = |text: &str| -> Vec<String> {
            let query = Query::parse(text, &BOTH, LastWord::Complete, &SYNTAX);
            let of_concept = |concept: &Concept| concept.wholes().iter().map(Word::text).collect::<Vec<_>>().join("+");
            query.concepts().iter().map(of_concept).collect()
        };
        assert_eq!(wholes("groot data lek"), ["grootdata", "grootdata+datalek", "datalek"]);
        assert_eq!(wholes("cyber-crime unit"), ["cybercrime", "cybercrime+crimeunit", "crimeunit"]);
        for apart in ["handel in drugs", "drugs title:handel", "7e lek", "ab lek", "-data lek"] {
            assert_eq!(wholes(apart).concat(), "", "{apart}");
        }
    }

    /// A piece of a query, and how it is written.
    #[derive(Clone, Debug)]
    struct Piece {
        words: Vec<String>,
        /// A place in the names of [`SYNTAX`]: first the fields, then the filters.
        name: Option<usize>,
        is_excluded: bool,
        is_quoted: bool,
    }

    fn piece() -> impl Strategy<Value = Piece> {
        // No stop word begins with q, and no word is a form of another one.
        let words = prop::collection::vec("q[xyz]{1,2}", 1..4);
        (words, prop::option::of(0_usize..4), any::<bool>(), any::<bool>()).prop_map(
            |(mut words, name, is_excluded, is_quoted)| {
                if !is_quoted {
                    words.truncate(1);
                }
                Piece { words, name, is_excluded, is_quoted }
            },
        )
    }

    /// What is read from pieces: the slow obvious way, by the kind of thing instead of by the place.
    fn expected(pieces: &[Piece]) -> String {
        let names: Vec<&str> = SYNTAX.fields.iter().chain(SYNTAX.filters).copied().collect();
        let name = |piece: &Piece| piece.name.map(|name| format!("{}:", names[name])).unwrap_or_default();
        let minus = |piece: &Piece| if piece.is_excluded { "-" } else { "" };
        let (filters, texts): (Vec<&Piece>, Vec<&Piece>) =
            pieces.iter().partition(|piece| piece.name.is_some_and(|name| name >= SYNTAX.fields.len()));
        let (mut concepts, mut excluded, mut exact) = (Vec::new(), Vec::new(), BTreeMap::new());
        for piece in &texts {
            for word in &piece.words {
                let list = if piece.is_excluded { &mut excluded } else { &mut concepts };
                let concept = (name(piece), word.clone());
                if (!piece.is_excluded || !piece.is_quoted) && !list.contains(&concept) {
                    list.push(concept.clone());
                }
                *exact.entry(concept).or_insert(false) |= piece.is_quoted && !piece.is_excluded;
            }
        }
        let concepts = concepts.iter().map(|concept| {
            let (name, word) = concept;
            format!("{name}{}{word}", if exact[concept] { "=" } else { "" })
        });
        let excluded = excluded.iter().map(|(name, word)| format!("-{name}{word}"));
        let phrases = texts.iter().filter(|piece| piece.is_quoted);
        let phrases = phrases.map(|piece| format!("{}{}\"{}\"", minus(piece), name(piece), piece.words.join(" ")));
        let filters = filters.iter().map(|piece| format!("{}{}{}", minus(piece), name(piece), piece.words.join(" ")));
        concepts.chain(excluded).chain(phrases).chain(filters).collect::<Vec<_>>().join(" ")
    }

    proptest! {
        #[test]
        fn never_fails(
            text in "(\\PC|[-a-z0-9'’ /\u{AD}\u{301}]|[-–\"“”»*:]|(kind|title):| [-a\"]){0,1100}",
        ) {
            for last_word in [LastWord::Complete, LastWord::Unfinished] {
                check_places(&text, &Query::parse(&text, &BOTH, last_word, &SYNTAX));
            }
        }

        #[test]
        fn pieces_are_read_back(
            pieces in prop::collection::vec((piece(), "[-–−]", "[\"“”„‟«»]{2}", "[ \t\u{A0}]{1,3}"), 0..8),
        ) {
            let names: Vec<&str> = SYNTAX.fields.iter().chain(SYNTAX.filters).copied().collect();
            let mut text = String::new();
            for (piece, minus, marks, blank) in &pieces {
                text.push_str(blank);
                text.push_str(if piece.is_excluded { minus } else { "" });
                text.push_str(&piece.name.map(|name| format!("{}:", names[name])).unwrap_or_default());
                let (first, last) = marks.split_at(marks.chars().next().unwrap().len_utf8());
                let words = piece.words.join(" ");
                text.push_str(&if piece.is_quoted { [first, &words, last].concat() } else { words });
            }
            let pieces: Vec<Piece> = pieces.into_iter().map(|(piece, ..)| piece).collect();
            let query = Query::parse(&text, &BOTH, LastWord::Complete, &SYNTAX);
            prop_assert_eq!(show(&query), expected(&pieces), "{:?}", text);
            prop_assert!(query.notices().is_empty());
        }
    }
}

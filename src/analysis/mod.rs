//! Which words does a text hold, and which of them are forms of one another?
//!
//! This room knows languages and nothing else: its whole input is a `&str` and a [`Language`]. [`analyse`] does four
//! steps, each with a contract that its file states and tests:
//!
//! | step | question | contract |
//! |---|---|---|
//! | 1 `segment` | where are the words? | segments never overlap; what lies between two of them holds no letter or digit |
//! | 2 `fold` | which letters count as the same? | folding twice is folding once; every folded byte leads back to its source |
//! | 3 `stem` | which words are forms of one word? | total; a stem is never empty; measured on lists of pairs |
//! | 4 `stop` | which words only hold the sentence together? | marks them, never drops them |

mod fold;
mod segment;
mod stem;
mod stop;

use crate::span::ByteSpan;
use segment::{Link, Segment};
use std::ops::Range;

/// A language that the analysis can tell from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Dutch: stems, stop words, compounds.
    Dutch,
    /// English: stems and stop words.
    English,
    /// Any other: words are found as they are written, case and diacritics apart.
    Other,
}

impl Language {
    /// The language of a BCP 47 tag. Only its first part counts; never fails.
    ///
    /// ```
    /// use empact_priorities::analysis::Language;
    ///
    /// assert_eq!(Language::from_tag("nl-BE"), Language::Dutch);
    /// assert_eq!(Language::from_tag("EN"), Language::English);
    /// assert_eq!(Language::from_tag("nds"), Language::Other);
    /// ```
    pub fn from_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("nl") || primary.eq_ignore_ascii_case("nld") {
            Self::Dutch
        } else if primary.eq_ignore_ascii_case("en") || primary.eq_ignore_ascii_case("eng") {
            Self::English
        } else {
            Self::Other
        }
    }

    /// Whether the language writes compounds as one word: "mensenhandel", but "human trafficking".
    pub const fn joins_compounds(self) -> bool {
        matches!(self, Self::Dutch)
    }
}

/// What a [`Token`] is in the written text.
///
/// ```text
/// "3d-kaarten"   Linked "3dkaarten"
///                ├─ Glued "3d"
///                │  ├─ Part "3"
///                │  └─ Part "d"
///                └─ Part "kaarten"
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// A word or number that stands alone.
    Word,
    /// Words linked by hyphens, or numbers by marks, taken together: "gmasp" for "G-MASP", "1105011" for "11050/11".
    Linked,
    /// Letters and digits that touch, taken together: "7e", "empact4".
    Glued,
    /// One segment of such a token: "masp", "7".
    Part,
}

impl Form {
    /// Whether the token takes several segments together, which stand in the list by themselves too.
    pub const fn is_joined(self) -> bool {
        matches!(self, Self::Linked | Self::Glued)
    }
}

/// A word of a text in the forms in which it is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the source.
    pub span: ByteSpan,
    /// How many segments stand before it. One of several segments has the position of the first.
    pub position: u32,
    /// The folded surface form: lower case, no diacritics, no apostrophes. Never empty.
    pub word: String,
    /// What it has in common with its other forms; [`Self::word`] where there is nothing to take off. Never empty.
    pub stem: String,
    /// Whether it is a stop word of the language.
    pub is_stop: bool,
    /// Whether it stands alone, is a part, or takes several parts together.
    pub form: Form,
}

/// More segments than this are not taken together: they are a path or a serial number, not a word.
const MAX_JOINED: usize = 6;

/// Finds the words of `text`, in order; a token of several segments stands before them.
///
/// Guaranteed: spans lie on `char` boundaries; the tokens of one segment ([`Form::Word`], [`Form::Part`]) do not overlap, and
/// what lies between them holds no letter or digit but for letters that fold to nothing. The number, places, words and
/// forms of the tokens do not depend on the language; stems and stop words do.
///
/// ```
/// use empact_priorities::analysis::{Language, analyse};
///
/// let tokens = analyse("De OAP's: niet-contante betaalmiddelen", Language::Dutch);
/// let words: Vec<&str> = tokens.iter().map(|token| token.word.as_str()).collect();
/// assert_eq!(words, ["de", "oaps", "nietcontante", "niet", "contante", "betaalmiddelen"]);
/// assert_eq!(tokens[1].stem, "oap");
/// assert!(tokens[0].is_stop);
/// assert!(analyse("– …", Language::Dutch).is_empty());
/// ```
pub fn analyse(text: &str, language: Language) -> Vec<Token> {
    let segments = segment::segments(text);
    let mut tokens = Vec::with_capacity(segments.len());
    let mut position = 0_u32;
    for linked in segments.chunk_by(|_, next| next.link != Link::Apart) {
        let is_linked = linked.len() <= MAX_JOINED && linked.iter().skip(1).any(|next| next.link == Link::Linked);
        if is_linked {
            tokens.extend(joined(text, linked, position, Form::Linked, language));
        }
        for glued in linked.chunk_by(|_, next| next.link == Link::Glued) {
            let is_glued = (2..=MAX_JOINED).contains(&glued.len());
            if is_glued {
                tokens.extend(joined(text, glued, position, Form::Glued, language));
            }
            for &Segment { span, .. } in glued {
                let form = if is_linked || is_glued { Form::Part } else { Form::Word };
                tokens.extend(token(text, span, position, form, language));
                position = position.saturating_add(1);
            }
        }
    }
    tokens
}

/// The token of several segments.
fn joined(text: &str, segments: &[Segment], position: u32, form: Form, language: Language) -> Option<Token> {
    let span = ByteSpan::new(segments.first()?.span.start, segments.last()?.span.end);
    token(text, span, position, form, language)
}

/// The stem of a folded word, as in [`Token::stem`].
pub fn stem(word: &str, language: Language) -> String {
    stem::stem(word, language)
}

/// The bytes of `source` that folded to the bytes `folded` of the word; see [`Token::word`].
///
/// `source` is the text at [`Token::span`]. The answer lies on `char` boundaries of `source`; a character that is only partly meant
/// counts as meant.
pub fn unfold(source: &str, folded: Range<usize>) -> Range<usize> {
    fold::unfold(source, folded)
}

/// Steps 2 to 4 for the text at `span`; `None` when nothing is left of it after folding.
fn token(text: &str, span: ByteSpan, position: u32, form: Form, language: Language) -> Option<Token> {
    let mut word = String::with_capacity(span.len());
    let mut apostrophe = None;
    for character in span.of(text)?.chars() {
        if fold::is_apostrophe(character) {
            apostrophe = Some(word.len());
        }
        fold::push_folded(character, &mut word);
    }
    if word.is_empty() {
        return None;
    }
    // The s of "OAP's", "risico's" and "Europe's" is an ending whatever stands before it.
    let base =
        apostrophe.and_then(|at| word.split_at_checked(at)).filter(|&(base, ending)| ending == "s" && !base.is_empty());
    let stem = stem::stem(base.map_or(word.as_str(), |(base, _)| base), language);
    let is_stop = !form.is_joined() && stop::is_stop(&word, language);
    Some(Token { span, position, word, stem, is_stop, form })
}

#[cfg(test)]
mod tests {
    //! 1. Each step has its own tests; these hold the steps together.
    //! 2. The guarantees of [`analyse`], for random text.

    use super::*;
    use proptest::prelude::*;

    /// `expected`: tokens separated by a blank; `word/stem` where they differ, `*` behind a stop word.
    fn check(language: Language, text: &str, expected: &str) {
        let shown: Vec<String> = analyse(text, language)
            .into_iter()
            .map(|token| {
                let stem = if token.stem == token.word { String::new() } else { format!("/{}", token.stem) };
                format!("{}{stem}{}", token.word, if token.is_stop { "*" } else { "" })
            })
            .collect();
        assert_eq!(shown.join(" "), expected, "{text:?}");
    }

    #[test]
    fn words() {
        use Language::{Dutch, English, Other};
        check(Dutch, "(2 OAP's)", "2 oaps/oap");
        check(Dutch, "OAP’s en/of CHSG’s", "oaps/oap en* of* chsgs/chsg");
        check(Dutch, "Empact4", "empact4 empact 4");
        check(Dutch, "G-MASP", "gmasp g masp");
        check(Dutch, "3d-kaart P7e", "3dkaart 3d 3 d kaart p7e p 7 e");
        check(Dutch, "a-b-c-d-e-f-g", "a b c d e f g");
        check(Dutch, "doc. 11050/11", "doc 1105011 11050 11");
        check(English, "Europe's cyber-attacks", "europes/europ cyberattacks/cyberattack cyber attacks/attack");
        check(Other, "Straßen", "strassen");
    }

    proptest! {
        #[test]
        fn guarantees(text in "(\\PC|[-a-zéß0-9'’ /\u{AD}\u{301}]){0,60}") {
            let (dutch, other) = (analyse(&text, Language::Dutch), analyse(&text, Language::Other));
            let mut end = 0;
            for token in &dutch {
                prop_assert!(token.span.of(&text).is_some() && !token.span.is_empty());
                prop_assert!(!token.word.is_empty() && !token.stem.is_empty());
                if !token.form.is_joined() {
                    prop_assert!(token.span.start >= end);
                    end = token.span.end;
                }
            }
            prop_assert_eq!(dutch.len(), other.len());
            prop_assert!(dutch.iter().zip(&other).all(|(a, b)| (a.span, &a.word, a.form) == (b.span, &b.word, b.form)));
        }
    }
}

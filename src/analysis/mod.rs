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
//!
//! Two more steps are taken once for each *different* word of a collection or a query, since they need to know the others: [`parts`] finds
//! the words of which a Dutch or German compound is made (`compound`), [`verb()`] the Dutch verb that a participle belongs to (`verb`).
//! Of a mistyped word, [`sound()`] gives what it sounds like, and [`could_be`] what it can be meant to be (`sound`).

mod compound;
mod fold;
mod segment;
mod sound;
mod stem;
mod stop;
mod verb;

pub use compound::{CompoundPart, Role, parts, unlinked};
pub use sound::{MIN_MISTYPED, MIN_MISTYPED_BEGINNING, MIN_MISTYPED_TWICE, could_be, sound};

use crate::span::ByteSpan;
use segment::{Link, Segment};
use std::ops::Range;

/// A language that the analysis distinguishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Dutch: stems, stop words, compounds.
    Dutch,
    /// English: stems and stop words.
    English,
    /// German: stems, stop words, compounds.
    German,
    /// French: stems and stop words.
    French,
    /// Any other: words are found as they are written, case and diacritics apart.
    Other,
}

/// What the tags of the languages that are told apart begin with: the two letters of ISO 639-1, or the three of ISO 639-3.
const TAGS: [([&str; 2], Language); 4] = [
    (["nl", "nld"], Language::Dutch),
    (["en", "eng"], Language::English),
    (["de", "deu"], Language::German),
    (["fr", "fra"], Language::French),
];

/// The first part of a BCP 47 tag: a language without country and script.
pub(crate) fn first_part(tag: &str) -> &str {
    let end = tag.bytes().position(|byte| matches!(byte, b'-' | b'_')).unwrap_or(tag.len());
    tag.get(..end).unwrap_or_default()
}

impl Language {
    /// The language of a BCP 47 tag. Only its first part counts, with two letters or the three of ISO 639-3; never fails.
    ///
    /// ```
    /// use empact_priorities::analysis::Language;
    ///
    /// assert_eq!(Language::from_tag("nl-BE"), Language::Dutch);
    /// assert_eq!(Language::from_tag("EN"), Language::English);
    /// assert_eq!(Language::from_tag("de-AT"), Language::German);
    /// assert_eq!(Language::from_tag("fra"), Language::French);
    /// assert_eq!(Language::from_tag("nds"), Language::Other);
    /// ```
    pub fn from_tag(tag: &str) -> Self {
        let first = first_part(tag);
        let is_of = |(tags, _): &&([&str; 2], Self)| tags.iter().any(|known| known.eq_ignore_ascii_case(first));
        TAGS.iter().find(is_of).map_or(Self::Other, |(_, language)| *language)
    }

    /// Its BCP 47 tag; `None` for [`Self::Other`].
    pub const fn tag(self) -> Option<&'static str> {
        match self {
            Self::Dutch => Some("nl"),
            Self::English => Some("en"),
            Self::German => Some("de"),
            Self::French => Some("fr"),
            Self::Other => None,
        }
    }

    /// Whether the language writes compounds as one word: "mensenhandel" and "Menschenhandel", but "human trafficking" and "traite des êtres humains".
    pub const fn joins_compounds(self) -> bool {
        matches!(self, Self::Dutch | Self::German)
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
    /// Whether the token joins several segments, which are in the list by themselves too.
    pub const fn is_joined(self) -> bool {
        matches!(self, Self::Linked | Self::Glued)
    }
}

/// A word of a text in the forms in which it is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the source.
    pub span: ByteSpan,
    /// How many segments are before it. A token of several segments has the position of the first.
    pub position: u32,
    /// The folded surface form: lower case, no diacritics, no apostrophes. Never empty.
    pub word: String,
    /// What it has in common with its other forms; [`Self::word`] if there is nothing to remove. Never empty.
    pub stem: String,
    /// Whether it is a stop word of the language.
    pub is_stop: bool,
    /// Whether it stands alone, is a part, or joins several parts.
    pub form: Form,
}

/// What "te" parts from its verb, which is one word elsewhere: "op te sporen", "opsporen". Not "om" and "door": before "te" they are mostly words of
/// their own ("om te weten", "door te doen").
const PARTICLES: &str = "aan\naf\nbij\ndeel\nin\nmee\nop\nover\nsamen\ntegen\nterug\ntoe\nuit\nvast\nvoor\nweer\nwit";

/// Where the particle stands that "te" parts from the verb at `start`, if it does.
#[inline(never)]
fn particle(text: &str, start: usize) -> Option<ByteSpan> {
    let blank = |character: char| character.is_ascii_whitespace();
    let before = text.get(..start)?.strip_suffix(blank)?.strip_suffix("te")?.strip_suffix(blank)?;
    let span = ByteSpan::new(before.trim_end_matches(char::is_alphanumeric).len(), before.len());
    let word = span.of(text)?;
    PARTICLES.lines().any(|particle| particle == word).then_some(span)
}

/// More segments than this are not joined: they are a path or a serial number, not a word.
const MAX_JOINED: usize = 6;

/// Finds the words of `text`, in order; a token of several segments comes before these.
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
    let (mut tokens, mut word) = (Vec::new(), String::new());
    walk(text, 0, &mut |span, position, form| {
        let Some(base) = fold_word(text, span, &mut word) else { return };
        let stem = stem::stem(word.get(..base).unwrap_or(&word), language);
        let is_stop = !form.is_joined() && is_stop(&word, language);
        tokens.push(Token { span, position, word: word.clone(), stem, is_stop, form });
    });
    tokens
}

/// A word as it is passed on, one at a time, so that a long text takes no more memory than a short one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'w> {
    /// As in [`Token::span`].
    pub span: ByteSpan,
    /// The folded surface form, as in [`Token::word`].
    pub word: &'w str,
    /// How many of its bytes come before the s of a word like "OAP's"; all of them in every other word.
    pub base: usize,
    /// As in [`Token::position`].
    pub position: u32,
    /// Whether it joins several segments.
    pub is_joined: bool,
}

impl Word<'_> {
    /// As in [`Token::stem`].
    pub fn stem(&self, language: Language) -> String {
        stem::stem(self.word.get(..self.base).unwrap_or(self.word), language)
    }
}

/// What bytes are to [`each_word`]: a set of these.
mod role {
    /// Words that hang together stand between two of these: no link reaches over one.
    pub(super) const BREAK: u8 = 0;
    pub(super) const SMALL: u8 = 1;
    pub(super) const CAPITAL: u8 = 2;
    pub(super) const DIGIT: u8 = 4;
    /// It can link two words: apostrophe, hyphen, slash, full stop, comma.
    pub(super) const MARK: u8 = 8;
    /// Part of a character that is not ASCII.
    pub(super) const OTHER: u8 = 16;

    #[inline(always)]
    pub(super) const fn of(byte: u8) -> u8 {
        match byte {
            b'a'..=b'z' => SMALL,
            b'A'..=b'Z' => CAPITAL,
            b'0'..=b'9' => DIGIT,
            b'\'' | b'-' | b'/' | b'.' | b',' => MARK,
            0x80.. => OTHER,
            _ => BREAK,
        }
    }
}

/// Passes on the words that [`analyse`] finds, in the same order, and returns the number of segments. Right before a Dutch verb that "te" parts, and at
/// its position, comes the whole: "opsporen" before the "sporen" of "op te sporen".
///
/// Much faster than [`analyse`], because plain words (almost all, in most texts) are passed on in place or only put into lower
/// case, and nothing is stemmed.
pub fn each_word(text: &str, each: &mut dyn FnMut(Word<'_>)) -> u32 {
    const LETTERS: u8 = role::SMALL | role::CAPITAL;
    let bytes = text.as_bytes();
    let mut position = 0;
    let mut folded = String::new();
    let mut at = 0;
    while at < bytes.len() {
        // What hangs together, without the marks before and behind it.
        let (mut start, mut end, mut roles) = (at, at, role::BREAK);
        // The roles of bytes behind which nothing but marks has come yet.
        let mut inner = role::BREAK;
        while let Some(byte) = bytes.get(at) {
            let role = role::of(*byte);
            at += 1;
            if role == role::BREAK {
                break;
            }
            inner |= role;
            if role != role::MARK {
                roles |= inner;
                end = at;
            } else if roles == role::BREAK {
                (start, inner) = (at, role::BREAK);
            }
        }
        let chunk = text.get(start..end).unwrap_or_default();
        let word = match roles {
            role::BREAK => continue,
            role::SMALL | role::DIGIT => {
                // Almost no word stands behind a "te".
                if chunk.ends_with('n')
                    && bytes.get(start.saturating_sub(3)..start).is_some_and(|before| before.starts_with(b"te"))
                    && let Some(particle) = particle(text, start)
                {
                    folded.clear();
                    folded.push_str(particle.of(text).unwrap_or_default());
                    folded.push_str(chunk);
                    let span = ByteSpan::new(particle.start, end);
                    each(Word { span, word: &folded, base: folded.len(), position, is_joined: true });
                }
                chunk
            }
            _ if roles & !LETTERS == 0 => {
                folded.clear();
                folded.push_str(chunk);
                folded.make_ascii_lowercase();
                &folded
            }
            _ => {
                position = walk(chunk, position, &mut |span, position, form| {
                    if let Some(base) = fold_word(chunk, span, &mut folded) {
                        let span = ByteSpan::new(start + span.start, start + span.end);
                        each(Word { span, word: &folded, base, position, is_joined: form.is_joined() });
                    }
                });
                continue;
            }
        };
        each(Word { span: ByteSpan::new(start, end), word, base: word.len(), position, is_joined: false });
        position += 1;
    }
    position
}

/// Step 1 with what is taken together: the place, position and form of every token. Gives the position behind the last one.
fn walk(text: &str, first_position: u32, each: &mut dyn FnMut(ByteSpan, u32, Form)) -> u32 {
    let mut segments = segment::segments(text).peekable();
    let mut position = first_position;
    // What hangs together. So many segments decide what is taken together; what is behind them in a longer run is not.
    let mut run: Vec<Segment> = Vec::new();
    while let Some(first) = segments.next() {
        run.clear();
        run.push(first);
        while let Some(next) = segments.next_if(|next| match next.link {
            Link::Apart => false,
            Link::Linked => run.len() <= MAX_JOINED,
            Link::Glued => run.len() <= 2 * MAX_JOINED,
        }) {
            run.push(next);
        }
        let is_linked = first.link == Link::Apart
            && run.len() <= MAX_JOINED
            && run.iter().skip(1).any(|next| next.link == Link::Linked);
        if is_linked {
            each(whole(&run), position, Form::Linked);
        }
        for glued in run.chunk_by(|_, next| next.link == Link::Glued) {
            let is_whole = glued.first().is_some_and(|first| first.link != Link::Glued);
            let is_glued = is_whole && (2..=MAX_JOINED).contains(&glued.len());
            if is_glued {
                each(whole(glued), position, Form::Glued);
            }
            for &Segment { span, .. } in glued {
                each(span, position, if is_linked || is_glued { Form::Part } else { Form::Word });
                position = position.saturating_add(1);
            }
        }
    }
    position
}

/// From the first segment to the last.
fn whole(segments: &[Segment]) -> ByteSpan {
    let start = segments.first().map_or(0, |segment| segment.span.start);
    ByteSpan::new(start, segments.last().map_or(start, |segment| segment.span.end))
}

/// Step 2: puts what the text at `span` folds to into `word`, and gives the length of its base; see [`Word::base`]. `None` when
/// nothing is left after folding.
fn fold_word(text: &str, span: ByteSpan, word: &mut String) -> Option<usize> {
    word.clear();
    let mut apostrophe = None;
    for character in span.of(text)?.chars() {
        if fold::is_apostrophe(character) {
            apostrophe = Some(word.len());
        }
        fold::push_folded(character, word);
    }
    // The s of "OAP's", "risico's" and "Europe's" is an ending whatever stands before it.
    let base = apostrophe.filter(|at| *at > 0 && word.get(*at..) == Some("s"));
    (!word.is_empty()).then(|| base.unwrap_or(word.len()))
}

/// Most letters of an abbreviation that keeps its capitals: "COSI", "CHSG's".
const LONGEST_ABBREVIATION: usize = 5;

/// How a folded word is written where it first stands in a text: with diacritics, hyphens and apostrophes, and in small letters, unless it is an
/// abbreviation. `None` where it does not stand in one piece.
///
/// ```
/// use empact_priorities::analysis::spelling;
///
/// assert_eq!(spelling("Financiële High-Risk-doelen", "financiele").as_deref(), Some("financiële"));
/// assert_eq!(spelling("De OAP's", "oaps").as_deref(), Some("OAP's"));
/// assert_eq!(spelling("CHSG-coördinator", "chsgcoordinator").as_deref(), Some("CHSG-coördinator"));
/// assert_eq!(spelling("FINANCI\u{cb}LE", "financiele").as_deref(), Some("financi\u{eb}le"));
/// assert_eq!(spelling("op te sporen", "opsporen"), None);
/// ```
pub fn spelling(text: &str, folded: &str) -> Option<String> {
    let mut place = None;
    each_word(text, &mut |found| {
        if place.is_none() && found.word == folded {
            place = Some(found.span);
        }
    });
    let written = place?.of(text).filter(|written| !written.contains(char::is_whitespace))?;
    let has = |is_so: fn(&u8) -> bool| written.as_bytes().get(1..).unwrap_or_default().iter().any(is_so);
    // Headings can be all in capitals; their words are longer.
    if has(u8::is_ascii_uppercase) && (folded.len() <= LONGEST_ABBREVIATION || has(u8::is_ascii_lowercase)) {
        return Some(written.to_owned());
    }
    Some(written.chars().filter(|character| !fold::is_invisible(*character)).map(fold::small).collect())
}

/// Whether a folded word is a stop word of the language, as in [`Token::is_stop`].
pub fn is_stop(word: &str, language: Language) -> bool {
    stop::is_stop(word, language)
}

/// Whether a folded word is one of everyday Dutch from which compounds are made ("sport", "groot"), perhaps inflected. Always `false` for other languages.
///
/// ```
/// use empact_priorities::analysis::{Language, is_compound_part};
///
/// let is_part = |word| is_compound_part(word, Language::Dutch);
/// assert_eq!(["sport", "honden", "soprt"].map(is_part), [true, true, false]);
/// ```
pub fn is_compound_part(word: &str, language: Language) -> bool {
    compound::is_listed(word, language)
}

/// Whether a folded word names nothing by itself: a stop word, or an affix that Dutch or German words are formed with ("-lijk", "onder-").
pub fn names_nothing(word: &str, language: Language) -> bool {
    is_stop(word, language) || is_affix(word, language)
}

/// Whether a folded word is an affix that words of the language are formed with.
pub(crate) fn is_affix(word: &str, language: Language) -> bool {
    language.joins_compounds() && compound::is_affix(word, language)
}

/// Which side of a would-be compound is a known word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What it begins with.
    Beginning,
    /// What it ends in.
    End,
}

/// Whether a folded word could be made of these two, as far as their spelling tells; one side is a known word. The shorter that is, the more must
/// the other one look like a word. Always `false` for languages that do not join compounds.
///
/// ```
/// use empact_priorities::analysis::{Language, Side, could_join};
///
/// assert!(could_join("whatsapp", "fraude", Side::End, Language::Dutch));
/// assert!(!could_join("die", "fstal", Side::End, Language::Dutch));
/// ```
pub fn could_join(beginning: &str, end: &str, known: Side, language: Language) -> bool {
    language.joins_compounds() && compound::could_join(beginning, end, known, language)
}

/// From this length on, what is the stem of a known word may be a part of a compound as well: "toeslag" of "toeslagen". Shorter stems are too often other words.
pub const MIN_STEM_AS_PART: usize = 5;

/// The stem of a folded word, as in [`Token::stem`].
pub fn stem(word: &str, language: Language) -> String {
    stem::stem(word, language)
}

/// The stem of the verb that a folded word is, or could be, a participle or a past tense of, where [`stem`] does not tell: "gesmokkeld" of "smokkelen".
/// Always `None` for other languages than Dutch.
///
/// ```
/// use empact_priorities::analysis::{Language, stem, verb};
///
/// let found = verb("opgespoorde", Language::Dutch, &|_| false);
/// assert_eq!(found, Some(stem("opsporen", Language::Dutch)));
/// // Words as short as this count where the infinitive, or its noun in -ing, is a known word.
/// assert_eq!(verb("verband", Language::Dutch, &|_| false), None);
/// assert_eq!(verb("verbande", Language::Dutch, &|word| word == "verbannen"), Some("verban".to_owned()));
/// ```
pub fn verb(word: &str, language: Language, is_word: &dyn Fn(&str) -> bool) -> Option<String> {
    if language != Language::Dutch {
        return None;
    }
    verb::family(word).or_else(|| verb::verb(word, is_word).map(|verb| stem(&verb, language)))
}

/// Hands over forms of the verb whose infinitive, or noun in -ing, a folded Dutch word may be, where neither [`stem`] nor [`verb()`] tells: they are to be looked
/// up. Nothing for other languages.
///
/// ```
/// use empact_priorities::analysis::{Language, verb_forms};
///
/// let mut forms = Vec::new();
/// verb_forms("levering", Language::Dutch, &mut |form| forms.push(form.to_owned()));
/// assert!(["levert", "leverde", "geleverd"].iter().all(|form| forms.iter().any(|known| known == form)));
/// ```
pub fn verb_forms(word: &str, language: Language, each: &mut dyn FnMut(&str)) {
    if language == Language::Dutch {
        verb::forms(word, each);
    }
}

/// The bytes of `source` that folded to the bytes `folded` of the word; see [`Token::word`].
///
/// `source` is the text at [`Token::span`]. The answer lies on `char` boundaries of `source`; a character that is only partly covered
/// is included.
pub fn unfold(source: &str, folded: Range<usize>) -> Range<usize> {
    fold::unfold(source, folded)
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test says what it expects by failing loudly")]
mod tests {
    //! 1. Each step has its own tests; these hold the steps together.
    //! 2. The guarantees of [`analyse`], for random text.
    //! 3. [`each_word`] finds what [`analyse`] finds.
    //! 4. What hangs together in a run of any length is what it would be if all of it were at hand.

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

    #[test]
    fn parted_verbs() {
        let joined = |text: &str| {
            let mut found = Vec::new();
            each_word(text, &mut |word| {
                if word.is_joined {
                    found.push((
                        word.word.to_owned(),
                        word.span.of(text).unwrap_or_default().to_owned(),
                        word.position,
                    ));
                }
            });
            found
        };
        let whole = |word: &str, place: &str, position| vec![(word.to_owned(), place.to_owned(), position)];
        assert_eq!(joined("de dader op te sporen."), whole("opsporen", "op te sporen", 4));
        assert_eq!(joined("vast te stellen"), whole("vaststellen", "vast te stellen", 2));
        assert_eq!(joined("geld wit te wassen"), whole("witwassen", "wit te wassen", 3));
        assert_eq!(joined("vast\nte\nstellen"), whole("vaststellen", "vast\nte\nstellen", 2));
        let none = ["om te weten", "stop te gaan", "op, te gaan", "op te", "te gaan", "é te gaan", "bij te late"];
        // Not the end of a word.
        let ends = ["Zin te maken", "Kop te houden", "caféin te lopen", "ėop te sporen"];
        for text in none.into_iter().chain(ends) {
            assert_eq!(joined(text), [], "{text:?}");
        }
    }

    #[test]
    fn spellings() {
        let check =
            |text, word, expected: Option<&str>| assert_eq!(spelling(text, word).as_deref(), expected, "{text}");
        check("Een Be\u{AD}leids\u{AD}plan", "beleidsplan", Some("beleidsplan"));
        check("ÉCONOMIE; ΑΒΓ", "economie", Some("économie"));
        check("Een EU-lidstaat", "eulidstaat", Some("EU-lidstaat"));
        check("DE OAP EN DE FRAUDE", "fraude", Some("fraude"));
        check("Een EU-lidstaat", "lidstaat", Some("lidstaat"));
        check("terug te vinden", "terugvinden", None);
        check("terug\nte\nvinden", "terugvinden", None);
    }

    /// What [`walk`] finds, if all that hangs together is at hand.
    fn walk_at_once(text: &str) -> Vec<(ByteSpan, u32, Form)> {
        let segments: Vec<Segment> = segment::segments(text).collect();
        let (mut found, mut position) = (Vec::new(), 0);
        for linked in segments.chunk_by(|_, next| next.link != Link::Apart) {
            let is_linked = linked.len() <= MAX_JOINED && linked.iter().skip(1).any(|next| next.link == Link::Linked);
            found.extend(is_linked.then(|| (whole(linked), position, Form::Linked)));
            for glued in linked.chunk_by(|_, next| next.link == Link::Glued) {
                let is_glued = (2..=MAX_JOINED).contains(&glued.len());
                found.extend(is_glued.then(|| (whole(glued), position, Form::Glued)));
                for segment in glued {
                    found.push((segment.span, position, if is_linked || is_glued { Form::Part } else { Form::Word }));
                    position += 1;
                }
            }
        }
        found
    }

    fn language() -> impl Strategy<Value = Language> {
        use Language::{Dutch, English, French, German, Other};
        prop::sample::select(vec![Dutch, English, German, French, Other])
    }

    #[test]
    fn tags_lead_back() {
        for tag in ["nl", "en", "de", "fr"] {
            assert_eq!(Language::from_tag(tag).tag(), Some(tag));
        }
        assert_eq!(Language::from_tag("fy").tag(), None);
    }

    proptest! {
        #[test]
        fn long_runs(text in "((1a){0,12}|(-a){0,8}|-1|1|a|[ ]){0,8}") {
            let mut found = Vec::new();
            walk(&text, 0, &mut |span, position, form| found.push((span, position, form)));
            prop_assert_eq!(found, walk_at_once(&text));
        }

        #[test]
        fn words_for_an_index(text in "(\\PC|[-a-zA-Zéß0-9'’ /.,:()\u{AD}\u{301}]){0,60}", language in language()) {
            let mut found = Vec::new();
            let n_segments = each_word(&text, &mut |word| {
                let stem = stem(&word.word[..word.base], language);
                found.push((word.word.to_owned(), stem, word.position, word.is_joined));
            });
            let tokens = analyse(&text, language);
            let n_parts = tokens.iter().filter(|token| !token.form.is_joined()).count();
            prop_assert!(n_segments as usize >= n_parts);
            let expected: Vec<_> =
                tokens.into_iter().map(|token| (token.word, token.stem, token.position, token.form.is_joined())).collect();
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn guarantees(text in "(\\PC|[-a-zéß0-9'’ /\u{AD}\u{301}]){0,60}", language in language()) {
            let (analysed, other) = (analyse(&text, language), analyse(&text, Language::Other));
            let mut end = 0;
            for token in &analysed {
                prop_assert!(token.span.of(&text).is_some() && !token.span.is_empty());
                prop_assert!(!token.word.is_empty() && !token.stem.is_empty());
                if !token.form.is_joined() {
                    prop_assert!(token.span.start >= end);
                    end = token.span.end;
                }
            }
            prop_assert_eq!(analysed.len(), other.len());
            prop_assert!(analysed.iter().zip(&other).all(|(a, b)| (a.span, &a.word, a.form) == (b.span, &b.word, b.form)));
        }
    }
}

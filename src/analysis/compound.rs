//! Of which words is a Dutch or a German compound made?
//!
//! Both write compounds as one word, so that "handel" must find "vuurwapenhandel". A word is cut where both sides are
//! known: from a short built-in list, or because the caller's vocabulary holds them.
//!
//! ```text
//! vuurwapenhandel   cut in two        vuurwapen | handel
//!                   the sides again   vuur | wapen | handel
//!                   runs of pieces    vuur, vuurwapen: Modifier;  wapen: Middle;  wapenhandel, handel: Head
//! ```
//!
//! A piece may be inflected or end in a linking sound, and is then looked up by its base: "veiligheid|s", "sigaret|ten",
//! "graz|en" (gras), "kind|er", "wapen|s". Affixes that name nothing by themselves ("ver-", "aan-", "-heid", "-baar") are not
//! pieces, and a word of the built-in list is not cut: "landbouw" is not a kind of "bouw".
//!
//! Where only one side is known, the cut is a guess, and both sides are marked as such: "ploffraude" holds "fraude", and
//! perhaps "plof". A guess needs an unknown side that looks like a word.
//!
//! German words are cut in the same way, with its own endings and affixes, but only the caller's vocabulary tells what a word is: there is no list.
//!
//! Linking sounds: Haeseryn et al., *Algemene Nederlandse Spraakkunst*, chapter 12. Why a reader who types a part should
//! find the whole, and how much that gains: Monz and De Rijke, "Shallow morphological analysis in monolingual information
//! retrieval for Dutch, German and Italian" (CLEF 2001).

use super::stem::{irregular, is_vowel, stem};
use super::stop::{self, is_stop};
use super::{Language, Side};
use crate::words::{Sieve, Words};
use std::ops::Range;
use std::sync::OnceLock;

/// The position of a part in its compound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// At the end: the compound names a kind of it. "handel" in "drugshandel".
    Head,
    /// At the beginning: it says which kind. "drugs" in "drugshandel".
    Modifier,
    /// Neither: "wapen" in "vuurwapenhandel".
    Middle,
}

/// A word inside a compound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompoundPart {
    /// Its bytes in the folded word, without a linking s. Parts may lie inside one another.
    pub span: Range<usize>,
    /// The stem that the part has as a separate word. Never empty.
    pub stem: String,
    /// Its position in the compound.
    pub role: Role,
    /// Whether every part of the compound is a known word. If not, only one of the two is, and the cut is a guess.
    pub is_certain: bool,
}

/// The commonest parts of Dutch compounds, in alphabetical order; `NOTICE.md` says where they come from. Behind each a capital letter says how many
/// letters of it the next one begins with, which are left out there (`A`: none): compressed, the list is a sixth shorter so.
const PARTS: &str = include_str!(concat!(env!("OUT_DIR"), "/dutch-parts"));

/// The fewest letters of a part: those of the shortest words in [`PARTS`].
const MIN_LETTERS: usize = 3;
/// The fewest letters of a part that only the vocabulary knows. Shorter ones are mostly names of letters, endings and codes.
const MIN_LETTERS_OF_VOCABULARY: usize = 4;
/// The fewest letters of a known head behind something unknown. "-ing" and the like have three.
const MIN_LETTERS_OF_GUESSED_HEAD: usize = 4;
/// The fewest letters of a known modifier before something unknown. Shorter ones begin many words by accident.
const MIN_LETTERS_OF_GUESSED_MODIFIER: usize = 5;
/// Longer words are codes or accidents. Bounds the work for a word: it grows with the square of the length.
const MAX_LETTERS: usize = 40;

/// Finds the parts of a folded Dutch or German word; `is_part` says whether the caller's vocabulary holds a text as a word of its own, and it names something
/// ([`super::names_nothing`]): "daarbuiten" is about nothing.
///
/// Guaranteed: total; each span lies in the word, on `char` boundaries, is shorter than it and has at least three letters. A
/// compound has at least one [`Role::Head`] and one [`Role::Modifier`]; either all of its parts are certain or none. Empty for a
/// word that is not a compound, has over 40 letters or letters other than a to z, and for languages that do not join compounds.
///
/// The cost is that of about ten look-ups in the vocabulary; at worst it grows with the square of the length.
///
/// ```
/// use empact_priorities::analysis::{Language, Role, parts};
///
/// let shown = |word| -> Vec<(String, Role)> {
///     parts(word, Language::Dutch, &|text| text == "smokkel").into_iter().map(|part| (part.stem, part.role)).collect()
/// };
/// assert_eq!(shown("drugssmokkel"), [("drug".to_owned(), Role::Modifier), ("smokkel".to_owned(), Role::Head)]);
/// assert!(shown("handelaar").is_empty());
/// ```
pub fn parts(word: &str, language: Language, is_part: &dyn Fn(&str) -> bool) -> Vec<CompoundPart> {
    let is_plain = word.bytes().all(|letter| letter.is_ascii_lowercase());
    if !language.joins_compounds() || !(2 * MIN_LETTERS..=MAX_LETTERS).contains(&word.len()) || !is_plain {
        return Vec::new();
    }
    Splitter { word, language, is_part, list: PartList::get(), base: String::with_capacity(MAX_LETTERS) }.parts()
}

/// What a compound is whatever links its parts, by its [`parts`]: the stems of its first piece and of all that follows, without a linking sound. So
/// "geluidsoverlast" and "geluidoverlast" have it in common. `None` for a guess.
///
/// ```
/// use empact_priorities::analysis::{Language, parts, unlinked};
///
/// let of = |word| unlinked(&parts(word, Language::Dutch, &|text| ["geluid", "overlast", "product", "lijst"].contains(&text)));
/// assert_eq!(of("geluidsoverlast"), of("geluidoverlast"));
/// assert_eq!(of("productenlijst").as_deref(), Some("productlijst"));
/// assert_eq!(of("overlast"), None);
/// ```
pub fn unlinked(parts: &[CompoundPart]) -> Option<String> {
    let first = parts.first().filter(|part| part.is_certain)?;
    let rest = parts.iter().find(|part| part.role == Role::Head && part.span.start >= first.span.end)?;
    Some([first.stem.as_str(), &rest.stem].concat())
}

/// Whether a word is in the list of parts, perhaps with an ending.
pub(super) fn is_listed(word: &str, language: Language) -> bool {
    let has = |ending: &str| word.strip_suffix(ending).is_some_and(|base| PartList::get().contains(base));
    language == Language::Dutch && (has("") || endings(word, language).iter().any(|ending| has(ending)))
}

/// Sounds between two parts and endings of inflected forms, in the order in which they are tried: those with the last letter of a text.
fn endings(text: &str, language: Language) -> &'static [&'static str] {
    match (text.as_bytes().last(), language) {
        (Some(b's'), Language::German) => &["s", "es"],
        (Some(b's'), _) => &["s"],
        (Some(b'n'), _) => &["en", "n"],
        (Some(b'e'), _) => &["e"],
        (Some(b'r'), Language::German) => &["er"],
        _ => &[],
    }
}

/// What forms words without being a part of a compound: separable and other prefixes, suffixes, and adjectives that have
/// become suffixes. In the order of the alphabet.
const AFFIXES: &str = "\
aal aan aar achtig ander anti arm baar ding door eel eerd eert elijk end enig er erig erij haft hed heden heen \
heid herin ieel ief iek ing inter isch isme iteit jarig king kundig lijk ling loos loosheid maal matig mede \
mis naal naar neel neer ning nis omver onder ont over plichtig rijk ring samen schap sel ster tal tegen teit \
telijk terug thuis tien ting toe trans uit vast ver vol voor voort vormig vrij waardig waarts weder weer weg \
wege zaam zijds";

/// The same for German: those that a vocabulary has as words, and "-ung".
const GERMAN_AFFIXES: &str = "end heit ieren iert ierung innen isch keit lich schaft ung weise";

/// Who must know a piece.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    /// The built-in list.
    List,
    /// The built-in list or the caller's vocabulary.
    Any,
}

/// The cutting of one word.
struct Splitter<'w> {
    word: &'w str,
    language: Language,
    /// See [`parts`].
    is_part: &'w dyn Fn(&str) -> bool,
    list: &'static PartList,
    /// Where the base of the piece at hand is spelled; kept, so that no candidate needs memory of its own.
    base: String,
}

impl<'w> Splitter<'w> {
    fn parts(mut self) -> Vec<CompoundPart> {
        let end = self.word.len();
        if self.is_listed(0, end) {
            return Vec::new();
        }
        let heads: Vec<usize> = (MIN_LETTERS..=end - MIN_LETTERS).filter(|&at| self.is_known(at, end)).collect();
        // The word ends in its longest part that is known and leaves something known: one piece, else two.
        let one = heads.iter().copied().find(|&at| self.is_known(0, at));
        let middle = one.or_else(|| heads.iter().copied().find(|&at| self.cut_in_two(0, at).is_some()));
        match middle {
            Some(middle) => self.certain(middle),
            None => self.guess(&heads),
        }
    }

    /// The pieces of a word that is known on both sides of `middle`, and the runs of neighbouring pieces.
    fn certain(&mut self, middle: usize) -> Vec<CompoundPart> {
        let end = self.word.len();
        let mut ends = Vec::with_capacity(4);
        ends.extend(self.cut_in_two(0, middle));
        ends.push(middle);
        ends.extend(self.cut_in_two(middle, end));
        ends.push(end);
        let mut parts = Vec::new();
        let mut start = 0;
        for (position, &first_end) in ends.iter().enumerate() {
            let mut last_start = start;
            for &run_end in ends.iter().skip(position) {
                if (start, run_end) != (0, end) {
                    parts.extend(self.part(start, last_start, run_end));
                }
                last_start = run_end;
            }
            start = first_end;
        }
        parts
    }

    /// Where to cut `start..end` in two known pieces, the last as long as can be.
    fn cut_in_two(&mut self, start: usize, end: usize) -> Option<usize> {
        let mut middles = start + MIN_LETTERS..=end.saturating_sub(MIN_LETTERS);
        middles
            .find(|&middle| self.is_known(middle, end) && self.is_known(start, middle))
            .filter(|_| !self.is_listed(start, end))
    }

    /// The two sides of a word of which one is known and the other could be a word: the longest known head, else
    /// the longest known modifier. An s between them can belong to either: "mensens|mokkel", "mensen|smokkel".
    fn guess(&mut self, heads: &[usize]) -> Vec<CompoundPart> {
        let end = self.word.len();
        let modifiers = MIN_LETTERS_OF_GUESSED_MODIFIER..=end.saturating_sub(MIN_LETTERS);
        let head = heads.iter().copied().find(|&at| self.could_be_head(at));
        let Some(middle) = head.or_else(|| modifiers.rev().find(|&at| self.could_be_modifier(at))) else {
            return Vec::new();
        };
        let is_either = head.is_none() && self.slice(middle - 1, end).starts_with('s') && self.is_known(0, middle - 1);
        let with_s = is_either.then_some((middle - 1, end, Role::Head));
        let sides = [(0, middle, Role::Modifier), (middle, end, Role::Head)].into_iter().chain(with_s);
        let part = |(start, end, role)| {
            let base = if self.is_known(start, end) { &self.base } else { self.slice(start, end) };
            CompoundPart { span: start..end, stem: stem(base, self.language), role, is_certain: false }
        };
        sides.map(part).collect()
    }

    /// Whether the known piece from `at` is a head behind something unknown.
    fn could_be_head(&mut self, at: usize) -> bool {
        begins_word(self.slice(0, at), self.language)
            && self.is_known(at, self.word.len())
            && self.base.len() >= MIN_LETTERS_OF_GUESSED_HEAD
            && self.slice(at, self.word.len()).starts_with(self.base.get(..MIN_LETTERS).unwrap_or_default())
    }

    /// Whether what stands before `at` is a known modifier of something unknown.
    fn could_be_modifier(&mut self, at: usize) -> bool {
        let (before, behind) = (self.slice(0, at), self.slice(at, self.word.len()));
        // "groot|schalig", not "groots|chalig" or "groot|s|chalig".
        self.find_base(0, at, Source::Any).is_some_and(|ending| ending != "e")
            && !(before.ends_with('s') && behind.starts_with("ch"))
            && ends_word(behind, self.language)
    }

    /// The run `start..end` of known pieces; the last of them begins at `last_start`.
    fn part(&mut self, start: usize, last_start: usize, end: usize) -> Option<CompoundPart> {
        let ending = self.find_base(last_start, end, Source::Any)?;
        let role = match (start, end) {
            (_, end) if end == self.word.len() => Role::Head,
            (0, _) => Role::Modifier,
            _ => Role::Middle,
        };
        let link = usize::from(ending == "s" && role != Role::Head);
        let base = [self.slice(start, last_start), &self.base].concat();
        Some(CompoundPart { span: start..end - link, stem: stem(&base, self.language), role, is_certain: true })
    }

    fn is_known(&mut self, start: usize, end: usize) -> bool {
        self.find_base(start, end, Source::Any).is_some()
    }

    /// Whether the built-in list knows the piece.
    fn is_listed(&mut self, start: usize, end: usize) -> bool {
        self.find_base(start, end, Source::List).is_some()
    }

    fn slice(&self, start: usize, end: usize) -> &'w str {
        self.word.get(start..end).unwrap_or_default()
    }

    /// Spells the known word that the piece is a form of into `self.base` and gives the ending that was taken off.
    fn find_base(&mut self, start: usize, end: usize, source: Source) -> Option<&'static str> {
        let form = self.slice(start, end);
        if start > 0 && !has_onset(form) {
            return None;
        }
        if self.try_base(form, source) {
            return Some("");
        }
        // "Grenz|polizei": a German noun leaves its -e out before another one.
        if self.language == Language::German
            && end < self.word.len()
            && form.len() >= MIN_LETTERS_OF_VOCABULARY
            && !is_stop(form, self.language)
            && self.try_spelled(form, "e", "", source)
        {
            return Some("");
        }
        // "Kinder" links as in "kinderen". As an ending, -er would turn those who do something into what they do.
        if form.ends_with("er")
            && let Some(noun) = irregular(&[form, "en"].concat())
        {
            return self.try_base(&noun, source).then_some("er");
        }
        let ending = endings(form, self.language).iter().copied().find(|ending| {
            form.strip_suffix(ending).is_some_and(|stump| {
                self.try_base(stump, source)
                    || (self.language == Language::Dutch
                        && ending.starts_with('e')
                        && self.try_respelled(stump, source))
            })
        });
        // "heden" is no plural of "heed".
        ending.filter(|_| !is_affix(form, self.language))
    }

    /// Undoes what the spelling does to a syllable that an ending opens or closes.
    fn try_respelled(&mut self, stump: &str, source: Source) -> bool {
        let mut letters = stump.bytes().rev();
        let (Some(last), Some(before)) = (letters.next(), letters.next()) else { return false };
        let is_long = letters.next().is_some_and(is_vowel);
        let Some((shorter, consonant)) = stump.split_at_checked(stump.len() - 1) else { return false };
        if is_vowel(last) {
            return false;
        }
        if last == before {
            // "sigarett|en"
            return self.try_base(shorter, source);
        }
        let hard = match last {
            b'v' => "f",
            b'z' => "s",
            _ => consonant,
        };
        // "strat|en" and "hav|en", but not "dier|en".
        let vowel = match before {
            b'a' if !is_long => "a",
            b'e' if !is_long => "e",
            b'o' if !is_long => "o",
            b'u' if !is_long => "u",
            _ => "",
        };
        (!vowel.is_empty() && self.try_spelled(shorter, vowel, hard, source))
            // "graz|en", "briev|en"
            || (hard != consonant && self.try_spelled(shorter, "", hard, source))
    }

    /// [`Self::try_base`] for a stump that lacks its last letters.
    fn try_spelled(&mut self, stump: &str, vowel: &str, consonant: &str, source: Source) -> bool {
        self.base.clear();
        self.base.push_str(stump);
        self.base.push_str(vowel);
        self.base.push_str(consonant);
        self.knows(&self.base, source)
    }

    /// Whether the text is a known word; then leaves it in `self.base`.
    fn try_base(&mut self, text: &str, source: Source) -> bool {
        let is_known = self.knows(text, source);
        if is_known {
            self.base.clear();
            self.base.push_str(text);
        }
        is_known
    }

    /// Whether the text as it stands is a word that may be a part.
    fn knows(&self, text: &str, source: Source) -> bool {
        self.language == Language::Dutch && self.list.contains(text)
            || source == Source::Any && text.len() >= MIN_LETTERS_OF_VOCABULARY && (self.is_part)(text)
    }
}

/// See [`super::could_join`].
pub(super) fn could_join(beginning: &str, end: &str, known: Side, language: Language) -> bool {
    match known {
        Side::Beginning => beginning.len() >= MIN_LETTERS_OF_GUESSED_MODIFIER || ends_word(end, language),
        Side::End => {
            has_onset(end)
                && !is_affix(beginning, language)
                && (end.len() > MIN_LETTERS_OF_GUESSED_MODIFIER || begins_word(beginning, language))
        }
    }
}

/// Whether the unknown beginning of a compound looks like a word: more than prefixes, and an end that Dutch words have.
fn begins_word(text: &str, language: Language) -> bool {
    const PREFIXES: &str = "aan af be door ge her in om on onder ont op over uit ver voor";
    const GERMAN_PREFIXES: &str = "ab an auf aus bei be durch ein ent er ge her hin in miss mit nach uber um unter un ver vor weg wider zer zuruck zu";
    let prefixes = if language == Language::German { GERMAN_PREFIXES } else { PREFIXES };
    let mut core = text;
    // "aan|ge|past"
    while let Some(rest) = prefixes.split(' ').find_map(|prefix| core.strip_prefix(prefix)) {
        core = rest;
    }
    let mut letters = text.bytes().rev();
    let (last, before) = (letters.next().unwrap_or_default(), letters.next().unwrap_or_default());
    let can_end = match last {
        _ if last == before => is_vowel(last) || language == Language::German,
        b'v' | b'z' => language == Language::German,
        b'b' | b'i' | b'w' => is_vowel(before),
        b'l' | b'n' | b'r' => is_vowel(before) || matches!(before, b'h' | b'l' | b'r'),
        _ => true,
    };
    text.len() >= MIN_LETTERS && can_end && core.bytes().any(is_vowel) && !is_affix(text, language)
}

/// Whether the unknown end of a compound looks like a word: four letters and a vowel when suffixes are taken off.
fn ends_word(text: &str, language: Language) -> bool {
    const SUFFIXES: &str = "ingen ing heden heid lijke lijks lijk aren aars aar eren end";
    let suffixes = if language == Language::German { GERMAN_AFFIXES } else { SUFFIXES };
    let text = endings(text, Language::Dutch).iter().find_map(|ending| text.strip_suffix(ending)).unwrap_or(text);
    let core = suffixes.split(' ').find_map(|suffix| text.strip_suffix(suffix)).unwrap_or(text);
    core.len() > MIN_LETTERS && has_onset(core) && core.bytes().any(is_vowel) && !is_affix(text, language)
}

/// Whether the text begins as a Dutch or a German word may: with a vowel, or with such consonants as a syllable can begin with. Where that is
/// not so, no compound is cut; abbreviations ("ctrl|toets") can only stand at its beginning.
fn has_onset(text: &str) -> bool {
    let mut letters = text.bytes();
    let (first, second) = (letters.next().unwrap_or_default(), letters.next().unwrap_or_default());
    is_vowel(first)
        || is_vowel(second)
        || matches!(
            (first, second),
            (b's', _)
                | (b'c' | b'k' | b'p' | b'r' | b't' | b'w', b'h')
                | (b'd' | b'f' | b'p' | b't', b'j')
                | (b'b' | b'c' | b'f' | b'g' | b'k' | b'p' | b'v', b'l')
                | (b'g' | b'k' | b'p', b'n')
                | (b'b' | b'c' | b'd' | b'f' | b'g' | b'k' | b'p' | b't' | b'v' | b'w', b'r')
                | (b'p' | b't', b's')
                | (b'p', b'f')
                | (b'd' | b'k' | b't' | b'z', b'w')
        )
}

/// Whether the text is an affix, inflected or not.
pub(super) fn is_affix(text: &str, language: Language) -> bool {
    let list = if language == Language::German { GERMAN_AFFIXES } else { AFFIXES };
    let is_affix = |text: &str| stop::is_listed(text, list);
    is_affix(text) || ["e", "en", "s"].iter().any(|ending| text.strip_suffix(ending).is_some_and(is_affix))
}

/// The words of [`PARTS`].
#[derive(Default)]
struct PartList {
    words: Words,
    sieve: Sieve,
}

impl PartList {
    /// The list, read when it is first asked for.
    fn get() -> &'static Self {
        static LIST: OnceLock<PartList> = OnceLock::new();
        LIST.get_or_init(Self::read)
    }

    fn read() -> Self {
        let (mut list, mut word) = (Self::default(), String::new());
        for letter in PARTS.bytes() {
            if letter.is_ascii_uppercase() {
                list.words.push(&word);
                list.sieve.insert(&word);
                word.truncate(usize::from(letter - b'A'));
            } else {
                word.push(char::from(letter));
            }
        }
        list
    }

    fn contains(&self, word: &str) -> bool {
        self.sieve.may_have(word) && self.words.find(word).is_some()
    }
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test says what it expects by failing loudly")]
mod tests {
    //! 1. Compounds are cut where a reader cuts them, by list and vocabulary together.
    //! 2. What only looks like a compound is left whole.
    //! 3. The guarantees of [`parts`], for random text and any vocabulary.
    //! 4. The look-ups agree with slow ones: of the list with a search through it, of a form with all forms of all words, of
    //!    the cut with a trial of all cuts.

    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    /// The list as it is written.
    const LIST: &str = include_str!("dutch-parts.txt");

    /// What an index knows besides the list; with words in it that lead astray.
    const VOCABULARY: &str = "
        aanval accijns afvalstof auteur autoriteiten beeld brand buiten cocaine contant criminaliteit cyber daad delict
        doelstelling drugs einde ende enen eren ezel fraude gebouw georganiseerd grens handelaar handeling heden ieder
        inbraak ingen kern king lijk maand mens merk migranten milieu minder mishandeling misbruik naam netwerk oven persoon
        pleinen ploffen porno praktijken producten regeren schap sluis smokkel sterk stoffen straffen tijden tussen
        verdachten vermogen vuurwapens wapens werkelijk wetten zitting";

    fn is_word(text: &str) -> bool {
        VOCABULARY.split_whitespace().any(|word| word == text)
    }

    /// The parts as they stand in the word, with a hyphen where the word goes on; a question mark behind guesses.
    fn shown(word: &str) -> String {
        shown_in(Language::Dutch, word, &is_word)
    }

    fn shown_in(language: Language, word: &str, is_word: &dyn Fn(&str) -> bool) -> String {
        let shown = |part: CompoundPart| {
            let text = &word[part.span];
            let mark = if part.is_certain { "" } else { "?" };
            match part.role {
                Role::Head => format!("-{text}{mark}"),
                Role::Modifier => format!("{text}-{mark}"),
                Role::Middle => format!("-{text}-{mark}"),
            }
        };
        let is_part = |text: &str| is_word(text) && !super::super::names_nothing(text, language);
        parts(word, language, &is_part).into_iter().map(shown).collect::<Vec<_>>().join(" ")
    }

    /// `cases`: a word a line, with its parts behind it.
    fn check(cases: &str) {
        let wrong: Vec<String> = cases
            .lines()
            .map(str::trim)
            .filter(|case| !case.is_empty())
            .filter_map(|case| {
                let (word, expected) = case.split_once(' ').unwrap_or((case, ""));
                let found = shown(word);
                (found != expected).then(|| format!("{word} {found}"))
            })
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    /// A compound a line, with its parts as in [`shown`].
    const COMPOUNDS: &str = "
        drugssmokkel drugs- -smokkel
        vuurwapenhandel vuur- vuurwapen- -wapen- -wapenhandel -handel
        vuurwapens vuur- -wapens
        accijnsfraude accijns- -fraude
        ploffraude plof-? -fraude?
        documentfraude document- -fraude
        mensenhandel mensen- -handel
        migrantensmokkel migranten- -smokkel
        kinderporno kinder- -porno
        vermogenscriminaliteit vermogen- -criminaliteit
        milieucriminaliteit milieu- -criminaliteit
        cyberaanvallen cyber- -aanvallen
        witwaspraktijken witwas- -praktijken
        grensbewaking grens-? -bewaking?
        drugshandel drugs- -handel
        geldstromen geld- -stromen
        tabaksproducten tabak- -producten
        actieplannen actie- -plannen
        kustwacht kust- -wacht
        wapenhandel wapen- -handel
        wrakfraude wrak-? -fraude?
        veiligheidsbeleid veiligheid- -beleid
        kindermisbruik kinder- -misbruik
        computercriminaliteit computer- -criminaliteit
        internetfraude internet- -fraude
        belastingfraude belasting- -fraude
        zorgverzekering zorg- -verzekering
        arbeidsmarkt arbeid- -markt
        arbeidsmarktbeleid arbeid- arbeidsmarkt- -markt- -marktbeleid -beleid
        onderwijsinstellingen onderwijs- -instellingen
        energieprijzen energie- -prijzen
        waterkwaliteit water- -kwaliteit
        muziekscholen muziek- -scholen
        huisartsen huis- -artsen
        kerkgebouwen kerk- -gebouwen
        stationsplein stations-? -plein? -splein?
        mensensmokkel mensen- -smokkel
        mensenslavernij mensen-? -slavernij?
        vakantiehuizen vakantie- -huizen
        gistelhuizen gistel-? -huizen?
        bloemenwinkel bloemen- -winkel
        paardenstal paarden- -stal
        boekenkast boeken- -kast
        kaasmarkt kaas- -markt
        wijnglazen wijn- -glazen
        stadhuis stad- -huis
        schoolbesturen school- -besturen
        verkeersveiligheid verkeer- -veiligheid
        luchtvervuiling lucht-? -vervuiling?
        dierenarts dieren- -arts
        vakantiehuis vakantie- -huis
        vrouwenvoetbal vrouwen- -voetbal
        filmfestivals film- -festivals
        kleuterschool kleuter-? -school?
        gemeenteraad gemeente- -raad
        rechtszaken recht- -zaken
        werkgroepen werk- -groepen
        bedrijfsstructuren bedrijf- -structuren
        lidstaten lid- -staten
        handelsbeleid handel- -beleid
        bouwprojecten bouw- -projecten
        vliegveld vlieg- -veld
        schilderkunst schilder-? -kunst?
        grondwaterpeil grond- grondwater- -water- -waterpeil -peil
        bankrekening bank- -rekening
        autoverzekering auto- -verzekering
        betaalmiddelen betaal- -middelen
        cultuurgoederen cultuur- -goederen
        inbraaksporen inbraak- -sporen
        criminaliteitsanalyse criminaliteit- -analyse
        gewelddaden geweld- -daden
        tussenpersoon tussen-? -persoon?
        geldezels geld- -ezels
        landbouwbeleid landbouw- -beleid
        strafzaken straf- -zaken
        staatshoofd staat- -hoofd
        volkslied volk- -lied
        sluisdeuren sluis- -deuren
        brandweerkazerne brandweer-? -kazerne?
        ziekenhuisbed ziekenhuis- -bed
        kalverliefde kalver-? -liefde?
        levensverzekering leven- -verzekering
        klimaatconferentie klimaat-? -conferentie?
        buitengrenzen buiten- -grenzen
        kilometer kilo-? -meter?
        afvalstoffenhandel afval- afvalstoffen- -stoffen- -stoffenhandel -handel";

    #[test]
    fn compounds() {
        check(COMPOUNDS);
    }

    /// Words that hold what looks like a word.
    const WHOLE: &str = "
        georganiseerd handelaar handelaren maandelijks verhandeling internationaal samenwerking kanker regering
        regeringen planning brandend pleinen mishandeling onderhandeling werkelijk werkelijkheid werkzaam eenheid
        gemeenschap vriendschap eigenschappen wetenschap mogelijkheden veiligheid landelijk jaarlijks dagelijks
        menselijk kinderen kalveren bladeren grazen straten bedrijven systemen criminelen criminaliteit organisatie
        verdachte verdachten voortgang bestrijding bewaking vervalsing oplichting ontneming uitbuiting versterking
        verandering veranderingen groeperingen verbeteringen evaluatie coordinatie analyse aandacht bevorderen
        ondersteunen uitvoering voorzitter deskundige minister ministers parlement document documenten wedstrijden
        landbouw voetbal vliegtuigen belangrijk waardevol regelmatig strafbaar digitale monitoren representeren
        eigendom verstoren effectief strategisch regionaal gebouwen gebracht geworden vermindering sigaretten
        ransomware handelingen winkelen fietsen computers schrijvers bakkers leraren lerares boerderijen drukkerijen culturen
        aanslagen betogen";

    #[test]
    fn no_compounds() {
        check(&WHOLE.split_whitespace().collect::<Vec<_>>().join("\n"));
    }

    #[test]
    fn german_compounds() {
        let vocabulary = "
            geld wasche bekampfung drogen handel handler hafen strasse verkehr waffe feuer zoll fahndung dienst haft befehl
            schmuggel ring bund polizei bild melde pflicht arbeit markt stellen sicherheit schutz kind ende leiten abgabe gabe
            kontrolle grenze spiel nehmen weisung innen weise untere boot";
        let is_word = |text: &str| vocabulary.split_whitespace().any(|word| word == text);
        for (word, expected) in [
            ("geldwasche", "geld- -wasche"),
            ("geldwaschebekampfung", "geld- geldwasche- -wasche- -waschebekampfung -bekampfung"),
            ("drogenhandel", "drogen- -handel"),
            // "-en", "-s", "-er" and "-es" between the parts.
            ("strassenverkehr", "strassen- -verkehr"),
            ("arbeitsmarkt", "arbeit- -markt"),
            ("kinderschutz", "kinder- -schutz"),
            ("bundespolizei", "bundes- -polizei"),
            ("bilderhandel", "bilder- -handel"),
            ("feuerwaffen", "feuer- -waffen"),
            // Parts that would be affixes in Dutch.
            ("haftbefehl", "haft- -befehl"),
            ("schmuggelring", "schmuggel- -ring"),
            ("meldepflicht", "melde- -pflicht"),
            // Only one part is known.
            ("menschenhandel", "menschen-? -handel?"),
            ("hafenbehorde", "hafen-? -behorde?"),
            ("netzhandel", "netz-? -handel?"),
            ("einfuhrabgaben", "einfuhr-? -abgaben?"),
            ("passkontrolle", "pass-? -kontrolle?"),
            ("archivmarkt", "archiv-? -markt?"),
            // The -e of a noun is left out before another one.
            ("grenzpolizei", "grenz- -polizei"),
            ("kontrollpflicht", "kontroll- -pflicht"),
            ("grenzubertritt", "grenz-? -ubertritt?"),
            // Prefixes and endings.
            ("einstellen", ""),
            ("handelnden", ""),
            ("anleiten", ""),
            ("beispiel", ""),
            ("unternehmen", ""),
            ("zuruckweisung", ""),
            ("beamtinnen", ""),
            ("teilweise", ""),
            // Dutch doubles vowels in closed syllables; German does not.
            ("botenmarkt", "boten-? -markt?"),
        ] {
            assert_eq!(shown_in(Language::German, word, &is_word), expected, "{word}");
        }
        // The list of parts is Dutch.
        assert_eq!(shown_in(Language::German, "werkplan", &|_| false), "");
    }

    #[test]
    fn stems_are_those_of_the_words() {
        for (word, stems) in [
            ("sigarettenhandel", "sigaret handel"),
            ("grazen", ""),
            ("glazenwasser", "glas wasser"),
            ("stratenplan", "straat plan"),
            ("kinderporno", "kind porno"),
            ("veiligheidsbeleid", "veiligheid beleid"),
            ("drugshuizen", "drugs huis"),
        ] {
            let vocabulary = |text: &str| ["sigaret", "wasser", "porno"].contains(&text);
            let found: Vec<String> =
                parts(word, Language::Dutch, &vocabulary).into_iter().map(|part| part.stem).collect();
            let expected: Vec<String> = stems.split_whitespace().map(|word| stem(word, Language::Dutch)).collect();
            assert_eq!(found, expected, "{word}");
        }
    }

    #[test]
    fn other_languages_and_other_letters() {
        for (word, language) in [("drugshandel", Language::English), ("drugshandel", Language::Other)] {
            assert_eq!(parts(word, language, &|_| true), [], "{word}");
        }
        for word in ["", "werk", "werk2plan", "wérkplan", &"werk".repeat(11)] {
            assert_eq!(parts(word, Language::Dutch, &|_| true), [], "{word}");
        }
    }

    #[test]
    fn lists_are_in_order() {
        let parts: Vec<&str> = LIST.lines().collect();
        assert!(parts.is_sorted() && parts.len() <= 1_500);
        assert!(parts.iter().all(|part| part.len() >= MIN_LETTERS && part.bytes().all(|b| b.is_ascii_lowercase())));
        assert_eq!(parts.iter().collect::<BTreeSet<_>>().len(), parts.len());
        assert_eq!(PartList::get().words.n_words(), parts.len());
        assert!(parts.iter().all(|part| has_onset(part)));
        for (list, language) in [(AFFIXES, Language::Dutch), (GERMAN_AFFIXES, Language::German)] {
            assert!(list.split(' ').is_sorted() && list.split(' ').all(|affix| is_affix(affix, language)));
        }
        assert_eq!(parts.iter().filter(|part| is_affix(part, Language::Dutch)).count(), 0);
    }

    /// All forms of all words of the list in which it should be found.
    fn forms() -> &'static BTreeSet<String> {
        static FORMS: OnceLock<BTreeSet<String>> = OnceLock::new();
        FORMS.get_or_init(|| {
            // Also at the end of a longer part: "kleier" of "klei".
            let with_er = [
                ("blad", "blader"),
                ("ei", "eier"),
                ("gemoed", "gemoeder"),
                ("goed", "goeder"),
                ("kalf", "kalver"),
                ("kind", "kinder"),
                ("lam", "lammer"),
                ("lied", "lieder"),
                ("rund", "runder"),
                ("volk", "volker"),
            ];
            let linked = LIST.lines().flat_map(|word| {
                let stumps = with_er.iter().filter_map(move |(noun, linked)| Some((word.strip_suffix(noun)?, linked)));
                stumps.map(|(stump, linked)| [stump, linked].concat())
            });
            let mut forms: BTreeSet<String> = linked.collect();
            for word in LIST.lines() {
                forms.insert(word.to_owned());
                let mut stumps = vec![word.to_owned()];
                let (shorter, last) = word.split_at(word.len() - 1);
                if !last.bytes().all(is_vowel) {
                    stumps.push([word, last].concat());
                    let letters: Vec<char> = word.chars().rev().collect();
                    let is_doubled = letters[1] == letters[2] && "aeou".contains(letters[1]);
                    for soft in [last, if last == "f" { "v" } else { last }, if last == "s" { "z" } else { last }] {
                        stumps.push([shorter, soft].concat());
                        if is_doubled && letters.get(3).is_none_or(|letter| !"aeiouy".contains(*letter)) {
                            stumps.push([&shorter[..shorter.len() - 1], soft].concat());
                        }
                    }
                }
                let endings =
                    ["e", "en"].into_iter().flat_map(|ending| stumps.iter().map(move |stump| [stump, ending].concat()));
                forms.extend(
                    endings
                        .chain(["s", "n"].map(|ending| [word, ending].concat()))
                        .filter(|form| !is_affix(form, Language::Dutch)),
                );
            }
            forms
        })
    }

    /// A word that is worth trying: words of the list and other letters, linked in some way.
    fn word() -> impl Strategy<Value = String> {
        let known: Vec<&str> = LIST.lines().collect();
        let form = forms().iter().cloned().collect::<Vec<_>>();
        let piece = prop_oneof![
            3 => prop::sample::select(known).prop_map(str::to_owned),
            3 => prop::sample::select(form),
            1 => "[a-z]{1,4}",
        ];
        (prop::collection::vec(piece, 1..4), prop::sample::select(&["", "s", "en", "e", "n", "er"][..]))
            .prop_map(|(pieces, link)| pieces.join(link))
    }

    proptest! {
        #[test]
        fn guarantees(word in prop_oneof![word(), "\\PC{0,20}"], accepted in 1_usize..5, is_german in any::<bool>()) {
            let language = if is_german { Language::German } else { Language::Dutch };
            let found = parts(&word, language, &|text| text.len() % accepted == 0);
            for part in &found {
                prop_assert!(word.get(part.span.clone()).is_some_and(|text| text.len() >= MIN_LETTERS));
                prop_assert!(part.span.len() < word.len() && !part.stem.is_empty());
                prop_assert_eq!(part.is_certain, found[0].is_certain);
                prop_assert_eq!(part.role == Role::Head, part.span.end == word.len());
                prop_assert_eq!(part.role == Role::Modifier, part.span.start == 0);
            }
            let roles = |role| found.iter().filter(|part| part.role == role).count();
            prop_assert_eq!(roles(Role::Head) > 0, !found.is_empty());
            prop_assert_eq!(roles(Role::Modifier) > 0, !found.is_empty());
            // A guess has one modifier, and two heads only where an s can belong to either side.
            let is_either = || found.len() == 3 && word[found[2].span.clone()].starts_with('s') && found[2].span.start + 1 == found[1].span.start;
            prop_assert!(found.is_empty() || found[0].is_certain || found.len() == 2 || is_either());
        }

        #[test]
        fn list_agrees_with_a_search(word in word()) {
            prop_assert_eq!(PartList::get().contains(&word), LIST.lines().any(|part| part == word));
        }

        #[test]
        fn agrees_with_all_forms_and_all_cuts(word in word()) {
            let mut splitter = Splitter { word: &word, language: Language::Dutch, is_part: &|_| false, list: PartList::get(), base: String::new() };
            let is_known = |start: usize, end: usize| end - start >= MIN_LETTERS && forms().contains(&word[start..end]);
            let end = word.len();
            for start in 0..end {
                prop_assert_eq!(splitter.is_known(start, end), is_known(start, end), "{}", &word[start..]);
            }
            let is_cut = (1..end).any(|one| {
                is_known(one, end)
                    && (is_known(0, one) || (1..one).any(|other| is_known(0, other) && is_known(other, one)))
            });
            let expected = is_cut && !is_known(0, end) && end <= MAX_LETTERS;
            let found = parts(&word, Language::Dutch, &|_| false);
            prop_assert_eq!(found.first().is_some_and(|part| part.is_certain), expected);
        }
    }
}

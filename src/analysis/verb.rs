//! Step 3, for words whose neighbours tell more: which verb is a word a form of?
//!
//! Snowball does not join Dutch participles and past tenses with their verbs, since no rule of spelling tells them from nouns: "gebied" has nothing to do
//! with "bieden". If the texts hold the infinitive, they tell:
//!
//! ```text
//! word         without -e, -en  without -d, -t   without ge     as infinitives           a known word
//! opgespoorde  opgespoord       opgespoor        opspoor        opspooren, opsporen ...  opsporen
//! vervalste    vervalst         vervals                         vervalsen ...            vervalsen
//! gemeente     gemeent          gemeen           meen           (-t fits no verb in n)   none
//! ```
//!
//! The noun in -ing tells as well as the infinitive ("gefinancierd", "financiering"). After a ge inside the word the verb's own d or t can be the ending
//! ("uitgebuit", "uitbuiten"); at the start that would make "gebied" a form of "bieden".
//!
//! Something else must suggest a verb: a ge, not only at the start ("opgespoord"), or a prefix that takes its place. By their
//! ends alone, "markt" and "plant" would be forms of "marken" and "plannen". In a Dutch word list of 413,000 words, 14,300 are
//! related to a verb; of 150 of them, taken at random, 3 wrongly.
//!
//! Where the texts hold neither, what is left of a participle is what the verb would leave ("afgepakt" and "afpakken": "afpak"). Hardly another word has
//! such a stem, so it only matters to who types that verb or another form of it.

use super::stem::MAX_LETTERS;

/// Prefixes of verbs whose participles have no ge.
const PREFIXES: [&str; 5] = ["be", "ge", "her", "ont", "ver"];
/// Fewest letters of what stands before the ending, ge included; nouns are shorter ("geld", "best").
const MIN_LETTERS: usize = 5;
/// Fewest letters of it where nothing but the spelling tells that it is a verb: "gezond" is none, and with a prefix neither are "verband" and "bestand".
const MIN_LETTERS_ALONE: usize = 6;

/// The infinitive of a folded Dutch word, or the noun in -ing of the same stem, if it is a known one; else what could be the first person of the verb, in
/// the spelling of the participle ("opspoor").
pub(super) fn verb(word: &str, is_word: &dyn Fn(&str) -> bool) -> Option<String> {
    let inflected = word.strip_suffix("en").or_else(|| word.strip_suffix('e')).unwrap_or(word);
    let (rest, ending) = inflected.split_at_checked(inflected.len().checked_sub(1)?)?;
    if !matches!(ending, "d" | "t") || !(MIN_LETTERS..=MAX_LETTERS).contains(&rest.len()) {
        return None;
    }
    let last = rest.bytes().next_back();
    // "Geleefd", "gekust" and "gereisd": behind f and s either can stand.
    let fits = match last {
        Some(b'f' | b's') => true,
        Some(b'c' | b'h' | b'k' | b'p' | b't' | b'x') => ending == "t",
        _ => ending == "d",
    };
    let (mut infinitive, mut alone) = (String::new(), None);
    // Each place of a ge twice: without the ending and with it.
    for number in 0..2 * (rest.len() - MIN_LETTERS + 1) {
        let (at, n_kept) = (number / 2, number % 2);
        let (before, from) = rest.split_at_checked(at)?;
        let behind = inflected.get(at + 2..rest.len() + n_kept).unwrap_or_default();
        let could_be = if n_kept == 0 { fits } else { at > 0 };
        if could_be && from.starts_with("ge") {
            if is_spelled([before, behind], &mut infinitive, is_word) {
                return Some(infinitive);
            }
            alone.get_or_insert([before, behind]);
        }
    }
    if PREFIXES.iter().any(|prefix| rest.starts_with(prefix)) {
        if is_spelled(["", rest], &mut infinitive, is_word) {
            return Some(infinitive);
        }
        if fits && rest.len() > MIN_LETTERS_ALONE {
            alone.get_or_insert(["", rest]);
        }
    }
    alone.filter(|_| rest.len() >= MIN_LETTERS_ALONE).map(|pieces| pieces.concat())
}

/// Whether a verb or its noun is a known word, by what stands before the ending of its forms ("maak", "pak", "reis"), in two pieces; then it is `infinitive`.
fn is_spelled([before, behind]: [&str; 2], infinitive: &mut String, is_word: &dyn Fn(&str) -> bool) -> bool {
    let is_vowel = |letter: Option<char>| letter.is_some_and(|letter| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u'));
    // "Maken" has one a, since its syllable is open; "pakken" two k, since it is not; "reizen" a voiced z.
    for number in 0..10 {
        let (way, ending) = (number % 5, if number < 5 { "en" } else { "ing" });
        let (is_doubled, is_open, is_voiced) = (way == 1, way >= 3, matches!(way, 2 | 4));
        infinitive.clear();
        infinitive.push_str(before);
        infinitive.push_str(behind);
        let Some(last) = infinitive.pop() else { return false };
        let mut ends = infinitive.chars().rev();
        let (vowel, same) = (ends.next(), ends.next());
        // A short vowel in the only syllable doubles what follows: "gepast" belongs to "passen", not to "Pasen".
        let has_more = behind.bytes().rev().skip(2).any(|letter| is_vowel(Some(char::from(letter))));
        if is_vowel(vowel) && !is_doubled && !has_more && !matches!(last, 'w' | 'x') {
            continue;
        }
        if is_open && is_vowel(vowel) && vowel == same {
            infinitive.pop();
        }
        if is_doubled {
            infinitive.push(last);
        }
        infinitive.push(match last {
            'f' if is_voiced => 'v',
            's' if is_voiced => 'z',
            _ => last,
        });
        infinitive.push_str(ending);
        if is_word(infinitive) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::super::stem::stem;
    use super::*;

    fn check(word: &str, known: &str, expected: Option<&str>) {
        assert_eq!(verb(word, &|word| known.split(' ').any(|known| known == word)).as_deref(), expected, "{word}");
    }

    #[test]
    fn forms_of_verbs() {
        for (form, verb) in [
            ("gesmokkeld", "smokkelen"),
            ("gesmokkelde", "smokkelen"),
            ("gepakt", "pakken"),
            ("gemaakte", "maken"),
            ("gereisd", "reizen"),
            ("geleefd", "leven"),
            ("gekust", "kussen"),
            ("opgespoorde", "opsporen"),
            ("vastgesteld", "vaststellen"),
            ("vervalste", "vervalsen"),
            ("vervalst", "vervalsen"),
            ("bedreigden", "bedreigen"),
            ("ontdekt", "ontdekken"),
            ("gebruikt", "gebruiken"),
            ("gefinancierde", "financiering"),
            ("uitgebuite", "uitbuiting"),
            ("opgelicht", "oplichten"),
            ("doorgezette", "doorzetten"),
            ("gepast", "passen"),
            ("gehuwd", "huwen"),
            ("gewoond", "wonen"),
        ] {
            check(form, verb, Some(verb));
        }
    }

    #[test]
    fn where_nothing_tells() {
        for (form, first_person, infinitive) in [
            ("gesmokkelde", "smokkel", "smokkelen"),
            ("afgepakt", "afpak", "afpakken"),
            ("opgespoorde", "opspoor", "opsporen"),
            ("uitgebuit", "uitbuit", "uitbuiten"),
            ("verhuisd", "verhuis", "verhuizen"),
            ("geidentificeerd", "identificeer", "identificeren"),
            ("gehackte", "hack", "hacken"),
        ] {
            check(form, "smokkel pak maak", Some(first_person));
            assert_eq!(stem(first_person, Language::Dutch), stem(infinitive, Language::Dutch));
        }
        for word in ["gezond", "geluid", "verband", "bestand", "gemeente", "markt", "plant", "gebouw"] {
            check(word, "", None);
        }
    }

    #[test]
    fn nouns() {
        check("gemeente", "menen", None);
        check("gebied", "bieden", None);
        check("geluid", "luiden", None);
        check("geplant", "plannen", None);
        check("plant", "plannen", None);
        check("markt", "marken", None);
        check("best", "bessen", None);
        check("gepast", "pasen", None);
        check("gezond", "zonen", None);
        check("gewond", "wonen", None);
        check("verdacht", "verdenken", Some("verdach"));
        check("gét", "gen", None);
        check("", "", None);
    }
}

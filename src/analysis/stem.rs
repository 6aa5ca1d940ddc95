//! Step 3: which words are forms of one word?
//!
//! The Snowball algorithms, as the crate `frostem` generates them from the Snowball sources: `english` (Porter 2) and,
//! for Dutch, `dutch_porter`. Not `dutch` (Kraaij-Pohlmann): by itself it joins more forms than Porter's (134 of 184
//! pairs against 125), but it rewrites the inside of words, so that repairs and compounds fit it less (158 against 178 with the
//! same repairs, which were written for Porter's output). What the repairs around it mend:
//!
//! ```text
//! word ──▶ irregular? ──yes──▶ its base                      kinderen, grenzen, wapens
//!             │no
//!             ▼
//!          unpluralise ──▶ Snowball dutch_porter ──▶ respell  instanties → instantie;  bedrijv → bedrijf, plann → plan
//! ```
//!
//! Measured with the lists in `tests/data/dutch-stem-pairs-*.txt`; `tests/search_rooms.rs` holds the figures.

use super::Language;
use frostem::{Algorithm, Stemmer};

/// A longer word is a code or an accident, and is found as it is written. The longest word of the Dutch dictionaries has fewer
/// letters.
const MAX_LETTERS: usize = 60;

/// The stem of a folded word: total, never empty, and the word itself if that is not made of the letters a to z.
pub(super) fn stem(word: &str, language: Language) -> String {
    let is_plain = word.len() <= MAX_LETTERS && word.bytes().all(|letter| letter.is_ascii_lowercase());
    let stem = match language {
        _ if !is_plain => None,
        Language::Dutch => Some(dutch(word)),
        Language::English => Some(snowball(word, Algorithm::English)),
        Language::Other => None,
    };
    stem.filter(|stem| !stem.is_empty()).unwrap_or_else(|| word.to_owned())
}

fn snowball(word: &str, algorithm: Algorithm) -> String {
    Stemmer::new(algorithm).stem(word).into_owned()
}

fn dutch(word: &str) -> String {
    if let Some(base) = irregular(word) {
        return base;
    }
    respell(snowball(unpluralise(word), Algorithm::DutchPorter))
}

/// Word endings that no rule gets right, with what they become; also at the end of compounds ("vuurwapens"). The bases
/// stand here too where a rule would take them for an inflected form ("wapen" for a plural, "grens" for one in s).
const IRREGULAR: &[(&str, &str)] = &[
    // Plurals in -eren.
    ("bladeren", "blad"),
    ("eieren", "ei"),
    ("gemoederen", "gemoed"),
    ("goederen", "goed"),
    ("kalveren", "kalf"),
    ("kinderen", "kind"),
    ("liederen", "lied"),
    ("runderen", "rund"),
    ("volkeren", "volk"),
    // Another vowel in the plural.
    ("lidstaten", "lidstat"),
    ("schepen", "schip"),
    ("steden", "stad"),
    // Latin plurals.
    ("criteria", "criterium"),
    ("cycli", "cyclus"),
    ("musea", "museum"),
    // An s that is no ending.
    ("accijns", "accijns"),
    ("accijnzen", "accijns"),
    ("beurs", "beurs"),
    ("beurzen", "beurs"),
    ("grens", "grens"),
    ("grenzen", "grens"),
    ("kans", "kans"),
    ("kansen", "kans"),
    ("koers", "koers"),
    ("koersen", "koers"),
    ("mens", "mens"),
    ("mensen", "mens"),
    ("plaats", "plaats"),
    ("plaatsen", "plaats"),
    ("wens", "wens"),
    ("wensen", "wens"),
    // An -en that is no ending.
    ("gegeven", "gegeven"),
    ("gegevens", "gegeven"),
    ("keten", "keten"),
    ("ketens", "keten"),
    ("leven", "leven"),
    ("levens", "leven"),
    ("teken", "teken"),
    ("tekens", "teken"),
    ("vermogen", "vermogen"),
    ("vermogens", "vermogen"),
    ("wapen", "wapen"),
    ("wapens", "wapen"),
];

fn irregular(word: &str) -> Option<String> {
    IRREGULAR.iter().find_map(|&(ending, base)| {
        // One letter rules most of them out, far sooner than a comparison of strings would.
        let start = word.len().checked_sub(ending.len())?;
        if word.as_bytes().get(start) != ending.as_bytes().first() {
            return None;
        }
        let rest = word.strip_suffix(ending)?;
        Some([rest, base].concat())
    })
}

/// Takes the plural s off where Snowball would stop at it: it removes one layer of endings only, so that "bendes" would
/// not meet "bende".
fn unpluralise(word: &str) -> &str {
    const PLURALS: [&str; 6] = ["ies", "es", "ens", "els", "ers", "ems"];
    // Words whose last syllable is stressed and ends in -es.
    const SINGULARS: [&str; 7] = ["ces", "dres", "gres", "pres", "fles", "bes", "mes"];
    if let Some(base) = word.strip_suffix("ieen") {
        // "strategieën", folded.
        return word.get(..base.len() + 2).unwrap_or(word);
    }
    if let Some(base) = word.strip_suffix("en").filter(|base| base.ends_with("en") && base.len() > 5) {
        // "betrokkenen" -> "betrokken"
        return base;
    }
    let ending = PLURALS.iter().find(|ending| word.ends_with(**ending));
    let is_plural = ending.is_some_and(|ending| {
        // Some other syllable comes before, and it does not run into the ending ("koers").
        let before = word.strip_suffix(ending).unwrap_or_default();
        before.bytes().any(is_vowel) && !before.bytes().next_back().is_some_and(is_vowel)
    });
    match word.strip_suffix('s') {
        Some(base) if is_plural && !SINGULARS.iter().any(|singular| word.ends_with(singular)) => base,
        _ => word,
    }
}

/// Brings the spellings of one stem together: Snowball leaves "bedrijv" of "bedrijven" beside "bedrijf".
fn respell(mut stem: String) -> String {
    // "evaluatie" and "evalueren", "coordineert" and "coordineren".
    if stem.len() >= 8 && stem.ends_with("atie") {
        stem.truncate(stem.len() - 4);
        stem.push_str("er");
    }
    for (ending, respelled) in [
        ("eert", "er"),
        ("eerd", "er"),
        ("elt", "el"),
        ("dt", "d"),
        ("oort", "or"),
        ("ieel", "iel"),
        ("ueel", "uel"),
        ("kt", "k"),
    ] {
        if stem.len() >= ending.len() + 3 && stem.ends_with(ending) {
            stem.truncate(stem.len() - ending.len());
            stem.push_str(respelled);
        }
    }
    let mut letters = stem.bytes().rev();
    let (last, before) = (letters.next(), letters.next());
    match last {
        Some(b'v') => {
            stem.pop();
            stem.push('f');
        }
        Some(b'z') => {
            stem.pop();
            stem.push('s');
        }
        Some(letter) if before == last && !is_vowel(letter) => {
            stem.pop();
        }
        _ => {}
    }
    stem
}

const fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

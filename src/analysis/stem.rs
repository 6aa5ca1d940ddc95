//! Step 3: which words are forms of one word?
//!
//! The Snowball algorithms, as the crate `frostem` generates them from the Snowball sources: `english` (Porter 2), `german`, `french` and,
//! for Dutch, `dutch_porter`. Not `dutch` (Kraaij-Pohlmann): by itself it joins more forms than Porter's (134 of 184
//! pairs against 125), but it rewrites the inside of words, so that repairs and compounds fit it less well (158 against 178 with the
//! same repairs, which were written for Porter's output). The repairs around it:
//!
//! ```text
//! word ──▶ irregular? ──yes──▶ its base                      kinderen, grenzen, wapens
//!             │no
//!             ▼
//!          unpluralise ──▶ Snowball dutch_porter ──▶ respell  instanties → instantie;  bedrijv → bedrijf, plann → plan
//! ```
//!
//! German needs no repairs: its algorithm takes the umlaut off itself, and "ae" for one. French tells endings by their accents, which folding took off: those that count
//! are put on again.
//!
//! Measured with the lists in `tests/data/dutch-stem-pairs-*.txt`; `tests/search_rooms.rs` has the figures.

use super::Language;
use super::fold::push_folded;
use super::verb::listed;
use frostem::{Algorithm, Stemmer};

/// A longer word is a code or an accident, and is found as it is written. The longest word of the Dutch dictionaries has fewer
/// letters.
pub(super) const MAX_LETTERS: usize = 60;

/// The stem of a folded word: total, never empty, and the word itself if it has characters other than a to z.
pub(super) fn stem(word: &str, language: Language) -> String {
    let is_plain = word.len() <= MAX_LETTERS && word.bytes().all(|letter| letter.is_ascii_lowercase());
    let stem = match language {
        _ if !is_plain => None,
        Language::Dutch => Some(dutch(word)),
        Language::English => Some(english(word)),
        Language::German => Some(snowball(word, Algorithm::German)),
        Language::French => Some(french(word)),
        Language::Other => None,
    };
    stem.filter(|stem| !stem.is_empty()).unwrap_or_else(|| word.to_owned())
}

fn snowball(word: &str, algorithm: Algorithm) -> String {
    Stemmer::new(algorithm).stem(word).into_owned()
}

/// English words that no rule gets right, with the word whose stem they share.
const IRREGULAR_ENGLISH: &[(&str, &str)] = &[
    ("analyses", "analysis"),
    ("bought", "buy"),
    ("children", "child"),
    ("crises", "crisis"),
    ("criteria", "criterion"),
    ("men", "man"),
    ("paid", "pay"),
    ("sold", "sell"),
    ("sought", "seek"),
    ("stolen", "steal"),
    ("thieves", "thief"),
    ("women", "woman"),
];

/// British for American: "organized" is "organised", which Snowball leaves apart from "organ", as it does "authorised" from "authorities".
fn english(word: &str) -> String {
    let word = IRREGULAR_ENGLISH.iter().find(|(form, _)| *form == word).map_or(word, |(_, base)| base);
    let mut british = String::with_capacity(word.len());
    let mut before = ' ';
    for letter in word.chars() {
        british.push(if letter == 'z' && matches!(before, 'i' | 'y') { 's' } else { letter });
        before = letter;
    }
    snowball(&british, Algorithm::English)
}

/// The endings that Snowball tells by their accents, which a folded word has lost: "organisée" beside "organiser".
const ACCENTED: [(&str, &str); 3] = [("ee", "ée"), ("ite", "ité"), ("iere", "ière")];

fn french(word: &str) -> String {
    let (singular, plural) = word.strip_suffix('s').map_or((word, ""), |singular| (singular, "s"));
    let accented =
        ACCENTED.iter().find_map(|(plain, accented)| Some([singular.strip_suffix(plain)?, accented, plural].concat()));
    let mut stem = String::with_capacity(word.len());
    for letter in snowball(accented.as_deref().unwrap_or(word), Algorithm::French).chars() {
        push_folded(letter, &mut stem);
    }
    // "criminel" and "criminelles" beside "criminalité", but not "modèle" beside "modalité".
    if (singular.ends_with("el") || singular.ends_with("elle")) && stem.len() > 5 && stem.ends_with("el") {
        stem.truncate(stem.len() - 2);
        stem.push_str("al");
    }
    stem
}

fn dutch(word: &str) -> String {
    if let Some(base) = irregular(word) {
        return base;
    }
    respell(snowball(unpluralise(word), Algorithm::DutchPorter))
}

/// Word endings that no rule gets right, by the third letter from the end: in turn the ending, and what it becomes; also at the end of compounds ("vuurwapens"). The bases
/// stand here too where a rule would take them for an inflected form ("wapen" for a plural, "grens" for one in s; "openbaar" for one of "open"). The first one that fits
/// counts; an empty base leaves the word to the rules ("examens" is no "mens").
fn irregulars(letter: u8) -> &'static str {
    match letter {
        b'a' => "openbaar\nopenbar\nopenbare\nopenbar\nkans\nkans\nplaats\nplaats\nvals\nvals\n",
        b'c' => "cycli\ncyclus\n",
        b'd' => {
            "besteden\n\ngeleden\n\ngleden\n\nkleden\n\nverleden\n\nleden\nlid\nsteden\nstad\nstadia\nstadium\noverheden\noverheid\n"
        }
        b'e' => {
            "amens\n\nimens\n\nnemens\n\nomens\n\numens\n\nopenbaarheid\nopenbar\noverheid\noverheid\ngoede\ngoede\noudere\noudere\nfiets\nfiets\ngrens\ngrens\nkoers\nkoers\nmens\nmens\nreeks\nreeks\ntoets\ntoets\nwens\nwens\ngegevens\ngegeven\nketens\nketen\nlevens\nleven\ntekens\nteken\nvermogens\nvermogen\nwapens\nwapen\n"
        }
        b'g' => "vermogen\nvermogen\n",
        b'i' => "ici\nicus\nvisa\nvisum\ngids\ngids\n",
        b'j' => "accijns\naccijns\n",
        b'k' => "teken\nteken\n",
        b'l' => "valse\nvals\n",
        b'o' => "fora\nforum\nquota\nquotum\nloods\nloods\n",
        b'p' => "schepen\nschip\nwapen\nwapen\n",
        b'r' => {
            "bladeren\nblad\neieren\nei\ngemoederen\ngemoed\ngoederen\ngoed\nkalveren\nkalf\nkinderen\nkind\nlammeren\nlam\nliederen\nlied\nrunderen\nrund\nvolkeren\nvolk\ncriteria\ncriterium\nouderen\noudere\nstarts\nstart\narts\narts\n"
        }
        b's' => {
            "crises\ncrisis\nmusea\nmuseum\nartsen\narts\nfietsen\nfiets\ngidsen\ngids\nkansen\nkans\nkoersen\nkoers\nmensen\nmens\nloodsen\nloods\nplaatsen\nplaats\nreeksen\nreeks\ntoetsen\ntoets\nwensen\nwens\n"
        }
        b't' => "lidstaten\nlidstat\ncentra\ncentrum\nketen\nketen\n",
        b'u' => "beurs\nbeurs\n",
        b'v' => "gegeven\ngegeven\nleven\nleven\n",
        b'z' => "accijnzen\naccijns\nbeurzen\nbeurs\ngrenzen\ngrens\n",
        _ => "",
    }
}

/// What an irregular word becomes.
pub(super) fn irregular(word: &str) -> Option<String> {
    let (rest, base) = listed(word, irregulars(word.bytes().nth_back(2)?))?;
    (!base.is_empty()).then(|| [rest, base].concat())
}

/// Takes the plural s off where Snowball would stop at it: it removes one layer of endings only, so that "bendes" would
/// not meet "bende".
fn unpluralise(word: &str) -> &str {
    const PLURALS: [&str; 6] = ["ies", "es", "ens", "els", "ers", "ems"];
    // Words whose last syllable is stressed and ends in -es or -ies.
    const SINGULARS: [&str; 9] = ["ces", "dres", "gres", "pres", "fles", "bes", "mes", "dvies", "rlies"];
    let base = word.strip_suffix("en").unwrap_or_default();
    // "strategieën" and "ideeën", folded, and "betrokkenen".
    if base.ends_with("ie") || base.ends_with("ee") || base.ends_with("en") && base.len() > 5 {
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
pub(super) fn respell(mut stem: String) -> String {
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
        // "smokkelaars": those who do it, not ambtenaren and leraren.
        ("elar", "el"),
    ] {
        if stem.len() >= ending.len() + 3 && stem.ends_with(ending) {
            stem.truncate(stem.len() - ending.len());
            stem.push_str(respelled);
        }
    }
    // "sociaal" and "sociale": Snowball takes the second vowel away only behind a consonant.
    if let [.., one @ (b'a' | b'o' | b'u'), other, last] = stem.as_bytes()
        && one == other
        && !is_vowel(*last)
        && stem.len() >= 4
    {
        let last = char::from(*last);
        stem.truncate(stem.len() - 2);
        stem.push(last);
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

/// Whether it stands for a vowel in Dutch, as Snowball sees it: also "y".
#[inline(always)]
pub(super) const fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test says what it expects by failing loudly")]
mod tests {
    //! Snowball's own vocabulary: `tests/data/snowball-*.txt`.
    //!
    //! 1. The crate that we use stems as Snowball does, but for words that Snowball itself stems otherwise by now.
    //! 2. English is Snowball's, unchanged. Dutch is, but for what a rule of this file changes: which one, and how often. German and French are, folded: how many
    //!    words are not.
    //!
    //! For what the rules are good for see `tests/search_rooms.rs`.

    use super::*;
    use std::collections::BTreeMap;

    const ENGLISH: &str = include_str!("../../tests/data/snowball-english.txt");
    const GERMAN: &str = include_str!("../../tests/data/snowball-german.txt");
    const FRENCH: &str = include_str!("../../tests/data/snowball-french.txt");
    const DUTCH: &str = include_str!("../../tests/data/snowball-dutch-porter.txt");

    /// The words of a list with their stems.
    fn pairs(list: &str) -> Vec<(&str, &str)> {
        list.lines().filter(|line| !line.starts_with('#')).map(|line| line.split_once(' ').unwrap()).collect()
    }

    /// Whether the analysis asks for it: what it hands over is folded.
    fn is_folded(word: &str) -> bool {
        word.bytes().all(|letter| letter.is_ascii_lowercase())
    }

    /// Words with a stem in common, and others without.
    fn check_forms(language: Language, together: &[[&str; 2]], apart: &[[&str; 2]]) {
        for [one, other] in together {
            assert_eq!(stem(one, language), stem(other, language));
        }
        for [one, other] in apart {
            assert_ne!(stem(one, language), stem(other, language), "{one} {other}");
        }
    }

    #[test]
    fn dutch_forms() {
        let together = [
            ["examen", "examens"],
            ["inkomen", "inkomens"],
            ["medemens", "medemensen"],
            ["hoofdstad", "hoofdsteden"],
            ["besteden", "besteding"],
            ["advies", "adviezen"],
            ["verlies", "verliezen"],
            ["sociaal", "sociale"],
            ["materiaal", "materialen"],
            ["europeaan", "europeanen"],
            ["maken", "maakt"],
            ["bendelid", "bendeleden"],
            ["centrum", "centra"],
            ["overheid", "overheden"],
            ["openbaar", "openbare"],
            ["smokkelaars", "smokkelen"],
            ["drugshandelaren", "drugshandel"],
        ];
        let apart = [["examens", "mensen"], ["overheid", "overige"], ["openbaar", "openen"], ["leden", "verleden"]];
        check_forms(Language::Dutch, &together, &apart);
    }

    #[test]
    fn british_and_american() {
        let together = [
            ["organized", "organised"],
            ["organizations", "organisation"],
            ["criminalizing", "criminalise"],
            ["analyzed", "analysing"],
            ["citizen", "citizens"],
        ];
        check_forms(Language::English, &together, &[["organized", "organs"], ["authorized", "authorities"]]);
    }

    #[test]
    fn german_forms() {
        let together = [
            ["geldwasche", "geldwaesche"],
            ["waffe", "waffen"],
            ["bekampfen", "bekampfung"],
            ["hafen", "hafens"],
            ["behorde", "behorden"],
            ["berichtet", "berichte"],
        ];
        check_forms(Language::German, &together, &[["handel", "hand"]]);
    }

    #[test]
    fn french_forms() {
        let together = [
            ["organisee", "organiser"],
            ["organisees", "organise"],
            ["criminalite", "criminel"],
            ["criminelles", "criminels"],
            ["activites", "active"],
            ["douaniere", "douanier"],
            ["trafics", "trafic"],
        ];
        check_forms(Language::French, &together, &[["douane", "doute"], ["modele", "modalite"]]);
    }

    #[test]
    fn irregular_endings_stand_under_their_letter() {
        for letter in b'a'..=b'z' {
            let lines: Vec<&str> = irregulars(letter).split_terminator('\n').collect();
            assert!(lines.len().is_multiple_of(2), "{}", char::from(letter));
            for pair in lines.chunks(2) {
                assert_eq!(pair.first().and_then(|ending| ending.bytes().nth_back(2)), Some(letter), "{pair:?}");
            }
        }
    }

    #[test]
    fn irregular_english() {
        for (form, base) in IRREGULAR_ENGLISH {
            let stem = |word: &str| stem(word, Language::English);
            assert_eq!(stem(form), stem(base));
            assert_ne!(snowball(form, Algorithm::English), snowball(base, Algorithm::English), "Snowball knows it");
        }
    }

    #[test]
    fn english_is_snowball() {
        let mut newer = Vec::new();
        let pairs = pairs(ENGLISH);
        assert_eq!(pairs.len(), 5_884);
        for (word, expected) in pairs {
            let found = snowball(word, Algorithm::English);
            let is_ours =
                word.contains("iz") || word.contains("yz") || IRREGULAR_ENGLISH.iter().any(|(form, _)| *form == word);
            if is_folded(word) && !is_ours {
                assert_eq!(stem(word, Language::English), found);
            }
            if found != expected {
                newer.push([word, expected, &found].join(" "));
            }
        }
        // The list is of 2021; later releases of Snowball stem these otherwise.
        let changed = [
            "evening even evening",
            "geologists geologist geolog",
            "interfering interf interfer",
            "internal intern internal",
            "organic organ organic",
            "organism organ organism",
            "ornithologists ornithologist ornitholog",
        ];
        assert_eq!(newer, changed);
    }

    /// How a list of Snowball's is stemmed today: how many words it has, and what today's Snowball takes off more of the stems of 2021 and of how many. The
    /// analysis asks for folded words: of how many the stem is another one than with accents, Snowball's and ours.
    fn compared(list: &str, algorithm: Algorithm, language: Language) -> (usize, String, [usize; 2]) {
        let folded = |word: &str| {
            let mut folded = String::new();
            word.chars().for_each(|letter| push_folded(letter, &mut folded));
            folded
        };
        let pairs = pairs(list);
        let (mut newer, mut n_other) = (BTreeMap::<String, usize>::new(), [0; 2]);
        for (word, expected) in &pairs {
            let found = snowball(word, algorithm);
            if found != *expected {
                let more =
                    expected.strip_prefix(&*found).map_or_else(|| [expected, " ", &found].concat(), str::to_owned);
                *newer.entry(more).or_default() += 1;
            }
            let word = folded(word);
            for (n, stem) in n_other.iter_mut().zip([folded(&snowball(&word, algorithm)), stem(&word, language)]) {
                *n += usize::from(stem != folded(&found));
            }
        }
        let newer: Vec<String> = newer.iter().map(|(more, n_words)| format!("{more} {n_words}")).collect();
        (pairs.len(), newer.join(", "), n_other)
    }

    #[test]
    fn german_is_snowball() {
        let expected = (3_893, "endet 2, erin 7, erinn 1, et 113, n 16".to_owned(), [4, 4]);
        assert_eq!(compared(GERMAN, Algorithm::German, Language::German), expected);
    }

    #[test]
    fn french_is_snowball_but_for_accents() {
        let expected = (2_312, "ais 1, beauv beauvais 1".to_owned(), [172, 78]);
        assert_eq!(compared(FRENCH, Algorithm::French, Language::French), expected);
    }

    #[test]
    fn dutch_is_snowball_with_repairs() {
        // Rule and what it makes of the end of Snowball's stem: how many words, and the first of them.
        let mut repairs: BTreeMap<String, (usize, &str)> = BTreeMap::new();
        let pairs = pairs(DUTCH);
        assert_eq!(pairs.len(), 5_075);
        for (word, expected) in pairs {
            assert_eq!(snowball(word, Algorithm::DutchPorter), expected);
            let ours = stem(word, Language::Dutch);
            if !is_folded(word) || ours == expected {
                continue;
            }
            let rule = match irregular(word) {
                Some(_) => "irregular",
                None if unpluralise(word) != word => "unpluralise",
                None => "respell",
            };
            let shared = ours.bytes().zip(expected.bytes()).take_while(|(one, other)| one == other).count();
            let repair = format!("{rule} -{} -{}", &expected[shared..], &ours[shared..]);
            repairs.entry(repair).or_insert((0, word)).0 += 1;
        }
        let lines: Vec<String> =
            repairs.iter().map(|(repair, (n_words, word))| format!("{repair}: {n_words} ({word})")).collect();
        assert_eq!(lines.join("\n"), REPAIRS.trim());
    }

    /// What the rules do to the list. It changes with them; what must not is the figure in `tests/search_rooms.rs`.
    const REPAIRS: &str = "
irregular - -e: 1 (ouderen)
irregular - -en: 16 (afvalketen)
irregular - -s: 4 (accijns)
irregular -a -um: 6 (centra)
irregular -d -ods: 1 (houtloods)
irregular -ed -ad: 1 (randsteden)
irregular -ed -id: 2 (personeelsleden)
irregular -ep -ip: 1 (greenpeaceschepen)
irregular -er -: 2 (kinderen)
irregular -i -us: 1 (practici)
irregular -k -eks: 2 (reeks)
irregular -t -ats: 7 (bouwplaats)
irregular -ver -f: 1 (kalveren)
respell -akt -k: 9 (aangeraakt)
respell -al -l: 8 (basismateriaal)
respell -an -n: 1 (zuidkoreaanse)
respell -ar -: 7 (afvalverzamelaar)
respell -atie -er: 44 (accreditatie)
respell -b -: 2 (belanghebbende)
respell -el -l: 4 (financieel)
respell -erd -r: 47 (afgestudeerde)
respell -ert -r: 26 (activeert)
respell -f -: 20 (afvalwaterheffing)
respell -g -: 4 (afleggend)
respell -k -: 4 (gebrekkige)
respell -l -: 62 (aangevallen)
respell -m -: 9 (beklemmend)
respell -n -: 28 (beminnelijk)
respell -okt -k: 2 (opspookten)
respell -ort -r: 5 (grondsoort)
respell -p -: 21 (bergtoppen)
respell -r -: 2 (kattesnorren)
respell -s -: 30 (aanpassen)
respell -t -: 83 (aankijkt)
respell -v -f: 85 (aanschrijving)
respell -w -: 1 (nww)
respell -x -: 1 (xx)
respell -z -s: 43 (aalmoezen)
unpluralise -ares -: 1 (martelares)
unpluralise -aties -er: 30 (aftapinstallaties)
unpluralise -en -: 13 (achtereenvolgens)
unpluralise -es -: 69 (aaltjes)
unpluralise -kes -: 1 (ajakkes)
unpluralise -res -: 1 (serres)
unpluralise -s -: 20 (commies)
unpluralise -tes -: 1 (hoogvlaktes)
unpluralise -ven -f: 2 (glasovens)
unpluralise -ves -f: 3 (detectives)
";
}

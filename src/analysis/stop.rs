//! Step 4: which words hold a sentence together without saying what it is about?
//!
//! Our own short lists: articles, pronouns, prepositions, conjunctions, auxiliaries, question words and the letters that an apostrophe
//! leaves behind ('s, 't). A word that can also name a thing is not listed (Dutch "men" is an English noun, "want" and "will" are
//! verbs), because a query can be in either language. Stop words are indexed all the same: a query that has nothing else
//! still searches them.

use super::Language;

/// In the order of the alphabet, folded: the look-up is a binary search.
const DUTCH: &[&str] = &[
    "aan", "achter", "al", "alle", "als", "betekent", "bij", "binnen", "daar", "daarbij", "daarom", "daarvan", "dan",
    "dat", "de", "den", "der", "des", "deze", "die", "dit", "doch", "doen", "doet", "door", "dus", "echter", "een",
    "en", "er", "gaan", "gaat", "geen", "geldt", "haar", "had", "hadden", "heb", "hebben", "heeft", "hem", "het",
    "hierbij", "hij", "hoe", "hoeveel", "hun", "iemand", "ik", "in", "indien", "is", "je", "jullie", "kan", "komt",
    "krijg", "krijgt", "kunnen", "langs", "maar", "mag", "me", "met", "middels", "mij", "mijn", "moet", "moeten",
    "mogen", "na", "naar", "namens", "niet", "noch", "nog", "nu", "of", "om", "omdat", "onder", "ons", "onze", "ook",
    "op", "over", "per", "reeds", "s", "sinds", "slechts", "soms", "steeds", "t", "te", "tegen", "ten", "ter",
    "terwijl", "tevens", "tijdens", "toch", "toen", "tot", "tussen", "u", "uit", "uw", "van", "vanuit", "via",
    "volgens", "voor", "waar", "waarbij", "waarin", "waarom", "waarover", "waarvan", "waarvoor", "wanneer", "waren",
    "was", "wat", "we", "wegens", "wel", "welk", "welke", "werd", "werden", "wie", "wij", "word", "worden", "wordt",
    "zal", "ze", "zei", "zich", "zij", "zijn", "zit", "zo", "zoals", "zodat", "zonder", "zou", "zouden", "zullen",
];

/// In the order of the alphabet, folded.
const ENGLISH: &[&str] = &[
    "a", "about", "all", "also", "an", "and", "any", "are", "as", "at", "be", "because", "become", "been", "before",
    "being", "between", "but", "by", "can", "could", "did", "do", "does", "during", "each", "for", "from", "had",
    "has", "have", "he", "her", "his", "how", "i", "if", "in", "into", "is", "it", "its", "may", "me", "must", "my",
    "no", "nor", "not", "of", "on", "or", "our", "s", "she", "should", "since", "so", "such", "t", "than", "that",
    "the", "their", "them", "then", "there", "these", "they", "this", "those", "through", "to", "until", "was", "we",
    "were", "what", "when", "where", "whether", "which", "while", "who", "whose", "why", "with", "within", "would",
    "you", "your",
];

/// Whether the folded `word` is a stop word of `language`.
pub(super) fn is_stop(word: &str, language: Language) -> bool {
    let list = match language {
        Language::Dutch => DUTCH,
        Language::English => ENGLISH,
        Language::Other => return false,
    };
    list.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(language: Language, word: &str, expected: bool) {
        assert_eq!(is_stop(word, language), expected, "{word}");
    }

    #[test]
    fn the_lists_are_in_order_and_found() {
        for (language, list) in [(Language::Dutch, DUTCH), (Language::English, ENGLISH)] {
            assert!(list.is_sorted() && list.windows(2).all(|pair| pair[0] != pair[1]));
            for word in list {
                check(language, word, true);
            }
        }
        check(Language::Dutch, "men", false);
        check(Language::Dutch, "the", false);
        check(Language::English, "kind", false);
        check(Language::Other, "de", false);
    }
}

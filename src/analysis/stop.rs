//! Step 4: which words hold a sentence together without saying what it is about?
//!
//! Our own short lists: articles, pronouns, prepositions, conjunctions, auxiliaries, question words and the letters that an apostrophe
//! leaves behind ('s, 't). A word that can also name a thing is not listed (Dutch "men" is an English noun, "want" and "will" are
//! verbs), because a query can be in either language. Stop words are indexed all the same: a query that has nothing else
//! still searches them.

use super::Language;
use std::cmp::Ordering;

/// Letters of the longest word of any list; most words of a text's vocabulary are longer.
const MAX_LISTED: usize = 8;

/// Folded, in the order of the alphabet.
const DUTCH: &str = "\
aan achter al alle als betekent bij binnen daar daarbij daarom daarvan dan dat de den der des deze die dit \
doch doen doet door dus echter een en er gaan gaat geen geldt haar had hadden heb hebben heeft hem het hierbij \
hij hoe hoeveel hun iemand ik in indien is je jullie kan komt krijg krijgt kunnen langs maar mag me met \
middels mij mijn moet moeten mogen na naar namens niet noch nog nu of om omdat onder ons onze ook op over per \
reeds s sinds slechts soms steeds t te tegen ten ter terwijl tevens tijdens toch toen tot tussen u uit uw van \
vanuit via volgens voor waar waarbij waarin waarom waarover waarvan waarvoor wanneer waren was wat we wegens \
wel welk welke werd werden wie wij word worden wordt zal ze zei zich zij zijn zit zo zoals zodat zonder zou \
zouden zullen";

/// Folded, in the order of the alphabet.
const ENGLISH: &str = "\
a about all also an and any are as at be because become been before being between but by can could did do does \
during each for from had has have he her his how i if in into is it its may me must my no nor not of on or our \
s she should since so such t than that the their them then there these they this those through to until was we \
were what when where whether which while who whose why with within would you your";

/// Folded, in the order of the alphabet.
const GERMAN: &str = "\
aber als am an auch auf aus bei beim bis da dabei dadurch dafur dagegen damit danach dann daran darauf daraus \
darf darin daruber darum das dass davon dazu dem den denen denn der deren des dessen die dies diese diesem \
diesen dieser dieses doch dort du durch durfen ein eine einem einen einer eines er es etwas fur gegen habe \
haben hatte hatten hier ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in indem ins ist jede jedem \
jeden jeder jedes kann kein keine keinem keinen keiner konnen konnte konnten mit muss mussen nach nicht noch \
nur ob oder ohne sein seine seinem seinen seiner seines seit sich sie sind so sobald soll sollen sollte sowie \
uber um und uns unser unter vom von vor warum was weil welche welchem welchen welcher welches wenn wer \
werden wie wir wird wo wobei wurde wurden zu zum zur zwischen";

/// Folded, in the order of the alphabet.
const FRENCH: &str = "\
a ai alors apres as au aussi autre autres aux avant avec avoir c ce ceci cela celle celles celui ces cet cette \
ceux chaque chez ci comme comment d dans de depuis des donc dont du elle elles en encore entre est et etait \
ete etre eux il ils j je l la le les leur leurs lors lorsque lui m mais meme mes n ne ni nos notre nous on ont \
ou par parce pas pendant peut peuvent pour pourquoi qu quand que quel quelle quelles quels qui quoi s sa sans \
se sera ses si soit sont sous sur t tel telle tous tout toute toutes tres tu un une vos votre vous y";

/// Whether the folded `word` is a stop word of `language`.
pub(super) fn is_stop(word: &str, language: Language) -> bool {
    let list = match language {
        Language::Dutch => DUTCH,
        Language::English => ENGLISH,
        Language::German => GERMAN,
        Language::French => FRENCH,
        Language::Other => return false,
    };
    is_listed(word, list)
}

/// Whether a word stands in a list of words in the order of the alphabet, with a blank between them: a binary search. (A slice of texts would take eight bytes
/// more for each of them. Blanks are looked for byte by byte, since they are a few letters away: what searches texts is made for long ones.)
pub(super) fn is_listed(word: &str, list: &str) -> bool {
    if word.len() > MAX_LISTED {
        return false;
    }
    let is_blank = |byte: &u8| *byte == b' ';
    let mut list = list.as_bytes();
    while !list.is_empty() {
        let (first_half, _) = list.split_at_checked(list.len() / 2).unwrap_or_default();
        let start = first_half.iter().rposition(is_blank).map_or(0, |blank| blank + 1);
        let (before, behind) = list.split_at_checked(start).unwrap_or_default();
        let end = behind.iter().position(is_blank).unwrap_or(behind.len());
        let (middle, behind) = behind.split_at_checked(end).unwrap_or_default();
        list = match word.as_bytes().cmp(middle) {
            Ordering::Equal => return true,
            Ordering::Less => before.split_last(),
            Ordering::Greater => behind.split_first(),
        }
        .map_or(&[], |(_, rest)| rest);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(language: Language, word: &str, expected: bool) {
        assert_eq!(is_stop(word, language), expected, "{word}");
    }

    #[test]
    fn the_lists_are_in_order_and_found() {
        for (language, list) in [
            (Language::Dutch, DUTCH),
            (Language::English, ENGLISH),
            (Language::German, GERMAN),
            (Language::French, FRENCH),
        ] {
            assert!(list.split(' ').is_sorted_by(|one, next| one < next));
            for word in list.split(' ') {
                check(language, word, true);
                check(language, &format!("{word}q"), false);
            }
        }
        check(Language::Dutch, "men", false);
        check(Language::Dutch, "the", false);
        check(Language::English, "kind", false);
        // Goods.
        check(Language::German, "waren", false);
        check(Language::Other, "de", false);
        for word in ["", " ", "aan achter"] {
            check(Language::Dutch, word, false);
        }
    }
}

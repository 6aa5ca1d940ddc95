//! Why does a document have its score?
//!
//! The numbers of [`rank::explain`](crate::rank::explain) as a tree in words, for anyone who wonders about a ranking. For a document that gains by
//! closeness to the query (see [`crate::closeness`]), that tree and the gain are the two parts.
//!
//! ```text
//! 5.712  The sum of what 2 of 2 words of the query give.
//! ├─ 3.480  "fraude" gives 3.480: 4.120 for how rare it is, times 0.845 for how often it stands there (6.520, saturated with k1 1.200).
//! │  ├─ 4.020  "fraude" stands there, and counts 1.000.
//! │  │  └─ 4.020  1 times in "title", by the weight of the field and the length of the document.
//! │  └─ 2.500  "accijnsfraude" ...
//! └─ 2.232  "douane" ...
//! ```

use crate::bytes::{digits, length_u32};
use crate::index::Index;
use crate::query::Query;
use crate::search::Answer;

/// A number and where it comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reason {
    /// The number. That of the root is the score, to the last bit.
    pub value: f64,
    /// What the number is, in English; numbers in it are rounded to three decimals.
    pub words: String,
    /// What the number is made of; the words say how.
    pub parts: Vec<Reason>,
}

/// Explains the score of a document that matches; `field` gives the name of a field by its number.
pub fn reason(index: &Index, answer: &Answer, query: &Query, document: u32, field: &dyn Fn(usize) -> String) -> Reason {
    let explanation = answer.explain(index, document);
    let (mut sum, mut parts) = (0.0, Vec::new());
    for concept in &explanation.concepts {
        sum += concept.score;
        let (mut frequency, mut terms) = (0.0, Vec::new());
        for term in &concept.terms {
            let (mut of_term, mut fields) = (0.0, Vec::new());
            for (place, n_times, weighted) in &term.fields {
                let value = term.weight * weighted;
                of_term += value;
                let name = field(usize::from(place.0));
                let words = filled(
                    "#0 times in \"@\", by the weight of the field and the length of the document.",
                    &name,
                    &[f64::from(*n_times)],
                );
                fields.push(Reason { value, words, parts: Vec::new() });
            }
            // Terms that stand elsewhere than in the field that is asked for give nothing.
            if !fields.is_empty() {
                let words = filled("\"@\" stands there, and counts #.", &term.word, &[term.weight]);
                terms.push(Reason { value: of_term, words, parts: fields });
            }
            frequency += of_term;
        }
        let word = query.concepts().get(concept.concept).map_or("", |concept| concept.word());
        let numbers = [concept.score, concept.idf, concept.score / concept.idf, frequency, answer.parameters().k1];
        let words = filled(
            "\"@\" gives #: # for how rare it is, times # for how often it stands there (#, saturated with k1 #).",
            word,
            &numbers,
        );
        parts.push(Reason { value: concept.score, words, parts: terms });
    }
    let count = |number: usize| f64::from(length_u32(number));
    let numbers = [count(parts.len()), count(query.concepts().len()), explanation.score / sum];
    let words = if sum > explanation.score {
        "The sum of what #0 of #0 words of the query give, times # for the words that it lacks."
    } else {
        "The sum of what #0 of #0 words of the query give."
    };
    let by_words = Reason { value: explanation.score, words: filled(words, "", &numbers), parts };
    let gain = answer.gain(index, document);
    if gain <= 0.0 {
        return by_words;
    }
    let words = "Words of the query stand there as they were typed, next to each other, or in a title.".to_owned();
    let by_closeness = Reason { value: gain, words, parts: Vec::new() };
    let words = "What its words give, and what it gains by closeness to the query.".to_owned();
    Reason { value: explanation.score + gain, words, parts: vec![by_words, by_closeness] }
}

/// A sentence in ASCII with a name in the place of `@` and numbers in those of `#` (three decimals) and `#0` (whole).
///
/// The numbers are from 0.0 on. The formatting of the standard library would take 6 kB of the download.
fn filled(sentence: &str, name: &str, numbers: &[f64]) -> String {
    let (mut filled, mut numbers) = (String::new(), numbers.iter());
    let mut letters = sentence.bytes().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            b'@' => filled.push_str(name),
            b'#' => {
                let number = numbers.next().copied().unwrap_or(0.0);
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "shown only; what is above 4 million is shown as that"
                )]
                let thousandths = (number * 1_000.0 + 0.5) as u32;
                filled.push_str(&digits(thousandths / 1_000));
                if letters.next_if_eq(&b'0').is_none() {
                    filled.push('.');
                    filled.push_str(digits(thousandths % 1_000 + 1_000).get(1..).unwrap_or_default());
                }
            }
            _ => filled.push(char::from(letter)),
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    //! Numbers are written as the standard library rounds them. That the tree adds up is held by `tests/explanations.rs`.

    use super::filled;

    #[test]
    fn sentences() {
        for (number, expected) in
            [(0.0, "0.000"), (0.0004, "0.000"), (0.0005, "0.001"), (12.3456, "12.346"), (0.9996, "1.000")]
        {
            assert_eq!(filled("@: #.", "é#", &[number]), ["é#: ", expected, "."].concat());
        }
        assert_eq!(filled("#0 of #0, times #", "", &[2.0, 13.0, 0.25]), "2 of 13, times 0.250");
    }
}

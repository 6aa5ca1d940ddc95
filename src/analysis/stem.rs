//! Step 3
use super::Language;
use frostem::{Algorithm, Stemmer};
pub(super) fn stem(word: &str, language: Language) -> String {
    let algorithm = match language {
        Language::Dutch => Algorithm::Dutch,
        Language::English => Algorithm::English,
        Language::Other => return word.to_owned(),
    };
    if word.len() > 40 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return word.to_owned();
    }
    let s = Stemmer::new(algorithm).stem(word);
    if s.is_empty() { word.to_owned() } else { s.into_owned() }
}

//! Which documents hold which word, in which field, how often?
//!
//! ```text
//! Vocabulary (one a language)            postings, by document and field
//!   fraude     stem fraud       ───────▶  (3, title, 1) (3, text, 2) (17, text, 1)
//!   fraudeur   stem fraudeur    ───────▶  (8, text, 1)
//! ```
//!
//! Words stand in the vocabulary as they are written (folded), each with its stem: what a query accepts as a form of its
//! words is decided when it is asked (see `rank`), so that the exact form can count for more.
//!
//! Everything is sorted; nothing depends on the order of a hash map. The index never changes once it is finished.

use crate::analysis::{Language, analyse};
use crate::order::sort;
use std::collections::BTreeMap;
use std::ops::Range;

/// Which field of a document: the place of its [`FieldSpec`] in the list given to [`IndexBuilder::new`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldId(pub u16);

/// What a field is to the ranking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FieldSpec {
    /// How much an occurrence in this field counts against one in a field of weight 1. Above 0; usual: 0.5 to 5. Twice the
    /// weight is worth the same as the words standing there twice (Robertson & Zaragoza 2009, section 3.6.2).
    pub weight: f64,
    /// The language of the field's texts.
    pub language: Language,
    /// How much a long field counts against its words: 0 not at all, 1 in full proportion. Usual: 0.3 to 0.8; titles lower
    /// (Robertson & Zaragoza 2009, section 3.4.2).
    pub b: f64,
}

/// One field of one document that holds a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Posting {
    /// The document, as numbered by whoever built the index.
    pub document: u32,
    /// The field.
    pub field: FieldId,
    /// How often the word stands there; at least 1.
    pub frequency: u32,
}

/// A word of the vocabulary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The folded surface form.
    pub word: String,
    /// Its stem.
    pub stem: String,
    /// Whether the word only occurs as several segments taken together: "gmasp" for "G-MASP".
    pub is_joined: bool,
    postings: Range<usize>,
}

/// The words of all fields in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vocabulary {
    language: Language,
    entries: Vec<Entry>,
    stems: Vec<String>,
}

impl Vocabulary {
    /// The language of these words.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// All words, sorted by word, then by stem.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Whether the folded `word` stands here as a word of its own (joined forms don't count).
    pub fn has_word(&self, word: &str) -> bool {
        let from = self.entries.partition_point(|entry| entry.word.as_str() < word);
        let same = self.entries.iter().skip(from).take_while(|entry| entry.word == word);
        same.into_iter().any(|entry| !entry.is_joined)
    }

    /// Whether a word with this stem stands here (joined forms don't count).
    pub fn has_stem(&self, stem: &str) -> bool {
        self.stems.binary_search_by(|known| known.as_str().cmp(stem)).is_ok()
    }
}

/// The number of words in one field of one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct FieldLength {
    document: u32,
    field: FieldId,
    n_words: u32,
}

/// A finished index.
#[derive(Clone, Debug, PartialEq)]
pub struct Index {
    fields: Vec<FieldSpec>,
    average_lengths: Vec<f64>,
    n_documents: u32,
    lengths: Vec<FieldLength>,
    vocabularies: Vec<Vocabulary>,
    postings: Vec<Posting>,
}

impl Index {
    /// The field, if there is such a one.
    pub fn field(&self, field: FieldId) -> Option<&FieldSpec> {
        self.fields.get(usize::from(field.0))
    }

    /// How many documents there are, empty ones included.
    pub const fn n_documents(&self) -> u32 {
        self.n_documents
    }

    /// The vocabularies, in the order of [`Language`].
    pub fn vocabularies(&self) -> &[Vocabulary] {
        &self.vocabularies
    }

    /// Where the word stands: by document, then by field.
    pub fn postings(&self, entry: &Entry) -> &[Posting] {
        self.postings.get(entry.postings.clone()).unwrap_or_default()
    }

    /// The number of words in the field, against the average of all documents that have the field: 1.0 is average.
    pub fn relative_length(&self, document: u32, field: FieldId) -> f64 {
        let found = self.lengths.binary_search_by_key(&(document, field), |length| (length.document, length.field));
        let n_words = found.ok().and_then(|at| self.lengths.get(at)).map_or(0, |length| length.n_words);
        match self.average_lengths.get(usize::from(field.0)) {
            Some(&average) if average > 0.0 => f64::from(n_words) / average,
            _ => 1.0,
        }
    }
}

/// Collects the texts of an [`Index`].
///
/// ```
/// use empact_priorities::analysis::Language;
/// use empact_priorities::index::{FieldId, FieldSpec, IndexBuilder};
///
/// let title = FieldSpec { weight: 2.0, language: Language::Dutch, b: 0.5 };
/// let mut builder = IndexBuilder::new(vec![title]);
/// builder.add(0, FieldId(0), "Mensenhandel");
/// builder.add(1, FieldId(0), "Migrantensmokkel");
/// let index = builder.finish();
/// assert_eq!(index.n_documents(), 2);
/// assert!(index.vocabularies()[0].has_word("mensenhandel"));
/// ```
#[derive(Clone, Debug)]
pub struct IndexBuilder {
    fields: Vec<FieldSpec>,
    /// One entry a text.
    lengths: Vec<FieldLength>,
    words: Vec<Collected>,
    /// Where each word is in `words`, by language, word and stem; see [`key`].
    positions: BTreeMap<String, usize>,
}

/// A word with its postings, in the order in which the texts came.
#[derive(Clone, Debug)]
struct Collected {
    language: Language,
    word: String,
    stem: String,
    has_own_word: bool,
    postings: Vec<Posting>,
}

/// A text that sorts by language, then word, then stem. No word holds a NUL.
fn key(language: Language, word: &str, stem: &str) -> String {
    let language = match language {
        Language::Dutch => "0",
        Language::English => "1",
        Language::Other => "2",
    };
    [language, word, "\0", stem].concat()
}

impl IndexBuilder {
    /// Starts an index with these fields; the place of a field in the list is its [`FieldId`].
    pub const fn new(fields: Vec<FieldSpec>) -> Self {
        Self { fields, lengths: Vec::new(), words: Vec::new(), positions: BTreeMap::new() }
    }

    /// Adds a text to a field of a document.
    ///
    /// Several texts of the same field add up (a document can have several aliases). The order of the calls does not
    /// matter. A field that the index does not have is ignored; an empty text counts the document and nothing else.
    pub fn add(&mut self, document: u32, field: FieldId, text: &str) {
        let Some(&FieldSpec { language, .. }) = self.fields.get(usize::from(field.0)) else {
            return;
        };
        let mut n_words = 0_u32;
        for token in analyse(text, language) {
            let is_joined = token.form.is_joined();
            if !is_joined {
                n_words = n_words.saturating_add(1);
            }
            let words = &mut self.words;
            let position = *self.positions.entry(key(language, &token.word, &token.stem)).or_insert_with(|| {
                let (word, stem) = (token.word, token.stem);
                words.push(Collected { language, word, stem, has_own_word: false, postings: Vec::new() });
                words.len() - 1
            });
            let Some(collected) = words.get_mut(position) else { continue };
            collected.has_own_word |= !is_joined;
            match collected.postings.last_mut() {
                Some(last) if (last.document, last.field) == (document, field) => {
                    last.frequency = last.frequency.saturating_add(1);
                }
                _ => collected.postings.push(Posting { document, field, frequency: 1 }),
            }
        }
        self.lengths.push(FieldLength { document, field, n_words });
    }

    /// Sorts and packs what was added.
    pub fn finish(mut self) -> Index {
        sort(&mut self.lengths, &|one, other| (one.document, one.field).cmp(&(other.document, other.field)));
        let mut lengths: Vec<FieldLength> = Vec::new();
        let mut n_documents = 0_u32;
        for length in self.lengths {
            match lengths.last_mut() {
                Some(last) if (last.document, last.field) == (length.document, length.field) => {
                    last.n_words = last.n_words.saturating_add(length.n_words);
                    continue;
                }
                Some(last) if last.document == length.document => {}
                _ => n_documents = n_documents.saturating_add(1),
            }
            lengths.push(length);
        }
        let mut totals = vec![(0_f64, 0_f64); self.fields.len()];
        for length in lengths.iter().filter(|length| length.n_words > 0) {
            if let Some((sum, count)) = totals.get_mut(usize::from(length.field.0)) {
                *sum += f64::from(length.n_words);
                *count += 1.0;
            }
        }
        let average_lengths =
            totals.into_iter().map(|(sum, count)| if count > 0.0 { sum / count } else { 0.0 }).collect();

        let mut vocabularies: Vec<Vocabulary> = Vec::new();
        let mut postings: Vec<Posting> = Vec::new();
        for position in self.positions.values() {
            let Some(collected) = self.words.get_mut(*position) else { continue };
            let from = postings.len();
            sort(&mut collected.postings, &|one, other| (one.document, one.field).cmp(&(other.document, other.field)));
            for posting in &collected.postings {
                match postings.get_mut(from..).and_then(<[Posting]>::last_mut) {
                    Some(last) if (last.document, last.field) == (posting.document, posting.field) => {
                        last.frequency = last.frequency.saturating_add(posting.frequency);
                    }
                    _ => postings.push(*posting),
                }
            }
            let (word, stem) = (std::mem::take(&mut collected.word), std::mem::take(&mut collected.stem));
            let entry = Entry { word, stem, is_joined: !collected.has_own_word, postings: from..postings.len() };
            match vocabularies.last_mut() {
                Some(vocabulary) if vocabulary.language == collected.language => vocabulary.entries.push(entry),
                _ => {
                    let language = collected.language;
                    vocabularies.push(Vocabulary { language, entries: vec![entry], stems: Vec::new() });
                }
            }
        }
        for vocabulary in &mut vocabularies {
            let own = vocabulary.entries.iter().filter(|entry| !entry.is_joined);
            vocabulary.stems = own.map(|entry| entry.stem.clone()).collect();
            sort(&mut vocabulary.stems, &|one, other| one.cmp(other));
            vocabulary.stems.dedup();
        }
        Index { fields: self.fields, average_lengths, n_documents, lengths, vocabularies, postings }
    }
}

#[cfg(test)]
mod tests {
    //! 1. The index holds what a scan of the texts counts.
    //! 2. The order in which texts are added does not matter.

    use super::*;
    use proptest::prelude::*;

    fn build(texts: &[(u32, u16, String)]) -> Index {
        let spec = |language| FieldSpec { weight: 1.0, language, b: 0.5 };
        let mut builder = IndexBuilder::new(vec![spec(Language::Dutch), spec(Language::English)]);
        for (document, field, text) in texts {
            builder.add(*document, FieldId(*field), text);
        }
        builder.finish()
    }

    /// The postings of `word` as "document.field*frequency".
    fn check(index: &Index, language: Language, word: &str, expected: &str) {
        let vocabulary = index.vocabularies().iter().find(|vocabulary| vocabulary.language() == language);
        let entries = vocabulary.map_or(&[][..], Vocabulary::entries);
        let shown: Vec<String> = entries
            .iter()
            .filter(|entry| entry.word == word)
            .flat_map(|entry| index.postings(entry))
            .map(|posting| format!("{}.{}*{}", posting.document, posting.field.0, posting.frequency))
            .collect();
        assert_eq!(shown.join(" "), expected, "{word:?}");
    }

    #[test]
    fn words_and_places() {
        let texts = [
            (7, 0, "Fraude en FRAUDE"),
            (2, 1, "fraud"),
            (2, 0, "fraude, G-MASP"),
            (2, 0, "fraude"),
            (9, 0, ""),
            (1, 5, "weg"),
        ];
        let index = build(&texts.map(|(document, field, text)| (document, field, text.to_owned())));
        check(&index, Language::Dutch, "fraude", "2.0*2 7.0*2");
        check(&index, Language::English, "fraud", "2.1*1");
        check(&index, Language::English, "fraude", "");
        check(&index, Language::Dutch, "gmasp", "2.0*1");
        check(&index, Language::Dutch, "masp", "2.0*1");
        check(&index, Language::Dutch, "weg", "");
        assert_eq!(index.n_documents(), 3);
        let dutch = &index.vocabularies()[0];
        assert!(dutch.has_word("masp") && !dutch.has_word("gmasp") && !dutch.has_word("mas"));
        // Document 2 has 1 + 2 + 1 words in field 0, document 7 has 3, document 9 none: the average is 3.5.
        assert!((index.relative_length(2, FieldId(0)) - 4.0 / 3.5).abs() < 1e-12);
        assert!((index.relative_length(3, FieldId(0))).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn agrees_with_a_scan(texts in prop::collection::vec((0_u32..4, 0_u16..2, "[abé -]{0,12}"), 0..8), seed in 0_usize..8) {
            let index = build(&texts);
            let mut rotated = texts.clone();
            rotated.rotate_left(seed.min(texts.len()));
            prop_assert_eq!(&index, &build(&rotated));
            for vocabulary in index.vocabularies() {
                prop_assert!(vocabulary.entries().is_sorted_by_key(|entry| (&entry.word, &entry.stem)));
                for entry in vocabulary.entries() {
                    for posting in index.postings(entry) {
                        let scanned = texts
                            .iter()
                            .filter(|(document, field, _)| (*document, FieldId(*field)) == (posting.document, posting.field))
                            .flat_map(|(_, _, text)| analyse(text, vocabulary.language()))
                            .filter(|token| (&token.word, &token.stem) == (&entry.word, &entry.stem))
                            .count();
                        prop_assert_eq!(posting.frequency as usize, scanned);
                    }
                }
            }
        }
    }
}

//! Which documents hold which term, in which field, how often and where?
//!
//! ```text
//! head             how many documents, fields and vocabularies; the average length; of each field its weight, the share of
//!                  its length and its language; of each vocabulary its language
//! lengths          one byte per document
//! profiles         in which fields a term occurs and how often; each of them once
//! postings         the documents of one term after the other
//! their profiles   in the same order
//! positions        in the same order
//! vocabularies     one per language:
//!   terms          "accijnsfraude" "fraude" "fraudeur"                  sorted, front-coded
//!   starts         where what is stored of every sixteenth term begins
//!   stems          "fraud" ─▶ accijnsfraude (head), fraude (form)
//!   beginnings     "f" ─▶ fraude, fonds ...                            the most frequent terms
//! ```
//!
//! All of it is one run of bytes that is used in place, so that opening an index costs next to nothing however large it is. Terms
//! are stored as they are written (folded). Which of them are forms or compounds of one another is computed once, when the index is
//! built: a stem leads to all terms related to it.
//!
//! The index never changes once it is built, and its bytes do not depend on the order of a hash table: the same texts give the same file.

mod build;
mod tape;

pub use build::IndexBuilder;

use crate::analysis::{self, Language};
use crate::bytes::{Reader, Runs, length_u32, split_sections, u32_at};
use crate::dictionary::Dictionary;
use crate::postings::{Cursor, Levels, Stored, n_positions_behind};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// Which field of a document: the place of its [`FieldSpec`] in the list given to [`IndexBuilder::new`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldId(pub u16);

/// Most documents of an index: 16,777,216. More than fit into the memory of a browser, and few enough that no sum over them overflows.
pub const MAX_DOCUMENTS: u32 = 1 << 24;

/// Most fields of an index: the bits of [`FieldMask`].
pub const MAX_FIELDS: usize = 64;

/// A set of fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldMask(u64);

impl FieldMask {
    /// Every field.
    pub const ALL: Self = Self(u64::MAX);

    /// These fields; those beyond [`MAX_FIELDS`] are ignored.
    pub fn of(fields: impl IntoIterator<Item = FieldId>) -> Self {
        let bit = |field: FieldId| 1_u64.checked_shl(u32::from(field.0)).unwrap_or(0);
        Self(fields.into_iter().fold(0, |all, field| all | bit(field)))
    }

    /// The fields that are in both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether the field is in the set.
    #[inline(always)]
    pub const fn contains(self, field: FieldId) -> bool {
        (field.0 as usize) < MAX_FIELDS && self.0 & (1 << field.0) != 0
    }
}

/// What a field is to the ranking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FieldSpec {
    /// How much an occurrence in this field counts relative to one in a field of weight 1. Above 0; usual: 0.5 to 5. Doubling the
    /// weight has the same effect as having the words there twice (Robertson & Zaragoza 2009, section 3.6.2).
    pub weight: f64,
    /// The language of the field's texts.
    pub language: Language,
    /// Which share of its words counts towards the length of the document: 0 none, 1 all. 0 is for fields whose length says nothing
    /// about how much a document covers, such as a list of aliases.
    pub length_share: f64,
}

/// How much length counts against a document: 0 not at all, 1 in full proportion (Robertson & Zaragoza 2009, section 3.4.2).
/// Usual: 0.5 to 0.8; on policy texts and help pages values between 0.6 and 0.75 make hardly any difference.
const LENGTH_NORMALISATION: f64 = 0.7;

/// How often a term occurs in one field of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldFrequency {
    /// The field.
    pub field: FieldId,
    /// At least 1.
    pub frequency: u32,
}

/// How a term of the vocabulary is related to a stem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kinship {
    /// It is a form of a word with this stem: "netwerken" of "netwerk".
    Form,
    /// It is a compound whose last part has this stem: "accijnsfraude" of "fraude".
    Head,
    /// It is a compound with such a part before the last: "wapenhandel" of "wapen".
    Modifier,
    /// It may be such a compound, but what is beside the part is not a known word.
    Uncertain,
}

impl Kinship {
    const ALL: [Self; 4] = [Self::Form, Self::Head, Self::Modifier, Self::Uncertain];
}

/// Passes on the texts of a document in a language, as far as they are at hand.
pub type EachText<'t> = dyn Fn(u32, Language, &mut dyn FnMut(&str)) + 't;

/// The sections of an index, in their order.
const N_SECTIONS: usize = 7;
const HEAD: usize = 0;
const LENGTHS: usize = 1;
const PROFILES: usize = 2;
const POSTINGS: usize = 3;
const POSTING_PROFILES: usize = 4;
const POSITIONS: usize = 5;
const VOCABULARIES: usize = 6;

/// The sections of a vocabulary.
const N_VOCABULARY_SECTIONS: usize = 8;
const TERMS: usize = 0;
const STARTS: usize = 1;
const STEMS: usize = 2;
const KIN_RUNS: usize = 3;
const KIN: usize = 4;
const BEGINNINGS: usize = 5;
const COMPLETION_RUNS: usize = 6;
const COMPLETIONS: usize = 7;

/// Streams in which something of each term stands; see [`Stored`].
const N_STREAMS: usize = 3;

/// Terms from one whose start is known to the next such one.
const START_STEP: u32 = 16;

/// An offset of so much or more is not remembered. Little in tests, so that a collection has several.
const FAR: u16 = if cfg!(test) { 40 } else { u16::MAX };

/// Up to so many terms that begin with the same letters, all are completions; of more, half as many that stand in the most documents
/// and are no stop words.
const MAX_COMPLETIONS: usize = 24;

/// The lengths that one byte can stand for: up to 32 words exactly, then in steps of 1/16.
fn length_table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut length = 0_u32;
    for slot in &mut table {
        *slot = length;
        length = length.saturating_add((length / 16).max(1));
    }
    table
}

/// A number with its sign in the lowest bit, so that those near 0 are small: 0, -1, 1, -2, 2.
const fn fold_sign(number: i32) -> u32 {
    ((number << 1) ^ (number >> 31)).cast_unsigned()
}

/// What [`fold_sign`] folded.
const fn unfold_sign(folded: u32) -> i32 {
    (folded >> 1).cast_signed() ^ -((folded & 1).cast_signed())
}

/// The place in the table of a number of words: of what is longer than that at its end, of that.
fn length_code(table: &[u32; 256], n_words: u32) -> usize {
    table.partition_point(|length| *length <= n_words).saturating_sub(1)
}

/// The bytes of a section of an index.
type Section = Range<usize>;

/// Where the parts of a vocabulary stand.
#[derive(Clone, Debug)]
struct VocabularyPlaces {
    language: Language,
    sections: Vec<Section>,
    /// Found once it is needed, so that an index opens as fast as it is copied.
    reckoned: OnceLock<Reckoned>,
}

/// What of a vocabulary is not stored.
#[derive(Clone, Debug)]
struct Reckoned {
    /// See [`Dictionary::keys`].
    term_keys: Vec<u64>,
    stem_keys: Vec<u64>,
    /// See [`Vocabulary::offsets`].
    offsets: Vec<[u16; 2]>,
}

/// A finished index.
#[derive(Clone, Debug)]
pub struct Index {
    bytes: Arc<Vec<u8>>,
    sections: Vec<Section>,
    vocabularies: Vec<VocabularyPlaces>,
    fields: Vec<FieldSpec>,
    n_documents: u32,
    /// What a document's length makes of the weighted frequency of a word, by the code of the length.
    norms: [f64; 256],
    levels: Levels,
    /// Where the frequencies of each profile begin in `frequencies`.
    profiles: Vec<u32>,
    frequencies: Vec<FieldFrequency>,
    /// By profile: how many positions a posting has.
    n_positions: Vec<u32>,
    /// By profile: the frequencies, each times the weight of its field, together.
    weights: Vec<f64>,
}

/// A language as it is written.
pub(crate) const fn language_code(language: Language) -> u8 {
    match language {
        Language::Dutch => 0,
        Language::English => 1,
        Language::Other => 2,
        Language::German => 3,
        Language::French => 4,
    }
}

pub(crate) const fn language_of_code(code: u8) -> Language {
    match code {
        0 => Language::Dutch,
        1 => Language::English,
        3 => Language::German,
        4 => Language::French,
        _ => Language::Other,
    }
}

impl Index {
    /// Opens the index at `place` in the bytes. Reads its head and its profiles, of which there are few however many documents it has. `None` if
    /// there is none.
    ///
    /// The caller must know that the bytes are undamaged (see [`crate::bytes::checksum`]): damaged ones give wrong answers,
    /// though never a panic.
    pub fn open(bytes: &Arc<Vec<u8>>, place: Range<usize>) -> Option<Self> {
        let sections: Vec<Section> = split_sections(bytes, place, N_SECTIONS)?;
        let section = |number: usize| sections.get(number).and_then(|place| bytes.get(place.clone()));

        let mut head = Reader::new(section(HEAD)?);
        let n_documents = head.varint();
        let n_fields = head.varint() as usize;
        let n_vocabularies = head.varint() as usize;
        if n_fields > MAX_FIELDS
            || n_vocabularies > n_fields
            || section(LENGTHS)?.len() as u64 != u64::from(n_documents)
            || (n_fields == 0 && n_documents > 0)
        {
            return None;
        }
        let number = |head: &mut Reader<'_>| f64::from_bits(u64::from(head.u32()) | u64::from(head.u32()) << 32);
        let norms = norms_of(number(&mut head), &length_table());
        let mut fields = Vec::new();
        for _ in 0..n_fields {
            let (weight, length_share) = (number(&mut head), number(&mut head));
            fields.push(FieldSpec { weight, language: language_of_code(head.byte()), length_share });
        }
        let languages: Vec<Language> = (0..n_vocabularies).map(|_| language_of_code(head.byte())).collect();

        let (mut profiles, mut frequencies) = (vec![0], Vec::new());
        let (mut n_positions, mut weights) = (Vec::new(), Vec::new());
        let mut reader = Reader::new(section(PROFILES)?);
        while !reader.is_at_end() {
            let (mut count, mut weight) = (0_u32, 0.0);
            for _ in 0..reader.varint().min(length_u32(MAX_FIELDS)) {
                let field =
                    FieldId(u16::try_from(reader.varint()).ok().filter(|field| usize::from(*field) < n_fields)?);
                let frequency = reader.varint();
                count = count.saturating_add(frequency);
                let part = FieldFrequency { field, frequency };
                weight += weighted(&fields, part);
                frequencies.push(part);
            }
            profiles.push(length_u32(frequencies.len()));
            n_positions.push(count);
            weights.push(weight);
        }

        let places = split_sections(bytes, sections.get(VOCABULARIES)?.clone(), n_vocabularies)?;
        let mut vocabularies = Vec::new();
        for (language, place) in languages.into_iter().zip(places) {
            let sections: Vec<Section> = split_sections(bytes, place, N_VOCABULARY_SECTIONS)?;
            for section in [TERMS, STEMS, BEGINNINGS] {
                Dictionary::open(bytes.get(sections.get(section)?.clone())?)?;
            }
            vocabularies.push(VocabularyPlaces { language, sections, reckoned: OnceLock::new() });
        }
        Some(Self {
            bytes: Arc::clone(bytes),
            sections,
            vocabularies,
            fields,
            n_documents,
            norms,
            levels: Levels::default(),
            profiles,
            frequencies,
            n_positions,
            weights,
        })
    }

    fn section(&self, number: usize) -> &[u8] {
        self.bytes_at(self.sections.get(number))
    }

    fn bytes_at(&self, place: Option<&Section>) -> &[u8] {
        place.and_then(|place| self.bytes.get(place.clone())).unwrap_or_default()
    }

    /// The fields, in the order of their [`FieldId`]s.
    pub fn fields(&self) -> &[FieldSpec] {
        &self.fields
    }

    /// How many documents there are: one more than the highest number of a document.
    #[inline(always)]
    pub const fn n_documents(&self) -> u32 {
        self.n_documents
    }

    /// The vocabularies; their languages differ.
    pub fn vocabularies(&self) -> impl Iterator<Item = Vocabulary<'_>> {
        self.vocabularies.iter().map(|places| self.opened(places))
    }

    fn opened<'i>(&'i self, places: &'i VocabularyPlaces) -> Vocabulary<'i> {
        let bytes = |section: usize| self.bytes_at(places.sections.get(section));
        let dictionary = |section: usize| Dictionary::open(bytes(section)).unwrap_or(Dictionary::EMPTY);
        let mut vocabulary = Vocabulary {
            index: self,
            language: places.language,
            terms: dictionary(TERMS),
            stems: dictionary(STEMS),
            starts: bytes(STARTS),
            offsets: &[],
            kin_runs: Runs::open(bytes(KIN_RUNS)),
            kin: bytes(KIN),
            beginnings: dictionary(BEGINNINGS),
            completion_runs: Runs::open(bytes(COMPLETION_RUNS)),
            completions: bytes(COMPLETIONS),
        };
        let Reckoned { term_keys, stem_keys, offsets } = places.reckoned.get_or_init(|| Reckoned {
            term_keys: vocabulary.terms.keys(),
            stem_keys: vocabulary.stems.keys(),
            offsets: vocabulary.offsets(),
        });
        vocabulary.terms = vocabulary.terms.with_keys(term_keys);
        vocabulary.stems = vocabulary.stems.with_keys(stem_keys);
        vocabulary.offsets = offsets;
        vocabulary
    }

    /// The word of a term, by the place of its vocabulary; empty if there is none.
    pub fn word(&self, vocabulary: usize, term: u32) -> String {
        let mut word = Vec::new();
        if let Some(places) = self.vocabularies.get(vocabulary) {
            self.opened(places).terms().term(term, &mut word);
        }
        String::from_utf8(word).unwrap_or_default()
    }

    /// The same, with the diacritics, hyphens and apostrophes that it has in the first document with it; without, if no text there holds it.
    pub fn spelled(&self, vocabulary: usize, term: u32, texts: &EachText<'_>) -> String {
        let word = self.word(vocabulary, term);
        let mut spelled = None;
        if let Some(places) = self.vocabularies.get(vocabulary) {
            let vocabulary = self.opened(places);
            let document = vocabulary.postings(term).seek(0);
            texts(document, vocabulary.language(), &mut |text| {
                if spelled.is_none() {
                    spelled = analysis::spelling(text, &word);
                }
            });
        }
        spelled.unwrap_or(word)
    }

    /// In which fields a term with this profile occurs, and how often; by field.
    #[inline(always)]
    pub fn profile(&self, profile: u32) -> &[FieldFrequency] {
        frequencies_of(&self.profiles, &self.frequencies, profile)
    }

    /// What weighs the occurrences of terms.
    pub fn scale(&self) -> Scale<'_> {
        Scale {
            lengths: self.section(LENGTHS),
            norms: &self.norms,
            fields: &self.fields,
            profiles: &self.profiles,
            frequencies: &self.frequencies,
            weights: &self.weights,
        }
    }

    /// The values of the levels of postings.
    pub const fn levels(&self) -> &Levels {
        &self.levels
    }
}

fn norms_of(average: f64, lengths: &[u32; 256]) -> [f64; 256] {
    let b = LENGTH_NORMALISATION;
    lengths.map(|length| 1.0 / (1.0 - b + b * if average > 0.0 { f64::from(length) / average } else { 1.0 }))
}

/// The words of all fields in one language.
#[derive(Clone, Copy, Debug)]
pub struct Vocabulary<'i> {
    index: &'i Index,
    language: Language,
    terms: Dictionary<'i>,
    stems: Dictionary<'i>,
    starts: &'i [u8],
    offsets: &'i [[u16; 2]],
    kin_runs: Runs<'i>,
    kin: &'i [u8],
    beginnings: Dictionary<'i>,
    completion_runs: Runs<'i>,
    completions: &'i [u8],
}

impl<'i> Vocabulary<'i> {
    /// The language of these words.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// All terms, folded, sorted; the number of a term is its place here.
    pub const fn terms(&self) -> Dictionary<'i> {
        self.terms
    }

    /// What is stored from the last term on whose start is known, up to this one; nothing if there is no such term.
    fn stored_before(&self, term: u32) -> Stored<'i> {
        let start = |stream: usize, section: usize| {
            let at = u32_at(self.starts, ((term / START_STEP) as usize * N_STREAMS + stream) * 4);
            let bytes = if term < self.terms.len() { self.index.section(section) } else { &[] };
            let mut reader = Reader::new(bytes);
            reader.seek(at as usize);
            reader
        };
        let (records, profiles, positions) = (start(0, POSTINGS), start(1, POSTING_PROFILES), start(2, POSITIONS));
        Stored { records, profiles, positions }
    }

    /// What is stored of a term; nothing if there is no such term. See [`Stored::skip`] for `n_positions`.
    fn stored(&self, term: u32, n_positions: Option<&[u32]>) -> Stored<'i> {
        let mut stored = self.stored_before(term);
        for _ in 0..term % START_STEP {
            stored.skip(n_positions);
        }
        stored
    }

    /// By term: how far behind [`Self::stored_before`] its record and its profiles begin; from [`FAR`] on only that it is so far. Of what is stored of the
    /// terms nothing belongs to two of them: behind the first one of which that is not so, there is nothing.
    fn offsets(&self) -> Vec<[u16; 2]> {
        let mut stored = self.stored_before(0);
        let mut before = stored;
        let offset = |term: u32| {
            if term.is_multiple_of(START_STEP) {
                before = stored;
                if self.stored_before(term).records.position() != stored.records.position() {
                    return None;
                }
            }
            let records = stored.records.position() - before.records.position();
            let profiles = stored.profiles.position() - before.profiles.position();
            stored.skip(None);
            Some([records, profiles].map(|offset| u16::try_from(offset).unwrap_or(FAR)))
        };
        (0..self.terms.len()).map_while(offset).collect()
    }

    /// Where the postings of a term begin, and how many there are.
    pub fn place(&self, term: u32) -> TermPlace {
        let mut stored = match self.offsets.get(term as usize) {
            Some([record, profile]) if *record < FAR && *profile < FAR => {
                let mut stored = self.stored_before(term);
                stored.records.bytes(usize::from(*record));
                stored.profiles.bytes(usize::from(*profile));
                stored
            }
            Some(_) => self.stored(term, None),
            // Behind the end of everything.
            None => return TermPlace { record: u32::MAX, profile: u32::MAX, n_documents: 0 },
        };
        let (record, profile) = (length_u32(stored.records.position()), length_u32(stored.profiles.position()));
        TermPlace { record, profile, n_documents: stored.records.varint() }
    }

    /// The postings of the term at a place.
    pub fn postings_at(&self, place: TermPlace) -> Cursor<'i> {
        let from = |section: usize, at: u32| {
            let mut reader = Reader::new(self.index.section(section));
            reader.seek(at as usize);
            reader
        };
        let (records, profiles) = (from(POSTINGS, place.record), from(POSTING_PROFILES, place.profile));
        Cursor::new(records, profiles)
    }

    /// The postings of a term; none if there is no such term.
    pub fn postings(&self, term: u32) -> Cursor<'i> {
        self.postings_at(self.place(term))
    }

    /// In how many documents a term occurs.
    pub fn n_documents(&self, term: u32) -> u32 {
        self.place(term).n_documents
    }

    /// Whether a stem has kin that are not spelled as it is.
    pub fn has_kin(&self, stem: &str) -> bool {
        self.stems.find(stem.as_bytes()).is_some()
    }

    /// The terms related to a stem, each once, in dictionary order.
    pub fn kin(&self, stem: &str, found: &mut dyn FnMut(u32, Kinship)) {
        if let Some(number) = self.stems.find(stem.as_bytes()) {
            let mut reader = Reader::new(self.kin.get(self.kin_runs.range(number)).unwrap_or_default());
            let mut term = self.terms.rank(stem.as_bytes()).wrapping_add_signed(unfold_sign(reader.varint()));
            while !reader.is_at_end() {
                let number = reader.varint();
                term = term.wrapping_add(number >> 2);
                found(term, Kinship::ALL.get((number & 3) as usize).copied().unwrap_or(Kinship::Uncertain));
            }
        } else if let Some(term) = self.terms.find(stem.as_bytes())
            && analysis::stem(stem, self.language) == stem
            && !analysis::is_stop(stem, self.language)
        {
            // A word that is its own stem and has no kin stands among the terms only.
            found(term, Kinship::Form);
        }
    }

    /// Terms that begin with these letters, in dictionary order: all of them or, if there are many, those in
    /// the most documents.
    pub fn completions(&self, beginning: &str) -> Vec<u32> {
        match self.beginnings.find(beginning.as_bytes()) {
            Some(number) => {
                let mut reader =
                    Reader::new(self.completions.get(self.completion_runs.range(number)).unwrap_or_default());
                let (mut terms, mut term) = (Vec::new(), 0_u32);
                while !reader.is_at_end() {
                    term = term.wrapping_add(reader.varint());
                    terms.push(term);
                }
                terms
            }
            None => self.terms.with_prefix(beginning.as_bytes()).take(MAX_COMPLETIONS).collect(),
        }
    }

    /// Reads the positions of a term.
    pub fn positions(&self, term: u32) -> Positions<'i> {
        let bytes = self.stored(term, Some(&self.index.n_positions)).positions.rest();
        Positions {
            index: self.index,
            bytes,
            reader: Reader::new(bytes),
            profiles: Reader::new(&[]),
            block: None,
            n_passed: 0,
        }
    }
}

/// Weighs the occurrences of terms by field, and sets them against the lengths of the documents.
///
/// The length of a document is that of its fields, each weighted like its words: a document counts as if it had the words of a field of
/// weight 2 twice (S. Robertson, H. Zaragoza and M. Taylor, "Simple BM25 extension to multiple weighted fields", CIKM
/// 2004). A separate length for each field was measured too: a document that lacks a field, or has little in it, then gains nothing by being
/// short, and known items had a mean reciprocal rank of 0.73 instead of 0.81 among Dutch law articles.
#[derive(Clone, Copy, Debug)]
pub struct Scale<'i> {
    lengths: &'i [u8],
    norms: &'i [f64; 256],
    fields: &'i [FieldSpec],
    profiles: &'i [u32],
    frequencies: &'i [FieldFrequency],
    weights: &'i [f64],
}

/// The frequencies of a profile: from where it starts to where the next one does.
#[inline(always)]
fn frequencies_of<'p>(starts: &[u32], frequencies: &'p [FieldFrequency], profile: u32) -> &'p [FieldFrequency] {
    let bounds = starts.get(profile as usize..).and_then(<[u32]>::first_chunk::<2>);
    bounds.and_then(|[start, end]| frequencies.get(*start as usize..*end as usize)).unwrap_or_default()
}

/// A frequency times the weight of its field.
#[inline(always)]
fn weighted(fields: &[FieldSpec], of_field: FieldFrequency) -> f64 {
    let weight = fields.get(usize::from(of_field.field.0)).map_or(0.0, |field| field.weight);
    f64::from(of_field.frequency) * weight
}

impl Scale<'_> {
    /// The weighted frequency in a document of a term with this profile, in some of the fields.
    #[inline(always)]
    pub fn frequency(&self, document: u32, profile: u32, fields: FieldMask) -> f64 {
        if fields == FieldMask::ALL {
            self.weights.get(profile as usize).copied().unwrap_or(0.0) * self.norm(document)
        } else {
            self.frequency_in_some(document, profile, fields)
        }
    }

    fn frequency_in_some(&self, document: u32, profile: u32, fields: FieldMask) -> f64 {
        let mut sum = 0.0;
        for part in frequencies_of(self.profiles, self.frequencies, profile) {
            if fields.contains(part.field) {
                sum += weighted(self.fields, *part);
            }
        }
        sum * self.norm(document)
    }

    /// Whether a term with this profile stands in a title of its document, in some of the fields.
    pub fn has_title(&self, profile: u32, fields: FieldMask) -> bool {
        let parts = frequencies_of(self.profiles, self.frequencies, profile);
        parts.iter().any(|part| fields.contains(part.field) && self.is_title(part.field))
    }

    /// Whether a field says what its document is about: it weighs more than 1 and counts towards the length.
    pub fn is_title(&self, field: FieldId) -> bool {
        self.fields.get(usize::from(field.0)).is_some_and(|field| field.weight > 1.0 && field.length_share > 0.0)
    }

    /// The same for one field.
    #[inline(always)]
    pub fn frequency_in(&self, document: u32, of_field: FieldFrequency) -> f64 {
        weighted(self.fields, of_field) * self.norm(document)
    }

    #[inline(always)]
    fn norm(&self, document: u32) -> f64 {
        let code = self.lengths.get(document as usize).copied().unwrap_or(0);
        self.norms.get(usize::from(code)).copied().unwrap_or(0.0)
    }
}

/// Where in an index what is stored of a term begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TermPlace {
    record: u32,
    profile: u32,
    /// In how many documents the term stands.
    pub n_documents: u32,
}

/// Reads the positions of a term, document by document in ascending order, so that none is skipped twice.
#[derive(Clone, Debug)]
pub struct Positions<'i> {
    index: &'i Index,
    bytes: &'i [u8],
    reader: Reader<'i>,
    /// Where the current block of positions begins, how many documents of it have been passed, and the profiles of the others.
    block: Option<usize>,
    n_passed: u32,
    profiles: Reader<'i>,
}

impl<'i> Positions<'i> {
    /// Calls `each` with the field and the positions of the cursor's current document, field by field;
    /// positions ascend within a field.
    pub fn each(&mut self, cursor: &mut Cursor<'i>, each: &mut dyn FnMut(FieldId, u32)) {
        let (profiles, n_before, block) = cursor.before();
        if self.block != Some(block) || n_before < self.n_passed {
            self.block = Some(block);
            self.n_passed = 0;
            self.profiles = profiles;
            self.reader = Reader::new(self.bytes.get(block..).unwrap_or_default());
        }
        let n_passed = n_before - self.n_passed;
        let n_positions = n_positions_behind(&mut self.profiles, n_passed, &self.index.n_positions);
        self.reader.skip_varints(n_positions);
        self.n_passed = n_before + 1;
        for part in self.index.profile(self.profiles.varint()) {
            let mut position = 0_u32;
            for _ in 0..part.frequency {
                // Only a damaged frequency goes on behind the end, and could do so for long.
                if self.reader.is_at_end() {
                    break;
                }
                position = position.saturating_add(self.reader.varint());
                each(part.field, position);
            }
        }
    }
}

/// The bytes of the index, for writing it to a file.
impl AsRef<[u8]> for Index {
    fn as_ref(&self) -> &[u8] {
        let start = self.sections.first().map_or(0, |head| head.start - 4 - 4 * N_SECTIONS);
        let end = self.sections.last().map_or(0, |last| last.end);
        self.bytes.get(start..end).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    //! 1. A length is remembered exactly up to 32 words, then rounded down by less than a sixteenth, up to that of a text of about 100 MB.

    use super::*;
    use proptest::prelude::*;

    const LONGEST: u32 = 18_780_283;

    proptest! {
        #[test]
        fn lengths_are_remembered(n_words in prop_oneof![0_u32..100, 0_u32..10_000_000]) {
            let table = length_table();
            let remembered = |n_words| table[length_code(&table, n_words)];
            prop_assert!(remembered(n_words) <= n_words && n_words - remembered(n_words) <= n_words / 16);
            prop_assert!(n_words > 32 || remembered(n_words) == n_words);
            prop_assert_eq!(remembered(LONGEST + n_words), LONGEST);
        }
    }
}

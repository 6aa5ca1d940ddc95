//! Which documents hold which term, in which field, how often and where?
//!
//! ```text
//! vocabulary (one a language)   terms       "accijnsfraude" "fraude" "fraudeur"      sorted, front-coded
//!                               stems       "fraud" ─▶ accijnsfraude (head), fraude (form)
//!                               beginnings  "f" ─▶ fraude, fonds ...               the most frequent terms
//! postings                      one record a term: documents with profiles, in blocks of 128
//! positions                     one run a term
//! lengths                       one byte a document and field
//! ```
//!
//! All of it is one run of bytes that is used in place, so that opening an index costs next to nothing however large it is. Terms
//! stand as they are written (folded). Which of them are forms or compounds of one another is computed once, when the index is
//! built: a stem leads to all terms that have something to do with it.
//!
//! The index never changes once it is built, and no order of a hash table reaches its bytes: the same texts give the same file.

mod build;

pub use build::IndexBuilder;

use crate::analysis::{self, Language};
use crate::bytes::{Reader, Runs, split_sections};
use crate::dictionary::Dictionary;
use crate::postings::Cursor;
use std::ops::Range;
use std::sync::Arc;

/// Which field of a document: the place of its [`FieldSpec`] in the list given to [`IndexBuilder::new`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldId(pub u16);

/// Most fields of an index: the bits of [`FieldMask`].
pub const MAX_FIELDS: usize = 64;

/// A set of fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldMask(u64);

impl FieldMask {
    /// Every field.
    pub const ALL: Self = Self(u64::MAX);

    /// These fields; those beyond [`MAX_FIELDS`] are ignored.
    pub fn of(fields: &[FieldId]) -> Self {
        let bits = fields.iter().filter(|field| usize::from(field.0) < MAX_FIELDS).map(|field| 1_u64 << field.0);
        Self(bits.fold(0, |all, bit| all | bit))
    }

    /// Whether the field belongs to it.
    #[inline(always)]
    pub const fn contains(self, field: FieldId) -> bool {
        (field.0 as usize) < MAX_FIELDS && self.0 & (1 << field.0) != 0
    }
}

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

/// How often a term stands in one field of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldFrequency {
    /// The field.
    pub field: FieldId,
    /// At least 1.
    pub frequency: u32,
}

/// What a term of the vocabulary has to do with a stem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kinship {
    /// It is a form of a word with this stem: "netwerken" of "netwerk".
    Form,
    /// It is a compound whose last part has this stem: "accijnsfraude" of "fraude".
    Head,
    /// It is a compound with such a part before the last: "wapenhandel" of "wapen".
    Modifier,
    /// It may be such a compound, but what stands beside the part is no word that is known.
    Uncertain,
}

impl Kinship {
    const ALL: [Self; 4] = [Self::Form, Self::Head, Self::Modifier, Self::Uncertain];
}

/// The sections of an index, in their order.
const N_SECTIONS: usize = 6;
const HEAD: usize = 0;
const LENGTHS: usize = 1;
const PROFILES: usize = 2;
const POSTINGS: usize = 3;
const POSITIONS: usize = 4;
const VOCABULARIES: usize = 5;

/// The sections of a vocabulary.
const N_VOCABULARY_SECTIONS: usize = 9;
const TERMS: usize = 0;
const RECORDS: usize = 1;
const PLACES: usize = 2;
const STEMS: usize = 3;
const KIN_RUNS: usize = 4;
const KIN: usize = 5;
const BEGINNINGS: usize = 6;
const COMPLETION_RUNS: usize = 7;
const COMPLETIONS: usize = 8;

/// Up to so many terms that begin with the same letters, all are completions; of more, half as many that stand in the most documents.
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

/// The number of words as an index remembers it: exact up to 32, then rounded down by less than a sixteenth.
pub fn remembered_length(n_words: u32) -> u32 {
    let table = length_table();
    table.get(length_code(&table, n_words)).copied().unwrap_or(0)
}

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
}

/// A finished index.
#[derive(Clone, Debug)]
pub struct Index {
    bytes: Arc<Vec<u8>>,
    sections: Vec<Section>,
    vocabularies: Vec<VocabularyPlaces>,
    fields: Vec<FieldSpec>,
    n_documents: u32,
    average_lengths: Vec<f64>,
    /// Per field: its weight against its length, by the code of the length.
    norms: Vec<[f64; 256]>,
    /// Where the frequencies of each profile begin in `frequencies`.
    profiles: Vec<u32>,
    frequencies: Vec<FieldFrequency>,
}

/// A language as it is written.
const fn language_code(language: Language) -> u8 {
    match language {
        Language::Dutch => 0,
        Language::English => 1,
        Language::Other => 2,
    }
}

const fn language_of_code(code: u8) -> Language {
    match code {
        0 => Language::Dutch,
        1 => Language::English,
        _ => Language::Other,
    }
}

impl Index {
    /// Opens the index that stands at `place` in the bytes, without reading more than its head. `None` if there is none.
    ///
    /// That the bytes are those that were written must be known (see [`crate::bytes::checksum`]): damaged ones give wrong answers,
    /// though never a panic.
    pub fn open(bytes: &Arc<Vec<u8>>, place: Range<usize>) -> Option<Self> {
        let all = bytes.get(place.clone())?;
        let shifted = |section: Section| section.start + place.start..section.end + place.start;
        let sections: Vec<Section> = split_sections(all, N_SECTIONS)?.into_iter().map(shifted).collect();
        let section = |number: usize| sections.get(number).and_then(|place| bytes.get(place.clone()));

        let mut head = Reader::new(section(HEAD)?);
        let n_documents = head.varint();
        let n_fields = head.varint() as usize;
        let n_vocabularies = head.varint() as usize;
        if n_fields > MAX_FIELDS
            || n_vocabularies > n_fields
            || section(LENGTHS)?.len() as u64 != n_fields as u64 * u64::from(n_documents)
            || (n_fields == 0 && n_documents > 0)
        {
            return None;
        }
        let (mut fields, mut average_lengths, mut norms) = (Vec::new(), Vec::new(), Vec::new());
        let lengths = length_table();
        for _ in 0..n_fields {
            let mut number = || f64::from_bits(u64::from(head.u32()) | u64::from(head.u32()) << 32);
            let (weight, b, average) = (number(), number(), number());
            let language = language_of_code(head.byte());
            fields.push(FieldSpec { weight, language, b });
            average_lengths.push(average);
            norms.push(norms_of(weight, b, average, &lengths));
        }
        let languages: Vec<Language> = (0..n_vocabularies).map(|_| language_of_code(head.byte())).collect();

        let (mut profiles, mut frequencies) = (vec![0], Vec::new());
        let mut reader = Reader::new(section(PROFILES)?);
        while !reader.is_at_end() {
            for _ in 0..reader.varint().min(crate::bytes::length_u32(MAX_FIELDS)) {
                let field =
                    FieldId(u16::try_from(reader.varint()).ok().filter(|field| usize::from(*field) < n_fields)?);
                frequencies.push(FieldFrequency { field, frequency: reader.varint() });
            }
            profiles.push(crate::bytes::length_u32(frequencies.len()));
        }

        let outer = sections.get(VOCABULARIES)?.start;
        let places = split_sections(section(VOCABULARIES)?, n_vocabularies)?;
        let mut vocabularies = Vec::new();
        for (language, place) in languages.into_iter().zip(places) {
            let start = outer + place.start;
            let inner = split_sections(bytes.get(start..outer + place.end)?, N_VOCABULARY_SECTIONS)?;
            let sections: Vec<Section> = inner.into_iter().map(|at| at.start + start..at.end + start).collect();
            for dictionary in [TERMS, STEMS, BEGINNINGS] {
                Dictionary::open(bytes.get(sections.get(dictionary)?.clone())?)?;
            }
            vocabularies.push(VocabularyPlaces { language, sections });
        }
        Some(Self {
            bytes: Arc::clone(bytes),
            sections,
            vocabularies,
            fields,
            n_documents,
            average_lengths,
            norms,
            profiles,
            frequencies,
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
        let open = |place: &VocabularyPlaces, number: usize| {
            Dictionary::open(self.bytes_at(place.sections.get(number))).unwrap_or(Dictionary::EMPTY)
        };
        self.vocabularies.iter().map(move |place| Vocabulary {
            index: self,
            language: place.language,
            terms: open(place, TERMS),
            stems: open(place, STEMS),
            records: Runs::open(self.bytes_at(place.sections.get(RECORDS))),
            places: Runs::open(self.bytes_at(place.sections.get(PLACES))),
            kin_runs: Runs::open(self.bytes_at(place.sections.get(KIN_RUNS))),
            kin: self.bytes_at(place.sections.get(KIN)),
            beginnings: open(place, BEGINNINGS),
            completion_runs: Runs::open(self.bytes_at(place.sections.get(COMPLETION_RUNS))),
            completions: self.bytes_at(place.sections.get(COMPLETIONS)),
        })
    }

    /// In which fields a term with this profile stands, and how often; by field.
    #[inline(always)]
    pub fn profile(&self, profile: u32) -> &[FieldFrequency] {
        let bounds = self.profiles.get(profile as usize..).and_then(<[u32]>::first_chunk::<2>);
        bounds.and_then(|[start, end]| self.frequencies.get(*start as usize..*end as usize)).unwrap_or_default()
    }

    /// What weighs the occurrences of terms.
    pub fn scale(&self) -> Scale<'_> {
        Scale {
            lengths: self.section(LENGTHS),
            n_documents: self.n_documents as usize,
            norms: &self.norms,
            profiles: &self.profiles,
            frequencies: &self.frequencies,
        }
    }

    #[inline(always)]
    fn length_code(&self, document: u32, field: FieldId) -> u8 {
        let at = usize::from(field.0) * self.n_documents as usize + document as usize;
        self.section(LENGTHS).get(at).copied().unwrap_or(0)
    }

    /// The number of words in the field, as far as it is remembered (see [`remembered_length`]), and the average of all documents
    /// that have the field.
    pub fn length(&self, document: u32, field: FieldId) -> (u32, f64) {
        let length = length_table().get(usize::from(self.length_code(document, field))).copied().unwrap_or(0);
        (length, self.average_lengths.get(usize::from(field.0)).copied().unwrap_or(0.0))
    }
}

fn norms_of(weight: f64, b: f64, average: f64, lengths: &[u32; 256]) -> [f64; 256] {
    let norm = |length: u32| {
        let relative = if average > 0.0 { f64::from(length) / average } else { 1.0 };
        weight / (1.0 - b + b * relative)
    };
    lengths.map(norm)
}

/// The words of all fields in one language.
#[derive(Clone, Copy, Debug)]
pub struct Vocabulary<'i> {
    index: &'i Index,
    language: Language,
    terms: Dictionary<'i>,
    stems: Dictionary<'i>,
    records: Runs<'i>,
    places: Runs<'i>,
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

    /// The postings of a term; none if there is no such term.
    pub fn postings(&self, term: u32) -> Cursor<'i> {
        Cursor::new(self.index.section(POSTINGS).get(self.records.range(term)).unwrap_or_default())
    }

    /// In how many documents a term stands.
    pub fn n_documents(&self, term: u32) -> u32 {
        let record = self.index.section(POSTINGS).get(self.records.range(term)).unwrap_or_default();
        Reader::new(record).varint()
    }

    /// The terms that have something to do with a stem, each once, in the order of the dictionary.
    pub fn kin(&self, stem: &str, found: &mut dyn FnMut(u32, Kinship)) {
        if let Some(stem) = self.stems.find(stem.as_bytes()) {
            let mut reader = Reader::new(self.kin.get(self.kin_runs.range(stem)).unwrap_or_default());
            let mut term = 0_u32;
            while !reader.is_at_end() {
                let number = reader.varint();
                term = term.wrapping_add(number >> 2);
                found(term, Kinship::ALL.get((number & 3) as usize).copied().unwrap_or(Kinship::Uncertain));
            }
        } else if let Some(term) = self.terms.find(stem.as_bytes())
            && analysis::stem(stem, self.language) == stem
        {
            // A word that is its own stem and has no kin stands among the terms only.
            found(term, Kinship::Form);
        }
    }

    /// Terms that begin with these letters, in the order of the dictionary: all of them, or if they are many, those that stand in
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
    pub fn places(&self, term: u32) -> Places<'i> {
        let bytes = self.index.section(POSITIONS).get(self.places.range(term)).unwrap_or_default();
        Places { index: self.index, bytes, reader: Reader::new(bytes), block: 0, n_passed: 0 }
    }
}

/// Weighs the occurrences of terms by field, and sets them against the lengths of the fields.
#[derive(Clone, Copy, Debug)]
pub struct Scale<'i> {
    lengths: &'i [u8],
    n_documents: usize,
    norms: &'i [[f64; 256]],
    profiles: &'i [u32],
    frequencies: &'i [FieldFrequency],
}

impl Scale<'_> {
    /// The weighted frequency in a document of a term with this profile, in some of the fields.
    #[inline(always)]
    pub fn frequency(&self, document: u32, profile: u32, fields: FieldMask) -> f64 {
        let bounds = self.profiles.get(profile as usize..).and_then(<[u32]>::first_chunk::<2>);
        let parts = bounds.and_then(|[start, end]| self.frequencies.get(*start as usize..*end as usize));
        let mut sum = 0.0;
        for part in parts.unwrap_or_default() {
            if fields.contains(part.field) {
                sum += self.frequency_in(document, *part);
            }
        }
        sum
    }

    /// The same for one field.
    #[inline(always)]
    pub fn frequency_in(&self, document: u32, of_field: FieldFrequency) -> f64 {
        let field = usize::from(of_field.field.0);
        let code = self.lengths.get(field * self.n_documents + document as usize).copied().unwrap_or(0);
        let norm = self.norms.get(field).and_then(|norms| norms.get(usize::from(code)));
        f64::from(of_field.frequency) * norm.copied().unwrap_or(0.0)
    }
}

/// Reads the positions of a term, document by document in ascending order, so that none is passed over twice.
#[derive(Clone, Debug)]
pub struct Places<'i> {
    index: &'i Index,
    bytes: &'i [u8],
    reader: Reader<'i>,
    /// Where the current block of positions begins, and how many documents of it have been passed.
    block: usize,
    n_passed: usize,
}

impl Places<'_> {
    /// Calls `each` with the field and the positions of the document at which the cursor of the term stands, field by field;
    /// positions ascend within a field.
    pub fn each(&mut self, cursor: &mut Cursor<'_>, each: &mut dyn FnMut(FieldId, u32)) {
        let profile = cursor.profile();
        let (before, block) = cursor.before();
        if block != self.block || before.len() < self.n_passed {
            self.block = block;
            self.n_passed = 0;
            self.reader = Reader::new(self.bytes.get(block..).unwrap_or_default());
        }
        for passed in before.get(self.n_passed..).unwrap_or_default() {
            for part in self.index.profile(*passed) {
                for _ in 0..part.frequency {
                    // Only a damaged frequency goes on behind the end, and could do so for long.
                    if self.reader.is_at_end() {
                        break;
                    }
                    self.reader.varint();
                }
            }
        }
        self.n_passed = before.len() + 1;
        for part in self.index.profile(profile) {
            let mut position = 0_u32;
            for _ in 0..part.frequency {
                if self.reader.is_at_end() {
                    break;
                }
                position = position.saturating_add(self.reader.varint());
                each(part.field, position);
            }
        }
    }
}

/// The bytes of the index, for who writes it into a file.
impl AsRef<[u8]> for Index {
    fn as_ref(&self) -> &[u8] {
        let start = self.sections.first().map_or(0, |head| head.start - 4 - 4 * N_SECTIONS);
        let end = self.sections.last().map_or(0, |last| last.end);
        self.bytes.get(start..end).unwrap_or_default()
    }
}

//! How does an index come about?
//!
//! ```text
//! add     text ──▶ words ──▶ number of the term (a hash table of the words) ──▶ a tape of numbers, as they come
//! finish  terms in order ──▶ the tape dealt out, so that what belongs to a term stands together ──▶ each list packed as a record
//!         and its positions ──▶ stems and compounds of all terms
//! ```
//!
//! The tape takes four bytes per word. It is dealt out by counting (a distribution sort), at most [`MOST_DEALT`] occurrences
//! at a time: each of these passes reads the whole tape, which costs less than growing lists.

use super::tape::{Occurrence, Tape};
use super::{
    FieldFrequency, FieldId, FieldSpec, Index, Kinship, MAX_COMPLETIONS, MAX_DOCUMENTS, MAX_FIELDS, START_STEP,
    fold_sign, language_code, length_code, length_table, norms_of,
};
use crate::analysis::{self, Language, MIN_STEM_AS_PART, each_word};
use crate::bytes::{RunsWriter, join_sections, length_u32, push_u32, push_varint};
use crate::dictionary::DictionaryWriter;
use crate::order::{sort, sorted};
use crate::postings::{Levels, Posting, PostingsWriter};
use crate::words::{Sieve, Texts, Words};
use std::ops::Range;
use std::sync::Arc;

/// Longest term in bytes. Nobody looks for a longer word.
const MAX_TERM: usize = 128;

/// Positions between two texts of one field, so that no phrase reaches from one to the other.
const GAP: u32 = 16;

/// Collects the texts of an [`Index`].
///
/// ```
/// use empact_priorities::analysis::Language;
/// use empact_priorities::index::{FieldId, FieldSpec, IndexBuilder};
///
/// let title = FieldSpec { weight: 2.0, language: Language::Dutch, length_share: 1.0 };
/// let mut builder = IndexBuilder::new(vec![title]);
/// builder.add(0, FieldId(0), "Mensenhandel");
/// builder.add(1, FieldId(0), "Migrantensmokkel");
/// let index = builder.finish();
/// assert_eq!(index.n_documents(), 2);
/// assert!(index.vocabularies().next().unwrap().terms().find(b"mensenhandel").is_some());
/// ```
#[derive(Debug)]
pub struct IndexBuilder {
    fields: Vec<FieldSpec>,
    vocabularies: Vec<Collected>,
    /// Per field: the place of its vocabulary.
    vocabulary_of: Vec<usize>,
    /// Words by document and field.
    lengths: Vec<u32>,
    /// Where the next text of each field begins, in the document that is being added.
    positions: Vec<u32>,
}

impl IndexBuilder {
    /// Starts an index with these fields; the place of a field in the list is its [`FieldId`]. Fields beyond [`MAX_FIELDS`] are left
    /// out.
    pub fn new(mut fields: Vec<FieldSpec>) -> Self {
        fields.truncate(MAX_FIELDS);
        let mut vocabularies: Vec<Collected> = Vec::new();
        let mut vocabulary_of = Vec::new();
        for field in &fields {
            let known = vocabularies.iter().position(|vocabulary| vocabulary.language == field.language);
            vocabulary_of.push(known.unwrap_or(vocabularies.len()));
            if known.is_none() {
                vocabularies.push(Collected::new(field.language));
            }
        }
        let positions = vec![0; fields.len()];
        Self { fields, vocabularies, vocabulary_of, lengths: Vec::new(), positions }
    }

    /// How many documents there are so far: one more than the highest number.
    pub fn n_documents(&self) -> u32 {
        length_u32(self.lengths.len().checked_div(self.fields.len()).unwrap_or(0))
    }

    /// Adds a text to a field of a document, and returns whether it could: documents must come in ascending order below [`MAX_DOCUMENTS`], and
    /// the field must exist.
    ///
    /// Several texts of the same field add up (a document can have several aliases). An empty text counts the document and nothing
    /// else.
    pub fn add(&mut self, document: u32, field: FieldId, text: &str) -> bool {
        let number = usize::from(field.0);
        let n_fields = self.fields.len();
        let n_documents = self.n_documents();
        let Some(vocabulary) = self.vocabulary_of.get(number).and_then(|place| self.vocabularies.get_mut(*place))
        else {
            return false;
        };
        if document >= MAX_DOCUMENTS {
            return false;
        }
        if document >= n_documents {
            self.lengths.resize((document as usize + 1) * n_fields, 0);
            self.positions.fill(0);
        } else if document + 1 < n_documents {
            return false;
        }
        let Some(first) = self.positions.get_mut(number) else { return false };
        vocabulary.tape.begin(document, u32::from(field.0), *first);
        let mut n_words = 0;
        let n_segments = each_word(text, &mut |word| {
            n_words += u32::from(!word.is_joined);
            if word.word.len() <= MAX_TERM {
                vocabulary.add(word, first.saturating_add(word.position));
            }
        });
        *first = first.saturating_add(n_segments).saturating_add(GAP);
        if let Some(length) = self.lengths.get_mut(document as usize * n_fields + number) {
            *length = length.saturating_add(n_words);
        }
        true
    }

    /// Sorts and packs what was added.
    pub fn finish(self) -> Index {
        let bytes = Arc::new(self.into_bytes());
        let place = 0..bytes.len();
        let empty = || Index {
            bytes: Arc::default(),
            sections: Vec::new(),
            vocabularies: Vec::new(),
            fields: Vec::new(),
            n_documents: 0,
            norms: [0.0; 256],
            levels: Levels::default(),
            profiles: Vec::new(),
            frequencies: Vec::new(),
            n_positions: Vec::new(),
            weights: Vec::new(),
        };
        Index::open(&bytes, place).unwrap_or_else(empty)
    }

    /// The same as bytes, which [`Index::open`] opens.
    pub(crate) fn into_bytes(mut self) -> Vec<u8> {
        let (n_documents, n_fields) = (self.n_documents(), self.fields.len());
        let table = length_table();
        let mut head = Vec::new();
        for number in [n_documents, length_u32(n_fields), length_u32(self.vocabularies.len())] {
            push_varint(&mut head, number);
        }
        let (mut lengths, mut sum) = (Vec::with_capacity(n_documents as usize), 0_u64);
        for of_fields in self.lengths.chunks(n_fields.max(1)) {
            let length = length_of(&self.fields, of_fields);
            sum += u64::from(length);
            lengths.push(u8::try_from(length_code(&table, length)).unwrap_or(u8::MAX));
        }
        #[expect(clippy::cast_precision_loss, reason = "no collection has 2^53 words")]
        let average = if n_documents > 0 { sum as f64 / f64::from(n_documents) } else { 0.0 };
        let norms = norms_of(average, &table);
        head.extend_from_slice(&average.to_bits().to_le_bytes());
        for field in &self.fields {
            for number in [field.weight, field.length_share] {
                head.extend_from_slice(&number.to_bits().to_le_bytes());
            }
            head.push(language_code(field.language));
        }
        head.extend(self.vocabularies.iter().map(|vocabulary| language_code(vocabulary.language)));

        let mut packer = Packer {
            fields: &self.fields,
            lengths: &lengths,
            norms: &norms,
            profiles: Profiles::new(n_fields),
            postings: PostingsWriter::default(),
            positions: Vec::new(),
            list: Vec::new(),
            parts: Vec::new(),
        };
        let vocabularies: Vec<Vec<u8>> =
            self.vocabularies.iter_mut().map(|vocabulary| vocabulary.pack(&mut packer)).collect();
        let vocabularies: Vec<&[u8]> = vocabularies.iter().map(Vec::as_slice).collect();
        let Packer { profiles, postings, positions, .. } = packer;
        join_sections(&[
            &head,
            &lengths,
            &profiles.bytes,
            &postings.records,
            &postings.profiles,
            &positions,
            &join_sections(&vocabularies),
        ])
    }
}

/// The length of a document whose fields have so many words, rounded; see [`super::Scale`].
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast from a float stays within the number"
)]
fn length_of(fields: &[FieldSpec], n_words: &[u32]) -> u32 {
    let of_field = |(field, n_words): (&FieldSpec, &u32)| field.weight * field.length_share * f64::from(*n_words);
    (fields.iter().zip(n_words).map(of_field).sum::<f64>() + 0.5) as u32
}

/// The terms of one language, as they came.
#[derive(Debug)]
struct Collected {
    language: Language,
    words: Words,
    terms: Vec<Term>,
    tape: Tape,
}

/// What is remembered of a term besides its word.
#[derive(Clone, Copy, Debug)]
struct Term {
    /// See [`analysis::Word::base`]; the shortest that was seen.
    base: u8,
    /// Whether it stands somewhere as a word of its own, not only as several segments taken together.
    is_own: bool,
}

/// Most occurrences that are dealt out at a time: 64 MB. Few in tests, so that they need several passes.
const MOST_DEALT: usize = if cfg!(test) { 64 } else { 1 << 23 };

impl Collected {
    fn new(language: Language) -> Self {
        Self { language, words: Words::default(), terms: Vec::new(), tape: Tape::default() }
    }

    #[inline(always)]
    fn add(&mut self, word: analysis::Word<'_>, position: u32) {
        let term = self.words.number_of_inlined(word.word);
        if term as usize == self.terms.len() || word.base < word.word.len() {
            self.remember(term, word.base);
        }
        self.tape.add(term, position, word.is_joined);
    }

    /// Remembers the base of a word that is new or has one of its own.
    #[inline(never)]
    fn remember(&mut self, term: u32, base: usize) {
        let base = u8::try_from(base).unwrap_or(u8::MAX);
        match self.terms.get_mut(term as usize) {
            Some(term) => term.base = term.base.min(base),
            None => self.terms.push(Term { base, is_own: false }),
        }
    }

    /// How many occurrences each term has. Notes by the way which of them stand somewhere as words of their own.
    fn count(&mut self) -> Vec<u32> {
        let mut counts = vec![0_u32; self.terms.len()];
        let terms = &mut self.terms;
        self.tape.each(&mut |term, _, is_joined| {
            if let (Some(term), Some(count)) = (terms.get_mut(term as usize), counts.get_mut(term as usize)) {
                term.is_own |= !is_joined;
                *count += 1;
            }
        });
        counts
    }

    /// The occurrences of the terms in `order`, one term after the other; `ends` gives the number of those before and in each of them.
    fn dealt(&self, order: &[usize], counts: &[u32]) -> (Vec<Occurrence>, Vec<usize>) {
        // By term: where its next occurrence goes, or beyond the end.
        let mut next = vec![usize::MAX; self.terms.len()];
        let (mut ends, mut end) = (Vec::with_capacity(order.len()), 0);
        for term in order {
            if let Some(slot) = next.get_mut(*term) {
                *slot = end;
            }
            end += counts.get(*term).map_or(0, |count| *count as usize);
            ends.push(end);
        }
        let mut occurrences = vec![Occurrence::default(); end];
        self.tape.each(&mut |term, occurrence, _| {
            if let Some(at) = next.get_mut(term as usize)
                && let Some(slot) = occurrences.get_mut(*at)
            {
                *slot = occurrence;
                *at += 1;
            }
        });
        (occurrences, ends)
    }

    fn pack(&mut self, packer: &mut Packer<'_>) -> Vec<u8> {
        let counts = self.count();
        let order = sorted_words(self.terms.len(), &|term| self.words.word(term));
        // What comes now goes through the words in their order.
        let mut words = Texts::default();
        for term in &order {
            words.push(self.words.word(*term));
        }
        let mut terms = DictionaryWriter::new();
        let (mut starts, mut n_documents) = (Vec::new(), Vec::with_capacity(order.len()));
        let mut rest = order.as_slice();
        while !rest.is_empty() {
            let mut n_dealt = 0;
            let n_terms = rest.iter().take_while(|term| {
                n_dealt += counts.get(**term).map_or(0, |count| *count as usize);
                n_dealt <= MOST_DEALT
            });
            let (these, behind) = rest.split_at(n_terms.count().max(1));
            rest = behind;
            let (mut occurrences, ends) = self.dealt(these, &counts);
            let mut start = 0;
            for end in ends {
                if n_documents.len().is_multiple_of(START_STEP as usize) {
                    for stream in [&packer.postings.records, &packer.postings.profiles, &packer.positions] {
                        push_u32(&mut starts, length_u32(stream.len()));
                    }
                }
                terms.push(words.get(n_documents.len()).as_bytes());
                n_documents.push(packer.pack(occurrences.get_mut(start..end).unwrap_or_default()));
                start = end;
            }
        }
        let is_stop: Vec<bool> =
            (0..order.len()).map(|term| analysis::is_stop(words.get(term), self.language)).collect();
        let (stems, kin_runs, kin) = self.kin(&order, &words, &is_stop);
        // Nobody who has typed a letter looks for a stop word: they come behind all others.
        for (count, _) in n_documents.iter_mut().zip(&is_stop).filter(|(_, is_stop)| **is_stop) {
            *count = 0;
        }
        let (beginnings, runs, completions) = completions(&words, &n_documents);
        join_sections(&[&terms.finish(), &starts, &stems, &kin_runs, &kin, &beginnings, &runs, &completions])
    }

    /// The stems, where the kin of each stands, and the kin. `words` and `is_stop` are those of the terms in `order`.
    fn kin(&self, order: &[usize], words: &Texts, is_stop: &[bool]) -> (Vec<u8>, Vec<u8>, Vec<u8>) {
        // Each word is looked for many times: what it can be is found out once.
        let (mut may_be_part, mut sieve) = (vec![false; self.terms.len()], Sieve::default());
        let (mut all_stems, mut stems_of_parts) = (Texts::default(), Words::default());
        for (number, (&term, is_stop)) in order.iter().zip(is_stop).enumerate() {
            let word = words.get(number);
            let Some(&Term { base, is_own, .. }) = self.terms.get(term) else { continue };
            let stem = analysis::stem(word.get(..usize::from(base)).unwrap_or(word), self.language);
            all_stems.push(&stem);
            if is_own && let Some(may_be_part) = may_be_part.get_mut(term) {
                *may_be_part = !is_stop && !analysis::is_affix(word, self.language);
                sieve.insert(word);
                // Of "toeslagen" the texts may hold no singular: "huurtoeslag".
                let may_be_stem = self.language.joins_compounds() && stem.len() >= MIN_STEM_AS_PART;
                if *may_be_part && may_be_stem && !analysis::is_affix(&stem, self.language) {
                    sieve.insert(&stem);
                    stems_of_parts.number_of(&stem);
                }
            }
        }
        let find = |word: &str| if sieve.may_have(word) { self.words.find(word) } else { None };
        let is_word =
            |word: &str| find(word).and_then(|term| self.terms.get(term as usize)).is_some_and(|term| term.is_own);
        let is_part = |word: &str| {
            sieve.may_have(word)
                && match self.words.find(word) {
                    Some(term) => may_be_part.get(term as usize) == Some(&true),
                    None => stems_of_parts.find(word).is_some(),
                }
        };
        let (mut found, mut texts) = (Vec::<(u32, Kinship)>::new(), Texts::default());
        // Places of compounds without what links their parts: of use only where two are spelled differently.
        let mut unlinked: Vec<usize> = Vec::new();
        for (number, (&term, is_stop)) in (0..).zip(order.iter().zip(is_stop)) {
            let Some(&Term { is_own, .. }) = self.terms.get(term) else { continue };
            let (word, stem) = (words.get(number as usize), all_stems.get(number as usize));
            // "Innen" has the stem of "in", and nothing to do with it.
            if !is_stop {
                texts.push(stem);
                found.push((number, Kinship::Form));
            }
            if is_own {
                if let Some(verb) = analysis::verb(word, self.language, &is_word)
                    && verb != stem
                {
                    texts.push(&verb);
                    found.push((number, Kinship::Form));
                }
                let parts = analysis::parts(word, self.language, &is_part);
                if let Some(whole) = analysis::unlinked(&parts)
                    && whole != stem
                {
                    unlinked.push(found.len());
                    texts.push(&whole);
                    found.push((number, Kinship::Form));
                }
                for part in parts {
                    let kinship = match part.role {
                        _ if !part.is_certain => Kinship::Uncertain,
                        analysis::Role::Head => Kinship::Head,
                        analysis::Role::Modifier | analysis::Role::Middle => Kinship::Modifier,
                    };
                    if part.stem != stem {
                        texts.push(&part.stem);
                        found.push((number, kinship));
                    }
                }
            }
        }
        let by_stem = sorted_words(found.len(), &|place| texts.get(place));
        let (mut stems, mut runs, mut kin) = (DictionaryWriter::new(), RunsWriter::default(), Vec::new());
        let mut rank = 0_u32;
        for of_stem in by_stem.chunk_by(|one, next| texts.get(*one) == texts.get(*next)) {
            let of_stem_found = || of_stem.iter().filter_map(|place| found.get(*place).copied());
            let Some((first, _)) = of_stem_found().next() else { continue };
            let stem = of_stem.first().map_or("", |place| texts.get(*place));
            let is_alone = of_stem.len() == 1
                && order.get(first as usize).is_some_and(|term| {
                    let base = self.terms.get(*term).map_or(0, |term| usize::from(term.base));
                    words.get(first as usize) == stem && base == stem.len()
                });
            let is_one_spelling = matches!(of_stem, [only] if unlinked.binary_search(only).is_ok());
            // What `Vocabulary::kin` finds by itself.
            if is_alone || is_one_spelling || !stems.push(stem.as_bytes()) {
                continue;
            }
            let start = kin.len();
            // The first term is stored from where the stem itself would stand among the terms: most begin with it, so the number is small.
            while (rank as usize) < order.len() && words.get(rank as usize) < stem {
                rank += 1;
            }
            push_varint(&mut kin, fold_sign(first.wrapping_sub(rank).cast_signed()));
            let (mut before, mut rest) = (first, of_stem_found().peekable());
            while let Some((term, mut kinship)) = rest.next() {
                // A term counts once, with its closest kinship.
                while let Some((_, other)) = rest.next_if(|(next, _)| *next == term) {
                    kinship = kinship.min(other);
                }
                push_varint(&mut kin, (term - before) << 2 | kinship as u32);
                before = term;
            }
            runs.push(kin.len() - start);
        }
        (stems.finish(), runs.finish(), kin)
    }
}

/// Beginnings that many terms have, where the terms of each stand, and the terms; by the words of the terms and the numbers of their
/// documents.
fn completions(words: &Texts, n_documents: &[usize]) -> (Vec<u8>, Vec<u8>, Vec<u8>) {
    let mut found: Vec<(&[u8], Vec<usize>)> = Vec::new();
    // What many terms begin with, one letter longer at a time.
    let (mut groups, mut length) = (vec![(0, n_documents.len())], 1);
    while !groups.is_empty() {
        let beginning = |term: usize| words.get(term).as_bytes().get(..length);
        let mut longer = Vec::new();
        for (mut first, last) in groups {
            while first < last {
                let letters = beginning(first);
                let end = (first + 1..last).find(|term| beginning(*term) != letters).unwrap_or(last);
                if let Some(letters) = letters.filter(|_| end - first > MAX_COMPLETIONS) {
                    found.push((letters, most_frequent(first..end, n_documents)));
                    longer.push((first, end));
                }
                first = end;
            }
        }
        groups = longer;
        length += 1;
    }
    sort(&mut found, &|one, other| one.0.cmp(other.0));
    let (mut beginnings, mut runs, mut completions) = (DictionaryWriter::new(), RunsWriter::default(), Vec::new());
    for (letters, terms) in found {
        if !beginnings.push(letters) {
            continue;
        }
        let start = completions.len();
        let mut before = 0;
        for term in terms {
            push_varint(&mut completions, length_u32(term - before));
            before = term;
        }
        runs.push(completions.len() - start);
    }
    (beginnings.finish(), runs.finish(), completions)
}

/// Of many terms those in the most documents, ascending.
fn most_frequent(terms: Range<usize>, n_documents: &[usize]) -> Vec<usize> {
    const MOST: usize = MAX_COMPLETIONS / 2;
    let count = |term: usize| n_documents.get(term).copied().unwrap_or(0);
    // Most frequent first; of those with the same count, the first.
    let mut best: Vec<usize> = Vec::with_capacity(MOST + 1);
    for term in terms {
        if best.len() < MOST || best.last().is_some_and(|last| count(*last) < count(term)) {
            let at = best.partition_point(|better| count(*better) >= count(term));
            best.insert(at, term);
            best.truncate(MOST);
        }
    }
    sort(&mut best, &|one, other| one.cmp(other));
    best
}

/// Packs lists, one term after the other.
struct Packer<'p> {
    fields: &'p [FieldSpec],
    lengths: &'p [u8],
    norms: &'p [f64; 256],
    profiles: Profiles,
    postings: PostingsWriter,
    positions: Vec<u8>,
    /// The list that is being packed, and the fields of its last posting.
    list: Vec<Posting>,
    parts: Vec<FieldFrequency>,
}

impl Packer<'_> {
    /// Packs the list of a term, and gives the number of its documents.
    fn pack(&mut self, list: &mut [Occurrence]) -> usize {
        let mut postings = std::mem::take(&mut self.list);
        postings.clear();
        for of_document in list.chunk_by_mut(|one, next| one.document() == next.document()) {
            postings.push(self.posting(of_document));
        }
        self.postings.push(&postings);
        let n_documents = postings.len();
        self.list = postings;
        n_documents
    }

    /// Packs the places in one document.
    #[inline(always)]
    fn posting(&mut self, places: &mut [Occurrence]) -> Posting {
        let document = places.first().map_or(0, |place| place.document());
        let code = self.lengths.get(document as usize).copied().unwrap_or(0);
        let norm = self.norms.get(usize::from(code)).copied().unwrap_or(0.0);
        let start = self.positions.len();
        let (profile, frequency) = match places {
            // By far the most: one occurrence, whose profile has the number of the field; see `Profiles`.
            [place] => {
                push_varint(&mut self.positions, place.position());
                (place.field(), self.fields.get(place.field() as usize).map_or(0.0, |field| field.weight))
            }
            _ => self.several(places),
        };
        let n_position_bytes = length_u32(self.positions.len() - start);
        Posting { document, profile, frequency: frequency * norm, n_position_bytes }
    }

    /// Packs several places in one document, and gives their profile and their weighted frequency.
    fn several(&mut self, places: &mut [Occurrence]) -> (u32, f64) {
        if !places.is_sorted() {
            sort(places, &|one, other| one.cmp(other));
        }
        let mut frequency = 0.0;
        self.parts.clear();
        for of_field in places.chunk_by(|one, next| one.field() == next.field()) {
            let field = of_field.first().map_or(0, |place| place.field());
            let mut before = 0;
            for place in of_field {
                push_varint(&mut self.positions, place.position() - before);
                before = place.position();
            }
            let n_occurrences = length_u32(of_field.len());
            frequency += f64::from(n_occurrences) * self.fields.get(field as usize).map_or(0.0, |field| field.weight);
            self.parts
                .push(FieldFrequency { field: FieldId(u16::try_from(field).unwrap_or(0)), frequency: n_occurrences });
        }
        (self.profiles.number_of(&self.parts), frequency)
    }
}

/// The profiles, numbered as they come; first of all one for each field with a single occurrence.
#[derive(Debug, Default)]
struct Profiles {
    /// By what is written of a profile, each byte as a letter.
    numbers: Words,
    bytes: Vec<u8>,
    /// The profile at hand.
    written: Vec<u8>,
    letters: String,
}

impl Profiles {
    fn new(n_fields: usize) -> Self {
        let mut profiles = Self::default();
        for field in (0..).take(n_fields).map(FieldId) {
            profiles.number_of(&[FieldFrequency { field, frequency: 1 }]);
        }
        profiles
    }

    fn number_of(&mut self, parts: &[FieldFrequency]) -> u32 {
        self.written.clear();
        push_varint(&mut self.written, length_u32(parts.len()));
        for part in parts {
            push_varint(&mut self.written, u32::from(part.field.0));
            push_varint(&mut self.written, part.frequency);
        }
        self.letters.clear();
        self.letters.extend(self.written.iter().map(|byte| char::from(*byte)));
        let n_before = self.numbers.n_words();
        let number = self.numbers.number_of(&self.letters);
        if number as usize == n_before {
            self.bytes.extend_from_slice(&self.written);
        }
        number
    }
}

/// The places `0..length` in the order of the words there; equal words stay in order.
fn sorted_words<'w>(length: usize, word: &dyn Fn(usize) -> &'w str) -> Vec<usize> {
    let beginning = |place| {
        let mut eight = [0; 8];
        eight.iter_mut().zip(word(place).bytes()).for_each(|(slot, byte)| *slot = byte);
        u64::from_be_bytes(eight)
    };
    let keys: Vec<u64> = (0..length).map(beginning).collect();
    let key = |place: &usize| keys.get(*place).copied().unwrap_or(0);
    // By the first eight bytes, the last of them first (a radix sort), then what is equal so far by all of them.
    let (mut order, mut next): (Vec<usize>, Vec<usize>) = ((0..length).collect(), vec![0; length]);
    for shift in (0..u64::BITS).step_by(8) {
        let byte = |place: &usize| (key(place) >> shift & 0xFF) as usize;
        let mut ends = [0; 256];
        for place in &order {
            if let Some(count) = ends.get_mut(byte(place)) {
                *count += 1;
            }
        }
        let mut end = 0;
        for slot in &mut ends {
            end += std::mem::replace(slot, end);
        }
        for place in &order {
            if let Some(at) = ends.get_mut(byte(place)) {
                if let Some(slot) = next.get_mut(*at) {
                    *slot = *place;
                }
                *at += 1;
            }
        }
        std::mem::swap(&mut order, &mut next);
    }
    next.clear();
    for equal in order.chunk_by(|one, other| key(one) == key(other)) {
        let place = |at: usize| equal.get(at).copied().unwrap_or(0);
        match equal {
            [place] => next.push(*place),
            _ => next.extend(
                sorted(equal.len(), &|one, other| word(place(one)).cmp(word(place(other)))).into_iter().map(place),
            ),
        }
    }
    next
}

#[cfg(test)]
mod tests {
    //! 1. Numbers of documents that no index can hold are refused.
    //! 2. Words are in the order in which a stable sort puts them.
    //! 3. Terms that are dealt out in several passes, also one too frequent for a pass, have the documents that they stand in.
    //! 4. Stop words are no parts of compounds, other words of the index are.

    use super::*;
    use proptest::prelude::*;

    #[test]
    fn several_passes() {
        let word = |document: u32| format!("w{}", char::from_u32(97 + document % 7).unwrap());
        let mut builder =
            IndexBuilder::new(vec![FieldSpec { weight: 1.0, language: Language::Other, length_share: 1.0 }]);
        for document in 0..200 {
            assert!(builder.add(document, FieldId(0), &format!("all {} {}", word(document), word(document))));
        }
        let index = builder.finish();
        let vocabulary = index.vocabularies().next().unwrap();
        let documents = |text: &str| {
            let mut cursor = vocabulary.postings(vocabulary.terms().find(text.as_bytes()).unwrap());
            let mut found = vec![cursor.seek(0)];
            while found.last() != Some(&crate::postings::END) {
                found.push(cursor.advance());
            }
            found.pop();
            found
        };
        assert_eq!(documents("all"), (0..200).collect::<Vec<u32>>());
        for first in 0..7 {
            assert_eq!(documents(&word(first)), (first..200).step_by(7).collect::<Vec<u32>>());
        }
    }

    #[test]
    fn numbers_of_documents() {
        let mut builder =
            IndexBuilder::new(vec![FieldSpec { weight: 1.0, language: Language::Dutch, length_share: 1.0 }]);
        assert!(builder.add(2, FieldId(0), "fraude"));
        for document in [0, 1, MAX_DOCUMENTS, u32::MAX - 1, u32::MAX] {
            assert!(!builder.add(document, FieldId(0), "fraude"), "{document}");
        }
        assert_eq!(builder.finish().n_documents(), 3);
    }

    proptest! {
        #[test]
        fn sorts_words(words in prop::collection::vec("[ab\0é]{0,3}|[ab]{6,10}", 0..60)) {
            let mut expected: Vec<usize> = (0..words.len()).collect();
            expected.sort_by_key(|place| &words[*place]);
            prop_assert_eq!(sorted_words(words.len(), &|place| &words[place]), expected);
        }
    }

    #[test]
    fn stop_words_are_no_parts() {
        let kin = |text: &str, stem: &str| {
            let mut builder =
                IndexBuilder::new(vec![FieldSpec { weight: 1.0, language: Language::Dutch, length_share: 1.0 }]);
            builder.add(0, FieldId(0), text);
            let index = builder.finish();
            let vocabulary = index.vocabularies().next().unwrap();
            let mut found = Vec::new();
            vocabulary.kin(stem, &mut |term, kinship| found.push((term, kinship)));
            found.into_iter().map(|(_, kinship)| kinship).collect::<Vec<_>>()
        };
        // "Dossier" with "persoon" behind it is a compound; with "tussen", a stop word, only perhaps.
        assert!(kin("dossier persoon dossierpersoon", "dossier").contains(&Kinship::Modifier));
        assert!(!kin("tussen persoon tussenpersoon", "tussen").contains(&Kinship::Modifier));
    }
}

//! How does an index come about?
//!
//! ```text
//! add     text ──▶ words ──▶ number of the term (a hash table of the words) ──▶ the term's own list: document, field, position
//! finish  terms in order ──▶ each list packed as a record and its positions ──▶ stems and compounds of all terms
//! ```
//!
//! The lists grow in chunks of an arena of pages, each chunk twice as large as the one before it, so that nothing that has been
//! written is moved and a rare word takes few bytes (the scheme of Lucene's `ByteBlockPool`, with its growing slices).

use super::{
    FieldFrequency, FieldId, FieldSpec, Index, Kinship, MAX_COMPLETIONS, MAX_DOCUMENTS, MAX_FIELDS, START_STEP,
    fold_sign, language_code, length_code, length_table, norms_of,
};
use crate::analysis::{self, Language, each_word};
use crate::bytes::{Reader, RunsWriter, join_sections, length_u32, push_u32, push_varint, u32_at};
use crate::dictionary::DictionaryWriter;
use crate::order::{sort, sorted};
use crate::postings::{Levels, Posting, PostingsWriter};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Longest term in bytes. A longer word is no word that anybody looks for.
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
    arena: Arena,
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
        Self { fields, vocabularies, vocabulary_of, lengths: Vec::new(), positions, arena: Arena::default() }
    }

    /// How many documents there are so far: one more than the highest number.
    pub fn n_documents(&self) -> u32 {
        length_u32(self.lengths.len().checked_div(self.fields.len()).unwrap_or(0))
    }

    /// Adds a text to a field of a document, and says whether it could: documents come in ascending order below [`MAX_DOCUMENTS`], and the
    /// field must exist.
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
        let arena = &mut self.arena;
        let mut n_words = 0;
        let n_segments = each_word(text, &mut |word| {
            n_words += u32::from(!word.is_joined);
            if word.word.len() <= MAX_TERM {
                let position = first.saturating_add(word.position);
                vocabulary.add(arena, word, Occurrence { document, field: u32::from(field.0), position });
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
        };
        Index::open(&bytes, place).unwrap_or_else(empty)
    }

    fn into_bytes(self) -> Vec<u8> {
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
            self.vocabularies.iter().map(|vocabulary| vocabulary.pack(&self.arena, &mut packer)).collect();
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

/// A place at which a term stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Occurrence {
    document: u32,
    field: u32,
    position: u32,
}

/// The terms of one language, as they came.
#[derive(Debug)]
struct Collected {
    language: Language,
    words: Words,
    terms: Vec<Term>,
}

/// A few varints on their way into an [`Arena`].
#[derive(Default)]
struct Bytes {
    bytes: [u8; 16],
    length: usize,
}

impl Bytes {
    #[inline(always)]
    fn push_varint(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.push(number | 0x80);
            number >>= 7;
        }
        self.push(number);
    }

    #[inline(always)]
    fn push(&mut self, byte: u32) {
        if let Some(slot) = self.bytes.get_mut(self.length) {
            *slot = (byte & 0xFF) as u8;
            self.length += 1;
        }
    }

    #[inline(always)]
    fn as_slice(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }
}

/// What is remembered of a term besides its word.
#[derive(Clone, Copy, Debug)]
struct Term {
    list: List,
    last_document: u32,
    /// See [`analysis::Word::base`]; the shortest that was seen.
    base: u8,
    /// Whether it stands somewhere as a word of its own, not only as several segments taken together.
    is_own: bool,
}

impl Collected {
    fn new(language: Language) -> Self {
        Self { language, words: Words::default(), terms: Vec::new() }
    }

    fn add(&mut self, arena: &mut Arena, word: analysis::Word<'_>, occurrence: Occurrence) {
        let term = self.words.number_of(word.word);
        let base = u8::try_from(word.base).unwrap_or(u8::MAX);
        if term as usize == self.terms.len() {
            self.terms.push(Term { list: arena.start(), last_document: 0, base, is_own: false });
        }
        let Some(term) = self.terms.get_mut(term as usize) else { return };
        term.is_own |= !word.is_joined;
        term.base = term.base.min(base);
        let gap = occurrence.document - term.last_document;
        let mut bytes = Bytes::default();
        bytes.push_varint(occurrence.field << 1 | u32::from(gap > 0));
        if gap > 0 {
            bytes.push_varint(gap);
        }
        bytes.push_varint(occurrence.position);
        arena.push(&mut term.list, bytes.as_slice());
        term.last_document = occurrence.document;
    }

    fn pack(&self, arena: &Arena, packer: &mut Packer<'_>) -> Vec<u8> {
        let order = sorted_words(self.terms.len(), &|term| self.words.word(term));
        let mut terms = DictionaryWriter::new();
        let (mut list, mut starts, mut n_documents) = (Vec::new(), Vec::new(), Vec::with_capacity(order.len()));
        for (number, &term) in order.iter().enumerate() {
            if number.is_multiple_of(START_STEP as usize) {
                for stream in [&packer.postings.records, &packer.postings.profiles, &packer.positions] {
                    push_u32(&mut starts, length_u32(stream.len()));
                }
            }
            terms.push(self.words.word(term).as_bytes());
            list.clear();
            if let Some(term) = self.terms.get(term) {
                arena.copy(&term.list, &mut list);
            }
            n_documents.push(packer.pack(&list));
        }
        let (stems, kin_runs, kin) = self.kin(&order);
        let (beginnings, runs, completions) = self.completions(&order, &n_documents);
        join_sections(&[&terms.finish(), &starts, &stems, &kin_runs, &kin, &beginnings, &runs, &completions])
    }

    /// Beginnings that many terms have, where the terms of each stand, and the terms.
    fn completions(&self, order: &[usize], n_documents: &[usize]) -> (Vec<u8>, Vec<u8>, Vec<u8>) {
        let mut found: Vec<(&[u8], Vec<u32>)> = Vec::new();
        // What many terms begin with, one letter longer at a time: the place of the first term, and the terms.
        let (mut groups, mut length) = (vec![(0, order)], 1);
        while !groups.is_empty() {
            let beginning = |term: usize| self.words.word(term).as_bytes().get(..length);
            let mut longer = Vec::new();
            for (mut first, group) in groups {
                for terms in group.chunk_by(|one, next| beginning(*one) == beginning(*next)) {
                    let letters = terms.first().and_then(|term| beginning(*term));
                    if let Some(letters) = letters.filter(|_| terms.len() > MAX_COMPLETIONS) {
                        let count = |at: usize| n_documents.get(first + at).copied().unwrap_or(0);
                        let mut best = sorted(terms.len(), &|one, other| count(other).cmp(&count(one)));
                        best.truncate(MAX_COMPLETIONS / 2);
                        sort(&mut best, &|one, other| one.cmp(other));
                        found.push((letters, best.into_iter().map(|at| length_u32(first + at)).collect()));
                        longer.push((first, terms));
                    }
                    first += terms.len();
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
                push_varint(&mut completions, term - before);
                before = term;
            }
            runs.push(completions.len() - start);
        }
        (beginnings.finish(), runs.finish(), completions)
    }

    /// The stems, where the kin of each stands, and the kin.
    fn kin(&self, order: &[usize]) -> (Vec<u8>, Vec<u8>, Vec<u8>) {
        let is_word = |word: &str| {
            let term = self.words.find(word).and_then(|term| self.terms.get(term as usize));
            term.is_some_and(|term| term.is_own)
        };
        let (mut found, mut texts) = (Vec::<(u32, Kinship)>::new(), Texts::default());
        for (number, &term) in (0..).zip(order) {
            let Some(&Term { base, is_own, .. }) = self.terms.get(term) else { continue };
            let word = self.words.word(term);
            let stem = analysis::stem(word.get(..usize::from(base)).unwrap_or(word), self.language);
            texts.push(&stem);
            found.push((number, Kinship::Form));
            if is_own {
                for part in analysis::parts(word, self.language, &is_word) {
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
                    self.words.word(*term) == stem && base == stem.len()
                });
            // What `Vocabulary::kin` finds by itself.
            if is_alone || !stems.push(stem.as_bytes()) {
                continue;
            }
            let start = kin.len();
            // The first one from where the stem itself would stand: most begin with it.
            while order.get(rank as usize).is_some_and(|term| self.words.word(*term) < stem) {
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
    fn pack(&mut self, list: &[u8]) -> usize {
        let mut reader = Reader::new(list);
        let mut postings = std::mem::take(&mut self.list);
        postings.clear();
        let mut document = 0;
        // The occurrences in the current document, by field and position.
        let mut places: Vec<(u32, u32)> = Vec::new();
        while !reader.is_at_end() {
            let head = reader.varint();
            if head & 1 != 0 {
                if !places.is_empty() {
                    postings.push(self.posting(document, &mut places));
                }
                document += reader.varint();
            }
            places.push((head >> 1, reader.varint()));
        }
        postings.push(self.posting(document, &mut places));
        self.postings.push(&postings);
        let n_documents = postings.len();
        self.list = postings;
        n_documents
    }

    /// Takes the places in one document.
    fn posting(&mut self, document: u32, places: &mut Vec<(u32, u32)>) -> Posting {
        if !places.is_sorted() {
            sort(places, &|one, other| one.cmp(other));
        }
        let start = self.positions.len();
        let mut frequency = 0.0;
        self.parts.clear();
        for of_field in places.chunk_by(|one, next| one.0 == next.0) {
            let field = of_field.first().map_or(0, |(field, _)| *field);
            let mut before = 0;
            for (_, position) in of_field {
                push_varint(&mut self.positions, position - before);
                before = *position;
            }
            let n_occurrences = length_u32(of_field.len());
            frequency += f64::from(n_occurrences) * self.fields.get(field as usize).map_or(0.0, |field| field.weight);
            self.parts
                .push(FieldFrequency { field: FieldId(u16::try_from(field).unwrap_or(0)), frequency: n_occurrences });
        }
        places.clear();
        let code = self.lengths.get(document as usize).copied().unwrap_or(0);
        frequency *= self.norms.get(usize::from(code)).copied().unwrap_or(0.0);
        let profile = self.profiles.number_of(&self.parts);
        Posting { document, profile, frequency, n_position_bytes: length_u32(self.positions.len() - start) }
    }
}

/// The profiles, numbered as they come; first of all one for each field with a single occurrence.
#[derive(Debug)]
struct Profiles {
    numbers: BTreeMap<Vec<FieldFrequency>, u32>,
    /// Numbers of small profiles by their [`packed`] form, where they were last found.
    recent: [(u64, u32); 256],
    bytes: Vec<u8>,
}

impl Profiles {
    fn new(n_fields: usize) -> Self {
        let mut profiles = Self { numbers: BTreeMap::new(), recent: [(0, 0); 256], bytes: Vec::new() };
        for field in (0..).take(n_fields).map(FieldId) {
            profiles.number_of(&[FieldFrequency { field, frequency: 1 }]);
        }
        profiles
    }

    fn number_of(&mut self, parts: &[FieldFrequency]) -> u32 {
        let packed = packed(parts);
        let place = hash(&packed.to_le_bytes()) as usize % self.recent.len();
        match self.recent.get(place) {
            Some((known, number)) if *known == packed && packed != 0 => return *number,
            _ => {}
        }
        let number = match self.numbers.get(parts) {
            Some(number) => *number,
            None => self.push(parts),
        };
        if let Some(slot) = self.recent.get_mut(place) {
            *slot = (packed, number);
        }
        number
    }

    fn push(&mut self, parts: &[FieldFrequency]) -> u32 {
        push_varint(&mut self.bytes, length_u32(parts.len()));
        for part in parts {
            push_varint(&mut self.bytes, u32::from(part.field.0));
            push_varint(&mut self.bytes, part.frequency);
        }
        let number = length_u32(self.numbers.len());
        self.numbers.insert(parts.to_vec(), number);
        number
    }
}

/// Up to four frequencies below 1024 as one number above 0; 0 stands for all other profiles.
#[inline(always)]
fn packed(parts: &[FieldFrequency]) -> u64 {
    if parts.len() > 4 {
        return 0;
    }
    let mut packed = 0;
    for part in parts {
        if part.frequency >= 1024 {
            return 0;
        }
        packed = packed << 16 | u64::from(part.field.0) << 10 | u64::from(part.frequency);
    }
    packed
}

/// Many short texts in one.
#[derive(Debug, Default)]
struct Texts {
    text: String,
    ends: Vec<u32>,
}

impl Texts {
    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(length_u32(self.text.len()));
    }

    fn get(&self, number: usize) -> &str {
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(number).copied().unwrap_or(0);
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }
}

/// Words with numbers, in the order in which they came: a hash table with open addressing.
#[derive(Debug, Default)]
struct Words {
    /// Hash of a word and its number plus one; 0 where there is none. The length is a power of two, and at least a third is empty.
    slots: Vec<(u32, u32)>,
    texts: Texts,
    /// What hashes begin with. It changes when words stand far from where they belong: texts can be made whose words all hash alike for
    /// one beginning, so that finding each would walk over all of them, but not for those that follow from it.
    seed: u64,
}

/// How far a word may stand from where it belongs, in slots. By chance one in a hundred million does.
const MAX_DISTANCE: usize = 256;

impl Words {
    fn word(&self, number: usize) -> &str {
        self.texts.get(number)
    }

    fn find(&self, word: &str) -> Option<u32> {
        self.slots.get(self.slot(seeded_hash(self.seed, word.as_bytes()), word))?.1.checked_sub(1)
    }

    /// Where the word with this hash stands among the slots, or where it would.
    #[inline(always)]
    fn slot(&self, hash: u32, word: &str) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = hash as usize & mask;
        while let Some((known, number)) = self.slots.get(slot)
            && *number != 0
            && (*known != hash || self.word(*number as usize - 1) != word)
        {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn number_of(&mut self, word: &str) -> u32 {
        if self.texts.ends.len() * 3 >= self.slots.len() * 2 {
            self.grow();
        }
        let hash = seeded_hash(self.seed, word.as_bytes());
        let at = self.slot(hash, word);
        let Some(slot) = self.slots.get_mut(at) else { return 0 };
        if let Some(number) = slot.1.checked_sub(1) {
            return number;
        }
        self.texts.push(word);
        *slot = (hash, length_u32(self.texts.ends.len()));
        let number = slot.1 - 1;
        if at.wrapping_sub(hash as usize) & (self.slots.len() - 1) > MAX_DISTANCE {
            self.reseed();
        }
        number
    }

    /// Hashes all words anew, from another beginning.
    #[cold]
    fn reseed(&mut self) {
        self.seed = self.seed.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let n_slots = self.slots.len();
        self.slots = vec![(0, 0); n_slots];
        for number in 0..self.texts.ends.len() {
            let hash = seeded_hash(self.seed, self.word(number).as_bytes());
            let at = self.slot(hash, self.word(number));
            if let Some(empty) = self.slots.get_mut(at) {
                *empty = (hash, length_u32(number + 1));
            }
        }
    }

    fn grow(&mut self) {
        let length = (self.slots.len() * 2).max(1024);
        let before = std::mem::replace(&mut self.slots, vec![(0, 0); length]);
        for (hash, number) in before.into_iter().filter(|(_, number)| *number != 0) {
            let mut slot = hash as usize & (length - 1);
            while self.slots.get(slot).is_some_and(|(_, number)| *number != 0) {
                slot = (slot + 1) & (length - 1);
            }
            if let Some(empty) = self.slots.get_mut(slot) {
                *empty = (hash, number);
            }
        }
    }
}

/// Multiply and fold, eight bytes a step (after wyhash, Wang Yi, public domain). Only places in a table depend on it.
fn hash(word: &[u8]) -> u32 {
    seeded_hash(0, word)
}

/// The same from another beginning.
#[inline(always)]
#[expect(clippy::cast_possible_truncation, reason = "the lowest bits are what is wanted")]
fn seeded_hash(seed: u64, word: &[u8]) -> u32 {
    let mixed = |sum: u64| {
        let sum = sum.wrapping_mul(0xA076_1D64_78BD_642F);
        sum ^ (sum >> 32)
    };
    let (eights, rest) = word.as_chunks::<8>();
    let sum = eights.iter().fold(seed ^ word.len() as u64, |sum, eight| mixed(sum ^ u64::from_le_bytes(*eight)));
    mixed(sum ^ rest.iter().fold(0, |rest, byte| rest << 8 | u64::from(*byte))) as u32
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

/// Bytes of a page of the arena. No chunk reaches from one page into the next.
const PAGE: usize = 1 << 16;
/// Payload of the first chunk of a list; that of the next is twice as large, up to [`MAX_CHUNK`].
const FIRST_CHUNK: u16 = 12;
const MAX_CHUNK: u16 = FIRST_CHUNK << 5;
/// Bytes behind the payload of a chunk that say where the next one stands.
const LINK: usize = 4;

/// Where many growing lists of bytes stand.
#[derive(Debug, Default)]
struct Arena {
    pages: Vec<Vec<u8>>,
}

/// A list in an [`Arena`].
#[derive(Clone, Copy, Debug)]
struct List {
    first: u32,
    /// The place of the next byte.
    next: u32,
    /// Bytes that the last chunk still has room for.
    room: u16,
    /// Payload of the last chunk.
    chunk: u16,
}

impl Arena {
    /// Room for a chunk, as the place of its first byte.
    fn allocate(&mut self, payload: u16) -> u32 {
        let length = usize::from(payload) + LINK;
        if self.pages.last().is_none_or(|page| page.len() + length > PAGE) {
            self.pages.push(Vec::with_capacity(PAGE));
        }
        let number = self.pages.len() - 1;
        let Some(page) = self.pages.last_mut() else { return 0 };
        let at = page.len();
        page.resize(at + length, 0);
        length_u32(number * PAGE + at)
    }

    fn start(&mut self) -> List {
        let first = self.allocate(FIRST_CHUNK);
        List { first, next: first, room: FIRST_CHUNK, chunk: FIRST_CHUNK }
    }

    fn bytes_at(&mut self, place: u32) -> &mut [u8] {
        let place = place as usize;
        self.pages.get_mut(place / PAGE).and_then(|page| page.get_mut(place % PAGE..)).unwrap_or_default()
    }

    /// Appends bytes, which need not stay together.
    #[inline(always)]
    fn push(&mut self, list: &mut List, mut bytes: &[u8]) {
        loop {
            let (now, later) = bytes.split_at_checked(usize::from(list.room)).unwrap_or((bytes, &[]));
            for (slot, byte) in self.bytes_at(list.next).iter_mut().zip(now) {
                *slot = *byte;
            }
            list.next += length_u32(now.len());
            list.room -= u16::try_from(now.len()).unwrap_or(0);
            if later.is_empty() {
                return;
            }
            bytes = later;
            self.extend(list);
        }
    }

    /// Links another chunk to a list.
    fn extend(&mut self, list: &mut List) {
        let chunk = (list.chunk * 2).min(MAX_CHUNK);
        let next = self.allocate(chunk);
        for (slot, byte) in self.bytes_at(list.next).iter_mut().zip(next.to_le_bytes()) {
            *slot = byte;
        }
        *list = List { next, room: chunk, chunk, ..*list };
    }

    /// Appends the bytes of a list to `bytes`.
    fn copy(&self, list: &List, bytes: &mut Vec<u8>) {
        let (mut place, mut payload) = (list.first as usize, FIRST_CHUNK);
        loop {
            let chunk = usize::from(payload);
            let page = self.pages.get(place / PAGE).map_or(&[][..], Vec::as_slice);
            let from = page.get(place % PAGE..).unwrap_or_default();
            let used = (list.next as usize).wrapping_sub(place);
            if used <= chunk {
                bytes.extend_from_slice(from.get(..used).unwrap_or_default());
                return;
            }
            bytes.extend_from_slice(from.get(..chunk).unwrap_or_default());
            place = u32_at(from, chunk) as usize;
            payload = (payload * 2).min(MAX_CHUNK);
        }
    }
}

#[cfg(test)]
mod tests {
    //! 1. Words that hash alike do not make each other slow.
    //! 2. Numbers of documents that no index can hold are refused.
    //! 3. Words are in the order in which a stable sort puts them.

    use super::*;
    use proptest::prelude::*;

    #[test]
    fn flood() {
        // All of them belong into the same of 1,024 slots, which hold 682 words.
        let belongs = |word: &String| seeded_hash(0, word.as_bytes()) & 1_023 == 7;
        let words: Vec<String> = (0..).map(|number: u32| format!("w{number}")).filter(belongs).take(680).collect();
        let mut table = Words::default();
        for (number, word) in (0..).zip(&words) {
            assert_eq!(table.number_of(word), number);
        }
        assert_ne!(table.seed, 0);
        for (number, word) in (0..).zip(&words) {
            assert_eq!((table.number_of(word), table.find(word)), (number, Some(number)));
        }
        let mask = table.slots.len() - 1;
        let taken = table.slots.iter().enumerate().filter(|(_, (_, number))| *number != 0);
        let farthest = taken.map(|(at, (hash, _))| at.wrapping_sub(*hash as usize) & mask).max();
        assert!(farthest.unwrap() <= MAX_DISTANCE, "{farthest:?}");
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
}

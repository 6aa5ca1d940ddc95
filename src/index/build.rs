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
    FieldFrequency, FieldId, FieldSpec, Index, Kinship, MAX_COMPLETIONS, MAX_FIELDS, language_code, length_code,
    length_table, norms_of,
};
use crate::analysis::{self, Language, each_word};
use crate::bytes::{Reader, RunsWriter, join_sections, length_u32, push_varint, u32_at};
use crate::dictionary::DictionaryWriter;
use crate::order::{sort, sorted};
use crate::postings::{Levels, Posting, push_record};
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
/// let title = FieldSpec { weight: 2.0, language: Language::Dutch, b: 0.5 };
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

    /// Adds a text to a field of a document, and says whether it could: documents come in ascending order, and the field must
    /// exist.
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
            average_lengths: Vec::new(),
            norms: Vec::new(),
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
        let (mut lengths, mut norms) = (Vec::with_capacity(self.lengths.len()), Vec::new());
        for (number, field) in self.fields.iter().enumerate() {
            let (mut sum, mut count) = (0_u64, 0_u32);
            for length in self.lengths.iter().skip(number).step_by(n_fields) {
                sum += u64::from(*length);
                count += u32::from(*length > 0);
                lengths.push(u8::try_from(length_code(&table, *length)).unwrap_or(u8::MAX));
            }
            #[expect(clippy::cast_precision_loss, reason = "no collection has 2^53 words")]
            let average = if count > 0 { sum as f64 / f64::from(count) } else { 0.0 };
            for number in [field.weight, field.b, average] {
                head.extend_from_slice(&number.to_bits().to_le_bytes());
            }
            head.push(language_code(field.language));
            norms.push(norms_of(field.weight, field.b, average, &table));
        }
        head.extend(self.vocabularies.iter().map(|vocabulary| language_code(vocabulary.language)));

        let mut packer = Packer {
            n_documents,
            lengths: &lengths,
            norms: &norms,
            levels: Levels::default(),
            profiles: Profiles::new(n_fields),
            postings: Vec::new(),
            positions: Vec::new(),
            parts: Vec::new(),
        };
        let vocabularies: Vec<Vec<u8>> =
            self.vocabularies.iter().map(|vocabulary| vocabulary.pack(&self.arena, &mut packer)).collect();
        let vocabularies: Vec<&[u8]> = vocabularies.iter().map(Vec::as_slice).collect();
        let Packer { profiles, postings, positions, .. } = packer;
        join_sections(&[&head, &lengths, &profiles.bytes, &postings, &positions, &join_sections(&vocabularies)])
    }
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
        let term = self.words.number_of(word.word.as_bytes());
        let base = u8::try_from(word.base).unwrap_or(u8::MAX);
        if term as usize == self.terms.len() {
            self.terms.push(Term { list: arena.start(), last_document: 0, base, is_own: false });
        }
        let Some(term) = self.terms.get_mut(term as usize) else { return };
        term.is_own |= !word.is_joined;
        term.base = term.base.min(base);
        arena.push(&mut term.list, occurrence.document - term.last_document);
        arena.push(&mut term.list, occurrence.field);
        arena.push(&mut term.list, occurrence.position);
        term.last_document = occurrence.document;
    }

    fn word(&self, term: usize) -> &str {
        std::str::from_utf8(self.words.word(length_u32(term))).unwrap_or_default()
    }

    fn pack(&self, arena: &Arena, packer: &mut Packer<'_>) -> Vec<u8> {
        let order = sorted(self.terms.len(), &|one, other| self.word(one).cmp(self.word(other)));
        let mut terms = DictionaryWriter::new();
        let mut records = RunsWriter::starting_at(packer.postings.len());
        let mut places = RunsWriter::starting_at(packer.positions.len());
        let (mut list, mut n_documents) = (Vec::new(), Vec::with_capacity(order.len()));
        for &term in &order {
            terms.push(self.word(term).as_bytes());
            list.clear();
            if let Some(term) = self.terms.get(term) {
                arena.copy(&term.list, &mut list);
            }
            let record = packer.pack(&list);
            records.push(record.n_bytes);
            places.push(record.n_position_bytes);
            n_documents.push(record.documents);
        }
        let (stems, kin_runs, kin) = self.kin(&order);
        let (beginnings, runs, completions) = self.completions(&order, &n_documents);
        join_sections(&[
            &terms.finish(),
            &records.finish(),
            &places.finish(),
            &stems,
            &kin_runs,
            &kin,
            &beginnings,
            &runs,
            &completions,
        ])
    }

    /// Beginnings that many terms have, where the terms of each stand, and the terms.
    fn completions(&self, order: &[usize], n_documents: &[usize]) -> (Vec<u8>, Vec<u8>, Vec<u8>) {
        let mut found: Vec<(&[u8], Vec<u32>)> = Vec::new();
        let mut length = 1;
        loop {
            let before = found.len();
            let beginning = |term: usize| self.word(term).as_bytes().get(..length);
            let mut from = 0_u32;
            for terms in order.chunk_by(|one, next| beginning(*one) == beginning(*next)) {
                let first = from;
                from += length_u32(terms.len());
                let Some(letters) = terms.first().and_then(|term| beginning(*term)) else { continue };
                if terms.len() > MAX_COMPLETIONS {
                    let count = |at: usize| n_documents.get(first as usize + at).copied().unwrap_or(0);
                    let mut best = sorted(terms.len(), &|one, other| count(other).cmp(&count(one)));
                    best.truncate(MAX_COMPLETIONS / 2);
                    sort(&mut best, &|one, other| one.cmp(other));
                    found.push((letters, best.into_iter().map(|at| first + length_u32(at)).collect()));
                }
            }
            if found.len() == before {
                break;
            }
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
            let term = self.words.find(word.as_bytes()).and_then(|term| self.terms.get(term as usize));
            term.is_some_and(|term| term.is_own)
        };
        let mut found: Vec<(String, u32, Kinship)> = Vec::new();
        for (number, &term) in (0..).zip(order) {
            let Some(&Term { base, is_own, .. }) = self.terms.get(term) else { continue };
            let word = self.word(term);
            let stem = analysis::stem(word.get(..usize::from(base)).unwrap_or(word), self.language);
            if is_own {
                for part in analysis::parts(word, self.language, &is_word) {
                    let kinship = match part.role {
                        _ if !part.is_certain => Kinship::Uncertain,
                        analysis::Role::Head => Kinship::Head,
                        analysis::Role::Modifier | analysis::Role::Middle => Kinship::Modifier,
                    };
                    if part.stem != stem {
                        found.push((part.stem, number, kinship));
                    }
                }
            }
            found.push((stem, number, Kinship::Form));
        }
        sort(&mut found, &|one, other| one.cmp(other));
        let (mut stems, mut runs, mut kin) = (DictionaryWriter::new(), RunsWriter::default(), Vec::new());
        for of_stem in found.chunk_by(|one, next| one.0 == next.0) {
            let Some((stem, first, _)) = of_stem.first() else { continue };
            let is_alone = of_stem.len() == 1
                && order.get(*first as usize).is_some_and(|term| {
                    let base = self.terms.get(*term).map_or(0, |term| usize::from(term.base));
                    self.word(*term) == stem && base == stem.len()
                });
            // What `Vocabulary::kin` finds by itself.
            if is_alone || !stems.push(stem.as_bytes()) {
                continue;
            }
            let start = kin.len();
            let mut before = 0;
            // The first of a term is its closest kinship.
            for (_, term, kinship) in of_stem.chunk_by(|one, next| one.1 == next.1).filter_map(<[_]>::first) {
                push_varint(&mut kin, (term - before) << 2 | *kinship as u32);
                before = *term;
            }
            runs.push(kin.len() - start);
        }
        (stems.finish(), runs.finish(), kin)
    }
}

/// Packs lists, one term after the other.
struct Packer<'p> {
    n_documents: u32,
    lengths: &'p [u8],
    norms: &'p [[f64; 256]],
    levels: Levels,
    profiles: Profiles,
    postings: Vec<u8>,
    positions: Vec<u8>,
    /// The fields of the posting that is being packed.
    parts: Vec<FieldFrequency>,
}

/// What a packed term takes.
struct Packed {
    n_bytes: usize,
    n_position_bytes: usize,
    documents: usize,
}

impl Packer<'_> {
    /// Packs the list of a term.
    fn pack(&mut self, list: &[u8]) -> Packed {
        let (start, places_start) = (self.postings.len(), self.positions.len());
        let mut reader = Reader::new(list);
        let mut postings: Vec<Posting> = Vec::new();
        let mut document = 0;
        // The occurrences in the current document, by field and position.
        let mut places: Vec<(u32, u32)> = Vec::new();
        while !reader.is_at_end() {
            let (gap, field, position) = (reader.varint(), reader.varint(), reader.varint());
            if gap > 0 && !places.is_empty() {
                postings.push(self.posting(document, &mut places));
            }
            document += gap;
            places.push((field, position));
        }
        postings.push(self.posting(document, &mut places));
        push_record(&mut self.postings, &postings, &self.levels);
        Packed {
            n_bytes: self.postings.len() - start,
            n_position_bytes: self.positions.len() - places_start,
            documents: postings.len(),
        }
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
            let code = self.lengths.get(field as usize * self.n_documents as usize + document as usize);
            let norm = self.norms.get(field as usize).zip(code).and_then(|(norms, code)| norms.get(usize::from(*code)));
            frequency += f64::from(n_occurrences) * norm.copied().unwrap_or(0.0);
            self.parts
                .push(FieldFrequency { field: FieldId(u16::try_from(field).unwrap_or(0)), frequency: n_occurrences });
        }
        places.clear();
        let profile = self.profiles.number_of(&self.parts);
        Posting { document, profile, frequency, n_position_bytes: length_u32(self.positions.len() - start) }
    }
}

/// The profiles, numbered as they come; first of all one for each field with a single occurrence.
#[derive(Debug)]
struct Profiles {
    numbers: BTreeMap<Vec<FieldFrequency>, u32>,
    bytes: Vec<u8>,
    n_fields: usize,
}

impl Profiles {
    fn new(n_fields: usize) -> Self {
        let mut profiles = Self { numbers: BTreeMap::new(), bytes: Vec::new(), n_fields };
        for field in (0..).take(n_fields).map(FieldId) {
            profiles.number_of(&[FieldFrequency { field, frequency: 1 }]);
        }
        profiles
    }

    fn number_of(&mut self, parts: &[FieldFrequency]) -> u32 {
        // By far the most postings are of this kind.
        if let [FieldFrequency { field, frequency: 1 }] = parts
            && self.numbers.len() >= self.n_fields
        {
            return u32::from(field.0);
        }
        if let Some(number) = self.numbers.get(parts) {
            return *number;
        }
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

/// Words with numbers, in the order in which they came: a hash table with open addressing over one run of bytes.
#[derive(Debug, Default)]
struct Words {
    /// Number of a word plus one; 0 where there is none. Its length is a power of two, and at least a third of it is 0.
    slots: Vec<u32>,
    bytes: Vec<u8>,
    ends: Vec<u32>,
}

impl Words {
    fn word(&self, number: u32) -> &[u8] {
        let number = number as usize;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(number).copied().unwrap_or(0);
        self.bytes.get(start as usize..end as usize).unwrap_or_default()
    }

    fn find(&self, word: &[u8]) -> Option<u32> {
        let slot = self.slot(word);
        self.slots.get(slot)?.checked_sub(1)
    }

    /// Where the word stands among the slots, or where it would.
    fn slot(&self, word: &[u8]) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = hash(word) & mask;
        while let Some(number) = self.slots.get(slot).and_then(|number| number.checked_sub(1))
            && self.word(number) != word
        {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn number_of(&mut self, word: &[u8]) -> u32 {
        if self.ends.len() * 3 >= self.slots.len() * 2 {
            self.grow();
        }
        let slot = self.slot(word);
        let Some(number) = self.slots.get_mut(slot) else { return 0 };
        if let Some(number) = number.checked_sub(1) {
            return number;
        }
        self.bytes.extend_from_slice(word);
        self.ends.push(length_u32(self.bytes.len()));
        *number = length_u32(self.ends.len());
        *number - 1
    }

    fn grow(&mut self) {
        self.slots = vec![0; (self.slots.len() * 2).max(1024)];
        for number in 0..length_u32(self.ends.len()) {
            let slot = self.slot(self.word(number));
            if let Some(empty) = self.slots.get_mut(slot) {
                *empty = number + 1;
            }
        }
    }
}

/// FNV-1a with the high bits folded into the low ones, which alone choose a slot.
#[expect(clippy::cast_possible_truncation, reason = "the lowest bits are what is wanted")]
fn hash(word: &[u8]) -> usize {
    let mut hash = 0xCBF2_9CE4_8422_2325_u64;
    for byte in word {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01B3);
    }
    (hash ^ (hash >> 32)) as usize
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

    fn push(&mut self, list: &mut List, mut number: u32) {
        while number >= 0x80 {
            self.push_byte(list, (number & 0x7F) as u8 | 0x80);
            number >>= 7;
        }
        self.push_byte(list, (number & 0x7F) as u8);
    }

    #[inline(always)]
    fn push_byte(&mut self, list: &mut List, byte: u8) {
        if list.room == 0 {
            let chunk = (list.chunk * 2).min(MAX_CHUNK);
            let next = self.allocate(chunk);
            for (slot, byte) in self.bytes_at(list.next).iter_mut().zip(next.to_le_bytes()) {
                *slot = byte;
            }
            *list = List { next, room: chunk, chunk, ..*list };
        }
        if let Some(slot) = self.bytes_at(list.next).first_mut() {
            *slot = byte;
        }
        list.next += 1;
        list.room -= 1;
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

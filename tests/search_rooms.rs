//! The language and search rooms seen from outside.
//!
//! 1. The Dutch stemmer brings together and keeps apart what the lists of pairs say, to a measured degree.
//! 2. The group of a word holds what a look at every word of the texts finds: the word, its forms, compounds, completions of an
//!    unfinished word, and corrections of a mistyped one only if nothing better answers. Its idf is that of the texts too.
//! 3. The ranking gives the documents and scores of a scan of the texts that knows no index, but for a rounding error, in the
//!    order of the scores, then of the documents. A limit gives the beginning of that list, to the bit.
//! 4. An explanation has the score of the ranking, to the bit.
//! 5. An answer holds the documents of the scan that have the phrases of the query and nothing that it excludes. Those that lack a
//!    concept count for the share that they have, and only when no document has all.
//! 6. What is found can be marked: every document found has something to highlight, in the field that counts most.
//! 7. Highlights and excerpts of any text for any query lie in the text, in order, without overlap, and are what a comparison of each
//!    word with each of the query gives, whatever was marked before.
//! 8. The first places of an answer are the right ones, each with a reason.
//! 9. What the best documents gain by closeness to the query is what a look at every pair of words of the texts gives, but for a
//!    rounding error; an answer explains its scores with it to the bit.
//! 10. What it costs a document to lack half of the words is the same for two and four of them, and half as much for eight.
//! 11. Only for what is suggested are texts read.

#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::float_cmp,
    reason = "a test says what it expects by failing loudly; its numbers are small"
)]

use empact_priorities::analysis::{
    CompoundPart, Language, MIN_STEM_AS_PART, Role, Side, Token, analyse, could_join, is_compound_part, is_stop,
    names_nothing, parts, sound, stem, verb, verb_forms,
};
use empact_priorities::closeness::CANDIDATES;
use empact_priorities::docset::DocSet;
use empact_priorities::group::{Group, Parameters, Typos, groups};
use empact_priorities::highlight::Marker;
use empact_priorities::index::{FieldId, FieldMask, FieldSpec, Index, IndexBuilder, Kinship};
use empact_priorities::query::{Concept, LastWord, NoticeCode, Phrase, Query, Reach, Syntax, TextWord, Word};
use empact_priorities::rank::{Matching, Ranked, Scope, explain, rank};
use empact_priorities::search::{Answer, Policy, Settings, search};
use empact_priorities::span::{ByteSpan, to_marks};
use empact_priorities::suggest::suggest;
use proptest::prelude::*;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

const BOTH: [Language; 2] = [Language::Dutch, Language::English];

// 1. Stems.

/// The pairs of a list, and those of them that meet.
fn pairs(list: &str) -> (usize, Vec<&str>) {
    let pairs: Vec<&str> = list.lines().filter(|line| !line.starts_with('#')).collect();
    let stem_of = |word: &str| analyse(word, Language::Dutch)[0].stem.clone();
    let meets = |pair: &&str| pair.split_once(' ').is_some_and(|(one, other)| stem_of(one) == stem_of(other));
    let meeting = pairs.iter().copied().filter(meets).collect();
    (pairs.len(), meeting)
}

/// The figures are those measured when the rules were written. The rules were written with the lists at hand, so they say what
/// must not be lost, not how well unseen words do.
#[test]
fn dutch_stems() {
    let (n_same, meeting) = pairs(include_str!("data/dutch-stem-pairs-same.txt"));
    assert_eq!(n_same, 184);
    assert!(meeting.len() >= 178, "only {} meet", meeting.len());
    let (n_different, meeting) = pairs(include_str!("data/dutch-stem-pairs-different.txt"));
    assert_eq!(n_different, 63);
    assert!(meeting.len() <= 8, "these meet: {meeting:?}");
}

// 2 to 6. The index against a scan.

/// A text of a document: the document, the field, the words.
type Text = (u32, u16, String);

/// The name that stands for the first field in a query.
const SYNTAX: Syntax<'static> = Syntax { fields: &["kop"], filters: &[] };

fn mask(_: usize) -> FieldMask {
    FieldMask::of([FieldId(0)])
}

fn fields() -> Vec<FieldSpec> {
    vec![
        FieldSpec { weight: 3.0, language: Language::Dutch, length_share: 0.5 },
        FieldSpec { weight: 1.0, language: Language::Dutch, length_share: 1.0 },
        FieldSpec { weight: 0.8, language: Language::English, length_share: 0.0 },
    ]
}

fn language_of(field: u16) -> Language {
    fields()[usize::from(field)].language
}

fn build(texts: &[Text]) -> Index {
    let mut builder = IndexBuilder::new(fields());
    for (document, field, text) in texts {
        assert!(builder.add(*document, FieldId(*field), text));
    }
    builder.finish()
}

/// A number of words as an index remembers it: 256 numbers, in steps of one and from 32 on of a sixteenth.
fn remembered_length(n_words: u32) -> u32 {
    let mut length = 0;
    for _ in 1..256 {
        let next = length + (length / 16).max(1);
        if next > n_words {
            break;
        }
        length = next;
    }
    length
}

/// Words that are further from each other are not near.
const WINDOW: f64 = 8.0;

/// So many places are between two texts of a field.
const GAP: u32 = 16;

/// A word of a vocabulary.
type Term = (Language, String);

/// What is known of a term.
struct Known {
    stem: String,
    /// The stem of the verb that it is a form of.
    verb: Option<String>,
    parts: Vec<CompoundPart>,
    documents: BTreeSet<u32>,
}

/// The texts, read in the simplest way.
struct Scan {
    texts: Vec<(u32, u16, Vec<Token>)>,
    n_documents: u32,
    terms: BTreeMap<Term, Known>,
    /// Words by field and document, where there are any.
    lengths: BTreeMap<(u16, u32), u32>,
}

impl Scan {
    fn new(texts: &[Text]) -> Self {
        let read = |(document, field, text): &Text| (*document, *field, analyse(text, language_of(*field)));
        let texts: Vec<(u32, u16, Vec<Token>)> = texts.iter().map(read).collect();
        let n_documents = texts.iter().map(|(document, ..)| document + 1).max().unwrap_or(0);
        let (mut terms, mut own, mut lengths) = (BTreeMap::new(), BTreeSet::new(), BTreeMap::new());
        for (document, field, tokens) in &texts {
            for token in tokens {
                let term = (language_of(*field), token.word.clone());
                if !token.form.is_joined() {
                    own.insert(term.clone());
                    *lengths.entry((*field, *document)).or_default() += 1;
                }
                let new =
                    || Known { stem: token.stem.clone(), verb: None, parts: Vec::new(), documents: BTreeSet::new() };
                terms.entry(term).or_insert_with(new).documents.insert(*document);
            }
        }
        let is_stem = |term: &&Term| term.0.joins_compounds() && !names_nothing(&term.1, term.0);
        let stems: BTreeSet<Term> = own.iter().filter(is_stem).map(|term| (term.0, stem(&term.1, term.0))).collect();
        let all: BTreeSet<Term> = terms.keys().cloned().collect();
        for term in &own {
            let is_word = |word: &str| own.contains(&(term.0, word.to_owned()));
            let is_part = |word: &str| {
                let known = (term.0, word.to_owned());
                let is_stem = word.len() >= MIN_STEM_AS_PART && stems.contains(&known);
                if all.contains(&known) { is_word(word) } else { is_stem && !names_nothing(word, term.0) }
            };
            let known = terms.get_mut(term).unwrap();
            known.parts = parts(&term.1, term.0, &is_part);
            known.verb = verb(&term.1, term.0, &is_word);
        }
        Self { texts, n_documents, terms, lengths }
    }

    /// What a term has to do with a stem.
    fn kinship(term: &Term, known: &Known, language: Language, stem: &str) -> Option<Kinship> {
        if term.0 != language {
            return None;
        }
        if known.stem == stem && !is_stop(&term.1, language) || known.verb.as_deref() == Some(stem) {
            return Some(Kinship::Form);
        }
        let of_part = |part: &CompoundPart| match part.role {
            _ if !part.is_certain => Kinship::Uncertain,
            Role::Head => Kinship::Head,
            Role::Modifier | Role::Middle => Kinship::Modifier,
        };
        known.parts.iter().filter(|part| part.stem == stem).map(of_part).min()
    }

    /// Whether a term is a form of the word of a concept, or of the verb that this is a form of.
    fn is_form(&self, concept: &Concept, term: &Term) -> bool {
        let (language, word) = (term.0, concept.word());
        let is_term = |word: &str| self.terms.contains_key(&(language, word.to_owned()));
        let stem_of = stem;
        let stem = concept.stem(language).filter(|_| !is_stop(word, language)).map(str::to_owned);
        let mut stems = vec![stem, verb(word, language, &is_term)];
        verb_forms(word, language, &mut |form| stems.push(Some(stem_of(form, language))));
        let kinship = |stem: &str| Self::kinship(term, &self.terms[term], language, stem);
        stems.iter().flatten().any(|stem| kinship(stem) == Some(Kinship::Form))
    }

    /// What an occurrence of a term is worth to somebody who asks for `concept`; 0.0 if nothing.
    fn weight(&self, concept: &Concept, term: &Term, parameters: &Parameters) -> f64 {
        let (language, word, known) = (term.0, term.1.as_str(), &self.terms[term]);
        let kinship = |stem: Option<&str>| stem.and_then(|stem| Self::kinship(term, known, language, stem));
        let mut weights = vec![0.0];
        if word == concept.word() {
            weights.push(parameters.exact);
        }
        let stem = concept.stem(language).filter(|_| !is_stop(concept.word(), language));
        if concept.reach() >= Reach::Forms {
            let is_form = self.is_form(concept, term);
            let is_whole = |whole: &Word| word == whole.text() || kinship(whole.stem(language)) == Some(Kinship::Form);
            if is_form || concept.wholes().iter().any(is_whole) {
                weights.push(parameters.form);
            }
        }
        if concept.reach() == Reach::Related {
            weights.push(match kinship(stem) {
                Some(Kinship::Head) => parameters.head,
                Some(Kinship::Modifier) => parameters.modifier,
                Some(Kinship::Uncertain) => parameters.uncertain,
                Some(Kinship::Form) | None => 0.0,
            });
            let mut typed = concept.wholes().iter().map(Word::text).chain([concept.word()]);
            if concept.is_unfinished() && typed.any(|typed| word.starts_with(typed)) {
                weights.push(parameters.prefix);
            }
            if concept.parts().iter().any(|part| kinship(part.stem(language)) == Some(Kinship::Form)) {
                weights.push(parameters.part);
            }
            let is_term = |word: &str| self.terms.contains_key(&(language, word.to_owned()));
            let has_kin = |stem: &str| {
                self.terms.iter().any(|(term, known)| Self::kinship(term, known, language, stem).is_some())
            };
            let is_part = |word: &str| {
                let is_known = is_term(word) || word.len() >= MIN_STEM_AS_PART && has_kin(word);
                is_known && !names_nothing(word, language)
            };
            let parts = parts(concept.word(), language, &is_part);
            let is_known = self
                .terms
                .keys()
                .any(|term| term.0 == language && (term.1 == concept.word() || self.is_form(concept, term)));
            let rarities: Vec<f64> = parts.iter().map(|part| self.rarity(language, &part.stem)).collect();
            let rarest = rarities.iter().copied().fold(0.0, f64::max);
            for (part, rarity) in parts.iter().zip(rarities) {
                let is_weighed = !is_known && rarity > 0.0;
                let share = if is_weighed { rarity / rarest } else { 1.0 };
                let weight = share * if part.is_certain { parameters.part } else { parameters.part / 2.0 };
                weights.push(match kinship(Some(&part.stem)) {
                    Some(Kinship::Form) => weight,
                    Some(_) if !is_known => weight * parameters.sibling,
                    _ => 0.0,
                });
            }
        }
        weights.into_iter().fold(0.0, f64::max)
    }

    /// How much it tells that a document has a form of this stem; 0.0 if none has. A document counts once for each form.
    fn rarity(&self, language: Language, stem: &str) -> f64 {
        let is_form = |term: &Term, known: &Known| Self::kinship(term, known, language, stem) == Some(Kinship::Form);
        let forms = self.terms.iter().filter(|(term, known)| is_form(term, known));
        let n = forms.map(|(_, known)| known.documents.len()).sum::<usize>().min(self.n_documents as usize) as f64;
        if n > 0.0 { libm::log(1.0 + (f64::from(self.n_documents) - n + 0.5) / (n + 0.5)) } else { 0.0 }
    }

    /// The terms that answer a concept, with their weights.
    fn group(&self, concept: &Concept, typos: Typos, parameters: &Parameters) -> BTreeMap<Term, f64> {
        let all = self.terms.keys().map(|term| (term.clone(), self.weight(concept, term, parameters)));
        let mut group: BTreeMap<Term, f64> = all.filter(|(_, weight)| *weight > 0.0).collect();
        let is_known = group.values().any(|weight| *weight > parameters.uncertain);
        if is_known || concept.reach() != Reach::Related {
            return group;
        }
        let mut add = |term: &Term, weight: f64| {
            let known = group.entry(term.clone()).or_default();
            *known = known.max(weight);
        };
        // The longest beginning and the longest end that some Dutch word has something to do with.
        let word = concept.word();
        let kin = |(beginning, end): (&str, &str), side: Side| -> Vec<(&Term, Kinship)> {
            let piece = if side == Side::Beginning { beginning } else { end };
            let could_be = could_join(beginning, end, side, Language::Dutch) && !names_nothing(piece, Language::Dutch);
            let Some(first) = piece.get(..4).filter(|_| could_be) else { return Vec::new() };
            let stem = stem(piece, Language::Dutch);
            let kinship = |term: &Term, known| Self::kinship(term, known, Language::Dutch, &stem);
            let of_stem = self.terms.iter().filter_map(|(term, known)| Some((term, kinship(term, known)?)));
            let is_guess = |kinship| kinship == Kinship::Uncertain && piece.len() == 4;
            of_stem.filter(|(term, kinship)| term.1.contains(first) && !is_guess(*kinship)).collect()
        };
        let cuts = || (1..word.len()).filter_map(|at| word.split_at_checked(at));
        for found in [
            cuts().rev().map(|cut| kin(cut, Side::Beginning)).find(|found| !found.is_empty()),
            cuts().map(|cut| kin(cut, Side::End)).find(|found| !found.is_empty()),
        ] {
            for (term, kinship) in found.iter().flatten() {
                add(term, parameters.part / 2.0 * if *kinship == Kinship::Form { 1.0 } else { parameters.sibling });
            }
        }
        // In languages that write compounds apart: the first two known words that it is made of.
        let has = |half: &str| self.terms.contains_key(&(Language::English, half.to_owned()));
        let halves = cuts().filter(|(one, other)| one.len() >= 4 && other.len() >= 4);
        if let Some((one, other)) = halves.into_iter().find(|(one, other)| has(one) && has(other)) {
            for half in [one, other] {
                let stem = stem(half, Language::English);
                for (term, known) in &self.terms {
                    if Self::kinship(term, known, Language::English, &stem) == Some(Kinship::Form) {
                        add(term, parameters.part);
                    }
                }
            }
        }
        let is_listed = fields().iter().any(|field| is_compound_part(word, field.language));
        if typos == Typos::Tolerated && word.len() >= 4 && !is_listed && !word.bytes().any(|byte| byte.is_ascii_digit())
        {
            let nearest = self.corrections(concept, parameters);
            for (term, weight) in &nearest {
                add(term, *weight);
            }
            // And what the best of them would find.
            if let Some((best, share)) = nearest.first() {
                let meant = concept.meant(&best.1);
                for term in self.terms.keys() {
                    let weight = self.weight(&meant, term, parameters);
                    if weight > 0.0 {
                        add(term, parameters.meant * share * weight);
                    }
                }
            }
        }
        group
    }

    /// The terms closest to a mistyped word with their weights, best first.
    fn corrections(&self, concept: &Concept, parameters: &Parameters) -> Vec<(&Term, f64)> {
        let word = concept.word();
        let distance = |term: &Term| {
            let whole = term.1.as_bytes();
            let shortest = if concept.is_unfinished() && word.len() >= 5 { 0 } else { whole.len() };
            let of_length = |length| (edits(word.as_bytes(), &whole[..length]), length < whole.len());
            (shortest..=whole.len()).map(of_length).min().unwrap()
        };
        let known = self.terms.keys().filter(|term| !is_stop(&term.1, term.0));
        let distances = known.map(|term| (term, distance(term)));
        let is_near = |(term, (distance, only_begins_so)): &(&Term, (usize, bool))| {
            let (known, typed) = (&*term.1, word);
            let [known_sound, typed_sound] = [known, typed].map(sound);
            // A first letter was missed, or swapped with the second one.
            let others = |text: &str| text.chars().skip(1).collect::<String>();
            let is_missed = others(known) == typed || others(typed) == known;
            let begins = |text: &str| text.chars().take(2).collect::<Vec<_>>();
            let swapped: Vec<char> = begins(typed).into_iter().rev().collect();
            let is_slip = word.len() >= 6 && (is_missed || begins(known) == swapped);
            let is_alike = known_sound.first() == typed_sound.first();
            let is_beginning = word.len() >= 6 || known_sound.starts_with(&typed_sound);
            match (*only_begins_so, *distance) {
                (true, distance) => distance < 2 && is_alike && is_beginning,
                (false, 0 | 1) if word.len() == 4 && known.len() == 4 => {
                    let mut letters = [known, typed].map(|text| text.bytes().collect::<Vec<u8>>());
                    for letters in &mut letters {
                        letters.sort_unstable();
                    }
                    let is_swapped = letters[0] == letters[1] && is_alike;
                    known_sound == typed_sound || is_swapped
                }
                (false, 0 | 1) => is_alike || is_slip,
                (false, _) => is_alike && edits(&known_sound, &typed_sound) <= 1,
            }
        };
        let distances: Vec<(&Term, (usize, bool))> = distances.filter(is_near).collect();
        let fewest = distances.iter().map(|(_, distance)| *distance).min().unwrap_or((usize::MAX, false));
        if fewest.0 > if word.len() < 8 { 1 } else { 2 } {
            return Vec::new();
        }
        let nearest = distances.into_iter().filter(|(_, distance)| distance.0 == fewest.0);
        let weighed = nearest.map(|(term, (distance, only_begins_so))| {
            (term, if only_begins_so { 0.5 } else { 1.0 } * parameters.typo / distance as f64)
        });
        let mut weighed: Vec<(&Term, f64)> = weighed.collect();
        let n_documents = |term: &Term| self.terms[term].documents.len();
        weighed.sort_by(|(one, weight), (other, other_weight)| {
            other_weight.total_cmp(weight).then(n_documents(other).cmp(&n_documents(one)))
        });
        weighed
    }

    /// How much it tells that a document has one of these terms, as [`Group::idf`].
    fn idf(&self, concept: &Concept, group: &BTreeMap<Term, f64>) -> f64 {
        let n_documents = f64::from(self.n_documents.max(1));
        let share = |is_asked: &dyn Fn(&Term) -> bool| {
            let terms = group.keys().filter(|term| is_asked(term));
            1.0 - terms.map(|term| 1.0 - self.terms[term].documents.len() as f64 / n_documents).product::<f64>()
        };
        let is_form = |term: &Term| concept.reach() >= Reach::Forms && self.is_form(concept, term);
        let (itself, any) = (share(&|term| term.1 == concept.word()), share(&|_| true));
        let exact = if itself > 0.0 { itself } else { share(&is_form) };
        let n_matching = n_documents * if exact > 0.0 { (exact * any).sqrt() } else { any };
        libm::log(1.0 + (f64::from(self.n_documents) - n_matching + 0.5) / (n_matching + 0.5))
    }

    /// BM25F as it stands in the book, with the lengths that an index remembers: score and number of concepts of every document
    /// that has any. A group here is its terms, its idf and its fields.
    fn scores(&self, groups: &[(BTreeMap<Term, f64>, f64, FieldMask)], k1: f64) -> BTreeMap<u32, (f64, usize)> {
        let length = |document: u32| {
            let of_field = |(number, field): (u16, FieldSpec)| {
                field.weight * field.length_share * f64::from(*self.lengths.get(&(number, document)).unwrap_or(&0))
            };
            (0..).zip(fields()).map(of_field).sum::<f64>().round() as u32
        };
        let average = f64::from((0..self.n_documents).map(length).sum::<u32>()) / f64::from(self.n_documents);
        let mut scores: BTreeMap<u32, (f64, usize)> = BTreeMap::new();
        for (terms, idf, mask) in groups {
            let mut frequencies: BTreeMap<u32, f64> = BTreeMap::new();
            for (document, field, tokens) in self.texts.iter().filter(|(_, field, _)| mask.contains(FieldId(*field))) {
                let FieldSpec { weight, language, .. } = fields()[usize::from(*field)];
                for of_term in tokens.iter().filter_map(|token| terms.get(&(language, token.word.clone()))) {
                    let length = f64::from(remembered_length(length(*document)));
                    let relative = 0.3 + 0.7 * if average > 0.0 { length / average } else { 1.0 };
                    *frequencies.entry(*document).or_default() += of_term * weight / relative;
                }
            }
            for (document, frequency) in frequencies {
                let score = scores.entry(document).or_default();
                score.0 += idf * (1.0 - k1 / (k1 + frequency));
                score.1 += 1;
            }
        }
        scores
    }

    /// What a document gains by closeness to the query, from every word of its texts and every pair of them.
    fn closeness(&self, query: &Query, groups: &[(f64, FieldMask, BTreeMap<Term, f64>)], document: u32) -> f64 {
        // A phrase and nothing else: all that have it are equally close.
        let is_quoted = |concept: &Concept| query.phrases()[0].span.contains(concept.span());
        if query.phrases().len() == 1 && query.passed_over().is_empty() && query.concepts().iter().all(is_quoted) {
            return 0.0;
        }
        let parameters = Parameters::default();
        let mut words: Vec<(&Concept, f64, f64, FieldMask)> = Vec::new();
        for (concept, (idf, mask, _)) in query.concepts().iter().zip(groups) {
            words.push((concept, *idf, parameters.typed, *mask));
        }
        for concept in query.passed_over() {
            let terms = self.group(concept, Typos::Refused, &parameters);
            let mask = concept.field().map_or(FieldMask::ALL, mask);
            let lowest = groups.iter().map(|(idf, ..)| *idf).fold(f64::INFINITY, f64::min);
            words.push((concept, self.idf(concept, &terms).min(lowest), parameters.stop, mask));
        }
        words.sort_by_key(|(concept, ..)| concept.span().start);
        // How well a word of a text stands for a word of the query.
        let weight = |concept: &Concept, mask: FieldMask, field: u16, token: &Token| {
            let term = (language_of(field), token.word.clone());
            let correction = groups.iter().zip(query.concepts()).find(|(_, known)| *known == concept);
            let correction = correction.and_then(|((.., corrections), _)| corrections.get(&term));
            if !mask.contains(FieldId(field)) {
                0.0
            } else if token.word == concept.word() {
                1.0
            } else if concept.reach() == Reach::Related && self.is_form(concept, &term) {
                parameters.form
            } else {
                correction.copied().unwrap_or(0.0)
            }
        };
        let mut gain = 0.0;
        for (concept, idf, share, mask) in &words {
            let languages = [Language::Dutch, Language::English];
            let itself = languages.map(|language| ((language, concept.word().to_owned()), 1.0)).into();
            let scores = self.scores(&[(itself, *idf, *mask)], parameters.k1);
            gain += share * scores.get(&document).map_or(0.0, |(score, _)| *score);
            let (mut highest, mut n_before) = (0.0_f64, 1);
            // The only title.
            for (_, field, tokens) in self.texts.iter().filter(|(of, field, _)| (*of, *field) == (document, 0)) {
                for token in tokens {
                    let place = f64::from(token.position + n_before);
                    highest = highest.max(weight(concept, *mask, *field, token) / place.sqrt());
                }
                n_before += tokens.iter().filter(|token| !token.form.is_joined()).count() as u32 + GAP;
            }
            gain += share * idf * highest;
        }
        for pair in words.windows(2) {
            let mut nearest = 0.0_f64;
            for (_, field, tokens) in self.texts.iter().filter(|(of, ..)| *of == document) {
                for (one, other) in tokens.iter().flat_map(|one| tokens.iter().map(move |other| (one, other))) {
                    let distance = f64::from(one.position.abs_diff(other.position));
                    if (1.0..=WINDOW).contains(&distance) {
                        let weights =
                            weight(pair[0].0, pair[0].3, *field, one) * weight(pair[1].0, pair[1].3, *field, other);
                        nearest = nearest.max(weights / distance.sqrt());
                    }
                }
            }
            gain += parameters.nearness * pair[0].1.min(pair[1].1) * nearest;
        }
        gain
    }

    /// The documents in which the words of a phrase stand in their places, in one text.
    fn with_phrase(&self, phrase: &Phrase) -> BTreeSet<u32> {
        let mask = phrase.field.map_or(FieldMask::ALL, mask);
        let holds = |tokens: &[Token]| {
            let stands = |word: &str, position| tokens.iter().any(|t| t.word == word && t.position == position);
            tokens.iter().any(|from| phrase.words.iter().all(|word| stands(&word.word, from.position + word.offset)))
        };
        let texts = self.texts.iter().filter(|(_, field, tokens)| mask.contains(FieldId(*field)) && holds(tokens));
        texts.map(|(document, ..)| *document).collect()
    }

    /// The documents with a word or another form of it.
    fn with_form(&self, concept: &Concept) -> BTreeSet<u32> {
        let mask = concept.field().map_or(FieldMask::ALL, mask);
        let is_form = |token: &Token, field: u16| {
            token.word == concept.word() || self.is_form(concept, &(language_of(field), token.word.clone()))
        };
        let texts = self.texts.iter().filter(|(_, field, tokens)| {
            mask.contains(FieldId(*field)) && tokens.iter().any(|token| is_form(token, *field))
        });
        texts.map(|(document, ..)| *document).collect()
    }

    /// Whether a document has all phrases of a query and nothing that it excludes.
    fn allows(&self, query: &Query) -> impl Fn(u32) -> bool + use<> {
        let phrases: Vec<(BTreeSet<u32>, bool)> =
            query.phrases().iter().map(|phrase| (self.with_phrase(phrase), phrase.is_excluded)).collect();
        let excluded: Vec<BTreeSet<u32>> = query.excluded().iter().map(|concept| self.with_form(concept)).collect();
        move |document| {
            phrases.iter().all(|(found, is_excluded)| found.contains(&document) != *is_excluded)
                && !excluded.iter().any(|found| found.contains(&document))
        }
    }
}

/// The distance of optimal string alignment, as the textbook has it.
fn edits(one: &[u8], other: &[u8]) -> usize {
    let mut rows: Vec<Vec<usize>> = (0..=one.len()).map(|i| vec![i; other.len() + 1]).collect();
    rows[0] = (0..=other.len()).collect();
    for i in 1..=one.len() {
        for j in 1..=other.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(one[i - 1] != other[j - 1]);
            rows[i][j] = replaced.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
            if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                rows[i][j] = rows[i][j].min(rows[i - 2][j - 2] + 1);
            }
        }
    }
    rows[one.len()][other.len()]
}

/// The terms of a group of an index, with their weights.
fn terms_of(index: &Index, group: &Group) -> BTreeMap<Term, f64> {
    let vocabularies: Vec<_> = index.vocabularies().collect();
    let terms = group.terms.iter().map(|term| {
        let mut word = Vec::new();
        assert!(vocabularies[term.vocabulary].terms().term(term.term, &mut word));
        ((vocabularies[term.vocabulary].language(), String::from_utf8(word).unwrap()), term.weight)
    });
    terms.collect()
}

fn members(documents: &DocSet) -> BTreeSet<u32> {
    let mut members = BTreeSet::new();
    documents.each(&mut |document| assert!(members.insert(document)));
    members
}

/// Whether both hold the same documents, with the same scores but for a rounding error, and the first holds them in order.
fn check_ranked(ranked: &[Ranked], scanned: &BTreeMap<u32, (f64, usize)>) {
    let found: BTreeSet<u32> = ranked.iter().map(|ranked| ranked.document).collect();
    assert_eq!(found, scanned.keys().copied().collect::<BTreeSet<u32>>());
    assert_eq!(found.len(), ranked.len());
    for ranked in ranked {
        let (score, n_concepts) = scanned[&ranked.document];
        assert_eq!(ranked.concepts.len() as usize, n_concepts);
        assert!((ranked.score - score).abs() < 1e-9, "{} is not {score}", ranked.score);
    }
    let in_order = |one: &Ranked, next: &Ranked| (next.score, one.document) < (one.score, next.document);
    assert!(ranked.is_sorted_by(in_order));
}

/// Properties 2 to 6.
fn check_against_scan(texts: &[Text], text: &str, last_word: LastWord) {
    let (index, scan) = (build(texts), Scan::new(texts));
    let query = Query::parse(text, &BOTH, last_word, &SYNTAX);
    for typos in [Typos::Refused, Typos::Tolerated] {
        let parameters = Parameters::default();
        let groups = groups(&index, &mut query.clone(), &mask, typos, &parameters);
        let mut scanned = Vec::new();
        for (concept, group) in query.concepts().iter().zip(&groups) {
            let terms = scan.group(concept, typos, &parameters);
            assert_eq!(terms_of(&index, group), terms, "{concept:?}");
            let idf = scan.idf(concept, &terms);
            assert!(idf > 0.0 && (group.idf - idf).abs() < 1e-9, "{} is not {idf}", group.idf);
            scanned.push((terms, idf, concept.field().map_or(FieldMask::ALL, mask)));
        }
        let scores = scan.scores(&scanned, parameters.k1);
        check_ranking(&index, &groups, &scores);
        if typos == Typos::Tolerated {
            let words = groups.iter().map(|group| {
                let corrections = Group { terms: group.corrections.clone(), ..group.clone() };
                (group.idf, group.fields, terms_of(&index, &corrections))
            });
            let words: Vec<_> = words.collect();
            let closeness = |document: u32| scan.closeness(&query, &words, document);
            // Without what is only a guess, unless a word has nothing else.
            let is_known = groups.iter().all(Group::is_known);
            let sure = groups.iter().zip(&scanned).map(|(group, (_, idf, mask))| {
                let mut group = group.clone();
                group.drop_guesses();
                (terms_of(&index, &group), *idf, *mask)
            });
            let sure = scan.scores(&sure.collect::<Vec<_>>(), parameters.k1);
            let scores = [&scores, &sure];
            check_answer(&index, query.clone(), scores, is_known, &scan.allows(&query), &closeness, texts);
        }
    }
}

/// Properties 3 and 4.
fn check_ranking(index: &Index, groups: &[Group], scores: &BTreeMap<u32, (f64, usize)>) {
    let mut odd = DocSet::none(index.n_documents());
    (0..index.n_documents()).filter(|document| document % 2 == 1).for_each(|document| odd.insert(document));
    for (matching, coordination, is_odd) in
        [Matching::All, Matching::Any].into_iter().flat_map(|m| [(m, 0.0, false), (m, 0.0, true), (m, 1.0, false)])
    {
        let parameters = Parameters { coordination, ..Parameters::default() };
        let accept = |document: u32| !is_odd || odd.contains(document);
        let best = |limit| rank(index, groups, &Scope { matching, among: None, accept: &accept, limit }, &parameters);
        let all = best(usize::MAX);
        let mut expected = scores.clone();
        expected.retain(|document, (score, n_concepts)| {
            *score *= 1.0 - coordination * (1.0 - *n_concepts as f64 / groups.len() as f64);
            accept(*document) && (matching == Matching::Any || *n_concepts == groups.len())
        });
        check_ranked(&all, &expected);
        for limit in [0, 1, 2, 3, 5, 8, 13, 21, 89, all.len()] {
            assert_eq!(best(limit), all[..limit.min(all.len())], "the best {limit}");
        }
        if is_odd {
            let scope = Scope { matching, among: Some(&odd), accept: &|_| true, limit: usize::MAX };
            assert_eq!(rank(index, groups, &scope, &parameters), all);
        }
        for ranked in all.iter().step_by(1 + all.len() / 8) {
            let explanation = explain(index, groups, ranked.document, &parameters);
            assert_eq!(explanation.score.to_bits(), ranked.score.to_bits());
            for concept in explanation.concepts {
                let frequency: f64 =
                    concept.terms.iter().flat_map(|term| term.fields.iter().map(|place| term.weight * place.2)).sum();
                let score = concept.idf * frequency / (parameters.k1 + frequency);
                assert!(ranked.concepts.contains(concept.concept) && (concept.score - score).abs() < 1e-9);
            }
        }
    }
    let without = (0..index.n_documents()).filter(|document| !scores.contains_key(document));
    for document in without.take(3) {
        assert_eq!(explain(index, groups, document, &Parameters::default()).score, 0.0);
    }
}

/// Properties 5 and 6.
fn check_answer(
    index: &Index,
    mut query: Query,
    [scores, sure]: [&BTreeMap<u32, (f64, usize)>; 2],
    is_known: bool,
    is_allowed: &dyn Fn(u32) -> bool,
    closeness: &dyn Fn(u32) -> f64,
    texts: &[Text],
) {
    let n_concepts = query.concepts().len();
    let odd = |document: u32| document % 2 == 1;
    let everything = |_: u32| true;
    for accept in [&odd as &dyn Fn(u32) -> bool, &everything] {
        let mut expected = scores.clone();
        expected.retain(|document, _| is_allowed(*document) && accept(*document));
        // Whether one of the best with all words has none of them by a guess alone.
        let mut best: Vec<(u32, f64)> = expected
            .iter()
            .filter(|(_, (_, n_answered))| *n_answered == n_concepts)
            .map(|(document, (score, _))| (*document, *score))
            .collect();
        best.sort_by(|one, other| other.1.total_cmp(&one.1));
        let is_sure = |document: &u32| sure.get(document).is_some_and(|(_, n_answered)| *n_answered == n_concepts);
        let has_all = if n_concepts > 1 {
            is_known && best.iter().take(CANDIDATES).any(|(document, _)| is_sure(document))
        } else {
            !best.is_empty()
        };
        if has_all {
            expected.retain(|_, (_, n_answered)| *n_answered == n_concepts);
        } else if n_concepts > 1 {
            expected.clone_from(sure);
            expected.retain(|document, _| is_allowed(*document) && accept(*document));
        }
        for (score, n_answered) in expected.values_mut() {
            *score *= *n_answered as f64 / n_concepts as f64;
        }
        let settings = Settings { accept, fields: &mask, limit: usize::MAX, ..Settings::default() };
        let answer = search(index, &mut query, &settings);
        let before: Vec<f64> = expected.values().map(|(score, _)| *score).collect();
        let n_better = |score: f64| before.iter().filter(|other| **other > score).count();
        for found in &answer.matches {
            let gain = answer.gain(index, found.document);
            let score = answer.explain(index, found.document).score;
            assert_eq!((score + gain).to_bits(), found.score.to_bits());
            let (score, _) = expected.get_mut(&found.document).unwrap();
            let twin = closeness(found.document);
            // Within the rounding error of the first ones or the others, whether it is looked at is open.
            assert!(
                (gain - twin).abs() < 1e-9 || gain <= 0.0 && n_better(*score - 1e-9) >= CANDIDATES,
                "{gain}, {twin}"
            );
            assert!(gain <= 0.0 || n_better(*score + 1e-9) < CANDIDATES);
            *score += gain;
        }
        check_ranked(&answer.matches, &expected);
        for limit in [0, 1, 5, CANDIDATES, CANDIDATES + 1] {
            let first = search(index, &mut query, &Settings { accept, fields: &mask, limit, ..Settings::default() });
            assert_eq!(first.matches, answer.matches[..limit.min(answer.matches.len())], "the best {limit}");
        }
        let is_told = |place: usize| answer.groups[place].corrections.is_empty();
        let is_partial = answer.matches.first().is_some_and(|best| {
            !has_all && (0..n_concepts).any(|place| !best.concepts.contains(place) && is_told(place))
        });
        assert_eq!(answer.notices.iter().any(|notice| notice.code == NoticeCode::WordsIgnored), is_partial);
        let documents = members(&answer.documents(index));
        assert!(expected.keys().all(|document| documents.contains(document)));
        check_marks(index, &answer, &query, texts);
        if query.is_list() {
            assert!(documents.into_iter().eq((0..index.n_documents()).filter(|document| is_allowed(*document))));
        } else if accept(0) {
            assert!(documents.into_iter().eq(expected.into_keys()));
        }
    }
}

/// Property 6.
fn check_marks(index: &Index, answer: &Answer, query: &Query, texts: &[Text]) {
    let mut marker = Marker::new(query.clone(), answer.related(index));
    for found in answer.matches.iter().step_by(1 + answer.matches.len() / 8) {
        let best = answer.fields(index, found.document)[0].0;
        let of_field = texts.iter().filter(|(document, field, _)| (*document, *field) == (found.document, best));
        assert!(of_field.into_iter().any(|(.., text)| !marker.highlight(text, language_of(best)).is_empty()));
    }
}

/// Words of the texts. Most are related to others.
const WORDS: [&str; 45] = [
    "gesmokkeld",
    "smokkelen",
    "smokkelde",
    "handel",
    "fraude",
    "accijnsfraude",
    "accijns",
    "wapen",
    "wapens",
    "vuurwapens",
    "wapenhandel",
    "vuurwapenhandel",
    "mensenhandel",
    "handelaren",
    "drugshandel",
    "mensen",
    "kind",
    "kinderen",
    "kindermisbruik",
    "misbruik",
    "G-MASP",
    "gmasp",
    "Empact4",
    "empact",
    "de",
    "van",
    "netwerk",
    "netwerken",
    "networks",
    "network",
    "OAP's",
    "oap",
    "coördinatie",
    "cyber-aanval",
    "cyberaanvallen",
    "the",
    "criminaliteit",
    "criminelen",
    "7e",
    "smokkel",
    "migrantensmokkel",
    "drugs",
    "ploffraude",
    "fraud",
    "g",
];

/// Words of queries that no text has: mistyped, unknown, compounds of words of the texts.
const OTHERS: [&str; 12] = [
    "fruade",
    "netwrek",
    "mensenhandle",
    "criminalitiet",
    "kindermisbriuk",
    "terrorisme",
    "drugssmokkel",
    "whatsappfraude",
    "wapensmokkel",
    "handelsnetwerk",
    "hndel",
    "ftaude",
];

fn words(max: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&WORDS[..]), 0..max).prop_map(|words| words.join(" "))
}

fn query() -> impl Strategy<Value = String> {
    let word = || prop::sample::select(&WORDS[..]);
    let phrase = || prop::collection::vec(word(), 1..4).prop_map(|words| ["\"", &words.join(" "), "\""].concat());
    let piece = prop_oneof![
        6 => word().prop_map(str::to_owned),
        3 => prop::sample::select(&OTHERS[..]).prop_map(str::to_owned),
        1 => word().prop_map(|word| ["-", word].concat()),
        1 => word().prop_map(|word| ["kop:", word].concat()),
        1 => phrase(),
        1 => phrase().prop_map(|phrase| ["-", &phrase].concat()),
        1 => phrase().prop_map(|phrase| ["kop:", &phrase].concat()),
    ];
    prop::collection::vec(piece, 0..4).prop_map(|pieces| pieces.join(" "))
}

/// A few texts, of which several may belong to one field.
fn texts() -> impl Strategy<Value = Vec<Text>> {
    prop::collection::vec((0_u32..6, 0_u16..3, words(6)), 0..14).prop_map(|mut texts| {
        texts.sort_by_key(|(document, ..)| *document);
        texts
    })
}

/// So many documents that a list has several blocks; the first words stand in most of them.
fn many_texts(n_documents: u32, seed: u64) -> Vec<Text> {
    let mut state = seed;
    let mut random = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut texts = Vec::new();
    for document in 0..n_documents {
        for _ in 0..=random(2) {
            let field = [0, 1, 1, 1, 2][random(5)];
            let n_words = 1 + random(if document % 50 == 0 { 60 } else { 9 });
            let mut skewed = || (0..4).map(|_| random(WORDS.len())).min().unwrap();
            let words: Vec<&str> = (0..n_words).map(|_| WORDS[skewed()]).collect();
            texts.push((document, field, words.join(" ")));
        }
    }
    texts
}

/// The query, and what is left of it without its last `cut` characters, while it is being typed.
fn check_typed(texts: &[Text], query: &str, cut: usize) {
    check_against_scan(texts, query, LastWord::Complete);
    let typed: String = query.chars().take(query.chars().count().saturating_sub(cut)).collect();
    check_against_scan(texts, &typed, LastWord::Unfinished);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn few_documents(texts in texts(), query in query(), cut in 0_usize..6) {
        check_typed(&texts, &query, cut);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn many_documents(n_documents in 200_u32..400, seed in any::<u64>(), query in query(), cut in 0_usize..6) {
        check_typed(&many_texts(n_documents, seed), &query, cut);
    }
}

/// What the random collections are meant to have does occur in them.
#[test]
fn collections_are_large_enough() {
    let index = build(&many_texts(400, 1));
    let mut query = Query::parse("handel", &BOTH, LastWord::Complete, &SYNTAX);
    let groups = groups(&index, &mut query, &mask, Typos::Tolerated, &Parameters::default());
    let dutch = index.vocabularies().next().unwrap();
    assert!(groups[0].terms.len() > 3, "some groups have several terms");
    assert!(groups[0].terms.iter().any(|term| dutch.n_documents(term.term) > 128), "some lists have several blocks");
}

/// Of a beginning that very many terms have, those that stand in the most documents count.
#[test]
fn many_completions() {
    let words: Vec<String> =
        ('a'..='j').flat_map(|one| ('a'..='f').map(move |two| format!("woord{one}{two}"))).collect();
    let mut builder = IndexBuilder::new(fields());
    for (document, _) in (0..).zip(&words) {
        // The first word stands in one document, the last one in all.
        assert!(builder.add(document, FieldId(1), &words[document as usize..].join(" ")));
    }
    let index = builder.finish();
    let vocabulary = index.vocabularies().next().unwrap();
    let counts = |typed: &str| -> Vec<u32> {
        vocabulary.completions(typed).into_iter().map(|term| vocabulary.n_documents(term)).collect()
    };
    assert_eq!(counts("woordc"), [13, 14, 15, 16, 17, 18], "few: all");
    let best = counts("woor");
    assert!((8..60).contains(&best.len()), "many: not all");
    assert!((1..=60).skip(60 - best.len()).eq(best), "but the most frequent, in the order of the dictionary");
    assert!(counts("woordx").is_empty());
}

// 7. Places.

fn check_places(text: &str, spans: &[ByteSpan]) {
    let mut end = None;
    for span in spans {
        assert!(!span.is_empty() && span.of(text).is_some(), "{span:?} in {text:?}");
        assert!(end.is_none_or(|end| span.start > end), "{spans:?}");
        end = Some(span.end);
    }
    let units: Vec<u16> = text.encode_utf16().collect();
    for (span, mark) in spans.iter().zip(to_marks(text, spans)) {
        let marked = &units[mark.start as usize..mark.end as usize];
        assert_eq!(String::from_utf16(marked).ok().as_deref(), span.of(text));
    }
}

/// Byte by byte: whether it is marked.
fn is_marked(text: &str, spans: &[ByteSpan]) -> Vec<bool> {
    (0..text.len()).map(|byte| spans.iter().any(|span| (span.start..span.end).contains(&byte))).collect()
}

/// Byte by byte: whether it belongs to what a word shares with one of the query, or to a phrase of several words. Words of phrases that stand in
/// the text do not count by themselves.
fn is_related(query: &Query, text: &str, language: Language) -> Vec<bool> {
    let tokens = analyse(text, language);
    let (mut spans, mut found) = (Vec::new(), Vec::new());
    for phrase in query.phrases().iter().filter(|phrase| !phrase.is_excluded && phrase.words.len() > 1) {
        let positions: BTreeSet<u32> = tokens.iter().map(|token| token.position).collect();
        for from in positions {
            let at = |(word, offset): (&String, u32)| -> Option<Vec<ByteSpan>> {
                let stands = tokens.iter().filter(|token| token.word == *word && token.position == from + offset);
                Some(stands.map(|token| token.span).collect()).filter(|spans: &Vec<ByteSpan>| !spans.is_empty())
            };
            let words = phrase.words.iter().map(|word| (&word.word, word.offset - phrase.words[0].offset));
            if let Some(words) = words.map(at).collect::<Option<Vec<Vec<ByteSpan>>>>() {
                let ends = || words.iter().flatten();
                let (start, end) = (ends().map(|span| span.start).min(), ends().map(|span| span.end).max());
                spans.push(ByteSpan::new(start.unwrap(), end.unwrap()));
                found.push(phrase);
            }
        }
    }
    for Token { span, word, stem, form, .. } in &tokens {
        let word = TextWord { word, stem, language, is_joined: form.is_joined() };
        let is_of = |concept: &Concept, phrase: &Phrase| {
            phrase.span.contains(concept.span()) && phrase.words.iter().any(|of| of.word == concept.word())
        };
        let alone = query.concepts().iter().filter(|concept| !found.iter().any(|phrase| is_of(concept, phrase)));
        for matched in alone.filter_map(|concept| concept.matched(word)) {
            let part = matched.within(span.of(text).unwrap());
            spans.push(ByteSpan::new(span.start + part.start, span.start + part.end));
        }
    }
    is_marked(text, &spans)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn places_lie_in_the_text(
        text in "(\\PC|[-a-zßéœ0-9'’ /\u{AD}\u{301}]|(ab|Œcd|e\u{301}fg|h\u{AD}ijk|een) ){0,40}",
        query in "(ab|oe|œcd|éfg|hijk|ab-cd|\"ab œcd\"|\"efg ab\" |\"een ab\"|[a-z]{1,5}|\\PC| ){0,8}",
        max_characters in 0_usize..50,
    ) {
        let query = Query::parse(&query, &BOTH, LastWord::Unfinished, &Syntax::default());
        let mut marker = Marker::new(query.clone(), Vec::new());
        for language in [Language::Dutch, Language::English, Language::German, Language::French, Language::Other] {
            let highlights = marker.highlight(&text, language);
            check_places(&text, &highlights);
            prop_assert_eq!(is_marked(&text, &highlights), is_related(&query, &text, language));
            prop_assert_eq!(&marker.highlight(&text, language), &highlights);
            let passage = marker.excerpt(&text, language, max_characters);
            let inside = passage.span.of(&text).unwrap();
            prop_assert!(inside.chars().count() <= max_characters);
            check_places(&text, &passage.highlights);
            prop_assert!(passage.highlights.iter().all(|&span| passage.span.contains(span)));
            prop_assert!(passage.highlights.iter().all(|&part| highlights.iter().any(|whole| whole.contains(part))));
            prop_assert_eq!(passage.truncated_start, !text[..passage.span.start].trim().is_empty());
            prop_assert_eq!(passage.truncated_end, !text[passage.span.end..].trim().is_empty());
        }
    }
}

// 11. Suggestions.

#[test]
fn texts_are_read_for_what_is_suggested() {
    let words: Vec<String> = (0..300).map(|number| format!("wa{number}")).collect();
    let index = build(&[(0, 1, format!("{} wbb wbc wbd wbf wbg wbh wbj", words.join(" ")))]);
    let suggested = |typed: &str| {
        let n_read = Cell::new(0);
        let texts = |_, _, _: &mut dyn FnMut(&str)| n_read.set(n_read.get() + 1);
        let query = Query::parse(typed, &[Language::Dutch], LastWord::Unfinished, &Syntax::default());
        (suggest(&index, typed, query, &|_| None, &texts, None, 5).len(), n_read.get())
    };
    assert_eq!(suggested("wa"), (0, 0), "numbers of footnotes");
    assert_eq!(suggested("wb"), (5, 5));
}

// 8. Relevance.

/// Dutch and English texts on one subject each, in the document's manner.
const TITLES: [&str; 8] = [
    "Mensenhandel",
    "Migrantensmokkel",
    "Accijnsfraude binnen de Europese Unie",
    "Fraude, economische en financiële delicten",
    "Vuurwapenhandel",
    "Witwassen van crimineel vermogen",
    "Cyberaanvallen",
    "Het algemeen strategisch meerjarenplan (G-MASP)",
];

#[test]
fn half_of_the_words() {
    const WORDS: [&str; 8] = ["appel", "brug", "citroen", "dak", "eend", "fluit", "gans", "hond"];
    let factor = |n_words: usize| {
        let half = WORDS[..n_words / 2].join(" ");
        let index = build(&[(0, 1, half), (1, 1, "kat".to_owned()), (2, 1, WORDS.join(" "))]);
        let mut query =
            Query::parse(&WORDS[..n_words].join(" "), &[Language::Dutch], LastWord::Complete, &Syntax::default());
        let settings = Settings { policy: Policy::Any, ..Settings::default() };
        let answer = search(&index, &mut query, &settings);
        let sum: f64 = answer.explain(&index, 0).concepts.iter().map(|concept| concept.score).sum();
        answer.explain(&index, 0).score / sum
    };
    let Parameters { coordination, .. } = Parameters::default();
    for (n_words, expected) in [(2, coordination / 2.0), (4, coordination / 2.0), (8, coordination / 4.0)] {
        assert!((1.0 - factor(n_words) - expected).abs() < 1e-9, "{n_words} words: {}", factor(n_words));
    }
}

/// The documents found, best first.
fn check(query: &str, expected: &[u32], reason: &str) {
    let field = FieldSpec { weight: 1.0, language: Language::Dutch, length_share: 1.0 };
    let mut builder = IndexBuilder::new(vec![field]);
    for (document, title) in (0..).zip(TITLES) {
        builder.add(document, FieldId(0), title);
    }
    // What the parts of compounds are recognised by.
    builder.add(8, FieldId(0), "Accijns, migranten, handel, smokkel, wapens, mensen");
    let mut query = Query::parse(query, &[Language::Dutch], LastWord::Unfinished, &Syntax::default());
    let settings = Settings { accept: &|document| document < 8, ..Settings::default() };
    let answer = search(&builder.finish(), &mut query, &settings);
    let found: Vec<u32> = answer.matches.iter().map(|found| found.document).collect();
    assert_eq!(found, expected, "{reason}");
}

#[test]
fn relevance() {
    check("fraude", &[3, 2], "the word itself stands before a compound of it");
    check("handel ", &[0, 4], "both are compounds that end in it; the shorter field first, then document order");
    check("smokkel ", &[1], "the head of a compound");
    check("wapens ", &[4], "the middle of a compound, without its plural ending");
    check("witw", &[5], "the beginning of a word that is being typed");
    check("wit ", &[], "the beginning of a word that is complete is no word");
    check("financiele delicten", &[3], "without the diaeresis");
    check("cyberaanval ", &[6], "the singular");
    check("cyber-aanval ", &[6], "with a hyphen that the text does not have");
    check("gmasp ", &[7], "without the hyphen that the text has");
    check("handel in mensen ", &[0], "the parts of a compound, apart");
    check("fraude terrorisme ", &[3, 2], "no document has both words: those with the most");
    check("het ", &[7], "a stop word alone is searched");
    check("terrorisme ", &[], "nothing is better than something else");

    check("fruade ", &[3, 2], "two letters swapped find what the word would, in its order");
    check("mensenhandle ", &[0], "the same in a compound");
    check("witwasen ", &[5], "a letter that is missing");
    check("cyberanvallne ", &[6], "two edits in a long word");
    check("hndl ", &[], "two edits in a short word");
    check("drugssmokkel ", &[1], "an unknown compound has a part of a known one");

    check("\"fraude\" ", &[3], "in quotation marks the word itself");
    check("\"strategisch meerjarenplan\" ", &[7], "words next to each other");
    check("\"meerjarenplan strategisch\" ", &[], "in another order");
    check("\"algemeen meerjarenplan\" ", &[], "with a word between them");
    check("\"van crimineel\" ", &[5], "with a stop word");
    check("fraude \"van\" ", &[], "a stop word alone in quotation marks, beside a word that is not");

    check("fraude -accijnsfraude ", &[3], "without a word");
    check("fraude -economisch ", &[2], "without another form of a word");
    check("fraude -whatsappfraude ", &[3, 2], "an unknown compound is none of its parts");
    check("handel -wapens ", &[0, 4], "a compound is another word, not a form of it");
    check("fraude -\"europese unie\" ", &[3], "without a phrase");
    check("-fraude ", &[], "there is nothing to look for");
}

/// Two documents, each with a title and a text, in the order in which they are found.
fn check_pair(query: &str, documents: [[&str; 2]; 2], expected: [u32; 2], reason: &str) {
    let mut builder = IndexBuilder::new(fields());
    for (document, [title, text]) in (0..).zip(documents) {
        builder.add(document, FieldId(0), title);
        builder.add(document, FieldId(1), text);
    }
    let mut query = Query::parse(query, &BOTH, LastWord::Complete, &SYNTAX);
    let answer = search(&builder.finish(), &mut query, &Settings { fields: &mask, ..Settings::default() });
    let found: Vec<u32> = answer.matches.iter().map(|found| found.document).collect();
    assert_eq!(found, expected, "{reason}");
}

#[test]
fn close_words() {
    let texts = [["", "een illegale handel"], ["", "de illegale handel"]];
    check_pair("de \"illegale handel\"", texts, [1, 0], "a stop word beside a phrase is looked for as well");
    let texts = [["haven", "een trein"], ["haven", "de trein"]];
    check_pair(
        "kop:de kop:haven",
        texts,
        [0, 1],
        "a stop word that is asked for in the title is not looked for elsewhere",
    );
    // Words that stand in a text so often that not all pairs of places are compared.
    let often = |distance: usize| {
        let once = ["haven", &" en".repeat(distance - 1), " schip", &" en".repeat(30 - distance), " "].concat();
        once.repeat(9)
    };
    check_pair("haven schip", [["", &often(9)], ["", &often(8)]], [1, 0], "eight words apart is near, nine is not");
}

/// The titles found by one word, best first; what else the dictionary needs to know stands in another field.
fn check_order(query: &str, titles: &[&str], known: &str) {
    let mut builder = IndexBuilder::new(fields());
    for (document, title) in (0..).zip(titles) {
        builder.add(document, FieldId(0), title);
    }
    builder.add(length(titles), FieldId(1), known);
    let mut query = Query::parse(query, &BOTH, LastWord::Complete, &Syntax::default());
    let settings = Settings { accept: &|document| document < length(titles), ..Settings::default() };
    let answer = search(&builder.finish(), &mut query, &settings);
    let found: Vec<&str> = answer.matches.iter().map(|found| titles[found.document as usize]).collect();
    assert_eq!(found, titles, "{query:?}");
}

fn length(titles: &[&str]) -> u32 {
    titles.len() as u32
}

#[test]
fn order_of_relatives() {
    check_order("fraude", &["fraude", "accijnsfraude", "fraudebestrijding"], "accijns, bestrijding");
    check_order("wapen", &["wapen", "wapens", "vuurwapen", "wapenhandel"], "vuur, handel");
    check_order("handel", &["handel", "mensenhandel", "handelsroute"], "mensen, route");
}

#[test]
fn verbs() {
    check_order("smokkelen", &["smokkelen", "gesmokkeld", "gesmokkelde"], "");
    check_order("gesmokkeld", &["gesmokkeld", "gesmokkelde"], "smokkelen");
    check_order("vervalste", &["vervalste", "vervalsen"], "");
    check_order("opgespoord", &["opgespoord", "opsporen"], "");
    check_order("geplant", &["geplant"], "plannen");
}

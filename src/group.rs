//! Which terms of an index answer a word of a query, and how much does each count?
//!
//! ```text
//! query word ──▶ group of terms of the index, each with a weight   "fraude": fraude 1.0, accijnsfraude 0.75, ...
//!            ──▶ one virtual term with one idf
//! ```
//!
//! Because a group is one term, a document with five related words gains no more than one that repeats the word itself, and
//! a rare compound does not get the high idf of a rare word.

use crate::analysis::{
    self, CompoundPart, MIN_MISTYPED, MIN_MISTYPED_BEGINNING, MIN_MISTYPED_TWICE, MIN_STEM_AS_PART, Side,
};
use crate::dictionary::Extent;
use crate::index::{FieldMask, Index, Kinship, TermPlace, Vocabulary};
use crate::order::sort;
use crate::query::{Concept, MIN_COMPOUND_PART, Query, Reach};

/// The parameters of the ranking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameters {
    /// Saturation of repeated words. 0.0: a second occurrence adds nothing; the higher, the more further occurrences add. Usual:
    /// 1.2 to 2.0 (Robertson & Zaragoza 2009, section 3.4.3).
    pub k1: f64,
    /// Weight of an occurrence of the word itself. 1.0 by definition; the others are measured against it.
    pub exact: f64,
    /// Weight of another form of the word, 0.0 to 1.0. Well below the word itself: people usually mean the form that they type. On collections of
    /// abstracts and help pages 0.6 ranked best; near 1.0 nDCG@10 loses up to 0.01.
    pub form: f64,
    /// Weight of a word that starts with the letters typed so far, 0.0 to 1.0.
    pub prefix: f64,
    /// Weight of a compound that ends in the word, 0.0 to 1.0; above that of a modifier. It names a kind of what was searched for ("accijnsfraude" is
    /// fraud).
    pub head: f64,
    /// Weight of a compound that has the word before its last part, 0.0 to 1.0. It names something related ("wapenhandel" is
    /// about weapons).
    pub modifier: f64,
    /// Weight of a word that may be such a compound, but has a part that is not a known word, 0.0 to 1.0.
    pub uncertain: f64,
    /// Weight of a word that is a part of the query word, 0.0 to 1.0; half of it if the parts are a guess.
    pub part: f64,
    /// The share of that weight for other compounds with such a part, 0.0 to 1.0, if the query word itself is not in the index:
    /// "mensenhandel" has little to do with "cocaïnehandel".
    pub sibling: f64,
    /// Weight of a word one edit away from a mistyped one, 0.0 to 1.0; half of it for two edits, and half for
    /// a word that only begins with such a correction. With a typo in each query of help pages, 0.8 ranks better than 0.5 by 0.004 nDCG@10.
    pub typo: f64,
    /// Weight of the forms and compounds that the best correction would find, relative to theirs if it had been typed, 0.0 to 1.0, and times its own.
    /// The higher, the more often the relatives of a wrong guess stand above the right word: with 1.0 for one typo in twenty to forty, with 0.25 for less than one in a hundred.
    pub meant: f64,
    /// How much a word adds that occurs as typed in one of the best documents, relative to its group's score. 0.0: nothing; 0.3 is
    /// much: other forms of the word hardly count any more. The same again if a title begins with it or another form of it. See `crate::closeness`.
    pub typed: f64,
    /// The same for a stop word, which counts nowhere else.
    pub stop: f64,
    /// How much two neighbours of the query add that are adjacent in one of the best documents, as a share of the lower of their
    /// idfs. 0.0: nothing; usual: 0.2 to 0.5.
    pub nearness: f64,
    /// How much it counts that a document has only a share of the query's words. 0.0: not at all; 1.0: its score is multiplied by the
    /// share (the coordination factor of Lucene's classic similarity). With 0.4 instead of 0.15, searching for documents by three of their words
    /// has a mean reciprocal rank that is higher by 0.01 (English) and 0.02 (Dutch). Searching lowers it for more than
    /// four words.
    pub coordination: f64,
}

impl Default for Parameters {
    /// k1 is the usual value for short texts. The weights of compounds are those that did best on collections of short policy passages
    /// and of long help pages; halving one of them changes nDCG@10 by 0.01.
    fn default() -> Self {
        Self {
            k1: 1.2,
            exact: 1.0,
            form: 0.6,
            prefix: 0.5,
            head: 0.75,
            modifier: 0.7,
            uncertain: 0.2,
            part: 0.1,
            sibling: 0.25,
            typo: 0.8,
            meant: 0.25,
            typed: 0.15,
            stop: 0.25,
            nearness: 0.4,
            coordination: 0.4,
        }
    }
}

/// What a term of a group is to the word of the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermRole {
    /// The word itself.
    Itself,
    /// Another form of it.
    Form,
    /// Used because nothing else answers the word.
    Correction,
    /// A compound, or a word that begins with it.
    Relative,
    /// Perhaps related: a part of it, a word with such a part, or one that may be a compound with it.
    Guess,
}

/// A term of the index that answers a word of the query.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupTerm {
    /// The place of its vocabulary in [`Index::vocabularies`].
    pub vocabulary: usize,
    /// Its number there.
    pub term: u32,
    /// Where its postings are there.
    pub place: TermPlace,
    /// What it is to the word of the query.
    pub role: TermRole,
    /// How much an occurrence of it counts, above 0.0, up to 1.0.
    pub weight: f64,
}

impl GroupTerm {
    /// One whose postings have not been located.
    fn new(vocabulary: usize, term: u32, weight: f64, role: TermRole) -> Self {
        Self { vocabulary, term, place: TermPlace::default(), role, weight }
    }
}

/// Everything in an index that answers one word of a query: one virtual term.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// By vocabulary and number, each once, with its highest weight.
    pub terms: Vec<GroupTerm>,
    /// Terms that are used because nothing else answers the word.
    pub corrections: Vec<GroupTerm>,
    /// The idf: how informative it is that a document has it; above 0.
    pub idf: f64,
    /// Where it may occur.
    pub fields: FieldMask,
}

/// Whether words that nothing answers are treated as mistyped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typos {
    /// They find nothing.
    Refused,
    /// Words of the index that are one edit away (from four letters) or two (from eight letters) stand in for them, unless they are known as words
    /// ([`analysis::is_compound_part`]).
    Tolerated,
}

/// Most words that stand in for a mistyped one.
const MAX_CORRECTIONS: usize = 16;

impl Group {
    /// The terms that answer `concept` in some of the fields.
    pub fn new(index: &Index, concept: &Concept, fields: FieldMask, typos: Typos, parameters: &Parameters) -> Self {
        let vocabularies: Vec<Vocabulary<'_>> = index.vocabularies().collect();
        let (mut terms, n_documents) = (Vec::new(), index.n_documents());
        let find = |terms: &mut Vec<GroupTerm>, add: &dyn Fn(&mut Finder<'_, '_>)| {
            for (place, vocabulary) in vocabularies.iter().enumerate() {
                add(&mut Finder { vocabulary, place, n_documents, parameters, terms: &mut *terms });
            }
        };
        find(&mut terms, &|finder| finder.add(concept));
        let is_related = concept.reach() == Reach::Related;
        let mut corrections = Vec::new();
        // A guess about the parts of a word must not hide that it is mistyped.
        if is_related && !is_known(&terms) {
            find(&mut terms, &|finder| finder.add_ends(concept.word()));
            if typos == Typos::Tolerated {
                corrections = self::corrections(index, concept, parameters);
                terms.extend_from_slice(&corrections);
            }
        }
        // Who means the best of them means its forms and compounds as well: "accijnsfraude" by "fruade".
        if let Some(best) = corrections.first() {
            let meant = concept.meant(&index.word(best.vocabulary, best.term));
            let n_before = terms.len();
            find(&mut terms, &|finder| finder.add(&meant));
            for term in terms.iter_mut().skip(n_before) {
                term.weight *= parameters.meant * best.weight;
                if term.role != TermRole::Guess {
                    term.role = TermRole::Relative;
                }
            }
        }
        sort(&mut terms, &|one: &GroupTerm, other| {
            let place = (one.vocabulary, one.term).cmp(&(other.vocabulary, other.term));
            place.then(other.weight.total_cmp(&one.weight))
        });
        terms.dedup_by(|next, kept| (next.vocabulary, next.term) == (kept.vocabulary, kept.term));

        // Which share of the documents has any of them, and which the word itself, if they stand there independently of each other.
        let n_documents = f64::from(index.n_documents().max(1));
        let (mut without_any, mut without_exact, mut without_form) = (1.0, 1.0, 1.0);
        for term in &mut terms {
            if term.role != TermRole::Correction
                && let Some(vocabulary) = vocabularies.get(term.vocabulary)
            {
                term.place = vocabulary.place(term.term);
            }
            let without = 1.0 - f64::from(term.place.n_documents) / n_documents;
            without_any *= without;
            match term.role {
                TermRole::Itself => without_exact *= without,
                TermRole::Form => without_form *= without,
                _ => {}
            }
        }
        // A word that stands nowhere as it was typed is its other forms.
        let n_exact = 1.0 - if without_exact < 1.0 { without_exact } else { without_form };
        let n_any = 1.0 - without_any;
        // The geometric mean of the documents with the word itself and those with any word of the group. The former alone would
        // overrate what its compounds make common, the latter underrate a word that happens to have many relatives.
        let share = if n_exact > 0.0 { f64::sqrt(n_exact * n_any) } else { n_any };
        let idf = idf(index.n_documents(), share * f64::from(index.n_documents()));
        Self { terms, corrections, idf, fields }
    }

    /// Whether something answers the word that is more than a guess about its parts.
    pub fn is_known(&self) -> bool {
        is_known(&self.terms)
    }

    /// Drops what is only a guess, unless nothing else answers the word.
    pub fn drop_guesses(&mut self) {
        if self.is_known() {
            self.terms.retain(|term| term.role != TermRole::Guess);
        }
    }
}

fn is_known(terms: &[GroupTerm]) -> bool {
    terms.iter().any(|term| term.role != TermRole::Guess)
}

/// What answers a concept in one vocabulary, on its way into a group.
struct Finder<'f, 'i> {
    vocabulary: &'f Vocabulary<'i>,
    /// Its place in [`Index::vocabularies`].
    place: usize,
    /// How many documents the index has.
    n_documents: u32,
    parameters: &'f Parameters,
    terms: &'f mut Vec<GroupTerm>,
}

impl Finder<'_, '_> {
    fn find(&self, word: &str) -> Option<u32> {
        self.vocabulary.terms().find(word.as_bytes())
    }

    fn push(&mut self, term: u32, weight: f64, role: TermRole) {
        self.terms.push(GroupTerm::new(self.place, term, weight, role));
    }

    /// What has to do with a stem, each with what its kinship weighs, if anything; `role` is that of the forms.
    #[inline(never)]
    fn kin(&mut self, stem: &str, role: TermRole, weight: &dyn Fn(Kinship) -> f64) {
        self.vocabulary.kin(stem, &mut |term, kinship| {
            let role = match kinship {
                Kinship::Form => role,
                Kinship::Head | Kinship::Modifier if role != TermRole::Guess => TermRole::Relative,
                _ => TermRole::Guess,
            };
            let weight = weight(kinship);
            if weight > 0.0 {
                self.terms.push(GroupTerm::new(self.place, term, weight, role));
            }
        });
    }

    fn forms(&mut self, stem: &str, role: TermRole, weight: f64) {
        self.kin(stem, role, &|kinship| if kinship == Kinship::Form { weight } else { 0.0 });
    }

    fn add(&mut self, concept: &Concept) {
        let parameters = self.parameters;
        let language = self.vocabulary.language();
        let n_before = self.terms.len();
        if let Some(term) = self.find(concept.word()) {
            self.push(term, parameters.exact, TermRole::Itself);
        }
        if concept.reach() == Reach::Exact {
            return;
        }
        let is_related = concept.reach() == Reach::Related;
        if let Some(verb) = analysis::verb(concept.word(), language, &|word| self.find(word).is_some()) {
            self.forms(&verb, TermRole::Form, parameters.form);
        }
        analysis::verb_forms(concept.word(), language, &mut |form| {
            self.forms(&analysis::stem(form, language), TermRole::Form, parameters.form);
        });
        if let Some(stem) = concept.stem(language)
            && !analysis::is_stop(concept.word(), language)
        {
            self.kin(stem, TermRole::Form, &|kinship| match kinship {
                Kinship::Form => parameters.form,
                _ if !is_related => 0.0,
                Kinship::Head => parameters.head,
                Kinship::Modifier => parameters.modifier,
                Kinship::Uncertain => parameters.uncertain,
            });
        }
        let is_itself = |term: &GroupTerm| matches!(term.role, TermRole::Itself | TermRole::Form);
        let is_known = self.terms.iter().skip(n_before).any(is_itself);
        for whole in concept.wholes() {
            if let Some(term) = self.find(whole.text()) {
                self.push(term, parameters.form, TermRole::Relative);
            }
            if let Some(stem) = whole.stem(language) {
                self.forms(stem, TermRole::Relative, parameters.form);
            }
        }
        if !is_related {
            if concept.is_unfinished() {
                for term in self.vocabulary.terms().with_prefix(concept.word().as_bytes()) {
                    self.push(term, parameters.prefix, TermRole::Relative);
                }
            }
            return;
        }
        if concept.is_unfinished() {
            self.add_completions(concept.word());
            for whole in concept.wholes() {
                self.add_completions(whole.text());
            }
        }
        for stem in concept.parts().iter().filter_map(|part| part.stem(language)) {
            self.forms(stem, TermRole::Guess, parameters.part);
        }
        self.add_parts(concept.word(), is_known);
    }

    /// What begins with what was typed.
    #[inline(never)]
    fn add_completions(&mut self, typed: &str) {
        for term in self.vocabulary.completions(typed) {
            self.push(term, self.parameters.prefix, TermRole::Relative);
        }
    }

    /// The parts of a compound, and if it is not in the index, other compounds with them.
    fn add_parts(&mut self, word: &str, is_known: bool) {
        let Parameters { part: weight, sibling, .. } = *self.parameters;
        let language = self.vocabulary.language();
        let is_stem = |word: &str| word.len() >= MIN_STEM_AS_PART && self.vocabulary.has_kin(word);
        let is_part =
            |word: &str| (self.find(word).is_some() || is_stem(word)) && !analysis::names_nothing(word, language);
        let parts = analysis::parts(word, language, &is_part);
        // Of a word that is not there, the rarer part says more: "kunst" in "kunsthandel".
        let rarest = if is_known { 0.0 } else { parts.iter().map(|part| self.rarity(part)).fold(0.0, f64::max) };
        if let Some(whole) = analysis::unlinked(&parts) {
            self.forms(&whole, TermRole::Form, self.parameters.form);
        }
        for part in parts {
            let rarity = if rarest > 0.0 { self.rarity(&part) / rarest } else { 0.0 };
            let share = if part.is_certain { 1.0 } else { 0.5 } * if rarity > 0.0 { rarity } else { 1.0 };
            self.kin(&part.stem, TermRole::Guess, &|kinship| match kinship {
                Kinship::Form => weight * share,
                _ if is_known => 0.0,
                _ => weight * share * sibling,
            });
        }
    }

    /// How much it tells that a document has a form of a part; 0.0 if none has.
    fn rarity(&self, part: &CompoundPart) -> f64 {
        let mut n = 0;
        self.vocabulary.kin(&part.stem, &mut |term, kinship| {
            n += if kinship == Kinship::Form { self.vocabulary.n_documents(term) } else { 0 };
        });
        if n == 0 { 0.0 } else { idf(self.n_documents, f64::from(n.min(self.n_documents))) }
    }

    /// The longest beginning and the longest end of an unknown word that the vocabulary knows, of at least four
    /// letters: "fraude" for "whatsappfraude". They begin as the words do that they find: "asyl" finds no "asiel".
    fn add_ends(&mut self, word: &str) {
        let language = self.vocabulary.language();
        if !language.joins_compounds() {
            self.add_halves(word);
            return;
        }
        for known in [Side::Beginning, Side::End] {
            for at in 1..word.len() {
                // The longest first.
                let at = if known == Side::Beginning { word.len() - at } else { at };
                let Some((beginning, end)) = word.split_at_checked(at) else { continue };
                let piece = if known == Side::Beginning { beginning } else { end };
                if analysis::could_join(beginning, end, known, language) && self.add_piece(piece) {
                    break;
                }
            }
        }
    }

    /// The two words that an unknown one is made of, if both are known: "cyber" and "attack" for "cyberattack".
    fn add_halves(&mut self, word: &str) {
        for at in MIN_COMPOUND_PART..word.len() {
            let halves = word.split_at_checked(at).filter(|(_, other)| other.len() >= MIN_COMPOUND_PART);
            let Some((one, other)) = halves else { continue };
            if self.find(one).is_some() && self.find(other).is_some() {
                for half in [one, other] {
                    self.forms(
                        &analysis::stem(half, self.vocabulary.language()),
                        TermRole::Guess,
                        self.parameters.part,
                    );
                }
                return;
            }
        }
    }

    /// What has something to do with a piece of an unknown word; whether there is anything.
    fn add_piece(&mut self, piece: &str) -> bool {
        let (n_before, language) = (self.terms.len(), self.vocabulary.language());
        if let Some(first) = piece.get(..MIN_COMPOUND_PART).filter(|_| !analysis::names_nothing(piece, language)) {
            let mut letters = Vec::new();
            self.vocabulary.kin(&analysis::stem(piece, language), &mut |term, kinship| {
                self.vocabulary.terms().term(term, &mut letters);
                let has_letters = letters.windows(first.len()).any(|some| some == first.as_bytes());
                if has_letters && (kinship != Kinship::Uncertain || piece.len() > MIN_COMPOUND_PART) {
                    let share = if kinship == Kinship::Form { 0.5 } else { 0.5 * self.parameters.sibling };
                    let weight = share * self.parameters.part;
                    self.terms.push(GroupTerm::new(self.place, term, weight, TermRole::Guess));
                }
            });
        }
        self.terms.len() > n_before
    }
}

/// The terms closest to a mistyped word, best first: those with the fewest edits, then those in the most documents. If the word is
/// still being typed, terms that only begin with a correction come after whole ones and count half; a stop word is none, and a word that could be meant as one has none.
pub fn corrections(index: &Index, concept: &Concept, parameters: &Parameters) -> Vec<GroupTerm> {
    let word = concept.word();
    // What is a word is not a mistyped other one: nothing has it.
    let is_listed = index.vocabularies().any(|vocabulary| analysis::is_compound_part(word, vocabulary.language()));
    if word.len() < MIN_MISTYPED || is_listed || word.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let may_go_on = concept.is_unfinished() && word.len() >= MIN_MISTYPED_BEGINNING;
    let extent = if may_go_on { Extent::Prefix } else { Extent::Whole };
    for n_edits in 1..=if word.len() < MIN_MISTYPED_TWICE { 1 } else { 2 } {
        let mut found: Vec<GroupTerm> = Vec::new();
        for (place, vocabulary) in index.vocabularies().enumerate() {
            let similar = |extent| vocabulary.terms().similar(word.as_bytes(), n_edits, extent);
            // Both lists ascend.
            let whole = if may_go_on { similar(Extent::Whole) } else { Vec::new() };
            let mut n_passed = 0;
            for similar in similar(extent) {
                while whole.get(n_passed).is_some_and(|other| other.id < similar.id) {
                    n_passed += 1;
                }
                let is_whole = whole.get(n_passed) == Some(&similar);
                let known = index.word(place, similar.id);
                let only_begins_so = may_go_on && !is_whole;
                if !analysis::could_be(&known, word, similar.distance, only_begins_so) {
                    continue;
                }
                if analysis::is_stop(&known, vocabulary.language()) {
                    // "Geeen" is meant to be "geen", not "geven".
                    if only_begins_so {
                        continue;
                    }
                    return Vec::new();
                }
                let share = if only_begins_so { 0.5 } else { 1.0 };
                let weight = share * parameters.typo / f64::from(similar.distance.max(1));
                let mut term = GroupTerm::new(place, similar.id, weight, TermRole::Correction);
                term.place = vocabulary.place(similar.id);
                found.push(term);
            }
        }
        if !found.is_empty() {
            let n_documents = |term: &GroupTerm| term.place.n_documents;
            sort(&mut found, &|one: &GroupTerm, other| {
                other.weight.total_cmp(&one.weight).then(n_documents(other).cmp(&n_documents(one)))
            });
            found.truncate(MAX_CORRECTIONS);
            return found;
        }
    }
    Vec::new()
}

/// Inverse document frequency: how informative a word is that `n_matching` of `n_documents` documents have.
///
/// Above 0, and smaller the more documents have it. `n_matching` is a mean of counts, hence a float.
fn idf(n_documents: u32, n_matching: f64) -> f64 {
    let n_others = (f64::from(n_documents) - n_matching).max(0.0);
    libm::log(1.0 + (n_others + 0.5) / (n_matching + 0.5))
}

/// The groups of all concepts of a query. Corrections of mistyped words are added to the query, for highlighting.
pub fn groups(
    index: &Index,
    query: &mut Query,
    fields: &dyn Fn(usize) -> FieldMask,
    typos: Typos,
    parameters: &Parameters,
) -> Vec<Group> {
    let of_concept = |concept: &Concept| {
        let mask = concept.field().map_or(FieldMask::ALL, fields);
        Group::new(index, concept, mask, typos, parameters)
    };
    let groups: Vec<Group> = query.concepts().iter().map(of_concept).collect();
    for (place, group) in groups.iter().enumerate() {
        for term in &group.corrections {
            query.correct(place, &index.word(term.vocabulary, term.term));
        }
    }
    groups
}

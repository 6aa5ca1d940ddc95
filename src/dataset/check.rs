//! Rules beyond the shape of the file: ids that resolve, numbers that agree, facts that do not contradict each other.
//!
//! The rules hold for any document of this kind; how many priorities *this* one has is checked by the tests.

use super::ids;
use super::problem::{Findings, ProblemCode};
use super::read::Records;
use crate::bytes::{digits, length_u32};
use crate::model::{Entities, EntityKind, InstrumentType, MAX_LANGUAGES, Named, Precision, RelationType, UNIT_KINDS};
use crate::words::Words;

/// Adds every broken rule to the problems.
pub(super) fn check(records: &Records, entities: &Entities, problems: &mut Findings) {
    let mut checker = Checker { records, entities, problems };
    checker.units();
    checker.numbering();
    checker.instruments();
    checker.single_facts();
    checker.time();
    checker.footnotes();
    checker.abbreviations();
    checker.languages();
    checker.aliases();
    checker.documents();
}

/// Most facets that the documents of a portal have together, besides their language and priorities. The search takes 32.
pub(super) const MAX_OWN_FACETS: usize = 30;

/// A place in the file, written out only for a problem: `list[index].field`.
#[derive(Debug, Clone, Copy)]
struct At {
    list: &'static str,
    index: Option<usize>,
    field: &'static str,
}

const fn at(list: &'static str, index: usize, field: &'static str) -> At {
    At { list, index: Some(index), field }
}

impl At {
    /// A place that is no item of a list.
    const fn single(list: &'static str, field: &'static str) -> Self {
        At { list, index: None, field }
    }

    #[inline(never)]
    fn path(self) -> String {
        let mut path = match self.index {
            Some(index) => ids::item(self.list, index),
            None => self.list.to_owned(),
        };
        if !self.field.is_empty() {
            path.push('.');
            path.push_str(self.field);
        }
        path
    }
}

struct Checker<'r> {
    records: &'r Records,
    entities: &'r Entities,
    problems: &'r mut Findings,
}

impl<'r> Checker<'r> {
    /// Adds a problem, unless it may follow from one that the list has already.
    #[inline(never)]
    fn broken(&mut self, place: At, expected: &str, found: &str, fix: &'static str) {
        if self.problems.spare(place.list) {
            self.problems.add(place.path(), ProblemCode::Invariant, expected, found, fix);
        }
    }

    #[inline(never)]
    fn differs(&mut self, place: At, expected: u32, found: u32, fix: &'static str) {
        if expected != found {
            self.broken(place, &digits(expected), &digits(found), fix);
        }
    }

    /// Each unit has text.
    fn units(&mut self) {
        for entity in self.entities.all() {
            let text = &self.records.text;
            if UNIT_KINDS.contains(&entity.kind) && text.ids.find(&entity.id).is_none() && text.is_read {
                let (expected, fix) = ("at least one block of `text`", "Add the official text.");
                self.problems.add(ids::path_of(entity), ProblemCode::Invariant, expected, "none", fix);
            }
        }
    }

    /// Numbers run from 1 and letters from a, in the order of the file.
    fn numbering(&mut self) {
        let records = self.records;
        self.counts_up("priorities", &mut records.priorities.iter().map(|record| record.number));
        self.counts_up("horizontalThreats", &mut records.horizontal_threats.iter().map(|record| record.number));
        self.counts_up("recitals", &mut records.recitals.iter().map(|record| record.number));
        self.counts_up("operativeParagraphs", &mut records.operative_paragraphs.iter().map(|record| record.number));
        self.counts_up("footnotes", &mut records.footnotes.iter().map(|record| record.number));

        let mut seen = Counts::default();
        for (i, principle) in records.guiding_principles.iter().enumerate() {
            let expected = seen.count(principle.priority.as_deref().unwrap_or_default());
            let fix = "Number the principles of a priority from 1.";
            self.differs(at("guidingPrinciples", i, "number"), expected, principle.number, fix);
        }
        let mut seen = Counts::default();
        for (i, area) in records.sub_priorities.iter().enumerate() {
            let (Some(parent), Some(letter)) = (&area.parent, area.letter) else { continue };
            let expected = seen.count(parent).checked_add('a' as u32 - 1).and_then(char::from_u32);
            if expected != Some(letter) {
                let expected = expected.map_or_else(String::new, String::from);
                let fix = "Letter the sub-priorities of a priority from a, without a gap.";
                self.broken(at("subPriorities", i, "letter"), &expected, &String::from(letter), fix);
            }
        }
        let children = self.children();
        if !self.problems.spare("subPriorities") {
            return;
        }
        for (i, area) in records.priorities.iter().enumerate() {
            if let Some((declared, _)) = &area.declared_sub_priorities {
                let fix = "Add the missing sub-priorities or correct the count.";
                let place = at("priorities", i, "declaredSubPriorities.count");
                self.differs(place, children.of(&area.id), *declared, fix);
            }
        }
    }

    #[inline(never)]
    fn counts_up(&mut self, list: &'static str, numbers: &mut dyn Iterator<Item = u32>) {
        // What follows a wrong number goes on from it or from what it should be, so that a gap or a slip is one problem.
        let (mut next, mut otherwise) = (1, 1);
        for (index, number) in numbers.enumerate() {
            if number == otherwise {
                next = otherwise;
            }
            self.differs(at(list, index, "number"), next, number, "Number them from 1 without a gap.");
            next = u32::saturating_add(next, 1);
            otherwise = u32::saturating_add(number, 1);
        }
    }

    /// By priority: how many sub-priorities it has.
    fn children(&self) -> Counts {
        let mut children = Counts::default();
        for parent in self.records.sub_priorities.iter().filter_map(|child| child.parent.as_deref()) {
            children.count(parent);
        }
        children
    }

    /// A priority without sub-priorities has one OAP, one with them none of its own, a horizontal threat none; and the
    /// numbers that the document declares are those of the instruments. A parent declares what its children have.
    fn instruments(&mut self) {
        let records = self.records;
        if !(self.problems.spare("subPriorities") && self.problems.spare("instruments")) {
            return;
        }
        let children = self.children();
        // By type and area: its instruments, and those of its sub-priorities together.
        let key = |instrument_type: InstrumentType, area: &str| [instrument_type.name(), " ", area].concat();
        let (mut own, mut of_children) = (Counts::default(), Counts::default());
        for instrument in &records.instruments {
            own.count(&key(instrument.instrument_type, &instrument.implements));
        }
        for child in &records.sub_priorities {
            let Some(parent) = &child.parent else { continue };
            for instrument_type in InstrumentType::ALL {
                of_children.add(&key(*instrument_type, parent), own.of(&key(*instrument_type, &child.id)));
            }
        }
        let lists = [
            ("priorities", &records.priorities),
            ("subPriorities", &records.sub_priorities),
            ("horizontalThreats", &records.horizontal_threats),
        ];
        for (list, areas) in lists {
            for (i, area) in areas.iter().enumerate() {
                let has_children = children.of(&area.id) > 0;
                let own_oaps = own.of(&key(InstrumentType::Oap, &area.id));
                let expected = u32::from(!has_children && area.kind != EntityKind::HorizontalThreat);
                let fix = "One with sub-priorities and a threat have no OAP, all others one; correct `instruments`.";
                self.differs(at(list, i, ""), expected, own_oaps, fix);
                for instrument_type in InstrumentType::ALL {
                    let key = key(*instrument_type, &area.id);
                    let own = own.of(&key);
                    let declared = area.declared.iter().filter(|found| found.instrument_type == *instrument_type);
                    let declared = declared.map(|declared| declared.count).fold(0, u32::saturating_add);
                    // A parent repeats its children's OAPs, but not their CHSGs.
                    if !(has_children && declared == own) {
                        let fix = "Make the declared count and the list of instruments agree.";
                        let expected = own.saturating_add(of_children.of(&key));
                        self.differs(at(list, i, "declared"), expected, declared, fix);
                    }
                }
            }
        }
    }

    /// A crime area has at most one objective and one experience of its own.
    fn single_facts(&mut self) {
        let records = self.records;
        let mut seen = Counts::default();
        for (i, objective) in records.objectives.iter().enumerate() {
            self.only_once(&mut seen, at("objectives", i, "area"), &objective.area);
        }
        let mut seen = Counts::default();
        for (i, experience) in records.experiences.iter().enumerate() {
            self.only_once(&mut seen, at("experiences", i, "area"), &experience.area);
        }
    }

    #[inline(never)]
    fn only_once(&mut self, seen: &mut Counts, place: At, key: &str) {
        if !key.is_empty() && seen.count(key) > 1 {
            let expected = "each entity and word once";
            self.problems.add(place.path(), ProblemCode::Duplicate, expected, key, "Merge the two or remove one.");
        }
    }

    /// Cycles run on without overlap, dates have an order, adoption comes before the period, and what precedes does.
    fn time(&mut self) {
        let records = self.records;
        let mut last = 0;
        for (i, cycle) in records.cycles.iter().enumerate() {
            if cycle.from <= last {
                let fix = "List the cycles in order of time; they do not overlap.";
                let expected = ["a year after ", &digits(last)].concat();
                self.broken(at("cycles", i, "from"), &expected, &digits(cycle.from), fix);
            }
            if cycle.from > cycle.to {
                let expected = ["a year from ", &digits(cycle.from)].concat();
                self.broken(at("cycles", i, "to"), &expected, &digits(cycle.to), "Correct the years.");
            }
            last = cycle.to;
            let previous = cycle.previous.as_deref().and_then(|id| self.entities.get(id));
            if let Some(entity) = previous.filter(|entity| entity.index >= i) {
                self.broken(at("cycles", i, "previous"), "an earlier cycle", &entity.id, "Name the one before.");
            }
        }
        for (i, date) in records.dates.iter().enumerate() {
            if date.relative_to.as_ref() == Some(&date.id) {
                self.broken(
                    at("dates", i, "relativeTo"),
                    "something else than the date itself",
                    &date.id,
                    "Name another id.",
                );
            }
            let right = match (&date.earliest, &date.latest) {
                (Some(earliest), Some(latest)) => earliest <= latest && date.precision != Precision::None,
                (None, None) => date.precision == Precision::None,
                _ => false,
            };
            if !right {
                let expected = "`earliest` not after `latest`, or neither with precision \"none\"";
                let fix = "Correct the bounds or the precision.";
                self.broken(at("dates", i, "precision"), expected, date.precision.name(), fix);
            }
        }
        let document = &records.document;
        if let (Some((_, adopted)), Some((period, _))) = (self.bounds(&document.adopted), self.bounds(&document.period))
            && adopted >= period
        {
            let expected = ["a day before ", period].concat();
            let fix = "A document is adopted before its period begins; correct one of the two dates.";
            self.broken(At::single("document", "adopted"), &expected, adopted, fix);
        }
        for (i, relation) in records.relations.iter().enumerate() {
            if relation.relation_type == RelationType::Precedes
                && let (Some((earliest, _)), Some((_, latest))) =
                    (self.deadline(&relation.from), self.deadline(&relation.to))
                && earliest > latest
            {
                let expected = ["a first task that can be done by ", latest].concat();
                self.broken(at("relations", i, "from"), &expected, earliest, "Turn the relation round or mend a date.");
            }
        }
    }

    fn bounds(&self, date: &str) -> Option<(&'r str, &'r str)> {
        let entity = self.entities.get(date).filter(|entity| entity.kind == EntityKind::Date)?;
        let date = self.records.dates.get(entity.index)?;
        Some((date.earliest.as_deref()?, date.latest.as_deref()?))
    }

    fn deadline(&self, task: &str) -> Option<(&'r str, &'r str)> {
        let entity = self.entities.get(task).filter(|entity| entity.kind == EntityKind::Task)?;
        self.bounds(self.records.tasks.get(entity.index)?.deadline.as_deref()?)
    }

    /// The marker of a footnote ends in its number and stands in the text once.
    fn footnotes(&mut self) {
        let records = self.records;
        let n_bytes: usize = records.text.units.iter().map(|(_, blocks)| super::search_cost(blocks)).sum();
        if records.footnotes.len().saturating_mul(n_bytes) > super::SEARCH_LIMIT {
            let (expected, _) = super::FEWER_SEARCHES;
            let fix = "Leave some out.";
            return self.problems.add("footnotes".to_owned(), ProblemCode::TooLarge, expected, "more", fix);
        }
        for (i, footnote) in records.footnotes.iter().enumerate() {
            let marker = &footnote.marker.quote;
            if marker.is_empty() {
                continue;
            }
            let place = at("footnotes", i, "marker");
            let number = digits(footnote.number);
            if !marker.ends_with(&number) {
                let expected = ["a word with the digit glued to it: ", &number].concat();
                self.broken(place, &expected, marker, "Quote the word together with the digit.");
                continue;
            }
            let blocks = records.text.units.iter().flat_map(|(_, blocks)| blocks);
            let places: usize = blocks.map(|block| block.text.matches(marker.as_str()).count()).sum();
            if places != 1 {
                let found = [&digits(length_u32(places)), " times"].concat();
                self.broken(place, "words that stand in the text once", &found, "Quote more of the sentence.");
            }
        }
    }

    /// An abbreviation that the text introduces in parentheses is a term.
    fn abbreviations(&mut self) {
        let records = self.records;
        let mut known = Words::default();
        records.terms.iter().filter_map(|term| term.abbreviation.as_deref()).for_each(|abbreviation| {
            known.number_of(abbreviation);
        });
        for (unit, blocks) in &records.text.units {
            for abbreviation in blocks.iter().flat_map(|block| introduced_abbreviations(&block.text)) {
                if known.find(abbreviation).is_none() {
                    let expected = ["a term for \"", abbreviation, "\", which ", unit, " introduces"].concat();
                    self.broken(At::single("terms", ""), &expected, "none", "Add the term with its abbreviation.");
                }
            }
        }
    }

    /// A document has an id that no other document and no entity has, and there are not more facets than can be told apart.
    fn documents(&mut self) {
        let (mut seen, mut facets) = (Counts::default(), Counts::default());
        for (i, document) in self.records.documents.iter().enumerate() {
            self.only_once(&mut seen, at("documents", i, "id"), &document.id);
            if let Some(entity) = self.entities.get(&document.id) {
                let found = ["\"", &document.id, "\", first used at ", &ids::path_of(entity)].concat();
                let (expected, fix) = ("an id of its own", "Rename one of the two.");
                self.problems.add(at("documents", i, "id").path(), ProblemCode::Duplicate, expected, &found, fix);
            }
            for (name, _) in &document.facets {
                if facets.count(name) == 1 && facets.counts.len() == MAX_OWN_FACETS + 1 {
                    let expected = [&digits(length_u32(MAX_OWN_FACETS)), " facets in all"].concat();
                    let fix = "Leave some out.";
                    self.broken(at("documents", i, "facets"), &expected, "one more", fix);
                }
            }
        }
    }

    /// Our own words are in no more languages than can be told apart.
    fn languages(&mut self) {
        let records = self.records;
        let mut seen = Counts::default();
        seen.count(&records.language);
        for (_, words) in &records.own_words {
            self.language(&mut seen, At::single("ownWords", ""), &words.lang);
        }
        for (i, (_, alias)) in records.aliases.iter().enumerate() {
            self.language(&mut seen, at("aliases", i, "lang"), &alias.lang);
        }
    }

    fn language(&mut self, seen: &mut Counts, place: At, lang: &str) {
        if seen.count(lang) == 1 && seen.counts.len() == MAX_LANGUAGES + 1 {
            let expected = [&digits(length_u32(MAX_LANGUAGES)), " languages in all"].concat();
            self.broken(place, &expected, "one more", "Leave some out.");
        }
    }

    /// An alias leads to an entity once.
    fn aliases(&mut self) {
        let mut seen = Counts::default();
        for (i, (id, alias)) in self.records.aliases.iter().enumerate() {
            let key = [id, " ", &alias.lang, " ", &alias.text.to_ascii_lowercase()].concat();
            self.only_once(&mut seen, at("aliases", i, ""), &key);
        }
    }
}

/// How often each of many keys has been counted.
#[derive(Default)]
struct Counts {
    keys: Words,
    counts: Vec<u32>,
}

impl Counts {
    /// Counts a key and gives back how often it has been counted.
    #[inline(never)]
    fn count(&mut self, key: &str) -> u32 {
        self.add(key, 1)
    }

    /// How often a key has been counted.
    fn of(&self, key: &str) -> u32 {
        self.keys.find(key).and_then(|number| self.counts.get(number as usize)).copied().unwrap_or(0)
    }

    #[inline(never)]
    fn add(&mut self, key: &str, n_times: u32) -> u32 {
        let number = self.keys.number_of(key) as usize;
        if number == self.counts.len() {
            self.counts.push(0);
        }
        let Some(count) = self.counts.get_mut(number) else { return 0 };
        *count = count.saturating_add(n_times);
        *count
    }
}

/// Abbreviations alone in parentheses, without a plural ending or a count: `(OAP's)`, `(1 CHSG)`, `(G-MASP)`.
fn introduced_abbreviations(text: &str) -> impl Iterator<Item = &str> {
    text.split('(').skip(1).filter_map(|rest| {
        let (inside, _) = rest.split_once(')')?;
        let word = inside.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
        let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        let is_abbreviation = word.chars().all(|c| c.is_ascii_uppercase() || c == '-')
            && word.chars().filter(char::is_ascii_uppercase).count() >= 2;
        is_abbreviation.then_some(word)
    })
}

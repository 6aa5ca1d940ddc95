//! Rules beyond the shape of the file: ids that resolve, numbers that agree, facts that do not contradict each other.
//!
//! The rules hold for any document of this kind; how many priorities *this* one has is for the tests to say.

use std::collections::BTreeMap;

use super::problem::{ProblemCode, Problems};
use super::read::Records;
use crate::model::{
    CrimeArea, EntityKind, InstrumentType, Named, Origin, Precision, RelationType, SourceSpan, UNIT_KINDS,
};

use EntityKind::{
    Actor, Cycle, Date, Document, Experience, Facet, Footnote, GuidingPrinciple, HorizontalThreat, Instrument,
    Objective, OperativeParagraph, OutsideFact, Priority, Recital, Reference, Relation, Role, SubPriority, Task, Term,
};

const AREAS: &[EntityKind] = &[Priority, SubPriority, HorizontalThreat];

/// Adds every broken rule to the problems.
pub(super) fn check(records: &Records, problems: &mut Problems) {
    let ids = ids(records, problems);
    let mut checker = Checker { records, ids, problems };
    checker.units();
    checker.references();
    checker.evidence();
    checker.numbering();
    checker.instruments();
    checker.single_facts();
    checker.time();
    checker.footnotes();
    checker.abbreviations();
    checker.aliases();
}

/// Every id with its kind and the path where it stands, in the order of the file.
pub(super) fn all_ids(records: &Records) -> Vec<(&str, EntityKind, String)> {
    fn list<'r>(
        all: &mut Vec<(&'r str, EntityKind, String)>,
        name: &str,
        kind: EntityKind,
        ids: impl Iterator<Item = &'r String>,
    ) {
        for (index, id) in ids.enumerate() {
            all.push((id, kind, format!("{name}[{index}].id")));
        }
    }
    let mut all = vec![(records.document.id.as_str(), Document, "document.id".to_owned())];
    list(&mut all, "cycles", Cycle, records.cycles.iter().map(|record| &record.id));
    list(&mut all, "priorities", Priority, records.priorities.iter().map(|record| &record.id));
    list(&mut all, "subPriorities", SubPriority, records.sub_priorities.iter().map(|record| &record.id));
    list(&mut all, "horizontalThreats", HorizontalThreat, records.horizontal_threats.iter().map(|record| &record.id));
    list(&mut all, "objectives", Objective, records.objectives.iter().map(|record| &record.id));
    list(&mut all, "instruments", Instrument, records.instruments.iter().map(|record| &record.id));
    list(&mut all, "guidingPrinciples", GuidingPrinciple, records.guiding_principles.iter().map(|record| &record.id));
    list(&mut all, "experiences", Experience, records.experiences.iter().map(|record| &record.id));
    list(&mut all, "recitals", Recital, records.recitals.iter().map(|record| &record.id));
    let paragraphs = records.operative_paragraphs.iter().map(|record| &record.id);
    list(&mut all, "operativeParagraphs", OperativeParagraph, paragraphs);
    list(&mut all, "tasks", Task, records.tasks.iter().map(|record| &record.id));
    list(&mut all, "actors", Actor, records.actors.iter().map(|record| &record.id));
    list(&mut all, "roles", Role, records.roles.iter().map(|record| &record.id));
    list(&mut all, "terms", Term, records.terms.iter().map(|record| &record.id));
    list(&mut all, "dates", Date, records.dates.iter().map(|record| &record.id));
    list(&mut all, "references", Reference, records.references.iter().map(|record| &record.id));
    list(&mut all, "footnotes", Footnote, records.footnotes.iter().map(|record| &record.id));
    list(&mut all, "facets", Facet, records.facets.iter().map(|record| &record.id));
    list(&mut all, "relations", Relation, records.relations.iter().map(|record| &record.id));
    list(&mut all, "outside.facts", OutsideFact, records.outside_facts.iter().map(|record| &record.id));
    all
}

fn ids(records: &Records, problems: &mut Problems) -> BTreeMap<String, EntityKind> {
    let mut first_places: BTreeMap<String, (EntityKind, String)> = BTreeMap::new();
    for (id, kind, path) in all_ids(records) {
        if id.is_empty() {
            continue;
        }
        if let Some((_, first)) = first_places.get(id) {
            let found = format!("\"{id}\", first used at {first}");
            problems.add(path, ProblemCode::Duplicate, "an id of its own", &found, "Rename one of the two.");
        } else {
            first_places.insert(id.to_owned(), (kind, path));
        }
    }
    first_places.into_iter().map(|(id, (kind, _))| (id, kind)).collect()
}

struct Checker<'r> {
    records: &'r Records,
    ids: BTreeMap<String, EntityKind>,
    problems: &'r mut Problems,
}

impl Checker<'_> {
    /// An id that must lead to one of the kinds; all kinds when the list is empty. An empty id was reported when read.
    fn resolves(&mut self, path: impl FnOnce() -> String, id: &str, kinds: &[EntityKind]) {
        if id.is_empty() {
            return;
        }
        let found = self.ids.get(id).copied();
        if found.is_some_and(|kind| kinds.is_empty() || kinds.contains(&kind)) {
            return;
        }
        let names: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
        let expected = match names.as_slice() {
            [] => "the id of an entity".to_owned(),
            names => format!("the id of a {}", names.join(" or ")),
        };
        let found = match found {
            Some(kind) => format!("\"{id}\", which is a {}", kind.name()),
            None => format!("\"{id}\", which is nowhere"),
        };
        self.problems.add(path(), ProblemCode::Reference, &expected, &found, "Correct the id or add the entity.");
    }

    fn broken(&mut self, path: String, expected: &str, found: &str, fix: &str) {
        self.problems.add(path, ProblemCode::Invariant, expected, found, fix);
    }

    /// Each unit has text, and each block belongs to a unit.
    fn units(&mut self) {
        let records = self.records;
        for (id, kind, path) in all_ids(records) {
            if UNIT_KINDS.contains(&kind) && !id.is_empty() && !records.text.blocks.contains_key(id) {
                self.broken(path, "at least one block of `text`", &format!("none for {id}"), "Add the official text.");
            }
        }
        for unit in &records.text.order {
            self.resolves(|| "text[].unit".to_owned(), unit, UNIT_KINDS);
        }
    }

    fn references(&mut self) {
        let records = self.records;
        self.resolves(|| "document.adopted".to_owned(), &records.document.adopted, &[Date]);
        self.resolves(|| "document.period".to_owned(), &records.document.period, &[Date]);
        for (i, cycle) in records.cycles.iter().enumerate() {
            self.optional(cycle.agreed.as_ref(), &[Date], || format!("cycles[{i}].agreed"));
            self.optional(cycle.previous.as_ref(), &[Cycle], || format!("cycles[{i}].previous"));
            self.each(&cycle.references, &[Reference], |j| format!("cycles[{i}].references[{j}]"));
        }
        for (i, area) in records.sub_priorities.iter().enumerate() {
            self.optional(area.parent.as_ref(), &[Priority], || format!("subPriorities[{i}].parent"));
        }
        for (i, objective) in records.objectives.iter().enumerate() {
            self.resolves(|| format!("objectives[{i}].area"), &objective.area, AREAS);
        }
        for (i, instrument) in records.instruments.iter().enumerate() {
            self.resolves(|| format!("instruments[{i}].implements"), &instrument.implements, AREAS);
        }
        for (i, principle) in records.guiding_principles.iter().enumerate() {
            self.resolves(|| format!("guidingPrinciples[{i}].priority"), &principle.priority, &[Priority]);
        }
        for (i, experience) in records.experiences.iter().enumerate() {
            self.resolves(|| format!("experiences[{i}].area"), &experience.area, AREAS);
            self.resolves(|| format!("experiences[{i}].cycle"), &experience.cycle, &[Cycle]);
        }
        for (i, task) in records.tasks.iter().enumerate() {
            self.resolves(|| format!("tasks[{i}].unit"), &task.unit, UNIT_KINDS);
            self.resolves(|| format!("tasks[{i}].askedBy"), &task.asked_by, &[Actor]);
            for (j, (actor, _)) in task.addressees.iter().enumerate() {
                self.resolves(|| format!("tasks[{i}].addressees[{j}].actor"), actor, &[Actor]);
            }
            self.optional(task.deadline.as_ref(), &[Date], || format!("tasks[{i}].deadline"));
        }
        for (i, date) in records.dates.iter().enumerate() {
            self.optional(date.relative_to.as_ref(), &[], || format!("dates[{i}].relativeTo"));
        }
        for (i, reference) in records.references.iter().enumerate() {
            self.optional(reference.date.as_ref(), &[Date], || format!("references[{i}].date"));
        }
        for (i, footnote) in records.footnotes.iter().enumerate() {
            self.each(&footnote.references, &[Reference], |j| format!("footnotes[{i}].references[{j}]"));
        }
        for (i, facet) in records.facets.iter().enumerate() {
            for (j, (area, _)) in facet.areas.iter().enumerate() {
                self.resolves(|| format!("facets[{i}].areas[{j}].area"), area, AREAS);
            }
        }
        for (i, relation) in records.relations.iter().enumerate() {
            self.resolves(|| format!("relations[{i}].from"), &relation.from, &[]);
            self.resolves(|| format!("relations[{i}].to"), &relation.to, &[]);
            self.each(&relation.facts, &[OutsideFact], |j| format!("relations[{i}].facts[{j}]"));
        }
        for (id, by_lang) in &records.own_words {
            for lang in by_lang.keys() {
                self.resolves(|| format!("ownWords.{lang}.{id}"), id, &[]);
            }
        }
        for (i, alias) in records.aliases.iter().enumerate() {
            self.resolves(|| format!("aliases[{i}].of"), &alias.of, &[]);
        }
        for (i, fact) in records.outside_facts.iter().enumerate() {
            self.each(&fact.about, &[], |j| format!("outside.facts[{i}].about[{j}]"));
        }
    }

    fn optional(&mut self, id: Option<&String>, kinds: &[EntityKind], path: impl FnOnce() -> String) {
        if let Some(id) = id {
            self.resolves(path, id, kinds);
        }
    }

    fn each(&mut self, ids: &[String], kinds: &[EntityKind], path: impl Fn(usize) -> String) {
        for (index, id) in ids.iter().enumerate() {
            self.resolves(|| path(index), id, kinds);
        }
    }

    /// Facts of a unit are quoted from that unit, and nothing that needs evidence is without.
    fn evidence(&mut self) {
        let records = self.records;
        for (i, objective) in records.objectives.iter().enumerate() {
            self.quoted_from(&objective.source, &objective.area, || format!("objectives[{i}].source"));
        }
        for (i, instrument) in records.instruments.iter().enumerate() {
            self.quoted_from(&instrument.source, &instrument.implements, || format!("instruments[{i}].source"));
        }
        for (i, experience) in records.experiences.iter().enumerate() {
            self.quoted_from(&experience.source, &experience.area, || format!("experiences[{i}].source"));
        }
        for (i, task) in records.tasks.iter().enumerate() {
            self.quoted_from(&task.action, &task.unit, || format!("tasks[{i}].action"));
            self.quoted_from(&task.modality_source, &task.unit, || format!("tasks[{i}].modalitySource"));
        }
        for (i, area) in records.priorities.iter().enumerate() {
            self.quoted_from(&area.title, &area.id, || format!("priorities[{i}].title"));
        }
        for (i, area) in records.sub_priorities.iter().enumerate() {
            self.quoted_from(&area.title, &area.id, || format!("subPriorities[{i}].title"));
        }
        for (i, recital) in records.recitals.iter().enumerate() {
            self.not_empty(recital.statements.len(), || format!("recitals[{i}].statements"));
        }
        for (i, paragraph) in records.operative_paragraphs.iter().enumerate() {
            self.not_empty(paragraph.statements.len(), || format!("operativeParagraphs[{i}].statements"));
        }
        for (i, principle) in records.guiding_principles.iter().enumerate() {
            self.not_empty(principle.statements.len(), || format!("guidingPrinciples[{i}].statements"));
        }
        for (i, actor) in records.actors.iter().enumerate() {
            self.not_empty(actor.mentions.len(), || format!("actors[{i}].mentions"));
        }
        for (i, role) in records.roles.iter().enumerate() {
            self.not_empty(role.mentions.len(), || format!("roles[{i}].mentions"));
        }
        for (i, term) in records.terms.iter().enumerate() {
            self.not_empty(term.forms.len() + usize::from(term.expansion.is_some()), || format!("terms[{i}].forms"));
        }
        for (i, date) in records.dates.iter().enumerate() {
            self.not_empty(date.sources.len(), || format!("dates[{i}].sources"));
        }
        for (i, reference) in records.references.iter().enumerate() {
            self.not_empty(reference.sources.len(), || format!("references[{i}].sources"));
        }
        for (i, facet) in records.facets.iter().enumerate() {
            for (j, (_, sources)) in facet.areas.iter().enumerate() {
                self.not_empty(sources.len(), || format!("facets[{i}].areas[{j}].sources"));
            }
        }
        for (i, cycle) in records.cycles.iter().enumerate() {
            let path = || format!("cycles[{i}].sources");
            self.has_evidence(cycle.origin, cycle.sources.len(), 0, path);
        }
        for (i, relation) in records.relations.iter().enumerate() {
            let path = || format!("relations[{i}].origin");
            self.has_evidence(relation.origin, relation.sources.len(), relation.facts.len(), path);
            if relation.origin == Origin::Outside {
                self.not_empty(relation.facts.len(), || format!("relations[{i}].facts"));
            }
        }
        for (i, fact) in records.outside_facts.iter().enumerate() {
            self.not_empty(fact.about.len(), || format!("outside.facts[{i}].about"));
            self.not_empty(fact.sources.len(), || format!("outside.facts[{i}].sources"));
            self.not_empty(fact.statement.len(), || format!("outside.facts[{i}].statement"));
        }
    }

    fn quoted_from(&mut self, source: &SourceSpan, unit: &str, path: impl FnOnce() -> String) {
        if !source.unit.is_empty() && !unit.is_empty() && source.unit != unit {
            let found = format!("one from {}", source.unit);
            self.broken(path(), &format!("a quote from {unit}"), &found, "Quote the unit that the fact is about.");
        }
    }

    fn not_empty(&mut self, length: usize, path: impl FnOnce() -> String) {
        if length == 0 {
            self.broken(path(), "at least one", "none", "Add the words or the page that say so.");
        }
    }

    /// What the document says has quotes, what is from outside has none of them; nothing in a file is derived.
    fn has_evidence(&mut self, origin: Origin, sources: usize, facts: usize, path: impl FnOnce() -> String) {
        let right = match origin {
            Origin::Document => sources > 0 && facts == 0,
            Origin::Outside => sources == 0,
            Origin::Derived => false,
        };
        if !right {
            let expected = "quotes with origin \"document\", or none with origin \"outside\"";
            let found = format!("origin \"{}\" with {sources} quotes and {facts} outside facts", origin.name());
            self.broken(path(), expected, &found, "Correct the origin or its evidence.");
        }
    }

    /// Numbers run from 1 and letters from a, in the order of the file.
    fn numbering(&mut self) {
        let records = self.records;
        self.counts_up("priorities", records.priorities.iter().map(|record| record.number));
        self.counts_up("horizontalThreats", records.horizontal_threats.iter().map(|record| record.number));
        self.counts_up("recitals", records.recitals.iter().map(|record| record.number));
        self.counts_up("operativeParagraphs", records.operative_paragraphs.iter().map(|record| record.number));
        self.counts_up("footnotes", records.footnotes.iter().map(|record| record.number));

        let mut principles: BTreeMap<&str, u32> = BTreeMap::new();
        for (i, principle) in records.guiding_principles.iter().enumerate() {
            let expected = principles.entry(&principle.priority).or_default();
            *expected += 1;
            if principle.number != *expected {
                let (expected, found) = (expected.to_string(), principle.number.to_string());
                let path = format!("guidingPrinciples[{i}].number");
                self.broken(path, &expected, &found, "Number the principles of a priority from 1.");
            }
        }
        let mut letters: BTreeMap<&str, char> = BTreeMap::new();
        for (i, area) in records.sub_priorities.iter().enumerate() {
            let Some(parent) = area.parent.as_deref() else { continue };
            let expected = letters.get(parent).map_or('a', |last| char::from_u32(*last as u32 + 1).unwrap_or(*last));
            letters.insert(parent, expected);
            if let Some(letter) = area.letter
                && letter != expected
            {
                let path = format!("subPriorities[{i}].letter");
                let fix = "Letter the sub-priorities of a priority from a, without a gap.";
                self.broken(path, &format!("\"{expected}\""), &format!("\"{letter}\""), fix);
            }
        }
        for (i, area) in records.priorities.iter().enumerate() {
            let children = self.children(area).count();
            if let Some((declared, _)) = &area.declared_sub_priorities
                && *declared as usize != children
            {
                let path = format!("priorities[{i}].declaredSubPriorities.count");
                let fix = "Add the missing sub-priorities or correct the count.";
                self.broken(path, &children.to_string(), &declared.to_string(), fix);
            }
        }
    }

    fn counts_up(&mut self, list: &str, numbers: impl Iterator<Item = u32>) {
        for (index, (number, expected)) in numbers.zip(1..).enumerate() {
            if number != expected {
                let path = format!("{list}[{index}].number");
                self.broken(path, &expected.to_string(), &number.to_string(), "Number them from 1 without a gap.");
            }
        }
    }

    fn children<'a>(&self, area: &'a CrimeArea) -> impl Iterator<Item = &CrimeArea> + use<'_, 'a> {
        self.records.sub_priorities.iter().filter(|child| child.parent.as_deref() == Some(area.id.as_str()))
    }

    /// A priority without sub-priorities has one OAP, one with them none of its own, a horizontal threat none; and the
    /// numbers that the document declares are those of the instruments. A parent declares what its children have.
    fn instruments(&mut self) {
        let records = self.records;
        let lists = [
            ("priorities", &records.priorities),
            ("subPriorities", &records.sub_priorities),
            ("horizontalThreats", &records.horizontal_threats),
        ];
        for (list, areas) in lists {
            for (i, area) in areas.iter().enumerate() {
                let has_children = self.children(area).next().is_some();
                let own_oaps = self.count(InstrumentType::Oap, &area.id);
                let expected_oaps = u32::from(!has_children && area.kind != HorizontalThreat);
                if own_oaps != expected_oaps {
                    let expected = format!("{expected_oaps} OAP that implements {}", area.id);
                    let fix = "Correct the list of instruments.";
                    self.broken(format!("{list}[{i}]"), &expected, &own_oaps.to_string(), fix);
                }
                for instrument_type in InstrumentType::ALL {
                    let own = self.count(*instrument_type, &area.id);
                    let inherited: u32 = self.children(area).map(|child| self.count(*instrument_type, &child.id)).sum();
                    let declared: u32 = area
                        .declared
                        .iter()
                        .filter(|declared| declared.instrument_type == *instrument_type)
                        .map(|declared| declared.count)
                        .sum();
                    // A parent repeats its children's OAPs, not their CHSGs.
                    let right = declared == own + inherited || (has_children && declared == own);
                    if !right {
                        let expected = format!("{} {}", own + inherited, instrument_type.name());
                        let fix = "Make the declared count and the list of instruments agree.";
                        self.broken(format!("{list}[{i}].declared"), &expected, &declared.to_string(), fix);
                    }
                }
            }
        }
    }

    fn count(&self, instrument_type: InstrumentType, area: &str) -> u32 {
        let of_area = self.records.instruments.iter().filter(|instrument| {
            instrument.instrument_type == instrument_type && instrument.implements == area && !area.is_empty()
        });
        u32::try_from(of_area.count()).unwrap_or(u32::MAX)
    }

    /// A crime area has at most one objective and one experience of its own.
    fn single_facts(&mut self) {
        let records = self.records;
        let mut areas: Vec<&str> = Vec::new();
        for (i, objective) in records.objectives.iter().enumerate() {
            self.first_time(&mut areas, &objective.area, || format!("objectives[{i}].area"));
        }
        areas.clear();
        for (i, experience) in records.experiences.iter().enumerate() {
            self.first_time(&mut areas, &experience.area, || format!("experiences[{i}].area"));
        }
    }

    fn first_time<'a>(&mut self, seen: &mut Vec<&'a str>, area: &'a str, path: impl FnOnce() -> String) {
        if !area.is_empty() && seen.contains(&area) {
            let fix = "Merge the two into one.";
            self.problems.add(path(), ProblemCode::Duplicate, "each crime area once", area, fix);
        }
        seen.push(area);
    }

    /// Cycles run on without overlap, dates have an order, adoption comes before the period, and what precedes does.
    fn time(&mut self) {
        let records = self.records;
        for (i, cycle) in records.cycles.iter().enumerate() {
            if cycle.from > cycle.to {
                let found = format!("{} to {}", cycle.from, cycle.to);
                self.broken(format!("cycles[{i}]"), "a first year before the last", &found, "Correct the years.");
            }
        }
        for (i, pair) in records.cycles.windows(2).enumerate() {
            if let [earlier, later] = pair
                && earlier.to >= later.from
            {
                let expected = format!("a year after {}", earlier.to);
                let fix = "List the cycles in order of time; they do not overlap.";
                self.broken(format!("cycles[{}].from", i + 1), &expected, &later.from.to_string(), fix);
            }
        }
        for (i, date) in records.dates.iter().enumerate() {
            let bounds = (&date.earliest, &date.latest);
            let right = match bounds {
                (Some(earliest), Some(latest)) => earliest <= latest && date.precision != Precision::None,
                (None, None) => date.precision == Precision::None,
                _ => false,
            };
            if !right {
                let expected = "`earliest` not after `latest`, or neither with precision \"none\"";
                let found = format!("{bounds:?} with precision \"{}\"", date.precision.name());
                self.broken(format!("dates[{i}]"), expected, &found, "Correct the bounds or the precision.");
            }
        }
        let bounds = |id: &str| {
            let date = records.dates.iter().find(|date| date.id == id)?;
            Some((date.earliest.as_deref()?, date.latest.as_deref()?))
        };
        if let (Some((_, adopted)), Some((period, _))) =
            (bounds(&records.document.adopted), bounds(&records.document.period))
            && adopted >= period
        {
            let expected = format!("a date before {period}, when the period begins");
            self.broken("document.adopted".to_owned(), &expected, adopted, "Correct one of the two dates.");
        }
        let deadline = |id: &str| {
            let task = records.tasks.iter().find(|task| task.id == id)?;
            bounds(task.deadline.as_deref()?)
        };
        for (i, relation) in records.relations.iter().enumerate() {
            if relation.relation_type == RelationType::Precedes
                && let (Some((earliest, _)), Some((_, latest))) = (deadline(&relation.from), deadline(&relation.to))
                && earliest > latest
            {
                let expected = format!("a deadline of {} that can be before {latest}", relation.from);
                self.broken(format!("relations[{i}]"), &expected, earliest, "Turn the relation round or mend a date.");
            }
        }
    }

    /// The marker of a footnote ends in its number and stands in the text once.
    fn footnotes(&mut self) {
        let records = self.records;
        for (i, footnote) in records.footnotes.iter().enumerate() {
            let marker = &footnote.marker.quote;
            if marker.is_empty() {
                continue;
            }
            let path = format!("footnotes[{i}].marker");
            if !marker.ends_with(&footnote.number.to_string()) {
                let expected = format!("a word with {} glued to it", footnote.number);
                self.broken(path, &expected, marker, "Quote the word together with the digit.");
                continue;
            }
            let places: usize =
                records.text.blocks.values().flatten().map(|block| block.text.matches(marker.as_str()).count()).sum();
            if places != 1 {
                let found = format!("\"{marker}\" {places} times");
                self.broken(path, "words that stand in the text once", &found, "Quote more of the sentence.");
            }
        }
    }

    /// An abbreviation that the text introduces in parentheses is a term.
    fn abbreviations(&mut self) {
        let records = self.records;
        for (unit, blocks) in &records.text.blocks {
            for abbreviation in blocks.iter().flat_map(|block| introduced_abbreviations(&block.text)) {
                let known = records.terms.iter().any(|term| term.abbreviation.as_deref() == Some(abbreviation));
                if !known {
                    let expected = format!("a term for \"{abbreviation}\", which {unit} introduces");
                    self.broken("terms".to_owned(), &expected, "none", "Add the term with its abbreviation.");
                }
            }
        }
    }

    /// An alias leads to an entity once.
    fn aliases(&mut self) {
        let mut seen: BTreeMap<(&str, &str, String), usize> = BTreeMap::new();
        for (i, alias) in self.records.aliases.iter().enumerate() {
            let key = (alias.of.as_str(), alias.lang.as_str(), alias.text.to_lowercase());
            if let Some(first) = seen.insert(key, i) {
                let path = format!("aliases[{i}]");
                let found = format!("\"{}\", first at aliases[{first}]", alias.text);
                let expected = "each alias of an entity once";
                self.problems.add(path, ProblemCode::Duplicate, expected, &found, "Remove one of the two.");
            }
        }
    }
}

/// Abbreviations alone in parentheses, without a plural ending or a count: `(OAP's)`, `(1 CHSG)`, `(G-MASP)`.
fn introduced_abbreviations(text: &str) -> impl Iterator<Item = &str> {
    text.split('(').skip(1).filter_map(|rest| {
        let (inside, _) = rest.split_once(')')?;
        let word = inside.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
        let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        let is_abbreviation = word.chars().all(|c| c.is_uppercase() || c == '-')
            && word.chars().filter(|c| c.is_uppercase()).count() >= 2;
        is_abbreviation.then_some(word)
    })
}

//! Rules beyond the shape of the file: ids that resolve, numbers that agree, facts that do not contradict each other.
//!
//! The rules hold for any document of this kind; how many priorities *this* one has is for the tests to say.

use std::collections::BTreeMap;

use super::problem::{ProblemCode, Problems};
use super::read::Records;
use crate::model::{
    CrimeArea, Entities, EntityKind, InstrumentType, Named, Origin, Precision, RelationType, SourceSpan, UNIT_KINDS,
};

use EntityKind::{
    Actor, Cycle, Date, Document, Experience, Facet, Footnote, GuidingPrinciple, HorizontalThreat, Instrument,
    Objective, OperativeParagraph, OutsideFact, Priority, Recital, Reference, Relation, Role, SubPriority, Task, Term,
};

const AREAS: &[EntityKind] = &[Priority, SubPriority, HorizontalThreat];

/// Adds every broken rule to the problems. Gives back every entity with the position of its record in the file.
pub(super) fn check(records: &Records, problems: &mut Problems) -> Entities {
    let entities = entities(records, problems);
    let mut checker = Checker { records, entities: &entities, problems };
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
    entities
}

/// A place in the file: `list[index].field[inner].leaf`, as far as it goes. Written out only for a problem.
#[derive(Debug, Clone, Copy)]
struct At<'r> {
    list: &'r str,
    index: Option<usize>,
    field: &'r str,
    inner: Option<usize>,
    leaf: &'r str,
}

const fn at<'r>(list: &'r str, index: usize, field: &'r str) -> At<'r> {
    At { list, index: Some(index), field, inner: None, leaf: "" }
}

impl<'r> At<'r> {
    /// A place that is no item of a list.
    const fn single(list: &'r str, field: &'r str) -> Self {
        At { list, index: None, field, inner: None, leaf: "" }
    }

    const fn item(self, inner: usize, leaf: &'r str) -> Self {
        At { inner: Some(inner), leaf, ..self }
    }

    #[inline(never)]
    fn path(&self) -> String {
        let mut path = self.list.to_owned();
        for (index, name) in [(self.index, self.field), (self.inner, self.leaf)] {
            if let Some(index) = index {
                path.push('[');
                path.push_str(&index.to_string());
                path.push(']');
            }
            if !name.is_empty() {
                path.push('.');
                path.push_str(name);
            }
        }
        path
    }
}

/// The list of the file in which entities of a kind stand.
const fn list_of(kind: EntityKind) -> &'static str {
    match kind {
        Document => "document",
        Recital => "recitals",
        OperativeParagraph => "operativeParagraphs",
        GuidingPrinciple => "guidingPrinciples",
        Priority => "priorities",
        SubPriority => "subPriorities",
        HorizontalThreat => "horizontalThreats",
        Cycle => "cycles",
        Objective => "objectives",
        Instrument => "instruments",
        Experience => "experiences",
        Task => "tasks",
        Actor => "actors",
        Role => "roles",
        Term => "terms",
        Date => "dates",
        Reference => "references",
        Footnote => "footnotes",
        Facet => "facets",
        Relation => "relations",
        OutsideFact => "outside.facts",
    }
}

const fn id_at(kind: EntityKind, index: usize) -> At<'static> {
    match kind {
        Document => At::single("document", "id"),
        kind => at(list_of(kind), index, "id"),
    }
}

/// Visits every id with its kind and position, in the order of the file.
fn each_id(records: &Records, visit: &mut dyn FnMut(&str, EntityKind, usize)) {
    fn each<T>(visit: &mut dyn FnMut(&str, EntityKind, usize), kind: EntityKind, list: &[T], id: fn(&T) -> &str) {
        for (index, record) in list.iter().enumerate() {
            visit(id(record), kind, index);
        }
    }
    visit(&records.document.id, Document, 0);
    each(visit, Cycle, &records.cycles, |record| &record.id);
    each(visit, Priority, &records.priorities, |record| &record.id);
    each(visit, SubPriority, &records.sub_priorities, |record| &record.id);
    each(visit, HorizontalThreat, &records.horizontal_threats, |record| &record.id);
    each(visit, Objective, &records.objectives, |record| &record.id);
    each(visit, Instrument, &records.instruments, |record| &record.id);
    each(visit, GuidingPrinciple, &records.guiding_principles, |record| &record.id);
    each(visit, Experience, &records.experiences, |record| &record.id);
    each(visit, Recital, &records.recitals, |record| &record.id);
    each(visit, OperativeParagraph, &records.operative_paragraphs, |record| &record.id);
    each(visit, Task, &records.tasks, |record| &record.id);
    each(visit, Actor, &records.actors, |record| &record.id);
    each(visit, Role, &records.roles, |record| &record.id);
    each(visit, Term, &records.terms, |record| &record.id);
    each(visit, Date, &records.dates, |record| &record.id);
    each(visit, Reference, &records.references, |record| &record.id);
    each(visit, Footnote, &records.footnotes, |record| &record.id);
    each(visit, Facet, &records.facets, |record| &record.id);
    each(visit, Relation, &records.relations, |record| &record.id);
    each(visit, OutsideFact, &records.outside_facts, |record| &record.id);
}

fn entities(records: &Records, problems: &mut Problems) -> Entities {
    let mut entities = Entities::default();
    each_id(records, &mut |id, kind, index| {
        if id.is_empty() {
            return;
        }
        if let Some(first) = entities.get(id) {
            let found = ["\"", id, "\", first used at ", &id_at(first.kind, first.index).path()].concat();
            let fix = "Rename one of the two.";
            problems.add(id_at(kind, index).path(), ProblemCode::Duplicate, "an id of its own", &found, fix);
        } else {
            entities.add(id, kind, index);
        }
    });
    entities
}

struct Checker<'r> {
    records: &'r Records,
    entities: &'r Entities,
    problems: &'r mut Problems,
}

impl<'r> Checker<'r> {
    /// An id that must lead to one of the kinds; to any when there are none. An empty id was reported when it was read.
    #[inline(never)]
    fn resolves(&mut self, place: At<'_>, id: &str, kinds: &[EntityKind]) {
        if id.is_empty() {
            return;
        }
        let found = self.entities.get(id).map(|entity| entity.kind);
        if found.is_some_and(|kind| kinds.is_empty() || kinds.contains(&kind)) {
            return;
        }
        let names: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
        let names = if names.is_empty() { "entity".to_owned() } else { names.join(" or ") };
        let what = found.map_or("nothing", EntityKind::name);
        let (expected, found) = (["the id of: ", &names].concat(), ["\"", id, "\", the id of: ", what].concat());
        let fix = "Correct the id or add the entity.";
        self.problems.add(place.path(), ProblemCode::Reference, &expected, &found, fix);
    }

    #[inline(never)]
    fn resolves_if_any(&mut self, place: At<'_>, id: Option<&String>, kinds: &[EntityKind]) {
        if let Some(id) = id {
            self.resolves(place, id, kinds);
        }
    }

    #[inline(never)]
    fn each_resolves(&mut self, place: At<'_>, ids: &[String], kinds: &[EntityKind]) {
        for (inner, id) in ids.iter().enumerate() {
            self.resolves(place.item(inner, ""), id, kinds);
        }
    }

    #[inline(never)]
    fn broken(&mut self, place: At<'_>, expected: &str, found: &str, fix: &'static str) {
        self.problems.add(place.path(), ProblemCode::Invariant, expected, found, fix);
    }

    #[inline(never)]
    fn differs(&mut self, place: At<'_>, expected: u32, found: u32, fix: &'static str) {
        if expected != found {
            self.broken(place, &expected.to_string(), &found.to_string(), fix);
        }
    }

    /// Each unit has text, and each block belongs to a unit.
    fn units(&mut self) {
        let records = self.records;
        let positions = &records.text.positions;
        for entity in self.entities.iter() {
            if UNIT_KINDS.contains(&entity.kind) && !positions.contains_key(&entity.id) {
                self.broken(
                    id_at(entity.kind, entity.index),
                    "at least one block of `text`",
                    "none",
                    "Add the official text.",
                );
            }
        }
        for (unit, _) in &records.text.units {
            self.resolves(At::single("text", "unit"), unit, UNIT_KINDS);
        }
    }

    fn references(&mut self) {
        let records = self.records;
        self.resolves(At::single("document", "adopted"), &records.document.adopted, &[Date]);
        self.resolves(At::single("document", "period"), &records.document.period, &[Date]);
        for (i, cycle) in records.cycles.iter().enumerate() {
            self.resolves_if_any(at("cycles", i, "agreed"), cycle.agreed.as_ref(), &[Date]);
            self.resolves_if_any(at("cycles", i, "previous"), cycle.previous.as_ref(), &[Cycle]);
            self.each_resolves(at("cycles", i, "references"), &cycle.references, &[Reference]);
        }
        for (i, area) in records.sub_priorities.iter().enumerate() {
            self.resolves_if_any(at("subPriorities", i, "parent"), area.parent.as_ref(), &[Priority]);
        }
        for (i, objective) in records.objectives.iter().enumerate() {
            self.resolves(at("objectives", i, "area"), &objective.area, AREAS);
        }
        for (i, instrument) in records.instruments.iter().enumerate() {
            self.resolves(at("instruments", i, "implements"), &instrument.implements, AREAS);
        }
        for (i, principle) in records.guiding_principles.iter().enumerate() {
            self.resolves(at("guidingPrinciples", i, "priority"), &principle.priority, &[Priority]);
        }
        for (i, experience) in records.experiences.iter().enumerate() {
            self.resolves(at("experiences", i, "area"), &experience.area, AREAS);
            self.resolves(at("experiences", i, "cycle"), &experience.cycle, &[Cycle]);
        }
        for (i, task) in records.tasks.iter().enumerate() {
            self.resolves(at("tasks", i, "unit"), &task.unit, UNIT_KINDS);
            self.resolves(at("tasks", i, "askedBy"), &task.asked_by, &[Actor]);
            for (j, (actor, _)) in task.addressees.iter().enumerate() {
                self.resolves(at("tasks", i, "addressees").item(j, "actor"), actor, &[Actor]);
            }
            self.resolves_if_any(at("tasks", i, "deadline"), task.deadline.as_ref(), &[Date]);
        }
        for (i, date) in records.dates.iter().enumerate() {
            self.resolves_if_any(at("dates", i, "relativeTo"), date.relative_to.as_ref(), &[]);
        }
        for (i, reference) in records.references.iter().enumerate() {
            self.resolves_if_any(at("references", i, "date"), reference.date.as_ref(), &[Date]);
        }
        for (i, footnote) in records.footnotes.iter().enumerate() {
            self.each_resolves(at("footnotes", i, "references"), &footnote.references, &[Reference]);
        }
        for (i, facet) in records.facets.iter().enumerate() {
            for (j, (area, _)) in facet.areas.iter().enumerate() {
                self.resolves(at("facets", i, "areas").item(j, "area"), area, AREAS);
            }
        }
        for (i, relation) in records.relations.iter().enumerate() {
            self.resolves(at("relations", i, "from"), &relation.from, &[]);
            self.resolves(at("relations", i, "to"), &relation.to, &[]);
            self.each_resolves(at("relations", i, "facts"), &relation.facts, &[OutsideFact]);
        }
        for (id, words) in &records.own_words {
            self.resolves(At { leaf: id, ..At::single("ownWords", &words.lang) }, id, &[]);
        }
        for (i, (id, _)) in records.aliases.iter().enumerate() {
            self.resolves(at("aliases", i, "of"), id, &[]);
        }
        for (i, fact) in records.outside_facts.iter().enumerate() {
            self.each_resolves(at("outside.facts", i, "about"), &fact.about, &[]);
        }
    }

    /// Facts of a unit are quoted from that unit, and nothing that needs evidence is without.
    fn evidence(&mut self) {
        let records = self.records;
        for (i, objective) in records.objectives.iter().enumerate() {
            self.quoted_from(at("objectives", i, "source"), &objective.source, &objective.area);
        }
        for (i, instrument) in records.instruments.iter().enumerate() {
            self.quoted_from(at("instruments", i, "source"), &instrument.source, &instrument.implements);
        }
        for (i, experience) in records.experiences.iter().enumerate() {
            self.quoted_from(at("experiences", i, "source"), &experience.source, &experience.area);
        }
        for (i, task) in records.tasks.iter().enumerate() {
            self.quoted_from(at("tasks", i, "action"), &task.action, &task.unit);
            self.quoted_from(at("tasks", i, "modalitySource"), &task.modality_source, &task.unit);
        }
        for (i, area) in records.priorities.iter().enumerate() {
            self.quoted_from(at("priorities", i, "title"), &area.title, &area.id);
        }
        for (i, area) in records.sub_priorities.iter().enumerate() {
            self.quoted_from(at("subPriorities", i, "title"), &area.title, &area.id);
        }
        for (i, recital) in records.recitals.iter().enumerate() {
            self.not_empty(at("recitals", i, "statements"), recital.statements.len());
        }
        for (i, paragraph) in records.operative_paragraphs.iter().enumerate() {
            self.not_empty(at("operativeParagraphs", i, "statements"), paragraph.statements.len());
        }
        for (i, principle) in records.guiding_principles.iter().enumerate() {
            self.not_empty(at("guidingPrinciples", i, "statements"), principle.statements.len());
        }
        for (i, actor) in records.actors.iter().enumerate() {
            self.not_empty(at("actors", i, "mentions"), actor.mentions.len());
        }
        for (i, role) in records.roles.iter().enumerate() {
            self.not_empty(at("roles", i, "mentions"), role.mentions.len());
        }
        for (i, term) in records.terms.iter().enumerate() {
            self.not_empty(at("terms", i, "forms"), term.forms.len() + usize::from(term.expansion.is_some()));
        }
        for (i, date) in records.dates.iter().enumerate() {
            self.not_empty(at("dates", i, "sources"), date.sources.len());
        }
        for (i, reference) in records.references.iter().enumerate() {
            self.not_empty(at("references", i, "sources"), reference.sources.len());
        }
        for (i, facet) in records.facets.iter().enumerate() {
            self.not_empty(at("facets", i, "areas"), facet.areas.len());
            for (j, (_, sources)) in facet.areas.iter().enumerate() {
                self.not_empty(at("facets", i, "areas").item(j, "sources"), sources.len());
            }
        }
        for (i, cycle) in records.cycles.iter().enumerate() {
            self.has_evidence(at("cycles", i, "sources"), cycle.origin, cycle.sources.len(), 0);
        }
        for (i, relation) in records.relations.iter().enumerate() {
            let place = at("relations", i, "origin");
            self.has_evidence(place, relation.origin, relation.sources.len(), relation.facts.len());
            if relation.origin == Origin::Outside {
                self.not_empty(at("relations", i, "facts"), relation.facts.len());
            }
        }
        for (i, fact) in records.outside_facts.iter().enumerate() {
            self.not_empty(at("outside.facts", i, "about"), fact.about.len());
            self.not_empty(at("outside.facts", i, "sources"), fact.sources.len());
            self.not_empty(at("outside.facts", i, "statement"), fact.statement.len());
        }
    }

    #[inline(never)]
    fn quoted_from(&mut self, place: At<'_>, source: &SourceSpan, unit: &str) {
        if !source.unit.is_empty() && !unit.is_empty() && source.unit != unit {
            let (expected, found) = (["a quote from ", unit].concat(), ["one from ", &source.unit].concat());
            self.broken(place, &expected, &found, "Quote the unit that the fact is about.");
        }
    }

    #[inline(never)]
    fn not_empty(&mut self, place: At<'_>, length: usize) {
        if length == 0 {
            self.broken(place, "at least one", "none", "Add the words or the page that say so.");
        }
    }

    /// What the document says has quotes, what is from outside has none of them; nothing in a file is derived.
    #[inline(never)]
    fn has_evidence(&mut self, place: At<'_>, origin: Origin, sources: usize, facts: usize) {
        let right = match origin {
            Origin::Document => sources > 0 && facts == 0,
            Origin::Outside => sources == 0,
            Origin::Derived => false,
        };
        if !right {
            let expected = "quotes and no outside facts with origin \"document\", no quotes with \"outside\"";
            self.broken(place, expected, origin.name(), "Correct the origin or its evidence.");
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

        // How many of each parent have been seen.
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for (i, principle) in records.guiding_principles.iter().enumerate() {
            let expected = count_one(&mut seen, &principle.priority);
            let fix = "Number the principles of a priority from 1.";
            self.differs(at("guidingPrinciples", i, "number"), expected, principle.number, fix);
        }
        seen.clear();
        for (i, area) in records.sub_priorities.iter().enumerate() {
            let (Some(parent), Some(letter)) = (&area.parent, area.letter) else { continue };
            let expected = count_one(&mut seen, parent).checked_add('a' as u32 - 1).and_then(char::from_u32);
            if expected != Some(letter) {
                let expected = expected.map_or_else(String::new, String::from);
                let fix = "Letter the sub-priorities of a priority from a, without a gap.";
                self.broken(at("subPriorities", i, "letter"), &expected, &String::from(letter), fix);
            }
        }
        for (i, area) in records.priorities.iter().enumerate() {
            if let Some((declared, _)) = &area.declared_sub_priorities {
                let fix = "Add the missing sub-priorities or correct the count.";
                let children = u32::try_from(self.children(area).count()).unwrap_or(u32::MAX);
                self.differs(at("priorities", i, "declaredSubPriorities.count"), children, *declared, fix);
            }
        }
    }

    #[inline(never)]
    fn counts_up(&mut self, list: &'static str, numbers: &mut dyn Iterator<Item = u32>) {
        for (index, (number, expected)) in numbers.zip(1..).enumerate() {
            self.differs(at(list, index, "number"), expected, number, "Number them from 1 without a gap.");
        }
    }

    fn children(&self, area: &'r CrimeArea) -> impl Iterator<Item = &'r CrimeArea> + use<'r> {
        self.records.sub_priorities.iter().filter(|child| child.parent.as_ref() == Some(&area.id))
    }

    /// A priority without sub-priorities has one OAP, one with them none of its own, a horizontal threat none; and the
    /// numbers that the document declares are those of the instruments. A parent declares what its children have.
    fn instruments(&mut self) {
        let records = self.records;
        let lists = [
            (Priority, &records.priorities),
            (SubPriority, &records.sub_priorities),
            (HorizontalThreat, &records.horizontal_threats),
        ];
        for (kind, areas) in lists {
            for (i, area) in areas.iter().enumerate() {
                let has_children = self.children(area).next().is_some();
                let own_oaps = self.count(InstrumentType::Oap, &area.id);
                let expected = u32::from(!has_children && kind != HorizontalThreat);
                let fix = "A priority without sub-priorities has one OAP, everything else none; correct `instruments`.";
                self.differs(at(list_of(kind), i, ""), expected, own_oaps, fix);
                for instrument_type in InstrumentType::ALL {
                    let own = self.count(*instrument_type, &area.id);
                    let of_children: u32 =
                        self.children(area).map(|child| self.count(*instrument_type, &child.id)).sum();
                    let declared = area.declared.iter().filter(|found| found.instrument_type == *instrument_type);
                    let declared: u32 = declared.map(|declared| declared.count).sum();
                    // A parent repeats its children's OAPs, but not their CHSGs.
                    if !(has_children && declared == own) {
                        let fix = "Make the declared count and the list of instruments agree.";
                        self.differs(at(list_of(kind), i, "declared"), own + of_children, declared, fix);
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
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for (i, objective) in records.objectives.iter().enumerate() {
            self.only_once(&mut seen, at("objectives", i, "area"), &objective.area);
        }
        seen.clear();
        for (i, experience) in records.experiences.iter().enumerate() {
            self.only_once(&mut seen, at("experiences", i, "area"), &experience.area);
        }
    }

    #[inline(never)]
    fn only_once(&mut self, seen: &mut BTreeMap<String, usize>, place: At<'_>, key: &str) {
        if !key.is_empty() && count_one(seen, key) > 1 {
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
                let expected = ["a year after ", &last.to_string()].concat();
                self.broken(at("cycles", i, "from"), &expected, &cycle.from.to_string(), fix);
            }
            if cycle.from > cycle.to {
                let expected = ["a year from ", &cycle.from.to_string()].concat();
                self.broken(at("cycles", i, "to"), &expected, &cycle.to.to_string(), "Correct the years.");
            }
            last = cycle.to;
        }
        for (i, date) in records.dates.iter().enumerate() {
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
        let entity = self.entities.get(date).filter(|entity| entity.kind == Date)?;
        let date = self.records.dates.get(entity.index)?;
        Some((date.earliest.as_deref()?, date.latest.as_deref()?))
    }

    fn deadline(&self, task: &str) -> Option<(&'r str, &'r str)> {
        let entity = self.entities.get(task).filter(|entity| entity.kind == Task)?;
        self.bounds(self.records.tasks.get(entity.index)?.deadline.as_deref()?)
    }

    /// The marker of a footnote ends in its number and stands in the text once.
    fn footnotes(&mut self) {
        let records = self.records;
        for (i, footnote) in records.footnotes.iter().enumerate() {
            let marker = &footnote.marker.quote;
            if marker.is_empty() {
                continue;
            }
            let place = at("footnotes", i, "marker");
            let number = footnote.number.to_string();
            if !marker.ends_with(&number) {
                let expected = ["a word with the digit glued to it: ", &number].concat();
                self.broken(place, &expected, marker, "Quote the word together with the digit.");
                continue;
            }
            let blocks = records.text.units.iter().flat_map(|(_, blocks)| blocks);
            let places: usize = blocks.map(|block| block.text.matches(marker.as_str()).count()).sum();
            if places != 1 {
                let found = [&places.to_string(), " times"].concat();
                self.broken(place, "words that stand in the text once", &found, "Quote more of the sentence.");
            }
        }
    }

    /// An abbreviation that the text introduces in parentheses is a term.
    fn abbreviations(&mut self) {
        let records = self.records;
        for (unit, blocks) in &records.text.units {
            for abbreviation in blocks.iter().flat_map(|block| introduced_abbreviations(&block.text)) {
                let known = records.terms.iter().any(|term| term.abbreviation.as_deref() == Some(abbreviation));
                if !known {
                    let expected = ["a term for \"", abbreviation, "\", which ", unit, " introduces"].concat();
                    let place = At { index: None, ..at("terms", 0, "") };
                    self.broken(place, &expected, "none", "Add the term with its abbreviation.");
                }
            }
        }
    }

    /// An alias leads to an entity once.
    fn aliases(&mut self) {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for (i, (id, alias)) in self.records.aliases.iter().enumerate() {
            let mut key = [id, " ", &alias.lang, " "].concat();
            key.extend(alias.text.chars().flat_map(char::to_lowercase));
            self.only_once(&mut seen, at("aliases", i, ""), &key);
        }
    }
}

/// Counts a key and gives back how often it has been counted.
#[inline(never)]
fn count_one(seen: &mut BTreeMap<String, usize>, key: &str) -> u32 {
    let count = seen.entry(key.to_owned()).or_insert(0);
    *count += 1;
    u32::try_from(*count).unwrap_or(u32::MAX)
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

//! How does a file become a model, and what is wrong with it if it does not?
//!
//! The file format is public: `src/dataset/dataset.schema.json` describes its shape, and [`read`] adds the rules
//! that a schema cannot express. Reading returns either a complete, checked [`Model`] or **all** problems at once.

mod check;
mod derive;
mod ids;
mod json;
mod problem;
mod read;
mod reader;

pub use problem::{Problem, ProblemCode, Problems};

use crate::bytes::{digits, length_u32};
use crate::model::{Block, CrimeArea, Entities, Entity, EntityKind, Model, Relation, Unit};
use json::{Json, n_values};
use problem::Findings;
use read::Records;
use std::ops::Range;

/// The embedded dataset: the Council conclusions on the priorities 2022-2025, without the white space of the file (see `embed.rs`).
pub const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/dataset.json"));

/// Largest file that is read, in bytes. The embedded dataset takes about a hundredth of it; larger collections of documents belong in a
/// snapshot ([`crate::documents`]).
pub const SIZE_LIMIT: usize = 32 * 1024 * 1024;

/// Most JSON values of a file, including lists and objects (empty ones count twice). The embedded dataset has about a hundredth of it.
///
/// A list of the shortest values takes 16 times the memory of its text, and even longer to report problems about.
pub const VALUE_LIMIT: usize = 1_000_000;

/// Most bytes of the official text that are searched for quotes: a quote is looked for in its whole unit. A block counts as a few bytes more.
pub const SEARCH_LIMIT: usize = 1 << 29;

/// What it costs to look into blocks of the official text, in bytes.
fn search_cost(blocks: &[Block]) -> usize {
    // One without text takes as long as so many bytes.
    blocks.iter().map(|block| block.text.len() + 32).sum()
}

/// What is expected where that is more, and what helps.
const FEWER_SEARCHES: (&str, &str) =
    ("quotes that are found by reading half a gigabyte of text", "Cut long units of the text into several.");

/// Reads a dataset from UTF-8 JSON.
///
/// Guaranteed for the model: every id resolves, every quote is in the official text at its span, every unit
/// has text, and the counts that the document declares are the actual ones.
///
/// # Errors
///
/// All problems, in the order in which they were found: first the shape of the file, then the rules beyond
/// it. Never empty. What may only follow from a value that cannot be read is left out: the rules of a list are
/// checked once all of it can be read.
///
/// ```
/// use empact_priorities::dataset;
///
/// let model = dataset::read(dataset::EMBEDDED.as_bytes()).unwrap();
/// assert_eq!(model.areas.len(), 18);
///
/// let problems = dataset::read(b"{ \"format\": ").unwrap_err();
/// assert_eq!(problems[0].expected, "JSON");
/// ```
pub fn read(bytes: &[u8]) -> Result<Model, Problems> {
    if bytes.len() > SIZE_LIMIT {
        return Err(Problems::too_large(bytes.len()));
    }
    let mut problems = Findings::default();
    let Some(json) = parse(bytes, &mut problems) else { return Err(problems.into_problems()) };
    let entities = ids::find(&json, &mut problems);
    let records = read::records(&json, &entities, &mut problems);
    let Some(records) = records else { return Err(problems.into_problems()) };
    check::check(&records, &entities, &mut problems);
    let derived = derive::relations(&records);
    for entity in derived.iter().filter_map(|relation| entities.get(&relation.id)) {
        let (path, found) = ([&ids::path_of(entity), ".id"].concat(), &entity.id);
        let fix = "Leave the relation out: it follows from the rest of the file.";
        problems.add(path, ProblemCode::Duplicate, "an id that no derived relation has", found, fix);
    }
    if problems.is_empty() { Ok(model(records, derived, entities)) } else { Err(problems.into_problems()) }
}

fn parse<'j>(bytes: &'j [u8], problems: &mut Findings) -> Option<Json<'j>> {
    // A value takes a byte at the least.
    if bytes.len() >= VALUE_LIMIT && n_values(bytes) > VALUE_LIMIT {
        let expected = [&digits(length_u32(VALUE_LIMIT)), " values or fewer"].concat();
        let fix = "Split the dataset or leave records out.";
        problems.add(String::new(), ProblemCode::TooLarge, &expected, "more", fix);
        return None;
    }
    // Editors on Windows put a byte order mark before the text.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match serde_json::from_slice(bytes) {
        Ok(json) => Some(json),
        Err(error) => {
            let fix = "Check the file with a JSON validator at this line and column.";
            problems.add(String::new(), ProblemCode::Syntax, "JSON", &error.to_string(), fix);
            None
        }
    }
}

/// Puts checked records in their final order, and our own words with their entities.
fn model(records: Records, derived: Vec<Relation>, mut entities: Entities) -> Model {
    let mut relations = records.relations;
    for relation in derived {
        entities.add(&relation.id, EntityKind::Relation, relations.len());
        relations.push(relation);
    }

    // Each priority is followed by its sub-priorities.
    let mut children: Vec<Vec<CrimeArea>> = records.priorities.iter().map(|_| Vec::new()).collect();
    for child in records.sub_priorities {
        let parent = child.parent.as_ref().and_then(|parent| entities.get(parent));
        if let Some(siblings) = parent.and_then(|parent| children.get_mut(parent.index)) {
            siblings.push(child);
        }
    }
    let mut areas: Vec<CrimeArea> = Vec::new();
    for (priority, children) in records.priorities.into_iter().zip(children) {
        let number = priority.number;
        areas.push(priority);
        for mut child in children {
            child.number = number;
            child.code = digits(number);
            child.code.extend(child.letter);
            areas.push(child);
        }
    }
    areas.extend(records.horizontal_threats);
    for (index, area) in areas.iter().enumerate() {
        move_to(&mut entities, &area.id, index);
    }

    let mut languages = vec![records.language];
    for (id, words) in records.own_words {
        if !languages.contains(&words.lang) {
            languages.push(words.lang.clone());
        }
        if let Some(entity) = entities.get_mut(&id) {
            entity.own_words.push(words);
        }
    }
    for (id, alias) in records.aliases {
        if !languages.contains(&alias.lang) {
            languages.push(alias.lang.clone());
        }
        if let Some(entity) = entities.get_mut(&id) {
            entity.aliases.push(alias);
        }
    }

    let mut units = Vec::new();
    for (id, blocks) in records.text.units {
        if let Some(entity) = entities.get_mut(&id) {
            entity.unit = Some(units.len());
            units.push(Unit { id, kind: entity.kind, blocks });
        }
    }

    let mut model = Model {
        dataset: records.dataset,
        languages,
        document: records.document,
        units,
        cycles: records.cycles,
        areas,
        objectives: records.objectives,
        instruments: records.instruments,
        guiding_principles: records.guiding_principles,
        experiences: records.experiences,
        recitals: records.recitals,
        operative_paragraphs: records.operative_paragraphs,
        tasks: records.tasks,
        actors: records.actors,
        roles: records.roles,
        terms: records.terms,
        dates: records.dates,
        references: records.references,
        footnotes: records.footnotes,
        facets: records.facets,
        relations,
        outside_facts: records.outside_facts,
        documents: records.documents,
        entities,
    };
    add_parts(&mut model);
    model
}

/// Tells each entity which records are about it, so that nobody has to look through all of them.
fn add_parts(model: &mut Model) {
    let mut entities = std::mem::take(&mut model.entities);
    for number in 0..entities.all().len() {
        let Some(&Entity { kind, index, .. }) = entities.all().get(number) else { continue };
        let owner = match kind {
            EntityKind::SubPriority => model.areas.get(index).and_then(|area| area.parent.as_ref()),
            EntityKind::GuidingPrinciple => model.guiding_principles.get(index).and_then(|it| it.priority.as_ref()),
            EntityKind::Objective => model.objectives.get(index).map(|objective| &objective.area),
            EntityKind::Instrument => model.instruments.get(index).map(|instrument| &instrument.implements),
            EntityKind::Experience => model.experiences.get(index).map(|experience| &experience.area),
            EntityKind::Task => model.tasks.get(index).map(|task| &task.unit),
            _ => None,
        };
        if let Some(owner) = owner {
            entities.add_part(owner, kind, index);
        }
    }
    for (index, facet) in model.facets.iter().enumerate() {
        facet.areas.iter().for_each(|(area, _)| entities.add_part(area, EntityKind::Facet, index));
    }
    for (index, relation) in model.relations.iter().enumerate() {
        for end in [&relation.from, &relation.to] {
            entities.add_part(end, EntityKind::Relation, index);
        }
    }
    for (index, fact) in model.outside_facts.iter().enumerate() {
        fact.about.iter().for_each(|about| entities.add_part(about, EntityKind::OutsideFact, index));
    }
    model.entities = entities;
}

/// The record of an entity has a new place in its list.
fn move_to(entities: &mut Entities, id: &str, index: usize) {
    if let Some(entity) = entities.get_mut(id) {
        entity.index = index;
    }
}

/// Whether a text is a calendar day as `YYYY-MM-DD`.
pub(crate) fn is_day(text: &str) -> bool {
    let text = text.as_bytes();
    let digit = |digit: u8| digit.is_ascii_digit().then(|| u32::from(digit - b'0'));
    let number = |at: Range<usize>| text.get(at)?.iter().try_fold(0, |number, byte| Some(number * 10 + digit(*byte)?));
    let is_parted = text.len() == 10 && [4, 7].iter().all(|at| text.get(*at) == Some(&b'-'));
    let (true, Some(year), Some(month), Some(day)) = (is_parted, number(0..4), number(5..7), number(8..10)) else {
        return false;
    };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

//! How does a file become a model, and what is wrong with it if it does not?
//!
//! The file format is public: `src/dataset/dataset.schema.json` describes its shape, and [`read`] holds the rules
//! that a schema cannot express. Reading either gives a whole, checked [`Model`] or **all** problems at once.

mod check;
mod derive;
mod json;
mod problem;
mod read;

use std::collections::BTreeMap;

pub use problem::{Problem, ProblemCode};

use crate::model::{EntityKind, EntityRef, Model, Origin, Unit};
use json::{Json, Node, Path};
use problem::Problems;
use read::Records;

/// The embedded dataset: the Council conclusions on the priorities 2022-2025.
pub const EMBEDDED: &str = include_str!("empact-2022-2025.json");

/// Largest file that is read, in bytes. The embedded dataset is about a hundredth of it.
pub const SIZE_LIMIT: usize = 32 * 1024 * 1024;

/// Reads a dataset from UTF-8 JSON.
///
/// Guaranteed of the model: every id resolves, every quote stands in the official text where its span says, every unit
/// has text, and the numbers that the document declares are those that are there.
///
/// # Errors
///
/// Everything that is wrong, in the order in which it was found: first the shape of the file, then the rules beyond
/// it. Never empty.
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
pub fn read(bytes: &[u8]) -> Result<Model, Vec<Problem>> {
    let mut problems = Problems::default();
    let records = parse(bytes, &mut problems)
        .and_then(|json| read::records(Node { json: &json, path: Path::Root }, &mut problems));
    let Some(records) = records else { return Err(problems.into_vec()) };
    check::check(&records, &mut problems);
    if problems.is_empty() { Ok(model(records)) } else { Err(problems.into_vec()) }
}

fn parse(bytes: &[u8], problems: &mut Problems) -> Option<Json> {
    if bytes.len() > SIZE_LIMIT {
        let (expected, found) = (format!("at most {SIZE_LIMIT} bytes"), format!("{} bytes", bytes.len()));
        let fix = "Split the dataset or leave texts out.";
        problems.add(String::new(), ProblemCode::TooLarge, &expected, &found, fix);
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

/// Puts checked records in their final order and numbers them.
fn model(mut records: Records) -> Model {
    let derived = derive::relations(&records);
    let mut relations = Vec::new();
    let (outside, stated): (Vec<_>, Vec<_>) =
        records.relations.drain(..).partition(|relation| relation.origin == Origin::Outside);
    relations.extend(stated);
    relations.extend(derived);
    relations.extend(outside);
    records.relations = relations;

    let mut areas = Vec::new();
    for priority in records.priorities.drain(..) {
        let id = priority.id.clone();
        areas.push(priority);
        for child in &mut records.sub_priorities {
            if child.parent.as_ref() == Some(&id) {
                let mut child = child.clone();
                child.number = areas.iter().find(|area| area.id == id).map_or(0, |parent| parent.number);
                areas.push(child);
            }
        }
    }
    records.sub_priorities.clear();
    areas.append(&mut records.horizontal_threats);

    let mut ids = BTreeMap::new();
    for (index, area) in areas.iter().enumerate() {
        ids.insert(area.id.clone(), EntityRef { kind: area.kind, index });
    }
    let mut positions: BTreeMap<EntityKind, usize> = BTreeMap::new();
    for (id, kind, _) in check::all_ids(&records) {
        let index = positions.entry(kind).or_default();
        ids.insert(id.to_owned(), EntityRef { kind, index: *index });
        *index += 1;
    }

    let mut languages = vec![records.language];
    for lang in records.own_words.values().flat_map(BTreeMap::keys) {
        if !languages.contains(lang) {
            languages.push(lang.clone());
        }
    }
    if let [_, ours @ ..] = languages.as_mut_slice() {
        ours.sort();
    }

    let mut blocks = records.text.blocks;
    let units = records
        .text
        .order
        .into_iter()
        .filter_map(|id| {
            let blocks = blocks.remove(&id)?;
            let kind = ids.get(&id)?.kind;
            Some(Unit { id, kind, blocks })
        })
        .collect();

    Model {
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
        relations: records.relations,
        own_words: records.own_words,
        aliases: records.aliases,
        outside_facts: records.outside_facts,
        ids,
    }
}

/// Whether a text is a calendar day as `YYYY-MM-DD`.
pub(crate) fn is_day(text: &str) -> bool {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let number = |part: Option<&str>, width: usize| {
        part.filter(|part| part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit()))
            .and_then(|part| part.parse::<u32>().ok())
    };
    let (Some(year), Some(month), Some(day), None) = (number(year, 4), number(month, 2), number(day, 2), parts.next())
    else {
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

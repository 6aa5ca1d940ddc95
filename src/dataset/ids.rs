//! Which ids does the file hold? Found before anything else is read, so that a reference can be checked where it stands.

use super::json::Json;
use super::problem::{Findings, ProblemCode};
use crate::bytes::{digits, length_u32};
use crate::model::{Entities, Entity, EntityKind};

/// The lists of the file and the kind of entity in each, in the order of the file.
const LISTS: &[(&str, EntityKind)] = &[
    ("cycles", EntityKind::Cycle),
    ("priorities", EntityKind::Priority),
    ("subPriorities", EntityKind::SubPriority),
    ("horizontalThreats", EntityKind::HorizontalThreat),
    ("objectives", EntityKind::Objective),
    ("instruments", EntityKind::Instrument),
    ("guidingPrinciples", EntityKind::GuidingPrinciple),
    ("experiences", EntityKind::Experience),
    ("recitals", EntityKind::Recital),
    ("operativeParagraphs", EntityKind::OperativeParagraph),
    ("tasks", EntityKind::Task),
    ("actors", EntityKind::Actor),
    ("roles", EntityKind::Role),
    ("terms", EntityKind::Term),
    ("dates", EntityKind::Date),
    ("references", EntityKind::Reference),
    ("footnotes", EntityKind::Footnote),
    ("facets", EntityKind::Facet),
    ("relations", EntityKind::Relation),
    ("facts", EntityKind::OutsideFact),
];

/// Every entity of the file with the position of its record. Anything that is not an id is skipped here; the reader reports it.
pub(super) fn find(root: &Json<'_>, problems: &mut Findings) -> Entities {
    let mut entities = Entities::default();
    if let Some(document) = root.get("document") {
        add(&mut entities, document, EntityKind::Document, 0, problems);
    }
    for (list, kind) in LISTS {
        let owner = if *kind == EntityKind::OutsideFact { root.get("outside") } else { Some(root) };
        let Some(Json::List(items)) = owner.and_then(|owner| owner.get(list)) else { continue };
        for (index, item) in items.iter().enumerate() {
            add(&mut entities, item, *kind, index, problems);
        }
    }
    entities
}

fn add(entities: &mut Entities, record: &Json<'_>, kind: EntityKind, index: usize, problems: &mut Findings) {
    let text = |name: &str| match record.get(name) {
        Some(Json::Text(text)) if !text.trim_start().is_empty() => Some(text.as_ref()),
        _ => None,
    };
    let id = match kind {
        EntityKind::Facet => text("kind").and_then(|kind| Some([kind, ":", text("tag")?].concat())),
        _ => text("id").map(str::to_owned),
    };
    let Some(id) = id else { return };
    if id.bytes().any(|byte| byte.is_ascii_control()) {
        let name = if kind == EntityKind::Facet { ".tag" } else { ".id" };
        let path = [path(kind, index).as_str(), name].concat();
        problems.add(path, ProblemCode::Value, "one line of text", &id, "Take the line breaks out.");
    }
    if let Some(first) = entities.get(&id) {
        let found = ["\"", &id, "\", first used at ", &path_of(first)].concat();
        let path = [&path(kind, index), ".id"].concat();
        problems.add(path, ProblemCode::Duplicate, "an id of its own", &found, "Rename one of the two.");
    } else {
        entities.add(&id, kind, index);
    }
}

/// Where the record of an entity stands in the file.
pub(super) fn path_of(entity: &Entity) -> String {
    path(entity.kind, entity.index)
}

fn path(kind: EntityKind, index: usize) -> String {
    let list = LISTS.iter().find(|(_, of)| *of == kind).map_or("", |(list, _)| list);
    match kind {
        EntityKind::Document => "document".to_owned(),
        EntityKind::OutsideFact => item("outside.facts", index),
        _ => item(list, index),
    }
}

/// An item of a list, as a JSON path names it.
#[inline(never)]
pub(super) fn item(list: &str, index: usize) -> String {
    [list, "[", &digits(length_u32(index)), "]"].concat()
}

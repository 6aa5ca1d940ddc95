//! Relations that follow from the structure of the dataset, so that nobody has to write them down twice.

use super::read::Records;
use crate::model::{Named, Origin, Relation, RelationType, SourceSpan};
use crate::words::Words;
use std::slice::from_ref;

/// All derived relations, in the order of the records that they follow from. Their ids are made of their type and ends, and
/// are as stable as those.
pub(super) fn relations(records: &Records) -> Vec<Relation> {
    let mut derived = Derived::default();
    for area in &records.sub_priorities {
        if let Some(parent) = &area.parent {
            derived.add(RelationType::Bundles, parent, &area.id, from_ref(&area.title));
        }
    }
    for instrument in &records.instruments {
        derived.add(RelationType::Implements, &instrument.id, &instrument.implements, from_ref(&instrument.source));
    }
    for objective in &records.objectives {
        derived.add(RelationType::HasObjective, &objective.area, &objective.id, from_ref(&objective.source));
    }
    for principle in &records.guiding_principles {
        if let Some(priority) = &principle.priority {
            derived.add(RelationType::Guides, &principle.id, priority, &principle.statements);
        }
    }
    for experience in &records.experiences {
        derived.add(RelationType::BuildsOn, &experience.area, &experience.cycle, from_ref(&experience.source));
    }
    for task in &records.tasks {
        for (actor, source) in &task.addressees {
            derived.add(RelationType::Addresses, &task.id, actor, from_ref(source));
        }
    }
    for reference in &records.references {
        for source in &reference.sources {
            derived.add(RelationType::Cites, &source.unit, &reference.id, from_ref(source));
        }
    }
    for cycle in &records.cycles {
        if let Some(previous) = &cycle.previous {
            derived.add(RelationType::Follows, &cycle.id, previous, &cycle.sources);
        }
    }
    derived.relations
}

#[derive(Default)]
struct Derived {
    relations: Vec<Relation>,
    /// The number of an id is its place among them.
    ids: Words,
}

impl Derived {
    /// A relation, or more evidence for one that is there already.
    fn add(&mut self, relation_type: RelationType, from: &str, to: &str, sources: &[SourceSpan]) {
        let id = ["REL-", relation_type.name(), "-", from, "-", to].concat();
        let position = self.ids.number_of(&id) as usize;
        if position == self.relations.len() {
            self.relations.push(Relation {
                id,
                relation_type,
                from: from.to_owned(),
                to: to.to_owned(),
                origin: Origin::Derived,
                sources: Vec::new(),
                facts: Vec::new(),
            });
        }
        if let Some(relation) = self.relations.get_mut(position) {
            relation.sources.extend_from_slice(sources);
        }
    }
}

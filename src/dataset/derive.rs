//! Relations that follow from the structure of the dataset, so that nobody has to write them down twice.

use std::collections::BTreeMap;

use super::read::Records;
use crate::model::{Named, Origin, Relation, RelationType, SourceSpan};

/// All derived relations, in the order of the records that they follow from. Their ids are made of type and ends, and
/// so as stable as those.
pub(super) fn relations(records: &Records) -> Vec<Relation> {
    let mut derived = Derived::default();
    for area in &records.sub_priorities {
        if let Some(parent) = &area.parent {
            derived.add(RelationType::Bundles, parent, &area.id, [&area.title]);
        }
    }
    for instrument in &records.instruments {
        derived.add(RelationType::Implements, &instrument.id, &instrument.implements, [&instrument.source]);
    }
    for objective in &records.objectives {
        derived.add(RelationType::HasObjective, &objective.area, &objective.id, [&objective.source]);
    }
    for principle in &records.guiding_principles {
        if let Some(priority) = &principle.priority {
            derived.add(RelationType::Guides, &principle.id, priority, &principle.statements);
        }
    }
    for experience in &records.experiences {
        derived.add(RelationType::BuildsOn, &experience.area, &experience.cycle, [&experience.source]);
    }
    for task in &records.tasks {
        for (actor, source) in &task.addressees {
            derived.add(RelationType::Addresses, &task.id, actor, [source]);
        }
    }
    for reference in &records.references {
        for source in &reference.sources {
            derived.add(RelationType::Cites, &source.unit, &reference.id, [source]);
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
    /// Where each id is among them.
    positions: BTreeMap<String, usize>,
}

impl Derived {
    /// A relation, or more evidence for one that is there already.
    fn add<'s>(
        &mut self,
        relation_type: RelationType,
        from: &str,
        to: &str,
        sources: impl IntoIterator<Item = &'s SourceSpan>,
    ) {
        let id = ["REL-", relation_type.name(), "-", from, "-", to].concat();
        let position = *self.positions.entry(id).or_insert_with_key(|id| {
            self.relations.push(Relation {
                id: id.clone(),
                relation_type,
                from: from.to_owned(),
                to: to.to_owned(),
                origin: Origin::Derived,
                sources: Vec::new(),
                facts: Vec::new(),
            });
            self.relations.len() - 1
        });
        if let Some(relation) = self.relations.get_mut(position) {
            relation.sources.extend(sources.into_iter().cloned());
        }
    }
}

//! What does JavaScript see of a dataset?
//!
//! Answers as trees, which `tests/golden.rs` checks against `pkg/src/types.ts`.

use crate::dataset::Problem;
use crate::engine::{self, Engine, Excerpt, SearchAnswer};
use crate::model::{self, CrimeArea, EntityKind, InstrumentType, Model, Named, RelationType, Status, Wording};
use crate::search::Corrected;
use crate::span::{ByteSpan, to_mark};
use crate::tree::{Object, Value, collected, marks, object, range, suggestions};

/// Texts of ours, each with its language.
fn own_wordings(texts: &[(String, String)]) -> Vec<Value<'_>> {
    collected(texts.iter().map(|(lang, text)| {
        object().text("text", text).text("lang", lang).text("status", Status::OwnWords.name()).done()
    }))
}

/// All that is wrong with a dataset.
pub fn problems(problems: &[Problem]) -> Value<'_> {
    let views = problems.iter().map(|problem| {
        object()
            .text("path", &problem.path)
            .text("code", problem.code.name())
            .text("expected", &problem.expected)
            .text("found", &problem.found)
            .text("fix", problem.fix)
            .done()
    });
    object().text("code", "dataset").list("problems", collected(views)).done()
}

/// A query with its corrections.
fn corrected(corrected: &Corrected) -> Value<'_> {
    object()
        .text("query", &corrected.query)
        .with("ranges", marks(&corrected.query, &corrected.spans))
        .with("applied", Value::Flag(corrected.is_applied))
        .done()
}

/// Views of one dataset.
#[derive(Debug, Clone, Copy)]
pub struct Views<'m> {
    model: &'m Model,
}

impl<'m> Views<'m> {
    /// Views of this model.
    pub const fn new(model: &'m Model) -> Self {
        Self { model }
    }

    /// The dataset at a glance.
    pub fn framework(self, engine: &Engine) -> Value<'m> {
        let model = self.model;
        let dataset = object()
            .text("id", &model.dataset.id)
            .text("version", &model.dataset.version)
            .count("formatVersion", model.dataset.format_version as usize);
        let mut counts = object();
        for kind in EntityKind::ALL {
            counts =
                counts.count(kind.name(), model.entities.all().iter().filter(|entity| entity.kind == *kind).count());
        }
        counts = counts.count("units", model.units.len());
        for (name, wanted) in [("oaps", InstrumentType::Oap), ("chsgs", InstrumentType::Chsg)] {
            let of_type = model.instruments.iter().filter(|instrument| instrument.instrument_type == wanted);
            counts = counts.count(name, of_type.count());
        }
        object()
            .with("dataset", dataset.done())
            .with("document", self.document().done())
            .list("cycles", collected(model.cycles.iter().map(|cycle| self.cycle(cycle).done())))
            .texts("languages", &model.languages)
            .with("counts", counts.done())
            .list("facets", collected(engine.facets().iter().map(|facet| Value::Text(facet.name()))))
            .done()
    }

    /// All units in document order.
    pub fn units(self) -> Value<'m> {
        Value::List(collected(self.model.units.iter().filter_map(|unit| self.entity(&unit.id))))
    }

    /// The entity with this id.
    pub fn entity(self, id: &str) -> Option<Value<'m>> {
        let model = self.model;
        let &model::Entity { kind, index, .. } = model.entities.get(id)?;
        let view = match kind {
            EntityKind::Document => self.document(),
            EntityKind::Recital | EntityKind::OperativeParagraph | EntityKind::GuidingPrinciple => {
                self.paragraph(model.paragraph(id)?)
            }
            EntityKind::Priority | EntityKind::SubPriority | EntityKind::HorizontalThreat => {
                self.area(model.areas.get(index)?)
            }
            EntityKind::Cycle => self.cycle(model.cycles.get(index)?),
            EntityKind::Objective => self.objective(model.objectives.get(index)?),
            EntityKind::Instrument => self.instrument(model.instruments.get(index)?),
            EntityKind::Experience => self.experience(model.experiences.get(index)?),
            EntityKind::Task => self.task(model.tasks.get(index)?),
            EntityKind::Actor => self.actor(model.actors.get(index)?),
            EntityKind::Role => self.role(model.roles.get(index)?),
            EntityKind::Term => self.term(model.terms.get(index)?),
            EntityKind::Date => self.date(model.dates.get(index)?),
            EntityKind::Reference => self.reference(model.references.get(index)?),
            EntityKind::Footnote => self.footnote(model.footnotes.get(index)?),
            EntityKind::Facet => self.facet(model.facets.get(index)?),
            EntityKind::Relation => self.relation(model.relations.get(index)?),
            EntityKind::OutsideFact => self.outside_fact(model.outside_facts.get(index)?),
        };
        Some(view.done())
    }

    /// All entities of a kind, in the order of the dataset.
    pub fn entities(self, kind: EntityKind) -> Value<'m> {
        let of_kind = self.model.entities.all().iter().filter(|entity| entity.kind == kind);
        Value::List(collected(of_kind.filter_map(|entity| self.entity(&entity.id))))
    }

    /// All relations that start or end at an entity.
    pub fn relations(self, id: &str) -> Value<'m> {
        let touching = self.model.parts(id, EntityKind::Relation, &self.model.relations);
        Value::List(collected(touching.map(|relation| self.relation(relation).done())))
    }

    /// Tasks.
    pub fn tasks(self, tasks: &[&'m model::Task]) -> Value<'m> {
        Value::List(collected(tasks.iter().map(|task| self.task(task).done())))
    }

    /// The answer to a search.
    pub fn search_answer<'a>(self, text: &str, answer: &'a SearchAnswer<'m>) -> Value<'a>
    where
        'm: 'a,
    {
        let hits = answer.hits.iter().map(|hit| {
            let matched =
                hit.matched.iter().map(|(field, lang)| object().text("field", field.name()).text("lang", lang));
            object()
                .text("id", hit.id)
                .text("kind", hit.kind.name())
                .with("score", Value::Score(hit.score))
                .with("title", self.wording(&hit.title).done())
                .with("highlights", marks(hit.title.text, &hit.highlights))
                .optional("excerpt", hit.excerpt.as_ref().map(|excerpt| self.excerpt(excerpt)))
                .list("matched", collected(matched.map(Object::done)))
                .done()
        });
        let facets = answer.facets.iter().map(|counts| {
            let values =
                counts.values.iter().map(|(value, count)| object().text("value", value).count("count", *count));
            let values = values.map(Object::done).collect();
            object().text("facet", counts.facet.name()).list("values", values).done()
        });
        let notices = answer.notices.iter().map(|notice| {
            let view = object().text("code", notice.code.name()).text("message", &notice.message);
            let mark = to_mark(text, notice.span);
            range(view, mark.start, mark.end).done()
        });
        object()
            .list("hits", collected(hits))
            .count("total", answer.total)
            .list("facets", collected(facets))
            .list("notices", collected(notices))
            .optional("corrected", answer.corrected.as_ref().map(corrected))
            .done()
    }

    /// Queries and units that could be meant.
    pub fn suggestions<'a>(self, suggested: &'a engine::Suggestions<'m>) -> Value<'a>
    where
        'm: 'a,
    {
        let titles = suggested.titles.iter().map(|unit| {
            let view = object().text("id", unit.id).text("kind", unit.kind.name());
            let view = view.with("title", self.wording(&unit.title).done());
            view.with("highlights", marks(unit.title.text, &unit.highlights)).done()
        });
        suggestions(&suggested.queries, collected(titles))
    }

    fn excerpt(self, excerpt: &Excerpt<'m>) -> Value<'m> {
        let source = excerpt.place.map(|(unit, block, span)| self.place(unit, block, span, excerpt.text).done());
        object()
            .text("text", excerpt.text)
            .text("lang", excerpt.lang)
            .text("status", excerpt.status.name())
            .optional("source", source)
            .text("field", excerpt.field.name())
            .with("highlights", marks(excerpt.text, &excerpt.highlights))
            .with("truncatedStart", Value::Flag(excerpt.truncated_start))
            .with("truncatedEnd", Value::Flag(excerpt.truncated_end))
            .done()
    }

    fn wording(self, wording: &Wording<'m>) -> Object<'m> {
        object()
            .text("text", wording.text)
            .text("lang", wording.lang)
            .text("status", wording.status.name())
            .optional("source", wording.source.map(|source| self.span(source)))
            .optional_text("follows", wording.follows)
    }

    #[inline(never)]
    fn wordings(self, wordings: &[Wording<'m>]) -> Vec<Value<'m>> {
        wordings.iter().map(|wording| self.wording(wording).done()).collect()
    }

    /// Words of the official text and where they stand.
    fn place(self, unit: &'m str, block: usize, span: ByteSpan, quote: &'m str) -> Object<'m> {
        let text = self.model.unit(unit).and_then(|unit| unit.blocks.get(block)).map_or("", |block| &block.text);
        let mark = to_mark(text, span);
        range(object().text("unit", unit).count("block", block), mark.start, mark.end).text("quote", quote)
    }

    #[inline(never)]
    fn span(self, source: &'m model::SourceSpan) -> Value<'m> {
        self.place(&source.unit, source.block, source.span, &source.quote).done()
    }

    #[inline(never)]
    fn spans(self, sources: &'m [model::SourceSpan]) -> Vec<Value<'m>> {
        sources.iter().map(|source| self.span(source)).collect()
    }

    /// What every entity has.
    #[inline(never)]
    fn base(self, id: &'m str, kind: EntityKind) -> Object<'m> {
        let model = self.model;
        let entity = model.entities.get(id);
        let aliases = entity.map_or(&[][..], |entity| &entity.aliases).iter().map(|alias| {
            object().text("text", &alias.text).text("lang", &alias.lang).text("kind", alias.kind.name()).done()
        });
        let relation = entity.filter(|_| kind == EntityKind::Relation).and_then(|one| model.relations.get(one.index));
        let behind = relation.into_iter().flat_map(|relation| &relation.facts).map(|fact| Value::Text(fact));
        let about = model.parts(id, EntityKind::OutsideFact, &model.outside_facts);
        let facts = behind.chain(about.map(|fact| Value::Text(&fact.id)));
        object()
            .text("id", id)
            .text("kind", kind.name())
            .list("titles", self.wordings(&self.model.titles(id)))
            .list("gists", self.wordings(&self.model.gists(id)))
            .list("aliases", collected(aliases))
            .list("facts", collected(facts))
    }

    /// What every unit has. `code` is its number in the document.
    #[inline(never)]
    fn unit(self, id: &'m str, kind: EntityKind, code: Option<&'m str>) -> Object<'m> {
        let blocks = self.model.unit(id).map_or(&[][..], |unit| unit.blocks.as_slice());
        let blocks =
            blocks.iter().map(|block| object().text("kind", block.kind.name()).text("text", &block.text).done());
        self.base(id, kind).optional_text("number", code).list("blocks", collected(blocks))
    }

    fn document(self) -> Object<'m> {
        let document = &self.model.document;
        let session =
            object().count("value", document.session.0 as usize).with("source", self.span(&document.session.1));
        self.unit(&document.id, EntityKind::Document, None)
            .text("lang", self.model.official_language())
            .with("type", self.span(&document.document_type))
            .with("subject", self.span(&document.subject))
            .with("institution", self.span(&document.institution))
            .with("session", session.done())
            .optional("adopted", self.date_with(Some(&document.adopted)))
            .optional("period", self.date_with(Some(&document.period)))
    }

    fn paragraph(self, paragraph: &'m model::Paragraph) -> Object<'m> {
        let view = self
            .unit(&paragraph.id, paragraph.kind, Some(&paragraph.code))
            .list("statements", self.spans(&paragraph.statements));
        let view = match paragraph.kind {
            EntityKind::Recital => view,
            _ => view.list("tasks", self.tasks_of(&paragraph.id)),
        };
        match &paragraph.priority {
            Some(priority) => view.text("priority", priority),
            None => {
                view.optional_text("form", paragraph.form.map(Named::name)).list("verbs", self.spans(&paragraph.verbs))
            }
        }
    }

    fn tasks_of(self, unit: &str) -> Vec<Value<'m>> {
        let tasks = self.model.parts(unit, EntityKind::Task, &self.model.tasks);
        tasks.map(|task| Value::Text(&task.id)).collect()
    }

    fn area(self, area: &'m CrimeArea) -> Object<'m> {
        let model = self.model;
        let instruments = model.parts(&area.id, EntityKind::Instrument, &model.instruments);
        let declared = area.declared.iter().map(|declared| {
            object()
                .text("type", declared.instrument_type.name())
                .count("count", declared.count as usize)
                .with("source", self.span(&declared.source))
                .done()
        });
        let experience = model.experience_of(area).map(|experience| {
            let inherited_from = (experience.area != area.id).then_some(experience.area.as_str());
            self.experience(experience).optional_text("inheritedFrom", inherited_from).done()
        });
        let relations = model.parts(&area.id, EntityKind::Relation, &model.relations);
        let delineations = relations.filter(|relation| relation.relation_type == RelationType::DelineateAndCoordinate);
        let facets = model.parts(&area.id, EntityKind::Facet, &model.facets).filter_map(|facet| {
            let (_, sources) = facet.areas.iter().find(|(id, _)| *id == area.id)?;
            Some(object().text("facet", &facet.id).list("sources", self.spans(sources)).done())
        });
        let objective = model.objective_of(&area.id);
        let view = self
            .unit(&area.id, area.kind, Some(&area.code))
            .optional("objective", objective.map(|objective| self.objective(objective).done()))
            .list("instruments", collected(instruments.map(|instrument| self.instrument(instrument).done())))
            .list("declared", collected(declared))
            .optional("experience", experience)
            .list("delineations", collected(delineations.map(|relation| self.relation(relation).done())))
            .list("facets", collected(facets));
        match area.kind {
            EntityKind::Priority => {
                let children = model.sub_priorities(&area.id).map(|child| self.area(child).done());
                let principles = model.parts(&area.id, EntityKind::GuidingPrinciple, &model.guiding_principles);
                let declared = area.declared_sub_priorities.as_ref().map(|(count, source)| {
                    object().count("count", *count as usize).with("source", self.span(source)).done()
                });
                view.list("subPriorities", collected(children))
                    .optional("declaredSubPriorities", declared)
                    .list("guidingPrinciples", collected(principles.map(|principle| Value::Text(&principle.id))))
            }
            EntityKind::SubPriority => view
                .optional_text("parent", area.parent.as_deref())
                // The code ends in it.
                .optional_text("letter", area.letter.and_then(|_| area.code.get(area.code.len() - 1..))),
            _ => view.optional("heading", area.heading.as_ref().map(|heading| self.span(heading))),
        }
    }

    fn objective(self, objective: &'m model::Objective) -> Object<'m> {
        self.base(&objective.id, EntityKind::Objective)
            .text("area", &objective.area)
            .with("source", self.span(&objective.source))
            .list("verbs", self.spans(&objective.verbs))
            .list("parts", self.spans(&objective.parts))
            .list("texts", self.wordings(&self.model.objective_texts(&objective.area)))
    }

    fn instrument(self, instrument: &'m model::Instrument) -> Object<'m> {
        self.base(&instrument.id, EntityKind::Instrument)
            .text("type", instrument.instrument_type.name())
            .text("implements", &instrument.implements)
            .with("source", self.span(&instrument.source))
    }

    fn experience(self, experience: &'m model::Experience) -> Object<'m> {
        let predecessors = experience
            .predecessors
            .iter()
            .map(|(kind, source)| object().text("type", kind.name()).with("source", self.span(source)).done());
        self.base(&experience.id, EntityKind::Experience)
            .text("area", &experience.area)
            .with("source", self.span(&experience.source))
            .text("cycle", &experience.cycle)
            .list("predecessors", collected(predecessors))
    }

    fn cycle(self, cycle: &'m model::Cycle) -> Object<'m> {
        self.base(&cycle.id, EntityKind::Cycle)
            .count("from", cycle.from as usize)
            .count("to", cycle.to as usize)
            .text("origin", cycle.origin.name())
            .list("sources", self.spans(&cycle.sources))
            .optional("agreed", self.date_with(cycle.agreed.as_deref()))
            .optional_text("previous", cycle.previous.as_deref())
            .texts("references", &cycle.references)
    }

    fn task(self, task: &'m model::Task) -> Object<'m> {
        let addressees = task
            .addressees
            .iter()
            .map(|(actor, source)| object().text("actor", actor).with("source", self.span(source)).done());
        self.base(&task.id, EntityKind::Task)
            .text("unit", &task.unit)
            .text("modality", task.modality.name())
            .with("modalitySource", self.span(&task.modality_source))
            .text("askedBy", &task.asked_by)
            .list("addressees", collected(addressees))
            .with("action", self.span(&task.action))
            .optional("deadline", self.date_with(task.deadline.as_deref()))
            .optional("condition", task.condition.as_ref().map(|source| self.span(source)))
    }

    fn actor(self, actor: &'m model::Actor) -> Object<'m> {
        self.base(&actor.id, EntityKind::Actor)
            .text("type", actor.actor_type.name())
            .list("mentions", self.spans(&actor.mentions))
    }

    fn role(self, role: &'m model::Role) -> Object<'m> {
        self.base(&role.id, EntityKind::Role).list("mentions", self.spans(&role.mentions))
    }

    fn term(self, term: &'m model::Term) -> Object<'m> {
        self.base(&term.id, EntityKind::Term)
            .optional_text("abbreviation", term.abbreviation.as_deref())
            .optional("expansion", term.expansion.as_ref().map(|source| self.span(source)))
            .list("forms", self.spans(&term.forms))
    }

    fn date_with(self, id: Option<&str>) -> Option<Value<'m>> {
        self.model.date(id?).map(|date| self.date(date).done())
    }

    fn date(self, date: &'m model::DateRef) -> Object<'m> {
        self.base(&date.id, EntityKind::Date)
            .text("type", date.date_type.name())
            .text("precision", date.precision.name())
            .optional_text("earliest", date.earliest.as_deref())
            .optional_text("latest", date.latest.as_deref())
            .optional_text("relativeTo", date.relative_to.as_deref())
            .list("sources", self.spans(&date.sources))
    }

    fn reference(self, reference: &'m model::Reference) -> Object<'m> {
        self.base(&reference.id, EntityKind::Reference)
            .text("label", &reference.label)
            .text("type", reference.reference_type.name())
            .optional("date", self.date_with(reference.date.as_deref()))
            .list("sources", self.spans(&reference.sources))
    }

    fn footnote(self, footnote: &'m model::Footnote) -> Object<'m> {
        self.base(&footnote.id, EntityKind::Footnote)
            .count("number", footnote.number as usize)
            .with("marker", self.span(&footnote.marker))
            .with("source", self.span(&footnote.source))
            .texts("references", &footnote.references)
    }

    fn facet(self, facet: &'m model::Facet) -> Object<'m> {
        let areas = facet
            .areas
            .iter()
            .map(|(area, sources)| object().text("area", area).list("sources", self.spans(sources)).done());
        self.base(&facet.id, EntityKind::Facet)
            .text("type", facet.kind.name())
            .text("tag", &facet.tag)
            .list("areas", collected(areas))
    }

    fn relation(self, relation: &'m model::Relation) -> Object<'m> {
        self.base(&relation.id, EntityKind::Relation)
            .text("type", relation.relation_type.name())
            .text("from", &relation.from)
            .text("to", &relation.to)
            .text("origin", relation.origin.name())
            .list("sources", self.spans(&relation.sources))
    }

    fn outside_fact(self, fact: &'m model::OutsideFact) -> Object<'m> {
        self.base(&fact.id, EntityKind::OutsideFact)
            .text("topic", fact.topic.name())
            .texts("about", &fact.about)
            .list("statements", own_wordings(&fact.statement))
            .texts("items", &fact.items)
            .texts("sources", &fact.sources)
            .text("confidence", fact.confidence.name())
            .list("notes", own_wordings(&fact.note))
    }
}

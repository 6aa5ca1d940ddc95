//! What does JavaScript see of the model?
//!
//! Plain objects, one type a kind of entity, named and shaped as in `pkg/src/types.ts`. Borrowed from the model and
//! made when asked for. Text positions become UTF-16 here and nowhere before.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{self, CrimeArea, EntityKind, EntityRef, InstrumentType, Model, Named, OutsideTopic, RelationType};
use crate::span::{self, ByteSpan};

/// A range of UTF-16 code units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// First code unit.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// UTF-16 ranges of byte spans in a text.
pub fn marks(text: &str, spans: &[ByteSpan]) -> Vec<Mark> {
    span::to_marks(text, spans).into_iter().map(|mark| Mark { start: mark.start, end: mark.end }).collect()
}

/// Words of the official text and where they stand.
#[derive(Debug, Clone, Serialize)]
pub struct SourceSpan<'m> {
    unit: &'m str,
    block: usize,
    start: u32,
    end: u32,
    quote: &'m str,
}

/// A text together with what it is.
#[derive(Debug, Clone, Serialize)]
pub struct Wording<'m> {
    /// The text.
    pub text: &'m str,
    /// Its language.
    pub lang: &'m str,
    /// `official`, `unofficial-translation` or `own-words`.
    pub status: &'static str,
    /// Where an official text stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceSpan<'m>>,
    /// Id of the outside fact that a translation follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub follows: Option<&'m str>,
}

#[derive(Debug, Serialize)]
struct Block<'m> {
    kind: &'static str,
    text: &'m str,
}

#[derive(Debug, Serialize)]
struct Alias<'m> {
    text: &'m str,
    lang: &'m str,
    kind: &'static str,
}

/// What every entity has.
#[derive(Debug, Serialize)]
struct Base<'m> {
    id: &'m str,
    kind: &'static str,
    titles: Vec<Wording<'m>>,
    gists: Vec<Wording<'m>>,
    aliases: Vec<Alias<'m>>,
}

#[derive(Debug, Serialize)]
struct UnitBase<'m> {
    #[serde(flatten)]
    base: Base<'m>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    blocks: Vec<Block<'m>>,
}

#[derive(Debug, Serialize)]
struct Counted<'m> {
    count: u32,
    source: SourceSpan<'m>,
}

#[derive(Debug, Serialize)]
struct Session<'m> {
    value: u32,
    source: SourceSpan<'m>,
}

/// See `DocumentUnit` in `types.ts`.
#[derive(Debug, Serialize)]
pub struct Document<'m> {
    #[serde(flatten)]
    unit: UnitBase<'m>,
    lang: &'m str,
    r#type: SourceSpan<'m>,
    subject: SourceSpan<'m>,
    institution: SourceSpan<'m>,
    session: Session<'m>,
    adopted: Option<DateRef<'m>>,
    period: Option<DateRef<'m>>,
}

/// See `Recital` in `types.ts`.
#[derive(Debug, Serialize)]
pub struct Recital<'m> {
    #[serde(flatten)]
    unit: UnitBase<'m>,
    verbs: Vec<SourceSpan<'m>>,
    statements: Vec<SourceSpan<'m>>,
}

/// See `OperativeParagraph` in `types.ts`.
#[derive(Debug, Serialize)]
pub struct OperativeParagraph<'m> {
    #[serde(flatten)]
    unit: UnitBase<'m>,
    form: &'static str,
    verbs: Vec<SourceSpan<'m>>,
    statements: Vec<SourceSpan<'m>>,
    tasks: Vec<&'m str>,
}

/// See `GuidingPrinciple` in `types.ts`.
#[derive(Debug, Serialize)]
pub struct GuidingPrinciple<'m> {
    #[serde(flatten)]
    unit: UnitBase<'m>,
    priority: &'m str,
    statements: Vec<SourceSpan<'m>>,
    tasks: Vec<&'m str>,
}

/// See `Objective` in `types.ts`.
#[derive(Debug, Serialize)]
pub struct Objective<'m> {
    #[serde(flatten)]
    base: Base<'m>,
    area: &'m str,
    source: SourceSpan<'m>,
    verbs: Vec<SourceSpan<'m>>,
    parts: Vec<SourceSpan<'m>>,
    texts: Vec<Wording<'m>>,
}

/// See `Instrument` in `types.ts`.
#[derive(Debug, Serialize)]
pub struct Instrument<'m> {
    #[serde(flatten)]
    base: Base<'m>,
    r#type: &'static str,
    implements: &'m str,
    source: SourceSpan<'m>,
}

#[derive(Debug, Serialize)]
struct Predecessor<'m> {
    r#type: &'static str,
    source: SourceSpan<'m>,
}

/// See `Experience` in `types.ts`.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Experience<'m> {
    #[serde(flatten)]
    base: Base<'m>,
    area: &'m str,
    source: SourceSpan<'m>,
    cycle: &'m str,
    predecessors: Vec<Predecessor<'m>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    inherited_from: Option<&'m str>,
}

#[derive(Debug, Serialize)]
struct Declared<'m> {
    r#type: &'static str,
    count: u32,
    source: SourceSpan<'m>,
}

#[derive(Debug, Serialize)]
struct FacetTag<'m> {
    facet: &'m str,
    sources: Vec<SourceSpan<'m>>,
}

/// A priority, sub-priority or horizontal threat: see `CrimeArea` in `types.ts`.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Area<'m> {
    #[serde(flatten)]
    unit: UnitBase<'m>,
    #[serde(skip_serializing_if = "Option::is_none")]
    objective: Option<Objective<'m>>,
    instruments: Vec<Instrument<'m>>,
    declared: Vec<Declared<'m>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    experience: Option<Experience<'m>>,
    delineations: Vec<Relation<'m>>,
    facets: Vec<FacetTag<'m>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sub_priorities: Option<Vec<Area<'m>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    declared_sub_priorities: Option<Counted<'m>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    guiding_principles: Option<Vec<&'m str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<&'m str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    letter: Option<char>,
    #[serde(skip_serializing_if = "Option::is_none")]
    heading: Option<SourceSpan<'m>>,
}

/// See `Cycle` in `types.ts`.
#[derive(Debug, Serialize)]
pub struct Cycle<'m> {
    #[serde(flatten)]
    base: Base<'m>,
    from: u32,
    to: u32,
    origin: &'static str,
    sources: Vec<SourceSpan<'m>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agreed: Option<DateRef<'m>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<&'m str>,
    references: Vec<&'m str>,
    facts: Vec<OutsideFact<'m>>,
}

#[derive(Debug, Serialize)]
struct Addressee<'m> {
    actor: &'m str,
    source: SourceSpan<'m>,
}

/// See `Task` in `types.ts`.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Task<'m> {
    #[serde(flatten)]
    base: Base<'m>,
    unit: &'m str,
    modality: &'static str,
    modality_source: SourceSpan<'m>,
    asked_by: &'m str,
    addressees: Vec<Addressee<'m>>,
    action: SourceSpan<'m>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deadline: Option<DateRef<'m>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    condition: Option<SourceSpan<'m>>,
}

/// See `Actor` in `types.ts`.
#[derive(Debug, Serialize)]
pub struct Actor<'m> {
    #[serde(flatten)]
    base: Base<'m>,
    r#type: &'static str,
    mentions: Vec<SourceSpan<'m>>,
}

/// See `Role` in `types.ts`.
#[derive(Debug, Serialize)]
pub struct Role<'m> {
    #[serde(flatten)]
    base: Base<'m>,
    mentions: Vec<SourceSpan<'m>>,
}

/// See `Term` in `types.ts`.
#[derive(Debug, Serialize)]
pub struct Term<'m> {
    #[serde(flatten)]
    base: Base<'m>,
    #[serde(skip_serializing_if = "Option::is_none")]
    abbreviation: Option<&'m str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expansion: Option<SourceSpan<'m>>,
    forms: Vec<SourceSpan<'m>>,
}

/// See `DateRef` in `types.ts`.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DateRef<'m> {
    #[serde(flatten)]
    base: Base<'m>,
    r#type: &'static str,
    precision: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    earliest: Option<&'m str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    latest: Option<&'m str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    relative_to: Option<&'m str>,
    sources: Vec<SourceSpan<'m>>,
}

/// See `Reference` in `types.ts`.
#[derive(Debug, Serialize)]
pub struct Reference<'m> {
    #[serde(flatten)]
    base: Base<'m>,
    label: &'m str,
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<DateRef<'m>>,
    sources: Vec<SourceSpan<'m>>,
}

/// See `Footnote` in `types.ts`.
#[derive(Debug, Serialize)]
pub struct Footnote<'m> {
    #[serde(flatten)]
    base: Base<'m>,
    number: u32,
    marker: SourceSpan<'m>,
    source: SourceSpan<'m>,
    references: Vec<&'m str>,
}

#[derive(Debug, Serialize)]
struct FacetArea<'m> {
    area: &'m str,
    sources: Vec<SourceSpan<'m>>,
}

/// See `Facet` in `types.ts`.
#[derive(Debug, Serialize)]
pub struct Facet<'m> {
    #[serde(flatten)]
    base: Base<'m>,
    r#type: &'static str,
    tag: &'m str,
    areas: Vec<FacetArea<'m>>,
}

/// See `Relation` in `types.ts`.
#[derive(Debug, Serialize)]
pub struct Relation<'m> {
    #[serde(flatten)]
    base: Base<'m>,
    r#type: &'static str,
    from: &'m str,
    to: &'m str,
    origin: &'static str,
    sources: Vec<SourceSpan<'m>>,
    facts: Vec<&'m str>,
}

/// See `OutsideFact` in `types.ts`.
#[derive(Debug, Serialize)]
pub struct OutsideFact<'m> {
    #[serde(flatten)]
    base: Base<'m>,
    topic: &'static str,
    about: Vec<&'m str>,
    statements: Vec<Wording<'m>>,
    items: Vec<&'m str>,
    sources: Vec<&'m str>,
    confidence: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'m str>,
}

/// Any entity.
#[derive(Debug, Serialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "each variant wraps the type of the same name")]
pub enum Entity<'m> {
    Document(Document<'m>),
    Recital(Recital<'m>),
    OperativeParagraph(OperativeParagraph<'m>),
    GuidingPrinciple(GuidingPrinciple<'m>),
    Area(Area<'m>),
    Cycle(Cycle<'m>),
    Objective(Objective<'m>),
    Instrument(Instrument<'m>),
    Experience(Experience<'m>),
    Task(Task<'m>),
    Actor(Actor<'m>),
    Role(Role<'m>),
    Term(Term<'m>),
    Date(DateRef<'m>),
    Reference(Reference<'m>),
    Footnote(Footnote<'m>),
    Facet(Facet<'m>),
    Relation(Relation<'m>),
    OutsideFact(OutsideFact<'m>),
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct DatasetInfo<'m> {
    id: &'m str,
    version: &'m str,
    format_version: u32,
}

/// See `Framework` in `types.ts`.
#[derive(Debug, Serialize)]
pub struct Framework<'m> {
    dataset: DatasetInfo<'m>,
    document: Document<'m>,
    cycles: Vec<Cycle<'m>>,
    languages: Vec<&'m str>,
    counts: BTreeMap<&'static str, usize>,
    facets: Vec<&'static str>,
}

/// Makes views of one model.
#[derive(Debug, Clone, Copy)]
pub struct Views<'m> {
    model: &'m Model,
}

impl<'m> Views<'m> {
    /// Views of this model.
    pub fn new(model: &'m Model) -> Self {
        Self { model }
    }

    /// The dataset at a glance, with the names of the facets that a search over it knows.
    pub fn framework(self, facets: Vec<&'static str>) -> Framework<'m> {
        let model = self.model;
        let mut counts: BTreeMap<&'static str, usize> = EntityKind::ALL.iter().map(|kind| (kind.name(), 0)).collect();
        for entity in model.ids.values() {
            *counts.entry(entity.kind.name()).or_default() += 1;
        }
        counts.insert("units", model.units.len());
        for (name, instrument_type) in [("oaps", InstrumentType::Oap), ("chsgs", InstrumentType::Chsg)] {
            let of_type = model.instruments.iter().filter(|instrument| instrument.instrument_type == instrument_type);
            counts.insert(name, of_type.count());
        }
        Framework {
            dataset: DatasetInfo {
                id: &model.dataset.id,
                version: &model.dataset.version,
                format_version: model.dataset.format_version,
            },
            document: self.document(),
            cycles: model.cycles.iter().map(|cycle| self.cycle(cycle)).collect(),
            languages: model.languages.iter().map(String::as_str).collect(),
            counts,
            facets,
        }
    }

    /// All units in document order.
    pub fn units(self) -> Vec<Entity<'m>> {
        self.model.units.iter().filter_map(|unit| self.entity(&unit.id)).collect()
    }

    /// The priorities with their sub-priorities inside.
    pub fn priorities(self) -> Vec<Area<'m>> {
        self.areas_of(EntityKind::Priority)
    }

    /// The horizontal threats.
    pub fn horizontal_threats(self) -> Vec<Area<'m>> {
        self.areas_of(EntityKind::HorizontalThreat)
    }

    fn areas_of(self, kind: EntityKind) -> Vec<Area<'m>> {
        self.model.areas.iter().filter(|area| area.kind == kind).map(|area| self.area(area)).collect()
    }

    /// The entity with this id.
    pub fn entity(self, id: &str) -> Option<Entity<'m>> {
        let model = self.model;
        let EntityRef { kind, index } = *model.ids.get(id)?;
        Some(match kind {
            EntityKind::Document => Entity::Document(self.document()),
            EntityKind::Recital => Entity::Recital(self.recital(model.recitals.get(index)?)),
            EntityKind::OperativeParagraph => {
                Entity::OperativeParagraph(self.operative_paragraph(model.operative_paragraphs.get(index)?))
            }
            EntityKind::GuidingPrinciple => {
                Entity::GuidingPrinciple(self.guiding_principle(model.guiding_principles.get(index)?))
            }
            EntityKind::Priority | EntityKind::SubPriority | EntityKind::HorizontalThreat => {
                Entity::Area(self.area(model.areas.get(index)?))
            }
            EntityKind::Cycle => Entity::Cycle(self.cycle(model.cycles.get(index)?)),
            EntityKind::Objective => Entity::Objective(self.objective(model.objectives.get(index)?)),
            EntityKind::Instrument => Entity::Instrument(self.instrument(model.instruments.get(index)?)),
            EntityKind::Experience => Entity::Experience(self.experience(model.experiences.get(index)?, None)),
            EntityKind::Task => Entity::Task(self.task(model.tasks.get(index)?)),
            EntityKind::Actor => Entity::Actor(self.actor(model.actors.get(index)?)),
            EntityKind::Role => Entity::Role(self.role(model.roles.get(index)?)),
            EntityKind::Term => Entity::Term(self.term(model.terms.get(index)?)),
            EntityKind::Date => Entity::Date(self.date(model.dates.get(index)?)),
            EntityKind::Reference => Entity::Reference(self.reference(model.references.get(index)?)),
            EntityKind::Footnote => Entity::Footnote(self.footnote(model.footnotes.get(index)?)),
            EntityKind::Facet => Entity::Facet(self.facet(model.facets.get(index)?)),
            EntityKind::Relation => Entity::Relation(self.relation(model.relations.get(index)?)),
            EntityKind::OutsideFact => Entity::OutsideFact(self.outside_fact(model.outside_facts.get(index)?)),
        })
    }

    /// All relations that start or end at an entity.
    pub fn relations(self, id: &str) -> Vec<Relation<'m>> {
        let touching = self.model.relations.iter().filter(|relation| relation.from == id || relation.to == id);
        touching.map(|relation| self.relation(relation)).collect()
    }

    /// One task.
    pub fn task(self, task: &'m model::Task) -> Task<'m> {
        Task {
            base: self.base(&task.id, EntityKind::Task),
            unit: &task.unit,
            modality: task.modality.name(),
            modality_source: self.span(&task.modality_source),
            asked_by: &task.asked_by,
            addressees: task
                .addressees
                .iter()
                .map(|(actor, source)| Addressee { actor, source: self.span(source) })
                .collect(),
            action: self.span(&task.action),
            deadline: self.optional_date(task.deadline.as_deref()),
            condition: task.condition.as_ref().map(|source| self.span(source)),
        }
    }

    /// Every wording of an entity's title, the official one first.
    pub fn titles(self, id: &'m str) -> Vec<Wording<'m>> {
        let Some(entity) = self.model.ids.get(id) else { return Vec::new() };
        // Parts of a crime area are called after it.
        let owner = match entity.kind {
            EntityKind::Objective => self.model.objectives.get(entity.index).map(|objective| &objective.area),
            EntityKind::Instrument => self.model.instruments.get(entity.index).map(|instrument| &instrument.implements),
            EntityKind::Experience => self.model.experiences.get(entity.index).map(|experience| &experience.area),
            _ => None,
        };
        if let Some(owner) = owner {
            return self.titles(owner);
        }
        let mut titles = Vec::new();
        let official = self.model.official_title(*entity);
        if let Some(source) = official {
            titles.push(self.official(source));
        }
        for lang in &self.model.languages {
            let ours = self.model.own_words(id, lang).and_then(|words| words.title.as_deref());
            let (Some(text), false) = (ours, official.is_some() && lang == self.model.official_language()) else {
                continue;
            };
            let status = if official.is_some() { "unofficial-translation" } else { "own-words" };
            titles.push(Wording { text, lang, status, source: None, follows: self.followed(id, lang) });
        }
        titles
    }

    /// The outside fact that gives the title of an entity in a language. Facts about titles are about names in
    /// languages other than that of the official text.
    fn followed(self, id: &str, lang: &str) -> Option<&'m str> {
        if lang == self.model.official_language() {
            return None;
        }
        let fact = self.model.outside_facts.iter().find(|fact| {
            matches!(fact.topic, OutsideTopic::Title | OutsideTopic::Term) && fact.about.iter().any(|about| about == id)
        })?;
        Some(&fact.id)
    }

    /// Every wording of the objective of a crime area, the official one first.
    pub fn objective_texts(self, area: &'m str) -> Vec<Wording<'m>> {
        let Some(objective) = self.model.objective_of(area) else { return Vec::new() };
        let mut texts = vec![self.official(&objective.source)];
        for lang in self.model.languages.iter().skip(1) {
            if let Some(text) = self.model.own_words(area, lang).and_then(|words| words.objective.as_deref()) {
                texts.push(Wording { text, lang, status: "unofficial-translation", source: None, follows: None });
            }
        }
        texts
    }

    fn official(self, source: &'m model::SourceSpan) -> Wording<'m> {
        Wording {
            text: &source.quote,
            lang: self.model.official_language(),
            status: "official",
            source: Some(self.span(source)),
            follows: None,
        }
    }

    fn base(self, id: &'m str, kind: EntityKind) -> Base<'m> {
        let model = self.model;
        let gists = model.languages.iter().filter_map(|lang| {
            let text = model.own_words(id, lang)?.gist.as_deref()?;
            Some(Wording { text, lang, status: "own-words", source: None, follows: None })
        });
        let aliases = model.aliases.iter().filter(|alias| alias.of == id);
        Base {
            id,
            kind: kind.name(),
            titles: self.titles(id),
            gists: gists.collect(),
            aliases: aliases
                .map(|alias| Alias { text: &alias.text, lang: &alias.lang, kind: alias.kind.name() })
                .collect(),
        }
    }

    fn unit_base(self, id: &'m str, kind: EntityKind, number: Option<String>) -> UnitBase<'m> {
        let blocks = self.model.unit(id).map_or(&[][..], |unit| unit.blocks.as_slice());
        UnitBase {
            base: self.base(id, kind),
            number,
            blocks: blocks.iter().map(|block| Block { kind: block.kind.name(), text: &block.text }).collect(),
        }
    }

    fn span(self, source: &'m model::SourceSpan) -> SourceSpan<'m> {
        let block = self.model.unit(&source.unit).and_then(|unit| unit.blocks.get(source.block));
        let mark = block.and_then(|block| span::to_marks(&block.text, &[source.span]).into_iter().next());
        let (start, end) = mark.map_or((0, 0), |mark| (mark.start, mark.end));
        SourceSpan { unit: &source.unit, block: source.block, start, end, quote: &source.quote }
    }

    fn spans(self, sources: &'m [model::SourceSpan]) -> Vec<SourceSpan<'m>> {
        sources.iter().map(|source| self.span(source)).collect()
    }

    fn document(self) -> Document<'m> {
        let document = &self.model.document;
        Document {
            unit: self.unit_base(&document.id, EntityKind::Document, None),
            lang: self.model.official_language(),
            r#type: self.span(&document.document_type),
            subject: self.span(&document.subject),
            institution: self.span(&document.institution),
            session: Session { value: document.session, source: self.span(&document.session_source) },
            adopted: self.optional_date(Some(&document.adopted)),
            period: self.optional_date(Some(&document.period)),
        }
    }

    fn recital(self, recital: &'m model::Recital) -> Recital<'m> {
        Recital {
            unit: self.unit_base(&recital.id, EntityKind::Recital, Some(recital.number.to_string())),
            verbs: self.spans(&recital.verbs),
            statements: self.spans(&recital.statements),
        }
    }

    fn operative_paragraph(self, paragraph: &'m model::OperativeParagraph) -> OperativeParagraph<'m> {
        let number = Some(paragraph.number.to_string());
        OperativeParagraph {
            unit: self.unit_base(&paragraph.id, EntityKind::OperativeParagraph, number),
            form: paragraph.form.name(),
            verbs: self.spans(&paragraph.verbs),
            statements: self.spans(&paragraph.statements),
            tasks: self.tasks_of(&paragraph.id),
        }
    }

    fn guiding_principle(self, principle: &'m model::GuidingPrinciple) -> GuidingPrinciple<'m> {
        let number = Some(principle.number.to_string());
        GuidingPrinciple {
            unit: self.unit_base(&principle.id, EntityKind::GuidingPrinciple, number),
            priority: &principle.priority,
            statements: self.spans(&principle.statements),
            tasks: self.tasks_of(&principle.id),
        }
    }

    fn tasks_of(self, unit: &str) -> Vec<&'m str> {
        self.model.tasks.iter().filter(|task| task.unit == unit).map(|task| task.id.as_str()).collect()
    }

    fn area(self, area: &'m CrimeArea) -> Area<'m> {
        let model = self.model;
        let is_priority = area.kind == EntityKind::Priority;
        let experience = model.experience_of(area).map(|experience| {
            let inherited_from = (experience.area != area.id).then_some(experience.area.as_str());
            self.experience(experience, inherited_from)
        });
        let delineations = model.relations.iter().filter(|relation| {
            relation.relation_type == RelationType::DelineateAndCoordinate
                && (relation.from == area.id || relation.to == area.id)
        });
        let facets = model.facets.iter().filter_map(|facet| {
            let (_, sources) = facet.areas.iter().find(|(id, _)| *id == area.id)?;
            Some(FacetTag { facet: &facet.id, sources: self.spans(sources) })
        });
        let principles = model.guiding_principles.iter().filter(|principle| principle.priority == area.id);
        Area {
            unit: self.unit_base(&area.id, area.kind, Some(area.code())),
            objective: model.objective_of(&area.id).map(|objective| self.objective(objective)),
            instruments: model
                .instruments
                .iter()
                .filter(|instrument| instrument.implements == area.id)
                .map(|instrument| self.instrument(instrument))
                .collect(),
            declared: area
                .declared
                .iter()
                .map(|declared| Declared {
                    r#type: declared.instrument_type.name(),
                    count: declared.count,
                    source: self.span(&declared.source),
                })
                .collect(),
            experience,
            delineations: delineations.map(|relation| self.relation(relation)).collect(),
            facets: facets.collect(),
            sub_priorities: is_priority.then(|| model.sub_priorities(&area.id).map(|child| self.area(child)).collect()),
            declared_sub_priorities: area
                .declared_sub_priorities
                .as_ref()
                .map(|(count, source)| Counted { count: *count, source: self.span(source) }),
            guiding_principles: is_priority.then(|| principles.map(|principle| principle.id.as_str()).collect()),
            parent: area.parent.as_deref(),
            letter: area.letter,
            heading: area.heading.as_ref().map(|heading| self.span(heading)),
        }
    }

    fn objective(self, objective: &'m model::Objective) -> Objective<'m> {
        Objective {
            base: self.base(&objective.id, EntityKind::Objective),
            area: &objective.area,
            source: self.span(&objective.source),
            verbs: self.spans(&objective.verbs),
            parts: self.spans(&objective.parts),
            texts: self.objective_texts(&objective.area),
        }
    }

    fn instrument(self, instrument: &'m model::Instrument) -> Instrument<'m> {
        Instrument {
            base: self.base(&instrument.id, EntityKind::Instrument),
            r#type: instrument.instrument_type.name(),
            implements: &instrument.implements,
            source: self.span(&instrument.source),
        }
    }

    fn experience(self, experience: &'m model::Experience, inherited_from: Option<&'m str>) -> Experience<'m> {
        let predecessors = experience.predecessors.iter();
        Experience {
            base: self.base(&experience.id, EntityKind::Experience),
            area: &experience.area,
            source: self.span(&experience.source),
            cycle: &experience.cycle,
            predecessors: predecessors
                .map(|(kind, source)| Predecessor { r#type: kind.name(), source: self.span(source) })
                .collect(),
            inherited_from,
        }
    }

    fn cycle(self, cycle: &'m model::Cycle) -> Cycle<'m> {
        let facts = self.model.outside_facts.iter().filter(|fact| fact.about.contains(&cycle.id));
        Cycle {
            base: self.base(&cycle.id, EntityKind::Cycle),
            from: cycle.from,
            to: cycle.to,
            origin: cycle.origin.name(),
            sources: self.spans(&cycle.sources),
            agreed: self.optional_date(cycle.agreed.as_deref()),
            previous: cycle.previous.as_deref(),
            references: cycle.references.iter().map(String::as_str).collect(),
            facts: facts.map(|fact| self.outside_fact(fact)).collect(),
        }
    }

    fn actor(self, actor: &'m model::Actor) -> Actor<'m> {
        Actor {
            base: self.base(&actor.id, EntityKind::Actor),
            r#type: actor.actor_type.name(),
            mentions: self.spans(&actor.mentions),
        }
    }

    fn role(self, role: &'m model::Role) -> Role<'m> {
        Role { base: self.base(&role.id, EntityKind::Role), mentions: self.spans(&role.mentions) }
    }

    fn term(self, term: &'m model::Term) -> Term<'m> {
        Term {
            base: self.base(&term.id, EntityKind::Term),
            abbreviation: term.abbreviation.as_deref(),
            expansion: term.expansion.as_ref().map(|source| self.span(source)),
            forms: self.spans(&term.forms),
        }
    }

    fn optional_date(self, id: Option<&str>) -> Option<DateRef<'m>> {
        self.model.date(id?).map(|date| self.date(date))
    }

    fn date(self, date: &'m model::DateRef) -> DateRef<'m> {
        DateRef {
            base: self.base(&date.id, EntityKind::Date),
            r#type: date.date_type.name(),
            precision: date.precision.name(),
            earliest: date.earliest.as_deref(),
            latest: date.latest.as_deref(),
            relative_to: date.relative_to.as_deref(),
            sources: self.spans(&date.sources),
        }
    }

    fn reference(self, reference: &'m model::Reference) -> Reference<'m> {
        Reference {
            base: self.base(&reference.id, EntityKind::Reference),
            label: &reference.label,
            r#type: reference.reference_type.name(),
            date: self.optional_date(reference.date.as_deref()),
            sources: self.spans(&reference.sources),
        }
    }

    fn footnote(self, footnote: &'m model::Footnote) -> Footnote<'m> {
        Footnote {
            base: self.base(&footnote.id, EntityKind::Footnote),
            number: footnote.number,
            marker: self.span(&footnote.marker),
            source: self.span(&footnote.source),
            references: footnote.references.iter().map(String::as_str).collect(),
        }
    }

    fn facet(self, facet: &'m model::Facet) -> Facet<'m> {
        let areas = facet.areas.iter();
        Facet {
            base: self.base(&facet.id, EntityKind::Facet),
            r#type: facet.kind.name(),
            tag: &facet.tag,
            areas: areas.map(|(area, sources)| FacetArea { area, sources: self.spans(sources) }).collect(),
        }
    }

    fn relation(self, relation: &'m model::Relation) -> Relation<'m> {
        Relation {
            base: self.base(&relation.id, EntityKind::Relation),
            r#type: relation.relation_type.name(),
            from: &relation.from,
            to: &relation.to,
            origin: relation.origin.name(),
            sources: self.spans(&relation.sources),
            facts: relation.facts.iter().map(String::as_str).collect(),
        }
    }

    fn outside_fact(self, fact: &'m model::OutsideFact) -> OutsideFact<'m> {
        let statements = fact.statement.iter();
        OutsideFact {
            base: self.base(&fact.id, EntityKind::OutsideFact),
            topic: fact.topic.name(),
            about: fact.about.iter().map(String::as_str).collect(),
            statements: statements
                .map(|(lang, text)| Wording { text, lang, status: "own-words", source: None, follows: None })
                .collect(),
            items: fact.items.iter().map(String::as_str).collect(),
            sources: fact.sources.iter().map(String::as_str).collect(),
            confidence: fact.confidence.name(),
            note: fact.note.as_deref(),
        }
    }
}

//! What does the framework consist of, and which words of the source say so?
//!
//! The validated priority model: plain data, read-only after loading. Everything that the document states carries a
//! [`SourceSpan`]; everything that is ours (translations, labels, summaries, aliases) is kept apart in [`OwnWords`] and
//! [`Alias`]; everything from elsewhere is an [`OutsideFact`]. Only [`crate::dataset::read`] makes a [`Model`], so its
//! ids resolve, its spans are in bounds and its invariants hold.

use crate::span::ByteSpan;
use crate::words::Words;

/// An enum whose values have fixed names in the dataset and in JavaScript.
pub trait Named: Copy + 'static {
    /// All values, in the order of their declaration.
    const ALL: &'static [Self];
    /// The first of them.
    const FIRST: Self;
    /// Their names, in the same order.
    const NAMES: &'static [&'static str];

    /// The name in the dataset and in JavaScript.
    fn name(self) -> &'static str;

    /// The value with this name, if there is one.
    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.name() == name)
    }
}

/// Defines such an enum.
macro_rules! named {
    (
        $(#[$doc:meta])*
        $name:ident {
            $(#[$first_doc:meta])* $first:ident = $first_text:literal,
            $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $(#[$first_doc])* $first, $($(#[$variant_doc])* $variant),* }

        impl Named for $name {
            const ALL: &'static [Self] = &[Self::$first, $(Self::$variant),*];
            const FIRST: Self = Self::$first;
            const NAMES: &'static [&'static str] = &[$first_text, $($text),*];

            fn name(self) -> &'static str {
                match self { Self::$first => $first_text, $(Self::$variant => $text),* }
            }
        }
    };
}

named! {
    /// Everything that has an id.
    EntityKind {
        /// The Council conclusions themselves.
        Document = "document",
        /// A "whereas".
        Recital = "recital",
        /// A paragraph in which the Council decides or asks.
        OperativeParagraph = "operative-paragraph",
        /// A guiding principle for implementing a priority.
        GuidingPrinciple = "guiding-principle",
        /// One of the ten priorities.
        Priority = "priority",
        /// A part of a priority with a plan of its own.
        SubPriority = "sub-priority",
        /// A threat across the priorities.
        HorizontalThreat = "horizontal-threat",
        /// A policy cycle.
        Cycle = "cycle",
        /// What is to be achieved in a crime area.
        Objective = "objective",
        /// An OAP or a CHSG.
        Instrument = "instrument",
        /// Experience of an earlier cycle.
        Experience = "experience",
        /// Something that someone is to do.
        Task = "task",
        /// A body, group or person.
        Actor = "actor",
        /// A role in EMPACT.
        Role = "role",
        /// An abbreviation or technical term.
        Term = "term",
        /// A point or period in time.
        Date = "date",
        /// A text that the document cites.
        Reference = "reference",
        /// A footnote.
        Footnote = "footnote",
        /// A value of a facet.
        Facet = "facet",
        /// A relation between two entities.
        Relation = "relation",
        /// A fact from outside the document.
        OutsideFact = "outside-fact",
    }
}

/// The kinds of searchable unit, in the order in which they are counted.
pub const UNIT_KINDS: &[EntityKind] = &[
    EntityKind::Document,
    EntityKind::Recital,
    EntityKind::OperativeParagraph,
    EntityKind::GuidingPrinciple,
    EntityKind::Priority,
    EntityKind::SubPriority,
    EntityKind::HorizontalThreat,
];

named! {
    /// What a block of the official text is.
    BlockKind {
        /// A heading of the document, or its letterhead.
        Heading = "heading",
        /// The title of a priority, sub-priority or of the document.
        Title = "title",
        /// Running text.
        Paragraph = "paragraph",
        /// A footnote.
        Footnote = "footnote",
    }
}

named! {
    /// The two kinds of instrument.
    InstrumentType {
        /// Operational action plan.
        Oap = "OAP",
        /// Common horizontal strategic goal.
        Chsg = "CHSG",
    }
}

named! {
    /// What kind of thing in the earlier cycle an experience comes from.
    PredecessorType {
        /// An operational action plan.
        Oap = "OAP",
        /// A priority.
        Priority = "priority",
    }
}

named! {
    /// Whether the opening verb of an operative paragraph is finite ("VERZOEKT") or a participle ("HERHALEND").
    VerbForm {
        /// "VERZOEKT".
        Finite = "finite",
        /// "HERHALEND".
        Participle = "participle",
    }
}

named! {
    /// How binding the words are.
    Modality {
        /// The Council settles it.
        Decision = "decision",
        /// "draagt … op".
        Mandate = "mandate",
        /// "verzoekt", "vraagt".
        Request = "request",
        /// "moet".
        Must = "must",
        /// "dient", "zou moeten".
        Should = "should",
        /// "zal".
        Will = "will",
        /// "kan".
        May = "may",
    }
}

named! {
    /// What sort of body an actor is.
    ActorType {
        /// An institution of the EU.
        EuInstitution = "eu-institution",
        /// An agency or other body of the EU.
        EuBody = "eu-body",
        /// A committee, working party or presidency of the Council.
        CouncilBody = "council-body",
        /// The member states.
        MemberStates = "member-states",
        /// An authority within a member state.
        NationalAuthority = "national-authority",
        /// A network or group of experts.
        Network = "network",
        /// A country, organisation or partner outside the EU or outside government.
        ThirdParty = "third-party",
        /// Anyone else.
        Other = "other",
    }
}

named! {
    /// What a date stands for.
    DateType {
        /// Something that happened.
        Event = "event",
        /// By when something is due.
        Deadline = "deadline",
        /// A stretch of time.
        Period = "period",
        /// How often.
        Frequency = "frequency",
    }
}

named! {
    /// How exactly the document says when.
    Precision {
        /// A day.
        Day = "day",
        /// A season of meteorology: summer is June to August.
        Season = "season",
        /// A calendar year.
        Year = "year",
        /// Several years.
        Period = "period",
        /// No date at all ("regularly").
        None = "none",
    }
}

named! {
    /// What sort of text is cited.
    ReferenceType {
        /// A numbered Council document.
        CouncilDocument = "council-document",
        /// Conclusions of the Council.
        Conclusions = "conclusions",
        /// A communication of the Commission.
        Communication = "communication",
        /// An assessment, report or evaluation.
        Assessment = "assessment",
        /// A plan.
        Plan = "plan",
        /// Anything else.
        Other = "other",
    }
}

named! {
    /// The facets by which crime areas are tagged.
    FacetKind {
        /// Who is targeted.
        Target = "target",
        /// Which crime.
        Offence = "offence",
        /// Which goods.
        Commodity = "commodity",
        /// How it is done.
        Method = "method",
        /// Who suffers.
        Victim = "victim",
        /// Anything else of note: how large or dangerous something is, what becomes of the proceeds.
        Focus = "focus",
        /// Where.
        Geography = "geography",
    }
}

named! {
    /// The kinds of relation.
    RelationType {
        /// A priority bundles sub-priorities.
        Bundles = "bundles",
        /// An instrument implements a crime area.
        Implements = "implements",
        /// A crime area has an objective.
        HasObjective = "has-objective",
        /// A principle guides a priority.
        Guides = "guides",
        /// A crime area builds on an earlier cycle.
        BuildsOn = "builds-on",
        /// Two areas must be delineated and coordinated.
        DelineateAndCoordinate = "delineate-and-coordinate",
        /// One instrument complements another.
        Complements = "complements",
        /// One task comes before another.
        Precedes = "precedes",
        /// Somebody monitors something.
        Monitors = "monitors",
        /// One crime makes others possible.
        EnablerOf = "enabler-of",
        /// Somebody helps somebody.
        Supports = "supports",
        /// A task is given to an actor; an instrument covers a subject.
        Addresses = "addresses",
        /// A unit cites another text.
        Cites = "cites",
        /// A cycle follows another.
        Follows = "follows",
        /// A name or text replaces another.
        Replaces = "replaces",
        /// A later text changes an earlier one.
        Amends = "amends",
    }
}

named! {
    /// Where a statement comes from.
    Origin {
        /// The document states it explicitly.
        Document = "document",
        /// It follows from the structure of the dataset.
        Derived = "derived",
        /// It is known from elsewhere.
        Outside = "outside",
    }
}

named! {
    /// What a text for a reader is.
    Status {
        /// Verbatim from the document.
        Official = "official",
        /// Our translation of an official text.
        UnofficialTranslation = "unofficial-translation",
        /// Ours, without a counterpart in the document.
        OwnWords = "own-words",
    }
}

named! {
    /// Why an alias leads to its entity.
    AliasKind {
        /// "THB".
        Abbreviation = "abbreviation",
        /// What people say.
        Everyday = "everyday",
        /// What it was called in an earlier cycle.
        FormerName = "former-name",
        /// Another word for it.
        Synonym = "synonym",
        /// Another spelling.
        Spelling = "spelling",
    }
}

named! {
    /// What an outside fact is about.
    OutsideTopic {
        /// A title in another language.
        Title = "title",
        /// A term in another language.
        Term = "term",
        /// A name in use.
        Alias = "alias",
        /// The document and those around it.
        Document = "document",
        /// A later change.
        Amendment = "amendment",
        /// What was a priority in a cycle.
        Cycle = "cycle",
        /// Results reached.
        Result = "result",
        /// Who held a role.
        RoleHolder = "role-holder",
    }
}

named! {
    /// How certain an outside fact is.
    Confidence {
        /// An official page or a copy of it, or two independent sources.
        High = "high",
        /// A secondary source, or only partly confirmed.
        Medium = "medium",
    }
}

/// Words of the official text and their place in it. Only the module `dataset` makes them, and only for words that are
/// there: `model.unit(unit).blocks[block].text[span] == quote`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceSpan {
    /// Id of the unit.
    pub unit: String,
    /// Index of the block within the unit.
    pub block: usize,
    /// Bytes within the block's text.
    pub span: ByteSpan,
    /// The words themselves.
    pub quote: String,
}

/// A text for a reader, together with what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wording<'m> {
    /// The text.
    pub text: &'m str,
    /// Its language.
    pub lang: &'m str,
    /// What it is.
    pub status: Status,
    /// The place of an official text; `None` for all others.
    pub source: Option<&'m SourceSpan>,
    /// Id of the outside fact that a translation follows.
    pub follows: Option<&'m str>,
}

/// A paragraph of the official text, verbatim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The text.
    pub text: String,
}

/// A searchable unit: every character of the official text belongs to exactly one.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Public id.
    pub id: String,
    /// One of the seven unit kinds.
    pub kind: EntityKind,
    /// Official text in document order; never empty.
    pub blocks: Vec<Block>,
}

/// Id and versions of the dataset.
#[derive(Debug, Clone)]
pub struct DatasetInfo {
    /// For instance `empact-2022-2025`.
    pub id: String,
    /// Version of the data.
    pub version: String,
    /// Version of the file format.
    pub format_version: u32,
}

/// The document.
#[derive(Debug, Clone)]
pub struct Document {
    /// Always `doc` in the embedded dataset.
    pub id: String,
    /// What it calls itself.
    pub document_type: SourceSpan,
    /// The subject line.
    pub subject: SourceSpan,
    /// The title of the annex.
    pub title: SourceSpan,
    /// Who speaks.
    pub institution: SourceSpan,
    /// Number of the session, and the words that give it.
    pub session: (u32, SourceSpan),
    /// Id of the date of adoption.
    pub adopted: String,
    /// Id of the period.
    pub period: String,
}

/// A policy cycle.
#[derive(Debug, Clone)]
pub struct Cycle {
    /// Public id.
    pub id: String,
    /// First calendar year.
    pub from: u32,
    /// Last calendar year.
    pub to: u32,
    /// From the document or from outside.
    pub origin: Origin,
    /// The words that name it.
    pub sources: Vec<SourceSpan>,
    /// Id of the date on which its priorities were agreed.
    pub agreed: Option<String>,
    /// Id of the cycle before.
    pub previous: Option<String>,
    /// Ids of the texts that set it up.
    pub references: Vec<String>,
}

/// A number that the document declares: "(5 OAP's)".
#[derive(Debug, Clone)]
pub struct DeclaredInstruments {
    /// OAP or CHSG.
    pub instrument_type: InstrumentType,
    /// How many.
    pub count: u32,
    /// The words.
    pub source: SourceSpan,
}

/// A priority, sub-priority or horizontal threat: what becomes a card.
#[derive(Debug, Clone)]
pub struct CrimeArea {
    /// Public id.
    pub id: String,
    /// Priority, sub-priority or horizontal threat.
    pub kind: EntityKind,
    /// Number of a priority or threat; for a sub-priority that of its parent.
    pub number: u32,
    /// Letter of a sub-priority.
    pub letter: Option<char>,
    /// Its number in the document: `7e`, `10`.
    pub code: String,
    /// Id of a sub-priority's parent.
    pub parent: Option<String>,
    /// The heading above a horizontal threat.
    pub heading: Option<SourceSpan>,
    /// The official title.
    pub title: SourceSpan,
    /// Declared counts of instruments.
    pub declared: Vec<DeclaredInstruments>,
    /// Declared count of sub-priorities.
    pub declared_sub_priorities: Option<(u32, SourceSpan)>,
}

/// What is to be achieved in a crime area.
#[derive(Debug, Clone)]
pub struct Objective {
    /// Public id.
    pub id: String,
    /// Id of the crime area.
    pub area: String,
    /// The quoted objective.
    pub source: SourceSpan,
    /// What is to be done.
    pub verbs: Vec<SourceSpan>,
    /// Parts that the document numbers.
    pub parts: Vec<SourceSpan>,
}

/// An OAP or CHSG.
#[derive(Debug, Clone)]
pub struct Instrument {
    /// Public id.
    pub id: String,
    /// Which of the two.
    pub instrument_type: InstrumentType,
    /// Id of the crime area.
    pub implements: String,
    /// The words that provide for it.
    pub source: SourceSpan,
}

/// A recital, an operative paragraph or a guiding principle.
#[derive(Debug, Clone)]
pub struct Paragraph {
    /// Public id.
    pub id: String,
    /// Which of the three.
    pub kind: EntityKind,
    /// Position among its like, from 1.
    pub number: u32,
    /// The same as text.
    pub code: String,
    /// Of an operative paragraph: finite verb or participle.
    pub form: Option<VerbForm>,
    /// Of a guiding principle: id of the priority that it guides.
    pub priority: Option<String>,
    /// Opening words; a guiding principle has none.
    pub verbs: Vec<SourceSpan>,
    /// Its statements.
    pub statements: Vec<SourceSpan>,
}

/// Experience to build on.
#[derive(Debug, Clone)]
pub struct Experience {
    /// Public id.
    pub id: String,
    /// Id of the crime area.
    pub area: String,
    /// The sentence.
    pub source: SourceSpan,
    /// Id of the cycle in which it was gained.
    pub cycle: String,
    /// What it was called then.
    pub predecessors: Vec<(PredecessorType, SourceSpan)>,
}

/// Something that someone is to do.
#[derive(Debug, Clone)]
pub struct Task {
    /// Public id.
    pub id: String,
    /// Id of the unit that says it.
    pub unit: String,
    /// How binding it is.
    pub modality: Modality,
    /// The words that express that.
    pub modality_source: SourceSpan,
    /// Id of the actor who asks.
    pub asked_by: String,
    /// Ids of those who are asked, with the words that name them.
    pub addressees: Vec<(String, SourceSpan)>,
    /// What is to be done.
    pub action: SourceSpan,
    /// Id of the date by which it is due.
    pub deadline: Option<String>,
    /// Under which condition.
    pub condition: Option<SourceSpan>,
}

/// A body, group or person.
#[derive(Debug, Clone)]
pub struct Actor {
    /// Public id.
    pub id: String,
    /// What sort of body.
    pub actor_type: ActorType,
    /// Its name in the document.
    pub name: SourceSpan,
    /// Every place that mentions it.
    pub mentions: Vec<SourceSpan>,
}

/// A role in EMPACT.
#[derive(Debug, Clone)]
pub struct Role {
    /// Public id.
    pub id: String,
    /// Its name in the document.
    pub name: SourceSpan,
    /// Every place that mentions it.
    pub mentions: Vec<SourceSpan>,
}

/// An abbreviation or technical term.
#[derive(Debug, Clone)]
pub struct Term {
    /// Public id.
    pub id: String,
    /// The abbreviation, without a plural ending.
    pub abbreviation: Option<String>,
    /// Where the document writes it out.
    pub expansion: Option<SourceSpan>,
    /// Its other forms in the document.
    pub forms: Vec<SourceSpan>,
}

/// A point or period in time.
#[derive(Debug, Clone)]
pub struct DateRef {
    /// Public id.
    pub id: String,
    /// What it stands for.
    pub date_type: DateType,
    /// How exact it is.
    pub precision: Precision,
    /// First day that the words can mean, `YYYY-MM-DD`; `None` if they give no date.
    pub earliest: Option<String>,
    /// Last day that the words can mean, `YYYY-MM-DD`; `None` if they give no date.
    pub latest: Option<String>,
    /// Id of what it is relative to.
    pub relative_to: Option<String>,
    /// The words.
    pub sources: Vec<SourceSpan>,
}

/// A text that the document cites.
#[derive(Debug, Clone)]
pub struct Reference {
    /// Public id.
    pub id: String,
    /// As cited.
    pub label: String,
    /// What sort of text.
    pub reference_type: ReferenceType,
    /// Id of its date.
    pub date: Option<String>,
    /// Every place that cites it.
    pub sources: Vec<SourceSpan>,
}

/// A footnote.
#[derive(Debug, Clone)]
pub struct Footnote {
    /// Public id.
    pub id: String,
    /// Its number.
    pub number: u32,
    /// The word to which the digit is glued.
    pub marker: SourceSpan,
    /// Its text.
    pub source: SourceSpan,
    /// Ids of the texts that it cites.
    pub references: Vec<String>,
}

/// A value of a facet.
#[derive(Debug, Clone)]
pub struct Facet {
    /// Public id, `kind:tag`.
    pub id: String,
    /// Which facet.
    pub kind: FacetKind,
    /// Which value.
    pub tag: String,
    /// Ids of the crime areas that have it, with the words that say so.
    pub areas: Vec<(String, Vec<SourceSpan>)>,
}

/// A relation between two entities.
#[derive(Debug, Clone)]
pub struct Relation {
    /// Public id.
    pub id: String,
    /// What sort of relation.
    pub relation_type: RelationType,
    /// Id of the entity that it starts at.
    pub from: String,
    /// Id of the entity that it ends at.
    pub to: String,
    /// Stated, derived or from outside.
    pub origin: Origin,
    /// The words behind it.
    pub sources: Vec<SourceSpan>,
    /// Ids of the outside facts behind it.
    pub facts: Vec<String>,
}

/// Our own words about an entity, in one language.
#[derive(Debug, Clone)]
pub struct OwnWords {
    /// The language.
    pub lang: String,
    /// A label, or the translation of the official title.
    pub title: Option<String>,
    /// The translation of the objective.
    pub objective: Option<String>,
    /// A short summary.
    pub gist: Option<String>,
}

/// What people type for an entity.
#[derive(Debug, Clone)]
pub struct Alias {
    /// Its language.
    pub lang: String,
    /// The words.
    pub text: String,
    /// Why it leads to the entity.
    pub kind: AliasKind,
}

/// A fact from outside the document.
#[derive(Debug, Clone)]
pub struct OutsideFact {
    /// Public id.
    pub id: String,
    /// What sort of fact.
    pub topic: OutsideTopic,
    /// Ids of the entities that it is about.
    pub about: Vec<String>,
    /// The fact in our words: language and text.
    pub statement: Vec<(String, String)>,
    /// For a cycle: what was a priority then.
    pub items: Vec<String>,
    /// URLs of the pages that state it; never empty.
    pub sources: Vec<String>,
    /// How certain it is.
    pub confidence: Confidence,
    /// A caveat: language and text; empty if there is none.
    pub note: Vec<(String, String)>,
}

/// A page of the portal that shows the dataset. It is the portal's own: never official, and not an entity, though its id
/// differs from those of the entities.
#[derive(Debug, Clone)]
pub struct PortalDocument {
    /// Its id in answers; unique among the documents and the entities.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is about, in a few sentences; can be empty.
    pub summary: String,
    /// Its whole text, of which passages are shown; can be empty.
    pub body: String,
    /// `http:`, `https:` or relative to the page that shows it; empty if it has none.
    pub url: String,
    /// Its language as a BCP 47 tag; empty: that of the official text.
    pub language: String,
    /// Ids of the crime areas that it belongs to.
    pub priorities: Vec<String>,
    /// What it can be filtered by: names and values.
    pub facets: Vec<(String, Vec<String>)>,
}

/// An entity: its id, where its record is, and what is ours about it.
#[derive(Debug, Clone)]
pub struct Entity {
    /// Public id.
    pub id: String,
    /// Which list the record is in.
    pub kind: EntityKind,
    /// Position of the record in that list.
    pub index: usize,
    /// Position among the units, for a unit.
    pub unit: Option<usize>,
    /// Our own words, one entry per language.
    pub own_words: Vec<OwnWords>,
    /// What people type for it.
    pub aliases: Vec<Alias>,
    /// The records that are about it, by kind and position in their list; see [`Model::parts`].
    pub(crate) parts: Vec<(EntityKind, usize)>,
}

/// Entities by id. The ids are unique.
#[derive(Debug, Clone, Default)]
pub struct Entities {
    list: Vec<Entity>,
    /// The number of an id is its place in the list.
    ids: Words,
}

impl Entities {
    /// The entity with this id.
    #[inline(never)]
    pub fn get(&self, id: &str) -> Option<&Entity> {
        self.list.get(self.ids.find(id)? as usize)
    }

    /// All entities in the order of the file, derived relations last.
    pub fn all(&self) -> &[Entity] {
        &self.list
    }

    #[inline(never)]
    pub(crate) fn get_mut(&mut self, id: &str) -> Option<&mut Entity> {
        self.list.get_mut(self.ids.find(id)? as usize)
    }

    /// Adds an entity whose id is new.
    pub(crate) fn add(&mut self, id: &str, kind: EntityKind, index: usize) {
        self.ids.push(id);
        let (own_words, aliases, parts) = (Vec::new(), Vec::new(), Vec::new());
        self.list.push(Entity { id: id.to_owned(), kind, index, unit: None, own_words, aliases, parts });
    }

    /// Adds a record to those about an entity. Expects those of one kind in ascending order.
    #[inline(never)]
    pub(crate) fn add_part(&mut self, id: &str, kind: EntityKind, index: usize) {
        if let Some(entity) = self.get_mut(id)
            && entity.parts.last() != Some(&(kind, index))
        {
            entity.parts.push((kind, index));
        }
    }
}

/// Most languages of a dataset, counting that of the official text and those of our own words: a text is indexed separately for each.
pub const MAX_LANGUAGES: usize = 15;

/// The whole framework.
///
/// ```
/// use empact_priorities::dataset;
/// use empact_priorities::model::Status;
///
/// let model = dataset::read(dataset::EMBEDDED.as_bytes()).unwrap();
/// let area = model.area("P7e").unwrap();
/// assert_eq!((area.code.as_str(), area.parent.as_deref()), ("7e", Some("P7")));
/// // The words that name it stand in the official text.
/// let title = &area.title;
/// let block = &model.unit(&title.unit).unwrap().blocks[title.block];
/// assert_eq!(title.span.of(&block.text), Some(title.quote.as_str()));
/// // Those in English do not.
/// let english = model.titles("P7e").into_iter().find(|title| title.lang == "en").unwrap();
/// assert_eq!((english.status, english.source), (Status::UnofficialTranslation, None));
///
/// assert_eq!(model.sub_priorities("P7").count(), 5);
/// assert!(model.area("O13").is_none()); // a paragraph
/// ```
#[derive(Debug, Clone)]
pub struct Model {
    /// Id and versions.
    pub dataset: DatasetInfo,
    /// Language of the official text, then those of our own words in the order of the file.
    pub languages: Vec<String>,
    /// The document.
    pub document: Document,
    /// All units in document order.
    pub units: Vec<Unit>,
    /// Policy cycles in chronological order.
    pub cycles: Vec<Cycle>,
    /// Priorities, each followed by its sub-priorities, then the horizontal threats.
    pub areas: Vec<CrimeArea>,
    /// Objectives.
    pub objectives: Vec<Objective>,
    /// OAPs and CHSGs.
    pub instruments: Vec<Instrument>,
    /// Guiding principles.
    pub guiding_principles: Vec<Paragraph>,
    /// Experience of earlier cycles.
    pub experiences: Vec<Experience>,
    /// Recitals.
    pub recitals: Vec<Paragraph>,
    /// Operative paragraphs.
    pub operative_paragraphs: Vec<Paragraph>,
    /// Tasks in document order.
    pub tasks: Vec<Task>,
    /// Actors.
    pub actors: Vec<Actor>,
    /// Roles.
    pub roles: Vec<Role>,
    /// Abbreviations and terms.
    pub terms: Vec<Term>,
    /// Dates.
    pub dates: Vec<DateRef>,
    /// Cited texts.
    pub references: Vec<Reference>,
    /// Footnotes.
    pub footnotes: Vec<Footnote>,
    /// Facet values.
    pub facets: Vec<Facet>,
    /// Relations, as the file has them and then derived ones.
    pub relations: Vec<Relation>,
    /// Facts from elsewhere.
    pub outside_facts: Vec<OutsideFact>,
    /// The portal's own documents.
    pub documents: Vec<PortalDocument>,
    /// Everything that has an id, with our own words for it.
    pub entities: Entities,
}

impl Model {
    /// Language of the official text.
    pub fn official_language(&self) -> &str {
        self.languages.first().map_or("", String::as_str)
    }

    /// The unit with this id.
    pub fn unit(&self, id: &str) -> Option<&Unit> {
        self.units.get(self.entities.get(id)?.unit?)
    }

    /// The crime area with this id.
    pub fn area(&self, id: &str) -> Option<&CrimeArea> {
        let entity = self.entities.get(id)?;
        self.areas.get(entity.index).filter(|area| area.kind == entity.kind)
    }

    /// The date with this id.
    pub fn date(&self, id: &str) -> Option<&DateRef> {
        let entity = self.entities.get(id).filter(|entity| entity.kind == EntityKind::Date)?;
        self.dates.get(entity.index)
    }

    /// The records of a kind that are about an entity, of the list of that kind and in its order: tasks of a unit, facts about anything, the
    /// sub-priorities, guiding principles, objective, experience, instruments and facets of a crime area, relations from or to it.
    pub fn parts<'m, T>(&self, id: &str, kind: EntityKind, list: &'m [T]) -> impl Iterator<Item = &'m T> {
        self.parts_of(id).iter().filter(move |(other, _)| *other == kind).filter_map(|(_, index)| list.get(*index))
    }

    #[inline(never)]
    fn parts_of(&self, id: &str) -> &[(EntityKind, usize)] {
        self.entities.get(id).map_or(&[][..], |entity| &entity.parts)
    }

    /// The sub-priorities of a priority, in order.
    pub fn sub_priorities(&self, parent: &str) -> impl Iterator<Item = &CrimeArea> {
        self.parts(parent, EntityKind::SubPriority, &self.areas)
    }

    /// A recital, operative paragraph or guiding principle.
    pub fn paragraph(&self, id: &str) -> Option<&Paragraph> {
        let entity = self.entities.get(id)?;
        let list = match entity.kind {
            EntityKind::Recital => &self.recitals,
            EntityKind::OperativeParagraph => &self.operative_paragraphs,
            EntityKind::GuidingPrinciple => &self.guiding_principles,
            _ => return None,
        };
        list.get(entity.index)
    }

    /// The objective of a crime area.
    pub fn objective_of(&self, area: &str) -> Option<&Objective> {
        self.parts(area, EntityKind::Objective, &self.objectives).next()
    }

    /// What an area builds on according to the document, and the area to which the document attributes it: the area itself, or else its
    /// parent.
    pub fn experience_of(&self, area: &CrimeArea) -> Option<&Experience> {
        let of = |id: &str| self.parts(id, EntityKind::Experience, &self.experiences).next();
        of(&area.id).or_else(|| area.parent.as_deref().and_then(of))
    }

    /// Our own words for an entity in one language.
    pub fn own_words(&self, id: &str, lang: &str) -> Option<&OwnWords> {
        self.all_own_words(id).iter().find(|words| words.lang == lang)
    }

    /// Every wording of an entity's title, the official one first, one per language. Empty for relations and facts.
    pub fn titles(&self, id: &str) -> Vec<Wording<'_>> {
        let Some(entity) = self.entities.get(id) else { return Vec::new() };
        // Parts of a crime area are called after it.
        let owner = match entity.kind {
            EntityKind::Objective => self.objectives.get(entity.index).map(|objective| &objective.area),
            EntityKind::Instrument => self.instruments.get(entity.index).map(|instrument| &instrument.implements),
            EntityKind::Experience => self.experiences.get(entity.index).map(|experience| &experience.area),
            _ => None,
        };
        if let Some(owner) = owner {
            return self.titles(owner);
        }
        let mut titles = Vec::new();
        // Where the document has only a fragment ("douane-"), the dataset gives a name of ours in the same language.
        let own_name = self.own_words(id, self.official_language()).and_then(|words| words.title.as_ref());
        let mut status = Status::OwnWords;
        if let (Some(source), None) = (self.official_title(entity), own_name) {
            titles.push(self.official(source));
            status = Status::UnofficialTranslation;
        }
        for words in self.all_own_words(id) {
            if let Some(title) = &words.title {
                titles.push(Wording { follows: self.followed(id, &words.lang), ..own(title, &words.lang, status) });
            }
        }
        titles
    }

    /// Every wording of the objective of a crime area, the official one first; none if it has no objective.
    pub fn objective_texts(&self, area: &str) -> Vec<Wording<'_>> {
        let Some(objective) = self.objective_of(area) else { return Vec::new() };
        let mut texts = vec![self.official(&objective.source)];
        for words in self.all_own_words(area) {
            if let Some(text) = &words.objective {
                texts.push(own(text, &words.lang, Status::UnofficialTranslation));
            }
        }
        texts
    }

    /// Our summaries of an entity, one per language.
    pub fn gists(&self, id: &str) -> Vec<Wording<'_>> {
        let mut gists = Vec::new();
        for words in self.all_own_words(id) {
            if let Some(text) = &words.gist {
                gists.push(own(text, &words.lang, Status::OwnWords));
            }
        }
        gists
    }

    fn all_own_words(&self, id: &str) -> &[OwnWords] {
        self.entities.get(id).map_or(&[], |entity| entity.own_words.as_slice())
    }

    fn official<'m>(&'m self, source: &'m SourceSpan) -> Wording<'m> {
        let (text, lang) = (source.quote.as_str(), self.official_language());
        Wording { text, lang, status: Status::Official, source: Some(source), follows: None }
    }

    /// The outside fact that gives the title of an entity. Such facts are about names in other languages than that of
    /// the official text.
    fn followed(&self, id: &str, lang: &str) -> Option<&str> {
        if lang == self.official_language() {
            return None;
        }
        let mut facts = self.parts(id, EntityKind::OutsideFact, &self.outside_facts);
        facts.find(|fact| matches!(fact.topic, OutsideTopic::Title | OutsideTopic::Term)).map(|fact| fact.id.as_str())
    }

    /// The words that name an entity officially; `None` if the document gives it no name.
    pub fn official_title(&self, entity: &Entity) -> Option<&SourceSpan> {
        let index = entity.index;
        match entity.kind {
            EntityKind::Document => Some(&self.document.title),
            EntityKind::Priority | EntityKind::SubPriority | EntityKind::HorizontalThreat => {
                self.areas.get(index).map(|area| &area.title)
            }
            EntityKind::Actor => self.actors.get(index).map(|actor| &actor.name),
            EntityKind::Role => self.roles.get(index).map(|role| &role.name),
            EntityKind::Term => self.terms.get(index).and_then(|term| term.expansion.as_ref().or(term.forms.first())),
            EntityKind::Date => self.dates.get(index).and_then(|date| date.sources.first()),
            EntityKind::Footnote => self.footnotes.get(index).map(|footnote| &footnote.source),
            _ => None,
        }
    }
}

/// Words of ours.
pub const fn own<'m>(text: &'m str, lang: &'m str, status: Status) -> Wording<'m> {
    Wording { text, lang, status, source: None, follows: None }
}

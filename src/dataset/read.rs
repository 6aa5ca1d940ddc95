//! From JSON to records: what the format looks like, property by property.
//!
//! Reading goes on after a problem with an empty value in its place, so that one pass finds everything. Such a value
//! never gets out: [`super::read`] gives back a model only when there was no problem at all.

use std::collections::BTreeMap;

use super::json::{Fields, Node};
use super::problem::{ProblemCode, Problems};
use crate::model::{
    Actor, Alias, Block, Confidence, CrimeArea, Cycle, DatasetInfo, DateRef, DeclaredInstruments, Document, EntityKind,
    Experience, Facet, FacetKind, Footnote, GuidingPrinciple, Instrument, Named, Objective, OperativeParagraph,
    OutsideFact, OwnWords, PredecessorType, Recital, Reference, Relation, Role, SourceSpan, Task, Term,
};
use crate::span::ByteSpan;

/// The name of the format, in every file.
const FORMAT: &str = "empact-priorities";
/// The version that this reader knows.
const FORMAT_VERSION: u32 = 1;

/// The blocks of the official text by unit, in document order; the place where quotes are looked up.
#[derive(Debug, Default)]
pub(super) struct OfficialText {
    /// Unit ids in the order of their first block.
    pub(super) order: Vec<String>,
    pub(super) blocks: BTreeMap<String, Vec<Block>>,
}

/// Everything in the file, read but not yet checked against itself.
pub(super) struct Records {
    pub(super) dataset: DatasetInfo,
    pub(super) language: String,
    pub(super) text: OfficialText,
    pub(super) document: Document,
    pub(super) cycles: Vec<Cycle>,
    pub(super) priorities: Vec<CrimeArea>,
    pub(super) sub_priorities: Vec<CrimeArea>,
    pub(super) horizontal_threats: Vec<CrimeArea>,
    pub(super) objectives: Vec<Objective>,
    pub(super) instruments: Vec<Instrument>,
    pub(super) guiding_principles: Vec<GuidingPrinciple>,
    pub(super) experiences: Vec<Experience>,
    pub(super) recitals: Vec<Recital>,
    pub(super) operative_paragraphs: Vec<OperativeParagraph>,
    pub(super) tasks: Vec<Task>,
    pub(super) actors: Vec<Actor>,
    pub(super) roles: Vec<Role>,
    pub(super) terms: Vec<Term>,
    pub(super) dates: Vec<DateRef>,
    pub(super) references: Vec<Reference>,
    pub(super) footnotes: Vec<Footnote>,
    pub(super) facets: Vec<Facet>,
    pub(super) relations: Vec<Relation>,
    pub(super) own_words: BTreeMap<String, BTreeMap<String, OwnWords>>,
    pub(super) aliases: Vec<Alias>,
    pub(super) outside_facts: Vec<OutsideFact>,
}

/// Reads the whole file. `None` when it is another format or version: then nothing else in it means anything.
pub(super) fn records(root: Node<'_>, problems: &mut Problems) -> Option<Records> {
    let mut fields = Fields::of(root, problems);
    fields.optional("$schema", problems, |node, problems| node.text(problems));
    if !is_known_format(&mut fields, problems) {
        return None;
    }
    let dataset = DatasetInfo {
        id: fields.text("id", problems),
        version: fields.text("version", problems),
        format_version: FORMAT_VERSION,
    };
    let language = fields.text("language", problems);
    let text = fields.required("text", problems, official_text).unwrap_or_default();
    let spans = Spans { text: &text };
    let s = &spans;

    let document = fields.required("document", problems, |node, problems| document(node, s, problems));
    let records = Records {
        dataset,
        language,
        document: document.unwrap_or_else(empty_document),
        cycles: fields.list("cycles", problems, |node, problems| cycle(node, s, problems)),
        priorities: fields.list("priorities", problems, |node, problems| area(node, EntityKind::Priority, s, problems)),
        sub_priorities: fields
            .list("subPriorities", problems, |node, problems| area(node, EntityKind::SubPriority, s, problems)),
        horizontal_threats: fields.list("horizontalThreats", problems, |node, problems| {
            area(node, EntityKind::HorizontalThreat, s, problems)
        }),
        objectives: fields.list("objectives", problems, |node, problems| objective(node, s, problems)),
        instruments: fields.list("instruments", problems, |node, problems| instrument(node, s, problems)),
        guiding_principles: fields.list("guidingPrinciples", problems, |node, problems| principle(node, s, problems)),
        experiences: fields.list("experiences", problems, |node, problems| experience(node, s, problems)),
        recitals: fields.list("recitals", problems, |node, problems| recital(node, s, problems)),
        operative_paragraphs: fields
            .list("operativeParagraphs", problems, |node, problems| operative_paragraph(node, s, problems)),
        tasks: fields.list("tasks", problems, |node, problems| task(node, s, problems)),
        actors: fields.list("actors", problems, |node, problems| actor(node, s, problems)),
        roles: fields.list("roles", problems, |node, problems| role(node, s, problems)),
        terms: fields.list("terms", problems, |node, problems| term(node, s, problems)),
        dates: fields.list("dates", problems, |node, problems| date(node, s, problems)),
        references: fields.list("references", problems, |node, problems| reference(node, s, problems)),
        footnotes: fields.list("footnotes", problems, |node, problems| footnote(node, s, problems)),
        facets: fields.list("facets", problems, |node, problems| facet(node, s, problems)),
        relations: fields.list("relations", problems, |node, problems| relation(node, s, problems)),
        own_words: fields.required("ownWords", problems, own_words).unwrap_or_default(),
        aliases: fields.list("aliases", problems, alias),
        outside_facts: fields.required("outside", problems, outside).unwrap_or_default(),
        text,
    };
    fields.finish(problems);
    Some(records)
}

fn is_known_format(fields: &mut Fields<'_>, problems: &mut Problems) -> bool {
    let format = fields.required("format", problems, |node, problems| {
        let right = node.text(problems) == FORMAT;
        if !right {
            let expected = format!("\"{FORMAT}\"");
            node.problem(problems, ProblemCode::Format, &expected, "Give a dataset in this format.");
        }
        right
    });
    let version = fields.required("formatVersion", problems, |node, problems| {
        let right = node.number(problems) == FORMAT_VERSION;
        if !right {
            let expected = FORMAT_VERSION.to_string();
            let fix = format!("Convert the dataset to version {FORMAT_VERSION}.");
            node.problem(problems, ProblemCode::Format, &expected, &fix);
        }
        right
    });
    format == Some(true) && version == Some(true)
}

fn official_text(node: Node<'_>, problems: &mut Problems) -> OfficialText {
    let mut text = OfficialText::default();
    let blocks = node.list(problems, |node, problems| {
        let mut fields = Fields::of(node, problems);
        let unit = fields.text("unit", problems);
        let block = Block { kind: fields.named("kind", problems), text: fields.text("text", problems) };
        fields.finish(problems);
        (unit, block)
    });
    for (unit, block) in blocks {
        if !text.blocks.contains_key(&unit) {
            text.order.push(unit.clone());
        }
        text.blocks.entry(unit).or_default().push(block);
    }
    text
}

/// Looks quotes up in the official text.
struct Spans<'t> {
    text: &'t OfficialText,
}

impl Spans<'_> {
    /// A quote with its unit. After a problem an empty span stands in.
    fn read(&self, node: Node<'_>, problems: &mut Problems) -> SourceSpan {
        let mut fields = Fields::of(node, problems);
        let unit = fields.text("unit", problems);
        let quote = fields.text("quote", problems);
        let (unit_path, quote_path) = (fields.path_of("unit"), fields.path_of("quote"));
        fields.finish(problems);
        if unit.is_empty() || quote.is_empty() {
            return empty_span();
        }
        let Some(blocks) = self.text.blocks.get(&unit) else {
            let expected = "a unit that occurs in `text`";
            problems.add(unit_path, ProblemCode::Reference, expected, &unit, "Name the unit that holds the quote.");
            return empty_span();
        };
        let place = blocks.iter().enumerate().find_map(|(block, candidate)| {
            let start = candidate.text.find(&quote)?;
            Some((block, ByteSpan { start, end: start + quote.len() }))
        });
        if let Some((block, span)) = place {
            SourceSpan { unit, block, span, quote }
        } else {
            let expected = format!("words that stand in one block of {unit}");
            problems.add(quote_path, ProblemCode::Quote, &expected, &quote, "Copy them from `text` to the letter.");
            empty_span()
        }
    }

    fn one(&self, fields: &mut Fields<'_>, name: &'static str, problems: &mut Problems) -> SourceSpan {
        fields.required(name, problems, |node, problems| self.read(node, problems)).unwrap_or_else(empty_span)
    }

    fn maybe(&self, fields: &mut Fields<'_>, name: &'static str, problems: &mut Problems) -> Option<SourceSpan> {
        fields.optional(name, problems, |node, problems| self.read(node, problems))
    }

    fn many(&self, fields: &mut Fields<'_>, name: &'static str, problems: &mut Problems) -> Vec<SourceSpan> {
        fields.list(name, problems, |node, problems| self.read(node, problems))
    }
}

fn empty_span() -> SourceSpan {
    SourceSpan { unit: String::new(), block: 0, span: ByteSpan { start: 0, end: 0 }, quote: String::new() }
}

fn empty_document() -> Document {
    Document {
        id: String::new(),
        document_type: empty_span(),
        subject: empty_span(),
        title: empty_span(),
        institution: empty_span(),
        session: 0,
        session_source: empty_span(),
        adopted: String::new(),
        period: String::new(),
    }
}

fn document(node: Node<'_>, spans: &Spans<'_>, problems: &mut Problems) -> Document {
    let mut fields = Fields::of(node, problems);
    let session = fields.required("session", problems, |node, problems| numbered(node, "value", spans, problems));
    let (session, session_source) = session.unwrap_or_else(|| (0, empty_span()));
    let document = Document {
        id: fields.text("id", problems),
        document_type: spans.one(&mut fields, "type", problems),
        subject: spans.one(&mut fields, "subject", problems),
        title: spans.one(&mut fields, "title", problems),
        institution: spans.one(&mut fields, "institution", problems),
        session,
        session_source,
        adopted: fields.text("adopted", problems),
        period: fields.text("period", problems),
    };
    fields.finish(problems);
    document
}

/// A number with the words that say so.
fn numbered(node: Node<'_>, name: &'static str, spans: &Spans<'_>, problems: &mut Problems) -> (u32, SourceSpan) {
    let mut fields = Fields::of(node, problems);
    let number = fields.number(name, problems);
    let source = spans.one(&mut fields, "source", problems);
    fields.finish(problems);
    (number, source)
}

fn texts(node: Node<'_>, problems: &mut Problems) -> String {
    node.text(problems)
}

fn cycle(node: Node<'_>, spans: &Spans<'_>, problems: &mut Problems) -> Cycle {
    let mut fields = Fields::of(node, problems);
    let cycle = Cycle {
        id: fields.text("id", problems),
        from: fields.number("from", problems),
        to: fields.number("to", problems),
        origin: fields.named("origin", problems),
        sources: spans.many(&mut fields, "sources", problems),
        agreed: fields.optional_text("agreed", problems),
        previous: fields.optional_text("previous", problems),
        references: fields.list("references", problems, texts),
    };
    fields.finish(problems);
    cycle
}

fn area(node: Node<'_>, kind: EntityKind, spans: &Spans<'_>, problems: &mut Problems) -> CrimeArea {
    let mut fields = Fields::of(node, problems);
    let is_sub = kind == EntityKind::SubPriority;
    let area = CrimeArea {
        id: fields.text("id", problems),
        kind,
        number: if is_sub { 0 } else { fields.number("number", problems) },
        letter: if is_sub { fields.required("letter", problems, letter).flatten() } else { None },
        parent: is_sub.then(|| fields.text("parent", problems)),
        heading: (kind == EntityKind::HorizontalThreat).then(|| spans.one(&mut fields, "heading", problems)),
        title: spans.one(&mut fields, "title", problems),
        declared: fields.list("declared", problems, |node, problems| {
            let mut fields = Fields::of(node, problems);
            let declared = DeclaredInstruments {
                instrument_type: fields.named("type", problems),
                count: fields.number("count", problems),
                source: spans.one(&mut fields, "source", problems),
            };
            fields.finish(problems);
            declared
        }),
        declared_sub_priorities: if kind == EntityKind::Priority {
            fields
                .optional("declaredSubPriorities", problems, |node, problems| numbered(node, "count", spans, problems))
        } else {
            None
        },
    };
    fields.finish(problems);
    area
}

fn letter(node: Node<'_>, problems: &mut Problems) -> Option<char> {
    let text = node.text(problems);
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(letter @ 'a'..='z'), None) => Some(letter),
        (None, _) => None,
        _ => {
            node.problem(problems, ProblemCode::Value, "one letter from a to z", "Write a single small letter.");
            None
        }
    }
}

fn objective(node: Node<'_>, spans: &Spans<'_>, problems: &mut Problems) -> Objective {
    let mut fields = Fields::of(node, problems);
    let objective = Objective {
        id: fields.text("id", problems),
        area: fields.text("area", problems),
        source: spans.one(&mut fields, "source", problems),
        verbs: spans.many(&mut fields, "verbs", problems),
        parts: spans.many(&mut fields, "parts", problems),
    };
    fields.finish(problems);
    objective
}

fn instrument(node: Node<'_>, spans: &Spans<'_>, problems: &mut Problems) -> Instrument {
    let mut fields = Fields::of(node, problems);
    let instrument = Instrument {
        id: fields.text("id", problems),
        instrument_type: fields.named("type", problems),
        implements: fields.text("implements", problems),
        source: spans.one(&mut fields, "source", problems),
    };
    fields.finish(problems);
    instrument
}

fn principle(node: Node<'_>, spans: &Spans<'_>, problems: &mut Problems) -> GuidingPrinciple {
    let mut fields = Fields::of(node, problems);
    let principle = GuidingPrinciple {
        id: fields.text("id", problems),
        number: fields.number("number", problems),
        priority: fields.text("priority", problems),
        statements: spans.many(&mut fields, "statements", problems),
    };
    fields.finish(problems);
    principle
}

fn experience(node: Node<'_>, spans: &Spans<'_>, problems: &mut Problems) -> Experience {
    let mut fields = Fields::of(node, problems);
    let experience = Experience {
        id: fields.text("id", problems),
        area: fields.text("area", problems),
        source: spans.one(&mut fields, "source", problems),
        cycle: fields.text("cycle", problems),
        predecessors: fields.list("predecessors", problems, |node, problems| {
            let mut fields = Fields::of(node, problems);
            let predecessor: (PredecessorType, SourceSpan) =
                (fields.named("type", problems), spans.one(&mut fields, "source", problems));
            fields.finish(problems);
            predecessor
        }),
    };
    fields.finish(problems);
    experience
}

fn recital(node: Node<'_>, spans: &Spans<'_>, problems: &mut Problems) -> Recital {
    let mut fields = Fields::of(node, problems);
    let recital = Recital {
        id: fields.text("id", problems),
        number: fields.number("number", problems),
        verbs: spans.many(&mut fields, "verbs", problems),
        statements: spans.many(&mut fields, "statements", problems),
    };
    fields.finish(problems);
    recital
}

fn operative_paragraph(node: Node<'_>, spans: &Spans<'_>, problems: &mut Problems) -> OperativeParagraph {
    let mut fields = Fields::of(node, problems);
    let paragraph = OperativeParagraph {
        id: fields.text("id", problems),
        number: fields.number("number", problems),
        form: fields.named("form", problems),
        verbs: spans.many(&mut fields, "verbs", problems),
        statements: spans.many(&mut fields, "statements", problems),
    };
    fields.finish(problems);
    paragraph
}

fn task(node: Node<'_>, spans: &Spans<'_>, problems: &mut Problems) -> Task {
    let mut fields = Fields::of(node, problems);
    let task = Task {
        id: fields.text("id", problems),
        unit: fields.text("unit", problems),
        modality: fields.named("modality", problems),
        modality_source: spans.one(&mut fields, "modalitySource", problems),
        asked_by: fields.text("askedBy", problems),
        addressees: fields.list("addressees", problems, |node, problems| {
            let mut fields = Fields::of(node, problems);
            let addressee = (fields.text("actor", problems), spans.one(&mut fields, "source", problems));
            fields.finish(problems);
            addressee
        }),
        action: spans.one(&mut fields, "action", problems),
        deadline: fields.optional_text("deadline", problems),
        condition: spans.maybe(&mut fields, "condition", problems),
    };
    fields.finish(problems);
    task
}

fn actor(node: Node<'_>, spans: &Spans<'_>, problems: &mut Problems) -> Actor {
    let mut fields = Fields::of(node, problems);
    let actor = Actor {
        id: fields.text("id", problems),
        actor_type: fields.named("type", problems),
        name: spans.one(&mut fields, "name", problems),
        mentions: spans.many(&mut fields, "mentions", problems),
    };
    fields.finish(problems);
    actor
}

fn role(node: Node<'_>, spans: &Spans<'_>, problems: &mut Problems) -> Role {
    let mut fields = Fields::of(node, problems);
    let role = Role {
        id: fields.text("id", problems),
        name: spans.one(&mut fields, "name", problems),
        mentions: spans.many(&mut fields, "mentions", problems),
    };
    fields.finish(problems);
    role
}

fn term(node: Node<'_>, spans: &Spans<'_>, problems: &mut Problems) -> Term {
    let mut fields = Fields::of(node, problems);
    let term = Term {
        id: fields.text("id", problems),
        abbreviation: fields.optional_text("abbreviation", problems),
        expansion: spans.maybe(&mut fields, "expansion", problems),
        forms: spans.many(&mut fields, "forms", problems),
    };
    fields.finish(problems);
    term
}

fn date(node: Node<'_>, spans: &Spans<'_>, problems: &mut Problems) -> DateRef {
    let mut fields = Fields::of(node, problems);
    let date = DateRef {
        id: fields.text("id", problems),
        date_type: fields.named("type", problems),
        precision: fields.named("precision", problems),
        earliest: fields.optional("earliest", problems, day).flatten(),
        latest: fields.optional("latest", problems, day).flatten(),
        relative_to: fields.optional_text("relativeTo", problems),
        sources: spans.many(&mut fields, "sources", problems),
    };
    fields.finish(problems);
    date
}

/// A calendar day as `YYYY-MM-DD`; such texts compare in order of time.
fn day(node: Node<'_>, problems: &mut Problems) -> Option<String> {
    let text = node.text(problems);
    if super::is_day(&text) {
        return Some(text);
    }
    if !text.is_empty() {
        node.problem(problems, ProblemCode::Value, "a day as YYYY-MM-DD", "Write it like 2021-05-26.");
    }
    None
}

fn reference(node: Node<'_>, spans: &Spans<'_>, problems: &mut Problems) -> Reference {
    let mut fields = Fields::of(node, problems);
    let reference = Reference {
        id: fields.text("id", problems),
        label: fields.text("label", problems),
        reference_type: fields.named("type", problems),
        date: fields.optional_text("date", problems),
        sources: spans.many(&mut fields, "sources", problems),
    };
    fields.finish(problems);
    reference
}

fn footnote(node: Node<'_>, spans: &Spans<'_>, problems: &mut Problems) -> Footnote {
    let mut fields = Fields::of(node, problems);
    let footnote = Footnote {
        id: fields.text("id", problems),
        number: fields.number("number", problems),
        marker: spans.one(&mut fields, "marker", problems),
        source: spans.one(&mut fields, "source", problems),
        references: fields.list("references", problems, texts),
    };
    fields.finish(problems);
    footnote
}

fn facet(node: Node<'_>, spans: &Spans<'_>, problems: &mut Problems) -> Facet {
    let mut fields = Fields::of(node, problems);
    let kind: FacetKind = fields.named("kind", problems);
    let tag = fields.text("tag", problems);
    let areas = fields.list("areas", problems, |node, problems| {
        let mut fields = Fields::of(node, problems);
        let area = (fields.text("area", problems), spans.many(&mut fields, "sources", problems));
        fields.finish(problems);
        area
    });
    fields.finish(problems);
    Facet { id: format!("{}:{tag}", kind.name()), kind, tag, areas }
}

fn relation(node: Node<'_>, spans: &Spans<'_>, problems: &mut Problems) -> Relation {
    let mut fields = Fields::of(node, problems);
    let relation = Relation {
        id: fields.text("id", problems),
        relation_type: fields.named("type", problems),
        from: fields.text("from", problems),
        to: fields.text("to", problems),
        origin: fields.named("origin", problems),
        sources: spans.many(&mut fields, "sources", problems),
        facts: fields.list("facts", problems, texts),
    };
    fields.finish(problems);
    relation
}

/// In the file: language, then entity. In the model: entity, then language.
fn own_words(node: Node<'_>, problems: &mut Problems) -> BTreeMap<String, BTreeMap<String, OwnWords>> {
    let mut by_entity: BTreeMap<String, BTreeMap<String, OwnWords>> = BTreeMap::new();
    node.entries(problems, |lang, node, problems| {
        node.entries(problems, |id, node, problems| {
            let mut fields = Fields::of(node, problems);
            let words = OwnWords {
                title: fields.optional_text("title", problems),
                objective: fields.optional_text("objective", problems),
                gist: fields.optional_text("gist", problems),
            };
            fields.finish(problems);
            by_entity.entry(id.to_owned()).or_default().insert(lang.to_owned(), words);
        });
    });
    by_entity
}

fn alias(node: Node<'_>, problems: &mut Problems) -> Alias {
    let mut fields = Fields::of(node, problems);
    let alias = Alias {
        of: fields.text("of", problems),
        lang: fields.text("lang", problems),
        text: fields.text("text", problems),
        kind: fields.named("kind", problems),
    };
    fields.finish(problems);
    alias
}

fn outside(node: Node<'_>, problems: &mut Problems) -> Vec<OutsideFact> {
    let mut fields = Fields::of(node, problems);
    let facts = fields.list("facts", problems, |node, problems| {
        let mut fields = Fields::of(node, problems);
        let mut statement = BTreeMap::new();
        fields.required("statement", problems, |node, problems| {
            node.entries(problems, |lang, node, problems| {
                statement.insert(lang.to_owned(), node.text(problems));
            });
        });
        let fact = OutsideFact {
            id: fields.text("id", problems),
            topic: fields.named("topic", problems),
            about: fields.list("about", problems, texts),
            statement,
            items: fields.list("items", problems, texts),
            sources: fields.list("sources", problems, |node, problems| {
                let address = node.text(problems);
                if !address.is_empty() && !address.starts_with("https://") && !address.starts_with("http://") {
                    let expected = "an address that begins with https:// or http://";
                    node.problem(problems, ProblemCode::Value, expected, "Give the address of the page that says so.");
                }
                address
            }),
            confidence: fields.named::<Confidence>("confidence", problems),
            note: fields.optional_text("note", problems),
        };
        fields.finish(problems);
        fact
    });
    fields.finish(problems);
    facts
}

//! From JSON to records: what the format looks like, property by property.
//!
//! After a problem, reading continues with an empty value in its place, so that one pass finds everything. Such a value
//! never gets out: [`super::read`] returns a model only if there was no problem at all.

use super::check::MAX_OWN_FACETS;
use super::json::Json;
use super::problem::{Findings, ProblemCode};
use super::reader::{OfficialText, Reader, empty_span};
use crate::bytes::digits;
use crate::model::{
    Actor, Alias, Block, BlockKind, CrimeArea, Cycle, DatasetInfo, DateRef, DeclaredInstruments, Document, Entities,
    EntityKind, Experience, Facet, FacetKind, Footnote, Instrument, Named, Objective, Origin, OutsideFact, OwnWords,
    Paragraph, PortalDocument, PredecessorType, Reference, Relation, Role, SourceSpan, Task, Term, UNIT_KINDS,
};

/// The kinds of crime area.
const AREAS: &[EntityKind] = &[EntityKind::Priority, EntityKind::SubPriority, EntityKind::HorizontalThreat];

/// What a document of the portal has itself; no facet is called so.
const DOCUMENT_PROPERTIES: &[&str] = &["id", "title", "summary", "body", "url", "language", "priorities", "facets"];

/// The name of the format, in every file.
const FORMAT: &str = "empact-priorities";
/// The version that this reader knows.
const FORMAT_VERSION: u32 = 1;

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
    pub(super) guiding_principles: Vec<Paragraph>,
    pub(super) experiences: Vec<Experience>,
    pub(super) recitals: Vec<Paragraph>,
    pub(super) operative_paragraphs: Vec<Paragraph>,
    pub(super) tasks: Vec<Task>,
    pub(super) actors: Vec<Actor>,
    pub(super) roles: Vec<Role>,
    pub(super) terms: Vec<Term>,
    pub(super) dates: Vec<DateRef>,
    pub(super) references: Vec<Reference>,
    pub(super) footnotes: Vec<Footnote>,
    pub(super) facets: Vec<Facet>,
    pub(super) relations: Vec<Relation>,
    /// Ids and our words for them.
    pub(super) own_words: Vec<(String, OwnWords)>,
    /// Ids and what people type for them.
    pub(super) aliases: Vec<(String, Alias)>,
    pub(super) outside_facts: Vec<OutsideFact>,
    pub(super) documents: Vec<PortalDocument>,
}

/// Reads the whole file. `None` when it is another format or version: then nothing else in it means anything.
///
/// `entities` are the ids in it, so that a reference is checked where it is read.
pub(super) fn records(root: &Json<'_>, entities: &Entities, problems: &mut Findings) -> Option<Records> {
    let mut reader = Reader::new(entities, problems);
    let r = &mut reader;
    r.object(
        root,
        &[
            "$schema",
            "format",
            "formatVersion",
            "id",
            "version",
            "language",
            "document",
            "text",
            "cycles",
            "priorities",
            "subPriorities",
            "horizontalThreats",
            "objectives",
            "instruments",
            "guidingPrinciples",
            "experiences",
            "recitals",
            "operativeParagraphs",
            "tasks",
            "actors",
            "roles",
            "terms",
            "dates",
            "references",
            "footnotes",
            "facets",
            "relations",
            "ownWords",
            "aliases",
            "outside",
            "documents",
        ],
    );
    if !is_known_format(r, root) {
        return None;
    }
    official_text(r, root);
    Some(Records {
        dataset: DatasetInfo {
            id: r.text(root, "id"),
            version: r.text(root, "version"),
            format_version: FORMAT_VERSION,
        },
        language: r.lang(root, "language"),
        document: r.inside(root, "document", document).unwrap_or_else(empty_document),
        cycles: r.list(root, "cycles", cycle),
        priorities: r.list(root, "priorities", |r, json| area(r, json, EntityKind::Priority)),
        sub_priorities: r.list(root, "subPriorities", |r, json| area(r, json, EntityKind::SubPriority)),
        horizontal_threats: r.list(root, "horizontalThreats", |r, json| area(r, json, EntityKind::HorizontalThreat)),
        objectives: r.list(root, "objectives", objective),
        instruments: r.list(root, "instruments", instrument),
        guiding_principles: r
            .list(root, "guidingPrinciples", |r, json| paragraph(r, json, EntityKind::GuidingPrinciple)),
        experiences: r.list(root, "experiences", experience),
        recitals: r.list(root, "recitals", |r, json| paragraph(r, json, EntityKind::Recital)),
        operative_paragraphs: r
            .list(root, "operativeParagraphs", |r, json| paragraph(r, json, EntityKind::OperativeParagraph)),
        tasks: r.list(root, "tasks", task),
        actors: r.list(root, "actors", actor),
        roles: r.list(root, "roles", role),
        terms: r.list(root, "terms", term),
        dates: r.list(root, "dates", date),
        references: r.list(root, "references", reference),
        footnotes: r.list(root, "footnotes", footnote),
        facets: r.list(root, "facets", facet),
        relations: r.list(root, "relations", relation),
        own_words: own_words(r, root),
        aliases: r.list(root, "aliases", alias),
        outside_facts: r
            .inside(root, "outside", |r, json| {
                r.object(json, &["facts"]);
                r.list(json, "facts", outside_fact)
            })
            .unwrap_or_default(),
        documents: r.optional_list(root, "documents", portal_document),
        text: reader.text,
    })
}

fn is_known_format<'j>(r: &mut Reader<'_, 'j>, root: &'j Json<'j>) -> bool {
    let format = r.text(root, "format");
    if !format.is_empty() && format != FORMAT {
        r.problem("format", ProblemCode::Format, FORMAT, &format, "Give a dataset in this format.");
    }
    let Some(version) = r.required(root, "formatVersion", "1") else { return false };
    let is_known = version.as_u32() == Some(FORMAT_VERSION);
    if !is_known {
        let (expected, fix) = (digits(FORMAT_VERSION), "Convert the dataset to this version.");
        r.problem("formatVersion", ProblemCode::Format, &expected, &version.describe(), fix);
    }
    format == FORMAT && is_known
}

fn official_text<'j>(r: &mut Reader<'_, 'j>, root: &'j Json<'j>) {
    let blocks = r.list(root, "text", |r, json| {
        r.object(json, &["unit", "kind", "text"]);
        let kind: BlockKind = r.named(json, "kind");
        (r.reference(json, "unit", UNIT_KINDS), Block { kind, text: r.text(json, "text") })
    });
    let is_list = matches!(root.get("text"), Some(Json::List(_)));
    r.text.is_read = is_list && blocks.iter().all(|(unit, block)| !unit.is_empty() && !block.text.is_empty());
    for (unit, block) in blocks {
        let text = &mut r.text;
        let position = text.ids.number_of(&unit) as usize;
        if position == text.units.len() {
            text.units.push((unit, Vec::new()));
        }
        if let Some((_, blocks)) = text.units.get_mut(position) {
            blocks.push(block);
        }
    }
}

fn empty_document() -> Document {
    Document {
        id: String::new(),
        document_type: empty_span(),
        subject: empty_span(),
        title: empty_span(),
        institution: empty_span(),
        session: (0, empty_span()),
        adopted: String::new(),
        period: String::new(),
    }
}

fn document<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>) -> Document {
    r.object(json, &["id", "type", "subject", "title", "institution", "session", "adopted", "period"]);
    Document {
        id: r.text(json, "id"),
        document_type: r.span(json, "type"),
        subject: r.span(json, "subject"),
        title: r.span(json, "title"),
        institution: r.span(json, "institution"),
        session: r.inside(json, "session", |r, json| numbered(r, json, "value")).unwrap_or_else(|| (0, empty_span())),
        adopted: r.reference(json, "adopted", &[EntityKind::Date]),
        period: r.reference(json, "period", &[EntityKind::Date]),
    }
}

/// A number with the words that say so.
fn numbered<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>, name: &'static str) -> (u32, SourceSpan) {
    r.object(json, &[name, "source"]);
    (r.number(json, name), r.span(json, "source"))
}

fn cycle<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>) -> Cycle {
    r.object(json, &["id", "from", "to", "origin", "sources", "agreed", "previous", "references"]);
    let cycle = Cycle {
        id: r.text(json, "id"),
        from: r.number(json, "from"),
        to: r.number(json, "to"),
        origin: r.named(json, "origin"),
        sources: r.spans(json, "sources"),
        agreed: r.optional_reference(json, "agreed", &[EntityKind::Date]),
        previous: r.optional_reference(json, "previous", &[EntityKind::Cycle]),
        references: r.references(json, "references", &[EntityKind::Reference]),
    };
    r.has_evidence("cycles", cycle.origin, cycle.sources.len(), 0);
    cycle
}

fn area<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>, kind: EntityKind) -> CrimeArea {
    let is_sub = kind == EntityKind::SubPriority;
    match kind {
        EntityKind::Priority => r.object(json, &["id", "number", "title", "declared", "declaredSubPriorities"]),
        EntityKind::SubPriority => r.object(json, &["id", "parent", "letter", "title", "declared"]),
        _ => r.object(json, &["id", "number", "heading", "title", "declared"]),
    }
    let declares_parts = kind == EntityKind::Priority && json.get("declaredSubPriorities").is_some();
    let number = if is_sub { 0 } else { r.number(json, "number") };
    let id = r.text(json, "id");
    CrimeArea {
        kind,
        number,
        letter: if is_sub { letter(r, json) } else { None },
        // A sub-priority gets its parent's number when the model is put together.
        code: digits(number),
        parent: is_sub.then(|| r.reference(json, "parent", &[EntityKind::Priority])),
        heading: (kind == EntityKind::HorizontalThreat).then(|| r.span(json, "heading")),
        title: r.span_from(json, "title", &id),
        id,
        declared: r.list(json, "declared", |r, json| {
            r.object(json, &["type", "count", "source"]);
            DeclaredInstruments {
                instrument_type: r.named(json, "type"),
                count: r.number(json, "count"),
                source: r.span(json, "source"),
            }
        }),
        declared_sub_priorities: if declares_parts {
            r.inside(json, "declaredSubPriorities", |r, json| numbered(r, json, "count"))
        } else {
            None
        },
    }
}

fn letter<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>) -> Option<char> {
    let text = r.text(json, "letter");
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(letter @ 'a'..='z'), None) => Some(letter),
        (None, _) => None,
        _ => {
            let fix = "Write a single small letter.";
            r.problem("letter", ProblemCode::Value, "one letter from a to z", &text, fix);
            None
        }
    }
}

fn objective<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>) -> Objective {
    r.object(json, &["id", "area", "source", "verbs", "parts"]);
    let area = r.reference(json, "area", AREAS);
    Objective {
        id: r.text(json, "id"),
        source: r.span_from(json, "source", &area),
        area,
        verbs: r.spans(json, "verbs"),
        parts: r.spans(json, "parts"),
    }
}

fn instrument<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>) -> Instrument {
    r.object(json, &["id", "type", "implements", "source"]);
    let area = r.reference(json, "implements", AREAS);
    Instrument {
        id: r.text(json, "id"),
        instrument_type: r.named(json, "type"),
        source: r.span_from(json, "source", &area),
        implements: area,
    }
}

fn paragraph<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>, kind: EntityKind) -> Paragraph {
    let is_principle = kind == EntityKind::GuidingPrinciple;
    let is_operative = kind == EntityKind::OperativeParagraph;
    match kind {
        EntityKind::Recital => r.object(json, &["id", "number", "verbs", "statements"]),
        EntityKind::OperativeParagraph => r.object(json, &["id", "number", "form", "verbs", "statements"]),
        _ => r.object(json, &["id", "number", "priority", "statements"]),
    }
    let number = r.number(json, "number");
    Paragraph {
        id: r.text(json, "id"),
        kind,
        number,
        code: digits(number),
        form: is_operative.then(|| r.named(json, "form")),
        priority: is_principle.then(|| r.reference(json, "priority", &[EntityKind::Priority])),
        verbs: if is_principle { Vec::new() } else { r.spans(json, "verbs") },
        statements: r.some_spans(json, "statements"),
    }
}

fn experience<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>) -> Experience {
    r.object(json, &["id", "area", "source", "cycle", "predecessors"]);
    let area = r.reference(json, "area", AREAS);
    Experience {
        id: r.text(json, "id"),
        source: r.span_from(json, "source", &area),
        area,
        cycle: r.reference(json, "cycle", &[EntityKind::Cycle]),
        predecessors: r.list(json, "predecessors", |r, json| {
            r.object(json, &["type", "source"]);
            (r.named::<PredecessorType>(json, "type"), r.span(json, "source"))
        }),
    }
}

fn task<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>) -> Task {
    r.object(
        json,
        &["id", "unit", "modality", "modalitySource", "askedBy", "addressees", "action", "deadline", "condition"],
    );
    let unit = r.reference(json, "unit", UNIT_KINDS);
    Task {
        id: r.text(json, "id"),
        modality: r.named(json, "modality"),
        modality_source: r.span_from(json, "modalitySource", &unit),
        asked_by: r.reference(json, "askedBy", &[EntityKind::Actor]),
        addressees: r.list(json, "addressees", |r, json| {
            r.object(json, &["actor", "source"]);
            (r.reference(json, "actor", &[EntityKind::Actor]), r.span(json, "source"))
        }),
        action: r.span_from(json, "action", &unit),
        unit,
        deadline: r.optional_reference(json, "deadline", &[EntityKind::Date]),
        condition: r.optional_span(json, "condition"),
    }
}

fn actor<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>) -> Actor {
    r.object(json, &["id", "type", "name", "mentions"]);
    Actor {
        id: r.text(json, "id"),
        actor_type: r.named(json, "type"),
        name: r.span(json, "name"),
        mentions: r.some_spans(json, "mentions"),
    }
}

fn role<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>) -> Role {
    r.object(json, &["id", "name", "mentions"]);
    Role { id: r.text(json, "id"), name: r.span(json, "name"), mentions: r.some_spans(json, "mentions") }
}

fn term<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>) -> Term {
    r.object(json, &["id", "abbreviation", "expansion", "forms"]);
    Term {
        id: r.text(json, "id"),
        abbreviation: r.optional_text(json, "abbreviation"),
        expansion: r.optional_span(json, "expansion"),
        forms: r.spans(json, "forms"),
    }
}

fn date<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>) -> DateRef {
    r.object(json, &["id", "type", "precision", "earliest", "latest", "relativeTo", "sources"]);
    DateRef {
        id: r.text(json, "id"),
        date_type: r.named(json, "type"),
        precision: r.named(json, "precision"),
        earliest: optional_day(r, json, "earliest"),
        latest: optional_day(r, json, "latest"),
        relative_to: r.optional_reference(json, "relativeTo", &[]),
        sources: r.some_spans(json, "sources"),
    }
}

/// A calendar day as `YYYY-MM-DD`; such texts compare in order of time.
#[inline(never)]
fn optional_day<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>, name: &'static str) -> Option<String> {
    let text = r.optional_text(json, name)?;
    if super::is_day(&text) {
        return Some(text);
    }
    if !text.is_empty() {
        r.problem(name, ProblemCode::Value, "a day as YYYY-MM-DD", &text, "Write it like 2021-05-26.");
    }
    None
}

fn reference<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>) -> Reference {
    r.object(json, &["id", "label", "type", "date", "sources"]);
    Reference {
        id: r.text(json, "id"),
        label: r.text(json, "label"),
        reference_type: r.named(json, "type"),
        date: r.optional_reference(json, "date", &[EntityKind::Date]),
        sources: r.some_spans(json, "sources"),
    }
}

fn footnote<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>) -> Footnote {
    r.object(json, &["id", "number", "marker", "source", "references"]);
    Footnote {
        id: r.text(json, "id"),
        number: r.number(json, "number"),
        marker: r.span(json, "marker"),
        source: r.span(json, "source"),
        references: r.references(json, "references", &[EntityKind::Reference]),
    }
}

fn facet<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>) -> Facet {
    r.object(json, &["kind", "tag", "areas"]);
    r.not_empty(json, "areas");
    let kind: FacetKind = r.named(json, "kind");
    let tag = r.text(json, "tag");
    let areas = r.list(json, "areas", |r, json| {
        r.object(json, &["area", "sources"]);
        (r.reference(json, "area", AREAS), r.some_spans(json, "sources"))
    });
    Facet { id: [kind.name(), ":", &tag].concat(), kind, tag, areas }
}

fn relation<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>) -> Relation {
    r.object(json, &["id", "type", "from", "to", "origin", "sources", "facts"]);
    let relation = Relation {
        id: r.text(json, "id"),
        relation_type: r.named(json, "type"),
        from: r.reference(json, "from", &[]),
        to: r.reference(json, "to", &[]),
        origin: r.named(json, "origin"),
        sources: r.spans(json, "sources"),
        facts: r.references(json, "facts", &[EntityKind::OutsideFact]),
    };
    r.has_evidence("relations", relation.origin, relation.sources.len(), relation.facts.len());
    if relation.origin == Origin::Outside {
        r.not_empty(json, "facts");
    }
    relation
}

fn alias<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>) -> (String, Alias) {
    r.object(json, &["of", "lang", "text", "kind"]);
    let alias = Alias { lang: r.lang(json, "lang"), text: r.text(json, "text"), kind: r.named(json, "kind") };
    (r.reference(json, "of", &[]), alias)
}

fn outside_fact<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>) -> OutsideFact {
    r.object(json, &["id", "topic", "about", "statement", "items", "sources", "confidence", "note"]);
    r.not_empty(json, "about");
    r.not_empty(json, "sources");
    OutsideFact {
        id: r.text(json, "id"),
        topic: r.named(json, "topic"),
        about: r.references(json, "about", &[]),
        statement: r.inside(json, "statement", statement).unwrap_or_default(),
        items: r.texts(json, "items"),
        sources: r.list(json, "sources", address),
        confidence: r.named(json, "confidence"),
        note: if json.get("note").is_some() {
            r.inside(json, "note", statement).unwrap_or_default()
        } else {
            Vec::new()
        },
    }
}

/// A page of the portal's own.
fn portal_document<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>) -> PortalDocument {
    r.object(json, DOCUMENT_PROPERTIES);
    let has = |name: &str| json.get(name).is_some();
    PortalDocument {
        id: one_line(r, json, "id"),
        title: one_line(r, json, "title"),
        summary: r.optional_text(json, "summary").unwrap_or_default(),
        body: r.optional_text(json, "body").unwrap_or_default(),
        url: link(r, json, "url"),
        language: if has("language") { r.lang(json, "language") } else { String::new() },
        priorities: if has("priorities") { r.references(json, "priorities", AREAS) } else { Vec::new() },
        facets: if has("facets") { r.inside(json, "facets", own_facets).unwrap_or_default() } else { Vec::new() },
    }
}

/// Names and values by which the portal's documents can be filtered.
fn own_facets<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>) -> Vec<(String, Vec<String>)> {
    let mut facets = Vec::new();
    // One more than there may be in all is refused anyway.
    for (name, _) in r.entries(json).iter().take(MAX_OWN_FACETS + 1) {
        if name.trim_start().is_empty() || has_control(name) || DOCUMENT_PROPERTIES.contains(&name.as_ref()) {
            let expected = "a name that no property of a document has, without line breaks";
            r.problem(name, ProblemCode::Value, expected, name, "Choose another name.");
        }
        facets.push((name.as_ref().to_owned(), r.list(json, name, value)));
    }
    facets
}

fn one_line<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>, name: &'static str) -> String {
    let text = r.text(json, name);
    is_one_line(r, name, &text);
    text
}

fn value<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>) -> String {
    let text = r.as_text(json, "");
    is_one_line(r, "", &text);
    text
}

/// That a text holds no line breaks or other control characters.
fn is_one_line(r: &mut Reader<'_, '_>, name: &str, text: &str) {
    if has_control(text) {
        r.problem(name, ProblemCode::Value, "one line of text", text, "Take the line breaks out.");
    }
}

fn has_control(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_control())
}

/// An address that a page can link to without harm: of another site over HTTP, or relative. Empty if there is none.
fn link<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>, name: &'static str) -> String {
    let address = r.optional_text(json, name).unwrap_or_default();
    let mut before_path = address.bytes().take_while(|byte| !b"/?#".contains(byte));
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    // Browsers pass over blanks and line breaks, so that "java\nscript:" is a scheme as well.
    let has_blanks = address.bytes().any(|byte| byte <= b' ');
    if has_blanks || !is_web && before_path.any(|byte| byte == b':') {
        let expected = "an address that begins with https:// or http://, or a relative one";
        r.problem(name, ProblemCode::Value, expected, &address, "Give the address of the page, without blanks.");
    }
    address
}

/// By language, then entity.
fn own_words<'j>(r: &mut Reader<'_, 'j>, root: &'j Json<'j>) -> Vec<(String, OwnWords)> {
    let mut all = Vec::new();
    let Some(languages) = r.required(root, "ownWords", "an object") else { return all };
    r.enter("ownWords");
    let official = root.get("language");
    for (lang, entities) in r.entries(languages) {
        r.enter(lang);
        r.is_language("", lang);
        let is_official = matches!(official, Some(Json::Text(official)) if official == lang);
        for (id, json) in r.entries(entities) {
            r.enter(id);
            r.object(json, &["title", "objective", "gist"]);
            r.resolves("", id, &[]);
            let words = OwnWords {
                lang: lang.as_ref().to_owned(),
                title: r.optional_text(json, "title"),
                objective: r.optional_text(json, "objective"),
                gist: r.optional_text(json, "gist"),
            };
            let kind = r.entities.get(id).map(|entity| entity.kind);
            let has_official_title = kind.is_some_and(|kind| kind == EntityKind::Document || AREAS.contains(&kind));
            for (name, ours) in [("title", &words.title), ("objective", &words.objective)] {
                if is_official && ours.is_some() && (has_official_title || name == "objective") {
                    let expected = "only official words in the language of the official text";
                    let fix = "Leave it out: the document says it itself.";
                    r.problem(name, ProblemCode::Invariant, expected, "words of ours", fix);
                }
            }
            all.push((id.as_ref().to_owned(), words));
            r.leave();
        }
        r.leave();
    }
    r.leave();
    all
}

/// A text in several languages.
fn statement<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>) -> Vec<(String, String)> {
    let mut by_language = Vec::new();
    let entries = r.entries(json);
    if entries.is_empty() {
        r.problem("", ProblemCode::Invariant, "at least one language", "none", "Write it or leave it out.");
    }
    for (lang, text) in entries {
        r.is_language(lang, lang);
        by_language.push((lang.as_ref().to_owned(), r.as_text(text, lang)));
    }
    by_language
}

fn address<'j>(r: &mut Reader<'_, 'j>, json: &'j Json<'j>) -> String {
    let address = r.as_text(json, "");
    if !address.is_empty() && !address.starts_with("https://") && !address.starts_with("http://") {
        let expected = "an address that begins with https:// or http://";
        r.problem("", ProblemCode::Value, expected, &address, "Give the address of the page that says so.");
    }
    address
}

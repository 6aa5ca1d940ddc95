//! From JSON to records: what the format looks like, property by property.
//!
//! After a problem, reading continues with an empty value in its place, so that one pass finds everything. Such a value
//! never gets out: [`super::read`] returns a model only if there was no problem at all.

use super::check::MAX_OWN_FACETS;
use super::json::Json;
use super::problem::{ProblemCode, Problems};
use crate::bytes::{digits, length_u32};
use crate::model::{
    Actor, Alias, Block, BlockKind, CrimeArea, Cycle, DatasetInfo, DateRef, DeclaredInstruments, Document, Entities,
    EntityKind, Experience, Facet, FacetKind, Footnote, Instrument, Named, Objective, Origin, OutsideFact, OwnWords,
    Paragraph, PortalDocument, PredecessorType, Reference, Relation, Role, SourceSpan, Task, Term, UNIT_KINDS,
};
use crate::span::ByteSpan;
use crate::words::Words;

/// The kinds of crime area.
const AREAS: &[EntityKind] = &[EntityKind::Priority, EntityKind::SubPriority, EntityKind::HorizontalThreat];

/// What a document of the portal has itself; no facet is called so.
const DOCUMENT_PROPERTIES: &[&str] = &["id", "title", "summary", "body", "url", "language", "priorities", "facets"];

/// The name of the format, in every file.
const FORMAT: &str = "empact-priorities";
/// The version that this reader knows.
const FORMAT_VERSION: u32 = 1;

/// The official text by unit; the place where quotes are looked up.
#[derive(Debug, Default)]
pub(super) struct OfficialText {
    /// Unit ids and their blocks, in the order of their first block.
    pub(super) units: Vec<(String, Vec<Block>)>,
    /// The number of a unit is its place among them.
    pub(super) ids: Words,
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
pub(super) fn records(root: &Json, entities: &Entities, problems: &mut Problems) -> Option<Records> {
    let mut reader = Reader { problems, entities, path: Vec::new(), text: OfficialText::default(), n_searched: 0 };
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
    if !r.is_known_format(root) {
        return None;
    }
    r.official_text(root);
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
        own_words: r.own_words(root),
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

/// A step of a JSON path.
#[derive(Debug, Clone, Copy)]
enum Step<'j> {
    Property(&'j str),
    Item(usize),
}

/// Reads values out of objects, and knows where it is. The functions that all others share take names, not closures:
/// there is one of each in the compiled code, however many properties the format has.
struct Reader<'p, 'j> {
    problems: &'p mut Problems,
    entities: &'p Entities,
    /// From the root to the object that is being read.
    path: Vec<Step<'j>>,
    text: OfficialText,
    /// Bytes of the text in which quotes were looked for.
    n_searched: usize,
}

impl<'j> Reader<'_, 'j> {
    /// Adds a problem at a property of the object that is being read, or at the object itself if the name is empty.
    #[inline(never)]
    fn problem(&mut self, name: &str, code: ProblemCode, expected: &str, found: &str, fix: &'static str) {
        let mut path = String::new();
        let last = (!name.is_empty()).then_some(Step::Property(name));
        for step in self.path.iter().copied().chain(last) {
            match step {
                Step::Property(name) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(name);
                }
                Step::Item(index) => {
                    path.push('[');
                    path.push_str(&digits(length_u32(index)));
                    path.push(']');
                }
            }
        }
        self.problems.add(path, code, expected, found, fix);
    }

    /// That the value is an object, and that its properties are known and stand there once.
    #[inline(never)]
    fn object(&mut self, json: &Json, known: &[&str]) {
        let Json::Object(properties) = json else {
            self.problem("", ProblemCode::Type, "an object", &json.describe(), "Write an object between braces.");
            return;
        };
        let mut seen: Vec<&str> = Vec::new();
        for (key, value) in properties {
            if !known.contains(&key.as_str()) {
                let (expected, fix) = ("no such property", "Remove it or correct its name.");
                self.problem(key, ProblemCode::Unknown, expected, &value.describe(), fix);
            } else if seen.contains(&key.as_str()) {
                self.problem(key, ProblemCode::Duplicate, "each property once", "it twice", "Remove one of them.");
            } else {
                seen.push(key);
            }
        }
    }

    /// A property that must be there.
    #[inline(never)]
    fn required(&mut self, json: &'j Json, name: &'j str, expected: &str) -> Option<&'j Json> {
        let value = json.get(name);
        // A value that is no object has been complained about already.
        if value.is_none() && matches!(json, Json::Object(_)) {
            self.problem(name, ProblemCode::Missing, expected, "nothing", "Add the property.");
        }
        value
    }

    /// A text that must be there, and not empty; the empty one after a problem.
    #[inline(never)]
    fn text(&mut self, json: &'j Json, name: &'static str) -> String {
        match self.required(json, name, "a text") {
            Some(value) => self.as_text(value, name),
            None => String::new(),
        }
    }

    /// A text that may be absent.
    #[inline(never)]
    fn optional_text(&mut self, json: &'j Json, name: &'static str) -> Option<String> {
        json.get(name).map(|value| self.as_text(value, name))
    }

    #[inline(never)]
    fn as_text(&mut self, value: &Json, name: &str) -> String {
        match value {
            Json::Text(text) if !text.trim().is_empty() => text.clone(),
            Json::Text(_) => {
                let (expected, fix) = ("a text that is not empty", "Fill it in or leave it out.");
                self.problem(name, ProblemCode::Value, expected, &value.describe(), fix);
                String::new()
            }
            _ => {
                let fix = "Write a text between double quotes.";
                self.problem(name, ProblemCode::Type, "a text", &value.describe(), fix);
                String::new()
            }
        }
    }

    /// A whole number that must be there; 0 after a problem.
    #[inline(never)]
    fn number(&mut self, json: &'j Json, name: &'static str) -> u32 {
        let Some(value) = self.required(json, name, "a whole number from 0") else { return 0 };
        value.as_u32().unwrap_or_else(|| {
            let expected = "a whole number from 0";
            self.problem(name, ProblemCode::Type, expected, &value.describe(), "Write a whole number without quotes.");
            0
        })
    }

    /// One name of a fixed list; the first of them after a problem.
    fn named<T: Named>(&mut self, json: &'j Json, name: &'static str) -> T {
        let index = self.one_of(json, name, T::NAMES);
        T::ALL.get(index).copied().unwrap_or(T::FIRST)
    }

    #[inline(never)]
    fn one_of(&mut self, json: &'j Json, name: &'static str, names: &[&str]) -> usize {
        let text = self.text(json, name);
        if text.is_empty() {
            return 0;
        }
        names.iter().position(|known| *known == text).unwrap_or_else(|| {
            let expected = ["one of: ", &names.join(", ")].concat();
            self.problem(name, ProblemCode::Value, &expected, &text, "Use one of these names.");
            0
        })
    }

    /// The items of a list that must be there; none after a problem.
    #[inline(never)]
    fn items(&mut self, json: &'j Json, name: &'j str) -> &'j [Json] {
        match self.required(json, name, "a list") {
            Some(Json::List(items)) => items,
            Some(other) => {
                self.problem(name, ProblemCode::Type, "a list", &other.describe(), "Put it between square brackets.");
                &[]
            }
            None => &[],
        }
    }

    /// Reads every item of a list that must be there.
    fn list<T>(&mut self, json: &'j Json, name: &'j str, read: fn(&mut Self, &'j Json) -> T) -> Vec<T> {
        let items = self.items(json, name);
        let mut records = Vec::with_capacity(items.len());
        self.path.push(Step::Property(name));
        for (index, item) in items.iter().enumerate() {
            self.path.push(Step::Item(index));
            records.push(read(self, item));
            self.path.pop();
        }
        self.path.pop();
        records
    }

    /// Reads every item of a list that may be absent.
    fn optional_list<T>(&mut self, json: &'j Json, name: &'static str, read: fn(&mut Self, &'j Json) -> T) -> Vec<T> {
        if json.get(name).is_some() { self.list(json, name, read) } else { Vec::new() }
    }

    /// Reads the value of a property that must be there.
    fn inside<T>(&mut self, json: &'j Json, name: &'static str, read: fn(&mut Self, &'j Json) -> T) -> Option<T> {
        let value = self.required(json, name, "an object")?;
        self.path.push(Step::Property(name));
        let record = read(self, value);
        self.path.pop();
        Some(record)
    }

    fn is_known_format(&mut self, root: &'j Json) -> bool {
        let format = self.text(root, "format");
        if !format.is_empty() && format != FORMAT {
            self.problem("format", ProblemCode::Format, FORMAT, &format, "Give a dataset in this format.");
        }
        let Some(version) = self.required(root, "formatVersion", "1") else { return false };
        let is_known = version.as_u32() == Some(FORMAT_VERSION);
        if !is_known {
            let (expected, fix) = (digits(FORMAT_VERSION), "Convert the dataset to this version.");
            self.problem("formatVersion", ProblemCode::Format, &expected, &version.describe(), fix);
        }
        format == FORMAT && is_known
    }

    fn official_text(&mut self, root: &'j Json) {
        let blocks = self.list(root, "text", |r, json| {
            r.object(json, &["unit", "kind", "text"]);
            let kind: BlockKind = r.named(json, "kind");
            (r.reference(json, "unit", UNIT_KINDS), Block { kind, text: r.text(json, "text") })
        });
        for (unit, block) in blocks {
            let text = &mut self.text;
            let position = text.ids.number_of(&unit) as usize;
            if position == text.units.len() {
                text.units.push((unit, Vec::new()));
            }
            if let Some((_, blocks)) = text.units.get_mut(position) {
                blocks.push(block);
            }
        }
    }

    /// A quote with its unit, looked up in the official text. After a problem an empty span stands in.
    #[inline(never)]
    fn as_span(&mut self, json: &'j Json) -> SourceSpan {
        self.object(json, &["unit", "quote"]);
        let unit = self.text(json, "unit");
        let quote = self.text(json, "quote");
        if unit.is_empty() || quote.is_empty() {
            return empty_span();
        }
        let position = self.text.ids.find(&unit);
        let Some((_, blocks)) = position.and_then(|position| self.text.units.get(position as usize)) else {
            let (expected, fix) = ("a unit that occurs in `text`", "Name the unit that holds the quote.");
            self.problem("unit", ProblemCode::Reference, expected, &unit, fix);
            return empty_span();
        };
        if self.n_searched > super::SEARCH_LIMIT {
            return empty_span();
        }
        self.n_searched += blocks.iter().map(|block| block.text.len()).sum::<usize>();
        if self.n_searched > super::SEARCH_LIMIT {
            let (expected, fix) = super::FEWER_SEARCHES;
            self.problem("quote", ProblemCode::TooLarge, expected, "more", fix);
            return empty_span();
        }
        for (block, candidate) in blocks.iter().enumerate() {
            if let Some(start) = candidate.text.find(&quote) {
                let span = ByteSpan { start, end: start + quote.len() };
                return SourceSpan { unit, block, span, quote };
            }
        }
        let expected = ["words that stand in one block of ", &unit].concat();
        self.problem("quote", ProblemCode::Quote, &expected, &quote, "Copy them from `text` to the letter.");
        empty_span()
    }

    #[inline(never)]
    fn span(&mut self, json: &'j Json, name: &'static str) -> SourceSpan {
        self.inside(json, name, Self::as_span).unwrap_or_else(empty_span)
    }

    #[inline(never)]
    fn optional_span(&mut self, json: &'j Json, name: &'static str) -> Option<SourceSpan> {
        json.get(name).is_some().then(|| self.span(json, name))
    }

    #[inline(never)]
    fn spans(&mut self, json: &'j Json, name: &'static str) -> Vec<SourceSpan> {
        self.list(json, name, Self::as_span)
    }

    /// That a text is a language tag.
    #[inline(never)]
    fn is_language(&mut self, name: &str, lang: &str) {
        let mut parts = lang.split('-');
        let is_primary = |part: &str| matches!(part.len(), 2 | 3) && part.bytes().all(|byte| byte.is_ascii_lowercase());
        let right = parts.next().is_some_and(is_primary)
            && parts.all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        if !right && !lang.is_empty() {
            self.problem(name, ProblemCode::Value, "a language tag (BCP 47)", lang, "Write it like nl or en-GB.");
        }
    }

    #[inline(never)]
    fn lang(&mut self, json: &'j Json, name: &'static str) -> String {
        let lang = self.text(json, name);
        self.is_language(name, &lang);
        lang
    }

    /// A list that must hold something: words, pages or records that say so.
    #[inline(never)]
    fn not_empty(&mut self, json: &'j Json, name: &'static str) {
        if matches!(json.get(name), Some(Json::List(items)) if items.is_empty()) {
            let fix = "Add the words or the page that say so.";
            self.problem(name, ProblemCode::Invariant, "at least one", "none", fix);
        }
    }

    #[inline(never)]
    fn some_spans(&mut self, json: &'j Json, name: &'static str) -> Vec<SourceSpan> {
        self.not_empty(json, name);
        self.spans(json, name)
    }

    /// An id that must lead to one of the kinds; to any when there are none.
    #[inline(never)]
    fn resolves(&mut self, name: &str, id: &str, kinds: &[EntityKind]) {
        let found = self.entities.get(id).map(|entity| entity.kind);
        // An empty id has been complained about already.
        if id.is_empty() || found.is_some_and(|kind| kinds.is_empty() || kinds.contains(&kind)) {
            return;
        }
        let names: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
        let names = if names.is_empty() { "entity".to_owned() } else { names.join(" or ") };
        let what = found.map_or("nothing", EntityKind::name);
        let (expected, found) = (["the id of: ", &names].concat(), ["\"", id, "\", the id of: ", what].concat());
        let fix = "Correct the id or add the entity.";
        self.problem(name, ProblemCode::Reference, &expected, &found, fix);
    }

    #[inline(never)]
    fn reference(&mut self, json: &'j Json, name: &'static str, kinds: &[EntityKind]) -> String {
        let id = self.text(json, name);
        self.resolves(name, &id, kinds);
        id
    }

    #[inline(never)]
    fn optional_reference(&mut self, json: &'j Json, name: &'static str, kinds: &[EntityKind]) -> Option<String> {
        json.get(name).is_some().then(|| self.reference(json, name, kinds))
    }

    #[inline(never)]
    fn references(&mut self, json: &'j Json, name: &'static str, kinds: &[EntityKind]) -> Vec<String> {
        let mut ids = Vec::new();
        let items = self.items(json, name);
        self.path.push(Step::Property(name));
        for (index, item) in items.iter().enumerate() {
            self.path.push(Step::Item(index));
            let id = self.as_text(item, "");
            self.resolves("", &id, kinds);
            ids.push(id);
            self.path.pop();
        }
        self.path.pop();
        ids
    }

    /// A quote that must come from the unit that the fact is about.
    #[inline(never)]
    fn span_from(&mut self, json: &'j Json, name: &'static str, unit: &str) -> SourceSpan {
        let span = self.span(json, name);
        if !span.unit.is_empty() && !unit.is_empty() && span.unit != unit {
            let (expected, found) = (["a quote from ", unit].concat(), ["one from ", &span.unit].concat());
            let fix = "Quote the unit that the fact is about.";
            self.problem(name, ProblemCode::Invariant, &expected, &found, fix);
        }
        span
    }

    /// What the document says has quotes, what is from outside has outside facts or nothing; nothing in a file is derived.
    #[inline(never)]
    fn has_evidence(&mut self, origin: Origin, sources: usize, facts: usize) {
        let right = match origin {
            Origin::Document => sources > 0 && facts == 0,
            Origin::Outside => sources == 0,
            Origin::Derived => false,
        };
        if !right {
            let expected = "quotes and no outside facts with origin \"document\", no quotes with \"outside\"";
            let fix = "Correct the origin or its evidence.";
            self.problem("origin", ProblemCode::Invariant, expected, origin.name(), fix);
        }
    }

    /// A list of texts, none of them empty.
    #[inline(never)]
    fn texts(&mut self, json: &'j Json, name: &'static str) -> Vec<String> {
        self.list(json, name, |r, json| r.as_text(json, ""))
    }

    /// By language, then entity.
    fn own_words(&mut self, root: &'j Json) -> Vec<(String, OwnWords)> {
        let mut all = Vec::new();
        let Some(languages) = self.required(root, "ownWords", "an object") else { return all };
        self.path.push(Step::Property("ownWords"));
        let official = root.get("language");
        for (lang, entities) in self.entries(languages) {
            self.path.push(Step::Property(lang));
            self.is_language("", lang);
            let is_official = matches!(official, Some(Json::Text(official)) if official == lang);
            for (id, json) in self.entries(entities) {
                self.path.push(Step::Property(id));
                self.object(json, &["title", "objective", "gist"]);
                self.resolves("", id, &[]);
                let words = OwnWords {
                    lang: lang.clone(),
                    title: self.optional_text(json, "title"),
                    objective: self.optional_text(json, "objective"),
                    gist: self.optional_text(json, "gist"),
                };
                let kind = self.entities.get(id).map(|entity| entity.kind);
                let has_official_title = kind.is_some_and(|kind| kind == EntityKind::Document || AREAS.contains(&kind));
                for (name, ours) in [("title", &words.title), ("objective", &words.objective)] {
                    if is_official && ours.is_some() && (has_official_title || name == "objective") {
                        let expected = "only official words in the language of the official text";
                        let fix = "Leave it out: the document says it itself.";
                        self.problem(name, ProblemCode::Invariant, expected, "words of ours", fix);
                    }
                }
                all.push((id.clone(), words));
                self.path.pop();
            }
            self.path.pop();
        }
        self.path.pop();
        all
    }

    /// The properties of an object whose names are data.
    #[inline(never)]
    fn entries(&mut self, json: &'j Json) -> &'j [(String, Json)] {
        let Json::Object(properties) = json else {
            self.problem("", ProblemCode::Type, "an object", &json.describe(), "Put it between braces.");
            return &[];
        };
        let mut seen = Words::default();
        for (name, _) in properties {
            if seen.find(name).is_some() {
                self.problem(name, ProblemCode::Duplicate, "each property once", "it twice", "Remove one of them.");
            } else {
                seen.push(name);
            }
        }
        properties
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
        session: (0, empty_span()),
        adopted: String::new(),
        period: String::new(),
    }
}

fn document<'j>(r: &mut Reader<'_, 'j>, json: &'j Json) -> Document {
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
fn numbered<'j>(r: &mut Reader<'_, 'j>, json: &'j Json, name: &'static str) -> (u32, SourceSpan) {
    r.object(json, &[name, "source"]);
    (r.number(json, name), r.span(json, "source"))
}

fn cycle<'j>(r: &mut Reader<'_, 'j>, json: &'j Json) -> Cycle {
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
    r.has_evidence(cycle.origin, cycle.sources.len(), 0);
    cycle
}

fn area<'j>(r: &mut Reader<'_, 'j>, json: &'j Json, kind: EntityKind) -> CrimeArea {
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

fn letter<'j>(r: &mut Reader<'_, 'j>, json: &'j Json) -> Option<char> {
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

fn objective<'j>(r: &mut Reader<'_, 'j>, json: &'j Json) -> Objective {
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

fn instrument<'j>(r: &mut Reader<'_, 'j>, json: &'j Json) -> Instrument {
    r.object(json, &["id", "type", "implements", "source"]);
    let area = r.reference(json, "implements", AREAS);
    Instrument {
        id: r.text(json, "id"),
        instrument_type: r.named(json, "type"),
        source: r.span_from(json, "source", &area),
        implements: area,
    }
}

fn paragraph<'j>(r: &mut Reader<'_, 'j>, json: &'j Json, kind: EntityKind) -> Paragraph {
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

fn experience<'j>(r: &mut Reader<'_, 'j>, json: &'j Json) -> Experience {
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

fn task<'j>(r: &mut Reader<'_, 'j>, json: &'j Json) -> Task {
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

fn actor<'j>(r: &mut Reader<'_, 'j>, json: &'j Json) -> Actor {
    r.object(json, &["id", "type", "name", "mentions"]);
    Actor {
        id: r.text(json, "id"),
        actor_type: r.named(json, "type"),
        name: r.span(json, "name"),
        mentions: r.some_spans(json, "mentions"),
    }
}

fn role<'j>(r: &mut Reader<'_, 'j>, json: &'j Json) -> Role {
    r.object(json, &["id", "name", "mentions"]);
    Role { id: r.text(json, "id"), name: r.span(json, "name"), mentions: r.some_spans(json, "mentions") }
}

fn term<'j>(r: &mut Reader<'_, 'j>, json: &'j Json) -> Term {
    r.object(json, &["id", "abbreviation", "expansion", "forms"]);
    Term {
        id: r.text(json, "id"),
        abbreviation: r.optional_text(json, "abbreviation"),
        expansion: r.optional_span(json, "expansion"),
        forms: r.spans(json, "forms"),
    }
}

fn date<'j>(r: &mut Reader<'_, 'j>, json: &'j Json) -> DateRef {
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
fn optional_day<'j>(r: &mut Reader<'_, 'j>, json: &'j Json, name: &'static str) -> Option<String> {
    let text = r.optional_text(json, name)?;
    if super::is_day(&text) {
        return Some(text);
    }
    if !text.is_empty() {
        r.problem(name, ProblemCode::Value, "a day as YYYY-MM-DD", &text, "Write it like 2021-05-26.");
    }
    None
}

fn reference<'j>(r: &mut Reader<'_, 'j>, json: &'j Json) -> Reference {
    r.object(json, &["id", "label", "type", "date", "sources"]);
    Reference {
        id: r.text(json, "id"),
        label: r.text(json, "label"),
        reference_type: r.named(json, "type"),
        date: r.optional_reference(json, "date", &[EntityKind::Date]),
        sources: r.some_spans(json, "sources"),
    }
}

fn footnote<'j>(r: &mut Reader<'_, 'j>, json: &'j Json) -> Footnote {
    r.object(json, &["id", "number", "marker", "source", "references"]);
    Footnote {
        id: r.text(json, "id"),
        number: r.number(json, "number"),
        marker: r.span(json, "marker"),
        source: r.span(json, "source"),
        references: r.references(json, "references", &[EntityKind::Reference]),
    }
}

fn facet<'j>(r: &mut Reader<'_, 'j>, json: &'j Json) -> Facet {
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

fn relation<'j>(r: &mut Reader<'_, 'j>, json: &'j Json) -> Relation {
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
    r.has_evidence(relation.origin, relation.sources.len(), relation.facts.len());
    if relation.origin == Origin::Outside {
        r.not_empty(json, "facts");
    }
    relation
}

fn alias<'j>(r: &mut Reader<'_, 'j>, json: &'j Json) -> (String, Alias) {
    r.object(json, &["of", "lang", "text", "kind"]);
    let alias = Alias { lang: r.lang(json, "lang"), text: r.text(json, "text"), kind: r.named(json, "kind") };
    (r.reference(json, "of", &[]), alias)
}

fn outside_fact<'j>(r: &mut Reader<'_, 'j>, json: &'j Json) -> OutsideFact {
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
fn portal_document<'j>(r: &mut Reader<'_, 'j>, json: &'j Json) -> PortalDocument {
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
fn own_facets<'j>(r: &mut Reader<'_, 'j>, json: &'j Json) -> Vec<(String, Vec<String>)> {
    let mut facets = Vec::new();
    // One more than there may be in all is refused anyway.
    for (name, _) in r.entries(json).iter().take(MAX_OWN_FACETS + 1) {
        if name.trim().is_empty() || has_control(name) || DOCUMENT_PROPERTIES.contains(&name.as_str()) {
            let expected = "a name that no property of a document has, without line breaks";
            r.problem(name, ProblemCode::Value, expected, name, "Choose another name.");
        }
        facets.push((name.clone(), r.list(json, name, value)));
    }
    facets
}

fn one_line<'j>(r: &mut Reader<'_, 'j>, json: &'j Json, name: &'static str) -> String {
    let text = r.text(json, name);
    is_one_line(r, name, &text);
    text
}

fn value<'j>(r: &mut Reader<'_, 'j>, json: &'j Json) -> String {
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
fn link<'j>(r: &mut Reader<'_, 'j>, json: &'j Json, name: &'static str) -> String {
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

/// A text in several languages.
fn statement<'j>(r: &mut Reader<'_, 'j>, json: &'j Json) -> Vec<(String, String)> {
    let mut by_language = Vec::new();
    let entries = r.entries(json);
    if entries.is_empty() {
        r.problem("", ProblemCode::Invariant, "at least one language", "none", "Write it or leave it out.");
    }
    for (lang, text) in entries {
        r.is_language(lang, lang);
        by_language.push((lang.clone(), r.as_text(text, lang)));
    }
    by_language
}

fn address<'j>(r: &mut Reader<'_, 'j>, json: &'j Json) -> String {
    let address = r.as_text(json, "");
    if !address.is_empty() && !address.starts_with("https://") && !address.starts_with("http://") {
        let expected = "an address that begins with https:// or http://";
        r.problem("", ProblemCode::Value, expected, &address, "Give the address of the page that says so.");
    }
    address
}

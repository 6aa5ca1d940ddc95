//! From JSON to values: texts, numbers, names, lists, quotes and references, each problem with its path.

use super::json::Json;
use super::problem::{Findings, ProblemCode};
use crate::bytes::{digits, length_u32};
use crate::model::{Block, Entities, EntityKind, Named, Origin, SourceSpan};
use crate::span::ByteSpan;
use crate::words::Words;
use std::borrow::Cow;

/// The official text by unit; the place where quotes are looked up.
#[derive(Debug, Default)]
pub(super) struct OfficialText {
    /// Unit ids and their blocks, in the order of their first block.
    pub(super) units: Vec<(String, Vec<Block>)>,
    /// The number of a unit is its place among them.
    pub(super) ids: Words,
    /// Whether it is a list in which each block has a unit and a text. What is not found may else be what is missing.
    pub(super) is_read: bool,
}

/// A step of a JSON path.
#[derive(Debug, Clone, Copy)]
enum Step<'j> {
    Property(&'j str),
    Item(usize),
}

/// Reads values out of objects, and knows where it is. The functions that all others share take names, not closures:
/// there is one of each in the compiled code, however many properties the format has.
pub(super) struct Reader<'p, 'j> {
    problems: &'p mut Findings,
    pub(super) entities: &'p Entities,
    /// From the root to the object that is being read.
    path: Vec<Step<'j>>,
    pub(super) text: OfficialText,
    /// Bytes of the text in which quotes were looked for.
    n_searched: usize,
}

impl<'p, 'j> Reader<'p, 'j> {
    pub(super) fn new(entities: &'p Entities, problems: &'p mut Findings) -> Self {
        Self { problems, entities, path: Vec::new(), text: OfficialText::default(), n_searched: 0 }
    }

    /// What is read from now on is the value of a property.
    pub(super) fn enter(&mut self, name: &'j str) {
        self.path.push(Step::Property(name));
    }

    /// What is read from now on stands beside it again.
    pub(super) fn leave(&mut self) {
        self.path.pop();
    }

    /// Adds a problem at a property of the object that is being read, or at the object itself if the name is empty.
    #[inline(never)]
    pub(super) fn problem(&mut self, name: &str, code: ProblemCode, expected: &str, found: &str, fix: &'static str) {
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
    pub(super) fn object(&mut self, json: &Json<'_>, known: &[&str]) {
        let Json::Object(properties) = json else {
            self.problem("", ProblemCode::Type, "an object", &json.describe(), "Write an object between braces.");
            return;
        };
        let mut seen: Vec<&str> = Vec::new();
        for (key, value) in properties {
            if !known.contains(&key.as_ref()) {
                let (expected, fix) = ("no such property", "Remove it or correct its name.");
                self.problem(key, ProblemCode::Unknown, expected, &value.describe(), fix);
            } else if seen.contains(&key.as_ref()) {
                self.problem(key, ProblemCode::Duplicate, "each property once", "it twice", "Remove one of them.");
            } else {
                seen.push(key);
            }
        }
    }

    /// A property that must be there.
    #[inline(never)]
    pub(super) fn required(&mut self, json: &'j Json<'j>, name: &'j str, expected: &str) -> Option<&'j Json<'j>> {
        let value = json.get(name);
        // A value that is no object has been complained about already.
        if value.is_none() && matches!(json, Json::Object(_)) {
            self.problem(name, ProblemCode::Missing, expected, "nothing", "Add the property.");
        }
        value
    }

    /// A text that must be there, and not empty; the empty one after a problem.
    #[inline(never)]
    pub(super) fn text(&mut self, json: &'j Json<'j>, name: &'static str) -> String {
        match self.required(json, name, "a text") {
            Some(value) => self.as_text(value, name),
            None => String::new(),
        }
    }

    /// A text that may be absent.
    #[inline(never)]
    pub(super) fn optional_text(&mut self, json: &'j Json<'j>, name: &'static str) -> Option<String> {
        json.get(name).map(|value| self.as_text(value, name))
    }

    #[inline(never)]
    pub(super) fn as_text(&mut self, value: &Json<'_>, name: &str) -> String {
        match value {
            Json::Text(text) if !text.trim_start().is_empty() => text.as_ref().to_owned(),
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
    pub(super) fn number(&mut self, json: &'j Json<'j>, name: &'static str) -> u32 {
        let Some(value) = self.required(json, name, "a whole number from 0") else { return 0 };
        value.as_u32().unwrap_or_else(|| {
            let expected = "a whole number from 0";
            self.problem(name, ProblemCode::Type, expected, &value.describe(), "Write a whole number without quotes.");
            0
        })
    }

    /// One name of a fixed list; the first of them after a problem.
    pub(super) fn named<T: Named>(&mut self, json: &'j Json<'j>, name: &'static str) -> T {
        let index = self.one_of(json, name, T::NAMES);
        T::ALL.get(index).copied().unwrap_or(T::FIRST)
    }

    #[inline(never)]
    pub(super) fn one_of(&mut self, json: &'j Json<'j>, name: &'static str, names: &[&str]) -> usize {
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
    pub(super) fn items(&mut self, json: &'j Json<'j>, name: &'j str) -> &'j [Json<'j>] {
        match self.required(json, name, "a list") {
            Some(Json::List(items)) => items,
            Some(other) => {
                self.problem(name, ProblemCode::Type, "a list", &other.describe(), "Put it between square brackets.");
                &[]
            }
            None => &[],
        }
    }

    /// Reads every item of a list that must be there. What differs between lists is one small function each; the loop is compiled once.
    pub(super) fn list<T>(
        &mut self,
        json: &'j Json<'j>,
        name: &'j str,
        read: fn(&mut Self, &'j Json<'j>) -> T,
    ) -> Vec<T> {
        let items = self.items(json, name);
        let mut records = Vec::with_capacity(items.len());
        self.each(items, name, &mut |r, item| records.push(read(r, item)));
        records
    }

    /// Hands over the items of a list one by one.
    #[inline(never)]
    fn each(&mut self, items: &'j [Json<'j>], name: &'j str, read: &mut dyn FnMut(&mut Self, &'j Json<'j>)) {
        self.enter(name);
        for (index, item) in items.iter().enumerate() {
            self.path.push(Step::Item(index));
            read(self, item);
            self.path.pop();
        }
        self.leave();
    }

    /// Reads every item of a list that may be absent.
    pub(super) fn optional_list<T>(
        &mut self,
        json: &'j Json<'j>,
        name: &'static str,
        read: fn(&mut Self, &'j Json<'j>) -> T,
    ) -> Vec<T> {
        if json.get(name).is_some() { self.list(json, name, read) } else { Vec::new() }
    }

    /// Reads the value of a property that must be there.
    pub(super) fn inside<T>(
        &mut self,
        json: &'j Json<'j>,
        name: &'static str,
        read: fn(&mut Self, &'j Json<'j>) -> T,
    ) -> Option<T> {
        let value = self.required(json, name, "an object")?;
        self.enter(name);
        let record = read(self, value);
        self.leave();
        Some(record)
    }

    /// A quote with its unit, looked up in the official text. After a problem an empty span stands in.
    #[inline(never)]
    pub(super) fn as_span(&mut self, json: &'j Json<'j>) -> SourceSpan {
        self.object(json, &["unit", "quote"]);
        let unit = self.text(json, "unit");
        let quote = self.text(json, "quote");
        if unit.is_empty() || quote.is_empty() || !self.text.is_read {
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
        self.n_searched += super::search_cost(blocks);
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
    pub(super) fn span(&mut self, json: &'j Json<'j>, name: &'static str) -> SourceSpan {
        self.inside(json, name, Self::as_span).unwrap_or_else(empty_span)
    }

    #[inline(never)]
    pub(super) fn optional_span(&mut self, json: &'j Json<'j>, name: &'static str) -> Option<SourceSpan> {
        json.get(name).is_some().then(|| self.span(json, name))
    }

    #[inline(never)]
    pub(super) fn spans(&mut self, json: &'j Json<'j>, name: &'static str) -> Vec<SourceSpan> {
        self.list(json, name, Self::as_span)
    }

    /// That a text is a language tag.
    #[inline(never)]
    pub(super) fn is_language(&mut self, name: &str, lang: &str) {
        let mut parts = lang.split('-');
        let is_primary = |part: &str| matches!(part.len(), 2 | 3) && part.bytes().all(|byte| byte.is_ascii_lowercase());
        let right = parts.next().is_some_and(is_primary)
            && parts.all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        if !right && !lang.is_empty() {
            self.problem(name, ProblemCode::Value, "a language tag (BCP 47)", lang, "Write it like nl or en-GB.");
        }
    }

    #[inline(never)]
    pub(super) fn lang(&mut self, json: &'j Json<'j>, name: &'static str) -> String {
        let lang = self.text(json, name);
        self.is_language(name, &lang);
        lang
    }

    /// A list that must hold something: words, pages or records that say so.
    #[inline(never)]
    pub(super) fn not_empty(&mut self, json: &'j Json<'j>, name: &'static str) {
        if matches!(json.get(name), Some(Json::List(items)) if items.is_empty()) {
            let fix = "Add the words or the page that say so.";
            self.problem(name, ProblemCode::Invariant, "at least one", "none", fix);
        }
    }

    #[inline(never)]
    pub(super) fn some_spans(&mut self, json: &'j Json<'j>, name: &'static str) -> Vec<SourceSpan> {
        self.not_empty(json, name);
        self.spans(json, name)
    }

    /// An id that must lead to one of the kinds; to any when there are none.
    #[inline(never)]
    pub(super) fn resolves(&mut self, name: &str, id: &str, kinds: &[EntityKind]) {
        let found = self.entities.get(id).map(|entity| entity.kind);
        // An empty id has been complained about already.
        if id.is_empty() || found.is_some_and(|kind| kinds.is_empty() || kinds.contains(&kind)) {
            return;
        }
        let names: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
        let names = if names.is_empty() { "entity".to_owned() } else { names.join(" or ") };
        let what = found.map_or("nothing here", EntityKind::name);
        let (expected, found) = (["an id (", &names, ")"].concat(), ["\"", id, "\" (", what, ")"].concat());
        let fix = "Correct the id or add the entity.";
        self.problem(name, ProblemCode::Reference, &expected, &found, fix);
    }

    #[inline(never)]
    pub(super) fn reference(&mut self, json: &'j Json<'j>, name: &'static str, kinds: &[EntityKind]) -> String {
        let id = self.text(json, name);
        self.resolves(name, &id, kinds);
        id
    }

    #[inline(never)]
    pub(super) fn optional_reference(
        &mut self,
        json: &'j Json<'j>,
        name: &'static str,
        kinds: &[EntityKind],
    ) -> Option<String> {
        json.get(name).is_some().then(|| self.reference(json, name, kinds))
    }

    #[inline(never)]
    pub(super) fn references(&mut self, json: &'j Json<'j>, name: &'static str, kinds: &[EntityKind]) -> Vec<String> {
        let mut ids = Vec::new();
        let items = self.items(json, name);
        self.each(items, name, &mut |r, item| {
            let id = r.as_text(item, "");
            r.resolves("", &id, kinds);
            ids.push(id);
        });
        ids
    }

    /// A quote that must come from the unit that the fact is about.
    #[inline(never)]
    pub(super) fn span_from(&mut self, json: &'j Json<'j>, name: &'static str, unit: &str) -> SourceSpan {
        let span = self.span(json, name);
        if !span.unit.is_empty() && self.entities.get(unit).is_some() && span.unit != unit {
            let (expected, found) = (["a quote from ", unit].concat(), ["one from ", &span.unit].concat());
            let fix = "Quote the unit that the fact is about.";
            self.problem(name, ProblemCode::Invariant, &expected, &found, fix);
        }
        span
    }

    /// What the document says has quotes, what is from outside has outside facts or nothing; nothing in a file is derived.
    #[inline(never)]
    pub(super) fn has_evidence(&mut self, list: &str, origin: Origin, sources: usize, facts: usize) {
        let right = match origin {
            Origin::Document => sources > 0 && facts == 0,
            Origin::Outside => sources == 0,
            Origin::Derived => false,
        };
        if !right && self.problems.spare(list) {
            let expected = "quotes and no outside facts with origin \"document\", no quotes with \"outside\"";
            let fix = "Correct the origin or its evidence.";
            self.problem("origin", ProblemCode::Invariant, expected, origin.name(), fix);
        }
    }

    /// A list of texts, none of them empty.
    #[inline(never)]
    pub(super) fn texts(&mut self, json: &'j Json<'j>, name: &'static str) -> Vec<String> {
        self.list(json, name, |r, json| r.as_text(json, ""))
    }

    /// The properties of an object whose names are data.
    #[inline(never)]
    pub(super) fn entries(&mut self, json: &'j Json<'j>) -> &'j [(Cow<'j, str>, Json<'j>)] {
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

pub(super) fn empty_span() -> SourceSpan {
    SourceSpan { unit: String::new(), block: 0, span: ByteSpan { start: 0, end: 0 }, quote: String::new() }
}

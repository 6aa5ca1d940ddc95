//! JSON as a tree that keeps order and repeated keys, and readers over it that know their path.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::problem::{ProblemCode, Problems};
use crate::model::Named;

/// A JSON value. Unlike `serde_json::Value` it keeps the order of properties and both of two with the same key, so
/// that the reader can say so.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Json {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The value in a few words, for a problem.
    pub(super) fn describe(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(value) => value.to_string(),
            Self::Number(value) => value.to_string(),
            Self::Text(value) => format!("\"{value}\""),
            Self::List(items) => format!("a list of {}", items.len()),
            Self::Object(properties) => format!("an object with {} properties", properties.len()),
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct JsonVisitor;

        impl<'de> Visitor<'de> for JsonVisitor {
            type Value = Json;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a JSON value")
            }
            fn visit_unit<E>(self) -> Result<Json, E> {
                Ok(Json::Null)
            }
            fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
                Ok(Json::Bool(value))
            }
            #[expect(clippy::cast_precision_loss, reason = "JSON numbers are doubles to JavaScript as well")]
            fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
                Ok(Json::Number(value as f64))
            }
            #[expect(clippy::cast_precision_loss, reason = "JSON numbers are doubles to JavaScript as well")]
            fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
                Ok(Json::Number(value as f64))
            }
            fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
                Ok(Json::Number(value))
            }
            fn visit_str<E>(self, value: &str) -> Result<Json, E> {
                Ok(Json::Text(value.to_owned()))
            }
            fn visit_string<E>(self, value: String) -> Result<Json, E> {
                Ok(Json::Text(value))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = list.next_element()? {
                    items.push(item);
                }
                Ok(Json::List(items))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
                let mut properties = Vec::new();
                while let Some(property) = map.next_entry()? {
                    properties.push(property);
                }
                Ok(Json::Object(properties))
            }
        }
        deserializer.deserialize_any(JsonVisitor)
    }
}

/// Where in the file we are: a chain of steps up to the root, written out only when a problem needs it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Path<'p> {
    Root,
    Property(&'p Path<'p>, &'p str),
    Item(&'p Path<'p>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Property(Path::Root, name) => formatter.write_str(name),
            Self::Property(parent, name) => write!(formatter, "{parent}.{name}"),
            Self::Item(parent, index) => write!(formatter, "{parent}[{index}]"),
        }
    }
}

/// A value and its path.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node<'p> {
    pub(super) json: &'p Json,
    pub(super) path: Path<'p>,
}

impl Node<'_> {
    pub(super) fn problem(&self, problems: &mut Problems, code: ProblemCode, expected: &str, fix: &str) {
        problems.add(self.path.to_string(), code, expected, &self.json.describe(), fix);
    }

    /// The text, or the empty string after saying that it is none. No text in the format may be empty.
    pub(super) fn text(&self, problems: &mut Problems) -> String {
        match self.json {
            Json::Text(text) if !text.trim().is_empty() => text.clone(),
            Json::Text(_) => {
                self.problem(problems, ProblemCode::Value, "a text that is not empty", "Fill it in or leave it out.");
                String::new()
            }
            _ => {
                self.problem(problems, ProblemCode::Type, "a text", "Put it between double quotes.");
                String::new()
            }
        }
    }

    /// The whole number from 0 to `u32::MAX`, or 0 after saying that it is none.
    pub(super) fn number(&self, problems: &mut Problems) -> u32 {
        match self.json {
            Json::Number(number) if number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(number) => {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be in range")]
                let whole = *number as u32;
                whole
            }
            _ => {
                self.problem(problems, ProblemCode::Type, "a whole number from 0", "Write it without quotes.");
                0
            }
        }
    }

    /// Reads every item of a list; a value that is no list is a problem and reads as an empty one.
    pub(super) fn list<T>(
        &self,
        problems: &mut Problems,
        mut read: impl FnMut(Node<'_>, &mut Problems) -> T,
    ) -> Vec<T> {
        let Json::List(items) = self.json else {
            self.problem(problems, ProblemCode::Type, "a list", "Put it between square brackets.");
            return Vec::new();
        };
        let path = self.path;
        items
            .iter()
            .enumerate()
            .map(|(index, json)| read(Node { json, path: Path::Item(&path, index) }, problems))
            .collect()
    }

    /// Reads every property of an object whose keys are data.
    pub(super) fn entries(&self, problems: &mut Problems, mut read: impl FnMut(&str, Node<'_>, &mut Problems)) {
        let Json::Object(properties) = self.json else {
            self.problem(problems, ProblemCode::Type, "an object", "Put it between braces.");
            return;
        };
        let path = self.path;
        let mut seen: Vec<&str> = Vec::new();
        for (key, json) in properties {
            let node = Node { json, path: Path::Property(&path, key) };
            seen.push(key);
            read(key, node, problems);
        }
        report_repeated(&mut seen, path, problems);
    }
}

/// The properties of one object. Each must be asked for; [`Fields::finish`] complains about those that nobody asked
/// for, so the reader is also the list of what the format knows.
pub(super) struct Fields<'p> {
    node: Node<'p>,
    properties: &'p [(String, Json)],
    known: Vec<&'static str>,
}

impl<'p> Fields<'p> {
    /// The properties of an object; none, after saying so, for any other value.
    pub(super) fn of(node: Node<'p>, problems: &mut Problems) -> Self {
        let properties = if let Json::Object(properties) = node.json {
            properties.as_slice()
        } else {
            node.problem(problems, ProblemCode::Type, "an object", "Put it between braces.");
            &[]
        };
        Self { node, properties, known: Vec::new() }
    }

    /// A property that may be absent.
    pub(super) fn optional<T>(
        &mut self,
        name: &'static str,
        problems: &mut Problems,
        read: impl FnOnce(Node<'_>, &mut Problems) -> T,
    ) -> Option<T> {
        self.known.push(name);
        let (_, json) = self.properties.iter().find(|(key, _)| key == name)?;
        let path = self.node.path;
        Some(read(Node { json, path: Path::Property(&path, name) }, problems))
    }

    /// A property that must be there. Returns `None` after saying that it is missing.
    pub(super) fn required<T>(
        &mut self,
        name: &'static str,
        problems: &mut Problems,
        read: impl FnOnce(Node<'_>, &mut Problems) -> T,
    ) -> Option<T> {
        let value = self.optional(name, problems, read);
        // An object that is none has been complained about already.
        if value.is_none() && matches!(self.node.json, Json::Object(_)) {
            let path = self.path_of(name);
            problems.add(path, ProblemCode::Missing, "a value", "nothing", "Add the property.");
        }
        value
    }

    /// A text that must be there; empty after a problem.
    pub(super) fn text(&mut self, name: &'static str, problems: &mut Problems) -> String {
        self.required(name, problems, |node, problems| node.text(problems)).unwrap_or_default()
    }

    /// A text that may be absent.
    pub(super) fn optional_text(&mut self, name: &'static str, problems: &mut Problems) -> Option<String> {
        self.optional(name, problems, |node, problems| node.text(problems))
    }

    /// A whole number that must be there; 0 after a problem.
    pub(super) fn number(&mut self, name: &'static str, problems: &mut Problems) -> u32 {
        self.required(name, problems, |node, problems| node.number(problems)).unwrap_or_default()
    }

    /// A list that must be there; empty after a problem.
    pub(super) fn list<T>(
        &mut self,
        name: &'static str,
        problems: &mut Problems,
        read: impl FnMut(Node<'_>, &mut Problems) -> T,
    ) -> Vec<T> {
        self.required(name, problems, |node, problems| node.list(problems, read)).unwrap_or_default()
    }

    /// One name of a fixed list. After a problem the first of them stands in, so that reading can go on.
    pub(super) fn named<T: Named>(&mut self, name: &'static str, problems: &mut Problems) -> T {
        self.required(name, problems, |node, problems| {
            let Json::Text(text) = node.json else {
                node.problem(problems, ProblemCode::Type, "a text", "Put it between double quotes.");
                return T::FIRST;
            };
            T::from_name(text).unwrap_or_else(|| {
                let names: Vec<&str> = T::ALL.iter().map(|value| value.name()).collect();
                let expected = format!("one of: {}", names.join(", "));
                node.problem(problems, ProblemCode::Value, &expected, "Use one of these names.");
                T::FIRST
            })
        })
        .unwrap_or(T::FIRST)
    }

    /// Path of a property, there or not.
    pub(super) fn path_of(&self, name: &str) -> String {
        Path::Property(&self.node.path, name).to_string()
    }

    /// Complains about properties that the format does not have and about those that stand twice.
    pub(super) fn finish(self, problems: &mut Problems) {
        let mut seen: Vec<&str> = Vec::new();
        for (key, json) in self.properties {
            seen.push(key);
            if !self.known.contains(&key.as_str()) {
                let node = Node { json, path: Path::Property(&self.node.path, key) };
                node.problem(problems, ProblemCode::Unknown, "no such property", "Remove it or correct its name.");
            }
        }
        report_repeated(&mut seen, self.node.path, problems);
    }
}

fn report_repeated(seen: &mut [&str], path: Path<'_>, problems: &mut Problems) {
    seen.sort_unstable();
    for pair in seen.windows(2) {
        if let [first, second] = pair
            && first == second
        {
            let path = Path::Property(&path, first).to_string();
            problems.add(path, ProblemCode::Duplicate, "each property once", "it twice", "Remove one of them.");
        }
    }
}

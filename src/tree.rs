//! What is an answer made of, on its way to JavaScript?
//!
//! Plain objects, named and shaped as in `pkg/src/types.ts`. They are trees of [`Value`]s, borrowed from the answer
//! and made on demand: one type with one way to serialise it, where a type for every kind of answer would cost the
//! browser three times the code. Text positions become UTF-16 here and not before.

#[cfg(not(feature = "priorities"))]
use serde::ser::SerializeMap;
#[cfg(feature = "priorities")]
use serde::ser::SerializeStruct;
use serde::ser::{Serialize, Serializer};

use crate::documents::{self, Collection, Shown};
use crate::reason::Reason;
use crate::span::{ByteSpan, to_mark, to_marks};
use crate::suggest::Suggestion;
use std::borrow::Cow;

/// A value as JavaScript knows it.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'m> {
    /// A text.
    Text(&'m str),
    /// A text that is not borrowed.
    Made(String),
    /// A whole number.
    Count(usize),
    /// Any number.
    Score(f64),
    /// `true` or `false`.
    Flag(bool),
    /// An array.
    List(Vec<Value<'m>>),
    /// An object; absent properties are left out.
    Object(Object<'m>),
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Made(text) => serializer.serialize_str(text),
            Self::Text(text) => serializer.serialize_str(text),
            #[expect(clippy::cast_possible_truncation, reason = "counts and positions are far below 2^32")]
            Self::Count(count) => serializer.serialize_u32(*count as u32),
            Self::Score(score) => serializer.serialize_f64(*score),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::List(items) => serializer.collect_seq(items),
            // Names of fields are made in JavaScript once, keys of a map each time. That takes a kilobyte, which pays where there are many.
            #[cfg(feature = "priorities")]
            Self::Object(object) => {
                let mut fields = serializer.serialize_struct("", object.properties.len())?;
                for (name, value) in &object.properties {
                    fields.serialize_field(name, value)?;
                }
                fields.end()
            }
            #[cfg(not(feature = "priorities"))]
            Self::Object(object) => {
                let mut map = serializer.serialize_map(Some(object.properties.len()))?;
                for (name, value) in &object.properties {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

/// The properties of an object, in order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Object<'m> {
    properties: Vec<(&'static str, Value<'m>)>,
}

impl<'m> Object<'m> {
    /// With one more property.
    #[inline(never)]
    pub(crate) fn with(mut self, name: &'static str, value: Value<'m>) -> Self {
        self.properties.push((name, value));
        self
    }

    /// With a text.
    pub(crate) fn text(self, name: &'static str, text: &'m str) -> Self {
        self.with(name, Value::Text(text))
    }

    /// With a whole number.
    pub(crate) fn count(self, name: &'static str, count: usize) -> Self {
        self.with(name, Value::Count(count))
    }

    /// With a property that may be absent.
    #[inline(never)]
    pub(crate) fn optional(self, name: &'static str, value: Option<Value<'m>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// With a text that may be absent.
    pub(crate) fn optional_text(self, name: &'static str, text: Option<&'m str>) -> Self {
        self.optional(name, text.map(Value::Text))
    }

    /// With an array.
    pub(crate) fn list(self, name: &'static str, items: Vec<Value<'m>>) -> Self {
        self.with(name, Value::List(items))
    }

    /// With an array of texts.
    #[cfg(feature = "priorities")]
    #[inline(never)]
    pub(crate) fn texts(self, name: &'static str, texts: &'m [String]) -> Self {
        self.list(name, texts.iter().map(|text| Value::Text(text)).collect())
    }

    /// The object as a value.
    pub(crate) fn done(self) -> Value<'m> {
        Value::Object(self)
    }
}

/// The values of an iterator. What differs between callers is one small function each; the loop is compiled once.
pub(crate) fn collected<'m>(mut items: impl Iterator<Item = Value<'m>>) -> Vec<Value<'m>> {
    gather(&mut || items.next())
}

#[inline(never)]
fn gather<'m>(next: &mut dyn FnMut() -> Option<Value<'m>>) -> Vec<Value<'m>> {
    let mut values = Vec::new();
    while let Some(value) = next() {
        values.push(value);
    }
    values
}

/// An object without properties so far.
pub(crate) fn object<'m>() -> Object<'m> {
    Object::default()
}

/// UTF-16 ranges of byte spans in a text.
pub fn marks<'m>(text: &str, spans: &[ByteSpan]) -> Value<'m> {
    let marks = to_marks(text, spans);
    Value::List(collected(marks.into_iter().map(|mark| range(object(), mark.start, mark.end).done())))
}

/// With the ends of a range.
pub(crate) fn range(object: Object<'_>, start: u32, end: u32) -> Object<'_> {
    object.count("start", start as usize).count("end", end as usize)
}

/// An invalid argument.
pub fn invalid_argument(message: &str) -> Value<'_> {
    object().text("code", "invalid-argument").text("message", message).done()
}

/// Bytes that are not a snapshot.
pub fn bad_snapshot(message: &str) -> Value<'_> {
    object().text("code", "snapshot").text("message", message).done()
}

/// A number and where it comes from.
pub fn reason(reason: &Reason) -> Value<'_> {
    let parts = reason.parts.iter().map(self::reason).collect();
    object().with("value", Value::Score(reason.value)).text("words", &reason.words).list("parts", parts).done()
}

/// What to emphasise in documents that were found.
pub fn shown<'m>(documents: &'m [Shown<'m>]) -> Value<'m> {
    let views = documents.iter().map(|document| {
        let excerpt = document.excerpt.as_ref().map(|passage| {
            object()
                .text("field", passage.field)
                .text("text", passage.text)
                .with("highlights", marks(passage.text, &passage.highlights))
                .with("truncatedStart", Value::Flag(passage.truncated_start))
                .with("truncatedEnd", Value::Flag(passage.truncated_end))
                .done()
        });
        let highlights = marks(document.title, &document.highlights);
        object().with("highlights", highlights).optional("excerpt", excerpt).done()
    });
    Value::List(collected(views))
}

/// How a text that is being typed could continue; `titles` are what it could mean.
pub(crate) fn suggestions<'m>(queries: &'m [Suggestion], titles: Vec<Value<'m>>) -> Value<'m> {
    let queries = queries.iter().map(|suggestion| {
        let typed = to_mark(&suggestion.text, suggestion.typed);
        let view =
            object().text("text", &suggestion.text).with("typed", range(object(), typed.start, typed.end).done());
        let view = view.count("count", suggestion.n_documents as usize);
        view.optional_text("lang", suggestion.lang).done()
    });
    object().list("queries", collected(queries)).list("titles", titles).done()
}

/// Queries and documents that could be meant.
pub fn suggested_documents<'m>(collection: &'m Collection, suggested: &'m documents::Suggestions) -> Value<'m> {
    let titles = suggested.titles.iter().map(|(document, highlights)| {
        let record = collection.record(*document);
        let id = match record.id {
            Cow::Borrowed(id) => Value::Text(id),
            Cow::Owned(id) => Value::Made(id),
        };
        let view = object().with("id", id).text("title", record.title).text("url", record.url);
        view.with("highlights", marks(record.title, highlights)).done()
    });
    suggestions(&suggested.queries, collected(titles))
}

//! JSON as a tree that keeps order and repeated keys.

use crate::bytes::{digits, length_u32};
use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// A JSON value. Unlike `serde_json::Value` it keeps the order of properties and both of two with the same key, so
/// that the reader can say so. Texts without escapes stay where they are: in the file.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Json<'j> {
    Null,
    Bool(bool),
    Number(f64),
    Text(Cow<'j, str>),
    List(Vec<Self>),
    Object(Vec<(Cow<'j, str>, Self)>),
}

impl Json<'_> {
    /// The value in a few words, for a problem.
    pub(super) fn describe(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(true) => "true".to_owned(),
            Self::Bool(false) => "false".to_owned(),
            Self::Number(_) => match self.as_u32() {
                Some(number) => digits(number),
                None => "another number".to_owned(),
            },
            Self::Text(value) => ["\"", value, "\""].concat(),
            Self::List(items) => ["a list of ", &digits(length_u32(items.len()))].concat(),
            Self::Object(properties) => {
                ["an object with ", &digits(length_u32(properties.len())), " properties"].concat()
            }
        }
    }

    /// A whole number from 0 to `u32::MAX`.
    pub(super) fn as_u32(&self) -> Option<u32> {
        match self {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be in range")]
            Self::Number(number) if number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(number) => {
                Some(*number as u32)
            }
            _ => None,
        }
    }

    /// The property of an object; the first of two with the same name.
    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(properties) => properties.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }
}

/// How many values a JSON text holds, lists and objects included, without reading it: each but the first stands behind one of the three
/// marks. Empty lists and objects count twice.
pub(super) fn n_values(text: &[u8]) -> usize {
    let (mut n_values, mut is_text, mut is_escaped) = (1, false, false);
    for byte in text {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = is_text,
            b'"' => is_text = !is_text,
            b',' | b'[' | b'{' if !is_text => n_values += 1,
            _ => {}
        }
    }
    n_values
}

impl<'de> Deserialize<'de> for Json<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct JsonVisitor;

        impl<'de> Visitor<'de> for JsonVisitor {
            type Value = Json<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a JSON value")
            }
            fn visit_unit<E>(self) -> Result<Json<'de>, E> {
                Ok(Json::Null)
            }
            fn visit_bool<E>(self, value: bool) -> Result<Json<'de>, E> {
                Ok(Json::Bool(value))
            }
            #[expect(clippy::cast_precision_loss, reason = "JSON numbers are doubles to JavaScript as well")]
            fn visit_i64<E>(self, value: i64) -> Result<Json<'de>, E> {
                Ok(Json::Number(value as f64))
            }
            #[expect(clippy::cast_precision_loss, reason = "JSON numbers are doubles to JavaScript as well")]
            fn visit_u64<E>(self, value: u64) -> Result<Json<'de>, E> {
                Ok(Json::Number(value as f64))
            }
            fn visit_f64<E>(self, value: f64) -> Result<Json<'de>, E> {
                Ok(Json::Number(value))
            }
            fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Json<'de>, E> {
                Ok(Json::Text(Cow::Borrowed(value)))
            }
            fn visit_str<E>(self, value: &str) -> Result<Json<'de>, E> {
                Ok(Json::Text(Cow::Owned(value.to_owned())))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json<'de>, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = list.next_element()? {
                    items.push(item);
                }
                Ok(Json::List(items))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json<'de>, A::Error> {
                let mut properties = Vec::new();
                // A key is a text.
                while let Some((Json::Text(key), value)) = map.next_entry()? {
                    properties.push((key, value));
                }
                Ok(Json::Object(properties))
            }
        }
        deserializer.deserialize_any(JsonVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The number of values, with what is empty twice.
    fn count(json: &Json) -> usize {
        match json {
            Json::List(items) => 1 + items.iter().map(count).sum::<usize>() + usize::from(items.is_empty()),
            Json::Object(all) => {
                1 + all.iter().map(|(_, value)| count(value)).sum::<usize>() + usize::from(all.is_empty())
            }
            _ => 1,
        }
    }

    proptest! {
        #[test]
        fn values_are_counted(text in r#"\[((\{"k,\\"":([0-9]|"[]{},:a]{0,3}")(,"l":\[\])?\}|"\\\\"|\{\}|\[(1(,2){0,2})?\]),){0,6}0\]"#) {
            let json: Json = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(n_values(text.as_bytes()), count(&json));
        }
    }
}

//! A JSON value that remembers where it stands in the text. It knows no dossier.
//!
//! serde_json reads; each level is read only when it is asked for, so the depth of a hostile text costs nothing.

use crate::error::{Found, What};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// A value of the text, not read yet.
#[derive(Clone, Copy)]
pub(crate) struct Raw<'a>(&'a RawValue);

/// The members of a record, in order, keys said twice included.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'a> Raw<'a> {
    /// The whole text, checked to be JSON from end to end.
    ///
    /// # Errors
    /// Not JSON: the line (from 1) and what is wrong.
    pub(crate) fn of(text: &'a str) -> Result<Self, (usize, What)> {
        serde_json::from_str(text).map(Self).map_err(|error| {
            let what = What::Syntax {
                column: error.column(),
                cut_short: error.is_eof(),
            };
            (error.line(), what)
        })
    }

    /// Its own text.
    pub(crate) fn json(self) -> &'a str {
        self.0.get()
    }

    /// Its type, which its first character tells.
    pub(crate) fn found(self) -> Found {
        match self.0.get().as_bytes().first() {
            Some(b'"') => Found::Text,
            Some(b'{') => Found::Record,
            Some(b'[') => Found::List,
            Some(b't' | b'f') => Found::Boolean,
            Some(b'n') => Found::Null,
            _ => Found::Number,
        }
    }

    /// How many bytes of `text`, which it is a part of, stand before it.
    pub(crate) fn offset(self, text: &str) -> Option<usize> {
        let offset = (self.0.get().as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
        (offset <= text.len()).then_some(offset)
    }

    /// The members of a record; none when a key has a broken escape or it is no record.
    pub(crate) fn members(self) -> Option<Vec<(String, Self)>> {
        let Members(members) = serde_json::from_str(self.0.get()).ok()?;
        Some(
            members
                .into_iter()
                .map(|(key, value)| (key, Self(value)))
                .collect(),
        )
    }

    /// The items of a list.
    pub(crate) fn items(self) -> Option<Vec<Self>> {
        let items: Vec<&RawValue> = serde_json::from_str(self.0.get()).ok()?;
        Some(items.into_iter().map(Self).collect())
    }

    /// The text between quotes; none when an escape is broken or it is no text.
    pub(crate) fn text(self) -> Option<String> {
        serde_json::from_str(self.0.get()).ok()
    }

    /// The whole number; none for a negative one, decimals or another type.
    pub(crate) fn number(self) -> Option<u64> {
        serde_json::from_str(self.0.get()).ok()
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a record")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Collect)
    }
}

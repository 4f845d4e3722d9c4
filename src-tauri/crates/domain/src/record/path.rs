//! CONTRACT. Names inside a dossier: the identity of an item, and where a field is.
//!
//! This file must not know what lies at a path.

use std::fmt;

/// The identity of an item in a list: a UUIDv7 when made here, any short text in a file from elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// Takes 1 to 36 letters, digits or hyphens (ASCII).
    pub fn new(text: &str) -> Option<Self> {
        let fits = (1..=36).contains(&text.len());
        let plain = text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        (fits && plain).then(|| Self(text.to_owned()))
    }

    /// The text of it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Where a field is in a dossier: `collectivite/nom`, `ecoles/0198…/uai`, `champs/editeur_ent`.
/// An item is named by its id, never by its rank, so that a path stays true when a list is reordered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(String);

impl Path {
    /// A path from its text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The path of a field below this one.
    #[must_use]
    pub fn join(&self, key: &str) -> Self {
        if self.0.is_empty() {
            Self(key.to_owned())
        } else {
            Self([self.0.as_str(), "/", key].concat())
        }
    }

    /// The text of it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.split('/').filter(|key| !key.is_empty())
    }

    /// Its first key: the part of the dossier it belongs to.
    pub fn head(&self) -> &str {
        self.keys().next().unwrap_or("")
    }

    /// Its last key: the field's own.
    pub fn last(&self) -> &str {
        self.keys().last().unwrap_or("")
    }

    /// Whether it is `other` or lies below it.
    pub fn is_under(&self, other: &str) -> bool {
        self.0
            .strip_prefix(other)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

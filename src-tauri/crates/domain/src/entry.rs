//! CONTRACT. A field as the referent left it: empty, read, or typed and not readable.
//!
//! Nothing typed is ever lost: what does not read is kept letter for letter with the reason.
//! This file must not know which fields a dossier has, nor any French sentence.

use crate::values::why::Why;

/// What a field expects, for the schema, the window and the messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line of text.
    Text,
    /// Several lines of text.
    LongText,
    /// One of these keys, each with its French label.
    Choice(&'static [(&'static str, &'static str)]),
    /// A school's number.
    Uai,
    /// A body's number.
    Siren,
    /// An establishment's number.
    Siret,
    /// A commune's official code.
    Insee,
    /// A postal code.
    PostalCode,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A school year.
    SchoolYear,
    /// An amount, in cents.
    Cents,
    /// A day.
    Date,
    /// An hour of the day.
    Time,
    /// A count of things.
    Count,
    /// Yes or no.
    YesNo,
    /// A PNG, JPEG or SVG picture, base64.
    Image,
}

/// A value that a text may be read as.
pub trait Value: Sized + Clone + PartialEq + std::fmt::Debug {
    /// What the field expects.
    const KIND: Kind;
    /// Reads what was typed; the reason is a code with its details, never a sentence.
    ///
    /// # Errors
    /// Why the text does not read as such a value.
    fn read(typed: &str) -> Result<Self, Why>;
    /// The canonical spelling, which `read` gives back unchanged.
    fn spelling(&self) -> String;
}

/// A field of the dossier.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Entry<T> {
    /// Nothing was typed.
    #[default]
    Empty,
    /// A value was read.
    Read(T),
    /// What was typed, letter for letter, and why it does not read.
    Unread {
        /// The text as typed.
        typed: String,
        /// Why it does not read.
        why: Why,
    },
}

impl<T: Value> Entry<T> {
    /// Reads a text; only blanks count as empty.
    pub fn of(typed: &str) -> Self {
        if typed.trim().is_empty() {
            return Self::Empty;
        }
        match T::read(typed) {
            Ok(value) => Self::Read(value),
            Err(why) => Self::Unread {
                typed: typed.to_owned(),
                why,
            },
        }
    }

    /// The value, when there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Read(value) => Some(value),
            _ => None,
        }
    }
}

/// An [`Entry`] whose type is not known: what the store, the format and the window work with.
pub trait Leaf {
    /// What it expects.
    fn kind(&self) -> Kind;
    /// The canonical spelling once read, else what was typed; empty when empty.
    fn typed(&self) -> String;
    /// Replaces it by what this text reads as.
    fn put(&mut self, typed: &str);
    /// Why it does not read, when it does not.
    fn why(&self) -> Option<&Why>;
    /// Whether nothing was typed.
    fn is_empty(&self) -> bool;
}

impl<T: Value> Leaf for Entry<T> {
    fn kind(&self) -> Kind {
        T::KIND
    }

    fn typed(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Read(value) => value.spelling(),
            Self::Unread { typed, .. } => typed.clone(),
        }
    }

    fn put(&mut self, typed: &str) {
        *self = Self::of(typed);
    }

    fn why(&self) -> Option<&Why> {
        match self {
            Self::Unread { why, .. } => Some(why),
            _ => None,
        }
    }

    fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }
}

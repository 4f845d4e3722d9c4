//! The dossier as a file: the JSON that is exported, imported, given to the command and used by the tests.
//!
//! In comes a text, out comes a [`Dossier`] or everything that is wrong with the text at once, each with its
//! path and line. Out goes a text that reads back as the same dossier. Keys are never said here: they follow
//! from the declaration in `domain::dossier`, and so do the schema and the guide for people.
//!
//! A wrong *type*, an unknown key or a key said twice is refused. A *value* that does not read is kept as
//! typed: saying so is the vérification's work. This room knows no file, no SQL and no modèle.

mod error;
mod expected;
mod fields;
mod guide;
mod json;
mod near;
mod raw;
mod read;
mod reader;
mod schema;
mod upgrade;
mod write;

#[cfg(test)]
mod tests;

pub use error::{Expected, FormatError, Found, What};
pub use expected::expected;
pub use guide::{About, GuideLine, guide, lines};
pub use near::nearest;
pub use read::{read, unknown_answers};
pub use schema::schema;
pub use write::{form, write};

#[cfg(doc)]
use domain::dossier::Dossier;

/// The version of the format that is written, and the newest that is read.
pub const VERSION: u32 = upgrade::version_after(upgrade::STEPS);

/// The largest text that is read, in bytes: some five logos of the largest size.
pub const MOST_BYTES: usize = 10_000_000;

/// The most items a list may hold; the largest known convention has 83 establishments.
pub const MOST_ITEMS: usize = 5_000;

/// The most faults that are told at once: beyond, the file is another kind of file.
pub const MOST_ERRORS: usize = 1_000;

/// Keys of a file beside those of the declared fields.
pub(crate) mod key {
    pub(crate) const FORMAT: &str = "format";
    pub(crate) const TEMPLATE: &str = "modele";
    pub(crate) const TEMPLATE_ID: &str = "id";
    pub(crate) const TEMPLATE_VERSION: &str = "version";
    pub(crate) const ANSWERS: &str = domain::dossier::ANSWERS;
    pub(crate) const BY_HAND: &str = "a_la_main";
    pub(crate) const ITEM_ID: &str = "id";
    pub(crate) const BEFORE: &str = "avant";
}

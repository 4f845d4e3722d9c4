//! Keeps the dossiers: one SQLite file, one writer, every action of the referent recorded and undoable.
//!
//! An [`Action`] goes in, and its effect and its trace are kept together or not at all. The trace is a SQLite
//! changeset: undo applies it inverted, redo applies it again, both exact and both after a restart too.
//! Texts are kept as typed; what they read as is the room `domain`'s. The tables of the dossier follow the
//! shape declared there, so that no field is said again here.
//!
//! This room knows no JSON, no page, no window and no clock: the moment is handed in as a [`Stamp`].

mod act;
mod action;
mod check;
mod conventions;
mod earlier;
mod edit;
mod error;
mod history;
mod id;
mod issue;
mod journal;
mod kept;
mod lock;
mod migrate;
mod open;
mod pieces;
mod rows;
mod settings;
mod sound;
mod stamp;
mod tx;
mod undo;

#[cfg(test)]
mod tests;

pub use action::{Action, Deed, Done, Issue, IssuedRecord, PastedRow};
pub use conventions::{Loaded, Row};
pub use error::StoreError;
pub use history::{HistoryLine, Reach};
pub use id::new_id;
pub use issue::IssuedRow;
pub use open::Store;
pub use pieces::PieceRow;
pub use stamp::Stamp;

pub(crate) type Result<T> = std::result::Result<T, StoreError>;

/// The most characters that a field takes as typed: far beyond what any reads as.
pub const MOST_CHARS: usize = 100_000;

/// The most characters that a picture takes: base64 of the largest one.
pub const MOST_IMAGE_CHARS: usize = 4_000_000;

/// The most items of a list.
pub const MOST_ITEMS: usize = 5_000;

//! A transaction under way: what is written in one is kept whole, or not at all.

use rusqlite::Transaction;

/// A transaction under way. Every write of the project is a method of this type.
pub(crate) struct Tx<'db>(pub(crate) Transaction<'db>);

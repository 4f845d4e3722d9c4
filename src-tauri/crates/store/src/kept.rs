//! What rows keep as text, read back: moments, ids.

use crate::{Result, Stamp, StoreError};
use domain::record::Id;

/// A moment read in the base.
pub(crate) fn stamp(text: &str) -> Result<Stamp> {
    Stamp::read(text).ok_or_else(|| StoreError::damage("a moment that does not read"))
}

/// An id read in the base.
pub(crate) fn id(text: &str) -> Result<Id> {
    Id::new(text).ok_or_else(|| StoreError::damage("an id that does not read"))
}

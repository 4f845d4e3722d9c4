//! What comes after a convention.

use serde::Serialize;
use specta::Type;

/// What a dossier does to the one that it follows.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct SequelView {
    /// `avenant`, `mise_a_jour` or `renouvellement`.
    pub kind: String,
    /// « Avenant n° 1 à 2026-001 ».
    pub words: String,
    /// What changed since, in the order of the rail.
    pub changes: Vec<ChangeView>,
}

/// One thing that changed.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct ChangeView {
    /// What it is about: « Écoles », « Contacts ».
    pub matter: String,
    /// Its field or its item; no longer there for what is gone.
    pub path: String,
    /// What it is: « Durée, en années ».
    pub label: String,
    /// What it was; empty for what is new.
    pub before: String,
    /// What it is; empty for what is gone.
    pub after: String,
}

/// What may be begun after a dossier.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct FollowView {
    /// `avenant`, `mise_a_jour` or `renouvellement`.
    pub kind: String,
    /// What the button says: « Préparer un avenant ».
    pub label: String,
    /// When it is the right act.
    pub help: String,
}

//! The first screen, and a dossier whole.

use super::{BlankView, DocumentRow, FieldState, FindingView, FollowView, Section, SequelView};
use serde::Serialize;
use specta::Type;

/// A dossier in the list of the first screen.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DossierLine {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Its reference.
    pub reference: String,
    /// What it follows: « Avenant n° 1 à 2026-001 »; empty for a first convention.
    pub sequel: String,
    /// Its state.
    pub state: FieldState,
    /// Its state in words.
    pub state_words: String,
    /// When it was last changed: « le 24 novembre 2026 à 14 h 32 ».
    pub changed: String,
}

/// A modèle one can begin with.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct ModelLine {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it follows.
    pub subtitle: String,
}

/// The first screen.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct Home {
    /// The dossiers, last changed first.
    pub dossiers: Vec<DossierLine>,
    /// The modèles.
    pub models: Vec<ModelLine>,
}

/// A dossier, whole.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DossierView {
    /// Its id.
    pub id: String,
    /// Grows by one at each change.
    pub revision: u32,
    /// Its name.
    pub title: String,
    /// Its reference.
    pub reference: String,
    /// « avant le vote », « après le vote ».
    pub phase: String,
    /// The modèle, in words.
    pub model: String,
    /// What it follows, and what it changes; none for a first convention.
    pub sequel: Option<SequelView>,
    /// What may be begun after it.
    pub follows: Vec<FollowView>,
    /// The rail.
    pub sections: Vec<Section>,
    /// What the vérification found.
    pub findings: Vec<FindingView>,
    /// What is left to be filled by hand.
    pub blanks: Vec<BlankView>,
    /// What can be made.
    pub documents: Vec<DocumentRow>,
    /// What « Annuler » would undo, in words.
    pub undo: Option<String>,
    /// What « Rétablir » would do again, in words.
    pub redo: Option<String>,
}

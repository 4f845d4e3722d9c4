//! What can be made, how it looks, what was made. Lengths of pages are points.

use super::FieldState;
use serde::Serialize;
use specta::Type;

/// When a document leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PhaseView {
    /// Before the vote.
    AvantVote,
    /// After the vote.
    ApresVote,
    /// After the originals came back.
    Retour,
}

/// A document of the dossier.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DocumentRow {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// A line more.
    pub subtitle: String,
    /// The name of its file.
    pub file: String,
    /// How many copies the file holds.
    pub copies: u32,
    /// When it leaves.
    pub phase: PhaseView,
    /// How many findings block it.
    pub blocked: u32,
    /// How many are to be looked at and have no reason.
    pub to_verify: u32,
    /// Whether it is made unless one says otherwise.
    pub proposed: bool,
    /// Whether it can be made final.
    pub ready: bool,
    /// Whether it also has a form that can be edited, and a text to be pasted.
    pub editable: bool,
    /// Whether it is published: it then has a version to be put online.
    pub published: bool,
    /// When it was last made final: « le 24 novembre 2026, version 1 »; empty when never.
    pub issued: String,
    /// The conventions it is made once for each of; none for a document of the whole dossier.
    pub shares: Vec<ShareRow>,
}

/// One of the conventions that a document is made for.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ShareRow {
    /// Id of the establishment, or of who signs for the member.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Where its row is.
    pub path: String,
    /// How many findings stop it.
    pub stopped: u32,
    /// When it was last made final: « le 24 novembre 2026, version 1 »; empty when never.
    pub issued: String,
}

/// A page of the preview. Lengths in points.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct PageView {
    /// Its width.
    #[specta(type = i32)] // A finite number: the twin must not offer null.
    pub width: f32,
    /// Its height.
    #[specta(type = i32)] // A finite number: the twin must not offer null.
    pub height: f32,
    /// Its drawing.
    pub svg: String,
}

/// A printed value on the preview. Lengths in points.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct BoxView {
    /// Index of the page.
    pub page: u32,
    /// Left.
    #[specta(type = i32)] // A finite number: the twin must not offer null.
    pub x: f32,
    /// Top.
    #[specta(type = i32)] // A finite number: the twin must not offer null.
    pub y: f32,
    /// Width.
    #[specta(type = i32)] // A finite number: the twin must not offer null.
    pub w: f32,
    /// Height.
    #[specta(type = i32)] // A finite number: the twin must not offer null.
    pub h: f32,
    /// The field.
    pub path: String,
    /// Its label.
    pub label: String,
    /// « complet », « a_completer », « a_verifier », « bloquant »; by hand is `hand`.
    pub state: FieldState,
    /// Whether it is a line to fill by hand.
    pub hand: bool,
}

/// The preview of a document.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct PreviewView {
    /// The document.
    pub document: String,
    /// The dossier's revision it shows.
    pub revision: u32,
    /// Its pages.
    pub pages: Vec<PageView>,
    /// Its values.
    pub boxes: Vec<BoxView>,
}

/// What was made.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct IssuedView {
    /// The files.
    pub files: Vec<FileView>,
    /// The folder, as people read it.
    pub folder: String,
    /// How many conventions were made of a document that is made once for each.
    pub shares: u32,
    /// Those that were not.
    pub refused: Vec<RefusedShare>,
    /// What one should know of them: a sentence each.
    pub notes: Vec<String>,
}

/// A convention that was not made; it remains to do.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RefusedShare {
    /// The document.
    pub document: String,
    /// Its name.
    pub label: String,
    /// Where its row is.
    pub path: String,
    /// Why.
    pub reasons: Vec<RefusalReason>,
}

/// Why a convention was not made.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RefusalReason {
    /// What is wrong, and how to mend it.
    pub sentence: String,
    /// The field; empty for none.
    pub path: String,
}

/// The text of a document, to be pasted in another program.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct TextView {
    /// With its titles, lists and tables.
    pub html: String,
    /// In plain words.
    pub plain: String,
}

/// A file that was made.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct FileView {
    /// Its name.
    pub name: String,
    /// Its pages.
    pub pages: u32,
}

//! What the window is told: a dossier as sections, groups and fields, already in words.
//!
//! Plain values made from the store's dossier, its modèle and the control sheet; the window shows them and
//! computes nothing. Their TypeScript twins are generated. Nothing here knows the window's toolkit.

use serde::Serialize;
use specta::Type;

/// The state of a field, a section or a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FieldState {
    /// Nothing is there, and nothing is awaited.
    Vide,
    /// Done.
    Complet,
    /// Something is missing.
    ACompleter,
    /// Something is to be looked at.
    AVerifier,
    /// Something blocks.
    Bloquant,
}

/// What kind of field it is: decides the part that shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// One line.
    Texte,
    /// Several lines.
    TexteLong,
    /// One of a few.
    Choix,
    /// A day.
    Date,
    /// An hour.
    Heure,
    /// An amount.
    Montant,
    /// A count.
    Entier,
    /// Yes or no.
    OuiNon,
    /// A school's number.
    Uai,
    /// A SIREN.
    Siren,
    /// A SIRET.
    Siret,
    /// A telephone.
    Telephone,
    /// An e-mail address.
    Courriel,
    /// A school year.
    Annee,
    /// A postal code.
    CodePostal,
    /// An INSEE code.
    Insee,
    /// A picture.
    Image,
}

/// Whether a field may be left to be filled by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Hand {
    /// It may not.
    Non,
    /// It may, and is not.
    Possible,
    /// It is.
    Oui,
}

/// One of a few.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Choice {
    /// What is written.
    pub key: String,
    /// What is read.
    pub label: String,
}

/// A field.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FieldView {
    /// Where it is in the dossier.
    pub path: String,
    /// Its label.
    pub label: String,
    /// One line of help; may be empty.
    pub help: String,
    /// Its kind.
    pub kind: FieldKind,
    /// What is typed.
    pub typed: String,
    /// What it reads as, in words: « mardi 8 décembre 2026 »; empty when there is nothing to add.
    pub echo: String,
    /// The choices, when it is one.
    pub choices: Vec<Choice>,
    /// How many of twelve columns it takes.
    pub width: u8,
    /// Whether it may be left to be filled by hand.
    pub hand: Hand,
    /// Its state.
    pub state: FieldState,
    /// What is wrong with it, in a sentence.
    pub finding: Option<String>,
    /// Whether a document needs it.
    pub required: bool,
}

/// Fields under one title.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Group {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// A note beside the title: « dans le texte : « l'académie » ».
    pub note: String,
    /// Its fields.
    pub fields: Vec<FieldView>,
    /// Its list, when it is one.
    pub list: Option<ListView>,
}

/// A column of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct ColumnView {
    /// The key of the field.
    pub key: String,
    /// Its label.
    pub label: String,
    /// How many of twelve columns it takes.
    pub width: u8,
    /// Its kind.
    pub kind: FieldKind,
    /// The choices, when it is one.
    pub choices: Vec<Choice>,
}

/// A row of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct ItemView {
    /// Its id.
    pub id: String,
    /// Its cells, a column each.
    pub cells: Vec<FieldView>,
    /// Its state.
    pub state: FieldState,
    /// What is wrong with it, in a sentence.
    pub finding: Option<String>,
}

/// A list shown as a grid.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct ListView {
    /// Where it is in the dossier.
    pub path: String,
    /// Its columns.
    pub columns: Vec<ColumnView>,
    /// Its rows.
    pub items: Vec<ItemView>,
    /// « 6 écoles (six) ».
    pub total: String,
    /// « 5 élémentaires et 1 primaire », « 6 clés justes sur 6 ».
    pub totals: Vec<String>,
}

/// A date in the order that the law expects.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct DateLine {
    /// Where it is in the dossier; empty for a computed date.
    pub path: String,
    /// Its label.
    pub label: String,
    /// Why it stands here.
    pub why: String,
    /// What is wrong with its place, in a sentence.
    pub problem: Option<String>,
    /// The field; none for a computed date.
    pub field: Option<FieldView>,
    /// What is computed: « 15 janvier 2031 », « à déterminer »; empty for a field.
    pub computed: String,
}

/// A section of the rail.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Section {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// One sentence under the title.
    pub lead: String,
    /// Its state.
    pub state: FieldState,
    /// Its state in words: « à compléter : 2 ».
    pub state_words: String,
    /// Its groups.
    pub groups: Vec<Group>,
    /// Its dates, in order.
    pub dates: Vec<DateLine>,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// It blocks.
    Bloquant,
    /// It passes with a reason.
    AVerifier,
    /// It stops nothing.
    Conseil,
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FindingView {
    /// Code and field: one key a finding.
    pub key: String,
    /// Its code.
    pub code: String,
    /// How much it weighs.
    pub severity: Weight,
    /// Where it is printed: « article 11 », « annexe 1 ».
    pub article: String,
    /// The rule it comes from; may be empty.
    pub law: String,
    /// The field.
    pub path: Option<String>,
    /// Its label.
    pub field_label: String,
    /// The section it is in.
    pub section: String,
    /// What is wrong.
    pub sentence: String,
    /// How to mend it.
    pub mend: String,
    /// The reason for passing it.
    pub reason: Option<String>,
    /// The documents it stops.
    pub documents: Vec<String>,
}

/// A field left to be filled by hand.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct BlankView {
    /// Where it is.
    pub path: String,
    /// Its label.
    pub label: String,
    /// The section it is in.
    pub section: String,
}

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
    /// Whether it can be made final.
    pub ready: bool,
    /// When it was last made final: « le 24 novembre 2026, version 1 »; empty when never.
    pub issued: String,
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
}

/// A file that was made.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct FileView {
    /// Its name.
    pub name: String,
    /// Its pages.
    pub pages: u32,
}

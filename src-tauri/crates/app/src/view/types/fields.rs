//! A field, a group of fields, a date among others.

use super::ListView;
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
    /// A file kept with the dossier: chosen in a dialog, never typed.
    Fichier,
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
    /// What another field says and this empty one may say too; empty when there is none.
    pub offer: String,
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

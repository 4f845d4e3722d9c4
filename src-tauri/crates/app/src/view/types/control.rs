//! The vérification: what is wrong, what is left for the pen.

use serde::Serialize;
use specta::Type;

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

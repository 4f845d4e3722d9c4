//! The values to be copied into another text, as the window shows them.

use serde::Serialize;
use specta::Type;

/// The values to be copied, in the order of the text that receives them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Type)]
pub struct ReportView {
    /// The document that prints them; empty when there is none.
    pub document: String,
    /// The dossier's revision they show.
    pub revision: u32,
    /// One group for each part of that text.
    pub groups: Vec<ReportGroup>,
}

/// The values of one part of the text.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct ReportGroup {
    /// « Article 4 ».
    pub label: String,
    /// « Conduite du projet ».
    pub title: String,
    /// Its values.
    pub rows: Vec<ReportRow>,
}

/// A value to be copied.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct ReportRow {
    /// « 4.1 ».
    pub number: String,
    /// What it is.
    pub name: String,
    /// The value; empty when it is still to be given.
    pub value: String,
    /// The field it comes from; empty for none.
    pub path: String,
}

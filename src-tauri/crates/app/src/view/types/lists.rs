//! A list of records as a grid: its columns, its rows, what stands at its foot.

use super::{Choice, FieldKind, FieldState, FieldView};
use serde::Serialize;
use specta::Type;

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
    /// Its other fields, which the grid has no column for.
    pub more: Vec<FieldView>,
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
    /// The party whose rows these are; empty for the whole list.
    pub part: String,
    /// Whether its section is about it, and about little else.
    pub main: bool,
    /// What one adds to it: « une école », « un signataire ».
    pub one: String,
    /// Its columns.
    pub columns: Vec<ColumnView>,
    /// Its rows.
    pub items: Vec<ItemView>,
    /// « 6 écoles (six) ».
    pub total: String,
    /// « 5 élémentaires et 1 primaire », « 6 clés justes sur 6 ».
    pub totals: Vec<String>,
}

//! What the window asks for: one gesture, one action of the store, one step of « Annuler ».

use serde::Deserialize;
use specta::Type;

/// A change asked by the window.
#[derive(Clone, Debug, PartialEq, Deserialize, Type)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Gesture {
    /// What was typed in some fields.
    Set {
        /// The fields.
        fields: Vec<Typed>,
    },
    /// A field is left to be filled by hand, or no more.
    Hand {
        /// The field.
        path: String,
        /// Whether it is.
        on: bool,
    },
    /// A row more.
    Add {
        /// The list.
        list: String,
        /// The party whose rows they are; empty for the whole list.
        part: String,
    },
    /// A row less.
    Remove {
        /// The list.
        list: String,
        /// The row.
        id: String,
    },
    /// A row goes to another rank.
    Move {
        /// The list.
        list: String,
        /// The party whose rows they are; empty for the whole list.
        part: String,
        /// The row.
        id: String,
        /// The rank among those rows, from 0.
        to: u32,
    },
    /// A block of cells pasted from a table.
    Paste {
        /// The list.
        list: String,
        /// The party whose rows they are; empty for the whole list.
        part: String,
        /// The row it begins at; none for new rows at the end.
        id: Option<String>,
        /// The column it begins at.
        column: String,
        /// The block: tabs between cells, line ends between rows.
        text: String,
    },
    /// A « à vérifier » is passed with a reason; an empty one takes it back.
    Pass {
        /// The finding's code.
        code: String,
        /// Its field; empty for none.
        path: String,
        /// The reason.
        reason: String,
    },
}

/// What was typed in a field.
#[derive(Clone, Debug, PartialEq, Deserialize, Type)]
pub struct Typed {
    /// The field.
    pub path: String,
    /// The text.
    pub text: String,
}

//! Pieces of a line: words with what they mean, drawn things, line breaks.

use crate::FieldPath;

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Words.
    Text(Text),
    /// A dotted line to be filled by hand.
    Dotted {
        /// What goes there.
        what: Dotted,
        /// The fields it stands for.
        fields: Vec<FieldPath>,
    },
    /// « À compléter »: a box that says what is missing (drafts only).
    ToComplete {
        /// What is missing: « numéro de la délibération ».
        label: String,
        /// The fields it stands for.
        fields: Vec<FieldPath>,
    },
    /// A drawn check box.
    Check {
        /// Whether it is ticked.
        ticked: bool,
        /// The fields it shows.
        fields: Vec<FieldPath>,
    },
    /// A line break inside a block.
    Break,
}

/// What a dotted line is for: decides its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dotted {
    /// A place (52 mm).
    Place,
    /// A date (42 mm).
    Date,
    /// A name, in a signature block or a cell: the width there is.
    Rest,
}

/// Words of one style.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Text {
    /// The words, as in the modèle or the dossier: typographic spaces are set with the page.
    pub words: String,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Raised, as the « er » of 1er.
    pub raised: bool,
    /// The fields the words come from; empty for the modèle's own words. Such words are a name or a value:
    /// never hyphenated, and a click on them leads to the field.
    pub fields: Vec<FieldPath>,
    /// What an abbreviation means, at its first occurrence.
    pub expansion: Option<String>,
    /// Where it leads: an address or, after `#`, an anchor of this document.
    pub link: Option<String>,
    /// The anchor whose page number stands in place of the words, once the pages are set.
    pub page_of: Option<String>,
}

impl Inline {
    /// Plain words.
    pub fn words(words: impl Into<String>) -> Self {
        Self::Text(Text {
            words: words.into(),
            ..Text::default()
        })
    }
}

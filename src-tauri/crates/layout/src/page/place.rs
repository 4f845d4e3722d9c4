//! A page to furnish, as its header, foot and marks need it.

use super::sheet::Sheet;
use crate::pages::Length;
use document::{Inline, Text};

/// A page to furnish.
pub struct Place<'a> {
    /// Its sheet.
    pub sheet: &'a Sheet,
    /// Left edge of its block.
    pub left: Length,
    /// Whether its outer margin is at left.
    pub verso: bool,
    /// Its number, and how many are counted.
    pub number: (u32, u32),
    /// Its running header; none on the first page.
    pub header: Option<&'a [Inline]>,
    /// Whether one signs on it.
    pub signed: bool,
}

/// Words in bold.
pub fn bold(words: &str) -> Inline {
    Inline::Text(Text {
        words: words.to_owned(),
        bold: true,
        ..Text::default()
    })
}

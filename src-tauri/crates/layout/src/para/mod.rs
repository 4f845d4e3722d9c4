//! Sets a paragraph: inlines and a measure become lines. Knows no page.

mod atoms;
mod breaks;
mod cuts;
mod fit;
mod items;
mod key;
mod lines;
mod looks;
mod optimum;
mod spans;
mod stretch;

pub use items::CHECK;
pub use key::of as key;
pub use looks::signs;

use crate::fonts::Fonts;
use crate::pages::{Black, Face, Glyph, Length, MissingGlyph};
use crate::words::Words;
use document::{FieldPath, Inline};
use std::sync::Arc;

/// The two voices: what the parties say, what helps to find.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// What the parties say.
    Serif,
    /// What helps to find, count and sign.
    Sans,
}

/// How the words of a block look, but for what the inlines say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// The voice.
    pub family: Family,
    /// Whether all is bold.
    pub bold: bool,
    /// The size.
    pub size: Length,
    /// How dark.
    pub black: Black,
}

/// How lines are cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Both edges straight, words hyphenated.
    Justified,
    /// Left edge straight, no word hyphenated.
    Left,
    /// Even lines, none ending on a small word: titles.
    Balanced,
}

/// What setting needs: the faces, and the words shaped before.
pub struct Tools<'a> {
    /// The faces.
    pub fonts: &'a Fonts,
    /// Words shaped before.
    pub words: &'a mut Words,
}

/// A set paragraph. Its lengths are relative to the left end of each line's baseline.
#[derive(Debug, Default)]
pub struct Setting {
    /// Its lines.
    pub lines: Vec<Line>,
    /// Its links and abbreviations.
    pub spans: Vec<SpanOf>,
    /// The fields printed in it.
    pub fields: Vec<FieldPath>,
    /// Signs that the faces lack.
    pub missing: Vec<MissingGlyph>,
}

/// Words that need an element of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpanOf {
    /// Where they lead.
    pub link: Option<String>,
    /// What they stand for.
    pub expansion: Option<String>,
    /// What a drawn box says to those who do not see it.
    pub alt: Option<&'static str>,
}

/// A set line.
#[derive(Debug, Default)]
pub struct Line {
    /// What stands on it, from left to right.
    pub pieces: Vec<Piece>,
    /// Where its last sign ends.
    pub width: Length,
    /// Whether it ends on a hyphen that the word does not have.
    pub hyphen: bool,
    /// Width of its spaces, per mille of natural.
    pub spacing: u32,
    /// Whether it is wider than the measure.
    pub overfull: bool,
}

/// What stands on a line.
#[derive(Debug)]
pub enum Piece {
    /// Glyphs.
    Run(Run),
    /// A dotted line.
    Dots {
        /// Left end.
        x: Length,
        /// Length.
        width: Length,
        /// The fields it stands for.
        fields: Vec<FieldPath>,
        /// Its element, in [`Setting::spans`].
        span: usize,
    },
    /// The frame of an « à compléter » box; its words are a run.
    Frame {
        /// Left edge.
        x: Length,
        /// Width.
        width: Length,
        /// Top, above the baseline.
        above: Length,
        /// The fields it stands for.
        fields: Vec<FieldPath>,
    },
    /// A check box.
    Check {
        /// Left edge.
        x: Length,
        /// Whether it is ticked.
        ticked: bool,
        /// The fields it shows.
        fields: Vec<FieldPath>,
        /// Its element, in [`Setting::spans`].
        span: usize,
    },
}

/// Glyphs of one look.
#[derive(Debug)]
pub struct Run {
    /// Left end.
    pub x: Length,
    /// How far above the baseline.
    pub rise: Length,
    /// The face.
    pub face: Face,
    /// The size.
    pub size: Length,
    /// The glyphs.
    pub glyphs: Arc<Vec<Glyph>>,
    /// The fields the words come from.
    pub fields: Vec<FieldPath>,
    /// Its element, in [`Setting::spans`].
    pub span: Option<usize>,
}

/// How wide a text is by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Widths {
    /// On one line, but for the breaks it asks for.
    pub natural: Length,
    /// Its widest word, mails whole.
    pub word: Length,
    /// Its widest word, mails and addresses cut.
    pub cut_word: Length,
}

impl Line {
    /// Its words, as they read.
    pub fn words(&self) -> String {
        let runs = self.pieces.iter().filter_map(|piece| match piece {
            Piece::Run(run) => Some(run.glyphs.iter()),
            _ => None,
        });
        runs.flatten().map(|glyph| glyph.text.as_str()).collect()
    }
}

/// Sets inlines in a measure.
pub fn set(
    tools: &mut Tools<'_>,
    inlines: &[Inline],
    style: Style,
    how: How,
    measure: Length,
) -> Setting {
    let items = items::build(tools, inlines, style, how, measure);
    lines::set(tools.fonts, inlines, items, how, measure)
}

/// How wide inlines are by themselves.
pub fn widths(tools: &mut Tools<'_>, inlines: &[Inline], style: Style) -> Widths {
    let items = items::build(tools, inlines, style, How::Left, Length::MAX);
    atoms::widths(&atoms::of(&items.items, How::Left))
}

#[cfg(test)]
mod tests;

//! The measures of the page (`page.md` §1 and §2), each said once.

use crate::lengths::{mm, pt};
use crate::pages::Length;
use crate::para::{Family, Style};

/// Half a step of the grid: every baseline of body text falls on a multiple of it.
pub const GRID: Length = pt(70);
/// A line of text.
pub const LINE: Length = pt(140);
/// From the top of a line of text to its baseline.
pub const RISE: Length = pt(100);
/// Width of the repère column: the axis stands at its right.
pub const AXIS: Length = mm(22);
/// Width kept free between a word of that column and the axis.
pub const AXIS_GAP: Length = pt(30);
/// Rules: what opens, what closes, what separates.
pub const STRONG: Length = pt(20);
/// A table's edge, a signature's.
pub const EDGE: Length = pt(10);
/// What separates.
pub const FINE: Length = pt(5);
/// Per cent of black of the rules between rows.
pub const PALE: u8 = 45;
/// Per cent of black of the quiet words.
pub const QUIET: u8 = 70;

const fn style(family: Family, bold: bool, tenths: i32) -> Style {
    Style {
        family,
        bold,
        size: pt(tenths),
        black: 100,
    }
}

/// What the parties say.
pub const BODY: Style = style(Family::Serif, false, 105);
/// Title of an article.
pub const ARTICLE: Style = style(Family::Sans, true, 105);
/// Title of a sub-article.
pub const SUB_ARTICLE: Style = style(Family::Sans, true, 95);
/// Number of an alinéa.
pub const NUMBER: Style = style(Family::Sans, false, 90);
/// « Vu », « Considérant ».
pub const REPERE_STRONG: Style = style(Family::Sans, true, 90);
/// « Entre », « Présents ».
pub const REPERE_LIGHT: Style = style(Family::Sans, false, 90);
/// Subtitle, frame, institution, quality of a signatory.
pub const PLAIN: Style = style(Family::Sans, false, 95);
/// Party that signs, name of a signatory.
pub const PLAIN_BOLD: Style = style(Family::Sans, true, 95);
/// First lines of an institution.
pub const INSTITUTION: Style = style(Family::Sans, false, 90);
/// A note.
pub const NOTE: Style = style(Family::Sans, false, 90);
/// Leading of a note and of a cell.
pub const NOTE_LINE: Length = pt(120);
/// From the top of such a line to its baseline.
pub const NOTE_RISE: Length = pt(90);
/// Title of an annexe.
pub const ANNEXE: Style = style(Family::Serif, true, 160);
/// Its leading.
pub const ANNEXE_LINE: Length = pt(210);
/// From the top of such a line to its baseline.
pub const ANNEXE_RISE: Length = pt(140);
/// Leading of the title of an act.
pub const TITLE_LINE: Length = pt(280);
/// From the top of such a line to its baseline.
pub const TITLE_RISE: Length = pt(200);
/// From the rule that opens to the first line of the title.
pub const TITLE_DROP: Length = pt(140);
/// Label of a figure, « Signature et cachet ».
pub const SMALL: Style = style(Family::Sans, false, 80);
/// Figure.
pub const FIGURE: Style = style(Family::Sans, true, 140);
/// Bullet.
pub const BULLET: Style = style(Family::Serif, false, 75);

/// The title of an act.
pub const fn title(size: document::TitleSize, bold: bool) -> Style {
    match size {
        document::TitleSize::Act => style(Family::Serif, bold, 220),
        document::TitleSize::Note => style(Family::Serif, bold, 190),
    }
}

/// The same words, quiet.
pub const fn quiet(style: Style) -> Style {
    Style {
        black: QUIET,
        ..style
    }
}

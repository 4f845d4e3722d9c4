//! Rows of a table: cells set in their columns (`page.md` §4).

use super::columns::GUTTER;
use crate::lengths::pt;
use crate::page::band::{Band, SetText};
use crate::page::bench::Bench;
use crate::pages::{Length, NodeId, Role};
use crate::para::{Family, How, Style};
use document::{Align, Inline};

/// How the cells of a table look.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Words.
    pub style: Style,
    /// Leading, and from the top of a line to its baseline.
    pub line: (Length, Length),
    /// Above and below the lines of a row.
    pub pad: Length,
}

const fn look(bold: bool, size: i32, leading: i32, rise: i32, pad: i32) -> Look {
    let style = Style {
        family: Family::Sans,
        bold,
        size: pt(size),
        black: 100,
    };
    Look {
        style,
        line: (pt(leading), pt(rise)),
        pad: pt(pad),
    }
}

/// A cell; a smaller one, when a table is too wide.
pub const CELL: Look = look(false, 90, 120, 90, 30);
/// A smaller cell, when a table is too wide.
pub const SMALL_CELL: Look = Look {
    style: Style {
        size: pt(85),
        ..CELL.style
    },
    line: (pt(115), pt(86)),
    pad: pt(30),
};
/// A header.
pub const HEADER: Look = look(true, 80, 110, 85, 35);

/// A column in its place.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Left edge.
    pub x: Length,
    /// Width, without the gutter.
    pub width: Length,
    /// How it stands.
    pub align: Align,
}

/// Columns side by side, from a left edge.
pub fn columns(
    left: Length,
    widths: &[Length],
    aligns: impl Iterator<Item = Align>,
) -> Vec<Column> {
    let mut x = left;
    let place = |(width, align): (&Length, Align)| {
        let column = Column {
            x,
            width: *width,
            align,
        };
        x += width + GUTTER;
        column
    };
    widths.iter().zip(aligns).map(place).collect()
}

/// A cell to be set.
pub struct Cell<'a> {
    /// Its words.
    pub text: &'a [Inline],
    /// Its element.
    pub role: Role,
    /// Its column, or the columns it goes over.
    pub column: Column,
    /// Whether all of it is bold.
    pub bold: bool,
}

/// A row: its cells, top-aligned or bottom-aligned.
pub fn row(
    bench: &mut Bench<'_, '_>,
    node: NodeId,
    cells: &[Cell<'_>],
    look: Look,
    at_bottom: bool,
) -> Band {
    let (leading, rise) = look.line;
    let set = |cell: &Cell<'_>| {
        let node = bench.child(node, cell.role);
        let style = Style {
            bold: look.style.bold || cell.bold,
            ..look.style
        };
        // The header of a column reads as a small title: its lines are even, and end where a phrase does.
        let how = if at_bottom { How::Balanced } else { How::Left };
        bench.text(node, cell.text, style, how, cell.column.width)
    };
    let texts: Vec<SetText> = cells.iter().map(set).collect();
    let height = texts
        .iter()
        .map(|text| text.height(leading))
        .max()
        .unwrap_or(0)
        .max(leading);
    let mut band = Band::of(height + 2 * look.pad);
    for (text, cell) in texts.iter().zip(cells) {
        let drop = if at_bottom {
            height - text.height(leading)
        } else {
            0
        };
        let mut y = look.pad + drop + rise;
        for line in 0..text.len() {
            let right = cell.column.width - text.width(line);
            let x = cell.column.x
                + if cell.column.align == Align::Right {
                    right
                } else {
                    0
                };
            band.inks.push(text.ink(line, x, y));
            y += leading;
        }
    }
    band
}

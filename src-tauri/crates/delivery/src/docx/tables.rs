//! Tables: a row of headers that each page repeats, rows that are never parted, and the blocks where one signs.

use super::runs::runs;
use super::{AXIS, BLOCK, MEASURE, mm};
use crate::markup::escaped;
use crate::reading::{Grid, Words, asks, bold, plain, signed_on, spanned};
use document::{Inline, SignatureBlock, Signatures};

/// About the width of a sign in a cell, and what stands beside a word.
const SIGN: u32 = 105;
const GUTTER: u32 = 200;

/// A table, as wide as the block or as its running text.
pub(super) fn grid(grid: &Grid<'_>, block: u32) -> String {
    let headed = grid.columns.iter().any(|column| !column.header.is_empty());
    let (left, width) = if grid.wide {
        (0, block)
    } else {
        (AXIS, block - (BLOCK - MEASURE))
    };
    let widths = widths(grid, width);
    let headed = headed && !grid.figures;
    let mut rows = String::new();
    if headed {
        rows.push_str(&header(grid, &widths));
    }
    if grid.figures {
        rows.push_str(&figures(grid, &widths));
    } else {
        rows.extend(grid.rows.iter().map(|cells| row(grid, cells, &widths)));
    }
    for cells in &grid.totals {
        rows.push_str(&total(cells, &widths));
    }
    let title = if grid.title.is_empty() {
        String::new()
    } else {
        format!("<w:tblCaption w:val=\"{}\"/>", escaped(grid.title))
    };
    let first_column = u8::from(grid.row_headers);
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"Tableau\"/><w:tblW w:w=\"{width}\" w:type=\"dxa\"/>\
         <w:tblInd w:w=\"{left}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
         <w:tblLook w:val=\"04A0\" w:firstRow=\"{}\" w:lastRow=\"0\" w:firstColumn=\"{first_column}\" \
         w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>{title}</w:tblPr>{}{rows}</w:tbl>",
        u8::from(headed),
        columns(&widths)
    )
}

fn columns(widths: &[u32]) -> String {
    let column = |width: &u32| format!("<w:gridCol w:w=\"{width}\"/>");
    format!(
        "<w:tblGrid>{}</w:tblGrid>",
        widths.iter().map(column).collect::<String>()
    )
}

/// Codes and figures keep their natural width, what remains is shared equally among the others (`page.md` §4).
fn widths(grid: &Grid<'_>, width: u32) -> Vec<u32> {
    let count = u32::try_from(grid.columns.len()).unwrap_or(1).max(1);
    let most = width / count.max(2) * 2 / if count > 2 { 1 } else { 2 };
    let natural: Vec<Option<u32>> = (grid.columns.iter().enumerate())
        .map(|(at, column)| column.fixed.then(|| natural(grid, at).min(most)))
        .collect();
    let taken: u32 = natural.iter().flatten().sum();
    let free = u32::try_from(natural.iter().filter(|it| it.is_none()).count()).unwrap_or(0);
    if free == 0 || taken >= width {
        return vec![width / count; grid.columns.len()];
    }
    let share = (width - taken) / free;
    natural
        .into_iter()
        .map(|width| width.unwrap_or(share))
        .collect()
}

/// The longest cell of a column on one line, its header by its longest word.
fn natural(grid: &Grid<'_>, at: usize) -> u32 {
    let words = plain(&grid.columns[at].header);
    let header = words
        .split_whitespace()
        .map(|word| word.chars().count())
        .max()
        .unwrap_or(0);
    let cells = grid
        .rows
        .iter()
        .chain(&grid.totals)
        .filter_map(|row| row.get(at));
    let longest = cells
        .map(|cell| plain(cell).chars().count())
        .max()
        .unwrap_or(0);
    let signs = u32::try_from(longest.max(header + 1))
        .unwrap_or(u32::MAX)
        .min(200);
    signs * SIGN + GUTTER
}

fn header(grid: &Grid<'_>, widths: &[u32]) -> String {
    let cells = grid.columns.iter().zip(widths).map(|(column, width)| {
        let line = runs(&column.header, false);
        cell(
            *width,
            1,
            ("EnTeteDeColonne", column.right),
            &line,
            RULE_BELOW,
        )
    });
    format!(
        "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{}</w:tr>",
        cells.collect::<String>()
    )
}

const RULE_BELOW: &str = "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/></w:tcBorders>";
const RULES: &str = "<w:tcBorders><w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"000000\"/>\
     <w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"000000\"/></w:tcBorders>";
const RULE_ABOVE: &str = "<w:tcBorders><w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"000000\"/></w:tcBorders>";

/// A row of the body.
fn row(grid: &Grid<'_>, cells: &[Words<'_>], widths: &[u32]) -> String {
    let cells = cells.iter().enumerate().map(|(at, line)| {
        let right = grid.columns.get(at).is_some_and(|column| column.right);
        let width = widths.get(at).copied().unwrap_or(GUTTER);
        cell(width, 1, ("Cellule", right), &runs(line, false), "")
    });
    one_row(&cells.collect::<String>())
}

/// The figures of a session or a vote: each under its label, in one cell, so that it is read after it.
fn figures(grid: &Grid<'_>, widths: &[u32]) -> String {
    let mut cells = String::new();
    for (rank, (column, width)) in grid.columns.iter().zip(widths).enumerate() {
        let figure = grid.rows.first().and_then(|row| row.get(rank));
        let figure = figure.map(|line| runs(line, false)).unwrap_or_default();
        cells.push_str(&open_cell(*width, 1, ""));
        cells.push_str(&kept("LibelleDeChiffre", &runs(&column.header, false)));
        cells.push_str(&kept("Chiffre", &figure));
        cells.push_str("</w:tc>");
    }
    one_row(&cells)
}

/// A row that is never parted.
fn one_row(cells: &str) -> String {
    format!("<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>")
}

/// A total stands between two rules; its label goes over the empty cells after it.
fn total(cells: &[Words<'_>], widths: &[u32]) -> String {
    let mut at = 0;
    let mut out = String::new();
    for (rank, (line, span)) in spanned(cells).into_iter().enumerate() {
        let width = widths.iter().skip(at).take(span).sum();
        let style = ("Cellule", rank > 0);
        out.push_str(&cell(width, span, style, &runs(line, true), RULES));
        at += span;
    }
    one_row(&out)
}

/// A cell: width, columns it goes over, style and side, runs, borders.
fn cell(
    width: u32,
    span: usize,
    (style, right): (&str, bool),
    inner: &str,
    borders: &str,
) -> String {
    let side = if right { "<w:jc w:val=\"right\"/>" } else { "" };
    let line = format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{side}</w:pPr>{inner}</w:p>");
    open_cell(width, span, borders) + &line + "</w:tc>"
}

fn open_cell(width: u32, span: usize, borders: &str) -> String {
    let span = if span > 1 {
        format!("<w:gridSpan w:val=\"{span}\"/>")
    } else {
        String::new()
    };
    format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{span}{borders}</w:tcPr>")
}

/// Blocks where one signs, two side by side (`page.md` §6).
pub(super) fn signing(signatures: &Signatures) -> String {
    let wide = mm(67);
    let widths = [wide, mm(8), wide];
    let mut rows = String::new();
    for pair in signatures.blocks.chunks(2) {
        let mut cells: Vec<String> = pair.iter().map(|block| signature(block, wide)).collect();
        cells.resize(2, open_cell(wide, 1, "") + "<w:p/></w:tc>");
        let between = open_cell(widths[1], 1, "") + "<w:p/></w:tc>";
        rows.push_str(&format!(
            "<w:tr><w:trPr><w:cantSplit/></w:trPr>{}</w:tr>",
            cells.join(&between)
        ));
    }
    layout(&widths, AXIS, &rows)
}

/// A table that only sets things side by side: no rule, no header.
fn layout(widths: &[u32], left: u32, rows: &str) -> String {
    format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblInd w:w=\"{left}\" w:type=\"dxa\"/>\
         <w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/>\
         <w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>{}{rows}</w:tbl>",
        widths.iter().sum::<u32>(),
        columns(widths)
    )
}

fn signature(block: &SignatureBlock, width: u32) -> String {
    let mut out = open_cell(width, 1, RULE_ABOVE);
    let party: Vec<Inline> = block.party.iter().map(bold).collect();
    let name: Vec<Inline> = block.name.iter().map(bold).collect();
    for line in [&party, &block.quality, &name] {
        if !line.is_empty() {
            out.push_str(&kept("Signature", &runs(line, false)));
        }
    }
    let asks = [Inline::words(asks(block.asks))];
    out.push_str(&kept("BlancDeSignature", &runs(&asks, false)));
    if block.dated {
        out.push_str(&kept("SigneLe", &runs(&signed_on(), false)));
    }
    out + "</w:tc>"
}

fn kept(style: &str, inner: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{inner}</w:p>")
}

/// Who writes, on the axis, and to whom, in the window of the envelope.
pub(super) fn letter(lines: &[Vec<Inline>; 2]) -> String {
    let widths = [mm(68), BLOCK - AXIS - mm(68)];
    let cells = lines
        .iter()
        .zip(widths)
        .map(|(line, width)| cell(width, 1, ("Adresse", false), &runs(line, false), ""));
    let row = format!("<w:tr>{}</w:tr>", cells.collect::<String>());
    layout(&widths, AXIS, &row)
}

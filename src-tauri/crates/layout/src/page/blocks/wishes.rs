//! What the columns of a table ask for, from their cells (`page.md` §4).

use super::cells::{CELL, HEADER, Look, SMALL_CELL};
use super::columns::{GUTTER, Wish, Words, share, squeezed};
use crate::lengths::{mm, pt};
use crate::page::bench::Bench;
use crate::page::styles::AXIS;
use crate::pages::Length;
use crate::para::{Style, Widths};
use document::{Align, Inline, Row, Table};

/// Least width of a cell to be filled by hand.
const BY_HAND: Length = mm(30);

/// The look of the cells and the widths of the columns: cells grow smaller before words are cut.
pub fn widths(bench: &mut Bench<'_, '_>, table: &Table, width: Length) -> (Look, Vec<Length>) {
    let tries = [
        (CELL, Words::Whole),
        (SMALL_CELL, Words::Whole),
        (SMALL_CELL, Words::MailsCut),
    ];
    for (look, words) in tries {
        // Before a mail is cut, the annexe turns: whoever set it asks again, on turned pages.
        bench.too_wide |= words == Words::MailsCut;
        let wishes = wishes(bench, table, look);
        if let Some(widths) = share(&wishes, width, words) {
            return (look, widths);
        }
    }
    let wishes = wishes(bench, table, SMALL_CELL);
    (SMALL_CELL, squeezed(&wishes, width))
}

fn wishes(bench: &mut Bench<'_, '_>, table: &Table, look: Look) -> Vec<Wish> {
    let bold = Style {
        bold: true,
        ..look.style
    };
    let wish = |(rank, column): (usize, &document::Column)| {
        let on_repere = rank == 0 && table.first_on_repere;
        if on_repere {
            let natural = AXIS - GUTTER;
            return Wish {
                widths: Widths {
                    natural,
                    word: natural,
                    cut_word: natural,
                },
                fixed: true,
            };
        }
        let mut widest = bench.shop.widths(&column.header, HEADER.style);
        let named = rank == 0 && table.row_headers;
        for (cells, style) in rows_of(table, if named { bold } else { look.style }, bold) {
            let own = cells.cells.get(rank).filter(|_| !goes_over(cells, rank));
            widest = larger(
                widest,
                own.map(|cell| cell_widths(bench, cell, style))
                    .unwrap_or_default(),
            );
        }
        Wish {
            widths: rounded(widest),
            fixed: column.fixed || column.align == Align::Right,
        }
    };
    table.columns.iter().enumerate().map(wish).collect()
}

/// All rows, each with the style of its cells.
fn rows_of(table: &Table, plain: Style, bold: Style) -> impl Iterator<Item = (&Row, Style)> {
    let rows = table.rows.iter().map(move |row| (row, plain));
    rows.chain(table.totals.iter().map(move |row| (row, bold)))
}

fn cell_widths(bench: &mut Bench<'_, '_>, cell: &[Inline], style: Style) -> Widths {
    let by_hand = cell
        .iter()
        .any(|inline| matches!(inline, Inline::Dotted { .. }));
    let widths = bench.shop.widths(cell, style);
    let least = if by_hand { BY_HAND } else { 0 };
    Widths {
        natural: widths.natural.max(least),
        word: widths.word.max(least),
        ..widths
    }
}

fn larger(one: Widths, other: Widths) -> Widths {
    Widths {
        natural: one.natural.max(other.natural),
        word: one.word.max(other.word),
        cut_word: one.cut_word.max(other.cut_word),
    }
}

/// A hair more than the words, so that a rounding never folds them.
fn rounded(widths: Widths) -> Widths {
    let hair = pt(1);
    let wider = |width: Length| width.saturating_add(hair);
    Widths {
        natural: wider(widths.natural),
        word: wider(widths.word),
        cut_word: wider(widths.cut_word),
    }
}

/// Whether the cell goes over the empty cells after it: the label of a total.
fn goes_over(row: &Row, rank: usize) -> bool {
    row.cells.get(rank + 1).is_some_and(Vec::is_empty)
}

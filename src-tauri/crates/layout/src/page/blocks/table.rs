//! Tables and definitions: header repeated, rows never split, totals with the last row (`page.md` §4).

use super::cells::{CELL, Cell, Column, HEADER, Look, columns, row};
use super::columns::GUTTER;
use super::prose;
use super::wishes::widths;
use crate::lengths::{mm, pt};
use crate::page::band::{Band, Cut, Ink, What};
use crate::page::bench::Bench;
use crate::page::styles::{AXIS, EDGE, FINE, GRID, PALE};
use crate::pages::{Artifact, Length, NodeId, Owner, Role};
use crate::para::Style;
use document::{Align, Inline, Row, Table};
use std::sync::Arc;

/// Rows up to which a table moves whole to the next page.
const KEPT_ROWS: usize = 8;
/// The most that the labels of definitions take, gutter included.
const LABELS: Length = mm(62);

/// Where a table stands.
#[derive(Clone, Copy)]
struct Place {
    left: Length,
    width: Length,
}

/// A table.
pub fn table(bench: &mut Bench<'_, '_>, table: &Table, under_title: bool, bands: &mut Vec<Band>) {
    let left = if table.wide { 0 } else { AXIS };
    let place = Place {
        left,
        width: bench.block - left,
    };
    let (look, widths) = widths(bench, table, place.width);
    let columns = columns(
        left,
        &widths,
        table.columns.iter().map(|column| column.align),
    );
    let node = bench.node(Role::Table);
    bench.nodes[node].alt = (!table.title.is_empty()).then(|| table.title.clone());
    let header = header(bench, table, &columns, node, place);
    let body = bench.child(node, Role::TBody);
    let mut rows: Vec<Band> = Vec::with_capacity(table.rows.len() + table.totals.len());
    for cells in &table.rows {
        rows.push(body_row(bench, table, cells, &columns, (body, look)));
    }
    let totals = table
        .totals
        .iter()
        .map(|cells| total_row(bench, cells, &columns, (body, look)))
        .collect();
    let block = ruled(rows, totals, header, place);
    push(bands, block, under_title);
}

/// Labels and values: the label in bold, its column as wide as the longest.
pub fn definitions(
    bench: &mut Bench<'_, '_>,
    rows: &[(Vec<Inline>, Vec<Inline>)],
    under_title: bool,
    bands: &mut Vec<Band>,
) {
    if rows.is_empty() {
        return;
    }
    let left = if bench.on_axis { AXIS } else { 0 };
    let place = Place {
        left,
        width: bench.block - left,
    };
    let bold = Style {
        bold: true,
        ..CELL.style
    };
    let longest = rows
        .iter()
        .map(|(label, _)| bench.shop.widths(label, bold).natural)
        .max()
        .unwrap_or(0);
    let label = longest.saturating_add(pt(1)).min(LABELS - GUTTER);
    let columns = columns(
        left,
        &[label, place.width - label - GUTTER],
        [Align::Left; 2].into_iter(),
    );
    let node = bench.node(Role::Table);
    let body = bench.child(node, Role::TBody);
    let mut set = Vec::with_capacity(rows.len());
    for (label, value) in rows {
        let tr = bench.child(body, Role::Tr);
        let head = Role::Th {
            column: false,
            span: 1,
        };
        let cells = [
            Cell {
                text: label,
                role: head,
                column: columns[0],
                bold: true,
            },
            Cell {
                text: value,
                role: Role::Td { span: 1 },
                column: columns[1],
                bold: false,
            },
        ];
        set.push(row(bench, tr, &cells, CELL, false));
    }
    let block = ruled(set, Vec::new(), None, place);
    push(bands, block, under_title);
}

fn push(bands: &mut Vec<Band>, mut block: Vec<Band>, under_title: bool) {
    if let Some(last) = block.last_mut() {
        last.snaps = true;
    }
    prose::push(
        bands,
        block,
        if under_title { GRID } else { pt(140) },
        pt(140),
    );
}

fn header(
    bench: &mut Bench<'_, '_>,
    table: &Table,
    columns: &[Column],
    node: NodeId,
    place: Place,
) -> Option<Band> {
    if table.columns.iter().all(|column| column.header.is_empty()) {
        return None;
    }
    let head = bench.child(node, Role::THead);
    let tr = bench.child(head, Role::Tr);
    let role = Role::Th {
        column: true,
        span: 1,
    };
    let cell = |(column, place): (&'_ document::Column, &Column)| (column.header.clone(), *place);
    let texts: Vec<_> = table.columns.iter().zip(columns).map(cell).collect();
    let cells: Vec<Cell<'_>> = texts
        .iter()
        .map(|(text, column)| Cell {
            text,
            role,
            column: *column,
            bold: true,
        })
        .collect();
    let mut band = row(bench, tr, &cells, HEADER, true);
    band.inks
        .insert(0, Ink::rule(place.left, 0, place.width, EDGE));
    band.inks
        .push(Ink::rule(place.left, band.height, place.width, FINE));
    Some(band)
}

fn body_row(
    bench: &mut Bench<'_, '_>,
    table: &Table,
    cells: &Row,
    columns: &[Column],
    (body, look): (NodeId, Look),
) -> Band {
    let tr = bench.child(body, Role::Tr);
    let names = |rank: usize| rank == 0 && table.row_headers;
    let cell = |(rank, (text, column)): (usize, (&'_ Vec<Inline>, &Column))| {
        let role = if names(rank) {
            Role::Th {
                column: false,
                span: 1,
            }
        } else {
            Role::Td { span: 1 }
        };
        (text.clone(), role, *column, names(rank))
    };
    let cells: Vec<_> = cells
        .cells
        .iter()
        .zip(columns)
        .enumerate()
        .map(cell)
        .collect();
    let cells: Vec<Cell<'_>> = cells
        .iter()
        .map(|(text, role, column, bold)| Cell {
            text,
            role: *role,
            column: *column,
            bold: *bold,
        })
        .collect();
    row(bench, tr, &cells, look, false)
}

/// A total row: its label goes over the empty cells after it.
fn total_row(
    bench: &mut Bench<'_, '_>,
    cells: &Row,
    columns: &[Column],
    (body, look): (NodeId, Look),
) -> Band {
    let tr = bench.child(body, Role::Tr);
    let mut spanned: Vec<Cell<'_>> = Vec::with_capacity(columns.len());
    for (rank, (text, column)) in cells.cells.iter().zip(columns).enumerate() {
        match spanned.last_mut() {
            Some(Cell {
                role: Role::Th { span, .. },
                column: label,
                ..
            }) if text.is_empty() && rank == usize::from(*span) => {
                *span += 1;
                label.width = column.x + column.width - label.x;
            }
            None => {
                let column = Column {
                    align: Align::Left,
                    ..*column
                };
                spanned.push(Cell {
                    text,
                    role: Role::Th {
                        column: false,
                        span: 1,
                    },
                    column,
                    bold: true,
                });
            }
            _ => spanned.push(Cell {
                text,
                role: Role::Td { span: 1 },
                column: *column,
                bold: true,
            }),
        }
    }
    row(bench, tr, &spanned, look, false)
}

/// Rows with their rules, and where a page may end between them.
fn ruled(rows: Vec<Band>, totals: Vec<Band>, header: Option<Band>, place: Place) -> Vec<Band> {
    let (count, total_count) = (rows.len(), totals.len());
    let kept = if count <= KEPT_ROWS {
        Cut::Kept
    } else {
        Cut::Free
    };
    let edge = |y: Length| edge(place.left, place.width, y);
    let repeated = Arc::new(match &header {
        Some(header) => Band {
            artifact: Some(Owner::Artifact(Artifact::Header)),
            ..header.clone()
        },
        None => Band {
            inks: vec![edge(0)],
            ..Band::default()
        },
    });
    let headless = header.is_none();
    let mut block: Vec<Band> = header.into_iter().collect();
    for (rank, mut band) in rows.into_iter().chain(totals).enumerate() {
        let ends_rows = rank + 1 >= count;
        band.inks.push(if ends_rows {
            edge(band.height)
        } else {
            pale(place.left, place.width, band.height)
        });
        if headless && rank == 0 {
            band.inks.insert(0, edge(0));
        }
        let last_rows = rank + 1 >= count && rank > 0;
        band.cut = match rank {
            0 if headless => Cut::Free,
            0 | 1 => Cut::Never,
            _ if last_rows => Cut::Never,
            _ => kept,
        };
        band.closes = Some(Ink { y: 0, ..edge(0) });
        band.repeats = (rank > 0).then(|| Arc::clone(&repeated));
        block.push(band);
    }
    if count + total_count == 0
        && let Some(band) = block.last_mut()
    {
        band.inks.push(edge(band.height));
    }
    block
}

/// The rule that opens or closes a table.
pub fn edge(left: Length, width: Length, y: Length) -> Ink {
    Ink::rule(left, y, width, EDGE)
}

/// The rule between two rows.
pub fn pale(left: Length, width: Length, y: Length) -> Ink {
    let what = What::Rule {
        width,
        thickness: FINE,
        black: PALE,
    };
    Ink { x: left, y, what }
}

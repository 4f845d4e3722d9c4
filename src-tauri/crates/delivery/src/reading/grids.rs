//! Tables of all kinds as one: columns, rows, totals.

use super::{Part, Title, Words, bold};
use document::{Align, Entries, Inline, Row, Table};

/// A table.
#[derive(Default)]
pub(crate) struct Grid<'a> {
    /// What it is, for those who do not see it.
    pub title: &'a str,
    /// Its columns.
    pub columns: Vec<Col<'a>>,
    /// Its rows.
    pub rows: Vec<Vec<Words<'a>>>,
    /// Its total rows: a label goes over the empty cells after it.
    pub totals: Vec<Vec<Words<'a>>>,
    /// Whether the first cell of a row names it.
    pub row_headers: bool,
    /// Whether it is the row of figures of a session or a vote.
    pub figures: bool,
    /// Whether it goes over the column of repères too.
    pub wide: bool,
}

/// A column.
pub(crate) struct Col<'a> {
    /// Its header; a table whose columns have none has no row of headers.
    pub header: Words<'a>,
    /// Whether its cells stand at the right.
    pub right: bool,
    /// Whether it keeps its natural width.
    pub fixed: bool,
}

/// A table of the document.
pub(super) fn grid(table: &Table) -> Grid<'_> {
    let rows = |rows: &'_ [Row]| -> Vec<Vec<Words<'_>>> {
        let cells = |row: &Row| row.cells.iter().map(|cell| cell.clone().into()).collect();
        rows.iter().map(cells).collect()
    };
    let column = |column: &document::Column| Col {
        header: column.header.clone().into(),
        right: column.align == Align::Right,
        fixed: column.fixed || column.align == Align::Right,
    };
    Grid {
        title: &table.title,
        columns: table.columns.iter().map(column).collect(),
        rows: rows(&table.rows),
        totals: rows(&table.totals),
        row_headers: table.row_headers,
        figures: false,
        wide: table.wide,
    }
}

fn column<'a>(header: impl Into<Words<'a>>, fixed: bool) -> Col<'a> {
    Col {
        header: header.into(),
        right: false,
        fixed,
    }
}

/// Labels and values, in two columns.
pub(super) fn definitions(pairs: &[(Vec<Inline>, Vec<Inline>)]) -> Grid<'_> {
    let row = |(label, value): &'_ (Vec<Inline>, Vec<Inline>)| {
        let label: Vec<Inline> = label.iter().map(bold).collect();
        vec![label.into(), value.clone().into()]
    };
    Grid {
        columns: vec![column(&[][..], true), column(&[][..], false)],
        rows: pairs.iter().map(row).collect(),
        row_headers: true,
        ..Grid::default()
    }
}

/// The figures of a session or a vote, each under its label.
pub(super) fn figures(figures: &[(String, Vec<Inline>)]) -> Grid<'_> {
    let header =
        |(label, _): &(String, Vec<Inline>)| column(vec![Inline::words(label.as_str())], false);
    let figure =
        |(_, figure): &(String, Vec<Inline>)| figure.iter().map(bold).collect::<Vec<_>>().into();
    Grid {
        columns: figures.iter().map(header).collect(),
        rows: vec![figures.iter().map(figure).collect()],
        figures: true,
        ..Grid::default()
    }
}

/// Values to be copied elsewhere: a title, then a row for each, with its box to tick.
pub(super) fn entries<'a>(entries: &'a Entries, top: u8, parts: &mut Vec<Part<'a>>) {
    parts.push(Part::Title(Title {
        level: top,
        label: entries.label.as_slice().into(),
        text: entries.title.as_slice().into(),
        anchor: "",
        annexe: false,
        small: false,
    }));
    let empty = || Inline::Check {
        ticked: false,
        fields: Vec::new(),
    };
    let row = |row: &document::EntryRow| {
        vec![
            vec![Inline::words(row.number.as_str())].into(),
            row.name.clone().into(),
            row.value.clone().into(),
            vec![empty()].into(),
        ]
    };
    parts.push(Part::Grid(Grid {
        columns: vec![
            column(vec![Inline::words("N°")], true),
            column(vec![Inline::words("Champ")], false),
            column(vec![Inline::words("Valeur")], false),
            column(vec![Inline::words(entries.box_title.as_str())], true),
        ],
        rows: entries.rows.iter().map(row).collect(),
        wide: true,
        ..Grid::default()
    }));
}

/// The cells of a total row, and how many columns each goes over: a label goes over the empty cells after it.
pub(crate) fn spanned<'a, 'b>(cells: &'b [Words<'a>]) -> Vec<(&'b Words<'a>, usize)> {
    let mut all: Vec<(&Words<'_>, usize)> = Vec::new();
    for cell in cells {
        match all.last_mut() {
            Some((_, span)) if cell.is_empty() => *span += 1,
            _ => all.push((cell, 1)),
        }
    }
    all
}

//! A table: its pattern row repeated over a list, then its totals.

use super::FillError;
use super::blocks::{inside, or_dash};
use super::flat::turns;
use super::run::{Filler, Note, Noted};
use crate::source::{ColumnSort, Line, Table};
use crate::values::{LISTS, Scope};
use document::{Align, Column, Inline, Row};
use domain::dossier::Dossier;
use domain::record::Path;

impl Filler<'_> {
    /// A table, filled.
    pub(super) fn table(
        &mut self,
        table: &Table,
        scope: &Scope,
    ) -> Result<document::Table, FillError> {
        self.anchored(&table.anchor, "tableau");
        let mut columns = Vec::new();
        for (rank, header) in table.header.iter().enumerate() {
            let sort = table.columns.get(rank).copied().unwrap_or_default();
            columns.push(column(self.inlines(header, scope)?, sort));
        }
        Ok(document::Table {
            title: table.title.clone(),
            rows: self.rows(table, columns.len(), scope)?,
            totals: table
                .totals
                .iter()
                .map(|row| self.row(row, scope, false))
                .collect::<Result<_, _>>()?,
            columns,
            wide: table.wide,
            row_headers: table.row_headers,
            first_on_repere: table.columns.first() == Some(&ColumnSort::Repere),
        })
    }

    fn rows(
        &mut self,
        table: &Table,
        columns: usize,
        scope: &Scope,
    ) -> Result<Vec<Row>, FillError> {
        let scopes = match &table.each {
            Some(each) => turns(each, scope),
            None => vec![scope.clone()],
        };
        if let (true, Some(each)) = (scopes.is_empty(), &table.each) {
            return Ok(vec![self.no_row(&each.list, columns)]);
        }
        let mut rows = Vec::new();
        for scope in &scopes {
            for row in &table.rows {
                rows.push(self.row(row, scope, true)?);
            }
        }
        Ok(rows)
    }

    /// A row; no cell of the body is left empty.
    fn row(&mut self, cells: &[Line], scope: &Scope, body: bool) -> Result<Row, FillError> {
        let mut row = Row::default();
        for cell in cells {
            let cell = self.inlines(cell, scope)?;
            row.cells.push(if body { or_dash(cell) } else { cell });
        }
        Ok(row)
    }

    /// What stands for a list without items: it is missing, like a field.
    fn no_row(&mut self, list: &str, columns: usize) -> Row {
        let of_sequel = LISTS.contains(&list) || list.starts_with("avant.");
        let list = source_of(list);
        let path = Path::new(list);
        if of_sequel
            || self
                .facts
                .dossier
                .leaf(&path)
                .is_some_and(|leaf| !leaf.is_empty())
        {
            // A forecast that lacks something else, which the sentences that print it say.
            return Row {
                cells: vec![vec![Inline::words("—")]; columns],
            };
        }
        let field = Dossier::shape()
            .fields
            .iter()
            .find(|field| field.key == list);
        let label = field.map_or_else(|| list.to_owned(), |field| inside(field.label));
        self.notes.push(Note {
            path: list.to_owned(),
            what: Noted::Missing,
            place: self.place.clone(),
        });
        let mut cells = vec![vec![Inline::words("—")]; columns];
        if let Some(first) = cells.first_mut() {
            *first = vec![Inline::ToComplete {
                label,
                fields: vec![list.to_owned()],
            }];
        }
        Row { cells }
    }
}

/// The part of the dossier that fills a list.
fn source_of(list: &str) -> &str {
    match list.split('.').next() {
        Some("parties") => "signataires",
        Some("participation") => "annee_scolaire",
        _ => list,
    }
}

fn column(header: Vec<Inline>, sort: ColumnSort) -> Column {
    let align = if sort == ColumnSort::Figure {
        Align::Right
    } else {
        Align::Left
    };
    Column {
        header,
        align,
        fixed: matches!(sort, ColumnSort::Code | ColumnSort::Figure),
    }
}

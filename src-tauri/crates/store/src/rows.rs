//! A dossier as rows of tables, and back. Tables and columns come from the declared shape: no field is named here.
//!
//! A change is written as the difference of two dossiers, so that a changeset holds exactly what the referent changed.

use crate::{Result, StoreError};
use domain::dossier::Dossier;
use domain::record::{FieldShape, Holds, Id, Items, Part, PartMut, Path, Record, RecordShape};
use rusqlite::types::ToSql;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};
use std::collections::BTreeMap;

/// What a column holds.
#[derive(Clone, Debug, PartialEq)]
enum Cell {
    Text(String),
    Number(i64),
}

/// Which row: the table, with the dossier's own first, then the item, the answer or the path; empty when there is one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct RowKey {
    rank: u8,
    table: &'static str,
    /// The column that tells rows of one convention apart; none in a table that has one row a convention.
    column: Option<&'static str>,
    item: String,
}

/// The rows of a dossier.
#[derive(Debug, Default)]
pub(crate) struct Rows(BTreeMap<RowKey, Vec<(&'static str, Cell)>>);

/// Every table that the history records, the dossier's own first.
pub(crate) fn recorded_tables() -> Vec<&'static str> {
    fn add(shape: &'static RecordShape, tables: &mut Vec<&'static str>) {
        tables.push(shape.table);
        for field in shape.fields {
            if let Holds::Record(below) | Holds::List(below) = field.holds {
                add(below, tables);
            }
        }
    }
    let mut tables = Vec::new();
    add(Dossier::shape(), &mut tables);
    tables.extend([ANSWER, BY_HAND]);
    tables
}

const ANSWER: &str = "answer";
const BY_HAND: &str = "by_hand";

impl Rows {
    /// The rows of a dossier.
    pub(crate) fn of(dossier: &Dossier) -> Self {
        let mut rows = Self::default();
        let root = vec![
            ("template_id", Cell::Text(dossier.template.id.clone())),
            (
                "template_version",
                Cell::Number(dossier.template.version.into()),
            ),
        ];
        rows.add_record(&dossier.sheet, None, root);
        for (key, text) in &dossier.answers {
            rows.add(
                ANSWER,
                Some("key"),
                key,
                vec![("text", Cell::Text(text.clone()))],
            );
        }
        for path in &dossier.by_hand {
            rows.add(BY_HAND, Some("path"), path.as_str(), Vec::new());
        }
        rows
    }

    fn add(
        &mut self,
        table: &'static str,
        column: Option<&'static str>,
        item: &str,
        cells: Vec<(&'static str, Cell)>,
    ) {
        let rank = u8::from(table != Dossier::shape().table);
        self.0.insert(
            RowKey {
                rank,
                table,
                column,
                item: item.to_owned(),
            },
            cells,
        );
    }

    fn add_record(
        &mut self,
        record: &dyn Record,
        item: Option<&Id>,
        mut cells: Vec<(&'static str, Cell)>,
    ) {
        for field in record.shape().fields {
            match record.part(field.key) {
                Some(Part::Leaf(leaf)) => cells.push((field.column, Cell::Text(leaf.typed()))),
                Some(Part::Record(below)) => self.add_record(below, None, Vec::new()),
                Some(Part::List(items)) => self.add_items(items),
                None => {}
            }
        }
        self.add(
            record.shape().table,
            item.map(|_| "id"),
            item.map_or("", Id::as_str),
            cells,
        );
    }

    fn add_items(&mut self, items: &dyn Items) {
        for (position, id) in (0i64..).zip(items.ids()) {
            if let Some(item) = items.item(id.as_str()) {
                self.add_record(item, Some(&id), vec![("position", Cell::Number(position))]);
            }
        }
    }

    /// Writes what differs from `before`, the rows the base holds now. Whether anything did.
    pub(crate) fn write_over(
        &self,
        before: &Self,
        db: &Connection,
        convention: &Id,
    ) -> Result<bool> {
        let mut changed = false;
        for key in before.0.keys().filter(|key| !self.0.contains_key(*key)) {
            delete(db, convention, key)?;
            changed = true;
        }
        for (key, cells) in &self.0 {
            changed |= match before.0.get(key) {
                None => insert(db, convention, key, cells)?,
                Some(known) => update(db, convention, key, known, cells)?,
            };
        }
        Ok(changed)
    }
}

/// The column that names the convention.
fn owner(table: &str) -> &'static str {
    if table == Dossier::shape().table {
        "id"
    } else {
        "convention"
    }
}

fn delete(db: &Connection, convention: &Id, key: &RowKey) -> Result<()> {
    let sql = format!("DELETE FROM {} WHERE {}", key.table, which(key, 1));
    db.prepare_cached(&sql)?
        .execute(params_from_iter(key_values(convention, key)))?;
    Ok(())
}

fn insert(
    db: &Connection,
    convention: &Id,
    key: &RowKey,
    cells: &[(&'static str, Cell)],
) -> Result<bool> {
    let columns: Vec<&str> = std::iter::once(owner(key.table))
        .chain(key.column)
        .chain(cells.iter().map(|(column, _)| *column))
        .collect();
    let marks = vec!["?"; columns.len()].join(", ");
    let sql = format!(
        "INSERT INTO {} ({}) VALUES ({marks})",
        key.table,
        columns.join(", ")
    );
    let values = key_values(convention, key)
        .into_iter()
        .chain(cells.iter().map(|(_, cell)| value(cell)));
    db.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    Ok(true)
}

/// Only the columns that differ are written: the changeset then holds no other.
fn update(
    db: &Connection,
    convention: &Id,
    key: &RowKey,
    known: &[(&'static str, Cell)],
    cells: &[(&'static str, Cell)],
) -> Result<bool> {
    let changed: Vec<&(&str, Cell)> = cells
        .iter()
        .zip(known)
        .filter(|(cell, known)| cell != known)
        .map(|(cell, _)| cell)
        .collect();
    if changed.is_empty() {
        return Ok(false);
    }
    let set: Vec<String> = changed
        .iter()
        .map(|(column, _)| format!("{column} = ?"))
        .collect();
    let sql = format!(
        "UPDATE {} SET {} WHERE {}",
        key.table,
        set.join(", "),
        which(key, changed.len() + 1)
    );
    let values = changed
        .iter()
        .map(|(_, cell)| value(cell))
        .chain(key_values(convention, key));
    db.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    Ok(true)
}

/// The condition that names a row, its parameters numbered from `first`.
fn which(key: &RowKey, first: usize) -> String {
    let item = key
        .column
        .map(|column| format!(" AND {column} = ?{}", first + 1))
        .unwrap_or_default();
    format!("{} = ?{first}{item}", owner(key.table))
}

fn key_values<'a>(convention: &'a Id, key: &'a RowKey) -> Vec<Box<dyn ToSql + 'a>> {
    let item = key
        .column
        .map(|_| Box::new(key.item.as_str()) as Box<dyn ToSql>);
    std::iter::once(Box::new(convention.as_str()) as Box<dyn ToSql>)
        .chain(item)
        .collect()
}

fn value(cell: &Cell) -> Box<dyn ToSql + '_> {
    match cell {
        Cell::Text(text) => Box::new(text.as_str()),
        Cell::Number(number) => Box::new(*number),
    }
}

/// Reads a dossier; none when there is no such convention. A row that breaks structure is damage, named with its place.
pub(crate) fn read(db: &Connection, convention: &Id) -> Result<Option<Dossier>> {
    let mut dossier = Dossier::default();
    let sql = "SELECT template_id, template_version FROM convention WHERE id = ?1";
    let found = db
        .prepare_cached(sql)?
        .query_row([convention.as_str()], |row| Ok((row.get(0)?, row.get(1)?)));
    let Some((id, version)) = found.optional()? else {
        return Ok(None);
    };
    (dossier.template.id, dossier.template.version) = (id, version);
    read_record(db, convention, &mut dossier.sheet)?;
    let mut answers = db.prepare_cached("SELECT key, text FROM answer WHERE convention = ?1")?;
    dossier.answers = answers
        .query_map([convention.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut by_hand =
        db.prepare_cached("SELECT path FROM by_hand WHERE convention = ?1 ORDER BY path")?;
    let paths = by_hand.query_map([convention.as_str()], |row| row.get::<_, String>(0))?;
    dossier.by_hand = paths
        .map(|path| path.map(Path::new))
        .collect::<rusqlite::Result<_>>()?;
    Ok(Some(dossier))
}

fn read_record(db: &Connection, convention: &Id, record: &mut dyn Record) -> Result<()> {
    let shape = record.shape();
    let sql = format!(
        "SELECT {} FROM {} WHERE {} = ?1",
        columns(shape),
        shape.table,
        owner(shape.table)
    );
    let mut statement = db.prepare_cached(&sql)?;
    let mut rows = statement.query([convention.as_str()])?;
    let Some(row) = rows.next()? else {
        return Err(lost(shape.table, convention));
    };
    fill(record, row, 0)?;
    for field in shape.fields {
        match record.part_mut(field.key) {
            Some(PartMut::Record(below)) => read_record(db, convention, below)?,
            Some(PartMut::List(items)) => read_items(db, convention, items)?,
            _ => {}
        }
    }
    Ok(())
}

fn read_items(db: &Connection, convention: &Id, items: &mut dyn Items) -> Result<()> {
    let shape = items.shape();
    let sql = format!(
        "SELECT {}, id, position FROM {} WHERE convention = ?1 ORDER BY position, id",
        columns(shape),
        shape.table
    );
    let mut statement = db.prepare_cached(&sql)?;
    let mut rows = statement.query([convention.as_str()])?;
    let mut at = 0usize;
    while let Some(row) = rows.next()? {
        let (text, position) = (row.get::<_, String>("id")?, row.get::<_, i64>("position")?);
        let id = Id::new(&text)
            .filter(|_| usize::try_from(position) == Ok(at))
            .ok_or_else(|| lost(shape.table, convention))?;
        items.insert(at, id);
        if let Some(item) = items.item_mut(&text) {
            fill(item, row, 0)?;
        }
        at += 1;
    }
    Ok(())
}

/// Puts the columns of a row, from `first` on, in the record's own fields.
fn fill(record: &mut dyn Record, row: &Row<'_>, first: usize) -> Result<()> {
    for (field, column) in leaves(record.shape()).zip(first..) {
        let text = row.get_ref(column)?.as_str().map_err(|_| {
            StoreError::damage(format!("{}: {}", record.shape().table, field.column))
        })?;
        if let Some(PartMut::Leaf(leaf)) = record.part_mut(field.key) {
            leaf.put(text);
        }
    }
    Ok(())
}

/// The record's own columns, in order; `1` when it has none, so that its row is still looked for.
fn columns(shape: &'static RecordShape) -> String {
    let columns: Vec<&str> = leaves(shape).map(|field| field.column).collect();
    if columns.is_empty() {
        "1".to_owned()
    } else {
        columns.join(", ")
    }
}

/// The record's fields that are columns of its table.
pub(crate) fn leaves(shape: &'static RecordShape) -> impl Iterator<Item = &'static FieldShape> {
    shape
        .fields
        .iter()
        .filter(|field| matches!(field.holds, Holds::Leaf(_)))
}

fn lost(table: &str, convention: &Id) -> StoreError {
    StoreError::damage(format!("{table}: row of {}", convention.as_str()))
}

//! Looks a base over when it opens: its pages, its shape, its links, and that every dossier reads.

use crate::migrate::{APPLICATION_ID, MIGRATIONS, migrate};
use crate::sound::{foreign_keys, integrity};
use crate::{Result, Stamp, StoreError, conventions, history, kept, settings};
use rusqlite::Connection;

/// Refuses a base of another program; a base that holds nothing is damage, for ours take their name once made.
pub(crate) fn ours(db: &Connection) -> Result<()> {
    let application_id: i32 = db.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    match application_id {
        APPLICATION_ID => Ok(()),
        0 if tables(db)? == 0 => Err(StoreError::damage("empty base")),
        _ => Err(StoreError::NotOurs { application_id }),
    }
}

/// Everything that is looked at, in an order where each look needs the ones before.
pub(crate) fn whole(db: &Connection) -> Result<()> {
    integrity(db)?;
    shape(db)?;
    foreign_keys(db)?;
    contents(db)
}

/// The tables, indexes and triggers are those that the migrations make: none is missing, changed or added.
fn shape(db: &Connection) -> Result<()> {
    let mut fresh = Connection::open_in_memory()?;
    settings::set(&fresh)?;
    migrate(&mut fresh, MIGRATIONS, None, Stamp::of(0))?;
    let (found, made) = (declarations(db)?, declarations(&fresh)?);
    let differ = |(name, sql): &&(String, String)| !made.contains(&(name.clone(), sql.clone()));
    let lost = made
        .iter()
        .filter(|(name, _)| !found.iter().any(|(known, _)| known == name));
    let places: Vec<String> = found
        .iter()
        .filter(differ)
        .chain(lost)
        .map(|(name, _)| name.clone())
        .collect();
    if places.is_empty() {
        Ok(())
    } else {
        Err(StoreError::Damaged { places })
    }
}

fn declarations(db: &Connection) -> Result<Vec<(String, String)>> {
    let sql = "SELECT name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY name";
    let mut statement = db.prepare(sql)?;
    let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Every dossier reads, with its history: each convention has its row in every table that holds one of it.
fn contents(db: &Connection) -> Result<()> {
    let mut statement = db.prepare("SELECT id FROM convention")?;
    let ids = statement
        .query_map([], |row| row.get::<_, String>(0))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    for text in ids {
        let id = kept::id(&text)?;
        conventions::load(db, &id).map_err(|error| match error {
            StoreError::NoSuchConvention { .. } => {
                StoreError::damage(format!("convention_state: row of {text}"))
            }
            error => error,
        })?;
        history::of(db, &id)?;
    }
    Ok(())
}

fn tables(db: &Connection) -> Result<i64> {
    Ok(db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?)
}

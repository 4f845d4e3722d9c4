//! Whether a base is sound as SQLite sees it: its pages, its length, its links. Knows none of our tables.

use crate::{Result, StoreError};
use rusqlite::Connection;

/// The most places that are named.
const MOST_PLACES: usize = 20;

/// The pages and the indexes (some 12 ms for 10 MB).
pub(crate) fn integrity(db: &Connection) -> Result<()> {
    let mut statement = db.prepare(&format!("PRAGMA integrity_check({MOST_PLACES})"))?;
    let found = statement
        .query_map([], |row| row.get::<_, String>(0))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    if found == ["ok"] {
        length(db)
    } else {
        Err(StoreError::Damaged { places: found })
    }
}

/// A file shorter than its pages was cut, even where what is gone was blank: SQLite reads it as zeros.
fn length(db: &Connection) -> Result<()> {
    let Some(file) = db.path().filter(|path| !path.is_empty()) else {
        return Ok(());
    };
    let asked = |pragma: &str| {
        let sql = format!("PRAGMA {pragma}");
        db.query_row(&sql, [], |row| row.get::<_, i64>(0))
    };
    let expected = asked("page_count")? * asked("page_size")?;
    let found = std::fs::metadata(file)
        .map_err(StoreError::disk("measuring the base"))?
        .len();
    if i64::try_from(found).is_ok_and(|found| found < expected) {
        return Err(StoreError::damage("a base cut short"));
    }
    Ok(())
}

/// No row names another that is not there.
pub(crate) fn foreign_keys(db: &Connection) -> Result<()> {
    let mut statement = db.prepare("PRAGMA foreign_key_check")?;
    let place = |row: &rusqlite::Row<'_>| {
        let (table, parent) = (row.get::<_, String>(0)?, row.get::<_, String>(2)?);
        Ok(format!("{table}: a row without its {parent}"))
    };
    let places: Vec<String> = statement
        .query_map([], place)?
        .take(MOST_PLACES)
        .collect::<rusqlite::Result<_>>()?;
    if places.is_empty() {
        Ok(())
    } else {
        Err(StoreError::Damaged { places })
    }
}

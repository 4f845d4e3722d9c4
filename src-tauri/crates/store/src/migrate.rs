//! Brings a base to the shape of today: numbered SQL files, forward only, each whole or not at all.

use crate::{Result, Stamp, StoreError, sound};
use rusqlite::{Connection, OpenFlags, Transaction};
use std::fs;
use std::path::{Path, PathBuf};

/// « ConV » in ASCII: what a base of ours says of its program.
pub(crate) const APPLICATION_ID: i32 = 0x436F_6E56;

/// One step, from one version to the next.
#[derive(Clone, Copy)]
pub(crate) struct Migration {
    pub(crate) sql: &'static str,
    /// Whether changesets made before no longer fit the tables: what they did can then be read, not undone.
    pub(crate) closes_undo: bool,
}

/// The steps, the first one from nothing to version 1.
pub(crate) const MIGRATIONS: &[Migration] = &[
    Migration {
        sql: include_str!("../migrations/0001_first.sql"),
        closes_undo: false,
    },
    Migration {
        sql: include_str!("../migrations/0002_systems.sql"),
        closes_undo: false,
    },
    Migration {
        sql: include_str!("../migrations/0003_after_vote.sql"),
        closes_undo: false,
    },
    Migration {
        sql: include_str!("../migrations/0004_sequels.sql"),
        closes_undo: false,
    },
];

/// Brings a base to the version that the last of `steps` makes. A base that holds something is copied before,
/// in the folder `copies`, and the copy is checked.
///
/// # Errors
/// [`StoreError::Newer`] for a base of a later program; it is left as it is.
pub(crate) fn migrate(
    db: &mut Connection,
    steps: &[Migration],
    copies: Option<&Path>,
    now: Stamp,
) -> Result<()> {
    let version = version(db)?;
    let known = u32::try_from(steps.len()).unwrap_or(u32::MAX);
    if version > known {
        return Err(StoreError::Newer {
            found: version,
            known,
        });
    }
    if let (Some(folder), true) = (copies, version > 0 && version < known) {
        copy(db, folder, version, now)?;
    }
    for (next, step) in (1u32..).zip(steps).filter(|(next, _)| *next > version) {
        let tx = db.transaction()?;
        apply(&tx, step, next)?;
        tx.commit()?;
    }
    Ok(())
}

/// The version of a base; 0 when nothing was made in it yet.
pub(crate) fn version(db: &Connection) -> Result<u32> {
    let version: i64 = db.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    u32::try_from(version).map_err(|_| StoreError::damage("user_version"))
}

fn apply(tx: &Transaction<'_>, step: &Migration, next: u32) -> Result<()> {
    if step.closes_undo {
        tx.execute("UPDATE history SET closed = 1", [])?;
    }
    tx.execute_batch(step.sql)?;
    sound::foreign_keys(tx)?;
    tx.execute_batch(&format!(
        "PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {next};"
    ))?;
    Ok(())
}

/// A copy of the base as it is, checked before it takes its name.
fn copy(db: &Connection, folder: &Path, version: u32, now: Stamp) -> Result<PathBuf> {
    fs::create_dir_all(folder).map_err(StoreError::disk("making the folder of copies"))?;
    let moment: String = now
        .to_string()
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    let path = folder.join(format!("convent-v{version:04}-{moment}.sqlite"));
    let under_way = path.with_extension("part");
    let _ = fs::remove_file(&under_way); // Left by a crash; VACUUM INTO refuses a file that is there.
    db.execute("VACUUM INTO ?1", [under_way.to_string_lossy()])?;
    let copied = Connection::open_with_flags(&under_way, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    sound::integrity(&copied)?;
    copied.close().map_err(|(_, error)| error)?;
    fs::rename(&under_way, &path).map_err(StoreError::disk("naming the copy"))?;
    Ok(path)
}

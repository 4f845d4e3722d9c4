//! The settings of every connection: one file to carry, on the disk before it is said, nothing trusted that is read.

use crate::Result;
use rusqlite::Connection;
use rusqlite::config::DbConfig;

/// How many statements are kept ready: every table is read and written by its own few.
const STATEMENTS: usize = 256;

/// Sets a connection so, before anything is read through it.
///
/// A rollback journal rather than a write-ahead log leaves one file, that a network share does not break; EXTRA
/// also syncs the folder, so that what is said to be kept outlives a power cut; overwritten bytes are zeroed,
/// so that what is erased is gone.
pub(crate) fn set(db: &Connection) -> Result<()> {
    db.set_prepared_statement_cache_capacity(STATEMENTS);
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    db.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE;
         PRAGMA cell_size_check = ON;
         PRAGMA mmap_size = 0;
         PRAGMA temp_store = MEMORY;
         PRAGMA journal_mode = DELETE;
         PRAGMA synchronous = EXTRA;
         PRAGMA secure_delete = ON;
         PRAGMA foreign_keys = ON;
         PRAGMA recursive_triggers = ON;",
    )?;
    Ok(())
}

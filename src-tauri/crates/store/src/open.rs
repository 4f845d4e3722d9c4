//! Opens the base of a folder, or one in memory. Nothing is ever written over a base that does not open.

use crate::lock::Lock;
use crate::migrate::{MIGRATIONS, migrate};
use crate::pieces::Pieces;
use crate::tx::Tx;
use crate::{Result, Stamp, StoreError, check, settings};
use rusqlite::{Connection, TransactionBehavior};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// The base's file in its folder.
pub(crate) const BASE: &str = "convent.sqlite";
const LOCK: &str = "convent.lock";
const UNDER_WAY: &str = "convent.sqlite.part";
const COPIES: &str = "copies";
const PIECES: &str = "pieces";

/// The store: the one way to the base.
#[derive(Debug)]
pub struct Store {
    pub(crate) db: Connection,
    pub(crate) pieces: Pieces,
    /// After `db`, so that the base is closed before another process is let in.
    _lock: Option<Lock>,
}

impl Store {
    /// Opens the store of a folder, which is made if need be, and looks its base over.
    ///
    /// # Errors
    /// [`StoreError::InUse`] when another process has it; [`StoreError::Newer`], [`StoreError::NotOurs`],
    /// [`StoreError::Damaged`] for a base that is left as it is.
    pub fn open(folder: &Path, now: Stamp) -> Result<Self> {
        fs::create_dir_all(folder).map_err(StoreError::disk("making the folder"))?;
        let lock = Lock::take(&folder.join(LOCK))?;
        let base = folder.join(BASE);
        if !base
            .try_exists()
            .map_err(StoreError::disk("looking for the base"))?
        {
            make(folder, &base, now)?;
        }
        let mut db = connect(&base)?;
        check::ours(&db)?;
        migrate(&mut db, MIGRATIONS, Some(&folder.join(COPIES)), now)?;
        check::whole(&db)?;
        Ok(Self {
            db,
            pieces: Pieces::folder(folder.join(PIECES)),
            _lock: Some(lock),
        })
    }

    /// A store that keeps nothing once dropped: what the command works on.
    ///
    /// # Errors
    /// None but those of SQLite itself.
    pub fn memory() -> Result<Self> {
        let mut db = Connection::open_in_memory()?;
        settings::set(&db)?;
        migrate(&mut db, MIGRATIONS, None, Stamp::of(0))?;
        Ok(Self {
            db,
            pieces: Pieces::memory(),
            _lock: None,
        })
    }

    /// Runs `work` in one transaction: all of it is kept, or none of it.
    pub(crate) fn write<T>(&mut self, work: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
        let tx = Tx(self
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)?);
        let done = work(&tx)?; // An error leaves here, and dropping `tx` rolls back.
        tx.0.commit()?;
        Ok(done)
    }
}

fn connect(base: &Path) -> Result<Connection> {
    let size = fs::metadata(base)
        .map_err(StoreError::disk("reading the base"))?
        .len();
    if size == 0 {
        // SQLite takes an empty file for a new base; ours take their name once made, so this one lost all it had.
        return Err(StoreError::damage("empty file"));
    }
    let db = Connection::open(base)?;
    settings::set(&db)?;
    Ok(db)
}

/// Makes an empty base aside and gives it its name once whole: a crash leaves none rather than half of one.
fn make(folder: &Path, base: &Path, now: Stamp) -> Result<()> {
    let under_way: PathBuf = folder.join(UNDER_WAY);
    let left_by_a_crash = under_way
        .try_exists()
        .map_err(StoreError::disk("looking for the base"))?;
    if left_by_a_crash {
        fs::remove_file(&under_way).map_err(StoreError::disk("making the base"))?;
    }
    let mut db = Connection::open(&under_way)?;
    settings::set(&db)?;
    migrate(&mut db, MIGRATIONS, None, now)?;
    db.close().map_err(|(_, error)| error)?;
    fs::rename(&under_way, base).map_err(StoreError::disk("naming the base"))?;
    // The name itself must reach the disk; systems that cannot sync a folder do it on their own.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}

//! The lock beside the base: one process at a time. The system lets go of it when a process dies, however it does.

use crate::{Result, StoreError};
use std::fs::{File, TryLockError};
use std::path::Path;

/// The lock, held as long as this lives.
#[derive(Debug)]
pub(crate) struct Lock(
    #[expect(
        dead_code,
        reason = "held, never read: closing the file lets go of the lock"
    )]
    File,
);

impl Lock {
    /// Takes the lock of this file, made if need be; it is never removed, for removing it would let two in.
    ///
    /// # Errors
    /// [`StoreError::InUse`] when another process holds it.
    pub(crate) fn take(path: &Path) -> Result<Self> {
        let open = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(path);
        let file = open.map_err(StoreError::disk("opening the lock"))?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(StoreError::InUse),
            Err(TryLockError::Error(error)) => Err(StoreError::disk("locking")(error)),
        }
    }
}

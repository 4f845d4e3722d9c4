//! Files kept beside the base under their hash: the académie's text, scans, official PDFs. Never changed, never removed.

use crate::kept::stamp;
use crate::{Result, Stamp, Store, StoreError};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Where pieces are.
#[derive(Debug)]
pub(crate) enum Pieces {
    /// In a folder, each under its hash.
    Folder(PathBuf),
    /// In memory, for a store that keeps nothing.
    Memory(BTreeMap<String, Vec<u8>>),
}

/// A piece that the base lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PieceRow {
    /// SHA-256 of its bytes, in hexadecimal: the name it is kept under.
    pub sha256: String,
    /// The name it came with.
    pub name: String,
    /// Its media type.
    pub media: String,
    /// Its size.
    pub bytes: i64,
    /// When it was added.
    pub added: Stamp,
    /// Whether its file is there, of that size.
    pub there: bool,
}

impl Store {
    /// Keeps a file; its hash, by which it is found again. The same bytes are kept once, under their first name.
    ///
    /// # Errors
    /// The disk fails; nothing is listed then.
    pub fn add_piece(
        &mut self,
        bytes: &[u8],
        name: &str,
        media: &str,
        now: Stamp,
    ) -> Result<String> {
        let hash = sha256(bytes);
        self.pieces.keep(&hash, bytes)?; // Before the row: a crash between leaves a file that nothing lists, never the reverse.
        let name: String = name.chars().take(300).collect();
        let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        self.write(|tx| {
            let sql = "INSERT INTO piece (sha256, name, media, bytes, added_at) VALUES (?1, ?2, ?3, ?4, ?5)
                       ON CONFLICT (sha256) DO NOTHING";
            tx.0.execute(sql, (&hash, name, media, size, now.to_string()))?;
            Ok(())
        })?;
        Ok(hash)
    }

    /// The bytes of a piece, which are those of its hash.
    ///
    /// # Errors
    /// [`StoreError::NoSuchPiece`] when it is not listed or its file is gone; [`StoreError::PieceDamaged`].
    pub fn piece(&self, hash: &str) -> Result<Vec<u8>> {
        let none = || StoreError::NoSuchPiece {
            sha256: hash.to_owned(),
        };
        // Only a hash that the base lists becomes a file's name.
        self.piece_rows()?
            .iter()
            .find(|row| row.sha256 == hash)
            .ok_or_else(none)?;
        let bytes = self.pieces.read(hash)?.ok_or_else(none)?;
        if sha256(&bytes) == hash {
            Ok(bytes)
        } else {
            Err(StoreError::PieceDamaged {
                sha256: hash.to_owned(),
            })
        }
    }

    /// Every piece that the base lists, and whether its file is there.
    ///
    /// # Errors
    /// None but those of the disk.
    pub fn piece_rows(&self) -> Result<Vec<PieceRow>> {
        let mut statement = self.db.prepare_cached(
            "SELECT sha256, name, media, bytes, added_at FROM piece ORDER BY rowid",
        )?;
        let mut rows = statement.query([])?;
        let mut pieces = Vec::new();
        while let Some(row) = rows.next()? {
            let (sha256, bytes): (String, i64) = (row.get(0)?, row.get(3)?);
            let there = self.pieces.size(&sha256) == Some(bytes);
            let added = stamp(&row.get::<_, String>(4)?)?;
            pieces.push(PieceRow {
                sha256,
                name: row.get(1)?,
                media: row.get(2)?,
                bytes,
                added,
                there,
            });
        }
        Ok(pieces)
    }
}

impl Pieces {
    pub(crate) fn folder(path: PathBuf) -> Self {
        Self::Folder(path)
    }

    pub(crate) fn memory() -> Self {
        Self::Memory(BTreeMap::new())
    }

    fn keep(&mut self, hash: &str, bytes: &[u8]) -> Result<()> {
        match self {
            Self::Folder(folder) => write_whole(folder, hash, bytes),
            Self::Memory(kept) => {
                kept.insert(hash.to_owned(), bytes.to_owned());
                Ok(())
            }
        }
    }

    fn read(&self, hash: &str) -> Result<Option<Vec<u8>>> {
        match self {
            Self::Folder(folder) => match fs::read(folder.join(hash)) {
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
                read => read.map(Some).map_err(StoreError::disk("reading a piece")),
            },
            Self::Memory(kept) => Ok(kept.get(hash).cloned()),
        }
    }

    fn size(&self, hash: &str) -> Option<i64> {
        match self {
            Self::Folder(folder) => fs::metadata(folder.join(hash))
                .ok()
                .and_then(|file| i64::try_from(file.len()).ok()),
            Self::Memory(kept) => kept
                .get(hash)
                .and_then(|bytes| i64::try_from(bytes.len()).ok()),
        }
    }
}

/// Writes a file whole under its name, or not at all: aside, then named. A damaged one of that name is mended.
fn write_whole(folder: &Path, hash: &str, bytes: &[u8]) -> Result<()> {
    let path = folder.join(hash);
    if fs::read(&path).is_ok_and(|kept| kept == bytes) {
        return Ok(());
    }
    fs::create_dir_all(folder).map_err(StoreError::disk("making the folder of pieces"))?;
    let under_way = folder.join(format!("{hash}.part"));
    let write = || {
        let mut file = File::create(&under_way)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&under_way, &path)
    };
    write().map_err(StoreError::disk("writing a piece"))?;
    // The name itself must reach the disk; systems that cannot sync a folder do it on their own.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}

/// SHA-256 in hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .fold(String::with_capacity(64), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}

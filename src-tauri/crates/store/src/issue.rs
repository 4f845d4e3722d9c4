//! Documents made définitif: kept with all that made them, in tables that refuse any change.

use crate::act::finished;
use crate::action::{Deed, Done, Issue, IssuedRecord};
use crate::conventions::{Loaded, load};
use crate::edit::Edit;
use crate::journal::Line;
use crate::kept::stamp;
use crate::pieces::sha256;
use crate::tx::Tx;
use crate::{Result, Stamp, Store, StoreError, new_id};
use domain::record::Id;
use rusqlite::OptionalExtension;
use std::collections::BTreeMap;

/// A document made définitif, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuedRow {
    /// Its key in the modèle.
    pub document: String,
    /// Its edition.
    pub edition: u32,
    /// The name of its file.
    pub file: String,
    /// When it was made définitif.
    pub at: Stamp,
    /// The revision of the dossier it was made of.
    pub revision: u32,
    /// The program that made it.
    pub program: String,
    /// Its pages.
    pub pages: u32,
    /// Its originals.
    pub originals: u32,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

impl Store {
    /// The last edition of each document made définitif.
    ///
    /// # Errors
    /// None but those of the disk.
    pub fn editions(&self, convention: &Id) -> Result<BTreeMap<String, u32>> {
        let sql = "SELECT document, max(edition) FROM issued_document WHERE convention = ?1 GROUP BY document";
        let mut statement = self.db.prepare_cached(sql)?;
        let rows =
            statement.query_map([convention.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Every document made définitif, in the order they were made.
    ///
    /// # Errors
    /// None but those of the disk.
    pub fn issued(&self, convention: &Id) -> Result<Vec<IssuedRow>> {
        let mut statement = self.db.prepare_cached(
            "SELECT document, edition, file, issued_at, revision, program, pages, originals, sha256
             FROM issued_document JOIN issue ON issue.id = issued_document.issue
             WHERE issued_document.convention = ?1 ORDER BY issued_document.rowid",
        )?;
        let mut rows = statement.query([convention.as_str()])?;
        let mut issued = Vec::new();
        while let Some(row) = rows.next()? {
            issued.push(IssuedRow {
                document: row.get(0)?,
                edition: row.get(1)?,
                file: row.get(2)?,
                at: stamp(&row.get::<_, String>(3)?)?,
                revision: row.get(4)?,
                program: row.get(5)?,
                pages: row.get(6)?,
                originals: row.get(7)?,
                sha256: row.get(8)?,
            });
        }
        Ok(issued)
    }

    /// The dossier, in the exchange format, that the last of these documents was made définitif of; of any document when
    /// none of these was.
    ///
    /// # Errors
    /// None but those of the disk.
    pub fn last_snapshot(&self, convention: &Id, documents: &[String]) -> Result<Option<String>> {
        let sql = "SELECT document, snapshot FROM issued_document JOIN issue ON issue.id = issued_document.issue
                   WHERE issued_document.convention = ?1 ORDER BY issued_document.rowid DESC";
        let mut statement = self.db.prepare_cached(sql)?;
        let mut rows = statement.query([convention.as_str()])?;
        let mut last = None;
        while let Some(row) = rows.next()? {
            let (document, snapshot) = (row.get::<_, String>(0)?, row.get::<_, String>(1)?);
            if documents.contains(&document) {
                return Ok(Some(snapshot));
            }
            last = last.or(Some(snapshot));
        }
        Ok(last)
    }

    /// The file of a document made définitif, whose bytes are those of its hash.
    ///
    /// # Errors
    /// [`StoreError::NoSuchDocument`]; [`StoreError::Damaged`] when the bytes are not those of the hash.
    pub fn issued_bytes(&self, convention: &Id, document: &str, edition: u32) -> Result<Vec<u8>> {
        let sql = "SELECT pdf, sha256 FROM issued_document WHERE convention = ?1 AND document = ?2 AND edition = ?3";
        let found = self
            .db
            .query_row(sql, (convention.as_str(), document, edition), |row| {
                Ok((row.get(0)?, row.get(1)?))
            });
        let none = || StoreError::NoSuchDocument {
            document: document.to_owned(),
            edition,
        };
        let (bytes, hash): (Vec<u8>, String) = found.optional()?.ok_or_else(none)?;
        if sha256(&bytes) == hash {
            Ok(bytes)
        } else {
            Err(StoreError::damage(format!(
                "issued_document: {document}, {edition}"
            )))
        }
    }
}

impl Tx<'_> {
    /// Keeps documents made définitif; refused when the dossier changed since they were made.
    pub(crate) fn issue(
        &self,
        convention: Id,
        revision: u32,
        issue: &Issue,
        now: Stamp,
    ) -> Result<Done> {
        let Loaded {
            dossier,
            revision: found,
            ..
        } = load(&self.0, &convention)?;
        if found != revision {
            return Err(StoreError::Moved {
                expected: revision,
                found,
            });
        }
        let id = new_id(now);
        let sql = "INSERT INTO issue (id, convention, revision, issued_at, template_id, template_version, program, snapshot)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let (template, program) = (&dossier.template, &issue.program);
        let row = (
            id.as_str(),
            convention.as_str(),
            revision,
            now.to_string(),
            &template.id,
            template.version,
            program,
            &issue.snapshot,
        );
        self.0.execute(sql, row)?;
        for record in &issue.documents {
            self.keep_document(&convention, &id, record)?;
        }
        self.note(&convention, Line::Fence, Deed::Issue, &[], now)?;
        let revision = self.next_revision(&convention, now)?;
        Ok(finished(
            convention,
            revision,
            Edit::of(Deed::Issue, Vec::new()),
            true,
        ))
    }

    fn keep_document(&self, convention: &Id, issue: &Id, record: &IssuedRecord) -> Result<()> {
        let IssuedRecord {
            document,
            edition,
            file,
            options,
            pages,
            originals,
            pdf,
        } = record;
        let last = "SELECT coalesce(max(edition), 0) FROM issued_document WHERE convention = ?1 AND document = ?2";
        let last: u32 = self
            .0
            .query_row(last, (convention.as_str(), document), |row| row.get(0))?;
        if *edition != last + 1 {
            return Err(StoreError::WrongEdition {
                document: document.clone(),
                expected: last + 1,
                found: *edition,
            });
        }
        let sql = "INSERT INTO issued_document (convention, document, edition, issue, file, options, pages, originals, sha256, pdf)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
        let hash = sha256(pdf);
        let row = (
            convention.as_str(),
            document,
            edition,
            issue.as_str(),
            file,
            options,
            pages,
            originals,
            hash,
            pdf,
        );
        self.0.execute(sql, row)?;
        Ok(())
    }
}

//! The dossiers of the base: the list of them, and one whole.

use crate::kept::{id, stamp};
use crate::tx::Tx;
use crate::{Result, Stamp, Store, StoreError, earlier, rows};
use domain::dossier::{Dossier, TemplateRef};
use domain::record::Id;
use rusqlite::{Connection, OptionalExtension};

/// A dossier as it is now.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The dossier.
    pub dossier: Dossier,
    /// How many times it was changed, from 1: what was made of an earlier revision no longer stands.
    pub revision: u32,
    /// When it was made.
    pub created: Stamp,
    /// When it was last changed.
    pub changed: Stamp,
    /// Whether it is put away.
    pub archived: bool,
}

/// A dossier in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its id.
    pub id: Id,
    /// The reference people use, as typed.
    pub reference: String,
    /// Its name, as typed.
    pub title: String,
    /// The collectivity's name, as typed.
    pub collectivity: String,
    /// The modèle it follows.
    pub template: TemplateRef,
    /// When it was made.
    pub created: Stamp,
    /// When it was last changed.
    pub changed: Stamp,
    /// Its revision.
    pub revision: u32,
    /// Whether it is put away.
    pub archived: bool,
    /// How many documents were made définitif of it, every edition counted.
    pub issued: u32,
    /// The convention of this base that it was made from, when it follows one.
    pub origin: Option<Id>,
}

impl Store {
    /// A dossier, whole.
    ///
    /// # Errors
    /// [`StoreError::NoSuchConvention`].
    pub fn dossier(&self, convention: &Id) -> Result<Loaded> {
        load(&self.db, convention)
    }

    /// Every dossier, the last changed first; those put away too.
    ///
    /// # Errors
    /// None but those of the disk.
    pub fn list(&self) -> Result<Vec<Row>> {
        list(&self.db)
    }
}

/// A dossier, whole.
pub(crate) fn load(db: &Connection, convention: &Id) -> Result<Loaded> {
    let sql = "SELECT revision, created_at, changed_at, archived_at IS NOT NULL FROM convention_state WHERE convention = ?1";
    let state = db
        .prepare_cached(sql)?
        .query_row([convention.as_str()], |row| {
            Ok((
                row.get(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, String>(2)?,
                row.get(3)?,
            ))
        });
    let none = || StoreError::NoSuchConvention {
        id: convention.clone(),
    };
    let (revision, created, changed, archived) = state.optional()?.ok_or_else(none)?;
    let mut dossier = rows::read(db, convention)?.ok_or_else(none)?;
    dossier.before = earlier::read(db, convention)?.map(Box::new);
    Ok(Loaded {
        dossier,
        revision,
        created: stamp(&created)?,
        changed: stamp(&changed)?,
        archived,
    })
}

/// Every dossier, the last changed first.
pub(crate) fn list(db: &Connection) -> Result<Vec<Row>> {
    let mut statement = db.prepare_cached(
        "SELECT convention.id, reference, title, collectivity.name, template_id, template_version,
                created_at, changed_at, revision, archived_at IS NOT NULL,
                (SELECT count(*) FROM issued_document WHERE issued_document.convention = convention.id),
                (SELECT origin FROM earlier_dossier WHERE earlier_dossier.convention = convention.id)
         FROM convention
         JOIN convention_state ON convention_state.convention = convention.id
         JOIN collectivity ON collectivity.convention = convention.id
         ORDER BY changed_at DESC, convention.id DESC",
    )?;
    let mut rows = statement.query([])?;
    let mut list = Vec::new();
    while let Some(row) = rows.next()? {
        list.push(Row {
            id: id(&row.get::<_, String>(0)?)?,
            reference: row.get(1)?,
            title: row.get(2)?,
            collectivity: row.get(3)?,
            template: TemplateRef {
                id: row.get(4)?,
                version: row.get(5)?,
            },
            created: stamp(&row.get::<_, String>(6)?)?,
            changed: stamp(&row.get::<_, String>(7)?)?,
            revision: row.get(8)?,
            archived: row.get(9)?,
            issued: row.get(10)?,
            origin: row
                .get::<_, Option<String>>(11)?
                .as_deref()
                .map(id)
                .transpose()?,
        });
    }
    Ok(list)
}

impl Tx<'_> {
    /// Notes a new convention, at revision 1.
    pub(crate) fn begin_state(&self, convention: &Id, now: Stamp) -> Result<u32> {
        let sql = "INSERT INTO convention_state (convention, revision, created_at, changed_at) VALUES (?1, 1, ?2, ?2)";
        self.0
            .execute(sql, (convention.as_str(), now.to_string()))?;
        Ok(1)
    }

    /// Notes that a convention changed; its new revision.
    pub(crate) fn next_revision(&self, convention: &Id, now: Stamp) -> Result<u32> {
        let sql = "UPDATE convention_state SET revision = revision + 1, changed_at = ?2 WHERE convention = ?1 RETURNING revision";
        let mut statement = self.0.prepare_cached(sql)?;
        Ok(statement.query_row((convention.as_str(), now.to_string()), |row| row.get(0))?)
    }

    /// Puts a convention away, or takes it back; whether that changes anything.
    pub(crate) fn put_away(&self, convention: &Id, since: Option<Stamp>) -> Result<bool> {
        let sql = "UPDATE convention_state SET archived_at = ?2 WHERE convention = ?1 AND (archived_at IS NULL) <> (?2 IS NULL)";
        let changed = self.0.execute(
            sql,
            (convention.as_str(), since.map(|stamp| stamp.to_string())),
        )?;
        Ok(changed > 0)
    }
}

//! Undo and redo: the changeset of an action, inverted or applied again. Exact, or refused and nothing changed.

use crate::action::{Deed, Done};
use crate::history::{HistoryLine, next_redo, next_undo};
use crate::journal::Line;
use crate::tx::Tx;
use crate::{Result, Stamp, Store, StoreError};
use domain::record::Id;
use rusqlite::ErrorCode;
use rusqlite::session::{ConflictAction, invert_strm};

impl Store {
    /// Turns back the last action on a dossier that is not turned back yet.
    ///
    /// # Errors
    /// [`StoreError::NothingToUndo`]; [`StoreError::Conflict`] when its rows were changed since by something else.
    pub fn undo(&mut self, convention: &Id, now: Stamp) -> Result<Done> {
        self.write(|tx| {
            let line = next_undo(&tx.0, convention)?.ok_or(StoreError::NothingToUndo)?;
            let mut inverted = Vec::new();
            invert_strm(&mut tx.changes(line.seq)?.as_slice(), &mut inverted)?;
            tx.apply(&inverted, line.seq)?;
            tx.turned(convention, line, Deed::Undo, now)
        })
    }

    /// Does again the last action that was turned back.
    ///
    /// # Errors
    /// [`StoreError::NothingToRedo`], also after a new action; [`StoreError::Conflict`] as for an undo.
    pub fn redo(&mut self, convention: &Id, now: Stamp) -> Result<Done> {
        self.write(|tx| {
            let line = next_redo(&tx.0, convention)?.ok_or(StoreError::NothingToRedo)?;
            tx.apply(&tx.changes(line.seq)?, line.seq)?;
            tx.turned(convention, line, Deed::Redo, now)
        })
    }
}

impl Tx<'_> {
    fn changes(&self, seq: i64) -> Result<Vec<u8>> {
        Ok(self
            .0
            .query_row("SELECT changes FROM history WHERE seq = ?1", [seq], |row| {
                row.get(0)
            })?)
    }

    /// Applies a changeset: any row that is not as it was left stops it all.
    fn apply(&self, changes: &[u8], seq: i64) -> Result<()> {
        let refuse = |_, _| ConflictAction::SQLITE_CHANGESET_ABORT;
        self.0
            .apply_strm(&mut &*changes, None::<fn(&str) -> bool>, refuse)
            .map_err(|error| match error.sqlite_error_code() {
                Some(ErrorCode::OperationAborted | ErrorCode::ConstraintViolation) => {
                    StoreError::Conflict { seq }
                }
                _ => error.into(),
            })
    }

    /// Notes that a line was turned back, or done again.
    fn turned(&self, convention: &Id, line: HistoryLine, deed: Deed, now: Stamp) -> Result<Done> {
        let mark = self.note(convention, Line::Mark, deed, &line.places, now)?;
        let undone_by = (deed == Deed::Undo).then_some(mark);
        self.0.execute(
            "UPDATE history SET undone_by = ?2 WHERE seq = ?1",
            (line.seq, undone_by),
        )?;
        let revision = self.next_revision(convention, now)?;
        let places = line.places;
        Ok(Done {
            convention: convention.clone(),
            revision,
            deed,
            places,
            added: Vec::new(),
            changed: true,
        })
    }
}

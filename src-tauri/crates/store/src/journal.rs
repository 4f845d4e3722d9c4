//! Records what an action changes, as a changeset, and writes its line in the history.

use crate::action::Deed;
use crate::edit::Edit;
use crate::tx::Tx;
use crate::{Result, Stamp, rows};
use domain::record::{Id, Path};
use rusqlite::OptionalExtension;
use rusqlite::session::{Session, concat_strm};

/// Typing in the same fields again within so many milliseconds is one step of undo.
const BURST: i64 = 5_000;

/// What kind of line it is.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Line {
    /// Nothing before it can be undone.
    Fence,
    /// Neither undone nor in the way of undo.
    Mark,
}

impl Tx<'_> {
    /// Runs `work` and gives back the changeset of what it wrote in the dossier's tables.
    pub(crate) fn recorded<T>(&self, work: impl FnOnce() -> Result<T>) -> Result<(T, Vec<u8>)> {
        let mut session = Session::new(&self.0)?;
        for table in rows::recorded_tables() {
            session.attach(Some(table))?;
        }
        let done = work()?;
        let mut changes = Vec::new();
        session.changeset_strm(&mut changes)?;
        Ok((done, changes))
    }

    /// Writes an action's line, or makes it one with the burst of typing it goes on.
    pub(crate) fn note_change(
        &self,
        scope: &Id,
        edit: &Edit,
        changes: Vec<u8>,
        now: Stamp,
    ) -> Result<()> {
        let summary = summary(&edit.places);
        if let Some((seq, before)) = self.burst(scope, edit.deed, &summary, now)? {
            let mut both = Vec::new();
            concat_strm(&mut before.as_slice(), &mut changes.as_slice(), &mut both)?;
            let sql = "UPDATE history SET changes = ?2, until = ?3 WHERE seq = ?1";
            self.0
                .prepare_cached(sql)?
                .execute((seq, both, now.to_string()))?;
            return Ok(());
        }
        self.close_redo(scope)?;
        let sql = "INSERT INTO history (scope, kind, action, at, until, summary, changes) VALUES (?1, 'change', ?2, ?3, ?3, ?4, ?5)";
        let row = (
            scope.as_str(),
            edit.deed.code(),
            now.to_string(),
            summary,
            changes,
        );
        self.0.prepare_cached(sql)?.execute(row)?;
        Ok(())
    }

    /// Writes a line that changes nothing in the dossier's tables that could be undone; its place in the history.
    pub(crate) fn note(
        &self,
        scope: &Id,
        line: Line,
        deed: Deed,
        places: &[Path],
        now: Stamp,
    ) -> Result<i64> {
        let kind = match line {
            Line::Fence => "fence",
            Line::Mark => "mark",
        };
        if line == Line::Fence {
            self.close_redo(scope)?;
        }
        let sql = "INSERT INTO history (scope, kind, action, at, until, summary) VALUES (?1, ?2, ?3, ?4, ?4, ?5)";
        let row = (
            scope.as_str(),
            kind,
            deed.code(),
            now.to_string(),
            summary(places),
        );
        self.0.prepare_cached(sql)?.execute(row)?;
        Ok(self.0.last_insert_rowid())
    }

    /// What was undone before a new action can no longer be redone.
    fn close_redo(&self, scope: &Id) -> Result<()> {
        let sql = "UPDATE history SET closed = 1 WHERE scope = ?1 AND undone_by IS NOT NULL AND closed = 0";
        self.0.prepare_cached(sql)?.execute([scope.as_str()])?;
        Ok(())
    }

    /// The last line, when this action goes on with it: same fields, typed in a moment ago, nothing done since.
    fn burst(
        &self,
        scope: &Id,
        deed: Deed,
        summary: &str,
        now: Stamp,
    ) -> Result<Option<(i64, Vec<u8>)>> {
        if deed != Deed::Set {
            return Ok(None);
        }
        let earliest = Stamp::of(now.millis() - BURST);
        let sql = "SELECT seq, changes FROM history
                   WHERE seq = (SELECT max(seq) FROM history WHERE scope = ?1)
                     AND kind = 'change' AND action = ?2 AND summary = ?3 AND closed = 0
                     AND undone_by IS NULL AND changes IS NOT NULL AND until BETWEEN ?4 AND ?5";
        let row = (
            scope.as_str(),
            deed.code(),
            summary,
            earliest.to_string(),
            now.to_string(),
        );
        let found = self
            .0
            .prepare_cached(sql)?
            .query_row(row, |row| Ok((row.get(0)?, row.get(1)?)));
        Ok(found.optional()?)
    }
}

/// The places, one a line. A path holds no end of line: keys are declared, ids and answers' keys are plain.
fn summary(places: &[Path]) -> String {
    places
        .iter()
        .map(Path::as_str)
        .collect::<Vec<_>>()
        .join("\n")
}

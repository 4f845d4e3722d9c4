//! What was done to a dossier, in order, and what can be undone or redone now.
//!
//! The order is that of `seq`, never of the clock. A line is live until it is undone; one that comes to nothing
//! (typed, then typed back) never was. The next to undo is the last live line after the last fence; the next to
//! redo is the first undone line that no new action has closed since.

use crate::action::Deed;
use crate::kept::stamp;
use crate::{Result, Stamp, Store};
use domain::record::{Id, Path};
use rusqlite::{Connection, Row};

/// One line of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryLine {
    /// Its place in the order of things done.
    pub seq: i64,
    /// What was done.
    pub deed: Deed,
    /// When; for a burst of typing, when it began.
    pub at: Stamp,
    /// The fields, items or lists it was done to. Never a value.
    pub places: Vec<Path>,
    /// Whether it is undone now.
    pub undone: bool,
    /// Whether its changes are kept and may still be turned. What can be undone *now* is told by [`Reach`].
    pub kept: bool,
}

/// What can be undone and redone now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// What an undo would turn back.
    pub undo: Option<HistoryLine>,
    /// What a redo would do again.
    pub redo: Option<HistoryLine>,
}

impl Store {
    /// Everything done to a dossier, in order.
    ///
    /// # Errors
    /// None but those of the disk.
    pub fn history(&self, convention: &Id) -> Result<Vec<HistoryLine>> {
        of(&self.db, convention)
    }

    /// What can be undone and redone in a dossier now.
    ///
    /// # Errors
    /// None but those of the disk.
    pub fn reach(&self, convention: &Id) -> Result<Reach> {
        Ok(Reach {
            undo: next_undo(&self.db, convention)?,
            redo: next_redo(&self.db, convention)?,
        })
    }
}

const COLUMNS: &str =
    "seq, action, at, summary, undone_by IS NOT NULL, closed = 0 AND length(changes) > 0";

/// Everything done to a dossier, in order.
pub(crate) fn of(db: &Connection, scope: &Id) -> Result<Vec<HistoryLine>> {
    lines(
        db,
        &format!("SELECT {COLUMNS} FROM history WHERE scope = ?1 ORDER BY seq"),
        scope,
    )
}

/// The last live change after the last fence.
pub(crate) fn next_undo(db: &Connection, scope: &Id) -> Result<Option<HistoryLine>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM history
         WHERE scope = ?1 AND kind = 'change' AND undone_by IS NULL AND length(changes) > 0
           AND seq > (SELECT coalesce(max(seq), 0) FROM history WHERE scope = ?1 AND (kind = 'fence' OR (closed = 1 AND undone_by IS NULL)))
         ORDER BY seq DESC LIMIT 1"
    );
    Ok(lines(db, &sql, scope)?.pop())
}

/// The first undone change that is not closed.
pub(crate) fn next_redo(db: &Connection, scope: &Id) -> Result<Option<HistoryLine>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM history
         WHERE scope = ?1 AND kind = 'change' AND undone_by IS NOT NULL AND closed = 0
         ORDER BY seq LIMIT 1"
    );
    Ok(lines(db, &sql, scope)?.pop())
}

fn lines(db: &Connection, sql: &str, scope: &Id) -> Result<Vec<HistoryLine>> {
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query([scope.as_str()])?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        lines.push(line(row)?);
    }
    Ok(lines)
}

fn line(row: &Row<'_>) -> Result<HistoryLine> {
    let summary: String = row.get(3)?;
    Ok(HistoryLine {
        seq: row.get(0)?,
        deed: Deed::of(&row.get::<_, String>(1)?)?,
        at: stamp(&row.get::<_, String>(2)?)?,
        places: summary.lines().map(Path::new).collect(),
        undone: row.get(4)?,
        kept: row.get::<_, Option<bool>>(5)?.unwrap_or(false),
    })
}

//! From one version of the base to the next: whole or not at all, with a copy before.

use super::{at, create, sample, set};
use crate::migrate::{MIGRATIONS, Migration, migrate, version};
use crate::{Store, StoreError};
use rusqlite::Connection;
use std::fs;
use std::path::Path;

/// A step after the last one that exists.
const NEXT: Migration = Migration {
    sql: "ALTER TABLE academy ADD COLUMN motto TEXT NOT NULL DEFAULT '';",
    closes_undo: true,
};
const BROKEN: Migration = Migration {
    sql: "CREATE TABLE half (a INTEGER PRIMARY KEY) STRICT; CREATE TABLE wrong (",
    closes_undo: false,
};

/// Today's steps and one more.
fn with(step: Migration) -> Vec<Migration> {
    MIGRATIONS.iter().copied().chain([step]).collect()
}

/// The version that today's steps make.
fn today() -> u32 {
    u32::try_from(MIGRATIONS.len()).unwrap()
}

fn base(folder: &Path) -> Connection {
    let mut store = Store::open(folder, at(0)).unwrap();
    let convention = create(&mut store, sample());
    set(&mut store, &convention, "titre", "a", at(1)).unwrap();
    drop(store);
    Connection::open(folder.join("convent.sqlite")).unwrap()
}

fn count(db: &Connection, sql: &str) -> i64 {
    db.query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn a_copy_is_made_before_and_undo_is_closed_behind() {
    let folder = tempfile::tempdir().unwrap();
    let mut db = base(folder.path());
    let copies = folder.path().join("copies");
    migrate(&mut db, &with(NEXT), Some(&copies), at(5)).unwrap();
    assert_eq!(version(&db).unwrap(), today() + 1);
    assert_eq!(
        count(&db, "SELECT count(*) FROM history WHERE closed = 0"),
        0
    );
    let made: Vec<_> = fs::read_dir(&copies)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert_eq!(made.len(), 1);
    assert!(
        made[0].ends_with(format!(
            "convent-v{:04}-20261124T060005000Z.sqlite",
            today()
        )),
        "{made:?}"
    );
    let copy = Connection::open(&made[0]).unwrap();
    assert_eq!(
        (
            version(&copy).unwrap(),
            count(&copy, "SELECT count(*) FROM enrolled_school")
        ),
        (today(), 2)
    );
    migrate(&mut db, &with(NEXT), Some(&copies), at(6)).unwrap();
    assert_eq!(
        fs::read_dir(&copies).unwrap().count(),
        1,
        "nothing to do, nothing to copy"
    );
}

#[test]
fn a_step_that_fails_leaves_the_base_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let mut db = base(folder.path());
    assert!(migrate(&mut db, &with(BROKEN), None, at(5)).is_err());
    assert_eq!(
        (
            version(&db).unwrap(),
            count(
                &db,
                "SELECT count(*) FROM sqlite_schema WHERE name = 'half'"
            )
        ),
        (today(), 0)
    );
    drop(db);
    assert_eq!(
        Store::open(folder.path(), at(6))
            .unwrap()
            .list()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn a_later_base_is_refused_with_both_versions() {
    let folder = tempfile::tempdir().unwrap();
    let mut db = base(folder.path());
    migrate(&mut db, &with(NEXT), None, at(5)).unwrap();
    let refused = migrate(&mut db, MIGRATIONS, None, at(6));
    let Err(StoreError::Newer { found, known }) = refused else {
        panic!("a later base was taken: {refused:?}")
    };
    assert_eq!((found, known), (today() + 1, today()));
}

/// What closed lines look like: still read, no longer undone, and not a way around for redo.
#[test]
fn closed_lines_are_read_but_not_turned_back() {
    let folder = tempfile::tempdir().unwrap();
    let db = base(folder.path());
    db.execute("UPDATE history SET closed = 1", []).unwrap();
    drop(db);
    let mut store = Store::open(folder.path(), at(6)).unwrap();
    let convention = store.list().unwrap()[0].id.clone();
    assert_eq!(store.history(&convention).unwrap().len(), 2);
    assert!(matches!(
        store.undo(&convention, at(7)),
        Err(StoreError::NothingToUndo)
    ));
    set(&mut store, &convention, "titre", "b", at(2)).unwrap();
    store.undo(&convention, at(8)).unwrap();
    assert_eq!(
        super::typed(&store, &convention, "titre"),
        "a",
        "a burst does not go on with a closed line"
    );
}

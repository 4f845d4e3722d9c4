//! Bases that are damaged, foreign or too recent: refused by name, and left as they are.

use super::{at, create, sample, set};
use crate::{Store, StoreError};
use domain::dossier::Dossier;
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};

/// A closed base that holds one dossier and some history.
fn base() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path(), at(0)).unwrap();
    let convention = create(&mut store, sample());
    set(&mut store, &convention, "titre", "a", at(1)).unwrap();
    drop(store);
    let path = folder.path().join("convent.sqlite");
    (folder, path)
}

/// What opening says; the base must be left as it was.
fn refusal(folder: &Path) -> StoreError {
    let before = fs::read(folder.join("convent.sqlite")).unwrap();
    let error = Store::open(folder, at(2)).expect_err("it must be refused");
    assert_eq!(
        fs::read(folder.join("convent.sqlite")).unwrap(),
        before,
        "the base was written to"
    );
    error
}

/// What opening says once the base was changed by this SQL.
#[track_caller]
fn check_sql(sql: &str, code: &str, named: &str) {
    let (folder, path) = base();
    Connection::open(path).unwrap().execute_batch(sql).unwrap();
    let error = refusal(folder.path());
    assert_eq!(error.code(), code, "{error}");
    assert!(error.to_string().contains(named), "{error}");
}

#[test]
fn a_base_of_a_later_version_is_refused() {
    check_sql("PRAGMA user_version = 99", "base-plus-recente", "99");
}

#[test]
fn a_base_of_another_program_is_refused() {
    check_sql("PRAGMA application_id = 12345", "base-etrangere", "0x3039");
    check_sql("PRAGMA application_id = 0", "base-etrangere", "0x0");
}

#[test]
fn a_base_of_another_shape_is_damage() {
    check_sql(
        "DROP TRIGGER issue_no_delete",
        "base-abimee",
        "issue_no_delete",
    );
    check_sql("CREATE TABLE extra (a)", "base-abimee", "extra");
    check_sql(
        "DROP INDEX history_of_scope",
        "base-abimee",
        "history_of_scope",
    );
    check_sql(
        "ALTER TABLE academy ADD COLUMN extra TEXT",
        "base-abimee",
        "academy",
    );
}

#[test]
fn rows_that_break_structure_are_damage_named_with_their_place() {
    check_sql("DELETE FROM collectivity", "base-abimee", "collectivity");
    check_sql(
        "DELETE FROM convention_state",
        "base-abimee",
        "convention_state",
    );
    check_sql(
        "UPDATE enrolled_school SET position = 7 WHERE position = 1",
        "base-abimee",
        "enrolled_school",
    );
    check_sql(
        "UPDATE enrolled_school SET id = 'é' WHERE id = 'a'",
        "base-abimee",
        "enrolled_school",
    );
    check_sql("UPDATE history SET action = 'x'", "base-abimee", "history");
    check_sql(
        "UPDATE history SET at = '24 novembre 2026, 07h23.'",
        "base-abimee",
        "moment",
    );
    check_sql(
        "PRAGMA foreign_keys = OFF; UPDATE answer SET convention = 'none'",
        "base-abimee",
        "answer",
    );
}

#[test]
fn an_empty_or_foreign_file_is_damage_and_stays() {
    for bytes in [
        b"".as_slice(),
        b"\x00",
        b"PK\x03\x04 not a base at all, whatever its name says",
        &[0u8; 8192],
    ] {
        let (folder, path) = base();
        fs::write(path, bytes).unwrap();
        assert_eq!(refusal(folder.path()).code(), "base-abimee");
    }
}

#[test]
fn a_truncated_base_is_damage() {
    let (_folder, path) = base();
    let whole = fs::read(path).unwrap();
    for cut in (0..whole.len())
        .step_by(4096)
        .chain([99, 100, 4095, 4097, whole.len() - 1])
    {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("convent.sqlite"), &whole[..cut]).unwrap();
        assert_eq!(refusal(folder.path()).code(), "base-abimee", "cut at {cut}");
    }
}

fn only_dossier(folder: &Path) -> Result<Dossier, StoreError> {
    let store = Store::open(folder, at(2))?;
    let row = store
        .list()?
        .into_iter()
        .next()
        .ok_or(StoreError::damage("nothing"))?;
    Ok(store.dossier(&row.id)?.dossier)
}

/// A page that is zeroed is told, or held nothing.
#[test]
fn a_zeroed_page_never_changes_a_dossier_in_silence() {
    let (first, path) = base();
    let expected = only_dossier(first.path()).unwrap();
    let whole = fs::read(path).unwrap();
    let mut told = 0;
    for page in 0..whole.len() / 4096 {
        let mut bytes = whole.clone();
        bytes[page * 4096..(page + 1) * 4096].fill(0);
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("convent.sqlite"), bytes).unwrap();
        match only_dossier(folder.path()) {
            Ok(found) => assert_eq!(found, expected, "page {page}"),
            Err(error) => {
                assert_eq!(error.code(), "base-abimee", "page {page}: {error}");
                told += 1;
            }
        }
    }
    assert!(
        told * 10 >= whole.len() / 4096 * 9,
        "{told} pages told of {}",
        whole.len() / 4096
    );
}

#[test]
fn what_a_crash_left_while_the_base_was_made_is_no_hindrance() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("convent.sqlite.part"), b"half a base").unwrap();
    assert!(
        Store::open(folder.path(), at(0))
            .unwrap()
            .list()
            .unwrap()
            .is_empty()
    );
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, b"").unwrap();
    assert_eq!(Store::open(&file, at(0)).unwrap_err().code(), "disque");
}

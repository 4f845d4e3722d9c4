//! What becomes of typing in the history: bursts, undo, redo, and what closes them.

use super::{at, set, typed, with_sample};
use crate::{Store, StoreError};
use domain::record::{Id, Path};
use expect_test::{Expect, expect};

fn history(store: &Store, convention: &Id) -> String {
    let line = |line: &crate::HistoryLine| {
        let places: Vec<&str> = line.places.iter().map(Path::as_str).collect();
        let undone = if line.undone { " undone" } else { "" };
        format!("{} [{}]{undone}\n", line.deed.code(), places.join(" "))
    };
    store
        .history(convention)
        .unwrap()
        .iter()
        .map(line)
        .collect()
}

#[track_caller]
fn check_history(store: &Store, convention: &Id, expected: Expect) {
    expected.assert_eq(&history(store, convention));
}

#[test]
fn typing_in_a_field_is_one_step_while_it_lasts() {
    let (mut store, convention) = with_sample();
    for (text, second) in [("É", 10), ("Éc", 12), ("École", 17), ("Écoles", 23)] {
        set(&mut store, &convention, "titre", text, at(second)).unwrap();
    }
    check_history(
        &store,
        &convention,
        expect![[r#"
        create []
        set [titre]
        set [titre]
    "#]],
    );
    store.undo(&convention, at(24)).unwrap();
    assert_eq!(typed(&store, &convention, "titre"), "École");
    store.undo(&convention, at(24)).unwrap();
    assert_eq!(typed(&store, &convention, "titre"), "");
    assert!(matches!(
        store.undo(&convention, at(24)),
        Err(StoreError::NothingToUndo)
    ));
    store.redo(&convention, at(25)).unwrap();
    store.redo(&convention, at(25)).unwrap();
    assert_eq!(typed(&store, &convention, "titre"), "Écoles");
    assert!(matches!(
        store.redo(&convention, at(25)),
        Err(StoreError::NothingToRedo)
    ));
}

#[test]
fn a_clock_that_goes_back_joins_nothing_and_loses_nothing() {
    let (mut store, convention) = with_sample();
    set(&mut store, &convention, "titre", "a", at(100)).unwrap();
    set(&mut store, &convention, "titre", "b", at(-50_000)).unwrap();
    store.undo(&convention, at(-60_000)).unwrap();
    assert_eq!(typed(&store, &convention, "titre"), "a");
}

#[test]
fn typed_and_typed_back_is_no_step_at_all() {
    let (mut store, convention) = with_sample();
    set(&mut store, &convention, "titre", "a", at(10)).unwrap();
    set(&mut store, &convention, "reference", "x", at(20)).unwrap();
    set(&mut store, &convention, "reference", "2026-001", at(21)).unwrap();
    store.undo(&convention, at(22)).unwrap();
    assert_eq!(typed(&store, &convention, "titre"), "");
    store.redo(&convention, at(23)).unwrap();
    assert_eq!(typed(&store, &convention, "titre"), "a");
}

#[test]
fn what_changes_nothing_leaves_no_trace() {
    let (mut store, convention) = with_sample();
    let done = set(
        &mut store,
        &convention,
        "collectivite/nom",
        " Fontenay-aux-Roses ",
        at(1),
    )
    .unwrap();
    assert_eq!((done.changed, done.revision), (false, 1));
    check_history(
        &store,
        &convention,
        expect![[r#"
        create []
    "#]],
    );
}

#[test]
fn a_new_action_closes_redo() {
    let (mut store, convention) = with_sample();
    set(&mut store, &convention, "titre", "a", at(10)).unwrap();
    store.undo(&convention, at(11)).unwrap();
    assert!(store.reach(&convention).unwrap().redo.is_some());
    set(&mut store, &convention, "reference", "b", at(12)).unwrap();
    assert!(store.reach(&convention).unwrap().redo.is_none());
    assert!(matches!(
        store.redo(&convention, at(13)),
        Err(StoreError::NothingToRedo)
    ));
    store.undo(&convention, at(14)).unwrap();
    store.redo(&convention, at(15)).unwrap();
    assert_eq!(
        (
            typed(&store, &convention, "titre"),
            typed(&store, &convention, "reference")
        ),
        (String::new(), "b".into())
    );
    check_history(
        &store,
        &convention,
        expect![[r#"
        create []
        set [titre] undone
        undo [titre]
        set [reference]
        undo [reference]
        redo [reference]
    "#]],
    );
}

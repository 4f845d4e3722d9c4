//! A process killed while it writes: what was acknowledged is there, whole, and nothing is half there.

use super::{at, create, sample};
use crate::{Action, PastedRow, Store};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

const FOLDER: &str = "CONVENT_CRASH_TEST_FOLDER";

/// Not a test by itself: the process that is killed. Pastes three schools at a time, and says so each time it is kept.
#[test]
#[ignore = "run by the test below, in a process of its own"]
fn a_process_that_never_stops_writing() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let mut store = Store::open(folder.as_ref(), at(0)).unwrap();
    let convention = match store.list().unwrap().first() {
        Some(row) => row.id.clone(),
        None => create(&mut store, sample()),
    };
    for number in 0.. {
        let rows = ["a", "b", "c"].map(|name| PastedRow {
            id: None,
            fields: vec![("nom".into(), format!("{name}{number}"))],
        });
        let paste = Action::Paste {
            convention: convention.clone(),
            list: "ecoles".into(),
            rows: rows.into(),
        };
        store.act(paste, at(number * 10)).unwrap();
        println!(
            "kept {}",
            store
                .dossier(&convention)
                .unwrap()
                .dossier
                .ids("ecoles")
                .len()
        );
    }
}

/// Kills it once it has said so many times that something was kept; the number of schools it last said.
fn killed_after(folder: &std::path::Path, times: usize) -> usize {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args([
        "--exact",
        "tests::crash::a_process_that_never_stops_writing",
        "--ignored",
        "--nocapture",
    ]);
    let mut child = command
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let kept = lines
        .map_while(Result::ok)
        .filter_map(|line| line.split("kept ").nth(1)?.trim().parse().ok());
    let last = kept.take(times).last().unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    last
}

#[test]
fn nothing_that_was_acknowledged_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    for times in [1, 2, 3, 5, 8, 4, 6, 7, 1, 9] {
        let acknowledged = killed_after(folder.path(), times);
        let mut store = Store::open(folder.path(), at(0)).unwrap();
        let convention = store.list().unwrap()[0].id.clone();
        let dossier = store.dossier(&convention).unwrap().dossier;
        let schools = dossier.ids("ecoles").len();
        assert!(
            schools >= acknowledged,
            "{schools} schools, {acknowledged} were acknowledged"
        );
        assert_eq!((schools - 2) % 3, 0, "a paste is whole or absent");
        store.undo(&convention, at(0)).unwrap();
        store.redo(&convention, at(0)).unwrap();
        assert_eq!(
            store.dossier(&convention).unwrap().dossier,
            dossier,
            "the history is whole too"
        );
    }
}

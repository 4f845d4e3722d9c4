//! What is kept for good: documents made définitif, pieces; and the lock.

use super::{at, create, sample, set, with_sample};
use crate::{Action, Issue, IssuedRecord, Store, StoreError};
use domain::record::Id;

fn record(document: &str, edition: u32) -> IssuedRecord {
    let (file, options) = (format!("2026-001-{document}.pdf"), "{}".to_owned());
    IssuedRecord {
        document: document.into(),
        edition,
        file,
        options,
        pages: 12,
        originals: 2,
        pdf: b"%PDF-1.7 ...".to_vec(),
    }
}

fn issue(
    store: &mut Store,
    convention: &Id,
    revision: u32,
    documents: Vec<IssuedRecord>,
) -> Result<u32, StoreError> {
    let issue = Issue {
        snapshot: "{\"format\":1}".into(),
        program: "ConvENT 0.1.0".into(),
        documents,
    };
    let action = Action::Issue {
        convention: convention.clone(),
        revision,
        issue: Box::new(issue),
    };
    store.act(action, at(50)).map(|done| done.revision)
}

#[test]
fn documents_made_definitif_are_kept_and_close_the_undo_behind_them() {
    let (mut store, convention) = with_sample();
    set(&mut store, &convention, "titre", "a", at(1)).unwrap();
    set(&mut store, &convention, "reference", "b", at(2)).unwrap();
    store.undo(&convention, at(3)).unwrap();
    let revision = store.dossier(&convention).unwrap().revision;
    let next = issue(
        &mut store,
        &convention,
        revision,
        vec![record("convention", 1), record("note", 1)],
    )
    .unwrap();
    assert_eq!(store.reach(&convention).unwrap(), crate::Reach::default());
    assert_eq!(
        store.issued_bytes(&convention, "note", 1).unwrap(),
        b"%PDF-1.7 ..."
    );
    assert!(matches!(
        store.issued_bytes(&convention, "note", 2),
        Err(StoreError::NoSuchDocument { .. })
    ));
    assert_eq!(
        store.editions(&convention).unwrap(),
        [("convention".to_owned(), 1), ("note".to_owned(), 1)].into()
    );
    let rows = store.issued(&convention).unwrap();
    assert_eq!(
        (
            rows.len(),
            rows[0].document.as_str(),
            rows[0].revision,
            rows[0].at
        ),
        (2, "convention", revision, at(50))
    );
    assert_eq!(rows[0].sha256.len(), 64);
    assert_eq!(store.list().unwrap()[0].issued, 2);
    issue(&mut store, &convention, next, vec![record("convention", 2)]).unwrap();
    assert_eq!(store.editions(&convention).unwrap()["convention"], 2);
}

#[test]
fn documents_of_a_dossier_that_moved_are_refused_whole() {
    let (mut store, convention) = with_sample();
    set(&mut store, &convention, "titre", "a", at(1)).unwrap();
    let stale = issue(&mut store, &convention, 1, vec![record("convention", 1)]);
    assert!(matches!(
        stale,
        Err(StoreError::Moved {
            expected: 1,
            found: 2
        })
    ));
    let skipped = issue(
        &mut store,
        &convention,
        2,
        vec![record("note", 1), record("convention", 2)],
    );
    assert!(matches!(
        skipped,
        Err(StoreError::WrongEdition {
            expected: 1,
            found: 2,
            ..
        })
    ));
    assert!(
        store.issued(&convention).unwrap().is_empty(),
        "not even the note"
    );
    assert!(store.reach(&convention).unwrap().undo.is_some());
}

#[test]
fn frozen_tables_refuse_every_change() {
    let (mut store, convention) = with_sample();
    issue(&mut store, &convention, 1, vec![record("convention", 1)]).unwrap();
    for sql in [
        "UPDATE issued_document SET file = 'x'",
        "DELETE FROM issued_document",
        "UPDATE issue SET snapshot = ''",
        "DELETE FROM issue",
        "INSERT OR REPLACE INTO issued_document SELECT * FROM issued_document",
    ] {
        assert!(
            store
                .db
                .execute(sql, [])
                .unwrap_err()
                .to_string()
                .contains("frozen"),
            "{sql}"
        );
    }
}

#[test]
fn pieces_are_kept_once_and_checked_when_read() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path(), at(0)).unwrap();
    let hash = store
        .add_piece(
            b"le texte fourni",
            "convention.pdf",
            "application/pdf",
            at(0),
        )
        .unwrap();
    assert_eq!(
        store
            .add_piece(
                b"le texte fourni",
                "autre nom.pdf",
                "application/pdf",
                at(1)
            )
            .unwrap(),
        hash
    );
    assert_eq!(store.piece_rows().unwrap().len(), 1);
    assert_eq!(store.piece(&hash).unwrap(), b"le texte fourni");
    assert!(matches!(
        store.piece("../convent.sqlite"),
        Err(StoreError::NoSuchPiece { .. })
    ));
    let file = folder.path().join("pieces").join(&hash);
    std::fs::write(&file, b"le texte abime").unwrap();
    assert!(matches!(
        store.piece(&hash),
        Err(StoreError::PieceDamaged { .. })
    ));
    store
        .add_piece(
            b"le texte fourni",
            "convention.pdf",
            "application/pdf",
            at(2),
        )
        .unwrap();
    assert_eq!(
        store.piece(&hash).unwrap(),
        b"le texte fourni",
        "given again, it is mended"
    );
    std::fs::remove_file(&file).unwrap();
    assert!(!store.piece_rows().unwrap()[0].there);
    assert!(matches!(
        store.piece(&hash),
        Err(StoreError::NoSuchPiece { .. })
    ));
}

#[test]
fn one_store_a_folder_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path(), at(0)).unwrap();
    assert!(matches!(
        Store::open(folder.path(), at(0)),
        Err(StoreError::InUse)
    ));
    let convention = create(&mut store, sample());
    drop(store);
    let store = Store::open(folder.path(), at(0)).unwrap();
    assert_eq!(store.dossier(&convention).unwrap().dossier, sample());
}

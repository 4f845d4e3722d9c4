//! Each action, what it refuses, and the tables it writes to.

use super::{at, create, sample, set, typed, with_sample};
use crate::rows::{leaves, recorded_tables};
use crate::{Action, Deed, PastedRow, Store, StoreError};
use domain::dossier::Dossier;
use domain::record::{Holds, Id, Path, RecordShape};

/// Each column of a table of the dossier is a field of the declared shape, and the reverse: neither can be forgotten.
#[test]
fn the_tables_are_the_declared_shape() {
    fn look(store: &Store, shape: &'static RecordShape, own: &[&str]) {
        let sql = format!("SELECT name FROM pragma_table_info('{}')", shape.table);
        let mut statement = store.db.prepare(&sql).unwrap();
        let found: Vec<String> = statement
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let cards = [
            "collectivity",
            "academy",
            "signatory",
            "enrolled_school",
            "contact",
        ];
        let card = cards.contains(&shape.table).then_some("card");
        let fields = leaves(shape).map(|field| field.column);
        let declared: Vec<&str> = own.iter().copied().chain(card).chain(fields).collect();
        assert_eq!(found, declared, "{}", shape.table);
        for field in shape.fields {
            match field.holds {
                Holds::Leaf(_) => {}
                Holds::Record(below) => look(store, below, &["convention"]),
                Holds::List(below) => {
                    look(store, below, &["convention", "id", "position"]);
                    assert_eq!(
                        leaves(below).count(),
                        below.fields.len(),
                        "an item holds values only: {}",
                        below.table
                    );
                }
            }
        }
    }
    let store = Store::memory().unwrap();
    look(
        &store,
        Dossier::shape(),
        &["id", "template_id", "template_version"],
    );
    let mut tables = recorded_tables();
    tables.sort_unstable();
    tables.dedup();
    assert_eq!(
        tables.len(),
        recorded_tables().len(),
        "each record has its own table"
    );
}

#[test]
fn what_is_created_is_what_is_read() {
    let (store, convention) = with_sample();
    let loaded = store.dossier(&convention).unwrap();
    assert_eq!(loaded.dossier, sample());
    assert_eq!(
        (loaded.revision, loaded.created, loaded.archived),
        (1, at(0), false)
    );
    assert_eq!(
        typed(&store, &convention, "ecoles/b/uai"),
        "092044",
        "half typed, and kept"
    );
    let unknown = Id::new("nobody").unwrap();
    assert!(
        matches!(store.dossier(&unknown), Err(StoreError::NoSuchConvention { id }) if id == unknown)
    );
}

#[test]
fn the_list_shows_the_last_changed_first() {
    let mut store = Store::memory().unwrap();
    let first = create(&mut store, sample());
    let second = create(&mut store, sample());
    set(&mut store, &first, "titre", "Écoles de Fontenay", at(60)).unwrap();
    let rows = store.list().unwrap();
    assert_eq!(
        rows.iter().map(|row| &row.id).collect::<Vec<_>>(),
        [&first, &second]
    );
    assert_eq!(
        (
            rows[0].title.as_str(),
            rows[0].reference.as_str(),
            rows[0].revision
        ),
        ("Écoles de Fontenay", "2026-001", 2)
    );
    assert_eq!(
        (rows[0].collectivity.as_str(), rows[0].template.id.as_str()),
        ("Fontenay-aux-Roses", "versailles-1d")
    );
    assert_eq!(rows[0].changed, at(60));
}

#[test]
fn a_pasted_table_is_one_step() {
    let (mut store, convention) = with_sample();
    let row = |id: Option<&str>, name: &str| PastedRow {
        id: id.and_then(Id::new),
        fields: vec![("nom".into(), name.into())],
    };
    let rows = vec![
        row(Some("b"), "Ormeaux"),
        row(None, "La Roue"),
        row(None, "Jean Macé"),
    ];
    let done = store
        .act(
            Action::Paste {
                convention: convention.clone(),
                list: "ecoles".into(),
                rows,
            },
            at(5),
        )
        .unwrap();
    assert_eq!((done.deed, done.added.len()), (Deed::Paste, 2));
    assert_eq!(
        typed(
            &store,
            &convention,
            &format!("ecoles/{}/nom", done.added[1].as_str())
        ),
        "Jean Macé"
    );
    assert_eq!(typed(&store, &convention, "ecoles/b/nom"), "Ormeaux");
    store.undo(&convention, at(6)).unwrap();
    assert_eq!(store.dossier(&convention).unwrap().dossier, sample());
}

#[test]
fn an_item_goes_with_its_blanks_and_comes_back_with_them() {
    let (mut store, convention) = with_sample();
    let (list, path) = ("ecoles".to_owned(), Path::new("ecoles/a/adresse"));
    store
        .act(
            Action::Hand {
                convention: convention.clone(),
                path: path.clone(),
                on: true,
            },
            at(1),
        )
        .unwrap();
    store
        .act(
            Action::Remove {
                convention: convention.clone(),
                list: list.clone(),
                id: Id::new("a").unwrap(),
            },
            at(2),
        )
        .unwrap();
    let without = store.dossier(&convention).unwrap().dossier;
    assert_eq!((without.ids("ecoles").len(), without.by_hand.len()), (1, 0));
    store.undo(&convention, at(3)).unwrap();
    let back = store.dossier(&convention).unwrap().dossier;
    assert_eq!(back.by_hand, [path]);
    assert_eq!(back.sheet.schools, sample().sheet.schools);
    store
        .act(
            Action::Move {
                convention: convention.clone(),
                list,
                id: Id::new("a").unwrap(),
                to: 5,
            },
            at(4),
        )
        .unwrap();
    let moved = store.dossier(&convention).unwrap().dossier;
    assert_eq!(
        moved
            .ids("ecoles")
            .iter()
            .map(Id::as_str)
            .collect::<Vec<_>>(),
        ["b", "a"]
    );
}

#[test]
fn a_reason_is_one_for_a_finding_and_its_field() {
    let (mut store, convention) = with_sample();
    let mut pass = |code: &str, path: &str, reason: &str| {
        let (code, path, reason) = (code.to_owned(), Path::new(path), reason.to_owned());
        store
            .act(
                Action::Pass {
                    convention: convention.clone(),
                    code,
                    path,
                    reason,
                },
                at(1),
            )
            .unwrap();
        let reasons = store.dossier(&convention).unwrap().dossier.sheet.reasons;
        let said = |item: &domain::record::Item<domain::dossier::Reason>| {
            domain::entry::Leaf::typed(&item.value.reason)
        };
        reasons.iter().map(said).collect::<Vec<_>>()
    };
    assert_eq!(
        pass("ordre-dates", "convention/date", "Date du projet"),
        ["Date du projet"]
    );
    assert_eq!(
        pass("ordre-dates", "convention/date", "Vérifié"),
        ["Vérifié"]
    );
    assert_eq!(
        pass("quorum", "", "Seconde convocation"),
        ["Vérifié", "Seconde convocation"]
    );
    assert_eq!(
        pass("ordre-dates", "convention/date", "  "),
        ["Seconde convocation"]
    );
}

#[test]
fn what_does_not_fit_is_refused_and_nothing_is_changed() {
    let (mut store, convention) = with_sample();
    let mut refused = |path: &str, text: &str| {
        set(&mut store, &convention, path, text, at(1))
            .unwrap_err()
            .code()
    };
    assert_eq!(refused("ecoles/z/nom", "x"), "champ-introuvable");
    assert_eq!(refused("ecoles", "x"), "champ-introuvable");
    assert_eq!(refused("ecoles//a/nom", "x"), "champ-introuvable");
    assert_eq!(refused("champs/a/b", "x"), "champ-introuvable");
    assert_eq!(refused("champs/É", "x"), "champ-introuvable");
    assert_eq!(refused("", "x"), "champ-introuvable");
    assert_eq!(refused("titre", &"é".repeat(100_001)), "texte-trop-long");
    let both = vec![
        (Path::new("titre"), "kept?".to_owned()),
        (Path::new("nulle/part"), "x".to_owned()),
    ];
    assert!(
        store
            .act(
                Action::Set {
                    convention: convention.clone(),
                    fields: both
                },
                at(1)
            )
            .is_err()
    );
    let id = Id::new("a");
    let add = Action::Add {
        convention: convention.clone(),
        list: "ecoles".into(),
        id,
        at: 0,
        fields: Vec::new(),
    };
    assert_eq!(
        store.act(add, at(1)).unwrap_err().code(),
        "element-en-double"
    );
    let paste = Action::Paste {
        convention: convention.clone(),
        list: "titre".into(),
        rows: Vec::new(),
    };
    assert_eq!(
        store.act(paste, at(1)).unwrap_err().code(),
        "liste-introuvable"
    );
    let nameless = Action::Create {
        dossier: Box::default(),
    };
    assert_eq!(
        store.act(nameless, at(1)).unwrap_err().code(),
        "modele-illisible"
    );
    assert_eq!(store.dossier(&convention).unwrap().dossier, sample());
    assert_eq!(store.dossier(&convention).unwrap().revision, 1);
}

#[test]
fn a_dossier_put_away_comes_back_as_it_was() {
    let (mut store, convention) = with_sample();
    set(&mut store, &convention, "titre", "a", at(10)).unwrap();
    store
        .act(
            Action::Archive {
                convention: convention.clone(),
            },
            at(11),
        )
        .unwrap();
    assert!(store.list().unwrap()[0].archived);
    assert!(
        !store
            .act(
                Action::Archive {
                    convention: convention.clone()
                },
                at(12)
            )
            .unwrap()
            .changed
    );
    store
        .act(
            Action::Restore {
                convention: convention.clone(),
            },
            at(13),
        )
        .unwrap();
    assert!(!store.list().unwrap()[0].archived);
    store.undo(&convention, at(14)).unwrap();
    assert_eq!(store.dossier(&convention).unwrap().dossier, sample());
}

/// Texts that a column might not give back: they must all come back letter for letter.
#[test]
fn any_text_is_kept_letter_for_letter() {
    let (mut store, convention) = with_sample();
    for text in [
        "a\u{0}b",
        "'; DROP TABLE convention; --",
        "{{7*7}}",
        "\u{202e}abc",
        "🎒",
        "0921688K ",
        "9e999",
        "\u{feff}x\u{fffd}",
    ] {
        set(&mut store, &convention, "ecoles/b/uai", text, at(1)).unwrap();
        let mut expected = sample();
        expected.put(&Path::new("ecoles/b/uai"), text);
        assert_eq!(
            store.dossier(&convention).unwrap().dossier,
            expected,
            "{text:?}"
        );
    }
}

//! What the store keeps, turns back and refuses.

mod actions;
mod crash;
mod follows;
mod golden;
mod hostile;
mod kept;
mod model;
mod turns;
mod upgrades;

use crate::{Action, Done, Stamp, Store, StoreError};
use domain::dossier::{Dossier, TemplateRef};
use domain::record::{Id, Path};

/// So many seconds after a first morning.
fn at(seconds: i64) -> Stamp {
    Stamp::of(1_795_500_000_000 + seconds * 1_000)
}

/// A small dossier: two schools, an answer, a field half typed.
fn sample() -> Dossier {
    let mut dossier = Dossier {
        template: TemplateRef {
            id: "versailles-1d".into(),
            version: 1,
        },
        ..Dossier::default()
    };
    let mut store = Store::memory().unwrap();
    let fields = [
        ("reference", "2026-001"),
        ("collectivite/nom", "Fontenay-aux-Roses"),
        ("academie/nom", "Versailles"),
        ("deliberation/seance", "14/12/2026"),
        ("convention/texte_fourni/fichier", "convention.pdf"),
        ("champs/editeur_ent", "Éditeur d’exemple"),
    ];
    fields
        .iter()
        .for_each(|(path, text)| assert!(dossier.put(&Path::new(*path), text)));
    let convention = create(&mut store, dossier);
    for (id, name, uai) in [
        ("a", "École Les Renards", "0921688K"),
        ("b", "École des Ormeaux", "092044"),
    ] {
        let fields = vec![
            ("nom".to_owned(), name.to_owned()),
            ("uai".to_owned(), uai.to_owned()),
        ];
        let (list, id) = ("ecoles".to_owned(), Id::new(id));
        store
            .act(
                Action::Add {
                    convention: convention.clone(),
                    list,
                    id,
                    at: 9,
                    fields,
                },
                at(0),
            )
            .unwrap();
    }
    store.dossier(&convention).unwrap().dossier
}

fn create(store: &mut Store, dossier: Dossier) -> Id {
    store
        .act(
            Action::Create {
                dossier: Box::new(dossier),
            },
            at(0),
        )
        .unwrap()
        .convention
}

/// A store in memory that holds the sample.
fn with_sample() -> (Store, Id) {
    let mut store = Store::memory().unwrap();
    let convention = create(&mut store, sample());
    (store, convention)
}

fn set(
    store: &mut Store,
    convention: &Id,
    path: &str,
    text: &str,
    now: Stamp,
) -> Result<Done, StoreError> {
    store.act(
        Action::Set {
            convention: convention.clone(),
            fields: vec![(Path::new(path), text.into())],
        },
        now,
    )
}

fn typed(store: &Store, convention: &Id, path: &str) -> String {
    store
        .dossier(convention)
        .unwrap()
        .dossier
        .typed(&Path::new(path))
}

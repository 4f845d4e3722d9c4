//! A dossier that follows another one: kept whole, frozen, and told of.

use super::{at, create, sample, set};
use crate::{Action, Deed, Store};
use domain::dossier::choices::SequelKind;
use domain::record::{Id, Path};

/// The sample with a blank, and an avenant to it.
fn with_avenant() -> (Store, Id, Id) {
    let mut store = Store::memory().unwrap();
    let mut signed = sample();
    signed.by_hand.push(Path::new("convention/date"));
    let origin = create(&mut store, signed);
    let signed = store.dossier(&origin).unwrap().dossier;
    let follow = Action::Follow {
        origin: origin.clone(),
        dossier: Box::new(signed.followed(SequelKind::Amendment)),
    };
    let done = store.act(follow, at(5)).unwrap();
    assert_eq!(done.deed, Deed::Follow);
    (store, origin, done.convention)
}

#[test]
fn the_dossier_that_is_followed_is_kept_whole() {
    let (store, origin, avenant) = with_avenant();
    let signed = store.dossier(&origin).unwrap().dossier;
    let kept = store.dossier(&avenant).unwrap().dossier;
    assert_eq!(kept.before.as_deref(), Some(&signed));
    assert_eq!(kept, signed.followed(SequelKind::Amendment));
    let rows = store.list().unwrap();
    let row = rows.iter().find(|row| row.id == avenant).unwrap();
    assert_eq!(row.origin.as_ref(), Some(&origin));
}

#[test]
fn it_stays_what_it_was_when_its_own_dossier_changes() {
    let (mut store, origin, avenant) = with_avenant();
    set(&mut store, &origin, "titre", "Autre", at(10)).unwrap();
    set(&mut store, &avenant, "titre", "Avenant", at(10)).unwrap();
    store.undo(&avenant, at(20)).unwrap();
    let kept = store.dossier(&avenant).unwrap().dossier;
    assert_eq!(kept.before.unwrap().typed(&Path::new("titre")), "");
    for table in ["earlier_dossier", "earlier_field"] {
        for sql in [
            format!("DELETE FROM {table}"),
            format!("UPDATE {table} SET convention = 'x'"),
        ] {
            let refused = store.db.execute(&sql, []).unwrap_err().to_string();
            assert!(refused.contains("frozen"), "{sql}: {refused}");
        }
    }
}

#[test]
fn what_a_file_follows_is_kept_without_an_origin() {
    let mut store = Store::memory().unwrap();
    let dossier = Box::new(sample().followed(SequelKind::Renewal));
    let import = Action::Import {
        dossier: dossier.clone(),
    };
    let id = store.act(import, at(0)).unwrap().convention;
    assert_eq!(store.dossier(&id).unwrap().dossier, *dossier);
    assert_eq!(store.list().unwrap()[0].origin, None);
}

//! What is left aside or remembered to go faster changes nothing: a set of documents let go alone, the numbers of the
//! filling before.

#![allow(clippy::unwrap_used)] // A test may panic.

mod support;

use domain::dossier::Dossier;
use domain::record::Path;
use support::{put, today};
use template::{Shelf, Template, check, draft, fill, ready};

const EXAMPLES: [&str; 5] = [
    "fontenay-aux-roses",
    "fontenay-apres-vote",
    "pezenas",
    "grand-est-2019",
    "colleges-paris-2012",
];

/// Each document asked for alone: what lets it go, or all that refuses it, is the same as after the whole vérification.
#[track_caller]
fn same(dossier: &Dossier, template: &Template) {
    let sheet = check(dossier, template, today());
    for document in template.documents_of(dossier) {
        let key = document.key.clone();
        let (alone, whole) = (
            ready(dossier, template, today(), std::slice::from_ref(&key)),
            sheet.ready(std::slice::from_ref(&key)),
        );
        match (alone, whole) {
            (Ok(alone), Ok(whole)) => {
                // The first time as it was filled for the vérification, then anew.
                let filled = fill(template, &whole, &key, 1).ok();
                assert_eq!(fill(template, &alone, &key, 1).ok(), filled, "{key}");
                assert_eq!(fill(template, &alone, &key, 1).ok(), filled, "{key}");
                assert_eq!(alone.pieces(&key), whole.pieces(&key));
                let second = fill(template, &whole, &key, 2).ok();
                assert_eq!(fill(template, &alone, &key, 2).ok(), second, "{key}");
            }
            (alone, whole) => assert_eq!(alone.err(), whole.err(), "{key}"),
        }
    }
}

#[test]
fn documents_asked_for_alone_go_as_after_the_whole_verification() {
    let shelf = Shelf::shipped().unwrap();
    for name in EXAMPLES {
        let dossier = support::example_of(name);
        let template = shelf.find(&dossier.template.id).unwrap();
        same(&dossier, template);
    }
}

#[test]
fn what_refuses_one_document_is_told_in_full_and_does_not_refuse_another() {
    let shelf = Shelf::shipped().unwrap();
    let template = shelf.find("versailles-1d").unwrap();
    for (path, typed) in [
        ("deliberation/seance", "bientôt"),
        ("deliberation/rapporteur", ""),
        ("collectivite/siren", "219200327"),
        ("contacts/referent/telephone", "01 99 00"),
        ("academie/nom", "Créteil"),
        ("convention/exemplaires", "3"),
        ("collectivite/nom", ""),
        ("convention/date_effet", ""),
    ] {
        let mut dossier = support::example();
        if dossier.put(&Path::new(path), typed) {
            same(&dossier, template);
        }
    }
}

/// The articles of a convention are not those of the one before: its references follow all the same.
#[test]
fn the_numbers_of_the_filling_before_do_not_stay() {
    let template = |shelf: &Shelf| shelf.find("versailles-1d").unwrap().clone();
    let shelf = Shelf::shipped().unwrap();
    let used = template(&shelf);
    let filled = |template: &Template, dossier: &Dossier| {
        draft(template, dossier, "convention", 1, today(), false).unwrap()
    };
    let plain = support::example();
    let mut theirs = support::example();
    put(&mut theirs, "convention/texte", "fourni");
    let mut all = vec![plain.clone(), theirs, plain];
    for question in &used.questions {
        for typed in ["oui", "non"] {
            let mut other = support::example();
            other.put(&Path::new(format!("champs/{}", question.key)), typed);
            all.push(other);
        }
    }
    for dossier in &all {
        assert_eq!(filled(&used, dossier), filled(&template(&shelf), dossier));
    }
}

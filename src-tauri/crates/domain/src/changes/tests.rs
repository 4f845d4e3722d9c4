//! What changed, said of small dossiers.

use super::*;
use crate::rules::testing::dossier;

fn before() -> Dossier {
    dossier(&[
        ("ecoles/a/nom", "École du Parc"),
        ("ecoles/a/uai", "0921688K"),
        ("ecoles/b/nom", "École La Roue B"),
        ("ecoles/b/uai", "0920342X"),
        ("contacts/r/role", "referent_ent"),
        ("contacts/r/civilite", "Mme"),
        ("contacts/r/prenom", "Dominique"),
        ("contacts/r/nom", "Bertin"),
        ("contacts/r/telephone", "01 99 00 12 34"),
        ("signataires/m/partie", "commune"),
        ("signataires/m/nom", "Delorme"),
        ("collectivite/adresse", "75, rue Boucicaut"),
        ("champs/duree_annees", "4"),
        ("deliberation/numero", "DEL1"),
    ])
}

#[track_caller]
fn check(alter: impl FnOnce(&mut Dossier), expected: &[&str]) {
    let before = before();
    let mut after = before.clone();
    alter(&mut after);
    let told: Vec<String> = changes(&before, &after)
        .into_iter()
        .map(|change| {
            let Change {
                path,
                label,
                before,
                after,
                ..
            } = change;
            format!("{path} {label} [{before}] → [{after}]").replace('\u{a0}', " ")
        })
        .collect();
    assert_eq!(told, expected);
}

fn put(dossier: &mut Dossier, path: &str, typed: &str) {
    assert!(dossier.put(&Path::new(path), typed), "{path}");
}

#[test]
fn nothing_changed() {
    check(|_| {}, &[]);
    check(
        |after| {
            put(after, "deliberation/numero", "DEL2");
            put(after, "reference", "2026-001-avenant-1");
            put(after, "champs/duree_annees", " 4 ");
        },
        &[],
    );
}

#[test]
fn schools_come_go_and_change() {
    check(
        |after| {
            after.sheet.schools.0.remove(1);
            put(after, "ecoles/a/adresse", "12, rue du Parc");
            let id = Id::new("c").unwrap();
            after.sheet.schools.0.push(Item {
                id,
                value: EnrolledSchool::default(),
            });
            put(after, "ecoles/c/nom", "École Les Renards");
        },
        &[
            "ecoles/b École retirée [École La Roue B (0920342X)] → []",
            "ecoles/c École ajoutée [] → [École Les Renards]",
            "ecoles/a/adresse École du Parc : Adresse [] → [12, rue du Parc]",
        ],
    );
}

#[test]
fn a_school_taken_out_and_put_back_is_the_same() {
    check(
        |after| after.sheet.schools.0[1].id = Id::new("z").unwrap(),
        &[],
    );
}

#[test]
fn a_row_typed_over_is_another_school() {
    check(
        |after| {
            put(after, "ecoles/b/nom", "École Les Renards");
            put(after, "ecoles/b/uai", "0920440D");
        },
        &[
            "ecoles/b École retirée [École La Roue B (0920342X)] → []",
            "ecoles/b École ajoutée [] → [École Les Renards (0920440D)]",
        ],
    );
}

#[test]
fn people_answers_and_bodies() {
    check(
        |after| {
            put(after, "contacts/r/prenom", "Claude");
            put(after, "signataires/m/nom", "Petit");
            put(after, "collectivite/adresse", "1, place du Marché");
            put(after, "champs/duree_annees", "6");
        },
        &[
            "collectivite/adresse Adresse [75, rue Boucicaut] → [1, place du Marché]",
            "signataires/m Signataire [Delorme] → [Petit]",
            "contacts/r referent_ent [Mme Dominique Bertin, 01 99 00 12 34] → [Mme Claude Bertin, 01 99 00 12 34]",
            "champs/duree_annees  [4] → [6]",
        ],
    );
}

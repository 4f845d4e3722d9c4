//! All rules at once: what a good dossier raises (nothing), what the published act of 2022 would have raised, and
//! that no text whatever breaks a rule.

use super::check;
use super::testing::{dossier, told};
use crate::dossier::Dossier;
use crate::record::{Holds, RecordShape};
use expect_test::expect;
use proptest::prelude::*;

/// A good dossier of the reference case, before its vote.
const GOOD: &[(&str, &str)] = &[
    ("reference", "2026-001"),
    ("annee_scolaire", "2026-2027"),
    ("collectivite/type", "commune"),
    ("collectivite/nom", "Fontenay-aux-Roses"),
    ("collectivite/nom_avec_article", "de Fontenay-aux-Roses"),
    ("collectivite/code_insee", "92032"),
    ("collectivite/siren", "219200326"),
    ("collectivite/population", "24070"),
    ("academie/nom", "Versailles"),
    ("signataires/maire/partie", "commune"),
    ("signataires/maire/fonction", "maire"),
    ("signataires/maire/civilite", "Mme"),
    ("signataires/maire/depuis", "2026-03-28"),
    ("signataires/rectrice/partie", "academie"),
    ("signataires/rectrice/fonction", "recteur"),
    ("signataires/rectrice/civilite", "Mme"),
    ("ecoles/e1/nom", "École élémentaire publique Le Parc"),
    ("ecoles/e1/nature", "elementaire"),
    ("ecoles/e1/secteur", "public"),
    ("ecoles/e1/uai", "0921688K"),
    ("ecoles/e2/nom", "École primaire publique Les Renards"),
    ("ecoles/e2/nature", "primaire"),
    ("ecoles/e2/uai", "0921995U"),
    ("contacts/c1/civilite", "M."),
    ("contacts/c1/nom", "Marchais"),
    ("contacts/c1/fonction", "Responsable du numérique éducatif"),
    ("contacts/c1/telephone", "01 99 00 12 34"),
    ("convention/exemplaires", "2"),
    ("deliberation/numero", "DEL261214_20"),
    (
        "deliberation/objet",
        "Convention relative à l’espace numérique de travail (ENT) des écoles publiques",
    ),
    ("deliberation/convocation", "2026-12-08"),
    ("deliberation/seance", "2026-12-14"),
    (
        "deliberation/rapporteur",
        "Mme Nora Lemaître, adjointe au maire déléguée à l’éducation",
    ),
    ("deliberation/effectif_legal", "35"),
    ("deliberation/en_exercice", "35"),
    ("champs/exploitant_ent", "Sillage Infogérance"),
];

/// What is found on 22 November 2026, with these fields typed over the good dossier.
fn found(typed: &[(&str, &str)]) -> String {
    let dossier = dossier(&[GOOD, typed].concat());
    told(&check(&dossier, "2026-11-22".parse().unwrap())).join("\n")
}

#[test]
fn a_good_dossier_raises_nothing() {
    assert_eq!(found(&[]), "");
    assert!(check(&Dossier::default(), "2026-11-22".parse().unwrap()).is_empty());
}

#[test]
fn the_mistakes_of_the_seed_are_found() {
    let typed = [
        ("convention/date", "30 novembre 2021"),
        ("deliberation/convocation", "6/12/2022"),
        ("deliberation/seance", "12/12/2022"),
        ("deliberation/recue_le", "21/12/2022"),
        ("deliberation/publiee_le", "22/12/2022"),
        (
            "signataires/rectrice/titre",
            "Le Rectrice de l’académie de Versailles",
        ),
        ("signataires/maire/depuis", "2020-07-04"),
        ("annee_scolaire", "2022-2023"),
        (
            "deliberation/objet",
            "Déploiement de l’ENT dans les écoles élémentaires de la commune",
        ),
        ("champs/visa", "la loi n° 02013-595 du 8 juillet 2013"),
    ];
    expect![[r#"
        à vérifier article-et-titre signataires/rectrice/titre
        à vérifier numero-de-loi champs/visa
        à vérifier objet-et-liste deliberation/objet
        à vérifier signature-avant-vote convention/date"#]]
    .assert_eq(&found(&typed));
}

#[test]
fn several_mistakes_are_told_at_once() {
    let typed = [
        ("collectivite/siren", "219200327"),
        ("ecoles/e2/uai", "0921688K"),
        ("deliberation/presents", "10"),
        ("deliberation/identifiant_actes", "092-1"),
        ("convention/exemplaires", "3"),
    ];
    expect![[r#"
        bloquant champ-illisible collectivite/siren
        à vérifier nombre-originaux convention/exemplaires
        bloquant uai-en-double ecoles/e2/uai
        à vérifier quorum deliberation/presents
        à vérifier identifiant-actes deliberation/identifiant_actes"#]]
    .assert_eq(&found(&typed));
}

/// Every field of a record, with one item in each list.
fn paths(shape: &RecordShape, under: &str) -> Vec<String> {
    let below = |field: &crate::record::FieldShape| match field.holds {
        Holds::Leaf(_) => vec![format!("{under}{}", field.key)],
        Holds::Record(shape) => paths(shape, &format!("{under}{}/", field.key)),
        Holds::List(shape) => ["1", "2"]
            .iter()
            .flat_map(|id| paths(shape, &format!("{under}{}/{id}/", field.key)))
            .collect(),
    };
    shape.fields.iter().flat_map(below).collect()
}

/// What people may type: texts that read as something, and texts that read as nothing.
fn typed() -> impl Strategy<Value = String> {
    let known = [
        "",
        "0921688K",
        "99999",
        "100000",
        "0",
        "1",
        "1/1/1900",
        "31/12/2199",
        "29/02/2024",
        "oui",
        "non",
        "commune",
        "departement",
        "prive",
        "primaire",
        "maire",
        "M.",
        "Mme",
        "92032",
        "2A004",
        "2198-2199",
        "écoles élémentaires",
        "Le Rectrice",
        "loi n°",
        "décret n° -",
        "092-219200326-20221212-1-DE",
        "ce.0920440D@exemple.fr",
        "0199001234",
    ];
    prop_oneof![4 => proptest::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,12}"]
}

proptest! {
    #[test]
    fn no_text_breaks_a_rule(texts in proptest::collection::vec(typed(), 180), day in 0i32..100_000) {
        let paths = paths(Dossier::shape(), "");
        let fields: Vec<(&str, &str)> =
            paths.iter().map(String::as_str).zip(texts.iter().cycle().map(String::as_str)).collect();
        let today = "1900-01-01".parse::<crate::values::Date>().unwrap().plus_days(day).unwrap();
        for finding in check(&dossier(&fields), today) {
            prop_assert!(finding.fault.code().bytes().all(|b| b.is_ascii_lowercase() || b == b'-'));
        }
    }
}

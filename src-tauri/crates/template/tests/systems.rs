//! The systems beside Versailles: their examples make their documents, and say what their public texts say.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use domain::dossier::Dossier;
use domain::values::Date;
use expect_test::{expect, expect_file};
use support::{example_of, put, told};
use template::{Shelf, Template, check, draft, fill, split};

fn shelf() -> Shelf {
    Shelf::shipped().expect("the shipped modèles read")
}

fn model(id: &str) -> Template {
    shelf().find(id).expect("a modèle").clone()
}

fn autumn() -> Date {
    Date::of(2023, 11, 6).expect("a day")
}

/// Every document of each share of a dossier, made for good: nothing blocks the example.
fn made(template: &Template, dossier: &Dossier) -> String {
    let mut all = String::new();
    let shares = split(template, dossier);
    for declared in template.documents_of(dossier) {
        let one = std::slice::from_ref(dossier);
        let dossiers: Vec<_> = if declared.shared_out {
            shares.iter().map(|share| &share.dossier).collect()
        } else {
            one.iter().collect()
        };
        for dossier in dossiers {
            let sheet = check(dossier, template, autumn());
            let ready = sheet.ready(std::slice::from_ref(&declared.key));
            let document = match ready {
                Ok(ready) => fill(template, &ready, &declared.key, 1).expect("it fills"),
                Err(refusal) => {
                    let told: Vec<String> = refusal.findings.iter().map(told).collect();
                    panic!("{}: {}", declared.key, told.join("\n"))
                }
            };
            all += &format!("=== {}\n{}\n", declared.key, document.outline());
        }
    }
    all
}

#[test]
fn the_file_of_a_commune_of_occitanie() {
    let (template, dossier) = (model("occitanie-ent-ecole"), example_of("pezenas"));
    expect_file!["golden/occitanie.txt"].assert_eq(&made(&template, &dossier));
}

#[test]
fn the_example_of_occitanie_has_nothing_left_to_say() {
    let (template, dossier) = (model("occitanie-ent-ecole"), example_of("pezenas"));
    let sheet = check(&dossier, &template, autumn());
    let findings: Vec<String> = sheet.findings.iter().map(told).collect();
    expect!["conseil acte-non-executoire deliberation/recue_le () "]
        .assert_eq(&findings.join("\n"));
}

#[test]
fn the_three_tiers_of_an_accord() {
    let template = model("accord-cadre");
    for tier in ["accord", "cadre", "departements"] {
        let dossier = example_of(&format!("est-parisien-{tier}"));
        let golden = format!(
            "{}/tests/golden/accord-cadre-{tier}.txt",
            env!("CARGO_MANIFEST_DIR")
        );
        expect_file![golden].assert_eq(&made(&template, &dossier));
    }
}

/// The findings of a dossier that are of these codes.
fn codes(dossier: &Dossier, template: &Template, wanted: &[&str]) -> Vec<String> {
    let sheet = check(dossier, template, autumn());
    let findings = sheet.findings.iter();
    let of = findings.filter(|placed| wanted.contains(&placed.finding.key().0.as_str()));
    of.map(|placed| format!("{} {}", placed.finding.key().0, placed.finding.key().1))
        .collect()
}

#[track_caller]
fn outline_of(template: &Template, dossier: &Dossier, document: &str) -> String {
    let made = draft(template, dossier, document, 1, autumn(), false);
    made.expect("it fills").outline()
}

#[test]
fn another_year_is_to_confirm_and_another_price_has_its_reason() {
    let template = model("occitanie-ent-ecole");
    let mut dossier = example_of("pezenas");
    let wanted = ["annee-hors-modele", "tarif-annee", "seance-apres-fin"];
    put(&mut dossier, "champs/tarif", "50");
    assert_eq!(
        codes(&dossier, &template, &wanted),
        ["tarif-annee champs/tarif"]
    );
    put(&mut dossier, "annee_scolaire", "2024-2025");
    assert_eq!(
        codes(&dossier, &template, &wanted),
        ["annee-hors-modele annee_scolaire"]
    );
    let text = outline_of(&template, &dossier, "convention-preparatoire");
    assert!(text.contains("Tarif et texte à confirmer"), "{text}");
    assert!(
        text.contains("150,00\u{a0}€"),
        "three schools at the price typed: {text}"
    );
    put(&mut dossier, "deliberation/seance", "2024-10-01");
    let told = codes(&dossier, &template, &wanted);
    assert!(
        told.contains(&"seance-apres-fin deliberation/seance".to_owned()),
        "{told:?}"
    );
}

#[test]
fn a_text_that_is_not_to_be_signed_says_so_and_has_nowhere_to_sign() {
    let (template, dossier) = (model("occitanie-ent-ecole"), example_of("pezenas"));
    for (document, forbidden) in [
        ("convention-preparatoire", true),
        ("fiche-saisie", true),
        ("note-synthese", false),
        ("projet-deliberation", false),
    ] {
        let text = outline_of(&template, &dossier, document);
        assert_eq!(text.contains("mark: do not sign"), forbidden, "{document}");
        assert!(!text.contains("sign: "), "{document}");
    }
}

#[test]
fn the_clock_of_the_conciliation_runs_from_the_letter() {
    let template = model("occitanie-ent-ecole");
    let mut dossier = example_of("pezenas");
    let has = |dossier: &Dossier| {
        let documents = template.documents_of(dossier);
        documents
            .iter()
            .any(|document| document.key == "mise-en-demeure")
    };
    assert!(!has(&dossier), "no letter without a date");
    put(&mut dossier, "champs/mise_en_demeure_le", "2024-01-31");
    put(
        &mut dossier,
        "champs/griefs",
        "L’assistance n’a pas répondu.",
    );
    assert!(has(&dossier));
    let text = outline_of(&template, &dossier, "mise-en-demeure").replace('\u{a0}', " ");
    for day in ["31 janvier 2024", "29 février 2024", "15 mars 2024"] {
        assert!(text.contains(day), "{day}: {text}");
    }
    assert!(text.contains("sign: "), "a letter is signed: {text}");
}

#[test]
fn a_document_made_for_each_is_not_made_for_all() {
    let (template, dossier) = (
        model("accord-cadre"),
        example_of("est-parisien-departements"),
    );
    let key = "convention-departementale".to_owned();
    let sheet = check(&dossier, &template, autumn());
    let ready = sheet
        .ready(std::slice::from_ref(&key))
        .expect("nothing blocks");
    assert!(
        fill(&template, &ready, &key, 1).is_err(),
        "a whole dossier is no convention"
    );
    let shares = split(&template, &dossier);
    let labels: Vec<&str> = shares.iter().map(|share| share.label.as_str()).collect();
    assert_eq!(
        labels,
        [
            "Union des maires du Val-de-Marne",
            "Union des maires de la Seine-Saint-Denis",
            "Union des maires de Seine-et-Marne"
        ]
    );
}

/// What is missing for one share is found in the whole dossier, at the field where it is typed.
#[test]
fn what_one_share_lacks_is_told_where_it_is_typed() {
    let template = model("accord-cadre");
    let mut dossier = example_of("est-parisien-departements");
    put(&mut dossier, "signataires/seine-et-marne/nom", "");
    let found = check(&dossier, &template, autumn());
    let paths: Vec<String> = found.findings.iter().map(told).collect();
    assert!(
        paths
            .iter()
            .any(|told| told.contains("signataires/seine-et-marne/nom")),
        "{paths:?}"
    );
}

#[test]
fn an_act_of_an_association_is_not_transmitted_and_a_child_cites_its_parent() {
    let template = model("accord-cadre");
    let wanted = [
        "acte-association",
        "acte-cite",
        "acte-cite-avant",
        "acte-cite-expire",
    ];
    let mut dossier = example_of("est-parisien-cadre");
    assert_eq!(codes(&dossier, &template, &wanted), [""; 0]);
    put(&mut dossier, "deliberation/recue_le", "2011-12-20");
    put(&mut dossier, "parent/signe_le", "2012-06-01");
    put(&mut dossier, "parent/fin_le", "2011-12-31");
    assert_eq!(
        codes(&dossier, &template, &wanted),
        [
            "acte-cite-avant parent/signe_le",
            "acte-association deliberation/recue_le",
            "acte-cite-expire parent/fin_le"
        ]
    );
    put(&mut dossier, "parent/reference", "");
    assert!(codes(&dossier, &template, &wanted).contains(&"acte-cite parent/reference".to_owned()));
}

#[test]
fn originals_are_as_many_as_parties_unless_one_is_shared() {
    let template = model("accord-cadre");
    let mut dossier = example_of("est-parisien-cadre");
    assert_eq!(template.proposed_originals(&dossier), 3);
    put(&mut dossier, "convention/forme_originaux", "electronique");
    assert_eq!(template.proposed_originals(&dossier), 1);
    let text = outline_of(&template, &dossier, "convention-cadre");
    assert!(
        text.contains("original: Original électronique — commun aux parties"),
        "{text}"
    );
    assert!(
        text.contains("en {un←"),
        "the text says the same number: {text}"
    );
}

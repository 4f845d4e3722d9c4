//! The system of Grand Est: a member votes on texts attached, or the member that holds the pen makes them too.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use domain::dossier::Dossier;
use domain::values::Date;
use expect_test::{expect, expect_file};
use support::{add, example_of, put, told};
use template::{Shelf, Template, check, fill};

fn template() -> Template {
    let shelf = Shelf::shipped().expect("the shipped modèles read");
    shelf
        .find("membre-groupement")
        .expect("it is shipped")
        .clone()
}

fn grand_est() -> Dossier {
    example_of("grand-est-2019")
}

fn autumn() -> Date {
    Date::of(2019, 11, 25).expect("a day")
}

/// A document made for good.
fn made(dossier: &Dossier, key: &str) -> String {
    let template = template();
    let ready = match check(dossier, &template, autumn()).ready(&[key.to_owned()]) {
        Ok(ready) => ready,
        Err(refusal) => {
            let told: Vec<String> = refusal.findings.iter().map(told).collect();
            panic!("{key}: {}", told.join("\n"))
        }
    };
    fill(&template, &ready, key, 1).expect("it fills").outline()
}

/// The words of an outline alone: no field path, ordinary spaces.
fn plain(outline: &str) -> String {
    let mut words = String::new();
    let mut path = false;
    for sign in outline.chars() {
        match sign {
            '←' => path = true,
            '}' => path = false,
            '{' => {}
            '\u{a0}' | '\u{202f}' if !path => words.push(' '),
            _ if !path => words.push(sign),
            _ => {}
        }
    }
    words
}

fn keys(dossier: &Dossier) -> Vec<String> {
    let template = template();
    let documents = template.documents_of(dossier);
    documents
        .iter()
        .map(|document| document.key.clone())
        .collect()
}

fn findings(dossier: &Dossier) -> String {
    let sheet = check(dossier, &template(), autumn());
    let told: Vec<String> = sheet.findings.iter().map(told).collect();
    told.join("\n")
}

#[test]
fn every_document_of_the_party_that_holds_the_pen() {
    let dossier = grand_est();
    let all: String = keys(&dossier)
        .iter()
        .map(|key| format!("=== {key}\n{}\n", made(&dossier, key)))
        .collect();
    expect_file!["golden/grand-est.txt"].assert_eq(&all);
}

#[test]
fn the_example_has_nothing_left_to_say() {
    expect![""].assert_eq(&findings(&grand_est()));
}

#[test]
fn twelve_parties_fourteen_signatories_twelve_originals() {
    let convention = made(&grand_est(), "convention");
    let count = |what: &str| convention.matches(what).count();
    assert_eq!(count("original: Exemplaire "), 12);
    assert_eq!(count("=== Partie "), 12, "a page for each party");
    assert_eq!(
        count("  sign: "),
        14,
        "three recteurs sign for the State, which is one party"
    );
    assert_eq!(count("  sign: Pour l’État"), 3);
    assert!(plain(&convention).contains("douze parties, en douze exemplaires originaux"));
}

/// The fields of the public report (`domain.md` §1.2), its president replaced by an invented one.
#[test]
fn what_the_public_report_says_is_said() {
    let said = plain(&(made(&grand_est(), "rapport") + &made(&grand_est(), "projet-deliberation")));
    for value in [
        "52040 – Fonctionnement des collèges publics",
        "CP/2019/538",
        "J – Mission éducation, sport, jeunesse",
        "J340 – Service Vie quotidienne des collégiens",
        "E3 – Direction des affaires juridiques",
        "6 novembre 2017",
        "la rentrée de septembre 2018",
        "Mon Bureau Numérique",
        "ENTEA",
        "16 septembre 2019",
        "la commission de l’enfance, de la famille et de l’éducation",
        "18 novembre 2019",
        "favorable",
        "Son article 9 permet",
        "Fait à Strasbourg, le 22 novembre 2019",
        "Antoine WAGNER",
    ] {
        assert!(said.contains(value), "{value}\n{said}");
    }
}

#[test]
fn the_usual_member_attaches_the_texts_that_others_wrote() {
    let mut dossier = grand_est();
    put(&mut dossier, "convention/texte", "fourni");
    put(
        &mut dossier,
        "convention/texte_fourni/source",
        "la région Grand Est",
    );
    put(&mut dossier, "convention/texte_fourni/pages", "14");
    assert_eq!(keys(&dossier), ["rapport", "projet-deliberation"]);
    let missing = "à vérifier texte-joint-recu convention/texte_fourni/recu_le";
    assert!(
        findings(&dossier).contains(missing),
        "{}",
        findings(&dossier)
    );
    put(
        &mut dossier,
        "convention/texte_fourni/recu_le",
        "2019-10-14",
    );
    assert_eq!(findings(&dossier), "");
    let report = plain(&made(&dossier, "rapport"));
    assert!(
        report.contains("(14 pages)") && report.contains("14 octobre 2019"),
        "{report}"
    );
}

#[test]
fn one_original_or_a_file_signed_on_screen() {
    for (form, label, said) in [
        (
            "unique",
            "Original unique",
            "en un seul exemplaire original que conserve",
        ),
        (
            "electronique",
            "Original électronique",
            "signée par voie électronique",
        ),
    ] {
        let mut dossier = grand_est();
        put(&mut dossier, "convention/forme_originaux", form);
        let convention = made(&dossier, "convention");
        let labels: Vec<&str> = convention
            .lines()
            .filter(|line| line.starts_with("original: "))
            .collect();
        assert_eq!(labels, [format!("original: {label} — commun aux parties")]);
        assert!(convention.contains(said), "{form}\n{convention}");
    }
    let mut dossier = grand_est();
    put(&mut dossier, "convention/forme_originaux", "unique");
    put(&mut dossier, "champs/coordonnateur", "");
    assert!(findings(&dossier).contains("bloquant original-unique-garde champs/coordonnateur"));
}

#[test]
fn another_number_of_originals_has_its_reason() {
    let mut dossier = grand_est();
    put(&mut dossier, "convention/exemplaires", "14");
    assert!(findings(&dossier).contains("nombre-originaux convention/exemplaires"));
    put(
        &mut dossier,
        "convention/motif_exemplaires",
        "Chaque académie garde le sien.",
    );
    assert_eq!(findings(&dossier), "");
    let convention = made(&dossier, "convention");
    assert_eq!(convention.matches("original: Exemplaire ").count(), 14);
    assert!(
        plain(&convention).contains("en quatorze exemplaires originaux"),
        "the text says the number that is made"
    );
}

#[test]
fn a_member_more_is_a_party_more() {
    let mut dossier = grand_est();
    add(&mut dossier, "signataires", "metropole");
    for (field, typed) in [
        ("partie", "membres"),
        ("fonction", "president"),
        ("type", "metropole"),
        ("organisme", "métropole du Lac"),
        ("organisme_avec_article", "de la métropole du Lac"),
        ("adresse", "1, place de l’Exemple"),
        ("code_postal", "99000"),
        ("ville", "Le Lac"),
    ] {
        put(
            &mut dossier,
            &format!("signataires/metropole/{field}"),
            typed,
        );
    }
    let convention = made(&dossier, "convention");
    assert_eq!(convention.matches("=== Partie ").count(), 13);
    assert!(convention.contains("Partie 12/13"), "{convention}");
    assert!(plain(&convention).contains("Page de signature de la métropole du Lac"));
}

#[test]
fn the_dates_of_a_groupement_follow_each_other() {
    for (path, typed, code) in [
        (
            "champs/groupement_le",
            "2019-09-17",
            "groupement-puis-charte",
        ),
        ("champs/copil_charte_le", "2019-11-19", "charte-puis-avis"),
        ("champs/avis_le", "2019-11-23", "avis-puis-rapport"),
        ("champs/rapport_le", "2019-12-03", "rapport-puis-vote"),
        ("champs/avis_le", "2019-12-03", "avis-avant-vote"),
        ("champs/avis", "defavorable", "avis-defavorable"),
    ] {
        let mut dossier = grand_est();
        put(&mut dossier, path, typed);
        assert!(
            findings(&dossier).contains(code),
            "{code}: {}",
            findings(&dossier)
        );
    }
}

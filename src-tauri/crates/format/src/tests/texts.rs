//! The texts that go out: a dossier, the schema, the guide.

use super::file;
use crate::{About, GuideLine, form, guide, read, schema, write};
use expect_test::{expect, expect_file};

#[test]
fn a_dossier_as_written() {
    let members = r#""deliberation":{"seance":"14/12/2026","heure":"19 h 30"},"titre":"Écoles \"publiques\"",
        "ecoles":[{"uai":"0921688k"},{"id":"x","nom":"Les Renards"}],"champs":{"duree":"4"},"a_la_main":["convention/date"]"#;
    let dossier = read(&file(members)).unwrap();
    expect![[r#"
        {
          "format": 1,
          "modele": {
            "id": "versailles-1d",
            "version": 1
          },
          "titre": "Écoles \"publiques\"",
          "ecoles": [
            {
              "uai": "0921688K"
            },
            {
              "id": "x",
              "nom": "Les Renards"
            }
          ],
          "deliberation": {
            "seance": "2026-12-14",
            "heure": "19:30"
          },
          "champs": {
            "duree": "4"
          },
          "a_la_main": [
            "convention/date"
          ]
        }
    "#]]
    .assert_eq(&write(&dossier));
}

#[test]
fn the_form_shows_every_field() {
    let text = form(&read(&file("\"ecoles\":[{}]")).unwrap(), ["duree"]);
    let head: Vec<&str> = text.lines().take(24).collect();
    expect![[r#"
        {
          "format": 1,
          "modele": {
            "id": "versailles-1d",
            "version": 1
          },
          "reference": "",
          "titre": "",
          "annee_scolaire": "",
          "collectivite": {
            "type": "",
            "nom": "",
            "nom_avec_article": "",
            "adresse": "",
            "code_postal": "",
            "ville": "",
            "code_insee": "",
            "siren": "",
            "population": "",
            "logo": ""
          },
          "academie": {
            "nom": "",
            "nom_avec_article": "","#]]
    .assert_eq(&head.join("\n"));
    assert!(text.contains("\"duree\": \"\""));
}

#[test]
fn the_schema_is_the_one_committed() {
    expect_file!["../../../../../assets/format/dossier-1.schema.json"].assert_eq(&schema());
}

#[test]
fn the_guide_names_each_field() {
    let question = GuideLine {
        path: "champs/duree".into(),
        label: "Durée".into(),
        expected: "un nombre entier".into(),
        help: "En années.".into(),
    };
    let text = guide(
        About {
            template: "Académie de Versailles",
            file: "dossier.json",
        },
        &[question],
    );
    expect_file!["guide.md"].assert_eq(&text);
}

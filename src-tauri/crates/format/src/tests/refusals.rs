//! Every refusal, with its path and line.

use super::{file, refusals, told};
use crate::{MOST_BYTES, MOST_ERRORS, read, unknown_answers};
use expect_test::{Expect, expect};

#[track_caller]
fn check(text: &str, expected: Expect) {
    expected.assert_eq(&refusals(text));
}

#[test]
fn everything_wrong_is_told_at_once_with_its_line() {
    let text = r#"{
  "format": 1,
  "modele": { "id": "versailles-1d", "version": 1 },
  "titre": 12,
  "collectivite": { "nom": "Fontenay", "Population": "24680", "maire": "x" },
  "ecoles": [
    { "id": "a", "nom": true, "uai": null },
    { "id": "a", "nmo": "Les Renards" },
    "pas une école"
  ],
  "contacts": {},
  "champs": { "Éditeur": "x", "prix": 45 },
  "a_la_main": ["convention/date", "ecoles/a", "convention/date", "ecoles/z/nom"]
}"#;
    check(
        text,
        expect![[r#"
            4 titre [type-inattendu] Text was expected, Number was found
            5 collectivite/Population [champ-inconnu] unknown, near Some("population")
            5 collectivite/maire [champ-inconnu] unknown, near None
            7 ecoles/a/nom [type-inattendu] Text was expected, Boolean was found
            7 ecoles/a/uai [type-inattendu] Text was expected, Null was found
            8 ecoles/2/id [identifiant-en-double] "a" is the id of another item
            8 ecoles/2/nmo [champ-inconnu] unknown, near Some("nom")
            9 ecoles/3 [type-inattendu] Record was expected, Text was found
            11 contacts [type-inattendu] List was expected, Record was found
            12 champs/Éditeur [cle-illisible] not the key of an answer
            12 champs/prix [type-inattendu] Text was expected, Number was found
            13 a_la_main/2 [champ-introuvable] "ecoles/a" is no field of this file
            13 a_la_main/3 [champ-en-double] said twice
            13 a_la_main/4 [champ-introuvable] "ecoles/z/nom" is no field of this file
        "#]],
    );
}

#[test]
fn what_is_not_json_says_where() {
    check(
        "{\n  \"format\": 1,\n  \"titre\": «x»\n}",
        expect![[r#"
        3  [json-illisible] not JSON, column 12, cut short: false
    "#]],
    );
    check(
        "{\"format\": 1, \"titre\": \"x",
        expect![[r#"
        1  [json-illisible] not JSON, column 25, cut short: true
    "#]],
    );
    check(
        "",
        expect![[r#"
        1  [json-illisible] not JSON, column 0, cut short: true
    "#]],
    );
    check(
        "{\"format\":1,}",
        expect![[r#"
        1  [json-illisible] not JSON, column 13, cut short: false
    "#]],
    );
    check(
        "[]",
        expect![[r#"
        1  [type-inattendu] Record was expected, List was found
    "#]],
    );
    check(
        "{\"format\":1} {}",
        expect![[r#"
        1  [json-illisible] not JSON, column 14, cut short: false
    "#]],
    );
}

#[test]
fn versions() {
    check(
        "{}",
        expect![[r#"
        1 format [champ-absent] missing
    "#]],
    );
    check(
        "{\"format\": 2}",
        expect![[r#"
        - format [version-plus-recente] version 2, newest known 1
    "#]],
    );
    check(
        "{\"format\": 0}",
        expect![[r#"
        - format [version-illisible] not a version
    "#]],
    );
    check(
        "{\"format\": \"1\"}",
        expect![[r#"
        1 format [type-inattendu] Number was expected, Text was found
    "#]],
    );
    check(
        "{\"format\": 1.5}",
        expect![[r#"
        - format [version-illisible] not a version
    "#]],
    );
    check(
        "{\"format\": -1}",
        expect![[r#"
        - format [version-illisible] not a version
    "#]],
    );
    check(
        "{\"format\": 1}",
        expect![[r#"
        1 modele [champ-absent] missing
    "#]],
    );
    check(
        "{\"format\":1,\"modele\":{\"id\":\"../x\",\"version\":0}}",
        expect![[r#"
        1 modele/id [identifiant-illisible] "../x" is no id
        1 modele/version [version-illisible] not a version
    "#]],
    );
    check(
        "{\"format\":1,\"modele\":{\"id\":\"x\",\"versoin\":1}}",
        expect![[r#"
        1 modele/versoin [champ-inconnu] unknown, near Some("version")
        1 modele/version [champ-absent] missing
    "#]],
    );
    check(
        "{\"format\":1,\"modele\":[]}",
        expect![[r#"
        1 modele [type-inattendu] Record was expected, List was found
    "#]],
    );
}

#[test]
fn keys_said_twice_and_broken_escapes() {
    check(
        &file("\"titre\":\"a\",\n\"titre\":\"b\""),
        expect![[r#"
        3 titre [champ-en-double] said twice
    "#]],
    );
    check(
        "{\"format\":1,\"format\":1,\"modele\":{\"id\":\"x\",\"version\":1}}",
        expect![[r#"
        1 format [champ-en-double] said twice
    "#]],
    );
    check(
        &file("\"titre\":\"\\ud800\""),
        expect![[r#"
        2 titre [texte-illisible] a broken escape
    "#]],
    );
    check(
        &file("\"\\ud800\":\"a\""),
        expect![[r#"
            1  [texte-illisible] a broken escape
        "#]],
    );
}

#[test]
fn hostile_texts_are_refused_without_harm() {
    let deep = format!("\"titre\":{}{}", "[".repeat(100_000), "]".repeat(100_000));
    check(
        &file(&deep),
        expect![[r#"
        2 titre [type-inattendu] Text was expected, List was found
    "#]],
    );
    let unknown = format!(
        "\"{}\":{}{}",
        "é".repeat(1_000),
        "{\"a\":".repeat(50_000),
        "1".to_owned() + &"}".repeat(50_000)
    );
    check(
        &file(&unknown),
        expect![[r#"
        2 éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé [champ-inconnu] unknown, near None
    "#]],
    );
    let long = format!("\"ecoles\":[{}]", vec!["{}"; 5_001].join(","));
    check(
        &file(&long),
        expect![[r#"
        2 ecoles [liste-trop-longue] 5001 items are more than 5000
    "#]],
    );
    check(
        &" ".repeat(MOST_BYTES + 1),
        expect![[r#"
        -  [fichier-trop-gros] 10000001 bytes are more than 10000000
    "#]],
    );
}

#[test]
fn a_million_faults_are_not_all_told() {
    let text = file(&format!(
        "\"ecoles\":[{}]",
        vec!["{\"x\":1,\"y\":2}"; 4_000].join(",\n")
    ));
    let errors = read(&text).unwrap_err();
    assert_eq!(errors.len(), MOST_ERRORS);
    assert_eq!(
        errors[999].line,
        Some(501),
        "two faults a line, from line 2"
    );
}

#[test]
fn an_answer_to_no_question_is_an_unknown_field() {
    let dossier = read(&file(
        "\"champs\":{\"editeur_ent\":\"x\",\"inconnu\":\"y\",\"editeur_ant\":\"z\"}",
    ))
    .unwrap();
    expect![[r#"
        - champs/editeur_ant [champ-inconnu] unknown, near Some("editeur_ent")
        - champs/inconnu [champ-inconnu] unknown, near None
    "#]]
    .assert_eq(&told(&unknown_answers(&dossier, ["editeur_ent"])));
}

/// What is followed is told with its place in the whole text, and follows nothing itself.
#[test]
fn the_dossier_that_is_followed_is_read_as_strictly() {
    check(
        r#"{
  "format": 1,
  "modele": { "id": "x", "version": 1 },
  "avant": {
    "format": 1,
    "titre": 12,
    "maire": "x"
  }
}"#,
        expect![[r#"
            4 avant/modele [champ-absent] missing
            6 avant/titre [type-inattendu] Text was expected, Number was found
            7 avant/maire [champ-inconnu] unknown, near None
        "#]],
    );
    check(
        &file(r#""avant":{"format":1,"modele":{"id":"x","version":1},"avant":{}}"#),
        expect![[r#"
            2 avant/avant [avant-d-avant] a dossier that is followed follows none
        "#]],
    );
    check(
        &file(r#""avant":"2026-001""#),
        expect![[r#"
            2 avant [type-inattendu] Record was expected, Text was found
        "#]],
    );
}

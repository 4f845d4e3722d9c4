//! What the reader of a modèle says of its faults, each with its file and line, all at once.

#![allow(missing_docs, clippy::unwrap_used)]

use expect_test::{Expect, expect};
use std::collections::BTreeMap;
use template::load;

const MANIFEST: &str = r#"langage = 1
id = "essai"
version = 1
titre = "Essai"
resume = "Essai"
academie = "*"
niveau = "1d"
signature = "permise"
redaction = "ConvENT"
source = "Essai"
source_date = "2026-01-01"
exemple = "essai"
rubriques = ["parties", "convention"]
[[parties]]
cle = "commune"
role = "signataire"
terme = "la commune"
destination = "destiné à la commune"
[originaux]
par_partie = true
[[annexes]]
cle = "liste"
fichier = "liste.md"
titre = "Liste"
[[documents]]
cle = "convention"
titre = "Convention"
fichier = "convention.md"
phase = "apres_vote"
copies = "originaux"
annexes = ["liste"]
numerotation = "article"
"#;

const ANNEXE: &str = "# Liste\n\nVoici.\n";

#[track_caller]
fn check(convention: &str, expected: Expect) {
    let files = [
        ("modele.toml", MANIFEST),
        ("convention.md", convention),
        ("liste.md", ANNEXE),
    ];
    let files: BTreeMap<String, String> = files
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .into();
    let told = match load(&files) {
        Ok(template) => template.unprintable(|sign| sign.is_ascii() || "é’[]".contains(sign)),
        Err(misprints) => misprints,
    };
    let told: Vec<String> = told.iter().map(ToString::to_string).collect();
    expected.assert_eq(&told.join("\n"));
}

#[test]
fn a_whole_modele_has_nothing_to_correct() {
    check(
        "::: ouverture\ngenre : Convention\n:::\n\n## Article : Objet\n\nVoir [#annexe-liste].\n\n::: signatures\nFait.\n:::\n\n::: annexe liste\n",
        expect![[""]],
    );
}

#[test]
fn faults_are_told_at_once_with_their_lines() {
    check(
        "### Le d\u{e9}but\n\n##\n\n{{ collectivite.maire }}\n\n::: annexe liste\n",
        expect![[r#"
            convention.md, ligne 1 : le titre saute un niveau : il n’y a pas de « ## » avant lui
            convention.md, ligne 3 : le titre est vide
            convention.md, ligne 5 : le champ « collectivite.maire » n’existe pas
            convention.md, ligne 7 : l’annexe « liste » n’est citée nulle part
            convention.md, ligne 7 : le document « convention » se signe et n’a pas de bloc « signatures »"#]],
    );
}

#[test]
fn a_sign_that_no_face_has_is_told() {
    check(
        "## Article : Objet\n\nVoir [#annexe-liste], ★ puis 漢.\n\n::: signatures\nFait.\n:::\n\n::: annexe liste\n",
        expect![[r#"
            convention.md, ligne 3 : le signe « ★ » ne s’imprime pas : les polices ne l’ont pas
            convention.md, ligne 3 : le signe « 漢 » ne s’imprime pas : les polices ne l’ont pas"#]],
    );
}

//! What is paid, in each of the modes of the language: figures, letters and forecast come from one value.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use domain::dossier::{Dossier, TemplateRef};
use expect_test::{Expect, expect};
use std::collections::BTreeMap;
use support::{add, put, today};
use template::{Template, draft, load};

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
rubriques = ["ecoles", "participation"]
[[parties]]
cle = "commune"
role = "signataire"
terme = "la commune"
destination = "destiné à la commune"
[originaux]
par_partie = true
[[champs]]
cle = "tarif"
rubrique = "participation"
label = "Tarif"
type = "montant"
defaut = "45,00"
[[champs]]
cle = "plafond"
rubrique = "participation"
label = "Plafond"
type = "montant"
defaut = "100"
[[champs]]
cle = "part"
rubrique = "participation"
label = "Part"
type = "texte"
defaut = "12,5"
[[documents]]
cle = "note"
titre = "Note"
fichier = "note.md"
phase = "avant_vote"
copies = "une"
[participation]
"#;

const NOTE: &str = "{{ participation.nombre }} × {{ participation.unite | sinon(\"—\") }} = {{ participation.montant | montant }}, {{ participation.montant | en_lettres }}\n\n::: tableau an dans participation.previsions {titre=\"Prévision\"}\n| Année | Unités | Montant |\n| {{ an.annee }} | {{ an.nombre }} | {{ an.montant | montant }} |\n===\n| Total | | {{ participation.total | montant }} |\n:::\n";

fn model(rule: &str) -> Template {
    let files = [
        ("modele.toml", format!("{MANIFEST}{rule}")),
        ("note.md", NOTE.to_owned()),
    ];
    let files: BTreeMap<String, String> = files.map(|(name, text)| (name.to_owned(), text)).into();
    load(&files).expect("it reads")
}

/// Three schools, of 60, 80 and 100 pupils and 3, 4 and 5 classes.
fn dossier() -> Dossier {
    let mut dossier = Dossier {
        template: TemplateRef {
            id: "essai".into(),
            version: 1,
        },
        ..Dossier::default()
    };
    put(&mut dossier, "annee_scolaire", "2026-2027");
    for (id, pupils, classes) in [("a", "60", "3"), ("b", "80", "4"), ("c", "100", "5")] {
        add(&mut dossier, "ecoles", id);
        put(&mut dossier, &format!("ecoles/{id}/eleves"), pupils);
        put(&mut dossier, &format!("ecoles/{id}/classes"), classes);
    }
    dossier
}

/// The words of the note, without the fields that they come from.
fn words(rule: &str, dossier: &Dossier) -> String {
    let made = draft(&model(rule), dossier, "note", 1, today(), false).unwrap();
    let mut told = String::new();
    for line in made
        .outline()
        .lines()
        .filter(|line| !line.is_empty())
        .skip(4)
    {
        let mut rest = line;
        while let Some((before, after)) = rest.split_once('←') {
            told += &before.replace('{', "");
            rest = after.split_once('}').map_or("", |(_, rest)| rest);
        }
        told += rest;
        told.push('\n');
    }
    told.replace(['\u{a0}', '\u{202f}'], " ")
}

#[track_caller]
fn check(rule: &str, expected: Expect) {
    expected.assert_eq(&words(rule, &dossier()));
}

#[test]
fn by_school_over_the_term() {
    check(
        "mode = \"par_ecole\"\nmontant = \"champs.tarif\"\nannees = \"3\"",
        expect![[r#"
            3 × 45,00 € = 135,00 €, cent trente-cinq euros
            table: Prévision
              | Année | Unités | Montant |
              | 2026‑2027 | 3 | 135,00 € |
              | 2027‑2028 | 3 | 135,00 € |
              | 2028‑2029 | 3 | 135,00 € |
              = | Total |  | 405,00 € |
        "#]],
    );
}

#[test]
fn by_pupil_and_by_class() {
    check(
        "mode = \"par_eleve\"\nmontant = \"champs.tarif\"",
        expect![[r#"
            240 × 45,00 € = 10 800,00 €, dix mille huit cents euros
            table: Prévision
              | Année | Unités | Montant |
              | 2026‑2027 | 240 | 10 800,00 € |
              = | Total |  | 10 800,00 € |
        "#]],
    );
    check(
        "mode = \"par_classe\"\nmontant = \"champs.tarif\"",
        expect![[r#"
            12 × 45,00 € = 540,00 €, cinq cent quarante euros
            table: Prévision
              | Année | Unités | Montant |
              | 2026‑2027 | 12 | 540,00 € |
              = | Total |  | 540,00 € |
        "#]],
    );
}

#[test]
fn flat_share_and_cap() {
    check(
        "mode = \"forfait\"\nmontant = \"champs.tarif\"",
        expect![[r#"
            1 × 45,00 € = 45,00 €, quarante-cinq euros
            table: Prévision
              | Année | Unités | Montant |
              | 2026‑2027 | 1 | 45,00 € |
              = | Total |  | 45,00 € |
        "#]],
    );
    check(
        "mode = \"part\"\nmontant = \"champs.tarif\"\npart = \"champs.part\"",
        expect![[r#"
            1 × — = 5,63 €, cinq euros et soixante-trois centimes
            table: Prévision
              | Année | Unités | Montant |
              | 2026‑2027 | 1 | 5,63 € |
              = | Total |  | 5,63 € |
        "#]],
    );
    check(
        "mode = \"plafond\"\nmontant = \"champs.tarif\"\nplafond = \"champs.plafond\"",
        expect![[r#"
            3 × 45,00 € = 100,00 €, cent euros
            table: Prévision
              | Année | Unités | Montant |
              | 2026‑2027 | 3 | 100,00 € |
              = | Total |  | 100,00 € |
        "#]],
    );
}

#[test]
fn by_slices() {
    check(
        "mode = \"degressif\"\ntranches = [{ jusqu_a = 2, montant = \"45,00\" }, { montant = \"30,50\" }]",
        expect![[r#"
            3 × — = 120,50 €, cent vingt euros et cinquante centimes
            table: Prévision
              | Année | Unités | Montant |
              | 2026‑2027 | 3 | 120,50 € |
              = | Total |  | 120,50 € |
        "#]],
    );
}

/// A school whose pupils are not known: the amount is to complete at that field, and is never guessed.
#[test]
fn what_is_not_known_is_not_counted() {
    let mut dossier = dossier();
    put(&mut dossier, "ecoles/b/eleves", "");
    let told = words("mode = \"par_eleve\"\nmontant = \"champs.tarif\"", &dossier);
    expect![[r#"
        ‹élèves = ‹élèves
        table: Prévision
          | Année | Unités | Montant |
          | — | — | — |
          = | Total |  | ‹élèves
    "#]]
    .assert_eq(&told);
}

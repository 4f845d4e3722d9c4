//! The systems beside Versailles: their examples make their documents, and say what their public texts say.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use domain::values::Date;
use expect_test::{expect, expect_file};
use support::{example_of, told};
use template::{Shelf, Template, check, fill, split};

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
fn made(template: &Template, dossier: &domain::dossier::Dossier) -> String {
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

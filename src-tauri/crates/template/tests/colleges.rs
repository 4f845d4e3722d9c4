//! The system of Paris: one convention type that a council adopts, then one convention for each establishment.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use domain::dossier::Dossier;
use domain::values::Date;
use expect_test::{expect, expect_file};
use support::{example_of, put, told};
use template::{Share, Shelf, Template, check, draft, fill, split};

fn template() -> Template {
    let shelf = Shelf::shipped().expect("the shipped modèles read");
    shelf
        .find("colleges-tripartite")
        .expect("it is shipped")
        .clone()
}

fn paris() -> Dossier {
    example_of("colleges-paris-2012")
}

fn autumn() -> Date {
    Date::of(2012, 11, 20).expect("a day")
}

/// A document of a dossier or of a share, made for good.
fn made(template: &Template, dossier: &Dossier, key: &str) -> String {
    let ready = match check(dossier, template, autumn()).ready(&[key.to_owned()]) {
        Ok(ready) => ready,
        Err(refusal) => {
            let told: Vec<String> = refusal.findings.iter().map(told).collect();
            panic!("{key}: {}", told.join("\n"))
        }
    };
    fill(template, &ready, key, 1).expect("it fills").outline()
}

fn share(template: &Template, dossier: &Dossier, rank: usize) -> Share {
    split(template, dossier).remove(rank)
}

#[test]
fn what_the_council_votes_on() {
    let (template, dossier) = (template(), paris());
    let mut all = String::new();
    for key in ["expose-motifs", "projet-deliberation", "texte-annexe"] {
        all += &format!("=== {key}\n{}\n", made(&template, &dossier, key));
    }
    expect_file!["golden/colleges-vote.txt"].assert_eq(&all);
}

#[test]
fn the_convention_of_one_establishment() {
    let (template, dossier) = (template(), paris());
    let first = share(&template, &dossier, 0);
    let outline = made(&template, &first.dossier, "convention");
    expect_file!["golden/colleges-convention.txt"].assert_eq(&outline);
    assert!(
        !outline.contains("[nom"),
        "a convention has no variable left"
    );
}

#[test]
fn one_convention_for_each_of_the_eighty_three() {
    let (template, dossier) = (template(), paris());
    let shares = split(&template, &dossier);
    assert_eq!(shares.len(), 83);
    for share in &shares {
        let outline = made(&template, &share.dossier, "convention");
        assert!(outline.contains(&share.label), "{}", share.label);
        assert_eq!(outline.matches("original: Exemplaire").count(), 3);
    }
}

/// The fields of the public act (`domain.md` §1.1), its rapporteur replaced by an invented one.
#[test]
fn what_the_public_act_says_is_said() {
    let (template, dossier) = (template(), paris());
    let said = ["expose-motifs", "projet-deliberation", "texte-annexe"]
        .map(|key| made(&template, &dossier, key))
        .join("\n");
    for value in [
        "2012 DASCO 37G",
        "Direction des affaires scolaires",
        "Conseil de Paris siégeant en formation de conseil général",
        "Mme Hélène Aubrac",
        "{ commission←champs/commission}",
        "L. 3111-1, L. 3321-1, L. 3411-1 et R. 3321-1",
        "L. 213-1 et suivants",
        "2011 DASCO 26 G – 2011 DSTI 17 G",
        "2012 DSTI 11 G",
        "{83←ecoles}",
        "13 lycées municipaux",
        "{2010←champs/essai_depuis}",
        "{7←champs/essai_colleges}",
        "janvier 2013",
    ] {
        assert!(said.contains(value), "{value}\n{said}");
    }
}

/// How the head of the first establishment is named in its convention.
fn head(nature: &str, civility: &str) -> String {
    let (template, mut dossier) = (template(), paris());
    put(&mut dossier, "ecoles/c01/nature", nature);
    put(&mut dossier, "ecoles/c01/chef_civilite", civility);
    let share = share(&template, &dossier, 0);
    let outline = draft(&template, &share.dossier, "convention", 1, autumn(), false)
        .unwrap()
        .outline();
    let line = |word: &str| {
        let found = outline.lines().find(|line| line.contains(word));
        found.unwrap_or_default().to_owned()
    };
    let (named, signs) = (
        line("établissement public local"),
        line("sign: Pour l’établissement"),
    );
    let from = |text: &str, word: &str| {
        let from = &text[text.find(word).unwrap_or(0)..];
        from.split(" ⏎ ").next().unwrap_or_default().to_owned()
    };
    let words = format!(
        "{} | {}",
        from(&named, "représenté par"),
        from(&signs, "Pour l’")
    );
    let mut plain = String::new();
    let mut path = false;
    for sign in words.chars() {
        match sign {
            '←' => path = true,
            '}' => path = false,
            '{' => {}
            _ if path => {}
            _ => plain.push(sign),
        }
    }
    plain
}

#[test]
fn heads_of_establishment_in_their_gender() {
    expect![[r#"
        représenté par la principale, Mme Alice Abadie, | Pour l’établissement / La principale, / Alice ABADIE
        représenté par le principal, M. Alice Abadie, | Pour l’établissement / Le principal, / Alice ABADIE
        représenté par la proviseure, Mme Alice Abadie, | Pour l’établissement / La proviseure, / Alice ABADIE
        représenté par le proviseur, M. Alice Abadie, | Pour l’établissement / Le proviseur, / Alice ABADIE"#]].assert_eq(
        &[
            head("college", "Mme"),
            head("college", "M."),
            head("lycee", "Mme"),
            head("lycee", "M."),
        ]
        .join("\n"),
    );
}

#[test]
fn the_example_has_nothing_left_to_say() {
    let sheet = check(&paris(), &template(), autumn());
    let findings: Vec<String> = sheet.findings.iter().map(told).collect();
    expect![""].assert_eq(&findings.join("\n"));
}

#[test]
fn an_act_of_the_conseil_d_administration_comes_first() {
    let mut dossier = paris();
    put(&mut dossier, "convention/date", "2013-01-08");
    put(&mut dossier, "ecoles/c30/acte_numero", "2013-02");
    let sheet = check(&dossier, &template(), autumn());
    let findings: Vec<String> = sheet
        .findings
        .iter()
        .map(told)
        .filter(|told| told.contains("ca-apres") || told.contains("acte-du-ca"))
        .collect();
    assert_eq!(
        findings
            .iter()
            .filter(|told| told.contains("ca-apres"))
            .count(),
        18
    );
    assert!(
        findings
            .iter()
            .any(|told| told.contains("conseil acte-du-ca ecoles/c30/acte_date"))
    );
}

//! What modèles share: declared once, taken by key, said otherwise by a file of the same name.

#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use domain::dossier::Dossier;
use expect_test::expect;
use support::{example, example_of, put, told, versailles};
use template::{Edition, Shelf, Template, check, draft, load};

const DAY: &str = "2026-09-01";

/// The modèle of Versailles, a text of it changed.
fn changed(file: &str, change: impl FnOnce(&str) -> String) -> Result<Template, Vec<String>> {
    let mut files = versailles().files;
    let text = files.get(file).cloned().unwrap_or_default();
    files.insert(file.to_owned(), change(&text).into());
    load(&files).map_err(|found| found.iter().map(ToString::to_string).collect())
}

fn text(template: &Template, dossier: &Dossier, document: &str) -> String {
    let made = draft(template, dossier, document, 1, DAY.parse().unwrap(), false);
    made.unwrap().outline()
}

/// Signed, and a letter of notice dated.
fn signed(notice: &str) -> Dossier {
    let mut dossier = example();
    put(&mut dossier, "signataires/maire/signe_le", "2023-01-05");
    put(&mut dossier, "signataires/rectrice/signe_le", "2023-01-16");
    put(&mut dossier, "champs/denonciation_le", notice);
    dossier
}

#[test]
fn a_version_is_made_of_the_shared_files_that_it_uses() {
    let versailles = versailles();
    let shared: Vec<&str> = (versailles.files.keys().map(String::as_str))
        .filter(|name| name.starts_with("commun/"))
        .collect();
    assert!(shared.contains(&"commun/denonciation.toml"), "{shared:?}");
    assert!(shared.contains(&"commun/denonciation.md"), "{shared:?}");
    // The modèle's own text stands for the shared one.
    assert!(!shared.contains(&"commun/lettres-ecoles.md"), "{shared:?}");
    let other = changed("commun/denonciation.md", |text| {
        text.replace("J’ai l’honneur", "J’ai le regret")
    });
    assert_ne!(other.unwrap().sha256(), versailles.sha256());
}

#[test]
fn a_shared_thing_that_is_not_there_or_does_not_read_is_told_with_its_file() {
    let told = |file: &str, what: &str, by: &str| {
        let change = |text: &str| text.replacen(what, by, 1);
        changed(file, change).err().unwrap_or_default().join("\n")
    };
    expect!["modele.toml : « affiche » n’est pas dans le dossier « commun »"].assert_eq(&told(
        "modele.toml",
        "\"denonciation\"",
        "\"affiche\", \"denonciation\"",
    ));
    expect!["commun/denonciation.toml, ligne 8 : le champ « champs.rien » n’existe pas"].assert_eq(
        &told(
            "commun/denonciation.toml",
            "champs.denonciation_le",
            "champs.rien",
        ),
    );
    expect!["commun/denonciation.md, ligne 5 : le champ « collectivite.surnom » n’existe pas"]
        .assert_eq(&told(
            "commun/denonciation.md",
            "collectivite.denomination",
            "collectivite.surnom",
        ));
}

#[test]
fn what_the_modele_declares_goes_before_what_is_shared() {
    let own = "[[champs]]\ncle = \"copil_lieu\"\nrubrique = \"convention\"\nlabel = \"Où donc\"\ntype = \"texte\"\n\n[[champs]]\ncle = \"editeur_ent\"";
    let changed = changed("modele.toml", |text| {
        text.replacen("[[champs]]\ncle = \"editeur_ent\"", own, 1)
    });
    let changed = changed.unwrap();
    let asked = changed
        .questions
        .iter()
        .filter(|asked| asked.key == "copil_lieu");
    assert_eq!(
        asked.map(|asked| asked.label.as_str()).collect::<Vec<_>>(),
        ["Où donc"]
    );
}

/// The reference case (`domain.md` §3.5): 16/01/2023, four years, three months.
#[test]
fn a_letter_of_notice_knows_its_term_and_its_last_safe_day() {
    let template = versailles();
    let of_notice = |dossier: &Dossier| {
        let sheet = check(dossier, &template, DAY.parse().unwrap());
        let found: Vec<String> = sheet.findings.iter().map(told).collect();
        found
            .into_iter()
            .filter(|told| told.contains(" denonciation-"))
            .collect::<Vec<_>>()
    };
    let dossier = signed("2026-10-15");
    assert_eq!(
        of_notice(&dossier),
        [
            "conseil denonciation-jour-sur champs/denonciation_le (lettre de dénonciation) denonciation"
        ]
    );
    let letter = text(&template, &dossier, "denonciation").replace('\u{a0}', " ");
    assert!(
        letter.contains("16 janvier 2023") && letter.contains("15 janvier 2027"),
        "{letter}"
    );
    let late = signed("2026-10-16");
    assert_eq!(
        of_notice(&late),
        [
            "à vérifier denonciation-tardive champs/denonciation_le (lettre de dénonciation) denonciation"
        ]
    );
    let letter = text(&template, &late, "denonciation").replace('\u{a0}', " ");
    assert!(letter.contains("15 janvier 2028"), "{letter}");
    let mut unsigned = late;
    put(&mut unsigned, "signataires/rectrice/signe_le", "");
    assert_eq!(
        of_notice(&unsigned),
        ["conseil denonciation-terme champs/denonciation_le (lettre de dénonciation) denonciation"]
    );
    let letter = text(&template, &unsigned, "denonciation");
    assert!(
        letter.contains("au terme de la période en cours"),
        "{letter}"
    );
}

#[test]
fn each_school_has_its_letter() {
    let (template, mut dossier) = (versailles(), example());
    put(&mut dossier, "champs/lettres_ecoles_le", "2027-02-01");
    let letter = |school: &str| {
        let edition = Edition {
            number: 1,
            school: domain::record::Id::new(school),
            ..Edition::default()
        };
        let day = DAY.parse().unwrap();
        draft(&template, &dossier, "lettres-ecoles", edition, day, false)
            .unwrap()
            .outline()
    };
    let (one, other) = (letter("le-parc"), letter("les-ormeaux"));
    assert!(
        one.contains("0921688K") && !one.contains("0920440D"),
        "{one}"
    );
    assert!(
        other.contains("0920440D") && !other.contains("0921688K"),
        "{other}"
    );
    assert!(
        one.contains("charte des utilisateurs"),
        "Versailles asks for the charte: {one}"
    );
    let mut without = dossier.clone();
    put(&mut without, "ecoles/les-ormeaux/adresse", "");
    let sheet = check(&without, &template, DAY.parse().unwrap());
    let found: Vec<String> = sheet.findings.iter().map(told).collect();
    assert!(
        found
            .iter()
            .any(|told| told.contains("ecoles/les-ormeaux/adresse")
                && told.contains("lettres-ecoles")),
        "what the second letter lacks is told: {found:?}"
    );
}

/// Every shared document of every modèle fills from its example once its date is given: nothing is left to complete.
#[test]
fn every_shared_document_is_made_from_the_examples() {
    let asked = [
        ("lettres_ecoles_le", "2027-02-01"),
        ("copil_le", "2027-03-04"),
        ("copil_heure", "14 h 30"),
        ("copil_lieu", "à l’hôtel de ville"),
        ("denonciation_le", "2027-03-04"),
        ("mise_en_demeure_le", "2027-03-04"),
        ("griefs", "Les comptes ne sont pas ouverts (article 3)."),
        ("passation_le", "2027-03-04"),
        ("fiche_rgpd", "oui"),
    ];
    let shelf = Shelf::shipped().unwrap();
    for template in shelf.all() {
        let mut dossier = example_of(&template.example);
        for (key, typed) in asked {
            if template.question(key).is_some() {
                put(&mut dossier, &format!("champs/{key}"), typed);
            }
        }
        let shared: Vec<&str> = (template
            .documents
            .iter()
            .map(|document| document.key.as_str()))
        .filter(|key| template.shared.iter().any(|shared| shared == key))
        .collect();
        assert!(
            !shared.is_empty() && shared.len() == template.shared.len(),
            "{}: {shared:?}",
            template.id
        );
        let sheet = check(&dossier, template, DAY.parse().unwrap());
        for key in shared {
            let ready = sheet.ready(&[key.to_owned()]);
            let why: Vec<String> = ready
                .err()
                .into_iter()
                .flat_map(|refusal| refusal.findings)
                .map(|found| told(&found))
                .collect();
            assert!(why.is_empty(), "{} {key}: {}", template.id, why.join("\n"));
        }
    }
}

//! A modèle of the tests that uses every word of the language, and each of its misprints.

#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use domain::dossier::Dossier;
use expect_test::{Expect, expect, expect_file};
use std::collections::BTreeMap;
use std::path::Path;
use support::{add, put, today};
use template::{Shelf, Template, check, draft, load};

type Files = BTreeMap<String, String>;

fn files() -> Files {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/modeles/tripartite");
    let read = |name: &str| {
        (
            name.to_owned(),
            std::fs::read_to_string(folder.join(name)).unwrap(),
        )
    };
    ["modele.toml", "acte.md", "charte.md"].map(read).into()
}

fn tripartite() -> Template {
    load(&files()).unwrap_or_else(|misprints| panic!("{misprints:#?}"))
}

fn dossier() -> Dossier {
    let mut dossier = Dossier::default();
    for (id, name, kind, uai) in [
        ("a", "Collège du Pré", "college", "0990001B"),
        ("b", "École du Lac", "primaire", "0990002C"),
    ] {
        add(&mut dossier, "ecoles", id);
        put(&mut dossier, &format!("ecoles/{id}/nom"), name);
        put(&mut dossier, &format!("ecoles/{id}/nature"), kind);
        put(&mut dossier, &format!("ecoles/{id}/uai"), uai);
    }
    for (path, typed) in [
        ("reference", "T-1"),
        ("deliberation/convocation", "2026-12-20"),
        ("deliberation/seance", "2026-12-01"),
        ("deliberation/presents", "1250"),
        ("champs/montant", "45,5"),
        ("champs/regime", "reduit"),
    ] {
        put(&mut dossier, path, typed);
    }
    dossier
}

#[test]
fn every_block_of_the_language() {
    let outline = draft(&tripartite(), &dossier(), "acte", 2, today(), false)
        .unwrap()
        .outline();
    expect_file!["golden/tripartite.txt"].assert_eq(&outline);
}

#[test]
fn without_its_charte_numbers_follow() {
    let mut dossier = dossier();
    put(&mut dossier, "champs/avec_charte", "non");
    let outline = draft(&tripartite(), &dossier, "acte", 1, today(), false)
        .unwrap()
        .outline();
    let articles: Vec<&str> = outline
        .lines()
        .filter(|line| line.starts_with('#') || line.starts_with('='))
        .collect();
    expect![[r#"
        ## Article 1^er | Objet [#objet]
        ## Article 2 | Sans charte [#sans-charte]
        ## Article 3 | Écoles [#ecoles]"#]]
    .assert_eq(&articles.join("\n"));
}

#[test]
fn its_own_rules_are_told() {
    let told: Vec<String> = check(&dossier(), &tripartite(), today())
        .findings
        .iter()
        .map(support::told)
        .filter(|told| told.contains("convocation") || told.contains("nature"))
        .collect();
    expect![[r#"
        bloquant champ-vide convention/lieu (signatures) acte
        bloquant champ-vide signataires/departement/fonction (signatures) acte
        bloquant champ-vide signataires/departement/prenom (signatures) acte
        bloquant champ-vide signataires/departement/nom (signatures) acte
        bloquant champ-vide signataires/etat/fonction (signatures) acte
        bloquant champ-vide signataires/college/fonction (signatures) acte
        bloquant champ-vide signataires/college/prenom (signatures) acte
        bloquant champ-vide signataires/college/nom (signatures) acte
        à vérifier convocation deliberation/convocation (article 1er) acte
        à vérifier convocation-et-seance deliberation/convocation () acte
        conseil nature ecoles/b/nature (article 3) acte"#]]
    .assert_eq(&told.join("\n"));
}

#[test]
fn a_reference_to_what_a_condition_removed_is_told() {
    let mut files = files();
    replace(
        &mut files,
        "acte.md",
        "L’ENT est ouvert.",
        "L’ENT est ouvert, [l'#sans-charte] le dit.",
    );
    replace(
        &mut files,
        "acte.md",
        "[L'#annexe-charte] contient la charte ; ",
        "",
    );
    replace(
        &mut files,
        "acte.md",
        "Rien n’est joint.",
        "Rien n’est joint en [#annexe-charte].",
    );
    let sheet = check(&dossier(), &load(&files).unwrap(), today());
    let told: Vec<String> = sheet
        .findings
        .iter()
        .filter(|placed| placed.finding.path.is_none())
        .map(support::told)
        .collect();
    expect![[r#"
        bloquant renvoi-sans-objet  (article 1er) acte
        bloquant annexe-non-citee  (annexe 1) acte"#]]
    .assert_eq(&told.join("\n"));
}

#[test]
fn what_may_not_be_signed_has_no_place_to_sign() {
    let mut files = files();
    replace(
        &mut files,
        "modele.toml",
        "signature = \"permise\"",
        "signature = \"interdite\"\nraison = \"Le texte vient d’ailleurs.\"",
    );
    let document = draft(&load(&files).unwrap(), &dossier(), "acte", 1, today(), true).unwrap();
    assert_eq!(
        document.mark,
        Some(document::Mark::DoNotSign {
            sentence: "Le texte vient d’ailleurs.".to_owned()
        })
    );
    assert!(!document.outline().contains("sign: "));
}

#[test]
fn a_modele_stands_once_on_the_shelf() {
    let mut shelf = Shelf::empty();
    shelf.add(&files()).unwrap();
    let misprints = shelf.add(&files()).expect_err("it is there already");
    assert_eq!(
        misprints[0].to_string(),
        "modele.toml : le modèle « tripartite » existe déjà"
    );
    assert_eq!(shelf.all().count(), 1);
}

#[track_caller]
fn replace(files: &mut Files, file: &str, what: &str, by: &str) {
    let text = files.get_mut(file).expect("the file");
    assert!(text.contains(what), "{file} does not hold {what:?}");
    *text = text.replacen(what, by, 1);
}

/// The misprints of the modèle once `what` is replaced.
#[track_caller]
fn misprint(file: &str, what: &str, by: &str, expected: Expect) {
    let mut files = files();
    replace(&mut files, file, what, by);
    let told = load(&files).err().unwrap_or_default();
    let told: Vec<String> = told.iter().map(ToString::to_string).collect();
    expected.assert_eq(&told.join("\n"));
}

#[test]
fn paths_are_resolved_when_it_is_read() {
    misprint(
        "acte.md",
        "{{ deliberation.seance }}",
        "{{ deliberation.jour }}",
        expect!["acte.md, ligne 5 : le champ « deliberation.jour » n’existe pas"],
    );
    misprint(
        "acte.md",
        "{{ ecole.uai }}",
        "{{ ecole.rne ~ eleve.nom ~ ecoles.nom }}",
        expect![[r#"
            acte.md, ligne 40 : le champ « ecole.rne » n’existe pas
            acte.md, ligne 40 : le champ « ecoles.nom » n’existe pas
            acte.md, ligne 40 : le champ « eleve.nom » n’existe pas"#]],
    );
    misprint(
        "acte.md",
        "{{ partie.terme }}",
        "{{ partie.mandat }}",
        expect!["acte.md, ligne 12 : le champ « partie.mandat » n’existe pas"],
    );
    misprint(
        "acte.md",
        "si champs.montant",
        "si champs.prix",
        expect!["acte.md, ligne 43 : le champ « champs.prix » n’existe pas"],
    );
    misprint(
        "acte.md",
        "{{ convention.lieu }}",
        "{{ convention }} {{ champs }} {{ parties.maire.nom }}",
        expect![[r#"
            acte.md, ligne 71 : « convention » est un groupe de champs : dire lequel
            acte.md, ligne 71 : « champs » est un groupe de champs : dire lequel
            acte.md, ligne 71 : le champ « parties.maire.nom » n’existe pas"#]],
    );
    misprint(
        "acte.md",
        "Les séances",
        "{{ rang }} {{ ecole.nom }} {{ partie.nom }}",
        expect![[r#"
            acte.md, ligne 21 : le champ « rang » n’existe pas
            acte.md, ligne 21 : le champ « ecole.nom » n’existe pas
            acte.md, ligne 21 : le champ « partie.nom » n’existe pas"#]],
    );
    misprint(
        "acte.md",
        "dans ecoles",
        "dans lycees",
        expect![[r#"
        acte.md, ligne 38 : le champ « lycees » n’existe pas
        acte.md, ligne 39 : le champ « rang » n’existe pas
        acte.md, ligne 39 : le champ « ecole.nom » n’existe pas
        acte.md, ligne 39 : le champ « ecole.nature » n’existe pas
        acte.md, ligne 40 : le champ « ecole.uai » n’existe pas"#]],
    );
    misprint(
        "modele.toml",
        "sinon('sans nom')",
        "sinon(collectivite.surnom)",
        expect!["modele.toml, ligne 92 : le champ « collectivite.surnom » n’existe pas"],
    );
    misprint(
        "modele.toml",
        "ecole.nature == 'college'",
        "ecole.genre == 'college'",
        expect!["modele.toml, ligne 106 : le champ « ecole.genre » n’existe pas"],
    );
    misprint(
        "modele.toml",
        "champ = \"ecole.nature\"",
        "champ = \"ecole.genre\"",
        expect!["modele.toml, ligne 106 : le champ « ecole.genre » n’existe pas"],
    );
    misprint(
        "modele.toml",
        "\"champs.avec_charte\"",
        "\"champs.sans_charte\"",
        expect!["modele.toml, ligne 69 : le champ « champs.sans_charte » n’existe pas"],
    );
}

#[test]
fn anchors_and_annexes_are_followed() {
    misprint(
        "acte.md",
        "[l'#premier]",
        "[l'#dernier]",
        expect!["acte.md, ligne 24 : l’ancre « dernier » n’existe pas"],
    );
    misprint(
        "acte.md",
        "{#objet}",
        "{#premier}",
        expect![[r#"
        acte.md, ligne 23 : l’ancre « premier » est définie deux fois
        charte.md, ligne 8 : l’ancre « objet » n’existe pas"#]],
    );
    misprint(
        "acte.md",
        "::: annexe charte",
        "",
        expect!["acte.md : l’annexe « charte » n’a pas de place"],
    );
    misprint(
        "acte.md",
        "::: annexe charte",
        "::: annexe plan",
        expect![[r#"
        acte.md : l’annexe « charte » n’a pas de place
        acte.md, ligne 67 : l’annexe « plan » n’est pas déclarée pour ce document"#]],
    );
    misprint(
        "acte.md",
        "[L'#annexe-charte]",
        "Elle",
        expect!["acte.md, ligne 67 : l’annexe « charte » n’est citée nulle part"],
    );
    misprint(
        "modele.toml",
        "annexes = [\"charte\"]",
        "annexes = [\"charte\", \"plan\"]",
        expect![[r#"
            acte.md : l’annexe « plan » n’a pas de place
            acte.md : l’annexe « plan » n’est citée nulle part
            modele.toml : « plan » n’est pas déclaré dans modele.toml"#]],
    );
    misprint(
        "modele.toml",
        "\"charte.md\"",
        "\"chartes.md\"",
        expect![[r#"
        acte.md, ligne 29 : l’ancre « but » n’existe pas
        modele.toml : le fichier « chartes.md » n’existe pas"#]],
    );
}

#[test]
fn blocks_stand_where_they_print() {
    misprint(
        "acte.md",
        "Un cadre.",
        "- un cadre.",
        expect!["acte.md, ligne 56 : le bloc « - » ne se place pas ici"],
    );
    misprint(
        "acte.md",
        "::: a-la-main",
        "::: paysage\n:::",
        expect!["acte.md, ligne 62 : le bloc « paysage » ne se place pas ici"],
    );
    misprint(
        "acte.md",
        "::: a-la-main",
        "===",
        expect!["acte.md, ligne 62 : le bloc « === » ne se place pas ici"],
    );
    misprint(
        "charte.md",
        "### Détail",
        "::: annexe charte",
        expect!["charte.md, ligne 6 : le bloc « annexe » ne se place pas ici"],
    );
    misprint(
        "acte.md",
        "::: signatures",
        "::: signatures pour=\"maire\"",
        expect!["acte.md, ligne 70 : « maire » n’est pas déclaré dans modele.toml"],
    );
}

#[test]
fn a_function_in_a_sentence_has_no_capital() {
    let mut files = files();
    let acte = files.get_mut("acte.md").unwrap();
    acte.push_str("\nSigné par la {{ parties.departement.fonction_accordee }}, {{ parties.etat.fonction_accordee }}.\n");
    acte.push_str("\nFonction choisie : {{ parties.departement.fonction }}.\n");
    let mut dossier = dossier();
    for (id, function, civility) in [("departement", "maire", "Mme"), ("etat", "recteur", "M.")] {
        add(&mut dossier, "signataires", id);
        put(&mut dossier, &format!("signataires/{id}/partie"), id);
        put(
            &mut dossier,
            &format!("signataires/{id}/fonction"),
            function,
        );
        put(
            &mut dossier,
            &format!("signataires/{id}/civilite"),
            civility,
        );
    }
    let outline = draft(&load(&files).unwrap(), &dossier, "acte", 1, today(), false)
        .unwrap()
        .outline();
    for words in [
        "Signé par la {maire←",
        ", {recteur←",
        "Fonction choisie : {Maire←",
    ] {
        assert!(outline.contains(words), "{words}: {outline}");
    }
}

//! The vérification of a dossier of Versailles: what is found, where, for which documents, and what passes.

#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use domain::record::Path;
use expect_test::expect;
use support::{put, today, versailles};
use template::{check, fill};

#[test]
fn what_is_left_to_the_pen_is_listed_and_blocks_nothing() {
    let sheet = check(&support::example(), &versailles(), today());
    let blanks: Vec<String> = sheet
        .blanks
        .iter()
        .map(|blank| {
            format!(
                "{} ({}) {}",
                blank.path,
                blank.article,
                blank.documents.join(" ")
            )
        })
        .collect();
    expect![[r#"
        convention/date (signatures) convention
        signataires/rectrice/prenom (signatures) convention
        signataires/rectrice/nom (signatures) convention
        champs/envoi_le (bordereau d’envoi) bordereau"#]]
    .assert_eq(&blanks.join("\n"));
}

#[test]
fn a_finding_names_its_documents_and_its_article() {
    let mut dossier = support::example();
    for (path, typed) in [
        ("deliberation/numero", ""),
        ("ecoles/le-parc/uai", "0921688G"),
        ("champs/duree_annees", "3"),
        ("champs/exploitant_ent", "écoles élémentaires"),
        ("signataires/maire/nom", ""),
        ("contacts/referent/telephone", "01 99"),
        ("champs/aaf_type", "parfois"),
        ("champs/subvention", "1000"),
    ] {
        put(&mut dossier, path, typed);
    }
    let sheet = check(&dossier, &versailles(), today());
    let told: Vec<String> = sheet.findings.iter().map(support::told).collect();
    expect![[r#"
        bloquant champ-vide signataires/maire/nom (parties) convention texte-annexe
        bloquant champ-vide deliberation/numero (parties) convention
        bloquant champ-illisible ecoles/le-parc/uai (annexe 1) convention texte-annexe annexes ecoles-uai
        bloquant champ-illisible champs/aaf_type (annexe 2, partie 3) convention texte-annexe annexes
        bloquant champ-vide champs/subvention_origine (note explicative de synthèse, « Ce que cela coûte ») note-synthese projet-deliberation
        à vérifier champ-illisible contacts/referent/telephone (annexe 2, partie 2) convention texte-annexe bordereau annexes courriel-ien
        à vérifier duree-modele champs/duree_annees (article 11) convention note-synthese projet-deliberation texte-annexe
        à vérifier exploitant-ecole champs/exploitant_ent (annexe 2, partie 3) convention note-synthese texte-annexe annexes"#]].assert_eq(&told.join("\n"));
}

#[test]
fn a_reason_passes_what_is_to_verify() {
    let (template, mut dossier) = (versailles(), support::example());
    put(&mut dossier, "champs/duree_annees", "3");
    let sheet = check(&dossier, &template, today());
    assert_eq!(sheet.state_of("convention").to_verify_without_reason, 1);
    assert!(
        sheet.ready(&["convention".to_owned()]).is_err(),
        "originals want a reason"
    );
    assert!(
        sheet.ready(&["texte-annexe".to_owned()]).is_ok(),
        "what goes before the vote does not"
    );
    support::add(&mut dossier, "motifs", "m1");
    put(&mut dossier, "motifs/m1/constat", "duree-modele");
    put(&mut dossier, "motifs/m1/champ", "champs/duree_annees");
    put(
        &mut dossier,
        "motifs/m1/motif",
        "Accepté par le rectorat le 3 novembre.",
    );
    let sheet = check(&dossier, &template, today());
    assert!(sheet.ready(&["convention".to_owned()]).is_ok());
    assert_eq!(sheet.state_of("convention").to_verify_with_reason, 1);
}

#[test]
fn what_blocks_one_document_lets_the_others_go() {
    let (template, mut dossier) = (versailles(), support::example());
    put(&mut dossier, "champs/editeur_ent", "");
    put(&mut dossier, "deliberation/rapporteur", "");
    let sheet = check(&dossier, &template, today());
    assert!(sheet.ready(&["projet-deliberation".to_owned()]).is_ok());
    let refusal = sheet
        .ready(&["note-synthese".to_owned(), "convention".to_owned()])
        .expect_err("both are blocked");
    let paths: Vec<&str> = refusal
        .findings
        .iter()
        .filter_map(|placed| placed.finding.path.as_ref())
        .map(Path::as_str)
        .collect();
    assert_eq!(paths, ["champs/editeur_ent", "deliberation/rapporteur"]);
    let unknown = sheet
        .ready(&["affiche".to_owned()])
        .expect_err("no such document");
    assert_eq!(unknown.unknown, ["affiche"]);
}

#[test]
fn a_ready_set_lets_go_nothing_else() {
    let (template, dossier) = (versailles(), support::example());
    let ready = check(&dossier, &template, today())
        .ready(&["note-synthese".to_owned()])
        .unwrap();
    assert!(fill(&template, &ready, "note-synthese", 1).is_ok());
    assert!(fill(&template, &ready, "convention", 1).is_err());
}

#[test]
fn what_the_modele_was_not_made_for_is_to_verify() {
    let mut dossier = support::example();
    for (path, typed) in [
        ("ecoles/le-parc/nature", "college"),
        ("ecoles/les-ormeaux/secteur", "prive"),
        ("signataires/maire/fonction", "dgs"),
        ("collectivite/type", "region"),
        ("academie/nom", "Créteil"),
        ("academie/nom_avec_article", ""),
        ("convention/exemplaires", "3"),
    ] {
        put(&mut dossier, path, typed);
    }
    let sheet = check(&dossier, &versailles(), today());
    let told = |sheet: &template::ControlSheet| {
        sheet.findings.iter().map(support::told).collect::<Vec<_>>()
    };
    expect![[r#"
        bloquant ecole-privee deliberation/decision_ecoles_privees () convention
        à vérifier nature-hors-modele ecoles/le-parc/nature (annexe 1) convention note-synthese projet-deliberation texte-annexe annexes ecoles-uai
        à vérifier secteur-hors-modele ecoles/les-ormeaux/secteur () convention
        à vérifier fonction-hors-modele signataires/maire/fonction (parties) convention projet-deliberation texte-annexe bordereau courriel-ien
        à vérifier collectivite-hors-modele collectivite/type () convention
        à vérifier academie-hors-modele academie/nom (convention) convention note-synthese projet-deliberation texte-annexe
        à vérifier nombre-originaux convention/exemplaires (article 8) convention note-synthese texte-annexe bordereau annexes courriel-ien
        à vérifier academie-et-departement academie/nom (convention) convention note-synthese projet-deliberation texte-annexe
        à vérifier delegation-attendue signataires/maire/par_delegation () convention
        à vérifier nom-et-nature ecoles/le-parc/nature (annexe 1) convention note-synthese projet-deliberation texte-annexe annexes ecoles-uai
        à vérifier ecole-autre-collectivite ecoles/le-parc/nature (annexe 1) convention note-synthese projet-deliberation texte-annexe annexes ecoles-uai
        à vérifier ecole-autre-collectivite ecoles/les-ormeaux/nature (annexe 1) convention note-synthese projet-deliberation texte-annexe annexes ecoles-uai
        à vérifier ecole-autre-collectivite ecoles/les-renards/nature (annexe 1) convention note-synthese projet-deliberation texte-annexe annexes ecoles-uai
        à vérifier ecole-autre-collectivite ecoles/la-roue-a/nature (annexe 1) convention note-synthese projet-deliberation texte-annexe annexes ecoles-uai
        à vérifier ecole-autre-collectivite ecoles/la-roue-b/nature (annexe 1) convention note-synthese projet-deliberation texte-annexe annexes ecoles-uai
        à vérifier ecole-autre-collectivite ecoles/les-pervenches/nature (annexe 1) convention note-synthese projet-deliberation texte-annexe annexes ecoles-uai
        à vérifier nom-et-secteur ecoles/les-ormeaux/secteur () convention
        à vérifier objet-et-secteur deliberation/objet (note explicative de synthèse) note-synthese projet-deliberation"#]].assert_eq(&told(&sheet).join("\n"));
    put(
        &mut dossier,
        "convention/motif_exemplaires",
        "Un original de plus pour la circonscription.",
    );
    let sheet = check(&dossier, &versailles(), today());
    assert!(
        !told(&sheet)
            .iter()
            .any(|finding| finding.contains("nombre-originaux"))
    );
}

/// What a later version of the modèle says of the example, as seen on this day.
fn told_by_the_next_version(day: &str) -> Vec<String> {
    let mut next = versailles();
    next.version = 2;
    let sheet = check(&support::example(), &next, day.parse().unwrap());
    let of_version = |told: &String| told.contains("version-du-modele");
    sheet
        .findings
        .iter()
        .map(support::told)
        .filter(of_version)
        .collect()
}

#[test]
fn a_later_version_of_the_modele_is_told_and_asks_for_a_look_once_the_council_has_voted() {
    let same = check(&support::example(), &versailles(), today());
    assert!(same.findings.is_empty());
    assert_eq!(
        told_by_the_next_version("2026-11-22"),
        ["conseil version-du-modele  () convention"]
    );
    assert_eq!(
        told_by_the_next_version("2026-12-14"),
        ["à vérifier version-du-modele  () convention"]
    );
}

/// The codes of what is found in the example by a modèle a little changed.
fn codes_of(change: impl FnOnce(&mut template::Template), typed: &[(&str, &str)]) -> Vec<String> {
    let mut changed = versailles();
    change(&mut changed);
    let mut dossier = support::example();
    for (path, typed) in typed {
        put(&mut dossier, path, typed);
    }
    let sheet = check(&dossier, &changed, today());
    let code = |placed: &template::Placed| placed.finding.key().0;
    sheet.findings.iter().map(code).collect()
}

#[test]
fn a_modele_of_another_year_and_one_without_delegation_are_told() {
    let of_year = |year: &str| {
        let year = Some(year.to_owned());
        codes_of(|template| template.school_year = year, &[])
    };
    assert_eq!(of_year("2025-2026"), ["annee-hors-modele"]);
    assert!(of_year("2026-2027").is_empty());
    let delegated = [
        ("signataires/maire/fonction", "adjoint"),
        ("signataires/maire/par_delegation", "oui"),
        (
            "signataires/maire/acte_delegation",
            "arrêté du 3 avril 2026",
        ),
    ];
    let refuse = |template: &mut template::Template| {
        for party in &mut template.parties {
            party.by_delegation = false;
        }
    };
    assert_eq!(codes_of(refuse, &delegated), ["delegation-hors-modele"]);
    assert!(codes_of(|_| {}, &delegated).is_empty());
}

#[test]
fn an_expression_that_gives_nothing_blocks_its_document() {
    let mut files = versailles().files;
    let note = files.get_mut("note-synthese.md").unwrap();
    note.to_mut()
        .push_str("\nLe {{ champs.duree_annees | date_longue }}.\n");
    let changed = template::load(&files).unwrap();
    let sheet = check(&support::example(), &changed, today());
    let told: Vec<String> = sheet.findings.iter().map(support::told).collect();
    assert_eq!(told, ["bloquant modele-illisible  () note-synthese"]);
}

#[test]
fn what_does_not_read_is_not_said_to_be_empty() {
    let typed = [("collectivite/code_insee", "9203")];
    assert_eq!(codes_of(|_| {}, &typed), ["champ-illisible"]);
}

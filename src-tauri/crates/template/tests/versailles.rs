//! The modèle of Versailles, filled: each document as readable text, with 1, 6 and 40 schools and each optional
//! part there or not. `UPDATE_EXPECT=1` writes the golden texts anew.

#![allow(missing_docs, clippy::unwrap_used)]

#[allow(dead_code)] // Each file of tests uses its own part of these helpers.
mod support;

use domain::dossier::Dossier;
use domain::record::Path;
use expect_test::{ExpectFile, expect, expect_file};
use proptest::prelude::*;
use support::{fontenay, put, remove, today};
use template::{Shelf, Template, check, draft, fill};

const DOCUMENTS: [&str; 4] = [
    "note-synthese",
    "projet-deliberation",
    "texte-annexe",
    "convention",
];

fn versailles() -> Template {
    let shelf = Shelf::shipped().expect("the shipped modèles read");
    shelf.find("versailles-1d").expect("versailles-1d").clone()
}

fn outline(dossier: &Dossier, document: &str) -> String {
    draft(&versailles(), dossier, document, 1, today(), false)
        .expect("it fills")
        .outline()
}

fn golden(name: &str, document: &str) -> ExpectFile {
    expect_file![format!("golden/{name}-{document}.txt")]
}

#[test]
fn six_schools() {
    let dossier = fontenay(6);
    for document in DOCUMENTS {
        golden("six", document).assert_eq(&outline(&dossier, document));
    }
}

#[test]
fn one_school() {
    let dossier = fontenay(1);
    for document in DOCUMENTS {
        golden("one", document).assert_eq(&outline(&dossier, document));
    }
}

#[test]
fn forty_schools() {
    golden("forty", "convention").assert_eq(&outline(&fontenay(40), "convention"));
}

/// Only what differs from the six schools: the lines taken away, then the lines put.
fn difference(dossier: &Dossier, document: &str) -> String {
    let (before, after) = (outline(&fontenay(6), document), outline(dossier, document));
    let only = |mark: char, of: &str, other: &str| -> String {
        let kept = |line: &&str| !other.lines().any(|known| known == *line);
        of.lines()
            .filter(kept)
            .map(|line| format!("{mark} {line}\n"))
            .collect()
    };
    only('-', &before, &after) + &only('+', &after, &before)
}

#[test]
fn every_option_the_other_way() {
    let mut dossier = fontenay(6);
    for (path, typed) in [
        ("convention/accepte_par", "le service juridique du rectorat"),
        ("convention/accepte_le", "2026-11-02"),
        ("convention/exemplaires", "3"),
        ("convention/date", "2027-01-01"),
        ("signataires/maire/fonction", "adjoint"),
        ("signataires/maire/civilite", "M."),
        ("signataires/maire/par_delegation", "oui"),
        (
            "signataires/maire/acte_delegation",
            "arrêté n° 2026-12 du 3 avril 2026",
        ),
        ("signataires/rectrice/civilite", "M."),
        ("signataires/rectrice/prenom", "Octave"),
        ("signataires/rectrice/nom", "Perrin"),
        ("collectivite/population", "900"),
        ("collectivite/nom", "Les Ulis"),
        ("collectivite/nom_avec_article", ""),
        ("deliberation/numero", ""),
        ("champs/subvention", "1500"),
        ("champs/subvention_origine", "du plan de relance"),
        ("champs/depense_annuelle", ""),
        ("champs/copil_par_an", "1"),
        ("champs/duree_annees", "1"),
        ("champs/aaf_zip", "non"),
        ("champs/aaf_type", "delta"),
        ("champs/aaf_bordereau", ""),
        ("champs/liste_arretee_le", "2026-11-01"),
        ("ecoles/le-parc/commune", "Bagneux"),
    ] {
        put(&mut dossier, path, typed);
    }
    remove(&mut dossier, "contacts", "technique-2");
    for document in DOCUMENTS {
        golden("options", document).assert_eq(&difference(&dossier, document));
    }
}

#[test]
fn an_empty_dossier_says_what_it_lacks() {
    for document in DOCUMENTS {
        golden("empty", document).assert_eq(&outline(&Dossier::default(), document));
    }
}

#[test]
fn the_text_of_the_academie_leaves_our_annexes_alone() {
    let mut dossier = fontenay(6);
    put(&mut dossier, "convention/texte", "fourni");
    let document = draft(&versailles(), &dossier, "convention", 1, today(), false).unwrap();
    assert!(document.blocks.is_empty() && document.opening == document::Opening::default());
    let labels: Vec<&str> = document
        .annexes
        .iter()
        .map(|annexe| annexe.label.as_str())
        .collect();
    assert_eq!(labels, ["Annexe 1", "Annexe 2"]);
}

#[test]
fn the_example_goes_to_its_originals() {
    let (template, dossier) = (versailles(), support::example());
    let sheet = check(&dossier, &template, today());
    let told: Vec<String> = sheet.findings.iter().map(support::told).collect();
    assert_eq!(told, Vec::<String>::new());
    let documents: Vec<String> = template
        .documents
        .iter()
        .map(|document| document.key.clone())
        .collect();
    let ready = sheet.ready(&documents).expect("nothing blocks");
    for document in &documents {
        assert_eq!(
            fill(&template, &ready, document, 1).unwrap().outline(),
            outline(&dossier, document)
        );
    }
}

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
        signataires/rectrice/nom (signatures) convention"#]]
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
        bloquant champ-illisible ecoles/le-parc/uai (annexe 1) convention texte-annexe
        bloquant champ-illisible champs/aaf_type (annexe 2, partie 3) convention texte-annexe
        bloquant champ-vide champs/subvention_origine (note explicative de synthèse, « Ce que cela coûte ») note-synthese projet-deliberation
        à vérifier champ-illisible contacts/referent/telephone (annexe 2, partie 2) convention texte-annexe
        à vérifier duree-modele champs/duree_annees (article 11) convention note-synthese projet-deliberation texte-annexe
        à vérifier exploitant-ecole champs/exploitant_ent (annexe 2, partie 3) convention note-synthese texte-annexe
        à vérifier objet-et-liste champs/exploitant_ent (annexe 2, partie 3) convention note-synthese texte-annexe"#]].assert_eq(&told.join("\n"));
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
fn a_value_never_becomes_markup() {
    let mut dossier = support::example();
    let typed = [
        "{{7*7}}",
        "**x**",
        "::: si vrai",
        "# titre",
        "[#objet]",
        "{{ reference }} | a |",
        "===",
        "- a",
    ];
    for text in typed {
        put(&mut dossier, "collectivite/nom", text);
        put(&mut dossier, "collectivite/nom_avec_article", text);
        put(&mut dossier, "ecoles/le-parc/nom", text);
        put(&mut dossier, "deliberation/objet", text);
        put(&mut dossier, "champs/editeur_ent", text);
        let plain = outline(&support::example(), "convention").lines().count();
        let filled = outline(&dossier, "convention");
        assert_eq!(filled.lines().count(), plain, "{text}");
        assert!(
            filled.contains(&format!("{{{text}←ecoles/le-parc/nom}}")),
            "{text} is printed as typed"
        );
        assert!(
            outline(&dossier, "projet-deliberation")
                .contains(&format!("{{**{text}**←deliberation/objet}}"))
        );
    }
}

#[test]
fn a_draft_says_so_on_every_page() {
    let document = draft(
        &versailles(),
        &support::example(),
        "convention",
        2,
        today(),
        true,
    )
    .unwrap();
    assert_eq!(
        document.mark,
        Some(document::Mark::Draft {
            margin: "PROJET · version 2 · ne pas signer".to_owned()
        })
    );
}

#[test]
fn a_duration_is_read_from_the_answers() {
    let (template, mut dossier) = (versailles(), support::example());
    let told = |dossier: &Dossier| {
        template
            .duration(dossier)
            .map(|term| (term.years, term.tacit_renewal, term.notice_months))
    };
    assert_eq!(told(&dossier), Some((4, true, Some(3))));
    put(&mut dossier, "champs/duree_annees", "quatre");
    put(&mut dossier, "champs/preavis_mois", "");
    assert_eq!(told(&dossier), None);
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
        à vérifier nature-hors-modele ecoles/le-parc/nature (annexe 1) convention note-synthese projet-deliberation texte-annexe
        à vérifier secteur-hors-modele ecoles/les-ormeaux/secteur () convention
        à vérifier fonction-hors-modele signataires/maire/fonction (parties) convention projet-deliberation texte-annexe
        à vérifier collectivite-hors-modele collectivite/type () convention
        à vérifier academie-hors-modele academie/nom (convention) convention note-synthese projet-deliberation texte-annexe
        à vérifier nombre-originaux convention/exemplaires (article 8) convention note-synthese texte-annexe
        à vérifier academie-et-departement academie/nom (convention) convention note-synthese projet-deliberation texte-annexe
        à vérifier nom-et-nature ecoles/le-parc/nature (annexe 1) convention note-synthese projet-deliberation texte-annexe
        à vérifier ecole-autre-collectivite ecoles/le-parc/nature (annexe 1) convention note-synthese projet-deliberation texte-annexe
        à vérifier ecole-autre-collectivite ecoles/les-ormeaux/nature (annexe 1) convention note-synthese projet-deliberation texte-annexe
        à vérifier ecole-autre-collectivite ecoles/les-renards/nature (annexe 1) convention note-synthese projet-deliberation texte-annexe
        à vérifier ecole-autre-collectivite ecoles/la-roue-a/nature (annexe 1) convention note-synthese projet-deliberation texte-annexe
        à vérifier ecole-autre-collectivite ecoles/la-roue-b/nature (annexe 1) convention note-synthese projet-deliberation texte-annexe
        à vérifier ecole-autre-collectivite ecoles/les-pervenches/nature (annexe 1) convention note-synthese projet-deliberation texte-annexe"#]].assert_eq(&told(&sheet).join("\n"));
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

/// Every field and question that a document of the modèle may print.
fn every_field(dossier: &Dossier, template: &Template) -> Vec<Path> {
    let mut paths = Vec::new();
    domain::record::walk(&dossier.sheet, &Path::new(""), &mut |path, _, _| {
        paths.push(path)
    });
    paths.extend(
        template
            .questions
            .iter()
            .map(|question| Path::new("champs").join(&question.key)),
    );
    paths
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever is typed wherever, documents are filled, the vérification answers, and what is `Ready` fills.
    #[test]
    fn nothing_typed_stops_the_work(typed in prop::collection::vec((any::<prop::sample::Index>(), "(\\PC|[{}*#:\n|]){0,40}"), 1..6)) {
        let (template, mut dossier) = (versailles(), support::example());
        let paths = every_field(&dossier, &template);
        for (at, text) in &typed {
            dossier.put(at.get(&paths), text);
        }
        let sheet = check(&dossier, &template, today());
        for document in DOCUMENTS {
            prop_assert!(draft(&template, &dossier, document, 1, today(), true).is_ok());
            if let Ok(ready) = sheet.ready(&[document.to_owned()]) {
                prop_assert!(fill(&template, &ready, document, 1).is_ok());
            }
        }
    }
}

#[test]
fn a_very_long_text_is_shown_short() {
    let mut dossier = support::example();
    put(&mut dossier, "collectivite/adresse", &"é".repeat(5_000_000));
    let outline = outline(&dossier, "convention");
    assert!(outline.len() < 60_000, "{} bytes", outline.len());
    let sheet = check(&dossier, &versailles(), today());
    assert!(sheet.ready(&["convention".to_owned()]).is_err());
}

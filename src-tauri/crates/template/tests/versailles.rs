//! The modèle of Versailles, filled: each document as readable text, with 1, 6 and 40 schools and each optional
//! part there or not. `UPDATE_EXPECT=1` writes the golden texts anew.

#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use domain::dossier::Dossier;
use expect_test::{ExpectFile, expect_file};
use support::{DOCUMENTS, fontenay, outline, put, remove, today, versailles};
use template::{check, draft, fill};

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
        .documents_of(&dossier)
        .into_iter()
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

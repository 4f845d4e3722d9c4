//! What comes after a convention, by the real command: a dossier that follows a signed one, its vérification, its PDFs.

use domain::dossier::choices::SequelKind;
use serde_json::Value;
use std::path::Path;
use tests::papers::{exported, keep, workshop};
use tests::{command, dossiers, house};

/// Runs words, which must succeed.
#[track_caller]
fn done(folder: &Path, words: &[&str]) -> String {
    let said = command::run(folder, words);
    assert_eq!(said.code, 0, "{words:?}: {said:?}");
    said.out
}

fn names(folder: &Path) -> Vec<String> {
    let entries = house::entries(folder);
    let names = entries.iter().map(|path| house::folder_name(path));
    names.map(str::to_owned).collect()
}

fn example(name: &str) -> String {
    let file = house::root().join(format!("assets/examples/{name}.json"));
    house::text(&file)
}

/// What an example makes, by the names of its files, each kept for the judges.
#[track_caller]
fn makes(example_name: &str, expected: &[&str]) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path();
    std::fs::write(path.join("dossier.json"), example(example_name)).expect("it writes");
    done(path, &["export", "dossier.json", "--out", "sortie"]);
    assert_eq!(names(&path.join("sortie")), expected, "{example_name}");
    for name in expected {
        let bytes = std::fs::read(path.join("sortie").join(name)).expect("a made file reads");
        keep(&format!("suites/{name}"), &bytes);
    }
}

#[test]
fn an_avenant_makes_its_own_documents_and_no_other() {
    makes(
        "fontenay-avenant",
        &[
            "2025-007-avenant-1-avenant-bordereau.pdf",
            "2025-007-avenant-1-avenant-exemplaires.pdf",
            "2025-007-avenant-1-avenant-note.pdf",
            "2025-007-avenant-1-avenant-projet.pdf",
            "2025-007-avenant-1-avenant-texte-annexe.pdf",
        ],
    );
}

#[test]
fn an_update_makes_the_annexe_and_its_letter() {
    makes(
        "fontenay-mise-a-jour",
        &[
            "2025-007-annexe-lettre-mise-a-jour.pdf",
            "2025-007-annexe-mise-a-jour-annexe.pdf",
        ],
    );
}

#[test]
fn a_renewal_makes_a_convention_and_the_sheet_of_what_changes() {
    makes(
        "pezenas-renouvellement",
        &[
            "2024-006-ce-qui-change.pdf",
            "2024-006-convention-preparatoire.pdf",
            "2024-006-fiche-saisie.pdf",
            "2024-006-note-synthese.pdf",
            "2024-006-projet-deliberation.pdf",
        ],
    );
}

/// Every modèle's avenant, update of annexes and renewal, as projects: each has its papers, sound and left for the judges.
#[test]
fn every_modele_makes_what_follows_its_convention() {
    let names = [
        "colleges-paris-2012",
        "est-parisien-cadre",
        "est-parisien-departements",
        "fontenay-apres-vote",
        "grand-est-2019",
        "pezenas",
        "uzes",
    ];
    for name in names {
        let mut first = dossiers::shipped(name);
        // Of eighty-three collèges, three say as much.
        first.sheet.schools.0.truncate(3);
        let template = workshop().template(&first).expect("the modèle is shipped");
        let kinds = [
            SequelKind::Amendment,
            SequelKind::Update,
            SequelKind::Renewal,
        ];
        for kind in kinds
            .into_iter()
            .filter(|kind| template.can_be_followed_by(&first, *kind))
        {
            let folder = tempfile::tempdir().expect("a folder");
            let out = folder.path();
            let mut made = exported(&first.followed(kind), out, |order| order.draft = true);
            made.retain(|file| file.ends_with(".pdf"));
            assert!(!made.is_empty(), "{name}, {kind:?}");
            for file in made {
                let bytes = std::fs::read(out.join(&file)).expect("a made file reads");
                keep(&format!("suites/{name}/{}/{file}", kind.key()), &bytes);
            }
        }
    }
}

/// The charte is an annexe of the convention-cadre: a convention of a département has none to bring up to date.
#[test]
fn what_would_have_no_document_is_not_offered() {
    let update = |name: &str| {
        let dossier = dossiers::shipped(name);
        let template = workshop()
            .template(&dossier)
            .expect("the modèle is shipped");
        template.can_be_followed_by(&dossier, SequelKind::Update)
    };
    assert!(update("est-parisien-cadre") && !update("est-parisien-departements"));
}

/// A dossier signed by all, in a folder of its own.
fn signed() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let mut dossier: Value = serde_json::from_str(&example("fontenay-apres-vote")).expect("JSON");
    dossier["reference"] = "2026-001".into();
    for signatory in dossier["signataires"].as_array_mut().expect("a list") {
        signatory["signe_le"] = "2027-01-16".into();
    }
    std::fs::write(folder.path().join("signe.json"), dossier.to_string()).expect("it writes");
    folder
}

#[test]
fn a_signed_dossier_is_followed_three_ways() {
    for (kind, reference, ends) in [
        ("avenant", "2026-001-avenant-1", "2031-01-15"),
        ("mise-a-jour", "2026-001-annexe", "2031-01-15"),
        ("renouvellement", "2026-001-renouvellement", "2031-01-15"),
    ] {
        let folder = signed();
        let path = folder.path();
        done(
            path,
            &[
                "new",
                "--from",
                "signe.json",
                "--as",
                kind,
                "--out",
                "suite",
            ],
        );
        assert_eq!(names(&path.join("suite")), ["LISEZ-MOI.md", "dossier.json"]);
        let text = house::text(&path.join("suite/dossier.json"));
        let made: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(made["reference"], reference);
        assert_eq!(made["suite"]["convention_reference"], "2026-001");
        assert_eq!(made["suite"]["convention_signee_le"], "2027-01-16");
        assert_eq!(made["suite"]["convention_fin_le"], ends);
        assert_eq!(made["deliberation"]["numero"], "");
        assert_eq!(
            made["champs"]["envoi_le"], "",
            "a date of sending is asked anew"
        );
        let before = format::write(&format::read(&house::text(&path.join("signe.json"))).unwrap());
        let kept: Value = serde_json::from_str(&before).expect("JSON");
        assert_eq!(made["avant"], kept, "{kind}");
    }
}

/// What one changes is what the avenant says; before that, it says nothing and does not leave.
#[test]
fn an_avenant_says_what_one_changed_and_nothing_else() {
    let folder = signed();
    let path = folder.path();
    done(path, &["new", "--from", "signe.json", "--as", "avenant"]);
    let said = command::run(path, &["check", "dossier.json"]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.out.contains("Cet avenant ne change rien"), "{said:?}");
    let text = house::text(&path.join("dossier.json"));
    let changed = text.replacen("\"copil_par_an\": \"2\"", "\"copil_par_an\": \"3\"", 1);
    assert_ne!(text, changed);
    std::fs::write(path.join("dossier.json"), changed).expect("it writes");
    let words = [
        "export",
        "dossier.json",
        "--out",
        "sortie",
        "--draft",
        "--only",
        "avenant",
    ];
    done(path, &words);
    let pdf = "sortie/2026-001-avenant-1-avenant-exemplaires.pdf";
    let tags = done(path, &["tags", pdf]);
    for word in ["deux fois par an", "trois fois par an", "Article\u{a0}4"] {
        assert!(tags.contains(word), "{word}: {tags}");
    }
}

#[test]
fn what_cannot_follow_is_said() {
    let folder = signed();
    let said = command::run(
        folder.path(),
        &["new", "--from", "signe.json", "--as", "resiliation"],
    );
    assert_eq!(said.code, 2);
    assert!(
        said.err.contains("avenant, mise-a-jour ou renouvellement"),
        "{said:?}"
    );
}

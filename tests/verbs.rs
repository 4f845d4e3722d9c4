//! Each verb of the real command on the example of the house: the files it writes, what it says, and what it keeps.

use expect_test::expect;
use serde_json::Value;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;
use tests::{command, house};

/// A folder that holds the example as `dossier.json`.
fn desk() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("dossier.json"), example()).expect("the example writes");
    folder
}

fn example() -> String {
    house::text(&house::root().join("assets/examples/fontenay-aux-roses.json"))
}

/// Runs words, which must succeed, and gives what was said.
#[track_caller]
fn done(folder: &Path, words: &[&str]) -> String {
    let said = command::run(folder, words);
    assert_eq!(said.code, 0, "{words:?}: {said:?}");
    assert_eq!(said.err, "", "{words:?}");
    said.out
}

fn names(folder: &Path) -> Vec<String> {
    let entries = house::entries(folder);
    let names = entries.iter().map(|path| house::folder_name(path));
    names.map(str::to_owned).collect()
}

/// The text of each page, or nothing where no `pdftotext` is installed, which is then said.
fn pages(pdf: &Path) -> Option<Vec<String>> {
    let Ok(read) = Command::new("pdftotext").arg(pdf).arg("-").output() else {
        eprintln!("pdftotext is not installed: the pages are not read.");
        return None;
    };
    let text = String::from_utf8(read.stdout).expect("pdftotext answers in UTF-8");
    // Every page ends with a form feed.
    let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
    pages.pop();
    Some(pages)
}

#[test]
fn new_writes_a_dossier_and_its_guide_and_overwrites_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let new = ["new", "--model", "versailles-1d", "--out", "neuf"];
    expect![[r#"
        Écrits dans neuf : dossier.json, LISEZ-MOI.md
    "#]]
    .assert_eq(&done(folder.path(), &new));
    let neuf = folder.path().join("neuf");
    assert_eq!(names(&neuf), ["LISEZ-MOI.md", "dossier.json"]);
    std::fs::write(neuf.join("dossier.json"), "mine").expect("writes");
    let again = command::run(folder.path(), &new);
    expect![[r#"
        neuf/dossier.json existe déjà et n’est pas remplacé. Choisir un autre nom.
        code 2
    "#]]
    .assert_eq(&again.shown());
    assert_eq!(house::text(&neuf.join("dossier.json")), "mine");
}

#[test]
fn a_new_dossier_reads_and_says_all_that_it_lacks() {
    let folder = tempfile::tempdir().expect("a folder");
    done(folder.path(), &["new", "--model", "versailles-1d"]);
    let said = command::run(folder.path(), &["check", "dossier.json"]);
    assert_eq!(said.code, 1);
    let lacking: Vec<&str> = said
        .out
        .lines()
        .filter(|line| line.contains("[bloquant]"))
        .filter_map(|line| line.trim_end_matches(')').rsplit(", ").next())
        .collect();
    expect![[r#"
        collectivite/nom
        reference
        signataires/academie/fonction
        collectivite/siren
        collectivite/adresse
        collectivite/code_postal
        collectivite/ville
        signataires/commune/prenom
        signataires/commune/nom
        signataires/commune/fonction
        deliberation/numero
        deliberation/seance
        academie/courriel_ssi
        annee_scolaire
        ecoles
        academie/circonscription
        contacts/referent-ent/nom
        contacts/referent-ent/prenom
        contacts/correspondant-technique-1/nom
        contacts/correspondant-technique-1/prenom
        contacts/referent-ent/telephone
        contacts/correspondant-technique-1/telephone
        contacts/referent-ent/courriel
        contacts/correspondant-technique-1/courriel
        champs/editeur_ent
        champs/exploitant_ent
        collectivite/code_insee
        deliberation/rapporteur
        deliberation/convocation"#]]
    .assert_eq(&lacking.join("\n"));
    let guide = house::text(&folder.path().join("LISEZ-MOI.md"));
    for path in &lacking {
        let key = path.rsplit('/').next().unwrap_or(path);
        assert!(guide.contains(key), "the guide names {path}");
    }
}

#[test]
fn new_names_a_modele_that_it_does_not_know_and_writes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let new = |model: &str| {
        let words = ["new", "--model", model, "--out", "neuf"];
        command::run(folder.path(), &words).shown()
    };
    let far = new("creteil-1d");
    assert!(far.contains("n’est pas installé. Choisir parmi"), "{far}");
    assert!(far.contains("versailles-1d"), "{far}");
    expect![[r#"
        Le modèle « versaille-1d » n’est pas installé. Est-ce « versailles-1d » ?
        code 2
    "#]]
    .assert_eq(&new("versaille-1d"));
    assert!(!folder.path().join("neuf").exists());
}

#[test]
fn models_names_what_is_installed_with_versions_and_sources() {
    let folder = tempfile::tempdir().expect("a folder");
    let said = done(folder.path(), &["models"]);
    let plain = said.replace('\u{a0}', " ");
    let versailles = "versailles-1d, version 1 : Académie de Versailles, écoles publiques\n    Modèle public de convention";
    assert!(plain.contains(versailles), "{said}");
    assert!(plain.contains("(12 décembre 2022)"), "{said}");
    let json = done(folder.path(), &["models", "--json"]);
    let value: Value = serde_json::from_str(&json).expect("it is JSON");
    let models = value["modeles"].as_array().expect("a list");
    assert_eq!(models.len() * 2, said.lines().count(), "two lines a modèle");
    assert!(
        models.iter().all(|model| model["version"].is_number()),
        "{json}"
    );
}

#[test]
fn only_makes_the_documents_that_are_named() {
    let folder = desk();
    let note = [
        "export",
        "dossier.json",
        "--out",
        "out",
        "--only",
        "note-synthese",
    ];
    expect![[r#"
        dossier.json : fait
          2026-001-note-synthese.pdf (1 p.)
    "#]]
    .assert_eq(&done(folder.path(), &note));
    assert_eq!(
        names(&folder.path().join("out")),
        ["2026-001-note-synthese.pdf"]
    );
    let wrong = [
        "export",
        "dossier.json",
        "--out",
        "autre",
        "--only",
        "convension",
    ];
    expect![[r#"
        dossier.json : illisible
          Le modèle n’a pas de document « convension ». Choisir parmi : note-synthese, projet-deliberation, texte-annexe, convention, bordereau, annexes, ecoles-uai, courriel-ien.
        code 2
    "#]].assert_eq(&command::run(folder.path(), &wrong).shown());
    assert!(!folder.path().join("autre").exists());
}

#[test]
fn a_draft_says_projet_on_each_page_and_a_fair_copy_on_none() {
    let folder = desk();
    let out = |verb: &[&str]| done(folder.path(), &[&["export", "dossier.json"], verb].concat());
    out(&["--out", "brouillon", "--draft"]);
    out(&["--out", "propre", "--only", "convention"]);
    let papers = names(&folder.path().join("brouillon")).into_iter();
    for name in papers.filter(|name| name.ends_with(".pdf")) {
        let Some(pages) = pages(&folder.path().join("brouillon").join(&name)) else {
            return;
        };
        assert!(!pages.is_empty(), "{name}");
        for (rank, page) in pages.iter().enumerate() {
            // The back of a sheet that must stay blank carries nothing at all.
            let blank = page.trim().is_empty();
            assert!(blank || page.contains("PROJET"), "{name}, {}", rank + 1);
        }
    }
    let fair = folder
        .path()
        .join("propre/2026-001-convention-exemplaires.pdf");
    let pages = pages(&fair).unwrap_or_default();
    assert!(pages.iter().all(|page| !page.contains("PROJET")));
}

#[test]
fn a_draft_of_an_empty_dossier_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    done(folder.path(), &["new", "--model", "versailles-1d"]);
    done(
        folder.path(),
        &["export", "dossier.json", "--out", "out", "--draft"],
    );
    assert_eq!(names(&folder.path().join("out")).len(), 8);
    let refused = command::run(
        folder.path(),
        &["export", "dossier.json", "--out", "propre"],
    );
    assert_eq!(
        refused.code, 1,
        "what a draft forgives, a fair copy does not"
    );
    assert!(!folder.path().join("propre").exists());
}

#[test]
fn separate_makes_a_file_for_each_original() {
    let folder = desk();
    let words = [
        "export",
        "dossier.json",
        "--out",
        "out",
        "--only",
        "convention",
        "--separate",
    ];
    expect![[r#"
        dossier.json : fait
          2026-001-convention-exemplaire-1.pdf (10 p.)
          2026-001-convention-exemplaire-2.pdf (10 p.)
    "#]]
    .assert_eq(&done(folder.path(), &words));
    let made = names(&folder.path().join("out"));
    assert_eq!(made.len(), 2, "{made:?}");
}

#[test]
fn json_is_one_line_that_says_the_same() {
    let folder = desk();
    let store = ["store", "list", "--data", "data"];
    let export = ["export", "dossier.json", "--out", "out"];
    for words in [&["check", "dossier.json"][..], &export, &["models"], &store] {
        let said = done(folder.path(), &[words, &["--json"]].concat());
        assert_eq!(said.lines().count(), 1, "{words:?}");
        let value: Value = serde_json::from_str(&said).expect("it is JSON");
        assert!(value.is_object(), "{words:?}");
    }
    let again = command::run(folder.path(), &["check", "absent.json", "--json"]);
    let value: Value = serde_json::from_str(&again.out).expect("it is JSON");
    assert_eq!(value["dossiers"][0]["code"], again.code);
    let unknown = command::run(folder.path(), &["new", "--model", "zz", "--json"]);
    let value: Value = serde_json::from_str(&unknown.out).expect("it is JSON");
    assert_eq!(value["erreur"]["code"], "modele-inconnu");
}

#[test]
fn two_runs_make_the_same_bytes_and_the_same_words() {
    let folder = desk();
    let runs = ["un", "deux"].map(|out| {
        let said = done(folder.path(), &["export", "dossier.json", "--out", out]);
        let files = house::entries(&folder.path().join(out));
        let read = |path: &std::path::PathBuf| std::fs::read(path).expect("a file reads");
        let bytes: Vec<Vec<u8>> = files.iter().map(read).collect();
        (said, names(&folder.path().join(out)), bytes)
    });
    assert_eq!(runs[0].1.len(), 8, "the whole file of the convention");
    assert!(runs[0] == runs[1], "same words, same names, same bytes");
}

#[test]
fn a_second_export_overwrites_nothing() {
    let folder = desk();
    let words = [
        "export",
        "dossier.json",
        "--out",
        "out",
        "--only",
        "note-synthese",
    ];
    done(folder.path(), &words);
    let kept = folder.path().join("out/2026-001-note-synthese.pdf");
    std::fs::write(&kept, "annotated").expect("writes");
    expect![[r#"
        dossier.json : fait
          2026-001-note-synthese (2).pdf (1 p.)
    "#]]
    .assert_eq(&done(folder.path(), &words));
    assert_eq!(house::text(&kept), "annotated");
}

#[test]
fn the_store_gives_back_the_dossier_that_it_was_given() {
    let folder = desk();
    let store = |words: &[&str]| {
        let words = [&["store"], words, &["--data", "data"]].concat();
        command::run(folder.path(), &words)
    };
    assert_eq!(store(&["list"]).shown(), "code 0\n", "nothing yet");
    expect![[r#"
        dossier.json : fait
        code 0
    "#]]
    .assert_eq(&store(&["import", "dossier.json"]).shown());
    let list = store(&["list"]).out;
    // The id is drawn when the dossier comes in.
    let line = list.split(" (").next().unwrap_or_default();
    expect!["2026-001  Écoles de Fontenay-aux-Roses, 2026-2030  complet"].assert_eq(line);
    assert_eq!(
        store(&["export", "2026-001", "--out", "rendu.json"]).code,
        0
    );
    assert_eq!(house::text(&folder.path().join("rendu.json")), example());
    let again = store(&["export", "2026-001", "--out", "rendu.json"]);
    expect![[r#"
        rendu.json existe déjà et n’est pas remplacé. Choisir un autre nom.
        code 2
    "#]]
    .assert_eq(&again.shown());
    expect![[r#"
        Le dossier « 2026-999 » n’existe pas. Choisir dans la liste.
        code 2
    "#]]
    .assert_eq(&store(&["export", "2026-999"]).shown());
}

#[test]
fn the_store_takes_no_broken_dossier() {
    let folder = desk();
    std::fs::write(folder.path().join("faux.json"), "{}").expect("writes");
    let words = ["store", "import", "faux.json", "--data", "data"];
    expect![[r#"
        faux.json : illisible
          ligne 1, « format » : ce champ manque. L’ajouter.
        code 2
    "#]]
    .assert_eq(&command::run(folder.path(), &words).shown());
    let list = ["store", "list", "--data", "data"];
    assert_eq!(done(folder.path(), &list), "");
}

#[test]
fn tags_shows_what_a_screen_reader_goes_through() {
    let folder = desk();
    let note = ["--out", "out", "--only", "projet-deliberation"];
    done(
        folder.path(),
        &[&["export", "dossier.json"], &note[..]].concat(),
    );
    let file = "out/2026-001-projet-deliberation.pdf";
    let said = done(folder.path(), &["tags", file]);
    let first: Vec<&str> = said.lines().take(6).collect();
    expect![[r#"
        Document
          Part
            P « République française »
            P « Département des Hauts-de-Seine »
            P « Commune de Fontenay-aux-Roses »
            H1 « Projet de délibération du conseil municipal »"#]]
    .assert_eq(&first.join("\n"));
    let json = done(folder.path(), &["tags", file, "--json"]);
    let value: Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!(value["fichier"], file);
    assert_eq!(
        value["balises"].as_str().map(str::trim_end),
        Some(said.trim_end())
    );
}

#[test]
fn tags_says_what_a_file_is_not() {
    let folder = desk();
    let plain = untagged();
    std::fs::write(folder.path().join("nu.pdf"), plain).expect("a file writes");
    std::fs::write(folder.path().join("vide.pdf"), "").expect("a file writes");
    let said: Vec<String> = ["dossier.json", "vide.pdf", "nu.pdf", "absent.pdf", "."]
        .iter()
        .map(|file| command::run(folder.path(), &["tags", file]).shown())
        .collect();
    expect![[r#"
        dossier.json n’est pas ce qui est attendu : fichier PDF. Choisir un autre fichier.
        code 2
        vide.pdf n’est pas ce qui est attendu : fichier PDF. Choisir un autre fichier.
        code 2
        nu.pdf n’est pas ce qui est attendu : PDF balisé. Choisir un autre fichier.
        code 2
        absent.pdf : introuvable. Vérifier l’emplacement.
        code 2
        . n’est pas ce qui est attendu : fichier PDF. Choisir un autre fichier.
        code 2
    "#]]
    .assert_eq(&said.concat());
    let json = command::run(folder.path(), &["tags", "nu.pdf", "--json"]);
    let value: Value = serde_json::from_str(&json.out).expect("it is JSON");
    assert_eq!(value["erreur"]["code"], "fichier-d-une-autre-nature");
    assert_eq!(json.code, 2);
}

/// A page without any tag.
fn untagged() -> String {
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
    ];
    let (mut file, mut places) = ("%PDF-1.7\n".to_owned(), String::new());
    for (rank, object) in objects.iter().enumerate() {
        places += &format!("{:010} 00000 n \n", file.len());
        file += &format!("{} 0 obj\n{object}\nendobj\n", rank + 1);
    }
    let start = file.len();
    format!(
        "{file}xref\n0 4\n0000000000 65535 f \n{places}trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"
    )
}

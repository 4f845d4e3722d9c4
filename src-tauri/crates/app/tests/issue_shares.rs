//! The window makes final a document of a dossier that is shared out: a file for each establishment, and one that
//! holds them all, which the store keeps.

#![allow(missing_docs, clippy::unwrap_used)]

use app::{Desk, IssueOrder, home, import_file, issue_documents, open_dossier};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use std::path::Path;

fn autumn() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2012, 11, 20)
        .unwrap()
        .and_time(NaiveTime::MIN)
}

/// The example of Paris with its first establishments only.
fn paris(folder: &Path, count: usize) -> std::path::PathBuf {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../assets/examples/colleges-paris-2012.json"
    );
    let text = std::fs::read_to_string(file).unwrap();
    let mut json: serde_json::Value = serde_json::from_str(&text).unwrap();
    json["ecoles"].as_array_mut().unwrap().truncate(count);
    let cut = folder.join("paris.json");
    std::fs::write(&cut, json.to_string()).unwrap();
    cut
}

#[test]
fn the_convention_of_each_establishment_and_the_file_that_holds_them() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::open(Some(&folder.path().join("data")), autumn()).unwrap();
    import_file(&desk, &paris(folder.path(), 2), autumn()).unwrap();
    let dossier = home(&desk, autumn()).unwrap().dossiers[0].id.clone();
    let order = IssueOrder {
        dossier: dossier.clone(),
        documents: vec!["texte-annexe".to_owned(), "convention".to_owned()],
        folder: folder.path().join("out"),
        draft: false,
    };
    let issued = issue_documents(&desk, &order, autumn()).unwrap();
    let names: Vec<&str> = issued.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "2012-dasco-37g-texte-annexe.pdf",
            "2012-dasco-37g-convention-0990101x-exemplaires.pdf",
            "2012-dasco-37g-convention-0990108e-exemplaires.pdf",
            "2012-dasco-37g-convention-exemplaires.pdf",
        ]
    );
    for file in &issued.files {
        let bytes = std::fs::read(order.folder.join(&file.name)).unwrap();
        assert_eq!(pdf::check(&bytes), [], "{}", file.name);
    }
    let pages: Vec<u32> = issued.files.iter().map(|file| file.pages).collect();
    assert_eq!(pages[3], pages[1] + pages[2]);
    let view = open_dossier(&desk, &dossier, autumn()).unwrap();
    let convention = view
        .documents
        .iter()
        .find(|row| row.key == "convention")
        .unwrap();
    assert!(
        !convention.issued.is_empty(),
        "the store knows that it was made final"
    );
}

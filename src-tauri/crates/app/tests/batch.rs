//! One dossier, eighty-three conventions: those that are refused are told with their reasons, the others are made.

#![allow(missing_docs, clippy::unwrap_used)]

use app::{Batch, ExportOrder, Workshop, export_dossier, export_shares, read_dossier_file};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use domain::dossier::Dossier;
use domain::record::{PartMut, Path, find_mut};
use expect_test::expect;
use std::path::{Path as File, PathBuf};

fn paris() -> Dossier {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../assets/examples/colleges-paris-2012.json"
    );
    read_dossier_file(File::new(file)).unwrap()
}

fn workshop() -> Workshop {
    Workshop::open(&[] as &[PathBuf]).unwrap()
}

fn autumn() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2012, 11, 20)
        .unwrap()
        .and_time(NaiveTime::MIN)
}

fn order(out: &File, print_file: bool) -> ExportOrder {
    ExportOrder {
        out: out.to_owned(),
        print_file,
        ..ExportOrder::default()
    }
}

#[track_caller]
fn put(dossier: &mut Dossier, path: &str, typed: &str) {
    assert!(dossier.put(&Path::new(path), typed), "no field {path}");
}

/// Keeps only these establishments.
fn keep(dossier: &mut Dossier, kept: &[&str]) {
    for id in dossier.ids("ecoles") {
        if kept.contains(&id.as_str()) {
            continue;
        }
        if let Some(PartMut::List(list)) = find_mut(&mut dossier.sheet, &Path::new("ecoles")) {
            list.remove(id.as_str());
        }
    }
}

/// The establishments without a file, each with the findings that refuse it.
fn refused(batch: &Batch) -> String {
    let mut lines = Vec::new();
    for share in &batch.shares {
        if let Err(app::Problem::Refused { findings }) = &share.outcome {
            let keys: Vec<&str> = findings
                .iter()
                .map(|finding| finding.key.as_str())
                .collect();
            lines.push(format!("{}: {}", share.label, keys.join(", ")));
        }
    }
    lines.join("\n")
}

#[test]
fn five_faulty_rows_of_eighty_three_are_refused_and_only_those() {
    let mut dossier = paris();
    put(&mut dossier, "ecoles/c05/uai", "0990129A"); // The letter is not that of the number.
    put(&mut dossier, "ecoles/c12/uai", "0990115M"); // The number of the third.
    put(&mut dossier, "ecoles/c27/chef_civilite", "");
    put(&mut dossier, "ecoles/c41/acte_date", "31/02/2013");
    put(&mut dossier, "ecoles/c66/chef_nom", "");
    let folder = tempfile::tempdir().unwrap();
    let (workshop, order) = (workshop(), order(folder.path(), false));
    export_dossier(&workshop, &dossier, &order, autumn()).unwrap();
    let batch = export_shares(&workshop, &dossier, &order, autumn()).unwrap();
    expect![[r#"
        Collège de l’Arbre-Sec: champ-illisible ecoles/c05/uai
        Collège de Beaulieu: courriel-autre-uai ecoles/c12/courriel, uai-en-double ecoles/c12/uai
        Collège des Cygnes: chef-civilite ecoles/c27/chef_civilite
        Collège de la Grande-Ourse: champ-illisible ecoles/c41/acte_date
        Collège du Petit-Bois: champ-vide ecoles/c66/chef_nom"#]]
    .assert_eq(&refused(&batch));
    let made: Vec<&String> = batch
        .shares
        .iter()
        .filter_map(|share| share.outcome.as_ref().ok())
        .flat_map(|files| files.iter().map(|file| &file.name))
        .collect();
    assert_eq!((batch.shares.len(), made.len()), (83, 78));
    let written = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(
        written,
        78 + 3,
        "what is refused leaves no file, nor stops the others"
    );
    assert!(
        made.iter()
            .all(|name| folder.path().join(name.as_str()).exists())
    );
}

#[test]
fn every_file_is_sound_and_the_print_file_holds_them_all() {
    let mut dossier = paris();
    keep(&mut dossier, &["c01", "c30", "c83"]);
    let folder = tempfile::tempdir().unwrap();
    let (workshop, order) = (workshop(), order(folder.path(), true));
    let mut files = export_dossier(&workshop, &dossier, &order, autumn()).unwrap();
    let batch = export_shares(&workshop, &dossier, &order, autumn()).unwrap();
    let each: Vec<_> = batch
        .shares
        .iter()
        .flat_map(|share| share.outcome.as_ref().unwrap())
        .collect();
    let pages: u32 = each.iter().map(|file| file.pages).sum();
    assert_eq!(batch.print_files.len(), 1);
    assert_eq!(batch.print_files[0].pages, pages);
    assert_eq!(
        batch.print_files[0].name,
        "2012-dasco-37g-convention-exemplaires.pdf"
    );
    files.extend(each.into_iter().cloned());
    files.extend(batch.print_files.iter().cloned());
    assert_eq!(files.len(), 3 + 3 + 1);
    for file in files {
        let bytes = std::fs::read(folder.path().join(&file.name)).unwrap();
        assert_eq!(pdf::check(&bytes), [], "{}", file.name);
        assert_eq!(pdf::page_count(&bytes), Some(file.pages), "{}", file.name);
    }
}

#[test]
fn a_draft_makes_what_would_be_refused() {
    let mut dossier = paris();
    keep(&mut dossier, &["c01", "c02"]);
    put(&mut dossier, "ecoles/c02/chef_nom", "");
    let folder = tempfile::tempdir().unwrap();
    let order = ExportOrder {
        draft: true,
        only: vec!["convention".to_owned()],
        ..order(folder.path(), false)
    };
    let batch = export_shares(&workshop(), &dossier, &order, autumn()).unwrap();
    assert!(batch.shares.iter().all(|share| share.outcome.is_ok()));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn a_dossier_that_is_not_shared_out_has_no_share() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../assets/examples/fontenay-aux-roses.json"
    );
    let dossier = read_dossier_file(File::new(file)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let batch =
        export_shares(&workshop(), &dossier, &order(folder.path(), true), autumn()).unwrap();
    assert!(batch.shares.is_empty() && batch.print_files.is_empty());
}

//! The documents of a groupement, twelve parties and twelve originals, are sound files.

#![allow(missing_docs, clippy::unwrap_used)]

use app::{ExportOrder, Workshop, export_dossier, read_dossier_file};
use chrono::{NaiveDate, NaiveTime};
use std::path::{Path, PathBuf};

#[test]
fn twelve_originals_of_a_convention_with_its_pages_of_signature() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../assets/examples/grand-est-2019.json"
    );
    let dossier = read_dossier_file(Path::new(file)).unwrap();
    let workshop = Workshop::open(&[] as &[PathBuf]).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let order = ExportOrder {
        out: folder.path().to_owned(),
        draft: false,
        only: Vec::new(),
        separate: false,
        ..ExportOrder::default()
    };
    let day = NaiveDate::from_ymd_opt(2019, 11, 25).unwrap();
    let files = export_dossier(&workshop, &dossier, &order, day.and_time(NaiveTime::MIN)).unwrap();
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "cp-2019-538-rapport.pdf",
            "cp-2019-538-projet-deliberation.pdf",
            "cp-2019-538-texte-annexe.pdf",
            "cp-2019-538-convention-exemplaires.pdf",
        ]
    );
    for file in &files {
        let bytes = std::fs::read(folder.path().join(&file.name)).unwrap();
        assert_eq!(pdf::check(&bytes), [], "{}", file.name);
    }
    let originals = files.last().unwrap();
    assert_eq!(originals.pages % 12, 0, "each original has the same pages");
}

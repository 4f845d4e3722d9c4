//! What the files of a dossier say, as a reader's program reads them: each file is exported by the product, passes our
//! checker and is kept for the judges, then is searched for values.

use crate::papers::{keep, workshop};
use crate::readers::{bare, words_of_structure};
use app::ExportOrder;
use chrono::{NaiveDate, NaiveDateTime};
use domain::dossier::Dossier;

/// A file that was made.
pub struct Said {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its words; none where poppler is not installed, which was said.
    pub words: String,
}

/// The first moment of a day.
///
/// # Panics
/// When it is no day (`2027-01-20`).
pub fn on(day: &str) -> NaiveDateTime {
    let day: NaiveDate = day.parse().expect("a day");
    day.and_time(chrono::NaiveTime::MIN)
}

/// The PDFs of a dossier, kept under `case`: all that it proposes, or those of these keys; then those of its shares.
///
/// # Panics
/// When one of them is refused.
#[track_caller]
pub fn made(case: &str, dossier: &Dossier, only: &[&str], day: &str) -> Vec<Said> {
    let folder = tempfile::tempdir().expect("a folder");
    let order = ExportOrder {
        out: folder.path().to_owned(),
        only: only.iter().map(|key| (*key).to_owned()).collect(),
        ..ExportOrder::default()
    };
    let told = |problem: &app::Problem| panic!("{case}: {}", app::fr::problem(problem));
    let mut files = app::export_dossier(workshop(), dossier, &order, on(day))
        .inspect_err(told)
        .expect("an export");
    let batch = app::export_shares(workshop(), dossier, &order, on(day))
        .inspect_err(told)
        .expect("an export of each");
    for share in batch.shares {
        files.extend(share.outcome.inspect_err(told).expect("a share"));
    }
    let names = files.into_iter().map(|file| file.name);
    let pages = names.filter(|name| name.ends_with(".pdf"));
    pages.map(|name| kept(case, folder.path(), name)).collect()
}

fn kept(case: &str, folder: &std::path::Path, name: String) -> Said {
    let bytes = std::fs::read(folder.join(&name)).expect("a made file reads");
    let file = keep(&format!("{case}/{name}"), &bytes);
    let words = words_of_structure(&file).unwrap_or_default();
    Said { name, bytes, words }
}

/// Words without their spaces and ends of lines, whatever their hyphens.
pub fn plain(words: &str) -> String {
    bare(words).replace(['\u{2011}', '-'], "")
}

/// The file whose name ends so says all of these, whatever the lines they were cut in.
///
/// # Panics
/// When there is no such file, or it does not say one of them.
#[track_caller]
pub fn says(files: &[Said], end: &str, values: &[&str]) {
    let named = |file: &&Said| file.name.ends_with(end);
    let Some(Said { name, words, .. }) = files.iter().find(named) else {
        let names: Vec<_> = files.iter().map(|file| &file.name).collect();
        panic!("no file ends by {end}: {names:#?}");
    };
    let found = plain(words);
    for value in values {
        let says = words.is_empty() || found.contains(&plain(value));
        assert!(says, "{name} does not say « {value} »: {words}");
    }
}

/// No file whose name ends so says any of these.
///
/// # Panics
/// When one does.
#[track_caller]
pub fn is_silent(files: &[Said], end: &str, values: &[&str]) {
    for Said { name, words, .. } in files.iter().filter(|file| file.name.ends_with(end)) {
        let found = plain(words);
        for value in values {
            assert!(!found.contains(&plain(value)), "{name} says « {value} »");
        }
    }
}

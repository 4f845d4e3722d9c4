//! The papers of a dossier, made by the same deed as the command's, and kept for the judges.
//!
//! Every PDF that a test makes goes through [`keep`]: our own checker reads it at once, and it is left in
//! `target/pdf/` where the reference validator reads it later.

use crate::{dossiers, house, readers};
use app::{ExportOrder, Problem, Workshop};
use domain::dossier::Dossier;
use domain::values::Date;
use layout::Pages;
use std::io::Write;
use std::path::PathBuf;
use std::sync::LazyLock;

/// The documents of the shipped modèle, in order.
pub const DOCUMENTS: [&str; 4] = [
    "note-synthese",
    "projet-deliberation",
    "texte-annexe",
    "convention",
];

static WORKSHOP: LazyLock<Workshop> = LazyLock::new(|| {
    Workshop::open(&[] as &[PathBuf]).expect("the shipped modèles and faces read")
});

/// The modèles and the faces, opened once for all tests of a program.
pub fn workshop() -> &'static Workshop {
    &WORKSHOP
}

/// How the papers are asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    /// Keys of the documents; all of [`DOCUMENTS`] when empty.
    pub only: &'a [&'a str],
    /// Whether each page says « PROJET » and nothing blocks.
    pub draft: bool,
    /// A file for each original.
    pub separate: bool,
}

/// A file that was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Makes the papers of a dossier, by the deed of the command.
///
/// # Errors
/// Those of the deed: what it refuses, and why.
///
/// # Panics
/// When a file that was made cannot be read back.
pub fn made(dossier: &Dossier, asked: Asked<'_>) -> Result<Vec<Paper>, Problem> {
    made_by(workshop(), dossier, asked)
}

/// [`made`], in this workshop.
///
/// # Errors
/// Those of the deed.
///
/// # Panics
/// When a file that was made cannot be read back.
pub fn made_by(
    workshop: &Workshop,
    dossier: &Dossier,
    asked: Asked<'_>,
) -> Result<Vec<Paper>, Problem> {
    let folder = tempfile::tempdir().expect("a folder");
    let only = if asked.only.is_empty() {
        &DOCUMENTS[..]
    } else {
        asked.only
    };
    let order = ExportOrder {
        out: folder.path().to_owned(),
        draft: asked.draft,
        only: only.iter().map(ToString::to_string).collect(),
        separate: asked.separate,
        ..ExportOrder::default()
    };
    let files = app::export_dossier(workshop, dossier, &order, dossiers::now())?;
    let paper = |name: String| {
        let bytes = std::fs::read(folder.path().join(&name)).expect("a made file reads");
        Paper { name, bytes }
    };
    Ok(files.into_iter().map(|file| paper(file.name)).collect())
}

/// Makes the documents of a dossier, and of each of its shares, into a folder, asked for as one likes; their names.
///
/// # Panics
/// When the deed refuses.
#[track_caller]
pub fn exported(
    dossier: &Dossier,
    out: &std::path::Path,
    asked: impl Fn(&mut ExportOrder),
) -> Vec<String> {
    let mut order = ExportOrder {
        out: out.to_owned(),
        ..ExportOrder::default()
    };
    asked(&mut order);
    let said = |problem: app::Problem| panic!("{}", app::fr::problem(&problem));
    let made = app::export_dossier(workshop(), dossier, &order, dossiers::now());
    let mut made = made.unwrap_or_else(said);
    let batch = app::export_shares(workshop(), dossier, &order, dossiers::now());
    for share in batch
        .unwrap_or_else(|problem| panic!("{}", app::fr::problem(&problem)))
        .shares
    {
        made.extend(share.outcome.unwrap_or_else(said));
    }
    made.into_iter().map(|file| file.name).collect()
}

/// The set pages of a document, filled for good when `draft` is false.
///
/// # Panics
/// When the modèle has no such document, or the dossier is refused.
pub fn pages(dossier: &Dossier, document: &str, draft: bool) -> Pages {
    let template = workshop().template(dossier).expect("the modèle is shipped");
    let today = Date::kept(dossiers::now().date()).expect("a day");
    let filled = if draft {
        template::draft(template, dossier, document, 1, today, true)
    } else {
        let ready = template::check(dossier, template, today).ready(&[document.to_owned()]);
        template::fill(template, &ready.expect("nothing blocks"), document, 1)
    };
    workshop().typeset(&filled.expect("the document fills"))
}

/// Where PDFs wait for the judges: `CONVENT_PDFS`, else `target/pdf` of the project.
pub fn waiting_room() -> PathBuf {
    let given = std::env::var_os("CONVENT_PDFS").map(PathBuf::from);
    given.unwrap_or_else(|| house::root().join("target/pdf"))
}

/// Reads a PDF with our own checker, qpdf and poppler, and leaves it for the reference validator under this name,
/// which may be a path.
///
/// # Panics
/// When one of them finds a flaw, or the file cannot be left.
#[track_caller]
pub fn keep(name: &str, bytes: &[u8]) -> PathBuf {
    sound(name, bytes);
    let file = waiting_room().join(name);
    std::fs::create_dir_all(file.parent().unwrap_or(&file)).expect("a folder for the judges");
    // Put there at once: another test may be reading the same file.
    let folder = file.parent().unwrap_or(&file);
    let mut beside = tempfile::NamedTempFile::new_in(folder).expect("a file beside");
    beside.write_all(bytes).expect("a PDF is written");
    beside.persist(&file).expect("a PDF is left for the judges");
    readers::no_complaint(&file);
    file
}

/// Reads a PDF with our own checker alone: for those too many to be left to the judges.
///
/// # Panics
/// When it finds a flaw.
#[track_caller]
pub fn sound(name: &str, bytes: &[u8]) {
    let flaws: Vec<String> = pdf::check(bytes).iter().map(ToString::to_string).collect();
    assert!(flaws.is_empty(), "{name}: {flaws:#?}");
}

//! Checks a dossier that is not in the store: the command's « check ».

use crate::view::{self, FindingView};
use crate::{Problem, Workshop, fr, today};
use chrono::NaiveDateTime;
use domain::dossier::Dossier;
use std::path::Path;

/// The largest file that is read as a dossier, in bytes.
const LARGEST: u64 = 10_000_000;

/// What the vérification found.
#[derive(Debug)]
pub struct Checked {
    /// The findings.
    pub findings: Vec<FindingView>,
    /// The labels of what is left to be filled by hand.
    pub blanks: Vec<String>,
}

/// Reads a dossier's file.
///
/// # Errors
/// The file is absent, too large, not text, or is no dossier: everything wrong at once.
pub fn read_dossier_file(file: &Path) -> Result<Dossier, Problem> {
    let unread = |source| Problem::File {
        file: file.to_owned(),
        source,
    };
    let size = std::fs::metadata(file).map_err(unread)?.len();
    if size > LARGEST {
        return Err(Problem::TooLong {
            length: usize::try_from(size).unwrap_or(usize::MAX),
        });
    }
    let bytes = std::fs::read(file).map_err(unread)?;
    let text = String::from_utf8(bytes).map_err(|_| Problem::FileKind {
        file: file.to_owned(),
        expected: "texte UTF-8",
    })?;
    format::read(&text).map_err(|errors| Problem::Format { errors })
}

/// Checks a dossier.
///
/// # Errors
/// Its modèle is unknown.
pub fn check_dossier(
    workshop: &Workshop,
    dossier: &Dossier,
    now: NaiveDateTime,
) -> Result<Checked, Problem> {
    let template = workshop.template_of_file(dossier)?;
    let sheet = template::check(dossier, template, today(now)?);
    let blanks = sheet
        .blanks
        .iter()
        .map(|blank| fr::label(template, &blank.path))
        .collect();
    Ok(Checked {
        findings: view::findings(template, &sheet),
        blanks,
    })
}

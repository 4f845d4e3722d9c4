//! Checks a dossier that is not in the store: the command's « check ».

use crate::view::{self, FindingView};
use crate::{Problem, Workshop, fr, today};
use chrono::NaiveDateTime;
use domain::dossier::Dossier;
use std::path::Path;

/// What the vérification found.
#[derive(Debug)]
pub struct Checked {
    /// The findings.
    pub findings: Vec<FindingView>,
    /// Whether one of the documents would be refused: a finding blocks, or one « à vérifier » has no reason.
    pub refused: bool,
    /// What is left to be filled by hand: label and field.
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
    let about = std::fs::metadata(file).map_err(unread)?;
    if about.is_dir() {
        let (file, expected) = (file.to_owned(), "fichier de dossier (.json)");
        return Err(Problem::FileKind { file, expected });
    }
    too_big(about.len())?;
    let bytes = std::fs::read(file).map_err(unread)?;
    let text = String::from_utf8(bytes).map_err(|_| Problem::FileKind {
        file: file.to_owned(),
        expected: "texte UTF-8",
    })?;
    format::read(&text).map_err(|errors| Problem::Format { errors })
}

fn too_big(size: u64) -> Result<(), Problem> {
    let bytes = usize::try_from(size).unwrap_or(usize::MAX);
    if bytes <= format::MOST_BYTES {
        return Ok(());
    }
    let what = format::What::TooBig {
        bytes,
        most: format::MOST_BYTES,
    };
    let path = domain::record::Path::new("");
    Err(Problem::Format {
        errors: vec![format::FormatError {
            path,
            line: None,
            what,
        }],
    })
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
        .map(|blank| format!("{} ({})", fr::label(template, &blank.path), blank.path))
        .collect();
    // As an export would do: what one may do without stops nothing else.
    let proposed = sheet.proposed(template);
    Ok(Checked {
        refused: sheet.ready(&proposed).is_err(),
        findings: view::findings(template, &sheet),
        blanks,
    })
}

//! Shows the tags of a PDF that was made: what a screen reader goes through. The command's « tags ».

use crate::Problem;
use pdf::Untagged;
use std::path::Path;

/// The tags of a PDF's file, an element a line, deeper ones further in, each with its words.
///
/// # Errors
/// The file is absent, does not read, is no PDF, or has no tags.
pub fn tags_of_file(file: &Path) -> Result<String, Problem> {
    let unread = |source| Problem::File {
        file: file.to_owned(),
        source,
    };
    let kind = |expected| Problem::FileKind {
        file: file.to_owned(),
        expected,
    };
    if std::fs::metadata(file).map_err(unread)?.is_dir() {
        return Err(kind("fichier PDF"));
    }
    let bytes = std::fs::read(file).map_err(unread)?;
    pdf::tags(&bytes).map_err(|untagged| match untagged {
        Untagged::NoPdf => kind("fichier PDF"),
        Untagged::NoStructure => kind("PDF balisé"),
    })
}

//! What the made files say, read by a program that is not ours.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The PDF files of a folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder");
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.retain(|file| file.extension().is_some_and(|end| end == "pdf"));
    files.sort();
    files
}

/// The text of a PDF, as `pdftotext` reads it.
pub fn text(file: &Path) -> String {
    let done = Command::new("pdftotext")
        .args(["-raw"])
        .arg(file)
        .arg("-")
        .output();
    let done = done.expect("pdftotext (poppler-utils)");
    assert!(done.status.success(), "{}: {done:?}", file.display());
    String::from_utf8(done.stdout).expect("UTF-8")
}

/// The text of a PDF with its boxes, « ☒ » ticked and « ☐ » empty, in the order of a screen reader. Boxes are drawings
/// with an alternative text, which `pdftotext` leaves out: the command reads the tags of the file.
pub fn boxes(file: &Path) -> String {
    let folder = file.parent().expect("a folder");
    let said = tests::command::run(folder, &["tags", &file.to_string_lossy()]);
    assert_eq!(said.code, 0, "{}", said.shown());
    let line = |line: &str| match line {
        line if line.contains("Alt=(case cochée)") => "☒".to_owned(),
        line if line.contains("Alt=(case non cochée)") => "☐".to_owned(),
        line => between(line, '«', '»').unwrap_or_default().to_owned(),
    };
    said.out.lines().map(line).collect()
}

/// What stands between the first of one sign and the last of another.
fn between(line: &str, open: char, close: char) -> Option<&str> {
    let (_, rest) = line.split_once(open)?;
    rest.rsplit_once(close).map(|(inside, _)| inside)
}

/// Text without what typesetting changes: spaces of any kind, ends of lines, hyphens, capitals of family names.
pub fn bare(text: &str) -> String {
    let moved = |sign: char| {
        sign.is_whitespace() || matches!(sign, '-' | '\u{ad}' | '\u{2010}' | '\u{2011}')
    };
    text.to_lowercase()
        .chars()
        .filter(|sign| !moved(*sign))
        .collect()
}

/// Leaves copies where every PDF is judged, if `CONVENT_PDFS` says where.
pub fn keep_for_judges(files: &[PathBuf]) {
    let Some(folder) = std::env::var_os("CONVENT_PDFS").map(PathBuf::from) else {
        return;
    };
    std::fs::create_dir_all(&folder).expect("the judges' folder");
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        std::fs::copy(file, folder.join(format!("journey-{name}"))).expect("a copy");
    }
}

//! What one word, or a few of them, is read as: a file, a list, a day.

use chrono::NaiveDate;
use lexopt::Parser;
use std::ffi::OsString;
use std::path::PathBuf;

/// The dossiers that are given: one at least.
pub(super) fn some(files: Vec<PathBuf>) -> Result<Vec<PathBuf>, String> {
    if files.is_empty() {
        Err("Un fichier de dossier (.json) est attendu.".to_owned())
    } else {
        Ok(files)
    }
}

/// The folders after `--check`: the first, then the free words.
pub(super) fn checked(check: Vec<PathBuf>, more: Vec<PathBuf>) -> Vec<PathBuf> {
    if check.is_empty() {
        check
    } else {
        check.into_iter().chain(more).collect()
    }
}

/// The only dossier.
pub(super) fn one_dossier(files: Vec<PathBuf>) -> Result<PathBuf, String> {
    <[PathBuf; 1]>::try_from(files)
        .map(|[file]| file)
        .map_err(|_| "« convent text » attend un fichier de dossier (.json), un seul.".to_owned())
}

/// The only document.
pub(super) fn one_document(only: Vec<String>) -> Result<String, String> {
    <[String; 1]>::try_from(only).map(|[key]| key).map_err(|_| {
        "--only est attendu : le document, un seul (deliberation, note-synthese…).".to_owned()
    })
}

/// The only PDF.
pub(super) fn one_pdf(files: Vec<PathBuf>) -> Result<PathBuf, String> {
    <[PathBuf; 1]>::try_from(files)
        .map(|[file]| file)
        .map_err(|_| "« convent tags » attend un fichier PDF, un seul.".to_owned())
}

/// What comes after an option.
pub(super) fn value(parser: &mut Parser, option: &str) -> Result<OsString, String> {
    parser
        .value()
        .map_err(|_| format!("{option} attend une valeur."))
}

/// Words between commas.
pub(super) fn list(words: &str) -> Vec<String> {
    words
        .split(',')
        .map(|word| word.trim().to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}

/// A day, as `2026-11-22`.
pub(super) fn day(word: &str) -> Result<NaiveDate, String> {
    NaiveDate::parse_from_str(word, "%Y-%m-%d")
        .map_err(|_| format!("--date attend une date comme 2026-11-22, pas « {word} »."))
}

/// A word as text.
pub(super) fn text(word: &std::ffi::OsStr) -> String {
    word.to_string_lossy().into_owned()
}

//! What stands set (`assets/standing/`) is what would be set today: made again from the modèles and the examples, and
//! compared to the byte. `UPDATE_EXPECT=1` writes it anew, which any change of the modèles, the faces or the layout asks
//! for; `cargo xtask golden` does so before the rest.

use domain::values::Date;
use layout::{Gathered, Memo};
use serde_json::Value;
use std::path::PathBuf;
use template::{Form, draft};
use tests::dossiers::{now, shipped};
use tests::house;
use tests::papers::workshop;

fn file() -> PathBuf {
    house::root().join("assets/standing/standing.bin")
}

/// The dossiers that come with the program, by name.
fn examples() -> Vec<String> {
    let files = house::entries(&house::root().join("assets/examples"));
    let names = files.iter().filter_map(|file| {
        let name = file.file_name()?.to_str()?;
        name.strip_suffix(".json").map(str::to_owned)
    });
    names.collect()
}

/// What an example says of itself: names, numbers, addresses, as [`bare`] words. Keys of choices have no capital.
fn said(value: &Value) -> Vec<String> {
    match value {
        Value::String(text)
            if text.contains(|sign: char| sign.is_uppercase() || sign.is_numeric()) =>
        {
            Vec::from_iter(Some(bare(text)).filter(|bare| bare.chars().count() > 3))
        }
        Value::String(text) if text.contains('@') => vec![bare(text)],
        Value::Array(items) => items.iter().flat_map(said).collect(),
        Value::Object(entries) => entries.values().flat_map(said).collect(),
        _ => Vec::new(),
    }
}

/// Letters and figures alone: a value may have been cut at the end of a line.
fn bare(words: &str) -> String {
    words
        .chars()
        .filter(|sign| sign.is_alphanumeric())
        .collect()
}

/// Sets the pages of every document of an example, nothing standing, and gathers.
fn gather(name: &str, gathered: &mut Gathered) {
    let dossier = shipped(name);
    let theirs = said(&serde_json::from_str(&format::write(&dossier)).expect("an example is JSON"));
    let template = workshop().template(&dossier).expect("a shipped modèle");
    let today = Date::kept(now().date()).expect("a day");
    let documents = template.documents_of(&dossier).into_iter();
    for declared in documents.filter(|declared| declared.form == Form::Pages) {
        let document = draft(template, &dossier, &declared.key, 1, today, false);
        let mut memo = Memo::default();
        layout::typeset(
            &document.expect("an example fills"),
            workshop().fonts(),
            &mut memo,
        );
        memo.gather(gathered, |words| {
            let words = bare(words);
            theirs.iter().any(|theirs| words.contains(theirs))
        });
    }
}

#[test]
fn what_stands_is_what_would_be_set() {
    let mut gathered = Gathered::default();
    for name in examples() {
        gather(&name, &mut gathered);
    }
    let table = gathered.bytes();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(file(), &table).expect("the table is written");
    }
    let kept = std::fs::read(file()).expect("the table reads");
    assert!(
        kept == table,
        "assets/standing/standing.bin is no longer what is set: cargo xtask golden"
    );
}

//! What stands set (`assets/standing/`) is what would be set today: made again from the modèles and the examples, and
//! compared to the byte. `UPDATE_EXPECT=1` writes it anew, which any change of the modèles, the faces or the layout asks
//! for; `cargo xtask golden` does so before the rest.

use domain::values::Date;
use layout::{Gathered, Memo};
use pdf::GatheredFaces;
use serde_json::Value;
use template::{Form, draft};
use tests::dossiers::{now, shipped};
use tests::house;
use tests::papers::workshop;

/// Signs that a name, an address or an amount may have, beside those of the examples.
const NAMES: &str = "abcdefghijklmnopqrstuvwxyzàâçéèêëîïôùûüœABCDEFGHIJKLMNOPQRSTUVWXYZÀÂÇÉÈÊÎÔŒ0123456789’-.,:;()/«»°€@&+%";

/// Compares a table with what it would be; writes it first when that is asked.
#[track_caller]
fn check(name: &str, table: &[u8]) {
    let file = house::root().join("assets/standing").join(name);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&file, table).expect("the table is written");
    }
    let kept = std::fs::read(&file).expect("the table reads");
    let same = kept == table;
    assert!(
        same,
        "assets/standing/{name} is no longer what is set: cargo xtask golden"
    );
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
fn gather(name: &str, gathered: &mut Gathered, faces: &mut GatheredFaces) {
    let dossier = shipped(name);
    let theirs = said(&serde_json::from_str(&format::write(&dossier)).expect("an example is JSON"));
    let template = workshop().template(&dossier).expect("a shipped modèle");
    let today = Date::kept(now().date()).expect("a day");
    let documents = template.documents_of(&dossier).into_iter();
    for declared in documents.filter(|declared| declared.form == Form::Pages) {
        let document = draft(template, &dossier, &declared.key, 1, today, false);
        let mut memo = Memo::default();
        let document = document.expect("an example fills");
        faces.add(&layout::typeset(&document, workshop().fonts(), &mut memo));
        memo.gather(gathered, |words| {
            let words = bare(words);
            theirs.iter().any(|theirs| words.contains(theirs))
        });
    }
}

#[test]
fn what_stands_is_what_would_be_set() {
    let (mut gathered, mut faces) = (Gathered::default(), GatheredFaces::default());
    for name in examples() {
        gather(&name, &mut gathered, &mut faces);
    }
    let fonts = workshop().fonts();
    NAMES.chars().for_each(|sign| faces.add_sign(sign, fonts));
    check("standing.bin", &gathered.bytes());
    check("faces.bin", &faces.bytes(fonts).expect("the faces cut"));
}

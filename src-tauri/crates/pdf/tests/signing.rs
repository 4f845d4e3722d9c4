//! Fields for signatures: none unless asked for; then one for each signatory in each original, sound by our own
//! checker, left for the reference validator, and nothing else of the file changes.

#![allow(clippy::unwrap_used)] // A test may panic, its helpers too.

mod blocks;
mod sample;

use blocks::whole;
use layout::{Memo, typeset};
use lopdf::{Document, Object};
use pdf::{About, Originals, Rule};
use sample::{about, fonts, keep};

fn written(signature_fields: bool) -> Vec<u8> {
    let fonts = fonts();
    let pages = typeset(&whole(2, true), &fonts, &mut Memo::default());
    let about = About {
        signature_fields,
        ..about(Originals::All)
    };
    pdf::write(&pages, &fonts, &about).unwrap()
}

#[test]
fn a_field_for_each_signatory_of_each_original() {
    let bytes = written(true);
    keep("signature-fields.pdf", &bytes);
    assert_eq!(pdf::check(&bytes), []);
    let tags = pdf::tags(&bytes).unwrap();
    let forms: Vec<&str> = tags
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with("Form"))
        .collect();
    assert_eq!(
        forms,
        [
            "Form → Exemplaire 1, signature : Pour la commune",
            "Form → Exemplaire 1, signature : Pour l’académie",
            "Form → Exemplaire 2, signature : Pour la commune",
            "Form → Exemplaire 2, signature : Pour l’académie",
        ]
    );
}

#[test]
fn without_them_the_file_has_no_form_and_the_same_words() {
    let (with, without) = (
        pdf::tags(&written(true)).unwrap(),
        pdf::tags(&written(false)).unwrap(),
    );
    let words = |tags: &str| {
        tags.lines()
            .filter(|line| !line.trim().starts_with("Form"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(words(&with), words(&without));
    assert!(!without.contains("Form"));
    let file = Document::load_mem(&written(false)).unwrap();
    assert!(!file.catalog().unwrap().has(b"AcroForm"));
}

#[test]
fn a_field_without_words_name_or_appearance_is_a_flaw() {
    for key in ["TU", "AP", "T", "StructParent", "F"] {
        let mut file = Document::load_mem(&written(true)).unwrap();
        let mut all = file
            .objects
            .values_mut()
            .filter_map(|object| object.as_dict_mut().ok());
        let widget = all.find(|entries| {
            entries
                .get(b"FT")
                .and_then(Object::as_name)
                .is_ok_and(|kind| kind == b"Sig")
        });
        widget.unwrap().remove(key.as_bytes());
        let mut bytes = Vec::new();
        file.save_to(&mut bytes).unwrap();
        let rules: Vec<Rule> = pdf::check(&bytes)
            .into_iter()
            .map(|flaw| flaw.rule)
            .collect();
        assert!(rules.contains(&Rule::Field), "{key}: {rules:?}");
    }
}

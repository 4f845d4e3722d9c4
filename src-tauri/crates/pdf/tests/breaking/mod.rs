//! A sound file, and how one thing in it is broken.

#![allow(dead_code, clippy::unwrap_used)] // Each test uses what it needs of it, and a test may panic.

use crate::sample::{about, sample};
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};
use pdf::{Originals, Rule};
use std::collections::BTreeSet;

/// The sound file.
pub fn sound() -> Vec<u8> {
    let (pages, fonts) = sample();
    pdf::write(&pages, &fonts, &about(Originals::All)).unwrap()
}

/// The rules that a file breaks.
pub fn rules(bytes: &[u8]) -> BTreeSet<Rule> {
    pdf::check(bytes)
        .into_iter()
        .map(|flaw| flaw.rule)
        .collect()
}

/// Breaks one thing; the rules that are then broken are these, and no others.
#[track_caller]
pub fn check(expected: &[Rule], breaking: impl FnOnce(&mut Document)) {
    let mut file = Document::load_mem(&sound()).unwrap();
    breaking(&mut file);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    // lopdf writes a mark of its own on the second line.
    let mut found = rules(&bytes);
    found.remove(&Rule::Header);
    assert_eq!(
        found,
        expected.iter().copied().collect(),
        "{:#?}",
        pdf::check(&bytes)
    );
}

/// Breaks the operators of the first page's body.
#[track_caller]
pub fn check_body(expected: &[Rule], breaking: impl FnOnce(&mut Vec<Operation>)) {
    check(expected, |file| {
        let body = streams(file)[0];
        change_stream(file, body, breaking);
    });
}

/// The streams of the first page: the body, then its furniture.
pub fn streams(file: &Document) -> Vec<ObjectId> {
    let page = file.get_dictionary(page(file)).unwrap();
    let streams = page.get(b"Contents").unwrap().as_array().unwrap();
    streams
        .iter()
        .map(|stream| stream.as_reference().unwrap())
        .collect()
}

/// Changes the operators of a stream.
pub fn change_stream(
    file: &mut Document,
    id: ObjectId,
    breaking: impl FnOnce(&mut Vec<Operation>),
) {
    let stream = file.get_object_mut(id).unwrap().as_stream_mut().unwrap();
    let mut content = Content::decode(&stream.decompressed_content().unwrap()).unwrap();
    breaking(&mut content.operations);
    stream.set_plain_content(content.encode().unwrap());
}

/// The first page.
pub fn page(file: &Document) -> ObjectId {
    file.page_iter().next().unwrap()
}

/// The catalogue.
pub fn catalogue(file: &mut Document) -> &mut Dictionary {
    file.catalog_mut().unwrap()
}

/// The first element of a type.
pub fn element<'a>(file: &'a mut Document, kind: &str) -> &'a mut Dictionary {
    of(file, b"S", kind)
}

/// The first dictionary with this name under this key.
pub fn of<'a>(file: &'a mut Document, key: &[u8], name: &str) -> &'a mut Dictionary {
    let is = |object: &Object| {
        let entries = object.as_dict().ok();
        entries.and_then(|entries| entries.get(key).ok()?.as_name().ok()) == Some(name.as_bytes())
    };
    let mut all = file.objects.values_mut();
    all.find(|object| is(object))
        .unwrap()
        .as_dict_mut()
        .unwrap()
}

/// Whether it is this operator.
pub fn is(operation: &Operation, operator: &str) -> bool {
    operation.operator == operator
}

//! Writes a dossier: the same dossier always gives the same text, keys in the order declared.

use crate::json::Json;
use crate::{VERSION, key};
use domain::dossier::{Dossier, TemplateRef};
use domain::record::{Items, Part, Path, Record};
use std::collections::BTreeMap;

/// The JSON text of a dossier. What is empty is left out; it reads back as the same dossier.
pub fn write(dossier: &Dossier) -> String {
    text(dossier, &dossier.answers, false)
}

/// The JSON text of a dossier to be filled in an editor: every field is there, empty ones as `""`, and so is
/// every one of these questions of the modèle. Lists show the items that the dossier has.
pub fn form<'k>(dossier: &Dossier, questions: impl IntoIterator<Item = &'k str>) -> String {
    let mut answers = dossier.answers.clone();
    for question in questions {
        answers.entry(question.to_owned()).or_default();
    }
    text(dossier, &answers, true)
}

fn text(dossier: &Dossier, answers: &BTreeMap<String, String>, whole: bool) -> String {
    Json::record(|json| put_dossier(json, dossier, answers, whole))
}

/// The dossier that this one follows stands last, whole, as a file of its own.
fn put_dossier(
    json: &mut Json,
    dossier: &Dossier,
    answers: &BTreeMap<String, String>,
    whole: bool,
) {
    json.member(key::FORMAT, |json| json.put_number(VERSION.into()));
    put_template(json, &dossier.template);
    put_fields(json, &dossier.sheet, whole);
    if !answers.is_empty() {
        json.record_member(key::ANSWERS, |json| put_answers(json, answers));
    }
    if !dossier.by_hand.is_empty() {
        json.list_member(key::BY_HAND, |json| put_paths(json, &dossier.by_hand));
    }
    if let Some(before) = &dossier.before {
        json.record_member(key::BEFORE, |json| {
            put_dossier(json, before, &before.answers, false);
        });
    }
}

fn put_template(json: &mut Json, template: &TemplateRef) {
    json.record_member(key::TEMPLATE, |json| {
        json.text_member(key::TEMPLATE_ID, &template.id);
        json.member(key::TEMPLATE_VERSION, |json| {
            json.put_number(template.version.into())
        });
    });
}

fn put_answers(json: &mut Json, answers: &BTreeMap<String, String>) {
    answers
        .iter()
        .for_each(|(key, answer)| json.text_member(key, answer));
}

/// In the order of their texts, which is the order they are read back in.
fn put_paths(json: &mut Json, paths: &[Path]) {
    let mut paths: Vec<&str> = paths.iter().map(Path::as_str).collect();
    paths.sort_unstable();
    paths.dedup();
    paths.iter().for_each(|path| json.text_item(path));
}

fn put_fields(json: &mut Json, record: &dyn Record, whole: bool) {
    for field in record.shape().fields {
        match record.part(field.key) {
            Some(Part::Leaf(leaf)) if whole || !leaf.is_empty() => {
                json.text_member(field.key, &leaf.typed())
            }
            Some(Part::Record(below)) if whole || !is_empty(below) => {
                json.record_member(field.key, |json| put_fields(json, below, whole));
            }
            Some(Part::List(items)) if whole || !items.ids().is_empty() => {
                json.list_member(field.key, |json| put_items(json, items, whole));
            }
            _ => {}
        }
    }
}

/// An id that says no more than the rank is left out: it comes back on reading.
fn put_items(json: &mut Json, items: &dyn Items, whole: bool) {
    for (rank, id) in (1usize..).zip(items.ids()) {
        let Some(item) = items.item(id.as_str()) else {
            continue;
        };
        json.record_item(|json| {
            if id.as_str() != rank.to_string() {
                json.text_member(key::ITEM_ID, id.as_str());
            }
            put_fields(json, item, whole);
        });
    }
}

fn is_empty(record: &dyn Record) -> bool {
    record
        .shape()
        .fields
        .iter()
        .all(|field| match record.part(field.key) {
            Some(Part::Leaf(leaf)) => leaf.is_empty(),
            Some(Part::Record(below)) => is_empty(below),
            Some(Part::List(items)) => items.ids().is_empty(),
            None => true,
        })
}

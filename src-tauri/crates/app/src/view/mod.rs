//! A dossier as the window shows it: everything in words, nothing left to compute.

mod dossier;
pub(crate) mod field;
mod findings;
pub(crate) mod forms;
mod gestures;
mod known;
pub(crate) mod members;
mod parties;
mod schools;
pub(crate) mod sections;
pub(crate) mod seen;
mod sequel;
pub(crate) mod shares;
pub(crate) mod states;
mod table;
pub(crate) mod types;

pub(crate) use dossier::dossier;
pub(crate) use findings::{findings, view as finding};
pub use gestures::{Gesture, Typed};
pub(crate) use known::View;
pub use types::*;

use domain::entry::Kind;
use template::{Asked, Question, Template};

/// The choices of a modèle's question.
pub(crate) fn question_choices(question: &Question) -> Vec<Choice> {
    match &question.kind {
        Asked::One(kind) => field::choices(*kind),
        Asked::Choice(choices) => choices
            .iter()
            .map(|(key, label)| Choice {
                key: key.clone(),
                label: label.clone(),
            })
            .collect(),
    }
}

/// The kind of a modèle's question; the choices of one that has its own are told beside it.
pub(crate) fn question_kind(question: &Question) -> Kind {
    match &question.kind {
        Asked::One(kind) => *kind,
        Asked::Choice(_) => Kind::Choice(&[]),
    }
}

/// The keys of the columns of a list, as its grid shows them; all of its fields when it has no grid.
pub(crate) fn grid_keys(
    template: &Template,
    (list, part): (&str, &str),
    shape: &'static domain::record::RecordShape,
) -> Vec<&'static str> {
    let columns = match (list, template.party(part)) {
        (schools::LIST, _) => schools::columns(template),
        (members::LIST, Some(party)) => members::columns(template, party),
        _ => return shape.fields.iter().map(|field| field.key).collect(),
    };
    columns.iter().map(|(key, _, _)| *key).collect()
}

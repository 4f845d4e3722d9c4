//! A dossier as the window shows it: everything in words, nothing left to compute.

mod dossier;
pub(crate) mod field;
mod findings;
pub(crate) mod forms;
mod gestures;
mod parties;
mod schools;
pub(crate) mod sections;
pub(crate) mod seen;
pub(crate) mod states;
pub(crate) mod types;

pub(crate) use dossier::{View, dossier};
pub(crate) use findings::{findings, view as finding};
pub use gestures::{Gesture, Typed};
pub use types::*;

use domain::entry::Kind;
use template::{Asked, Question};

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

/// The keys of a list's columns, as its grid shows them; all of its fields when it has no grid.
pub(crate) fn grid_keys(
    list: &str,
    shape: &'static domain::record::RecordShape,
) -> Vec<&'static str> {
    match list {
        "ecoles" => forms::SCHOOLS.iter().map(|(key, _, _)| *key).collect(),
        _ => shape.fields.iter().map(|field| field.key).collect(),
    }
}

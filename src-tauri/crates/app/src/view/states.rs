//! States in a glance: of a section for the rail, of a dossier for the list.

use super::seen::Seen;
use super::types::{FieldState, Group};
use crate::fr;
use domain::findings::Severity;
use domain::record::Path;
use template::{Placed, Template};

/// A state and its words.
pub struct Summary {
    /// The state.
    pub state: FieldState,
    /// « à compléter : 2 ».
    pub words: String,
}

/// How many findings of each weight, reasons counted off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// What blocks.
    pub blocking: usize,
    /// What is missing.
    pub missing: usize,
    /// What is to be looked at.
    pub to_verify: usize,
}

impl Counts {
    /// Counts some findings.
    pub fn of<'a>(findings: impl Iterator<Item = &'a Placed>) -> Self {
        let mut counts = Self::default();
        for placed in findings {
            match placed.finding.severity {
                Severity::Blocking if fr::is_missing(placed) => counts.missing += 1,
                Severity::Blocking => counts.blocking += 1,
                Severity::ToVerify if placed.reason.is_none() => counts.to_verify += 1,
                _ => {}
            }
        }
        counts
    }

    /// The worst of them, in words; done when there is none.
    pub fn summary(self) -> Summary {
        let (state, words) = match self {
            Self {
                blocking: n @ 1.., ..
            } => (FieldState::Bloquant, format!("bloquant\u{a0}: {n}")),
            Self {
                missing: n @ 1.., ..
            } => (FieldState::ACompleter, format!("à compléter\u{a0}: {n}")),
            Self {
                to_verify: n @ 1.., ..
            } => (FieldState::AVerifier, format!("à vérifier\u{a0}: {n}")),
            _ => (FieldState::Complet, "complet".to_owned()),
        };
        Summary { state, words }
    }
}

/// The state of a section: « vide » while nothing was typed in it and something is missing.
pub fn of_section(seen: &Seen<'_>, key: &str, groups: &[Group]) -> Summary {
    let mine = seen
        .findings
        .iter()
        .filter(|placed| section_of(seen.template, placed.finding.path.as_ref()) == key);
    let summary = Counts::of(mine).summary();
    let untouched = groups.iter().all(|group| {
        group.fields.iter().all(|field| field.typed.is_empty())
            && group.list.as_ref().is_none_or(|list| list.items.is_empty())
    });
    if untouched && summary.state == FieldState::ACompleter {
        return Summary {
            state: FieldState::Vide,
            words: "vide".to_owned(),
        };
    }
    summary
}

/// The section in which a field is; empty when it is in none.
pub fn section_of(template: &Template, path: Option<&Path>) -> String {
    let Some(path) = path else {
        return String::new();
    };
    match path.head() {
        "signataires" | "collectivite" | "academie" => "parties".to_owned(),
        "ecoles" => "ecoles".to_owned(),
        "contacts" => "contacts".to_owned(),
        "deliberation" => "deliberation".to_owned(),
        "champs" => template
            .questions
            .iter()
            .find(|question| question.key == path.last())
            .map(|question| question.section.clone())
            .unwrap_or_default(),
        _ => "convention".to_owned(),
    }
}

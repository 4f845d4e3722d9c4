//! A finding in its place: the documents it concerns, the article, the reason that passes it.

use crate::DocumentKey;
use domain::dossier::Dossier;
use domain::findings::{Finding, Severity};
use domain::record::Path;
use domain::rules::fault::Fault;

/// A finding, and where it counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// What was found.
    pub finding: Finding,
    /// The documents that it blocks or concerns.
    pub documents: Vec<DocumentKey>,
    /// Where the field is printed first: « article 11 », « annexe 1 »; empty when nothing prints it.
    pub article: String,
    /// The written reason that passes it, when there is one.
    pub reason: Option<String>,
}

impl Placed {
    /// Takes over the documents of the same finding, told again by another document.
    pub(super) fn join(&mut self, again: Self) {
        for document in again.documents {
            if !self.documents.contains(&document) {
                self.documents.push(document);
            }
        }
        if self.article.is_empty() {
            self.article = again.article;
        }
        self.finding.severity = self.finding.severity.min(again.finding.severity);
    }
}

/// A field left to be filled by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blank {
    /// The field.
    pub path: Path,
    /// The documents where it is a dotted line.
    pub documents: Vec<DocumentKey>,
    /// Where it is first: « signatures ».
    pub article: String,
}

/// The state of one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct DocState {
    /// Whether the dossier needs it.
    pub required: bool,
    /// Whether it is made in originals.
    pub originals: bool,
    /// Findings that block it.
    pub blocking: usize,
    /// Findings « à vérifier » without a written reason.
    pub to_verify_without_reason: usize,
    /// Findings « à vérifier » that a written reason passes.
    pub to_verify_with_reason: usize,
    /// Pieces of advice.
    pub advice: usize,
    /// Fields left to be filled by hand.
    pub by_hand: usize,
}

impl DocState {
    /// What the findings say of a document.
    pub(super) fn of(findings: &[Placed], document: &str) -> Self {
        let mut state = Self::default();
        for placed in findings
            .iter()
            .filter(|placed| placed.documents.iter().any(|key| key == document))
        {
            let count = match (placed.finding.severity, &placed.reason) {
                (Severity::Blocking, _) => &mut state.blocking,
                (Severity::ToVerify, None) => &mut state.to_verify_without_reason,
                (Severity::ToVerify, Some(_)) => &mut state.to_verify_with_reason,
                (Severity::Advice, _) => &mut state.advice,
            };
            *count += 1;
        }
        state
    }

    /// Whether it can be made for good.
    pub fn is_ready(&self) -> bool {
        self.blocking == 0 && !(self.originals && self.to_verify_without_reason > 0)
    }
}

/// What keeps documents from being made for good.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The findings that refuse, all at once.
    pub findings: Vec<Placed>,
    /// Documents asked for that the modèle does not have.
    pub unknown: Vec<DocumentKey>,
}

impl Refusal {
    pub(super) fn is_nothing(&self) -> bool {
        self.findings.is_empty() && self.unknown.is_empty()
    }
}

/// A fault of structure: no field is to blame.
pub(super) fn structural(
    code: &str,
    sentence: String,
    document: &DocumentKey,
    article: String,
) -> Placed {
    let told = (Severity::Blocking, code, sentence);
    told_of(None, told, (vec![document.clone()], article))
}

/// What is told of a field in a sentence of its own: its weight, its code, its words; the documents that it concerns, and
/// the article where it is printed.
pub(super) fn told_of(
    path: Option<Path>,
    (severity, code, sentence): (Severity, &str, String),
    (documents, article): (Vec<DocumentKey>, String),
) -> Placed {
    let fault = Fault::Template {
        code: code.to_owned(),
        sentence,
    };
    let finding = Finding {
        fault,
        severity,
        path,
        law: "",
    };
    Placed {
        finding,
        documents,
        article,
        reason: None,
    }
}

/// The reason written for a finding, kept under its code and its field.
pub(super) fn reason(dossier: &Dossier, finding: &Finding) -> Option<String> {
    let (code, path) = finding.key();
    let mut reasons = dossier.sheet.reasons.iter().map(|item| &item.value);
    let same = |reason: &&domain::dossier::Reason| {
        let of_code = reason
            .code
            .value()
            .is_some_and(|said| said.as_str() == code);
        of_code && reason.path.value().map_or("", |said| said.as_str()) == path
    };
    reasons
        .find(same)
        .and_then(|reason| reason.reason.value())
        .map(|text| text.as_str().to_owned())
}

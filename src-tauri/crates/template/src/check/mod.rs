//! The vérification: a dossier against a modèle. What the documents print and is missing, the modèle's own
//! rules, the rules of law, each with the documents it concerns and the article where the field is printed.
//!
//! The documents are filled to see what they print: so the answer cannot differ from the pages.

mod fits;
mod keys;
mod placed;
mod printed;
mod rules;
mod sequel;
mod shares;
mod term;
mod told;

pub use placed::{Blank, DocState, Placed, Refusal};
use printed::Printed;

use crate::DocumentKey;
use crate::declared::{Copies, DocumentDecl, Template};
use crate::ready::Ready;
use crate::values::{DocumentFacts, Facts, Scope};
use domain::dossier::{ANSWERS, Dossier};
use domain::findings::{Finding, Severity};
use domain::record::Path;
use domain::rules::fault::Fault;
use domain::values::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// All that the vérification found in a dossier.
#[derive(Clone, Debug)]
pub struct ControlSheet {
    /// What was found: what blocks first, then what is to verify, then advice.
    pub findings: Vec<Placed>,
    /// What is left to be filled by hand: a choice, not a fault.
    pub blanks: Vec<Blank>,
    states: BTreeMap<DocumentKey, DocState>,
    /// The documents that go with each document that has some.
    pieces: BTreeMap<DocumentKey, Vec<DocumentKey>>,
    dossier: Dossier,
    template: (String, u32),
    today: Date,
}

impl ControlSheet {
    /// The state of a document; one that the modèle does not have is in the state of nothing.
    pub fn state_of(&self, document: &str) -> DocState {
        self.states.get(document).copied().unwrap_or_default()
    }

    /// Lets a set of documents go: a blocking finding that names one of them refuses; one « à vérifier » without
    /// a written reason refuses only originals.
    ///
    /// # Errors
    /// What refuses, all at once.
    pub fn ready(&self, documents: &[DocumentKey]) -> Result<Ready, Refusal> {
        let unknown = documents
            .iter()
            .filter(|key| !self.states.contains_key(*key))
            .cloned()
            .collect();
        let with = documents.iter().flat_map(|key| self.pieces(key));
        let all: Vec<&DocumentKey> = documents.iter().chain(with).collect();
        let refuses = |placed: &&Placed| all.iter().any(|document| self.refuses(placed, document));
        let refusal = Refusal {
            findings: self.findings.iter().filter(refuses).cloned().collect(),
            unknown,
        };
        if refusal.is_nothing() {
            Ok(Ready::of(self, documents))
        } else {
            Err(refusal)
        }
    }

    /// The documents that go with another one: those that the dossier needs, and of the others those that nothing
    /// stops. What is counted or carried must itself be fit to go.
    pub fn pieces(&self, document: &str) -> &[DocumentKey] {
        self.pieces.get(document).map_or(&[], Vec::as_slice)
    }

    /// The documents to make unless one says otherwise: those that the dossier needs, and of the others those that
    /// nothing stops. In the modèle's order.
    pub fn proposed(&self, template: &Template) -> Vec<DocumentKey> {
        let is_proposed = |key: &&DocumentKey| {
            self.states
                .get(*key)
                .is_some_and(|state| state.required || state.is_ready())
        };
        let keys = template.documents.iter().map(|document| &document.key);
        keys.filter(is_proposed).cloned().collect()
    }

    fn refuses(&self, placed: &Placed, document: &str) -> bool {
        let names = placed.documents.iter().any(|key| key == document);
        let originals = self
            .states
            .get(document)
            .is_some_and(|state| state.originals);
        names
            && match placed.finding.severity {
                Severity::Blocking => true,
                Severity::ToVerify => originals && placed.reason.is_none(),
                Severity::Advice => false,
            }
    }

    pub(crate) fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    pub(crate) fn template(&self) -> &(String, u32) {
        &self.template
    }

    pub(crate) fn today(&self) -> Date {
        self.today
    }
}

/// Checks a dossier against a modèle; `today` only tells what is still to come.
pub fn check(dossier: &Dossier, template: &Template, today: Date) -> ControlSheet {
    let filled = shares::filled(template, dossier, None);
    sheet(
        dossier,
        template,
        today,
        &Printed::of(template, dossier, filled),
    )
}

/// Lets documents go as [`check`] and [`ControlSheet::ready`] together do, in less time: those that are not asked for
/// are filled only when something refuses, since what is told of a field names all the documents that print it.
///
/// # Errors
/// What refuses, all at once.
pub fn ready(
    dossier: &Dossier,
    template: &Template,
    today: Date,
    documents: &[DocumentKey],
) -> Result<Ready, Refusal> {
    let mut asked = documents.iter().filter_map(|key| template.document(key));
    // What goes with a document depends on the state of others.
    if asked.all(|document| document.pieces.is_empty()) {
        // A field that none of these prints is taken for one of the originals': more is refused than should be, never
        // less, and the whole vérification then decides.
        let filled = shares::filled(template, dossier, Some(documents));
        let printed = Printed::of(template, dossier, filled);
        if let Ok(ready) = sheet(dossier, template, today, &printed).ready(documents) {
            return Ok(ready.with(printed.made()));
        }
    }
    check(dossier, template, today).ready(documents)
}

fn sheet(dossier: &Dossier, template: &Template, today: Date, printed: &Printed) -> ControlSheet {
    let facts = Facts::of(template, dossier, DocumentFacts::default());
    let mut findings = printed.missing();
    findings.extend(printed.structure(template));
    findings.extend(asked(dossier, template, &facts, printed));
    findings.extend(fits::check(dossier, template, printed, today));
    findings.extend(keys::check(dossier, template, printed));
    findings.extend(rules::check(template, &facts, printed));
    findings.extend(sequel::check(dossier, template));
    findings.extend(term::check(dossier, template, printed));
    let told: Vec<Path> = findings.iter().filter_map(of_template).collect();
    let of_law = domain::rules::check(dossier, today).into_iter();
    for finding in of_law.filter(|finding| !is_told(finding, &told)) {
        let (mut documents, article) = printed.concerned(finding.path.as_ref());
        if matches!(finding.fault, Fault::Sequel(_)) {
            documents = sequel::documents(dossier, template);
        }
        findings.push(Placed {
            finding,
            documents,
            article,
            reason: None,
        });
    }
    let findings = sorted(findings, dossier);
    let blanks = printed.blanks();
    let states = states(template, dossier, &facts, (&findings, &blanks));
    let pieces = pieces(template, dossier, &states);
    ControlSheet {
        blanks,
        findings,
        states,
        pieces,
        dossier: dossier.clone(),
        template: (template.id.clone(), template.version),
        today,
    }
}

/// The field that a rule of the modèle has told.
fn of_template(placed: &Placed) -> Option<Path> {
    let is_rule = matches!(placed.finding.fault, Fault::Template { .. });
    placed.finding.path.clone().filter(|_| is_rule)
}

/// Whether the modèle has already said of this field that it should not speak of schools: its sentence knows what the
/// field is, that on the kinds of schools does not.
fn is_told(finding: &Finding, told: &[Path]) -> bool {
    let of_kinds = matches!(finding.fault, Fault::WordingKinds { .. });
    of_kinds
        && finding
            .path
            .as_ref()
            .is_some_and(|path| told.contains(path))
}

/// One finding for one fault of one field, with all its documents; those that block first.
fn sorted(found: Vec<Placed>, dossier: &Dossier) -> Vec<Placed> {
    let mut findings: Vec<Placed> = Vec::new();
    for mut placed in found {
        match findings
            .iter_mut()
            .find(|known| known.finding.key() == placed.finding.key())
        {
            Some(known) => known.join(placed),
            None => {
                placed.reason = placed::reason(dossier, &placed.finding);
                findings.push(placed);
            }
        }
    }
    findings.sort_by_key(|placed| placed.finding.severity);
    findings
}

fn states(
    template: &Template,
    dossier: &Dossier,
    facts: &Arc<Facts>,
    (findings, blanks): (&[Placed], &[Blank]),
) -> BTreeMap<DocumentKey, DocState> {
    let scope = Scope::of(facts).value();
    let state = |document: &DocumentDecl| DocState {
        required: document
            .required_if
            .eval(&scope)
            .is_ok_and(|needed| is_yes(&needed)),
        originals: document.copies == Copies::Originals,
        by_hand: blanks
            .iter()
            .filter(|blank| blank.documents.contains(&document.key))
            .count(),
        ..DocState::of(findings, &document.key)
    };
    shares::documents(template, dossier)
        .into_iter()
        .map(|document| (document.key.clone(), state(document)))
        .collect()
}

fn pieces(
    template: &Template,
    dossier: &Dossier,
    states: &BTreeMap<DocumentKey, DocState>,
) -> BTreeMap<DocumentKey, Vec<DocumentKey>> {
    let goes = |piece: &&DocumentDecl| {
        states
            .get(&piece.key)
            .is_some_and(|state| state.required || state.is_ready())
    };
    let of = |document: &DocumentDecl| {
        let pieces = template.pieces_of(document, dossier).into_iter();
        pieces.filter(goes).map(|piece| piece.key.clone()).collect()
    };
    shares::documents(template, dossier)
        .into_iter()
        .filter(|document| !document.pieces.is_empty())
        .map(|document| (document.key.clone(), of(document)))
        .collect()
}

/// A condition holds: an empty field counts for no.
fn is_yes(value: &minijinja::Value) -> bool {
    value.is_true()
}

/// Answers that a condition of the modèle requires, and answers that do not read, printed or not.
fn asked(
    dossier: &Dossier,
    template: &Template,
    facts: &Arc<Facts>,
    printed: &Printed,
) -> Vec<Placed> {
    let scope = Scope::of(facts).value();
    let mut found = Vec::new();
    for question in &template.questions {
        let path = Path::new(ANSWERS).join(&question.key);
        let typed = dossier.typed(&path);
        let empty =
            typed.trim().is_empty() && question.default.is_empty() && !dossier.is_by_hand(&path);
        let required = question
            .required_if
            .as_ref()
            .and_then(|expr| expr.eval(&scope).ok())
            .is_some_and(|value| is_yes(&value));
        let fault = match question.kind.why(&typed) {
            Some(why) => Fault::Unread(why),
            None if empty && required => Fault::Missing,
            None => continue,
        };
        let (documents, article) = printed.concerned(Some(&path));
        let finding = Finding {
            fault,
            severity: Severity::Blocking,
            path: Some(path),
            law: "",
        };
        found.push(Placed {
            finding,
            documents,
            article,
            reason: None,
        });
    }
    found
}

//! Findings and hand-written blanks in words.

use super::states::section_of;
use super::types::{BlankView, FindingView, Weight};
use crate::fr;
use domain::findings::Severity;
use template::{ControlSheet, Placed, Template};

/// The findings, worst first, in the order of the dossier otherwise.
pub fn findings(template: &Template, sheet: &ControlSheet) -> Vec<FindingView> {
    let mut views: Vec<FindingView> = sheet
        .findings
        .iter()
        .map(|placed| view(template, placed))
        .collect();
    views.sort_by_key(|view| view.severity as u8);
    views
}

/// One finding in words.
pub fn view(template: &Template, placed: &Placed) -> FindingView {
    let finding = &placed.finding;
    let (code, path) = finding.key();
    let said = fr::finding(placed);
    FindingView {
        key: format!("{code} {path}"),
        code,
        severity: weight(finding.severity),
        article: placed.article.clone(),
        law: finding.law.to_owned(),
        path: finding.path.as_ref().map(|path| path.as_str().to_owned()),
        field_label: finding
            .path
            .as_ref()
            .map(|path| fr::spaced(&fr::label(template, path)))
            .unwrap_or_default(),
        section: section_of(template, finding.path.as_ref()),
        sentence: said.what,
        mend: said.mend,
        reason: placed.reason.clone(),
        documents: placed.documents.clone(),
    }
}

fn weight(severity: Severity) -> Weight {
    match severity {
        Severity::Blocking => Weight::Bloquant,
        Severity::ToVerify => Weight::AVerifier,
        Severity::Advice => Weight::Conseil,
    }
}

/// What is left to be filled by hand.
pub fn blanks(template: &Template, sheet: &ControlSheet) -> Vec<BlankView> {
    let blank = |path: &domain::record::Path| BlankView {
        path: path.as_str().to_owned(),
        label: fr::spaced(&fr::label(template, path)),
        section: section_of(template, Some(path)),
    };
    sheet.blanks.iter().map(|left| blank(&left.path)).collect()
}

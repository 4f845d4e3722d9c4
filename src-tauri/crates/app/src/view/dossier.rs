//! The whole dossier in words: its sections, its findings, its documents.

use super::findings::{blanks, findings};
use super::known::{View, count};
use super::sections::sections;
use super::seen::Seen;
use super::sequel;
use super::shares;
use super::types::{DocumentRow, DossierView, PhaseView};
use crate::fr;
use crate::made::file_name;
use domain::dossier::Dossier;
use domain::record::Path;
use domain::values::Date;
use template::{ControlSheet, Copies, DocumentDecl, Phase, Template};

/// The dossier in words.
pub fn dossier(
    view: &View<'_>,
    dossier: &Dossier,
    template: &Template,
    sheet: &ControlSheet,
    today: Date,
) -> DossierView {
    let seen = Seen {
        dossier,
        template,
        findings: &sheet.findings,
    };
    DossierView {
        id: view.id.to_owned(),
        revision: view.revision,
        title: dossier.typed(&Path::new("titre")),
        reference: dossier.typed(&Path::new("reference")),
        phase: fr::phase(dossier, today).to_owned(),
        model: fr::model_line(template, dossier),
        sequel: sequel::sequel(template, dossier),
        follows: sequel::follows(template, dossier),
        sections: sections(&seen),
        findings: findings(template, sheet),
        blanks: blanks(template, sheet),
        documents: documents(view, dossier, template, (sheet, today)),
        undo: view.undo.as_deref().map(fr::action),
        redo: view.redo.as_deref().map(fr::action),
    }
}

fn documents(
    view: &View<'_>,
    dossier: &Dossier,
    template: &Template,
    (sheet, today): (&ControlSheet, Date),
) -> Vec<DocumentRow> {
    let proposed = sheet.proposed(template);
    let whole = originals_of(template, dossier);
    // Each convention has the originals of its own parties.
    let each = view
        .shares
        .first()
        .map_or(whole, |share| originals_of(template, &share.dossier));
    let row = |document: &DocumentDecl| {
        let state = sheet.state_of(&document.key);
        let originals = if document.shared_out { each } else { whole };
        let shares = shares::rows(view, template, (sheet, today), document);
        let ready = sheet.ready(std::slice::from_ref(&document.key)).is_ok();
        DocumentRow {
            key: document.key.clone(),
            title: document.title.clone(),
            subtitle: fr::document_subtitle(document, originals),
            file: file_name(dossier, template, &document.key, "", None),
            copies: if document.copies == Copies::Originals {
                originals
            } else {
                1
            },
            phase: phase(document.phase),
            blocked: count(state.blocking),
            to_verify: count(state.to_verify_without_reason),
            proposed: proposed.contains(&document.key),
            ready: ready || shares.iter().any(|share| share.stopped == 0),
            editable: document.editable,
            published: template.is_published(&document.key),
            issued: view.issued(&document.key),
            shares,
        }
    };
    template
        .documents_of(dossier)
        .into_iter()
        .map(row)
        .collect()
}

/// How many originals the dossier says, else the modèle.
fn originals_of(template: &Template, dossier: &Dossier) -> u32 {
    let typed = dossier
        .sheet
        .convention
        .originals
        .value()
        .map(|count| count.get());
    typed.unwrap_or_else(|| template.proposed_originals(dossier))
}

fn phase(phase: Phase) -> PhaseView {
    match phase {
        Phase::BeforeVote => PhaseView::AvantVote,
        Phase::AfterVote => PhaseView::ApresVote,
        Phase::Return => PhaseView::Retour,
    }
}

//! Fills a document: the tree of its text and the values of a dossier make a [`Document`].
//!
//! Two turns over the same text: the first counts the titles that references need, the second writes.
//! Nothing here knows a file, and no value is ever read as text of the modèle.

mod blocks;
mod entries;
mod error;
mod finished;
mod flat;
mod free;
mod initials;
mod lists;
mod mail;
mod numbers;
mod opening;
mod run;
mod sheets;
mod signed;
mod tables;
mod text;
mod words;

pub(crate) use blocks::plain;
pub use error::FillError;
pub use mail::{Message, draft_message, message};
pub(crate) use numbers::LastLabels;
pub(crate) use run::{Filled, Note, Noted, run};
pub(crate) use words::uncapital;

use crate::declared::{Split, Template};
use crate::pieces::Edition;
use crate::ready::Ready;
use crate::split::split;
use document::{Document, Mark};
use domain::dossier::Dossier;
use domain::values::Date;

/// Fills a document for good: originals are numbered, nothing is left but what is filled by hand.
///
/// # Errors
/// When `ready` is not about this document or this modèle, or a value is missing all the same.
pub fn fill(
    template: &Template,
    ready: &Ready,
    document: &str,
    edition: impl Into<Edition>,
) -> Result<Document, FillError> {
    let edition = edition.into();
    if !ready.is_for(template, document) || is_whole(template, ready.dossier(), document) {
        return Err(FillError::NotReady(document.to_owned()));
    }
    if let Some(made) = ready.take(document, &edition) {
        return Ok(marked(made, template, document, None));
    }
    let filled = run(template, ready.dossier(), document, edition)?;
    let missing = filled.missing();
    if !missing.is_empty() {
        return Err(FillError::Incomplete(missing));
    }
    Ok(marked(filled.document, template, document, None))
}

/// Whether a document that is made for each share is asked for the whole dossier.
fn is_whole(template: &Template, dossier: &Dossier, document: &str) -> bool {
    let shared_out = template
        .document(document)
        .is_some_and(|declared| declared.shared_out);
    shared_out && template.split != Split::Dossier && dossier.unit.is_none()
}

/// Fills a document of any dossier, what is missing in boxes: the preview (`mark` false) or a draft on paper
/// (`mark` true: each page says that it is one). Of a document that is made for each share, the whole dossier shows
/// that of the first one. `today` is for the rules of dates, and is never printed.
///
/// # Errors
/// When the modèle has no such document, or an expression of its text has no value.
pub fn draft(
    template: &Template,
    dossier: &Dossier,
    document: &str,
    edition: impl Into<Edition>,
    today: Date,
    mark: bool,
) -> Result<Document, FillError> {
    let edition = edition.into();
    let number = edition.number;
    let _ = today; // No sentence of the language reads the day: it is here for those that will.
    let filled = if is_whole(template, dossier, document) {
        let shares = split(template, dossier);
        let first = shares.first().map_or(dossier, |share| &share.dossier);
        run(template, first, document, edition)?
    } else {
        run(template, dossier, document, edition)?
    };
    let margin = mark.then(|| format!("PROJET · version {number} · ne pas signer"));
    Ok(marked(filled.document, template, document, margin))
}

/// The mark that a document bears on every page: that of a forbidden signature goes before that of a draft.
fn marked(
    mut made: Document,
    template: &Template,
    document: &str,
    margin: Option<String>,
) -> Document {
    made.mark = match (template.forbids(document), margin) {
        (Some(reason), _) => Some(Mark::DoNotSign {
            sentence: reason.to_owned(),
        }),
        (None, Some(margin)) => Some(Mark::Draft { margin }),
        (None, None) => None,
    };
    made
}

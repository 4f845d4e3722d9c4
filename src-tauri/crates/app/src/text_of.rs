//! The text of a document, to be pasted in another program: the service des assemblées often has its own.

use crate::view::TextView;
use crate::{Desk, Problem, Workshop, today};
use chrono::NaiveDateTime;
use domain::dossier::Dossier;

/// The text of a document as it stands, in both flavours of the clipboard. While something blocks it, it says « PROJET »
/// and what is missing stands in brackets.
///
/// # Errors
/// The modèle or the document is unknown, or cannot be filled.
pub fn text_of(
    workshop: &Workshop,
    dossier: &Dossier,
    key: &str,
    now: NaiveDateTime,
) -> Result<TextView, Problem> {
    let template = workshop.template(dossier)?;
    let documents = template.documents_of(dossier);
    if !documents.iter().any(|document| document.key == key) {
        return Err(Problem::DocumentUnknown {
            key: key.to_owned(),
            known: documents
                .into_iter()
                .map(|document| document.key.clone())
                .collect(),
        });
    }
    let today = today(now)?;
    let sheet = template::check(dossier, template, today);
    let of = (template, dossier);
    let pieces = sheet.pieces(key);
    let edition = crate::count_pieces::edition(workshop, of, key, 1, pieces, today)?;
    let blocked = sheet.ready(&[key.to_owned()]).is_err();
    let document = template::draft(template, dossier, key, edition, today, blocked);
    let document = layout::dressed(&document.map_err(Problem::Fill)?);
    let delivery::Pasted { html, plain } = delivery::pasted(&document);
    Ok(TextView { html, plain })
}

/// The text of a document of the store.
///
/// # Errors
/// As [`text_of`]; the dossier is unknown.
pub fn document_text(
    desk: &Desk,
    id: &str,
    key: &str,
    now: NaiveDateTime,
) -> Result<TextView, Problem> {
    let dossier = desk.dossier(&crate::desk::id(id)?)?;
    text_of(desk.workshop(), &dossier, key, now)
}

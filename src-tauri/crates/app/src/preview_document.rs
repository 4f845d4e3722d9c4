//! The pages of a document as they stand, drawn for the screen, with the places of its values.

use crate::view::field;
use crate::view::{BoxView, FieldState, PageView, PreviewView};
use crate::{Desk, Problem, count_pieces, fr, today};
use chrono::NaiveDateTime;
use domain::dossier::EARLIER;
use domain::record::Path;
use layout::pages::{Length, Page};
use screen::HitBox;
use template::{ControlSheet, Template};

/// Draws the pages of a document; what blocks shows as a box « à compléter ».
///
/// # Errors
/// The dossier or the document is unknown.
pub fn preview_document(
    desk: &Desk,
    id: &str,
    key: &str,
    now: NaiveDateTime,
) -> Result<PreviewView, Problem> {
    let id = crate::desk::id(id)?;
    let kept = desk.kept(&id)?;
    let workshop = desk.workshop();
    let template = workshop.template(&kept.dossier)?;
    let today = today(now)?;
    let revision = (&id, kept.revision);
    let sheet = desk.checks().of(revision, &kept.dossier, template, today);
    let of = (template, &kept.dossier);
    let edition = count_pieces::edition(workshop, of, key, 1, sheet.pieces(key), today)?;
    let document = template::draft(template, &kept.dossier, key, edition, today, false)
        .map_err(Problem::Fill)?;
    let pages = workshop.typeset(&document);
    let shown = |(at, page): (usize, &Page)| PageView {
        width: points(page.width),
        height: points(page.height),
        svg: screen::svg(&pages, at, 0, workshop.fonts()),
    };
    Ok(PreviewView {
        document: key.to_owned(),
        revision: kept.revision,
        // A blank verso is paper, not a page to read.
        pages: pages
            .pages
            .iter()
            .enumerate()
            .filter(|(_, page)| page.number.is_some())
            .map(shown)
            .collect(),
        boxes: screen::boxes(&pages)
            .iter()
            .flat_map(|hit| boxes(hit, &pages.pages, template, &sheet))
            .collect(),
    })
}

/// A box for each field of a printed value: the first is the one a click leads to. What comes from the dossier that this
/// one follows leads nowhere: it does not change.
fn boxes(
    hit: &HitBox,
    pages: &[Page],
    template: &Template,
    sheet: &ControlSheet,
) -> Option<BoxView> {
    let path = Path::new(hit.fields.first()?.as_str());
    if path.as_str().starts_with(EARLIER) {
        return None;
    }
    let page = pages
        .iter()
        .take(hit.page)
        .filter(|page| page.number.is_some())
        .count();
    let worst = sheet
        .findings
        .iter()
        .filter(|placed| placed.finding.path.as_ref() == Some(&path))
        .map(field::weight)
        .max();
    Some(BoxView {
        page: u32::try_from(page).unwrap_or(u32::MAX),
        x: points(hit.x),
        y: points(hit.y),
        w: points(hit.width),
        h: points(hit.height),
        label: fr::spaced(&fr::label(template, &path)),
        path: path.as_str().to_owned(),
        state: worst.map_or(FieldState::Complet, field::of_weight),
        hand: hit.dotted,
    })
}

#[allow(clippy::cast_precision_loss)] // A page is under 2²⁴ thousandths of a point.
fn points(length: Length) -> f32 {
    length as f32 / 1000.0
}

//! « Éditer les documents »: makes them, writes them into the chosen folder, and notes it in the store.

use crate::desk::{self, Kept, stamp};
use crate::export_dossier::{deliver, refused, still_shown};
use crate::issue_order::{IssueOrder, Issued, next_edition};
use crate::issue_shares::{SharesIssued, Work};
use crate::made::Made;
use crate::make::make;
use crate::make_order::{self, Order};
use crate::shares::is_shared;
use crate::supplied::{self, Source};
use crate::view::IssuedView;
use crate::{Desk, Problem, fr, today};
use chrono::NaiveDateTime;
use domain::record::Id;
use store::{Action, Issue, IssuedRecord};
use template::{ControlSheet, DocumentKey, Template};

/// Makes documents into a folder. Final ones are noted with their bytes; should the dossier have moved meanwhile,
/// nothing is noted and the store says so. Of a document that is made once for each share, what can be made is made,
/// and what cannot is told.
///
/// # Errors
/// A finding blocks a document of the whole dossier; one cannot be made; the folder does not write; the dossier moved.
pub fn issue_documents(
    desk: &Desk,
    order: &IssueOrder,
    now: NaiveDateTime,
) -> Result<IssuedView, Problem> {
    let id = desk::id(&order.dossier)?;
    let kept = desk.kept(&id)?;
    let template = desk.workshop().template(&kept.dossier)?;
    let has_shares = !crate::shares::of(template, &kept.dossier).is_empty();
    let (shared, whole): (Vec<DocumentKey>, Vec<DocumentKey>) = order
        .documents
        .iter()
        .cloned()
        .partition(|key| has_shares && is_shared(template, key));
    let revision = (&id, kept.revision);
    let sheet = desk
        .checks()
        .of(revision, &kept.dossier, template, today(now)?);
    let mut made = all(desk, template, (&kept, &sheet), &whole, order, now)?;
    let mut files: Vec<Made> = made.iter().map(|issued| issued.made.clone()).collect();
    let of = (template, &kept.dossier);
    let notes = if order.online {
        still_shown(of, &order.documents, now)?
    } else {
        let (others, missing) = supplied::beside(&Source::Store(desk), of, &order.documents)?;
        files.extend(others);
        missing
    };
    let mut files = deliver(&files, &order.folder)?;
    let work = Work {
        workshop: desk.workshop(),
        template,
        kept: &kept,
        whole: &sheet,
        order,
        now,
    };
    let mut of_shares = SharesIssued::default();
    for key in &shared {
        let more = work.issue(key)?;
        of_shares.files.extend(more.files);
        of_shares.kept.extend(more.kept);
        of_shares.refused.extend(more.refused);
    }
    let shares = of_shares
        .kept
        .iter()
        .filter(|issued| order.online || !issued.made.aside);
    let shares = u32::try_from(shares.count()).unwrap_or(u32::MAX);
    files.extend(of_shares.files);
    made.extend(of_shares.kept);
    made.retain(|issued| !issued.made.aside);
    if !order.draft && !made.is_empty() {
        note(desk, id, &kept, made, now)?;
    }
    Ok(IssuedView {
        files,
        folder: fr::folder(&order.folder),
        shares,
        refused: of_shares.refused,
        notes,
    })
}

/// The documents of the whole dossier, each with its edition.
fn all(
    desk: &Desk,
    template: &Template,
    (kept, sheet): (&Kept, &ControlSheet),
    keys: &[DocumentKey],
    order: &IssueOrder,
    now: NaiveDateTime,
) -> Result<Vec<Issued>, Problem> {
    let proof = if order.draft {
        None
    } else {
        let ready = sheet.ready(keys);
        Some(ready.map_err(|refusal| refused(template, &refusal))?)
    };
    let mut made = Vec::new();
    for key in keys {
        let edition = next_edition(kept, key);
        let from = proof.as_ref().map_or(
            make_order::From::Draft(&kept.dossier),
            make_order::From::Ready,
        );
        let wanted = Order {
            template,
            dossier: &kept.dossier,
            from,
            key,
            unit: "",
            edition,
            now,
            separate: false,
            signature_fields: false,
            editable: order.editable,
            online: order.online,
        };
        let issued = |made: Made| Issued {
            kept_as: made.key.clone(),
            edition,
            made,
        };
        made.extend(make(desk.workshop(), &wanted)?.into_iter().map(issued));
    }
    Ok(made)
}

fn note(
    desk: &Desk,
    id: Id,
    kept: &Kept,
    made: Vec<Issued>,
    now: NaiveDateTime,
) -> Result<(), Problem> {
    let record = |issued: Issued| IssuedRecord {
        document: issued.kept_as,
        edition: issued.edition,
        file: issued.made.name,
        options: String::new(),
        pages: issued.made.pages.max(1), // A message or a workbook has none.
        originals: issued.made.originals,
        pdf: issued.made.bytes,
    };
    let issue = Issue {
        snapshot: format::write(&kept.dossier),
        program: concat!("ConvENT ", env!("CARGO_PKG_VERSION")).to_owned(),
        documents: made.into_iter().map(record).collect(),
    };
    let action = Action::Issue {
        convention: id,
        revision: kept.revision,
        issue: Box::new(issue),
    };
    desk.ask(move |store| store.act(action, stamp(now)))
        .map(|_| ())
}

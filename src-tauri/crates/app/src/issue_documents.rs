//! « Éditer les documents »: makes them, writes them into the chosen folder, and notes it in the store.

use crate::desk::{self, Kept, stamp};
use crate::export_dossier::{deliver, ready};
use crate::issue_shares::{is_shared, make_shares};
use crate::make::{self, Made, make};
use crate::view::IssuedView;
use crate::{Desk, Problem, fr};
use chrono::NaiveDateTime;
use domain::record::Id;
use std::path::PathBuf;
use store::{Action, Issue, IssuedRecord};
use template::Template;

/// What is asked of [`issue_documents`].
#[derive(Clone, Debug)]
pub struct IssueOrder {
    /// The dossier.
    pub dossier: String,
    /// Keys of the documents.
    pub documents: Vec<String>,
    /// The folder.
    pub folder: PathBuf,
    /// Whether every page says « PROJET » and nothing is made final.
    pub draft: bool,
}

/// Makes documents into a folder. Final ones are noted with their bytes; should the dossier have moved meanwhile,
/// nothing is noted and the store says so.
///
/// # Errors
/// A finding blocks one of them; a document cannot be made; the folder does not write; the dossier moved.
pub fn issue_documents(
    desk: &Desk,
    order: &IssueOrder,
    now: NaiveDateTime,
) -> Result<IssuedView, Problem> {
    let id = desk::id(&order.dossier)?;
    let kept = desk.kept(&id)?;
    let template = desk.workshop().template(&kept.dossier)?;
    let made = all(desk, template, &kept, order, now)?;
    let files = made
        .iter()
        .map(|issued| issued.made.clone())
        .collect::<Vec<_>>();
    let files = deliver(&files, &order.folder)?;
    if !order.draft {
        note(desk, id, &kept, made, now)?;
    }
    Ok(IssuedView {
        files,
        folder: fr::folder(&order.folder),
    })
}

/// A file made, and whether the store keeps it.
struct Issued {
    edition: u32,
    made: Made,
    kept: bool,
}

/// The documents, each with its edition. Of one that is made once for each share, the store keeps the last file, which
/// holds them all.
fn all(
    desk: &Desk,
    template: &Template,
    kept: &Kept,
    order: &IssueOrder,
    now: NaiveDateTime,
) -> Result<Vec<Issued>, Problem> {
    let proof = if order.draft {
        None
    } else {
        Some(ready(template, &kept.dossier, &order.documents, now)?)
    };
    let mut made = Vec::new();
    for key in &order.documents {
        let edition = next_edition(kept, key);
        let from = proof
            .as_ref()
            .map_or(make::From::Draft(&kept.dossier), make::From::Ready);
        let wanted = make::Order {
            template,
            dossier: &kept.dossier,
            from,
            key,
            unit: "",
            edition,
            now,
            separate: false,
            signature_fields: false,
        };
        let shared = is_shared(&wanted);
        let files = if shared {
            make_shares(desk.workshop(), &wanted)?
        } else {
            make(desk.workshop(), &wanted)?
        };
        let last = files.len().saturating_sub(1);
        let issued = files.into_iter().enumerate().map(|(rank, made)| Issued {
            edition,
            made,
            kept: !shared || rank == last,
        });
        made.extend(issued);
    }
    Ok(made)
}

fn next_edition(kept: &Kept, key: &str) -> u32 {
    kept.issued
        .iter()
        .filter(|issued| issued.document == key)
        .map(|issued| issued.edition)
        .max()
        .unwrap_or(0)
        + 1
}

fn note(
    desk: &Desk,
    id: Id,
    kept: &Kept,
    made: Vec<Issued>,
    now: NaiveDateTime,
) -> Result<(), Problem> {
    let record = |Issued { edition, made, .. }: Issued| IssuedRecord {
        document: made.key,
        edition,
        file: made.name,
        options: String::new(),
        pages: made.pages.max(1), // A message or a workbook has none.
        originals: made.originals,
        pdf: made.bytes,
    };
    let issue = Issue {
        snapshot: format::write(&kept.dossier),
        program: concat!("ConvENT ", env!("CARGO_PKG_VERSION")).to_owned(),
        documents: made
            .into_iter()
            .filter(|issued| issued.kept)
            .map(record)
            .collect(),
    };
    let action = Action::Issue {
        convention: id,
        revision: kept.revision,
        issue: Box::new(issue),
    };
    desk.ask(move |store| store.act(action, stamp(now)))
        .map(|_| ())
}

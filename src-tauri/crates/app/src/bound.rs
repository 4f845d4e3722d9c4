//! Several PDFs of one document in one file: those of shares to be printed at once, letters to schools.

use crate::Problem;
use crate::made::{Made, about, file_name};
use chrono::NaiveDateTime;
use domain::dossier::Dossier;
use pdf::{About, Leaf, Originals};
use template::Template;

/// One file that holds them all, in order, each with its name for a bookmark.
///
/// # Errors
/// A defect of the program: one of them is no PDF of ours.
pub(crate) fn bound(
    (template, dossier): (&Template, &Dossier),
    key: &str,
    now: NaiveDateTime,
    made: &[(&str, &Made)],
) -> Result<Made, Problem> {
    let leaf = |(label, made): &(&str, &Made)| Leaf {
        title: (*label).to_owned(),
        bytes: made.bytes.clone(),
    };
    let leaves: Vec<Leaf> = made.iter().map(leaf).collect();
    let title = template
        .document(key)
        .map_or("", |declared| &declared.title);
    let about = About {
        originals: Originals::All,
        ..about(dossier, now)
    };
    let bytes = pdf::bind(title, &about, &leaves).map_err(|_| Problem::Bug)?;
    Ok(Made {
        key: key.to_owned(),
        name: file_name(dossier, template, key, "", None),
        pages: pdf::page_count(&bytes).unwrap_or_default(),
        originals: made.iter().map(|(_, made)| made.originals).sum(),
        bytes,
        aside: false,
    })
}

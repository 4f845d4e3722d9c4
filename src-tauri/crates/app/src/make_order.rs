//! What is asked when a document is made, and the document filled as it is asked.

use crate::Problem;
use chrono::NaiveDateTime;
use document::Document;
use domain::dossier::Dossier;
use template::{Edition, Ready, Template};

/// What a document is made from.
#[derive(Clone, Copy)]
pub enum From<'a> {
    /// A checked dossier: nothing blocks.
    Ready(&'a Ready),
    /// Any dossier; each page says « PROJET ».
    Draft(&'a Dossier),
}

/// What is asked for.
#[derive(Clone, Copy)]
pub struct Order<'a> {
    /// The modèle.
    pub template: &'a Template,
    /// The dossier, for names and metadata.
    pub dossier: &'a Dossier,
    /// What it is made from.
    pub from: From<'a>,
    /// Key of the document.
    pub key: &'a str,
    /// What tells the files of a share from the others'; empty for a document of the whole dossier.
    pub unit: &'a str,
    /// Its edition: 1, then one more each time it is made final anew.
    pub edition: u32,
    /// The moment it is, for the metadata.
    pub now: NaiveDateTime,
    /// A file for each original, instead of one to print.
    pub separate: bool,
    /// An empty field where each signatory signs, for those who sign on a screen.
    pub signature_fields: bool,
    /// Also the form that can be edited, of a document whose modèle gives it one.
    pub editable: bool,
    /// The version to be put online, instead of the document.
    pub online: bool,
}

/// The document, filled.
///
/// # Errors
/// It is unknown, or an expression of the modèle gives nothing.
pub(crate) fn document(order: &Order<'_>, edition: Edition) -> Result<Document, Problem> {
    let filled = match order.from {
        From::Ready(ready) => template::fill(order.template, ready, order.key, edition),
        From::Draft(dossier) => {
            let today = crate::today(order.now)?;
            template::draft(order.template, dossier, order.key, edition, today, true)
        }
    };
    filled.map_err(Problem::Fill)
}

//! What « Éditer les documents » is asked, and what it made, edition by edition.

use crate::desk::Kept;
use crate::made::Made;
use std::path::PathBuf;

/// What is asked of [`crate::issue_documents`].
#[derive(Clone, Debug, Default)]
pub struct IssueOrder {
    /// The dossier.
    pub dossier: String,
    /// Keys of the documents.
    pub documents: Vec<String>,
    /// Of the documents that are made once for each share, those that are wanted; all of the others'.
    pub shares: Vec<SharesWanted>,
    /// The folder.
    pub folder: PathBuf,
    /// Whether every page says « PROJET » and nothing is made final.
    pub draft: bool,
    /// Of the documents that are made once for each share, also one file that holds all that was made.
    pub print_file: bool,
    /// Also the form that can be edited, of the documents whose modèle gives them one.
    pub editable: bool,
    /// The versions to be put online, instead of the documents: they are not what is made final.
    pub online: bool,
}

/// The shares wanted of a document.
#[derive(Clone, Debug)]
pub struct SharesWanted {
    /// The document.
    pub document: String,
    /// Ids of the shares.
    pub shares: Vec<String>,
}

/// A file made, under the key by which the store keeps its editions.
pub(crate) struct Issued {
    pub kept_as: String,
    pub edition: u32,
    pub made: Made,
}

/// The edition that comes after those of a document.
pub(crate) fn next_edition(kept: &Kept, key: &str) -> u32 {
    kept.issued
        .iter()
        .filter(|issued| issued.document == key)
        .map(|issued| issued.edition)
        .max()
        .unwrap_or(0)
        + 1
}

//! What comes after a convention: which of its texts an avenant changes, and what changed since it was signed.
//!
//! The texts of the convention are filled twice, with the dossier as it was signed and with the one that follows it:
//! what differs is told clause by clause, so that no modèle has to say which field stands in which article.

mod clauses;
mod compared;
mod differences;
mod words;

pub(crate) use compared::{ClauseChange, Compared, compare};
pub(crate) use differences::role;
pub use differences::{Difference, differences};
pub(crate) use words::passage;

use crate::declared::{Copies, DocumentDecl, Template};
use domain::dossier::Dossier;
use domain::dossier::choices::SequelKind;
use domain::record::Path;

/// What a modèle says of what comes after its convention (`[suite]`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SequelRule {
    /// Keys of the documents whose clauses an avenant changes; of those, the first that the dossier has.
    pub texts: Vec<String>,
    /// Whether the list of schools is a matter of annexe, which needs no avenant.
    pub schools_by_update: bool,
    /// What a renewal already holds: field, text.
    pub renewed: Vec<(Path, String)>,
}

impl Template {
    /// Whether this dossier may be followed so: what follows it has a document of that kind. A renewal is a convention
    /// like the first.
    pub fn can_be_followed_by(&self, dossier: &Dossier, kind: SequelKind) -> bool {
        let has_one = |document: &&DocumentDecl| document.sequels.contains(&kind);
        kind == SequelKind::Renewal
            || self.documents.iter().any(|document| has_one(&document))
                && self
                    .documents_of(&dossier.followed(kind))
                    .iter()
                    .any(has_one)
    }
}

impl DocumentDecl {
    /// Whether it is made for a dossier that follows another one so; for a first convention when none is said.
    pub fn is_made_for(&self, kind: Option<SequelKind>) -> bool {
        match kind {
            _ if self.sequels.is_empty() => matches!(kind, None | Some(SequelKind::Renewal)),
            Some(kind) => self.sequels.contains(&kind),
            None => false,
        }
    }

    /// Whether it is the text that the parties sign first.
    pub(crate) fn is_signed_text(&self) -> bool {
        self.copies == Copies::Originals && self.sequels.is_empty()
    }
}

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
use crate::expr::Expr;
use crate::values::{Facts, Scope};
use domain::dossier::Dossier;
use domain::dossier::choices::SequelKind;
use domain::record::Path;
use minijinja::Value;

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
    /// Whether this dossier may be followed so: there would be a document for it, as the dossier stands. A renewal is a
    /// convention like the first.
    pub fn can_be_followed_by(&self, dossier: &Dossier, kind: SequelKind) -> bool {
        let is_its = |document: &&DocumentDecl| document.sequels.contains(&kind);
        let mut own = self.documents.iter().filter(is_its);
        // Asked at each view: most modèles set no condition, and nothing is then computed.
        if kind == SequelKind::Renewal || own.clone().any(|it| it.exists_if.is_none()) {
            return true;
        }
        let scope = Scope::of(&Facts::bare(self, dossier)).value();
        own.any(|document| document.exists(&scope))
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

    /// Whether its condition holds, where the names stand for what `scope` gives; without one, always.
    pub(crate) fn exists(&self, scope: &Value) -> bool {
        let holds = |expr: &Expr| expr.eval(scope).is_ok_and(|value| value.is_true());
        self.exists_if.as_ref().is_none_or(holds)
    }

    /// Whether it is the text that the parties sign first.
    pub(crate) fn is_signed_text(&self) -> bool {
        self.copies == Copies::Originals && self.sequels.is_empty()
    }
}

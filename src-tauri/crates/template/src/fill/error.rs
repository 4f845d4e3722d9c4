//! Why a document cannot be filled.

use crate::expr::EvalError;
use domain::record::Path;

/// Why a document cannot be filled.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FillError {
    /// The modèle has no such document.
    #[error("the modèle has no document « {0} »")]
    NoDocument(String),
    /// The vérification did not let this document go.
    #[error("the document « {0} » was not found ready")]
    NotReady(String),
    /// These fields are empty and the document prints them.
    #[error("{} fields are missing", .0.len())]
    Incomplete(Vec<Path>),
    /// An expression of the modèle has no value.
    #[error("{file}, line {line}: {why}")]
    Expression {
        /// The file of the modèle.
        file: String,
        /// The line.
        line: usize,
        /// Why.
        why: EvalError,
    },
}

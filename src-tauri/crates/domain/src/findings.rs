//! CONTRACT. What the vérification says: findings, each with its severity and its place.
//!
//! A finding is a code with its details; the French sentence is said once, in the room `app`.

use crate::record::Path;
use crate::rules::fault::Fault;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// « Bloquant »: the documents it names cannot be made final.
    Blocking,
    /// « À vérifier »: passes with a written reason; without one it stops only the originals.
    ToVerify,
    /// « Conseil »: stops nothing.
    Advice,
}

/// One thing the vérification found.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What is wrong, with the details its sentence needs.
    pub fault: Fault,
    /// How much it weighs.
    pub severity: Severity,
    /// The field, when there is one.
    pub path: Option<Path>,
    /// The rule it comes from: an article of law, a clause (« CGCT, art. L. 2131-1 »); empty for a plain reading.
    pub law: &'static str,
}

impl Finding {
    /// Its key: the code and the field. A reason is kept under it.
    pub fn key(&self) -> (String, String) {
        let path = self
            .path
            .as_ref()
            .map(|path| path.as_str().to_owned())
            .unwrap_or_default();
        (self.fault.code().to_owned(), path)
    }
}

//! What the modèle tells of a dossier, each sentence placed by the documents that print the field.

use super::placed::told_of;
use super::{Placed, Printed};
use domain::findings::Severity;
use domain::record::Path;

/// What is told, each in its place.
pub(super) struct Told<'a> {
    printed: &'a Printed,
    pub(super) found: Vec<Placed>,
}

impl<'a> Told<'a> {
    /// Nothing yet, about documents printed so.
    pub(super) fn with(printed: &'a Printed) -> Self {
        let found = Vec::new();
        Self { printed, found }
    }

    /// Something to verify about a field.
    pub(super) fn say(&mut self, path: Path, code: &str, sentence: String) {
        self.weigh(Severity::ToVerify, Some(path), code, sentence);
    }

    /// The same, of any weight; without a field, it is about the originals.
    pub(super) fn weigh(
        &mut self,
        severity: Severity,
        path: Option<Path>,
        code: &str,
        sentence: String,
    ) {
        let concerned = self.printed.concerned(path.as_ref());
        self.found
            .push(told_of(path, (severity, code, sentence), concerned));
    }
}

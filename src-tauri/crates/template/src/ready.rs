//! A set of documents that nothing blocks: only the vérification makes one.

use crate::declared::Template;
use crate::{DocumentKey, check::ControlSheet};
use domain::dossier::Dossier;
use domain::values::Date;
use std::collections::BTreeMap;

/// Documents that may be made for good. It keeps the dossier as it was checked.
#[derive(Clone, Debug)]
pub struct Ready {
    dossier: Dossier,
    template: (String, u32),
    documents: Vec<DocumentKey>,
    pieces: BTreeMap<DocumentKey, Vec<DocumentKey>>,
    today: Date,
}

impl Ready {
    pub(crate) fn of(sheet: &ControlSheet, documents: &[DocumentKey]) -> Self {
        let pieces = |key: &DocumentKey| (key.clone(), sheet.pieces(key).to_vec());
        Self {
            dossier: sheet.dossier().clone(),
            template: sheet.template().clone(),
            documents: documents.to_vec(),
            pieces: documents.iter().map(pieces).collect(),
            today: sheet.today(),
        }
    }

    /// The dossier, as it was checked.
    pub fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// Id and version of the modèle it was checked against.
    pub fn template(&self) -> (&str, u32) {
        (&self.template.0, self.template.1)
    }

    /// The documents that may be made.
    pub fn documents(&self) -> &[DocumentKey] {
        &self.documents
    }

    /// The documents that go with one of them: they may be made too.
    pub fn pieces(&self, document: &str) -> &[DocumentKey] {
        self.pieces.get(document).map_or(&[], Vec::as_slice)
    }

    /// The day of the check.
    pub fn today(&self) -> Date {
        self.today
    }

    /// Whether it lets this document of this modèle go.
    pub(crate) fn is_for(&self, template: &Template, document: &str) -> bool {
        self.template == (template.id.clone(), template.version)
            && (self.documents.iter())
                .chain(self.pieces.values().flatten())
                .any(|key| key == document)
    }
}

//! A set of documents that nothing blocks: only the vérification makes one.

use crate::declared::Template;
use crate::pieces::Edition;
use crate::{DocumentKey, check::ControlSheet};
use document::Document;
use domain::dossier::Dossier;
use domain::values::Date;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Documents that may be made for good. It keeps the dossier as it was checked.
#[derive(Clone, Debug)]
pub struct Ready {
    dossier: Dossier,
    template: (String, u32),
    documents: Vec<DocumentKey>,
    pieces: BTreeMap<DocumentKey, Vec<DocumentKey>>,
    today: Date,
    /// Documents that the vérification filled, until each is taken.
    made: Arc<Mutex<BTreeMap<DocumentKey, Document>>>,
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
            made: Arc::default(),
        }
    }

    /// It, with documents filled already.
    pub(crate) fn with(self, made: BTreeMap<DocumentKey, Document>) -> Self {
        let made = Arc::new(Mutex::new(made));
        Self { made, ..self }
    }

    /// A document as the vérification filled it, for its first edition; once, then it is filled anew.
    pub(crate) fn take(&self, document: &str, edition: &Edition) -> Option<Document> {
        if edition.number != 1 || edition.pieces.is_some() || edition.school.is_some() {
            return None;
        }
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.remove(document)
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

//! What one asks of a modèle: its parts by key, its labels, its duration, its fingerprint.

use crate::declared::{DocumentDecl, OriginalsCount, PartyDecl, PartyRole, Question, Template};
use crate::expr::Expr;
use crate::values::{DocumentFacts, Facts, Scope};
use domain::record::Path;
use sha2::{Digest, Sha256};

impl Template {
    /// The document of this key.
    pub fn document(&self, key: &str) -> Option<&DocumentDecl> {
        self.documents.iter().find(|document| document.key == key)
    }

    /// The party of this key.
    pub fn party(&self, key: &str) -> Option<&PartyDecl> {
        self.parties.iter().find(|party| party.key == key)
    }

    /// The question of this key.
    pub fn question(&self, key: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.key == key)
    }

    /// The label and help of the field or question at a path; none when there is no such field.
    pub fn label(&self, path: &Path) -> Option<(&str, &str)> {
        if path.head() == domain::dossier::ANSWERS {
            return self
                .question(path.last())
                .map(|question| (question.label.as_str(), question.help.as_str()));
        }
        domain::dossier::Dossier::field(path).map(|field| (field.label, field.help))
    }

    /// SHA-256 of its files, in hexadecimal: their names, lengths and texts in the order of the names.
    /// A published version never changes it.
    pub fn sha256(&self) -> String {
        let mut hash = Sha256::new();
        for (name, text) in &self.files {
            hash.update(format!("{name}\n{}\n{text}", text.len()));
        }
        hash.finalize()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    /// How many originals are proposed.
    pub fn proposed_originals(&self) -> u32 {
        match self.originals.count {
            OriginalsCount::Fixed(count) => count,
            OriginalsCount::Single | OriginalsCount::Electronic => 1,
            OriginalsCount::PerParty => {
                let signing = self
                    .parties
                    .iter()
                    .filter(|party| party.role == PartyRole::Signatory)
                    .count();
                u32::try_from(signing).unwrap_or(u32::MAX)
            }
        }
    }

    /// How long a dossier's convention lasts; none while its years do not read.
    pub fn duration(
        &self,
        dossier: &domain::dossier::Dossier,
    ) -> Option<domain::rules::term::Duration> {
        let facts = Facts::of(self, dossier, DocumentFacts::default());
        let scope = Scope::of(&facts).value();
        let count = |expr: &Expr| u8::try_from(expr.eval(&scope).ok()?).ok();
        Some(domain::rules::term::Duration {
            years: self.term.years.as_ref().and_then(count)?,
            tacit_renewal: self.term.yearly_renewal,
            notice_months: self.term.notice_months.as_ref().and_then(count),
        })
    }

    /// The anchor of the article that says the duration; empty for none.
    pub fn duration_article(&self) -> &str {
        &self.term.article
    }
}

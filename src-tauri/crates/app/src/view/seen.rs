//! What a view is made from, and its fields in words.

use super::field::{self, Slot};
use super::types::FieldView;
use domain::dossier::Dossier;
use domain::record::Path;
use template::{Placed, Template};

/// What a view is made from.
pub struct Seen<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// Its modèle.
    pub template: &'a Template,
    /// What the vérification found.
    pub findings: &'a [Placed],
}

impl Seen<'_> {
    /// A field in words.
    pub fn field(&self, slot: &Slot) -> FieldView {
        field::view(self.dossier, slot, self.findings)
    }

    /// Fields in words.
    pub fn fields(&self, slots: &[Slot]) -> Vec<FieldView> {
        slots.iter().map(|slot| self.field(slot)).collect()
    }

    /// Whether a field says yes.
    pub fn is_yes(&self, path: &Path) -> bool {
        self.dossier.typed(path) == "oui"
    }

    /// Whether those who decide are associations: their act is neither transmitted to the préfecture nor executory.
    pub fn is_association(&self) -> bool {
        let parties = self.template.parties_of(self.dossier);
        let mut acts = parties.iter().map(|party| party.act.as_str());
        let has = acts.clone().any(|act| act == "association");
        has && acts.all(|act| matches!(act, "association" | "aucun"))
    }
}

//! `modele`: what a text may say of its own modèle, and whether the dossier is of another year.

use super::special::{Day, Empty};
use crate::declared::{PrivacyDecl, Template};
use domain::dossier::Dossier;
use domain::values::Date;
use minijinja::value::Value;

/// What a role for personal data gives.
pub(crate) const OF_PRIVACY: &[&str] = &["qui", "role", "objet", "source"];

impl PrivacyDecl {
    /// It, as expressions take it.
    pub(super) fn value(&self) -> Value {
        Value::from_pairs([
            ("qui", Value::from(self.who.as_str())),
            ("role", Value::from(self.role.as_str())),
            ("objet", Value::from(self.about.as_str())),
            ("source", Value::from(self.source.as_str())),
        ])
    }
}

/// What a text may say of its own modèle.
#[derive(Clone, Debug, Default)]
pub(crate) struct Model {
    title: String,
    source: String,
    school_year: String,
    end: Option<Date>,
}

impl Model {
    /// What this modèle lets its texts say.
    pub(super) fn of(template: &Template) -> Self {
        Self {
            title: template.title.clone(),
            source: template.source.clone(),
            school_year: template.school_year.clone().unwrap_or_default(),
            end: template.fixed_end(),
        }
    }

    /// It, as expressions take it; the year is another one when the modèle has only one and the dossier's differs.
    pub(super) fn value(&self, dossier: &Dossier) -> Value {
        let year = dossier.sheet.school_year.value().map(ToString::to_string);
        let has_one = !self.school_year.is_empty();
        let other = has_one && year.is_some_and(|year| year != self.school_year);
        let end = self.end.map(|end| Value::from_object(Day(end)));
        Value::from_pairs([
            ("titre", Value::from(self.title.as_str())),
            ("source", Value::from(self.source.as_str())),
            ("annee_scolaire", Value::from(self.school_year.as_str())),
            ("autre_annee", Value::from(other)),
            ("fin", end.unwrap_or_else(Empty::value)),
        ])
    }
}

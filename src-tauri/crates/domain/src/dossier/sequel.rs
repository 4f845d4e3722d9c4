//! What comes after a convention: avenant, update of an annexe, renewal. A dossier that follows another one keeps it
//! whole, as it was signed, and says here what it does to it.

use super::choices::{SequelKind, TextSource};
use super::{Act, Dossier, SuppliedText};
use crate::entry::{Entry, Value};
use crate::record;
use crate::rules::term::effect;
use crate::values::{Count, Date, SchoolYear, Text};

record! {
    /// What a dossier does to the convention that it follows.
    pub struct Sequel in "sequel" {
        /// Avenant, update of an annexe or renewal; empty for a first convention.
        kind: Entry<SequelKind> = "nature", "Nature de la suite", "Vide pour une première convention. Sinon, le dossier suivi est sous « avant ».";
        /// The avenant's number; of an update, that of the last avenant before it.
        number: Entry<Count> = "numero", "Numéro de l’avenant", "1 pour le premier avenant de la convention.";
        /// What it is about, in a few words.
        subject: Entry<Text> = "objet", "Objet de la suite", "Ce qui change, en quelques mots : « l’ouverture de l’ENT dans une septième école ».";
        /// The day on which it takes effect.
        effect: Entry<Date> = "prise_effet", "Prise d’effet de la suite", "Sans réponse, un avenant prend effet à sa dernière signature ; une annexe est à jour à cette date.";
        /// The reference of the convention that it follows.
        convention_reference: Entry<Text> = "convention_reference", "Référence de la convention suivie", "";
        /// The day of that convention's last signature.
        convention_signed: Entry<Date> = "convention_signee_le", "Convention suivie signée le", "Le jour de sa dernière signature.";
        /// That convention's last day, renewals included.
        convention_ends: Entry<Date> = "convention_fin_le", "Convention suivie en vigueur jusqu’au", "Son dernier jour, reconductions comprises.";
    }
}

impl SequelKind {
    /// Whether it changes a convention that goes on; a renewal is another convention.
    pub fn amends(self) -> bool {
        matches!(self, Self::Amendment | Self::Update)
    }
}

impl Dossier {
    /// What this dossier does to an earlier one; none for a first convention.
    pub fn sequel(&self) -> Option<SequelKind> {
        self.sheet.sequel.kind.value().copied()
    }

    /// The day on which the parties were all known to have signed; none while one has not.
    pub fn last_signature(&self) -> Option<Date> {
        let signatories = self.sheet.signatories.iter();
        let days: Vec<Option<Date>> = signatories
            .filter(|item| !self.is_succeeded(&item.id))
            .map(|item| item.value.signed_on.value().copied())
            .collect();
        effect(&days)
    }

    /// A dossier that follows this one, which it keeps frozen. Parties, schools, contacts and answers are those in
    /// force; what belongs to one act only is to be given anew: its délibération, its signatures, its dates, the
    /// reasons written for it. A dossier that this one followed itself is dropped: its reference, its date and its end
    /// stay in the record « suite », and what it said is in this one.
    pub fn followed(&self, kind: SequelKind) -> Self {
        let mut next = self.clone();
        let before = Self {
            before: None,
            unit: None,
            ..self.clone()
        };
        next.unit = None;
        next.sheet.sequel = self.next_sequel(kind);
        next.sheet.reasons = Default::default();
        next.forget_signatures();
        next.forget_act();
        if kind == SequelKind::Renewal {
            next.begin_anew();
        }
        next.before = Some(Box::new(before));
        next
    }

    /// What the next dossier says of this one. An avenant or an update is no convention: the one that it follows stays
    /// the one that is named.
    fn next_sequel(&self, kind: SequelKind) -> Sequel {
        let own = &self.sheet.sequel;
        let amends = self.sequel().is_some_and(SequelKind::amends);
        let mut next = if amends {
            Sequel {
                number: Entry::Empty,
                subject: Entry::Empty,
                effect: Entry::Empty,
                ..own.clone()
            }
        } else {
            Sequel {
                convention_reference: self.sheet.reference.clone(),
                convention_signed: self.last_signature().map_or(Entry::Empty, Entry::Read),
                ..Sequel::default()
            }
        };
        next.kind = Entry::Read(kind);
        let number = match kind {
            SequelKind::Amendment => self.amendments() + 1,
            SequelKind::Update => self.amendments(),
            SequelKind::Renewal => 0,
        };
        let some = Count::new(number).filter(|_| number > 0);
        next.number = some.map_or(Entry::Empty, Entry::Read);
        next
    }

    /// How many avenants the convention has had, this dossier included: an update of an annexe keeps the last number.
    fn amendments(&self) -> u32 {
        let number = self.sheet.sequel.number.value().map(|count| count.get());
        match self.sequel() {
            Some(SequelKind::Amendment) => number.unwrap_or(1),
            Some(SequelKind::Update) => number.unwrap_or(0),
            _ => 0,
        }
    }

    fn forget_signatures(&mut self) {
        for item in &mut self.sheet.signatories.0 {
            item.value.signed_on = Entry::Empty;
            item.value.act_number = Entry::Empty;
            item.value.act_date = Entry::Empty;
        }
        for item in &mut self.sheet.schools.0 {
            item.value.act_number = Entry::Empty;
            item.value.act_date = Entry::Empty;
        }
        self.sheet.convention.date = Entry::Empty;
    }

    /// Another session decides: only what the council is stays.
    fn forget_act(&mut self) {
        let act = std::mem::take(&mut self.sheet.act);
        self.sheet.act = Act {
            body: act.body,
            legal_number: act.legal_number,
            in_office: act.in_office,
            private_schools: act.private_schools,
            written_by: act.written_by,
            ..Act::default()
        };
    }

    /// A renewal is a new text: it is accepted, or supplied, anew, and begins the year after.
    fn begin_anew(&mut self) {
        let convention = &mut self.sheet.convention;
        convention.accepted_by = Entry::Empty;
        convention.accepted_on = Entry::Empty;
        if convention.source.value() == Some(&TextSource::Supplied) {
            convention.supplied = SuppliedText::default();
        }
        if let Some(year) = self.sheet.school_year.value() {
            let next = year.begins_in() + 1;
            let text = format!("{next}-{}", next + 1);
            self.sheet.school_year =
                SchoolYear::read(&text).map_or_else(|_| Entry::Empty, Entry::Read);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Path;
    use crate::rules::testing::dossier;

    fn signed() -> Dossier {
        dossier(&[
            ("reference", "2026-001"),
            ("annee_scolaire", "2026-2027"),
            ("signataires/m/partie", "commune"),
            ("signataires/m/signe_le", "2026-12-20"),
            ("signataires/r/partie", "academie"),
            ("signataires/r/signe_le", "2027-01-16"),
            ("ecoles/a/nom", "École du Parc"),
            ("deliberation/numero", "DEL261214_20"),
            ("deliberation/effectif_legal", "35"),
            ("convention/date", "2026-12-20"),
            ("convention/accepte_par", "la Dane"),
            ("champs/duree_annees", "4"),
        ])
    }

    #[track_caller]
    fn check(dossier: &Dossier, fields: &[(&str, &str)]) {
        for (path, expected) in fields {
            assert_eq!(dossier.typed(&Path::new(*path)), *expected, "{path}");
        }
    }

    #[test]
    fn an_avenant_keeps_what_is_in_force_and_asks_the_rest_anew() {
        let before = signed();
        let next = before.followed(SequelKind::Amendment);
        check(
            &next,
            &[
                ("suite/nature", "avenant"),
                ("suite/numero", "1"),
                ("suite/convention_reference", "2026-001"),
                ("suite/convention_signee_le", "2027-01-16"),
                ("ecoles/a/nom", "École du Parc"),
                ("champs/duree_annees", "4"),
                ("annee_scolaire", "2026-2027"),
                ("convention/accepte_par", "la Dane"),
                ("deliberation/effectif_legal", "35"),
                ("deliberation/numero", ""),
                ("convention/date", ""),
                ("signataires/r/signe_le", ""),
            ],
        );
        assert_eq!(next.before.as_deref(), Some(&before));
    }

    #[test]
    fn the_second_avenant_names_the_convention_and_not_the_first() {
        let mut first = signed().followed(SequelKind::Amendment);
        first.put(&Path::new("reference"), "2026-001-avenant-1");
        let update = first.followed(SequelKind::Update);
        check(
            &update,
            &[("suite/nature", "mise_a_jour"), ("suite/numero", "1")],
        );
        for before in [&first, &update] {
            let second = before.followed(SequelKind::Amendment);
            check(&second, &[("suite/convention_reference", "2026-001")]);
            assert!(second.before.is_some_and(|before| before.before.is_none()));
        }
        check(
            &first.followed(SequelKind::Amendment),
            &[("suite/numero", "2")],
        );
        check(
            &update.followed(SequelKind::Amendment),
            &[("suite/numero", "2")],
        );
    }

    #[test]
    fn a_renewal_begins_the_year_after_with_a_text_to_be_accepted() {
        let next = signed().followed(SequelKind::Renewal);
        check(
            &next,
            &[
                ("suite/nature", "renouvellement"),
                ("suite/numero", ""),
                ("annee_scolaire", "2027-2028"),
                ("convention/accepte_par", ""),
                ("champs/duree_annees", "4"),
            ],
        );
    }

    #[test]
    fn a_convention_that_one_party_has_not_signed_has_no_last_signature() {
        let mut dossier = signed();
        dossier.put(&Path::new("signataires/r/signe_le"), "");
        assert_eq!(dossier.last_signature(), None);
    }
}

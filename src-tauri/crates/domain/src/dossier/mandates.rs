//! Who signs for a party: of several mandates of one body, the one in force on the day of the signature.

use super::{Dossier, Signatory};
use crate::record::{Id, Item};
use crate::values::Date;

impl Dossier {
    /// Who signs for a party of the modèle: of several mandates of one body, the one in force on the day of the
    /// signature (`domain.md` §2); the first while that day, or who was in office, is not known.
    pub fn signatory(&self, party: &str) -> Option<(&Id, &Signatory)> {
        let first = self.first_of(party)?;
        let mut mandates = self.mandates(first);
        let signs = mandates.find(|item| self.is_in_office(&item.value));
        let Item { id, value } = signs.unwrap_or(first);
        Some((id, value))
    }

    /// Who was in office for a party on a day, such as that of the vote: a maire elected between the vote and the
    /// signature changes the second, not the first. Without that day, and when nobody's dates cover it, who signs.
    pub fn in_office_on(&self, party: &str, day: Option<Date>) -> Option<(&Id, &Signatory)> {
        let first = self.first_of(party)?;
        let there = day.and_then(|day| self.mandates(first).find(|item| covers(&item.value, day)));
        match there {
            Some(Item { id, value }) => Some((id, value)),
            None => self.signatory(party),
        }
    }

    fn first_of(&self, party: &str) -> Option<&Item<Signatory>> {
        let of_party = |item: &&Item<Signatory>| {
            let key = item.value.party.value();
            key.is_some_and(|key| key.as_str() == party)
        };
        self.sheet.signatories.iter().find(of_party)
    }

    /// Whether another mandate of the same body is the one in force on the day of the signature.
    pub fn is_succeeded(&self, id: &Id) -> bool {
        let item = self.sheet.signatories.iter().find(|item| item.id == *id);
        item.is_some_and(|item| {
            !self.is_in_office(&item.value)
                && self
                    .mandates(item)
                    .any(|other| self.is_in_office(&other.value))
        })
    }

    /// The mandates of one body of one party, in their order.
    fn mandates<'a>(
        &'a self,
        of: &'a Item<Signatory>,
    ) -> impl Iterator<Item = &'a Item<Signatory>> {
        let same = |item: &&Item<Signatory>| {
            item.value.party == of.value.party && item.value.body == of.value.body
        };
        self.sheet.signatories.iter().filter(same)
    }

    /// Whether a mandate, whose dates are known, covers the day of the signature: the one recorded, else « Fait le ».
    fn is_in_office(&self, signatory: &Signatory) -> bool {
        let (since, until) = (signatory.since.value(), signatory.until.value());
        let signed = signatory.signed_on.value();
        let Some(&day) = signed.or(self.sheet.convention.date.value()) else {
            // Without a day, the mandate that has no end is today's.
            return since.is_some() && until.is_none();
        };
        covers(signatory, day)
    }
}

/// Whether a mandate, whose dates are known, covers a day.
fn covers(signatory: &Signatory, day: Date) -> bool {
    let (since, until) = (signatory.since.value(), signatory.until.value());
    (since.is_some() || until.is_some())
        && since.is_none_or(|since| *since <= day)
        && until.is_none_or(|until| day <= *until)
}

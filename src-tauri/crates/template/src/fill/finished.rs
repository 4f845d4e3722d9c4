//! What a text that was filled is made into: its document, its title, its originals, the annexes that none of its
//! sentences calls.

use super::run::{Filled, Filler};
use crate::declared::Copies;
use document::{Block, Document, Inline, OriginalLabel};
use domain::dossier::choices::OriginalsForm;
use std::collections::BTreeSet;

/// More originals than any convention has: a count mistyped must not fill the memory.
const MOST_ORIGINALS: u32 = 99;

impl Filler<'_> {
    /// The document, and what was noted on the way.
    pub(super) fn filled(self) -> Filled {
        let uncalled = self.uncalled();
        let places = self
            .labels
            .iter()
            .map(|(anchor, label)| (anchor.clone(), label.reference.clone()))
            .collect();
        let duplex = self
            .facts
            .dossier
            .sheet
            .convention
            .duplex
            .value()
            .is_none_or(|duplex| duplex.0);
        let bodiless = self.declared.annexes_only || self.is_supplied();
        let mut document = Document {
            title: self.title(),
            originals: self.originals(),
            opening: self.opening,
            blocks: self.edges.body,
            annexes: self.annexes.into_iter().map(|(_, annexe)| annexe).collect(),
            header: self.edges.header,
            footer: self.edges.footer,
            footer_second: self.edges.second,
            stamp_zone: self.declared.stamp_zone,
            duplex,
            ..Document::default()
        };
        if bodiless {
            leads_nowhere(&mut document);
        }
        Filled {
            document,
            notes: self.notes,
            places,
            lost: self.lost,
            uncalled,
            copies: self.copies,
        }
    }

    fn uncalled(&self) -> Vec<(String, String)> {
        let uncalled = self
            .annexes
            .iter()
            .filter(|(key, annexe)| !key.is_empty() && !self.cited.contains(&annexe.anchor));
        uncalled
            .map(|(key, annexe)| (key.clone(), annexe.label.clone()))
            .collect()
    }

    /// « Convention relative à … »: the title of the file, from the H1.
    fn title(&self) -> String {
        let words = |inlines: &[Inline]| {
            inlines
                .iter()
                .filter_map(|inline| {
                    if let Inline::Text(text) = inline {
                        Some(text.words.as_str())
                    } else {
                        None
                    }
                })
                .collect::<String>()
        };
        let title = format!(
            "{} {}",
            words(&self.opening.genre),
            words(&self.opening.rest)
        );
        if title.trim().is_empty() {
            self.declared.title.clone()
        } else {
            title.trim().to_owned()
        }
    }

    /// Each original says its number and whom it is for: the collectivity first (`product.md` §6, 5).
    fn originals(&self) -> Vec<OriginalLabel> {
        if self.declared.copies != Copies::Originals {
            return Vec::new();
        }
        let count = self.facts.originals().min(MOST_ORIGINALS);
        let addressees = self.addressees();
        let form = self.facts.dossier.sheet.convention.originals_form.value();
        // The text says who keeps the only one: it is no party's own.
        let common = match form {
            Some(OriginalsForm::Electronic) => Some("Original électronique"),
            Some(OriginalsForm::Single) => Some("Original unique"),
            _ => None,
        };
        if let (1, Some(number)) = (count, common) {
            return vec![OriginalLabel {
                number: number.to_owned(),
                addressee: "commun aux parties".to_owned(),
            }];
        }
        let label = |rank: u32| OriginalLabel {
            number: if count == 1 {
                "Original unique".to_owned()
            } else {
                format!("Exemplaire {}/{count}", rank + 1)
            },
            addressee: addressees
                .get(rank as usize)
                .map_or_else(|| "exemplaire supplémentaire".to_owned(), Clone::clone),
        };
        (0..count).map(label).collect()
    }

    /// For whom each original is, in order: each member of a party that has several has its own.
    fn addressees(&self) -> Vec<String> {
        let keys = self.template.originals.addressees.iter();
        let known = &self.facts.parties;
        let parties = keys.filter_map(|key| known.iter().find(|party| party.key == *key));
        let each = parties.flat_map(|party| {
            let members = self.template.members(party, &self.facts.dossier);
            members.into_iter().map(|name| match name.as_str() {
                "" => party.addressed.clone(),
                name => format!("{} : {name}", party.addressed),
            })
        });
        each.collect()
    }
}

/// Takes away the ways to parts of a text that is not printed with its annexes; what they say stays.
fn leads_nowhere(document: &mut Document) {
    let headings = document.annexes.iter().flat_map(|annexe| &annexe.blocks);
    let anchor = |block: &Block| match block {
        Block::Heading { anchor, .. } => Some(anchor.clone()),
        _ => None,
    };
    let annexes = document.annexes.iter().map(|annexe| annexe.anchor.clone());
    let there: BTreeSet<String> = headings.filter_map(anchor).chain(annexes).collect();
    document.each_text_mut(|text| {
        let inside = |link: &String| link.strip_prefix('#').is_none_or(|to| there.contains(to));
        text.link = text.link.take().filter(inside);
    });
}

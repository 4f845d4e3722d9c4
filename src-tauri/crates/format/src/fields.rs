//! Fills a dossier's declared fields, answers and hand-written blanks from the text being read.

use crate::error::What;
use crate::key;
use crate::near::shortened;
use crate::raw::Raw;
use crate::reader::Reader;
use domain::dossier::Dossier;
use domain::record::{Id, Items, Part, PartMut, Path, Record, find};
use std::collections::BTreeSet;

impl<'a> Reader<'a> {
    /// A declared field of a record.
    pub(crate) fn field(&mut self, record: &mut dyn Record, key: &str, raw: Raw<'a>, at: &Path) {
        let shape = record.shape();
        match record.part_mut(key) {
            Some(PartMut::Leaf(leaf)) => {
                if let Some(text) = self.text(raw, &at.join(key)) {
                    leaf.put(&text);
                }
            }
            Some(PartMut::Record(below)) => self.record(below, raw, &at.join(key)),
            Some(PartMut::List(items)) => self.list(items, raw, &at.join(key)),
            None => {
                let mut known: Vec<&'static str> =
                    shape.fields.iter().map(|field| field.key).collect();
                if at.as_str().is_empty() {
                    known.extend([key::FORMAT, key::TEMPLATE, key::ANSWERS, key::BY_HAND]);
                    known.push(key::BEFORE);
                }
                self.unknown(at, key, raw, &known);
            }
        }
    }

    fn record(&mut self, record: &mut dyn Record, raw: Raw<'a>, at: &Path) {
        for (key, value) in self.members(raw, at) {
            self.field(record, &key, value, at);
        }
    }

    fn list(&mut self, list: &mut dyn Items, raw: Raw<'a>, at: &Path) {
        let items = self.items(raw, at);
        let ranked: Vec<_> = (1usize..).zip(items).collect();
        let members: Vec<_> = ranked
            .iter()
            .map(|&(rank, raw)| self.members(raw, &at.join(&rank.to_string())))
            .collect();
        let ids = self.ids(&ranked, &members, at);
        for ((id, members), place) in ids.into_iter().zip(members).zip(0..) {
            list.insert(place, id.clone());
            let Some(item) = list.item_mut(id.as_str()) else {
                continue;
            };
            for (key, value) in members.into_iter().filter(|(key, _)| key != key::ITEM_ID) {
                self.field(item, &key, value, &at.join(id.as_str()));
            }
        }
    }

    /// The ids of a list's items: those written, then for the others their rank, made different where it is taken.
    fn ids(
        &mut self,
        ranked: &[(usize, Raw<'a>)],
        members: &[Vec<(String, Raw<'a>)>],
        at: &Path,
    ) -> Vec<Id> {
        let mut taken = BTreeSet::new();
        let mut written = Vec::new();
        for ((rank, _), members) in ranked.iter().zip(members) {
            let at = at.join(&rank.to_string()).join(key::ITEM_ID);
            let value = members
                .iter()
                .find(|(key, _)| key == key::ITEM_ID)
                .map(|(_, value)| *value);
            written.push(value.and_then(|value| self.id(value, &at, &mut taken)));
        }
        let by_rank = |((rank, _), written): (&(usize, Raw<'a>), Option<Id>)| {
            written.or_else(|| free_id(*rank, &mut taken))
        };
        ranked.iter().zip(written).filter_map(by_rank).collect()
    }

    fn id(&mut self, raw: Raw<'a>, at: &Path, taken: &mut BTreeSet<Id>) -> Option<Id> {
        let text = self.text(raw, at)?;
        let Some(id) = Id::new(&text) else {
            self.fault(
                at.clone(),
                raw,
                What::BadId {
                    id: shortened(&text),
                },
            );
            return None;
        };
        if !taken.insert(id.clone()) {
            self.fault(at.clone(), raw, What::SameId { id: text });
            return None;
        }
        Some(id)
    }

    pub(crate) fn answers(&mut self, dossier: &mut Dossier, raw: Raw<'a>) {
        let at = Path::new(key::ANSWERS);
        for (key, value) in self.members(raw, &at) {
            let path = at.join(&shortened(&key));
            if !is_answer_key(&key) {
                self.fault(path, value, What::BadKey);
            } else if let Some(text) = self.text(value, &path) {
                dossier.put(&path, &text);
            }
        }
    }

    pub(crate) fn by_hand(&mut self, dossier: &mut Dossier, raw: Raw<'a>) {
        let at = Path::new(key::BY_HAND);
        let mut named = BTreeSet::new();
        for (rank, item) in (1usize..).zip(self.items(raw, &at)) {
            let at = at.join(&rank.to_string());
            let Some(text) = self.text(item, &at) else {
                continue;
            };
            let path = Path::new(text.as_str());
            if !is_field(dossier, &path) {
                self.fault(
                    at,
                    item,
                    What::NoSuchField {
                        named: shortened(&text),
                    },
                );
            } else if !named.insert(path) {
                self.fault(at, item, What::Twice);
            }
        }
        dossier.by_hand = named.into_iter().collect();
    }
}

/// An id that no item has: the rank, else the rank and a number.
fn free_id(rank: usize, taken: &mut BTreeSet<Id>) -> Option<Id> {
    let plain = std::iter::once(rank.to_string());
    let numbered = (2usize..).map(|number| format!("{rank}-{number}"));
    let free = plain
        .chain(numbered)
        .filter_map(|text| Id::new(&text))
        .find(|id| !taken.contains(id))?;
    taken.insert(free.clone());
    Some(free)
}

/// Whether a path names a field of this dossier, or an answer to a question of its modèle.
fn is_field(dossier: &Dossier, path: &Path) -> bool {
    let keys: Vec<&str> = path.keys().collect();
    match keys.as_slice() {
        [key::ANSWERS, answer] => is_answer_key(answer),
        _ => {
            keys.join("/") == path.as_str()
                && matches!(find(&dossier.sheet, path), Some(Part::Leaf(_)))
        }
    }
}

/// Whether a text may be the key of an answer: the modèles name their questions so.
fn is_answer_key(key: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    (1..=60).contains(&key.len()) && key.bytes().all(plain)
}

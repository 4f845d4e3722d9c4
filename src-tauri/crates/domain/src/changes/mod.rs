//! What changed from one dossier to the one that follows it: schools in and out, contacts by role, answers, fields.
//!
//! The comparison follows the declared shape, so that a field added there is compared without a line here. What
//! belongs to one act only (its reference, its délibération, its signatures and dates) is no change.

use crate::dossier::{ANSWERS, Contact, Dossier, EnrolledSchool};
use crate::entry::{Entry, Kind, Leaf, Value};
use crate::record::{Id, Item, List, Path, Record, walk};
use crate::values::{Date, Phone, Siren, Text, fold};
use std::collections::{BTreeMap, BTreeSet};

/// What a change is about: it decides the instrument (`domain.md` §6.0).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Matter {
    /// The list of schools.
    Schools,
    /// A contact.
    Contacts,
    /// An answer to a question of the modèle: duration, amount, what the text says.
    Answers,
    /// The collectivity, the académie, the school year.
    Bodies,
    /// Who signs: no change of the text.
    Signatories,
}

/// One thing that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is about.
    pub matter: Matter,
    /// Where it is now; where it was, when it is gone.
    pub path: Path,
    /// What it is: a declared label, « École du Parc : adresse », a contact's role; empty for an answer, which the
    /// modèle names.
    pub label: String,
    /// What it was; empty for what is new.
    pub before: String,
    /// What it is; empty for what is gone.
    pub after: String,
}

/// The schools of two dossiers, those of the second facing those of the first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schools {
    /// Only in the second.
    pub added: Vec<Id>,
    /// Only in the first.
    pub removed: Vec<Id>,
    /// In both: the id in the first, the id in the second.
    pub kept: Vec<(Id, Id)>,
}

impl Schools {
    /// Pairs the schools: by their id, unless both name and UAI say another school; else by their UAI.
    pub fn of(before: &Dossier, after: &Dossier) -> Self {
        let old = &before.sheet.schools;
        let mut schools = Self::default();
        let mut left: Vec<&Item<EnrolledSchool>> = old.iter().collect();
        for item in after.sheet.schools.iter() {
            let by_id = left.iter().position(|known| same_id(known, item));
            let by_uai = || left.iter().position(|known| same_uai(known, item));
            match by_id.or_else(by_uai) {
                Some(at) => schools
                    .kept
                    .push((left.remove(at).id.clone(), item.id.clone())),
                None => schools.added.push(item.id.clone()),
            }
        }
        schools.removed = left.into_iter().map(|item| item.id.clone()).collect();
        schools
    }
}

/// A row typed over with another school is another school.
fn same_id(one: &Item<EnrolledSchool>, other: &Item<EnrolledSchool>) -> bool {
    let renamed = fold(&one.value.name.typed()) != fold(&other.value.name.typed());
    one.id == other.id && (one.value.uai == other.value.uai || !renamed)
}

fn same_uai(one: &Item<EnrolledSchool>, other: &Item<EnrolledSchool>) -> bool {
    one.value.uai.value().is_some() && one.value.uai == other.value.uai
}

/// All that changed, in the order of the rail: bodies, signatories, schools, contacts, answers.
pub fn changes(before: &Dossier, after: &Dossier) -> Vec<Change> {
    let mut found = fields(before, after, &["annee_scolaire"], Matter::Bodies);
    found.extend(fields(
        before,
        after,
        &["collectivite", "academie"],
        Matter::Bodies,
    ));
    found.extend(signatories(before, after));
    found.extend(schools(before, after));
    found.extend(contacts(before, after));
    found.extend(answers(before, after));
    found
}

/// The fields below these heads, by their paths.
fn fields(before: &Dossier, after: &Dossier, heads: &[&str], matter: Matter) -> Vec<Change> {
    let mut found = Vec::new();
    walk(&after.sheet, &Path::new(""), &mut |path, field, leaf| {
        if !heads.contains(&path.head()) {
            return;
        }
        let old = before.leaf(&path).map(printed).unwrap_or_default();
        let new = printed(leaf);
        if old != new {
            found.push(Change {
                matter,
                path,
                label: field.label.to_owned(),
                before: old,
                after: new,
            });
        }
    });
    found
}

/// Who signs for each party, by name and function.
fn signatories(before: &Dossier, after: &Dossier) -> Vec<Change> {
    let parties: BTreeSet<&Text> = [before, after]
        .into_iter()
        .flat_map(|dossier| dossier.sheet.signatories.iter())
        .filter_map(|item| item.value.party.value())
        .collect();
    let known = |dossier: &Dossier, party: &Text| -> Vec<(Id, String)> {
        let of_party = |item: &&Item<crate::dossier::Signatory>| {
            item.value.party.value() == Some(party) && !dossier.is_succeeded(&item.id)
        };
        let items = dossier.sheet.signatories.iter().filter(of_party);
        items
            .map(|item| {
                let keys = ["organisme", "fonction", "civilite", "prenom", "nom"];
                (item.id.clone(), words(&item.value, &keys))
            })
            .collect()
    };
    let mut found = Vec::new();
    for party in parties {
        let (old, new) = (known(before, party), known(after, party));
        let gone = old.iter().filter(|(_, name)| !is_among(&new, name));
        let come = new.iter().filter(|(_, name)| !is_among(&old, name));
        found.extend(facing(gone, come).map(|(id, before, after)| Change {
            matter: Matter::Signatories,
            path: Path::new("signataires").join(id.as_str()),
            label: "Signataire".to_owned(),
            before,
            after,
        }));
    }
    found
}

fn is_among(known: &[(Id, String)], name: &str) -> bool {
    known.iter().any(|(_, other)| other == name)
}

/// Those gone and those come, one facing another.
fn facing<'a>(
    gone: impl Iterator<Item = &'a (Id, String)>,
    come: impl Iterator<Item = &'a (Id, String)>,
) -> impl Iterator<Item = (Id, String, String)> {
    let (mut gone, mut come) = (gone, come);
    std::iter::from_fn(move || {
        let (old, new) = (gone.next(), come.next());
        let id = new.or(old)?.0.clone();
        let words = |side: Option<&(Id, String)>| side.map_or_else(String::new, |it| it.1.clone());
        Some((id, words(old), words(new)))
    })
}

fn schools(before: &Dossier, after: &Dossier) -> Vec<Change> {
    let pairs = Schools::of(before, after);
    let change = |id: &Id, label: &str, old: String, new: String| Change {
        matter: Matter::Schools,
        path: Path::new("ecoles").join(id.as_str()),
        label: label.to_owned(),
        before: old,
        after: new,
    };
    let removed = pairs.removed.iter().map(|id| {
        let name = school_words(before, id);
        change(id, "École retirée", name, String::new())
    });
    let added = pairs.added.iter().map(|id| {
        let name = school_words(after, id);
        change(id, "École ajoutée", String::new(), name)
    });
    let altered = pairs
        .kept
        .iter()
        .flat_map(|(old, new)| altered(before, old, after, new));
    removed.chain(added).chain(altered).collect()
}

/// « École du Parc (0921688K) ».
fn school_words(dossier: &Dossier, id: &Id) -> String {
    let Some(school) = item(&dossier.sheet.schools, id) else {
        return String::new();
    };
    match school.uai.typed().as_str() {
        "" => school.name.typed(),
        uai => format!("{} ({uai})", school.name.typed()),
    }
}

/// The fields of a school that differ. Those of its act belong to one convention only.
pub fn altered(before: &Dossier, old: &Id, after: &Dossier, new: &Id) -> Vec<Change> {
    let lists = (&before.sheet.schools, &after.sheet.schools);
    let (Some(one), Some(other)) = (item(lists.0, old), item(lists.1, new)) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let at = Path::new("ecoles").join(new.as_str());
    walk(other, &at, &mut |path, field, leaf| {
        let was = leaf_of(one, field.key);
        let (was, is) = (was.map(printed).unwrap_or_default(), printed(leaf));
        if was != is && !["acte_numero", "acte_date"].contains(&field.key) {
            found.push(Change {
                matter: Matter::Schools,
                path,
                label: format!("{} : {}", one.name.typed(), field.label),
                before: was,
                after: is,
            });
        }
    });
    found
}

fn leaf_of<'a>(record: &'a dyn Record, key: &str) -> Option<&'a dyn Leaf> {
    match record.part(key)? {
        crate::record::Part::Leaf(leaf) => Some(leaf),
        _ => None,
    }
}

fn item<'a, T>(list: &'a List<T>, id: &Id) -> Option<&'a T> {
    let found = list.iter().find(|item| item.id == *id);
    found.map(|item| &item.value)
}

/// A role, who held it, who holds it.
pub type RoleChange<'a> = (
    &'a Text,
    Option<&'a Item<Contact>>,
    Option<&'a Item<Contact>>,
);

/// The contacts of two dossiers that differ, by role.
pub fn contacts_by_role<'a>(before: &'a Dossier, after: &'a Dossier) -> Vec<RoleChange<'a>> {
    let by_role = |dossier: &'a Dossier| -> BTreeMap<&'a Text, &'a Item<Contact>> {
        let items = dossier.sheet.contacts.iter().rev();
        items
            .filter_map(|item| Some((item.value.role.value()?, item)))
            .collect()
    };
    let (old, new) = (by_role(before), by_role(after));
    let mut roles: Vec<&Text> = Vec::new();
    let both = [after, before]
        .into_iter()
        .flat_map(|it| it.sheet.contacts.iter());
    for role in both.filter_map(|item| item.value.role.value()) {
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    let differs = |role: &&Text| {
        let said = |side: &BTreeMap<&Text, &Item<Contact>>| {
            side.get(*role)
                .map(|item| person(&item.value))
                .unwrap_or_default()
        };
        said(&old) != said(&new)
    };
    let differing = roles.into_iter().filter(differs);
    differing
        .map(|role| (role, old.get(role).copied(), new.get(role).copied()))
        .collect()
}

fn contacts(before: &Dossier, after: &Dossier) -> Vec<Change> {
    let change = |(role, old, new): RoleChange<'_>| {
        let words =
            |item: Option<&Item<Contact>>| item.map(|item| person(&item.value)).unwrap_or_default();
        let at = new.or(old)?;
        Some(Change {
            matter: Matter::Contacts,
            path: Path::new("contacts").join(at.id.as_str()),
            label: role.as_str().to_owned(),
            before: words(old),
            after: words(new),
        })
    };
    let pairs = contacts_by_role(before, after).into_iter();
    pairs.filter_map(change).collect()
}

/// « Mme Dominique Bertin, directrice de l’éducation, 01 99 00 12 34, dominique.bertin@exemple.fr ».
fn person(contact: &Contact) -> String {
    let name = words(contact, &["civilite", "prenom", "nom"]);
    let rest = [
        contact.job.typed(),
        printed(&contact.phone),
        contact.email.typed(),
    ];
    let parts = std::iter::once(name).chain(rest);
    let said: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    said.join(", ")
}

/// The words of some fields of a record, one after the other.
fn words(record: &dyn Record, keys: &[&str]) -> String {
    let leaves = keys.iter().filter_map(|key| leaf_of(record, key));
    let said: Vec<String> = leaves.map(printed).filter(|it| !it.is_empty()).collect();
    said.join(" ")
}

fn answers(before: &Dossier, after: &Dossier) -> Vec<Change> {
    let keys: BTreeSet<&String> = before.answers.keys().chain(after.answers.keys()).collect();
    let typed =
        |dossier: &Dossier, key: &str| dossier.answers.get(key).cloned().unwrap_or_default();
    let change = |key: &String| Change {
        matter: Matter::Answers,
        path: Path::new(ANSWERS).join(key),
        label: String::new(),
        before: typed(before, key),
        after: typed(after, key),
    };
    let all = keys.into_iter().map(change);
    all.filter(|change| fold(&change.before) != fold(&change.after))
        .collect()
}

/// A field as people read it.
pub fn printed(leaf: &(impl Leaf + ?Sized)) -> String {
    let typed = leaf.typed();
    fn read<T: Value>(typed: &str, made: impl FnOnce(T) -> String) -> String {
        match Entry::<T>::of(typed) {
            Entry::Read(value) => made(value),
            _ => typed.to_owned(),
        }
    }
    match leaf.kind() {
        // A title before a name: « Mme », not « Madame ».
        Kind::Choice(choices) if choices.iter().any(|(key, _)| *key == "Mme") => typed,
        Kind::Choice(choices) => {
            let label = choices.iter().find(|(key, _)| *key == typed);
            label.map_or(typed, |(_, label)| (*label).to_owned())
        }
        Kind::Date => read(&typed, Date::long),
        Kind::Phone => read(&typed, |phone: Phone| phone.printed()),
        Kind::Siren => read(&typed, Siren::printed),
        Kind::Image if !typed.is_empty() => "image".to_owned(),
        _ => typed,
    }
}

#[cfg(test)]
mod tests;

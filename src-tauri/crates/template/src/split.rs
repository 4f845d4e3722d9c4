//! One dossier, several conventions: one for each school, for each commune of a grouping, for each member.
//!
//! A share is a dossier like any other, that says in `unit` what it is about; it is made here, and kept nowhere.

use crate::declared::{PartyRole, Split, Template};
use domain::dossier::choices::CollectivityKind;
use domain::dossier::{Collectivity, Dossier, EnrolledSchool, Signatory};
use domain::entry::Entry;
use domain::record::{Id, Item, List, Path};
use domain::values::{Text, fold};

/// The part of a dossier that one convention is made for.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// The item it is about: a school, or who signs for a member.
    pub id: Id,
    /// What tells its files from the others': a school's number in small letters, else the id; empty when the
    /// whole dossier is one share.
    pub key: String,
    /// How people call it: the school's name, the member's.
    pub label: String,
    /// Its dossier: that item alone, `unit` saying which.
    pub dossier: Dossier,
}

/// The shares of a dossier, in the order of its lists; none for a modèle that makes one convention for all.
/// A grouping of which no commune is named yet is one share: the collectivity's own.
/// A share follows the same share of the dossier that the whole one follows.
pub fn split(template: &Template, dossier: &Dossier) -> Vec<Share> {
    let Some(before) = dossier.before.as_deref() else {
        return parted(template, dossier);
    };
    let mut alone = dossier.clone();
    alone.before = None;
    let (mut shares, earlier) = (parted(template, &alone), parted(template, before));
    for share in &mut shares {
        let same = |known: &&Share| known.id == share.id || known.key == share.key;
        let found = earlier.iter().find(same);
        share.dossier.before = found.map(|known| Box::new(known.dossier.clone()));
    }
    shares
}

fn parted(template: &Template, dossier: &Dossier) -> Vec<Share> {
    match template.split {
        Split::Dossier => Vec::new(),
        Split::School => schools(dossier),
        Split::Commune | Split::Child => members(template, dossier),
    }
}

fn schools(dossier: &Dossier) -> Vec<Share> {
    let mut base = dossier.clone();
    let all = std::mem::take(&mut base.sheet.schools);
    all.0.into_iter().map(|item| school(&base, item)).collect()
}

fn school(base: &Dossier, item: Item<EnrolledSchool>) -> Share {
    let id = item.id.clone();
    let key = match item.value.uai.value() {
        Some(uai) => uai.to_string().to_lowercase(),
        None => id.as_str().to_owned(),
    };
    let label = words(&item.value.name);
    let mut dossier = base.clone();
    dossier.unit = Some(id.clone());
    dossier.sheet.schools = List(vec![item]);
    Share {
        id,
        key,
        label,
        dossier,
    }
}

/// The shares of the party that has several members.
fn members(template: &Template, dossier: &Dossier) -> Vec<Share> {
    let parties = template.parties_of(dossier);
    let many = parties
        .iter()
        .find(|party| party.many && party.role == PartyRole::Signatory);
    let is_member = |item: &&Item<Signatory>| {
        let of = item.value.party.value().map(Text::as_str);
        of.is_some()
            && of == many.map(|party| party.key.as_str())
            && !dossier.is_succeeded(&item.id)
    };
    let signatories = dossier.sheet.signatories.iter();
    let members: Vec<&Item<Signatory>> = signatories.filter(is_member).collect();
    let named: Vec<&&Item<Signatory>> = members
        .iter()
        .filter(|item| item.value.body.value().is_some())
        .collect();
    if named.is_empty() && template.split == Split::Commune {
        return whole(dossier, members.first().map(|item| &item.id));
    }
    let ids: Vec<&Id> = members.iter().map(|item| &item.id).collect();
    named
        .into_iter()
        .map(|item| member(template, dossier, item, &ids))
        .collect()
}

/// The whole dossier as one share.
fn whole(dossier: &Dossier, signatory: Option<&Id>) -> Vec<Share> {
    let Some(id) = signatory.cloned().or_else(|| Id::new("dossier")) else {
        return Vec::new();
    };
    let mut share = dossier.clone();
    share.unit = Some(id.clone());
    vec![Share {
        id,
        key: String::new(),
        label: words(&dossier.sheet.collectivity.name),
        dossier: share,
    }]
}

fn member(template: &Template, whole: &Dossier, item: &Item<Signatory>, members: &[&Id]) -> Share {
    let mut dossier = whole.clone();
    dossier.unit = Some(item.id.clone());
    let others = |other: &Item<Signatory>| other.id == item.id || !members.contains(&&other.id);
    dossier.sheet.signatories.0.retain(others);
    let label = words(&item.value.body);
    if template.split == Split::Commune {
        commune(&mut dossier, &item.value, &label);
    }
    Share {
        id: item.id.clone(),
        key: item.id.as_str().to_owned(),
        label,
        dossier,
    }
}

/// Field of who signs for a commune, and the field of the share's dossier that it gives.
const GIVEN: &[(&str, &str)] = &[
    ("organisme", "collectivite/nom"),
    ("organisme_avec_article", "collectivite/nom_avec_article"),
    ("adresse", "collectivite/adresse"),
    ("code_postal", "collectivite/code_postal"),
    ("ville", "collectivite/ville"),
    ("siren", "collectivite/siren"),
    ("acte_numero", "deliberation/numero"),
    ("acte_date", "deliberation/seance"),
];

/// A commune of a grouping is the collectivity of its own convention, with its own schools. The INSEE code stays the
/// grouping's, which tells the département.
fn commune(dossier: &mut Dossier, signatory: &Signatory, name: &str) {
    let old = &dossier.sheet.collectivity;
    dossier.sheet.collectivity = Collectivity {
        kind: Entry::Read(CollectivityKind::Commune),
        insee: old.insee.clone(),
        ..Collectivity::default()
    };
    for (from, to) in GIVEN {
        if let Some(domain::record::Part::Leaf(leaf)) =
            domain::record::Record::part(signatory, from)
        {
            dossier.put(&Path::new(*to), &leaf.typed());
        }
    }
    let is_here = |item: &Item<EnrolledSchool>| fold(&words(&item.value.commune)) == fold(name);
    dossier.sheet.schools.0.retain(is_here);
}

impl Share {
    /// The field of the whole dossier that a field of the share comes from.
    pub fn origin(&self, template: &Template, path: &Path) -> Path {
        let given = GIVEN.iter().find(|(_, to)| *to == path.as_str());
        match given {
            Some((from, _)) if template.split == Split::Commune && !self.key.is_empty() => {
                Path::new("signataires").join(self.id.as_str()).join(from)
            }
            _ => path.clone(),
        }
    }
}

fn words(entry: &Entry<Text>) -> String {
    entry
        .value()
        .map(|text| text.as_str().to_owned())
        .unwrap_or_default()
}

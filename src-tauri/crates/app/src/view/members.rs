//! The grid of a party that stands for several bodies, or for which several sign: a row for each signatory.

use super::forms::{self, Place};
use super::seen::Seen;
use super::table::{Foot, Table};
use super::types::ListView;
use crate::fr;
use domain::dossier::Dossier;
use domain::record::Id;
use template::{PartyDecl, PartyRole, Split, Template};

/// Key of the list.
pub const LIST: &str = "signataires";

/// Those who sign for a party, in the order of the dossier.
pub fn ids(dossier: &Dossier, party: &str) -> Vec<Id> {
    let items = dossier.sheet.signatories.iter();
    let is_its = |key: &domain::values::Text| key.as_str() == party;
    items
        .filter(|item| item.value.party.value().is_some_and(is_its))
        .map(|item| item.id.clone())
        .collect()
}

/// Whether a party is shown as a grid: it has several members or signatories, or may have. The collectivity that is
/// alone in its convention is a form like any other, until a commune joins it.
pub fn is_table(template: &Template, dossier: &Dossier, party: &PartyDecl) -> bool {
    (party.many || party.several) && !is_alone(template, dossier, party)
}

/// Whether the dossier's own collectivity is the only one of a party that may have several communes.
pub fn is_alone(template: &Template, dossier: &Dossier, party: &PartyDecl) -> bool {
    let mut items = dossier.sheet.signatories.iter();
    let others = |item: &&domain::record::Item<domain::dossier::Signatory>| {
        let key = item.value.party.value();
        key.is_some_and(|key| key.as_str() == party.key) && item.value.body.value().is_some()
    };
    party.many
        && !party.is_state()
        && template.split == Split::Commune
        && ids(dossier, &party.key).len() < 2
        && !items.any(|item| others(&item))
}

/// The grid of a party; without a row while the collectivity is alone.
pub fn list(seen: &Seen<'_>, party: &PartyDecl) -> ListView {
    let alone = is_alone(seen.template, seen.dossier, party);
    let table = Table {
        list: LIST,
        part: party.key.clone(),
        ids: if alone {
            Vec::new()
        } else {
            ids(seen.dossier, &party.key)
        },
        columns: columns(seen.template, party),
        more: more(seen.template, party),
        of_establishments: false,
    };
    let words = fr::member_words(is_of_communes(seen.template, party));
    let foot = Foot {
        one: words.one.to_owned(),
        total: fr::total(words, table.ids.len()),
        totals: Vec::new(),
    };
    table.view(seen, foot)
}

/// Whether each row is a commune with its own convention.
pub fn is_of_communes(template: &Template, party: &PartyDecl) -> bool {
    party.many && !party.is_state() && template.split == Split::Commune
}

/// The columns that the party makes use of: what the modèle leaves no choice of is written in each new row.
pub fn columns(template: &Template, party: &PartyDecl) -> Vec<Place> {
    let chosen = |place: &&Place| match place.0 {
        "type" => chooses_kind(template, party),
        "fonction" => party.functions.len() > 1,
        _ => true,
    };
    let mut places: Vec<Place> = forms::MEMBER.iter().filter(chosen).copied().collect();
    if party.role == PartyRole::Signatory && !party.is_state() {
        places.extend(forms::SEAT);
    }
    if is_of_communes(template, party) {
        places.extend(forms::OF_COMMUNE);
    }
    places
}

fn chooses_kind(template: &Template, party: &PartyDecl) -> bool {
    !party.is_state() && !is_of_communes(template, party) && party.bodies.len() > 1
}

fn more(template: &Template, party: &PartyDecl) -> Vec<Place> {
    let columns = columns(template, party);
    let acts = if party.act == "aucun" {
        &[]
    } else {
        forms::ACT_OF_MEMBER
    };
    let asked = |place: &&Place| match place.0 {
        "signe_le" => party.role == PartyRole::Signatory,
        "par_delegation" => party.by_delegation,
        "siren" => party.role == PartyRole::Signatory && !party.is_state(),
        _ => true,
    };
    let all = forms::OF_MEMBER.iter().filter(asked).chain(acts);
    let has_no_column = |place: &&Place| columns.iter().all(|(column, _, _)| *column != place.0);
    all.filter(has_no_column).copied().collect()
}

/// What a new row of a party already holds: the party, and what the modèle leaves no choice of.
pub fn beginning(template: &Template, part: &str) -> Vec<(String, String)> {
    let Some(party) = template.party(part) else {
        return Vec::new();
    };
    let mut fields = vec![("partie".to_owned(), part.to_owned())];
    if let Some(function) = party.functions.first() {
        fields.push(("fonction".to_owned(), function.clone()));
    }
    if is_of_communes(template, party) {
        fields.push(("type".to_owned(), "commune".to_owned()));
    } else if let ([only], false) = (party.bodies.as_slice(), party.is_state()) {
        fields.push(("type".to_owned(), only.clone()));
    }
    fields
}

//! The section of the parties: who they are and who signs for them, as many as the modèle and the dossier say.

use super::field::Slot;
use super::forms;
use super::members;
use super::seen::Seen;
use super::types::Group;
use crate::fr;
use domain::dossier::choices::CollectivityKind;
use domain::french::capital;
use domain::record::Path;
use template::PartyDecl;

/// A group for each party that the dossier has. The State's holds the académie, the first other one the collectivity,
/// the rest the body that each signatory is of; an establishment's head stands in the list of establishments. One
/// begins with one's own, which one knows, whatever the order of the text.
pub fn groups(seen: &Seen<'_>) -> Vec<Group> {
    let mut parties = seen.template.parties_of(seen.dossier);
    parties.retain(|party| !party.is_school());
    parties.sort_by_key(|party| party.is_state());
    let own = parties.iter().position(|party| !party.is_state());
    let groups = parties.iter().enumerate();
    groups
        .flat_map(|(at, party)| of_party(seen, party, Some(at) == own))
        .collect()
}

fn of_party(seen: &Seen<'_>, party: &PartyDecl, is_own: bool) -> Vec<Group> {
    let mut groups = if members::is_table(seen.template, seen.dossier, party) {
        return of_several(seen, party, is_own);
    } else {
        vec![of_one(seen, party, is_own)]
    };
    if members::is_alone(seen.template, seen.dossier, party) {
        groups.push(joining(seen, party));
    }
    groups
}

/// A party for which one signs: who, then the body.
fn of_one(seen: &Seen<'_>, party: &PartyDecl, is_own: bool) -> Group {
    let item = seen.dossier.signatory(&party.key);
    let item = item.map(|(id, _)| Path::new(members::LIST).join(id.as_str()));
    let mut slots = item.iter().flat_map(|item| signatory(seen, item)).collect();
    match (party.is_state(), is_own) {
        (true, _) => slots = with(slots, academy(seen)),
        (false, true) => slots = with(slots, collectivity(seen)),
        (false, false) => {
            let body = item
                .iter()
                .flat_map(|item| forms::slots_under(forms::BODY, item));
            slots = with(slots, body.collect());
        }
    }
    Group {
        key: format!("partie-{}", party.key),
        title: capital(&party.term),
        note: fr::party_note(&party.term),
        fields: seen.fields(&slots),
        list: None,
    }
}

fn with(mut slots: Vec<Slot>, more: Vec<Slot>) -> Vec<Slot> {
    slots.extend(more);
    slots
}

/// A party that is a grid: the body that the dossier has of it, if any, then a row for each signatory.
fn of_several(seen: &Seen<'_>, party: &PartyDecl, is_own: bool) -> Vec<Group> {
    let mut rows = Group {
        key: format!("partie-{}", party.key),
        title: capital(&party.term),
        note: fr::party_note(&party.term),
        fields: Vec::new(),
        list: Some(members::list(seen, party)),
    };
    if members::is_of_communes(seen.template, party) {
        (rows.title, rows.note) = fr::communes_group();
    }
    if party.is_state() {
        rows.fields = seen.fields(&academy(seen));
    }
    if !is_own {
        return vec![rows];
    }
    let (title, note) = fr::group("collectivite");
    let carrier = Group {
        key: "collectivite".to_owned(),
        title: title.to_owned(),
        note: note.to_owned(),
        fields: seen.fields(&collectivity(seen)),
        list: None,
    };
    vec![carrier, rows]
}

/// The grid, still without a row, by which communes join the collectivity.
fn joining(seen: &Seen<'_>, party: &PartyDecl) -> Group {
    let (title, note) = fr::communes_group();
    Group {
        key: format!("partie-{}-communes", party.key),
        title,
        note,
        fields: Vec::new(),
        list: Some(members::list(seen, party)),
    }
}

fn signatory(seen: &Seen<'_>, item: &Path) -> Vec<Slot> {
    let mut slots = forms::slots_under(forms::SIGNATORY, item);
    if seen.is_yes(&item.join("par_delegation")) {
        slots.extend(forms::slots_under(forms::DELEGATION, item));
    }
    slots
}

/// The collectivity's fields; an association has neither inhabitants nor a code of its own, unless the dossier says so.
fn collectivity(seen: &Seen<'_>) -> Vec<Slot> {
    let kind = seen.dossier.sheet.collectivity.kind.value();
    let association = kind == Some(&CollectivityKind::Association);
    let mut slots = forms::slots(forms::COLLECTIVITY);
    slots.retain(|slot| {
        !association
            || !matches!(slot.path.last(), "code_insee" | "population")
            || !seen.dossier.typed(&slot.path).is_empty()
    });
    slots
}

/// The académie's fields that the modèle prints, or that the dossier has: a collège has no circonscription.
fn academy(seen: &Seen<'_>) -> Vec<Slot> {
    let mut slots = forms::slots(forms::ACADEMY);
    slots.retain(|slot| {
        slot.path.last() == "nom"
            || seen.template.prints_field(slot.path.as_str())
            || !seen.dossier.typed(&slot.path).is_empty()
    });
    slots
}

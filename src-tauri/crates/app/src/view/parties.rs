//! The section of the parties: who they are and who signs for them, as many as the modèle and the dossier say.

use super::field::Slot;
use super::forms;
use super::seen::Seen;
use super::types::Group;
use crate::fr;
use domain::record::{Id, Path};
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
    let items = signatories(seen, party);
    let many = items.len() > 1;
    let mut groups: Vec<Group> = items
        .iter()
        .map(|item| {
            let mut slots = signatory(seen, item);
            if many || (!party.is_state() && !is_own) {
                slots.extend(forms::slots_under(forms::BODY, item));
            }
            group(seen, party, item.last(), &slots)
        })
        .collect();
    let body = match (party.is_state(), is_own) {
        (true, _) => forms::slots(forms::ACADEMY),
        (false, true) => forms::slots(forms::COLLECTIVITY),
        (false, false) => Vec::new(),
    };
    match groups.first_mut() {
        Some(only) if !many => only.fields.extend(seen.fields(&body)),
        _ if body.is_empty() => {}
        _ => groups.insert(0, group(seen, party, "", &body)),
    }
    groups
}

/// Those who sign for a party: all of them where there may be several, else the one in office.
fn signatories(seen: &Seen<'_>, party: &PartyDecl) -> Vec<Path> {
    let at = |id: &Id| Path::new("signataires").join(id.as_str());
    if !party.many && !party.several {
        let one = seen.dossier.signatory(&party.key);
        return one.into_iter().map(|(id, _)| at(id)).collect();
    }
    let items = seen.dossier.sheet.signatories.iter();
    let is_its = |key: &domain::values::Text| key.as_str() == party.key;
    items
        .filter(|item| item.value.party.value().is_some_and(is_its))
        .map(|item| at(&item.id))
        .collect()
}

fn signatory(seen: &Seen<'_>, item: &Path) -> Vec<Slot> {
    let mut slots = forms::slots_under(forms::SIGNATORY, item);
    if seen.is_yes(&item.join("par_delegation")) {
        slots.extend(forms::slots_under(forms::DELEGATION, item));
    }
    slots
}

/// The group of a party, or of one of its signatories: the body tells them apart.
fn group(seen: &Seen<'_>, party: &PartyDecl, id: &str, slots: &[Slot]) -> Group {
    let several = (party.many || party.several) && !id.is_empty();
    let body = Path::new("signataires").join(id).join("organisme");
    let name = seen.dossier.typed(&body);
    let (key, title) = match (several, name.is_empty()) {
        (true, false) => (format!("partie-{}-{id}", party.key), name),
        (true, true) => (
            format!("partie-{}-{id}", party.key),
            fr::party_title(&party.term),
        ),
        (false, _) => (
            format!("partie-{}", party.key),
            fr::party_title(&party.term),
        ),
    };
    Group {
        key,
        title,
        note: fr::party_note(&party.term),
        fields: seen.fields(slots),
        list: None,
    }
}

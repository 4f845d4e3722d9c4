//! What the dossier names, against what the modèle has: roles of contacts, parties, annexes. A name that the modèle does
//! not know prints nothing, and of two where it foresees one, only one is printed: both are told, each « à vérifier ».

use super::told::Told;
use super::{Placed, Printed};
use crate::declared::{Copies, PartyDecl, PartyRole, Split, Template};
use domain::dossier::{ANSWERS, Dossier, Signatory};
use domain::entry::Entry;
use domain::record::{Item, Path};
use domain::values::fold;

/// Names that lead nowhere, or twice to one place.
pub(super) fn check(dossier: &Dossier, template: &Template, printed: &Printed) -> Vec<Placed> {
    let mut told = Told::with(printed);
    roles(dossier, template, &mut told);
    parties(dossier, template, &mut told);
    members(dossier, template, &mut told);
    annexes(dossier, template, &mut told);
    told.found
}

fn roles(dossier: &Dossier, template: &Template, told: &mut Told<'_>) {
    let mut seen: Vec<&str> = Vec::new();
    for item in dossier.sheet.contacts.iter() {
        let Some(role) = item.value.role.value().map(|role| role.as_str()) else {
            continue;
        };
        let at = Path::new("contacts").join(item.id.as_str()).join("role");
        if !template.roles.iter().any(|known| known.key == role) {
            let known = template.roles.iter().map(|known| known.key.as_str());
            let sentence = format!(
                "Le modèle n’a pas de contact « {role} », qui ne s’imprime donc nulle part. Choisir parmi : {}.",
                known.collect::<Vec<_>>().join(", ")
            );
            told.say(at, "role-inconnu", sentence);
        } else if seen.contains(&role) {
            let sentence = "Un autre contact a déjà ce rôle, et le modèle n’en imprime qu’un. Retirer l’un des deux, ou changer son rôle.";
            told.say(at, "role-en-double", sentence.to_owned());
        }
        seen.push(role);
    }
}

fn parties(dossier: &Dossier, template: &Template, told: &mut Told<'_>) {
    let mut seen: Vec<&str> = Vec::new();
    for item in dossier.sheet.signatories.iter() {
        let Some(key) = item.value.party.value().map(|key| key.as_str()) else {
            continue;
        };
        let at = Path::new("signataires")
            .join(item.id.as_str())
            .join("partie");
        let Some(party) = template.party(key) else {
            let known = template.parties.iter().map(|known| known.key.as_str());
            let sentence = format!(
                "Le modèle n’a pas de partie « {key} » : ce signataire ne s’imprime pas. Choisir parmi : {}.",
                known.collect::<Vec<_>>().join(", ")
            );
            told.say(at, "partie-inconnue", sentence);
            continue;
        };
        // Of two mandates that follow one another, the date of the signature tells which one signs.
        if dossier.is_succeeded(&item.id) {
            continue;
        }
        if seen.contains(&key) && !party.many && !party.several {
            let sentence = format!(
                "Deux signataires pour {}, qui n’en a qu’un. Retirer l’un des deux, ou écrire les dates de leurs mandats.",
                party.term
            );
            told.say(at, "partie-en-double", sentence);
        }
        seen.push(key);
    }
}

/// Among the members that have each a convention, one whose body is not named has none.
fn members(dossier: &Dossier, template: &Template, told: &mut Told<'_>) {
    let is_shared = |party: &&PartyDecl| party.many && party.role == PartyRole::Signatory;
    let Some(party) = template.parties.iter().find(is_shared) else {
        return;
    };
    if !matches!(template.split, Split::Commune | Split::Child) {
        return;
    }
    let of_party = |item: &&Item<Signatory>| {
        let key = item.value.party.value();
        key.is_some_and(|key| key.as_str() == party.key)
    };
    let items = dossier.sheet.signatories.iter().filter(of_party);
    let (named, nameless): (Vec<_>, Vec<_>) =
        items.partition(|item| item.value.body.value().is_some());
    if named.is_empty() {
        return;
    }
    for item in nameless
        .into_iter()
        .filter(|item| item.value.body == Entry::Empty)
    {
        let at = Path::new("signataires").join(item.id.as_str());
        let sentence = "Cette ligne ne nomme aucun organisme : aucune convention n’est faite pour elle. Écrire l’organisme, ou retirer la ligne.";
        told.say(at.join("organisme"), "membre-sans-nom", sentence.to_owned());
    }
}

/// A text that sends to an annexe that the convention does not have.
fn annexes(dossier: &Dossier, template: &Template, told: &mut Told<'_>) {
    let originals = template
        .documents
        .iter()
        .filter(|document| document.copies == Copies::Originals);
    let Some(last) = originals.map(|document| document.annexes.len()).max() else {
        return;
    };
    let subject = dossier.sheet.act.subject.value();
    let subject = subject.map(|text| (Path::new("deliberation/objet"), text.to_string()));
    let answers = dossier.answers.iter();
    let answers = answers.map(|(key, typed)| (Path::new(ANSWERS).join(key), typed.clone()));
    for (path, text) in subject.into_iter().chain(answers) {
        if let Some(number) = annexe_beyond(&text, last) {
            let sentence = format!(
                "Le texte cite l’annexe {number}, et la convention en a {last}. Corriger le numéro, ou retirer la citation."
            );
            told.say(path, "annexe-inexistante", sentence);
        }
    }
}

/// The first annexe named whose number is beyond the last: « annexe 3 », « annexes 1 à 3 », « annexe n° 3 ».
fn annexe_beyond(text: &str, last: usize) -> Option<usize> {
    // Longer than any text may be: told where answers are read.
    let folded = Some(text).filter(|text| text.len() < 80_000).map(fold)?;
    let words = folded.split(|c: char| !c.is_alphanumeric() && c != '°');
    let mut listening = false;
    for word in words.filter(|word| !word.is_empty()) {
        let number = word.parse::<usize>().ok().filter(|_| listening);
        listening = matches!(word, "annexe" | "annexes")
            || (listening && (number.is_some() || matches!(word, "n°" | "no" | "et" | "a" | "ou")));
        if number.is_some_and(|number| number > last) {
            return number;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_annexe_beyond_the_last_is_found() {
        assert_eq!(annexe_beyond("dans l’annexe 3", 2), Some(3));
        assert_eq!(annexe_beyond("les annexes 1 à 4 et n° 7", 2), Some(4));
        assert_eq!(annexe_beyond("l’annexe n°\u{a0}3.", 2), Some(3));
        for text in [
            "les annexes 1 et 2",
            "l’annexe 2, article 5",
            "une annexe de 12 pages",
            "les 3 annexes",
            "",
        ] {
            assert_eq!(annexe_beyond(text, 2), None, "{text}");
        }
    }
}

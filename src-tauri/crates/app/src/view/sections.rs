//! The sections of the rail: which groups each holds, after the modèle's own order.
//!
//! The five sections known by name hold the declared fields; the modèle's questions come under the section and
//! the group they name, so that a modèle with other questions needs no line here.

use super::field::Slot;
use super::forms;
use super::parties;
use super::schools;
use super::seen::Seen;
use super::states;
use super::types::{Group, Section};
use crate::{dates, fr};
use domain::dossier::ANSWERS;
use domain::record::Path;
use template::{Question, Signable};

/// The sections, in the modèle's order.
pub fn sections(seen: &Seen<'_>) -> Vec<Section> {
    seen.template
        .sections
        .iter()
        .map(|declared| section(seen, &declared.key, &declared.title))
        .collect()
}

fn section(seen: &Seen<'_>, key: &str, title: &str) -> Section {
    let mut groups = match key {
        "parties" => parties::groups(seen),
        "ecoles" => vec![schools::group(seen)],
        "contacts" => contacts(seen),
        "convention" => convention(seen),
        "deliberation" => deliberation(seen),
        _ => Vec::new(),
    };
    groups.extend(questions(seen, key));
    let dates = if key == "convention" {
        dates::lines(seen)
    } else {
        Vec::new()
    };
    let lead = fr::lead(key, seen.dossier, seen.template);
    let summary = states::of_section(seen, key, &groups);
    Section {
        key: key.to_owned(),
        title: title.to_owned(),
        lead,
        state: summary.state,
        state_words: summary.words,
        groups,
        dates,
    }
}

/// A group for each role that the modèle names.
fn contacts(seen: &Seen<'_>) -> Vec<Group> {
    let contact = |key: &str| {
        let has = |contact: &domain::dossier::Contact| {
            contact
                .role
                .value()
                .is_some_and(|role| role.as_str() == key)
        };
        seen.dossier
            .sheet
            .contacts
            .iter()
            .find(|item| has(&item.value))
            .map(|item| Path::new("contacts").join(item.id.as_str()))
    };
    seen.template
        .roles
        .iter()
        .filter_map(|role| {
            let fields = seen.fields(&forms::slots_under(forms::CONTACT, &contact(&role.key)?));
            Some(Group {
                key: role.key.clone(),
                title: role.label.clone(),
                note: role.help.clone(),
                fields,
                list: None,
            })
        })
        .collect()
}

fn convention(seen: &Seen<'_>) -> Vec<Group> {
    let supplied = seen.dossier.typed(&Path::new("convention/texte")) == "fourni";
    let mut text = forms::slots(forms::TEXT);
    text.extend(forms::slots(if supplied {
        forms::SUPPLIED
    } else {
        forms::ACCEPTED
    }));
    let mut groups = vec![
        plain(seen, "dossier", forms::slots(forms::NAMING)),
        plain(seen, "texte", text),
        plain(seen, "fin", ending(seen)),
    ];
    if seen.dossier.sequel().is_some() {
        groups.insert(1, plain(seen, "suite", forms::slots(forms::SEQUEL)));
    }
    if seen.template.prints("parent") {
        groups.insert(1, plain(seen, "acte-cite", forms::slots(forms::PARENT)));
    }
    groups
}

/// Another number of originals than the proposed one has its reason; nobody else is asked for one.
fn ending(seen: &Seen<'_>) -> Vec<Slot> {
    let convention = &seen.dossier.sheet.convention;
    let proposed = seen.template.proposed_originals(seen.dossier);
    let typed = convention.originals.value().map(|count| count.get());
    let mut slots = forms::slots(forms::ENDING);
    if seen.template.originals.changeable && seen.template.signable == Signable::Yes {
        slots.extend(forms::slots(forms::FORM));
    }
    let other = forms::slots(forms::OTHER_COUNT);
    let answered = other
        .iter()
        .any(|slot| !seen.dossier.typed(&slot.path).is_empty());
    if answered || typed.is_some_and(|typed| typed != proposed) {
        slots.extend(other);
    }
    slots
}

fn deliberation(seen: &Seen<'_>) -> Vec<Group> {
    if seen.is_association() {
        return vec![plain(seen, "seance", forms::slots(forms::ASSOCIATION_ACT))];
    }
    vec![
        plain(seen, "seance", forms::slots(forms::ACT)),
        plain(seen, "apres-vote", voted(seen)),
        plain(seen, "chiffres", forms::slots(forms::FIGURES)),
        if seen.dossier.typed(&Path::new("deliberation/extrait")) == "convent" {
            plain(seen, "registre", forms::slots(forms::REGISTER))
        } else {
            plain(seen, "acte", forms::slots(forms::SUPPLIED_ACT))
        },
    ]
}

/// A modèle of the second degree asks nothing of private schools, unless the dossier says something of them.
fn voted(seen: &Seen<'_>) -> Vec<Slot> {
    let mut slots = forms::slots(forms::VOTED);
    slots.retain(|slot| {
        slot.path.last() != "decision_ecoles_privees"
            || seen.template.level == "1d"
            || !seen.dossier.typed(&slot.path).is_empty()
    });
    slots
}

fn plain(seen: &Seen<'_>, key: &str, slots: Vec<Slot>) -> Group {
    let (title, note) = fr::group(key);
    Group {
        key: key.to_owned(),
        title: title.to_owned(),
        note: note.to_owned(),
        fields: seen.fields(&slots),
        list: None,
    }
}

/// The modèle's questions of a section, in its groups, in its order.
fn questions(seen: &Seen<'_>, section: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for question in seen
        .template
        .questions
        .iter()
        .filter(|question| question.section == section)
    {
        let field = seen.field(&slot(question));
        match groups
            .iter_mut()
            .find(|group| group.title == question.group)
        {
            Some(group) => group.fields.push(field),
            None => groups.push(Group {
                key: format!("{ANSWERS}-{}", question.key),
                title: question.group.clone(),
                note: String::new(),
                fields: vec![field],
                list: None,
            }),
        }
    }
    groups
}

fn slot(question: &Question) -> Slot {
    Slot {
        path: Path::new(ANSWERS).join(&question.key),
        label: question.label.clone(),
        help: question.help.clone(),
        kind: super::question_kind(question),
        choices: super::question_choices(question),
        width: width(question),
        by_hand: question.by_hand,
    }
}

/// Words take half the form, the rest a quarter or a third.
fn width(question: &Question) -> u8 {
    use domain::entry::Kind;
    match super::question_kind(question) {
        Kind::LongText => 12,
        Kind::Text | Kind::Choice(_) | Kind::Email => 6,
        _ => 3,
    }
}

//! One field in words: what it expects, what it reads as, what is wrong with it.

use super::types::{Choice, FieldKind, FieldState, FieldView, Hand};
use crate::fr;
use domain::dossier::Dossier;
use domain::entry::Kind;
use domain::findings::Severity;
use domain::record::Path;
use template::Placed;

/// What a form says of a field beside its declaration.
#[derive(Clone, Debug)]
pub struct Slot {
    /// Where it is.
    pub path: Path,
    /// Its label.
    pub label: String,
    /// One line of help.
    pub help: String,
    /// What it expects.
    pub kind: Kind,
    /// The choices, when it is one.
    pub choices: Vec<Choice>,
    /// How many of twelve columns it takes.
    pub width: u8,
    /// Whether it may be left to be filled by hand.
    pub by_hand: bool,
}

/// The field in words.
pub fn view(dossier: &Dossier, slot: &Slot, findings: &[Placed]) -> FieldView {
    let typed = dossier.typed(&slot.path);
    let here: Vec<&Placed> = findings
        .iter()
        .filter(|placed| placed.finding.path.as_ref() == Some(&slot.path))
        .collect();
    let by_hand = dossier.is_by_hand(&slot.path);
    FieldView {
        path: slot.path.as_str().to_owned(),
        label: fr::spaced(&slot.label),
        help: fr::spaced(&slot.help),
        kind: shown_as(slot),
        offer: if typed.is_empty() && !by_hand {
            crate::deduce::offered(dossier, &slot.path)
        } else {
            String::new()
        },
        echo: fr::echo(slot.kind, &typed),
        choices: slot.choices.clone(),
        width: slot.width,
        hand: hand(slot.by_hand, by_hand),
        state: state(&typed, by_hand, &here),
        finding: here
            .iter()
            .find(|placed| shown(placed))
            .map(|placed| fr::finding(placed).whole()),
        required: here.iter().any(|placed| fr::is_missing(placed)),
        typed: fr::typed(slot.kind, typed),
    }
}

/// What is missing is counted, not shown as a fault; what has its reason no longer is one.
fn shown(placed: &Placed) -> bool {
    !fr::is_missing(placed) && placed.reason.is_none()
}

fn hand(may: bool, is: bool) -> Hand {
    match (may, is) {
        (_, true) => Hand::Oui,
        (true, false) => Hand::Possible,
        (false, false) => Hand::Non,
    }
}

fn state(typed: &str, by_hand: bool, here: &[&Placed]) -> FieldState {
    let worst = here.iter().map(|placed| weight(placed)).max();
    match worst {
        Some(found) if found > FieldState::Complet as u8 => of_weight(found),
        _ if by_hand || !typed.is_empty() => FieldState::Complet,
        _ => FieldState::Vide,
    }
}

/// The state that a finding gives to its field, as a rank: the worst of them wins.
pub fn weight(placed: &Placed) -> u8 {
    let state = match placed.finding.severity {
        Severity::Blocking if fr::is_missing(placed) => FieldState::ACompleter,
        Severity::Blocking => FieldState::Bloquant,
        Severity::ToVerify if placed.reason.is_none() => FieldState::AVerifier,
        _ => FieldState::Vide,
    };
    state as u8
}

pub fn of_weight(rank: u8) -> FieldState {
    [
        FieldState::ACompleter,
        FieldState::AVerifier,
        FieldState::Bloquant,
    ]
    .into_iter()
    .find(|state| *state as u8 == rank)
    .unwrap_or(FieldState::Complet)
}

/// The académie's own text is chosen in a dialog, which gives its name: nobody types it.
fn shown_as(slot: &Slot) -> FieldKind {
    match slot.path.as_str() {
        "convention/texte_fourni/fichier" => FieldKind::Fichier,
        _ => kind(slot.kind),
    }
}

/// The kind, as the window knows it.
pub fn kind(kind: Kind) -> FieldKind {
    match kind {
        Kind::Text => FieldKind::Texte,
        Kind::LongText => FieldKind::TexteLong,
        Kind::Choice(_) => FieldKind::Choix,
        Kind::Uai => FieldKind::Uai,
        Kind::Siren => FieldKind::Siren,
        Kind::Siret => FieldKind::Siret,
        Kind::Insee => FieldKind::Insee,
        Kind::PostalCode => FieldKind::CodePostal,
        Kind::Phone => FieldKind::Telephone,
        Kind::Email => FieldKind::Courriel,
        Kind::SchoolYear => FieldKind::Annee,
        Kind::Cents => FieldKind::Montant,
        Kind::Date => FieldKind::Date,
        Kind::Time => FieldKind::Heure,
        Kind::Count => FieldKind::Entier,
        Kind::YesNo => FieldKind::OuiNon,
        Kind::Image => FieldKind::Image,
    }
}

/// The choices of a declared kind; none when it is not one.
pub fn choices(kind: Kind) -> Vec<Choice> {
    let Kind::Choice(choices) = kind else {
        return Vec::new();
    };
    choices
        .iter()
        .map(|(key, label)| Choice {
            key: (*key).to_owned(),
            label: (*label).to_owned(),
        })
        .collect()
}

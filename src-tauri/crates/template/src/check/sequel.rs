//! Whether a dossier that follows another one is the right act for what it changes: an avenant for the text, the amount,
//! the duration and, unless the modèle says otherwise, the list of schools; an update for the annexes alone
//! (`domain.md` §6.0). The program proposes, the referent decides: with a reason, save where nothing changes at all.

use super::Placed;
use super::placed::told_of;
use super::shares;
use crate::DocumentKey;
use crate::declared::{Split, Template};
use crate::sequel::{Compared, compare};
use crate::split::{Share, split};
use domain::changes::Schools;
use domain::dossier::Dossier;
use domain::dossier::choices::SequelKind;
use domain::findings::Severity;
use domain::french::list;
use domain::record::Path;

/// The documents that a fault of the whole concerns: those that the dossier has.
pub(super) fn documents(dossier: &Dossier, template: &Template) -> Vec<DocumentKey> {
    let own = shares::documents(template, dossier).into_iter();
    own.map(|document| document.key.clone()).collect()
}

/// What does not go with what the dossier changes.
pub(super) fn check(dossier: &Dossier, template: &Template) -> Vec<Placed> {
    let (Some(kind), Some(before)) = (dossier.sequel(), dossier.before.as_deref()) else {
        return Vec::new();
    };
    if kind == SequelKind::Renewal {
        return Vec::new();
    }
    let shares = split(template, dossier);
    let compared = compared(template, dossier, &shares);
    let schools = Schools::of(before, dossier);
    let listed = !(schools.added.is_empty() && schools.removed.is_empty());
    let told = match kind {
        _ if compared.is_nothing() && !listed => Some(nothing(kind)),
        SequelKind::Update => needs_avenant(template, &compared, listed),
        _ => needs_none(template, dossier, &compared, listed),
    };
    let placed = |told| placed(dossier, template, told);
    let new = new_members(template, &shares);
    told.into_iter().chain(new).map(placed).collect()
}

type Told = (Severity, &'static str, String);

/// What is told of the act itself is told where its nature is chosen.
fn placed(dossier: &Dossier, template: &Template, told: Told) -> Placed {
    let concerned = (documents(dossier, template), String::new());
    told_of(Some(Path::new("suite/nature")), told, concerned)
}

/// What differs in the text and the annexes, of all shares together.
fn compared(template: &Template, dossier: &Dossier, shares: &[Share]) -> Compared {
    if shares.is_empty() {
        return compare(template, dossier);
    }
    let mut all = Compared::default();
    for share in shares {
        let Compared { clauses, annexes } = compare(template, &share.dossier);
        all.clauses.extend(clauses);
        all.annexes.extend(annexes);
    }
    all
}

fn nothing(kind: SequelKind) -> Told {
    let (code, what) = match kind {
        SequelKind::Update => ("mise-a-jour-sans-objet", "Cette mise à jour ne change rien"),
        _ => ("avenant-sans-objet", "Cet avenant ne change rien"),
    };
    let sentence = format!(
        "{what} au texte ni aux annexes de la convention. Modifier ce qui doit l’être : les écoles, les contacts, les réponses ; le dossier suivi, lui, ne bouge pas."
    );
    (Severity::Blocking, code, sentence)
}

/// An update that changes what the council voted.
fn needs_avenant(template: &Template, compared: &Compared, listed: bool) -> Option<Told> {
    let mut places: Vec<String> = Vec::new();
    for clause in &compared.clauses {
        let place = crate::fill::uncapital(&clause.place);
        if !place.is_empty() && !places.contains(&place) {
            places.push(place);
        }
    }
    let what = match (
        places.as_slice(),
        listed && !template.sequel.schools_by_update,
    ) {
        ([], false) if compared.clauses.is_empty() => return None,
        ([], false) => "le texte de la convention".to_owned(),
        ([], true) => "la liste des écoles".to_owned(),
        (places, _) => format!("le texte de la convention ({})", list(places)),
    };
    let sentence = format!(
        "Ce qui change touche {what} : c’est l’objet d’un avenant, voté et signé. Préparer un avenant, ou dire en motif qui accepte une simple mise à jour d’annexe."
    );
    Some((Severity::ToVerify, "avenant-attendu", sentence))
}

/// An avenant of which only annexes differ.
fn needs_none(
    template: &Template,
    dossier: &Dossier,
    compared: &Compared,
    listed: bool,
) -> Option<Told> {
    let is_by_update = template.sequel.schools_by_update || !listed;
    let is_of_annexes = is_by_update && compared.clauses.is_empty();
    let can = || template.can_be_followed_by(dossier, SequelKind::Update);
    let sentence = "Seules des annexes changent : une mise à jour d’annexe suffit, sans vote ni signature. Garder l’avenant si l’une des parties le demande.";
    (is_of_annexes && can()).then(|| (Severity::Advice, "mise-a-jour-suffit", sentence.to_owned()))
}

/// Who has no convention yet needs one, not an avenant to it.
fn new_members(template: &Template, shares: &[Share]) -> Option<Told> {
    let is_new =
        |share: &&Share| share.dossier.before.is_none() && template.split != Split::Dossier;
    let new: Vec<&str> = shares
        .iter()
        .filter(is_new)
        .map(|share| share.label.as_str())
        .collect();
    let sentence = format!(
        "Sans convention à modifier : {}. Lui préparer d’abord la sienne, ou dire en motif laquelle est modifiée.",
        list(&new)
    );
    (!new.is_empty()).then_some((Severity::ToVerify, "sans-convention", sentence))
}

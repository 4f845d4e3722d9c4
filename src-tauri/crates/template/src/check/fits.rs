//! Whether the dossier is one that the modèle was made for: its schools, its signatories, its year, its originals.
//!
//! Each is « à vérifier »: a modèle may be used beyond what it foresaw, by someone who says why.

use super::told::Told;
use super::{Placed, Printed};
use crate::declared::{PartyDecl, Template};
use domain::dossier::{Dossier, Signatory};
use domain::findings::Severity;
use domain::french::{plural, with_de};
use domain::record::{Id, Path};
use domain::values::{Date, fold};

/// What does not fit the modèle.
pub(super) fn check(
    dossier: &Dossier,
    template: &Template,
    printed: &Printed,
    today: Date,
) -> Vec<Placed> {
    let mut told = Told::with(printed);
    version(dossier, template, today, &mut told);
    schools(dossier, template, &mut told);
    signatories(dossier, template, &mut told);
    bodies(dossier, template, &mut told);
    originals(dossier, template, &mut told);
    told.found
}

/// The modèle here is later than the one that the dossier was made with. Before the vote its text is the one that
/// goes to the council; after it, the council has adopted the text of the other version.
fn version(dossier: &Dossier, template: &Template, today: Date, told: &mut Told<'_>) {
    let (made, here) = (dossier.template.version, template.version);
    // A dossier that was never begun after a modèle has no version.
    if made == 0 || made >= here {
        return;
    }
    let voted = dossier.sheet.act.session.value();
    let (severity, mend) = if voted.is_some_and(|session| *session <= today) {
        (
            Severity::ToVerify,
            "Comparer les pages au texte que le conseil a adopté, et dire en motif qui l’a fait.",
        )
    } else {
        (
            Severity::Advice,
            "Relire les pages : leur texte a pu changer.",
        )
    };
    let sentence = format!(
        "Le dossier a été commencé avec la version {made} du modèle ; une plus récente, la {here}, existe et c’est elle qui sert. {mend}"
    );
    told.weigh(severity, None, "version-du-modele", sentence);
}

/// A modèle of the first degree is not printed for a private school or a collège without a decision.
fn schools(dossier: &Dossier, template: &Template, told: &mut Told<'_>) {
    for item in dossier.sheet.schools.iter() {
        let at = Path::new("ecoles").join(item.id.as_str());
        if let Some(kind) = item
            .value
            .kind
            .value()
            .filter(|kind| !admits(&template.school_kinds, kind.key()))
        {
            let sentence = format!(
                "Le modèle n’est pas fait pour cette nature d’établissement : « {} ». Corriger la nature, retirer l’établissement, ou dire en motif qui l’a accepté.",
                kind.label()
            );
            told.say(at.join("nature"), "nature-hors-modele", sentence);
        }
        if let Some(sector) = item
            .value
            .sector
            .value()
            .filter(|sector| !admits(&template.sectors, sector.key()))
        {
            let sentence = format!(
                "Le modèle n’est pas fait pour un établissement de ce secteur : « {} ». Corriger le secteur, retirer l’établissement, ou dire en motif qui l’a accepté.",
                sector.label()
            );
            told.say(at.join("secteur"), "secteur-hors-modele", sentence);
        }
    }
}

/// An empty list admits everything.
fn admits(list: &[String], key: &str) -> bool {
    list.is_empty() || list.iter().any(|known| known == key)
}

/// Every signatory of the dossier, with the party it signs for.
fn signing<'a>(
    dossier: &'a Dossier,
    template: &'a Template,
) -> impl Iterator<Item = (&'a PartyDecl, &'a Id, &'a Signatory)> {
    let items = dossier.sheet.signatories.iter();
    items.filter_map(|item| {
        let party = template.party(item.value.party.value()?.as_str())?;
        Some((party, &item.id, &item.value))
    })
}

fn signatories(dossier: &Dossier, template: &Template, told: &mut Told<'_>) {
    for (party, id, signatory) in signing(dossier, template) {
        let at = Path::new("signataires").join(id.as_str());
        if let Some(function) = signatory
            .function
            .value()
            .filter(|function| !admits(&party.functions, function.key()))
        {
            let sentence = format!(
                "Le modèle ne prévoit pas que signe pour {} : « {} ». Choisir une autre fonction, ou dire en motif l’acte qui le permet.",
                party.term,
                function.label()
            );
            told.say(at.join("fonction"), "fonction-hors-modele", sentence);
        }
        let delegated = signatory
            .by_delegation
            .value()
            .is_some_and(|answer| answer.0);
        if delegated && !party.by_delegation {
            let sentence = format!(
                "Le modèle ne prévoit pas de signature par délégation pour {}. Répondre non, ou dire en motif l’acte qui le permet.",
                party.term
            );
            told.say(
                at.join("par_delegation"),
                "delegation-hors-modele",
                sentence,
            );
        }
    }
}

fn bodies(dossier: &Dossier, template: &Template, told: &mut Told<'_>) {
    let sheet = &dossier.sheet;
    let bodies: Vec<&String> = template
        .parties
        .iter()
        .flat_map(|party| &party.bodies)
        .collect();
    let other = |key: &str| !bodies.is_empty() && !bodies.iter().any(|body| *body == key);
    if let Some(kind) = sheet
        .collectivity
        .kind
        .value()
        .filter(|kind| other(kind.key()))
    {
        let sentence = format!(
            "Le modèle n’est pas fait pour ce type de collectivité : « {} ». Choisir un autre modèle, ou dire en motif qui l’a accepté.",
            kind.label()
        );
        told.say(
            Path::new("collectivite/type"),
            "collectivite-hors-modele",
            sentence,
        );
    }
    let academy = sheet.academy.name.value().map(|name| name.as_str());
    if academy.is_some_and(|name| template.academy != "*" && fold(name) != fold(&template.academy))
    {
        let sentence = format!(
            "Le modèle est celui de l’académie {}. Choisir un autre modèle, ou dire en motif qui a accepté celui-ci.",
            with_de(&template.academy)
        );
        told.say(Path::new("academie/nom"), "academie-hors-modele", sentence);
    }
    let year = sheet.school_year.value().map(ToString::to_string);
    if let (Some(made_for), Some(year)) = (&template.school_year, year)
        && *made_for != year
    {
        let sentence = format!(
            "Le modèle est fait pour l’année scolaire {made_for} : tarif et texte à confirmer. Choisir le modèle de l’année, ou dire en motif qui a confirmé le texte."
        );
        told.say(Path::new("annee_scolaire"), "annee-hors-modele", sentence);
    }
}

/// As many originals as parties with a distinct interest (code civil, article 1375); another number has its reason.
fn originals(dossier: &Dossier, template: &Template, told: &mut Told<'_>) {
    let convention = &dossier.sheet.convention;
    let proposed = template.proposed_originals(dossier);
    let other = convention
        .originals
        .value()
        .map(|count| count.get())
        .filter(|count| *count != proposed);
    let has_reason = convention.originals_reason.value().is_some() && template.originals.changeable;
    if let (Some(count), false) = (other, has_reason) {
        let originals = plural(proposed, "original", "originaux");
        let sentence = format!(
            "Le modèle prévoit {proposed} {originals} et le dossier en demande {count}. Revenir à {proposed}, ou dire pourquoi dans « Motif d’un autre nombre »."
        );
        told.say(
            Path::new("convention/exemplaires"),
            "nombre-originaux",
            sentence,
        );
    }
}

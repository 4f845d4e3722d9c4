//! What is wrong with the bodies and the people of a dossier, in French.

use super::{Pair, pair};
use domain::french::counted;
use domain::rules::fault::Fault;

pub(super) fn body(fault: &Fault) -> Option<Pair> {
    Some(match fault {
        Fault::Academy { department } => pair(
            format!(
                "Le département {} relève de l’académie {}.",
                department.with_de(),
                department.academy_with_de()
            ),
            "Corriger l’académie, ou le code INSEE de la collectivité.",
        ),
        Fault::NameWithArticle { expected } => pair(
            "Le nom avec article n’est pas celui de la collectivité.",
            format!("L’écrire « {expected} », ou corriger le nom."),
        ),
        Fault::Originals { typed, parties } => pair(
            format!(
                "{} pour {}.",
                counted(*typed, "original est prévu", "originaux sont prévus"),
                counted(*parties, "partie", "parties")
            ),
            format!("Prévoir {parties} originaux, ou écrire le motif d’un autre nombre."),
        ),
        _ => return people(fault),
    })
}

fn people(fault: &Fault) -> Option<Pair> {
    Some(match fault {
        Fault::TitleCivility => pair(
            "Le titre ne porte pas la civilité choisie.",
            "Corriger « Monsieur » ou « Madame » dans le titre, ou la civilité.",
        ),
        Fault::TitleGender => pair(
            "Le titre n’est pas du même genre que la personne.",
            "L’accorder, ou le garder si c’est le titre que la personne a choisi.",
        ),
        Fault::ContactNameless => pair(
            "Ce contact n’a pas de nom.",
            "Écrire son nom, ou retirer la ligne.",
        ),
        Fault::ContactUnreachable => pair(
            "Ce contact n’a ni téléphone ni adresse de messagerie.",
            "Écrire l’un ou l’autre.",
        ),
        Fault::SamePhone { other } if other.is_empty() => pair(
            "Un autre contact a le même téléphone.",
            "Donner un second numéro s’il en existe un.",
        ),
        Fault::SamePhone { other } => pair(
            format!("{other} a le même téléphone."),
            "Donner un second numéro s’il en existe un.",
        ),
        _ => return None,
    })
}

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
        Fault::NameWithTitle { expected } => pair(
            "Le nom commence par ce qu’est l’organisme, que les documents écrivent déjà.",
            format!("Écrire seulement « {expected} »."),
        ),
        Fault::PostalDepartment { department } => pair(
            format!(
                "Ce code postal n’est pas du département {}.",
                department.with_de()
            ),
            "Le relire ; quelques communes ont celui d’un département voisin.",
        ),
        Fault::District { listed } => pair(
            format!(
                "Aucune école n’est de cette circonscription ; celles de la liste sont de : {}.",
                listed.join(", ")
            ),
            "Choisir la circonscription qui reçoit les originaux parmi celles des écoles.",
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
        Fault::NoDelegation => pair(
            "Cette fonction ne signe que par délégation.",
            "Répondre oui à « Signe par délégation » et nommer l’acte, ou changer de signataire.",
        ),
        Fault::NeedlessDelegation => pair(
            "Cette personne tient la fonction elle-même : elle ne signe pas par délégation.",
            "Répondre non, ou choisir la fonction de qui signe à sa place.",
        ),
        Fault::HomeMail { domain } => pair(
            format!(
                "« {domain} » est une messagerie de particuliers, et l’annexe est rendue publique."
            ),
            "Donner une adresse professionnelle, s’il en existe une.",
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

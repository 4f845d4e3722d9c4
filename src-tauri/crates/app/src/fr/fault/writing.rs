//! What is wrong in the words that were typed, in French.

use super::super::{rank, sign};
use super::{Pair, pair};
use domain::french::{kinds_counted, list};
use domain::rules::fault::Fault;
use domain::values::SchoolKind;

pub(super) fn written(fault: &Fault) -> Option<Pair> {
    Some(match fault {
        Fault::Placeholder { found } => pair(
            format!("Un texte provisoire est resté : « {found} »."),
            "Le remplacer par le texte voulu.",
        ),
        Fault::Sign { found, at } => pair(
            format!(
                "Le signe {} (le {} du texte) ne s’imprime pas.",
                sign(*found),
                rank(*at)
            ),
            "L’effacer ou retaper le passage.",
        ),
        Fault::LawNumber { found } => pair(
            format!("Le numéro « {found} » ne commence pas par une année possible."),
            "Le reprendre sur Légifrance, par exemple 2013-595.",
        ),
        Fault::TitleArticle { article, title } => pair(
            format!("« {article} » ne s’accorde pas avec « {title} »."),
            "Accorder l’article et le titre.",
        ),
        Fault::WordingKinds { said, left_out } => wording(said, left_out),
        Fault::WordingSector => pair(
            "Le texte parle d’écoles publiques, et la liste compte une école privée.",
            "Nommer aussi l’école privée dans le texte, ou la retirer de la liste.",
        ),
        _ => return hand(fault),
    })
}

fn wording(said: &[SchoolKind], left_out: &[SchoolKind]) -> Pair {
    let named: Vec<&str> = said.iter().map(|kind| kind.adjective(true)).collect();
    pair(
        format!(
            "Le texte ne nomme que : {}. La liste compte aussi {}.",
            list(&named),
            kinds_counted(left_out)
        ),
        "Nommer dans le texte toutes les natures de la liste, ou corriger la liste.",
    )
}

/// What a careful hand writes otherwise.
fn hand(fault: &Fault) -> Option<Pair> {
    Some(match fault {
        Fault::Choice { found } => pair(
            format!("« {found} » laisse un choix au lecteur."),
            "Écrire le mot qui convient : un acte nomme les personnes et compte les choses.",
        ),
        Fault::Ordinal { found, expected } => pair(
            format!("« {found} » s’abrège « {expected} »."),
            format!("Écrire « {expected} »."),
        ),
        Fault::Elision { found, expected } => pair(
            format!("« {found} » s’écrit « {expected} »."),
            format!("Écrire « {expected} », ou corriger le nom."),
        ),
        Fault::Letters { figures, letters } => pair(
            format!("« {figures} » et « {letters} » ne disent pas le même nombre."),
            "Corriger les chiffres ou les lettres.",
        ),
        Fault::PersonalData { found } => pair(
            format!(
                "« {found} » est écrit dans une phrase : la version à mettre en ligne ne pourra pas le masquer."
            ),
            "Le mettre parmi les contacts, ou le garder s’il est celui d’un service.",
        ),
        _ => return None,
    })
}

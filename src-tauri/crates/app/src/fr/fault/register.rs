//! What is wrong with the names of a session's register, in French.

use super::{Pair, pair};
use domain::french::counted;
use domain::rules::fault::{Fault, Listed};

pub(super) fn register(fault: &Fault) -> Option<Pair> {
    Some(match fault {
        Fault::ListCount {
            list,
            named,
            counted: told,
        } => pair(
            format!(
                "{} {}, et le décompte de la séance en donne {told}.",
                list_of(*list),
                counted(*named, "nom", "noms")
            ),
            "Compléter la liste, ou corriger le décompte.",
        ),
        Fault::NamedTwice { name } => pair(
            format!("« {name} » est nommé deux fois."),
            "Un conseiller est présent, représenté ou absent : retirer le nom en trop.",
        ),
        Fault::NoBearer { name } => pair(
            format!("Le pouvoir de « {name} » ne dit pas à qui il est donné."),
            "Écrire « Mme Adam à Mme Abadie », un pouvoir par ligne.",
        ),
        Fault::BearerAbsent { name } => pair(
            format!("« {name} » porte un pouvoir et n’est pas parmi les présents."),
            "Corriger le nom, ou la liste des présents.",
        ),
        Fault::BearerTwice { name } => pair(
            format!("« {name} » porte deux pouvoirs : chacun ne peut en porter qu’un."),
            "Corriger les pouvoirs, ou recompter les représentés.",
        ),
        Fault::SecretaryAbsent { name } => pair(
            format!("« {name} », secrétaire de séance, n’est pas parmi les présents."),
            "Corriger le nom, ou la liste des présents.",
        ),
        _ => return None,
    })
}

fn list_of(list: Listed) -> &'static str {
    match list {
        Listed::Present => "La liste des présents a",
        Listed::Represented => "La liste des pouvoirs a",
        Listed::Absent => "La liste des absents a",
    }
}

//! What is wrong with the list of schools, in French.

use super::{Pair, pair};
use domain::rules::fault::Fault;
use domain::values::{Department, Uai};

pub(super) fn school(fault: &Fault) -> Option<Pair> {
    Some(match fault {
        Fault::DuplicateUai { uai, first, again } => pair(
            format!("Le code {uai} est écrit deux fois : lignes {first} et {again}."),
            "Corriger l’un des deux codes, ou retirer la ligne en trop.",
        ),
        Fault::UaiDepartment {
            uai,
            expected,
            found,
        } => elsewhere(*uai, *expected, *found),
        Fault::EmailUai { written, school } => pair(
            format!("L’adresse contient le code {written}, et celui de l’école est {school}."),
            "Corriger l’adresse, ou le code de l’école.",
        ),
        Fault::PrivateSchool => pair(
            "La liste compte une école privée, et aucune décision à son sujet n’est écrite.",
            "Écrire la décision prise pour les écoles privées, ou retirer l’école de la liste.",
        ),
        Fault::NameKind { name, chosen } => pair(
            format!(
                "Le nom de l’école dit « {} », et la nature choisie est « {} ».",
                name.adjective(false),
                chosen.adjective(false)
            ),
            "Corriger la nature, ou le nom.",
        ),
        Fault::NeedlessDecision => pair(
            "Une décision sur les écoles privées est écrite, et la liste n’en compte aucune.",
            "L’effacer, ou corriger le secteur de l’école concernée.",
        ),
        Fault::NameSector { name, chosen } => pair(
            format!(
                "Le nom de l’école dit « {} », et le secteur choisi est « {} ».",
                name.label().to_lowercase(),
                chosen.label().to_lowercase()
            ),
            "Corriger le secteur, ou le nom.",
        ),
        Fault::SameName { first, again } => pair(
            format!("Deux écoles ont le même nom : lignes {first} et {again}."),
            "Retirer la ligne en trop, ou dire ce qui les distingue.",
        ),
        Fault::OtherCommune { commune } => pair(
            format!("Cette école est à {commune}, hors de la commune qui signe."),
            "Effacer la commune si elle est fausse ; sinon l’annexe la nommera.",
        ),
        Fault::NotInCharge { kind } => pair(
            format!(
                "Une collectivité de ce type n’a pas la charge d’un établissement de nature « {} ».",
                kind.adjective(false)
            ),
            "Corriger la nature de l’établissement ou le type de la collectivité, ou écrire le motif.",
        ),
        _ => return None,
    })
}

fn elsewhere(uai: Uai, expected: Department, found: Option<Department>) -> Pair {
    let here = expected.with_de();
    let what = match found {
        Some(found) => {
            format!(
                "Le code {uai} commence comme ceux {}, et non comme ceux {here}.",
                found.with_de()
            )
        }
        None => format!("Le code {uai} ne commence pas comme ceux {here}."),
    };
    pair(what, "Relire le code sur un document de l’école.")
}

//! What is wrong with the council, its vote and the identifier of its act, in French.

use super::{Pair, pair};
use domain::french::counted;
use domain::rules::fault::{ActesPart, Fault};

pub(super) fn council(fault: &Fault) -> Option<Pair> {
    Some(match fault {
        Fault::ClearDays { found, needed } => clear_days(*found, *needed),
        Fault::Quorum {
            present,
            needed,
            local_law,
        } => quorum(*present, *needed, *local_law),
        Fault::InOffice { in_office, legal } => pair(
            format!(
                "{} en exercice, pour un effectif légal de {legal}.",
                councillors(*in_office)
            ),
            "Corriger l’un des deux nombres.",
        ),
        Fault::Attendance {
            attending,
            in_office,
        } => pair(
            format!(
                "{} présents et représentés, pour {in_office} en exercice.",
                councillors(*attending)
            ),
            "Recompter les présents et les représentés.",
        ),
        Fault::Proxies {
            represented,
            present,
        } => pair(
            format!(
                "{} pour {} : chacun ne peut en porter qu’un.",
                counted(*represented, "pouvoir", "pouvoirs"),
                counted(*present, "présent", "présents")
            ),
            "Recompter les présents et les pouvoirs.",
        ),
        Fault::Votes {
            counted: votes,
            attending,
        } => pair(
            format!(
                "Le décompte des votes donne {votes}, et {attending} conseillers sont présents ou représentés."
            ),
            "Recompter les pour, les contre, les abstentions et ceux qui n’ont pas pris part au vote.",
        ),
        Fault::NotAdopted {
            votes_for,
            votes_against,
        } => not_adopted(*votes_for, *votes_against),
        _ => return None,
    })
}

fn councillors(count: u32) -> String {
    counted(count, "conseiller", "conseillers")
}

fn clear_days(found: i64, needed: i64) -> Pair {
    let clear = |days: i64| {
        counted(
            u32::try_from(days.max(0)).unwrap_or(u32::MAX),
            "jour franc",
            "jours francs",
        )
    };
    pair(
        format!(
            "{} entre la convocation et la séance ; il en faut {needed}.",
            clear(found)
        ),
        "Vérifier les deux dates, ou reporter la séance.",
    )
}

fn quorum(present: u32, needed: u32, local_law: bool) -> Pair {
    let rule = if local_law {
        " (règle propre à l’Alsace et à la Moselle)"
    } else {
        ""
    };
    pair(
        format!(
            "Le quorum n’est pas atteint : {}, il en faut {needed}{rule}.",
            counted(present, "présent", "présents")
        ),
        "Recompter les présents, sans les pouvoirs ; faute de quorum, convoquer le conseil de nouveau.",
    )
}

fn not_adopted(votes_for: u32, votes_against: u32) -> Pair {
    let told = format!("{votes_for} pour et {votes_against} contre");
    if votes_for == votes_against {
        return pair(
            format!("Les voix sont à égalité : {told}."),
            "Vérifier le décompte ; la voix du président décide, sauf au scrutin secret.",
        );
    }
    pair(
        format!("La délibération n’est pas adoptée : {told}."),
        "Corriger le décompte ; un acte rejeté n’autorise pas la signature.",
    )
}

pub(super) fn actes(fault: &Fault) -> Option<Pair> {
    Some(match fault {
        Fault::ActesForm => pair(
            "L’identifiant de l’acte n’a pas la forme attendue.",
            "Le recopier en entier de l’accusé de réception de la préfecture.",
        ),
        Fault::ActesPart {
            part,
            found,
            expected,
        } => pair(
            format!(
                "{} : l’identifiant dit « {found} », le dossier « {expected} ».",
                part_of(*part)
            ),
            "Recopier l’identifiant de l’accusé de réception, ou corriger le dossier.",
        ),
        _ => return None,
    })
}

fn part_of(part: ActesPart) -> &'static str {
    match part {
        ActesPart::Department => "Le département",
        ActesPart::Siren => "Le SIREN",
        ActesPart::Date => "La date",
        ActesPart::Number => "Le numéro",
        ActesPart::Nature => "La nature",
    }
}

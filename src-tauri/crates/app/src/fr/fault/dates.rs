//! What is wrong with the dates of a dossier, in French.

use super::{Pair, pair};
use domain::french::{capital, counted};
use domain::rules::fault::{Fault, Moment};
use domain::values::{Date, SchoolYear};

pub(super) fn dates(fault: &Fault) -> Option<Pair> {
    Some(match fault {
        Fault::DateOrder {
            first,
            first_on,
            next,
            next_on,
            days,
        } => order((*first, *first_on), (*next, *next_on), *days),
        Fault::Future { moment, on, days } => pair(
            format!(
                "Cette date est à venir : {}, le {}, dans {}.",
                moment_of(*moment),
                on.long(),
                spell(*days)
            ),
            "Corriger la date, ou la laisser vide jusqu’à ce jour.",
        ),
        Fault::SchoolYearOver { year, session } => over(*year, *session),
        Fault::SchoolYearFar { year, session } => pair(
            format!(
                "L’année scolaire {} commence plus d’un an après la séance du {}.",
                year.printed(),
                session.long()
            ),
            "Corriger l’année scolaire ou la date de la séance, ou écrire le motif.",
        ),
        Fault::DayOff { on } => pair(
            format!("La séance serait un jour chômé, le {}.", on.with_weekday()),
            "Vérifier la date.",
        ),
        Fault::NightHour { at } => pair(
            format!("La séance commencerait à {}.", at.printed()),
            "Vérifier l’heure : le soir s’écrit 19 h 30.",
        ),
        Fault::NotExecutory => pair(
            "La délibération n’est pas encore exécutoire.",
            "Écrire sa date de réception par la préfecture et sa date de publication dès qu’elles sont connues.",
        ),
        _ => return None,
    })
}

fn order((first, first_on): (Moment, Date), (next, next_on): (Moment, Date), days: i64) -> Pair {
    let (before, after) = (moment_of(next), moment_of(first));
    let what = if days == 0 {
        format!(
            "Le même jour, le {} : {after} et {before}.",
            first_on.long()
        )
    } else {
        format!(
            "{} ({}) précède de {} {after} ({}).",
            capital(before),
            next_on.long(),
            spell(days),
            first_on.long()
        )
    };
    pair(
        what,
        "Corriger celle des deux dates qui est fausse, ou écrire le motif.",
    )
}

fn over(year: SchoolYear, session: Date) -> Pair {
    pair(
        format!(
            "L’année scolaire {} est finie avant la séance du {}.",
            year.printed(),
            session.long()
        ),
        "Corriger l’année scolaire ou la date de la séance, ou écrire le motif.",
    )
}

pub(super) fn moment_of(moment: Moment) -> &'static str {
    match moment {
        Moment::Convocation => "la convocation du conseil",
        Moment::Session => "la séance du conseil",
        Moment::Transmission => "la réception par la préfecture",
        Moment::Publication => "la publication de l’acte",
        Moment::Executory => "le jour où l’acte devient exécutoire",
        Moment::Printed => "la date imprimée sur la convention",
        Moment::Signature => "la signature",
        Moment::TextReceived => "la réception du texte de l’académie",
        Moment::TextAccepted => "l’acceptation du texte par l’académie",
        Moment::MandateStart => "le début du mandat",
        Moment::MandateEnd => "la fin du mandat",
    }
}

pub(super) fn spell(days: i64) -> String {
    counted(u32::try_from(days).unwrap_or(u32::MAX), "jour", "jours")
}

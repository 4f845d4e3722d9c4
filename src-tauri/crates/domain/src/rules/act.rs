//! The council's session: clear days, quorum, presences, votes. All is to verify, never refused: urgency, a second
//! convocation and the law of Alsace and Moselle are known to the assembly, not to this program.

use super::bodies::{department, is_commune, of_communes};
use super::{at, fault::Fault, path};
use crate::dossier::choices::CollectivityKind;
use crate::dossier::{Act, Dossier};
use crate::entry::Entry;
use crate::findings::{Finding, Severity};
use crate::values::Count;

/// Population from which a commune convenes its council five clear days before (CGCT, art. L. 2121-12).
const LARGE: u32 = 3_500;

/// The findings about the session and its vote.
pub(super) fn check(dossier: &Dossier) -> Vec<Finding> {
    let act = &dossier.sheet.act;
    let majority = of_communes(dossier, "CGCT, art. L. 2121-20");
    [
        clear_days(dossier),
        in_office(act),
        attendance(act),
        proxies(act, majority),
        quorum(dossier),
        votes(act),
        adopted(act, majority),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn number(entry: &Entry<Count>) -> Option<u32> {
    entry.value().map(|count| count.get())
}

fn to_verify(field: &str, law: &'static str, fault: Fault) -> Finding {
    at(path(field), Severity::ToVerify, law, fault)
}

/// Days between the convocation and the session, both left out: five from 3 500 inhabitants, three below, one when
/// urgent (CGCT, art. L. 2121-11 and L. 2121-12). Without a population, only what is too short for all is told.
fn clear_days(dossier: &Dossier) -> Option<Finding> {
    let act = &dossier.sheet.act;
    let found = act.convened.value()?.days_until(*act.session.value()?) - 1;
    let urgent = act.urgent.value().is_some_and(|urgent| urgent.0);
    let large = number(&dossier.sheet.collectivity.population)
        .is_some_and(|population| population >= LARGE);
    let (needed, law) = match (urgent, large) {
        (true, true) => (1, "CGCT, art. L. 2121-12"),
        (true, false) => (1, "CGCT, art. L. 2121-11"),
        (false, true) => (5, "CGCT, art. L. 2121-12"),
        (false, false) => (3, "CGCT, art. L. 2121-11"),
    };
    // A session on the day of the convocation or before it is told by the order of dates.
    (is_commune(dossier) && (0..needed).contains(&found)).then(|| {
        to_verify(
            "deliberation/convocation",
            law,
            Fault::ClearDays { found, needed },
        )
    })
}

/// Seats may be vacant, never in excess.
fn in_office(act: &Act) -> Option<Finding> {
    let (in_office, legal) = (number(&act.in_office)?, number(&act.legal_number)?);
    (in_office > legal).then(|| {
        to_verify(
            "deliberation/en_exercice",
            "",
            Fault::InOffice { in_office, legal },
        )
    })
}

/// Present and represented are at most all those in office.
fn attendance(act: &Act) -> Option<Finding> {
    let (in_office, present) = (number(&act.in_office)?, number(&act.present)?);
    let attending = present + number(&act.represented).unwrap_or_default();
    (attending > in_office).then(|| {
        to_verify(
            "deliberation/presents",
            "",
            Fault::Attendance {
                attending,
                in_office,
            },
        )
    })
}

/// A councillor present bears one pouvoir at most (CGCT, art. L. 2121-20).
fn proxies(act: &Act, law: &'static str) -> Option<Finding> {
    let (represented, present) = (number(&act.represented)?, number(&act.present)?);
    let fault = Fault::Proxies {
        represented,
        present,
    };
    (represented > present).then(|| to_verify("deliberation/representes", law, fault))
}

/// More than half of those in office are present; those represented do not count (CGCT, art. L. 2121-17, and its
/// equals for départements and régions). Alsace and Moselle have a rule of their own (art. L. 2541-4).
fn quorum(dossier: &Dossier) -> Option<Finding> {
    let act = &dossier.sheet.act;
    let law = match dossier.sheet.collectivity.kind.value() {
        Some(CollectivityKind::Department) => "CGCT, art. L. 3121-14",
        Some(CollectivityKind::Region) => "CGCT, art. L. 4132-13",
        _ => "CGCT, art. L. 2121-17",
    };
    let (in_office, present) = (number(&act.in_office)?, number(&act.present)?);
    let needed = in_office / 2 + 1;
    let local_law = department(dossier)
        .is_some_and(|department| matches!(department.code(), "57" | "67" | "68"));
    (present < needed).then(|| {
        to_verify(
            "deliberation/presents",
            law,
            Fault::Quorum {
                present,
                needed,
                local_law,
            },
        )
    })
}

/// Every councillor present or represented votes for, against, abstains, or takes no part. Until all are counted,
/// only too many are told.
fn votes(act: &Act) -> Option<Finding> {
    let attending = number(&act.present)? + number(&act.represented)?;
    let cast = [&act.votes_for, &act.votes_against, &act.abstentions].map(number);
    let all = cast.iter().all(Option::is_some);
    let counted = cast
        .into_iter()
        .chain([number(&act.not_voting)])
        .flatten()
        .sum::<u32>();
    (counted > attending || (all && counted != attending))
        .then(|| to_verify("deliberation/pour", "", Fault::Votes { counted, attending }))
}

/// Adopted by more votes for than against, abstentions apart; when as many, the president's vote decides
/// (CGCT, art. L. 2121-20). An act that was rejected authorises nothing.
fn adopted(act: &Act, law: &'static str) -> Option<Finding> {
    let (votes_for, votes_against) = (number(&act.votes_for)?, number(&act.votes_against)?);
    let severity = if votes_for < votes_against {
        Severity::Blocking
    } else {
        Severity::ToVerify
    };
    let fault = Fault::NotAdopted {
        votes_for,
        votes_against,
    };
    (votes_for <= votes_against).then(|| at(path("deliberation/pour"), severity, law, fault))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check as told, dossier};
    use super::*;

    /// Convened on this day for 12 December 2022, in a commune of this population.
    fn convened<'a>(day: &'a str, population: &'a str, urgent: &'a str) -> [(&'a str, &'a str); 4] {
        [
            ("deliberation/convocation", day),
            ("deliberation/seance", "12/12/2022"),
            ("collectivite/population", population),
            ("deliberation/urgence", urgent),
        ]
    }

    #[test]
    fn clear_days_follow_the_population() {
        let late = ["à vérifier jours-francs deliberation/convocation"];
        told(check, &convened("6/12/2022", "24070", ""), &[]);
        told(check, &convened("7/12/2022", "24070", ""), &late);
        told(check, &convened("7/12/2022", "3500", ""), &late);
        told(check, &convened("7/12/2022", "3499", ""), &[]);
        told(check, &convened("8/12/2022", "3499", ""), &[]);
        told(check, &convened("9/12/2022", "3499", ""), &late);
        told(check, &convened("7/12/2022", "", ""), &[]);
        told(check, &convened("9/12/2022", "", ""), &late);
        told(check, &convened("10/12/2022", "24070", "oui"), &[]);
        told(check, &convened("11/12/2022", "24070", "oui"), &late);
        let fault = Fault::ClearDays {
            found: 4,
            needed: 5,
        };
        assert_eq!(
            check(&dossier(&convened("7/12/2022", "24070", "")))[0].fault,
            fault
        );
    }

    #[test]
    fn the_clear_days_of_a_commune_are_not_those_of_a_departement() {
        let mut fields = convened("11/12/2022", "24070", "").to_vec();
        fields.push(("collectivite/type", "departement"));
        told(check, &fields, &[]);
    }

    /// The counts of a session, in the order of the act.
    fn session(counts: [&'static str; 8]) -> Vec<(&'static str, &'static str)> {
        let keys = [
            "deliberation/effectif_legal",
            "deliberation/en_exercice",
            "deliberation/presents",
            "deliberation/representes",
            "deliberation/pour",
            "deliberation/contre",
            "deliberation/abstentions",
            "deliberation/nppv",
        ];
        keys.into_iter().zip(counts).collect()
    }

    #[test]
    fn the_session_of_fontenay_adds_up() {
        told(
            check,
            &session(["35", "35", "27", "8", "35", "0", "0", ""]),
            &[],
        );
        told(
            check,
            &session(["35", "33", "20", "8", "20", "5", "2", "1"]),
            &[],
        );
        told(check, &session(["35", "35", "", "", "", "", "", ""]), &[]);
    }

    #[test]
    fn counts_that_do_not_add_up_are_told() {
        let votes = "à vérifier votes deliberation/pour";
        told(
            check,
            &session(["35", "35", "27", "8", "34", "0", "0", ""]),
            &[votes],
        );
        told(
            check,
            &session(["35", "35", "27", "8", "35", "1", "0", "0"]),
            &[votes],
        );
        told(
            check,
            &session(["35", "35", "27", "8", "36", "", "", ""]),
            &[votes],
        );
        told(
            check,
            &session(["35", "35", "27", "8", "34", "", "", ""]),
            &[],
        );
        let all = ["à vérifier effectif deliberation/en_exercice"];
        told(
            check,
            &session(["33", "35", "27", "8", "35", "0", "0", ""]),
            &all,
        );
        told(
            check,
            &session(["35", "35", "30", "8", "38", "0", "0", ""]),
            &["à vérifier presences deliberation/presents"],
        );
        told(
            check,
            &session(["35", "35", "16", "17", "33", "0", "0", ""]),
            &[
                "à vérifier pouvoirs deliberation/representes",
                "à vérifier quorum deliberation/presents",
            ],
        );
    }

    #[test]
    fn the_quorum_is_more_than_half_present() {
        let quorum = ["à vérifier quorum deliberation/presents"];
        told(check, &session(["35", "35", "18", "", "", "", "", ""]), &[]);
        told(
            check,
            &session(["35", "35", "17", "17", "", "", "", ""]),
            &quorum,
        );
        told(
            check,
            &session(["34", "34", "17", "", "", "", "", ""]),
            &quorum,
        );
        let mut fields = session(["35", "35", "17", "", "", "", "", ""]);
        fields.push(("collectivite/code_insee", "67482"));
        let fault = Fault::Quorum {
            present: 17,
            needed: 18,
            local_law: true,
        };
        assert_eq!(check(&dossier(&fields))[0].fault, fault);
    }

    #[test]
    fn a_rejected_act_blocks() {
        told(check, &session(["", "", "", "", "18", "17", "", ""]), &[]);
        told(
            check,
            &session(["", "", "", "", "17", "18", "", ""]),
            &["bloquant non-adoptee deliberation/pour"],
        );
        told(
            check,
            &session(["", "", "", "", "17", "17", "", ""]),
            &["à vérifier non-adoptee deliberation/pour"],
        );
    }
}

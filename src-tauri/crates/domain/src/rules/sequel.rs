//! What comes after a convention, against the convention: it must be there, in force for an avenant or an update, and
//! over for a renewal. Whether something changed is not judged here: only the modèle knows what is printed.

use super::fault::{Fault, SequelFault};
use super::{at, path};
use crate::dossier::Dossier;
use crate::dossier::choices::SequelKind;
use crate::findings::{Finding, Severity};
use crate::values::Date;

/// A contract may be prolonged before it expires, no more once it has.
const LAW: &str = "code civil, art. 1213";

/// The findings about what a dossier follows.
pub(super) fn check(dossier: &Dossier, today: Date) -> Vec<Finding> {
    let blocking = |fault| {
        vec![at(
            path("suite/nature"),
            Severity::Blocking,
            "",
            Fault::Sequel(fault),
        )]
    };
    match (dossier.sequel(), dossier.before.is_some()) {
        (None, false) => Vec::new(),
        (Some(_), false) => blocking(SequelFault::NoEarlierAct),
        (None, true) => blocking(SequelFault::NoSequelKind),
        (Some(SequelKind::Renewal), true) => renewal(dossier).into_iter().collect(),
        (Some(_), true) => amendment(dossier, today),
    }
}

/// An avenant, an update: of a convention that is signed and in force.
fn amendment(dossier: &Dossier, today: Date) -> Vec<Finding> {
    let sequel = &dossier.sheet.sequel;
    let effect = sequel.effect.value().copied();
    let on = effect.unwrap_or(today);
    let ended = sequel.convention_ends.value().copied();
    let over = ended.filter(|ended| *ended < on).map(|ended| {
        let fault = Fault::Sequel(SequelFault::ConventionOver { ended, on });
        at(
            path("suite/convention_fin_le"),
            Severity::ToVerify,
            LAW,
            fault,
        )
    });
    let signed = sequel.convention_signed.value().copied();
    let early = effect
        .zip(signed)
        .filter(|(effect, signed)| effect < signed);
    let early = early.map(|(effect, signed)| {
        let fault = Fault::Sequel(SequelFault::BeforeConvention { effect, signed });
        at(path("suite/prise_effet"), Severity::ToVerify, "", fault)
    });
    over.into_iter().chain(early).collect()
}

/// A renewal: the day after the convention that it renews.
fn renewal(dossier: &Dossier) -> Option<Finding> {
    let sequel = &dossier.sheet.sequel;
    let begins = sequel.effect.value().copied();
    let begins = begins.or_else(|| dossier.last_signature())?;
    let ends = sequel.convention_ends.value().copied()?;
    let days = ends.days_until(begins) - 1;
    let (severity, fault) = match days {
        0 => return None,
        ..0 => (Severity::ToVerify, SequelFault::Overlap { begins, ends }),
        _ => {
            let ended = ends;
            (
                Severity::Advice,
                SequelFault::Gap {
                    begins,
                    ended,
                    days,
                },
            )
        }
    };
    Some(at(
        path("suite/prise_effet"),
        severity,
        "",
        Fault::Sequel(fault),
    ))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{dossier, told};
    use super::*;

    #[track_caller]
    fn check_of(before: bool, fields: &[(&str, &str)], expected: &[&str]) {
        let mut dossier = dossier(fields);
        dossier.before = before.then(Box::default);
        let today = "2026-11-24".parse().unwrap();
        assert_eq!(told(&check(&dossier, today)), expected, "{fields:?}");
    }

    #[test]
    fn what_it_follows_is_there() {
        check_of(false, &[], &[]);
        check_of(
            false,
            &[("suite/nature", "avenant")],
            &["bloquant suite-sans-acte suite/nature"],
        );
        check_of(true, &[], &["bloquant suite-sans-nature suite/nature"]);
    }

    #[test]
    fn an_avenant_is_to_a_convention_in_force() {
        let avenant = |ends, effect| {
            [
                ("suite/nature", "avenant"),
                ("suite/convention_signee_le", "2023-01-16"),
                ("suite/convention_fin_le", ends),
                ("suite/prise_effet", effect),
            ]
        };
        check_of(true, &avenant("2027-01-15", ""), &[]);
        check_of(true, &avenant("", ""), &[]);
        check_of(true, &avenant("2026-11-24", ""), &[]);
        check_of(true, &avenant("2027-01-15", "2027-01-15"), &[]);
        let over = ["à vérifier convention-echue suite/convention_fin_le"];
        check_of(true, &avenant("2026-11-23", ""), &over);
        check_of(true, &avenant("2027-01-15", "2027-01-16"), &over);
        check_of(
            true,
            &avenant("2027-01-15", "2023-01-15"),
            &["à vérifier suite-avant-convention suite/prise_effet"],
        );
    }

    #[test]
    fn a_renewal_begins_when_the_convention_ends() {
        let renewal = |effect| {
            [
                ("suite/nature", "renouvellement"),
                ("suite/convention_fin_le", "2027-01-15"),
                ("suite/prise_effet", effect),
            ]
        };
        check_of(true, &renewal(""), &[]);
        check_of(true, &renewal("2027-01-16"), &[]);
        check_of(
            true,
            &renewal("2027-01-15"),
            &["à vérifier renouvellement-avant-terme suite/prise_effet"],
        );
        check_of(
            true,
            &renewal("2027-01-18"),
            &["conseil renouvellement-apres-terme suite/prise_effet"],
        );
    }
}

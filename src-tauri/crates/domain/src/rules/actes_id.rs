//! The identifier that the operator of the préfecture gives back: `092-219200326-20221212-DEL221212_20-DE`.
//! It is read leniently and compared with the dossier; it is never made up here (`domain.md` §3.3).

use super::{at, bodies::department, fault::ActesPart, fault::Fault, path};
use crate::dossier::Dossier;
use crate::findings::{Finding, Severity};
use crate::values::{Date, Siren};

/// The nature of a délibération; the convention travels as its annexe, never as a contract.
const DELIBERATION: &str = "DE";

/// The identifier's five parts: département, SIREN, date, number, nature.
fn parts(typed: &str) -> Option<[&str; 5]> {
    let parts: Vec<&str> = typed.trim().split('-').collect();
    let parts: [&str; 5] = parts.try_into().ok()?;
    let [department, siren, date, number, nature] = parts;
    let digits =
        |text: &str, length| text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    let corsica = matches!(department, "02A" | "02B");
    let well_made = (digits(department, 3) || corsica) && digits(siren, 9) && digits(date, 8);
    // A date of no day or a SIREN with a wrong key was typed by hand: the operator makes neither.
    let dated = Date::of(
        date.get(..4)?.parse().ok()?,
        date.get(4..6)?.parse().ok()?,
        date.get(6..)?.parse().ok()?,
    );
    let true_parts = dated.is_some() && siren.parse::<Siren>().is_ok();
    let numbered = (1..=15).contains(&number.len()) && nature.len() == 2;
    (well_made && numbered && true_parts).then_some(parts)
}

/// The findings about the identifier, against the collectivity, the session and the number of the act.
pub(super) fn check(dossier: &Dossier) -> Vec<Finding> {
    let act = &dossier.sheet.act;
    let Some(typed) = act.actes_id.value() else {
        return Vec::new();
    };
    let Some([department_part, siren, date, number, nature]) = parts(typed.as_str()) else {
        return vec![told(Fault::ActesForm)];
    };
    let siren_expected = dossier
        .sheet
        .collectivity
        .siren
        .value()
        .map(ToString::to_string);
    let number_expected = act.number.value().map(ToString::to_string);
    let expected = [
        (
            ActesPart::Department,
            department_part,
            department(dossier).map(|found| found.three_characters()),
        ),
        (ActesPart::Siren, siren, siren_expected),
        (
            ActesPart::Date,
            date,
            act.session
                .value()
                .map(|session: &Date| session.to_string().replace('-', "")),
        ),
        (ActesPart::Number, number, number_expected),
        (ActesPart::Nature, nature, Some(DELIBERATION.to_owned())),
    ];
    expected
        .into_iter()
        .filter_map(|(part, found, expected)| differs(part, found, &expected?))
        .collect()
}

/// A part that is not what the dossier says. Numbers are compared without signs nor case: operators change them.
fn differs(part: ActesPart, found: &str, expected: &str) -> Option<Finding> {
    let bare = |text: &str| -> String {
        text.chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_uppercase())
            .collect()
    };
    (bare(found) != bare(expected)).then(|| {
        told(Fault::ActesPart {
            part,
            found: found.to_owned(),
            expected: expected.to_owned(),
        })
    })
}

fn told(fault: Fault) -> Finding {
    at(
        path("deliberation/identifiant_actes"),
        Severity::ToVerify,
        "",
        fault,
    )
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check as told, dossier};
    use super::*;

    /// The dossier of the seed with this identifier.
    fn with(id: &str) -> [(&str, &str); 5] {
        [
            ("collectivite/code_insee", "92032"),
            ("collectivite/siren", "219200326"),
            ("deliberation/seance", "12/12/2022"),
            ("deliberation/numero", "DEL221212_20"),
            ("deliberation/identifiant_actes", id),
        ]
    }

    #[track_caller]
    fn one(id: &str, code: &str) {
        told(
            check,
            &with(id),
            &[&format!("à vérifier {code} deliberation/identifiant_actes")],
        );
    }

    #[test]
    fn the_identifier_of_the_seed_fits() {
        told(check, &with("092-219200326-20221212-DEL221212_20-DE"), &[]);
        told(check, &with(""), &[]);
        told(
            check,
            &[(
                "deliberation/identifiant_actes",
                "02A-212000046-20221212-12-DE",
            )],
            &[],
        );
    }

    #[test]
    fn each_part_is_compared() {
        one("092-219200326-20221212-DEL221212_20", "identifiant-actes");
        one("92-219200326-20221212-DEL221212_20-DE", "identifiant-actes");
        one(
            "093-219200326-20221212-DEL221212_20-DE",
            "identifiant-actes-departement",
        );
        one(
            "092-219200327-20221212-DEL221212_20-DE",
            "identifiant-actes",
        );
        one(
            "092-219200326-20221312-DEL221212_20-DE",
            "identifiant-actes",
        );
        one(
            "092-217500016-20221212-DEL221212_20-DE",
            "identifiant-actes-siren",
        );
        one(
            "092-219200326-20221213-DEL221212_20-DE",
            "identifiant-actes-date",
        );
        one(
            "092-219200326-20221212-DEL221212_21-DE",
            "identifiant-actes-numero",
        );
        one(
            "092-219200326-20221212-DEL221212_20-CC",
            "identifiant-actes-nature",
        );
        let found = check(&dossier(&with("092-219200326-20221213-DEL221212_20-DE")));
        let (found_date, expected) = ("20221213".to_owned(), "20221212".to_owned());
        assert_eq!(
            found[0].fault,
            Fault::ActesPart {
                part: ActesPart::Date,
                found: found_date,
                expected
            }
        );
    }
}

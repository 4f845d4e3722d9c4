//! What the vérification found, in French: what is wrong, then how to mend it. One sentence a fault, exhaustively.
//!
//! It knows the details that a fault carries; neither the window nor where the finding is shown.

mod council;
mod dates;
mod people;
mod register;
mod schools;
mod sequel;
mod writing;

use super::Said;
use council::{actes, council};
use dates::dates;
use domain::dossier::Dossier;
use domain::record::Path;
use domain::rules::fault::Fault;
use people::body;
use register::register;
use schools::school;
use template::Placed;
use writing::written;

/// Whether the finding is only an empty field.
pub fn is_missing(placed: &Placed) -> bool {
    matches!(placed.finding.fault, Fault::Missing)
}

/// What is wrong, and how to mend it.
pub fn finding(placed: &Placed) -> Said {
    let fault = &placed.finding.fault;
    match fault {
        Fault::Missing => missing(placed.finding.path.as_ref()),
        Fault::Unread(why) => super::why::why(why),
        Fault::Template { sentence, .. } => of_template(sentence),
        Fault::Placeholder { .. }
        | Fault::Sign { .. }
        | Fault::LawNumber { .. }
        | Fault::TitleArticle { .. }
        | Fault::WordingKinds { .. }
        | Fault::WordingSector
        | Fault::Choice { .. }
        | Fault::Ordinal { .. }
        | Fault::Elision { .. }
        | Fault::Letters { .. }
        | Fault::PersonalData { .. } => said(written(fault)),
        Fault::DuplicateUai { .. }
        | Fault::UaiDepartment { .. }
        | Fault::EmailUai { .. }
        | Fault::PrivateSchool
        | Fault::NeedlessDecision
        | Fault::NameSector { .. }
        | Fault::SameName { .. }
        | Fault::OtherCommune { .. }
        | Fault::NameKind { .. }
        | Fault::NotInCharge { .. } => said(school(fault)),
        Fault::Academy { .. }
        | Fault::NameWithArticle { .. }
        | Fault::NameWithTitle { .. }
        | Fault::PostalDepartment { .. }
        | Fault::District { .. }
        | Fault::NoDelegation
        | Fault::NeedlessDelegation
        | Fault::HomeMail { .. }
        | Fault::TitleCivility
        | Fault::TitleGender
        | Fault::ContactNameless
        | Fault::ContactUnreachable
        | Fault::SamePhone { .. }
        | Fault::Originals { .. } => said(body(fault)),
        Fault::DateOrder { .. }
        | Fault::Future { .. }
        | Fault::SchoolYearOver { .. }
        | Fault::SchoolYearFar { .. }
        | Fault::DayOff { .. }
        | Fault::NightHour { .. }
        | Fault::NotExecutory => said(dates(fault)),
        Fault::ClearDays { .. }
        | Fault::Quorum { .. }
        | Fault::InOffice { .. }
        | Fault::Attendance { .. }
        | Fault::Proxies { .. }
        | Fault::Votes { .. }
        | Fault::NotAdopted { .. } => said(council(fault)),
        Fault::ListCount { .. }
        | Fault::NamedTwice { .. }
        | Fault::NoBearer { .. }
        | Fault::BearerAbsent { .. }
        | Fault::BearerTwice { .. }
        | Fault::SecretaryAbsent { .. } => said(register(fault)),
        Fault::ActesForm | Fault::ActesPart { .. } => said(actes(fault)),
        Fault::Sequel(fault) => said(Some(sequel::sequel(*fault))),
    }
}

/// What is wrong and how to mend it, before their spaces are set.
type Pair = (String, String);

/// A group answers its own faults only; `finding` above, which is exhaustive, sends it no other.
fn said(pair: Option<Pair>) -> Said {
    let (what, mend) = pair.unwrap_or_default();
    Said::new(what, mend)
}

fn pair(what: impl Into<String>, mend: impl Into<String>) -> Pair {
    (what.into(), mend.into())
}

fn missing(path: Option<&Path>) -> Said {
    let label = path
        .and_then(Dossier::field)
        .map(|field| within(field.label));
    let what = label.map_or("Ce champ est vide.".to_owned(), |label| {
        format!("Il manque : {label}.")
    });
    Said::new(
        what,
        "Le compléter, ou le laisser à remplir à la main si c’est permis.",
    )
}

/// A label inside a sentence: its capital goes, save for a sigle (« SIREN »).
fn within(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), label.chars().nth(1)) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().collect::<String>() + letters.as_str()
        }
        _ => label.to_owned(),
    }
}

/// The modèle's sentence: what is wrong up to the first full stop, how to mend it after.
fn of_template(sentence: &str) -> Said {
    match sentence.split_once(". ") {
        Some((what, mend)) => Said::new(format!("{what}."), mend),
        None => Said::new(sentence, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::findings::{Finding, Severity};
    use domain::rules::fault::Moment;
    use domain::values::Date;

    fn placed(fault: Fault) -> Placed {
        let finding = Finding {
            fault,
            severity: Severity::ToVerify,
            path: None,
            law: "",
        };
        Placed {
            finding,
            documents: Vec::new(),
            article: String::new(),
            reason: None,
        }
    }

    fn plain(fault: Fault) -> String {
        finding(&placed(fault))
            .what
            .replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn says_what_is_wrong() {
        let on = |day| Date::of(2022, 12, day).unwrap();
        let order = |first, next, first_on, next_on, days| Fault::DateOrder {
            first,
            first_on: on(first_on),
            next,
            next_on: on(next_on),
            days,
        };
        let table = [
            (
                order(Moment::Session, Moment::Signature, 12, 10, 2),
                "La signature (10 décembre 2022) précède de 2 jours la séance du conseil (12 décembre 2022).",
            ),
            (
                order(Moment::Convocation, Moment::Session, 12, 12, 0),
                "Le même jour, le 12 décembre 2022 : la convocation du conseil et la séance du conseil.",
            ),
            (Fault::Missing, "Ce champ est vide."),
            (
                Fault::Originals {
                    typed: 3,
                    parties: 2,
                },
                "3 originaux sont prévus pour 2 parties.",
            ),
            (
                Fault::NotAdopted {
                    votes_for: 3,
                    votes_against: 9,
                },
                "La délibération n’est pas adoptée : 3 pour et 9 contre.",
            ),
        ];
        for (fault, expected) in table {
            assert_eq!(plain(fault), expected);
        }
    }

    #[test]
    fn a_sentence_of_a_modele_is_cut_in_two() {
        let said = of_template("Il manque un contact. Ajouter une ligne. Ou deux.");
        assert_eq!(
            (said.what.as_str(), said.mend.as_str()),
            ("Il manque un contact.", "Ajouter une ligne. Ou deux.")
        );
    }

    #[test]
    fn only_an_empty_field_is_missing() {
        assert!(is_missing(&placed(Fault::Missing)));
        assert!(!is_missing(&placed(Fault::NotExecutory)));
    }

    #[test]
    fn a_sigle_keeps_its_capitals() {
        assert_eq!(
            (within("Numéro").as_str(), within("SIREN").as_str()),
            ("numéro", "SIREN")
        );
    }
}

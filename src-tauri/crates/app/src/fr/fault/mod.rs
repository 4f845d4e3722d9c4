//! What the vérification found, in French: what is wrong, then how to mend it. One sentence a fault, exhaustively.
//!
//! It knows the details that a fault carries; neither the window nor where the finding is shown.

mod council;
mod dates;
mod people;

use super::{Said, rank, sign};
use council::{actes, council};
use dates::dates;
use domain::dossier::Dossier;
use domain::french::{kinds_counted, list};
use domain::record::Path;
use domain::rules::fault::Fault;
use domain::values::{Department, SchoolKind, Uai};
use people::body;
use template::Placed;

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
        | Fault::WordingKinds { .. } => said(written(fault)),
        Fault::DuplicateUai { .. }
        | Fault::UaiDepartment { .. }
        | Fault::EmailUai { .. }
        | Fault::PrivateSchool
        | Fault::NameKind { .. }
        | Fault::NotInCharge { .. } => said(school(fault)),
        Fault::Academy { .. }
        | Fault::NameWithArticle { .. }
        | Fault::TitleCivility
        | Fault::TitleGender
        | Fault::ContactNameless
        | Fault::ContactUnreachable
        | Fault::SamePhone { .. }
        | Fault::Originals { .. } => said(body(fault)),
        Fault::DateOrder { .. }
        | Fault::Future { .. }
        | Fault::SchoolYearOver { .. }
        | Fault::NotExecutory => said(dates(fault)),
        Fault::ClearDays { .. }
        | Fault::Quorum { .. }
        | Fault::InOffice { .. }
        | Fault::Attendance { .. }
        | Fault::Proxies { .. }
        | Fault::Votes { .. }
        | Fault::NotAdopted { .. } => said(council(fault)),
        Fault::ActesForm | Fault::ActesPart { .. } => said(actes(fault)),
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

fn written(fault: &Fault) -> Option<Pair> {
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
        _ => return None,
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

fn school(fault: &Fault) -> Option<Pair> {
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

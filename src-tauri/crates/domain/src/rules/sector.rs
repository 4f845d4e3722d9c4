//! Private schools: a convention of public schools takes one only on an explicit decision, and what the act says of its
//! schools must be what it lists (`domain.md` §6.3).

use super::{at, fault::Fault, item, path, texts::answers};
use crate::dossier::{Dossier, EnrolledSchool};
use crate::findings::{Finding, Severity};
use crate::record::{Id, Item};
use crate::values::{Sector, fold};

/// The findings about sectors.
pub(super) fn check(dossier: &Dossier) -> Vec<Finding> {
    let schools = dossier.sheet.schools.iter();
    let mut found: Vec<Finding> = schools
        .filter_map(|Item { id, value }| name_sector(id, value))
        .collect();
    found.extend(decision(dossier));
    found.extend(wording(dossier));
    found
}

fn has_private(dossier: &Dossier) -> bool {
    let mut schools = dossier.sheet.schools.iter();
    schools.any(|item| item.value.sector.value() == Some(&Sector::Prive))
}

/// « École privée Jeanne-d'Arc » is not public.
fn name_sector(id: &Id, school: &EnrolledSchool) -> Option<Finding> {
    let (name, chosen) = (fold(school.name.value()?.as_str()), *school.sector.value()?);
    let mut words = name.split(|c: char| !c.is_alphanumeric());
    let told = words.find_map(|word| match word {
        "prive" | "privee" => Some(Sector::Prive),
        "public" | "publique" => Some(Sector::Public),
        _ => None,
    })?;
    (told != chosen).then(|| {
        let fault = Fault::NameSector { name: told, chosen };
        at(item("ecoles", id, "secteur"), Severity::ToVerify, "", fault)
    })
}

/// The fees, the training and the responsibility for data are not the same in a private school: it is taken on a
/// decision, and a decision without such a school is left from another dossier.
fn decision(dossier: &Dossier) -> Option<Finding> {
    let field = path("deliberation/decision_ecoles_privees");
    let decided = dossier.sheet.act.private_schools.value().is_some();
    match (has_private(dossier), decided) {
        (true, false) => Some(at(field, Severity::Blocking, "", Fault::PrivateSchool)),
        (false, true) if !dossier.sheet.schools.is_empty() => {
            Some(at(field, Severity::Advice, "", Fault::NeedlessDecision))
        }
        _ => None,
    }
}

/// « Les écoles publiques » does not cover a private one.
fn wording(dossier: &Dossier) -> Vec<Finding> {
    if !has_private(dossier) {
        return Vec::new();
    }
    let subject = dossier.sheet.act.subject.value();
    let subject = subject.map(|text| (path("deliberation/objet"), text.to_string()));
    let told = subject.into_iter().chain(answers(dossier));
    told.filter(|(_, text)| names_public_only(text))
        .map(|(path, _)| at(path, Severity::ToVerify, "", Fault::WordingSector))
        .collect()
}

fn names_public_only(text: &str) -> bool {
    let folded = fold(text);
    let has = |wanted: &[&str]| {
        folded
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| wanted.contains(&word))
    };
    has(&["ecoles"]) && has(&["publiques"]) && !has(&["privee", "privees"])
}

#[cfg(test)]
mod tests {
    use super::super::testing::check as told;
    use super::*;

    #[test]
    fn a_private_school_asks_for_a_decision() {
        let with = |sector, decision| {
            [
                ("ecoles/e1/secteur", sector),
                ("deliberation/decision_ecoles_privees", decision),
            ]
        };
        let field = "deliberation/decision_ecoles_privees";
        told(check, &with("public", ""), &[]);
        told(
            check,
            &with("prive", "L’école a demandé à en être, à ses frais."),
            &[],
        );
        told(
            check,
            &with("prive", ""),
            &[&format!("bloquant ecole-privee {field}")],
        );
        let left = [&*format!("conseil decision-sans-objet {field}")];
        told(
            check,
            &with("public", "L’école a demandé à en être."),
            &left,
        );
    }

    #[test]
    fn the_name_does_not_belie_the_sector() {
        let with = |name, sector| [("ecoles/e1/nom", name), ("ecoles/e1/secteur", sector)];
        told(
            check,
            &with("École primaire publique Le Parc", "public"),
            &[],
        );
        told(check, &with("Le Parc", "public"), &[]);
        let wrong = ["à vérifier nom-et-secteur ecoles/e1/secteur"];
        told(
            check,
            &with("École primaire privée Jeanne-d’Arc", "public"),
            &wrong,
        );
        told(
            check,
            &with("École de la République, place du Public", "public"),
            &[],
        );
    }

    #[test]
    fn the_act_does_not_say_public_of_a_private_school() {
        let with = |subject| {
            [
                ("ecoles/e1/secteur", "prive"),
                (
                    "deliberation/decision_ecoles_privees",
                    "Accord du 3 mars 2026.",
                ),
                ("deliberation/objet", subject),
            ]
        };
        let wrong = ["à vérifier objet-et-secteur deliberation/objet"];
        told(
            check,
            &with("L’ENT des écoles publiques de la commune"),
            &wrong,
        );
        told(check, &with("L’ENT des écoles publiques et privées"), &[]);
        told(
            check,
            &with("L’ENT des écoles de la commune, service public"),
            &[],
        );
    }
}

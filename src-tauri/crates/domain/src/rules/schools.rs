//! The list of schools: numbers that stand once and belong here, natures that names do not belie,
//! schools that the collectivity is in charge of.

use super::bodies::{department, is_commune};
use super::{at, fault::Fault, item};
use crate::dossier::choices::CollectivityKind;
use crate::dossier::{Dossier, EnrolledSchool};
use crate::findings::{Finding, Severity};
use crate::record::{Id, Item};
use crate::values::{Degree, Department, SchoolKind, Uai, fold};

/// The findings about schools.
pub(super) fn check(dossier: &Dossier) -> Vec<Finding> {
    let mut found = duplicates(dossier);
    found.extend(same_names(dossier));
    let department = department(dossier);
    let owner = dossier.sheet.collectivity.kind.value().copied();
    for Item { id, value } in dossier.sheet.schools.iter() {
        found.extend(uai_department(id, value, department));
        found.extend(email_uai(id, value));
        found.extend(name_kind(id, value));
        found.extend(not_in_charge(id, value, owner));
        found.extend(other_commune(id, value, dossier));
    }
    found
}

/// A number that stands twice is a school typed twice, or typed over another (`domain.md` §3.1).
fn duplicates(dossier: &Dossier) -> Vec<Finding> {
    let numbered: Vec<(usize, &Id, Uai)> = dossier
        .sheet
        .schools
        .iter()
        .enumerate()
        .filter_map(|(rank, Item { id, value })| value.uai.value().map(|uai| (rank + 1, id, *uai)))
        .collect();
    let again = numbered
        .iter()
        .enumerate()
        .filter_map(|(seen, &(again, id, uai))| {
            let &(first, ..) = numbered
                .iter()
                .take(seen)
                .find(|(_, _, other)| *other == uai)?;
            let fault = Fault::DuplicateUai { uai, first, again };
            Some(at(item("ecoles", id, "uai"), Severity::Blocking, "", fault))
        });
    again.collect()
}

/// Two schools of one name: one of them was typed twice, or « A » and « B » are missing.
fn same_names(dossier: &Dossier) -> Vec<Finding> {
    let named = dossier.sheet.schools.iter().enumerate();
    let named: Vec<(usize, &Id, String)> = named
        .filter_map(|(rank, Item { id, value })| {
            Some((rank + 1, id, fold(value.name.value()?.as_str())))
        })
        .collect();
    let again = named
        .iter()
        .enumerate()
        .filter_map(|(seen, (again, id, name))| {
            let (first, ..) = named
                .iter()
                .take(seen)
                .find(|(_, _, other)| other == name)?;
            let fault = Fault::SameName {
                first: *first,
                again: *again,
            };
            Some(at(item("ecoles", id, "nom"), Severity::ToVerify, "", fault))
        });
    again.collect()
}

/// A commune lists schools of its own territory; the annexe names the commune of one that is not.
fn other_commune(id: &Id, school: &EnrolledSchool, dossier: &Dossier) -> Option<Finding> {
    let (typed, town) = (
        school.commune.value()?,
        dossier.sheet.collectivity.name.value()?,
    );
    let other = is_commune(dossier) && fold(typed.as_str()) != fold(town.as_str());
    other.then(|| {
        let fault = Fault::OtherCommune {
            commune: typed.to_string(),
        };
        let law = "Code de l’éducation, art. L. 212-4";
        at(item("ecoles", id, "commune"), Severity::Advice, law, fault)
    })
}

/// The first three digits tell the département, Corsica's and overseas' being their own (`domain.md` §3.1).
/// An invented school (099) is of none.
fn uai_department(
    id: &Id,
    school: &EnrolledSchool,
    department: Option<Department>,
) -> Option<Finding> {
    let (uai, expected) = (*school.uai.value()?, department?);
    (!expected.numbers(uai) && !uai.is_fiction()).then(|| {
        let found = Department::of_uai_prefix(uai.prefix());
        let fault = Fault::UaiDepartment {
            uai,
            expected,
            found,
        };
        at(item("ecoles", id, "uai"), Severity::ToVerify, "", fault)
    })
}

/// Académies write a school's number in its address; another number is another school's (`domain.md` §3.8).
fn email_uai(id: &Id, school: &EnrolledSchool) -> Option<Finding> {
    let (written, school) = (school.email.value()?.uai()?, *school.uai.value()?);
    (written != school).then(|| {
        at(
            item("ecoles", id, "courriel"),
            Severity::ToVerify,
            "",
            Fault::EmailUai { written, school },
        )
    })
}

/// « École primaire » is not « école élémentaire » (`domain.md` §6.3): what the act counts must be what it lists.
fn name_kind(id: &Id, school: &EnrolledSchool) -> Option<Finding> {
    let chosen = *school.kind.value()?;
    let name = SchoolKind::in_name(school.name.value()?.as_str())?;
    let special = matches!(chosen, SchoolKind::Application | SchoolKind::Specialisee);
    (name != chosen && !(special && name.degree() == Degree::First)).then(|| {
        at(
            item("ecoles", id, "nature"),
            Severity::ToVerify,
            "",
            Fault::NameKind { name, chosen },
        )
    })
}

/// Communes have charge of public écoles, départements of collèges, régions of lycées.
fn not_in_charge(
    id: &Id,
    school: &EnrolledSchool,
    owner: Option<CollectivityKind>,
) -> Option<Finding> {
    let kind = *school.kind.value()?;
    let (fits, law) = match owner? {
        CollectivityKind::Commune | CollectivityKind::Epci | CollectivityKind::Syndicate => (
            kind.degree() == Degree::First,
            "Code de l’éducation, art. L. 212-4",
        ),
        CollectivityKind::Department => (
            kind == SchoolKind::College,
            "Code de l’éducation, art. L. 213-2",
        ),
        CollectivityKind::Region => (
            matches!(
                kind,
                SchoolKind::Lycee | SchoolKind::LyceeProfessionnel | SchoolKind::Specialisee
            ),
            "Code de l’éducation, art. L. 214-6",
        ),
        _ => return None,
    };
    (!fits).then(|| {
        at(
            item("ecoles", id, "nature"),
            Severity::ToVerify,
            law,
            Fault::NotInCharge { kind },
        )
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check as told, dossier};
    use super::*;

    #[test]
    fn a_number_stands_once() {
        let fields = [
            ("ecoles/e1/uai", "0921688K"),
            ("ecoles/e2/uai", "0920440D"),
            ("ecoles/e3/uai", "092 1688 k"),
            ("ecoles/e4/uai", "0921688K"),
        ];
        told(check, &fields[..2], &[]);
        told(
            check,
            &fields,
            &[
                "bloquant uai-en-double ecoles/e3/uai",
                "bloquant uai-en-double ecoles/e4/uai",
            ],
        );
        let expected = Fault::DuplicateUai {
            uai: "0921688K".parse().unwrap(),
            first: 1,
            again: 3,
        };
        assert_eq!(check(&dossier(&fields))[0].fault, expected);
    }

    #[test]
    fn a_name_stands_once() {
        let two = |second| {
            [
                ("ecoles/e1/nom", "École La Roue A"),
                ("ecoles/e2/nom", second),
            ]
        };
        told(check, &two("École La Roue B"), &[]);
        told(
            check,
            &two("ECOLE  LA ROUE A"),
            &["à vérifier ecole-en-double ecoles/e2/nom"],
        );
    }

    #[test]
    fn a_school_of_another_commune_is_pointed_out() {
        let with = |commune| {
            [
                ("collectivite/nom", "L’Haÿ-les-Roses"),
                ("ecoles/e1/commune", commune),
            ]
        };
        told(check, &with(""), &[]);
        told(check, &with("L'HAY-LES-ROSES"), &[]);
        told(
            check,
            &with("Sceaux"),
            &["conseil ecole-autre-commune ecoles/e1/commune"],
        );
    }

    #[test]
    fn a_number_begins_as_the_departement() {
        let with = |insee, uai| [("collectivite/code_insee", insee), ("ecoles/e1/uai", uai)];
        told(check, &with("92032", "0921688K"), &[]);
        told(
            check,
            &with("92032", "0930001W"),
            &["à vérifier uai-autre-departement ecoles/e1/uai"],
        );
        // An invented school, Corsica, Saint-Martin, and a collectivity whose code is not known.
        told(check, &with("92032", "0990001N"), &[]);
        told(check, &with("2A004", "6200001G"), &[]);
        told(check, &with("97801", "9710001Z"), &[]);
        told(
            check,
            &with("2B033", "6200001G"),
            &["à vérifier uai-autre-departement ecoles/e1/uai"],
        );
        told(check, &with("", "0930001W"), &[]);
    }

    #[test]
    fn an_address_holds_the_number_of_its_school() {
        let with = |email| [("ecoles/e1/uai", "0921688K"), ("ecoles/e1/courriel", email)];
        told(check, &with("Ce.0921688k@exemple.fr"), &[]);
        told(check, &with("leparc@exemple.fr"), &[]);
        told(
            check,
            &with("ce.0920440D@exemple.fr"),
            &["à vérifier courriel-autre-uai ecoles/e1/courriel"],
        );
    }

    #[test]
    fn the_name_does_not_belie_the_nature() {
        let with = |name, kind| [("ecoles/e1/nom", name), ("ecoles/e1/nature", kind)];
        told(check, &with("École primaire Les Renards", "primaire"), &[]);
        told(check, &with("Les Renards", "primaire"), &[]);
        told(
            check,
            &with("École élémentaire d’application du Parc", "application"),
            &[],
        );
        told(
            check,
            &with("École primaire Les Renards", "elementaire"),
            &["à vérifier nom-et-nature ecoles/e1/nature"],
        );
    }

    #[test]
    fn a_collectivity_lists_its_own_schools() {
        let with = |owner, kind| [("collectivite/type", owner), ("ecoles/e1/nature", kind)];
        told(check, &with("commune", "maternelle"), &[]);
        told(check, &with("departement", "college"), &[]);
        told(check, &with("region", "lycee"), &[]);
        told(check, &with("metropole", "college"), &[]);
        told(
            check,
            &with("commune", "college"),
            &["à vérifier ecole-autre-collectivite ecoles/e1/nature"],
        );
        told(
            check,
            &with("departement", "elementaire"),
            &["à vérifier ecole-autre-collectivite ecoles/e1/nature"],
        );
    }
}

//! The collectivity, its académie, and how many originals they sign.

use super::{at, fault::Fault, path};
use crate::dossier::choices::{CollectivityKind, OriginalsForm};
use crate::dossier::{Dossier, Signatory};
use crate::entry::Entry;
use crate::findings::{Finding, Severity};
use crate::french::with_de;
use crate::values::{Department, InseeCode, Text, fold};
use std::collections::BTreeSet;

/// The collectivity's département, told by its INSEE code; never by its postal code, which may be a neighbour's.
pub(super) fn department(dossier: &Dossier) -> Option<Department> {
    dossier
        .sheet
        .collectivity
        .insee
        .value()
        .and_then(|insee: &InseeCode| Department::of_insee(insee))
}

/// Whether the collectivity is a commune; a dossier that does not say so yet is taken for one.
pub(super) fn is_commune(dossier: &Dossier) -> bool {
    matches!(
        dossier.sheet.collectivity.kind.value(),
        None | Some(CollectivityKind::Commune)
    )
}

/// An article of law on communes, for a commune; other collectivities have their own, which is not cited in its place.
pub(super) fn of_communes(dossier: &Dossier, law: &'static str) -> &'static str {
    if is_commune(dossier) { law } else { "" }
}

/// The findings about bodies.
pub(super) fn check(dossier: &Dossier) -> Vec<Finding> {
    [
        name_with_title(
            &dossier.sheet.collectivity.name,
            "collectivite/nom",
            OF_TOWNS,
        ),
        name_with_title(&dossier.sheet.academy.name, "academie/nom", OF_ACADEMIES),
        academy(dossier),
        town_with_article(dossier),
        academy_with_article(dossier),
        postal_code(dossier),
        district(dossier),
        originals(dossier),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What a body is, when it is typed before its name, folded. « Ville-d'Avray » is a name whole.
const OF_TOWNS: &[&str] = &["commune", "ville", "mairie"];
const OF_ACADEMIES: &[&str] = &["academie", "rectorat"];

/// The documents say what the body is before its name: « la commune de Ville de Fontenay » is said twice.
fn name_with_title(name: &Entry<Text>, field: &str, titles: &[&str]) -> Option<Finding> {
    let name = name.value()?.as_str();
    let (title, rest) = name.split_once([' ', '\u{a0}'])?;
    let of = ["de l’", "de l'", "de ", "d’", "d'", "du ", "des "];
    let expected = of.iter().find_map(|of| rest.strip_prefix(of))?;
    titles.contains(&fold(title).as_str()).then(|| {
        let fault = Fault::NameWithTitle {
            expected: expected.to_owned(),
        };
        at(path(field), Severity::ToVerify, "", fault)
    })
}

/// A seat whose postal code is that of another département: a few are, most are mistyped.
fn postal_code(dossier: &Dossier) -> Option<Finding> {
    let department = department(dossier)?;
    let typed = dossier.sheet.collectivity.postal_code.value()?.to_string();
    // Corsica's postal codes begin with its number before 1976.
    let begins = match department.code() {
        "2A" | "2B" => "20",
        code => code,
    };
    (!typed.starts_with(begins)).then(|| {
        let fault = Fault::PostalDepartment { department };
        at(
            path("collectivite/code_postal"),
            Severity::Advice,
            "",
            fault,
        )
    })
}

/// The originals go to the circonscription of the schools; of several, to one of them (`domain.md` §6.0).
fn district(dossier: &Dossier) -> Option<Finding> {
    let receives = fold(dossier.sheet.academy.district.value()?.as_str());
    let schools = dossier.sheet.schools.iter();
    let listed: BTreeSet<&str> = schools
        .filter_map(|item| item.value.district.value())
        .map(|name| name.as_str())
        .collect();
    let known = listed.is_empty() || listed.iter().any(|name| fold(name) == receives);
    (!known).then(|| {
        let listed = listed.into_iter().map(str::to_owned).collect();
        at(
            path("academie/circonscription"),
            Severity::ToVerify,
            "",
            Fault::District { listed },
        )
    })
}

/// Each département belongs to one académie (table of `departements-academies.csv`).
fn academy(dossier: &Dossier) -> Option<Finding> {
    let department = department(dossier)?;
    let typed = fold(dossier.sheet.academy.name.value()?.as_str());
    let expected = fold(department.academy());
    let named = typed == expected
        || typed.ends_with(&format!(" {expected}"))
        || typed.ends_with(&format!("'{expected}"));
    (!named).then(|| {
        let fault = Fault::Academy { department };
        at(path("academie/nom"), Severity::ToVerify, "", fault)
    })
}

/// The name after « de » must hold the name: another town's is a leftover of a copied dossier.
fn name_with_article(name: &Entry<Text>, with: &Entry<Text>, field: &str) -> Option<Finding> {
    let (name, with) = (name.value()?, with.value()?);
    let bare = |text: &str| {
        let folded = fold(text);
        let articles = [
            "de la ", "de l'", "de ", "d'", "du ", "des ", "le ", "la ", "les ", "l'",
        ];
        let rest = articles
            .iter()
            .find_map(|article| folded.strip_prefix(article))
            .unwrap_or(&folded);
        articles
            .iter()
            .find_map(|article| rest.strip_prefix(article))
            .unwrap_or(rest)
            .to_owned()
    };
    (bare(name.as_str()) != bare(with.as_str())).then(|| {
        let fault = Fault::NameWithArticle {
            expected: with_de(name.as_str()),
        };
        at(path(field), Severity::ToVerify, "", fault)
    })
}

fn town_with_article(dossier: &Dossier) -> Option<Finding> {
    let town = &dossier.sheet.collectivity;
    name_with_article(
        &town.name,
        &town.name_with_article,
        "collectivite/nom_avec_article",
    )
}

fn academy_with_article(dossier: &Dossier) -> Option<Finding> {
    let academy = &dossier.sheet.academy;
    name_with_article(
        &academy.name,
        &academy.name_with_article,
        "academie/nom_avec_article",
    )
}

/// As many originals as parties with a distinct interest; the services of the State are one party, since they
/// share its key. Another number is a choice, with its reason.
fn originals(dossier: &Dossier) -> Option<Finding> {
    let convention = &dossier.sheet.convention;
    let typed = convention.originals.value()?.get();
    let signatories = dossier.sheet.signatories.iter();
    let parties = signatories.filter_map(|item| interest(&item.value));
    let parties = u32::try_from(parties.collect::<BTreeSet<_>>().len()).ok()?;
    let told = convention.originals_reason.value().is_some();
    let on_paper = !matches!(
        convention.originals_form.value(),
        Some(OriginalsForm::Single | OriginalsForm::Electronic)
    );
    (on_paper && parties >= 2 && typed != parties && !told).then(|| {
        let fault = Fault::Originals { typed, parties };
        at(
            path("convention/exemplaires"),
            Severity::ToVerify,
            "Code civil, art. 1375",
            fault,
        )
    })
}

/// Whose interest a signatory stands for: its party's, and its own body's when that is a collectivity or was
/// authorised by an act of its own.
fn interest(signatory: &Signatory) -> Option<(&str, &str)> {
    let party = signatory.party.value()?.as_str();
    let own = signatory.kind.value().is_some()
        || signatory.act_number.value().is_some()
        || signatory.act_date.value().is_some();
    let body = signatory.body.value().filter(|_| own);
    Some((party, body.map_or("", |body| body.as_str())))
}

#[cfg(test)]
mod tests {
    use super::super::testing::check as told;
    use super::*;

    #[test]
    fn the_academie_is_that_of_the_departement() {
        for name in ["Versailles", "de Versailles", "VERSAILLES"] {
            told(
                check,
                &[("collectivite/code_insee", "92032"), ("academie/nom", name)],
                &[],
            );
        }
        told(
            check,
            &[
                ("collectivite/code_insee", "13001"),
                ("academie/nom", "d’Aix-Marseille"),
            ],
            &[],
        );
        let wrong = [
            ("collectivite/code_insee", "92032"),
            ("academie/nom", "Créteil"),
        ];
        told(
            check,
            &wrong,
            &["à vérifier academie-et-departement academie/nom"],
        );
        told(
            check,
            &[
                ("collectivite/code_insee", "99001"),
                ("academie/nom", "Créteil"),
            ],
            &[],
        );
    }

    #[test]
    fn the_name_after_de_holds_the_name() {
        let good = [
            ("Le Rheu", "du Rheu"),
            ("Les Ulis", "des Ulis"),
            ("Fontenay-aux-Roses", "de Fontenay-aux-Roses"),
            ("L’Haÿ-les-Roses", "de L’Haÿ-les-Roses"),
            ("Antony", "d'Antony"),
        ];
        for (name, with) in good {
            told(
                check,
                &[
                    ("collectivite/nom", name),
                    ("collectivite/nom_avec_article", with),
                ],
                &[],
            );
        }
        let wrong = [
            ("collectivite/nom", "Fontenay-aux-Roses"),
            ("collectivite/nom_avec_article", "d’Antony"),
        ];
        told(
            check,
            &wrong,
            &["à vérifier nom-avec-article collectivite/nom_avec_article"],
        );
    }

    #[test]
    fn a_name_does_not_say_what_the_body_is() {
        let wrong = ["à vérifier nom-et-titre collectivite/nom"];
        told(
            check,
            &[("collectivite/nom", "Ville de Fontenay-aux-Roses")],
            &wrong,
        );
        told(check, &[("collectivite/nom", "Commune d’Antony")], &wrong);
        for name in [
            "Ville-d’Avray",
            "Villedieu",
            "La Ville aux Dames",
            "Ville Langy",
        ] {
            told(check, &[("collectivite/nom", name)], &[]);
        }
        let wrong = ["à vérifier nom-et-titre academie/nom"];
        told(check, &[("academie/nom", "Académie de Versailles")], &wrong);
        told(check, &[("academie/nom", "Versailles")], &[]);
    }

    #[test]
    fn the_postal_code_is_mostly_that_of_the_departement() {
        let with = |insee, postal| {
            [
                ("collectivite/code_insee", insee),
                ("collectivite/code_postal", postal),
            ]
        };
        told(check, &with("92032", "92260"), &[]);
        told(check, &with("2A004", "20000"), &[]);
        told(check, &with("97105", "97100"), &[]);
        let wrong = ["conseil code-postal-et-departement collectivite/code_postal"];
        told(check, &with("92032", "29260"), &wrong);
    }

    #[test]
    fn the_originals_go_to_the_circonscription_of_a_school() {
        let with = |district| {
            [
                ("academie/circonscription", "Antony"),
                ("ecoles/e1/circonscription", district),
                ("ecoles/e2/circonscription", ""),
            ]
        };
        told(check, &with(""), &[]);
        told(check, &with("ANTONY"), &[]);
        let wrong = ["à vérifier circonscription-et-ecoles academie/circonscription"];
        told(check, &with("Vanves"), &wrong);
    }

    #[test]
    fn as_many_originals_as_parties() {
        let with = |originals, reason| {
            [
                ("signataires/s1/partie", "commune"),
                ("signataires/s2/partie", "academie"),
                ("signataires/s3/partie", "academie"),
                ("convention/exemplaires", originals),
                ("convention/motif_exemplaires", reason),
            ]
        };
        told(check, &with("2", ""), &[]);
        told(
            check,
            &with("3", ""),
            &["à vérifier nombre-originaux convention/exemplaires"],
        );
        told(
            check,
            &with("1", ""),
            &["à vérifier nombre-originaux convention/exemplaires"],
        );
        told(check, &with("3", "Chaque académie garde le sien."), &[]);
    }

    #[test]
    fn members_of_a_group_are_parties_of_their_own() {
        let with = |originals, form| {
            [
                ("signataires/s1/partie", "membres"),
                ("signataires/s1/type", "departement"),
                ("signataires/s1/organisme", "Bas-Rhin"),
                ("signataires/s2/partie", "membres"),
                ("signataires/s2/type", "departement"),
                ("signataires/s2/organisme", "Haut-Rhin"),
                ("signataires/s3/partie", "etat"),
                ("signataires/s3/organisme", "académie de Reims"),
                ("signataires/s4/partie", "etat"),
                ("signataires/s4/organisme", "académie de Strasbourg"),
                ("convention/exemplaires", originals),
                ("convention/forme_originaux", form),
            ]
        };
        told(check, &with("3", ""), &[]);
        told(check, &with("1", "electronique"), &[]);
        told(
            check,
            &with("1", "papier"),
            &["à vérifier nombre-originaux convention/exemplaires"],
        );
    }
}

//! The register of the session: names that are as many as the counts say, pouvoirs borne by someone present, one each
//! (CGCT, art. L. 2121-20). Names are typed freely, so two are taken for one person when the words of one are all in
//! the other: « Mme Abadie », « ABADIE Claire ».

use super::bodies::of_communes;
use super::{at, fault::Fault, fault::Listed, path};
use crate::dossier::Dossier;
use crate::entry::Entry;
use crate::findings::{Finding, Severity};
use crate::french::{Proxy, names, proxies};
use crate::values::{Count, LongText, fold};

/// The lists of a session, as typed.
struct Lists {
    present: Vec<String>,
    proxies: Vec<Proxy>,
    absent: Vec<String>,
}

/// The findings about the register. A list left empty says nothing: it is printed by whoever writes the extract.
pub(super) fn check(dossier: &Dossier) -> Vec<Finding> {
    let act = &dossier.sheet.act;
    let text = |list: &Entry<LongText>| list.value().map(ToString::to_string).unwrap_or_default();
    let lists = Lists {
        present: names(&text(&act.attendees)),
        proxies: proxies(&text(&act.proxies)),
        absent: names(&text(&act.absent)),
    };
    let mut found = counts(dossier, &lists);
    found.extend(twice(&lists));
    found.extend(bearers(dossier, &lists));
    found.extend(secretary(dossier, &lists));
    found
}

fn told(field: &str, law: &'static str, fault: Fault) -> Finding {
    at(path(field), Severity::ToVerify, law, fault)
}

/// As many names as the counts say, list by list.
fn counts(dossier: &Dossier, lists: &Lists) -> Vec<Finding> {
    let act = &dossier.sheet.act;
    let number = |count: &Entry<Count>| count.value().map(|count| count.get());
    let (present, represented) = (number(&act.present), number(&act.represented));
    let absent = number(&act.in_office)
        .zip(present)
        .zip(represented)
        .and_then(|((all, present), represented)| all.checked_sub(present + represented));
    let each = [
        (
            Listed::Present,
            lists.present.len(),
            present,
            "deliberation/liste_presents",
        ),
        (
            Listed::Represented,
            lists.proxies.len(),
            represented,
            "deliberation/liste_pouvoirs",
        ),
        (
            Listed::Absent,
            lists.absent.len(),
            absent,
            "deliberation/liste_absents",
        ),
    ];
    let differs = |(list, named, counted, field): (Listed, usize, Option<u32>, &str)| {
        let named = u32::try_from(named).ok()?;
        let counted = counted.filter(|counted| named > 0 && *counted != named)?;
        Some(told(
            field,
            "",
            Fault::ListCount {
                list,
                named,
                counted,
            },
        ))
    };
    each.into_iter().filter_map(differs).collect()
}

/// A councillor is present, represented or absent, once.
fn twice(lists: &Lists) -> Vec<Finding> {
    let mut seen: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    let represented: Vec<String> = lists
        .proxies
        .iter()
        .map(|proxy| proxy.from.clone())
        .collect();
    let all = [
        (&lists.present, "deliberation/liste_presents"),
        (&represented, "deliberation/liste_pouvoirs"),
        (&lists.absent, "deliberation/liste_absents"),
    ];
    for (list, field) in all {
        let again = list
            .iter()
            .find(|name| seen.iter().any(|other| is_same_name(other, name)));
        found.extend(again.map(|name| told(field, "", Fault::NamedTwice { name: name.clone() })));
        let mut within = (1..list.len()).filter(|&rank| list[..rank].contains(&list[rank]));
        let within = within.next().filter(|_| again.is_none());
        found.extend(within.map(|rank| {
            told(
                field,
                "",
                Fault::NamedTwice {
                    name: list[rank].clone(),
                },
            )
        }));
        seen.extend(list.iter().map(String::as_str));
    }
    found
}

/// Each pouvoir is borne by a councillor who is present and bears no other.
fn bearers(dossier: &Dossier, lists: &Lists) -> Vec<Finding> {
    let law = of_communes(dossier, "CGCT, art. L. 2121-20");
    let field = "deliberation/liste_pouvoirs";
    let mut found = Vec::new();
    let mut bearing: Vec<&str> = Vec::new();
    for proxy in &lists.proxies {
        let Some(bearer) = &proxy.to else {
            let fault = Fault::NoBearer {
                name: proxy.from.clone(),
            };
            found.push(told(field, law, fault));
            continue;
        };
        let is_present = lists.present.iter().any(|name| is_one_person(name, bearer));
        if !lists.present.is_empty() && !is_present {
            let fault = Fault::BearerAbsent {
                name: bearer.clone(),
            };
            found.push(told(field, law, fault));
        }
        if bearing.iter().any(|other| is_same_name(other, bearer)) {
            let fault = Fault::BearerTwice {
                name: bearer.clone(),
            };
            found.push(told(field, law, fault));
        }
        bearing.push(bearer);
    }
    found.dedup_by(|next, first| next.fault.code() == first.fault.code());
    found
}

/// The secretary is one of the councillors present (CGCT, art. L. 2121-15).
fn secretary(dossier: &Dossier, lists: &Lists) -> Option<Finding> {
    let name = dossier.sheet.act.secretary.value()?.to_string();
    let is_present = lists
        .present
        .iter()
        .any(|other| is_one_person(other, &name));
    (!lists.present.is_empty() && !is_present).then(|| {
        let law = of_communes(dossier, "CGCT, art. L. 2121-15");
        told(
            "deliberation/secretaire",
            law,
            Fault::SecretaryAbsent { name },
        )
    })
}

/// The words of a name, folded, without civility.
fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words = folded.split([' ', ',', '.']).map(str::to_owned);
    words
        .filter(|word| !matches!(word.as_str(), "" | "m" | "mme" | "monsieur" | "madame"))
        .collect()
}

/// Whether two names may be one person's: the words of one are all in the other.
fn is_one_person(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    let within = |few: &[String], many: &[String]| {
        !few.is_empty() && few.iter().all(|word| many.contains(word))
    };
    within(&one, &other) || within(&other, &one)
}

/// Whether two names are the same, whatever their order: « Mme Martin » may not be « M. Martin ».
fn is_same_name(one: &str, other: &str) -> bool {
    let sorted = |name: &str| {
        let mut words: Vec<String> = fold(name).split([' ', '.']).map(str::to_owned).collect();
        words.retain(|word| !word.is_empty());
        words.sort();
        words
    };
    sorted(one) == sorted(other)
}

#[cfg(test)]
mod tests {
    use super::super::testing::check as said;
    use super::*;

    /// Three present, one represented, one absent, of five in office.
    const SESSION: &[(&str, &str)] = &[
        ("deliberation/en_exercice", "5"),
        ("deliberation/presents", "3"),
        ("deliberation/representes", "1"),
        ("deliberation/secretaire", "Mme Claire ABADIE"),
        (
            "deliberation/liste_presents",
            "M. Durand, Mme Abadie\nM. Hamon",
        ),
        ("deliberation/liste_pouvoirs", "Mme Adam à M. HAMON"),
        ("deliberation/liste_absents", "M. Petit"),
    ];

    #[track_caller]
    fn with(field: &str, typed: &str, expected: &[&str]) {
        said(check, &[SESSION, &[(field, typed)]].concat(), expected);
    }

    #[test]
    fn a_register_in_order_raises_nothing() {
        said(check, SESSION, &[]);
        with("deliberation/liste_presents", "", &[]);
        with("deliberation/secretaire", "", &[]);
    }

    #[test]
    fn names_are_as_many_as_the_counts() {
        let present = "deliberation/presents";
        with(
            present,
            "2",
            &[
                "à vérifier liste-des-presents deliberation/liste_presents",
                "à vérifier liste-des-absents deliberation/liste_absents",
            ],
        );
        with(
            "deliberation/liste_pouvoirs",
            "Mme Adam à M. Hamon\nM. Roy à M. Durand",
            &["à vérifier liste-des-pouvoirs deliberation/liste_pouvoirs"],
        );
    }

    #[test]
    fn a_councillor_is_named_once() {
        with(
            "deliberation/liste_absents",
            "Mme Adam",
            &["à vérifier conseiller-en-double deliberation/liste_absents"],
        );
        with(
            "deliberation/liste_presents",
            "Mme Abadie, M. Hamon, M. Hamon",
            &["à vérifier conseiller-en-double deliberation/liste_presents"],
        );
        // A husband and a wife may both sit.
        with("deliberation/liste_absents", "M. Adam", &[]);
    }

    #[test]
    fn pouvoirs_are_borne_by_those_present_one_each() {
        let list = "deliberation/liste_pouvoirs";
        with(
            list,
            "Mme Adam",
            &[&format!("à vérifier pouvoir-sans-mandataire {list}")],
        );
        with(
            list,
            "Mme Adam à M. Petit",
            &[&format!("à vérifier mandataire-absent {list}")],
        );
        let two = [
            SESSION,
            &[
                ("deliberation/representes", "2"),
                (
                    "deliberation/liste_pouvoirs",
                    "Mme Adam à M. Hamon ; M. Petit à M. Hamon",
                ),
                ("deliberation/liste_absents", ""),
            ],
        ];
        said(
            check,
            &two.concat(),
            &[&format!("à vérifier mandataire-en-double {list}")],
        );
    }

    #[test]
    fn the_secretary_is_present() {
        let field = "deliberation/secretaire";
        with(
            field,
            "Mme Adam",
            &[&format!("à vérifier secretaire-absent {field}")],
        );
    }
}

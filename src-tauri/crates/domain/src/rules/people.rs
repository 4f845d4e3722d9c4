//! Those who sign and those to call: titles that agree with the person, contacts that can be reached.

use super::{at, fault::Fault, item, path};
use crate::dossier::choices::Function;
use crate::dossier::{Contact, Dossier, Signatory};
use crate::entry::Entry;
use crate::findings::{Finding, Severity};
use crate::french::{Gender, read_title};
use crate::record::{Item, Path};
use crate::values::{Civility, Text};

/// The findings about people.
pub(super) fn check(dossier: &Dossier) -> Vec<Finding> {
    let mut found = Vec::new();
    for Item { id, value } in dossier.sheet.signatories.iter() {
        found.extend(title(
            item("signataires", id, "titre"),
            &value.civility,
            &value.title,
        ));
        found.extend(delegation(item("signataires", id, "par_delegation"), value));
    }
    for Item { id, value } in dossier.sheet.contacts.iter() {
        found.extend(title(
            item("contacts", id, "fonction"),
            &value.civility,
            &value.job,
        ));
        found.extend(
            reach(value)
                .map(|(key, severity, fault)| at(item("contacts", id, key), severity, "", fault)),
        );
    }
    found.extend(same_phones(dossier));
    found.extend(rapporteur(dossier));
    found
}

/// A title must agree with the person; a woman may choose « Madame le Recteur » as she may « Madame le Maire »:
/// the title printed is hers (`domain.md` §3.9), so the form is only pointed out.
fn title(path: Path, civility: &Entry<Civility>, title: &Entry<Text>) -> Option<Finding> {
    let gender = civility.value()?.gender();
    let reading = read_title(title.value()?.as_str());
    let (severity, fault) = match (reading.civility, reading.noun) {
        (Some(told), _) if told != gender => (Severity::ToVerify, Fault::TitleCivility),
        (_, Some(Gender::Feminine)) if gender == Gender::Masculine => {
            (Severity::ToVerify, Fault::TitleGender)
        }
        (_, Some(Gender::Masculine)) if gender == Gender::Feminine => {
            (Severity::Advice, Fault::TitleGender)
        }
        _ => return None,
    };
    Some(at(path, severity, "", fault))
}

/// A deputy signs what the mayor has delegated (CGCT, art. L. 2122-18), a director too (art. L. 2122-19); who holds the
/// office signs in its name. The services of the State have delegations of their own.
fn delegation(path: Path, signatory: &Signatory) -> Option<Finding> {
    let delegated = signatory
        .by_delegation
        .value()
        .is_some_and(|answer| answer.0);
    let (law, fault) = match (*signatory.function.value()?, delegated) {
        (Function::Deputy, false) => ("CGCT, art. L. 2122-18", Fault::NoDelegation),
        (Function::Dgs, false) => ("CGCT, art. L. 2122-19", Fault::NoDelegation),
        (Function::VicePresident, false) => ("", Fault::NoDelegation),
        (Function::Mayor | Function::President | Function::Rector, true) => {
            ("", Fault::NeedlessDelegation)
        }
        _ => return None,
    };
    Some(at(path, Severity::ToVerify, law, fault))
}

/// The rapporteur is typed in one line: « Mme Nora Lemaître, adjointe au maire »; its title must agree with its civility.
fn rapporteur(dossier: &Dossier) -> Option<Finding> {
    let reading = read_title(dossier.sheet.act.rapporteur.value()?.as_str());
    let severity = match (reading.civility?, reading.noun?) {
        (Gender::Masculine, Gender::Feminine) => Severity::ToVerify,
        (Gender::Feminine, Gender::Masculine) => Severity::Advice,
        _ => return None,
    };
    Some(at(
        path("deliberation/rapporteur"),
        severity,
        "",
        Fault::TitleGender,
    ))
}

/// Whether a contact is named and can be reached; one left wholly empty is the modèle's business.
fn reach(contact: &Contact) -> Option<(&'static str, Severity, Fault)> {
    let unreachable = contact.phone == Entry::Empty && contact.email == Entry::Empty;
    match (contact.last_name == Entry::Empty, unreachable) {
        (true, false) => Some(("nom", Severity::ToVerify, Fault::ContactNameless)),
        (false, true) => Some(("telephone", Severity::ToVerify, Fault::ContactUnreachable)),
        _ => None,
    }
}

/// Two contacts with one telephone: in case of an incident, the second call goes nowhere new.
fn same_phones(dossier: &Dossier) -> Vec<Finding> {
    let contacts: Vec<&Item<Contact>> = dossier.sheet.contacts.iter().collect();
    let pairs = contacts.iter().enumerate().filter_map(|(rank, contact)| {
        let phone = contact.value.phone.value()?;
        let same = |other: &&&Item<Contact>| other.value.phone.value() == Some(phone);
        let other = contacts.iter().take(rank).find(same)?;
        let other = other
            .value
            .last_name
            .value()
            .map(ToString::to_string)
            .unwrap_or_default();
        Some(at(
            item("contacts", &contact.id, "telephone"),
            Severity::Advice,
            "",
            Fault::SamePhone { other },
        ))
    });
    pairs.collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::check as told;
    use super::*;

    #[test]
    fn a_title_agrees_with_the_person() {
        let with = |civility, title| {
            [
                ("signataires/s1/civilite", civility),
                ("signataires/s1/titre", title),
            ]
        };
        for (civility, title) in [
            ("Mme", "Madame le Maire"),
            ("Mme", "Madame la Maire"),
            ("Mme", "La Rectrice"),
            ("M.", "Monsieur le Maire"),
            ("M.", "L’Adjoint à la maire"),
            ("Mme", ""),
        ] {
            told(check, &with(civility, title), &[]);
        }
        let field = |severity: &str, code: &str| format!("{severity} {code} signataires/s1/titre");
        told(
            check,
            &with("M.", "Madame la Maire"),
            &[&field("à vérifier", "titre-et-civilite")],
        );
        told(
            check,
            &with("M.", "La Rectrice"),
            &[&field("à vérifier", "titre-et-genre")],
        );
        told(
            check,
            &with("Mme", "Madame le Recteur"),
            &[&field("conseil", "titre-et-genre")],
        );
    }

    #[test]
    fn a_deputy_signs_by_delegation_and_a_mayor_does_not() {
        let with = |function, delegated| {
            [
                ("signataires/s1/fonction", function),
                ("signataires/s1/par_delegation", delegated),
            ]
        };
        for (function, delegated) in [
            ("maire", ""),
            ("maire", "non"),
            ("adjoint", "oui"),
            ("dgs", "oui"),
            ("dasen", "oui"),
            ("dasen", ""),
        ] {
            told(check, &with(function, delegated), &[]);
        }
        let field = "signataires/s1/par_delegation";
        told(
            check,
            &with("adjoint", ""),
            &[&format!("à vérifier delegation-attendue {field}")],
        );
        told(
            check,
            &with("dgs", "non"),
            &[&format!("à vérifier delegation-attendue {field}")],
        );
        told(
            check,
            &with("maire", "oui"),
            &[&format!("à vérifier delegation-du-titulaire {field}")],
        );
    }

    #[test]
    fn the_rapporteur_agrees_with_the_title() {
        told(
            check,
            &[(
                "deliberation/rapporteur",
                "Mme Nora Lemaître, adjointe au maire",
            )],
            &[],
        );
        told(check, &[("deliberation/rapporteur", "Nora Lemaître")], &[]);
        let with = |typed| [("deliberation/rapporteur", typed)];
        told(
            check,
            &with("M. Jean Martin, adjointe"),
            &["à vérifier titre-et-genre deliberation/rapporteur"],
        );
        told(
            check,
            &with("Mme Nora Lemaître, adjoint"),
            &["conseil titre-et-genre deliberation/rapporteur"],
        );
    }

    #[test]
    fn a_contact_is_named_and_reached() {
        told(
            check,
            &[
                ("contacts/c1/nom", "Marchais"),
                ("contacts/c1/courriel", "a@exemple.fr"),
            ],
            &[],
        );
        told(check, &[("contacts/c1/role", "referent_ent")], &[]);
        told(
            check,
            &[("contacts/c1/nom", "Marchais")],
            &["à vérifier contact-injoignable contacts/c1/telephone"],
        );
        told(
            check,
            &[("contacts/c1/telephone", "01 99 00 12 34")],
            &["à vérifier contact-sans-nom contacts/c1/nom"],
        );
        // A telephone that does not read is another finding, not a missing one.
        told(
            check,
            &[
                ("contacts/c1/nom", "Marchais"),
                ("contacts/c1/telephone", "01 99"),
            ],
            &[],
        );
    }

    #[test]
    fn one_telephone_for_two_is_told() {
        let two = |second| {
            [
                ("contacts/c1/nom", "Rousselet"),
                ("contacts/c1/telephone", "01 99 00 56 78"),
                ("contacts/c2/nom", "Vautrin"),
                ("contacts/c2/telephone", second),
            ]
        };
        told(check, &two("01 99 00 56 79"), &[]);
        told(
            check,
            &two("0199005678"),
            &["conseil telephone-en-double contacts/c2/telephone"],
        );
    }
}

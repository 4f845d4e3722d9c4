//! What an act that is published should not carry of people (RGPD, art. 5: no more than is needed): a private mailbox,
//! a telephone or an address typed inside a sentence, where the version to put online cannot mask it.

use super::{at, fault::Fault, item, texts::texts};
use crate::dossier::Dossier;
use crate::findings::{Finding, Severity};
use crate::record::Item;
use crate::values::{Email, Phone};

const LAW: &str = "RGPD, art. 5";

/// Mail services that people have at home.
const HOME_MAIL: &[&str] = &[
    "aol.com",
    "bbox.fr",
    "free.fr",
    "gmail.com",
    "gmx.fr",
    "hotmail.com",
    "hotmail.fr",
    "icloud.com",
    "laposte.net",
    "live.fr",
    "neuf.fr",
    "numericable.fr",
    "orange.fr",
    "outlook.com",
    "outlook.fr",
    "protonmail.com",
    "sfr.fr",
    "wanadoo.fr",
    "yahoo.com",
    "yahoo.fr",
];

/// The findings about personal data.
pub(super) fn check(dossier: &Dossier) -> Vec<Finding> {
    let mut found = Vec::new();
    for Item { id, value } in dossier.sheet.contacts.iter() {
        found.extend(value.email.value().and_then(|email| {
            let fault = Fault::HomeMail {
                domain: email.domain().to_owned(),
            };
            is_home(email).then(|| {
                at(
                    item("contacts", id, "courriel"),
                    Severity::Advice,
                    LAW,
                    fault,
                )
            })
        }));
    }
    for (path, text) in texts(dossier) {
        if let Some(found_text) = reach_in(&text) {
            let fault = Fault::PersonalData { found: found_text };
            found.push(at(path, Severity::Advice, LAW, fault));
        }
    }
    found
}

fn is_home(email: &Email) -> bool {
    let domain = email.domain().to_lowercase();
    HOME_MAIL.contains(&domain.as_str())
}

/// A telephone or an address that stands inside a text, as typed: the first there is.
pub fn reach_in(text: &str) -> Option<String> {
    let words: Vec<&str> = text
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '+'))
        .collect();
    // An answer that is nothing but addresses is no sentence: the modèle asked for them.
    let in_sentence = |word: &&str| !word.contains('@') && word.chars().any(char::is_alphabetic);
    if !text.split_whitespace().any(|word| in_sentence(&word)) {
        return None;
    }
    let mail = words.iter().find(|word| word.parse::<Email>().is_ok());
    let mail = mail.map(|word| (*word).to_owned());
    mail.or_else(|| (1..=5).find_map(|size| words.windows(size).find_map(phone)))
}

/// The words that are one telephone number: ten figures from 0, however grouped, or +33 and nine.
fn phone(words: &[&str]) -> Option<String> {
    let typed = words.join(" ");
    let figures = typed.bytes().filter(u8::is_ascii_digit).count();
    let signs = typed
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-' | '+'));
    let begins =
        typed.starts_with('0') && figures == 10 || typed.starts_with("+33") && figures == 11;
    (begins && signs && typed.parse::<Phone>().is_ok()).then_some(typed)
}

#[cfg(test)]
mod tests {
    use super::super::testing::check as told;
    use super::*;

    #[test]
    fn a_mailbox_of_home_is_pointed_out() {
        let with = |email| [("contacts/c1/courriel", email)];
        told(check, &with("julien.marchais@exemple.fr"), &[]);
        told(
            check,
            &with("julien@Gmail.com"),
            &["conseil courriel-personnel contacts/c1/courriel"],
        );
    }

    #[test]
    fn a_telephone_inside_a_sentence_is_found() {
        let found = |text| reach_in(text);
        assert_eq!(
            found("appeler le 01 99 00 12 34."),
            Some("01 99 00 12 34".to_owned())
        );
        assert_eq!(found("(tél. 0199001234)"), Some("0199001234".to_owned()));
        assert_eq!(
            found("01.99.00.12.34, le matin"),
            Some("01.99.00.12.34".to_owned())
        );
        assert_eq!(
            found("écrire à nora@exemple.fr."),
            Some("nora@exemple.fr".to_owned())
        );
        for text in [
            "la loi n° 2013-595 du 8 juillet 2013",
            "SIREN 219 200 326, 92260 Fontenay",
            "le 08 12 2026 à 19 h 30",
            "UAI 0921688K et 0920440D",
            "DEL261214_20",
            "ien.sceaux@exemple.fr, ien.antony@exemple.fr",
            "01 99 00 12 34",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}

//! What each kind of field expects, in French, for the guide and the schema. It knows no field in particular.

use domain::entry::Kind;
use domain::french::capital;
use domain::values::{Image, LongText};

/// What a field of this kind expects: a few words without a capital nor a full stop.
pub fn expected(kind: Kind) -> String {
    match kind {
        Kind::Text => "une ligne de texte".into(),
        Kind::LongText => format!(
            "un texte d’une ou plusieurs lignes ({} caractères au plus)",
            thousands(LongText::MOST)
        ),
        Kind::Choice(choices) => choice(choices),
        Kind::Uai => "sept chiffres et une lettre, par exemple «\u{202f}0921688K\u{202f}»".into(),
        Kind::Siren => "neuf chiffres".into(),
        Kind::Siret => "quatorze chiffres".into(),
        Kind::Insee => {
            "cinq caractères, par exemple «\u{202f}92032\u{202f}» ou «\u{202f}2A004\u{202f}»".into()
        }
        Kind::PostalCode => "cinq chiffres".into(),
        Kind::Phone => {
            "un numéro de téléphone, par exemple «\u{202f}01 99 00 12 34\u{202f}»".into()
        }
        Kind::Email => {
            "une adresse électronique, par exemple «\u{202f}referent@exemple.fr\u{202f}»".into()
        }
        Kind::SchoolYear => "une année scolaire, par exemple «\u{202f}2026-2027\u{202f}»".into(),
        Kind::Cents => "un montant en euros, par exemple «\u{202f}3465,00\u{202f}»".into(),
        Kind::Date => {
            "une date, par exemple «\u{202f}2026-12-14\u{202f}» ou «\u{202f}14/12/2026\u{202f}»"
                .into()
        }
        Kind::Time => "une heure, par exemple «\u{202f}19:30\u{202f}»".into(),
        Kind::Count => "un nombre entier".into(),
        Kind::YesNo => "«\u{202f}oui\u{202f}» ou «\u{202f}non\u{202f}»".into(),
        Kind::Image => format!(
            "une image SVG, PNG ou JPEG de {} Mo au plus, écrite en base64",
            Image::MOST / 1_000_000
        ),
    }
}

/// A sentence on what a field expects, then its help, unless the help begins by saying the same.
pub(crate) fn described(expected: &str, help: &str) -> String {
    let words = |text: &str| {
        text.trim_end_matches('.')
            .to_lowercase()
            .split_whitespace()
            .take(2)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let told_twice = words(help) == words(expected);
    let help = if told_twice { "" } else { help };
    format!("{}. {help}", capital(expected))
        .trim_end()
        .to_owned()
}

/// « l’un de : `maire` (Maire), … ».
fn choice(choices: &[(&str, &str)]) -> String {
    let named: Vec<String> = choices
        .iter()
        .map(|(key, label)| format!("`{key}` ({label})"))
        .collect();
    format!("l’un de\u{a0}: {}", named.join(", "))
}

/// « 20 000 », with the narrow space of French numbers.
fn thousands(number: usize) -> String {
    format!("{}\u{202f}{:03}", number / 1_000, number % 1_000)
}

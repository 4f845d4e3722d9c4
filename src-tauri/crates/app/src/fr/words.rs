//! Names, counts and dates as people read them.

use super::lists::{label_of_establishment, parties_lead, schools_lead};
use super::spaced;
use chrono::{Datelike, NaiveDateTime, Timelike};
use domain::dossier::Dossier;
use domain::entry::{Kind, Value};
use domain::french::counted;
use domain::record::Path;
use domain::values::{Cents, Date, Phone, SchoolYear, Siren, Time};
use template::{Copies, DocumentDecl, Template};

/// A text as its field shows it: a day and a telephone as people write them, the rest as it is kept.
pub fn typed(kind: Kind, kept: String) -> String {
    match kind {
        Kind::Date => Date::read(&kept).map(Date::short).unwrap_or(kept),
        Kind::Phone => Phone::read(&kept)
            .map(|phone| phone.printed())
            .unwrap_or(kept),
        _ => kept,
    }
}

/// What a typed text reads as, when that says more than the text: a date in words, an amount in letters.
pub fn echo(kind: Kind, typed: &str) -> String {
    match kind {
        Kind::Date => Date::read(typed)
            .map(Date::with_weekday)
            .unwrap_or_default(),
        Kind::Time => Time::read(typed).map(Time::in_letters).unwrap_or_default(),
        Kind::Cents => Cents::read(typed)
            .map(domain::french::amount_in_letters)
            .unwrap_or_default(),
        Kind::Siren => Siren::read(typed).map(Siren::printed).unwrap_or_default(),
        Kind::SchoolYear => SchoolYear::read(typed)
            .ok()
            .and_then(school_year)
            .unwrap_or_default(),
        _ => String::new(),
    }
}

fn school_year(year: SchoolYear) -> Option<String> {
    Some(format!(
        "du {} au {}",
        year.first_day()?.long(),
        year.last_day()?.long()
    ))
}

/// The label of a field, a question of the modèle included.
pub fn label(template: &Template, path: &Path) -> String {
    if let Some(label) = label_of_establishment(template, path) {
        return label.to_owned();
    }
    template
        .label(path)
        .map(|(label, _)| label.to_owned())
        .unwrap_or_default()
}

/// What a question of the modèle expects, in a few words.
pub fn expected(question: &template::Question) -> String {
    match &question.kind {
        template::Asked::One(kind) => format::expected(*kind),
        template::Asked::Choice(choices) => {
            let keys: Vec<&str> = choices.iter().map(|(key, _)| key.as_str()).collect();
            format!("un de ces mots : {}", keys.join(", "))
        }
    }
}

/// Title and note of a group of declared fields.
pub fn group(key: &str) -> (&'static str, &'static str) {
    match key {
        "dossier" => ("Le dossier", ""),
        "collectivite" => ("La collectivité qui tient ce dossier", ""),
        "texte" => ("Le texte", ""),
        "suite" => (
            "La suite donnée",
            "ce que ce dossier fait de la convention qu’il suit",
        ),
        "fin" => (
            "Fin de la convention",
            "ce qui s’imprime au-dessus des signatures",
        ),
        "seance" => ("La séance", ""),
        "apres-vote" => ("Après le vote", "peut attendre"),
        "registre" => (
            "Le registre de la séance",
            "pour l’extrait que ConvENT établit après le vote",
        ),
        "acte" => (
            "L’acte du service des assemblées",
            "facultatif, joint à l’envoi et compté par le bordereau",
        ),
        "chiffres" => (
            "Les chiffres de la séance",
            "contrôlés entre eux, facultatifs avant le vote",
        ),
        _ => ("", ""),
    }
}

/// « dans le texte : « l'académie » ».
pub fn party_note(term: &str) -> String {
    spaced(&format!("dans le texte : « {term} »"))
}

/// The sentence under a section's title.
pub fn lead(key: &str, dossier: &Dossier, template: &Template) -> String {
    match key {
        "parties" => parties_lead(template, dossier),
        "ecoles" => schools_lead(template, dossier),
        "contacts" => {
            "Les personnes que la convention nomme : qui appeler, et pour quoi.".to_owned()
        }
        "participation" => "Ce que la convention coûte, et comment c’est payé.".to_owned(),
        "convention" => "Le texte, ses dates et ses questions.".to_owned(),
        "deliberation" => {
            "La séance qui autorise la signature : avant le vote, puis après.".to_owned()
        }
        _ => String::new(),
    }
    .replace(" :", "\u{a0}:")
}

/// « avant le vote », « après le vote ».
pub fn phase(dossier: &Dossier, today: Date) -> &'static str {
    match dossier.sheet.act.session.value() {
        Some(session) if *session <= today => "après le vote",
        _ => "avant le vote",
    }
}

/// « Académie de Versailles, écoles publiques, version 1 »; with the version that the dossier was begun with, when it
/// is an older one.
pub fn model_line(template: &Template, dossier: &Dossier) -> String {
    let line = format!("{}, version {}", template.title, template.version);
    match dossier.template.version {
        begun if begun != 0 && begun < template.version => {
            format!("{line} (dossier commencé avec la version {begun})")
        }
        _ => line,
    }
}

/// The public text that a modèle follows, and its date.
pub fn model_source(template: &Template) -> String {
    match Date::read(&template.source_date) {
        Ok(date) if !template.source.is_empty() => format!("{} ({})", template.source, date.long()),
        _ => template.source.clone(),
    }
}

/// The line under a document's name.
pub fn document_subtitle(document: &DocumentDecl, originals: u32) -> String {
    match document.copies {
        Copies::Originals => format!(
            "{} numérotés, annexes comprises, à signer",
            counted(originals, "original", "originaux")
        ),
        _ => String::new(),
    }
}

/// « le 24 novembre 2026 à 14 h 32 ».
pub fn changed(at: NaiveDateTime) -> String {
    format!(
        "le {} à {}\u{a0}h\u{a0}{:02}",
        day(at),
        at.hour(),
        at.minute()
    )
}

/// « le 24 novembre 2026, version 1 ».
pub fn issued(at: NaiveDateTime, edition: u32) -> String {
    format!("le {}, version {edition}", day(at))
}

fn day(at: NaiveDateTime) -> String {
    Date::of(at.year(), at.month(), at.day())
        .map(Date::long)
        .unwrap_or_default()
}

/// A folder, as people say where it is.
pub fn folder(folder: &std::path::Path) -> String {
    let names: Vec<String> = folder
        .iter()
        .map(|name| name.to_string_lossy().into_owned())
        .filter(|name| name != "/" && name != "\\")
        .collect();
    let shown = names.len().saturating_sub(3);
    names[shown..].join(" › ")
}

/// What a dossier is called until somebody calls it otherwise: « Écoles de Fontenay-aux-Roses ».
pub fn dossier_name(level: &str, of_name: &str) -> String {
    match level {
        "2d" => format!("Établissements {of_name}"),
        _ => format!("Écoles {of_name}"),
    }
}

/// An action of the history, for « Annuler : … ».
pub fn action(code: &str) -> String {
    match code {
        "create" => "nouveau dossier",
        "import" => "dossier reçu",
        "follow" => "suite d’un dossier",
        "set" => "saisie",
        "hand" => "à la main",
        "add" => "ligne ajoutée",
        "remove" => "ligne retirée",
        "move" => "ligne déplacée",
        "paste" => "lignes collées",
        "pass" => "motif",
        "attach" => "pièce jointe",
        "issue" => "documents édités",
        _ => "dernière action",
    }
    .to_owned()
}

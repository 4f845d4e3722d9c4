//! Why a dossier's file is refused, in French: the place, what is wrong, how to mend it.

use super::spaced;
use format::FormatError;
use format::{Expected, Found, What};

/// One fault of a file, in one sentence.
pub fn fault(error: &FormatError) -> String {
    let line = error
        .line
        .map(|line| format!("ligne {line}, "))
        .unwrap_or_default();
    let place = if error.path.as_str().is_empty() {
        "le fichier".to_owned()
    } else {
        format!("« {} »", error.path)
    };
    spaced(&format!("{line}{place} : {}", what(&error.what)))
}

fn what(what: &What) -> String {
    match what {
        What::TooBig { bytes, most } => format!(
            "{} Ko, c’est plus que les {} Ko acceptés.",
            bytes / 1_000,
            most / 1_000
        ),
        What::Syntax {
            column,
            cut_short: false,
        } => format!("ce n’est pas du JSON à la colonne {column}. Rouvrir le fichier d’origine."),
        What::Syntax {
            cut_short: true, ..
        } => "le texte s’arrête trop tôt. Rouvrir le fichier d’origine.".to_owned(),
        What::BrokenText => "le texte contient une séquence coupée en deux. Le retaper.".to_owned(),
        What::WrongType { expected, found } => format!(
            "{} est attendu, {} a été trouvé.",
            wanted(*expected),
            seen(*found)
        ),
        What::UnknownField { near: Some(near) } => {
            format!("ce champ n’existe pas. Est-ce « {near} » ?")
        }
        What::UnknownField { near: None } => {
            "ce champ n’existe pas. Le retirer, ou voir LISEZ-MOI.md.".to_owned()
        }
        What::Twice => "ce champ est écrit deux fois. N’en garder qu’un.".to_owned(),
        What::Missing => "ce champ manque. L’ajouter.".to_owned(),
        What::BadVersion => {
            "ce n’est pas un numéro de version. Écrire un nombre entier à partir de 1.".to_owned()
        }
        What::NewerVersion { found, known } => {
            format!(
                "le fichier vient d’un ConvENT plus récent (version {found} ; celui-ci lit la {known}). Mettre ConvENT à jour."
            )
        }
        What::BadId { id } => format!(
            "« {id} » n’est pas un identifiant. Employer des lettres sans accent, des chiffres ou des tirets, 36 au plus."
        ),
        What::SameId { id } => {
            format!("« {id} » est déjà l’identifiant d’un autre élément. Le changer.")
        }
        What::BadKey => "une clé s’écrit en minuscules, chiffres et tirets bas.".to_owned(),
        What::NoSuchField { named } => format!(
            "« {named} » n’est pas un champ de ce fichier. Corriger ou retirer cette ligne."
        ),
        What::TooDeep => {
            "l’acte suivi en suit un autre, et un seul est gardé. Retirer celui-ci : sa référence et ses dates restent sous « suite »."
                .to_owned()
        }
        What::TooMany { count, most } => {
            format!("{count} éléments, c’est plus que les {most} acceptés.")
        }
    }
}

fn wanted(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "un texte entre guillemets",
        Expected::Record => "un groupe { … }",
        Expected::List => "une liste [ … ]",
        Expected::Number => "un nombre entier",
    }
}

fn seen(found: Found) -> &'static str {
    match found {
        Found::Text => "un texte",
        Found::Record => "un groupe",
        Found::List => "une liste",
        Found::Number => "un nombre",
        Found::Boolean => "true ou false",
        Found::Null => "null",
    }
}

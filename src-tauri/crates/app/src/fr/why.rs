//! Why a typed text does not read, in French: what is wrong, then how to mend it.

use super::{Said, rank, sign};
use domain::values::why::Why;
use domain::values::{
    CentsError, ChoiceError, CountError, DateError, EmailError, ImageError, InseeError, PhoneError,
    PostalCodeError, SchoolYearError, SirenError, TextError, TimeError, UaiError,
};

/// What is wrong with a text, and how to mend it.
pub fn why(why: &Why) -> Said {
    match why {
        Why::Text(error) => text(error),
        Why::Choice(error) => choice(error),
        Why::Uai(error) => uai(error),
        Why::Siren(error) => siren(error, "SIREN"),
        Why::Siret(error) => siren(error, "SIRET"),
        Why::Insee(error) => insee(error),
        Why::PostalCode(error) => postal_code(error),
        Why::Phone(error) => phone(error),
        Why::Email(error) => email(error),
        Why::SchoolYear(error) => school_year(error),
        Why::Cents(error) => cents(error),
        Why::Date(error) => date(error),
        Why::Time(error) => time(error),
        Why::Count(error) => count(error),
        Why::Department(_) => Said::new(
            "Ce département n’est pas connu.",
            "Écrire son numéro, par exemple 92.",
        ),
        Why::Image(error) => image(error),
    }
}

fn text(error: &TextError) -> Said {
    match error {
        TextError::Empty => Said::new(
            "Il n’y a là que des espaces.",
            "Écrire le texte, ou vider le champ.",
        ),
        TextError::TooLong { length, most } => Said::new(
            format!("Le texte a {length} signes ; le champ en accepte {most}."),
            "Le raccourcir.",
        ),
        TextError::Character { found, at } => Said::new(
            format!(
                "Le signe {} (le {}) ne s’imprime pas.",
                sign(*found),
                rank(*at)
            ),
            "L’effacer ou retaper le passage.",
        ),
    }
}

fn choice(error: &ChoiceError) -> Said {
    let labels: Vec<&str> = error
        .allowed
        .iter()
        .map(|(_, label)| *label)
        .take(6)
        .collect();
    Said::new(
        "Ce n’est pas un des choix proposés.",
        format!("Choisir dans la liste : {}.", labels.join(", ")),
    )
}

fn uai(error: &UaiError) -> Said {
    match error {
        UaiError::Shape => Said::new(
            "Un code UAI s’écrit avec sept chiffres et une lettre.",
            "Retaper le code, par exemple 0921688K.",
        ),
        UaiError::Digits { found } => Said::new(
            format!("Le code a {found} {} au lieu de sept.", chiffres(*found)),
            "Retaper le code, par exemple 0921688K.",
        ),
        UaiError::NoKey { digits } => Said::new(
            format!("Il manque la lettre après les chiffres {digits:07}."),
            "La lire sur un document de l’école.",
        ),
        UaiError::Lookalike { letter, digit, .. } => Said::new(
            format!("La lettre {letter} tient la place d’un chiffre."),
            format!("Est-ce le chiffre {digit} ? Retaper le code."),
        ),
        UaiError::Key { digits, typed } => Said::new(
            format!("La lettre {typed} ne correspond pas aux chiffres {digits:07}."),
            "Un des huit caractères est faux ; la clé ne dit pas lequel. Relire le code sur un document de l’école.",
        ),
    }
}

fn siren(error: &SirenError, name: &str) -> Said {
    match error {
        SirenError::Character { found } => Said::new(
            format!("Le signe {} n’a pas sa place dans un {name}.", sign(*found)),
            "N’y laisser que des chiffres.",
        ),
        SirenError::Digits { found, expected } => Said::new(
            format!("Un {name} a {expected} chiffres ; il y en a {found} ici."),
            "Le reprendre sur un document officiel.",
        ),
        SirenError::Sum => Said::new(
            format!("Ces chiffres ne forment pas un {name} : leur somme de contrôle est fausse."),
            "Un chiffre au moins est faux. Le reprendre sur un document officiel.",
        ),
    }
}

fn insee(error: &InseeError) -> Said {
    match error {
        InseeError::Length { found } => Said::new(
            format!("Un code INSEE a cinq caractères ; il y en a {found} ici."),
            "L’écrire comme 92032.",
        ),
        InseeError::Character { found } => Said::new(
            format!(
                "Le signe {} n’a pas sa place dans un code INSEE.",
                sign(*found)
            ),
            "L’écrire comme 92032 ou 2A004.",
        ),
        InseeError::Unknown => Said::new(
            "Aucune commune n’a un tel code INSEE.",
            "Ce n’est pas le code postal : le reprendre sur un document officiel.",
        ),
    }
}

fn postal_code(error: &PostalCodeError) -> Said {
    match error {
        PostalCodeError::Character { found } => Said::new(
            format!(
                "Le signe {} n’a pas sa place dans un code postal.",
                sign(*found)
            ),
            "N’y laisser que des chiffres.",
        ),
        PostalCodeError::Digits { found } => Said::new(
            format!("Un code postal a cinq chiffres ; il y en a {found} ici."),
            "L’écrire comme 92260.",
        ),
        PostalCodeError::Unknown => Said::new("Aucun lieu n’a un tel code postal.", "Le relire."),
    }
}

fn phone(error: &PhoneError) -> Said {
    match error {
        PhoneError::Character { found } => Said::new(
            format!(
                "Le signe {} n’a pas sa place dans un numéro de téléphone.",
                sign(*found)
            ),
            "L’écrire comme 01 99 00 12 34.",
        ),
        PhoneError::Digits { found } => Said::new(
            format!("Un numéro de téléphone a dix chiffres ; il y en a {found} ici."),
            "L’écrire comme 01 99 00 12 34.",
        ),
        PhoneError::Start => Said::new(
            "Un numéro de téléphone commence par 0, puis un chiffre de 1 à 9.",
            "L’écrire comme 01 99 00 12 34.",
        ),
    }
}

fn email(error: &EmailError) -> Said {
    match error {
        EmailError::NoAt => Said::new(
            "Il manque le signe @ dans l’adresse.",
            "L’écrire comme prenom.nom@exemple.fr.",
        ),
        EmailError::SeveralAts { found } => Said::new(
            format!("L’adresse a {found} signes @."),
            "Une seule adresse par champ, avec un seul @.",
        ),
        EmailError::NoName => Said::new(
            "Il manque ce qui précède le signe @.",
            "L’écrire comme prenom.nom@exemple.fr.",
        ),
        EmailError::NoDomain => Said::new(
            "Il manque ce qui suit le signe @.",
            "L’écrire comme prenom.nom@exemple.fr.",
        ),
        EmailError::DomainEnd => Said::new(
            "Il manque la fin de l’adresse.",
            "La compléter, par exemple « .fr ».",
        ),
        EmailError::Character { found, at } => Said::new(
            format!(
                "Le signe {} (le {}) n’a pas sa place dans une adresse.",
                sign(*found),
                rank(*at)
            ),
            "Ni espace ni accent dans une adresse de messagerie.",
        ),
        EmailError::Form => Said::new(
            "L’adresse n’est pas bien formée.",
            "Relire les points et les tirets.",
        ),
    }
}

fn school_year(error: &SchoolYearError) -> Said {
    match error {
        SchoolYearError::Shape => Said::new(
            "Une année scolaire s’écrit avec deux années.",
            "L’écrire comme 2026-2027.",
        ),
        SchoolYearError::NotNext { first, second } => Said::new(
            format!("{second} ne suit pas {first}."),
            format!("L’écrire {first}-{}.", u32::from(*first) + 1),
        ),
        SchoolYearError::Far { first } => Said::new(
            format!("L’année {first} est trop éloignée."),
            "L’écrire comme 2026-2027.",
        ),
    }
}

fn cents(error: &CentsError) -> Said {
    match error {
        CentsError::Character { found } => Said::new(
            format!(
                "Le signe {} n’a pas sa place dans un montant.",
                sign(*found)
            ),
            "L’écrire comme 3 465,50.",
        ),
        CentsError::Shape => Said::new("Ce n’est pas un montant.", "L’écrire comme 3 465,50."),
        CentsError::Ambiguous => Said::new(
            "Trois chiffres après un point : milliers ou décimales ?",
            "Séparer les milliers par une espace et les centimes par une virgule.",
        ),
        CentsError::Decimals => Said::new(
            "Un montant a deux décimales au plus.",
            "L’arrondir au centime.",
        ),
        CentsError::Negative => {
            Said::new("Un montant n’est pas négatif.", "Retirer le signe moins.")
        }
        CentsError::TooLarge => Said::new("Le montant est trop grand.", "Le relire."),
    }
}

fn date(error: &DateError) -> Said {
    match error {
        DateError::Shape => Said::new(
            "Ce n’est pas une date.",
            "L’écrire comme 14/12/2026 ou « 14 décembre 2026 ».",
        ),
        DateError::NoYear => Said::new("Il manque l’année.", "L’écrire comme 14/12/2026."),
        DateError::NotInCalendar { day, month, year } => Said::new(
            format!("Le {day:02}/{month:02}/{year} n’existe pas."),
            "Relire le jour et le mois.",
        ),
        DateError::Far { year } => Said::new(
            format!("L’année {year} est trop éloignée."),
            "L’écrire avec quatre chiffres, comme 2026.",
        ),
        DateError::Weekday { typed, actual } => Said::new(
            format!("Ce jour est un {}, pas un {}.", actual.name(), typed.name()),
            "Corriger le jour ou la date.",
        ),
    }
}

fn time(error: &TimeError) -> Said {
    match error {
        TimeError::Shape => Said::new("Ce n’est pas une heure.", "L’écrire comme 19 h 30."),
        TimeError::NotInDay { hour, minute } => Said::new(
            format!("{hour} h {minute:02} n’existe pas."),
            "L’écrire entre 0 h 00 et 23 h 59.",
        ),
    }
}

fn count(error: &CountError) -> Said {
    match error {
        CountError::Shape => Said::new(
            "Un nombre entier est attendu.",
            "L’écrire en chiffres, comme 35.",
        ),
        CountError::TooLarge => Said::new("Le nombre est trop grand.", "Le relire."),
    }
}

fn image(error: &ImageError) -> Said {
    match error {
        ImageError::Base64 => Said::new("L’image ne se lit pas.", "La choisir de nouveau."),
        ImageError::NotPicture => Said::new(
            "L’image n’est ni un SVG, ni un PNG, ni un JPEG.",
            "L’enregistrer en PNG, puis la choisir de nouveau.",
        ),
        ImageError::TooLarge { bytes } => Said::new(
            format!(
                "L’image pèse {} Ko ; 2 Mo au plus sont acceptés.",
                bytes / 1_000
            ),
            "La réduire, puis la choisir de nouveau.",
        ),
        ImageError::Size { width, height } => Said::new(
            format!("L’image mesure {width} × {height} points."),
            "La ramener à 4 000 points de côté au plus.",
        ),
    }
}

fn chiffres(count: usize) -> &'static str {
    if count < 2 { "chiffre" } else { "chiffres" }
}

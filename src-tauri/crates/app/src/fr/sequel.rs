//! What comes after a convention, in words.

use super::spaced;
use domain::changes::Matter;
use domain::dossier::Dossier;
use domain::dossier::choices::SequelKind;
use domain::entry::Leaf;

/// « Avenant n° 1 à 2026-001 »; empty for a dossier that follows none.
pub fn sequel_of(dossier: &Dossier) -> String {
    let Some(kind) = dossier.sequel() else {
        return String::new();
    };
    let sequel = &dossier.sheet.sequel;
    let number = sequel.number.typed();
    let reference = sequel.convention_reference.typed();
    let what = match kind {
        SequelKind::Amendment => format!("Avenant n° {number} à"),
        SequelKind::Update => "Mise à jour d’annexe de".to_owned(),
        SequelKind::Renewal => "Renouvellement de".to_owned(),
    };
    let of = if reference.is_empty() {
        "la convention suivie"
    } else {
        reference.as_str()
    };
    spaced(&format!("{what} {of}"))
}

/// The name of the dossier that follows one of this name: « Écoles de Fontenay — avenant n° 1 ».
pub fn sequel_title(kind: SequelKind, number: &str, title: &str) -> String {
    let base = title.split(" — ").next().unwrap_or_default();
    let own = match kind {
        SequelKind::Amendment => format!("avenant n° {number}"),
        SequelKind::Update => "mise à jour d’annexe".to_owned(),
        SequelKind::Renewal => "renouvellement".to_owned(),
    };
    let parts = [base.to_owned(), own]
        .into_iter()
        .filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" — ")
}

/// What the council votes on, from what it voted on: « Avenant n° 1 à la convention relative à… ». A renewal is the
/// convention anew; an update is not voted.
pub fn sequel_subject(kind: SequelKind, number: &str, subject: &str) -> String {
    match kind {
        SequelKind::Update => String::new(),
        SequelKind::Renewal => subject.to_owned(),
        SequelKind::Amendment if subject.is_empty() => format!("Avenant n° {number}"),
        SequelKind::Amendment => {
            let base = match (
                subject.strip_prefix("Avenant n° "),
                subject.split_once(" à la "),
            ) {
                (Some(_), Some((_, base))) => format!("à la {base}"),
                _ => match subject.strip_prefix("Convention ") {
                    Some(rest) => format!("à la convention {rest}"),
                    None => format!(": {}", uncapital(subject)),
                },
            };
            let between = if base.starts_with(':') { "\u{a0}" } else { " " };
            format!("Avenant n° {number}{between}{base}")
        }
    }
}

fn uncapital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next();
    first.map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

/// What one may do after a convention, and when it is the right act (`domain.md` §6.0).
pub fn sequel_choice(kind: SequelKind) -> (&'static str, &'static str) {
    match kind {
        SequelKind::Amendment => (
            "Préparer un avenant",
            "Le texte, le montant, la durée ou la liste des écoles change : voté et signé.",
        ),
        SequelKind::Update => (
            "Mettre une annexe à jour",
            "Un contact ou une donnée technique change : une annexe datée et une lettre, sans vote.",
        ),
        SequelKind::Renewal => (
            "Renouveler la convention",
            "Une nouvelle convention, à partir de la dernière, quand celle-ci prend fin.",
        ),
    }
}

/// What a difference is about, as a heading.
pub fn matter(matter: Matter) -> &'static str {
    match matter {
        Matter::Schools => "Écoles",
        Matter::Contacts => "Contacts",
        Matter::Answers => "Convention",
        Matter::Bodies => "Parties",
        Matter::Signatories => "Signataires",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_council_votes_on_follows_what_it_voted_on() {
        let of = |number, subject| sequel_subject(SequelKind::Amendment, number, subject);
        let first = of("1", "Convention relative à l’ENT");
        assert_eq!(first, "Avenant n° 1 à la convention relative à l’ENT");
        assert_eq!(
            of("2", &first),
            "Avenant n° 2 à la convention relative à l’ENT"
        );
        assert_eq!(
            of("1", "Adhésion à l’ENT"),
            "Avenant n° 1\u{a0}: adhésion à l’ENT"
        );
        assert_eq!(of("1", ""), "Avenant n° 1");
        assert_eq!(
            sequel_subject(SequelKind::Renewal, "", "Convention"),
            "Convention"
        );
    }

    #[test]
    fn the_name_says_the_last_act_only() {
        let of = |kind, number, title| sequel_title(kind, number, title);
        let first = of(SequelKind::Amendment, "1", "Écoles de Pézenas");
        assert_eq!(first, "Écoles de Pézenas — avenant n° 1");
        assert_eq!(
            of(SequelKind::Update, "", &first),
            "Écoles de Pézenas — mise à jour d’annexe"
        );
        assert_eq!(of(SequelKind::Renewal, "", ""), "renouvellement");
    }
}

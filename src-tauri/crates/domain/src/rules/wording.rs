//! What the act says of its schools, against what it lists: « les écoles élémentaires » does not cover a primaire.

use super::{at, fault::Fault, path, texts::answers};
use crate::dossier::Dossier;
use crate::findings::{Finding, Severity};
use crate::record::Path;
use crate::values::{SchoolKind, fold};

/// The findings about the objet of the délibération and the modèle's answers, each text on its own.
pub(super) fn check(dossier: &Dossier) -> Vec<Finding> {
    let schools = dossier.sheet.schools.iter().map(|item| &item.value);
    let kind = |school: &crate::dossier::EnrolledSchool| match school.kind.value() {
        Some(kind) => Some(*kind),
        None => SchoolKind::in_name(school.name.value()?.as_str()),
    };
    let listed: Vec<SchoolKind> = schools.filter_map(kind).collect();
    let subject = dossier.sheet.act.subject.value().map(ToString::to_string);
    let subject = subject.map(|text| (path("deliberation/objet"), text));
    subject
        .into_iter()
        .chain(answers(dossier))
        .filter_map(|(path, text)| left_out(path, &text, &listed))
        .collect()
}

fn left_out(path: Path, text: &str, listed: &[SchoolKind]) -> Option<Finding> {
    let said = kinds_said(text);
    let left_out: Vec<SchoolKind> = listed
        .iter()
        .copied()
        .filter(|kind| !covers(&said, *kind))
        .collect();
    (!said.is_empty() && !left_out.is_empty()).then(|| {
        at(
            path,
            Severity::ToVerify,
            "",
            Fault::WordingKinds { said, left_out },
        )
    })
}

/// The kinds named right after « écoles »: « les écoles publiques maternelles et élémentaires de la Ville ».
/// One school in the singular is a school named, not a class of them.
fn kinds_said(text: &str) -> Vec<SchoolKind> {
    let folded = fold(text);
    let words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let (mut said, mut listening) = (Vec::new(), false);
    for word in words {
        let kind = match word {
            "maternelles" => Some(SchoolKind::Maternelle),
            "elementaires" => Some(SchoolKind::Elementaire),
            "primaires" => Some(SchoolKind::Primaire),
            _ => None,
        };
        listening = matches!(word, "ecoles") || (listening && (kind.is_some() || is_between(word)));
        said.extend(kind.filter(|kind| listening && !said.contains(kind)));
    }
    said
}

/// Words that may stand between « écoles » and its kinds.
fn is_between(word: &str) -> bool {
    matches!(
        word,
        "publiques" | "privees" | "et" | "ou" | "communales" | "municipales"
    )
}

/// Whether these words cover a kind. « Écoles primaires » is also said of the whole first degree; maternelles and
/// élémentaires together cover a primaire. Other schools are not told by these words.
fn covers(said: &[SchoolKind], kind: SchoolKind) -> bool {
    let has = |kind| said.contains(&kind);
    match kind {
        SchoolKind::Primaire => {
            has(SchoolKind::Primaire)
                || (has(SchoolKind::Maternelle) && has(SchoolKind::Elementaire))
        }
        SchoolKind::Maternelle => has(SchoolKind::Primaire) || has(SchoolKind::Maternelle),
        SchoolKind::Elementaire => has(SchoolKind::Primaire) || has(SchoolKind::Elementaire),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check as told, dossier};
    use super::*;

    fn with<'a>(subject: &'a str, second: &'a str) -> [(&'a str, &'a str); 3] {
        [
            ("ecoles/e1/nature", "elementaire"),
            ("ecoles/e2/nature", second),
            ("deliberation/objet", subject),
        ]
    }

    #[test]
    fn elementaires_does_not_cover_a_primaire() {
        let subject = "Déploiement de l’ENT dans les écoles élémentaires de la Ville";
        told(check, &with(subject, "elementaire"), &[]);
        told(
            check,
            &with(subject, "primaire"),
            &["à vérifier objet-et-liste deliberation/objet"],
        );
        told(
            check,
            &with(subject, "maternelle"),
            &["à vérifier objet-et-liste deliberation/objet"],
        );
        let fault = Fault::WordingKinds {
            said: vec![SchoolKind::Elementaire],
            left_out: vec![SchoolKind::Primaire],
        };
        assert_eq!(check(&dossier(&with(subject, "primaire")))[0].fault, fault);
    }

    #[test]
    fn other_words_cover_it() {
        for subject in [
            "l’ENT des écoles publiques de la commune",
            "l’ENT des écoles maternelles et élémentaires",
            "l’ENT des écoles primaires publiques",
            "l’ENT de l’école élémentaire Le Parc et de l’école primaire Les Renards",
        ] {
            told(check, &with(subject, "primaire"), &[]);
        }
    }

    #[test]
    fn the_name_tells_the_nature_when_none_is_chosen() {
        told(
            check,
            &[
                ("ecoles/e1/nom", "École primaire Les Renards"),
                (
                    "champs/considerant",
                    "le souhait d’équiper les écoles publiques élémentaires",
                ),
            ],
            &["à vérifier objet-et-liste champs/considerant"],
        );
    }
}

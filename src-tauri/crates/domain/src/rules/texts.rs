//! What must not stay in any text that may be printed: a passage to be replaced, a sign that no page prints,
//! a law of no year, an article of the wrong gender. These rules look at words, not at what the field is.

use super::{at, fault::Fault};
use crate::dossier::{ANSWERS, Dossier};
use crate::entry::Kind;
use crate::findings::{Finding, Severity};
use crate::french::wrong_article;
use crate::record::{Path, walk};
use crate::values::{LongText, fold};

/// Marks that stand for a text to come (`domain.md` §5.3).
const MARKS: &[&str] = &["xxx", "___", "[...]", "{{", "}}"];

/// Words that open a passage to come, folded.
const TO_COME: &[&str] = &[
    "a completer",
    "a preciser",
    "a definir",
    "a renseigner",
    "lorem ipsum",
];

/// What no document prints: the dossier's own name, the reasons written for the file, the académie's text.
const NOT_PRINTED: &[&str] = &["titre", "motifs", "convention/texte_fourni"];

/// Every text of the dossier that a document may print.
pub(super) fn texts(dossier: &Dossier) -> Vec<(Path, String)> {
    let mut texts = Vec::new();
    walk(&dossier.sheet, &Path::new(""), &mut |path, _, leaf| {
        let printed = !NOT_PRINTED.iter().any(|part| path.is_under(part));
        if printed && leaf.why().is_none() && matches!(leaf.kind(), Kind::Text | Kind::LongText) {
            texts.push((path, leaf.typed()));
        }
    });
    texts.extend(answers(dossier));
    texts
}

/// The answers that can be printed. One that cannot, or is longer than any text may be, is told where answers are
/// read, and its words are not looked at.
pub(super) fn answers(dossier: &Dossier) -> Vec<(Path, String)> {
    let answers = dossier.answers.iter();
    answers
        .filter(|(_, typed)| typed.parse::<LongText>().is_ok())
        .map(|(key, typed)| (Path::new(ANSWERS).join(key), typed.clone()))
        .collect()
}

/// The findings about words, text by text.
pub(super) fn check(dossier: &Dossier) -> Vec<Finding> {
    let mut found = Vec::new();
    for (path, text) in texts(dossier) {
        let mut say = |severity, fault| found.push(at(path.clone(), severity, "", fault));
        if let Some(found) = provisional(&text) {
            say(Severity::Blocking, Fault::Placeholder { found });
        }
        if let Some((at, found)) = strange_sign(&text) {
            say(Severity::Blocking, Fault::Sign { found, at });
        }
        if let Some(found) = wrong_law(&text) {
            say(Severity::ToVerify, Fault::LawNumber { found });
        }
        if let Some((article, title)) = wrong_article(&text) {
            say(Severity::ToVerify, Fault::TitleArticle { article, title });
        }
    }
    found
}

/// The passage to be replaced: the words that announce it and a few more, as typed.
fn provisional(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let rank = (0..words.len()).find(|&rank| is_provisional(&words, rank))?;
    Some(
        words
            .iter()
            .skip(rank)
            .take(6)
            .copied()
            .collect::<Vec<_>>()
            .join(" "),
    )
}

/// Whether a passage to be replaced begins at this word. « À définir » must open the text or a bracket: elsewhere it
/// is good French (« la présente convention vise à définir… »).
fn is_provisional(words: &[&str], rank: usize) -> bool {
    let two = fold(
        &words
            .iter()
            .skip(rank)
            .take(2)
            .copied()
            .collect::<Vec<_>>()
            .join(" "),
    );
    let bare = two.trim_start_matches(['[', '(', '<', '"', '«', ' ']);
    let opens = rank == 0 || bare.len() < two.len();
    let one = two.split(' ').next().unwrap_or_default();
    MARKS.iter().any(|mark| one.contains(mark))
        || (opens && TO_COME.iter().any(|mark| bare.starts_with(mark)))
}

/// Whether the documents' letters draw a sign: Latin, Greek and Cyrillic letters, punctuation, currencies.
/// An act is written in French (Constitution, art. 2; loi n° 94-665 du 4 août 1994), which needs no other.
fn is_european(c: char) -> bool {
    matches!(c, '\u{20}'..='\u{52f}' | '\u{1d00}'..='\u{20bf}' | '\u{2100}'..='\u{2189}' | '\u{fb00}'..='\u{fb06}' | '\t' | '\n' | '\r')
}

/// The first sign that no page prints, and its rank from 1.
fn strange_sign(text: &str) -> Option<(usize, char)> {
    text.chars()
        .enumerate()
        .find(|&(_, c)| !is_european(c))
        .map(|(rank, c)| (rank + 1, c))
}

/// The number after « loi n° », « décret n° » or « ordonnance n° » when its year cannot be one.
/// Numbers begin with the year: in two figures until 1999, in four since 2000 (seed S2 prints « 02013-595 »).
fn wrong_law(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let pairs = words.windows(2).enumerate();
    let numbers = pairs.filter_map(|(rank, pair)| {
        let [noun, sign] = pair else { return None };
        let is_text = matches!(
            fold(noun).as_str(),
            "loi" | "decret" | "ordonnance" | "l'ordonnance"
        );
        let rest = sign
            .strip_prefix("n°")
            .or_else(|| sign.strip_prefix("no"))
            .or_else(|| sign.strip_prefix('№'))?;
        let number = if rest.is_empty() {
            words.get(rank + 2)?
        } else {
            rest
        };
        is_text.then(|| number.trim_end_matches([',', ';', '.', ')']).to_owned())
    });
    numbers.into_iter().find(|number| !has_year(number))
}

/// Whether the number of a law begins with a year: « 2013-595 », « 82-213 ».
fn has_year(number: &str) -> bool {
    let Some((year, rest)) = number.split_once(['-', '\u{2011}', '\u{2013}']) else {
        return false;
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let is_year = match year.len() {
        2 => true,
        4 => ("1900".."2200").contains(&year),
        _ => false,
    };
    digits(year) && digits(rest) && is_year
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check as told, dossier};
    use super::*;

    #[test]
    fn a_text_to_be_replaced_blocks() {
        told(
            check,
            &[("deliberation/objet", "Convention relative à l’ENT")],
            &[],
        );
        told(
            check,
            &[("champs/exploitant_ent", "à préciser avec la DSI")],
            &["bloquant texte-provisoire champs/exploitant_ent"],
        );
        told(
            check,
            &[("collectivite/nom", "XXX XXXX")],
            &["bloquant texte-provisoire collectivite/nom"],
        );
        told(
            check,
            &[("ecoles/e1/nom", "{{7*7}}")],
            &["bloquant texte-provisoire ecoles/e1/nom"],
        );
        told(
            check,
            &[("motifs/m1/motif", "à préciser"), ("titre", "Dossier 🎒")],
            &[],
        );
        assert_eq!(
            provisional("le nom [à compléter] du service"),
            Some("[à compléter] du service".to_owned())
        );
        assert_eq!(
            provisional("À définir avec la DSI, en mai prochain"),
            Some("À définir avec la DSI, en".to_owned())
        );
        assert_eq!(
            provisional("La convention vise à définir les rôles et à préciser les moyens"),
            None
        );
    }

    #[test]
    fn a_sign_that_no_page_prints_blocks() {
        told(
            check,
            &[(
                "collectivite/nom",
                "L’Haÿ-les-Roses, Œting, « Ș » n° 1 – 5 €",
            )],
            &[],
        );
        told(
            check,
            &[("ecoles/e1/nom", "École 🎒")],
            &["bloquant signe-non-imprimable ecoles/e1/nom"],
        );
        told(
            check,
            &[("ecoles/e1/nom", "مدرسة")],
            &["bloquant signe-non-imprimable ecoles/e1/nom"],
        );
        assert_eq!(strange_sign("École 🎒"), Some((7, '🎒')));
    }

    #[test]
    fn a_law_of_no_year_is_seen() {
        assert_eq!(
            wrong_law("la loi n° 02013-595 du 8 juillet 2013"),
            Some("02013-595".to_owned())
        );
        assert_eq!(
            wrong_law("Vu la loi n°\u{a0}20131-595,"),
            Some("20131-595".to_owned())
        );
        assert_eq!(wrong_law("Vu le décret n°595"), Some("595".to_owned()));
        assert_eq!(
            wrong_law("la loi n° 2013-595 et la loi n° 82-213 du 2 mars 1982"),
            None
        );
        assert_eq!(wrong_law("l’article n° 5"), None);
    }

    #[test]
    fn le_rectrice_is_seen_wherever_it_stands() {
        let fields = [(
            "signataires/s1/titre",
            "Le Rectrice de l’académie de Versailles",
        )];
        told(
            check,
            &fields,
            &["à vérifier article-et-titre signataires/s1/titre"],
        );
        let expected = Fault::TitleArticle {
            article: "Le".to_owned(),
            title: "Rectrice".to_owned(),
        };
        assert_eq!(check(&dossier(&fields))[0].fault, expected);
        told(check, &[("signataires/s1/titre", "Madame le Maire")], &[]);
        told(
            check,
            &[(
                "deliberation/rapporteur",
                "Mme Nora Lemaître, adjointe au maire",
            )],
            &[],
        );
    }
}

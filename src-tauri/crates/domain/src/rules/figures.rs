//! A number written in figures and in letters must be one number: « 6 480 € (six mille quatre cent quatre-vingts euros) ».
//! The documents write both from one value; a text typed by hand may not.

use super::{at, fault::Fault, texts::texts};
use crate::dossier::Dossier;
use crate::findings::{Finding, Severity};
use crate::french::read_number_words;
use crate::values::{Cents, fold};

/// The findings about figures and letters, one a text.
pub(super) fn check(dossier: &Dossier) -> Vec<Finding> {
    let texts = texts(dossier).into_iter();
    texts
        .filter_map(|(path, text)| {
            let (figures, letters) = disagreement(&text)?;
            let fault = Fault::Letters { figures, letters };
            Some(at(path, Severity::ToVerify, "", fault))
        })
        .collect()
}

/// The first figures and letters that stand together and differ, as typed: « 6 480 € », « six mille euros ».
fn disagreement(text: &str) -> Option<(String, String)> {
    text.match_indices('(').find_map(|(open, _)| {
        let (before, inside) = (&text[..open], text[open + 1..].split(')').next()?);
        let pairs = [
            figures_at_end(before).zip(letters_whole(inside)),
            figures_whole(inside).zip(letters_at_end(before)),
        ];
        let ((figures, cents), (letters, other)) = pairs.into_iter().flatten().next()?;
        (cents != other).then_some((figures, letters))
    })
}

/// A number as typed, and its value in hundredths.
type Number = (String, u64);

/// Units that may follow a number, folded.
fn is_unit(word: &str) -> bool {
    matches!(word, "€" | "euro" | "euros" | "d'euros")
}

/// The figures that end a text, their unit aside: « pour 6 480 € » gives « 6 480 € ».
fn figures_at_end(text: &str) -> Option<Number> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let end = words.len() - usize::from(words.last().is_some_and(|word| is_unit(&fold(word))));
    let digits = |word: &str, most: usize| {
        (1..=most).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
    };
    let mut start = end.checked_sub(1)?;
    let whole = |word: &str| word.split(',').next().map_or(0, str::len);
    // Thousands are groups of three; what is before the first group is another number.
    while start > 0 && whole(words[start]) == 3 && digits(words[start - 1], 3) {
        start -= 1;
    }
    let value: Cents = words[start..end].join(" ").parse().ok()?;
    Some((words[start..].join(" "), value.cents()))
}

/// A text that is a number in figures and nothing else.
fn figures_whole(text: &str) -> Option<Number> {
    let value: Cents = text.trim().parse().ok()?;
    Some((text.trim().to_owned(), value.cents()))
}

/// A text that is a number in letters and nothing else, cents included: « deux euros et dix centimes ».
fn letters_whole(text: &str) -> Option<Number> {
    let folded = fold(text);
    let (euros, cents) = match folded.split_once("euro") {
        Some((euros, rest)) => {
            let rest = rest.trim_start_matches('s').trim();
            let rest = rest.strip_prefix("et ").unwrap_or(rest);
            (
                euros,
                rest.trim_end_matches('s')
                    .trim_end_matches("centime")
                    .trim(),
            )
        }
        None => (folded.as_str(), ""),
    };
    let euros = euros.trim().trim_end_matches("d'").trim();
    let cents = if cents.is_empty() {
        0
    } else {
        read_number_words(cents)?
    };
    let value = read_number_words(euros)?
        .checked_mul(100)?
        .checked_add(cents)?;
    Some((text.trim().to_owned(), value))
}

/// The number in letters that ends a text: « conclue pour quatre » gives « quatre ».
fn letters_at_end(text: &str) -> Option<Number> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (0..words.len()).find_map(|start| letters_whole(&words[start..].join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str)>) {
        let found = disagreement(text);
        let found = found
            .as_ref()
            .map(|(figures, letters)| (figures.as_str(), letters.as_str()));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn figures_and_letters_that_differ_are_found() {
        check(
            "une dépense de 6 480 € (six mille quatre cents euros)",
            Some(("6 480 €", "six mille quatre cents euros")),
        );
        check("en 3 (deux) exemplaires", Some(("3", "deux")));
        check("conclue pour trois (4) ans", Some(("4", "trois")));
        check(
            "45,50 € (quarante-cinq euros)",
            Some(("45,50 €", "quarante-cinq euros")),
        );
    }

    #[test]
    fn those_that_agree_are_not() {
        for text in [
            "6 480 € (six mille quatre cent quatre-vingts euros)",
            "6480 euros (six-mille-quatre-cent-quatre-vingts euros)",
            "45,50 € (quarante-cinq euros et cinquante centimes)",
            "en 2 (deux) exemplaires",
            "quatre (4) ans, vingt et une (21) écoles",
            "1 000 000 € (un million d’euros)",
            "la loi n° 2013-595 (article 5) et 3 écoles (voir l’annexe 1)",
            "6 480 € (voir le budget) ; (deux) exemplaires ; lot n° 2 (",
            "",
        ] {
            check(text, None);
        }
    }
}

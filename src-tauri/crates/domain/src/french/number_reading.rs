//! Numbers in letters read back: « deux cent mille », « vingt et une ».

use super::{Gender, number_words};
use crate::values::fold;

/// The number that words write, whatever their hyphens, accents and plural s; `None` when they write no number, or
/// write it as nobody does (« deux trois »).
pub fn read_number_words(typed: &str) -> Option<u64> {
    let words = plain(typed);
    let number = value_of(&words)?;
    let spelt = |gender| plain(&number_words(number, gender));
    [Gender::Masculine, Gender::Feminine]
        .map(spelt)
        .contains(&words)
        .then_some(number)
}

/// Words without what spelling changes: hyphens (all of them since 1990), accents, the s of a plural.
fn plain(typed: &str) -> String {
    let folded = fold(typed).replace('-', " ");
    let words = folded.split(' ').map(|word| match word {
        "cents" | "vingts" | "millions" | "milliards" => word.trim_end_matches('s'),
        _ => word,
    });
    words.collect::<Vec<_>>().join(" ")
}

/// What words are worth, added up in order; folded, one space between them.
pub(super) fn value_of(words: &str) -> Option<u64> {
    let (mut total, mut group) = (0u64, 0u64);
    for word in words.split(' ').filter(|word| *word != "et") {
        let unit = match word {
            "mille" => 1_000,
            "million" => 1_000_000,
            "milliard" => 1_000_000_000,
            "cent" => {
                group = group.max(1).checked_mul(100)?;
                continue;
            }
            "vingt" if group % 10 == 4 => {
                group += 76;
                continue;
            }
            word => {
                group = group.checked_add(small(word)?)?;
                continue;
            }
        };
        // Only « mille » may stand without a number before it.
        let many = if unit == 1_000 { group.max(1) } else { group };
        (total, group) = (total.checked_add(many.checked_mul(unit)?)?, 0);
    }
    total.checked_add(group)
}

fn small(word: &str) -> Option<u64> {
    const UNITS: &str = "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize";
    let unit = UNITS.split(' ').position(|unit| unit == word);
    match (unit, word) {
        (Some(rank), _) => u64::try_from(rank).ok(),
        (None, "une") => Some(1),
        (None, "vingt") => Some(20),
        (None, "trente") => Some(30),
        (None, "quarante") => Some(40),
        (None, "cinquante") => Some(50),
        (None, "soixante") => Some(60),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_whatever_their_spelling() {
        let table = [
            ("Zéro", 0),
            ("une", 1),
            ("vingt et une", 21),
            ("vingt-et-un", 21),
            ("quatre-vingts", 80),
            ("quatre vingt", 80),
            ("deux cents mille", 200_000),
            ("six mille quatre cent quatre-vingts", 6_480),
            ("six-mille-quatre-cent-quatre-vingts", 6_480),
            ("un million", 1_000_000),
        ];
        for (typed, number) in table {
            assert_eq!(read_number_words(typed), Some(number), "{typed}");
        }
    }

    #[test]
    fn what_writes_no_number_is_not_read() {
        for typed in [
            "",
            "deux trois",
            "un cent",
            "article",
            "vingt dix",
            "et",
            "cent cent",
            "mille million",
        ] {
            assert_eq!(read_number_words(typed), None, "{typed}");
        }
    }
}

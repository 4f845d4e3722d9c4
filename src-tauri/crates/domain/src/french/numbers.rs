//! Numbers in letters, in the spelling before 1990 (hyphens below a hundred only), and ordinals.

use super::Gender;
use french_numbers::{PRE_REFORM_FEMININE, PRE_REFORM_MASCULINE, french_number_options};
use std::fmt;

/// A number in letters: « quatre-vingts », « deux cent mille », « vingt et une » when feminine.
pub fn number_words(number: u64, gender: Gender) -> String {
    let options = match gender {
        Gender::Masculine => &PRE_REFORM_MASCULINE,
        Gender::Feminine => &PRE_REFORM_FEMININE,
    };
    french_number_options(&number, options)
}

/// An ordinal in figures; the letters after the figures are printed raised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ordinal {
    /// The figures.
    pub number: u64,
    /// The letters: « er », « re » or « e » (never « ème »: Lexique de l'Imprimerie nationale).
    pub suffix: &'static str,
}

impl Ordinal {
    /// « 1er », « 1re », « 2e ».
    pub fn of(number: u64, gender: Gender) -> Self {
        let suffix = match (number, gender) {
            (1, Gender::Masculine) => "er",
            (1, Gender::Feminine) => "re",
            _ => "e",
        };
        Self { number, suffix }
    }
}

impl fmt::Display for Ordinal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.number, self.suffix)
    }
}

/// An ordinal in letters: « premier », « première », « deuxième », « vingt et unième ».
pub fn ordinal_words(number: u64, gender: Gender) -> String {
    match (number, gender) {
        (1, Gender::Masculine) => return "premier".to_owned(),
        (1, Gender::Feminine) => return "première".to_owned(),
        _ => {}
    }
    let words = number_words(number, Gender::Masculine);
    // « Cinq » takes a u, « neuf » a v; a mute e and the s of a plural fall.
    if words.ends_with("cinq") {
        return format!("{words}uième");
    }
    match words.strip_suffix("neuf") {
        Some(stem) => format!("{stem}neuvième"),
        None if plural_ending(&words) => format!("{}ième", words.trim_end_matches('s')),
        None => format!("{}ième", words.strip_suffix('e').unwrap_or(&words)),
    }
}

/// Whether the final s is a plural's: « deux cents », « quatre-vingts », « deux millions »; not « trois ».
fn plural_ending(words: &str) -> bool {
    ["cents", "vingts", "millions", "milliards"]
        .iter()
        .any(|ending| words.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::super::read_number_words;
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashMap;

    #[track_caller]
    fn check(number: u64, expected: &str) {
        assert_eq!(number_words(number, Gender::Masculine), expected);
    }

    #[test]
    fn writes_numbers_as_before_1990() {
        check(0, "zéro");
        check(1, "un");
        check(16, "seize");
        check(17, "dix-sept");
        check(21, "vingt et un");
        check(22, "vingt-deux");
        check(45, "quarante-cinq");
        check(61, "soixante et un");
        check(70, "soixante-dix");
        check(71, "soixante et onze");
        check(72, "soixante-douze");
        check(80, "quatre-vingts");
        check(81, "quatre-vingt-un");
        check(91, "quatre-vingt-onze");
        check(99, "quatre-vingt-dix-neuf");
        check(100, "cent");
        check(101, "cent un");
        check(180, "cent quatre-vingts");
        check(200, "deux cents");
        check(201, "deux cent un");
        check(1_000, "mille");
        check(1_980, "mille neuf cent quatre-vingts");
        check(2_022, "deux mille vingt-deux");
        check(3_465, "trois mille quatre cent soixante-cinq");
        check(80_000, "quatre-vingt mille");
        check(200_000, "deux cent mille");
        check(100_088, "cent mille quatre-vingt-huit");
        check(1_000_000, "un million");
        check(80_000_000, "quatre-vingts millions");
        check(200_000_001, "deux cents millions un");
        check(1_000_000_000, "un milliard");
        check(2_300_000_000, "deux milliards trois cents millions");
    }

    #[test]
    fn one_agrees_with_a_feminine() {
        let words = |number| number_words(number, Gender::Feminine);
        assert_eq!(words(1), "une");
        assert_eq!(words(21), "vingt et une");
        assert_eq!(words(81), "quatre-vingt-une");
        assert_eq!(words(1_001), "mille une");
        assert_eq!(words(21_000), "vingt et un mille");
        assert_eq!(words(2), "deux");
    }

    #[test]
    fn writes_ordinals() {
        let figures = |number, gender| Ordinal::of(number, gender).to_string();
        assert_eq!(figures(1, Gender::Masculine), "1er");
        assert_eq!(figures(1, Gender::Feminine), "1re");
        assert_eq!(figures(2, Gender::Masculine), "2e");
        assert_eq!(figures(21, Gender::Feminine), "21e");
        let words = |number| ordinal_words(number, Gender::Masculine);
        let expected = [
            (1, "premier"),
            (2, "deuxième"),
            (3, "troisième"),
            (4, "quatrième"),
            (5, "cinquième"),
            (6, "sixième"),
            (9, "neuvième"),
            (11, "onzième"),
            (19, "dix-neuvième"),
            (21, "vingt et unième"),
            (30, "trentième"),
            (80, "quatre-vingtième"),
            (100, "centième"),
            (200, "deux centième"),
            (1_000, "millième"),
            (1_000_000, "un millionième"),
        ];
        for (number, ordinal) in expected {
            assert_eq!(words(number), ordinal);
        }
        assert_eq!(ordinal_words(1, Gender::Feminine), "première");
    }

    #[test]
    fn no_two_numbers_are_written_alike() {
        let mut seen = HashMap::new();
        for number in (0..120_000).chain((0..3_000).map(|n| n * 997_003)) {
            if let Some(other) = seen.insert(number_words(number, Gender::Masculine), number) {
                assert_eq!(other, number, "written alike");
            }
        }
    }

    /// The number that words write: an independent reading, to prove the writing.
    fn read(words: &str) -> Option<u64> {
        read_number_words(words)
    }

    proptest! {
        #[test]
        fn words_read_back_as_the_number(number in 0u64..100_000_000_000) {
            let words = number_words(number, Gender::Masculine);
            prop_assert_eq!(read(&words), Some(number), "{}", words);
        }

        #[test]
        fn a_small_number_too(number in 0u64..2_000_000) {
            let words = number_words(number, Gender::Masculine);
            prop_assert_eq!(read(&words), Some(number), "{}", words);
        }
    }
}

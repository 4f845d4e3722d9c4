//! The numbers of a legal person (SIREN) and of one of its establishments (SIRET).
//! A number is well made or not; whose it is is looked up elsewhere, and never computed.

use super::{clean::compact, why::Why};
use crate::entry::{Kind, Value};
use std::{fmt, str::FromStr};

/// La Poste's SIREN: its SIRETs need not satisfy Luhn's sum; the sum of their digits is a multiple of 5 (INSEE).
const LA_POSTE: u32 = 356_000_000;

/// A legal person's SIREN: nine digits that satisfy Luhn's sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Siren(u32);

/// An establishment's SIRET: the SIREN of its owner, then five digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Siret {
    siren: Siren,
    rank: u32,
}

/// Why a text is not a SIREN, or not a SIRET.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SirenError {
    /// Something other than a digit: `2,17003E+13` comes from a spreadsheet and is lost for good.
    #[error("only digits are expected, not {found:?}")]
    Character {
        /// The first character that is not a digit.
        found: char,
    },
    /// Not the number of digits expected: 9 for a SIREN, 14 for a SIRET.
    #[error("{expected} digits are expected, not {found}")]
    Digits {
        /// How many digits were typed.
        found: usize,
        /// How many are expected.
        expected: usize,
    },
    /// The sum that guards against typing errors is wrong, or the number is all zeros.
    #[error("the check sum of the digits is wrong")]
    Sum,
}

/// The digits of a text, exactly `expected` of them.
fn digits(typed: &str, expected: usize) -> Result<Vec<u32>, SirenError> {
    let compact = compact(typed);
    let read = |c: char| c.to_digit(10).ok_or(SirenError::Character { found: c });
    let digits = compact.chars().map(read).collect::<Result<Vec<u32>, _>>()?;
    let found = digits.len();
    if found == expected {
        Ok(digits)
    } else {
        Err(SirenError::Digits { found, expected })
    }
}

/// Luhn's sum: from the right, every second digit doubled, less 9 above 9; right when a multiple of ten.
fn luhn(digits: &[u32]) -> bool {
    let weigh = |(rank, &digit): (usize, &u32)| match (rank % 2, digit) {
        (0, digit) => digit,
        (_, digit) if digit > 4 => 2 * digit - 9,
        (_, digit) => 2 * digit,
    };
    digits.iter().rev().enumerate().map(weigh).sum::<u32>() % 10 == 0
}

/// The number these digits write; they are at most nine.
fn number(digits: &[u32]) -> u32 {
    digits.iter().fold(0, |number, digit| number * 10 + digit)
}

impl Siren {
    /// As it is printed: three groups, « 219 200 326 », parted by narrow no-break spaces.
    pub fn printed(self) -> String {
        grouped(&self.to_string())
    }
}

/// Nine digits in groups of three.
fn grouped(nine: &str) -> String {
    let groups: Vec<&str> = [0..3, 3..6, 6..9]
        .into_iter()
        .filter_map(|group| nine.get(group))
        .collect();
    groups.join("\u{202f}")
}

impl FromStr for Siren {
    type Err = SirenError;

    fn from_str(typed: &str) -> Result<Self, SirenError> {
        let digits = digits(typed, 9)?;
        let number = number(&digits);
        if number > 0 && luhn(&digits) {
            Ok(Self(number))
        } else {
            Err(SirenError::Sum)
        }
    }
}

impl fmt::Display for Siren {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:09}", self.0)
    }
}

impl Siret {
    /// The SIREN of its owner: for a public school, the commune, the EPCI or the syndicat.
    pub fn siren(self) -> Siren {
        self.siren
    }

    /// As it is printed: « 219 200 326 00012 », parted by narrow no-break spaces.
    pub fn printed(self) -> String {
        format!("{}\u{202f}{:05}", self.siren.printed(), self.rank)
    }
}

impl FromStr for Siret {
    type Err = SirenError;

    fn from_str(typed: &str) -> Result<Self, SirenError> {
        let digits = digits(typed, 14)?;
        let (owner, rank) = digits.split_at(9);
        let siret = Self {
            siren: Siren(number(owner)),
            rank: number(rank),
        };
        let poste = siret.siren.0 == LA_POSTE && digits.iter().sum::<u32>() % 5 == 0;
        // The owner's number must be right too, else a `Siret` would hand out a `Siren` that cannot exist.
        let sums = luhn(owner) && (luhn(&digits) || poste);
        if siret.siren.0 > 0 && sums {
            Ok(siret)
        } else {
            Err(SirenError::Sum)
        }
    }
}

impl fmt::Display for Siret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:05}", self.siren, self.rank)
    }
}

impl Value for Siren {
    const KIND: Kind = Kind::Siren;

    fn read(typed: &str) -> Result<Self, Why> {
        typed.parse().map_err(Why::Siren)
    }

    fn spelling(&self) -> String {
        self.to_string()
    }
}

impl Value for Siret {
    const KIND: Kind = Kind::Siret;

    fn read(typed: &str) -> Result<Self, Why> {
        typed.parse().map_err(Why::Siret)
    }

    fn spelling(&self) -> String {
        self.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::testing::check;
    use proptest::prelude::*;

    #[test]
    fn reads_a_siren() {
        check::<Siren>("219 200 326", Ok("219200326"));
        check::<Siren>("219.200.326", Ok("219200326"));
        // Real bodies whose number no formula gives: Paris and communes nouvelles.
        for siren in ["217500016", "213503642", "200084010", "200085868"] {
            check::<Siren>(siren, Ok(siren));
        }
        assert_eq!(
            "219200326".parse().map(Siren::printed),
            Ok("219\u{202f}200\u{202f}326".to_owned())
        );
    }

    #[test]
    fn says_what_is_wrong_with_a_siren() {
        check::<Siren>("219200327", Err(SirenError::Sum));
        check::<Siren>("000000000", Err(SirenError::Sum));
        check::<Siren>(
            "21920032600012",
            Err(SirenError::Digits {
                found: 14,
                expected: 9,
            }),
        );
        check::<Siren>("2,17003E+13", Err(SirenError::Character { found: ',' }));
        check::<Siren>(
            "",
            Err(SirenError::Digits {
                found: 0,
                expected: 9,
            }),
        );
    }

    #[test]
    fn reads_a_siret() {
        check::<Siret>("217 500 016 00019", Ok("21750001600019"));
        check::<Siret>("217 500 016 00018", Err(SirenError::Sum));
        check::<Siret>(
            "219200326",
            Err(SirenError::Digits {
                found: 9,
                expected: 14,
            }),
        );
        // La Poste: its seat satisfies Luhn's sum, another office only the sum of its digits.
        check::<Siret>("35600000000048", Ok("35600000000048"));
        check::<Siret>("35600000000006", Ok("35600000000006"));
        check::<Siret>("35600000000007", Err(SirenError::Sum));
        let siret: Siret = "21750001600019".parse().unwrap();
        assert_eq!(siret.siren().to_string(), "217500016");
        assert_eq!(siret.printed(), "217\u{202f}500\u{202f}016\u{202f}00019");
    }

    proptest! {
        #[test]
        fn one_wrong_digit_is_caught(rank in 0usize..9, by in 1u8..10) {
            let mut typed = *b"219200326";
            typed[rank] = b'0' + (typed[rank] - b'0' + by) % 10;
            let typed = String::from_utf8(typed.to_vec()).unwrap();
            prop_assert_eq!(typed.parse::<Siren>(), Err(SirenError::Sum));
        }

        #[test]
        fn no_text_breaks_them(typed in "\\PC{0,20}") {
            let _ = (typed.parse::<Siren>(), typed.parse::<Siret>());
        }
    }
}

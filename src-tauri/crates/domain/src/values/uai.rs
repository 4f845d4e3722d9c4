//! A school's UAI number. It does not know whether the school exists: only that the number is well made.

use super::{clean::compact, value};
use crate::entry::Kind;
use std::{fmt, str::FromStr};

/// Letters a UAI may end with, in order: the alphabet without I, O and Q.
const KEYS: &[u8; 23] = b"ABCDEFGHJKLMNPRSTUVWXYZ";

/// The prefix kept for invented schools, in examples and tests: no département has it.
const FICTION: u16 = 99;

/// A school's UAI number: seven digits, then a letter that checks them.
///
/// Only the digits are kept. The letter follows from them (the number modulo 23), so a `Uai` with a
/// wrong letter cannot exist. The letter catches any one wrong digit and any two digits swapped, but
/// never says which character is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uai(u32);

/// Why a text is not a UAI number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UaiError {
    /// Neither digits then a letter, nor anything near it.
    #[error("a UAI is seven digits and a letter")]
    Shape,
    /// Digits and a letter, but not seven digits. Six often means a first zero lost by a spreadsheet.
    #[error("a UAI has seven digits, not {found}")]
    Digits {
        /// How many digits were typed.
        found: usize,
    },
    /// Seven digits, and no letter after them.
    #[error("the letter after the digits {digits:07} is missing")]
    NoKey {
        /// The number typed.
        digits: u32,
    },
    /// A letter stands among the digits that looks like one: O for 0, I or L for 1.
    #[error("the letter {letter} stands where the digit {digit} is expected")]
    Lookalike {
        /// The letter typed.
        letter: char,
        /// The digit it looks like.
        digit: char,
        /// The UAI it would be with digits, when its letter then fits.
        meant: Option<Uai>,
    },
    /// The letter is not the one that these digits call for.
    #[error("the letter {typed} does not match the digits {digits:07}")]
    Key {
        /// The number typed.
        digits: u32,
        /// The letter typed, capital.
        typed: char,
    },
}

impl Uai {
    fn key(self) -> char {
        char::from(KEYS[(self.0 % 23) as usize])
    }

    /// Its first three digits, which tell the département ([`super::Department::of_uai_prefix`]).
    pub fn prefix(self) -> u16 {
        u16::try_from(self.0 / 10_000).unwrap_or(u16::MAX)
    }

    /// Whether it is an invented school's: prefix 099, kept for examples and tests.
    pub fn is_fiction(self) -> bool {
        self.prefix() == FICTION
    }

    fn of(digits: u32, typed: char) -> Result<Self, UaiError> {
        let uai = Self(digits);
        if typed == uai.key() {
            Ok(uai)
        } else {
            Err(UaiError::Key { digits, typed })
        }
    }
}

/// The digit that a letter is easily typed for.
fn lookalike(letter: u8) -> Option<u8> {
    match letter {
        b'O' | b'Q' => Some(b'0'),
        b'I' | b'L' => Some(b'1'),
        _ => None,
    }
}

/// The number that these digits write; they are at most seven.
fn number(digits: &[u8]) -> u32 {
    digits
        .iter()
        .fold(0, |number, digit| number * 10 + u32::from(digit - b'0'))
}

/// What is wrong with seven characters, not all digits, before a letter.
fn misread(head: &[u8], key: u8) -> UaiError {
    let as_digit = |b: &u8| {
        if b.is_ascii_digit() {
            Some(*b)
        } else {
            lookalike(*b)
        }
    };
    let Some(digits) = head.iter().map(as_digit).collect::<Option<Vec<u8>>>() else {
        return UaiError::Shape;
    };
    let wrong = head
        .iter()
        .find_map(|&letter| lookalike(letter).map(|digit| (letter, digit)));
    let Some((letter, digit)) = wrong else {
        return UaiError::Shape;
    };
    let meant = Uai::of(number(&digits), char::from(key)).ok();
    UaiError::Lookalike {
        letter: char::from(letter),
        digit: char::from(digit),
        meant,
    }
}

impl FromStr for Uai {
    type Err = UaiError;

    /// Reads a UAI as people type or paste it: blanks, hyphens, dots and small letters are forgiven.
    fn from_str(typed: &str) -> Result<Self, UaiError> {
        let compact = compact(typed).to_ascii_uppercase();
        let [head @ .., key] = compact.as_bytes() else {
            return Err(UaiError::Shape);
        };
        let all_digits = head.iter().all(u8::is_ascii_digit);
        match (head.len(), all_digits) {
            (6, true) if key.is_ascii_digit() => Err(UaiError::NoKey {
                digits: number(compact.as_bytes()),
            }),
            _ if !key.is_ascii_uppercase() => Err(UaiError::Shape),
            (7, true) => Self::of(number(head), char::from(*key)),
            (7, false) => Err(misread(head, *key)),
            (found @ 4..=10, true) => Err(UaiError::Digits { found }),
            _ => Err(UaiError::Shape),
        }
    }
}

impl fmt::Display for Uai {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:07}{}", self.0, self.key())
    }
}

value!(Uai, Kind::Uai);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::testing::check;
    use proptest::prelude::*;

    #[test]
    fn reads_the_schools_of_fontenay() {
        for uai in [
            "0921688K", "0920440D", "0921995U", "0920218M", "0920342X", "0920611P",
        ] {
            check::<Uai>(uai, Ok(uai));
        }
    }

    #[test]
    fn reads_what_people_type() {
        check::<Uai>(" 029 2013\u{a0}f", Ok("0292013F"));
        check::<Uai>("092-1688.k\u{feff}", Ok("0921688K"));
    }

    #[test]
    fn says_what_is_wrong() {
        check::<Uai>(
            "0292013G",
            Err(UaiError::Key {
                digits: 292_013,
                typed: 'G',
            }),
        );
        check::<Uai>(
            "0921999U",
            Err(UaiError::Key {
                digits: 921_999,
                typed: 'U',
            }),
        );
        check::<Uai>(
            "0921688O",
            Err(UaiError::Key {
                digits: 921_688,
                typed: 'O',
            }),
        );
        check::<Uai>("029201é", Err(UaiError::Shape));
        check::<Uai>("", Err(UaiError::Shape));
        check::<Uai>("école Le Parc", Err(UaiError::Shape));
        check::<Uai>("921688K", Err(UaiError::Digits { found: 6 }));
        check::<Uai>("04770677F", Err(UaiError::Digits { found: 8 }));
        check::<Uai>("0921688", Err(UaiError::NoKey { digits: 921_688 }));
        let meant = "0921688K".parse().ok();
        check::<Uai>(
            "O921688K",
            Err(UaiError::Lookalike {
                letter: 'O',
                digit: '0',
                meant,
            }),
        );
        check::<Uai>(
            "092i688k",
            Err(UaiError::Lookalike {
                letter: 'I',
                digit: '1',
                meant,
            }),
        );
        check::<Uai>(
            "O921688L",
            Err(UaiError::Lookalike {
                letter: 'O',
                digit: '0',
                meant: None,
            }),
        );
    }

    #[test]
    fn tells_the_prefix() {
        let prefix = |uai: &str| uai.parse::<Uai>().map(Uai::prefix);
        assert_eq!(prefix("0921688K"), Ok(92));
        assert_eq!(Uai(6_200_001).prefix(), 620);
        assert!(Uai(990_001).is_fiction());
    }

    proptest! {
        #[test]
        fn its_spelling_reads_again(digits in 0u32..10_000_000) {
            prop_assert_eq!(Uai(digits).to_string().parse(), Ok(Uai(digits)));
        }

        #[test]
        fn one_wrong_digit_is_caught(digits in 0u32..10_000_000, rank in 0usize..7, by in 1u8..10) {
            let mut typed = Uai(digits).to_string().into_bytes();
            typed[rank] = b'0' + (typed[rank] - b'0' + by) % 10;
            let typed = String::from_utf8(typed).unwrap();
            let caught = matches!(typed.parse::<Uai>(), Err(UaiError::Key { .. }));
            prop_assert!(caught, "{} passed", typed);
        }

        #[test]
        fn two_swapped_digits_are_caught(digits in 0u32..10_000_000, a in 0usize..7, b in 0usize..7) {
            let mut typed = Uai(digits).to_string().into_bytes();
            prop_assume!(typed[a] != typed[b]);
            typed.swap(a, b);
            let typed = String::from_utf8(typed).unwrap();
            let caught = matches!(typed.parse::<Uai>(), Err(UaiError::Key { .. }));
            prop_assert!(caught, "{} passed", typed);
        }

        #[test]
        fn no_text_breaks_it(typed in "\\PC{0,20}") {
            let _ = typed.parse::<Uai>();
        }
    }
}

//! A postal code. A commune is never deduced from it: a CEDEX code belongs to no commune.

use super::{clean::compact, value};
use crate::entry::Kind;
use std::{fmt, str::FromStr};

/// A postal code: five digits; 00 is the army's, 99 is kept for invented places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PostalCode(u32);

/// Why a text is not a postal code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PostalCodeError {
    /// Something other than a digit.
    #[error("only digits are expected, not {found:?}")]
    Character {
        /// The first character that is not a digit.
        found: char,
    },
    /// Not five digits. Four often means a first zero lost by a spreadsheet.
    #[error("a postal code has five digits, not {found}")]
    Digits {
        /// How many digits were typed.
        found: usize,
    },
    /// No place has such a code.
    #[error("no place has such a code")]
    Unknown,
}

impl FromStr for PostalCode {
    type Err = PostalCodeError;

    /// Reads a postal code; « F-92260 » is forgiven.
    fn from_str(typed: &str) -> Result<Self, PostalCodeError> {
        let compact = compact(typed);
        let code = compact.strip_prefix(['F', 'f']).unwrap_or(&compact);
        if let Some(found) = code.chars().find(|c| !c.is_ascii_digit()) {
            return Err(PostalCodeError::Character { found });
        }
        if code.len() != 5 {
            return Err(PostalCodeError::Digits { found: code.len() });
        }
        let number = code
            .bytes()
            .fold(0, |number, digit| number * 10 + u32::from(digit - b'0'));
        if number == 0 || number / 1000 == 96 {
            Err(PostalCodeError::Unknown)
        } else {
            Ok(Self(number))
        }
    }
}

impl fmt::Display for PostalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:05}", self.0)
    }
}

value!(PostalCode, Kind::PostalCode);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::testing::check;

    #[test]
    fn reads_what_people_type() {
        check::<PostalCode>("92 260", Ok("92260"));
        check::<PostalCode>("F-01400", Ok("01400"));
        check::<PostalCode>("1400", Err(PostalCodeError::Digits { found: 4 }));
        check::<PostalCode>(
            "92260 Fontenay",
            Err(PostalCodeError::Character { found: 'F' }),
        );
        check::<PostalCode>("9226O", Err(PostalCodeError::Character { found: 'O' }));
        check::<PostalCode>("00000", Err(PostalCodeError::Unknown));
        check::<PostalCode>("96000", Err(PostalCodeError::Unknown));
    }
}

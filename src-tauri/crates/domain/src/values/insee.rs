//! A commune's code in the official geographic code of INSEE. Whether the commune exists is looked up elsewhere.

use super::{clean::compact, value};
use crate::entry::Kind;
use std::{fmt, str::FromStr};

/// A commune's INSEE code: the département (two characters, three overseas), then a number.
/// 99 is kept for invented communes, in examples and tests, as 099 is for UAI numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InseeCode([u8; 5]);

/// Why a text is not an INSEE code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InseeError {
    /// Not five characters. Four often means a first zero lost by a spreadsheet.
    #[error("an INSEE code has five characters, not {found}")]
    Length {
        /// How many were typed.
        found: usize,
    },
    /// A character that is neither a digit nor the A or B of Corsica in second place.
    #[error("{found:?} has no place in an INSEE code")]
    Character {
        /// The character.
        found: char,
    },
    /// No département begins like this, or the commune's number is zero.
    #[error("no commune has such a code")]
    Unknown,
}

impl InseeCode {
    fn text(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The code of its département: « 92 », « 2A », « 971 ».
    pub fn department_code(&self) -> &str {
        let overseas = self.0.starts_with(b"97") || self.0.starts_with(b"98");
        self.text()
            .get(..if overseas { 3 } else { 2 })
            .unwrap_or_default()
    }
}

/// Whether a département has this code.
fn is_department(code: &str) -> bool {
    match code {
        "2A" | "2B" | "99" => true,
        "20" => false, // Corsica has been 2A and 2B since 1976.
        _ if code.len() == 2 => {
            ("01"..="95").contains(&code) && code.bytes().all(|b| b.is_ascii_digit())
        }
        _ => {
            ("971"..="978").contains(&code) || matches!(code, "984" | "986" | "987" | "988" | "989")
        }
    }
}

impl FromStr for InseeCode {
    type Err = InseeError;

    fn from_str(typed: &str) -> Result<Self, InseeError> {
        let code = compact(typed).to_ascii_uppercase();
        let fits = |rank, c: char| c.is_ascii_digit() || (rank == 1 && matches!(c, 'A' | 'B'));
        if let Some((_, found)) = code.chars().enumerate().find(|&(rank, c)| !fits(rank, c)) {
            return Err(InseeError::Character { found });
        }
        let code = Self(
            code.as_bytes()
                .try_into()
                .map_err(|_| InseeError::Length { found: code.len() })?,
        );
        let department = code.department_code();
        let numbered = code
            .0
            .iter()
            .skip(department.len())
            .any(|&digit| digit != b'0');
        if is_department(department) && numbered {
            Ok(code)
        } else {
            Err(InseeError::Unknown)
        }
    }
}

impl fmt::Display for InseeCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

value!(InseeCode, Kind::Insee);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::testing::check;

    #[test]
    fn reads_what_people_type() {
        check::<InseeCode>("92032", Ok("92032"));
        check::<InseeCode>(" 2a 004", Ok("2A004"));
        check::<InseeCode>("97411", Ok("97411"));
        check::<InseeCode>("98818", Ok("98818"));
    }

    #[test]
    fn says_what_is_wrong() {
        check::<InseeCode>("1004", Err(InseeError::Length { found: 4 }));
        check::<InseeCode>("92O32", Err(InseeError::Character { found: 'O' }));
        check::<InseeCode>("A2032", Err(InseeError::Character { found: 'A' }));
        check::<InseeCode>("20004", Err(InseeError::Unknown));
        check::<InseeCode>("92000", Err(InseeError::Unknown));
        check::<InseeCode>("97900", Err(InseeError::Unknown));
        check::<InseeCode>("1A004", Err(InseeError::Unknown));
    }

    #[test]
    fn tells_the_departement() {
        let code = |insee: &str| {
            insee
                .parse::<InseeCode>()
                .map(|code| code.department_code().to_owned())
        };
        assert_eq!(code("92032"), Ok("92".to_owned()));
        assert_eq!(code("2B033"), Ok("2B".to_owned()));
        assert_eq!(code("97105"), Ok("971".to_owned()));
    }
}

//! A count of things: councillors, votes, pupils, originals.

use super::{
    cents::thousands,
    clean::{number, plain},
    value,
};
use crate::entry::Kind;
use std::{fmt, str::FromStr};

/// A count from 0 to 100 000.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Count(u32);

/// Why a text is not a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CountError {
    /// Not a whole number in digits.
    #[error("a count is a whole number in digits")]
    Shape,
    /// Above the largest count.
    #[error("a count is at most {}", Count::MAX)]
    TooLarge,
}

impl Count {
    /// The largest count.
    pub const MAX: u32 = 100_000;

    /// This count; `None` above [`Count::MAX`].
    pub fn new(count: u32) -> Option<Self> {
        (count <= Self::MAX).then_some(Self(count))
    }

    /// The number.
    pub fn get(self) -> u32 {
        self.0
    }

    /// As it is printed: « 24 500 », thousands parted by a narrow no-break space.
    pub fn printed(self) -> String {
        thousands(u64::from(self.0))
    }
}

impl FromStr for Count {
    type Err = CountError;

    /// Reads digits; blanks around and between them are forgiven.
    fn from_str(typed: &str) -> Result<Self, CountError> {
        let digits = plain(typed).replace(char::is_whitespace, "");
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(CountError::Shape);
        }
        let count = number(digits.trim_start_matches('0'))
            .or((!digits.contains(|c| c != '0')).then_some(0));
        count
            .and_then(|count| u32::try_from(count).ok())
            .and_then(Self::new)
            .ok_or(CountError::TooLarge)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

value!(Count, Kind::Count);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::testing::check;

    #[test]
    fn reads_what_people_type() {
        check::<Count>(" 35 ", Ok("35"));
        check::<Count>("24 500", Ok("24500"));
        check::<Count>("007", Ok("7"));
        check::<Count>("0", Ok("0"));
        check::<Count>("100000", Ok("100000"));
        assert_eq!(Count(24_500).printed(), "24\u{202f}500");
    }

    #[test]
    fn says_what_is_wrong() {
        check::<Count>("trente-cinq", Err(CountError::Shape));
        check::<Count>("-1", Err(CountError::Shape));
        check::<Count>("35,5", Err(CountError::Shape));
        check::<Count>("100001", Err(CountError::TooLarge));
        check::<Count>("99999999999999999999999", Err(CountError::TooLarge));
    }
}

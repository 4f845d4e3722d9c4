//! A school year: from 1 September to 31 August.

use super::{
    Date,
    clean::{is_dash, number, plain},
    value,
};
use crate::entry::Kind;
use std::{fmt, ops::RangeInclusive, str::FromStr};

/// Years that a school year of a convention may begin in.
const YEARS: RangeInclusive<u64> = 1950..=2198;

/// A school year, by the year it begins in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolYear(u16);

/// Why a text is not a school year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SchoolYearError {
    /// Not two years.
    #[error("a school year is two years, such as 2026-2027")]
    Shape,
    /// The second year does not follow the first.
    #[error("{second} does not follow {first}")]
    NotNext {
        /// The first year typed.
        first: u16,
        /// The second.
        second: u16,
    },
    /// Too long ago, or too far ahead.
    #[error("no convention is of {first}")]
    Far {
        /// The first year typed.
        first: u16,
    },
}

impl SchoolYear {
    /// The school year of a day; September opens the next one.
    pub fn of(day: Date) -> Self {
        let year = if day.month() >= 9 {
            day.year()
        } else {
            day.year() - 1
        };
        Self(u16::try_from(year).unwrap_or_default())
    }

    /// The year it begins in.
    pub fn begins_in(self) -> u16 {
        self.0
    }

    /// Its first day, 1 September.
    pub fn first_day(self) -> Option<Date> {
        Date::of(i32::from(self.0), 9, 1)
    }

    /// Its last day, 31 August of the next year.
    pub fn last_day(self) -> Option<Date> {
        Date::of(i32::from(self.0) + 1, 8, 31)
    }

    /// The school year after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// As it is printed: « 2026‑2027 », with a hyphen that no line is cut at.
    pub fn printed(self) -> String {
        format!("{}\u{2011}{}", self.0, self.0 + 1)
    }
}

impl FromStr for SchoolYear {
    type Err = SchoolYearError;

    /// Reads `2026-2027` with any dash or slash, and `2026-27`.
    fn from_str(typed: &str) -> Result<Self, SchoolYearError> {
        let plain = plain(typed).replace(char::is_whitespace, "");
        let parts: Vec<&str> = plain.split(|c| is_dash(c) || c == '/').collect();
        let [first, second] = parts[..] else {
            return Err(SchoolYearError::Shape);
        };
        let year = |digits: &str| number(digits).and_then(|year| u16::try_from(year).ok());
        let (Some(start), Some(end)) = (year(first), year(second)) else {
            return Err(SchoolYearError::Shape);
        };
        let end = match (first.len(), second.len()) {
            (4, 4) => end,
            (4, 2) if end == 0 => (start / 100 + 1) * 100,
            (4, 2) => start / 100 * 100 + end,
            _ => return Err(SchoolYearError::Shape),
        };
        if end != start + 1 {
            return Err(SchoolYearError::NotNext {
                first: start,
                second: end,
            });
        }
        if YEARS.contains(&u64::from(start)) {
            Ok(Self(start))
        } else {
            Err(SchoolYearError::Far { first: start })
        }
    }
}

impl fmt::Display for SchoolYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.0, self.0 + 1)
    }
}

value!(SchoolYear, Kind::SchoolYear);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::testing::check;

    #[test]
    fn reads_what_people_type() {
        for typed in [
            "2026-2027",
            "2026 – 2027",
            "2026/2027",
            "2026-27",
            "2026\u{2011}2027",
        ] {
            check::<SchoolYear>(typed, Ok("2026-2027"));
        }
        check::<SchoolYear>("1999-00", Ok("1999-2000"));
        assert_eq!(
            "2026-2027".parse().map(SchoolYear::printed),
            Ok("2026\u{2011}2027".to_owned())
        );
    }

    #[test]
    fn says_what_is_wrong() {
        check::<SchoolYear>("2026", Err(SchoolYearError::Shape));
        check::<SchoolYear>("26-27", Err(SchoolYearError::Shape));
        check::<SchoolYear>(
            "2026-2028",
            Err(SchoolYearError::NotNext {
                first: 2026,
                second: 2028,
            }),
        );
        check::<SchoolYear>(
            "2026-2026",
            Err(SchoolYearError::NotNext {
                first: 2026,
                second: 2026,
            }),
        );
        check::<SchoolYear>("0001-0002", Err(SchoolYearError::Far { first: 1 }));
        check::<SchoolYear>(
            "9999-0000",
            Err(SchoolYearError::NotNext {
                first: 9999,
                second: 0,
            }),
        );
    }

    #[test]
    fn september_opens_the_next_one() {
        let of = |year, month, day| SchoolYear::of(Date::of(year, month, day).unwrap()).to_string();
        assert_eq!(of(2026, 8, 31), "2025-2026");
        assert_eq!(of(2026, 9, 1), "2026-2027");
        assert_eq!(of(2027, 1, 15), "2026-2027");
        let year: SchoolYear = "2026-2027".parse().unwrap();
        assert_eq!(year.first_day(), Date::of(2026, 9, 1));
        assert_eq!(year.last_day(), Date::of(2027, 8, 31));
        assert_eq!(year.next().to_string(), "2027-2028");
    }
}

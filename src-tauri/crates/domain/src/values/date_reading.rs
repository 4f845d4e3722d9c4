//! How a day is read: in digits, with its month in letters, or « aujourd'hui » when today is handed in.

use super::{
    Date, Weekday,
    clean::{self, number},
    date::{MONTHS, WEEKDAYS},
    value,
};
use crate::entry::Kind;
use std::str::FromStr;

/// Why a text is not a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not written as a day.
    #[error("a day is written 12/12/2022 or 12 décembre 2022")]
    Shape,
    /// A day and a month, without a year.
    #[error("the year is missing")]
    NoYear,
    /// Written as a day, but the calendar has no such day: 31/02/2026.
    #[error("the calendar has no {day}/{month}/{year}")]
    NotInCalendar {
        /// The day typed.
        day: u32,
        /// The month typed.
        month: u32,
        /// The year typed.
        year: i32,
    },
    /// A year outside 1900 to 2199.
    #[error("the year {year} is too far")]
    Far {
        /// The year typed.
        year: i32,
    },
    /// The day of the week typed is not that day's.
    #[error("that day is not a {}", typed.name())]
    Weekday {
        /// The one typed.
        typed: Weekday,
        /// The one it is.
        actual: Weekday,
    },
}

/// Reads a day as [`Date::from_str`] does, and « aujourd'hui », « hier » and « demain » from the day handed in.
///
/// # Errors
/// Why the text is not a day.
pub fn read_date(typed: &str, today: Date) -> Result<Date, DateError> {
    let days = match clean::letters(typed).as_str() {
        "aujourdhui" | "cejour" => 0,
        "demain" => 1,
        "hier" => -1,
        _ => return typed.parse(),
    };
    today.plus_days(days).ok_or(DateError::Shape)
}

/// The rank of the name that begins with these letters, three at least (« déc. »), four where two months begin alike.
fn rank(names: &[&str], typed: &str) -> Option<usize> {
    let typed = typed.trim_end_matches(['.', ',']);
    let named = |name: &&str| clean::fold(name).starts_with(typed);
    let mut ranks = names
        .iter()
        .enumerate()
        .filter(|(_, name)| typed.len() >= 3 && named(name))
        .map(|(rank, _)| rank);
    let first = ranks.next()?;
    ranks.next().is_none().then_some(first)
}

/// A year of two digits is this century's, save those above 69: a dossier may quote an old act.
fn whole_year(digits: &str) -> Option<i32> {
    let year = i32::try_from(number(digits)?).ok()?;
    match digits.len() {
        4 => Some(year),
        2 if year < 70 => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}

/// The day that these three numbers name.
fn day_of(day: &str, month: u32, year: &str) -> Result<Date, DateError> {
    let two_digits = (1..=2).contains(&day.len());
    let day = number(day)
        .filter(|_| two_digits)
        .and_then(|day| u32::try_from(day).ok())
        .ok_or(DateError::Shape)?;
    let year = whole_year(year).ok_or(DateError::Shape)?;
    if !(1900..=2199).contains(&year) {
        return Err(DateError::Far { year });
    }
    Date::of(year, month, day).ok_or(DateError::NotInCalendar { day, month, year })
}

/// The month that one or two digits write.
fn month_number(digits: &str) -> Result<u32, DateError> {
    let short = (1..=2).contains(&digits.len());
    number(digits)
        .filter(|_| short)
        .and_then(|month| u32::try_from(month).ok())
        .ok_or(DateError::Shape)
}

/// Digits without any sign between them: 12122022, 121222, and 20221212 where it can be no other.
fn glued(digits: &str) -> Result<Date, DateError> {
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    let french = day_of(part(0, 2), month_number(part(2, 4))?, part(4, digits.len()));
    match (digits.len(), french) {
        (8, Err(error)) => {
            day_of(part(6, 8), month_number(part(4, 6))?, part(0, 4)).map_err(|_| error)
        }
        (6 | 8, read) => read,
        _ => Err(DateError::Shape),
    }
}

/// Three words: day, month, year, or year, month, day when the first has four digits.
fn three(first: &str, second: &str, third: &str) -> Result<Date, DateError> {
    let named = rank(&MONTHS, second).and_then(|rank| u32::try_from(rank + 1).ok());
    match named {
        Some(month) => day_of(first.strip_suffix("er").unwrap_or(first), month, third),
        None if first.len() == 4 => day_of(third, month_number(second)?, first),
        None => day_of(first, month_number(second)?, third),
    }
}

/// The words of a date: digits, months and weekdays, without signs nor the article.
fn words(typed: &str) -> Vec<String> {
    let folded = clean::fold(typed).replace(['/', '-', '.', ','], " ");
    folded
        .split(' ')
        .filter(|word| !matches!(*word, "" | "le" | "du"))
        .map(str::to_owned)
        .collect()
}

impl FromStr for Date {
    type Err = DateError;

    /// Reads `12122022`, `12/12/22`, `12/12/2022`, `2022-12-12`, « 12 décembre 2022 », « 1er septembre 2026 »,
    /// with or without the day of the week before.
    fn from_str(typed: &str) -> Result<Self, DateError> {
        let words = words(typed);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let weekday = words
            .first()
            .and_then(|word| rank(&WEEKDAYS, word))
            .map(Weekday::of_rank);
        let rest = words
            .get(usize::from(weekday.is_some())..)
            .unwrap_or_default();
        let date = match *rest {
            [digits] => glued(digits)?,
            [day, month]
                if number(day.trim_end_matches("er")).is_some()
                    && rank(&MONTHS, month).is_some() =>
            {
                return Err(DateError::NoYear);
            }
            [first, second, third] => three(first, second, third)?,
            _ => return Err(DateError::Shape),
        };
        match weekday {
            Some(typed) if typed != date.weekday() => Err(DateError::Weekday {
                typed,
                actual: date.weekday(),
            }),
            _ => Ok(date),
        }
    }
}

value!(Date, Kind::Date);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::testing::check;
    use proptest::prelude::*;

    #[test]
    fn reads_what_people_type() {
        for typed in [
            "12122022",
            "121222",
            "12/12/22",
            "12/12/2022",
            "12-12-2022",
            "12.12.2022",
            "12 12 2022",
            "2022-12-12",
            "20221212",
            "12 décembre 2022",
            "12 DÉCEMBRE 2022",
            "12 decembre 22",
            "12 déc. 2022",
            "le 12 décembre 2022",
            "lundi 12 décembre 2022",
            "Lundi 12/12/2022",
            "lun. 12\u{a0}décembre\u{a0}2022",
        ] {
            check::<Date>(typed, Ok("2022-12-12"));
        }
        check::<Date>("1er septembre 2026", Ok("2026-09-01"));
        check::<Date>("1/9/26", Ok("2026-09-01"));
        check::<Date>("21 août 1996", Ok("1996-08-21"));
        check::<Date>("8 juil. 2013", Ok("2013-07-08"));
        check::<Date>("29/02/2024", Ok("2024-02-29"));
    }

    #[test]
    fn says_what_is_wrong() {
        check::<Date>("12", Err(DateError::Shape));
        check::<Date>("bientôt", Err(DateError::Shape));
        check::<Date>("12/12/2022 à 19 h", Err(DateError::Shape));
        check::<Date>("8 jui 2013", Err(DateError::Shape));
        check::<Date>("12 décembre", Err(DateError::NoYear));
        check::<Date>(
            "31/02/2026",
            Err(DateError::NotInCalendar {
                day: 31,
                month: 2,
                year: 2026,
            }),
        );
        check::<Date>(
            "12/13/2022",
            Err(DateError::NotInCalendar {
                day: 12,
                month: 13,
                year: 2022,
            }),
        );
        check::<Date>(
            "31132022",
            Err(DateError::NotInCalendar {
                day: 31,
                month: 13,
                year: 2022,
            }),
        );
        check::<Date>("12/12/1022", Err(DateError::Far { year: 1022 }));
        let (typed, actual) = (Weekday::of_rank(1), Weekday::of_rank(0));
        check::<Date>(
            "mardi 12 décembre 2022",
            Err(DateError::Weekday { typed, actual }),
        );
    }

    #[test]
    fn today_is_handed_in() {
        let today = Date::of(2026, 11, 22).unwrap();
        let read = |typed: &str| read_date(typed, today).map(|date| date.to_string());
        assert_eq!(read("aujourd’hui"), Ok("2026-11-22".to_owned()));
        assert_eq!(read("Aujourd'hui"), Ok("2026-11-22".to_owned()));
        assert_eq!(read("demain"), Ok("2026-11-23".to_owned()));
        assert_eq!(read("hier"), Ok("2026-11-21".to_owned()));
        assert_eq!(read("12/12/22"), Ok("2022-12-12".to_owned()));
        check::<Date>("aujourd’hui", Err(DateError::Shape));
    }

    proptest! {
        #[test]
        fn every_writing_of_a_day_reads_as_it(year in 1970i32..2070, month in 1u32..=12, day in 1u32..=28) {
            let date = Date::of(year, month, day).unwrap();
            let glued = date.short().replace('/', "");
            let two_digits = format!("{day}/{month}/{:02}", year % 100);
            for typed in [date.to_string(), date.long(), date.with_weekday(), date.short(), glued, two_digits] {
                prop_assert_eq!(typed.parse(), Ok(date), "{}", typed);
            }
        }

        #[test]
        fn no_text_breaks_it(typed in "\\PC{0,24}") {
            let _ = typed.parse::<Date>();
        }
    }
}

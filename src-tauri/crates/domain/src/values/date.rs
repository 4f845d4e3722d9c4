//! A day, as acts count and write it. Today is never asked here: it is handed in.

use crate::french::{Gender, Ordinal, number_words};
use chrono::{Datelike, Days, Months, NaiveDate};
use std::fmt;

/// The months, as written inside a date.
pub(crate) const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// The days of the week, Monday first.
pub(crate) const WEEKDAYS: [&str; 7] = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
];

/// A day of the years 1900 to 2199.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weekday(u8);

impl Weekday {
    /// Its rank, Monday being 0.
    pub fn rank(self) -> u8 {
        self.0
    }

    pub(crate) fn of_rank(rank: usize) -> Self {
        Self(u8::try_from(rank % 7).unwrap_or_default())
    }

    /// Its name: « lundi ».
    pub fn name(self) -> &'static str {
        WEEKDAYS
            .get(usize::from(self.0))
            .copied()
            .unwrap_or_default()
    }
}

impl Date {
    /// The day of this year (1900 to 2199), month and day of the month; `None` where the calendar has none.
    pub fn of(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).and_then(Self::kept)
    }

    /// This day of the calendar, if it is of the years 1900 to 2199.
    pub fn kept(day: NaiveDate) -> Option<Self> {
        (1900..=2199).contains(&day.year()).then_some(Self(day))
    }

    /// The day of the calendar.
    pub fn naive(self) -> NaiveDate {
        self.0
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, from 1.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        Weekday::of_rank(self.0.weekday().num_days_from_monday() as usize)
    }

    /// This many days later, or earlier when negative; `None` outside the years kept.
    pub fn plus_days(self, days: i32) -> Option<Self> {
        let count = Days::new(u64::from(days.unsigned_abs()));
        let day = if days < 0 {
            self.0.checked_sub_days(count)
        } else {
            self.0.checked_add_days(count)
        };
        day.and_then(Self::kept)
    }

    /// This many months later, or earlier when negative: same day of the month, or the month's last when it has none.
    pub fn plus_months(self, months: i32) -> Option<Self> {
        let count = Months::new(months.unsigned_abs());
        let day = if months < 0 {
            self.0.checked_sub_months(count)
        } else {
            self.0.checked_add_months(count)
        };
        day.and_then(Self::kept)
    }

    /// This many years later, as [`Date::plus_months`].
    pub fn plus_years(self, years: i32) -> Option<Self> {
        self.plus_months(years.checked_mul(12)?)
    }

    /// How many days until `later`; negative when it is before.
    pub fn days_until(self, later: Self) -> i64 {
        (later.0 - self.0).num_days()
    }

    /// « 12 décembre 2022 », « 1er septembre 2026 », with no-break spaces.
    pub fn long(self) -> String {
        let (day, month) = self.day_and_month();
        format!("{day}\u{a0}{month}\u{a0}{}", self.year())
    }

    /// « lundi 12 décembre 2022 ».
    pub fn with_weekday(self) -> String {
        format!("{} {}", self.weekday().name(), self.long())
    }

    /// « 12/12/2022 ».
    pub fn short(self) -> String {
        format!("{:02}/{:02}/{}", self.day(), self.month(), self.year())
    }

    /// The day (« 12 », « 1er ») and the month (« décembre »), apart.
    pub fn day_and_month(self) -> (String, &'static str) {
        let day = self.day();
        let day = if day == 1 {
            Ordinal::of(1, Gender::Masculine).to_string()
        } else {
            day.to_string()
        };
        (day, self.month_name())
    }

    /// The month: « décembre ».
    pub fn month_name(self) -> &'static str {
        MONTHS
            .get(self.0.month0() as usize)
            .copied()
            .unwrap_or_default()
    }

    /// The year in letters: « deux mille vingt-deux ».
    pub fn year_in_letters(self) -> String {
        number_words(u64::from(self.0.year().unsigned_abs()), Gender::Masculine)
    }

    /// The day and month in letters: « douze décembre », « premier septembre ».
    pub fn day_in_letters(self) -> String {
        let day = match self.day() {
            1 => "premier".to_owned(),
            day => number_words(u64::from(day), Gender::Masculine),
        };
        format!("{day} {}", self.month_name())
    }

    /// As an act opens: « L’an deux mille vingt-deux, le douze décembre ».
    pub fn in_letters(self) -> String {
        format!(
            "L’an {}, le {}",
            self.year_in_letters(),
            self.day_in_letters()
        )
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.year(),
            self.month(),
            self.day()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(iso: &str) -> Date {
        iso.parse().unwrap()
    }

    #[test]
    fn writes_the_long_form() {
        assert_eq!(date("2022-12-12").long(), "12\u{a0}décembre\u{a0}2022");
        assert_eq!(date("2026-09-01").long(), "1er\u{a0}septembre\u{a0}2026");
        assert_eq!(
            date("2022-12-12").with_weekday(),
            "lundi 12\u{a0}décembre\u{a0}2022"
        );
        assert_eq!(date("2022-12-05").short(), "05/12/2022");
    }

    #[test]
    fn writes_letters() {
        assert_eq!(
            date("2022-12-12").in_letters(),
            "L’an deux mille vingt-deux, le douze décembre"
        );
        assert_eq!(
            date("2026-09-01").in_letters(),
            "L’an deux mille vingt-six, le premier septembre"
        );
        assert_eq!(
            date("2021-03-21").in_letters(),
            "L’an deux mille vingt et un, le vingt et un mars"
        );
        assert_eq!(
            date("1980-01-31").year_in_letters(),
            "mille neuf cent quatre-vingts"
        );
    }

    #[test]
    fn months_are_clamped_to_the_last_day() {
        assert_eq!(date("2024-02-29").plus_years(1), Some(date("2025-02-28")));
        assert_eq!(date("2024-02-29").plus_years(4), Some(date("2028-02-29")));
        assert_eq!(date("2026-05-31").plus_months(-3), Some(date("2026-02-28")));
        assert_eq!(date("2199-12-31").plus_days(1), None);
        assert_eq!(date("1900-01-01").plus_days(-1), None);
        assert_eq!(date("2021-11-30").days_until(date("2022-12-12")), 377);
    }
}

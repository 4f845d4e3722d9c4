//! How long a convention lasts: first period, tacit renewals year by year, the last safe day for a notice, and the
//! days to remind of it. Only dates and counts come in: nothing here knows a dossier.
//!
//! The effect is the day of the last signature, never « Fait le »: until all have signed, there is no term.

use crate::values::{Date, SchoolYear};

/// What a modèle says of the duration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duration {
    /// Years of the first period.
    pub years: u8,
    /// Whether it is then renewed tacitly, a year at a time.
    pub tacit_renewal: bool,
    /// Months of notice to end it, when it can be ended so.
    pub notice_months: Option<u8>,
}

/// A stretch of time in which a convention holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// 0 for the first period, k for the k-th renewal.
    pub renewal: u16,
    /// Its first day.
    pub first_day: Date,
    /// Its last day.
    pub last_day: Date,
    /// The last day on which a letter of notice may be *received* so that the next period does not begin.
    pub notice_by: Option<Date>,
}

/// The day a convention takes effect « à compter de sa signature par les parties »: that of the last signature.
/// `None` while one is missing, or when nobody signs.
pub fn effect(signatures: &[Option<Date>]) -> Option<Date> {
    signatures
        .iter()
        .copied()
        .collect::<Option<Vec<Date>>>()?
        .into_iter()
        .max()
}

/// The last safe day for a notice, whether months are counted back from the last day or from the day after it.
fn notice_by(end_exclusive: Date, months: u8) -> Option<Date> {
    let months = -i32::from(months);
    let from_end = end_exclusive.plus_months(months)?.plus_days(-1)?;
    let from_last_day = end_exclusive.plus_days(-1)?.plus_months(months)?;
    Some(from_end.min(from_last_day))
}

impl Duration {
    /// The first period (`renewal` 0) or a renewal of a convention that took effect on this day; `None` for a
    /// renewal that the modèle does not have, and beyond the years kept.
    pub fn period(self, effect: Date, renewal: u16) -> Option<Period> {
        if renewal > 0 && !self.tacit_renewal {
            return None;
        }
        let first_end = effect.plus_years(i32::from(self.years))?;
        let end_exclusive = first_end.plus_years(i32::from(renewal))?;
        let first_day = match renewal {
            0 => effect,
            _ => first_end.plus_years(i32::from(renewal) - 1)?,
        };
        let notice_by = self
            .notice_months
            .and_then(|months| notice_by(end_exclusive, months));
        Some(Period {
            renewal,
            first_day,
            last_day: end_exclusive.plus_days(-1)?,
            notice_by,
        })
    }

    /// The period that a day is in: before the effect, the first one; `None` once the convention has ended.
    pub fn period_on(self, effect: Date, day: Date) -> Option<Period> {
        let periods = (0..=u16::MAX).map_while(|renewal| self.period(effect, renewal));
        periods.into_iter().find(|period| day <= period.last_day)
    }
}

impl Duration {
    /// The period that a notice received on this day ends: the first whose last safe day is not passed. `None` when the
    /// modèle has no notice, and once no period is left to end.
    pub fn ended_by(self, effect: Date, received: Date) -> Option<Period> {
        let mut periods = (0..=u16::MAX).map_while(|renewal| self.period(effect, renewal));
        periods.find(|period| period.notice_by.is_some_and(|last| received <= last))
    }
}

/// Days on which to remind of a notice: ninety, thirty and seven days before it.
pub fn notice_reminders(notice_by: Date) -> Vec<Date> {
    [90, 30, 7]
        .into_iter()
        .filter_map(|days: i32| notice_by.plus_days(-days))
        .collect()
}

/// For a convention that ends on a fixed day and is made anew each year: the 1 May to open the next file and the
/// 1 July to warn, of the last school year that it covers.
pub fn fixed_end_reminders(end: Date) -> Option<(Date, Date)> {
    let covered = SchoolYear::of(end.plus_days(-1)?);
    let year = i32::from(covered.begins_in()) + 1;
    let (open, warn) = (Date::of(year, 5, 1)?, Date::of(year, 7, 1)?);
    // A convention that ends in winter is made anew in the spring before it.
    if open <= end {
        Some((open, warn))
    } else {
        Some((open.plus_years(-1)?, warn.plus_years(-1)?))
    }
}

/// Whole years from one day to another, as a council counts the time since it last voted.
pub fn whole_years(from: Date, to: Date) -> i32 {
    let years = to.year() - from.year();
    match from.plus_years(years) {
        Some(anniversary) if anniversary <= to => years,
        _ => years - 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Four years, then year by year, three months of notice: the reference case.
    const FOUR_YEARS: Duration = Duration {
        years: 4,
        tacit_renewal: true,
        notice_months: Some(3),
    };

    fn on(date: &str) -> Date {
        date.parse().unwrap()
    }

    #[track_caller]
    fn check(duration: Duration, effect: &str, renewal: u16, expected: [&str; 3]) {
        let period = duration.period(on(effect), renewal).unwrap();
        let notice = period.notice_by.map(Date::short).unwrap_or_default();
        assert_eq!(
            [period.first_day.short(), period.last_day.short(), notice],
            expected.map(str::to_owned)
        );
    }

    #[test]
    fn the_reference_case() {
        check(
            FOUR_YEARS,
            "16/01/2023",
            0,
            ["16/01/2023", "15/01/2027", "15/10/2026"],
        );
        check(
            FOUR_YEARS,
            "16/01/2023",
            1,
            ["16/01/2027", "15/01/2028", "15/10/2027"],
        );
        check(
            FOUR_YEARS,
            "16/01/2023",
            2,
            ["16/01/2028", "15/01/2029", "15/10/2028"],
        );
    }

    #[test]
    fn months_of_unequal_length_take_the_safe_day() {
        // Back from 28 February: 28 November; back from 1 March less a day: 30 November.
        check(
            FOUR_YEARS,
            "01/03/2023",
            0,
            ["01/03/2023", "28/02/2027", "28/11/2026"],
        );
        // Back from 30 May: 28 February; back from 31 May, clamped to 28 February, less a day: 27 February.
        check(
            FOUR_YEARS,
            "31/05/2022",
            0,
            ["31/05/2022", "30/05/2026", "27/02/2026"],
        );
    }

    #[test]
    fn a_leap_day_is_clamped() {
        check(
            FOUR_YEARS,
            "29/02/2024",
            0,
            ["29/02/2024", "28/02/2028", "28/11/2027"],
        );
        check(
            FOUR_YEARS,
            "29/02/2024",
            1,
            ["29/02/2028", "27/02/2029", "27/11/2028"],
        );
        let one = Duration {
            years: 1,
            ..FOUR_YEARS
        };
        check(
            one,
            "29/02/2024",
            0,
            ["29/02/2024", "27/02/2025", "27/11/2024"],
        );
    }

    #[test]
    fn the_last_signature_gives_effect() {
        let (mayor, rectrice) = (on("05/01/2023"), on("16/01/2023"));
        assert_eq!(effect(&[Some(mayor), Some(rectrice)]), Some(rectrice));
        assert_eq!(effect(&[Some(mayor), None]), None);
        assert_eq!(effect(&[]), None);
    }

    #[test]
    fn a_day_finds_its_period() {
        let renewal = |day| {
            FOUR_YEARS
                .period_on(on("16/01/2023"), on(day))
                .map(|period| period.renewal)
        };
        assert_eq!(renewal("01/01/2023"), Some(0));
        assert_eq!(renewal("15/01/2027"), Some(0));
        assert_eq!(renewal("16/01/2027"), Some(1));
        assert_eq!(renewal("16/01/2028"), Some(2));
        let fixed = Duration {
            tacit_renewal: false,
            ..FOUR_YEARS
        };
        assert_eq!(fixed.period_on(on("16/01/2023"), on("16/01/2027")), None);
        assert_eq!(fixed.period(on("16/01/2023"), 1), None);
    }

    #[test]
    fn a_notice_ends_the_period_it_comes_in_time_for() {
        let ends = |received| {
            let period = FOUR_YEARS.ended_by(on("16/01/2023"), on(received));
            period.map(|period| period.last_day.short())
        };
        assert_eq!(ends("16/01/2023").as_deref(), Some("15/01/2027"));
        assert_eq!(ends("15/10/2026").as_deref(), Some("15/01/2027"));
        assert_eq!(ends("16/10/2026").as_deref(), Some("15/01/2028"));
        assert_eq!(ends("15/10/2027").as_deref(), Some("15/01/2028"));
        let fixed = Duration {
            tacit_renewal: false,
            ..FOUR_YEARS
        };
        assert_eq!(fixed.ended_by(on("16/01/2023"), on("16/10/2026")), None);
        let without = Duration {
            notice_months: None,
            ..fixed
        };
        assert_eq!(without.ended_by(on("16/01/2023"), on("01/01/2024")), None);
    }

    #[test]
    fn reminders_come_before() {
        let days: Vec<String> = notice_reminders(on("15/10/2026"))
            .into_iter()
            .map(Date::short)
            .collect();
        assert_eq!(days, ["17/07/2026", "15/09/2026", "08/10/2026"]);
        assert_eq!(
            fixed_end_reminders(on("01/09/2024")),
            Some((on("01/05/2024"), on("01/07/2024")))
        );
        assert_eq!(
            fixed_end_reminders(on("31/08/2024")),
            Some((on("01/05/2024"), on("01/07/2024")))
        );
        assert_eq!(
            fixed_end_reminders(on("31/12/2023")),
            Some((on("01/05/2023"), on("01/07/2023")))
        );
    }

    #[test]
    fn years_since_the_vote() {
        assert_eq!(whole_years(on("12/12/2022"), on("11/12/2026")), 3);
        assert_eq!(whole_years(on("12/12/2022"), on("12/12/2026")), 4);
        assert_eq!(whole_years(on("29/02/2024"), on("28/02/2025")), 1);
    }

    proptest! {
        #[test]
        fn periods_follow_one_another(days in 0i32..20_000, years in 1u8..6, months in 1u8..7, renewal in 0u16..5) {
            let effect = on("01/01/2000").plus_days(days).unwrap();
            let duration = Duration { years, tacit_renewal: true, notice_months: Some(months) };
            let (this, next) = (duration.period(effect, renewal).unwrap(), duration.period(effect, renewal + 1).unwrap());
            prop_assert_eq!(this.last_day.plus_days(1), Some(next.first_day));
            prop_assert!(this.notice_by.unwrap() < this.last_day);
            prop_assert_eq!(duration.period_on(effect, this.last_day), Some(this));
        }
    }
}

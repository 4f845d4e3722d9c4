//! A moment, as the base keeps it. It is always handed in: this room reads no clock.

use chrono::{DateTime, Datelike, NaiveDate, Timelike};
use std::fmt;

/// The last millisecond of the year 9999, so that every text has the same length.
const LATEST: i64 = 253_402_300_799_999;

/// A moment in UTC, to the millisecond, from 1970 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp(i64);

impl Stamp {
    /// The moment so many milliseconds after 1970 began in UTC; a clock gone mad is brought to the nearest end.
    pub fn of(millis: i64) -> Self {
        Self(millis.clamp(0, LATEST))
    }

    /// Milliseconds since 1970 began in UTC.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// The moment that a text of the base says, written as [`fmt::Display`] does.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let part = |from: usize, to: usize| text.get(from..to)?.parse::<u32>().ok();
        let day =
            NaiveDate::from_ymd_opt(text.get(0..4)?.parse().ok()?, part(5, 7)?, part(8, 10)?)?;
        let moment =
            day.and_hms_milli_opt(part(11, 13)?, part(14, 16)?, part(17, 19)?, part(20, 23)?)?;
        let stamp = Self::of(moment.and_utc().timestamp_millis());
        (stamp.to_string() == text).then_some(stamp)
    }
}

impl fmt::Display for Stamp {
    /// `2026-11-24T07:23:19.123Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let moment = DateTime::from_timestamp_millis(self.0).unwrap_or_default();
        let (year, month, day) = (moment.year(), moment.month(), moment.day());
        let (hour, minute, second) = (moment.hour(), moment.minute(), moment.second());
        write!(
            f,
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{:03}Z",
            self.0 % 1_000
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_reads_back() {
        for (millis, text) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (1_795_505_999_007, "2026-11-24T07:39:59.007Z"),
            (LATEST, "9999-12-31T23:59:59.999Z"),
        ] {
            assert_eq!(Stamp::of(millis).to_string(), text);
            assert_eq!(Stamp::read(text), Some(Stamp(millis)));
        }
        assert_eq!(Stamp::of(-5), Stamp::of(0));
        assert_eq!(Stamp::of(i64::MAX), Stamp::of(LATEST));
        for wrong in [
            "",
            "2026-02-30T00:00:00.000Z",
            "2026-11-24 07:39:59.007Z",
            "2026-11-24T07:39:59.007",
            "é026-11-24",
        ] {
            assert_eq!(Stamp::read(wrong), None, "{wrong}");
        }
    }
}

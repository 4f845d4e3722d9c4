//! An hour of the day: when a council meets.

use super::{
    clean::{fold, number},
    value,
};
use crate::entry::Kind;
use crate::french::{Gender, number_words};
use std::{fmt, str::FromStr};

/// An hour of the day, to the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    hour: u8,
    minute: u8,
}

/// Why a text is not an hour of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TimeError {
    /// Not written as an hour.
    #[error("an hour is written 19 h 30")]
    Shape,
    /// Written as an hour, but no day has it: 25 h, 19 h 75.
    #[error("no day has {hour}:{minute:02}")]
    NotInDay {
        /// The hour typed.
        hour: u64,
        /// The minute typed.
        minute: u64,
    },
}

impl Time {
    /// The hour, 0 to 23.
    pub fn hour(self) -> u8 {
        self.hour
    }

    /// The minute, 0 to 59.
    pub fn minute(self) -> u8 {
        self.minute
    }

    /// « 19 h 30 », « 19 h », with no-break spaces.
    pub fn printed(self) -> String {
        match self.minute {
            0 => format!("{}\u{a0}h", self.hour),
            minute => format!("{}\u{a0}h\u{a0}{minute:02}", self.hour),
        }
    }

    /// « dix-neuf heures trente », « vingt et une heures », « une heure ».
    pub fn in_letters(self) -> String {
        let words = |number| number_words(u64::from(number), Gender::Feminine);
        let hours = format!(
            "{} heure{}",
            words(self.hour),
            if self.hour > 1 { "s" } else { "" }
        );
        match self.minute {
            0 => hours,
            minute => format!("{hours} {}", words(minute)),
        }
    }
}

impl FromStr for Time {
    type Err = TimeError;

    /// Reads `19h30`, `19:30`, « 19 h 30 », « 19 heures », `19.30`, `1930`.
    fn from_str(typed: &str) -> Result<Self, TimeError> {
        let folded = fold(typed)
            .replace("heures", "h")
            .replace("heure", "h")
            .replace("min", "");
        let text = folded
            .strip_prefix("a ")
            .unwrap_or(&folded)
            .replace(' ', "");
        let (hour, minute) = match text.split_once(['h', ':', '.']) {
            Some((hour, "")) if text.ends_with('h') => (hour, "00"),
            Some(parts) => parts,
            None => text
                .split_at_checked(text.len().saturating_sub(2))
                .unwrap_or_default(),
        };
        let in_two = |digits: &&str| (1..=2).contains(&digits.len());
        let hour = Some(hour)
            .filter(in_two)
            .and_then(number)
            .ok_or(TimeError::Shape)?;
        let minute = Some(minute)
            .filter(|digits| digits.len() == 2)
            .and_then(number)
            .ok_or(TimeError::Shape)?;
        match (u8::try_from(hour), u8::try_from(minute)) {
            (Ok(hour @ 0..=23), Ok(minute @ 0..=59)) => Ok(Self { hour, minute }),
            _ => Err(TimeError::NotInDay { hour, minute }),
        }
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

value!(Time, Kind::Time);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::testing::check;
    use proptest::prelude::*;

    #[test]
    fn reads_what_people_type() {
        for typed in [
            "19h30",
            "19:30",
            "19 h 30",
            "19 H 30",
            "19.30",
            "1930",
            "19 heures 30",
            "à 19 h 30 min",
        ] {
            check::<Time>(typed, Ok("19:30"));
        }
        check::<Time>("9h", Ok("09:00"));
        check::<Time>("930", Ok("09:30"));
    }

    #[test]
    fn says_what_is_wrong() {
        check::<Time>("19", Err(TimeError::Shape));
        check::<Time>("19:3", Err(TimeError::Shape));
        check::<Time>("19:", Err(TimeError::Shape));
        check::<Time>("midi", Err(TimeError::Shape));
        check::<Time>(
            "25h00",
            Err(TimeError::NotInDay {
                hour: 25,
                minute: 0,
            }),
        );
        check::<Time>(
            "19h75",
            Err(TimeError::NotInDay {
                hour: 19,
                minute: 75,
            }),
        );
    }

    #[test]
    fn writes_for_an_act() {
        let time = |typed: &str| typed.parse::<Time>().unwrap();
        assert_eq!(time("19h30").in_letters(), "dix-neuf heures trente");
        assert_eq!(time("21h").in_letters(), "vingt et une heures");
        assert_eq!(time("1h01").in_letters(), "une heure une");
        assert_eq!(time("0h05").in_letters(), "zéro heure cinq");
        assert_eq!(time("19h30").printed(), "19\u{a0}h\u{a0}30");
        assert_eq!(time("19h").printed(), "19\u{a0}h");
    }

    proptest! {
        #[test]
        fn both_writings_read_again(hour in 0u8..24, minute in 0u8..60) {
            let time = Time { hour, minute };
            prop_assert_eq!(time.to_string().parse(), Ok(time));
            prop_assert_eq!(time.printed().parse(), Ok(time));
        }

        #[test]
        fn no_text_breaks_it(typed in "\\PC{0,12}") {
            let _ = typed.parse::<Time>();
        }
    }
}

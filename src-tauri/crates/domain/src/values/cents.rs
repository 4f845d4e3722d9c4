//! An amount of money, in whole cents of a euro. No floating number ever stands for money.

use super::{clean, value};
use crate::entry::Kind;
use std::{fmt, str::FromStr};

/// An amount in cents: from nothing to a hundred thousand million euros.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cents(u64);

/// Why a text is not an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CentsError {
    /// A character that no amount holds.
    #[error("{found:?} has no place in an amount")]
    Character {
        /// The first such character.
        found: char,
    },
    /// No digit, or separators where none can be.
    #[error("an amount is written 3 465,50")]
    Shape,
    /// `3.465` or `3,465`: thousands or decimals, nobody can tell.
    #[error("three digits after a point may be thousands or decimals")]
    Ambiguous,
    /// More than two decimals.
    #[error("an amount has at most two decimals")]
    Decimals,
    /// Below zero.
    #[error("an amount is not negative")]
    Negative,
    /// Above the largest amount.
    #[error("the amount is too large")]
    TooLarge,
}

impl Cents {
    /// The largest amount: 10^13 cents.
    pub const MAX: Self = Self(10_000_000_000_000);

    /// This many cents; `None` above [`Cents::MAX`].
    pub fn new(cents: u64) -> Option<Self> {
        (cents <= Self::MAX.0).then_some(Self(cents))
    }

    /// How many cents.
    pub fn cents(self) -> u64 {
        self.0
    }

    /// The whole euros, and the cents that remain.
    pub fn euros_and_cents(self) -> (u64, u64) {
        (self.0 / 100, self.0 % 100)
    }

    /// The sum; `None` above [`Cents::MAX`].
    pub fn plus(self, other: Self) -> Option<Self> {
        Self::new(self.0 + other.0)
    }

    /// The sum of several amounts; `None` above [`Cents::MAX`].
    pub fn total(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        amounts.into_iter().try_fold(Self(0), Self::plus)
    }

    /// The amount this many times; `None` above [`Cents::MAX`].
    pub fn times(self, count: u32) -> Option<Self> {
        self.0.checked_mul(u64::from(count)).and_then(Self::new)
    }

    /// As it is printed: « 3 465,00 € », thousands parted by a narrow no-break space.
    pub fn printed(self) -> String {
        let (euros, cents) = self.euros_and_cents();
        format!("{},{cents:02}\u{a0}€", thousands(euros))
    }
}

/// A whole number in groups of three, parted by narrow no-break spaces.
pub(crate) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + 6);
    for (rank, digit) in digits.chars().enumerate() {
        if rank > 0 && (digits.len() - rank).is_multiple_of(3) {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    grouped
}

/// The text of the number alone: « € », « euros » and « EUR » after it are dropped, blanks become one kind.
fn number_alone(typed: &str) -> String {
    let folded = clean::fold(typed);
    let bare = ["euros", "euro", "eur", "€"]
        .iter()
        .find_map(|unit| folded.strip_suffix(unit))
        .unwrap_or(&folded);
    bare.trim().to_owned()
}

/// The whole part without its separators: groups of three after the first when there is one.
fn whole(text: &str) -> Result<String, CentsError> {
    let groups: Vec<&str> = text.split([' ', '.']).collect();
    let mixed = text.contains(' ') && text.contains('.');
    let in_threes = groups.iter().skip(1).all(|group| group.len() == 3);
    let first = groups.first().map_or(0, |group| group.len());
    let first_fits = groups.len() == 1 || (1..=3).contains(&first);
    if mixed || !in_threes || !first_fits {
        Err(CentsError::Shape)
    } else {
        Ok(groups.concat())
    }
}

/// Splits at the decimal mark: the comma, or a single dot that thousands cannot explain.
fn halves(text: &str) -> Result<(&str, &str), CentsError> {
    let dots = text.matches('.').count();
    match (text.matches(',').count(), text.rsplit_once([',', '.'])) {
        (0, None) => Ok((text, "")),
        (1, Some((whole, decimals))) if text.contains(&format!(",{decimals}")) => {
            match decimals.len() {
                3 if !whole.contains([' ', '.']) => Err(CentsError::Ambiguous),
                _ => Ok((whole, decimals)),
            }
        }
        (0, Some((_, last))) if dots == 1 && last.len() == 3 => Err(CentsError::Ambiguous),
        (0, Some((whole, decimals))) if dots == 1 => Ok((whole, decimals)),
        (0, Some(_)) => Ok((text, "")),
        _ => Err(CentsError::Shape),
    }
}

impl FromStr for Cents {
    type Err = CentsError;

    /// Reads `45`, `45,00 €`, `3 465,5`, `45.50`, `3.465,50`.
    fn from_str(typed: &str) -> Result<Self, CentsError> {
        let text = number_alone(typed);
        if text
            .strip_prefix('-')
            .is_some_and(|rest| rest.contains(|c: char| c.is_ascii_digit()))
        {
            return Err(CentsError::Negative);
        }
        if let Some(found) = text
            .chars()
            .find(|c| !c.is_ascii_digit() && !matches!(c, ' ' | '.' | ','))
        {
            return Err(CentsError::Character { found });
        }
        let (euros, decimals) = halves(&text)?;
        let cents = match decimals.len() {
            0 if text.ends_with([',', '.']) => return Err(CentsError::Shape),
            0 => "00".to_owned(),
            1 | 2 => format!("{decimals:0<2}"),
            _ => return Err(CentsError::Decimals),
        };
        let digits = format!("{}{cents}", whole(euros)?);
        if euros.is_empty() || decimals.contains(' ') {
            return Err(CentsError::Shape);
        }
        match clean::number(digits.trim_start_matches('0')) {
            Some(cents) => Self::new(cents).ok_or(CentsError::TooLarge),
            None if digits.bytes().all(|b| b == b'0') => Ok(Self(0)),
            None => Err(CentsError::TooLarge),
        }
    }
}

impl fmt::Display for Cents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (euros, cents) = self.euros_and_cents();
        write!(f, "{euros},{cents:02}")
    }
}

value!(Cents, Kind::Cents);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::testing::check;
    use proptest::prelude::*;

    #[test]
    fn reads_what_people_type() {
        check::<Cents>("45", Ok("45,00"));
        check::<Cents>("45,00 €", Ok("45,00"));
        check::<Cents>("45.5", Ok("45,50"));
        check::<Cents>("3 465,5", Ok("3465,50"));
        check::<Cents>("3\u{202f}465,00\u{a0}€", Ok("3465,00"));
        check::<Cents>("3.465,50 euros", Ok("3465,50"));
        check::<Cents>("1.000.000", Ok("1000000,00"));
        check::<Cents>("100088 EUR", Ok("100088,00"));
        check::<Cents>("0", Ok("0,00"));
        check::<Cents>("000", Ok("0,00"));
        check::<Cents>("100 000 000 000", Ok("100000000000,00"));
    }

    #[test]
    fn says_what_is_wrong() {
        check::<Cents>("3.465", Err(CentsError::Ambiguous));
        check::<Cents>("3,465", Err(CentsError::Ambiguous));
        check::<Cents>("3 465,505", Err(CentsError::Decimals));
        check::<Cents>("45,0000", Err(CentsError::Decimals));
        check::<Cents>("45 00", Err(CentsError::Shape));
        check::<Cents>("1,234.56", Err(CentsError::Shape));
        check::<Cents>(",50", Err(CentsError::Shape));
        check::<Cents>("45,", Err(CentsError::Shape));
        check::<Cents>("€", Err(CentsError::Shape));
        check::<Cents>("-45", Err(CentsError::Negative));
        check::<Cents>("quarante", Err(CentsError::Character { found: 'q' }));
        check::<Cents>("45 TTC", Err(CentsError::Character { found: 't' }));
        check::<Cents>("100 000 000 000,01", Err(CentsError::TooLarge));
        check::<Cents>("9999999999999999999999", Err(CentsError::TooLarge));
    }

    #[test]
    fn prints_as_in_an_act() {
        assert_eq!(Cents(346_500).printed(), "3\u{202f}465,00\u{a0}€");
        assert_eq!(Cents(4_500).printed(), "45,00\u{a0}€");
        assert_eq!(Cents(5).printed(), "0,05\u{a0}€");
        assert_eq!(
            Cents::MAX.printed(),
            "100\u{202f}000\u{202f}000\u{202f}000,00\u{a0}€"
        );
    }

    #[test]
    fn adds_and_multiplies_without_overflow() {
        assert_eq!(Cents(4_500).times(77), Some(Cents(346_500)));
        assert_eq!(Cents::total([Cents(4_500), Cents(1)]), Some(Cents(4_501)));
        assert_eq!(Cents::MAX.plus(Cents(1)), None);
        assert_eq!(Cents::MAX.times(u32::MAX), None);
    }

    proptest! {
        #[test]
        fn both_writings_read_again(cents in 0u64..=10_000_000_000_000) {
            prop_assert_eq!(Cents(cents).to_string().parse(), Ok(Cents(cents)));
            prop_assert_eq!(Cents(cents).printed().parse(), Ok(Cents(cents)));
        }

        #[test]
        fn no_text_breaks_it(typed in "[0-9 .,€-]{0,16}") {
            if let Ok(cents) = typed.parse::<Cents>() {
                prop_assert_eq!(cents.to_string().parse(), Ok(cents));
            }
        }
    }
}

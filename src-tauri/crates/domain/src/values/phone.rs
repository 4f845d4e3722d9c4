//! A telephone number, kept in the international form (E.164), printed as in France.

use super::{
    clean::{is_dash, plain},
    value,
};
use crate::entry::Kind;
use std::{fmt, str::FromStr};

/// Overseas beginnings of a national number, without their 0, and the country code each is reached by
/// (plan national de numérotation, Arcep): Réunion and Mayotte, Guadeloupe, Guyane, Martinique.
const OVERSEAS: [(&str, &str); 14] = [
    ("262", "262"),
    ("263", "262"),
    ("269", "262"),
    ("639", "262"),
    ("692", "262"),
    ("693", "262"),
    ("590", "590"),
    ("690", "590"),
    ("691", "590"),
    ("594", "594"),
    ("694", "594"),
    ("596", "596"),
    ("696", "596"),
    ("697", "596"),
];

/// Country codes of one and two digits (ITU-T E.164); the others have three.
const SHORT_COUNTRIES: &str = "1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 \
                               62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98";

/// A telephone number, as digits in the international form, without the `+`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(String);

/// Why a text is not a telephone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhoneError {
    /// A character that no telephone number holds.
    #[error("{found:?} has no place in a phone number")]
    Character {
        /// The first such character.
        found: char,
    },
    /// A national number has ten digits, an international one from 7 to 15.
    #[error("a phone number has ten digits, not {found}")]
    Digits {
        /// How many digits were typed, country code apart.
        found: usize,
    },
    /// A national number begins with 0, then another digit than 0.
    #[error("a national number begins with 0 and a digit from 1 to 9")]
    Start,
}

impl Phone {
    /// As it is printed: « 01 41 13 20 00 », « 02 62 12 34 56 », « +41 22 123 45 67 », with no-break spaces.
    pub fn printed(&self) -> String {
        match self.national() {
            Some(national) => pairs(&national),
            None => self.foreign(),
        }
    }

    /// The ten digits dialled from within France, where there are ten.
    fn national(&self) -> Option<String> {
        let (country, rest) = (self.0.get(..2)?, self.0.get(2..)?);
        if country == "33" && rest.len() == 9 {
            return Some(format!("0{rest}"));
        }
        let (country, rest) = (self.0.get(..3)?, self.0.get(3..)?);
        let overseas = OVERSEAS.iter().any(|(_, code)| *code == country);
        (overseas && rest.len() == 9).then(|| format!("0{rest}"))
    }

    fn foreign(&self) -> String {
        let short = (1..=2).find(|&length| {
            self.0.get(..length).is_some_and(|country| {
                SHORT_COUNTRIES
                    .split_whitespace()
                    .any(|short| short == country)
            })
        });
        let (country, rest) = self
            .0
            .split_at_checked(short.unwrap_or(3))
            .unwrap_or((&self.0, ""));
        format!("+{country}\u{a0}{}", pairs(rest))
    }
}

/// Digits two by two from the end, the first group taking three when they are odd.
fn pairs(digits: &str) -> String {
    let head = digits.len() % 2 * 3;
    let (first, rest) = digits.split_at_checked(head).unwrap_or(("", digits));
    let twos = (0..rest.len() / 2).filter_map(|pair| rest.get(2 * pair..2 * pair + 2));
    let groups: Vec<&str> = std::iter::once(first)
        .filter(|group| !group.is_empty())
        .chain(twos)
        .collect();
    groups.join("\u{a0}")
}

/// The digits of a text, after its `+` or `00` if any; what people put between groups is forgiven.
fn digits(typed: &str) -> Result<(bool, String), PhoneError> {
    let plain = plain(typed).replace("(0)", "");
    let text = plain.trim();
    let abroad = text.strip_prefix('+').or_else(|| text.strip_prefix("00"));
    let between =
        |c: char| c.is_whitespace() || is_dash(c) || matches!(c, '.' | '/' | '(' | ')' | '_');
    let digits: String = abroad
        .unwrap_or(text)
        .chars()
        .filter(|&c| !between(c))
        .collect();
    match digits.chars().find(|c| !c.is_ascii_digit()) {
        Some(found) => Err(PhoneError::Character { found }),
        None => Ok((abroad.is_some(), digits)),
    }
}

/// The international form of nine digits that follow the 0 of a national number.
fn from_national(nine: &str) -> Result<Phone, PhoneError> {
    if nine.len() != 9 {
        return Err(PhoneError::Digits {
            found: nine.len() + 1,
        });
    }
    if nine.starts_with('0') {
        return Err(PhoneError::Start);
    }
    let country = OVERSEAS
        .iter()
        .find(|(start, _)| nine.starts_with(start))
        .map_or("33", |(_, country)| country);
    Ok(Phone(format!("{country}{nine}")))
}

/// The number of an international form, `+` taken away: French ones are brought to one writing.
fn from_abroad(digits: &str) -> Result<Phone, PhoneError> {
    if let Some(rest) = digits.strip_prefix("33") {
        return from_national(rest.strip_prefix('0').unwrap_or(rest));
    }
    let overseas = OVERSEAS
        .iter()
        .find_map(|(_, country)| digits.strip_prefix(country));
    match overseas.map(|rest| rest.strip_prefix('0').unwrap_or(rest)) {
        Some(nine) if nine.len() == 9 => from_national(nine),
        Some(rest) => Err(PhoneError::Digits {
            found: rest.len() + 1,
        }),
        None if (7..=15).contains(&digits.len()) && !digits.starts_with('0') => {
            Ok(Phone(digits.to_owned()))
        }
        None => Err(PhoneError::Digits {
            found: digits.len(),
        }),
    }
}

impl FromStr for Phone {
    type Err = PhoneError;

    /// Reads a number as people type it: `01.41.13.20.00`, `0141132000`, `+33 (0)1 …`, `0033…`.
    fn from_str(typed: &str) -> Result<Self, PhoneError> {
        let (abroad, digits) = digits(typed)?;
        match digits.strip_prefix('0') {
            _ if abroad => from_abroad(&digits),
            Some(nine) => from_national(nine),
            None if digits.len() == 10 => Err(PhoneError::Start),
            None => Err(PhoneError::Digits {
                found: digits.len(),
            }),
        }
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "+{}", self.0)
    }
}

value!(Phone, Kind::Phone);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::testing::check;
    use proptest::prelude::*;

    #[test]
    fn reads_what_people_type() {
        for typed in [
            "01.99.00.12.34",
            "0199001234",
            "01 99 00 12 34",
            "01/99/00/12/34",
            "+33 1 99 00 12 34",
            "+33 (0)1 99 00 12 34",
            "+330199001234",
            "0033 1 99 00 12 34",
            "\u{202a}01\u{a0}99 00 12 34",
        ] {
            check::<Phone>(typed, Ok("+33199001234"));
        }
    }

    #[test]
    fn keeps_overseas_numbers_in_ten_digits() {
        check::<Phone>("0262 12 34 56", Ok("+262262123456"));
        check::<Phone>("+262 262 12 34 56", Ok("+262262123456"));
        check::<Phone>("+33 262 12 34 56", Ok("+262262123456"));
        check::<Phone>("06 92 12 34 56", Ok("+262692123456"));
        check::<Phone>("0690 12 34 56", Ok("+590690123456"));
        check::<Phone>("0596 12 34 56", Ok("+596596123456"));
        check::<Phone>("0639 12 34 56", Ok("+262639123456"));
    }

    #[test]
    fn says_what_is_wrong() {
        check::<Phone>("01 99 00 12", Err(PhoneError::Digits { found: 8 }));
        check::<Phone>("01 99 00 12 34 / 35", Err(PhoneError::Digits { found: 12 }));
        check::<Phone>("199001234", Err(PhoneError::Digits { found: 9 }));
        check::<Phone>("1199001234", Err(PhoneError::Start));
        check::<Phone>("O199001234", Err(PhoneError::Character { found: 'O' }));
        check::<Phone>(
            "01 99 00 12 34 poste 5",
            Err(PhoneError::Character { found: 'p' }),
        );
        check::<Phone>("+33 0 0 99 00 12 34", Err(PhoneError::Start));
        check::<Phone>("+262 12", Err(PhoneError::Digits { found: 3 }));
    }

    #[test]
    fn prints_as_in_france() {
        let printed = |typed: &str| {
            typed
                .parse::<Phone>()
                .map(|phone| phone.printed().replace('\u{a0}', "~"))
        };
        assert_eq!(printed("0199001234"), Ok("01~99~00~12~34".to_owned()));
        assert_eq!(printed("0262123456"), Ok("02~62~12~34~56".to_owned()));
        assert_eq!(
            printed("+41 22 123 45 67"),
            Ok("+41~221~23~45~67".to_owned())
        );
        assert_eq!(printed("+687 25 12 34"), Ok("+687~25~12~34".to_owned()));
    }

    proptest! {
        #[test]
        fn a_national_number_goes_and_comes_back(nine in 100_000_000u32..1_000_000_000) {
            let typed = format!("0{nine}");
            let phone: Phone = typed.parse().unwrap();
            prop_assert_eq!(phone.printed().replace('\u{a0}', ""), typed);
            prop_assert_eq!(phone.to_string().parse(), Ok(phone));
        }

        #[test]
        fn no_text_breaks_it(typed in "\\PC{0,24}") {
            if let Ok(phone) = typed.parse::<Phone>() {
                prop_assert_eq!(phone.to_string().parse(), Ok(phone.clone()));
                phone.printed();
            }
        }
    }
}

//! An e-mail address that a town hall or a school may have. Whether it answers is not known here.

use super::{
    Uai,
    clean::{is_unseen, turns_direction},
    value,
};
use crate::entry::Kind;
use email_address::EmailAddress;
use std::{
    fmt,
    hash::{Hash, Hasher},
    str::FromStr,
};

/// An e-mail address: kept as typed, compared without regard to capitals
/// (the directory has both `ce.0990001A@…` and `Ce.0990001a@…`).
#[derive(Clone, Debug)]
pub struct Email(String);

/// Why a text is not an e-mail address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EmailError {
    /// There is no @.
    #[error("the @ is missing")]
    NoAt,
    /// There are several @: often two addresses in one field.
    #[error("there are {found} @")]
    SeveralAts {
        /// How many.
        found: usize,
    },
    /// Nothing stands before the @.
    #[error("nothing stands before the @")]
    NoName,
    /// Nothing stands after the @.
    #[error("nothing stands after the @")]
    NoDomain,
    /// The domain has no end: `@exemple`, `@exemple.`, `@exemple.f`.
    #[error("the domain has no end such as .fr")]
    DomainEnd,
    /// A character that has no place in an address: a blank, an accent, a comma…
    #[error("{found:?} at {at} has no place in an address")]
    Character {
        /// The character.
        found: char,
        /// Its rank in the text, from 1.
        at: usize,
    },
    /// All characters are right, but not their order: two dots, a dot at an end, too long…
    #[error("the address is not well made")]
    Form,
}

impl Email {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands before the @.
    pub fn name(&self) -> &str {
        self.0.split_once('@').map_or("", |(name, _)| name)
    }

    /// What stands after the @.
    pub fn domain(&self) -> &str {
        self.0.split_once('@').map_or("", |(_, domain)| domain)
    }

    /// The UAI written in the name, as académies do for their schools: `ce.0921688K@…`.
    pub fn uai(&self) -> Option<Uai> {
        let name = self.name();
        let word = |start: usize| name.get(start..start + 8);
        let alone = |start: usize| {
            start == 0
                || !name
                    .as_bytes()
                    .get(start - 1)
                    .is_some_and(u8::is_ascii_digit)
        };
        let digits = |word: &&str| word.bytes().take(7).all(|b| b.is_ascii_digit());
        let starts = (0..name.len()).filter(|&start| alone(start));
        starts
            .filter_map(word)
            .filter(digits)
            .find_map(|word| word.parse().ok())
    }
}

impl PartialEq for Email {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(&other.0)
    }
}

impl Eq for Email {}

impl Hash for Email {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.to_ascii_lowercase().hash(state);
    }
}

/// Characters of the name, RFC 5322 « dot-atom » (quoted names are refused: no school has one).
fn fits_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c)
}

/// Characters of the domain: letters without accents, digits, hyphens and dots.
fn fits_domain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '.')
}

/// The first character that has no place where it stands.
fn misplaced(address: &str) -> Option<EmailError> {
    let mut fits: fn(char) -> bool = fits_name;
    for (rank, found) in address.chars().enumerate() {
        match found {
            '@' => fits = fits_domain,
            found if fits(found) => {}
            found => {
                return Some(EmailError::Character {
                    found,
                    at: rank + 1,
                });
            }
        }
    }
    None
}

/// Whether the domain ends as a public one: at least two letters after a dot.
fn has_end(domain: &str) -> bool {
    domain
        .rsplit_once('.')
        .is_some_and(|(_, end)| end.len() >= 2 && end.bytes().all(|b| b.is_ascii_alphabetic()))
}

impl FromStr for Email {
    type Err = EmailError;

    /// Reads an address; blanks around it, `mailto:` and `<…>` are forgiven.
    fn from_str(typed: &str) -> Result<Self, EmailError> {
        let seen: String = typed
            .chars()
            .filter(|&c| !is_unseen(c) && !turns_direction(c))
            .collect();
        let address = seen
            .trim()
            .trim_start_matches("mailto:")
            .trim_matches(['<', '>'])
            .trim();
        match address.matches('@').count() {
            0 => return Err(EmailError::NoAt),
            1 => {}
            found => return Err(EmailError::SeveralAts { found }),
        }
        let address = Self(address.to_owned());
        match (address.name(), address.domain()) {
            ("", _) => Err(EmailError::NoName),
            (_, "") => Err(EmailError::NoDomain),
            (_, domain) => match misplaced(&address.0) {
                Some(misplaced) => Err(misplaced),
                None if !has_end(domain) => Err(EmailError::DomainEnd),
                None if !EmailAddress::is_valid(&address.0) => Err(EmailError::Form),
                None => Ok(address),
            },
        }
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

value!(Email, Kind::Email);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::testing::check;
    use proptest::prelude::*;

    #[test]
    fn reads_what_people_paste() {
        check::<Email>(" referent@exemple.fr ", Ok("referent@exemple.fr"));
        check::<Email>("mailto:<A.b-c@exemple.fr>", Ok("A.b-c@exemple.fr"));
    }

    #[test]
    fn says_what_is_wrong() {
        check::<Email>("referent.exemple.fr", Err(EmailError::NoAt));
        check::<Email>(
            "a@exemple.fr b@exemple.fr",
            Err(EmailError::SeveralAts { found: 2 }),
        );
        check::<Email>("@exemple.fr", Err(EmailError::NoName));
        check::<Email>("referent@", Err(EmailError::NoDomain));
        check::<Email>("referent@exemple", Err(EmailError::DomainEnd));
        check::<Email>("referent@exemple.f", Err(EmailError::DomainEnd));
        check::<Email>(
            "réferent@exemple.fr",
            Err(EmailError::Character { found: 'é', at: 2 }),
        );
        check::<Email>(
            "le referent@exemple.fr",
            Err(EmailError::Character { found: ' ', at: 3 }),
        );
        check::<Email>(
            "referent@exemple,fr",
            Err(EmailError::Character { found: ',', at: 17 }),
        );
        check::<Email>(
            "a\u{7}@exemple.fr",
            Err(EmailError::Character {
                found: '\u{7}',
                at: 2,
            }),
        );
        check::<Email>("a..b@exemple.fr", Err(EmailError::Form));
        check::<Email>("a@exemple..fr", Err(EmailError::Form));
        check::<Email>("a@-exemple.fr", Err(EmailError::Form));
    }

    #[test]
    fn capitals_make_no_difference() {
        assert_eq!(
            "Ce.0990001X@Exemple.fr".parse::<Email>(),
            "ce.0990001x@exemple.fr".parse()
        );
    }

    #[test]
    fn finds_the_uai_of_a_school_address() {
        let uai = |typed: &str| {
            typed
                .parse::<Email>()
                .unwrap()
                .uai()
                .map(|uai| uai.to_string())
        };
        assert_eq!(uai("ce.0921688K@exemple.fr"), Some("0921688K".to_owned()));
        assert_eq!(uai("ecole0920440d@exemple.fr"), Some("0920440D".to_owned()));
        assert_eq!(uai("0920218m@exemple.fr"), Some("0920218M".to_owned()));
        assert_eq!(uai("referent@exemple.fr"), None);
        assert_eq!(uai("ce.10920218m@exemple.fr"), None);
        assert_eq!(uai("ce.0920218Z@exemple.fr"), None);
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(typed in "\\PC{0,12}@?\\PC{0,12}") {
            if let Ok(email) = typed.parse::<Email>() {
                prop_assert_eq!(email.to_string().parse(), Ok(email));
            }
        }
    }
}

//! Yes or no.

use super::choice::{ChoiceError, Choices, is_word};
use super::value;
use crate::entry::Kind;
use std::{fmt, str::FromStr};

/// Yes or no: « oui » or « non » in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YesNo(pub bool);

/// The two words and their labels.
const WORDS: Choices = &[("oui", "Oui"), ("non", "Non")];

impl FromStr for YesNo {
    type Err = ChoiceError;

    fn from_str(typed: &str) -> Result<Self, ChoiceError> {
        if is_word(typed, &["oui", "o", "vrai", "true", "yes", "x", "1"]) {
            Ok(Self(true))
        } else if is_word(typed, &["non", "n", "faux", "false", "no", "0"]) {
            Ok(Self(false))
        } else {
            Err(ChoiceError { allowed: WORDS })
        }
    }
}

impl fmt::Display for YesNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0 { "oui" } else { "non" })
    }
}

value!(YesNo, Kind::YesNo);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::testing::check;

    #[test]
    fn reads_what_people_type() {
        check::<YesNo>("Oui", Ok("oui"));
        check::<YesNo>("x", Ok("oui"));
        check::<YesNo>("NON", Ok("non"));
        check::<YesNo>("peut-être", Err(ChoiceError { allowed: WORDS }));
    }
}

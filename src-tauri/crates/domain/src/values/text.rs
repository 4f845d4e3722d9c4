//! Lines and pages of text that can be printed: composed accents (NFC), no control character.

use super::{
    clean::{is_unseen, turns_direction},
    value,
};
use crate::entry::Kind;
use std::{fmt, str::FromStr};
use unicode_normalization::UnicodeNormalization;

/// One line of text, 1 to 300 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(String);

/// Several lines of text, 1 to 20 000 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LongText(String);

/// Why a text cannot be kept as such.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing but blanks.
    #[error("there is nothing to read")]
    Empty,
    /// Longer than the field takes.
    #[error("{length} characters are more than {most}")]
    TooLong {
        /// How many characters were typed.
        length: usize,
        /// How many the field takes.
        most: usize,
    },
    /// A character that nobody sees and no page can print: control, change of direction, private or broken.
    #[error("U+{:04X} at {at} cannot be printed", u32::from(*found))]
    Character {
        /// The character.
        found: char,
        /// Its rank in the text as typed, from 1, counted in characters.
        at: usize,
    },
}

/// Whether no page can print a character. U+FFFD is what remains of a letter read in a wrong encoding.
fn cannot_be_printed(c: char) -> bool {
    let broken =
        matches!(c, '\u{fffd}' | '\u{fff9}'..='\u{fffb}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    let none = u32::from(c) & 0xfffe == 0xfffe || matches!(c, '\u{fdd0}'..='\u{fdef}');
    c.is_control() || turns_direction(c) || broken || none
}

/// Whether a character ends a line or moves to a column: forgiven, and brought to one writing.
fn is_layout(c: char) -> bool {
    matches!(
        c,
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// How many characters may be typed: a text ten times as long as the longest one is too long whatever its blanks, and
/// is not read further.
const MOST_TYPED: usize = 10 * LongText::MOST;

/// The text composed, without marks that show nothing, each end of line written `\n`.
fn composed(typed: &str, most: usize) -> Result<String, TextError> {
    if typed.len() > MOST_TYPED {
        let length = typed.chars().count();
        if length > MOST_TYPED {
            return Err(TextError::TooLong { length, most });
        }
    }
    let wrong = typed
        .chars()
        .enumerate()
        .find(|&(_, c)| !is_layout(c) && cannot_be_printed(c));
    if let Some((rank, found)) = wrong {
        return Err(TextError::Character {
            found,
            at: rank + 1,
        });
    }
    let one_end = typed.replace("\r\n", "\n").replace('\t', " ");
    Ok(one_end
        .nfc()
        .filter(|&c| !is_unseen(c))
        .map(|c| if is_layout(c) { '\n' } else { c })
        .collect())
}

/// A line without blanks around it, and with single spaces; no-break spaces are meant, and stay.
fn tidy(line: &str) -> String {
    line.trim()
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The text, when it is neither empty nor too long.
fn fitting(text: String, most: usize) -> Result<String, TextError> {
    match text.chars().count() {
        0 => Err(TextError::Empty),
        length if length > most => Err(TextError::TooLong { length, most }),
        _ => Ok(text),
    }
}

macro_rules! text {
    ($type:ident, $most:literal, $kind:expr) => {
        impl $type {
            /// How many characters it may have.
            pub const MOST: usize = $most;

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $type {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        value!($type, $kind);
    };
}

text!(Text, 300, Kind::Text);
text!(LongText, 20_000, Kind::LongText);

impl FromStr for Text {
    type Err = TextError;

    /// Reads one line; an end of line or a tab pasted with it becomes a space.
    fn from_str(typed: &str) -> Result<Self, TextError> {
        fitting(
            tidy(&composed(typed, Self::MOST)?.replace('\n', " ")),
            Self::MOST,
        )
        .map(Self)
    }
}

impl FromStr for LongText {
    type Err = TextError;

    /// Reads lines; several empty ones become one.
    fn from_str(typed: &str) -> Result<Self, TextError> {
        let mut lines: Vec<String> = composed(typed, Self::MOST)?.split('\n').map(tidy).collect();
        lines.dedup_by(|next, line| next.is_empty() && line.is_empty());
        fitting(lines.join("\n").trim().to_owned(), Self::MOST).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::testing::check;
    use proptest::prelude::*;

    #[test]
    fn reads_what_people_paste() {
        check::<Text>("  École  Les Renards ", Ok("École Les Renards"));
        check::<Text>("E\u{301}cole", Ok("École"));
        check::<Text>(
            "75 rue Boucicaut\r\n92260\tFontenay",
            Ok("75 rue Boucicaut 92260 Fontenay"),
        );
        check::<Text>("\u{feff}éco\u{ad}le", Ok("école"));
        check::<Text>("M.\u{a0}Martin", Ok("M.\u{a0}Martin"));
        check::<Text>("{{7*7}} 🎒", Ok("{{7*7}} 🎒"));
        check::<LongText>(
            " un \r\n\r\n\r\n\tdeux\u{2028}trois\n",
            Ok("un\n\ndeux\ntrois"),
        );
    }

    #[test]
    fn says_which_character_and_where() {
        check::<Text>(
            "École\u{0}",
            Err(TextError::Character {
                found: '\u{0}',
                at: 6,
            }),
        );
        check::<Text>(
            "a\u{7}",
            Err(TextError::Character {
                found: '\u{7}',
                at: 2,
            }),
        );
        check::<Text>(
            "sncf\u{202e}xcod",
            Err(TextError::Character {
                found: '\u{202e}',
                at: 5,
            }),
        );
        check::<LongText>(
            "\u{f0b7} liste",
            Err(TextError::Character {
                found: '\u{f0b7}',
                at: 1,
            }),
        );
        check::<Text>(
            "\u{fffd}cole",
            Err(TextError::Character {
                found: '\u{fffd}',
                at: 1,
            }),
        );
    }

    #[test]
    fn says_that_it_is_too_long() {
        check::<Text>(&"é".repeat(300), Ok(&"é".repeat(300)));
        check::<Text>(
            &"é".repeat(301),
            Err(TextError::TooLong {
                length: 301,
                most: 300,
            }),
        );
        check::<LongText>(
            &"a".repeat(20_001),
            Err(TextError::TooLong {
                length: 20_001,
                most: 20_000,
            }),
        );
        check::<Text>(" \u{feff}", Err(TextError::Empty));
        // Blanks are forgiven, though not without end.
        check::<Text>(&format!("a{}b", " ".repeat(199_998)), Ok("a b"));
        let endless = TextError::TooLong {
            length: 200_001,
            most: 300,
        };
        check::<Text>(&format!("a{}b", " ".repeat(199_999)), Err(endless));
    }

    proptest! {
        #[test]
        fn what_is_kept_reads_as_itself(typed in any::<String>()) {
            if let Ok(text) = typed.parse::<Text>() {
                prop_assert!(!text.as_str().contains('\n'));
                prop_assert_eq!(text.to_string().parse(), Ok(text));
            }
            if let Ok(text) = typed.parse::<LongText>() {
                prop_assert_eq!(text.to_string().parse(), Ok(text));
            }
        }
    }
}

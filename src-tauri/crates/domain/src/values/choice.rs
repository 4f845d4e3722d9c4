//! Fields that hold one of a few words: a key in files (French without accents), a French label for people.
//! [`choice!`] declares such a type. It knows none of the words.

use super::clean::letters;

/// The words of a choice: each a key and its French label.
pub type Choices = &'static [(&'static str, &'static str)];

/// The text is none of the words expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("none of the {} words expected", allowed.len())]
pub struct ChoiceError {
    /// The words that were expected.
    pub allowed: Choices,
}

/// Whether a typed text is a word in any of its spellings; capitals, accents, blanks and signs are not looked at.
pub fn is_word(typed: &str, spellings: &[&str]) -> bool {
    let typed = letters(typed);
    !typed.is_empty() && spellings.iter().any(|spelling| letters(spelling) == typed)
}

/// Declares a value that is one of a few words.
///
/// ```text
/// choice! {
///     /// How one addresses a person.
///     pub enum Civility {
///         /// A man.
///         Monsieur = "M.", "Monsieur", ["mr"];
///     }
/// }
/// ```
/// Each word is its key, its French label, then other spellings that are read; key and label always are.
#[macro_export]
macro_rules! choice {
    ($(#[$doc:meta])* pub enum $name:ident {
        $($(#[$word_doc:meta])* $word:ident = $key:literal, $label:literal, [$($other:literal),* $(,)?];)+
    }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$word_doc])* $word,)+ }

        impl $name {
            /// Every word, in order.
            pub const ALL: &'static [Self] = &[$(Self::$word,)+];
            /// The key and the French label of each, in order.
            pub const CHOICES: $crate::values::Choices = &[$(($key, $label),)+];

            /// Its key in files and templates.
            pub fn key(self) -> &'static str {
                match self { $(Self::$word => $key,)+ }
            }

            /// Its French label.
            pub fn label(self) -> &'static str {
                match self { $(Self::$word => $label,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.key())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::values::ChoiceError;

            fn from_str(typed: &str) -> Result<Self, Self::Err> {
                $(if $crate::values::is_word(typed, &[$key, $label, $($other,)*]) {
                    return Ok(Self::$word);
                })+
                Err($crate::values::ChoiceError { allowed: Self::CHOICES })
            }
        }

        impl $crate::entry::Value for $name {
            const KIND: $crate::entry::Kind = $crate::entry::Kind::Choice(Self::CHOICES);

            fn read(typed: &str) -> Result<Self, $crate::values::Why> {
                typed.parse::<Self>().map_err($crate::values::Why::from)
            }

            fn spelling(&self) -> String {
                self.key().to_owned()
            }
        }
    };
}

//! What a file may be refused for: a code with its details. The French sentence is said in the room `app`.

use domain::record::Path;

/// One thing for which a file is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path} (line {line:?}): {what}")]
pub struct FormatError {
    /// Where: the keys from the top, an item by its id, or by its rank (from 1) when it has none. Empty for the whole.
    pub path: Path,
    /// The line it stands on, from 1, when it is known.
    pub line: Option<usize>,
    /// What is wrong.
    pub what: What,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum What {
    /// Larger than [`crate::MOST_BYTES`].
    #[error("{bytes} bytes are more than {most}")]
    TooBig {
        /// Its size.
        bytes: usize,
        /// The largest that is read.
        most: usize,
    },
    /// Not JSON.
    #[error("not JSON, column {column}, cut short: {cut_short}")]
    Syntax {
        /// The column, from 1.
        column: usize,
        /// Whether the text ends too early.
        cut_short: bool,
    },
    /// A text with a broken escape: half of a surrogate pair.
    #[error("a broken escape")]
    BrokenText,
    /// Another type than the one expected.
    #[error("{expected:?} was expected, {found:?} was found")]
    WrongType {
        /// What was expected.
        expected: Expected,
        /// What was found.
        found: Found,
    },
    /// No such key here.
    #[error("unknown, near {near:?}")]
    UnknownField {
        /// The known key it looks like, if any.
        near: Option<String>,
    },
    /// The same key twice in one record.
    #[error("said twice")]
    Twice,
    /// A key that must be there is not.
    #[error("missing")]
    Missing,
    /// A number that is no version: less than 1, or with decimals.
    #[error("not a version")]
    BadVersion,
    /// Written by a later ConvENT.
    #[error("version {found}, newest known {known}")]
    NewerVersion {
        /// The version of the file.
        found: u64,
        /// The newest that is read.
        known: u32,
    },
    /// Not an id: 1 to 36 ASCII letters, digits or hyphens.
    #[error("{id:?} is no id")]
    BadId {
        /// As written, 60 characters at most.
        id: String,
    },
    /// Two items of one list have this id.
    #[error("{id:?} is the id of another item")]
    SameId {
        /// The id.
        id: String,
    },
    /// Not the key of an answer: 1 to 60 small letters, digits or `_`.
    #[error("not the key of an answer")]
    BadKey,
    /// `a_la_main` names a field that this file does not have.
    #[error("{named:?} is no field of this file")]
    NoSuchField {
        /// The path as written, 60 characters at most.
        named: String,
    },
    /// More items than a list takes.
    #[error("{count} items are more than {most}")]
    TooMany {
        /// How many there are.
        count: usize,
        /// The most that is read.
        most: usize,
    },
    /// The dossier that this one follows follows another in its turn: only one is kept.
    #[error("a dossier that is followed follows none")]
    TooDeep,
}

/// What may be expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A text between quotes.
    Text,
    /// A record: `{ … }`.
    Record,
    /// A list: `[ … ]`.
    List,
    /// A whole number.
    Number,
}

/// What may be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A text between quotes.
    Text,
    /// A record.
    Record,
    /// A list.
    List,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// `null`.
    Null,
}

impl What {
    /// The code for machines: lower case, hyphens; it never changes once published.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooBig { .. } => "fichier-trop-gros",
            Self::Syntax { .. } => "json-illisible",
            Self::BrokenText => "texte-illisible",
            Self::WrongType { .. } => "type-inattendu",
            Self::UnknownField { .. } => "champ-inconnu",
            Self::Twice => "champ-en-double",
            Self::Missing => "champ-absent",
            Self::BadVersion => "version-illisible",
            Self::NewerVersion { .. } => "version-plus-recente",
            Self::BadId { .. } => "identifiant-illisible",
            Self::SameId { .. } => "identifiant-en-double",
            Self::BadKey => "cle-illisible",
            Self::NoSuchField { .. } => "champ-introuvable",
            Self::TooMany { .. } => "liste-trop-longue",
            Self::TooDeep => "avant-d-avant",
        }
    }
}

//! Why the store refuses or fails: a code with its details. The French sentence is said in the room `app`.

use domain::record::{Id, Path};
use rusqlite::ErrorCode;
use std::io;

/// Why the store refuses or fails. Whenever it does, nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another ConvENT has this base open.
    #[error("another process has the base open")]
    InUse,
    /// The base was written by a later ConvENT.
    #[error("base of version {found}, newest known {known}")]
    Newer {
        /// Its version.
        found: u32,
        /// The newest this program opens.
        known: u32,
    },
    /// A base, but of another program.
    #[error("a base of another program ({application_id:#x})")]
    NotOurs {
        /// What it says of its program.
        application_id: i32,
    },
    /// The base is damaged; it is left as it is.
    #[error("damaged: {}", places.join("; "))]
    Damaged {
        /// Where, for a technician: tables and rows, never a value.
        places: Vec<String>,
    },
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// The folder or the base cannot be written.
    #[error("it cannot be written")]
    ReadOnly,
    /// The disk answered with an error.
    #[error("{step}: {source}")]
    Disk {
        /// What was being done.
        step: &'static str,
        /// What the system said.
        source: io::Error,
    },
    /// The base answered what it never should: a fault of this program.
    #[error("SQLite: {0}")]
    Sql(rusqlite::Error),
    /// No such convention.
    #[error("no convention {}", id.as_str())]
    NoSuchConvention {
        /// The id asked for.
        id: Id,
    },
    /// No such field in this dossier.
    #[error("no field {path}")]
    NoSuchField {
        /// The path asked for.
        path: Path,
    },
    /// No such list in a dossier.
    #[error("no list {list}")]
    NoSuchList {
        /// The list asked for.
        list: String,
    },
    /// No such item in a list.
    #[error("no item {} in {list}", id.as_str())]
    NoSuchItem {
        /// The list.
        list: String,
        /// The id asked for.
        id: Id,
    },
    /// An item of this id is there already.
    #[error("item {} is already in {list}", id.as_str())]
    SameItem {
        /// The list.
        list: String,
        /// The id.
        id: Id,
    },
    /// A text longer than a field takes, even as typed.
    #[error("{path}: {length} characters are more than {most}")]
    TooLong {
        /// The field.
        path: Path,
        /// Its length in characters.
        length: usize,
        /// The most it takes.
        most: usize,
    },
    /// More items than a list takes.
    #[error("{list}: more than {most} items")]
    TooMany {
        /// The list.
        list: String,
        /// The most it takes.
        most: usize,
    },
    /// The dossier names no modèle, or none that can be.
    #[error("no modèle {id:?}, version {version}")]
    BadTemplate {
        /// Its id.
        id: String,
        /// Its version.
        version: u32,
    },
    /// The dossier was changed since it was read: the result no longer stands.
    #[error("revision {found}, {expected} was expected")]
    Moved {
        /// The revision the work was done on.
        expected: u32,
        /// The revision now.
        found: u32,
    },
    /// An issued document does not carry the edition that comes next.
    #[error("{document}: edition {found}, {expected} was expected")]
    WrongEdition {
        /// The document.
        document: String,
        /// The edition that comes next.
        expected: u32,
        /// The one it carries.
        found: u32,
    },
    /// No such issued document.
    #[error("no issued {document}, edition {edition}")]
    NoSuchDocument {
        /// The document.
        document: String,
        /// The edition.
        edition: u32,
    },
    /// There is nothing to undo.
    #[error("nothing to undo")]
    NothingToUndo,
    /// There is nothing to redo.
    #[error("nothing to redo")]
    NothingToRedo,
    /// What an undo or redo would change was changed since by something else.
    #[error("action {seq} cannot be turned back: its rows were changed since")]
    Conflict {
        /// The action.
        seq: i64,
    },
    /// No such piece, or its file is gone.
    #[error("no piece {sha256}")]
    NoSuchPiece {
        /// Its hash.
        sha256: String,
    },
    /// A piece whose bytes are no longer those that were kept.
    #[error("piece {sha256} is damaged")]
    PieceDamaged {
        /// Its hash.
        sha256: String,
    },
}

impl StoreError {
    /// The code for machines: lower case, hyphens; it never changes once published.
    pub fn code(&self) -> &'static str {
        match self {
            Self::InUse => "base-ouverte-ailleurs",
            Self::Newer { .. } => "base-plus-recente",
            Self::NotOurs { .. } => "base-etrangere",
            Self::Damaged { .. } => "base-abimee",
            Self::Full => "disque-plein",
            Self::ReadOnly => "ecriture-refusee",
            Self::Disk { .. } => "disque",
            Self::Sql(_) => "base-erreur",
            Self::NoSuchConvention { .. } => "dossier-introuvable",
            Self::NoSuchField { .. } => "champ-introuvable",
            Self::NoSuchList { .. } => "liste-introuvable",
            Self::NoSuchItem { .. } => "element-introuvable",
            Self::SameItem { .. } => "element-en-double",
            Self::TooLong { .. } => "texte-trop-long",
            Self::TooMany { .. } => "liste-trop-longue",
            Self::BadTemplate { .. } => "modele-illisible",
            Self::Moved { .. } => "dossier-modifie",
            Self::WrongEdition { .. } => "edition-inattendue",
            Self::NoSuchDocument { .. } => "document-introuvable",
            Self::NothingToUndo => "rien-a-annuler",
            Self::NothingToRedo => "rien-a-retablir",
            Self::Conflict { .. } => "annulation-impossible",
            Self::NoSuchPiece { .. } => "piece-introuvable",
            Self::PieceDamaged { .. } => "piece-abimee",
        }
    }

    /// A failure of the disk at this step, told apart when people can mend it.
    pub(crate) fn disk(step: &'static str) -> impl Fn(io::Error) -> Self {
        move |source| match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::Disk { step, source },
        }
    }

    /// Damage at one place.
    pub(crate) fn damage(place: impl Into<String>) -> Self {
        Self::Damaged {
            places: vec![place.into()],
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::InUse,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::damage(error.to_string())
            }
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => Self::Disk {
                step: "SQLite",
                source: io::Error::other(error.to_string()),
            },
            _ => Self::Sql(error),
        }
    }
}

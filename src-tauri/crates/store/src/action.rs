//! What a referent can do to what is kept, and what comes back.

use crate::StoreError;
use domain::dossier::Dossier;
use domain::record::{Id, Path};

/// One action. It is done whole or not at all, and each is one step of undo, save those that say otherwise.
#[derive(Clone, Debug)]
pub enum Action {
    /// A new dossier. Nothing before it to undo.
    Create {
        /// All that it holds from the start.
        dossier: Box<Dossier>,
    },
    /// A new dossier from a file. Nothing before it to undo.
    Import {
        /// All that the file holds.
        dossier: Box<Dossier>,
    },
    /// A new dossier that follows one that is kept here: an avenant, an update of an annexe, a renewal. Nothing before
    /// it to undo.
    Follow {
        /// The convention that it was made from.
        origin: Id,
        /// All that it holds from the start, with the dossier that it follows.
        dossier: Box<Dossier>,
    },
    /// Types in fields. The same fields typed in again within five seconds are one step of undo.
    Set {
        /// The convention.
        convention: Id,
        /// Each field and its text.
        fields: Vec<(Path, String)>,
    },
    /// Leaves a field to be filled by hand, or no longer.
    Hand {
        /// The convention.
        convention: Id,
        /// The field.
        path: Path,
        /// Whether it is left to be filled by hand.
        on: bool,
    },
    /// Adds an item to a list.
    Add {
        /// The convention.
        convention: Id,
        /// The list's key.
        list: String,
        /// Its id; one is made when none is given.
        id: Option<Id>,
        /// Its rank, from 0; at the end when beyond.
        at: usize,
        /// Its fields' keys and texts.
        fields: Vec<(String, String)>,
    },
    /// Takes an item away, with its hand-written blanks.
    Remove {
        /// The convention.
        convention: Id,
        /// The list's key.
        list: String,
        /// The item.
        id: Id,
    },
    /// Moves an item.
    Move {
        /// The convention.
        convention: Id,
        /// The list's key.
        list: String,
        /// The item.
        id: Id,
        /// Its new rank, from 0.
        to: usize,
    },
    /// Fills items of a list from a pasted table, adding those that are not there: one step of undo.
    Paste {
        /// The convention.
        convention: Id,
        /// The list's key.
        list: String,
        /// The rows.
        rows: Vec<PastedRow>,
    },
    /// Passes an « à vérifier » with a reason, or takes the reason back.
    Pass {
        /// The convention.
        convention: Id,
        /// The finding's code.
        code: String,
        /// The field it is about; the empty path when it is about none.
        path: Path,
        /// The reason; nothing but blanks takes it back.
        reason: String,
    },
    /// Attaches a file: the fields that say so (the piece itself is kept by [`crate::Store::add_piece`]).
    Attach {
        /// The convention.
        convention: Id,
        /// Each field and its text.
        fields: Vec<(Path, String)>,
    },
    /// Makes documents définitif. It cannot be undone, nor anything before it.
    Issue {
        /// The convention.
        convention: Id,
        /// The revision the documents were made of.
        revision: u32,
        /// The documents.
        issue: Box<Issue>,
    },
    /// Puts a dossier away: it leaves the list's first view, nothing of it is lost.
    Archive {
        /// The convention.
        convention: Id,
    },
    /// Takes a dossier back from where it was put away.
    Restore {
        /// The convention.
        convention: Id,
    },
}

/// A row pasted in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastedRow {
    /// The item it fills; a new one at the end when none.
    pub id: Option<Id>,
    /// Its fields' keys and texts.
    pub fields: Vec<(String, String)>,
}

/// Documents made définitif together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// The dossier they were made of, in the exchange format.
    pub snapshot: String,
    /// The program and its version.
    pub program: String,
    /// The documents.
    pub documents: Vec<IssuedRecord>,
}

/// A document made définitif.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuedRecord {
    /// Its key in the modèle.
    pub document: String,
    /// Its edition in this dossier, from 1: the one that comes after the last.
    pub edition: u32,
    /// The name of its file.
    pub file: String,
    /// How it was made, as the caller writes it.
    pub options: String,
    /// Its pages, all originals together.
    pub pages: u32,
    /// Its originals.
    pub originals: u32,
    /// The file itself.
    pub pdf: Vec<u8>,
}

/// What was done, as the history says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deed {
    /// A dossier was made.
    Create,
    /// A dossier was read from a file.
    Import,
    /// A dossier was made that follows another one.
    Follow,
    /// Fields were typed in.
    Set,
    /// A field was left to be filled by hand, or no longer.
    Hand,
    /// An item was added.
    Add,
    /// An item was taken away.
    Remove,
    /// An item was moved.
    Move,
    /// A table was pasted.
    Paste,
    /// An « à vérifier » was passed, or no longer.
    Pass,
    /// A file was attached.
    Attach,
    /// Documents were made définitif.
    Issue,
    /// A dossier was put away.
    Archive,
    /// A dossier was taken back.
    Restore,
    /// An action was undone.
    Undo,
    /// An action was redone.
    Redo,
}

const CODES: [(Deed, &str); 16] = [
    (Deed::Create, "create"),
    (Deed::Import, "import"),
    (Deed::Follow, "follow"),
    (Deed::Set, "set"),
    (Deed::Hand, "hand"),
    (Deed::Add, "add"),
    (Deed::Remove, "remove"),
    (Deed::Move, "move"),
    (Deed::Paste, "paste"),
    (Deed::Pass, "pass"),
    (Deed::Attach, "attach"),
    (Deed::Issue, "issue"),
    (Deed::Archive, "archive"),
    (Deed::Restore, "restore"),
    (Deed::Undo, "undo"),
    (Deed::Redo, "redo"),
];

impl Deed {
    /// Its code, in the base and for machines.
    pub fn code(self) -> &'static str {
        CODES
            .iter()
            .find(|(deed, _)| *deed == self)
            .map_or("", |(_, code)| code)
    }

    /// The deed of a code read in the base.
    pub(crate) fn of(code: &str) -> Result<Self, StoreError> {
        let known = CODES.iter().find(|(_, known)| *known == code);
        known
            .map(|(deed, _)| *deed)
            .ok_or_else(|| StoreError::damage(format!("history: action {code}")))
    }
}

/// What came of an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The convention.
    pub convention: Id,
    /// Its revision now.
    pub revision: u32,
    /// What was done.
    pub deed: Deed,
    /// The fields, items or lists it was done to.
    pub places: Vec<Path>,
    /// The items that were added, in order.
    pub added: Vec<Id>,
    /// Whether anything changed: typing what is there already changes nothing and leaves no trace.
    pub changed: bool,
}

//! Reads a modèle, checks a [`domain::dossier::Dossier`] against it, and fills its blanks.
//!
//! A modèle is a folder of text (`assets/templates/LANGAGE.md`): its structure is read first, values come
//! after, so that what a referent types can never become a title, a table or an instruction.
//! In come files as text and a dossier; out come a [`ControlSheet`] and [`document::Document`]s.
//! This room knows no SQL, no millimetre, no file system and no clock.

mod check;
mod declared;
mod expr;
mod fees;
mod fill;
mod filters;
mod lint;
mod manifest;
mod misprint;
mod names;
mod pieces;
mod ready;
mod sequel;
mod shared;
mod shelf;
mod shipped;
mod source;
mod split;
mod template;
mod texts;
mod values;

pub use check::{Blank, ControlSheet, DocState, Placed, Refusal, check, ready};
pub use declared::{
    AnnexeDecl, Asked, Collection, Copies, DocumentDecl, FeeMode, Fees, Form, Numbering,
    OriginalsCount, OriginalsRule, PartyDecl, PartyRole, Phase, PrivacyDecl, Question, RoleDecl,
    SectionDecl, SequelRule, Signable, Split, Template, Wording,
};
pub use expr::EvalError;
pub use fill::{FillError, Message, draft, draft_message, fill, message};
pub use misprint::{Misprint, MisprintKind};
pub use pieces::{ACT, Edition, Piece};
pub use ready::Ready;
pub use sequel::{Difference, differences};
pub use shared::FileTexts;
pub use shelf::{Shelf, load};
pub use split::{Share, split};

/// The key of a document in its modèle.
pub type DocumentKey = String;

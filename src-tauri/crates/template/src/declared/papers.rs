//! The documents that a modèle makes, and their annexes.

use crate::expr::Expr;
use crate::source::Line;
use domain::dossier::choices::SequelKind;

/// A document that the modèle makes.
#[derive(Clone, Debug)]
pub struct DocumentDecl {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Its file in the folder.
    pub file: String,
    /// When it is needed.
    pub phase: Phase,
    /// How it is multiplied.
    pub copies: Copies,
    /// Keys of its annexes, in order.
    pub annexes: Vec<String>,
    /// How its titles are numbered.
    pub numbering: Numbering,
    /// Whether the préfecture's stamp needs its free zone.
    pub stamp_zone: bool,
    /// Whether it is also given in a form that can be edited.
    pub editable: bool,
    /// Whether it is proposed as an attachment.
    pub by_mail: bool,
    /// Whether the académie's own text may stand for it.
    pub may_be_supplied: bool,
    /// Whether one may do without it, whatever the dossier.
    pub optional: bool,
    /// What it is made as.
    pub form: Form,
    /// Keys of the documents that go with it: those a bordereau counts, those a message carries.
    pub pieces: Vec<String>,
    /// Whether only its annexes are made, under the numbers that they have in its text.
    pub annexes_only: bool,
    /// Whether it is made once for each share of the dossier ([`super::Template::split`]).
    pub shared_out: bool,
    /// Whether it is made once for each school, all of them in one file: a letter to each head.
    pub per_school: bool,
    /// Whether it names those who were in office on the day of the vote, not those who sign the convention.
    pub(crate) of_session: bool,
    /// Whether it may be signed where the convention may not.
    pub may_be_signed: bool,
    /// What comes after a convention that it is made for; none for what a first convention and a renewal make.
    pub sequels: Vec<SequelKind>,
    /// The file that declares it.
    pub(crate) origin: String,
    pub(crate) exists_if: Option<Expr>,
    pub(crate) required_if: Expr,
    pub(crate) header: Line,
    pub(crate) footer: Line,
    pub(crate) footer_second: Line,
}

/// What a document is made as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Pages.
    Pages,
    /// A message, ready to be sent: its title is the subject, its recipients those of a letter.
    Mail,
    /// A workbook: its tables.
    Workbook,
}

/// When a document is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Before the vote.
    BeforeVote,
    /// After the vote.
    AfterVote,
    /// After the return of the originals.
    Return,
}

/// How a document is multiplied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copies {
    /// It is not printed.
    None,
    /// Once.
    One,
    /// As many as originals, each with its number.
    Originals,
}

/// How titles are numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbering {
    /// « Article 1er », « 3.1 ».
    Article,
    /// « 1 », « 1.1 ».
    Decimal,
    /// Not at all.
    None,
}

/// An annexe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnexeDecl {
    /// Its key: its anchor is `annexe-<key>`.
    pub key: String,
    /// Its file in the folder.
    pub file: String,
    /// Its title.
    pub title: String,
    /// How its titles are numbered.
    pub numbering: Numbering,
    /// Whether its pages are turned.
    pub landscape: bool,
}

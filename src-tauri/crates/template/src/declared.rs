//! What a modèle declares: who signs, what is asked, which documents it makes.
//!
//! Plain values, read once from `modele.toml`; the window builds its questions from them.

mod papers;

use crate::expr::Expr;
pub use crate::fees::{Collection, FeeMode, Fees};
use crate::fill::LastLabels;
pub use crate::sequel::SequelRule;
use crate::shared::FileTexts;
use crate::texts::Texts;
use domain::entry::Kind;
use domain::findings::Severity;
use domain::record::Path;
use domain::values::{ChoiceError, Date, Why, fold};
pub use papers::{AnnexeDecl, Copies, DocumentDecl, Form, Numbering, Phase};
use std::collections::BTreeMap;

/// A modèle: a folder of text, read and checked.
#[derive(Clone, Debug)]
pub struct Template {
    /// Its id: the folder's name.
    pub id: String,
    /// Its version: a published version is never changed.
    pub version: u32,
    /// What people choose it by.
    pub title: String,
    /// One sentence more.
    pub subtitle: String,
    /// The public text it follows.
    pub source: String,
    /// The date of that text, as `AAAA-MM-JJ`.
    pub source_date: String,
    /// The académie's name, or `*`.
    pub academy: String,
    /// `1d` or `2d`.
    pub level: String,
    /// The only school year it is made for, when there is one: « 2026-2027 ».
    pub school_year: Option<String>,
    /// Whose wording it is.
    pub wording: Wording,
    /// Whether its convention may be signed.
    pub signable: Signable,
    /// How many originals, and for whom.
    pub originals: OriginalsRule,
    /// The parties, in the order of the text.
    pub parties: Vec<PartyDecl>,
    /// The sections of the rail, in order.
    pub sections: Vec<SectionDecl>,
    /// The roles of the contacts, in order.
    pub roles: Vec<RoleDecl>,
    /// Who answers for which data, as the modèle says it.
    pub privacy: Vec<PrivacyDecl>,
    /// The modèle's own questions, in order.
    pub questions: Vec<Question>,
    /// The documents, in the order in which they are used.
    pub documents: Vec<DocumentDecl>,
    /// The annexes.
    pub annexes: Vec<AnnexeDecl>,
    /// Natures of school that it admits, as keys.
    pub school_kinds: Vec<String>,
    /// Sectors that it admits, as keys.
    pub sectors: Vec<String>,
    /// What one convention is made for.
    pub split: Split,
    /// What is paid; none when nothing is.
    pub fees: Option<Fees>,
    /// What comes after a convention.
    pub sequel: SequelRule,
    /// What a new dossier already holds: field, text.
    pub proposals: Vec<(Path, String)>,
    /// Name of its example, without `.json`.
    pub example: String,
    /// Its files as they were read: name, text. Those it shares with others stand under `commun/`.
    pub files: FileTexts,
    /// Keys of what it takes among the things that modèles share, in order.
    pub shared: Vec<String>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) texts: Texts,
    pub(crate) labels: LastLabels,
    pub(crate) initials: BTreeMap<String, String>,
    pub(crate) term: Term,
}

/// Whose wording a modèle is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    /// Ours, to be validated by the académie.
    Ours,
    /// The académie's own.
    Official,
}

/// Whether the convention of a modèle may be signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signable {
    /// It may.
    Yes,
    /// It may not, and why: every page says so.
    No(String),
}

/// What one convention is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// The whole dossier.
    Dossier,
    /// Each commune of a grouping, with its own schools.
    Commune,
    /// Each school or establishment.
    School,
    /// Each member of the party that has several.
    Child,
}

/// How many originals a modèle proposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OriginalsRule {
    /// The number, or none for as many as signing parties.
    pub count: OriginalsCount,
    /// Whether another number may be chosen, with a reason.
    pub changeable: bool,
    /// Keys of the parties, in the order of their originals and of their signatures.
    pub addressees: Vec<String>,
}

/// The number of originals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OriginalsCount {
    /// As many as signing parties (code civil, article 1375).
    PerParty,
    /// This number.
    Fixed(u32),
    /// One, kept by one party.
    Single,
    /// One file, signed electronically.
    Electronic,
}

/// A party of the convention.
#[derive(Clone, Debug)]
pub struct PartyDecl {
    /// Its key.
    pub key: String,
    /// What it does.
    pub role: PartyRole,
    /// Its name in the text: « la commune ».
    pub term: String,
    /// On its original: « destiné à la commune ».
    pub addressed: String,
    /// Kinds of body it may be, as keys.
    pub bodies: Vec<String>,
    /// Whether it stands for several parties, one for each of its signatories.
    pub many: bool,
    /// Whether it is one party for which several sign.
    pub several: bool,
    /// The act that authorises it to sign: `aucun`, `deliberation`…
    pub act: String,
    /// Functions by which it may sign, as keys of the dossier; the first is proposed.
    pub functions: Vec<String>,
    /// Whether a delegate may sign.
    pub by_delegation: bool,
    /// Whether the signatory's name may stay blank.
    pub name_optional: bool,
    /// Whether its signature stands first, at the left.
    pub first_left: bool,
    pub(crate) exists_if: Option<Expr>,
}

/// What a party does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartyRole {
    /// It signs.
    Signatory,
    /// It supports.
    Support,
    /// It works along.
    Collaboration,
}

/// A section of the rail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionDecl {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
}

/// A role that a contact may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleDecl {
    /// Its key.
    pub key: String,
    /// Its label.
    pub label: String,
    /// One line of help.
    pub help: String,
    /// Whether someone must have it.
    pub required: bool,
    /// The annexe that prints it.
    pub annexe: String,
}

/// The role of someone for the personal data of the ENT, as the modèle's text gives it: never guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrivacyDecl {
    /// Who: « l’académie », « le prestataire de l’ENT ».
    pub who: String,
    /// The role: « responsable du traitement », « à fixer par écrit ».
    pub role: String,
    /// For what.
    pub about: String,
    /// Where the text says so.
    pub source: String,
}

/// A question of the modèle.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its key: the answer is `champs/<key>`.
    pub key: String,
    /// The question.
    pub label: String,
    /// One line of help.
    pub help: String,
    /// What is asked for.
    pub kind: Asked,
    /// The answer that stands while none is given; empty for none.
    pub default: String,
    /// The expression under which an answer is required, as written; empty for none.
    pub required: String,
    /// Whether it prints a dotted line while it has no answer.
    pub by_hand: bool,
    /// The section where it is asked.
    pub section: String,
    /// The title under which it is asked.
    pub group: String,
    /// Whether a dossier that follows another one asks it again.
    pub anew: bool,
    pub(crate) required_if: Option<Expr>,
    pub(crate) origin: String,
}

/// What a question asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A value of this kind.
    One(Kind),
    /// One of these: key, label.
    Choice(Vec<(String, String)>),
}

impl Asked {
    /// The choice that a text names, by its key or its label.
    pub fn choice<'a>(
        choices: &'a [(String, String)],
        typed: &str,
    ) -> Option<&'a (String, String)> {
        let typed = fold(typed);
        choices
            .iter()
            .find(|(key, label)| typed == fold(key) || typed == fold(label))
    }

    /// Why a text that names no choice does not read. The choices are the modèle's, which the reason cannot hold.
    pub fn not_a_choice() -> Why {
        Why::Choice(ChoiceError { allowed: &[] })
    }

    /// Why an answer does not read as what is asked; none when it is empty or reads.
    pub fn why(&self, typed: &str) -> Option<Why> {
        match self {
            _ if typed.trim().is_empty() => None,
            Self::One(kind) => crate::values::answer_leaf(*kind, typed).why().cloned(),
            Self::Choice(choices) => Self::choice(choices, typed)
                .is_none()
                .then(Self::not_a_choice),
        }
    }
}

/// How long the convention lasts, as the modèle says it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Term {
    pub(crate) years: Option<Expr>,
    pub(crate) notice_months: Option<Expr>,
    pub(crate) yearly_renewal: bool,
    pub(crate) end: Option<Date>,
    pub(crate) article: String,
}

/// A rule of the modèle.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    pub(crate) origin: String,
    pub(crate) code: String,
    pub(crate) each: Option<crate::source::Each>,
    pub(crate) condition: Expr,
    pub(crate) severity: Severity,
    pub(crate) documents: Vec<String>,
    pub(crate) article: String,
    pub(crate) field: String,
    pub(crate) sentence: String,
}

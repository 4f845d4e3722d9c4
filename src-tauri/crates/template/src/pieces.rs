//! The pieces that go with a document: those a bordereau counts, those a message carries.
//!
//! How many pages a piece has is only known once its pages are set: whoever sets them counts them and says it here.

use crate::declared::{DocumentDecl, Template};
use domain::dossier::Dossier;
use domain::record::Id;
use minijinja::value::Value;

/// What stands among the pieces for the act that the service des assemblées wrote: a file, no document of ours.
pub const ACT: &str = "acte";

/// What `piece.…` may be.
pub(crate) const OF_PIECE: &[&str] = &["cle", "titre", "exemplaires", "pages_chacun", "pages"];

/// A piece: a document, or one of its annexes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Key of the document, or anchor of the annexe.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// How many copies go.
    pub copies: u32,
    /// Pages of each copy, blank versos left out.
    pub pages_each: u32,
}

impl Piece {
    /// Its pages, all copies together.
    pub fn pages(&self) -> u32 {
        self.copies.saturating_mul(self.pages_each)
    }

    pub(crate) fn value(&self) -> Value {
        Value::from_pairs([
            ("cle", Value::from(self.key.as_str())),
            ("titre", Value::from(self.title.as_str())),
            ("exemplaires", Value::from(self.copies)),
            ("pages_chacun", Value::from(self.pages_each)),
            ("pages", Value::from(self.pages())),
        ])
    }
}

/// Which edition of a document is made, and the pieces that go with it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Edition {
    /// 1, then one more each time the document is made final anew.
    pub number: u32,
    /// The pieces, counted; none while nobody counted them.
    pub pieces: Option<Vec<Piece>>,
    /// The school that it is written to, of a document that is made for each; the first one when none is said.
    pub school: Option<Id>,
}

impl From<u32> for Edition {
    fn from(number: u32) -> Self {
        Self {
            number,
            ..Self::default()
        }
    }
}

impl Template {
    /// The documents that go with another one, and that the dossier has, in order.
    pub fn pieces_of<'a>(
        &'a self,
        document: &DocumentDecl,
        dossier: &Dossier,
    ) -> Vec<&'a DocumentDecl> {
        if document.pieces.is_empty() {
            return Vec::new();
        }
        let there = self.documents_of(dossier);
        document
            .pieces
            .iter()
            .filter_map(|key| there.iter().copied().find(|known| known.key == *key))
            .collect()
    }

    /// Pieces of which only the names are known: enough to check what a document says of the dossier.
    pub(crate) fn uncounted(&self, document: &DocumentDecl, dossier: &Dossier) -> Vec<Piece> {
        let piece = |piece: &DocumentDecl| Piece {
            key: piece.key.clone(),
            title: piece.title.clone(),
            copies: 0,
            pages_each: 0,
        };
        self.pieces_of(document, dossier)
            .into_iter()
            .map(piece)
            .collect()
    }
}

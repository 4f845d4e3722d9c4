//! What is known of a dossier beside its content: where it is kept, what was made of it.

use template::Share;

/// What is known of a dossier beside its content.
pub struct View<'a> {
    /// Its id in the store.
    pub id: &'a str,
    /// Its revision.
    pub revision: u32,
    /// Code of the action that « Annuler » takes back.
    pub undo: Option<String>,
    /// Code of the action that « Rétablir » does again.
    pub redo: Option<String>,
    /// When each document was last made final, in words, by key; a convention made once for each share has its own.
    pub issued: &'a [(String, String)],
    /// The conventions of a dossier that is shared out.
    pub shares: &'a [Share],
}

impl View<'_> {
    /// When a document, or the convention of a share, was last made final.
    pub(super) fn issued(&self, key: &str) -> String {
        let found = self.issued.iter().find(|(known, _)| known == key);
        found.map(|(_, words)| words.clone()).unwrap_or_default()
    }
}

/// A count as the window takes it.
pub(super) fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

//! What modèles share: a thing declared once in `commun/KEY.toml` (documents, questions, rules), its texts beside it.
//!
//! A modèle takes it by its key (`communs = ["invitation-copil"]`). What it declares itself goes before what is shared,
//! and a text of the same name in its own folder stands for the shared one.

use crate::shipped;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Files as they were read: name, text. The texts that come with the program are not copied.
pub type FileTexts = BTreeMap<String, Cow<'static, str>>;

/// The folder of what is shared, before the name of its files.
const FOLDER: &str = "commun/";

/// The files that a modèle is read from: its own, then what it shares with others.
#[derive(Clone, Copy)]
pub(crate) struct Files<'a> {
    own: &'a FileTexts,
}

impl<'a> Files<'a> {
    /// Those of a folder. One that was kept with its shared files is read with them, not with today's.
    pub(crate) fn of(own: &'a FileTexts) -> Self {
        Self { own }
    }

    /// The text of a file: « convention.md », « commun/invitation-copil.md ».
    pub(crate) fn text(self, name: &str) -> Option<Cow<'static, str>> {
        if let Some(text) = self.own.get(name) {
            return Some(text.clone());
        }
        let shared = name.strip_prefix(FOLDER)?;
        let found = shipped::SHARED.iter().find(|(known, _)| *known == shared);
        found.map(|(_, text)| Cow::Borrowed(*text))
    }

    /// The declaration of a shared thing: its file, its text.
    pub(crate) fn declaration(self, key: &str) -> Option<(String, Cow<'static, str>)> {
        let name = format!("{FOLDER}{key}.toml");
        self.text(&name).map(|text| (name, text))
    }

    /// The file that stands for one that a shared declaration names: the modèle's own, when it has it.
    pub(crate) fn standing_for(self, file: &str) -> String {
        if self.own.contains_key(file) {
            file.to_owned()
        } else {
            format!("{FOLDER}{file}")
        }
    }

    /// The modèle's files, with the shared ones that it uses: all that its version is made of.
    pub(crate) fn used<'n>(self, names: impl Iterator<Item = &'n str>) -> FileTexts {
        let mut files = self.own.clone();
        for name in names {
            // A file is named by each thing that it declares, and taken once.
            if let Some(text) = self.text(name).filter(|_| !files.contains_key(name)) {
                files.insert(name.to_owned(), text);
            }
        }
        files
    }
}

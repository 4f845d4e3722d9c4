//! What is needed to make documents: the modèles, the faces, what was already set. No store, no clock.

use crate::Problem;
use domain::dossier::Dossier;
use layout::{FontFiles, Fonts, Memo, Standing};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use template::{Shelf, Template};

/// The faces of the book; licence and source beside them.
const FONTS: FontFiles = FontFiles {
    serif: include_bytes!("../../../../assets/fonts/NotoSerif-Regular.ttf"),
    serif_bold: include_bytes!("../../../../assets/fonts/NotoSerif-Bold.ttf"),
    serif_italic: include_bytes!("../../../../assets/fonts/NotoSerif-Italic.ttf"),
    sans: include_bytes!("../../../../assets/fonts/NotoSans-Regular.ttf"),
    sans_bold: include_bytes!("../../../../assets/fonts/NotoSans-Bold.ttf"),
};

/// What the modèles always say the same, set once and for all.
const STANDING: &[u8] = include_bytes!("../../../../assets/standing/standing.bin");

/// The modèles, the faces, what was already set.
pub struct Workshop {
    shelf: Shelf,
    fonts: Fonts,
    /// One for each thread at work: many documents are set side by side.
    memos: Mutex<Vec<Memo>>,
}

impl Workshop {
    /// Takes the shipped modèles, then the one of each folder given.
    ///
    /// # Errors
    /// A folder that does not read, a modèle that is not well written: every misprint at once.
    pub fn open(folders: &[impl AsRef<Path>]) -> Result<Self, Problem> {
        let mut shelf = Shelf::shipped().map_err(|misprints| Problem::Misprints { misprints })?;
        for folder in folders {
            let files = texts(folder.as_ref())?;
            shelf
                .add(&files)
                .map_err(|misprints| Problem::Misprints { misprints })?;
        }
        let fonts = Fonts::new(FONTS).map_err(|_| Problem::Bug)?;
        Ok(Self {
            shelf,
            fonts,
            memos: Mutex::default(),
        })
    }

    /// The modèles.
    pub fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// The faces.
    pub fn fonts(&self) -> &Fonts {
        &self.fonts
    }

    /// The modèle that a dossier follows. A later version here than the dossier's is told by the vérification.
    ///
    /// # Errors
    /// It is not on the shelf; the dossier was made with a later version of it, which may say and ask other things.
    pub fn template(&self, dossier: &Dossier) -> Result<&Template, Problem> {
        let asked = &dossier.template;
        let template = self.model(&asked.id)?;
        if asked.version > template.version {
            return Err(Problem::ModelNewer {
                id: asked.id.clone(),
                asked: asked.version,
                known: template.version,
            });
        }
        Ok(template)
    }

    /// The modèle of a dossier that comes from a file: an answer to a question that it does not ask is refused by name.
    /// What an older version asked and this one no longer asks is kept with the dossier.
    ///
    /// # Errors
    /// The modèle is not on the shelf, or is older than the dossier; the file answers what is not asked.
    pub fn template_of_file(&self, dossier: &Dossier) -> Result<&Template, Problem> {
        let template = self.template(dossier)?;
        if dossier.template.version < template.version {
            return Ok(template);
        }
        let asked = template
            .questions
            .iter()
            .map(|question| question.key.as_str());
        let errors = format::unknown_answers(dossier, asked);
        if errors.is_empty() {
            Ok(template)
        } else {
            Err(Problem::Format { errors })
        }
    }

    /// A modèle by its id.
    ///
    /// # Errors
    /// It is not on the shelf.
    pub fn model(&self, id: &str) -> Result<&Template, Problem> {
        self.shelf.find(id).ok_or_else(|| Problem::ModelUnknown {
            id: id.to_owned(),
            known: self.shelf.all().map(|known| known.id.clone()).collect(),
        })
    }

    /// Sets a document, paying only for what was never set before.
    pub fn typeset(&self, document: &document::Document) -> layout::Pages {
        let known = self.memos().pop();
        let mut memo = known.unwrap_or_else(|| Memo::over(Standing::new(STANDING)));
        let pages = layout::typeset(document, &self.fonts, &mut memo);
        self.memos().push(memo);
        pages
    }

    fn memos(&self) -> MutexGuard<'_, Vec<Memo>> {
        self.memos.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The text files of a folder, by name.
pub(crate) fn texts(folder: &Path) -> Result<BTreeMap<String, String>, Problem> {
    let unread = |source| Problem::File {
        file: folder.to_owned(),
        source,
    };
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(folder).map_err(unread)? {
        let path = entry.map_err(unread)?.path();
        let known = path
            .extension()
            .is_some_and(|end| end == "md" || end == "toml");
        if let (true, Some(name)) = (known, path.file_name()) {
            let text = std::fs::read_to_string(&path).map_err(|source| Problem::File {
                file: path.clone(),
                source,
            })?;
            files.insert(name.to_string_lossy().into_owned(), text);
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fr;

    /// The example, its modèle being this version of this one.
    fn dossier(id: &str, version: u32) -> Dossier {
        let example = include_str!("../../../../assets/examples/fontenay-aux-roses.json");
        let mut dossier = format::read(example).unwrap();
        (dossier.template.id, dossier.template.version) = (id.to_owned(), version);
        dossier
    }

    fn workshop() -> Workshop {
        Workshop::open(&[] as &[&Path]).unwrap()
    }

    #[test]
    fn a_later_modele_is_refused_and_an_earlier_one_is_not() {
        let workshop = workshop();
        assert!(workshop.template(&dossier("versailles-1d", 1)).is_ok());
        let refused = workshop.template(&dossier("versailles-1d", 9)).unwrap_err();
        assert_eq!(
            (refused.code(), refused.exit_code()),
            ("modele-plus-recent", 2)
        );
        assert_eq!(
            fr::problem(&refused).replace(['\u{a0}', '\u{202f}'], " "),
            "Le dossier a été fait avec la version 9 du modèle « versailles-1d » ; celle de ce ConvENT est la 1. \
             Mettre ConvENT à jour ; le dossier reste tel quel."
        );
    }

    #[test]
    fn an_answer_that_a_later_version_no_longer_asks_is_kept() {
        let mut workshop = workshop();
        let mut left = dossier("versailles-1d", 1);
        left.answers
            .insert("question_retiree".to_owned(), "oui".to_owned());
        assert!(workshop.template_of_file(&left).is_err());
        workshop.shelf = next_version(&workshop);
        assert_eq!(workshop.template_of_file(&left).unwrap().version, 2);
        assert_eq!(
            left.answers.get("question_retiree").map(String::as_str),
            Some("oui")
        );
    }

    /// The shelf once Versailles has a version 2.
    fn next_version(workshop: &Workshop) -> Shelf {
        let mut files = workshop.model("versailles-1d").unwrap().files.clone();
        let manifest = files.get_mut("modele.toml").unwrap();
        *manifest = manifest
            .replace("\nversion = 1\n", "\nversion = 2\n")
            .into();
        let mut shelf = Shelf::empty();
        shelf.add(&files).unwrap();
        shelf
    }

    #[test]
    fn the_modeles_there_are_are_named() {
        let said =
            |id: &str| fr::problem(&workshop().model(id).unwrap_err()).replace('\u{202f}', " ");
        assert_eq!(
            said("versailles1d"),
            "Le modèle « versailles1d » n’est pas installé. Est-ce « versailles-1d » ?"
        );
        let far = said("inconnu");
        for known in workshop().shelf().all() {
            assert!(far.contains(&known.id), "{far}");
        }
    }
}

//! What is needed to make documents: the modèles, the faces, what was already set. No store, no clock.

use crate::Problem;
use domain::dossier::Dossier;
use layout::{FontFiles, Fonts, Memo};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;
use template::{Shelf, Template};

/// The faces of the book; licence and source beside them.
const FONTS: FontFiles = FontFiles {
    serif: include_bytes!("../../../../assets/fonts/NotoSerif-Regular.ttf"),
    serif_bold: include_bytes!("../../../../assets/fonts/NotoSerif-Bold.ttf"),
    serif_italic: include_bytes!("../../../../assets/fonts/NotoSerif-Italic.ttf"),
    sans: include_bytes!("../../../../assets/fonts/NotoSans-Regular.ttf"),
    sans_bold: include_bytes!("../../../../assets/fonts/NotoSans-Bold.ttf"),
};

/// The modèles, the faces, what was already set.
pub struct Workshop {
    shelf: Shelf,
    fonts: Fonts,
    memo: Mutex<Memo>,
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
            memo: Mutex::default(),
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

    /// The modèle that a dossier follows.
    ///
    /// # Errors
    /// It is not on the shelf.
    pub fn template(&self, dossier: &Dossier) -> Result<&Template, Problem> {
        self.model(&dossier.template.id)
    }

    /// The modèle of a dossier that comes from a file: an answer to a question that it does not ask is refused by name.
    ///
    /// # Errors
    /// The modèle is not on the shelf; the file answers what is not asked.
    pub fn template_of_file(&self, dossier: &Dossier) -> Result<&Template, Problem> {
        let template = self.template(dossier)?;
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
        self.shelf
            .find(id)
            .ok_or_else(|| Problem::ModelUnknown { id: id.to_owned() })
    }

    /// Sets a document, paying only for what was never set before.
    pub fn typeset(&self, document: &document::Document) -> layout::Pages {
        let mut memo = self
            .memo
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        layout::typeset(document, &self.fonts, &mut memo)
    }
}

/// The text files of a folder, by name.
fn texts(folder: &Path) -> Result<BTreeMap<String, String>, Problem> {
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

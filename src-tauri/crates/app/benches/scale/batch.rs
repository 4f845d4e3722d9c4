//! Many conventions, one after the other through the whole way, so many at a time: read, check, fill, typeset, write,
//! save. Nothing is kept from one to the next but what was set before, one memo for each thread.

use crate::communes::Commune;
use chrono::NaiveDate;
use document::Document;
use domain::values::Date;
use layout::{FontFiles, Fonts, Memo, Pages};
use rayon::prelude::*;
use std::path::Path;
use std::sync::Mutex;
use template::{Shelf, fill, ready};

/// Conventions made before they are saved together.
const ROUND: usize = 128;
const CONVENTION: &str = "convention";

/// What making takes.
pub struct Bench {
    shelf: Shelf,
    fonts: Fonts,
    memos: Mutex<Vec<Memo>>,
}

impl Bench {
    /// Reads the modèles and the faces.
    pub fn open() -> Self {
        let fonts = Fonts::new(FontFiles {
            serif: include_bytes!("../../../../../assets/fonts/NotoSerif-Regular.ttf"),
            serif_bold: include_bytes!("../../../../../assets/fonts/NotoSerif-Bold.ttf"),
            serif_italic: include_bytes!("../../../../../assets/fonts/NotoSerif-Italic.ttf"),
            sans: include_bytes!("../../../../../assets/fonts/NotoSans-Regular.ttf"),
            sans_bold: include_bytes!("../../../../../assets/fonts/NotoSans-Bold.ttf"),
        });
        Self {
            shelf: Shelf::shipped().unwrap(),
            fonts: fonts.unwrap(),
            memos: Mutex::default(),
        }
    }

    /// The convention of a dossier; none when something in the dossier stops it.
    pub fn document(&self, dossier: &str) -> Option<Document> {
        let dossier = format::read(dossier).unwrap();
        let template = self.shelf.find(&dossier.template.id).unwrap();
        let today = Date::kept(day()).unwrap();
        let ready = ready(&dossier, template, today, &[CONVENTION.to_owned()]).ok()?;
        Some(fill(template, &ready, CONVENTION, 1).unwrap())
    }

    /// Its pages.
    pub fn pages(&self, document: &Document) -> Pages {
        let mut memo = self.memos.lock().unwrap().pop().unwrap_or_default();
        let pages = layout::typeset(document, &self.fonts, &mut memo);
        self.memos.lock().unwrap().push(memo);
        pages
    }

    /// Its file, with all its originals.
    pub fn write(&self, pages: &Pages) -> Vec<u8> {
        pdf::write(pages, &self.fonts, &about()).unwrap()
    }

    /// All of it, from a dossier to its file.
    pub fn file(&self, dossier: &str) -> Option<Vec<u8>> {
        self.document(dossier)
            .map(|document| self.write(&self.pages(&document)))
    }

    /// Makes the conventions of communes into a folder, a round at a time; bytes written.
    pub fn files(&self, communes: &[Commune], folder: &Path) -> usize {
        communes
            .chunks(ROUND)
            .map(|round| self.round(round, folder))
            .sum()
    }

    fn round(&self, communes: &[Commune], folder: &Path) -> usize {
        let make = |commune: &Commune| Some((commune.file_name(), self.file(&commune.dossier())?));
        let made: Vec<(String, Vec<u8>)> = communes.par_iter().filter_map(make).collect();
        let files: Vec<(&str, &[u8])> = made
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
            .collect();
        delivery::save_all(&files, folder).unwrap();
        files.iter().map(|(_, bytes)| bytes.len()).sum()
    }
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn about() -> pdf::About {
    let (author, subject) = (String::new(), String::new());
    pdf::About {
        author,
        subject,
        date: day(),
        originals: pdf::Originals::All,
        signature_fields: false,
    }
}

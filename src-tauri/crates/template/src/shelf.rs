//! The modèles that are known: those embedded in the program, and folders added at run time.

use crate::declared::Template;
use crate::lint;
use crate::manifest;
use crate::misprint::{Misprint, MisprintKind, Report};
use crate::source::{FileKind, read};
use std::collections::BTreeMap;

mod shipped {
    include!(concat!(env!("OUT_DIR"), "/shipped.rs"));
}

/// All modèles known.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    templates: Vec<Template>,
}

impl Shelf {
    /// A shelf without any modèle.
    pub fn empty() -> Self {
        Self::default()
    }

    /// The modèles that come with the program.
    ///
    /// # Errors
    /// Every misprint of every modèle; a test of this room keeps it from happening.
    pub fn shipped() -> Result<Self, Vec<Misprint>> {
        let mut shelf = Self::empty();
        let mut misprints = Vec::new();
        for (_, files) in shipped::FOLDERS {
            let files = files
                .iter()
                .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
                .collect();
            misprints.extend(shelf.add(&files).err().into_iter().flatten());
        }
        if misprints.is_empty() {
            Ok(shelf)
        } else {
            Err(misprints)
        }
    }

    /// Adds a modèle: one folder, file name → text.
    ///
    /// # Errors
    /// Every misprint of its files, each with its file and line; the shelf is then unchanged.
    pub fn add(&mut self, files: &BTreeMap<String, String>) -> Result<(), Vec<Misprint>> {
        let template = load(files)?;
        if self.find(&template.id).is_some() {
            let mut report = Report::of(manifest::FILE);
            report.add(0, MisprintKind::ModelTwice(template.id));
            return Err(report.take());
        }
        self.templates.push(template);
        Ok(())
    }

    /// Every modèle, in the order in which they came.
    pub fn all(&self) -> impl Iterator<Item = &Template> {
        self.templates.iter()
    }

    /// The modèle of this id.
    pub fn find(&self, id: &str) -> Option<&Template> {
        self.templates.iter().find(|template| template.id == id)
    }
}

/// Reads a modèle from its files.
///
/// # Errors
/// Every misprint, each with its file and line.
pub fn load(files: &BTreeMap<String, String>) -> Result<Template, Vec<Misprint>> {
    let mut report = Report::of(manifest::FILE);
    let Some(text) = files.get(manifest::FILE) else {
        report.add(0, MisprintKind::NoFile(manifest::FILE.to_owned()));
        return Err(report.take());
    };
    let template = manifest::read(text, &mut report);
    let mut misprints = report.take();
    let Some(mut template) = template else {
        return Err(misprints);
    };
    misprints.extend(texts(&mut template, files));
    misprints.extend(lint::check(&template));
    misprints.sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
    template.files = files.clone();
    if misprints.is_empty() {
        Ok(template)
    } else {
        Err(misprints)
    }
}

/// Reads the text of every document and annexe; a file used twice is read once.
fn texts(template: &mut Template, files: &BTreeMap<String, String>) -> Vec<Misprint> {
    let documents = template
        .documents
        .iter()
        .map(|document| (document.file.clone(), FileKind::Document));
    let annexes = template
        .annexes
        .iter()
        .map(|annexe| (annexe.file.clone(), FileKind::Annexe));
    let wanted: BTreeMap<String, FileKind> = documents.chain(annexes).collect();
    let mut misprints = Vec::new();
    for (file, kind) in wanted {
        match files.get(&file) {
            Some(text) => {
                let mut report = Report::of(&file);
                let parts = read(text, kind, &mut report);
                misprints.extend(report.take());
                template.texts.insert(file, parts);
            }
            None => {
                let mut report = Report::of(manifest::FILE);
                report.add(0, MisprintKind::NoFile(file));
                misprints.extend(report.take());
            }
        }
    }
    misprints
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_modeles_that_come_with_the_program_read() {
        let shelf = Shelf::shipped().map_err(|misprints| {
            misprints
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
        });
        let ids = shelf.map(|shelf| {
            shelf
                .all()
                .map(|template| template.id.clone())
                .collect::<Vec<_>>()
        });
        assert!(ids.is_ok_and(|ids| ids.contains(&"versailles-1d".to_owned())));
    }
}

//! The modèles that are known: those embedded in the program, and folders added at run time.

use crate::declared::Template;
use crate::lint;
use crate::manifest;
use crate::misprint::{Misprint, MisprintKind, Report};
use crate::shared::{FileTexts, Files};
use crate::shipped;
use crate::source::FileKind;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The files of a modèle: name, text.
type Embedded = [(&'static str, &'static str)];

/// All modèles known.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    places: Vec<Place>,
}

/// A modèle's place: one that comes with the program is read when it is first asked for.
#[derive(Clone, Debug)]
struct Place {
    id: String,
    files: &'static Embedded,
    template: OnceLock<Option<Template>>,
}

impl Place {
    fn template(&self) -> Option<&Template> {
        let read = || shipped(self.files);
        self.template.get_or_init(read).as_ref()
    }
}

impl Shelf {
    /// A shelf without any modèle.
    pub fn empty() -> Self {
        Self::default()
    }

    /// The modèles that come with the program, each in a folder of its id. They were checked when the program was made
    /// (a test of this room), so that each is read when it is first asked for, and its texts likewise.
    ///
    /// # Errors
    /// A folder that has no modèle in it.
    pub fn shipped() -> Result<Self, Vec<Misprint>> {
        let mut shelf = Self::empty();
        for (folder, files) in shipped::FOLDERS {
            if !files.iter().any(|(name, _)| *name == manifest::FILE) {
                let mut report = Report::of(manifest::FILE);
                report.add(
                    0,
                    MisprintKind::NoFile(format!("{folder}/{}", manifest::FILE)),
                );
                return Err(report.take());
            }
            shelf.places.push(Place {
                id: (*folder).to_owned(),
                files,
                template: OnceLock::new(),
            });
        }
        Ok(shelf)
    }

    /// Adds a modèle: one folder, file name → text.
    ///
    /// # Errors
    /// Every misprint of its files, each with its file and line; the shelf is then unchanged.
    pub fn add<T>(&mut self, files: &BTreeMap<String, T>) -> Result<(), Vec<Misprint>>
    where
        T: Clone + Into<Cow<'static, str>>,
    {
        let template = load(files)?;
        if self.places.iter().any(|place| place.id == template.id) {
            let mut report = Report::of(manifest::FILE);
            report.add(0, MisprintKind::ModelTwice(template.id));
            return Err(report.take());
        }
        self.places.push(Place {
            id: template.id.clone(),
            files: &[],
            template: OnceLock::from(Some(template)),
        });
        Ok(())
    }

    /// Every modèle, in the order in which they came.
    pub fn all(&self) -> impl Iterator<Item = &Template> {
        self.places.iter().filter_map(Place::template)
    }

    /// The modèle of this id.
    pub fn find(&self, id: &str) -> Option<&Template> {
        let mut places = self.places.iter();
        places.find(|place| place.id == id)?.template()
    }
}

/// A modèle that comes with the program: its texts are not read yet.
fn shipped(files: &Embedded) -> Option<Template> {
    let own = |(name, text): &(&str, &'static str)| ((*name).to_owned(), Cow::Borrowed(*text));
    declared(&files.iter().map(own).collect(), Report::unheard).0
}

/// Reads a modèle from its files.
///
/// # Errors
/// Every misprint, each with its file and line.
pub fn load<T>(files: &BTreeMap<String, T>) -> Result<Template, Vec<Misprint>>
where
    T: Clone + Into<Cow<'static, str>>,
{
    let text = |(name, text): (&String, &T)| (name.clone(), text.clone().into());
    let (template, mut misprints) = declared(&files.iter().map(text).collect(), Report::of);
    let Some(template) = template else {
        return Err(misprints);
    };
    misprints.extend(template.texts.read_all());
    misprints.extend(lint::check(&template));
    misprints.sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
    if misprints.is_empty() {
        Ok(template)
    } else {
        Err(misprints)
    }
}

/// What a modèle declares, its texts beside, not read yet; and the misprints met so far.
fn declared(files: &FileTexts, report_of: fn(&str) -> Report) -> (Option<Template>, Vec<Misprint>) {
    let mut report = report_of(manifest::FILE);
    let Some(text) = files.get(manifest::FILE) else {
        report.add(0, MisprintKind::NoFile(manifest::FILE.to_owned()));
        return (None, report.take());
    };
    let template = manifest::read(text, &mut report);
    let mut misprints = report.take();
    let files = Files::of(files);
    let template = template.map(|mut template| {
        misprints.extend(manifest::add_shared(&mut template, files, report_of));
        misprints.extend(texts(&mut template, files));
        template.files = files.used(used(&template));
        template
    });
    (template, misprints)
}

/// The files that a modèle is made of: declarations and texts.
fn used(template: &Template) -> impl Iterator<Item = &str> {
    let documents = template.documents.iter();
    let questions = template.questions.iter();
    let declarations = documents
        .map(|document| document.origin.as_str())
        .chain(questions.map(|question| question.origin.as_str()));
    declarations.chain(template.texts.files())
}

/// Takes the text of every document and annexe; a file used twice is taken once.
fn texts(template: &mut Template, files: Files<'_>) -> Vec<Misprint> {
    let documents = template
        .documents
        .iter()
        .map(|document| (document.file.clone(), FileKind::Document));
    let annexes = template
        .annexes
        .iter()
        .map(|annexe| (annexe.file.clone(), FileKind::Annexe));
    let wanted: BTreeMap<String, FileKind> = documents.chain(annexes).collect();
    let mut report = Report::of(manifest::FILE);
    for (file, kind) in wanted {
        match files.text(&file) {
            Some(text) => template.texts.add(file, kind, text),
            None => report.add(0, MisprintKind::NoFile(file)),
        }
    }
    report.take()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The program reads them without looking for misprints: here they are looked for.
    #[test]
    fn the_modeles_that_come_with_the_program_read_each_in_the_folder_of_its_id() {
        for (folder, files) in shipped::FOLDERS {
            let own = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
            let template = load(&files.iter().map(own).collect());
            let id = template.map(|template| template.id).map_err(|misprints| {
                let each = misprints.iter().map(ToString::to_string);
                each.collect::<Vec<_>>()
            });
            assert_eq!(id, Ok((*folder).to_owned()));
        }
    }

    #[test]
    fn a_modele_that_comes_with_the_program_is_read_when_it_is_asked_for() {
        let shelf = Shelf::shipped().unwrap();
        let read = |shelf: &Shelf| {
            let places = shelf.places.iter();
            places
                .filter(|place| place.template.get().is_some())
                .count()
        };
        assert_eq!(read(&shelf), 0);
        assert!(shelf.find("versailles-1d").is_some() && shelf.find("absent").is_none());
        assert_eq!(read(&shelf), 1);
        assert_eq!(shelf.all().count(), shipped::FOLDERS.len());
    }
}

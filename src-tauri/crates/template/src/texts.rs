//! The texts of a modèle as trees, each read once: at once when the modèle is checked, else when it is first needed.

use crate::misprint::{Misprint, Report};
use crate::source::{FileKind, Part, read};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The texts of a modèle, by file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Texts(BTreeMap<String, Text>);

#[derive(Clone, Debug)]
struct Text {
    kind: FileKind,
    source: Cow<'static, str>,
    parts: OnceLock<Vec<Part>>,
}

impl Text {
    fn parts(&self) -> &[Part] {
        self.parts
            .get_or_init(|| read(&self.source, self.kind, &mut Report::unheard("")))
    }
}

impl Texts {
    /// Adds a text, not read yet.
    pub(crate) fn add(&mut self, file: String, kind: FileKind, source: Cow<'static, str>) {
        let parts = OnceLock::new();
        self.0.insert(
            file,
            Text {
                kind,
                source,
                parts,
            },
        );
    }

    /// Reads every text; says every misprint.
    pub(crate) fn read_all(&self) -> Vec<Misprint> {
        let mut misprints = Vec::new();
        for (file, text) in &self.0 {
            let mut report = Report::of(file);
            let parts = read(&text.source, text.kind, &mut report);
            misprints.extend(report.take());
            // One that was read before is the same.
            let _ = text.parts.set(parts);
        }
        misprints
    }

    /// The parts of a text; none for a file that is not there.
    pub(crate) fn get(&self, file: &str) -> Option<&[Part]> {
        self.0.get(file).map(Text::parts)
    }

    /// The name of every text.
    pub(crate) fn files(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Every text, by file.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &[Part])> {
        self.0
            .iter()
            .map(|(file, text)| (file.as_str(), text.parts()))
    }
}

//! A made file, its name, and what is said of it beside its pages.

use chrono::NaiveDateTime;
use domain::dossier::Dossier;
use domain::record::Path;
use pdf::{About, Originals};
use template::{Copies, Form, Template};

/// A made file.
#[derive(Clone, Debug)]
pub struct Made {
    /// Key of the document.
    pub key: String,
    /// Name of the file.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its pages, blank versos included.
    pub pages: u32,
    /// The originals it holds.
    pub originals: u32,
    /// Whether it stands beside the document that is made final: a form to be edited, a file of another service.
    pub aside: bool,
}

impl Made {
    /// Whether it is pages.
    pub(crate) fn is_pdf(&self) -> bool {
        self.name.ends_with(".pdf")
    }
}

/// What is said of a dossier's files beside their pages.
pub(crate) fn about(dossier: &Dossier, now: NaiveDateTime) -> About {
    let sheet = &dossier.sheet;
    let words = |entry: &domain::entry::Entry<domain::values::Text>| {
        entry
            .value()
            .map(|text| text.as_str().to_owned())
            .unwrap_or_default()
    };
    About {
        author: words(&sheet.collectivity.name),
        subject: words(&sheet.title),
        date: now.date(),
        originals: Originals::All,
        signature_fields: false,
    }
}

/// The name of a document's file: the same in the command and in the window.
/// `unit` tells the file of a share: `2026-001-convention-0990012k-exemplaires.pdf`.
pub fn file_name(
    dossier: &Dossier,
    template: &Template,
    key: &str,
    unit: &str,
    one: Option<usize>,
) -> String {
    let reference = dossier.typed(&Path::new("reference"));
    let originals = template
        .documents
        .iter()
        .any(|document| document.key == key && document.copies == Copies::Originals);
    let own = own_kind(key, unit);
    let kind = match one {
        Some(at) => format!("{own}-exemplaire-{}", at + 1),
        None if originals => format!("{own}-exemplaires"),
        None => own,
    };
    let extension = match template.document(key).map(|document| document.form) {
        Some(Form::Mail) => "eml",
        Some(Form::Workbook) => "xlsx",
        _ => "pdf",
    };
    delivery::file_name(&reference, &kind, extension)
}

/// The name of a document's version to be put online: `2026-001-convention-version-en-ligne.pdf`.
pub(crate) fn online_name(dossier: &Dossier, key: &str, unit: &str) -> String {
    let kind = format!("{}-version-en-ligne", own_kind(key, unit));
    delivery::file_name(&dossier.typed(&Path::new("reference")), &kind, "pdf")
}

pub(crate) fn own_kind(key: &str, unit: &str) -> String {
    if unit.is_empty() {
        key.to_owned()
    } else {
        format!("{key}-{unit}")
    }
}

//! Makes a dossier's files into a folder: the command's « export », and a dossier of the store as JSON.

use crate::made::Made;
use crate::make::make;
use crate::make_order::{self, Order};
use crate::online::Masks;
use crate::supplied::{self, Source};
use crate::view::{self, FileView};
use crate::{Desk, Problem, Workshop, fr, today};
use chrono::NaiveDateTime;
use domain::dossier::Dossier;
use rayon::prelude::*;
use std::io::Write;
use std::path::{Path, PathBuf};
use template::{DocumentKey, Form, Ready, Refusal, Split, Template};

/// What is asked of [`export_dossier`].
#[derive(Clone, Debug, Default)]
pub struct ExportOrder {
    /// The folder.
    pub out: PathBuf,
    /// Whether each page says « PROJET » and nothing blocks.
    pub draft: bool,
    /// Keys of the documents; all of the dossier's when empty.
    pub only: Vec<String>,
    /// A file for each original.
    pub separate: bool,
    /// For a dossier that is shared out: also one file that holds every share, to print in one go.
    pub print_file: bool,
    /// An empty field where each signatory signs, for those who sign on a screen.
    pub signature_fields: bool,
    /// Also the form that can be edited, of the documents whose modèle gives them one.
    pub editable: bool,
    /// The versions to be put online, instead of the documents: of those that are published, when none is named.
    pub online: bool,
    /// The folder of the dossier's file: the files of others that it names are looked for there.
    pub beside: Option<PathBuf>,
}

/// Makes the documents of the whole dossier, then writes all of them or none. Those made once for each share are
/// [`crate::export_shares`]'s.
///
/// # Errors
/// A finding blocks one of the documents; a document is unknown or cannot be made; the folder does not write.
pub fn export_dossier(
    workshop: &Workshop,
    dossier: &Dossier,
    order: &ExportOrder,
    now: NaiveDateTime,
) -> Result<Vec<FileView>, Problem> {
    let template = workshop.template_of_file(dossier)?;
    let mut keys = asked(template, dossier, &order.only, false)?;
    if order.online {
        keys.retain(|key| has_online(template, order, key));
    }
    let ready = match (order.draft, order.only.is_empty()) {
        (true, _) => None,
        (false, false) => Some(ready(template, dossier, &keys, now)?),
        (false, true) => {
            // What one may do without, and that something stops, stops nothing else.
            let sheet = template::check(dossier, template, today(now)?);
            let proposed = sheet.proposed(template);
            keys.retain(|key| proposed.contains(key));
            let ready = sheet.ready(&keys);
            Some(ready.map_err(|refusal| refused(template, &refusal))?)
        }
    };
    let one = |key: &DocumentKey| {
        let from = ready
            .as_ref()
            .map_or(make_order::From::Draft(dossier), make_order::From::Ready);
        make(
            workshop,
            &Order {
                template,
                dossier,
                from,
                key,
                unit: "",
                edition: 1,
                now,
                separate: order.separate,
                signature_fields: order.signature_fields,
                editable: order.editable,
                online: order.online,
            },
        )
    };
    // One document alone is made here: others to help would cost more than they do.
    let made = match keys.as_slice() {
        [key] => vec![one(key)?],
        keys => keys.par_iter().map(one).collect::<Result<Vec<_>, _>>()?,
    };
    let mut made: Vec<Made> = made.into_iter().flatten().collect();
    if let Some(folder) = order.beside.as_ref().filter(|_| !order.online) {
        made.extend(supplied::beside(&Source::Folder(folder), (template, dossier), &keys)?.0);
    }
    deliver(&made, &order.out)
}

/// Whether a document is made for the web: one that is named, or one that is published.
pub(crate) fn has_online(template: &Template, order: &ExportOrder, key: &str) -> bool {
    let pages = template
        .document(key)
        .is_some_and(|it| it.form == Form::Pages);
    pages && (!order.only.is_empty() || template.is_published(key))
}

/// What whoever asked should know of an export that was made: files of others that were not found, telephones and
/// addresses that the version to be put online still shows.
///
/// # Errors
/// The modèle or a document is unknown.
pub fn export_notes(
    workshop: &Workshop,
    dossier: &Dossier,
    order: &ExportOrder,
    now: NaiveDateTime,
) -> Result<Vec<String>, Problem> {
    let template = workshop.template_of_file(dossier)?;
    let mut keys = asked(template, dossier, &order.only, false)?;
    if !order.online {
        let folder = order.beside.clone().unwrap_or_default();
        let of = (template, dossier);
        return Ok(supplied::beside(&Source::Folder(&folder), of, &keys)?.1);
    }
    keys.extend(asked(template, dossier, &order.only, true)?);
    keys.retain(|key| has_online(template, order, key));
    still_shown((template, dossier), &keys, now)
}

/// A sentence for each telephone or address in a free text that these documents print: what is put online shows it.
pub(crate) fn still_shown(
    (template, dossier): (&Template, &Dossier),
    keys: &[DocumentKey],
    now: NaiveDateTime,
) -> Result<Vec<String>, Problem> {
    let day = today(now)?;
    let sheet = template::check(dossier, template, day);
    let masks = Masks::of(dossier);
    let mut notes = Vec::new();
    for key in keys {
        let document = template::draft(template, dossier, key, 1, day, false);
        let document = document.map_err(Problem::Fill)?;
        for placed in masks.left(&document, dossier, &sheet.findings) {
            let finding = view::finding(template, placed);
            let note = fr::still_shown(&finding.field_label, &finding.sentence);
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
    }
    Ok(notes)
}

/// Writes made files: all of them or none.
pub(crate) fn deliver(made: &[Made], folder: &Path) -> Result<Vec<FileView>, Problem> {
    let mut groups = deliver_groups(&[made], folder)?;
    groups.pop().unwrap_or(Ok(Vec::new()))
}

/// Writes made files by groups: of each group all or none, whatever becomes of the others. The disk is waited for once
/// for many groups.
pub(crate) fn deliver_groups(
    groups: &[&[Made]],
    folder: &Path,
) -> Result<Vec<Result<Vec<FileView>, Problem>>, Problem> {
    std::fs::create_dir_all(folder).map_err(|source| Problem::File {
        file: folder.to_owned(),
        source,
    })?;
    let files: Vec<Vec<(&str, &[u8])>> = groups
        .iter()
        .map(|group| {
            group
                .iter()
                .map(|made| (made.name.as_str(), made.bytes.as_slice()))
                .collect()
        })
        .collect();
    let saved = delivery::save_groups(&files, folder);
    let views = groups.iter().zip(saved).map(|(group, names)| {
        let view = |(name, made): (String, &Made)| FileView {
            name,
            pages: made.pages,
        };
        let names = names.map_err(Problem::Delivery)?;
        Ok(names.into_iter().zip(*group).map(view).collect())
    });
    Ok(views.collect())
}

/// Keys of the documents asked for: those made once for each share, or the others; all the dossier has when none is
/// named.
pub(crate) fn asked(
    template: &Template,
    dossier: &Dossier,
    only: &[String],
    shared_out: bool,
) -> Result<Vec<DocumentKey>, Problem> {
    let documents = template.documents_of(dossier);
    let is_known = |key: &&String| documents.iter().any(|document| document.key == **key);
    if let Some(key) = only.iter().find(|key| !is_known(key)) {
        return Err(Problem::DocumentUnknown {
            key: key.clone(),
            known: documents
                .into_iter()
                .map(|document| document.key.clone())
                .collect(),
        });
    }
    let shares = template.split != Split::Dossier;
    let wanted = |document: &&template::DocumentDecl| {
        (shares && document.shared_out) == shared_out
            && (only.is_empty() || only.contains(&document.key))
    };
    let keys = documents.into_iter().filter(wanted);
    Ok(keys.map(|document| document.key.clone()).collect())
}

/// The proof that nothing blocks these documents; else everything that does.
pub(crate) fn ready(
    template: &Template,
    dossier: &Dossier,
    keys: &[DocumentKey],
    now: NaiveDateTime,
) -> Result<Ready, Problem> {
    template::ready(dossier, template, today(now)?, keys)
        .map_err(|refusal| refused(template, &refusal))
}

/// What refuses, in words.
pub(crate) fn refused(template: &Template, refusal: &Refusal) -> Problem {
    let told = refusal.findings.iter();
    Problem::Refused {
        findings: told.map(|placed| view::finding(template, placed)).collect(),
    }
}

/// A dossier of the store as JSON, found by its id or its reference.
///
/// # Errors
/// There is none, or the store does not answer.
pub fn export_json(desk: &Desk, wanted: &str) -> Result<String, Problem> {
    let rows = desk.ask(|store| store.list())?;
    let row = rows
        .iter()
        .find(|row| row.id.as_str() == wanted || row.reference == wanted);
    let id = row.map_or_else(|| crate::desk::id(wanted), |row| Ok(row.id.clone()))?;
    desk.dossier(&id).map(|dossier| format::write(&dossier))
}

/// Writes a file that is not there yet.
///
/// # Errors
/// It is there, or does not write.
pub fn write_new(file: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let opened = std::fs::File::options()
        .write(true)
        .create_new(true)
        .open(file);
    let failed = |source: std::io::Error| match source.kind() {
        std::io::ErrorKind::AlreadyExists => Problem::FileExists {
            file: file.to_owned(),
        },
        _ => Problem::File {
            file: file.to_owned(),
            source,
        },
    };
    opened
        .and_then(|mut open| open.write_all(bytes).and_then(|()| open.sync_all()))
        .map_err(failed)
}

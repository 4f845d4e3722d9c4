//! Changes a dossier: each gesture of the window is one action of the store, one step of « Annuler ».

use crate::desk::{self, stamp};
use crate::open_dossier::show;
use crate::view::{DossierView, Gesture, Typed};
use crate::{Desk, Problem, deduce, rows};
use base64::Engine;
use chrono::NaiveDateTime;
use domain::dossier::Dossier;
use domain::entry::Value;
use domain::record::{Holds, Id, Path};
use domain::values::Date;
use std::path::Path as FilePath;
use store::Action;
use template::Template;

/// The largest text of an académie, in bytes.
pub(crate) const LARGEST_PIECE: u64 = 50_000_000;

/// Does a gesture. When this answers, the change is on the disk.
///
/// # Errors
/// The field or the list is unknown, the text is too long, the block is no block, the store does not answer.
pub fn act(
    desk: &Desk,
    id: &str,
    gesture: Gesture,
    now: NaiveDateTime,
) -> Result<DossierView, Problem> {
    let id = desk::id(id)?;
    let dossier = desk.dossier(&id)?;
    let template = desk.workshop().template(&dossier)?;
    let action = action(&dossier, template, &id, gesture, crate::today(now)?)?;
    desk.ask(move |store| store.act(action, stamp(now)))?;
    show(desk, &id, now)
}

/// Takes the last action back.
///
/// # Errors
/// There is nothing to take back, or the store does not answer.
pub fn undo(desk: &Desk, id: &str, now: NaiveDateTime) -> Result<DossierView, Problem> {
    let id = desk::id(id)?;
    let convention = id.clone();
    desk.ask(move |store| store.undo(&convention, stamp(now)))?;
    show(desk, &id, now)
}

/// Does again what was taken back.
///
/// # Errors
/// There is nothing to do again, or the store does not answer.
pub fn redo(desk: &Desk, id: &str, now: NaiveDateTime) -> Result<DossierView, Problem> {
    let id = desk::id(id)?;
    let convention = id.clone();
    desk.ask(move |store| store.redo(&convention, stamp(now)))?;
    show(desk, &id, now)
}

fn action(
    dossier: &Dossier,
    template: &Template,
    id: &Id,
    gesture: Gesture,
    today: Date,
) -> Result<Action, Problem> {
    let convention = id.clone();
    Ok(match gesture {
        Gesture::Set { fields } => Action::Set {
            convention,
            fields: deduce::with_followers(dossier, template, typed(dossier, fields, today)?),
        },
        Gesture::Hand { path, on } => Action::Hand {
            convention,
            path: field(dossier, &path)?,
            on,
        },
        Gesture::Add { list, part } => rows::add(convention, template, &list, &part)?,
        Gesture::Remove { list, id } => Action::Remove {
            convention,
            list: rows::known(&list)?,
            id: desk::id(&id)?,
        },
        Gesture::Move { list, part, id, to } => {
            rows::shift(convention, dossier, (&list, &part), &id, to as usize)?
        }
        Gesture::Paste {
            list,
            part,
            id,
            column,
            text,
        } => {
            let block = rows::Block {
                list: &list,
                part: &part,
                id: id.as_deref(),
                column: &column,
                text: &text,
            };
            rows::paste(convention, dossier, template, &block)?
        }
        Gesture::Pass { code, path, reason } => Action::Pass {
            convention,
            code,
            path: Path::new(path),
            reason: short(reason)?,
        },
    })
}

fn typed(
    dossier: &Dossier,
    fields: Vec<Typed>,
    today: Date,
) -> Result<Vec<(Path, String)>, Problem> {
    fields
        .into_iter()
        .map(|typed| {
            let path = field(dossier, &typed.path)?;
            let text = dated(&path, short(typed.text)?, today);
            Ok((path, text))
        })
        .collect()
}

/// « aujourd'hui » becomes a day when it is typed, and stays that day.
fn dated(path: &Path, text: String, today: Date) -> String {
    let is_date = Dossier::field(path)
        .is_some_and(|field| matches!(field.holds, Holds::Leaf(domain::entry::Kind::Date)));
    match domain::values::read_date(&text, today) {
        Ok(day) if is_date => day.spelling(),
        _ => text,
    }
}

/// A field there is, an answer included.
fn field(dossier: &Dossier, path: &str) -> Result<Path, Problem> {
    let path = Path::new(path);
    let answer = path.head() == domain::dossier::ANSWERS && path.keys().count() == 2;
    if answer || dossier.leaf(&path).is_some() {
        Ok(path)
    } else {
        Err(Problem::FieldUnknown {
            path: path.to_string(),
        })
    }
}

/// A text that the store takes: what is beyond is refused whole, never cut.
fn short(text: String) -> Result<String, Problem> {
    let length = text.chars().count();
    if length > store::MOST_CHARS {
        Err(Problem::TooLong { length })
    } else {
        Ok(text)
    }
}

/// Keeps the académie's own PDF with the dossier, untouched.
///
/// # Errors
/// The file is no PDF, too large, or does not read; the store does not answer.
pub fn attach_text(
    desk: &Desk,
    id: &str,
    file: &FilePath,
    now: NaiveDateTime,
) -> Result<DossierView, Problem> {
    let bytes = read_at_most(file, LARGEST_PIECE)?;
    let pages = pdf::page_count(&bytes).ok_or(Problem::FileKind {
        file: file.to_owned(),
        expected: "PDF",
    })?;
    let name = file
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let kept_as = name.clone();
    let piece =
        desk.ask(move |store| store.add_piece(&bytes, &kept_as, "application/pdf", stamp(now)))?;
    let supplied = |key: &str| Path::new("convention/texte_fourni").join(key);
    let fields = vec![
        (Path::new("convention/texte"), "fourni".to_owned()),
        (supplied("fichier"), name),
        (supplied("sha256"), piece),
        (supplied("pages"), pages.to_string()),
    ];
    attach(desk, id, fields, now)
}

/// Puts the collectivity's logo into the dossier.
///
/// # Errors
/// The file is no SVG, PNG or JPEG, is too large, or holds what cannot be printed; the store does not answer.
pub fn attach_logo(
    desk: &Desk,
    id: &str,
    file: &FilePath,
    now: NaiveDateTime,
) -> Result<DossierView, Problem> {
    let bytes = read_at_most(file, 2_000_000)?;
    let text = base64::engine::general_purpose::STANDARD.encode(&bytes);
    // What could not be printed is refused at once, not left out of the pages later.
    if domain::values::Image::read(&text).is_err() {
        return Err(Problem::FileKind {
            file: file.to_owned(),
            expected: "image SVG, PNG ou JPEG de 2 Mo au plus",
        });
    }
    layout::reads_picture(&bytes).map_err(|why| Problem::Picture {
        file: file.to_owned(),
        why,
    })?;
    attach(desk, id, vec![(Path::new("collectivite/logo"), text)], now)
}

pub(crate) fn attach(
    desk: &Desk,
    id: &str,
    fields: Vec<(Path, String)>,
    now: NaiveDateTime,
) -> Result<DossierView, Problem> {
    let id = desk::id(id)?;
    let action = Action::Attach {
        convention: id.clone(),
        fields,
    };
    desk.ask(move |store| store.act(action, stamp(now)))?;
    show(desk, &id, now)
}

pub(crate) fn read_at_most(file: &FilePath, most: u64) -> Result<Vec<u8>, Problem> {
    let unread = |source| Problem::File {
        file: file.to_owned(),
        source,
    };
    let size = std::fs::metadata(file).map_err(unread)?.len();
    if size > most {
        return Err(Problem::FileKind {
            file: file.to_owned(),
            expected: "fichier de cette taille",
        });
    }
    std::fs::read(file).map_err(unread)
}

//! What an action does to a dossier, in memory: nothing here knows SQL. An error leaves a dossier that must be dropped.

use crate::action::{Action, Deed, PastedRow};
use crate::{MOST_CHARS, MOST_IMAGE_CHARS, MOST_ITEMS, Result, Stamp, StoreError, new_id};
use domain::dossier::{ANSWERS, Dossier};
use domain::entry::Kind;
use domain::record::{Holds, Id, Items, Part, PartMut, Path, Record, find, walk};

/// What was done, before it is written.
#[derive(Debug)]
pub(crate) struct Edit {
    pub(crate) deed: Deed,
    pub(crate) places: Vec<Path>,
    pub(crate) added: Vec<Id>,
}

impl Edit {
    pub(crate) fn of(deed: Deed, places: Vec<Path>) -> Self {
        Self {
            deed,
            places,
            added: Vec::new(),
        }
    }
}

/// Does to a dossier what an action says; none when the action is not one on the dossier's contents.
pub(crate) fn edit(dossier: &mut Dossier, action: Action, now: Stamp) -> Result<Option<Edit>> {
    match action {
        Action::Set { fields, .. } => set(dossier, fields, Deed::Set),
        Action::Attach { fields, .. } => set(dossier, fields, Deed::Attach),
        Action::Hand { path, on, .. } => hand(dossier, path, on),
        Action::Add {
            list,
            id,
            at,
            fields,
            ..
        } => add(
            dossier,
            &list,
            id.unwrap_or_else(|| new_id(now)),
            at,
            fields,
        ),
        Action::Remove { list, id, .. } => remove(dossier, list, id),
        Action::Move { list, id, to, .. } => move_to(dossier, list, id, to),
        Action::Paste { list, rows, .. } => paste(dossier, &list, rows, now),
        Action::Pass {
            code, path, reason, ..
        } => pass(dossier, &code, path, &reason, now),
        _ => return Ok(None),
    }
    .map(Some)
}

/// Whether a new dossier can be kept: its modèle, its texts' lengths, its lists. Its hand-written blanks are put in order.
pub(crate) fn make_sound(dossier: &mut Dossier) -> Result<()> {
    let template = &dossier.template;
    if Id::new(&template.id).is_none() || template.version == 0 {
        return Err(StoreError::BadTemplate {
            id: template.id.clone(),
            version: template.version,
        });
    }
    for field in Dossier::shape().fields {
        if let (Holds::List(_), true) = (field.holds, dossier.ids(field.key).len() > MOST_ITEMS) {
            return Err(StoreError::TooMany {
                list: field.key.to_owned(),
                most: MOST_ITEMS,
            });
        }
    }
    let mut texts = Vec::new();
    walk(&dossier.sheet, &Path::new(""), &mut |path, _, leaf| {
        texts.push((path, leaf.typed()))
    });
    let answers = dossier
        .answers
        .iter()
        .map(|(key, text)| (Path::new(ANSWERS).join(key), text.clone()));
    texts
        .into_iter()
        .chain(answers)
        .try_for_each(|(path, text)| check_text(dossier, &path, &text))?;
    dossier.by_hand.sort();
    dossier.by_hand.dedup();
    dossier
        .by_hand
        .iter()
        .try_for_each(|path| check_field(dossier, path))
}

fn set(dossier: &mut Dossier, fields: Vec<(Path, String)>, deed: Deed) -> Result<Edit> {
    for (path, text) in &fields {
        put(dossier, path, text)?;
    }
    Ok(Edit::of(
        deed,
        fields.into_iter().map(|(path, _)| path).collect(),
    ))
}

fn put(dossier: &mut Dossier, path: &Path, text: &str) -> Result<()> {
    check_text(dossier, path, text)?;
    if dossier.put(path, text) {
        Ok(())
    } else {
        Err(StoreError::NoSuchField { path: path.clone() })
    }
}

fn hand(dossier: &mut Dossier, path: Path, on: bool) -> Result<Edit> {
    check_field(dossier, &path)?;
    dossier.by_hand.retain(|known| known != &path);
    if on {
        dossier.by_hand.push(path.clone());
        dossier.by_hand.sort();
    }
    Ok(Edit::of(Deed::Hand, vec![path]))
}

fn add(
    dossier: &mut Dossier,
    list: &str,
    id: Id,
    at: usize,
    fields: Vec<(String, String)>,
) -> Result<Edit> {
    insert(dossier, list, &id, at)?;
    let place = Path::new(list).join(id.as_str());
    for (key, text) in fields {
        put(dossier, &place.join(&key), &text)?;
    }
    Ok(Edit {
        deed: Deed::Add,
        places: vec![place],
        added: vec![id],
    })
}

fn insert(dossier: &mut Dossier, list: &str, id: &Id, at: usize) -> Result<()> {
    let items = items_of(dossier, list)?;
    if items.ids().len() >= MOST_ITEMS {
        return Err(StoreError::TooMany {
            list: list.to_owned(),
            most: MOST_ITEMS,
        });
    }
    let inserted = items.insert(at, id.clone());
    if inserted {
        Ok(())
    } else {
        Err(StoreError::SameItem {
            list: list.to_owned(),
            id: id.clone(),
        })
    }
}

/// The item's hand-written blanks go with it: they would name fields that are no more.
fn remove(dossier: &mut Dossier, list: String, id: Id) -> Result<Edit> {
    let place = Path::new(list.as_str()).join(id.as_str());
    if !items_of(dossier, &list)?.remove(id.as_str()) {
        return Err(StoreError::NoSuchItem { list, id });
    }
    dossier
        .by_hand
        .retain(|path| !path.is_under(place.as_str()));
    Ok(Edit::of(Deed::Remove, vec![place]))
}

fn move_to(dossier: &mut Dossier, list: String, id: Id, to: usize) -> Result<Edit> {
    let place = Path::new(list.as_str()).join(id.as_str());
    if !items_of(dossier, &list)?.move_to(id.as_str(), to) {
        return Err(StoreError::NoSuchItem { list, id });
    }
    Ok(Edit::of(Deed::Move, vec![place]))
}

fn paste(dossier: &mut Dossier, list: &str, rows: Vec<PastedRow>, now: Stamp) -> Result<Edit> {
    let mut done = Edit::of(Deed::Paste, vec![Path::new(list)]);
    items_of(dossier, list)?; // An unknown list is told even when no row is pasted.
    for row in rows {
        let id = match row.id {
            Some(id) => id,
            None => {
                let id = new_id(now);
                insert(dossier, list, &id, usize::MAX)?;
                done.added.push(id.clone());
                id
            }
        };
        for (key, text) in row.fields {
            put(
                dossier,
                &Path::new(list).join(id.as_str()).join(&key),
                &text,
            )?;
        }
    }
    Ok(done)
}

/// One reason at most is kept for a finding and its field.
fn pass(dossier: &mut Dossier, code: &str, path: Path, reason: &str, now: Stamp) -> Result<Edit> {
    let list = dossier.sheet.reasons.iter();
    let same = |value: &domain::dossier::Reason| {
        domain::entry::Leaf::typed(&value.code) == code
            && domain::entry::Leaf::typed(&value.path) == path.as_str()
    };
    let known = list
        .filter(|item| same(&item.value))
        .map(|item| item.id.clone())
        .next();
    match (known, reason.trim().is_empty()) {
        (Some(id), true) => drop(items_of(dossier, REASONS)?.remove(id.as_str())),
        (Some(id), false) => put_reason(dossier, &id, "motif", reason)?,
        (None, true) => {}
        (None, false) => {
            let id = new_id(now);
            insert(dossier, REASONS, &id, usize::MAX)?;
            put_reason(dossier, &id, "constat", code)?;
            put_reason(dossier, &id, "champ", path.as_str())?;
            put_reason(dossier, &id, "motif", reason)?;
        }
    }
    Ok(Edit::of(Deed::Pass, vec![path]))
}

const REASONS: &str = "motifs";

fn put_reason(dossier: &mut Dossier, id: &Id, key: &str, text: &str) -> Result<()> {
    put(
        dossier,
        &Path::new(REASONS).join(id.as_str()).join(key),
        text,
    )
}

fn items_of<'a>(dossier: &'a mut Dossier, list: &str) -> Result<&'a mut dyn Items> {
    match dossier.sheet.part_mut(list) {
        Some(PartMut::List(items)) => Ok(items),
        _ => Err(StoreError::NoSuchList {
            list: list.to_owned(),
        }),
    }
}

/// Refuses a path that names no field of the dossier: an answer has a plain key, and a declared field must be there.
fn check_field(dossier: &Dossier, path: &Path) -> Result<()> {
    let keys: Vec<&str> = path.keys().collect();
    let known = match keys.as_slice() {
        [ANSWERS, key] => is_answer_key(key),
        _ => matches!(find(&dossier.sheet, path), Some(Part::Leaf(_))),
    };
    let written_plainly = keys.join("/") == path.as_str();
    if known && written_plainly {
        Ok(())
    } else {
        Err(StoreError::NoSuchField { path: path.clone() })
    }
}

fn check_text(dossier: &Dossier, path: &Path, text: &str) -> Result<()> {
    check_field(dossier, path)?;
    let picture = dossier
        .leaf(path)
        .is_some_and(|leaf| leaf.kind() == Kind::Image);
    let most = if picture {
        MOST_IMAGE_CHARS
    } else {
        MOST_CHARS
    };
    let length = text.chars().count();
    if length > most {
        Err(StoreError::TooLong {
            path: path.clone(),
            length,
            most,
        })
    } else {
        Ok(())
    }
}

/// The modèles name their questions so.
fn is_answer_key(key: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    (1..=60).contains(&key.len()) && key.bytes().all(plain)
}

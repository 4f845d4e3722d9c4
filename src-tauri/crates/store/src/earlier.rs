//! The dossier that another one follows: kept whole with it, one field a row, and never changed.

use crate::tx::Tx;
use crate::{Result, StoreError};
use domain::dossier::{ANSWERS, Dossier};
use domain::record::{Holds, Id, PartMut, Path, Record, walk};
use rusqlite::{Connection, OptionalExtension};

/// What stands before the paths of hand-written blanks.
const BY_HAND: &str = "a_la_main";

impl Tx<'_> {
    /// Keeps the dossier that a new one follows, with the convention of this base that it came from.
    pub(crate) fn keep_earlier(
        &self,
        convention: &Id,
        origin: Option<&Id>,
        before: &Dossier,
    ) -> Result<()> {
        let sql = "INSERT INTO earlier_dossier (convention, origin, template_id, template_version) VALUES (?1, ?2, ?3, ?4)";
        let row = (
            convention.as_str(),
            origin.map(Id::as_str),
            &before.template.id,
            before.template.version,
        );
        self.0.execute(sql, row)?;
        let sql =
            "INSERT INTO earlier_field (convention, path, position, text) VALUES (?1, ?2, ?3, ?4)";
        let mut statement = self.0.prepare_cached(sql)?;
        for (position, (path, text)) in (0i64..).zip(fields(before)) {
            statement.execute((convention.as_str(), path.as_str(), position, text))?;
        }
        Ok(())
    }
}

/// All that a dossier holds, in an order that it can be made again in: the items of its lists before their fields.
fn fields(dossier: &Dossier) -> Vec<(Path, String)> {
    let mut all = Vec::new();
    let shape = Dossier::shape().fields.iter();
    for list in shape.filter(|field| matches!(field.holds, Holds::List(_))) {
        let ids = dossier.ids(list.key).into_iter();
        all.extend(ids.map(|id| (Path::new(list.key).join(id.as_str()), String::new())));
    }
    walk(&dossier.sheet, &Path::new(""), &mut |path, _, leaf| {
        if !leaf.is_empty() {
            all.push((path, leaf.typed()));
        }
    });
    let answers = dossier.answers.iter();
    all.extend(answers.map(|(key, text)| (Path::new(ANSWERS).join(key), text.clone())));
    let blanks = dossier.by_hand.iter();
    all.extend(blanks.map(|path| (Path::new(BY_HAND).join(path.as_str()), String::new())));
    all
}

/// The dossier that a convention follows, when it follows one.
pub(crate) fn read(db: &Connection, convention: &Id) -> Result<Option<Dossier>> {
    let sql = "SELECT template_id, template_version FROM earlier_dossier WHERE convention = ?1";
    let found = db
        .prepare_cached(sql)?
        .query_row([convention.as_str()], |row| Ok((row.get(0)?, row.get(1)?)));
    let Some((id, version)) = found.optional()? else {
        return Ok(None);
    };
    let mut dossier = Dossier::default();
    (dossier.template.id, dossier.template.version) = (id, version);
    let sql = "SELECT path, text FROM earlier_field WHERE convention = ?1 ORDER BY position";
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query([convention.as_str()])?;
    while let Some(row) = rows.next()? {
        let (path, text) = (row.get::<_, String>(0)?, row.get::<_, String>(1)?);
        if !put(&mut dossier, &Path::new(path.as_str()), &text) {
            let place = format!("earlier_field: {path} of {}", convention.as_str());
            return Err(StoreError::damage(place));
        }
    }
    Ok(Some(dossier))
}

/// Puts one row back; false when the dossier has no such place.
fn put(dossier: &mut Dossier, path: &Path, text: &str) -> bool {
    if let Some(blank) = path.as_str().strip_prefix(BY_HAND) {
        dossier
            .by_hand
            .push(Path::new(blank.trim_start_matches('/')));
        return true;
    }
    let keys: Vec<&str> = path.keys().collect();
    if let [list, id] = keys[..]
        && let Some(PartMut::List(items)) = dossier.sheet.part_mut(list)
    {
        return Id::new(id).is_some_and(|id| items.insert(usize::MAX, id));
    }
    dossier.put(path, text)
}

//! Rows of a list: added, put in order, pasted from a table. The rows of one party are a part of the list of
//! signatories, and are counted among themselves.

use crate::desk;
use crate::view::members;
use crate::{Problem, view};
use domain::dossier::Dossier;
use domain::record::{Holds, Id, Part, Path, RecordShape, find, walk};
use store::{Action, PastedRow};
use template::Template;

/// A block of cells, and where it is pasted.
pub struct Block<'a> {
    /// The list.
    pub list: &'a str,
    /// The party whose rows they are; empty for the whole list.
    pub part: &'a str,
    /// The row it begins at; none for new rows at the end.
    pub id: Option<&'a str>,
    /// The column it begins at.
    pub column: &'a str,
    /// The cells.
    pub text: &'a str,
}

/// A list that there is.
///
/// # Errors
/// There is none of this name.
pub fn known(list: &str) -> Result<String, Problem> {
    record_of(list).map(|_| list.to_owned())
}

/// A row more, at the end.
///
/// # Errors
/// There is no such list.
pub fn add(convention: Id, template: &Template, list: &str, part: &str) -> Result<Action, Problem> {
    Ok(Action::Add {
        convention,
        list: known(list)?,
        id: None,
        at: usize::MAX,
        fields: members::beginning(template, part),
    })
}

/// A row at another rank among those of its part.
///
/// # Errors
/// There is no such list, nor such a rank in it.
pub fn shift(
    convention: Id,
    dossier: &Dossier,
    (list, part): (&str, &str),
    id: &str,
    to: usize,
) -> Result<Action, Problem> {
    let there = of_part(dossier, list, part).get(to).cloned();
    let all = dossier.ids(list);
    let rank = all.iter().position(|known| Some(known) == there.as_ref());
    Ok(Action::Move {
        convention,
        list: known(list)?,
        id: desk::id(id)?,
        to: rank.unwrap_or(usize::MAX),
    })
}

/// A pasted block as rows: from the given row and column on. Rows still untouched at the end are filled before others
/// are added.
///
/// # Errors
/// There is no such list or column; the block is no block.
pub fn paste(
    convention: Id,
    dossier: &Dossier,
    template: &Template,
    block: &Block<'_>,
) -> Result<Action, Problem> {
    let keys = columns_from(template, block)?;
    let ids = of_part(dossier, block.list, block.part);
    let given = block
        .id
        .and_then(|id| ids.iter().position(|known| known.as_str() == id));
    let first = given.unwrap_or_else(|| begun(dossier, block.list, &ids));
    let pasted = intake::pasted(block.text).map_err(Problem::Paste)?;
    let row = |(at, cells): (usize, Vec<String>)| {
        let id = ids.get(first + at).cloned();
        let cells = keys.iter().map(|key| (*key).to_owned()).zip(cells);
        // Over rows that were chosen, an empty cell empties; into a row that was waiting, it says nothing.
        let fields = match (&id, given) {
            (Some(_), Some(_)) => cells.collect(),
            (Some(_), None) => anew(Vec::new(), cells),
            (None, _) => anew(members::beginning(template, block.part), cells),
        };
        PastedRow { id, fields }
    };
    Ok(Action::Paste {
        convention,
        list: known(block.list)?,
        rows: pasted.into_iter().enumerate().map(row).collect(),
    })
}

/// The fields of a new row: what it begins with, then the cells that say something.
fn anew(
    mut fields: Vec<(String, String)>,
    cells: impl Iterator<Item = (String, String)>,
) -> Vec<(String, String)> {
    fields.extend(cells.filter(|(_, cell)| !cell.is_empty()));
    fields
}

/// How many rows are begun: those after the last one in which somebody wrote are not.
fn begun(dossier: &Dossier, list: &str, ids: &[Id]) -> usize {
    let last = ids.iter().rposition(|id| is_written(dossier, list, id));
    last.map_or(0, |at| at + 1)
}

/// Whether a row holds more than what it began with.
fn is_written(dossier: &Dossier, list: &str, id: &Id) -> bool {
    let at = Path::new(list).join(id.as_str());
    let Some(Part::Record(record)) = find(&dossier.sheet, &at) else {
        return false;
    };
    let mut written = dossier
        .by_hand
        .iter()
        .any(|path| path.is_under(at.as_str()));
    walk(record, &at, &mut |path, _, leaf| {
        let is_given = matches!(path.last(), "partie" | "fonction" | "type");
        written |= !is_given && !leaf.typed().is_empty();
    });
    written
}

/// The rows of a part, in order; all those of the list when it has none.
fn of_part(dossier: &Dossier, list: &str, part: &str) -> Vec<Id> {
    if part.is_empty() {
        dossier.ids(list)
    } else {
        members::ids(dossier, part)
    }
}

fn record_of(list: &str) -> Result<&'static RecordShape, Problem> {
    let declared = Dossier::shape()
        .fields
        .iter()
        .find(|field| field.key == list)
        .map(|field| field.holds);
    match declared {
        Some(Holds::List(shape)) => Ok(shape),
        _ => Err(Problem::FieldUnknown {
            path: list.to_owned(),
        }),
    }
}

/// The columns of the grid, from one on.
fn columns_from(template: &Template, block: &Block<'_>) -> Result<Vec<&'static str>, Problem> {
    let shape = record_of(block.list)?;
    let shown = view::grid_keys(template, (block.list, block.part), shape);
    let from = shown.iter().position(|key| *key == block.column);
    from.map(|from| shown[from..].to_vec())
        .ok_or_else(|| Problem::FieldUnknown {
            path: format!("{}/{}", block.list, block.column),
        })
}

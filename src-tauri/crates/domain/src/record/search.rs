//! Finding in a dossier: the part at a path, the declaration of a field, every field in order.
//!
//! This file must not know which records exist.

use super::{FieldShape, Holds, Part, PartMut, Path, Record, RecordShape};
use crate::entry::Leaf;

/// Finds the part at a path below a record.
pub fn find<'a>(record: &'a dyn Record, path: &Path) -> Option<Part<'a>> {
    let mut part = Part::Record(record);
    for key in path.keys() {
        part = match part {
            Part::Record(record) => record.part(key)?,
            Part::List(items) => Part::Record(items.item(key)?),
            Part::Leaf(_) => return None,
        };
    }
    Some(part)
}

/// Finds the part at a path below a record, to be changed.
pub fn find_mut<'a>(record: &'a mut dyn Record, path: &Path) -> Option<PartMut<'a>> {
    let mut part = PartMut::Record(record);
    for key in path.keys() {
        part = match part {
            PartMut::Record(record) => record.part_mut(key)?,
            PartMut::List(items) => PartMut::Record(items.item_mut(key)?),
            PartMut::Leaf(_) => return None,
        };
    }
    Some(part)
}

/// The declaration of the field at a path: ids of items are stepped over, whatever they are.
pub fn shape_at(shape: &'static RecordShape, path: &Path) -> Option<&'static FieldShape> {
    let (mut shape, mut found, mut in_list) = (shape, None, false);
    for key in path.keys() {
        if std::mem::take(&mut in_list) {
            continue;
        }
        let field = shape.fields.iter().find(|field| field.key == key)?;
        found = Some(field);
        match field.holds {
            Holds::Record(below) => shape = below,
            Holds::List(below) => (shape, in_list) = (below, true),
            Holds::Leaf(_) => {}
        }
    }
    found
}

/// Calls `seen` with every field that holds a value, with its path, in the order declared.
pub fn walk<'a>(
    record: &'a dyn Record,
    at: &Path,
    seen: &mut dyn FnMut(Path, &'static FieldShape, &'a dyn Leaf),
) {
    for field in record.shape().fields {
        let path = at.join(field.key);
        match record.part(field.key) {
            Some(Part::Leaf(leaf)) => seen(path, field, leaf),
            Some(Part::Record(below)) => walk(below, &path, seen),
            Some(Part::List(items)) => {
                for id in items.ids() {
                    if let Some(item) = items.item(id.as_str()) {
                        walk(item, &path.join(id.as_str()), seen);
                    }
                }
            }
            None => {}
        }
    }
}

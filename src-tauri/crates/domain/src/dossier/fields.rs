//! The fields of a dossier by their paths: what is typed there, put there, left to the pen.

use super::{ANSWERS, Dossier, Sheet};
use crate::entry::Leaf;
use crate::record::{
    FieldShape, Holds, Id, Part, PartMut, Path, Record, RecordShape, Shaped, find, find_mut,
    shape_at, walk,
};
use std::collections::BTreeMap;

impl Dossier {
    /// The shape of the declared fields.
    pub fn shape() -> &'static RecordShape {
        Sheet::SHAPE
    }

    /// The field at a path; none for a list, a record, an answer or an unknown path.
    pub fn leaf(&self, path: &Path) -> Option<&dyn Leaf> {
        match find(&self.sheet, path)? {
            Part::Leaf(leaf) => Some(leaf),
            _ => None,
        }
    }

    /// What is typed at a path, answers included; empty when nothing is.
    pub fn typed(&self, path: &Path) -> String {
        match answer_key(path) {
            Some(key) => self.answers.get(key).cloned().unwrap_or_default(),
            None => self.leaf(path).map(Leaf::typed).unwrap_or_default(),
        }
    }

    /// Puts what was typed at a path; false when there is no such field.
    pub fn put(&mut self, path: &Path, typed: &str) -> bool {
        if let Some(key) = answer_key(path) {
            put_answer(&mut self.answers, key, typed);
            return true;
        }
        match find_mut(&mut self.sheet, path) {
            Some(PartMut::Leaf(leaf)) => {
                leaf.put(typed);
                true
            }
            _ => false,
        }
    }

    /// Whether a field is left to be filled by hand.
    pub fn is_by_hand(&self, path: &Path) -> bool {
        self.by_hand.contains(path)
    }

    /// The ids of a list, in order; none when there is no such list.
    pub fn ids(&self, list: &str) -> Vec<Id> {
        match self.sheet.part(list) {
            Some(Part::List(items)) => items.ids(),
            _ => Vec::new(),
        }
    }

    /// What was typed in the fields that reach a person directly: telephones and mailboxes that what is put online does
    /// not show. The addresses of a school, of a service, of a town hall are none.
    pub fn personal(&self) -> Vec<(Path, String)> {
        let mut found = Vec::new();
        walk(&self.sheet, &Path::new(""), &mut |path, field, leaf| {
            if field.personal && !leaf.is_empty() {
                found.push((path, leaf.typed()));
            }
        });
        found
    }

    /// The declaration of the field at a path; none for an answer.
    pub fn field(path: &Path) -> Option<&'static FieldShape> {
        shape_at(Sheet::SHAPE, path).filter(|field| matches!(field.holds, Holds::Leaf(_)))
    }
}

/// The key of an answer, when the path is one of an answer.
fn answer_key(path: &Path) -> Option<&str> {
    let mut keys = path.keys();
    (keys.next() == Some(ANSWERS))
        .then(|| keys.next())
        .flatten()
}

fn put_answer(answers: &mut BTreeMap<String, String>, key: &str, typed: &str) {
    if typed.is_empty() {
        answers.remove(key);
    } else {
        answers.insert(key.to_owned(), typed.to_owned());
    }
}

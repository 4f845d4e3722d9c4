//! The structure tree, read as a list: parents before children, in reading order.

use super::book::Book;
use super::rules::{Flaws, Rule};
use lopdf::{Dictionary, Object, ObjectId};
use std::collections::BTreeSet;

/// An element of the structure.
pub struct Element<'a> {
    /// The number of its object.
    pub id: ObjectId,
    /// Its type: « P ».
    pub kind: String,
    /// The rank of the element above it; none for the document.
    pub parent: Option<usize>,
    /// What hangs below it, in order.
    pub below: Vec<Below>,
    /// What it says of itself.
    pub entries: &'a Dictionary,
}

/// What hangs below an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Below {
    /// An element, by its rank.
    Element(usize),
    /// A marked content: page, number.
    Marked(ObjectId, i64),
    /// An object: an annotation.
    Object(ObjectId),
}

impl Element<'_> {
    /// « H2 (object 12) ».
    pub fn name(&self) -> String {
        format!("{} (object {})", self.kind, self.id.0)
    }

    /// An attribute, whatever its owner.
    pub fn attribute<'a>(&'a self, book: &'a Book, key: &str) -> Option<&'a Object> {
        match book.get(self.entries, "A")? {
            Object::Dictionary(attributes) => book.get(attributes, key),
            Object::Array(all) => {
                let all = all
                    .iter()
                    .filter_map(|one| book.follow(one)?.as_dict().ok());
                all.filter_map(|attributes| book.get(attributes, key))
                    .next()
            }
            _ => None,
        }
    }
}

/// Reads the tree. An element met twice is a flaw, and not read again.
pub fn read<'a>(book: &'a Book, flaws: &mut Flaws) -> Vec<Element<'a>> {
    let root = book
        .catalogue()
        .and_then(|catalogue| catalogue.get(b"StructTreeRoot").ok()?.as_reference().ok());
    let mut reader = Reader {
        book,
        flaws,
        met: BTreeSet::new(),
        elements: Vec::new(),
    };
    match root.and_then(|root| Some((root, book.entries(root)?))) {
        Some((id, entries)) => {
            reader.below(entries, id, None);
        }
        None => reader.flaws.add(Rule::Marked, "no structure"),
    }
    reader.elements
}

struct Reader<'a, 'f> {
    book: &'a Book,
    flaws: &'f mut Flaws,
    met: BTreeSet<ObjectId>,
    elements: Vec<Element<'a>>,
}

/// Deeper trees are refused before they exhaust the stack.
const DEEPEST: usize = 64;

impl<'a> Reader<'a, '_> {
    fn below(
        &mut self,
        entries: &'a Dictionary,
        id: ObjectId,
        parent: Option<usize>,
    ) -> Vec<Below> {
        let kids = match self.book.get(entries, "K") {
            Some(Object::Array(kids)) => kids.iter().collect(),
            Some(_) => entries.get(b"K").into_iter().collect(),
            None => Vec::new(),
        };
        kids.into_iter()
            .filter_map(|kid: &'a Object| self.one(kid, entries, id, parent))
            .collect()
    }

    fn one(
        &mut self,
        kid: &'a Object,
        above: &'a Dictionary,
        above_id: ObjectId,
        parent: Option<usize>,
    ) -> Option<Below> {
        match self.book.follow(kid)? {
            Object::Integer(mcid) => Some(Below::Marked(
                above.get(b"Pg").ok()?.as_reference().ok()?,
                *mcid,
            )),
            Object::Dictionary(entries) => match self.book.name(entries, "Type").as_deref() {
                Some("MCR") => {
                    let page = entries
                        .get(b"Pg")
                        .or_else(|_| above.get(b"Pg"))
                        .ok()?
                        .as_reference()
                        .ok()?;
                    Some(Below::Marked(page, self.book.int(entries, "MCID")?))
                }
                Some("OBJR") => Some(Below::Object(
                    entries.get(b"Obj").ok()?.as_reference().ok()?,
                )),
                _ => self.element(kid.as_reference().ok()?, entries, above_id, parent),
            },
            _ => None,
        }
    }

    fn element(
        &mut self,
        id: ObjectId,
        entries: &'a Dictionary,
        above: ObjectId,
        parent: Option<usize>,
    ) -> Option<Below> {
        let kind = self.book.name(entries, "S").unwrap_or_default();
        let rank = self.elements.len();
        let element = Element {
            id,
            kind,
            parent,
            below: Vec::new(),
            entries,
        };
        let named = entries.get(b"P").and_then(Object::as_reference).ok();
        self.flaws
            .unless(named == Some(above), Rule::Parent, element.name());
        if !self.met.insert(id) || self.depth(parent) > DEEPEST {
            self.flaws.add(
                Rule::Parent,
                format!("{}, met twice or too deep", element.name()),
            );
            return None;
        }
        self.elements.push(element);
        let below = self.below(entries, id, Some(rank));
        if let Some(element) = self.elements.get_mut(rank) {
            element.below = below;
        }
        Some(Below::Element(rank))
    }

    fn depth(&self, mut parent: Option<usize>) -> usize {
        let mut depth = 0;
        while let Some(rank) = parent {
            parent = self.elements.get(rank).and_then(|element| element.parent);
            depth += 1;
        }
        depth
    }
}

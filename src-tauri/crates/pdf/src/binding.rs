//! A file under way: its objects, and which of them are its pages and its elements.

use crate::objects::{at, name};
use crate::pen::points;
use crate::tree::places;
use layout::Pages;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

/// Elements of the structure as bytes: they are many, and nothing is asked of them but to be written.
#[derive(Default)]
pub struct Elements {
    bytes: Vec<u8>,
    /// The number of each, and where it ends.
    ends: Vec<(u32, usize)>,
}

impl Elements {
    /// Adds an element: `write` says its bytes.
    pub fn add(&mut self, id: ObjectId, write: impl FnOnce(&mut Vec<u8>)) {
        write(&mut self.bytes);
        self.ends.push((id.0, self.bytes.len()));
    }

    /// Each, with its number.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &[u8])> {
        let mut start = 0;
        self.ends.iter().map(move |(id, end)| {
            let bytes = self.bytes.get(start..*end).unwrap_or_default();
            start = *end;
            (*id, bytes)
        })
    }
}

/// A file under way.
pub struct Binding<'a> {
    /// The pages.
    pub pages: &'a Pages,
    /// Its objects.
    pub doc: Document,
    /// The page objects: for each chosen original, for each page.
    pub page_ids: Vec<Vec<ObjectId>>,
    /// The element of each node, for each chosen original.
    pub element_ids: Vec<Vec<ObjectId>>,
    /// The first place of each node.
    pub places: Vec<Option<(usize, i32)>>,
}

impl<'a> Binding<'a> {
    /// Begins with the faces; pages and elements have their numbers from the first.
    pub fn begun(pages: &'a Pages, originals: usize, fonts: Document) -> Self {
        let mut doc = fonts;
        doc.version = "1.7".to_owned();
        doc.trailer = Dictionary::new();
        let mut ids = |count: usize| {
            (0..originals)
                .map(|_| (0..count).map(|_| doc.new_object_id()).collect())
                .collect::<Vec<Vec<_>>>()
        };
        let page_ids = ids(pages.pages.len());
        let element_ids = ids(pages.nodes.len());
        Self {
            pages,
            doc,
            page_ids,
            element_ids,
            places: places(pages),
        }
    }

    /// Adds a stream, unless there is none.
    pub fn stream(&mut self, bytes: Option<Vec<u8>>) -> Option<ObjectId> {
        bytes.map(|bytes| self.doc.add_object(Stream::new(Dictionary::new(), bytes)))
    }

    /// Where a node first stands, as a destination; none when it draws nothing.
    pub fn destination(&self, original: usize, node: usize) -> Option<Object> {
        let (page, y) = self.places.get(node).copied().flatten()?;
        let top = points(self.pages.pages[page].height - y);
        let page = at(self.page_ids[original][page]);
        Some(Object::Array(vec![
            page,
            name("XYZ"),
            Object::Null,
            Object::Real(top),
            Object::Null,
        ]))
    }
}

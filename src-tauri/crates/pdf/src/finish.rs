//! From printed streams and fonts to a whole file: pages, structure, links, outline, metadata.

use crate::metadata;
use crate::objects::{at, dict, int, name};
use crate::outline;
use crate::paint::{Painted, points};
use crate::press::Pressed;
use crate::tree::{places, tree};
use crate::{About, WriteError, links};
use layout::Pages;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

mod elements;
mod pictures;

/// A file under way.
pub(crate) struct Press<'a> {
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

/// Puts the file together.
pub fn finish(
    pages: &Pages,
    about: &About,
    originals: &[usize],
    painted: &Painted,
    pressed: Pressed,
) -> Result<Document, WriteError> {
    let mut press = Press::begun(pages, originals.len(), pressed.fonts);
    let pages_id = press.doc.new_object_id();
    let resources = pictures::resources(&mut press, &pressed.by_name)?;
    let body: Vec<Option<ObjectId>> = pressed
        .body
        .into_iter()
        .map(|bytes| press.stream(bytes))
        .collect();
    let annotations = links::annotations(&mut press);
    let tree = tree(pages, painted);
    let root = elements::elements(&mut press, &tree, painted, &annotations);
    for (original, own) in pressed.furniture.into_iter().enumerate() {
        for (page, bytes) in own.into_iter().enumerate() {
            let contents = [body.get(page).copied().flatten(), press.stream(bytes)];
            press.page(original, page, pages_id, resources, &contents, &annotations);
        }
    }
    let kids: Vec<Object> = press.page_ids.iter().flatten().map(|id| at(*id)).collect();
    let count = int(kids.len());
    press.doc.objects.insert(
        pages_id,
        Object::Dictionary(dict([
            ("Type", name("Pages")),
            ("Kids", Object::Array(kids)),
            ("Count", count),
        ])),
    );
    let outline = outline::outline(&mut press);
    metadata::finish(&mut press.doc, pages, about, pages_id, root, outline);
    Ok(press.doc)
}

impl<'a> Press<'a> {
    fn begun(pages: &'a Pages, originals: usize, fonts: Document) -> Self {
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

    fn stream(&mut self, bytes: Option<Vec<u8>>) -> Option<ObjectId> {
        bytes.map(|bytes| self.doc.add_object(Stream::new(Dictionary::new(), bytes)))
    }

    /// A page of an original: the shared body, then its own furniture. A blank verso has neither.
    fn page(
        &mut self,
        original: usize,
        page: usize,
        pages_id: ObjectId,
        resources: ObjectId,
        contents: &[Option<ObjectId>],
        annotations: &links::Annotations,
    ) {
        let set = &self.pages.pages[page];
        let size = [0.0, 0.0, points(set.width), points(set.height)];
        let mut entries = dict([
            ("Type", name("Page")),
            ("Parent", at(pages_id)),
            (
                "MediaBox",
                Object::Array(size.into_iter().map(Object::Real).collect()),
            ),
            ("Resources", at(resources)),
            ("Tabs", name("S")),
        ]);
        let streams: Vec<Object> = contents.iter().flatten().map(|id| at(*id)).collect();
        if !streams.is_empty() {
            entries.set("Contents", Object::Array(streams));
            entries.set(
                "StructParents",
                int(original * self.pages.pages.len() + page),
            );
        }
        let here: Vec<Object> = annotations.of(original, page).map(at).collect();
        if !here.is_empty() {
            entries.set("Annots", Object::Array(here));
        }
        self.doc
            .objects
            .insert(self.page_ids[original][page], Object::Dictionary(entries));
    }

    /// Where a node first stands, as a destination; none when it draws nothing.
    pub(crate) fn destination(&self, original: usize, node: usize) -> Option<Object> {
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

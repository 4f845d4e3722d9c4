//! The pages: of each original, the shared body and its own furniture (ISO 32000-1, 7.7.3).

use super::Beside;
use crate::binding::Binding;
use crate::objects::{at, dict, int, name};
use crate::pen::points;
use lopdf::{Dictionary, Object, ObjectId};

/// The body's streams, then those of each original; none where there is nothing to paint.
pub type Streams = (Vec<Option<Vec<u8>>>, Vec<Vec<Option<Vec<u8>>>>);

/// Makes all pages; the root of their tree.
pub fn sheets(
    binding: &mut Binding<'_>,
    resources: ObjectId,
    (body, furniture): Streams,
    beside: &Beside,
) -> ObjectId {
    let root = binding.doc.new_object_id();
    let body: Vec<Option<ObjectId>> = body
        .into_iter()
        .map(|bytes| binding.stream(bytes))
        .collect();
    for (original, own) in furniture.into_iter().enumerate() {
        for (page, bytes) in own.into_iter().enumerate() {
            let contents = [body.get(page).copied().flatten(), binding.stream(bytes)];
            let mut sheet = sheet(binding, original, page, &contents, beside);
            sheet.set("Parent", at(root));
            // An archive wants them on the page itself (ISO 19005-2, 6.2.2).
            sheet.set("Resources", at(resources));
            binding
                .doc
                .objects
                .insert(binding.page_ids[original][page], Object::Dictionary(sheet));
        }
    }
    let kids: Vec<Object> = binding
        .page_ids
        .iter()
        .flatten()
        .map(|id| at(*id))
        .collect();
    let count = int(kids.len());
    let tree = dict([
        ("Type", name("Pages")),
        ("Kids", Object::Array(kids)),
        ("Count", count),
    ]);
    binding.doc.objects.insert(root, Object::Dictionary(tree));
    root
}

/// A page of an original: the shared body, then its own furniture. A blank verso has neither.
fn sheet(
    binding: &Binding<'_>,
    original: usize,
    page: usize,
    contents: &[Option<ObjectId>],
    beside: &Beside,
) -> Dictionary {
    let set = &binding.pages.pages[page];
    let sides = [0.0, 0.0, points(set.width), points(set.height)];
    let sides = Object::Array(sides.into_iter().map(Object::Real).collect());
    let mut sheet = dict([
        ("Type", name("Page")),
        ("Tabs", name("S")),
        ("MediaBox", sides),
    ]);
    let streams: Vec<Object> = contents.iter().flatten().map(|id| at(*id)).collect();
    if !streams.is_empty() {
        sheet.set("Contents", Object::Array(streams));
        sheet.set(
            "StructParents",
            int(original * binding.pages.pages.len() + page),
        );
    }
    let links = beside.links.of(original, page);
    let here: Vec<Object> = links
        .chain(beside.fields.on(original, page))
        .map(at)
        .collect();
    if !here.is_empty() {
        sheet.set("Annots", Object::Array(here));
    }
    sheet
}

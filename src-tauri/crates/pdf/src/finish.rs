//! From printed streams and fonts to a whole file: pages, structure, links, outline, metadata.

use crate::binding::Binding;
use crate::paint::Painted;
use crate::press::Pressed;
use crate::tree::tree;
use crate::{About, WriteError, links, metadata, outline};
use layout::Pages;
use lopdf::Document;

mod elements;
mod pictures;
mod sheets;

/// Puts the file together.
pub fn finish(
    pages: &Pages,
    about: &About,
    originals: &[usize],
    painted: &Painted,
    pressed: Pressed,
) -> Result<Document, WriteError> {
    let mut binding = Binding::begun(pages, originals.len(), pressed.fonts);
    let resources = pictures::resources(&mut binding, &pressed.by_name)?;
    let annotations = links::annotations(&mut binding);
    let tree = tree(pages, painted);
    let root = elements::elements(&mut binding, &tree, painted, &annotations);
    let streams = (pressed.body, pressed.furniture);
    let sheets = sheets::sheets(&mut binding, resources, streams, &annotations);
    let outline = outline::outline(&mut binding);
    metadata::finish(&mut binding.doc, pages, about, sheets, root, outline);
    Ok(binding.doc)
}

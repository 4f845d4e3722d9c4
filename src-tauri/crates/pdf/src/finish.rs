//! From printed streams and fonts to a whole file: pages, structure, links, outline, metadata.

use crate::binding::{Binding, Elements};
use crate::links::Annotations;
use crate::metadata::Roots;
use crate::paint::Painted;
use crate::press::Pressed;
use crate::signing::Fields;
use crate::tree::tree;
use crate::{About, WriteError, links, metadata, outline};
use layout::Pages;
use lopdf::Document;

mod drawing;
mod elements;
mod pictures;
mod sheets;

/// Puts the file together: its objects, and its elements beside them.
pub fn finish(
    pages: &Pages,
    about: &About,
    originals: &[usize],
    painted: Painted,
    pressed: Pressed,
) -> Result<(Document, Elements), WriteError> {
    let mut binding = Binding::begun(pages, originals.len(), pressed.fonts);
    let resources = pictures::resources(&mut binding, &pressed.by_name)?;
    let beside = Beside::of(&mut binding, about);
    let tree = tree(pages, &painted);
    let (root, elements) = elements::elements(&mut binding, &tree, &painted, &beside);
    let streams = (painted.body, painted.furniture);
    let sheets = sheets::sheets(&mut binding, resources, streams, &beside);
    let roots = Roots {
        sheets,
        structure: root,
        outline: outline::outline(&mut binding),
        form: beside.fields.form(),
    };
    metadata::finish(&mut binding.doc, pages, about, roots);
    Ok((binding.doc, elements))
}

/// What stands on the pages beside their streams.
struct Beside {
    links: Annotations,
    fields: Fields,
}

impl Beside {
    /// Their numbers in the parent tree follow those of the pages, links first.
    fn of(binding: &mut Binding<'_>, about: &About) -> Self {
        let links = links::annotations(binding);
        let first = binding.page_ids.len() * binding.pages.pages.len() + links.count();
        let fields = if about.signature_fields {
            Fields::of(binding, first)
        } else {
            Fields::default()
        };
        Self { links, fields }
    }
}

//! The resources that all pages share: faces and pictures.

use super::drawing;
use crate::WriteError;
use crate::binding::Binding;
use crate::objects::{at, dict, int, name};
use layout::pages::{Image, Pixels};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use std::collections::BTreeMap;

/// Adds the pictures and gives the resources.
pub fn resources(
    binding: &mut Binding<'_>,
    fonts: &BTreeMap<&'static str, ObjectId>,
) -> Result<ObjectId, WriteError> {
    let mut names = Dictionary::new();
    for (resource, id) in fonts {
        names.set(*resource, at(*id));
    }
    let mut pictures = Dictionary::new();
    for (rank, image) in binding.pages.images.iter().enumerate() {
        pictures.set(format!("I{rank}"), at(picture(&mut binding.doc, image)?));
    }
    let mut resources = dict([("Font", Object::Dictionary(names))]);
    if !pictures.is_empty() {
        resources.set("XObject", Object::Dictionary(pictures));
    }
    Ok(binding.doc.add_object(resources))
}

/// A JPEG goes in as it is (ISO 32000-1, 7.4.8); pixels are packed with the other streams.
fn picture(doc: &mut Document, image: &Image) -> Result<ObjectId, WriteError> {
    let (rgb, alpha) = match &image.pixels {
        Pixels::Plain { rgb, alpha } => (rgb, alpha),
        Pixels::Jpeg { grey } => {
            let space = if *grey { "DeviceGray" } else { "DeviceRGB" };
            let mut entries = samples(image, space);
            entries.set("Filter", name("DCTDecode"));
            return Ok(doc.add_object(Stream::new(entries, image.file.clone())));
        }
        Pixels::Drawn(strokes) => return Ok(drawing::form(doc, image, strokes)),
    };
    let pixels = image.width as usize * image.height as usize;
    let whole = rgb.len() == pixels * 3 && alpha.as_ref().is_none_or(|alpha| alpha.len() == pixels);
    if !whole {
        return Err(WriteError::NotWhole {
            what: "a picture has not its pixels",
        });
    }
    let mut entries = samples(image, "DeviceRGB");
    if let Some(alpha) = alpha {
        let mask = doc.add_object(Stream::new(samples(image, "DeviceGray"), alpha.clone()));
        entries.set("SMask", at(mask));
    }
    Ok(doc.add_object(Stream::new(entries, rgb.clone())))
}

fn samples(image: &Image, space: &str) -> Dictionary {
    dict([
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", int(image.width)),
        ("Height", int(image.height)),
        ("ColorSpace", name(space)),
        ("BitsPerComponent", int(8)),
    ])
}

//! What the pages show: every stream of every page, walked operator by operator.

use super::book::{Book, inflated};
use super::drawings;
use super::faces::FaceRead;
use super::operators::{Marked, Walk};
use super::rules::{Flaws, Rule};
use lopdf::content::Content;
use lopdf::{Dictionary, Object, ObjectId, Stream};
use std::collections::BTreeMap;

/// What all pages show.
#[derive(Default)]
pub struct Contents {
    /// For each page, its marked contents by number.
    pub marked: BTreeMap<ObjectId, BTreeMap<i64, Marked>>,
    /// The faces, by the number of their object, with the codes they show.
    pub faces: BTreeMap<ObjectId, FaceRead>,
}

/// Reads all pages.
pub fn read(book: &Book, flaws: &mut Flaws) -> Contents {
    let mut contents = Contents::default();
    for page in &book.pages {
        let Some(entries) = book.entries(*page) else {
            continue;
        };
        // On the page itself: what it holds from above is not its own (ISO 19005-2, 6.2.2).
        let resources = book.dict(entries, "Resources").cloned().unwrap_or_default();
        let mut walk = Walk::new(
            book,
            &resources,
            &mut contents.faces,
            flaws,
            book.page_name(*page),
        );
        for stream in streams(book, entries) {
            let operations = inflated(stream).and_then(|bytes| Content::decode(&bytes).ok());
            match operations {
                Some(content) => walk.stream(&content.operations),
                None => walk.flaw(Rule::Unreadable),
            }
        }
        let marked = walk.marked;
        contents.marked.insert(*page, marked);
        pictures(book, &resources, *page, flaws);
    }
    contents
}

fn streams<'a>(book: &'a Book, page: &'a Dictionary) -> Vec<&'a Stream> {
    match book.get(page, "Contents") {
        Some(Object::Array(items)) => items
            .iter()
            .filter_map(|item| book.follow(item)?.as_stream().ok())
            .collect(),
        Some(Object::Stream(stream)) => vec![stream],
        _ => Vec::new(),
    }
}

/// Pictures in device colours, with as many samples as they say.
fn pictures(book: &Book, resources: &Dictionary, page: ObjectId, flaws: &mut Flaws) {
    let Some(pictures) = book.dict(resources, "XObject") else {
        return;
    };
    for (name, object) in pictures {
        let place = || {
            format!(
                "{}, {}",
                book.page_name(page),
                String::from_utf8_lossy(name)
            )
        };
        let Some(stream) = book
            .follow(object)
            .and_then(|object| object.as_stream().ok())
        else {
            flaws.add(Rule::Picture, place());
            continue;
        };
        let mask = book.stream(&stream.dict, "SMask");
        let whole = match book.name(&stream.dict, "Subtype").as_deref() {
            Some("Form") => drawings::is_whole(book, stream),
            _ => {
                is_whole(book, stream, false) && mask.is_none_or(|mask| is_whole(book, mask, true))
            }
        };
        flaws.unless(whole, Rule::Picture, place());
    }
}

fn is_whole(book: &Book, stream: &Stream, mask: bool) -> bool {
    let entries = &stream.dict;
    let samples = match book.name(entries, "ColorSpace").as_deref() {
        Some("DeviceRGB") if !mask => 3,
        Some("DeviceGray") => 1,
        _ => return false,
    };
    let side = |key| {
        book.int(entries, key)
            .and_then(|side| usize::try_from(side).ok())
    };
    let (Some(width), Some(height)) = (side("Width"), side("Height")) else {
        return false;
    };
    let plain = book.int(entries, "BitsPerComponent") == Some(8) && !entries.has(b"Interpolate");
    if book.name(entries, "Filter").as_deref() == Some("DCTDecode") {
        return plain && !mask && jpeg(&stream.content) == Some((width, height, samples));
    }
    let whole = |bytes: Vec<u8>| Some(bytes.len()) == width.checked_mul(height * samples);
    plain && inflated(stream).is_some_and(whole)
}

/// Width, height and colours of a JPEG, by the header of its frame (ISO 10918-1, B.2.2).
fn jpeg(bytes: &[u8]) -> Option<(usize, usize, usize)> {
    let mut rest = bytes.strip_prefix(&[0xff, 0xd8])?;
    loop {
        let [0xff, marker, high, low, ..] = *rest else {
            return None;
        };
        let length = usize::from(u16::from_be_bytes([high, low]));
        let segment = rest.get(4..length + 2)?;
        // The frames, of all kinds; tables of Huffman and of arithmetic, that share their numbers, are none.
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            let [8, down, down_low, across, across_low, colours, ..] = *segment else {
                return None;
            };
            let side = |high, low| usize::from(u16::from_be_bytes([high, low]));
            return Some((
                side(across, across_low),
                side(down, down_low),
                usize::from(colours),
            ));
        }
        rest = rest.get(length + 2..)?;
    }
}

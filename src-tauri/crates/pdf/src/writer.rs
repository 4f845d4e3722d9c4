//! The bytes of a file: streams deflated, everything else in object streams, a cross-reference stream
//! (ISO 32000-1, 7.5.7 and 7.5.8). Written here because lopdf writes object streams twice and leaves the
//! cross-reference stream as it is.

use crate::binding::Elements;
use crate::deflate::packed;
use crate::objects::{dict, int, name};
use crate::syntax::{dictionary, put, say};
use lopdf::{Dictionary, Document, Object, StringFormat};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Objects in one object stream: readers inflate a whole one to reach any.
const PER_STREAM: usize = 2000;

/// Shorter streams, as the furniture of most pages, are no shorter packed.
const LEAST: usize = 256;

/// Bytes of a row of the cross-reference table.
const ROW: usize = 7;

/// Where an object is.
enum Place {
    /// At a byte of the file.
    Byte(usize),
    /// In an object stream, at a rank.
    Within(u32, usize),
}

/// An object that goes into an object stream.
enum Item<'a> {
    Whole(&'a Object),
    /// As bytes already.
    Written(&'a [u8]),
}

impl Item<'_> {
    /// About how many bytes it takes, for room to be made at once.
    fn size(&self) -> usize {
        match self {
            Self::Whole(_) => 128,
            Self::Written(bytes) => bytes.len() + 8,
        }
    }
}

/// Writes the file.
pub fn write(doc: &Document, elements: &Elements) -> Vec<u8> {
    let mut file = File::begun();
    for (id, object) in &doc.objects {
        if let Object::Stream(stream) = object {
            file.stream(id.0, stream.dict.clone(), &stream.content);
        }
    }
    let items = items(doc, elements);
    let streams = doc.objects.keys().map(|id| id.0);
    let last = streams.chain(items.iter().map(|(id, _)| *id)).max();
    let mut next = last.unwrap_or(0) + 1;
    for group in items.chunks(PER_STREAM) {
        file.object_stream(next, group);
        next += 1;
    }
    file.finish(next, &doc.trailer)
}

/// Everything but the streams, in the order of the numbers.
fn items<'a>(doc: &'a Document, elements: &'a Elements) -> Vec<(u32, Item<'a>)> {
    let plain = doc.objects.iter();
    let plain = plain.filter(|(_, object)| !matches!(object, Object::Stream(_)));
    let mut items: Vec<(u32, Item<'_>)> = plain
        .map(|(id, object)| (id.0, Item::Whole(object)))
        .collect();
    items.extend(
        elements
            .iter()
            .map(|(id, bytes)| (id, Item::Written(bytes))),
    );
    items.sort_by_key(|(id, _)| *id);
    items
}

struct File {
    bytes: Vec<u8>,
    places: BTreeMap<u32, Place>,
}

impl File {
    /// The second line tells transfer programs that the file is not text.
    fn begun() -> Self {
        Self {
            bytes: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec(),
            places: BTreeMap::new(),
        }
    }

    fn stream(&mut self, id: u32, mut entries: Dictionary, content: &[u8]) {
        // What comes packed stays so. Metadata stay readable by programs that know no PDF (ISO 19005-2, 6.6.2.1 recommends it).
        let plain = entries
            .get(b"Type")
            .and_then(Object::as_name)
            .is_ok_and(|kind| kind == b"Metadata");
        let packed = if plain || entries.has(b"Filter") || content.len() < LEAST {
            None
        } else {
            packed(content)
        };
        if packed.is_some() {
            entries.set("Filter", name("FlateDecode"));
        }
        let content = packed.as_deref().unwrap_or(content);
        entries.set("Length", int(content.len()));
        self.places.insert(id, Place::Byte(self.bytes.len()));
        say(&mut self.bytes, format_args!("{id} 0 obj\n"));
        dictionary(&entries, &mut self.bytes);
        self.bytes.extend_from_slice(b"\nstream\n");
        self.bytes.extend_from_slice(content);
        self.bytes.extend_from_slice(b"\nendstream\nendobj\n");
    }

    fn object_stream(&mut self, id: u32, group: &[(u32, Item<'_>)]) {
        let size = group.iter().map(|(_, item)| item.size()).sum();
        let (mut index, mut content) = (Vec::new(), Vec::with_capacity(size));
        for (rank, (object_id, item)) in group.iter().enumerate() {
            say(&mut index, format_args!("{object_id} {} ", content.len()));
            match item {
                Item::Whole(object) => put(object, &mut content),
                Item::Written(bytes) => content.extend_from_slice(bytes),
            }
            content.push(b'\n');
            self.places.insert(*object_id, Place::Within(id, rank));
        }
        let entries = dict([
            ("Type", name("ObjStm")),
            ("N", int(group.len())),
            ("First", int(index.len())),
        ]);
        content.splice(0..0, index);
        self.stream(id, entries, &content);
    }

    fn finish(mut self, id: u32, trailer: &Dictionary) -> Vec<u8> {
        let start = self.bytes.len();
        self.places.insert(id, Place::Byte(start));
        let mut table = Vec::new();
        let mut above = [0; ROW];
        for number in 0..=id {
            let row = row(self.places.get(&number));
            // Each row as its difference from the one above (ISO 32000-1, 7.4.4.4): most then are alike.
            table.push(2);
            table.extend(
                row.iter()
                    .zip(above)
                    .map(|(byte, above)| byte.wrapping_sub(above)),
            );
            above = row;
        }
        let mut entries = trailer.clone();
        let identity = Object::String(identity(&self.bytes), StringFormat::Hexadecimal);
        entries.set("ID", Object::Array(vec![identity.clone(), identity]));
        entries.set("Type", name("XRef"));
        entries.set("Size", int(id + 1));
        entries.set("W", Object::Array(vec![int(1), int(4), int(2)]));
        let rows = dict([("Predictor", int(12)), ("Columns", int(ROW))]);
        entries.set("DecodeParms", Object::Dictionary(rows));
        self.stream(id, entries, &table);
        say(&mut self.bytes, format_args!("startxref\n{start}\n%%EOF\n"));
        self.bytes
    }
}

/// A row of the table: kind on one byte, place on four, generation or rank on two. A number without object is free.
fn row(place: Option<&Place>) -> [u8; ROW] {
    let (kind, place, rank) = match place {
        None => (0, 0, u16::MAX),
        Some(Place::Byte(at)) => (1, u32::try_from(*at).unwrap_or(u32::MAX), 0),
        Some(Place::Within(stream, rank)) => (2, *stream, u16::try_from(*rank).unwrap_or(u16::MAX)),
    };
    let (place, rank) = (place.to_be_bytes(), rank.to_be_bytes());
    [
        kind, place[0], place[1], place[2], place[3], rank[0], rank[1],
    ]
}

/// The file's identity follows from its content: the same content, the same file (ISO 32000-1, 14.4).
fn identity(bytes: &[u8]) -> Vec<u8> {
    Sha256::digest(bytes).iter().take(16).copied().collect()
}

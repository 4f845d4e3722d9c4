//! The bytes of a file: streams deflated, everything else in object streams, a cross-reference stream
//! (ISO 32000-1, 7.5.7 and 7.5.8). Written here because lopdf writes object streams twice and leaves the
//! cross-reference stream as it is.

use crate::objects::{dict, int, name};
use libdeflater::{CompressionLvl, Compressor};
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Arguments;
use std::io::Write;

/// Objects in one object stream: readers inflate a whole one to reach any.
const PER_STREAM: usize = 2000;

/// Bytes of a row of the cross-reference table.
const ROW: usize = 7;

/// Where an object is.
enum Place {
    /// At a byte of the file.
    Byte(usize),
    /// In an object stream, at a rank.
    Within(u32, usize),
}

/// Writes the file.
pub fn write(doc: &Document) -> Vec<u8> {
    let mut file = File::begun();
    let plain: Vec<(&ObjectId, &Object)> = doc
        .objects
        .iter()
        .filter(|(_, object)| !matches!(object, Object::Stream(_)))
        .collect();
    for (id, object) in &doc.objects {
        if let Object::Stream(stream) = object {
            file.stream(id.0, stream.dict.clone(), &stream.content);
        }
    }
    let first = doc.objects.keys().map(|id| id.0).max().unwrap_or(0) + 1;
    let mut next = first;
    for group in plain.chunks(PER_STREAM) {
        file.object_stream(next, group);
        next += 1;
    }
    file.finish(next, &doc.trailer)
}

struct File {
    bytes: Vec<u8>,
    places: BTreeMap<u32, Place>,
    deflate: Compressor,
}

impl File {
    /// The second line tells transfer programs that the file is not text.
    fn begun() -> Self {
        let level = CompressionLvl::new(6).unwrap_or_default();
        Self {
            bytes: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec(),
            places: BTreeMap::new(),
            deflate: Compressor::new(level),
        }
    }

    fn stream(&mut self, id: u32, mut entries: Dictionary, content: &[u8]) {
        // What comes packed stays so. Metadata stay readable by programs that know no PDF (ISO 19005-2, 6.6.2.1 recommends it).
        let plain = entries
            .get(b"Type")
            .and_then(Object::as_name)
            .is_ok_and(|kind| kind == b"Metadata");
        let packed = if plain || entries.has(b"Filter") {
            None
        } else {
            self.pack(content)
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

    fn pack(&mut self, content: &[u8]) -> Option<Vec<u8>> {
        let mut packed = vec![0; self.deflate.zlib_compress_bound(content.len())];
        let length = self.deflate.zlib_compress(content, &mut packed).ok()?;
        packed.truncate(length);
        Some(packed)
    }

    fn object_stream(&mut self, id: u32, group: &[(&ObjectId, &Object)]) {
        let (mut index, mut content) = (Vec::new(), Vec::new());
        for (rank, (object_id, item)) in group.iter().enumerate() {
            say(
                &mut index,
                format_args!("{} {} ", object_id.0, content.len()),
            );
            put(item, &mut content);
            content.push(b'\n');
            self.places.insert(object_id.0, Place::Within(id, rank));
        }
        let entries = dict([
            ("Type", name("ObjStm")),
            ("N", int(group.len())),
            ("First", int(index.len())),
        ]);
        self.stream(id, entries, &[index, content].concat());
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

/// Writes an object; of a stream, only its dictionary.
fn put(object: &Object, bytes: &mut Vec<u8>) {
    match object {
        Object::Null => bytes.extend_from_slice(b"null"),
        Object::Boolean(value) => say(bytes, format_args!("{value}")),
        Object::Integer(number) => say(bytes, format_args!("{number}")),
        Object::Real(number) => say(bytes, format_args!("{number}")),
        Object::Name(text) => put_name(text, bytes),
        Object::String(text, format) => put_string(text, format, bytes),
        Object::Array(items) => array(items, bytes),
        Object::Dictionary(entries) => dictionary(entries, bytes),
        Object::Stream(stream) => dictionary(&stream.dict, bytes),
        Object::Reference((id, generation)) => say(bytes, format_args!("{id} {generation} R")),
    }
}

fn say(bytes: &mut Vec<u8>, words: Arguments<'_>) {
    // Memory never refuses to be written to.
    let _ = bytes.write_fmt(words);
}

fn array(items: &[Object], bytes: &mut Vec<u8>) {
    bytes.push(b'[');
    for (rank, item) in items.iter().enumerate() {
        if rank > 0 {
            bytes.push(b' ');
        }
        put(item, bytes);
    }
    bytes.push(b']');
}

fn dictionary(entries: &Dictionary, bytes: &mut Vec<u8>) {
    bytes.extend_from_slice(b"<<");
    for (key, value) in entries {
        put_name(key, bytes);
        if !matches!(
            value,
            Object::Name(_) | Object::Array(_) | Object::Dictionary(_) | Object::String(..)
        ) {
            bytes.push(b' ');
        }
        put(value, bytes);
    }
    bytes.extend_from_slice(b">>");
}

fn put_name(text: &[u8], bytes: &mut Vec<u8>) {
    bytes.push(b'/');
    for &byte in text {
        let regular = byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(&byte);
        if regular {
            bytes.push(byte)
        } else {
            say(bytes, format_args!("#{byte:02X}"))
        }
    }
}

fn put_string(text: &[u8], format: &StringFormat, bytes: &mut Vec<u8>) {
    if *format == StringFormat::Hexadecimal {
        bytes.push(b'<');
        text.iter()
            .for_each(|byte| say(bytes, format_args!("{byte:02X}")));
        bytes.push(b'>');
        return;
    }
    bytes.push(b'(');
    for &byte in text {
        match byte {
            b'(' | b')' | b'\\' => bytes.extend_from_slice(&[b'\\', byte]),
            b'\r' => bytes.extend_from_slice(b"\\r"),
            b'\n' => bytes.extend_from_slice(b"\\n"),
            _ => bytes.push(byte),
        }
    }
    bytes.push(b')');
}

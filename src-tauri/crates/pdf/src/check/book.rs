//! A file opened for reading: objects looked up without ever failing on what is absent.

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, Stream};

/// No stream of ours is longer; a hostile one is not inflated beyond.
const LONGEST_STREAM: usize = 64 << 20;

/// An opened file.
pub struct Book {
    /// Its objects.
    pub doc: Document,
    /// Its pages, in order.
    pub pages: Vec<ObjectId>,
}

impl Book {
    /// Opens a file; none when it does not read or has no page.
    pub fn open(bytes: &[u8]) -> Option<Self> {
        let options = LoadOptions {
            max_decompressed_size: Some(LONGEST_STREAM),
            ..LoadOptions::default()
        };
        let doc = Document::load_mem_with_options(bytes, options).ok()?;
        let pages: Vec<ObjectId> = doc.page_iter().collect();
        if pages.is_empty() {
            None
        } else {
            Some(Self { doc, pages })
        }
    }

    /// The object itself, references followed.
    pub fn follow<'a>(&'a self, object: &'a Object) -> Option<&'a Object> {
        let (_, object) = self.doc.dereference(object).ok()?;
        if object.is_null() { None } else { Some(object) }
    }

    /// An entry, references followed.
    pub fn get<'a>(&'a self, of: &'a Dictionary, key: &str) -> Option<&'a Object> {
        of.get(key.as_bytes())
            .ok()
            .and_then(|object| self.follow(object))
    }

    /// An entry that is a dictionary, or a stream's dictionary.
    pub fn dict<'a>(&'a self, of: &'a Dictionary, key: &str) -> Option<&'a Dictionary> {
        self.get(of, key).and_then(entries)
    }

    /// An entry that is a stream.
    pub fn stream<'a>(&'a self, of: &'a Dictionary, key: &str) -> Option<&'a Stream> {
        self.get(of, key).and_then(|object| object.as_stream().ok())
    }

    /// An entry that is an array; empty when it is not.
    pub fn array<'a>(&'a self, of: &'a Dictionary, key: &str) -> &'a [Object] {
        self.get(of, key)
            .and_then(|object| object.as_array().ok())
            .map_or(&[], Vec::as_slice)
    }

    /// An entry that is a name.
    pub fn name(&self, of: &Dictionary, key: &str) -> Option<String> {
        let name = self.get(of, key)?.as_name().ok()?;
        Some(String::from_utf8_lossy(name).into_owned())
    }

    /// An entry that is a whole number.
    pub fn int(&self, of: &Dictionary, key: &str) -> Option<i64> {
        self.get(of, key)?.as_i64().ok()
    }

    /// An entry that is a text.
    pub fn text(&self, of: &Dictionary, key: &str) -> Option<String> {
        self.get(of, key)?.as_str().ok().map(text)
    }

    /// The dictionary of an object.
    pub fn entries(&self, id: ObjectId) -> Option<&Dictionary> {
        self.doc.get_object(id).ok().and_then(entries)
    }

    /// The catalogue.
    pub fn catalogue(&self) -> Option<&Dictionary> {
        self.doc.catalog().ok()
    }

    /// « page 3 ».
    pub fn page_name(&self, page: ObjectId) -> String {
        match self.pages.iter().position(|one| *one == page) {
            Some(rank) => format!("page {}", rank + 1),
            None => format!("object {}, no page", page.0),
        }
    }
}

/// The bytes of a stream, inflated; none when they do not inflate.
pub fn inflated(stream: &Stream) -> Option<Vec<u8>> {
    if stream.dict.has(b"Filter") {
        return stream.decompressed_content_with_limit(LONGEST_STREAM).ok();
    }
    Some(stream.content.clone())
}

fn entries(object: &Object) -> Option<&Dictionary> {
    match object {
        Object::Dictionary(entries) => Some(entries),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// A text string: UTF-16 after its mark, else PDFDocEncoding.
pub fn text(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(units) => utf16(units),
        None => bytes.iter().map(|byte| sign(*byte)).collect(),
    }
}

/// ISO 32000-1, annex D.3; a byte without sign is read as the mark of what cannot be read.
fn sign(byte: u8) -> char {
    let high = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž";
    match byte {
        0x80..=0x9e => high
            .chars()
            .nth(usize::from(byte - 0x80))
            .unwrap_or('\u{fffd}'),
        0xa0 => '€',
        0x7f | 0x9f | 0xad => '\u{fffd}',
        _ => char::from(byte),
    }
}

/// Signs of UTF-16, high byte first.
pub fn utf16(bytes: &[u8]) -> String {
    let units = bytes
        .chunks(2)
        .map(|pair| u16::from_be_bytes([pair[0], pair.get(1).copied().unwrap_or(0)]));
    String::from_utf16_lossy(&units.collect::<Vec<_>>())
}

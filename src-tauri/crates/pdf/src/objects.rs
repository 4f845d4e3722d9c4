//! Shorthand for PDF objects: names, numbers, texts, dictionaries.

use lopdf::{Dictionary, Object, ObjectId, StringFormat};

/// A name.
pub fn name(text: &str) -> Object {
    Object::Name(text.as_bytes().to_vec())
}

/// A whole number.
pub fn int(number: impl TryInto<i64>) -> Object {
    Object::Integer(number.try_into().unwrap_or(i64::MAX))
}

/// A text string (ISO 32000-1, 7.9.2.2): as it is in ASCII, else UTF-16 with its mark.
pub fn text(words: &str) -> Object {
    if words.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
        return Object::String(words.as_bytes().to_vec(), StringFormat::Literal);
    }
    let units = words.encode_utf16().flat_map(u16::to_be_bytes);
    Object::String(
        [0xfe, 0xff].into_iter().chain(units).collect(),
        StringFormat::Hexadecimal,
    )
}

/// A reference.
pub fn at(id: ObjectId) -> Object {
    Object::Reference(id)
}

/// A dictionary.
pub fn dict<const N: usize>(entries: [(&str, Object); N]) -> Dictionary {
    entries
        .into_iter()
        .map(|(key, value)| (key.as_bytes().to_vec(), value))
        .collect()
}

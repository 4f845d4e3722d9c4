//! Objects as bytes (ISO 32000-1, 7.3).

use lopdf::{Dictionary, Object, ObjectId, StringFormat};
use std::fmt::Arguments;
use std::io::Write;

/// Writes an object; of a stream, only its dictionary.
pub fn put(object: &Object, bytes: &mut Vec<u8>) {
    match object {
        Object::Null => bytes.extend_from_slice(b"null"),
        Object::Boolean(value) => say(bytes, format_args!("{value}")),
        Object::Integer(number) => whole(*number, bytes),
        Object::Real(number) => say(bytes, format_args!("{number}")),
        Object::Name(text) => put_name(text, bytes),
        Object::String(text, format) => put_string(text, format, bytes),
        Object::Array(items) => array(items, bytes),
        Object::Dictionary(entries) => dictionary(entries, bytes),
        Object::Stream(stream) => dictionary(&stream.dict, bytes),
        Object::Reference(id) => reference(*id, bytes),
    }
}

/// Writes formatted words.
pub fn say(bytes: &mut Vec<u8>, words: Arguments<'_>) {
    // Memory never refuses to be written to.
    let _ = bytes.write_fmt(words);
}

/// Writes a whole number.
pub fn whole(number: i64, bytes: &mut Vec<u8>) {
    if number < 0 {
        bytes.push(b'-');
    }
    let (mut left, mut figures, mut at) = (number.unsigned_abs(), [0; 20], 20);
    loop {
        at -= 1;
        figures[at] = b'0' + u8::try_from(left % 10).unwrap_or(0);
        left /= 10;
        if left == 0 {
            break;
        }
    }
    bytes.extend_from_slice(&figures[at..]);
}

/// Writes a reference.
pub fn reference((id, generation): ObjectId, bytes: &mut Vec<u8>) {
    whole(id.into(), bytes);
    bytes.push(b' ');
    whole(generation.into(), bytes);
    bytes.extend_from_slice(b" R");
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

/// Writes a dictionary.
pub fn dictionary(entries: &Dictionary, bytes: &mut Vec<u8>) {
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

/// Writes a string.
pub fn put_string(text: &[u8], format: &StringFormat, bytes: &mut Vec<u8>) {
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

#[test]
fn whole_numbers_are_written_as_they_read() {
    for number in [0, 7, -7, 10, 1_234_567, i64::MAX, i64::MIN] {
        let mut bytes = Vec::new();
        whole(number, &mut bytes);
        assert_eq!(bytes, number.to_string().as_bytes());
    }
}

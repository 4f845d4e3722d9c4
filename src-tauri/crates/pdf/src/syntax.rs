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

/// Writes a number of thousandths as a decimal number, as short as can be.
pub fn thousandths(number: i64, bytes: &mut Vec<u8>) {
    if number < 0 {
        bytes.push(b'-');
    }
    let (units, part) = (number.unsigned_abs() / 1000, number.unsigned_abs() % 1000);
    whole(i64::try_from(units).unwrap_or(i64::MAX), bytes);
    if part > 0 {
        let figures = [part / 100, part / 10 % 10, part % 10];
        let figures = figures.map(|figure| b'0' + u8::try_from(figure).unwrap_or(0));
        let kept = figures.iter().rposition(|figure| *figure != b'0');
        bytes.push(b'.');
        bytes.extend_from_slice(&figures[..=kept.unwrap_or(0)]);
    }
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
    text.iter().for_each(|byte| escaped(*byte, bytes));
    bytes.push(b')');
}

/// Writes a byte of a string between parentheses (ISO 32000-1, 7.3.4.2).
pub fn escaped(byte: u8, bytes: &mut Vec<u8>) {
    match byte {
        b'(' | b')' | b'\\' => bytes.extend_from_slice(&[b'\\', byte]),
        b'\r' => bytes.extend_from_slice(b"\\r"),
        b'\n' => bytes.extend_from_slice(b"\\n"),
        _ => bytes.push(byte),
    }
}

#[test]
fn numbers_of_thousandths_are_written_short() {
    let numbers = [0, 1, 1000, -1250, 42_520, -40, 100_005];
    let written = numbers.map(|number| {
        let mut bytes = Vec::new();
        thousandths(number, &mut bytes);
        String::from_utf8(bytes).unwrap_or_default()
    });
    let short = ["0", "0.001", "1", "-1.25", "42.52", "-0.04", "100.005"];
    assert_eq!(written, short);
}

#[test]
fn whole_numbers_are_written_as_they_read() {
    for number in [0, 7, -7, 10, 1_234_567, i64::MAX, i64::MIN] {
        let mut bytes = Vec::new();
        whole(number, &mut bytes);
        assert_eq!(bytes, number.to_string().as_bytes());
    }
}

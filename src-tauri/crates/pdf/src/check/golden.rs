//! The objects of a file as text that a person can read and a test can compare.

use super::book::{self, Book, inflated};
use lopdf::{Dictionary, Object, StringFormat};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// All objects by number, keys in order; of a stream, its length and the beginning of its hash once inflated, so
/// that the text does not hang on how well it was deflated. For bytes that are no PDF, one line that says so.
pub fn objects(bytes: &[u8]) -> String {
    let Some(book) = Book::open(bytes) else {
        return "no PDF that reads\n".to_owned();
    };
    let mut out = String::new();
    for (id, object) in &book.doc.objects {
        if is_of_the_file(object) {
            let _ = write!(out, "{} ", id.0);
            put(object, 0, &mut out);
            out.push('\n');
        }
    }
    out.push_str("trailer ");
    put(&Object::Dictionary(trailer(&book)), 0, &mut out);
    out.push('\n');
    out
}

/// Object and cross-reference streams are how a file is packed, not what it says.
fn is_of_the_file(object: &Object) -> bool {
    let Object::Stream(stream) = object else {
        return true;
    };
    !matches!(stream.dict.get_type(), Ok(b"ObjStm" | b"XRef"))
}

fn trailer(book: &Book) -> Dictionary {
    let mut trailer = Dictionary::new();
    for key in ["Root", "Info", "ID"] {
        if let Ok(value) = book.doc.trailer.get(key.as_bytes()) {
            trailer.set(key, value.clone());
        }
    }
    trailer
}

fn put(object: &Object, depth: usize, out: &mut String) {
    let _ = match object {
        Object::Null => write!(out, "null"),
        Object::Boolean(value) => write!(out, "{value}"),
        Object::Integer(number) => write!(out, "{number}"),
        Object::Real(number) => write!(out, "{number}"),
        Object::Name(name) => write!(out, "/{}", String::from_utf8_lossy(name)),
        Object::String(bytes, format) => write!(out, "{}", string(bytes, *format)),
        Object::Reference((id, _)) => write!(out, "→{id}"),
        Object::Array(items) => return array(items, depth, out),
        Object::Dictionary(entries) => return dictionary(entries, depth, out),
        Object::Stream(stream) => {
            dictionary(&stream.dict, depth, out);
            let plain = inflated(stream).unwrap_or_default();
            let hash = Sha256::digest(&plain);
            write!(
                out,
                " stream of {} bytes {:02x}{:02x}{:02x}{:02x}",
                plain.len(),
                hash[0],
                hash[1],
                hash[2],
                hash[3]
            )
        }
    };
}

/// Words as words; what is written as hexadecimal, or cannot be read, as hexadecimal.
fn string(bytes: &[u8], format: StringFormat) -> String {
    let text = book::text(bytes);
    let read = !text.contains(|sign: char| sign.is_control() || sign == '\u{fffd}');
    if read && format == StringFormat::Literal {
        return format!("({text})");
    }
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("<{hex}>")
}

/// Short arrays on a line; those of dictionaries, an item a line.
fn array(items: &[Object], depth: usize, out: &mut String) {
    let tall = items
        .iter()
        .any(|item| matches!(item, Object::Dictionary(_)));
    out.push('[');
    for (rank, item) in items.iter().enumerate() {
        match (tall, rank) {
            (true, _) => newline(depth + 1, out),
            (false, 0) => {}
            _ => out.push(' '),
        }
        put(item, depth + 1, out);
    }
    if tall {
        newline(depth, out);
    }
    out.push(']');
}

fn dictionary(entries: &Dictionary, depth: usize, out: &mut String) {
    let mut sorted: Vec<_> = entries
        .iter()
        .filter(|(key, _)| !matches!(key.as_slice(), b"Length" | b"Filter"))
        .collect();
    sorted.sort_by(|one, next| one.0.cmp(next.0));
    let tall = sorted.len() > 3;
    out.push('{');
    for (key, value) in sorted {
        if tall {
            newline(depth + 1, out)
        } else {
            out.push(' ')
        }
        let _ = write!(out, "{} ", String::from_utf8_lossy(key));
        put(value, depth + 1, out);
    }
    if tall {
        newline(depth, out)
    } else {
        out.push(' ')
    }
    out.push('}');
}

fn newline(depth: usize, out: &mut String) {
    out.push('\n');
    (0..depth).for_each(|_| out.push_str("  "));
}

//! Drawings kept as forms: outlines in device colours and nothing else, all that is opened closed, all that is named there.

use super::book::{Book, inflated};
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Stream};

/// What draws outlines and fills them; no text, no picture, no printing ink, no marked content.
const KNOWN: [&str; 17] = [
    "q", "Q", "cm", "m", "l", "c", "h", "re", "W", "W*", "n", "f", "f*", "rg", "g", "gs", "sh",
];

/// Whether a form is such a drawing, without a group that would mix its colours apart.
pub fn is_whole(book: &Book, form: &Stream) -> bool {
    let Some(content) = inflated(form).and_then(|bytes| Content::decode(&bytes).ok()) else {
        return false;
    };
    let none = Dictionary::new();
    let resources = book.dict(&form.dict, "Resources").unwrap_or(&none);
    let mut depth = 0_usize;
    let drawn = content.operations.iter().all(|operation| {
        match operation.operator.as_str() {
            "q" => depth += 1,
            "Q" if depth == 0 => return false,
            "Q" => depth -= 1,
            _ => {}
        }
        KNOWN.contains(&operation.operator.as_str()) && is_there(book, resources, operation)
    });
    drawn && depth == 0 && form.dict.has(b"BBox") && !form.dict.has(b"Group")
}

/// Whether what an operator names is among the resources.
fn is_there(book: &Book, resources: &Dictionary, operation: &Operation) -> bool {
    let kind = match operation.operator.as_str() {
        "gs" => "ExtGState",
        "sh" => "Shading",
        _ => return true,
    };
    let name = operation
        .operands
        .first()
        .and_then(|name| name.as_name().ok());
    let among = book.dict(resources, kind);
    name.zip(among).is_some_and(|(name, among)| among.has(name))
}

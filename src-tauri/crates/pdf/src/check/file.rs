//! The file as a whole: header, catalogue, metadata, pages, and what an archive refuses.

use super::book::{Book, inflated};
use super::rules::{Flaws, Rule};
use super::xml;
use lopdf::{Dictionary, Object};

/// Entries that bring in what an archive refuses, in any dictionary (ISO 19005-2, 6.4 to 6.9).
const FORBIDDEN: [&[u8]; 6] = [
    b"JS",
    b"JavaScript",
    b"AA",
    b"OpenAction",
    b"EmbeddedFiles",
    b"NeedAppearances",
];

/// Checks the file as a whole.
pub fn check(book: &Book, bytes: &[u8], flaws: &mut Flaws) {
    header(bytes, flaws);
    forbidden(book, flaws);
    let ids = book
        .doc
        .trailer
        .get(b"ID")
        .and_then(Object::as_array)
        .map_or(&[][..], Vec::as_slice);
    let named = ids.len() == 2
        && ids
            .iter()
            .all(|id| id.as_str().is_ok_and(|id| id.len() >= 16));
    flaws.unless(named, Rule::Identity, "");
    if let Some(catalogue) = book.catalogue() {
        tagged(book, catalogue, flaws);
        metadata(book, catalogue, flaws);
        profile(book, catalogue, flaws);
    }
    pages(book, flaws);
}

/// The second line is a comment of four bytes above 127 (ISO 19005-2, 6.1.2).
fn header(bytes: &[u8], flaws: &mut Flaws) {
    let high = bytes
        .strip_prefix(b"%PDF-1.7\n%")
        .and_then(|rest| rest.get(..4));
    flaws.unless(
        high.is_some_and(|high| high.iter().all(|byte| *byte > 127)),
        Rule::Header,
        "",
    );
}

fn forbidden(book: &Book, flaws: &mut Flaws) {
    flaws.unless(
        !book.doc.trailer.has(b"Encrypt"),
        Rule::Forbidden,
        "Encrypt",
    );
    for (id, object) in &book.doc.objects {
        let entries = match object {
            Object::Dictionary(entries) => entries,
            Object::Stream(stream) => &stream.dict,
            _ => continue,
        };
        for key in FORBIDDEN.iter().filter(|key| entries.has(key)) {
            flaws.add(
                Rule::Forbidden,
                format!("object {}, {}", id.0, String::from_utf8_lossy(key)),
            );
        }
    }
}

fn tagged(book: &Book, catalogue: &Dictionary, flaws: &mut Flaws) {
    let marked = book
        .dict(catalogue, "MarkInfo")
        .and_then(|mark| book.get(mark, "Marked")?.as_bool().ok());
    flaws.unless(marked == Some(true), Rule::Marked, "");
    flaws.unless(
        book.text(catalogue, "Lang")
            .is_some_and(|lang| lang.len() >= 2),
        Rule::Lang,
        "",
    );
    let preferences = book.dict(catalogue, "ViewerPreferences");
    let shown = preferences
        .and_then(|preferences| book.get(preferences, "DisplayDocTitle")?.as_bool().ok());
    let info = book.dict(&book.doc.trailer, "Info");
    let title = info
        .and_then(|info| book.text(info, "Title"))
        .is_some_and(|title| !title.trim().is_empty());
    flaws.unless(shown == Some(true) && title, Rule::TitleShown, "");
}

/// XMP that is plain, well-formed, claims PDF/A-2a and PDF/UA-1, and says what the information dictionary says.
fn metadata(book: &Book, catalogue: &Dictionary, flaws: &mut Flaws) {
    let stream = book
        .stream(catalogue, "Metadata")
        .filter(|stream| !stream.dict.has(b"Filter"));
    let packet = stream
        .and_then(inflated)
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .unwrap_or_default();
    if let Err(fault) = xml::well_formed(&packet) {
        return flaws.add(Rule::Metadata, fault);
    }
    for (element, expected) in [
        ("pdfaid:part", "2"),
        ("pdfaid:conformance", "A"),
        ("pdfuaid:part", "1"),
    ] {
        flaws.unless(
            xml::words(&packet, element).as_deref() == Some(expected),
            Rule::Metadata,
            element,
        );
    }
    let info = book
        .dict(&book.doc.trailer, "Info")
        .cloned()
        .unwrap_or_default();
    let twice = [
        ("Title", "dc:title"),
        ("Author", "dc:creator"),
        ("Subject", "dc:description"),
        ("Producer", "pdf:Producer"),
        ("Creator", "xmp:CreatorTool"),
    ];
    for (key, element) in twice {
        let same = book.text(&info, key) == xml::words(&packet, element);
        flaws.unless(same, Rule::MetadataDiffer, key);
    }
    for (key, element) in [
        ("CreationDate", "xmp:CreateDate"),
        ("ModDate", "xmp:ModifyDate"),
    ] {
        let digits = |text: String| {
            text.chars()
                .filter(char::is_ascii_digit)
                .collect::<String>()
        };
        let same = book.text(&info, key).map(digits) == xml::words(&packet, element).map(digits);
        flaws.unless(same, Rule::MetadataDiffer, key);
    }
}

/// A profile of three colours for DeviceRGB (ISO 19005-2, 6.2.3).
fn profile(book: &Book, catalogue: &Dictionary, flaws: &mut Flaws) {
    let intent = book
        .array(catalogue, "OutputIntents")
        .first()
        .and_then(|intent| book.follow(intent)?.as_dict().ok());
    let kind = intent.and_then(|intent| book.name(intent, "S"));
    let profile = intent.and_then(|intent| book.stream(intent, "DestOutputProfile"));
    let signed = profile
        .and_then(inflated)
        .is_some_and(|bytes| bytes.get(36..40) == Some(b"acsp"));
    let three = profile.is_some_and(|profile| book.int(&profile.dict, "N") == Some(3));
    flaws.unless(
        kind.as_deref() == Some("GTS_PDFA1") && signed && three,
        Rule::Profile,
        "",
    );
}

fn pages(book: &Book, flaws: &mut Flaws) {
    for page in &book.pages {
        let Some(entries) = book.entries(*page) else {
            continue;
        };
        let sized = book.array(entries, "MediaBox").len() == 4;
        let ordered = book.name(entries, "Tabs").as_deref() == Some("S");
        flaws.unless(sized && ordered, Rule::Page, book.page_name(*page));
    }
}

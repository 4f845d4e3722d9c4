//! The faces: embedded, cut down, and each code they show a true glyph of a true width that reads back as a sign.

use super::book::{Book, inflated, utf16};
use super::rules::{Flaws, Rule};
use lopdf::{Dictionary, Object, ObjectId};
use std::collections::{BTreeMap, BTreeSet};

/// A face as a reader sees it.
#[derive(Default)]
pub struct FaceRead {
    /// Its name.
    pub name: String,
    /// The text of each code.
    texts: BTreeMap<u16, String>,
    /// The glyph of each code; none when codes are glyphs.
    glyphs: Option<Vec<u16>>,
    widths: BTreeMap<u16, f32>,
    program: Option<Vec<u8>>,
    /// Whether it is a composite TrueType face whose strings can be read.
    composite: bool,
    /// Whether its codes have two bytes.
    wide: bool,
    shown: BTreeSet<u16>,
}

impl FaceRead {
    /// Reads a face; what is absent shows in [`check`].
    pub fn of(book: &Book, id: ObjectId) -> Self {
        Self::read(book, id).unwrap_or_default()
    }

    fn read(book: &Book, id: ObjectId) -> Option<Self> {
        let font = book.entries(id)?;
        let inner = book
            .array(font, "DescendantFonts")
            .first()
            .and_then(|inner| book.follow(inner)?.as_dict().ok())?;
        let descriptor = book.dict(inner, "FontDescriptor")?;
        let name = book.name(font, "BaseFont").unwrap_or_default();
        let same = [
            book.name(inner, "BaseFont"),
            book.name(descriptor, "FontName"),
        ];
        let kinds = [book.name(font, "Subtype"), book.name(inner, "Subtype")];
        let expected = ["Type0", "CIDFontType2"].map(|kind| Some(kind.to_owned()));
        let wide = book.name(font, "Encoding").as_deref() == Some("Identity-H");
        let readable = wide || one_byte(book, font, inner);
        Some(Self {
            composite: readable
                && kinds == expected
                && same.iter().all(|same| same.as_ref() == Some(&name)),
            name,
            texts: book
                .stream(font, "ToUnicode")
                .and_then(inflated)
                .map(|bytes| texts(&bytes))
                .unwrap_or_default(),
            glyphs: book
                .stream(inner, "CIDToGIDMap")
                .and_then(inflated)
                .map(|bytes| pairs(&bytes)),
            widths: widths(book, inner),
            program: book.stream(descriptor, "FontFile2").and_then(inflated),
            wide,
            shown: BTreeSet::new(),
        })
    }

    /// The codes of a string.
    pub fn codes(&self, bytes: &[u8]) -> Vec<u16> {
        let two = |pair: &[u8]| u16::from_be_bytes([pair[0], pair.get(1).copied().unwrap_or(0)]);
        if self.wide {
            bytes.chunks(2).map(two).collect()
        } else {
            bytes.iter().copied().map(u16::from).collect()
        }
    }

    /// Notes that a code is shown; its text.
    pub fn show(&mut self, code: u16) -> &str {
        self.shown.insert(code);
        self.texts.get(&code).map_or("", String::as_str)
    }

    fn glyph(&self, code: u16) -> u16 {
        match &self.glyphs {
            Some(glyphs) => glyphs.get(usize::from(code)).copied().unwrap_or(0),
            None => code,
        }
    }
}

/// Checks all faces that the pages show.
pub fn check(faces: &BTreeMap<ObjectId, FaceRead>, flaws: &mut Flaws) {
    for face in faces.values() {
        let program = face
            .program
            .as_deref()
            .and_then(|program| ttf_parser::Face::parse(program, 0).ok());
        let sound = face.composite && is_subset(&face.name) && program.is_some();
        flaws.unless(sound, Rule::Face, face.name.clone());
        for code in &face.shown {
            let place = || format!("{}, code {code}", face.name);
            let glyph = face.glyph(*code);
            flaws.unless(glyph != 0, Rule::MissingGlyph, place());
            flaws.unless(
                face.texts.get(code).is_some_and(|text| is_readable(text)),
                Rule::Unicode,
                place(),
            );
            let true_width = program.as_ref().and_then(|program| width(program, glyph));
            let said = face.widths.get(code).copied();
            let same = matches!((said, true_width), (Some(said), Some(width)) if (said - width).abs() < 0.5);
            flaws.unless(same || program.is_none(), Rule::Width, place());
        }
    }
}

/// Six capitals and a plus sign before the name (ISO 32000-1, 9.6.4).
fn is_subset(name: &str) -> bool {
    name.split_once('+')
        .is_some_and(|(tag, _)| tag.len() == 6 && tag.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// No private sign, no zero, no mark of byte order (ISO 19005-2, 6.2.11.7).
fn is_readable(text: &str) -> bool {
    let unreadable = |sign: char| matches!(sign, '\0' | '\u{feff}' | '\u{fffe}' | '\u{fffd}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}');
    !text.is_empty() && !text.contains(unreadable)
}

fn width(program: &ttf_parser::Face<'_>, glyph: u16) -> Option<f32> {
    let units = program.glyph_hor_advance(ttf_parser::GlyphId(glyph))?;
    Some(f32::from(units) * 1000.0 / f32::from(program.units_per_em().max(1)))
}

fn pairs(bytes: &[u8]) -> Vec<u16> {
    bytes
        .chunks_exact(2)
        .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
        .collect()
}

/// `c [w w …]` and `first last w` (ISO 32000-1, 9.7.4.3).
fn widths(book: &Book, inner: &Dictionary) -> BTreeMap<u16, f32> {
    let mut widths = BTreeMap::new();
    let mut items = book.array(inner, "W").iter();
    while let (Some(first), Some(next)) = (items.next(), items.next()) {
        let Some(first) = first
            .as_i64()
            .ok()
            .and_then(|first| u16::try_from(first).ok())
        else {
            continue;
        };
        match next {
            Object::Array(each) => {
                let each = each.iter().map(|width| width.as_float().unwrap_or(0.0));
                widths.extend((first..=u16::MAX).zip(each));
            }
            last => {
                let last = last
                    .as_i64()
                    .ok()
                    .and_then(|last| u16::try_from(last).ok())
                    .unwrap_or(first);
                let width = items
                    .next()
                    .and_then(|width| width.as_float().ok())
                    .unwrap_or(0.0);
                widths.extend((first..=last).map(|code| (code, width)));
            }
        }
    }
    widths
}

/// Whether the face's own encoding is one byte, each code its own character, for the characters that the face has
/// (ISO 19005-2, 6.2.11.3.1: both say the same of themselves).
fn one_byte(book: &Book, font: &Dictionary, inner: &Dictionary) -> bool {
    let Some(encoding) = book.stream(font, "Encoding") else {
        return false;
    };
    let said = |of: &Dictionary, key| {
        book.dict(of, "CIDSystemInfo")
            .and_then(|system| book.text(system, key))
    };
    let same = ["Registry", "Ordering"]
        .iter()
        .all(|key| said(&encoding.dict, key) == said(inner, key));
    let Some(table) = inflated(encoding) else {
        return false;
    };
    let table = String::from_utf8_lossy(&table);
    let numbers = |kind| {
        blocks(&table, kind)
            .into_iter()
            .map(|line| parts(line).join(" "))
            .collect::<Vec<_>>()
    };
    same && numbers("codespacerange") == ["00 FF"] && numbers("cidrange") == ["00 FF 0"]
}

/// The lines between « begin » and « end » of a kind.
fn blocks<'a>(table: &'a str, kind: &str) -> Vec<&'a str> {
    let (begin, end) = (format!("begin{kind}"), format!("end{kind}"));
    let blocks = table
        .split(begin.as_str())
        .skip(1)
        .filter_map(|block| block.split(end.as_str()).next());
    blocks
        .flat_map(str::lines)
        .filter(|line| line.contains('<'))
        .collect()
}

fn parts(line: &str) -> Vec<&str> {
    line.split(['<', '>'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

/// Code and text, one by one, and ranges of both.
fn texts(table: &[u8]) -> BTreeMap<u16, String> {
    let table = String::from_utf8_lossy(table);
    let code = |hex: &str| u16::from_str_radix(hex, 16).ok();
    let mut texts = BTreeMap::new();
    for line in blocks(&table, "bfchar") {
        if let [one, text] = parts(line)[..] {
            texts.extend(code(one).map(|code| (code, utf16(&bytes(text)))));
        }
    }
    for line in blocks(&table, "bfrange") {
        let [first, last, text] = parts(line)[..] else {
            continue;
        };
        let (Some(first), Some(last), Some(unit)) = (code(first), code(last), code(text)) else {
            continue;
        };
        // The last byte alone goes up (ISO 32000-1, 9.10.3): a range that turns it over says nothing.
        let units = (unit..=unit | 0xff).map(|unit| String::from_utf16_lossy(&[unit]));
        texts.extend((first..=last).zip(units));
    }
    texts
}

fn bytes(hexadecimal: &str) -> Vec<u8> {
    let pair = |at: usize| {
        hexadecimal
            .get(at..at + 2)
            .and_then(|pair| u8::from_str_radix(pair, 16).ok())
    };
    (0..hexadecimal.len()).step_by(2).filter_map(pair).collect()
}

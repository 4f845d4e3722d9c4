//! The part of printpdf: faces to font objects.
//!
//! It leaves out a face that no page shows, so one page shows a glyph of each; that page is then forgotten. Content
//! streams are ours: printpdf knows neither marked content by node nor streams that pages share.

use crate::WriteError;
use crate::alphabet::{Alphabet, ONE_BYTE};
use crate::faces::{Cut, Faces, name, resource};
use crate::objects::{self, at, dict, int};
use layout::pages::Face;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use printpdf::{
    Codepoint, FontId, FontMetrics, FontType, Mm, Op, ParsedFont, PdfDocument, PdfFont,
    PdfFontHandle, PdfFontMetricsStub, PdfPage, PdfSaveOptions, Pt, TextItem,
};
use std::collections::BTreeMap;

/// What printpdf made.
pub struct Pressed {
    /// The font objects and what they refer to.
    pub fonts: Document,
    /// The font of each resource name.
    pub by_name: BTreeMap<&'static str, ObjectId>,
}

/// Prints the faces.
pub fn press(faces: &Faces) -> Result<Pressed, WriteError> {
    let mut document = PdfDocument::new("");
    for (face, cut) in faces.iter() {
        let id = FontId(resource(face).to_owned());
        let font = PdfFont::new(parsed(face, cut));
        document.resources.fonts.map.insert(id, font);
    }
    document.pages = vec![PdfPage::new(Mm(210.0), Mm(297.0), anchors(faces))];
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        secure: false,
        image_optimization: None,
    };
    let printed = document.to_lopdf_document(&options, &mut Vec::new());
    unpack(printed, faces)
}

/// One glyph of each face, so that printpdf keeps the face.
fn anchors(faces: &Faces) -> Vec<Op> {
    let show = |face: Face| {
        let font = PdfFontHandle::External(FontId(resource(face).to_owned()));
        let items = vec![TextItem::GlyphIds(vec![Codepoint::with_cid(
            1,
            0.0,
            "x".to_owned(),
        )])];
        [
            Op::StartTextSection,
            Op::SetFont {
                font,
                size: Pt(1.0),
            },
            Op::ShowText { items },
            Op::EndTextSection,
        ]
    };
    faces.iter().flat_map(|(face, _)| show(face)).collect()
}

fn parsed(face: Face, cut: &Cut) -> ParsedFont {
    let metrics = cut.metrics;
    ParsedFont {
        // Already packed: it is copied several times on its way.
        original_bytes: cut.program.packed.clone(),
        font_index: 0,
        font_name: Some(format!("{}+{}", cut.program.prefix, name(face))),
        codepoint_to_glyph: BTreeMap::new(),
        glyph_widths: BTreeMap::from([(1, 500)]),
        units_per_em: 1000,
        font_metrics: FontMetrics {
            ascent: metrics.ascent,
            descent: metrics.descent,
        },
        font_type: FontType::TrueType,
        pdf_font_metrics: PdfFontMetricsStub {
            units_per_em: 1000,
            x_min: metrics.bbox[0],
            y_min: metrics.bbox[1],
            x_max: metrics.bbox[2],
            y_max: metrics.bbox[3],
            us_weight_class: metrics.weight,
            ..PdfFontMetricsStub::default()
        },
    }
}

fn unpack(mut printed: Document, faces: &Faces) -> Result<Pressed, WriteError> {
    let by_name = fonts_by_name(&printed, faces)?;
    by_name
        .values()
        .for_each(|id| forget_texts(&mut printed, *id));
    keep_only(&mut printed, by_name.values().copied().collect());
    let tables = Tables::of(&mut printed, faces);
    for (face, cut) in faces.iter() {
        if let Some(id) = by_name.get(resource(face)) {
            mend(&mut printed, *id, cut, &tables);
        }
    }
    Ok(Pressed {
        fonts: printed,
        by_name,
    })
}

fn fonts_by_name(
    printed: &Document,
    faces: &Faces,
) -> Result<BTreeMap<&'static str, ObjectId>, WriteError> {
    let absent = WriteError::NotWhole {
        what: "a face was not printed",
    };
    let page = printed.get_pages().into_values().next();
    let dictionary = page
        .and_then(|page| font_dictionary(printed, page))
        .ok_or(absent.clone())?;
    let find = |face: Face| {
        let id = dictionary
            .get(resource(face).as_bytes())
            .and_then(Object::as_reference)
            .map_err(|_| absent.clone())?;
        Ok((resource(face), id))
    };
    faces.iter().map(|(face, _)| find(face)).collect()
}

fn font_dictionary(printed: &Document, page: ObjectId) -> Option<&Dictionary> {
    let page = printed.get_dictionary(page).ok()?;
    let resources = printed.get_dict_in_dict(page, b"Resources").ok()?;
    printed.get_dict_in_dict(resources, b"Font").ok()
}

/// Keeps these objects and what they refer to.
fn keep_only(printed: &mut Document, mut wanted: Vec<ObjectId>) {
    let mut kept = BTreeMap::new();
    while let Some(id) = wanted.pop() {
        if let Some(object) = printed.objects.remove(&id) {
            references(&object, &mut wanted);
            kept.insert(id, object);
        }
    }
    printed.objects = kept;
}

fn references(object: &Object, found: &mut Vec<ObjectId>) {
    match object {
        Object::Reference(id) => found.push(*id),
        Object::Array(items) => items.iter().for_each(|item| references(item, found)),
        Object::Dictionary(entries) => entries.iter().for_each(|(_, item)| references(item, found)),
        Object::Stream(stream) => stream
            .dict
            .iter()
            .for_each(|(_, item)| references(item, found)),
        _ => {}
    }
}

/// printpdf's table of texts is not the file's.
fn forget_texts(printed: &mut Document, font: ObjectId) {
    if let Ok(font) = printed.get_object_mut(font).and_then(Object::as_dict_mut) {
        font.remove(b"ToUnicode");
    }
}

/// The tables that all faces share.
struct Tables {
    /// From strings to codes.
    encoding: Object,
    /// From codes to texts.
    to_unicode: ObjectId,
}

impl Tables {
    fn of(printed: &mut Document, faces: &Faces) -> Self {
        let to_unicode = Stream::new(Dictionary::new(), faces.to_unicode.to_vec());
        let to_unicode = printed.add_object(to_unicode);
        let encoding = if faces.wide {
            objects::name("Identity-H")
        } else {
            at(printed.add_object(Stream::new(one_byte(), Alphabet::one_byte())))
        };
        Self {
            encoding,
            to_unicode,
        }
    }
}

/// The table of one-byte codes says of itself what the faces say (ISO 19005-2, 6.2.11.3.1).
fn one_byte() -> Dictionary {
    let system = dict([
        ("Registry", objects::text("Adobe")),
        ("Ordering", objects::text("Identity")),
        ("Supplement", int(0)),
    ]);
    dict([
        ("Type", objects::name("CMap")),
        ("CMapName", objects::name(ONE_BYTE)),
        ("CIDSystemInfo", Object::Dictionary(system)),
    ])
}

/// Widths as whole thousandths, the text of each code: printpdf truncates the first and has no way to say the other.
fn mend(printed: &mut Document, font: ObjectId, cut: &Cut, tables: &Tables) {
    let Ok(font) = printed.get_object_mut(font).and_then(Object::as_dict_mut) else {
        return;
    };
    font.set("Encoding", tables.encoding.clone());
    font.set("ToUnicode", at(tables.to_unicode));
    let descendants = font
        .get_mut(b"DescendantFonts")
        .and_then(Object::as_array_mut)
        .ok();
    let Some(Object::Dictionary(descendant)) = descendants.and_then(|fonts| fonts.first_mut())
    else {
        return;
    };
    descendant.set("W", Object::Array(widths(&cut.widths)));
    descendant.remove(b"DW");
    let descriptor = descendant
        .get(b"FontDescriptor")
        .and_then(Object::as_reference);
    let descriptor = descriptor
        .and_then(|id| printed.get_object_mut(id))
        .and_then(Object::as_dict_mut);
    let Ok(descriptor) = descriptor else { return };
    descriptor.set("CapHeight", int(cut.metrics.cap_height));
    descriptor.set("ItalicAngle", int(cut.metrics.italic));
    let file = descriptor
        .get(b"FontFile2")
        .and_then(Object::as_reference)
        .and_then(|id| printed.get_object_mut(id))
        .and_then(Object::as_stream_mut);
    if let Ok(file) = file {
        file.dict.set("Filter", objects::name("FlateDecode"));
        file.dict.set("Length1", int(cut.program.length));
    }
}

/// The widths of neighbouring codes in one array (ISO 32000-1, 9.7.4.3).
fn widths(widths: &BTreeMap<u16, u16>) -> Vec<Object> {
    let widths: Vec<(u16, u16)> = widths.iter().map(|(code, width)| (*code, *width)).collect();
    let runs = widths.chunk_by(|one, next| one.0 + 1 == next.0);
    let run = |run: &[(u16, u16)]| {
        let each = run.iter().map(|(_, width)| int(*width)).collect();
        [
            int(run.first().map_or(0, |first| first.0)),
            Object::Array(each),
        ]
    };
    runs.flat_map(run).collect()
}

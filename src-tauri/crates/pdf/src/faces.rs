//! The faces of a file, cut down to the glyphs it uses, and what each code stands for.
//!
//! A code is one glyph standing for one text: the same space glyph may stand for U+0020 and U+00A0, so codes are
//! not glyph ids; `/CIDToGIDMap` tells the glyph of each (ISO 32000-1, 9.7.4.2).

use crate::WriteError;
use layout::pages::{Draw, Face, Glyph};
use layout::{Fonts, Pages};
use std::collections::BTreeMap;
use subsetter::GlyphRemapper;

/// All faces of a file.
pub struct Faces(BTreeMap<Face, Cut>);

/// A face, cut down.
pub struct Cut {
    /// The font program.
    pub program: Vec<u8>,
    /// The code of each glyph and text.
    codes: BTreeMap<(u16, String), u16>,
    /// For each code: its glyph in the cut program, its width in thousandths, its text.
    pub entries: Vec<Code>,
    /// Metrics for the descriptor.
    pub metrics: Metrics,
}

/// What a code stands for.
#[derive(Clone, Debug, Default)]
pub struct Code {
    /// Glyph in the cut program.
    pub gid: u16,
    /// Width, in thousandths of the size.
    pub width: u16,
    /// The text.
    pub text: String,
}

/// Metrics of a face, in thousandths of the size.
#[derive(Clone, Copy, Debug, Default)]
pub struct Metrics {
    /// Above the baseline.
    pub ascent: i16,
    /// Below it, negative.
    pub descent: i16,
    /// Height of capitals.
    pub cap_height: i16,
    /// Left, bottom, right, top.
    pub bbox: [i16; 4],
    /// Angle of italics, in degrees.
    pub italic: i16,
    /// Weight, 100 to 900.
    pub weight: u16,
}

impl Faces {
    /// Gathers what the pages use.
    pub fn of(pages: &Pages, fonts: &Fonts) -> Result<Self, WriteError> {
        let mut used: BTreeMap<Face, BTreeMap<(u16, String), u16>> = BTreeMap::new();
        let body = pages.pages.iter().flat_map(|page| &page.draws);
        let furniture = pages.furniture.iter().flatten().flatten();
        for draw in body.chain(furniture) {
            let Draw::Glyphs(run) = draw else { continue };
            let codes = used.entry(run.face).or_default();
            for glyph in &run.glyphs {
                codes.entry((glyph.id, glyph.text.clone())).or_insert(0);
            }
        }
        let cut = used
            .into_iter()
            .map(|(face, codes)| cut(face, fonts.bytes(face), codes).map(|cut| (face, cut)));
        cut.collect::<Result<_, _>>().map(Self)
    }

    /// The faces, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Face, &Cut)> {
        self.0.iter().map(|(face, cut)| (*face, cut))
    }

    /// The code of a glyph, and its width in thousandths; 0 for a face or glyph that is not used.
    pub fn code(&self, face: Face, glyph: &Glyph) -> (u16, u16) {
        let Some(cut) = self.0.get(&face) else {
            return (0, 0);
        };
        let code = cut
            .codes
            .get(&(glyph.id, glyph.text.clone()))
            .copied()
            .unwrap_or(0);
        (
            code,
            cut.entries
                .get(usize::from(code))
                .map_or(0, |entry| entry.width),
        )
    }
}

/// The resource name of a face in content streams.
pub fn resource(face: Face) -> &'static str {
    match face {
        Face::Serif => "SR",
        Face::SerifBold => "SB",
        Face::SerifItalic => "SI",
        Face::Sans => "NR",
        Face::SansBold => "NB",
    }
}

/// The PostScript name of a face.
pub fn name(face: Face) -> &'static str {
    match face {
        Face::Serif => "NotoSerif-Regular",
        Face::SerifBold => "NotoSerif-Bold",
        Face::SerifItalic => "NotoSerif-Italic",
        Face::Sans => "NotoSans-Regular",
        Face::SansBold => "NotoSans-Bold",
    }
}

fn cut(
    face: Face,
    bytes: &[u8],
    mut codes: BTreeMap<(u16, String), u16>,
) -> Result<Cut, WriteError> {
    let refused = |cause: String| WriteError::Face {
        face: name(face).to_owned(),
        cause,
    };
    let parsed = ttf_parser::Face::parse(bytes, 0).map_err(|error| refused(error.to_string()))?;
    let mut remapper = GlyphRemapper::new();
    // Code 0 is the missing glyph: never used, always there.
    let mut entries = vec![Code::default()];
    for ((glyph, text), code) in &mut codes {
        *code = u16::try_from(entries.len()).map_err(|_| refused("too many codes".to_owned()))?;
        let width = parsed
            .glyph_hor_advance(ttf_parser::GlyphId(*glyph))
            .unwrap_or(0);
        entries.push(Code {
            gid: remapper.remap(*glyph),
            width: per_mille(width, parsed.units_per_em()),
            text: text.clone(),
        });
    }
    let program =
        subsetter::subset(bytes, 0, &remapper).map_err(|error| refused(error.to_string()))?;
    Ok(Cut {
        program,
        codes,
        entries,
        metrics: metrics(&parsed),
    })
}

/// Font units as thousandths of the size.
fn per_mille(units: u16, per_em: u16) -> u16 {
    let scaled = u32::from(units) * 1000 / u32::from(per_em.max(1));
    u16::try_from(scaled).unwrap_or(u16::MAX)
}

fn metrics(face: &ttf_parser::Face<'_>) -> Metrics {
    let bbox = face.global_bounding_box();
    Metrics {
        ascent: face.ascender(),
        descent: face.descender(),
        cap_height: face.capital_height().unwrap_or(face.ascender()),
        bbox: [bbox.x_min, bbox.y_min, bbox.x_max, bbox.y_max],
        italic: face.italic_angle().round() as i16,
        weight: face.weight().to_number(),
    }
}

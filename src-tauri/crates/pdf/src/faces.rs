//! The faces of a file, cut down to the glyphs it uses, and the code of each glyph.
//!
//! A code is one glyph standing for one text: the same space may stand for U+0020 and U+00A0, so codes are not glyphs
//! of the book's faces. They are those of the cut faces, where a glyph stands at its code.

use crate::WriteError;
use crate::programs::{self, Program};
use crate::shown::{self, Coded, Texts, coded, places, used};
use crate::standing;
use layout::pages::{Face, Glyph};
use layout::{Fonts, Pages};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// All faces of a file.
pub struct Faces {
    /// Whether codes have two bytes.
    pub wide: bool,
    /// From codes to texts, as the file says it.
    pub to_unicode: Cow<'static, [u8]>,
    cuts: BTreeMap<Face, Cut>,
}

/// A face, cut down.
pub struct Cut {
    /// The font program.
    pub program: Arc<Program>,
    /// The width of each code, in thousandths of the size.
    pub widths: BTreeMap<u16, u16>,
    /// Metrics for the descriptor.
    pub metrics: Metrics,
    /// For each glyph of the book's face, by its index, its rank among those that are shown, from 1; 0 for none.
    ranks: Vec<u16>,
    /// What each glyph is shown as, by its rank.
    shown: Vec<Vec<Shown>>,
}

/// A glyph standing for a text.
struct Shown {
    text: String,
    code: u16,
    width: u16,
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
        let used = used(pages);
        if let Some(standing) = standing::enough(&used, fonts) {
            let cut = |(face, glyphs): (&Face, &Texts<'_>)| {
                let coded = standing.coded(*face, glyphs);
                let program = standing.program(*face, glyphs);
                cut((*face, fonts.bytes(*face)), &coded, program).map(|cut| (*face, cut))
            };
            return Ok(Self {
                wide: false,
                to_unicode: Cow::Borrowed(standing.to_unicode),
                cuts: used.iter().map(cut).collect::<Result<_, _>>()?,
            });
        }
        let alphabet = shown::alphabet(used.values()).ok_or(WriteError::NotWhole {
            what: "too many signs",
        })?;
        let cut = |(face, glyphs): (&Face, &Texts<'_>)| {
            let coded = coded(glyphs, &alphabet);
            cut((*face, fonts.bytes(*face)), &coded, None).map(|cut| (*face, cut))
        };
        Ok(Self {
            wide: alphabet.wide,
            to_unicode: Cow::Owned(alphabet.to_unicode()),
            cuts: used.iter().map(cut).collect::<Result<_, _>>()?,
        })
    }

    /// The faces, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Face, &Cut)> {
        self.cuts.iter().map(|(face, cut)| (*face, cut))
    }

    /// A face, cut down; none when the pages do not use it.
    pub fn cut(&self, face: Face) -> Option<&Cut> {
        self.cuts.get(&face)
    }
}

impl Cut {
    /// A glyph stands for a text, at a code, with a width in thousandths.
    fn show(&mut self, glyph: u16, text: &str, (code, width): (u16, u16)) {
        self.widths.insert(code, width);
        let rank = &mut self.ranks[usize::from(glyph)];
        if *rank == 0 {
            *rank = u16::try_from(self.shown.len()).unwrap_or(0);
            self.shown.push(Vec::new());
        }
        let text = text.to_owned();
        self.shown[usize::from(*rank)].push(Shown { text, code, width });
    }

    /// The code of a glyph, and its width in thousandths; 0 for a glyph that is not used.
    pub fn code(&self, glyph: &Glyph) -> (u16, u16) {
        let rank = self.ranks.get(usize::from(glyph.id)).copied();
        let shown = self.shown.get(usize::from(rank.unwrap_or(0)));
        let shown = shown.and_then(|texts| match texts.as_slice() {
            [only] => Some(only),
            _ => texts.iter().find(|shown| glyph.text == shown.text.as_str()),
        });
        shown.map_or((0, 0), |shown| (shown.code, shown.width))
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

/// Cuts a face down; its program is made unless it stands.
fn cut(
    (face, bytes): (Face, &'static [u8]),
    coded: &[Coded<'_>],
    program: Option<Arc<Program>>,
) -> Result<Cut, WriteError> {
    let refused = |cause: &str| WriteError::Face {
        face: name(face).to_owned(),
        cause: cause.to_owned(),
    };
    let parsed = ttf_parser::Face::parse(bytes, 0).map_err(|error| refused(&error.to_string()))?;
    let program = program
        .or_else(|| programs::cut(bytes, &parsed, places(coded)))
        .ok_or_else(|| refused("its outlines are not whole"))?;
    let most = coded.last().map_or(0, |(glyph, _, _)| usize::from(*glyph));
    let mut cut = Cut {
        program,
        widths: BTreeMap::new(),
        metrics: metrics(&parsed),
        ranks: vec![0; most + 1],
        shown: vec![Vec::new()],
    };
    for (glyph, text, code) in coded {
        let width = parsed.glyph_hor_advance(ttf_parser::GlyphId(*glyph));
        let width = per_mille(width.unwrap_or(0), parsed.units_per_em());
        cut.show(*glyph, text, (*code, width));
    }
    Ok(cut)
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

//! The faces of a file, cut down to the glyphs it uses, and the code of each glyph.
//!
//! A code is one glyph standing for one text: the same space may stand for U+0020 and U+00A0, so codes are not glyphs
//! of the book's faces. They are those of the cut faces, where a glyph stands at its code.

use crate::WriteError;
use crate::alphabet::{Alphabet, Key};
use crate::programs::{self, Program};
use layout::pages::{Draw, Face, Glyph};
use layout::{Fonts, Pages};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::Arc;

/// All faces of a file.
pub struct Faces {
    /// The codes.
    pub alphabet: Alphabet,
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

/// For each face, the texts of each of its glyphs that the pages show.
type Used<'a> = BTreeMap<Face, BTreeMap<u16, Vec<&'a str>>>;

impl Faces {
    /// Gathers what the pages use.
    pub fn of(pages: &Pages, fonts: &Fonts) -> Result<Self, WriteError> {
        let used = used(pages);
        let keys = used
            .values()
            .flat_map(|glyphs| keys(glyphs).into_iter().map(|(_, key)| (key, 0)));
        let alphabet = Alphabet::of(keys.collect()).ok_or(WriteError::NotWhole {
            what: "too many signs",
        })?;
        let cut = |(face, glyphs)| {
            cut(face, fonts.bytes(face), &glyphs, &alphabet).map(|cut| (face, cut))
        };
        let cuts = used.into_iter().map(cut).collect::<Result<_, _>>()?;
        Ok(Self { alphabet, cuts })
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

fn used(pages: &Pages) -> Used<'_> {
    // A table with few collisions first: most glyphs were seen before.
    let mut seen: BTreeMap<Face, FxHashMap<u16, Vec<&str>>> = BTreeMap::new();
    let body = pages.pages.iter().flat_map(|page| &page.draws);
    for draw in body.chain(pages.furniture.iter().flatten().flatten()) {
        let Draw::Glyphs(run) = draw else { continue };
        let glyphs = seen.entry(run.face).or_default();
        for glyph in run.glyphs.iter() {
            let (texts, text) = (glyphs.entry(glyph.id).or_default(), glyph.text.as_str());
            // The text of a sign is nearly always kept at one place.
            let is_it = |known: &&str| std::ptr::eq(*known, text) || *known == text;
            if !texts.iter().any(is_it) {
                texts.push(text);
            }
        }
    }
    let sorted = |(glyph, mut texts): (u16, Vec<_>)| {
        texts.sort_unstable();
        (glyph, texts)
    };
    seen.into_iter()
        .map(|(face, glyphs)| (face, glyphs.into_iter().map(sorted).collect()))
        .collect()
}

/// The key of each glyph and text: the glyphs that one text has are told by their rank.
fn keys(glyphs: &BTreeMap<u16, Vec<&str>>) -> Vec<(u16, Key)> {
    let mut ranks: FxHashMap<&str, u16> = FxHashMap::default();
    let each = glyphs
        .iter()
        .flat_map(|(glyph, texts)| texts.iter().map(|text| (*glyph, *text)));
    each.map(|(glyph, text)| {
        let rank = ranks.entry(text).and_modify(|rank| *rank += 1).or_insert(0);
        (glyph, (text.to_owned(), *rank))
    })
    .collect()
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
    bytes: &'static [u8],
    glyphs: &BTreeMap<u16, Vec<&str>>,
    alphabet: &Alphabet,
) -> Result<Cut, WriteError> {
    let refused = |cause: &str| WriteError::Face {
        face: name(face).to_owned(),
        cause: cause.to_owned(),
    };
    let parsed = ttf_parser::Face::parse(bytes, 0).map_err(|error| refused(&error.to_string()))?;
    // Glyph 0 is that of a missing sign: never used, always there.
    let mut places = vec![Some(0)];
    let mut widths = BTreeMap::new();
    let most = glyphs
        .keys()
        .last()
        .map_or(0, |last| usize::from(*last) + 1);
    let mut ranks = vec![0; most];
    for (rank, glyph) in (1..).zip(glyphs.keys()) {
        ranks[usize::from(*glyph)] = rank;
    }
    let mut shown: Vec<Vec<Shown>> = Vec::new();
    shown.resize_with(glyphs.len() + 1, Vec::new);
    for (glyph, key) in keys(glyphs) {
        let code = alphabet.code(&key);
        let width = parsed
            .glyph_hor_advance(ttf_parser::GlyphId(glyph))
            .unwrap_or(0);
        let width = per_mille(width, parsed.units_per_em());
        places.resize(places.len().max(usize::from(code) + 1), None);
        places[usize::from(code)] = Some(glyph);
        widths.insert(code, width);
        shown[usize::from(ranks[usize::from(glyph)])].push(Shown {
            text: key.0,
            code,
            width,
        });
    }
    let program = programs::cut(bytes, &parsed, places)
        .ok_or_else(|| refused("its outlines are not whole"))?;
    Ok(Cut {
        program,
        widths,
        metrics: metrics(&parsed),
        ranks,
        shown,
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

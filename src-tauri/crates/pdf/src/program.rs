//! A face cut down to what a reader of PDF needs: the outlines of some glyphs and their widths.
//!
//! Left out are names, tables for composing and the instructions that fit outlines to the pixels of old screens: the
//! pages do not change, and a file of four faces is a sixth shorter (ISO 32000-1, 9.9 lists what must stay). The new
//! glyphs stand where the caller wants them, so that codes are glyphs and no table between them is written.

use std::collections::BTreeMap;
use ttf_parser::{Face, GlyphId, Tag};

/// Flags of a part of a composite glyph (OpenType, « glyf »).
const WORDS: u16 = 0x0001;
const SCALE: u16 = 0x0008;
const MORE: u16 = 0x0020;
const TWO_SCALES: u16 = 0x0040;
const MATRIX: u16 = 0x0080;
const INSTRUCTIONS: u16 = 0x0100;

/// Cuts a face down. Glyph `n` of the new program is glyph `glyphs[n]` of the face, or nothing; parts of composite
/// glyphs come after them. None when the face is no TrueType face, or not whole.
pub fn program(face: &Face<'_>, glyphs: Vec<Option<u16>>) -> Option<Vec<u8>> {
    let mut cut = Cut::new(face, glyphs)?;
    let (glyf, loca, long) = placed(&cut.outlines()?);
    let count = u16::try_from(cut.glyphs.len()).ok()?.to_be_bytes();
    let mut head = table(face, b"head")?.get(..54)?.to_vec();
    head[8..12].fill(0);
    head[50..52].copy_from_slice(&u16::from(long).to_be_bytes());
    let mut hhea = table(face, b"hhea")?.get(..36)?.to_vec();
    hhea[34..36].copy_from_slice(&count);
    let mut maxp = table(face, b"maxp")?.get(..32)?.to_vec();
    maxp[4..6].copy_from_slice(&count);
    // From the points of the twilight zone to the length of instructions: there are none left.
    maxp[16..28].fill(0);
    let hmtx = cut.widths();
    let tables = [
        (*b"glyf", glyf),
        (*b"head", head),
        (*b"hhea", hhea),
        (*b"hmtx", hmtx),
        (*b"loca", loca),
        (*b"maxp", maxp),
    ];
    Some(assembled(&tables))
}

struct Cut<'a> {
    face: &'a Face<'a>,
    glyf: &'a [u8],
    loca: &'a [u8],
    long: bool,
    glyphs: Vec<Option<u16>>,
    /// The first place of each glyph in the new program.
    places: BTreeMap<u16, u16>,
}

impl<'a> Cut<'a> {
    fn new(face: &'a Face<'a>, glyphs: Vec<Option<u16>>) -> Option<Self> {
        let mut places = BTreeMap::new();
        for (place, glyph) in (0..=u16::MAX).zip(&glyphs) {
            glyph.map(|glyph| places.entry(glyph).or_insert(place));
        }
        Some(Self {
            face,
            glyf: table(face, b"glyf")?,
            loca: table(face, b"loca")?,
            long: word(table(face, b"head")?, 50)? != 0,
            glyphs,
            places,
        })
    }

    /// All outlines; the parts of composite ones join the glyphs as they are met.
    fn outlines(&mut self) -> Option<Vec<Vec<u8>>> {
        let mut outlines = Vec::new();
        while let Some(glyph) = self.glyphs.get(outlines.len()) {
            outlines.push(match glyph {
                Some(glyph) => self.outline(*glyph)?,
                None => Vec::new(),
            });
        }
        Some(outlines)
    }

    fn outline(&mut self, glyph: u16) -> Option<Vec<u8>> {
        let at = usize::from(glyph);
        let (from, to) = (self.offset(at)?, self.offset(at + 1)?);
        let outline = self.glyf.get(from..to)?;
        if outline.is_empty() {
            return Some(Vec::new());
        }
        match i16::from_be_bytes(word(outline, 0)?.to_be_bytes()) {
            contours @ 0.. => simple(outline, usize::try_from(contours).ok()?),
            _ => self.composite(outline),
        }
    }

    fn offset(&self, glyph: usize) -> Option<usize> {
        if self.long {
            let bytes = self.loca.get(glyph * 4..glyph * 4 + 4)?;
            return usize::try_from(u32::from_be_bytes(bytes.try_into().ok()?)).ok();
        }
        Some(usize::from(word(self.loca, glyph * 2)?) * 2)
    }

    /// The parts, by their new numbers and without instructions.
    fn composite(&mut self, outline: &[u8]) -> Option<Vec<u8>> {
        let mut cut = outline.get(..10)?.to_vec();
        let mut at = 10;
        loop {
            let flags = word(outline, at)?;
            let place = self.place(word(outline, at + 2)?)?;
            cut.extend((flags & !INSTRUCTIONS).to_be_bytes());
            cut.extend(place.to_be_bytes());
            let end = at + 4 + arguments(flags);
            cut.extend(outline.get(at + 4..end)?);
            at = end;
            if flags & MORE == 0 {
                return Some(cut);
            }
        }
    }

    fn place(&mut self, glyph: u16) -> Option<u16> {
        if let Some(place) = self.places.get(&glyph) {
            return Some(*place);
        }
        let place = u16::try_from(self.glyphs.len()).ok()?;
        self.glyphs.push(Some(glyph));
        self.places.insert(glyph, place);
        Some(place)
    }

    /// Width and left side of each glyph.
    fn widths(&self) -> Vec<u8> {
        let pair = |glyph: &Option<u16>| {
            let glyph = glyph.map(GlyphId);
            let width = glyph.and_then(|glyph| self.face.glyph_hor_advance(glyph));
            let side = glyph.and_then(|glyph| self.face.glyph_hor_side_bearing(glyph));
            let (width, side) = (
                width.unwrap_or(0).to_be_bytes(),
                side.unwrap_or(0).to_be_bytes(),
            );
            [width[0], width[1], side[0], side[1]]
        };
        self.glyphs.iter().flat_map(pair).collect()
    }
}

/// A simple outline without its instructions.
fn simple(outline: &[u8], contours: usize) -> Option<Vec<u8>> {
    let ends = 10 + contours * 2;
    let instructions = usize::from(word(outline, ends)?);
    let points = outline.get(ends + 2 + instructions..)?;
    Some([outline.get(..ends)?, &[0, 0], points].concat())
}

/// Bytes after the flags and the number of a part: where it goes, how it is scaled.
fn arguments(flags: u16) -> usize {
    let place = if flags & WORDS != 0 { 4 } else { 2 };
    let scale = match flags {
        _ if flags & SCALE != 0 => 2,
        _ if flags & TWO_SCALES != 0 => 4,
        _ if flags & MATRIX != 0 => 8,
        _ => 0,
    };
    place + scale
}

/// The outlines one after the other, where each begins, and whether that takes four bytes each.
fn placed(outlines: &[Vec<u8>]) -> (Vec<u8>, Vec<u8>, bool) {
    let (mut glyf, mut starts) = (Vec::new(), vec![0_usize]);
    for outline in outlines {
        glyf.extend(outline);
        glyf.resize(glyf.len().next_multiple_of(2), 0);
        starts.push(glyf.len());
    }
    let short: Option<Vec<u16>> = starts
        .iter()
        .map(|start| u16::try_from(start / 2).ok())
        .collect();
    match short {
        Some(short) => (
            glyf,
            short.into_iter().flat_map(u16::to_be_bytes).collect(),
            false,
        ),
        None => {
            let long = starts
                .iter()
                .map(|start| u32::try_from(*start).unwrap_or(u32::MAX));
            (glyf, long.flat_map(u32::to_be_bytes).collect(), true)
        }
    }
}

/// The tables, in order of their names, behind their directory (OpenType, « font file »).
fn assembled(tables: &[([u8; 4], Vec<u8>); 6]) -> Vec<u8> {
    // Six tables: the largest power of two is 4, its rank 2, and 32 bytes of the directory are beyond it.
    let mut bytes = [0x0001_0000_u32.to_be_bytes(), [0, 6, 0, 64], [0, 2, 0, 32]].concat();
    let mut at = bytes.len() + tables.len() * 16;
    for (name, content) in tables {
        bytes.extend(name);
        for number in [sum(content), at as u32, content.len() as u32] {
            bytes.extend(number.to_be_bytes());
        }
        at += content.len().next_multiple_of(4);
    }
    for (_, content) in tables {
        bytes.extend(content);
        bytes.resize(bytes.len().next_multiple_of(4), 0);
    }
    let adjustment = 0xb1b0_afba_u32.wrapping_sub(sum(&bytes));
    let head = 12 + tables.len() * 16 + tables[0].1.len().next_multiple_of(4);
    bytes[head + 8..head + 12].copy_from_slice(&adjustment.to_be_bytes());
    bytes
}

/// The sum of the bytes as numbers of four, noughts at the end.
fn sum(bytes: &[u8]) -> u32 {
    let (whole, rest) = bytes.as_chunks();
    let whole = whole.iter().map(|four| u32::from_be_bytes(*four));
    let mut last = [0; 4];
    last[..rest.len()].copy_from_slice(rest);
    whole.fold(u32::from_be_bytes(last), u32::wrapping_add)
}

fn table<'a>(face: &Face<'a>, name: &[u8; 4]) -> Option<&'a [u8]> {
    face.raw_face().table(Tag::from_bytes(name))
}

fn word(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SERIF: &[u8] = include_bytes!("../../../../assets/fonts/NotoSerif-Regular.ttf");

    #[derive(Default, Debug, PartialEq)]
    struct Path(Vec<(u8, [f32; 4])>);

    impl ttf_parser::OutlineBuilder for Path {
        fn move_to(&mut self, x: f32, y: f32) {
            self.0.push((0, [x, y, 0.0, 0.0]));
        }
        fn line_to(&mut self, x: f32, y: f32) {
            self.0.push((1, [x, y, 0.0, 0.0]));
        }
        fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
            self.0.push((2, [x1, y1, x, y]));
        }
        fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {}
        fn close(&mut self) {
            self.0.push((3, [0.0; 4]));
        }
    }

    fn path(face: &Face<'_>, glyph: u16) -> Path {
        let mut path = Path::default();
        let _ = face.outline_glyph(GlyphId(glyph), &mut path);
        path
    }

    /// Every sign of Latin, composite ones too, draws as it did and is as wide.
    #[test]
    fn outlines_and_widths_stay() {
        let face = Face::parse(SERIF, 0).unwrap();
        let signs = ('\u{20}'..'\u{250}').filter_map(|sign| face.glyph_index(sign));
        let mut glyphs = vec![Some(0), None];
        glyphs.extend(signs.map(|glyph| Some(glyph.0)));
        let cut = program(&face, glyphs.clone()).unwrap();
        let read = Face::parse(&cut, 0).unwrap();
        for (place, glyph) in (0..).zip(glyphs) {
            let Some(glyph) = glyph else {
                assert_eq!(path(&read, place), Path::default());
                continue;
            };
            assert_eq!(path(&read, place), path(&face, glyph), "glyph {glyph}");
            let width = |face: &Face<'_>, glyph| face.glyph_hor_advance(GlyphId(glyph));
            assert_eq!(width(&read, place), width(&face, glyph));
        }
        assert!(
            table(&read, b"fpgm").is_none() && cut.len() < 120_000,
            "{}",
            cut.len()
        );
    }

    #[test]
    fn a_face_that_is_not_whole_is_refused() {
        let face = Face::parse(SERIF, 0).unwrap();
        assert_eq!(program(&face, vec![Some(u16::MAX)]), None);
        // The outlines cut short: tables are found, outlines are not.
        let at = SERIF.windows(4).position(|name| name == b"glyf").unwrap();
        let mut short = SERIF.to_vec();
        short[at + 12..at + 16].copy_from_slice(&100_u32.to_be_bytes());
        let short = Face::parse(&short, 0).unwrap();
        assert_eq!(program(&short, vec![Some(0), Some(300)]), None);
    }
}

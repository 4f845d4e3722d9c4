//! Outlines of glyphs, drawn once for a page and used wherever they stand.

use layout::Fonts;
use layout::pages::Face;
use std::collections::BTreeMap;
use std::fmt::Write;
use ttf_parser::{GlyphId, OutlineBuilder};

/// The outlines that a page uses, each with its short name.
pub struct Outlines<'a> {
    fonts: &'a Fonts,
    parsed: BTreeMap<Face, Option<ttf_parser::Face<'a>>>,
    /// The name of each glyph; none for one that draws nothing.
    names: BTreeMap<(Face, u16), Option<String>>,
    defs: String,
}

impl<'a> Outlines<'a> {
    /// No outline yet.
    pub fn new(fonts: &'a Fonts) -> Self {
        Self {
            fonts,
            parsed: BTreeMap::new(),
            names: BTreeMap::new(),
            defs: String::new(),
        }
    }

    /// The name of a glyph's outline; none for a space, which draws nothing.
    pub fn name(&mut self, face: Face, glyph: u16) -> Option<String> {
        if let Some(name) = self.names.get(&(face, glyph)) {
            return name.clone();
        }
        let drawn = self.draw(face, glyph);
        let name = drawn.map(|path| {
            let name = short(self.names.len());
            let _ = write!(self.defs, "<path id=\"{name}\" d=\"{path}\"/>");
            name
        });
        self.names.insert((face, glyph), name.clone());
        name
    }

    /// Units of the face in an em.
    pub fn per_em(&mut self, face: Face) -> u16 {
        self.face(face)
            .map_or(1000, |face| face.units_per_em().max(1))
    }

    /// All outlines named so far, as elements.
    pub fn defs(self) -> String {
        self.defs
    }

    fn face(&mut self, face: Face) -> Option<&ttf_parser::Face<'a>> {
        let bytes = self.fonts.bytes(face);
        self.parsed
            .entry(face)
            .or_insert_with(|| ttf_parser::Face::parse(bytes, 0).ok())
            .as_ref()
    }

    fn draw(&mut self, face: Face, glyph: u16) -> Option<String> {
        let mut pen = Pen::default();
        self.face(face)?.outline_glyph(GlyphId(glyph), &mut pen)?;
        Some(pen.path)
    }
}

/// A short name: letters first, since a name may not begin with a digit.
fn short(mut rank: usize) -> String {
    let mut name = String::from("g");
    loop {
        let sign = char::from_digit((rank % 36) as u32, 36).unwrap_or('0');
        name.push(sign);
        rank /= 36;
        if rank == 0 {
            return name;
        }
    }
}

/// Writes an outline with relative moves, y turned to grow downward.
#[derive(Default)]
struct Pen {
    path: String,
    at: (i32, i32),
    start: (i32, i32),
}

impl Pen {
    fn relative(&mut self, command: char, points: &[(f32, f32)]) {
        let before = self.path.len();
        self.path.push(command);
        for &(x, y) in points {
            let (x, y) = (units(x), -units(y));
            for step in [x - self.at.0, y - self.at.1] {
                let first = self.path.len() == before + 1;
                // A minus sign parts two numbers by itself.
                let gap = if first || step < 0 { "" } else { " " };
                let _ = write!(self.path, "{gap}{step}");
            }
        }
        if let Some(&(x, y)) = points.last() {
            self.at = (units(x), -units(y));
        }
    }
}

/// Outlines of TrueType are in whole units.
#[allow(clippy::cast_possible_truncation)] // Font units are 16 bits wide.
fn units(coordinate: f32) -> i32 {
    coordinate.round() as i32
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.relative('m', &[(x, y)]);
        self.start = self.at;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.relative('l', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.relative('q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.relative('c', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.path.push('z');
        self.at = self.start;
    }
}

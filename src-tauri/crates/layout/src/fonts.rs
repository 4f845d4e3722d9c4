//! The five faces: what signs they have, how wide, and words shaped into glyphs.
//!
//! Fonts come in as bytes. Nothing here reads a file or knows a page.

use crate::pages::Face;
use harfrust::{Buffer, Direction, Font, Language, Script, ShapeOptions, ShapePlan, ShaperFont};
use std::cell::RefCell;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU16, Ordering};

/// The bytes of the faces.
#[derive(Clone, Copy)]
pub struct FontFiles {
    /// Noto Serif Regular.
    pub serif: &'static [u8],
    /// Noto Serif Bold.
    pub serif_bold: &'static [u8],
    /// Noto Serif Italic.
    pub serif_italic: &'static [u8],
    /// Noto Sans Regular.
    pub sans: &'static [u8],
    /// Noto Sans Bold.
    pub sans_bold: &'static [u8],
}

/// Why a file cannot serve as a face.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FontError {
    /// It is no font that can be read.
    #[error("the face {0:?} is no readable font")]
    Unreadable(Face),
    /// Its em is not of 1000 units, on which the widths rely.
    #[error("the face {0:?} has {1} units in an em, not 1000")]
    Em(Face, u16),
}

/// Signs whose glyph is looked up in a table: Latin, as far as French goes.
const TABLED: usize = 0x250;
/// A tabled sign not looked up yet; 0 is one that the face lacks.
const UNKNOWN: u16 = u16::MAX;

/// The five faces, ready to shape.
pub struct Fonts {
    faces: Vec<Loaded>,
}

struct Loaded {
    bytes: &'static [u8],
    metrics: ttf_parser::Face<'static>,
    /// What shapes words; made when the first word comes, since a document seldom has words in every face. None for
    /// a face that shapes nothing.
    shaper: OnceLock<Option<Shaper>>,
    /// The glyphs of the tabled signs, each looked up once.
    glyphs: Vec<AtomicU16>,
}

struct Shaper {
    font: Font,
    plan: ShapePlan,
}

thread_local! {
    /// Where words are shaped, one after the other, by each thread.
    static BUFFER: RefCell<Buffer> = RefCell::new(Buffer::new());
}

/// A glyph of a shaped word, in units of the font (1000 to an em).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShapedGlyph {
    /// Its index in the face.
    pub id: u16,
    /// How far the pen goes, kerning included.
    pub advance: i32,
    /// Where its text begins in the word, in bytes; glyphs of one cluster share it.
    pub cluster: u32,
}

impl Fonts {
    /// Reads the faces. Fails on bytes that are no font, or whose em is not 1000 units.
    pub fn new(files: FontFiles) -> Result<Self, FontError> {
        let bytes = [
            files.serif,
            files.serif_bold,
            files.serif_italic,
            files.sans,
            files.sans_bold,
        ];
        let pairs = Face::ALL.into_iter().zip(bytes);
        let faces = pairs
            .map(|(face, bytes)| Loaded::new(face, bytes))
            .collect::<Result<_, _>>()?;
        Ok(Self { faces })
    }

    /// The bytes of a face, as they came in.
    pub fn bytes(&self, face: Face) -> &'static [u8] {
        self.loaded(face).bytes
    }

    /// The glyph of a sign; none when the face lacks it.
    pub fn glyph(&self, face: Face, sign: char) -> Option<u16> {
        let loaded = self.loaded(face);
        let Some(known) = loaded.glyphs.get(sign as usize) else {
            return loaded.metrics.glyph_index(sign).map(|id| id.0);
        };
        let mut id = known.load(Ordering::Relaxed);
        if id == UNKNOWN {
            // Two threads find the same.
            id = loaded.metrics.glyph_index(sign).map_or(0, |id| id.0);
            known.store(id, Ordering::Relaxed);
        }
        (id != 0).then_some(id)
    }

    /// How wide a glyph is, in units of the font.
    pub fn width(&self, face: Face, glyph: u16) -> i32 {
        let id = ttf_parser::GlyphId(glyph);
        i32::from(self.loaded(face).metrics.glyph_hor_advance(id).unwrap_or(0))
    }

    /// Height of the capitals, in units of the font.
    pub fn cap_height(&self, face: Face) -> i32 {
        i32::from(self.loaded(face).metrics.capital_height().unwrap_or(714))
    }

    /// Shapes a word. A sign that the face lacks comes out as glyph 0: ask [`Fonts::glyph`] first.
    pub fn shape(&self, face: Face, word: &str) -> Vec<ShapedGlyph> {
        let Some(shaper) = self.loaded(face).shaper() else {
            return self.unshaped(face, word);
        };
        let shaped = BUFFER.with_borrow_mut(|buffer| shaper.shape(word, buffer));
        shaped.unwrap_or_else(|| self.unshaped(face, word))
    }

    /// One glyph for each sign, without kerning: the way out if shaping fails.
    fn unshaped(&self, face: Face, word: &str) -> Vec<ShapedGlyph> {
        let place = |(at, sign): (usize, char)| {
            let id = self.glyph(face, sign).unwrap_or(0);
            let cluster = u32::try_from(at).unwrap_or(u32::MAX);
            let advance = self.width(face, id);
            ShapedGlyph {
                id,
                advance,
                cluster,
            }
        };
        word.char_indices().map(place).collect()
    }

    fn loaded(&self, face: Face) -> &Loaded {
        &self.faces[face as usize]
    }
}

impl Loaded {
    fn new(face: Face, bytes: &'static [u8]) -> Result<Self, FontError> {
        let unreadable = FontError::Unreadable(face);
        let metrics = ttf_parser::Face::parse(bytes, 0).map_err(|_| unreadable)?;
        if metrics.units_per_em() != 1000 {
            return Err(FontError::Em(face, metrics.units_per_em()));
        }
        Ok(Self {
            bytes,
            metrics,
            shaper: OnceLock::new(),
            glyphs: std::iter::repeat_with(|| AtomicU16::new(UNKNOWN))
                .take(TABLED)
                .collect(),
        })
    }

    fn shaper(&self) -> Option<&Shaper> {
        self.shaper.get_or_init(|| Shaper::new(self.bytes)).as_ref()
    }
}

impl Shaper {
    fn new(bytes: &'static [u8]) -> Option<Self> {
        let font = Font::new(bytes, 0)?;
        let (language, script) = (french(), Some(Script::LATIN));
        let plan = ShapePlan::new(
            &font,
            Direction::LeftToRight,
            script,
            language.as_ref(),
            &[],
        );
        Some(Self { font, plan })
    }

    /// The glyphs of a word; none when it cannot be shaped.
    fn shape(&self, word: &str, buffer: &mut Buffer) -> Option<Vec<ShapedGlyph>> {
        buffer.clear();
        buffer.push_str(word);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(Some(Script::LATIN));
        buffer.set_language(french());
        let options = ShapeOptions::new().plan(Some(&self.plan));
        harfrust::shape(&ShaperFont::new(&self.font), buffer, options).ok()?;
        Some(gathered(buffer))
    }
}

fn french() -> Option<Language> {
    Language::new("fr")
}

/// The glyphs of a shaped buffer. A mark set beside its place is brought there by the advances around it.
fn gathered(buffer: &Buffer) -> Vec<ShapedGlyph> {
    let mut glyphs: Vec<ShapedGlyph> = Vec::with_capacity(buffer.len());
    for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
        if let Some(last) = glyphs.last_mut() {
            last.advance += position.x_offset;
        }
        let id = u16::try_from(info.glyph_id).unwrap_or(0);
        let advance = position.x_advance - position.x_offset;
        glyphs.push(ShapedGlyph {
            id,
            advance,
            cluster: info.cluster,
        });
    }
    glyphs
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    macro_rules! face {
        ($name:literal) => {
            include_bytes!(concat!("../../../../assets/fonts/", $name, ".ttf"))
        };
    }

    /// The shipped faces, for the tests of the room.
    pub fn shipped() -> Fonts {
        let files = FontFiles {
            serif: face!("NotoSerif-Regular"),
            serif_bold: face!("NotoSerif-Bold"),
            serif_italic: face!("NotoSerif-Italic"),
            sans: face!("NotoSans-Regular"),
            sans_bold: face!("NotoSans-Bold"),
        };
        Fonts::new(files).unwrap()
    }

    #[test]
    fn every_face_has_the_signs_of_french() {
        let fonts = shipped();
        let french =
            "aàâæbcçdeéèêëfghiîïjklmnoôœpqrstuùûüvwxyÿz’«»—–…€°•\u{a0}\u{202f}\u{2011}\u{ad}";
        for face in Face::ALL {
            let lacks = |sign: &char| fonts.glyph(face, *sign).is_none();
            let lacking: String = french.chars().filter(lacks).collect();
            assert_eq!(lacking, "", "{face:?}");
        }
        assert_eq!(fonts.glyph(Face::Sans, '\u{1F600}'), None);
    }

    #[test]
    fn a_ligature_is_one_glyph_of_several_signs() {
        let shaped = shipped().shape(Face::Serif, "difficile");
        assert!(shaped.len() < "difficile".len(), "{shaped:?}");
    }

    #[test]
    fn what_is_no_font_is_refused() {
        let files = FontFiles {
            serif: b"no",
            serif_bold: b"",
            serif_italic: b"",
            sans: b"",
            sans_bold: b"",
        };
        assert_eq!(
            Fonts::new(files).err(),
            Some(FontError::Unreadable(Face::Serif))
        );
    }
}

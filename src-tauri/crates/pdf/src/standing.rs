//! Faces that stand cut: the glyphs that the modèles and ordinary names show, packed once and for all at leisure, so that
//! a process that makes one file need not cut faces down. A file that shows nothing else takes these; any other cuts its
//! own, as ever.
//!
//! A table of bytes, made by [`GatheredFaces`] from pages set in earnest: a test makes it again and compares.

mod gather;

pub use gather::GatheredFaces;

use crate::programs::Program;
use crate::shown::{Coded, Texts, Used, each};
use layout::Fonts;
use layout::pages::Face;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

/// How the table begins: what it is, and the edition of its writing.
const MARK: &[u8; 8] = b"CUTFACE1";
const TABLE: &[u8] = include_bytes!("../../../../assets/standing/faces.bin");
static STANDING: LazyLock<Standing> = LazyLock::new(|| Standing::read(TABLE).unwrap_or_default());

/// The faces that stand cut, in one alphabet.
#[derive(Default)]
pub struct Standing {
    /// From codes to texts, as a file says it.
    pub to_unicode: &'static [u8],
    faces: BTreeMap<Face, Stood>,
}

struct Stood {
    /// The size and the sum of the whole face: it is cut from that one and no other.
    of: (u32, u32),
    /// The texts of each glyph, and the code of each.
    glyphs: BTreeMap<u16, Vec<(&'static str, u16)>>,
    program: Arc<Program>,
}

/// What stands, if it is enough for these pages.
pub fn enough(used: &Used<'_>, fonts: &Fonts) -> Option<&'static Standing> {
    let standing: &'static Standing = &STANDING;
    let has = |(face, glyphs): (&Face, &Texts<'_>)| {
        let stood = standing.faces.get(face);
        stood.is_some_and(|stood| sum(fonts.bytes(*face)) == Some(stood.of) && stood.has(glyphs))
    };
    used.iter().all(has).then_some(standing)
}

/// The size of a face in bytes, and the sum that it bears of them (OpenType, « head »).
fn sum(bytes: &[u8]) -> Option<(u32, u32)> {
    let face = ttf_parser::RawFace::parse(bytes, 0).ok()?;
    let head = face.table(ttf_parser::Tag::from_bytes(b"head"))?;
    let sum = head.get(8..12)?.try_into().ok()?;
    Some((u32::try_from(bytes.len()).ok()?, u32::from_be_bytes(sum)))
}

impl Standing {
    fn read(table: &'static [u8]) -> Option<Self> {
        let mut rest = Reader(table.strip_prefix(MARK)?);
        let (to_unicode, mut faces) = (rest.bytes()?, BTreeMap::new());
        while !rest.0.is_empty() {
            let face = *Face::ALL.get(usize::try_from(rest.number()?).ok()?)?;
            faces.insert(face, rest.face()?);
        }
        Some(Self { to_unicode, faces })
    }

    /// The code of each glyph and text, of a face that shows nothing else than what stands.
    pub fn coded<'a>(&self, face: Face, glyphs: &Texts<'a>) -> Vec<Coded<'a>> {
        let stood = self.faces.get(&face);
        let code = |glyph, text| stood.and_then(|stood| stood.code(glyph, text));
        each(glyphs)
            .map(|(glyph, text)| (glyph, text, code(glyph, text).unwrap_or(0)))
            .collect()
    }

    /// The program of a face, for pages that show half of its glyphs at least: a short letter need not bear all of them.
    pub fn program(&self, face: Face, glyphs: &Texts<'_>) -> Option<Arc<Program>> {
        let stood = self.faces.get(&face)?;
        let many = 2 * glyphs.len() >= stood.glyphs.len();
        many.then(|| Arc::clone(&stood.program))
    }
}

impl Stood {
    fn has(&self, glyphs: &Texts<'_>) -> bool {
        each(glyphs).all(|(glyph, text)| self.code(glyph, text).is_some())
    }

    fn code(&self, glyph: u16, text: &str) -> Option<u16> {
        let mut texts = self.glyphs.get(&glyph)?.iter();
        texts
            .find(|(known, _)| *known == text)
            .map(|(_, code)| *code)
    }
}

/// What is left to read of the table. Everything is `None` at its end.
struct Reader(&'static [u8]);

impl Reader {
    fn number(&mut self) -> Option<u32> {
        let (number, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u32::from_le_bytes(*number))
    }

    fn small(&mut self) -> Option<u16> {
        u16::try_from(self.number()?).ok()
    }

    fn bytes(&mut self) -> Option<&'static [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    fn text(&mut self) -> Option<&'static str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    fn face(&mut self) -> Option<Stood> {
        let of = (self.number()?, self.number()?);
        let mut glyphs: BTreeMap<u16, Vec<(&str, u16)>> = BTreeMap::new();
        for _ in 0..self.number()? {
            let (glyph, code) = (self.small()?, self.small()?);
            glyphs.entry(glyph).or_default().push((self.text()?, code));
        }
        let program = Program {
            length: usize::try_from(self.number()?).ok()?,
            prefix: self.text()?.to_owned(),
            packed: self.bytes()?.to_vec(),
        };
        let program = Arc::new(program);
        Some(Stood {
            of,
            glyphs,
            program,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_cut_short_stands_for_nothing() {
        let faces = STANDING.faces.len();
        assert!(faces > 3, "{faces}");
        let reads = |end: &usize| Standing::read(&TABLE[..*end]).is_some();
        // It may end after a face: the others are then cut.
        assert_eq!((0..TABLE.len()).filter(reads).count(), faces);
    }

    #[test]
    fn each_glyph_has_a_code_of_its_own_and_one_text_a_code_in_all_faces() {
        let mut texts = BTreeMap::new();
        for stood in STANDING.faces.values() {
            let codes = stood.glyphs.values().flatten().map(|(_, code)| *code);
            let all: std::collections::BTreeSet<u16> = codes.clone().collect();
            assert_eq!(all.len(), codes.count());
            for (text, code) in stood.glyphs.values().flatten() {
                texts.entry(*code).or_insert(*text);
                assert_eq!(texts.get(code), Some(text));
            }
        }
    }

    #[test]
    fn what_does_not_stand_is_not_enough() {
        let stood = &STANDING.faces[&Face::Serif];
        let glyph = *stood.glyphs.keys().next().unwrap();
        assert!(!stood.has(&Texts::from([(glyph, vec!["Ж"])])));
        assert!(!stood.has(&Texts::from([(u16::MAX, vec!["a"])])));
        assert!(stood.has(&Texts::from([(glyph, vec![stood.glyphs[&glyph][0].0])])));
    }
}

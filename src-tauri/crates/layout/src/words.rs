//! Shaped words, kept: a word is shaped once for each face, whatever its size.

use crate::fonts::{Fonts, ShapedGlyph};
use crate::lengths::scaled;
use crate::pages::{Face, Length};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// How many words of each face are kept before the table is emptied: what conventions have in common is under two
/// thousand, the rest are names that will not come back.
const KEPT: usize = 8_000;
/// Longer words are not worth keeping, in bytes.
const LONGEST: usize = 64;

/// A word in glyphs, in units of the font.
pub type Word = Arc<[ShapedGlyph]>;

/// The words met so far.
#[derive(Default)]
pub struct Words {
    faces: [FxHashMap<Box<str>, Word>; 5],
}

impl Words {
    /// The glyphs of a word.
    pub fn shape(&mut self, fonts: &Fonts, face: Face, word: &str) -> Word {
        let known = &mut self.faces[face as usize];
        if let Some(glyphs) = known.get(word) {
            return Arc::clone(glyphs);
        }
        let glyphs: Word = fonts.shape(face, word).into();
        if word.len() <= LONGEST {
            if known.len() >= KEPT {
                known.clear();
            }
            known.insert(word.into(), Arc::clone(&glyphs));
        }
        glyphs
    }
}

/// The width of glyphs at a size: each is rounded, as it is when drawn.
pub fn width(glyphs: &[ShapedGlyph], size: Length) -> Length {
    glyphs.iter().map(|glyph| scaled(glyph.advance, size)).sum()
}

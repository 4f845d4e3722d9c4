//! Shaped words, kept: a word is shaped once for each face, whatever its size.

use crate::fonts::{Fonts, ShapedGlyph};
use crate::lengths::scaled;
use crate::pages::{Face, Length};
use crate::standing::table::{LONGEST, Standing};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// How many words of each face are young at most: what conventions have in common is under a thousand, the rest are
/// names that will not come back, and take room.
const KEPT: usize = 1_200;

/// A word in glyphs, in units of the font.
pub type Word = Arc<[ShapedGlyph]>;

/// The words met so far.
#[derive(Default)]
pub struct Words {
    faces: [Known; 5],
    standing: Standing,
}

/// The words of a face: when the young ones are too many, they grow old, and those that were old and did not come back
/// are forgotten.
#[derive(Default)]
struct Known {
    young: FxHashMap<Box<str>, Word>,
    old: FxHashMap<Box<str>, Word>,
}

impl Known {
    fn find(&mut self, word: &str) -> Option<Word> {
        if let Some(glyphs) = self.young.get(word) {
            return Some(Arc::clone(glyphs));
        }
        let (word, glyphs) = self.old.remove_entry(word)?;
        self.keep(word, Arc::clone(&glyphs));
        Some(glyphs)
    }

    fn keep(&mut self, word: Box<str>, glyphs: Word) {
        if self.young.len() >= KEPT {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(word, glyphs);
    }
}

impl Words {
    /// Words of which some stand set.
    pub fn over(standing: Standing) -> Self {
        Self {
            standing,
            ..Self::default()
        }
    }

    /// The glyphs of a word met before.
    pub fn known(&self, face: Face, word: &str) -> Option<&[ShapedGlyph]> {
        let known = &self.faces[face as usize];
        let glyphs = known.young.get(word).or_else(|| known.old.get(word));
        glyphs.map(|glyphs| &**glyphs)
    }

    /// The glyphs of a word.
    pub fn shape(&mut self, fonts: &Fonts, face: Face, word: &str) -> Word {
        let known = &mut self.faces[face as usize];
        if let Some(glyphs) = known.find(word) {
            return glyphs;
        }
        let standing = self.standing.word(face, word);
        let glyphs: Word = standing.unwrap_or_else(|| fonts.shape(face, word)).into();
        if word.len() <= LONGEST {
            known.keep(word.into(), Arc::clone(&glyphs));
        }
        glyphs
    }
}

/// The width of glyphs at a size: each is rounded, as it is when drawn.
pub fn width(glyphs: &[ShapedGlyph], size: Length) -> Length {
    glyphs.iter().map(|glyph| scaled(glyph.advance, size)).sum()
}

//! Standing type: what the modèles always say the same, set once and for all, so that a process that makes one document
//! need not set it again. Printers kept such pages standing in their metal.
//!
//! A table of bytes, read where it lies: the key of a paragraph or a word, then its lines or its glyphs. Whatever is not
//! in it is set as ever, and what is in it is what would have been set: [`Gathered`] makes it from paragraphs set in
//! earnest, a test makes it again and compares. Knows no modèle and no file.

mod code;
mod gather;

pub use gather::Gathered;

use crate::fonts::ShapedGlyph;
use crate::pages::Face;
use crate::para::Setting;
use code::Reader;

/// How the table begins: what it is, and the edition of its writing.
const MARK: &[u8; 8] = b"STANDNG1";
/// Bytes of a number of fixed width.
const WIDE: usize = 4;
/// Longer words are not worth keeping, in bytes.
pub const LONGEST: usize = 64;
/// A place of the index that holds nothing.
const NOTHING: u32 = 0;

/// What stands set, for one set of faces; empty by default.
#[derive(Clone, Copy, Default)]
pub struct Standing {
    bytes: &'static [u8],
    /// How many places the index has, a power of two; none for what is no table.
    places: usize,
}

impl Standing {
    /// A table made by [`Gathered::bytes`]. Bytes that are no such table hold nothing.
    pub fn new(bytes: &'static [u8]) -> Self {
        let places = bytes
            .strip_prefix(MARK)
            .and_then(|rest| Reader(rest).wide())
            .and_then(|places| usize::try_from(places).ok())
            .filter(|places| places.is_power_of_two());
        Self {
            bytes,
            places: places.unwrap_or(0),
        }
    }

    /// The lines of a paragraph, by its key.
    pub(crate) fn setting(&self, key: &str) -> Option<Setting> {
        self.find(key.as_bytes())?.setting()
    }

    /// The glyphs of a word.
    pub(crate) fn word(&self, face: Face, word: &str) -> Option<Vec<ShapedGlyph>> {
        let mut key = [0; LONGEST + 1];
        let key = key.get_mut(..=word.len())?;
        key[0] = first_of(face);
        key[1..].copy_from_slice(word.as_bytes());
        self.find(key)?.word()
    }

    /// What lies under a key: the index says where to look first, then one looks further.
    fn find(&self, key: &[u8]) -> Option<Reader<'static>> {
        let mut place = first_place(key, self.places)?;
        for _ in 0..self.places {
            let at = self.number(MARK.len() + WIDE + place * WIDE)?;
            if at == NOTHING {
                return None;
            }
            let mut entry = Reader(self.bytes.get(usize::try_from(at).ok()?..)?);
            if entry.text()? == key {
                return Some(entry);
            }
            place = (place + 1) & (self.places - 1);
        }
        None
    }

    fn number(&self, at: usize) -> Option<u32> {
        Reader(self.bytes.get(at..)?).wide()
    }
}

/// How the key of a word begins: no paragraph's begins with a figure.
fn first_of(face: Face) -> u8 {
    b'0' + face as u8
}

/// Where a key is first looked for: its bytes mixed eight by eight.
fn first_place(key: &[u8], places: usize) -> Option<usize> {
    let eight = |bytes: &[u8]| {
        let mut eight = [0; 8];
        eight[..bytes.len()].copy_from_slice(bytes);
        u64::from_le_bytes(eight)
    };
    let (whole, rest) = key.as_chunks();
    let whole = whole.iter().map(|bytes| u64::from_le_bytes(*bytes));
    let mixed = whole
        .chain([eight(rest)])
        .fold(key.len() as u64, |mix, eight| {
            // An odd number without a pattern: the whole part of 2⁶⁴ over the golden ratio (Knuth, 6.4).
            let mix = (mix.rotate_left(5) ^ eight).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            mix ^ (mix >> 29)
        });
    let last = u64::try_from(places.checked_sub(1)?).ok()?;
    usize::try_from((mixed ^ (mixed >> 32)) & last).ok()
}

#[cfg(test)]
mod tests;

//! The table: an index, then each key and what lies under it. The glyphs of words are read here, lines beside.

use super::bytes::{Reader, WIDE, Writer};
use crate::fonts::ShapedGlyph;
use crate::pages::Face;

/// How the table begins: what it is, and the edition of its writing.
pub const MARK: &[u8; 8] = b"STANDNG1";
/// Longer words are not worth keeping, in bytes.
pub const LONGEST: usize = 64;
/// A place of the index that holds nothing.
pub const NOTHING: u32 = 0;
/// Bytes of a glyph of a word: its index and how far the pen goes on two, where its text begins on one.
const SHAPED: usize = 5;

/// What stands set, for one set of faces; empty by default.
#[derive(Clone, Copy, Default)]
pub struct Standing {
    bytes: &'static [u8],
    /// How many places the index has, a power of two; none for what is no table.
    places: usize,
}

impl Standing {
    /// A table made by [`super::Gathered::bytes`]. Bytes that are no such table hold nothing.
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

    /// The glyphs of a word.
    pub fn word(&self, face: Face, word: &str) -> Option<Vec<ShapedGlyph>> {
        let mut key = [0; LONGEST + 1];
        let key = key.get_mut(..=word.len())?;
        key[0] = first_of(face);
        key[1..].copy_from_slice(word.as_bytes());
        self.find(key)?.word()
    }

    /// What lies under a key: the index says where to look first, then one looks further.
    pub fn find(&self, key: &[u8]) -> Option<Reader<'static>> {
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
pub fn first_of(face: Face) -> u8 {
    b'0' + face as u8
}

/// Where a key is first looked for: its bytes mixed eight by eight.
pub fn first_place(key: &[u8], places: usize) -> Option<usize> {
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

impl Reader<'_> {
    /// The glyphs of a word.
    pub fn word(mut self) -> Option<Vec<ShapedGlyph>> {
        let count = self.count()?;
        let records = self.0.get(..count.checked_mul(SHAPED)?)?;
        let glyph = |record: &[u8; SHAPED]| {
            let [i, j, a, b, cluster] = *record;
            ShapedGlyph {
                id: u16::from_le_bytes([i, j]),
                advance: i16::from_le_bytes([a, b]).into(),
                cluster: cluster.into(),
            }
        };
        Some(records.as_chunks().0.iter().map(glyph).collect())
    }
}

impl Writer {
    /// The glyphs of a word; `None` if one goes further than a letter does.
    pub fn word(&mut self, glyphs: &[ShapedGlyph]) -> Option<()> {
        self.count(glyphs.len());
        for glyph in glyphs {
            self.0.extend(glyph.id.to_le_bytes());
            self.0
                .extend(i16::try_from(glyph.advance).ok()?.to_le_bytes());
            self.0.push(u8::try_from(glyph.cluster).ok()?);
        }
        Some(())
    }
}

//! How lines and glyphs are written as bytes, and read again. Numbers take seven bits a byte, the low ones first.

use super::WIDE;
use crate::fonts::ShapedGlyph;
use crate::pages::{Face, Glyph, Signs};
use crate::para::{Line, Piece, Run, Setting, SpanOf};
use std::sync::Arc;

const FACES: [Face; 5] = [
    Face::Serif,
    Face::SerifBold,
    Face::SerifItalic,
    Face::Sans,
    Face::SansBold,
];
/// Bytes of a glyph: its index and its sign on two, how far the pen goes on four.
const GLYPH: usize = 8;
/// Bytes of a glyph of a word: its index and how far the pen goes on two, where its text begins on one.
const SHAPED: usize = 5;
/// Instead of a sign: the text has several, or one that two bytes do not hold, and stands after the glyphs.
const AFTER: u16 = u16::MAX;
/// Bits of the number that says how a line ends.
const HYPHEN: u32 = 1;
const OVERFULL: u32 = 2;

/// What is left to read. Everything is `None` at the end of the bytes, and on bytes that nobody wrote.
pub struct Reader<'a>(pub &'a [u8]);

impl<'a> Reader<'a> {
    /// A number of fixed width.
    pub fn wide(&mut self) -> Option<u32> {
        let (number, rest) = self.0.split_at_checked(WIDE)?;
        self.0 = rest;
        Some(u32::from_le_bytes(number.try_into().ok()?))
    }

    /// Bytes preceded by their length.
    pub fn text(&mut self) -> Option<&'a [u8]> {
        let length = self.count()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(text)
    }

    /// The lines of a paragraph.
    pub fn setting(mut self) -> Option<Setting> {
        let lines = self.list(Self::line)?;
        let spans = self.list(Self::span)?;
        Some(Setting {
            lines,
            spans,
            ..Setting::default()
        })
    }

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

    fn line(&mut self) -> Option<Line> {
        let (width, spacing, end) = (self.signed()?, self.number()?, self.number()?);
        Some(Line {
            pieces: self.list(|it| it.run().map(Piece::Run))?,
            width,
            hyphen: end & HYPHEN > 0,
            spacing,
            overfull: end & OVERFULL > 0,
        })
    }

    fn run(&mut self) -> Option<Run> {
        let (x, rise) = (self.signed()?, self.signed()?);
        let face = *FACES.get(self.count()?)?;
        let (size, span) = (self.signed()?, self.count()?.checked_sub(1));
        Some(Run {
            x,
            rise,
            face,
            size,
            glyphs: Arc::new(self.glyphs()?),
            fields: Vec::new(),
            span,
        })
    }

    /// They are the most of a table: of fixed width, to be read at once.
    fn glyphs(&mut self) -> Option<Vec<Glyph>> {
        let count = self.count()?;
        let (records, rest) = self.0.split_at_checked(count.checked_mul(GLYPH)?)?;
        self.0 = rest;
        let mut glyphs = Vec::with_capacity(count);
        for record in records.as_chunks::<GLYPH>().0 {
            let [i, j, s, t, a, b, c, d] = *record;
            let text = match u16::from_le_bytes([s, t]) {
                0 => Signs::NONE,
                AFTER => Signs::from(std::str::from_utf8(self.text()?).ok()?),
                sign => Signs::from(char::from_u32(sign.into())?),
            };
            glyphs.push(Glyph {
                id: u16::from_le_bytes([i, j]),
                advance: i32::from_le_bytes([a, b, c, d]),
                text,
            });
        }
        Some(glyphs)
    }

    fn span(&mut self) -> Option<SpanOf> {
        let (link, expansion) = (self.perhaps()?, self.perhaps()?);
        Some(SpanOf {
            link,
            expansion,
            alt: None,
        })
    }

    /// A text that may be absent.
    fn perhaps(&mut self) -> Option<Option<String>> {
        let mut texts = self.list(|it| String::from_utf8(it.text()?.to_vec()).ok())?;
        Some(texts.pop())
    }

    fn list<T>(&mut self, mut one: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.count()?;
        // Each takes a byte at least: a false count asks for no more memory than there are bytes.
        let mut list = Vec::with_capacity(count.min(self.0.len()));
        for _ in 0..count {
            list.push(one(self)?);
        }
        Some(list)
    }

    fn count(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    /// A number that may be below zero: its sign is its lowest bit.
    fn signed(&mut self) -> Option<i32> {
        let number = self.number()?;
        let size = (number >> 1).cast_signed();
        Some(if number & 1 > 0 { !size } else { size })
    }

    fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for (rank, byte) in self.0.iter().take(5).enumerate() {
            number |= u32::from(byte & 0x7f).checked_shl(7 * rank as u32)?;
            if byte & 0x80 == 0 {
                self.0 = &self.0[rank + 1..];
                return Some(number);
            }
        }
        None
    }
}

/// What is written so far.
#[derive(Default)]
pub struct Writer(pub Vec<u8>);

impl Writer {
    /// A number of fixed width.
    pub fn wide(&mut self, number: u32) {
        self.0.extend(number.to_le_bytes());
    }

    /// Bytes preceded by their length.
    pub fn text(&mut self, text: &[u8]) {
        self.count(text.len());
        self.0.extend(text);
    }

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

    /// The lines of a paragraph; `None` if it holds what a table does not keep: drawn things, what comes from a dossier,
    /// signs that no face has.
    pub fn setting(&mut self, setting: &Setting) -> Option<()> {
        let plain = setting.fields.is_empty() && setting.missing.is_empty();
        let drawn = setting.spans.iter().any(|span| span.alt.is_some());
        let mut pieces = setting.lines.iter().flat_map(|line| &line.pieces);
        let bare = pieces.all(|piece| matches!(piece, Piece::Run(run) if run.fields.is_empty()));
        if !plain || drawn || !bare {
            return None;
        }
        self.list(&setting.lines, Self::line);
        self.list(&setting.spans, |it, span| {
            it.perhaps(span.link.as_deref());
            it.perhaps(span.expansion.as_deref());
        });
        Some(())
    }

    fn line(&mut self, line: &Line) {
        self.signed(line.width);
        self.number(line.spacing);
        let hyphen = if line.hyphen { HYPHEN } else { 0 };
        self.number(hyphen | if line.overfull { OVERFULL } else { 0 });
        self.list(&line.pieces, |it, piece| {
            if let Piece::Run(run) = piece {
                it.run(run);
            }
        });
    }

    fn run(&mut self, run: &Run) {
        self.signed(run.x);
        self.signed(run.rise);
        self.count(run.face as usize);
        self.signed(run.size);
        self.count(run.span.map_or(0, |span| span + 1));
        self.count(run.glyphs.len());
        for glyph in run.glyphs.iter() {
            self.0.extend(glyph.id.to_le_bytes());
            self.0.extend(short(&glyph.text).to_le_bytes());
            self.0.extend(glyph.advance.to_le_bytes());
        }
        for glyph in run.glyphs.iter().filter(|it| short(&it.text) == AFTER) {
            self.text(glyph.text.as_bytes());
        }
    }

    fn perhaps(&mut self, text: Option<&str>) {
        self.list(text.as_slice(), |it, text| it.text(text.as_bytes()));
    }

    fn list<T>(&mut self, list: &[T], mut one: impl FnMut(&mut Self, &T)) {
        self.count(list.len());
        for item in list {
            one(self, item);
        }
    }

    /// No list of a page comes near what a number holds.
    fn count(&mut self, count: usize) {
        self.number(u32::try_from(count).unwrap_or(u32::MAX));
    }

    fn signed(&mut self, number: i32) {
        let size = if number < 0 { !number } else { number };
        self.number(size.cast_unsigned() << 1 | u32::from(number < 0));
    }

    fn number(&mut self, mut number: u32) {
        while number > 0x7f {
            self.0.push((number & 0x7f) as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }
}

/// The text of a glyph on two bytes, or that it stands after.
fn short(text: &str) -> u16 {
    let mut signs = text.chars();
    match (signs.next(), signs.next()) {
        (None, _) => 0,
        (Some(sign), None) if sign != '\0' => u16::try_from(u32::from(sign)).unwrap_or(AFTER),
        _ => AFTER,
    }
}

#[test]
fn numbers_come_back() {
    for number in [0, 1, -1, 63, -64, 64, 8191, -8192, i32::MAX, i32::MIN] {
        let mut writer = Writer::default();
        writer.signed(number);
        let mut reader = Reader(&writer.0);
        assert_eq!((reader.signed(), reader.0.len()), (Some(number), 0));
        for short in 0..writer.0.len() {
            assert_eq!(Reader(&writer.0[..short]).signed(), None);
        }
    }
    assert_eq!(Reader(&[0xff; 9]).number(), None);
}

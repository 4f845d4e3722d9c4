//! Lines as bytes: what stands of a paragraph.

use super::bytes::{Reader, Writer};
use super::table::Standing;
use crate::pages::{Face, Glyph, Signs};
use crate::para::{Line, Piece, Run, Setting, SpanOf};
use std::sync::Arc;

/// Bytes of a glyph: its index and its sign on two, how far the pen goes on four.
const GLYPH: usize = 8;
/// Instead of a sign: the text has several, or one that two bytes do not hold, and stands after the glyphs.
const AFTER: u16 = u16::MAX;
/// Bits of the number that says how a line ends.
const HYPHEN: u32 = 1;
const OVERFULL: u32 = 2;

impl Standing {
    /// The lines of a paragraph, by its key.
    pub fn setting(&self, key: &str) -> Option<Setting> {
        let mut rest = self.find(key.as_bytes())?;
        Some(Setting {
            lines: rest.list(Reader::line)?,
            spans: rest.list(Reader::span)?,
            ..Setting::default()
        })
    }
}

impl Reader<'_> {
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
        let face = *Face::ALL.get(self.count()?)?;
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
}

impl Writer {
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

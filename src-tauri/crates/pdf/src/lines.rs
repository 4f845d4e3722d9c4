//! A line of text as an operand: codes, and between them how far the pen must go beyond the glyph's own width.
//!
//! What the spaces of a justified line have in common is said once (`Tw`). The remainder of each rounding is carried to
//! the next glyph, so that a line never drifts.

use crate::alphabet::SPACE;
use crate::faces::Faces;
use layout::pages::{Glyph, GlyphRun, Length};
use printpdf::DictItem;

/// A gap wider than this, in sizes, is left to a new place.
const WIDEST: Length = 2;

/// A line as it is shown.
pub struct Line {
    /// What is added to each space, in thousandths of a point; none when it does not matter.
    pub spacing: Option<Length>,
    /// A string, or strings and numbers; none for no glyph.
    pub shown: Option<DictItem>,
}

/// Whether a run goes on the line of the one before.
pub fn continues(one: &GlyphRun, next: &GlyphRun) -> bool {
    let style = |run: &GlyphRun| (run.face, run.size, run.black, run.y);
    let gap = next.x - end(one);
    let near = (-one.size..=one.size * WIDEST).contains(&gap);
    style(one) == style(next) && !one.turned && !next.turned && near
}

fn end(run: &GlyphRun) -> Length {
    run.x + run.glyphs.iter().map(|glyph| glyph.advance).sum::<Length>()
}

/// Makes the operand of runs that go on one line.
pub fn line(runs: &[&GlyphRun], faces: &Faces) -> Line {
    let spacing = spacing(runs, faces);
    let mut shown = Shown {
        faces,
        size: 0,
        items: Vec::new(),
        codes: Vec::new(),
        owed: 0,
    };
    let mut pen = runs.first().map_or(0, |run| run.x);
    for run in runs {
        shown.size = i64::from(run.size.max(1));
        shown.owed += i64::from(run.x - pen) * 1000;
        for glyph in run.glyphs.iter() {
            shown.glyph(run, glyph, spacing.unwrap_or(0));
        }
        pen = end(run);
    }
    Line {
        spacing,
        shown: shown.finish(),
    }
}

struct Shown<'a> {
    faces: &'a Faces,
    size: i64,
    items: Vec<DictItem>,
    codes: Vec<u8>,
    /// Millionths of a point that the pen is behind its place.
    owed: i64,
}

impl Shown<'_> {
    fn glyph(&mut self, run: &GlyphRun, glyph: &Glyph, spacing: Length) {
        self.settle();
        let (code, width) = self.faces.code(run.face, glyph);
        self.faces.alphabet.put(code, &mut self.codes);
        self.owed += i64::from(glyph.advance) * 1000 - i64::from(width) * self.size;
        if self.is_space(code) {
            self.owed -= i64::from(spacing) * 1000;
        }
    }

    /// Thousandths of the size that make up for what is owed, before the next glyph.
    fn settle(&mut self) {
        let step = (self.owed + self.owed.signum() * self.size / 2) / self.size;
        if step != 0 && !self.codes.is_empty() {
            let codes = std::mem::take(&mut self.codes);
            self.items.push(DictItem::String {
                data: codes,
                literal: true,
            });
            self.items.push(DictItem::Int(-step));
            self.owed -= step * self.size;
        }
    }

    fn is_space(&self, code: u16) -> bool {
        code == SPACE && !self.faces.alphabet.wide
    }

    fn finish(mut self) -> Option<DictItem> {
        if !self.codes.is_empty() {
            self.items.push(DictItem::String {
                data: self.codes,
                literal: true,
            });
        }
        match self.items.len() {
            0 | 1 => self.items.pop(),
            _ => Some(DictItem::Array(self.items)),
        }
    }
}

/// What most spaces of a line have beyond their width; none for a line without spaces.
fn spacing(runs: &[&GlyphRun], faces: &Faces) -> Option<Length> {
    if faces.alphabet.wide {
        return None;
    }
    let glyphs = runs
        .iter()
        .flat_map(|run| run.glyphs.iter().map(|glyph| (*run, glyph)));
    let mut counts: Vec<(Length, usize)> = Vec::new();
    for (run, glyph) in glyphs.filter(|(_, glyph)| glyph.text == " ") {
        let (code, width) = faces.code(run.face, glyph);
        let beyond = match glyph.advance {
            // One at the end of a line has no advance: it is made up for, and must not set the others.
            0 => 0,
            advance => advance - (Length::from(width) * run.size + 500) / 1000,
        };
        let count = usize::from(glyph.advance > 0);
        match counts.iter_mut().find(|(known, _)| *known == beyond) {
            _ if code != SPACE => {}
            Some((_, counted)) => *counted += count,
            None => counts.push((beyond, count)),
        }
    }
    let most = counts.into_iter().rev().max_by_key(|(_, count)| *count);
    most.map(|(beyond, _)| beyond)
}

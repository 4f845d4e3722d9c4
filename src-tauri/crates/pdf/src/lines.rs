//! A line of text as an operand: codes, and between them how far the pen must go beyond the glyph's own width.
//!
//! What the letters of a justified line have in common is said once (`Tc`), and likewise its spaces (`Tw`). The remainder
//! of each rounding is carried to the next glyph, so that a line never drifts.

use crate::alphabet::{self, SPACE};
use crate::faces::{Cut, Faces};
use crate::syntax::whole;
use layout::pages::{Glyph, GlyphRun, Length};

/// A gap wider than this, in sizes, is left to a new place.
const WIDEST: Length = 2;
/// Thousandths of the size that nobody sees: at most a hundredth of a millimetre in the text. They are not made up for.
const UNSEEN: i64 = 2;
/// Letters that are asked how far apart those of a line stand.
const ASKED: usize = 15;

/// What a line adds to the width of glyphs, in thousandths of a point (ISO 32000-1, 9.3.2 and 9.3.3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// To each glyph.
    pub letters: Length,
    /// To each space besides; none for a line without spaces.
    pub spaces: Option<Length>,
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

/// Writes what shows runs that go on one line, spread as is said: a string, or strings and numbers (ISO 32000-1, 9.4.3).
/// Nothing for no glyph.
pub fn show(runs: &[&GlyphRun], faces: &Faces, spread: Spread, out: &mut Vec<u8>) {
    let begun = out.len();
    out.push(b'[');
    let mut shown = Shown {
        faces,
        size: 1,
        letters: i64::from(spread.letters) * 1000,
        spaces: i64::from(spread.spaces.unwrap_or(0)) * 1000,
        out,
        open: false,
        pieces: 0,
        owed: 0,
    };
    let mut pen = runs.first().map_or(0, |run| run.x);
    for run in runs {
        shown.size = i64::from(run.size.max(1));
        shown.owed += i64::from(run.x - pen) * 1000;
        let cut = faces.cut(run.face);
        run.glyphs.iter().for_each(|glyph| shown.glyph(cut, glyph));
        pen = end(run);
    }
    shown.finish(begun);
}

struct Shown<'a> {
    faces: &'a Faces,
    size: i64,
    /// Millionths of a point added to each glyph, and to each space besides.
    letters: i64,
    spaces: i64,
    out: &'a mut Vec<u8>,
    /// Whether a string is open, and how many were closed.
    open: bool,
    pieces: usize,
    /// Millionths of a point that the pen is behind its place.
    owed: i64,
}

impl Shown<'_> {
    fn glyph(&mut self, cut: Option<&Cut>, glyph: &Glyph) {
        self.settle();
        let (code, width) = cut.map_or((0, 0), |cut| cut.code(glyph));
        if !self.open {
            self.out.push(b'(');
            self.open = true;
        }
        let wide = self.faces.wide;
        alphabet::put(code, wide, self.out);
        self.owed += i64::from(glyph.advance) * 1000 - i64::from(width) * self.size - self.letters;
        if code == SPACE && !wide {
            self.owed -= self.spaces;
        }
    }

    /// Thousandths of the size that make up for what is owed, before the next glyph.
    fn settle(&mut self) {
        if !self.open || self.owed.abs() < self.size * UNSEEN {
            return;
        }
        let step = (self.owed + self.owed.signum() * self.size / 2) / self.size;
        if step != 0 {
            self.close();
            whole(-step, self.out);
            self.owed -= step * self.size;
        }
    }

    fn close(&mut self) {
        if std::mem::take(&mut self.open) {
            self.out.push(b')');
            self.pieces += 1;
        }
    }

    fn finish(mut self, begun: usize) {
        self.close();
        match self.pieces {
            0 => self.out.truncate(begun),
            1 => {
                self.out.remove(begun);
                self.out.extend_from_slice(b"Tj\n");
            }
            _ => self.out.extend_from_slice(b"]TJ\n"),
        }
    }
}

/// How a line is spread.
pub fn spread(runs: &[&GlyphRun], faces: &Faces) -> Spread {
    let letters = letters(runs, faces);
    let spaces = spaces(runs, faces).map(|beyond| beyond - letters);
    Spread { letters, spaces }
}

/// What the letters of a line have beyond their width: that of the middle one, since pairs that are kerned are few.
/// Nothing when there are too few to tell.
fn letters(runs: &[&GlyphRun], faces: &Faces) -> Length {
    let mut asked = [0; ASKED];
    let mut count = 0;
    for run in runs {
        let cut = faces.cut(run.face);
        let letters = run
            .glyphs
            .iter()
            .filter(|glyph| glyph.advance > 0 && glyph.text != " ");
        for (place, glyph) in asked[count..].iter_mut().zip(letters) {
            *place = beyond(run, glyph, cut).1;
            count += 1;
        }
    }
    if count < ASKED {
        return 0;
    }
    asked.sort_unstable();
    asked[ASKED / 2]
}

/// The code of a glyph, and what its advance has beyond its width.
fn beyond(run: &GlyphRun, glyph: &Glyph, cut: Option<&Cut>) -> (u16, Length) {
    let (code, width) = cut.map_or((0, 0), |cut| cut.code(glyph));
    let natural = (Length::from(width) * run.size + 500) / 1000;
    (code, glyph.advance - natural)
}

/// What most spaces of a line have beyond their width; none for a line without spaces.
fn spaces(runs: &[&GlyphRun], faces: &Faces) -> Option<Length> {
    if faces.wide {
        return None;
    }
    let mut counts: Vec<(Length, usize)> = Vec::new();
    for run in runs {
        let cut = faces.cut(run.face);
        for glyph in run.glyphs.iter().filter(|glyph| glyph.text == " ") {
            // One at the end of a line has no advance: it is made up for, and must not set the others.
            let (code, beyond) = match beyond(run, glyph, cut) {
                (code, _) if glyph.advance == 0 => (code, 0),
                known => known,
            };
            let count = usize::from(glyph.advance > 0);
            match counts.iter_mut().find(|(known, _)| *known == beyond) {
                _ if code != SPACE => {}
                Some((_, counted)) => *counted += count,
                None => counts.push((beyond, count)),
            }
        }
    }
    let most = counts.into_iter().rev().max_by_key(|(_, count)| *count);
    most.map(|(beyond, _)| beyond)
}

//! Lines as glyphs in their places, from items and the places where lines end.

use super::atoms;
use super::breaks;
use super::cuts::CutKind;
use super::fit::{Fit, Share, fit};
use super::items::{BOX_INSET, BOX_MARGIN, BOX_SIZE, Item, Items, drawable};
use super::looks::Look;
use super::spans::{fields, fields_of, spans};
use super::{How, Line, Piece, Run, Setting};
use crate::fonts::Fonts;
use crate::lengths::{pt, scaled};
use crate::pages::{Face, Glyph, Length, Signs};
use crate::words::Word;
use document::{FieldPath, Inline};
use std::ops::Range;
use std::sync::Arc;

/// Above the capitals of an « à compléter » box.
const BOX_ABOVE: Length = pt(26);

/// Cuts items into lines and places their glyphs.
pub fn set(fonts: &Fonts, inlines: &[Inline], items: Items, how: How, measure: Length) -> Setting {
    let mut atoms = atoms::of(&items.items, how);
    match how {
        How::Justified => atoms::hang(&mut atoms, &items, fonts),
        How::Balanced => atoms::price_titles(&mut atoms, &items, inlines),
        How::Left => atoms::price_small_words(&mut atoms, &items),
    }
    // A text of no words takes no line.
    let ends = if atoms.is_empty() {
        Vec::new()
    } else {
        breaks::of(&atoms, how, measure)
    };
    let (spans, spans_of) = spans(inlines);
    let mut setter = Setter {
        fonts,
        inlines,
        items: &items,
        spans_of: &spans_of,
        line: Line::default(),
        x: 0,
    };
    let mut lines = Vec::with_capacity(ends.len());
    let mut start = 0;
    for end in ends {
        let fit = fit(&atoms, &items.items, start..end, how, measure);
        lines.push(setter.line(start..end, fit));
        start = if end < atoms.len() { end + 1 } else { end };
    }
    let fields = fields(inlines);
    Setting {
        lines,
        spans,
        fields,
        missing: items.missing,
    }
}

struct Setter<'a> {
    fonts: &'a Fonts,
    inlines: &'a [Inline],
    items: &'a Items,
    spans_of: &'a [Option<usize>],
    line: Line,
    x: Length,
}

impl Setter<'_> {
    fn line(&mut self, range: Range<usize>, mut fit: Fit) -> Line {
        self.x = 0;
        self.line = Line {
            spacing: fit.spacing,
            overfull: fit.overfull,
            ..Line::default()
        };
        let items = self.items;
        for item in &items.items[range.clone()] {
            match item {
                Item::Piece { unit, glyphs, .. } => {
                    self.piece(*unit, glyphs.clone(), &mut fit.letters)
                }
                Item::Space {
                    look,
                    sign,
                    width,
                    stretches,
                    ..
                } => {
                    let more = if *stretches { fit.spaces.next() } else { 0 };
                    self.space(look, *sign, width + more);
                }
                Item::Object {
                    inline,
                    words,
                    width,
                    rest: fills,
                } => {
                    let more = if *fills {
                        std::mem::take(&mut fit.rest)
                    } else {
                        0
                    };
                    self.object(*inline, words.clone(), width + more);
                }
                Item::Cut { .. } | Item::Break => {}
            }
        }
        self.line.width = self.x;
        self.end(items.items.get(range.end));
        std::mem::take(&mut self.line)
    }

    /// What a line ends on: its space, kept without width so that words stay apart, or a hyphen.
    fn end(&mut self, item: Option<&Item>) {
        match item {
            Some(Item::Space { look, sign, .. }) => self.space(look, *sign, 0),
            Some(Item::Cut {
                kind: CutKind::Syllable | CutKind::Bound,
                look,
                ..
            }) => {
                self.line.hyphen = true;
                let id = atoms::hyphen(self.fonts, look);
                let advance = atoms::hyphen_width(self.fonts, look);
                self.glyph(
                    look,
                    Glyph {
                        id,
                        advance,
                        text: Signs::from('\u{ad}'),
                    },
                );
                self.line.width = self.x;
            }
            Some(Item::Break) => self.break_space(),
            _ => {}
        }
    }

    /// A line break parts words as a space does.
    fn break_space(&mut self) {
        if let Some(Piece::Run(run)) = self.line.pieces.last_mut() {
            let id = self.fonts.glyph(run.face, ' ').unwrap_or(0);
            Arc::make_mut(&mut run.glyphs).push(Glyph {
                id,
                advance: 0,
                text: Signs::from(' '),
            });
        }
    }

    fn space(&mut self, look: &Look, sign: char, advance: Length) {
        let id = self.fonts.glyph(look.face, sign).unwrap_or(0);
        self.glyph(
            look,
            Glyph {
                id,
                advance,
                text: Signs::from(sign),
            },
        );
    }

    fn piece(&mut self, unit: usize, range: Range<usize>, more: &mut Share) {
        let unit = &self.items.units[unit];
        let (glyphs, look) = (&unit.glyphs, unit.look);
        let run = Arc::make_mut(&mut self.run(&look).glyphs);
        let mut x = 0;
        for at in range {
            let mut glyph = glyph(glyphs, &unit.text, at, look.size);
            glyph.advance += more.next();
            x += glyph.advance;
            run.push(glyph);
        }
        self.x += x;
    }

    fn glyph(&mut self, look: &Look, glyph: Glyph) {
        let advance = glyph.advance;
        Arc::make_mut(&mut self.run(look).glyphs).push(glyph);
        self.x += advance;
    }

    /// The run under way, when it has this look; else a new one.
    fn run(&mut self, look: &Look) -> &mut Run {
        let span = self.spans_of[look.inline];
        let fields = fields_of(&self.inlines[look.inline]);
        let goes_on = matches!(self.line.pieces.last(), Some(Piece::Run(run)) if continues(run, look, span, fields));
        if !goes_on {
            let Look {
                face, size, rise, ..
            } = *look;
            let fields = fields.to_vec();
            let run = Run {
                x: self.x,
                rise,
                face,
                size,
                glyphs: Arc::new(Vec::with_capacity(24)),
                fields,
                span,
            };
            self.line.pieces.push(Piece::Run(run));
        }
        match self.line.pieces.last_mut() {
            Some(Piece::Run(run)) => run,
            _ => unreachable!("a run was just pushed"),
        }
    }

    fn object(&mut self, inline: usize, words: Range<usize>, width: Length) {
        let x = self.x;
        let fields = fields_of(&self.inlines[inline]).to_vec();
        match &self.inlines[inline] {
            Inline::Check { ticked, .. } => {
                let span = self.spans_of[inline].unwrap_or(0);
                self.line.pieces.push(Piece::Check {
                    x,
                    ticked: *ticked,
                    fields,
                    span,
                });
            }
            Inline::ToComplete { label, .. } => {
                self.blank_box(inline, &label[words], width, fields)
            }
            _ => {
                let span = self.spans_of[inline].unwrap_or(0);
                self.line.pieces.push(Piece::Dots {
                    x,
                    width,
                    fields,
                    span,
                });
            }
        }
        self.x = x + width;
    }

    fn blank_box(&mut self, inline: usize, label: &str, width: Length, fields: Vec<FieldPath>) {
        let above = scaled(self.fonts.cap_height(Face::Sans), BOX_SIZE) + BOX_ABOVE;
        self.line.pieces.push(Piece::Frame {
            x: self.x + BOX_MARGIN,
            width: width - 2 * BOX_MARGIN,
            above,
            fields: fields.clone(),
        });
        let label = &drawable(self.fonts, label);
        let glyphs: Word = self.fonts.shape(Face::Sans, label).into();
        let all = 0..glyphs.len();
        let glyphs: Vec<Glyph> = all.map(|at| glyph(&glyphs, label, at, BOX_SIZE)).collect();
        let (x, face, size, span) = (
            self.x + BOX_MARGIN + BOX_INSET,
            Face::Sans,
            BOX_SIZE,
            self.spans_of[inline],
        );
        self.line.pieces.push(Piece::Run(Run {
            x,
            rise: 0,
            face,
            size,
            glyphs: Arc::new(glyphs),
            fields,
            span,
        }));
    }
}

fn continues(run: &Run, look: &Look, span: Option<usize>, fields: &[FieldPath]) -> bool {
    let same_look = run.face == look.face && run.size == look.size && run.rise == look.rise;
    same_look && run.span == span && run.fields == fields
}

/// A glyph and the signs it stands for: the first of a cluster bears them all.
fn glyph(glyphs: &Word, text: &str, at: usize, size: Length) -> Glyph {
    let shaped = glyphs[at];
    let from = shaped.cluster as usize;
    let first = at == 0 || glyphs[at - 1].cluster != shaped.cluster;
    let later = glyphs[at..]
        .iter()
        .find(|next| next.cluster != shaped.cluster);
    let to = later.map_or(text.len(), |next| next.cluster as usize);
    let text = if first {
        text.get(from..to).unwrap_or_default()
    } else {
        ""
    };
    Glyph {
        id: shaped.id,
        advance: scaled(shaped.advance, size),
        text: Signs::from(text),
    }
}

//! Inks become what a page draws: the one place where glyphs are copied into the pages.

use super::band::{Ink, Line, What};
use super::styles::EDGE;
use crate::lengths::pt;
use crate::numbers::Renumbered;
use crate::pages::{
    Artifact, Black, Draw, Glyph, GlyphRun, Length, Owner, Report, Shape, ShapeKind, SigningPlace,
    Signs,
};
use crate::para::{self, Piece};
use document::FieldPath;
use std::sync::Arc;

/// Thickness, dash and gap of a dotted line; how far below the baseline it stands.
const DOTS: (Length, (Length, Length), Length) =
    (pt(10) * 3 / 4, (pt(10) * 3 / 4, pt(10) * 9 / 4), pt(15));
/// Thickness of an « à compléter » box, and how far it goes below the baseline.
const BOX: (Length, Length) = (pt(5), pt(26));
/// Thickness of a check box.
const CHECK: Length = EDGE * 3 / 4;
/// How far a check box goes below the baseline.
const CHECK_FOOT: Length = pt(10);

/// A page under way: where its block stands, and what is drawn.
pub struct Drawing<'a> {
    /// Left edge of the block.
    pub left: Length,
    /// What is drawn so far.
    pub draws: Vec<Draw>,
    /// Where one signs.
    pub signing: Vec<SigningPlace>,
    /// Which page it is.
    pub page: usize,
    /// Where the eye of the compositor notes what it sees; none for furniture.
    pub report: Option<&'a mut Report>,
    /// Lines to be drawn with other page numbers than those they were set with.
    pub renumbered: &'a [Renumbered],
}

impl Drawing<'_> {
    /// Nothing drawn yet; `left` is the left edge of the block.
    pub fn new(left: Length) -> Self {
        let (draws, signing) = (Vec::new(), Vec::new());
        Self {
            left,
            draws,
            signing,
            page: 0,
            report: None,
            renumbered: &[],
        }
    }

    /// Draws an ink of a band whose top is at `top`; `owner` replaces that of its words, if given.
    pub fn ink(&mut self, ink: &Ink, top: Length, owner: Option<Owner>) {
        let (x, y) = (self.left + ink.x, top + ink.y);
        match &ink.what {
            What::Line(line) => self.line(line, x, y, owner),
            What::Rule {
                width,
                thickness,
                black,
            } => {
                let kind = ShapeKind::Line {
                    from: (x, y),
                    to: (x + width, y),
                    thickness: *thickness,
                    dash: None,
                };
                self.shape(kind, *black, Owner::Artifact(Artifact::Layout), &[]);
            }
            What::Blank { size, node, party } => self.signing.push(SigningPlace {
                page: self.page,
                node: *node,
                party: party.to_string(),
                at: (x, y),
                size: *size,
            }),
            What::Picture {
                image,
                width,
                height,
                owner,
            } => {
                let (owner, image, width, height) = (*owner, *image, *width, *height);
                self.draws.push(Draw::Image {
                    owner,
                    image,
                    x,
                    y,
                    width,
                    height,
                });
            }
        }
    }

    fn line(&mut self, line: &Line, x: Length, y: Length, owner: Option<Owner>) {
        let mut renumbered = self.renumbered.iter();
        let now = renumbered.find(|(before, _)| Arc::ptr_eq(before, &line.setting));
        let setting = now.map_or(&line.setting, |(_, now)| now);
        let Some(set) = setting.lines.get(line.line) else {
            return;
        };
        self.report(set);
        for piece in &set.pieces {
            self.piece(line, piece, (x, y), owner);
        }
        if line.spaced {
            self.space();
        }
    }

    fn piece(
        &mut self,
        line: &Line,
        piece: &Piece,
        (x, y): (Length, Length),
        owner: Option<Owner>,
    ) {
        let of_span = |span: usize| line.spans.get(span).map(|node| Owner::Node(*node));
        let layout = Owner::Artifact(Artifact::Layout);
        let drawn = |span: usize| owner.or_else(|| of_span(span));
        match piece {
            Piece::Run(run) => {
                let owner = owner.unwrap_or_else(|| line.owner_of(run));
                self.run(run, (x, y), owner, line.black);
            }
            Piece::Dots {
                x: dx,
                width,
                fields,
                span,
            } => {
                let (thickness, dash, below) = DOTS;
                let (from, to) = ((x + dx, y + below), (x + dx + width, y + below));
                self.shape(
                    ShapeKind::Line {
                        from,
                        to,
                        thickness,
                        dash: Some(dash),
                    },
                    100,
                    drawn(*span).unwrap_or(layout),
                    fields,
                );
            }
            Piece::Frame {
                x: dx,
                width,
                above,
                fields,
            } => {
                let (thickness, below) = BOX;
                let (at, size) = ((x + dx, y - above), (*width, above + below));
                self.shape(
                    ShapeKind::Frame {
                        at,
                        size,
                        thickness,
                    },
                    100,
                    layout,
                    fields,
                );
            }
            Piece::Check {
                x: dx,
                ticked,
                fields,
                span,
            } => {
                let owner = drawn(*span).unwrap_or(line.owner);
                self.check((x + dx, y), *ticked, owner, fields);
            }
        }
    }

    fn run(&mut self, run: &para::Run, (x, y): (Length, Length), owner: Owner, black: Black) {
        let para::Run {
            x: dx,
            rise,
            face,
            size,
            glyphs,
            fields,
            ..
        } = run;
        let (x, y, glyphs, fields) = (x + dx, y - rise, Arc::clone(glyphs), fields.clone());
        let (face, size, turned) = (*face, *size, false);
        self.draws.push(Draw::Glyphs(GlyphRun {
            owner,
            face,
            size,
            x,
            y,
            black,
            turned,
            glyphs,
            fields,
        }));
    }

    /// A frame and, when it is ticked, its diagonals.
    fn check(
        &mut self,
        (x, y): (Length, Length),
        ticked: bool,
        owner: Owner,
        fields: &[FieldPath],
    ) {
        let side = para::CHECK;
        let top = y + CHECK_FOOT - side;
        let thickness = CHECK;
        self.shape(
            ShapeKind::Frame {
                at: (x, top),
                size: (side, side),
                thickness,
            },
            100,
            owner,
            fields,
        );
        if ticked {
            let (left, right, bottom) = (x, x + side, top + side);
            for (from, to) in [
                ((left, top), (right, bottom)),
                ((left, bottom), (right, top)),
            ] {
                self.shape(
                    ShapeKind::Line {
                        from,
                        to,
                        thickness,
                        dash: None,
                    },
                    100,
                    owner,
                    fields,
                );
            }
        }
    }

    fn shape(&mut self, kind: ShapeKind, black: Black, owner: Owner, fields: &[FieldPath]) {
        let fields = fields.to_vec();
        self.draws.push(Draw::Shape(Shape {
            owner,
            kind,
            black,
            fields,
        }));
    }

    /// A space without width after the last glyphs: more words of the same element come elsewhere.
    fn space(&mut self) {
        let Some(Draw::Glyphs(run)) = self.draws.last_mut() else {
            return;
        };
        let spaced = run.glyphs.last().is_some_and(|glyph| glyph.text == " ");
        if !spaced {
            Arc::make_mut(&mut run.glyphs).push(Glyph {
                id: SPACE_GLYPH,
                advance: 0,
                text: Signs::from(' '),
            });
        }
    }

    fn report(&mut self, line: &para::Line) {
        let page = self.page;
        let Some(report) = self.report.as_deref_mut() else {
            return;
        };
        report.hyphenated += u32::from(line.hyphen);
        if line.spacing > 1450 {
            report.loose.push((page, line.words(), line.spacing));
        }
        if line.overfull {
            report.overfull.push((page, line.words()));
        }
    }
}

/// Glyph of the space in the five faces.
const SPACE_GLYPH: u16 = 3;

#[test]
fn the_space_has_the_same_glyph_in_every_face() {
    use crate::pages::Face::{Sans, SansBold, Serif, SerifBold, SerifItalic};
    let fonts = crate::fonts::tests::shipped();
    for face in [Serif, SerifBold, SerifItalic, Sans, SansBold] {
        assert_eq!(fonts.glyph(face, ' '), Some(SPACE_GLYPH), "{face:?}");
    }
}

//! A page as an SVG.

use crate::drawing::drawing;
use crate::numbers::{grey, points};
use crate::outlines::Outlines;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use layout::pages::{A4, Draw, GlyphRun, Image, Length, Page, Pixels, Shape, ShapeKind};
use layout::{Fonts, Pages};
use std::fmt::Write;

/// A page of one original (ranks from 0), its own marks included, on white paper; one unit is one point.
/// A page that is not there is an empty sheet.
pub fn svg(pages: &Pages, page: usize, original: usize, fonts: &Fonts) -> String {
    let blank = Page {
        width: A4.0,
        height: A4.1,
        ..Page::default()
    };
    let sheet = pages.pages.get(page).unwrap_or(&blank);
    let own = pages.furniture.get(original).and_then(|of| of.get(page));
    let mut sketch = Sketch {
        images: &pages.images,
        outlines: Outlines::new(fonts),
        drawn: String::new(),
    };
    sheet
        .draws
        .iter()
        .chain(own.into_iter().flatten())
        .for_each(|draw| sketch.draw(draw));
    assemble(sheet, sketch)
}

fn assemble(sheet: &Page, sketch: Sketch<'_>) -> String {
    let mut out = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    attribute(&mut out, "width", sheet.width);
    attribute(&mut out, "height", sheet.height);
    out.push_str(" viewBox=\"0 0 ");
    points(&mut out, sheet.width);
    out.push(' ');
    points(&mut out, sheet.height);
    out.push_str("\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><defs>");
    out.push_str(&sketch.outlines.defs());
    out.push_str("</defs>");
    out.push_str(&sketch.drawn);
    out.push_str("</svg>");
    out
}

/// A page being drawn.
struct Sketch<'a> {
    images: &'a [Image],
    outlines: Outlines<'a>,
    drawn: String,
}

impl Sketch<'_> {
    fn draw(&mut self, draw: &Draw) {
        match draw {
            Draw::Glyphs(run) => self.glyphs(run),
            Draw::Shape(shape) => self.shape(shape),
            Draw::Image {
                image,
                x,
                y,
                width,
                height,
                ..
            } => self.image(*image, (*x, *y), (*width, *height)),
        }
    }

    /// A group in units of the face, so that places along the line are short whole numbers.
    fn glyphs(&mut self, run: &GlyphRun) {
        let placed = self.placed(run);
        if placed.is_empty() {
            return;
        }
        self.drawn.push_str("<g transform=\"translate(");
        points(&mut self.drawn, run.x);
        self.drawn.push(' ');
        points(&mut self.drawn, run.y);
        self.drawn.push(')');
        if run.turned {
            self.drawn.push_str("rotate(-90)");
        }
        let per_em = f64::from(self.outlines.per_em(run.face));
        let _ = write!(
            self.drawn,
            "scale({})\"",
            f64::from(run.size) / 1000.0 / per_em
        );
        if run.black != 100 {
            let _ = write!(self.drawn, " fill=\"{}\"", grey(run.black));
        }
        let _ = write!(self.drawn, ">{placed}</g>");
    }

    fn placed(&mut self, run: &GlyphRun) -> String {
        let per_em = i64::from(self.outlines.per_em(run.face));
        let size = i64::from(run.size.max(1));
        let (mut placed, mut pen) = (String::new(), 0_i64);
        for glyph in run.glyphs.iter() {
            if let Some(name) = self.outlines.name(run.face, glyph.id) {
                let _ = write!(placed, "<use href=\"#{name}\"");
                let x = (pen * per_em + size / 2).div_euclid(size);
                let _ = if x == 0 {
                    Ok(())
                } else {
                    write!(placed, " x=\"{x}\"")
                };
                placed.push_str("/>");
            }
            pen += i64::from(glyph.advance);
        }
        placed
    }

    fn shape(&mut self, shape: &Shape) {
        match shape.kind {
            ShapeKind::Line {
                from,
                to,
                thickness,
                dash,
            } => self.line(shape, from, to, thickness, dash),
            ShapeKind::Frame {
                at,
                size,
                thickness,
            } => self.frame(shape, at, size, thickness),
        }
    }

    fn line(
        &mut self,
        shape: &Shape,
        from: (Length, Length),
        to: (Length, Length),
        thickness: Length,
        dash: Option<(Length, Length)>,
    ) {
        self.drawn.push_str("<line");
        let ends = [("x1", from.0), ("y1", from.1), ("x2", to.0), ("y2", to.1)];
        ends.into_iter()
            .for_each(|(name, length)| attribute(&mut self.drawn, name, length));
        let _ = write!(self.drawn, " stroke=\"{}\"", grey(shape.black));
        attribute(&mut self.drawn, "stroke-width", thickness);
        if let Some((on, off)) = dash {
            self.drawn.push_str(" stroke-dasharray=\"");
            points(&mut self.drawn, on);
            self.drawn.push(' ');
            points(&mut self.drawn, off);
            self.drawn.push('"');
        }
        self.drawn.push_str("/>");
    }

    fn frame(
        &mut self,
        shape: &Shape,
        at: (Length, Length),
        size: (Length, Length),
        thickness: Length,
    ) {
        self.drawn.push_str("<rect");
        self.place(at, size);
        if thickness == 0 {
            let _ = write!(self.drawn, " fill=\"{}\"/>", grey(shape.black));
            return;
        }
        let _ = write!(
            self.drawn,
            " fill=\"none\" stroke=\"{}\"",
            grey(shape.black)
        );
        attribute(&mut self.drawn, "stroke-width", thickness);
        self.drawn.push_str("/>");
    }

    fn image(&mut self, rank: usize, at: (Length, Length), size: (Length, Length)) {
        let Some(image) = self.images.get(rank) else {
            return;
        };
        if let Pixels::Drawn(strokes) = &image.pixels {
            self.drawn.push_str("<svg preserveAspectRatio=\"none\"");
            self.place(at, size);
            let (width, height) = (image.width, image.height);
            let _ = write!(self.drawn, " viewBox=\"0 0 {width} {height}\">");
            self.drawn.push_str(&drawing(strokes, &format!("d{rank}")));
            self.drawn.push_str("</svg>");
            return;
        }
        self.drawn.push_str("<image preserveAspectRatio=\"none\"");
        self.place(at, size);
        let _ = write!(
            self.drawn,
            " href=\"data:{};base64,{}\"/>",
            image.kind,
            STANDARD.encode(&image.file)
        );
    }

    fn place(&mut self, at: (Length, Length), size: (Length, Length)) {
        let sides = [
            ("x", at.0),
            ("y", at.1),
            ("width", size.0),
            ("height", size.1),
        ];
        sides
            .into_iter()
            .for_each(|(name, length)| attribute(&mut self.drawn, name, length));
    }
}

fn attribute(out: &mut String, name: &str, length: Length) {
    let _ = write!(out, " {name}=\"");
    points(out, length);
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fonts, page, picture, run, shape};
    use expect_test::{Expect, expect};
    use layout::pages::Face;

    /// The drawing, an element a line, outlines left out.
    #[track_caller]
    fn check(pages: &Pages, expected: Expect) {
        let svg = svg(pages, 0, 0, &fonts());
        let (head, rest) = svg.split_once("<defs>").unwrap();
        let (_, drawn) = rest.split_once("</defs>").unwrap();
        expected.assert_eq(&format!("{head}{drawn}").replace("><", ">\n<"));
    }

    #[test]
    fn words_stand_on_their_baseline() {
        let mut turned = run("é", Face::SansBold, 8_000, (580_000, 102_000));
        turned.turned = true;
        turned.black = 0;
        let words = run("a b", Face::Serif, 10_500, (133_228, 84_000));
        check(
            &page(vec![Draw::Glyphs(words), Draw::Glyphs(turned)]),
            expect![[r##"
                <svg xmlns="http://www.w3.org/2000/svg" width="595.276" height="841.89" viewBox="0 0 595.276 841.89">
                <rect width="100%" height="100%" fill="#fff"/>
                <g transform="translate(133.228 84)scale(0.0105)">
                <use href="#g0"/>
                <use href="#g2" x="1000"/>
                </g>
                <g transform="translate(580 102)rotate(-90)scale(0.008)" fill="#ffffff">
                <use href="#g3"/>
                </g>
                </svg>"##]],
        );
    }

    #[test]
    fn lines_frames_and_pictures_are_drawn() {
        let line = ShapeKind::Line {
            from: (70_866, 102_000),
            to: (535_748, 102_000),
            thickness: 750,
            dash: Some((750, 2_250)),
        };
        let frame = ShapeKind::Frame {
            at: (1_000, 2_000),
            size: (8_000, 8_000),
            thickness: 500,
        };
        let tag = ShapeKind::Frame {
            at: (0, 0),
            size: (68_031, 19_000),
            thickness: 0,
        };
        let image = picture(0, (70_866, 28_350), (42_520, 42_520));
        let mut pages = page(vec![
            shape(line, 45),
            shape(frame, 100),
            shape(tag, 100),
            image,
            picture(9, (0, 0), (1, 1)),
        ]);
        pages.images.push(Image {
            width: 1,
            height: 1,
            pixels: Pixels::Jpeg { grey: false },
            kind: "image/png",
            file: b"PNG".to_vec(),
        });
        check(
            &pages,
            expect![[r##"
            <svg xmlns="http://www.w3.org/2000/svg" width="595.276" height="841.89" viewBox="0 0 595.276 841.89">
            <rect width="100%" height="100%" fill="#fff"/>
            <line x1="70.866" y1="102" x2="535.748" y2="102" stroke="#8c8c8c" stroke-width="0.75" stroke-dasharray="0.75 2.25"/>
            <rect x="1" y="2" width="8" height="8" fill="none" stroke="#000000" stroke-width="0.5"/>
            <rect x="0" y="0" width="68.031" height="19" fill="#000000"/>
            <image preserveAspectRatio="none" x="70.866" y="28.35" width="42.52" height="42.52" href="data:image/png;base64,UE5H"/>
            </svg>"##]],
        );
    }

    #[test]
    fn what_differs_between_originals_is_drawn_on_the_one_asked_for() {
        let mut pages = page(Vec::new());
        let mark = |words: &str| {
            vec![vec![Draw::Glyphs(run(
                words,
                Face::Sans,
                8_000,
                (0, 800_000),
            ))]]
        };
        pages.furniture = vec![mark("A"), mark("AAA")];
        let uses = |original| svg(&pages, 0, original, &fonts()).matches("<use").count();
        assert_eq!([uses(0), uses(1), uses(2)], [1, 3, 0]);
    }

    #[test]
    fn a_page_that_is_not_there_is_an_empty_sheet() {
        let empty = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"595.276\" height=\"841.89\" viewBox=\"0 0 595.276 841.89\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><defs></defs></svg>";
        assert_eq!(svg(&Pages::default(), 7, 0, &fonts()), empty);
    }

    #[test]
    fn an_outline_is_drawn_once() {
        let words = run("elle l’entend", Face::Serif, 10_500, (0, 84_000));
        let svg = svg(&page(vec![Draw::Glyphs(words)]), 0, 0, &fonts());
        assert_eq!(svg.matches("<path").count(), 6, "e l ’ n t d: {svg}");
        assert_eq!(svg.matches("<use").count(), 12);
    }

    #[test]
    fn nothing_of_the_text_can_be_markup() {
        let words = run("<script>&\"'", Face::Serif, 10_500, (0, 84_000));
        let svg = svg(&page(vec![Draw::Glyphs(words)]), 0, 0, &fonts());
        assert!(!svg.contains("script") && !svg.contains('&') && !svg.contains("style"));
    }
}

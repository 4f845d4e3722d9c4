//! Draws a made-up convention as SVG files, to look at the pages: `cargo run -p layout --example look -- DIR`.
//!
//! For the eye of who works on the layout; the product draws its pages elsewhere.

#[path = "../tests/sample/mod.rs"]
mod sample;

use layout::pages::{Draw, Face, GlyphRun, Page, Pages, Shape, ShapeKind};
use layout::{Fonts, Memo};
use std::fmt::Write;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("a folder is needed")?;
    let fonts = sample::fonts();
    for (name, document) in sample::all() {
        let pages = layout::typeset(&document, &fonts, &mut Memo::default());
        for (rank, page) in pages.pages.iter().enumerate() {
            let svg = svg(&pages, page, rank, &fonts)?;
            std::fs::write(format!("{folder}/{name}-{:02}.svg", rank + 1), svg)?;
        }
        std::fs::write(
            format!("{folder}/{name}.txt"),
            pages.outline() + "\n" + &pages.tags(),
        )?;
        println!("{name}: {:?}", pages.report);
    }
    Ok(())
}

fn svg(
    pages: &Pages,
    page: &Page,
    rank: usize,
    fonts: &Fonts,
) -> Result<String, Box<dyn std::error::Error>> {
    let (width, height) = (pt(page.width), pt(page.height));
    let mut out = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}' viewBox='0 0 {width} {height}'><rect width='100%' height='100%' fill='white'/>"
    );
    let own = pages
        .furniture
        .first()
        .and_then(|original| original.get(rank));
    for draw in page.draws.iter().chain(own.into_iter().flatten()) {
        match draw {
            Draw::Glyphs(run) => glyphs(&mut out, run, fonts)?,
            Draw::Shape(shape) => drawn(&mut out, shape)?,
            Draw::Image {
                x,
                y,
                width,
                height,
                ..
            } => {
                write!(
                    out,
                    "<rect x='{}' y='{}' width='{}' height='{}' fill='#888'/>",
                    pt(*x),
                    pt(*y),
                    pt(*width),
                    pt(*height)
                )?;
            }
        }
    }
    Ok(out + "</svg>")
}

fn glyphs(
    out: &mut String,
    run: &GlyphRun,
    fonts: &Fonts,
) -> Result<(), Box<dyn std::error::Error>> {
    let face = ttf_parser::Face::parse(fonts.bytes(run.face), 0)?;
    let turn = if run.turned { " rotate(-90)" } else { "" };
    write!(
        out,
        "<g transform='translate({} {}){turn}' fill='{}'>",
        pt(run.x),
        pt(run.y),
        grey(run.black)
    )?;
    let scale = pt(run.size) / 1000.0;
    let mut x = 0;
    for glyph in &run.glyphs {
        let mut path = Outline(String::new());
        face.outline_glyph(ttf_parser::GlyphId(glyph.id), &mut path);
        if !path.0.is_empty() {
            write!(
                out,
                "<path transform='translate({} 0) scale({scale} -{scale})' d='{}'/>",
                pt(x),
                path.0
            )?;
        }
        x += glyph.advance;
    }
    let _: Face = run.face;
    out.push_str("</g>");
    Ok(())
}

fn drawn(out: &mut String, shape: &Shape) -> std::fmt::Result {
    let colour = grey(shape.black);
    match &shape.kind {
        ShapeKind::Line {
            from,
            to,
            thickness,
            dash,
        } => {
            let dash = dash
                .map(|(on, off)| format!("stroke-dasharray='{} {}'", pt(on), pt(off)))
                .unwrap_or_default();
            write!(
                out,
                "<line x1='{}' y1='{}' x2='{}' y2='{}' stroke='{colour}' stroke-width='{}' {dash}/>",
                pt(from.0),
                pt(from.1),
                pt(to.0),
                pt(to.1),
                pt(*thickness)
            )
        }
        ShapeKind::Frame {
            at,
            size,
            thickness,
        } => {
            let paint = if *thickness == 0 {
                format!("fill='{colour}'")
            } else {
                format!(
                    "fill='none' stroke='{colour}' stroke-width='{}'",
                    pt(*thickness)
                )
            };
            write!(
                out,
                "<rect x='{}' y='{}' width='{}' height='{}' {paint}/>",
                pt(at.0),
                pt(at.1),
                pt(size.0),
                pt(size.1)
            )
        }
    }
}

fn grey(black: u8) -> String {
    let level = 255 - u32::from(black) * 255 / 100;
    format!("rgb({level},{level},{level})")
}

fn pt(length: i32) -> f64 {
    f64::from(length) / 1000.0
}

struct Outline(String);

impl ttf_parser::OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        let _ = write!(self.0, "M{x} {y}");
    }
    fn line_to(&mut self, x: f32, y: f32) {
        let _ = write!(self.0, "L{x} {y}");
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let _ = write!(self.0, "Q{x1} {y1} {x} {y}");
    }
    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let _ = write!(self.0, "C{x1} {y1} {x2} {y2} {x} {y}");
    }
    fn close(&mut self) {
        self.0.push('Z');
    }
}

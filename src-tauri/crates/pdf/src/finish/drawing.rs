//! A drawing as a form of its own, its outlines kept: fills, clips and gradients (ISO 32000-1, 8.5, 8.7.4.5 and 8.10).
//!
//! Its space is in points from the bottom left, as that of a page; its first operator turns it to thousandths of a
//! point from the top left.

use crate::objects::{at, dict, int, name};
use crate::pen::points;
use layout::pages::{Colour, Gradient, Image, Outline, Place, Round, Step, Stroke};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use std::collections::BTreeSet;
use std::fmt::Write;

/// Adds the form.
pub fn form(doc: &mut Document, image: &Image, strokes: &[Stroke]) -> ObjectId {
    let mut sketch = Sketch::begun();
    let _ = writeln!(
        sketch.out,
        "0.001 0 0 -0.001 0 {} cm",
        thousandths(image.height)
    );
    strokes.iter().for_each(|stroke| sketch.stroke(stroke));
    let sides = [image.width, image.height].map(|side| i32::try_from(side).unwrap_or(i32::MAX));
    let [width, height] = sides.map(|side| Object::Real(points(side)));
    let mut entries = dict([
        ("Type", name("XObject")),
        ("Subtype", name("Form")),
        ("BBox", Object::Array(vec![int(0), int(0), width, height])),
    ]);
    entries.set("Resources", Object::Dictionary(resources(doc, &sketch)));
    doc.add_object(Stream::new(entries, sketch.out.into_bytes()))
}

/// What the operators name: how opaque, and which gradients.
fn resources(doc: &mut Document, sketch: &Sketch<'_>) -> Dictionary {
    let mut resources = Dictionary::new();
    let mut states = Dictionary::new();
    for opacity in &sketch.opacities {
        let share = Object::Real(f32::from(*opacity) / 255.0);
        let state = dict([("Type", name("ExtGState")), ("ca", share)]);
        states.set(format!("O{opacity}"), Object::Dictionary(state));
    }
    let mut shadings = Dictionary::new();
    for (rank, gradient) in sketch.gradients.iter().enumerate() {
        shadings.set(format!("S{rank}"), at(doc.add_object(shading(gradient))));
    }
    if !states.is_empty() {
        resources.set("ExtGState", Object::Dictionary(states));
    }
    if !shadings.is_empty() {
        resources.set("Shading", Object::Dictionary(shadings));
    }
    resources
}

/// The operators so far, and what they name.
struct Sketch<'a> {
    out: String,
    /// Colour and opacity that hold; no colour known at first.
    set: (Option<[u8; 3]>, u8),
    /// Those that held before each open clip.
    saved: Vec<(Option<[u8; 3]>, u8)>,
    opacities: BTreeSet<u8>,
    gradients: Vec<&'a Gradient>,
}

impl<'a> Sketch<'a> {
    fn begun() -> Self {
        Self {
            out: String::new(),
            set: (None, u8::MAX),
            saved: Vec::new(),
            opacities: BTreeSet::new(),
            gradients: Vec::new(),
        }
    }

    fn stroke(&mut self, stroke: &'a Stroke) {
        match stroke {
            Stroke::Fill {
                outline,
                colour,
                opacity,
            } => self.fill(outline, colour, *opacity),
            Stroke::Clip(outline) => {
                self.out.push_str("q\n");
                self.saved.push(self.set);
                self.clip(outline);
            }
            Stroke::Unclip => {
                self.out.push_str("Q\n");
                self.set = self.saved.pop().unwrap_or((None, u8::MAX));
            }
        }
    }

    fn fill(&mut self, outline: &Outline, colour: &'a Colour, opacity: u8) {
        if self.set.1 != opacity {
            self.opacities.insert(opacity);
            let _ = writeln!(self.out, "/O{opacity} gs");
            self.set.1 = opacity;
        }
        match colour {
            Colour::Plain(colour) => {
                if self.set.0 != Some(*colour) {
                    let [red, green, blue] = colour.map(share);
                    let _ = writeln!(self.out, "{red} {green} {blue} rg");
                    self.set.0 = Some(*colour);
                }
                self.steps(outline);
                self.out
                    .push_str(if outline.even_odd { "f*\n" } else { "f\n" });
            }
            Colour::Gradient(gradient) => {
                self.out.push_str("q\n");
                self.clip(outline);
                let matrix = gradient.matrix.map(|part| thousandths_of(i64::from(part)));
                let rank = self.gradients.len();
                let _ = writeln!(self.out, "{} cm\n/S{rank} sh\nQ", matrix.join(" "));
                self.gradients.push(gradient);
            }
        }
    }

    fn clip(&mut self, outline: &Outline) {
        if outline.steps.is_empty() {
            // Nothing shows through no outline; a clip needs a path all the same.
            self.out.push_str("0 0 0 0 re\n");
        }
        self.steps(outline);
        self.out
            .push_str(if outline.even_odd { "W* n\n" } else { "W n\n" });
    }

    fn steps(&mut self, outline: &Outline) {
        for step in &outline.steps {
            let _ = match *step {
                Step::Move(to) => writeln!(self.out, "{} m", spelt(to)),
                Step::Line(to) => writeln!(self.out, "{} l", spelt(to)),
                Step::Curve(one, two, to) => {
                    writeln!(self.out, "{} {} {} c", spelt(one), spelt(two), spelt(to))
                }
                Step::Close => writeln!(self.out, "h"),
            };
        }
    }
}

fn spelt((x, y): Place) -> String {
    format!("{x} {y}")
}

/// A colour from 0 to 1, to the thousandth.
fn share(byte: u8) -> String {
    thousandths((u32::from(byte) * 1000 + 127) / 255)
}

fn thousandths(number: u32) -> String {
    thousandths_of(i64::from(number))
}

fn thousandths_of(number: i64) -> String {
    let mut bytes = Vec::new();
    crate::syntax::thousandths(number, &mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

fn shading(gradient: &Gradient) -> Dictionary {
    let both = || Object::Array(vec![Object::Boolean(true), Object::Boolean(true)]);
    let (kind, ends) = match gradient.round {
        None => (2, vec![int(0), int(0), int(1), int(0)]),
        Some(round) => (3, circles(round)),
    };
    dict([
        ("ShadingType", int(kind)),
        ("ColorSpace", name("DeviceRGB")),
        ("Coords", Object::Array(ends)),
        ("Extend", both()),
        ("Function", Object::Dictionary(function(&gradient.stops))),
    ])
}

/// The small circle, then the one of radius 1.
#[allow(clippy::cast_precision_loss)] // A millionth less is not seen.
fn circles(round: Round) -> Vec<Object> {
    let part = |millionths: i32| Object::Real(millionths as f32 / 1_000_000.0);
    let focus = [round.focus.0, round.focus.1, round.radius].map(part);
    focus.into_iter().chain([int(0), int(0), int(1)]).collect()
}

/// From 0 to 1, a colour (ISO 32000-1, 7.10.3 and 7.10.4): between two stops, or several pieces put end to end.
fn function(stops: &[(u16, [u8; 3])]) -> Dictionary {
    let mut all = stops.to_vec();
    if let Some((first, last)) = stops.first().zip(stops.last()) {
        all.insert(0, (0, first.1));
        all.push((1000, last.1));
    }
    let mut pieces: Vec<_> = all.windows(2).filter(|two| two[0].0 < two[1].0).collect();
    if pieces.len() == 1
        && let Some(two) = pieces.pop()
    {
        return piece(two);
    }
    let bounds = pieces.iter().skip(1).map(|two| real(two[0].0)).collect();
    let encode = pieces.iter().flat_map(|_| [int(0), int(1)]).collect();
    let functions = pieces.iter().map(|two| Object::Dictionary(piece(two)));
    dict([
        ("FunctionType", int(3)),
        ("Domain", Object::Array(vec![int(0), int(1)])),
        ("Functions", Object::Array(functions.collect())),
        ("Bounds", Object::Array(bounds)),
        ("Encode", Object::Array(encode)),
    ])
}

fn piece(two: &[(u16, [u8; 3])]) -> Dictionary {
    let colour = |at: usize| {
        let colour = two.get(at).map_or([0; 3], |stop| stop.1);
        let parts = colour.map(|byte| Object::Real(f32::from(byte) / 255.0));
        Object::Array(parts.to_vec())
    };
    dict([
        ("FunctionType", int(2)),
        ("Domain", Object::Array(vec![int(0), int(1)])),
        ("C0", colour(0)),
        ("C1", colour(1)),
        ("N", int(1)),
    ])
}

fn real(per_mille: u16) -> Object {
    Object::Real(f32::from(per_mille) / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_spelt_short() {
        assert_eq!([0, 51, 255].map(share), ["0", "0.2", "1"]);
    }

    #[test]
    fn stops_that_share_a_place_make_no_piece() {
        let stops = [(0, [0; 3]), (500, [255; 3]), (500, [9; 3]), (900, [0; 3])];
        let function = function(&stops);
        let bounds = function.get(b"Bounds").and_then(Object::as_array);
        assert_eq!(bounds.map(Vec::len).ok(), Some(2), "{function:?}");
        let plain = super::function(&[(0, [0; 3]), (1000, [255; 3])]);
        assert!(!plain.has(b"Bounds"), "{plain:?}");
    }
}

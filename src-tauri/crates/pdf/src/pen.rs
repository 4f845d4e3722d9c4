//! What writes the operators of one stream. It says only what changes: colour, thickness, face, place.
//!
//! A text object stays open as long as nothing but text comes, so that each line is placed from the one before.

use crate::colours::grey;
use crate::faces::{Faces, resource};
use crate::lines::{self, Spread};
use crate::syntax::{say, thousandths};
use layout::pages::{Black, Face, GlyphRun, Length, Shape, ShapeKind};

/// Dash and gap; none for a plain line.
type Dash = Option<(Length, Length)>;

/// What the stream has set so far; none for what is not known.
#[derive(Default)]
pub struct Known {
    fill: Option<Black>,
    stroke: Option<Black>,
    thickness: Option<Length>,
    dash: Option<Dash>,
    face: Option<(Face, Length)>,
    letters: Option<Length>,
    spaces: Option<Length>,
}

impl Known {
    /// What a page begins with (ISO 32000-1, 8.4.1 and 9.3.1).
    pub fn of_a_page() -> Self {
        Self {
            fill: Some(100),
            stroke: Some(100),
            thickness: Some(1000),
            dash: Some(None),
            face: None,
            letters: Some(0),
            spaces: Some(0),
        }
    }
}

/// Where a line of the open text object began.
enum Start {
    At(Length, Length),
    Turned,
}

/// What writes one stream.
pub struct Pen<'a> {
    /// The stream so far.
    pub out: Vec<u8>,
    faces: &'a Faces,
    height: Length,
    known: Known,
    text: Option<Start>,
}

impl<'a> Pen<'a> {
    /// A pen for a page so high; `known` is what holds before its first operator.
    pub fn new(faces: &'a Faces, height: Length, known: Known) -> Self {
        Self {
            out: Vec::new(),
            faces,
            height,
            known,
            text: None,
        }
    }

    /// Opens a text object, unless one is open.
    pub fn open_text(&mut self) {
        if self.text.is_none() {
            self.op("BT", &[]);
            self.text = Some(Start::At(0, 0));
        }
    }

    /// Closes the text object, if one is open.
    pub fn close_text(&mut self) {
        if self.text.take().is_some() {
            self.op("ET", &[]);
        }
    }

    /// Shows runs that make one line: one face, size, colour and baseline.
    pub fn line(&mut self, runs: &[&GlyphRun]) {
        let Some(first) = runs.first() else { return };
        if runs.iter().all(|run| run.glyphs.is_empty()) {
            return;
        }
        self.open_text();
        self.fill(first.black);
        self.face(first.face, first.size);
        self.place(first);
        let spread = lines::spread(runs, self.faces);
        self.spread(spread);
        lines::show(runs, self.faces, spread, &mut self.out);
    }

    fn spread(&mut self, spread: Spread) {
        let Spread { letters, spaces } = spread;
        if self.known.letters != Some(letters) {
            self.op("Tc", &[letters]);
            self.known.letters = Some(letters);
        }
        if let Some(spaces) = spaces.filter(|spaces| self.known.spaces != Some(*spaces)) {
            self.op("Tw", &[spaces]);
            self.known.spaces = Some(spaces);
        }
    }

    fn face(&mut self, face: Face, size: Length) {
        if self.known.face != Some((face, size)) {
            say(&mut self.out, format_args!("/{} ", resource(face)));
            self.op("Tf", &[size]);
            self.known.face = Some((face, size));
        }
    }

    fn place(&mut self, run: &GlyphRun) {
        let (x, y) = (run.x, self.height - run.y);
        match self.text {
            _ if run.turned => self.op("Tm", &[0, 1000, -1000, 0, x, y]),
            Some(Start::At(left, baseline)) if (left, baseline) != (x, y) => {
                self.op("Td", &[x - left, y - baseline])
            }
            Some(Start::Turned) => self.op("Tm", &[1000, 0, 0, 1000, x, y]),
            _ => {}
        }
        self.text = Some(if run.turned {
            Start::Turned
        } else {
            Start::At(x, y)
        });
    }

    /// Draws a line or a frame.
    pub fn shape(&mut self, shape: &Shape) {
        self.close_text();
        match shape.kind {
            ShapeKind::Line {
                from,
                to,
                thickness,
                dash,
            } => {
                self.stroke(shape.black, thickness, dash);
                self.op("m", &[from.0, self.height - from.1]);
                self.op("l", &[to.0, self.height - to.1]);
                self.op("S", &[]);
            }
            ShapeKind::Frame {
                at,
                size,
                thickness,
            } => {
                if thickness == 0 {
                    self.fill(shape.black);
                } else {
                    self.stroke(shape.black, thickness, None);
                }
                let bottom = self.height - at.1 - size.1;
                self.op("re", &[at.0, bottom, size.0, size.1]);
                self.op(if thickness == 0 { "f" } else { "S" }, &[]);
            }
        }
    }

    /// Draws a picture by its resource name, from its bottom left corner; `scale` is what its unit becomes.
    pub fn picture(&mut self, name: &str, corner: (Length, Length), scale: (Length, Length)) {
        self.close_text();
        let bottom = self.height - corner.1;
        self.op("q", &[]);
        self.op("cm", &[scale.0, 0, 0, scale.1, corner.0, bottom]);
        say(&mut self.out, format_args!("/{name} Do\n"));
        self.op("Q", &[]);
    }

    fn fill(&mut self, black: Black) {
        if self.known.fill != Some(black) {
            self.op("g", &[grey(black)]);
            self.known.fill = Some(black);
        }
    }

    fn stroke(&mut self, black: Black, thickness: Length, dash: Dash) {
        if self.known.stroke != Some(black) {
            self.op("G", &[grey(black)]);
            self.known.stroke = Some(black);
        }
        if self.known.thickness != Some(thickness) {
            self.op("w", &[thickness]);
            self.known.thickness = Some(thickness);
        }
        if self.known.dash != Some(dash) {
            self.out.push(b'[');
            if let Some((on, off)) = dash {
                self.numbers(&[on, off]);
            }
            self.out.extend_from_slice(b"]0 d\n");
            self.known.dash = Some(dash);
        }
    }

    /// Writes an operator after its numbers, which are in thousandths.
    fn op(&mut self, key: &str, numbers: &[Length]) {
        self.numbers(numbers);
        self.out.extend_from_slice(key.as_bytes());
        self.out.push(b'\n');
    }

    fn numbers(&mut self, numbers: &[Length]) {
        for number in numbers {
            thousandths(i64::from(*number), &mut self.out);
            self.out.push(b' ');
        }
    }
}

/// Thousandths of a point as points.
#[allow(clippy::cast_precision_loss)] // A page is under 2²⁴ thousandths of a point.
pub fn points(length: Length) -> f32 {
    length as f32 / 1000.0
}

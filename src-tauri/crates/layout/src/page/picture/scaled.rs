//! A drawing brought to the size that it is printed at: its unit becomes a thousandth of a point.

use crate::pages::{Image, Length, Pixels};
use crate::vectors::{Colour, Gradient, Outline, Place, Step, Stroke};

/// The same drawing in a box so large.
pub fn printed(image: &Image, strokes: &[Stroke], size: (Length, Length)) -> Image {
    let scale = Scale {
        from: (
            i64::from(image.width.max(1)),
            i64::from(image.height.max(1)),
        ),
        to: (i64::from(size.0), i64::from(size.1)),
    };
    Image {
        width: size.0.unsigned_abs(),
        height: size.1.unsigned_abs(),
        pixels: Pixels::Drawn(strokes.iter().map(|one| scale.stroke(one)).collect()),
        kind: image.kind,
        file: image.file.clone(),
    }
}

struct Scale {
    from: (i64, i64),
    to: (i64, i64),
}

impl Scale {
    fn stroke(&self, stroke: &Stroke) -> Stroke {
        match stroke {
            Stroke::Fill {
                outline,
                colour,
                opacity,
            } => Stroke::Fill {
                outline: self.outline(outline),
                colour: self.colour(colour),
                opacity: *opacity,
            },
            Stroke::Clip(outline) => Stroke::Clip(self.outline(outline)),
            Stroke::Unclip => Stroke::Unclip,
        }
    }

    fn outline(&self, outline: &Outline) -> Outline {
        let step = |step: &Step| match *step {
            Step::Move(to) => Step::Move(self.place(to)),
            Step::Line(to) => Step::Line(self.place(to)),
            Step::Curve(one, two, to) => {
                Step::Curve(self.place(one), self.place(two), self.place(to))
            }
            Step::Close => Step::Close,
        };
        Outline {
            steps: outline.steps.iter().map(step).collect(),
            even_odd: outline.even_odd,
        }
    }

    fn colour(&self, colour: &Colour) -> Colour {
        match colour {
            Colour::Plain(colour) => Colour::Plain(*colour),
            Colour::Gradient(gradient) => {
                let [a, b, c, d, e, f] = gradient.matrix;
                let ((a, b), (c, d), (e, f)) =
                    (self.place((a, b)), self.place((c, d)), self.place((e, f)));
                Colour::Gradient(Gradient {
                    matrix: [a, b, c, d, e, f],
                    ..gradient.clone()
                })
            }
        }
    }

    fn place(&self, (x, y): Place) -> Place {
        let part = |length: Length, from: i64, to: i64| {
            let twice = i64::from(length) * to * 2 + from;
            Length::try_from(twice.div_euclid(from * 2)).unwrap_or(Length::MAX)
        };
        (
            part(x, self.from.0, self.to.0),
            part(y, self.from.1, self.to.1),
        )
    }
}

//! CONTRACT. What a drawing paints: outlines, their colours, and what hides the rest, in whole units of its own box.

use crate::pages::Length;

/// A place in the box of a drawing: from its left, from its top.
pub type Place = (Length, Length);

/// What a drawing does, one thing after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// Fills an outline.
    Fill {
        /// What is filled.
        outline: Outline,
        /// With what.
        colour: Colour,
        /// How opaque: 255 hides what is below.
        opacity: u8,
    },
    /// From here on, only what lies inside shows, until the matching [`Stroke::Unclip`].
    Clip(Outline),
    /// The last clip ends.
    Unclip,
}

/// An outline.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Outline {
    /// How the pen goes.
    pub steps: Vec<Step>,
    /// Whether what is crossed an even number of times is outside; else only what is not turned about is.
    pub even_odd: bool,
}

/// A step of the pen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Goes there without drawing.
    Move(Place),
    /// A straight line.
    Line(Place),
    /// A cubic curve: its two handles, then its end.
    Curve(Place, Place, Place),
    /// Back to where the pen last went without drawing.
    Close,
}

/// What fills an outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Red, green, blue.
    Plain([u8; 3]),
    /// From one colour to others.
    Gradient(Gradient),
}

/// From one colour to others, along a line or round a point. The first and the last go on beyond the ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gradient {
    /// Its round, when it goes round a point; else it goes along the line from (0, 0) to (1, 0).
    pub round: Option<Round>,
    /// Places along it, from 0 to 1000, never before the one above, each with its colour; two at least.
    pub stops: Vec<(u16, [u8; 3])>,
    /// From its own space to the box: `x = (a·u + c·v + e) / 1000`, `y = (b·u + d·v + f) / 1000`.
    pub matrix: [i32; 6],
}

/// A gradient that goes from a point, or a small circle, to the circle of radius 1 about (0, 0), in millionths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Round {
    /// Middle of the small circle.
    pub focus: (i32, i32),
    /// Its radius.
    pub radius: i32,
}

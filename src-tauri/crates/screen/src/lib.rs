//! Pages for the screen: each page as an SVG, and the places of its values.
//!
//! The drawings are the pages of the PDF: same faces, same outlines, same places. No file is read, nothing
//! is laid out anew, and no school is known. An SVG holds outlines, lines and pictures: no words, no script,
//! no style, no address of anything outside it.

mod boxes;
mod drawing;
mod numbers;
mod outlines;
mod svg;
#[cfg(test)]
mod testing;

pub use boxes::{HitBox, boxes};
pub use svg::svg;

//! What surrounds the text: header, foot, marks, what each original says of itself. All artifacts.

use super::bench::Bench;
use super::draw::Drawing;
use super::fitted::fitted;
use super::place::Place;
use super::styles::{SMALL, quiet};
use super::{foot, header, marks};
use crate::lengths::pt;
use crate::pages::{Artifact, Draw, Length};
use document::{Document, Inline, Mark};

/// Baseline of the header.
const HEADER: Length = pt(420);
const HEADER_LINE: Length = pt(100);
/// A header of two lines grows downward: it stays clear of the text.
const HEADER_LINES: usize = 2;

/// Draws what all originals share: header, foot, page number, marks.
pub fn shared(bench: &mut Bench<'_, '_>, document: &Document, place: &Place<'_>) -> Vec<Draw> {
    let mut drawing = Drawing::new(place.left);
    if let Some(words) = place.header {
        running_header(bench, document, place, words, &mut drawing);
    }
    foot::shared(bench, document, place, &mut drawing);
    match &document.mark {
        Some(Mark::Draft { margin }) => marks::draft(bench, document, place, margin, &mut drawing),
        Some(Mark::DoNotSign { sentence }) => {
            marks::band(bench, document, place, sentence, &mut drawing);
        }
        None => {}
    }
    drawing.draws
}

/// Draws what an original (its rank) says of itself; without originals, what the document says there.
pub fn own(
    bench: &mut Bench<'_, '_>,
    document: &Document,
    place: &Place<'_>,
    original: usize,
) -> Vec<Draw> {
    let mut drawing = Drawing::new(place.left);
    foot::own(bench, document, place, original, &mut drawing);
    drawing.draws
}

fn running_header(
    bench: &mut Bench<'_, '_>,
    document: &Document,
    place: &Place<'_>,
    words: &[Inline],
    drawing: &mut Drawing<'_>,
) {
    let under_band = matches!(document.mark, Some(Mark::DoNotSign { .. }));
    if under_band {
        return;
    }
    let (x, room) = header::place(document, place.sheet);
    let look = (quiet(SMALL), Artifact::Header);
    let text = fitted(bench, words, look, room, (1, HEADER_LINES));
    let mut down = 0;
    for line in 0..text.len().min(HEADER_LINES) {
        drawing.ink(&text.ink(line, x, down), HEADER, None);
        down += HEADER_LINE;
    }
}

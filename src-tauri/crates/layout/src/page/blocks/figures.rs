//! The row of figures of a session or a vote: cells of equal width under a fine rule (`page.md` §2).

use super::prose;
use crate::lengths::{mm, pt, round_up};
use crate::page::band::{Band, Ink};
use crate::page::bench::Bench;
use crate::page::styles::{AXIS, FIGURE, FINE, GRID, SMALL};
use crate::pages::{Length, Role};
use crate::para::How;
use document::Inline;

/// Between two cells.
const GAP: Length = mm(4);
/// Height of the row, from its rule.
const HEIGHT: Length = pt(350);
/// Baselines of a label and of its figure, below the rule.
const LABEL: Length = pt(115);
const VALUE: Length = pt(280);
/// Leadings of labels and figures.
const LABEL_LINE: Length = pt(110);
const VALUE_LINE: Length = pt(180);

/// Labels and their figures, side by side; never split.
pub fn figures(
    bench: &mut Bench<'_, '_>,
    figures: &[(String, Vec<Inline>)],
    bands: &mut Vec<Band>,
) {
    let count = Length::try_from(figures.len()).unwrap_or(0);
    if count == 0 {
        return;
    }
    let width = (bench.measure() - GAP * (count - 1)) / count;
    let mut band = Band::of(HEIGHT);
    let mut deepest = 0;
    bench.inside(Role::Sect, |bench, _| {
        let mut x = AXIS;
        for (label, figure) in figures {
            let node = bench.node(Role::P);
            let label = bench.text(
                node,
                &[Inline::words(label.as_str())],
                SMALL,
                How::Left,
                width,
            );
            let figure = bench.text(node, figure, FIGURE, How::Left, width);
            band.inks.push(Ink::rule(x, 0, width, FINE));
            band.inks
                .extend(label.inks(x, LABEL, LABEL_LINE).map(Ink::spaced));
            // A label of two lines pushes its figure down.
            let more = label.height(LABEL_LINE).max(LABEL_LINE) - LABEL_LINE;
            band.inks.extend(figure.inks(x, VALUE + more, VALUE_LINE));
            deepest = deepest.max(more + figure.height(VALUE_LINE) - VALUE_LINE);
            x += width + GAP;
        }
    });
    band.height = round_up(HEIGHT + deepest, GRID);
    prose::push(bands, vec![band], 0, pt(140));
}

//! Names numbered in two columns: the parties of an act that has many (`page.md` §6).

use super::prose;
use crate::lengths::{mm, pt};
use crate::page::band::{Band, Ink, SetText};
use crate::page::bench::Bench;
use crate::page::styles::{AXIS, GRID, NOTE, NOTE_LINE};
use crate::pages::{Length, NodeId, Role};
use crate::para::How;
use document::Inline;

/// Between the two columns.
const GAP: Length = mm(8);
/// Width of the numbers, and from a number to its name.
const NUMBER: Length = pt(140);
const NUMBER_GAP: Length = pt(60);
/// From one name to the next: further apart than the lines of one name. First baseline.
const STEP: Length = pt(160);
const FIRST: Length = pt(110);

/// The names, down the first column then down the second, never parted: one reads them in the order of their
/// numbers.
pub fn roll(bench: &mut Bench<'_, '_>, names: &[Vec<Inline>], bands: &mut Vec<Band>) {
    let half = names.len().div_ceil(2).max(1);
    let width = (bench.measure() - GAP) / 2;
    let mut band = Band::default();
    bench.inside(Role::Roll, |bench, list| {
        let mut top = 0;
        for (rank, name) in names.iter().enumerate() {
            if rank == half {
                top = 0;
            }
            let x = AXIS + if rank < half { 0 } else { width + GAP };
            let (number, name) = item(bench, list, (rank, name), width);
            let right = x + NUMBER - number.width(0);
            let label = number.inks(right, top + FIRST, NOTE_LINE);
            band.inks.extend(label.map(Ink::spaced));
            let x = x + NUMBER + NUMBER_GAP;
            band.inks.extend(name.inks(x, top + FIRST, NOTE_LINE));
            top += STEP + name.height(NOTE_LINE).max(NOTE_LINE) - NOTE_LINE;
            band.height = band.height.max(top);
        }
    });
    band.snaps = true;
    prose::push(bands, vec![band], 0, GRID);
}

fn item(
    bench: &mut Bench<'_, '_>,
    list: NodeId,
    (rank, name): (usize, &[Inline]),
    width: Length,
) -> (SetText, SetText) {
    let item = bench.child(list, Role::Li);
    let lbl = bench.child(item, Role::Lbl);
    let body = bench.child(item, Role::LBody);
    let number = [Inline::words((rank + 1).to_string())];
    let number = bench.text(lbl, &number, NOTE, How::Left, NUMBER);
    let room = width - NUMBER - NUMBER_GAP;
    (number, bench.text(body, name, NOTE, How::Left, room))
}

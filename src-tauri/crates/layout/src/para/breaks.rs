//! Which rules a paragraph's lines are cut by, from the strictest to the one that always finds a way.

use super::How;
use super::atoms::Atom;
use super::stretch::{GOOD, LAST_RESORT};
use super::optimum::{Rules, Weigh, cut};
use crate::pages::Length;

/// Spaces up to 145 % of natural, then up to 160 %, then whatever it takes (`page.md` §10).
const STRETCHES: [f64; 3] = [GOOD, LAST_RESORT, f64::INFINITY];

/// The atoms that the lines end on.
pub fn of(atoms: &[Atom], how: How, measure: Length) -> Vec<usize> {
    let passes = passes(how);
    passes
        .iter()
        .find_map(|(weigh, level, forgiving)| {
            let rules = Rules { weigh: *weigh, measure, level: *level, forgiving: *forgiving };
            cut(atoms, rules)
        })
        .unwrap_or_else(|| vec![atoms.len()])
}

fn passes(how: How) -> Vec<(Weigh, u8, bool)> {
    let [good, fair, any] = STRETCHES.map(|stretch| Weigh::Even { stretch });
    match how {
        How::Justified => vec![(good, 0, false), (fair, 1, false), (any, 1, false), (any, 2, true)],
        How::Left => vec![(Weigh::Full, 0, false), (Weigh::Full, 1, false), (Weigh::Full, 2, true)],
        How::Balanced => vec![(Weigh::Alike, 0, false), (Weigh::Alike, 1, false), (Weigh::Alike, 2, true)],
    }
}

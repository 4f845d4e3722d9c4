//! Which rules a paragraph's lines are cut by, from the strictest to the one that always finds a way.

use super::How;
use super::atoms::Atom;
use super::optimum::{Even, Rules, Weigh, cut};
use super::stretch::{GOOD, LAST_RESORT, LOOSEST};
use crate::pages::Length;

/// The atoms that the lines end on.
pub fn of(atoms: &[Atom], how: How, measure: Length) -> Vec<usize> {
    let passes = passes(how);
    passes
        .iter()
        .find_map(|(weigh, level, forgiving)| {
            let rules = Rules {
                weigh: *weigh,
                measure,
                level: *level,
                forgiving: *forgiving,
            };
            cut(atoms, rules)
        })
        .unwrap_or_else(|| vec![atoms.len()])
}

fn passes(how: How) -> Vec<(Weigh, u8, bool)> {
    let even = |stretch, two_hyphens, lenient| {
        Weigh::Even(Even {
            stretch,
            two_hyphens,
            lenient,
        })
    };
    match how {
        // Spaces up to 145 % of natural, then up to 160 %, then whatever it takes (`page.md` §10).
        How::Justified => vec![
            (even(GOOD, false, false), 0, false),
            (even(LAST_RESORT, false, false), 0, false),
            (even(LAST_RESORT, true, false), 0, false),
            // One looser line rather than a last line of one word.
            (even(LOOSEST, true, false), 0, false),
            (even(f64::INFINITY, true, true), 0, false),
            // A mail is cut only when it is wider than the measure.
            (even(f64::INFINITY, true, true), 1, false),
            (even(f64::INFINITY, true, true), 2, true),
        ],
        How::Left => vec![
            (Weigh::Full, 0, false),
            (Weigh::Full, 1, false),
            (Weigh::Full, 2, true),
        ],
        How::Balanced => vec![
            (Weigh::Alike, 0, false),
            (Weigh::Alike, 1, false),
            (Weigh::Alike, 2, true),
        ],
    }
}

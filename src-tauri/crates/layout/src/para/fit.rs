//! How a line fits its measure: what its spaces and letters gain or give.

use super::How;
use super::atoms::Atom;
use super::items::Item;
use super::stretch::{Added, Give};
use crate::pages::Length;
use std::ops::Range;

/// How a line fits its measure.
pub struct Fit {
    /// What the spaces gain.
    pub spaces: Share,
    /// What the letters gain.
    pub letters: Share,
    /// What a dotted line over the rest of the line gains.
    pub rest: Length,
    /// Width of its spaces, per mille of natural.
    pub spacing: u32,
    /// Whether it is wider than the measure.
    pub overfull: bool,
}

/// What a line adds to its spaces and letters.
pub fn fit(atoms: &[Atom], items: &[Item], line: Range<usize>, how: How, measure: Length) -> Fit {
    let end = atoms
        .get(line.end)
        .and_then(|atom| atom.end)
        .unwrap_or_default();
    let last = line.end >= atoms.len() || end.forced;
    let (atoms, items) = (&atoms[line.clone()], &items[line]);
    let sum =
        |part: fn(&Atom) -> Length| atoms.iter().map(|atom| i64::from(part(atom))).sum::<i64>();
    let give = Give {
        space: sum(|atom| atom.space),
        letters: sum(|atom| atom.letters),
    };
    let hangs = if how == How::Justified && !last {
        i64::from(end.hangs)
    } else {
        0
    };
    let slack = i64::from(measure) - sum(|atom| atom.width) - i64::from(end.adds) + hangs;
    let justified = how == How::Justified && (!last || slack < 0);
    let added = if justified {
        give.added(slack)
    } else {
        Added::default()
    };
    let spacing = if give.space > 0 {
        (give.space + added.spaces) * 1000 / give.space
    } else {
        1000
    };
    Fit {
        spaces: Share {
            left: narrow(added.spaces),
            among: atoms.iter().filter(|atom| atom.space > 0).count(),
        },
        letters: Share {
            left: narrow(added.letters),
            among: items.iter().map(letters).sum(),
        },
        rest: narrow(slack.max(0)),
        spacing: u32::try_from(spacing).unwrap_or(1000),
        overfull: slack < added.spaces + added.letters,
    }
}

/// How many glyphs of words an item has.
fn letters(item: &Item) -> usize {
    match item {
        Item::Piece { glyphs, .. } => glyphs.len(),
        _ => 0,
    }
}

fn narrow(length: i64) -> Length {
    Length::try_from(length).unwrap_or(Length::MAX)
}

/// Shares out a length, without a rest.
#[derive(Default)]
pub struct Share {
    left: Length,
    among: usize,
}

impl Share {
    /// The next part.
    pub fn next(&mut self) -> Length {
        if self.among == 0 || self.left == 0 {
            return 0;
        }
        let part = self.left / i32::try_from(self.among).unwrap_or(i32::MAX);
        self.left -= part;
        self.among -= 1;
        part
    }
}

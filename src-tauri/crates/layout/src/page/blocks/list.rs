//! Lists: labels hang on the axis, items stand a little apart (`page.md` §5).

use super::prose;
use crate::lengths::pt;
use crate::page::band::{Band, Cut, Ink};
use crate::page::bench::Bench;
use crate::page::styles::{AXIS, BODY, BULLET, GRID, LINE, RISE};
use crate::pages::{Length, NodeId, Role};
use crate::para::{How, Style};
use document::{Inline, List, ListItem};

/// Where labels and texts stand, from the axis.
struct Level {
    label: Length,
    text: Length,
    gap: Length,
    style: Style,
}

const DASH: Level = Level {
    label: 0,
    text: pt(140),
    gap: pt(35),
    style: BODY,
};
const LETTER: Level = Level {
    label: 0,
    text: pt(175),
    gap: pt(35),
    style: BODY,
};

/// The level below: bullets, without a gap.
fn below(level: &Level) -> Level {
    Level {
        label: level.text,
        text: level.text + pt(120),
        gap: 0,
        style: BULLET,
    }
}

/// A list; `announced` keeps its first item with the sentence before it.
pub fn list(bench: &mut Bench<'_, '_>, list: &List, announced: bool, bands: &mut Vec<Band>) {
    let level = if list.lettered { LETTER } else { DASH };
    let mut block = Vec::new();
    bench.inside(
        Role::L {
            lettered: list.lettered,
        },
        |bench, node| {
            for (rank, item) in list.items.iter().enumerate() {
                let label = label(list.lettered, rank);
                let start = block.len();
                put(bench, node, item, &label, &level, &mut block);
                if let Some(first) = block.get_mut(start).filter(|_| start > 0) {
                    first.before = level.gap;
                }
                if announced && start == 0 {
                    hold(&mut block);
                }
            }
        },
    );
    if let Some(last) = block.last_mut() {
        last.snaps = true;
    }
    prose::push(bands, block, 0, GRID);
}

fn hold(bands: &mut [Band]) {
    for band in bands {
        band.cut = band.cut.max(Cut::Never);
    }
}

/// « – », or « a) » … « z) », « aa) ».
fn label(lettered: bool, rank: usize) -> String {
    if !lettered {
        return "–".to_owned();
    }
    let mut letters = String::new();
    let mut left = rank + 1;
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).unwrap_or(0) + b'a';
        letters.insert(0, char::from(letter));
        left = (left - 1) / 26;
    }
    letters + ")"
}

fn put(
    bench: &mut Bench<'_, '_>,
    list: NodeId,
    item: &ListItem,
    label: &str,
    level: &Level,
    block: &mut Vec<Band>,
) {
    let node = bench.child(list, Role::Li);
    let lbl = bench.child(node, Role::Lbl);
    let body = bench.child(node, Role::LBody);
    let whole = bench.measure();
    let label = bench.text(lbl, &[Inline::words(label)], level.style, How::Left, whole);
    let measure = whole - level.text;
    let text = bench.text(body, &item.text, BODY, How::Justified, measure);
    let mut bands = prose::lines(&text, AXIS + level.text, (LINE, RISE));
    if bands.is_empty() {
        bands.push(Band::of(LINE));
    }
    bands[0].inks.splice(
        0..0,
        label.inks(AXIS + level.label, RISE, LINE).map(Ink::spaced),
    );
    block.append(&mut bands);
    if !item.below.is_empty() {
        let inner = bench.child(body, Role::L { lettered: false });
        let level = below(level);
        for item in &item.below {
            put(bench, inner, item, "•", &level, block);
        }
    }
}

#[test]
fn labels_go_on_after_z() {
    let labels: Vec<String> = [0, 25, 26, 52].map(|rank| label(true, rank)).into();
    assert_eq!(labels, ["a)", "z)", "aa)", "ba)"]);
}

//! The best way to cut a paragraph into lines, all lines weighed together.
//!
//! After Knuth and Plass, « Breaking Paragraphs into Lines » (1981): every way to end a line is a node, and
//! the cheapest way to each node is kept. Knows widths alone.

use super::atoms::{Atom, End};
use super::stretch::{Give, TIGHTEST};
use crate::pages::Length;

/// How lines are weighed.
#[derive(Clone, Copy, Debug)]
pub struct Rules {
    /// What a good line is.
    pub weigh: Weigh,
    /// The measure.
    pub measure: Length,
    /// Cuts allowed: 0 none but syllables and hyphens, 1 mails too, 2 anywhere.
    pub level: u8,
    /// Whether a line too long is taken when there is no other way.
    pub forgiving: bool,
}

/// How strict a justified paragraph is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Even {
    /// The most that a line is stretched (1 is 145 %).
    pub stretch: f64,
    /// Whether two lines in a row may end on a hyphen.
    pub two_hyphens: bool,
    /// Whether the last line may be poor, and a line be left short.
    pub lenient: bool,
}

/// What a good line is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Weigh {
    /// Spaces near their natural width.
    Even(Even),
    /// Lines well filled, spaces natural.
    Full,
    /// Lines of like width, few of them.
    Alike,
}

/// Two lines in a row that end on a hyphen.
const TWO_HYPHENS: f64 = 6_000.0;
/// Two neighbours of very different tightness.
const UNLIKE: f64 = 3_000.0;
/// A last line of one word, or shorter than 15 % of the measure: worse than a line left short above it.
const POOR_END: f64 = 3_500.0;
/// A line that is left short, since its spaces would tear it; by half of the measure, it counts for two.
const LEFT_SHORT: f64 = 1_500.0;
const HALVES: f64 = 2.0;

/// A way to end a line.
struct Node {
    /// The atom the line ends on.
    atom: usize,
    /// Where the next line starts: its first atom.
    start: usize,
    /// How tight the line is: 0 tight, 1 normal, 2 loose, 3 very loose.
    class: u8,
    /// Lines in a row that end on a hyphen, this one included.
    hyphens: u8,
    /// Whether the next line begins the paragraph, or comes after a line break that was asked for.
    fresh: bool,
    /// What all lines so far cost.
    cost: f64,
    /// The line before.
    before: usize,
}

/// Sums of the atoms before each.
struct Sums {
    width: i64,
    give: Give,
    gaps: i64,
}

/// A line between two nodes.
struct Span {
    width: i64,
    give: Give,
    words: i64,
    end: End,
    last: bool,
    after_hyphens: u8,
}

/// The atoms that the lines end on, the last being the atom after all; none when no way fits.
pub fn cut(atoms: &[Atom], rules: Rules) -> Option<Vec<usize>> {
    let sums = sums(atoms);
    let start = Node {
        atom: 0,
        start: 0,
        class: 1,
        hyphens: 0,
        fresh: true,
        cost: 0.0,
        before: usize::MAX,
    };
    let mut nodes = vec![start];
    let mut active = vec![0];
    for at in 0..=atoms.len() {
        let end = match atoms.get(at) {
            Some(atom) => atom.end.filter(|end| end.level <= rules.level),
            None => Some(End {
                forced: true,
                ..End::default()
            }),
        };
        if let Some(end) = end {
            step(atoms, &sums, &mut nodes, &mut active, (at, end), rules);
            if active.is_empty() {
                return None;
            }
        }
    }
    let best = active
        .into_iter()
        .min_by(|a, b| nodes[*a].cost.total_cmp(&nodes[*b].cost))?;
    Some(trace(&nodes, best))
}

/// Looks at all lines that may end at an atom, and keeps the best of each kind.
fn step(
    atoms: &[Atom],
    sums: &[Sums],
    nodes: &mut Vec<Node>,
    active: &mut Vec<usize>,
    (at, end): (usize, End),
    rules: Rules,
) {
    let mut best: [Option<Node>; 12] = [const { None }; 12];
    let mut latest = None;
    active.retain(|&from| {
        latest = Some(from);
        let span = span(
            sums,
            &nodes[from],
            (at, end),
            at == atoms.len() || end.forced,
        );
        if too_long(&span, rules) {
            return false;
        }
        if let Some((cost, class)) = weigh(&span, &nodes[from], rules) {
            offer(
                &mut best,
                nodes[from].cost + cost,
                (class, from),
                (at, end),
                &nodes[from],
            );
        }
        !end.forced
    });
    let found = best.iter().any(Option::is_some);
    if !found
        && active.is_empty()
        && let Some(from) = latest.filter(|_| rules.forgiving)
    {
        let cost = nodes[from].cost + 1e9;
        offer(&mut best, cost, (1, from), (at, end), &nodes[from]);
    }
    for mut node in best.into_iter().flatten() {
        node.start = after_gap(atoms, at);
        active.push(nodes.len());
        nodes.push(node);
    }
}

fn offer(
    best: &mut [Option<Node>; 12],
    cost: f64,
    (class, before): (u8, usize),
    (atom, end): (usize, End),
    from: &Node,
) {
    let hyphens = if end.hyphen { from.hyphens + 1 } else { 0 };
    let slot = &mut best[usize::from(class) * 3 + usize::from(hyphens.min(2))];
    if slot.as_ref().is_none_or(|known| cost < known.cost) {
        *slot = Some(Node {
            atom,
            start: atom,
            class,
            hyphens,
            fresh: end.forced,
            cost,
            before,
        });
    }
}

/// A line starts after the space that ended the one before.
fn after_gap(atoms: &[Atom], at: usize) -> usize {
    let skips = atoms
        .get(at)
        .is_some_and(|atom| atom.gap || atom.end.is_some());
    if skips { at + 1 } else { at }
}

fn span(sums: &[Sums], from: &Node, (at, end): (usize, End), last: bool) -> Span {
    let (start, end_sums) = (&sums[from.start.min(at)], &sums[at]);
    let width = end_sums.width - start.width + i64::from(end.adds);
    let space = end_sums.give.space - start.give.space;
    let letters = end_sums.give.letters - start.give.letters;
    let words = 1 + end_sums.gaps - start.gaps;
    Span {
        width,
        give: Give { space, letters },
        words,
        end,
        last,
        after_hyphens: from.hyphens,
    }
}

/// Whether a line is too long even when tight: no longer line from there will fit either.
fn too_long(span: &Span, rules: Rules) -> bool {
    let even = matches!(rules.weigh, Weigh::Even(_));
    let gives = if even {
        span.give.most_shrink() + i64::from(span.end.hangs)
    } else {
        0
    };
    // What hangs and the hyphen differ from one end to the next: a longer line is judged without them.
    span.width - i64::from(span.end.adds) - gives > i64::from(rules.measure)
}

/// The cost of a line and its class; none when it is refused.
fn weigh(span: &Span, from: &Node, rules: Rules) -> Option<(f64, u8)> {
    let slack = i64::from(rules.measure) - span.width;
    match rules.weigh {
        Weigh::Even(strictness) => even(span, from, slack, rules, strictness),
        _ if slack < 0 => None,
        Weigh::Full => Some((full(span, slack as f64 / f64::from(rules.measure)), 1)),
        Weigh::Alike => Some((alike(span, slack as f64 / f64::from(rules.measure)), 1)),
    }
}

fn even(span: &Span, from: &Node, slack: i64, rules: Rules, strictness: Even) -> Option<(f64, u8)> {
    let hangs = if span.last {
        0
    } else {
        i64::from(span.end.hangs)
    };
    let slack = slack + hangs;
    let ratio = if span.last && slack >= 0 {
        0.0
    } else {
        span.give.ratio(slack)
    };
    if ratio < TIGHTEST || ratio > strictness.stretch || refused(span, from, rules, strictness) {
        return None;
    }
    let ending = if poor_end(span, from, rules.measure) {
        POOR_END
    } else {
        0.0
    };
    let torn = !span.last && span.give.is_torn(slack);
    let badness = match torn {
        true => LEFT_SHORT * (1.0 + HALVES * slack as f64 / f64::from(rules.measure)),
        false => 100.0 * (ratio * ratio * ratio).abs(),
    };
    let line = 1.0 + badness + ending + f64::from(span.end.penalty);
    let class = tightness(ratio);
    let unlike = !from.fresh && from.class.abs_diff(class) > 1;
    let again = span.end.hyphen && span.after_hyphens > 0;
    let more = if unlike { UNLIKE } else { 0.0 } + if again { TWO_HYPHENS } else { 0.0 };
    Some((line * line + more, class))
}

/// What is never done: three hyphens in a row, a hyphen on the penultimate line. What is done only when there is
/// no other way: two in a row, a poor last line.
fn refused(span: &Span, from: &Node, rules: Rules, strictness: Even) -> bool {
    let hyphens = if span.end.hyphen {
        span.after_hyphens + 1
    } else {
        0
    };
    let most = if strictness.two_hyphens { 2 } else { 1 };
    let penultimate = span.last && !from.fresh && span.after_hyphens > 0;
    let poor = !strictness.lenient && poor_end(span, from, rules.measure);
    hyphens > most || (penultimate && !rules.forgiving) || poor
}

/// Whether the last line leaves a word alone or is very short.
fn poor_end(span: &Span, from: &Node, measure: Length) -> bool {
    let short = span.words < 2 || span.width * 100 < i64::from(measure) * 15;
    span.last && !from.fresh && short
}

fn tightness(ratio: f64) -> u8 {
    match ratio {
        ratio if ratio < -0.5 => 0,
        ratio if ratio <= 0.5 => 1,
        ratio if ratio <= 1.0 => 2,
        _ => 3,
    }
}

/// The cost of a flush-left line that leaves a share of the measure empty.
fn full(span: &Span, empty: f64) -> f64 {
    let share = empty / 0.35;
    let short_end = span.last && span.words < 2 && empty > 0.8;
    let badness = match span.last {
        true if short_end => 60.0,
        true => 0.0,
        false => 100.0 * share * share * share,
    };
    let line = 10.0 + badness + f64::from(span.end.penalty);
    line * line
}

/// The cost of a title's line that leaves a share of the measure empty.
fn alike(span: &Span, empty: f64) -> f64 {
    50.0 + 400.0 * empty * empty + f64::from(span.end.penalty)
}

fn sums(atoms: &[Atom]) -> Vec<Sums> {
    let mut sums = Vec::with_capacity(atoms.len() + 1);
    let (mut width, mut give, mut gaps) = (0, Give::default(), 0);
    sums.push(Sums { width, give, gaps });
    for atom in atoms {
        width += i64::from(atom.width);
        give.space += i64::from(atom.space);
        give.letters += i64::from(atom.letters);
        gaps += i64::from(atom.gap);
        sums.push(Sums { width, give, gaps });
    }
    sums
}

fn trace(nodes: &[Node], last: usize) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut at = last;
    while let Some(node) = nodes.get(at).filter(|node| node.before != usize::MAX) {
        ends.push(node.atom);
        at = node.before;
    }
    ends.reverse();
    ends
}

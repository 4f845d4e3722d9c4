//! How an annexe opens: its rule, its label, its title (`page.md` §3).

use super::prose;
use crate::lengths::pt;
use crate::page::band::{Band, Ink};
use crate::page::bench::{Bench, plain};
use crate::page::styles::{
    ANNEXE, ANNEXE_LINE, ANNEXE_RISE, AXIS, LINE, PLAIN, PLAIN_BOLD, RISE, STRONG, TITLE_DROP,
};
use crate::pages::Role;
use crate::para::How;
use document::{Annexe, Block, Inline};

/// The rule, then « Annexe 1 » in the repère column and the title on the axis.
pub fn opening(bench: &mut Bench<'_, '_>, annexe: &Annexe) -> Vec<Band> {
    let node = bench.node(Role::H2);
    let title = plain(&annexe.title);
    bench.nodes[node].bookmark = Some(format!("{} — {title}", annexe.label));
    bench.nodes[node].anchor = (!annexe.anchor.is_empty()).then(|| annexe.anchor.clone());
    let label = bench.repere(node, &[Inline::words(annexe.label.as_str())], PLAIN_BOLD);
    let measure = bench.measure();
    let title = bench.text(node, &annexe.title, ANNEXE, How::Balanced, measure);
    let mut band = Band::of(TITLE_DROP + title.height(ANNEXE_LINE));
    // The rule is 2 thick and begins at the top of the text area.
    band.inks
        .push(Ink::rule(0, STRONG / 2, bench.block, STRONG));
    let baseline = TITLE_DROP + ANNEXE_RISE;
    band.inks
        .extend(label.inks(0, baseline, pt(120)).map(Ink::spaced));
    band.inks.extend(title.inks(AXIS, baseline, ANNEXE_LINE));
    (band.after, band.title, band.first) = (pt(140), true, true);
    vec![band]
}

/// The title of a document that is its annexes alone: a line above the first of them.
pub fn title_above(bench: &mut Bench<'_, '_>, title: &str) -> Vec<Band> {
    let node = bench.node(Role::H1);
    let measure = bench.measure();
    let text = bench.text(
        node,
        &[Inline::words(title)],
        PLAIN_BOLD,
        How::Left,
        measure,
    );
    let mut bands = Vec::new();
    prose::push(
        &mut bands,
        prose::lines(&text, AXIS, (LINE, RISE)),
        0,
        pt(140),
    );
    bands
}

/// Whether an annexe begins with a sentence that says what its first table holds: it reads as a subtitle.
pub fn has_intro(blocks: &[Block]) -> bool {
    let table = |block: &Block| matches!(block, Block::Table(_) | Block::Definitions(_));
    matches!(blocks, [Block::Paragraph(_), next, ..] if table(next))
}

/// That sentence: flush left, in the voice of what helps to find.
pub fn intro(bench: &mut Bench<'_, '_>, text: &[Inline], bands: &mut Vec<Band>) {
    let node = bench.node(Role::P);
    let measure = bench.measure();
    let text = bench.text(node, text, PLAIN, How::Left, measure);
    let block = prose::lines(&text, AXIS, (LINE, RISE));
    prose::push(bands, block, pt(70), pt(140));
}

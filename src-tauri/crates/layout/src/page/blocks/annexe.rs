//! How an annexe opens: its rule, its label, its title (`page.md` §3).

use crate::lengths::pt;
use crate::page::band::{Band, Ink};
use crate::page::bench::{Bench, plain};
use crate::page::styles::{ANNEXE, ANNEXE_LINE, ANNEXE_RISE, AXIS, PLAIN_BOLD, STRONG, TITLE_DROP};
use crate::pages::Role;
use crate::para::How;
use document::{Annexe, Inline};

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

//! The parties of a convention, each between two rules (`page.md` §3).

use super::prose;
use crate::lengths::pt;
use crate::page::band::{Band, Cut, Ink};
use crate::page::bench::Bench;
use crate::page::styles::{AXIS, BODY, FINE, GRID, LINE, REPERE_LIGHT, RISE};
use crate::pages::{Length, Role};
use crate::para::How;
use document::{Inline, Parties, PartyBlock};

/// The parties, then « ensemble dénommés … ».
pub fn parties(bench: &mut Bench<'_, '_>, parties: &Parties, bands: &mut Vec<Band>) {
    bench.inside(Role::Sect, |bench, _| {
        let mut block: Vec<Band> = parties
            .parties
            .iter()
            .map(|party| band(bench, party))
            .collect();
        if let Some(last) = block.last_mut() {
            last.inks.push(Ink::rule(0, last.height, bench.block, FINE));
        }
        if !parties.closing.is_empty() {
            let mut closing = Vec::new();
            prose::paragraph(bench, &parties.closing, &mut closing);
            if let Some(first) = closing.first_mut() {
                (first.before, first.cut) = (GRID, Cut::Kept);
            }
            block.append(&mut closing);
        }
        prose::push(bands, block, GRID, GRID);
    });
}

/// A party: rule, word and identity, what it is called, « d'une part, » pushed right.
fn band(bench: &mut Bench<'_, '_>, party: &PartyBlock) -> Band {
    let measure = bench.measure();
    let mut band = Band::of(GRID);
    band.inks.push(Ink::rule(0, 0, bench.block, FINE));
    let node = bench.node(Role::P);
    let word = bench.repere(node, &[Inline::words(party.word.as_str())], REPERE_LIGHT);
    let identity = bench.text(node, &party.identity, BODY, How::Left, measure);
    band.inks
        .extend(word.inks(0, band.height + RISE, LINE).map(Ink::spaced));
    band.inks
        .extend(identity.inks(AXIS, band.height + RISE, LINE));
    band.height += identity.height(LINE).max(LINE) + GRID;
    if !party.term.is_empty() || !party.part.is_empty() {
        term(bench, party, &mut band);
    }
    band
}

fn term(bench: &mut Bench<'_, '_>, party: &PartyBlock, band: &mut Band) {
    let measure = bench.measure();
    let node = bench.node(Role::P);
    let term = bench.text(node, &party.term, BODY, How::Left, measure);
    let part = bench.text(node, &party.part, BODY, How::Left, measure);
    let first = band.height + RISE;
    let count = term.len();
    let inks = term.inks(AXIS, first, LINE).enumerate();
    band.inks
        .extend(inks.map(|(rank, ink)| if rank + 1 == count { ink.spaced() } else { ink }));
    band.height += term.height(LINE);
    let room = measure - term.width(count.saturating_sub(1)) - pt(140);
    let beside = count > 0 && part.width(0) <= room;
    let first = if beside {
        band.height - LINE
    } else {
        band.height
    };
    for line in 0..part.len() {
        let y = first + RISE + LINE * Length::try_from(line).unwrap_or(0);
        band.inks
            .push(part.ink(line, AXIS + measure - part.width(line), y));
    }
    band.height = band.height.max(first + part.height(LINE));
    band.height += GRID;
}

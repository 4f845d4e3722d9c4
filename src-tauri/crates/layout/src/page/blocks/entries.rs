//! Values to be copied elsewhere, each with a box to tick once it is (`page.md` §9, fiche de saisie).

use super::prose;
use super::table::{edge, pale};
use crate::lengths::{mm, pt};
use crate::page::band::{Band, Cut, SetText};
use crate::page::bench::Bench;
use crate::page::styles::{AXIS, AXIS_GAP, BODY, LINE, NOTE, NUMBER, RISE, SMALL};
use crate::pages::{Artifact, Length, NodeId, Role};
use crate::para::{CHECK, How};
use document::{Entries, EntryRow, Inline};

/// Above and below the lines of a row.
const PAD: Length = pt(35);
/// Where values stand, and what they leave before the boxes.
const VALUE: Length = AXIS + mm(50);
const GAP: Length = pt(100);

/// The group: its title, then a row for each value, between two rules.
pub fn entries(
    bench: &mut Bench<'_, '_>,
    entries: &Entries,
    under_title: bool,
    bands: &mut Vec<Band>,
) {
    let start = bands.len();
    let title = (entries.label.as_slice(), entries.title.as_slice());
    prose::heading(bench, 1, title, "", under_title, bands);
    if let Some(last) = bands[start..].last_mut() {
        let words = [Inline::words(entries.box_title.as_str())];
        let what = bench.artifact(Artifact::Layout, &words, SMALL, bench.measure());
        let x = bench.block - what.width(0);
        last.inks.extend(what.inks(x, RISE, LINE));
    }
    let node = bench.node(Role::Table);
    let body = bench.child(node, Role::TBody);
    let mut block: Vec<Band> = Vec::with_capacity(entries.rows.len());
    for value in &entries.rows {
        block.push(row(bench, body, value, &entries.box_title));
    }
    rule(&mut block, bench.block);
    prose::push(bands, block, pt(70), pt(140));
}

/// A value: its number, its name, the value as it is to be typed, the box.
fn row(bench: &mut Bench<'_, '_>, body: NodeId, row: &EntryRow, what: &str) -> Band {
    let tr = bench.child(body, Role::Tr);
    let cell = |bench: &mut Bench<'_, '_>, role| bench.child(tr, role);
    let data = Role::Td { span: 1 };
    let number = [Inline::words(row.number.as_str())];
    let node = cell(bench, data);
    let number = bench.text(node, &number, NUMBER, How::Left, AXIS - AXIS_GAP);
    let head = Role::Th {
        column: false,
        span: 1,
    };
    let node = cell(bench, head);
    let name = bench.text(node, &row.name, NOTE, How::Left, VALUE - AXIS - GAP);
    let node = cell(bench, data);
    let room = bench.block - VALUE - CHECK - GAP;
    let value = bench.text(node, &row.value, BODY, How::Left, room);
    let node = cell(bench, data);
    let tick = tick(bench, node, what);
    let texts = [
        (&number, 0),
        (&name, AXIS),
        (&value, VALUE),
        (&tick, bench.block - CHECK),
    ];
    let height = texts.iter().map(|(text, _)| text.height(LINE)).max();
    let mut band = Band::of(height.unwrap_or(0).max(LINE) + 2 * PAD);
    for (text, x) in texts {
        band.inks.extend(text.inks(x, PAD + RISE, LINE));
    }
    band
}

/// The box to tick by hand; « Saisi : case non cochée » to those who do not see it.
fn tick(bench: &mut Bench<'_, '_>, node: NodeId, what: &str) -> SetText {
    let empty = Inline::Check {
        ticked: false,
        fields: Vec::new(),
    };
    let text = bench.text(node, &[empty], NOTE, How::Left, CHECK);
    for span in text.spans.iter() {
        let alt = bench.nodes[*span].alt.take().unwrap_or_default();
        bench.nodes[*span].alt = Some(format!("{what} : {alt}"));
    }
    text
}

/// The rules of a group; two rows at least stay together.
fn rule(block: &mut [Band], width: Length) {
    let count = block.len();
    for (rank, band) in block.iter_mut().enumerate() {
        let last = rank + 1 == count;
        band.inks.push(if last {
            edge(0, width, band.height)
        } else {
            pale(0, width, band.height)
        });
        if rank == 0 {
            band.inks.insert(0, edge(0, width, 0));
        }
        band.closes = Some(edge(0, width, 0));
        band.snaps = last;
        if rank == 1 || last {
            band.cut = Cut::Never;
        }
    }
}

//! Blocks of a document made into bands, a file per kind of block.

mod annexe;
mod cells;
mod columns;
mod entries;
mod figures;
mod keep;
mod list;
mod opening;
mod parties;
mod prose;
mod roll;
mod signatures;
mod table;
mod wishes;

pub use annexe::title_above;

use super::band::{Band, Cut};
use super::bench::Bench;
use super::sheet::Sheet;
use document::{Annexe, Block, Document};

/// The bands of the opening and the body.
pub fn body(bench: &mut Bench<'_, '_>, document: &Document, sheet: &Sheet) -> Vec<Band> {
    (bench.in_annexe, bench.on_axis) = (false, true);
    let mut bands = opening::bands(bench, document, sheet);
    put_all(bench, &document.blocks, &mut bands);
    keep::titles(&mut bands);
    bands
}

/// The bands of an annexe.
pub fn annexe(bench: &mut Bench<'_, '_>, annexe: &Annexe) -> Vec<Band> {
    bench.in_annexe = true;
    bench.on_axis = annexe
        .blocks
        .iter()
        .any(|block| matches!(block, Block::Signatures(_)));
    bench.inside(crate::pages::Role::Sect, |bench, _| {
        let mut bands = annexe::opening(bench, annexe);
        put_all(bench, &annexe.blocks, &mut bands);
        keep::titles(&mut bands);
        bands
    })
}

/// What came before a block, as far as it changes how the block stands.
#[derive(Clone, Copy, Default)]
struct Before {
    /// A title: what follows stands nearer.
    title: bool,
    /// A sentence that announces what follows (« : »): it stays with it.
    announces: bool,
    /// A table: a note after it never stands alone on a page.
    table: bool,
    /// The title of an annexe whose first words only say what its table holds.
    opens: bool,
    /// First band of the last article.
    article: Option<usize>,
}

fn put_all(bench: &mut Bench<'_, '_>, blocks: &[Block], bands: &mut Vec<Band>) {
    let mut before = Before {
        title: true,
        opens: bench.in_annexe && bands.len() == 1 && annexe::has_intro(blocks),
        ..Before::default()
    };
    let mut page_break = false;
    for block in blocks {
        if matches!(block, Block::PageBreak) {
            page_break = true;
            continue;
        }
        let start = bands.len();
        put(bench, block, before, bands);
        if bands.len() == start {
            continue;
        }
        bands[start].first = true;
        if page_break {
            bands[start].cut = Cut::Page;
        }
        page_break = false;
        before = after(block, before, start);
    }
}

fn after(block: &Block, before: Before, start: usize) -> Before {
    let article = match block {
        Block::Heading {
            level: 1, label, ..
        } if !label.is_empty() => Some(start),
        _ => before.article,
    };
    let title = matches!(block, Block::Heading { .. });
    Before {
        title,
        announces: keep::announces(block),
        table: matches!(block, Block::Table(_) | Block::Definitions(_)),
        opens: false,
        article,
    }
}

fn put(bench: &mut Bench<'_, '_>, block: &Block, before: Before, bands: &mut Vec<Band>) {
    let start = bands.len();
    match block {
        Block::Paragraph(text) if before.opens => annexe::intro(bench, text, bands),
        Block::Paragraph(text) => prose::paragraph(bench, text, bands),
        Block::Heading {
            level,
            label,
            text,
            anchor,
        } => {
            prose::heading(bench, *level, (label, text), anchor, before.title, bands);
        }
        Block::Numbered { label, text } => prose::numbered(bench, label, text, bands),
        Block::Repere {
            word,
            strong,
            justified,
            text,
        } => prose::repere(bench, word, (*strong, *justified), text, bands),
        Block::Article { label, text } => prose::article(bench, label, text, bands),
        Block::List(list) => list::list(bench, list, before.announces, bands),
        Block::Table(table) => table::table(bench, table, before.title, bands),
        Block::Definitions(rows) => table::definitions(bench, rows, before.title, bands),
        Block::Figures(figures) => figures::figures(bench, figures, bands),
        Block::Note(text) => prose::note(bench, text, bands),
        Block::Frame(text) => prose::frame(bench, text, bands),
        Block::Entries(entries) => entries::entries(bench, entries, before.title, bands),
        Block::Roll(names) => roll::roll(bench, names, bands),
        Block::Parties(parties) => parties::parties(bench, parties, bands),
        Block::Signatures(signatures) => {
            signatures::signatures(bench, signatures, bands);
            keep::with_end_of_text(
                bands,
                start,
                before.article.filter(|_| signatures.keep_last_article),
            );
        }
        Block::Kept(blocks) => {
            put_all(bench, blocks, bands);
            keep::together(&mut bands[start..]);
        }
        Block::PageBreak => {}
    }
    let noted = before.table && matches!(block, Block::Note(_));
    let announced = noted || before.announces && !matches!(block, Block::Heading { .. });
    if announced && let Some(band) = bands.get_mut(start) {
        band.cut = band.cut.max(Cut::Never);
    }
}

//! From a document to its pages.

use super::band::{Band, Ink, What};
use super::bench::Bench;
use super::blocks;
use super::draw::Drawing;
use super::flow::{self, Filled};
use super::furniture;
use super::header;
use super::place::Place;
use super::sheet::Sheet;
use crate::fonts::Fonts;
use crate::memo::{Memo, Shop};
use crate::numbers::{Renumbered, alike};
use crate::pages::{Image, MissingGlyph, Node, NodeId, Owner, Page, Pages, PictureFault, Report};
use crate::para::Piece;
use document::{Annexe, Document, Inline};

/// How often a document is laid out at most: a number of more figures may push a line, and change numbers again.
const TURNS: usize = 4;

/// Sets a document on pages. Never fails: what is wrong is in [`Pages::missing`] and [`Pages::report`].
///
/// It is laid out until the page numbers it prints are those of its pages: once, nearly always, since a number of as many
/// figures as what stood for it moves nothing. Should they never settle, the last layout is kept: each is wrong by a page
/// at most.
pub fn typeset(document: &Document, fonts: &Fonts, memo: &mut Memo) -> Pages {
    memo.begin();
    let mut shop = Shop::new(fonts, memo);
    let mut laid = Laid::of(&mut shop, document);
    for _ in 1..TURNS {
        if !shop.numbers.find(|anchor| laid.page_of(anchor)) || laid.renumber(&mut shop) {
            break;
        }
        // One layout is held at a time: each takes much memory.
        drop(laid);
        laid = Laid::of(&mut shop, document);
    }
    let pages = laid.drawn(&mut shop, document);
    memo.end();
    pages
}

/// A document laid out: what its pages hold, before they are drawn.
struct Laid {
    leaves: Vec<Leaf>,
    nodes: Vec<Node>,
    images: Vec<Image>,
    missing: Vec<MissingGlyph>,
    refused: Option<PictureFault>,
    cut_short: Vec<String>,
    /// Lines whose page numbers were found since.
    renumbered: Vec<Renumbered>,
}

impl Laid {
    fn of(shop: &mut Shop<'_>, document: &Document) -> Self {
        shop.numbers.take();
        let mut bench = Bench::new(shop, Sheet::new(false, document.stamp_zone).block);
        let leaves = leaves(&mut bench, document);
        Self {
            leaves,
            nodes: bench.nodes,
            images: bench.images,
            missing: bench.missing,
            refused: bench.refused,
            cut_short: bench.cut_short,
            renumbered: Vec::new(),
        }
    }

    /// Puts the page numbers that were found in their places, if that moves no line.
    fn renumber(&mut self, shop: &mut Shop<'_>) -> bool {
        let mut renumbered = Vec::new();
        for asking in shop.numbers.take() {
            let (style, how, measure) = asking.way;
            let setting = shop.set(&asking.inlines, style, how, measure);
            if !alike(&asking.setting, &setting) {
                return false;
            }
            renumbered.push((asking.setting, setting));
        }
        self.renumbered = renumbered;
        true
    }

    /// The number of the page on which the element of an anchor begins.
    fn page_of(&self, anchor: &str) -> Option<u32> {
        let is_it = |node: &Node| node.anchor.as_deref() == Some(anchor);
        let node = self.nodes.iter().position(is_it)?;
        let mut filled = self.leaves.iter().filter_map(|leaf| leaf.filled.as_ref());
        let rank = filled.position(|filled| has_words_of(filled, node))?;
        u32::try_from(rank + 1).ok()
    }

    fn drawn(self, shop: &mut Shop<'_>, document: &Document) -> Pages {
        let mut bench = Bench::new(shop, Sheet::new(false, document.stamp_zone).block);
        bench.nodes = self.nodes;
        bench.images = self.images;
        bench.missing = self.missing;
        bench.refused = self.refused;
        bench.cut_short = self.cut_short;
        let mut pages = Pages {
            title: document.title.clone(),
            duplex: document.duplex,
            ..Pages::default()
        };
        let laid = (self.leaves.as_slice(), self.renumbered.as_slice());
        draw(&mut bench, document, laid, &mut pages);
        pages.nodes = bench.nodes;
        pages.images = bench.images;
        pages.refused = bench.refused;
        pages.missing = bench.missing;
        pages.missing.sort();
        pages
    }
}

/// Whether a page holds words that are an element's own.
fn has_words_of(filled: &Filled, node: NodeId) -> bool {
    let own = Owner::Node(node);
    let has = |ink: &Ink, owner: Option<Owner>| {
        let What::Line(line) = &ink.what else {
            return false;
        };
        let pieces = line.setting.lines.get(line.line).map(|set| &set.pieces);
        let mut runs = pieces
            .into_iter()
            .flatten()
            .filter_map(|piece| match piece {
                Piece::Run(run) => Some(run),
                _ => None,
            });
        runs.any(|run| owner.unwrap_or_else(|| line.owner_of(run)) == own)
    };
    let mut placed = filled.placed.iter();
    placed.any(|placed| {
        let mut inks = placed.band.inks.iter();
        inks.any(|ink| has(ink, placed.band.artifact))
    }) || filled.closing.iter().any(|ink| has(ink, None))
}

/// A page before it is drawn.
struct Leaf {
    sheet: Sheet,
    /// What it holds; none for a blank verso.
    filled: Option<Filled>,
    header: Option<Vec<Inline>>,
}

/// The pages of the body, then those of each annexe.
fn leaves(bench: &mut Bench<'_, '_>, document: &Document) -> Vec<Leaf> {
    let sheet = Sheet::new(false, document.stamp_zone);
    bench.block = sheet.block;
    let alone = is_bodiless(document);
    let body = if alone {
        Vec::new()
    } else {
        flow::fill(blocks::body(bench, document, &sheet), sheet.room())
    };
    let mut leaves = Vec::new();
    for (rank, filled) in body.into_iter().enumerate() {
        let header = (rank > 0).then(|| document.header.clone());
        leaves.push(Leaf {
            sheet,
            filled: Some(filled),
            header,
        });
    }
    for annexe in &document.annexes {
        pad(&mut leaves, document.duplex);
        let mut above = if alone && leaves.is_empty() {
            blocks::title_above(bench, &document.title)
        } else {
            Vec::new()
        };
        let (sheet, bands) = annexe_bands(bench, document, annexe);
        above.extend(bands);
        let bands = above;
        for (rank, filled) in flow::fill(bands, sheet.room()).into_iter().enumerate() {
            let own = (rank > 0).then(|| header::of_annexe(document, annexe));
            let header = Some(own.unwrap_or_else(|| document.header.clone()));
            let header = header.filter(|_| !leaves.is_empty());
            leaves.push(Leaf {
                sheet,
                filled: Some(filled),
                header,
            });
        }
    }
    pad(&mut leaves, document.duplex && document.originals.len() > 1);
    leaves
}

/// Whether a document is its annexes alone: another text, on sheets of its own, stands for its body.
fn is_bodiless(document: &Document) -> bool {
    let opening = &document.opening;
    let untitled = opening.genre.is_empty() && opening.rest.is_empty();
    untitled && document.blocks.is_empty() && !document.annexes.is_empty()
}

/// The bands of an annexe and their sheet: turned when it asks for it, or when a table is too wide for its words.
fn annexe_bands(
    bench: &mut Bench<'_, '_>,
    document: &Document,
    annexe: &Annexe,
) -> (Sheet, Vec<Band>) {
    let upright = Sheet::new(false, document.stamp_zone);
    bench.block = upright.block;
    if !annexe.landscape
        && let Some(bands) = bench.unless_too_wide(|bench| blocks::annexe(bench, annexe))
    {
        return (upright, bands);
    }
    let turned = Sheet::new(true, document.stamp_zone);
    bench.block = turned.block;
    (turned, blocks::annexe(bench, annexe))
}

/// A blank verso, so that what follows starts on a recto.
fn pad(leaves: &mut Vec<Leaf>, duplex: bool) {
    if duplex && leaves.len() % 2 == 1 {
        let sheet = leaves
            .last()
            .map_or(Sheet::new(false, false), |leaf| leaf.sheet);
        leaves.push(Leaf {
            sheet,
            filled: None,
            header: None,
        });
    }
}

fn draw(
    bench: &mut Bench<'_, '_>,
    document: &Document,
    (leaves, renumbered): (&[Leaf], &[Renumbered]),
    pages: &mut Pages,
) {
    let counted = leaves.iter().filter(|leaf| leaf.filled.is_some()).count();
    let of = u32::try_from(counted).unwrap_or(u32::MAX);
    let originals = document.originals.len().max(1);
    pages.furniture = vec![vec![Vec::new(); leaves.len()]; originals];
    let mut number = 0;
    for (rank, leaf) in leaves.iter().enumerate() {
        let verso = document.duplex && rank % 2 == 1;
        let place = Place {
            sheet: &leaf.sheet,
            left: leaf.sheet.left(verso),
            verso,
            number: (number + 1, of),
            header: leaf.header.as_deref(),
            signed: leaf.filled.as_ref().is_some_and(is_signed),
        };
        let mut page = Page {
            width: leaf.sheet.width,
            height: leaf.sheet.height,
            ..Page::default()
        };
        if let Some(filled) = &leaf.filled {
            number += 1;
            page.number = Some(number);
            page.draws = furniture::shared(bench, document, &place);
            let mut drawing = body((filled, renumbered), &place, rank, &mut pages.report);
            page.draws.append(&mut drawing.draws);
            pages.signing.append(&mut drawing.signing);
            for (original, furniture) in pages.furniture.iter_mut().enumerate() {
                furniture[rank] = furniture::own(bench, document, &place, original);
            }
        }
        let short = bench.cut_short.drain(..);
        pages
            .report
            .overfull
            .extend(short.map(|words| (rank, words)));
        pages.pages.push(page);
    }
}

/// The text of a page.
fn body<'a>(
    (filled, renumbered): (&Filled, &'a [Renumbered]),
    place: &Place<'_>,
    page: usize,
    report: &'a mut Report,
) -> Drawing<'a> {
    let mut drawing = Drawing::new(place.left);
    (drawing.page, drawing.report) = (page, Some(report));
    drawing.renumbered = renumbered;
    let top = place.sheet.top;
    for placed in &filled.placed {
        for ink in &placed.band.inks {
            drawing.ink(ink, top + placed.y, placed.band.artifact);
        }
    }
    for ink in &filled.closing {
        drawing.ink(ink, top, None);
    }
    drawing
}

/// Whether one signs on a page.
fn is_signed(filled: &Filled) -> bool {
    filled.placed.iter().any(|placed| placed.band.is_signed())
}

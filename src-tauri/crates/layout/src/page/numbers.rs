//! Page numbers inside the text (« annexe 1 … (page 7) »): known only once the pages are set.

use crate::pages::{Draw, NodeId, Owner, Pages};
use document::{Document, Text};
use std::collections::BTreeMap;

/// The page of each anchor, as printed.
type Numbers = BTreeMap<String, u32>;

/// How often a document is set at most: a number of more figures may push a line, and change numbers again.
const TURNS: usize = 4;

/// What stands for a number not known yet: most have one figure, and all figures are of one width.
const UNKNOWN: u32 = 9;

/// Sets a document until the page numbers it prints are those of its pages. A document that prints none is set
/// once. Should the numbers never settle, the last pages are kept: each is wrong by a page at most.
pub fn settled(document: &Document, mut set: impl FnMut(&Document) -> Pages) -> Pages {
    let mut numbers = asked(document);
    if numbers.is_empty() {
        return set(document);
    }
    let mut pages = set(&numbered(document, &numbers));
    for _ in 1..TURNS {
        let found = found(&pages, &numbers);
        if found == numbers {
            break;
        }
        numbers = found;
        pages = set(&numbered(document, &numbers));
    }
    pages
}

/// The anchors whose page is printed.
fn asked(document: &Document) -> Numbers {
    let mut numbers = Numbers::new();
    // The one way through all texts may change them: a copy is walked.
    document.clone().each_text_mut(|text| {
        if let Some(anchor) = &text.page_of {
            numbers.insert(anchor.clone(), UNKNOWN);
        }
    });
    numbers
}

/// The document with its page numbers written.
fn numbered(document: &Document, numbers: &Numbers) -> Document {
    let mut document = document.clone();
    document.each_text_mut(|text: &mut Text| {
        let number = text.page_of.as_ref().and_then(|anchor| numbers.get(anchor));
        if let Some(number) = number {
            text.words = number.to_string();
        }
    });
    document
}

/// The pages on which the anchors stand; an anchor that stands nowhere keeps its number.
fn found(pages: &Pages, asked: &Numbers) -> Numbers {
    let mut numbers = asked.clone();
    for (anchor, number) in &mut numbers {
        let node = pages.nodes.iter().position(|node| {
            let own = node.anchor.as_deref();
            own == Some(anchor.as_str())
        });
        if let Some(page) = node.and_then(|node| page_of(pages, node)) {
            *number = page;
        }
    }
    numbers
}

/// The number of the page on which an element begins.
fn page_of(pages: &Pages, node: NodeId) -> Option<u32> {
    let of_node = |draw: &Draw| matches!(draw, Draw::Glyphs(run) if run.owner == Owner::Node(node));
    let page = pages
        .pages
        .iter()
        .find(|page| page.draws.iter().any(of_node))?;
    page.number
}

//! Page numbers inside the text (« annexe 1 … (page 7) »): known only once the pages are set.

use document::{Document, Text};
use std::collections::BTreeMap;

/// The page of each anchor, as printed.
type Numbers = BTreeMap<String, u32>;

/// How often a document is set at most: a number of more figures may push a line, and change numbers again.
const TURNS: usize = 4;

/// What stands for a number not known yet: most have one figure, and all figures are of one width.
const UNKNOWN: u32 = 9;

/// A document whose page numbers are being found: it is laid out until those it prints are those of its pages. A
/// document that prints none is laid out once. Should the numbers never settle, the last layout is kept: each is wrong
/// by a page at most.
pub struct Settling {
    /// The document, with the numbers known so far.
    pub document: Document,
    numbers: Numbers,
    turns: usize,
}

impl Settling {
    /// Before the first turn.
    pub fn of(document: &Document) -> Self {
        // The one way through all texts may change them: a copy is walked.
        let mut document = document.clone();
        let numbers = asked(&mut document);
        Self {
            document,
            numbers,
            turns: 1,
        }
    }

    /// Whether one more turn is needed, now that the pages of anchors are known.
    pub fn goes_on(&mut self, page_of: impl Fn(&str) -> Option<u32>) -> bool {
        let found = found(&self.numbers, page_of);
        if self.turns == TURNS || found == self.numbers {
            return false;
        }
        self.turns += 1;
        self.numbers = found;
        number(&mut self.document, &self.numbers);
        true
    }
}

/// The anchors whose page is printed, each as not known yet.
fn asked(document: &mut Document) -> Numbers {
    let mut numbers = Numbers::new();
    document.each_text_mut(|text| {
        if let Some(anchor) = &text.page_of {
            numbers.insert(anchor.clone(), UNKNOWN);
            text.words = UNKNOWN.to_string();
        }
    });
    numbers
}

/// Writes page numbers in a document.
fn number(document: &mut Document, numbers: &Numbers) {
    document.each_text_mut(|text: &mut Text| {
        let number = text.page_of.as_ref().and_then(|anchor| numbers.get(anchor));
        if let Some(number) = number {
            text.words = number.to_string();
        }
    });
}

/// The pages on which the anchors stand; an anchor that stands nowhere keeps its number.
fn found(asked: &Numbers, page_of: impl Fn(&str) -> Option<u32>) -> Numbers {
    let mut numbers = asked.clone();
    for (anchor, number) in &mut numbers {
        if let Some(page) = page_of(anchor) {
            *number = page;
        }
    }
    numbers
}

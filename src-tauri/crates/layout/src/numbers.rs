//! Page numbers inside the text (« annexe 1 … (page 7) »): known only once the pages are set. Knows no page: whoever
//! sets them says where the anchors are.

use crate::pages::Length;
use crate::para::{How, Setting, Style};
use document::Inline;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What stands for a number not known yet: most have one figure, and all figures are of one width.
const UNKNOWN: u32 = 9;

/// The page of each anchor that is asked for, as printed, and the texts that ask.
#[derive(Default)]
pub struct Numbers {
    pages: BTreeMap<String, u32>,
    asking: Vec<Asking>,
}

/// A text that prints page numbers, and its lines with those that were known then.
pub struct Asking {
    /// The text.
    pub inlines: Vec<Inline>,
    /// How it looks, how its lines are cut, how wide they are.
    pub way: (Style, How, Length),
    /// Its lines.
    pub setting: Arc<Setting>,
}

/// Lines, and the same with other page numbers.
pub type Renumbered = (Arc<Setting>, Arc<Setting>);

impl Numbers {
    /// A text with its page numbers; none for one that prints none.
    pub fn within(&mut self, inlines: &[Inline]) -> Option<Vec<Inline>> {
        let mut numbered = inlines.iter().any(asks).then(|| inlines.to_vec())?;
        for inline in &mut numbered {
            if let Inline::Text(text) = inline
                && let Some(anchor) = &text.page_of
            {
                let number = self.pages.entry(anchor.clone()).or_insert(UNKNOWN);
                text.words = number.to_string();
            }
        }
        Some(numbered)
    }

    /// Notes a text that asks for numbers.
    pub fn note(&mut self, asking: Asking) {
        self.asking.push(asking);
    }

    /// The texts that asked since the last call.
    pub fn take(&mut self) -> Vec<Asking> {
        std::mem::take(&mut self.asking)
    }

    /// Finds each number anew; says whether one changed. An anchor that stands nowhere keeps its own.
    pub fn find(&mut self, page_of: impl Fn(&str) -> Option<u32>) -> bool {
        let mut changed = false;
        for (anchor, number) in &mut self.pages {
            let found = page_of(anchor).unwrap_or(*number);
            changed |= found != *number;
            *number = found;
        }
        changed
    }
}

fn asks(inline: &Inline) -> bool {
    matches!(inline, Inline::Text(text) if text.page_of.is_some())
}

/// Whether lines take the same places: another number of as many figures then moves nothing on any page.
pub fn alike(one: &Setting, other: &Setting) -> bool {
    let place = |line: &crate::para::Line| (line.width, line.spacing, line.hyphen, line.overfull);
    let (one, other) = (one.lines.iter().map(place), other.lines.iter().map(place));
    one.eq(other)
}

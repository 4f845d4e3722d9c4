//! The running header: who speaks of what, on the pages after the first.

use super::bench::plain;
use super::sheet::Sheet;
use super::styles::AXIS;
use crate::lengths::mm;
use crate::pages::Length;
use document::{Annexe, Document, Inline, Mark};

/// What parts the items of a header.
pub const DOT: &str = " · ";

/// Where the header stands: its left edge from that of the block, and the width it may take.
pub fn place(document: &Document, sheet: &Sheet) -> (Length, Length) {
    let draft = matches!(document.mark, Some(Mark::Draft { .. }));
    match (document.stamp_zone, draft) {
        (true, false) => (0, mm(90)),
        (true, true) => (0, mm(64)),
        (false, true) => (AXIS, sheet.measure() - mm(24) - mm(3)),
        (false, false) => (AXIS, sheet.measure()),
    }
}

/// « Annexe 1 · Liste des écoles · Fontenay-aux-Roses »: on the pages after the first of an annexe.
pub fn of_annexe(document: &Document, annexe: &Annexe) -> Vec<Inline> {
    let whole = plain(&document.header);
    let mut words = format!("{}{DOT}{}", annexe.label, plain(&annexe.title));
    if let Some((_, commune)) = whole.split_once('·') {
        let commune = commune.split('·').next().unwrap_or_default();
        words = format!("{words}{DOT}{}", commune.trim());
    }
    vec![Inline::words(words)]
}

/// The same header without its last item; none when one item is left.
pub fn shorter(header: &[Inline]) -> Option<Vec<Inline>> {
    let whole = plain(header);
    let (kept, _) = whole.rsplit_once('·')?;
    Some(vec![Inline::words(kept.trim())])
}

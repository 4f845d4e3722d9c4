//! What is not parted: titles and their text, an announcement and what it announces, the end of an act.

use crate::page::band::{Band, Cut};
use document::{Block, Inline};

/// Two lines of the text stay with a title; of a block of one line, that line.
pub fn titles(bands: &mut [Band]) {
    for at in 0..bands.len() {
        if !bands[at].title {
            continue;
        }
        hold(bands, at + 1);
        if bands.get(at + 2).is_some_and(|band| !band.first) {
            hold(bands, at + 2);
        }
    }
}

fn hold(bands: &mut [Band], at: usize) {
    if let Some(band) = bands.get_mut(at).filter(|band| band.cut != Cut::Page) {
        band.cut = band.cut.max(Cut::Never);
    }
}

/// Bands that stay together while they fit on a page.
pub fn together(bands: &mut [Band]) {
    for band in bands
        .iter_mut()
        .skip(1)
        .filter(|band| band.cut != Cut::Page)
    {
        band.cut = band.cut.max(Cut::Kept);
    }
}

/// The end of an act, from `start`: never parted, never without two lines of text before it; with the whole
/// of the last article when there is room on one page.
pub fn with_end_of_text(bands: &mut [Band], start: usize, article: Option<usize>) {
    if start == 0 || start >= bands.len() {
        return;
    }
    hold(bands, start);
    let alone = bands[start - 1].first;
    if !alone {
        hold(bands, start - 1);
    }
    if let Some(article) = article {
        together(&mut bands[article..=start]);
    }
}

/// Whether a block announces the next: its sentence ends on « : ».
pub fn announces(block: &Block) -> bool {
    let text = match block {
        Block::Paragraph(text)
        | Block::Numbered { text, .. }
        | Block::Repere { text, .. }
        | Block::Article { text, .. } => text,
        _ => return false,
    };
    let last = text.iter().rev().find_map(|inline| match inline {
        Inline::Text(text) => text.words.trim_end().chars().next_back(),
        _ => None,
    });
    last == Some(':')
}

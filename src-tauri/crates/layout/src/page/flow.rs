//! Shares bands out between pages. Knows heights and where a page may end, nothing of what is inked.

use super::band::{Band, Cut, Ink};
use super::styles::{GRID, LINE};
use crate::lengths::{pt, round_up};
use crate::pages::Length;
use std::sync::Arc;

/// A rounding never pushes a line to the next page.
const TOLERANCE: Length = pt(4);
/// The least that the last page of a text holds, if the page before can give it: seven lines.
const LEAST: Length = LINE * 7;
/// A page may end this much earlier rather than on a hyphen.
const RATHER: Length = pt(840);

/// A band in its place.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The top of the band, from the top of the text area.
    pub y: Length,
    /// The band.
    pub band: Arc<Band>,
}

/// What stands on a page, and what is inked because the page ends there.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    /// The bands.
    pub placed: Vec<Placed>,
    /// Inks of the end of the page, from the top of the text area.
    pub closing: Vec<Ink>,
}

/// Fills pages of a height with bands.
pub fn fill(bands: Vec<Band>, height: Length) -> Vec<Filled> {
    let bands: Vec<Arc<Band>> = bands
        .into_iter()
        .flat_map(|band| parted(band, height))
        .map(Arc::new)
        .collect();
    let mut starts = Vec::new();
    let mut start = 0;
    while start < bands.len() {
        starts.push(start);
        start = page_end(&bands, start, height);
    }
    even_out(&bands, &mut starts, height);
    let ends = starts.iter().skip(1).copied().chain([bands.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| page(&bands, *start, end))
        .collect()
}

/// A text never ends on a page of a few lines when the page before can give it a block or two: the next page is
/// then worth turning to.
fn even_out(bands: &[Arc<Band>], starts: &mut [usize], height: Length) {
    let [.., before, last] = starts else { return };
    if bands[*last].cut == Cut::Page || taken(&bands[*last..]) >= LEAST {
        return;
    }
    let begins = |at: &usize| {
        let band = &bands[*at];
        band.first && band.cut == Cut::Free && band.repeats.is_none()
    };
    let earlier = (*before + 1..*last).rev().filter(begins);
    let mut earlier = earlier.take_while(|at| taken(&bands[*before..*at]) >= height * 3 / 4);
    if let Some(at) = earlier.find(|at| (LEAST..=height).contains(&taken(&bands[*at..]))) {
        *last = at;
    }
}

/// How high bands are together, at the top of a page.
fn taken(bands: &[Arc<Band>]) -> Length {
    let Some(first) = bands.first() else { return 0 };
    let mut pen = Pen::at_top(first);
    for band in bands {
        pen.put(band);
    }
    pen.y
}

/// A band taller than a page, in parts that are not: nobody writes such a row, but a file may hold one.
fn parted(band: Band, height: Length) -> Vec<Band> {
    if band.height <= height {
        return vec![band];
    }
    let step = height - 2 * LINE;
    let count = (band.height + step - 1) / step;
    let mut parts: Vec<Band> = (0..count).map(|_| band.clone_frame(height)).collect();
    for ink in band.inks {
        let part = (ink.y.max(0) / step).min(count - 1);
        let drop = if part > 0 { LINE - part * step } else { 0 };
        if let Some(band) = usize::try_from(part)
            .ok()
            .and_then(|part| parts.get_mut(part))
        {
            band.inks.push(ink.lowered(drop));
        }
    }
    parts
}

/// Where the page that starts at a band ends: the first band of the next page.
fn page_end(bands: &[Arc<Band>], start: usize, height: Length) -> usize {
    let mut pen = Pen::at_top(&bands[start]);
    let mut tops = Vec::new();
    let mut end = start;
    while let Some(band) = bands.get(end) {
        if end > start && band.cut == Cut::Page {
            return end;
        }
        let top = pen.put(band);
        if top + band.height > height + TOLERANCE && end > start {
            return best_cut(bands, start, end, &tops);
        }
        tops.push(top);
        end += 1;
    }
    end
}

/// The best place to end a page whose bands up to `full` fit: the latest of the best kind.
fn best_cut(bands: &[Arc<Band>], start: usize, full: usize, tops: &[Length]) -> usize {
    let latest = |most: Cut| (start + 1..=full).rev().find(|at| bands[*at].cut <= most);
    let bottom = tops.last().copied().unwrap_or(0);
    let free = latest(Cut::Free);
    let poor = latest(Cut::Poor);
    let near = |at: &usize| {
        tops.get(at - start)
            .is_none_or(|top| bottom - top <= RATHER)
    };
    free.filter(near)
        .or(poor)
        .or(free)
        .or_else(|| latest(Cut::Kept))
        .unwrap_or(full)
}

/// Places the bands of a page.
fn page(bands: &[Arc<Band>], start: usize, end: usize) -> Filled {
    let mut pen = Pen::at_top(&bands[start]);
    let mut placed = Vec::with_capacity(end - start + 1);
    if let Some(header) = bands[start].repeats.clone() {
        placed.push(Placed { y: 0, band: header });
    }
    for band in &bands[start..end] {
        placed.push(Placed {
            y: pen.put(band),
            band: Arc::clone(band),
        });
    }
    let ends_early = bands.get(end).is_some_and(|next| next.repeats.is_some());
    let closing = bands[end - 1].closes.clone().filter(|_| ends_early);
    let closing = closing.map(|ink| ink.lowered(pen.y)).into_iter().collect();
    Filled { placed, closing }
}

/// Goes down a page.
struct Pen {
    y: Length,
    after: Length,
    snaps: bool,
    top: bool,
}

impl Pen {
    /// At the top of a page, below the header that its first band repeats.
    fn at_top(first: &Band) -> Self {
        let y = first.repeats.as_ref().map_or(0, |header| header.height);
        Self {
            y,
            after: 0,
            snaps: false,
            top: true,
        }
    }

    /// Puts a band; says where its top is.
    fn put(&mut self, band: &Band) -> Length {
        if self.snaps {
            self.y = round_up(self.y, GRID);
        }
        let gap = if self.top {
            0
        } else {
            self.after.max(band.before)
        };
        let top = self.y + gap;
        self.y = top + band.height;
        self.after = band.after;
        self.snaps = band.snaps;
        self.top = false;
        top
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many bands stand on each page of 48 lines, for blocks of so many lines; `cut` before the last block.
    fn pages(blocks: &[usize], cut: Cut) -> Vec<usize> {
        let mut bands: Vec<Band> = Vec::new();
        for (rank, lines) in blocks.iter().enumerate() {
            for line in 0..*lines {
                let mut band = Band::of(LINE);
                band.first = line == 0;
                if band.first && rank + 1 == blocks.len() {
                    band.cut = cut;
                } else if line > 0 {
                    band.cut = Cut::Never;
                }
                bands.push(band);
            }
        }
        let filled = fill(bands, LINE * 48);
        filled.iter().map(|page| page.placed.len()).collect()
    }

    #[test]
    fn a_text_does_not_end_on_a_page_of_a_few_lines() {
        assert_eq!(pages(&[4; 13], Cut::Free), [44, 8]);
        assert_eq!(pages(&[4; 14], Cut::Free), [48, 8]);
        // A page that was asked for stays as it is; a block as large as the page gives nothing.
        assert_eq!(pages(&[4; 13], Cut::Page), [48, 4]);
        assert_eq!(pages(&[48, 4], Cut::Free), [48, 4]);
    }
}

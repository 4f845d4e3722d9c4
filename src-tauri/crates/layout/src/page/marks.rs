//! Marks on every page: « PROJET », « À NE PAS SIGNER » (`page.md` §8). All artifacts.

use super::band::SetText;
use super::bench::Bench;
use super::draw::Drawing;
use super::place::{Place, bold};
use super::styles::SMALL;
use crate::lengths::{mm, pt};
use crate::pages::{Artifact, Draw, GlyphRun, Length, Owner, Shape, ShapeKind};
use crate::para::{Family, Piece, Style};
use document::{Document, Inline};
use std::sync::Arc;

/// Top and height of the tag and of the band.
const TAG: (Length, Length) = (pt(2835) / 10, pt(190));
/// Width of the tag.
const TAG_WIDTH: Length = mm(24);
/// Width of the free zone of the stamp, and what a mark leaves before it.
const ZONE: (Length, Length) = (mm(70), mm(3));
/// Where the words turned along the margin begin, and how far they stay from the edge of the paper.
const MARGIN: (Length, Length) = (pt(1020), mm(9));
/// Words of the tag, and how far apart its letters stand.
const TAG_WORDS: (Style, Length) = (
    Style {
        family: Family::Sans,
        bold: true,
        size: pt(100),
        black: 0,
    },
    pt(10),
);
/// Words of the band.
const BAND_WORDS: Style = Style {
    family: Family::Sans,
    bold: false,
    size: pt(90),
    black: 0,
};
/// Inside the band, before its words; between its two parts.
const BAND_INSET: Length = pt(80);
const BAND_GAP: Length = pt(100);

/// The black tag « PROJET » and the words along the outer margin.
pub fn draft(
    bench: &mut Bench<'_, '_>,
    document: &Document,
    place: &Place<'_>,
    margin: &str,
    drawing: &mut Drawing<'_>,
) {
    let zone = if document.stamp_zone {
        ZONE.0 + ZONE.1
    } else {
        0
    };
    let x = place.left + place.sheet.block - zone - TAG_WIDTH;
    drawing.draws.push(black((x, TAG.0), (TAG_WIDTH, TAG.1)));
    let (style, spacing) = TAG_WORDS;
    let words = bench.artifact(Artifact::Mark, &[Inline::words("PROJET")], style, TAG_WIDTH);
    let mut runs = runs(&words, spacing);
    let width: Length = runs.iter().map(width).sum();
    for run in &mut runs {
        run.x += x + (TAG_WIDTH - width + spacing) / 2;
        run.y = TAG.0 + pt(131);
    }
    drawing.draws.extend(runs.into_iter().map(Draw::Glyphs));
    along_margin(bench, place, margin, drawing);
}

fn along_margin(
    bench: &mut Bench<'_, '_>,
    place: &Place<'_>,
    words: &str,
    drawing: &mut Drawing<'_>,
) {
    let style = Style {
        bold: true,
        ..SMALL
    };
    let text = bench.artifact(
        Artifact::Mark,
        &[Inline::words(words)],
        style,
        place.sheet.bottom - MARGIN.0,
    );
    let (start, edge) = MARGIN;
    let x = if place.verso {
        edge + pt(60)
    } else {
        place.sheet.width - edge
    };
    let mut y = start + text.width(0);
    for mut run in runs(&text, 0) {
        (run.x, run.y, run.turned) = (x, y, true);
        y -= width(&run);
        drawing.draws.push(Draw::Glyphs(run));
    }
}

/// The black band « À NE PAS SIGNER » and its sentence.
pub fn band(
    bench: &mut Bench<'_, '_>,
    document: &Document,
    place: &Place<'_>,
    sentence: &str,
    drawing: &mut Drawing<'_>,
) {
    let zone = if document.stamp_zone {
        ZONE.0 + ZONE.1
    } else {
        0
    };
    let width = place.sheet.block - zone;
    drawing
        .draws
        .push(black((place.left, TAG.0), (width, TAG.1)));
    let room = width - 2 * BAND_INSET;
    let words = [bold("À NE PAS SIGNER")];
    let title = bench.artifact(Artifact::Mark, &words, BAND_WORDS, room);
    let beside = BAND_INSET + title.width(0) + BAND_GAP;
    let words = [Inline::words(sentence)];
    let room = width - beside - BAND_INSET;
    let text = bench.artifact(Artifact::Mark, &words, BAND_WORDS, room);
    for (text, x) in [(title, BAND_INSET), (text, beside)] {
        if text.len() > 0 {
            drawing.ink(&text.ink(0, x, 0), TAG.0 + pt(128), None);
        }
        let left_out = text.setting.lines.iter().skip(1).map(|line| line.words());
        bench.cut_short.extend(left_out);
    }
}

fn black(at: (Length, Length), size: (Length, Length)) -> Draw {
    let kind = ShapeKind::Frame {
        at,
        size,
        thickness: 0,
    };
    let owner = Owner::Artifact(Artifact::Mark);
    Draw::Shape(Shape {
        owner,
        kind,
        black: 100,
        fields: Vec::new(),
    })
}

/// The glyphs of a text's first line, spaced out.
fn runs(text: &SetText, spacing: Length) -> Vec<GlyphRun> {
    let Some(line) = text.setting.lines.first() else {
        return Vec::new();
    };
    let run = |piece: &Piece| {
        let Piece::Run(run) = piece else { return None };
        let mut glyphs = Arc::clone(&run.glyphs);
        if spacing != 0 {
            let glyphs = Arc::make_mut(&mut glyphs);
            glyphs.iter_mut().for_each(|glyph| glyph.advance += spacing);
        }
        let (owner, face, size, black) = (text.owner, run.face, run.size, text.black);
        Some(GlyphRun {
            owner,
            face,
            size,
            x: run.x,
            y: 0,
            black,
            turned: false,
            glyphs,
            fields: Vec::new(),
        })
    };
    line.pieces.iter().filter_map(run).collect()
}

fn width(run: &GlyphRun) -> Length {
    run.glyphs.iter().map(|glyph| glyph.advance).sum()
}

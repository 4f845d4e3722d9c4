//! What surrounds the text: header, footer, marks, what each original says of itself. All artifacts.

use super::band::{Ink, SetText};
use super::bench::Bench;
use super::draw::Drawing;
use super::header;
use super::sheet::Sheet;
use super::styles::{AXIS, FINE, QUIET, SMALL, quiet};
use crate::lengths::{mm, pt};
use crate::pages::{Artifact, Draw, GlyphRun, Length, Owner, Shape, ShapeKind};
use crate::para::{Family, Piece, Style};
use document::{Document, Inline, Mark, OriginalLabel, Text};

/// Baseline of the header.
const HEADER: Length = pt(420);
const HEADER_LINE: Length = pt(100);
/// Baselines of the footer, below its rule.
const FOOTER: [Length; 2] = [pt(135), pt(245)];
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
/// Inside the band, before its words.
const BAND_INSET: Length = pt(80);

/// A page to furnish.
pub struct Place<'a> {
    /// Its sheet.
    pub sheet: &'a Sheet,
    /// Left edge of its block.
    pub left: Length,
    /// Whether its outer margin is at left.
    pub verso: bool,
    /// Its number, and how many are counted.
    pub number: (u32, u32),
    /// Its running header; none on the first page.
    pub header: Option<&'a [Inline]>,
}

/// Draws what all originals share: header, footer, page number, marks.
pub fn shared(bench: &mut Bench<'_, '_>, document: &Document, place: &Place<'_>) -> Vec<Draw> {
    let mut drawing = drawing(place);
    if let Some(words) = place.header {
        running_header(bench, document, place, words, &mut drawing);
    }
    footer(bench, document, place, &mut drawing);
    match &document.mark {
        Some(Mark::Draft { margin }) => draft(bench, document, place, margin, &mut drawing),
        Some(Mark::DoNotSign { sentence }) => band(bench, document, place, sentence, &mut drawing),
        None => {}
    }
    drawing.draws
}

/// Draws what an original says of itself; without one, what the document says there.
pub fn own(
    bench: &mut Bench<'_, '_>,
    document: &Document,
    place: &Place<'_>,
    original: Option<&OriginalLabel>,
) -> Vec<Draw> {
    let words = second_line(document, original);
    let mut drawing = drawing(place);
    let room = place.sheet.measure();
    let text = bench.artifact(Artifact::Footer, &words, SMALL, room);
    put(
        bench,
        &mut drawing,
        &text,
        AXIS,
        place.sheet.foot + FOOTER[1],
    );
    drawing.draws
}

fn drawing(place: &Place<'_>) -> Drawing<'static> {
    Drawing {
        left: place.left,
        draws: Vec::new(),
        page: 0,
        report: None,
    }
}

/// Draws the one line there is room for, and notes what did not fit.
fn put(bench: &mut Bench<'_, '_>, drawing: &mut Drawing<'_>, text: &SetText, x: Length, y: Length) {
    if text.len() > 0 {
        drawing.ink(&text.ink(0, x, 0), y, None);
    }
    let left_out = text.setting.lines.iter().skip(1).map(|line| line.words());
    bench.cut_short.extend(left_out);
}

fn running_header(
    bench: &mut Bench<'_, '_>,
    document: &Document,
    place: &Place<'_>,
    words: &[Inline],
    drawing: &mut Drawing<'_>,
) {
    let under_band = matches!(document.mark, Some(Mark::DoNotSign { .. }));
    if under_band {
        return;
    }
    let (x, room) = header::place(document, place.sheet);
    let mut words = words.to_vec();
    let mut text = bench.artifact(Artifact::Header, &words, quiet(SMALL), room);
    while text.len() > 1 {
        let Some(shorter) = header::shorter(&words) else {
            break;
        };
        words = shorter;
        text = bench.artifact(Artifact::Header, &words, quiet(SMALL), room);
    }
    // A header of two lines grows downward: it stays clear of the text.
    for line in 0..text.len().min(2) {
        let down = HEADER_LINE * Length::try_from(line).unwrap_or(0);
        drawing.ink(&text.ink(line, x, down), HEADER, None);
    }
    let left_out = text.setting.lines.iter().skip(2).map(|line| line.words());
    bench.cut_short.extend(left_out);
}

fn footer(
    bench: &mut Bench<'_, '_>,
    document: &Document,
    place: &Place<'_>,
    drawing: &mut Drawing<'_>,
) {
    let sheet = place.sheet;
    drawing.ink(&Ink::rule(AXIS, 0, sheet.measure(), FINE), sheet.foot, None);
    let (number, of) = place.number;
    let number = [Inline::words(format!("Page {number} sur {of}"))];
    let number = bench.artifact(Artifact::Footer, &number, SMALL, sheet.measure());
    let room = sheet.measure() - number.width(0) - pt(100);
    let left = bench.artifact(Artifact::Footer, &document.footer, SMALL, room);
    put(bench, drawing, &left, AXIS, sheet.foot + FOOTER[0]);
    put(
        bench,
        drawing,
        &number,
        sheet.block - number.width(0),
        sheet.foot + FOOTER[0],
    );
}

/// « **Exemplaire 1/2** — destiné à la commune », « **Projet** — ne pas signer », or the document's own words.
fn second_line(document: &Document, original: Option<&OriginalLabel>) -> Vec<Inline> {
    match (&document.mark, original) {
        (Some(Mark::Draft { .. }), _) => vec![bold("Projet"), Inline::words(" — ne pas signer")],
        (Some(Mark::DoNotSign { .. }), _) => vec![bold("À ne pas signer")],
        (None, Some(OriginalLabel { number, addressee })) => {
            vec![bold(number), Inline::words(format!(" — {addressee}"))]
        }
        (None, None) => document.footer_second.clone(),
    }
}

fn bold(words: &str) -> Inline {
    Inline::Text(Text {
        words: words.to_owned(),
        bold: true,
        ..Text::default()
    })
}

/// The black tag « PROJET » and the words along the outer margin.
fn draft(
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
fn band(
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
    let words = [
        bold("À NE PAS SIGNER"),
        Inline::words(format!(" — {sentence}")),
    ];
    let text = bench.artifact(Artifact::Mark, &words, BAND_WORDS, width - 2 * BAND_INSET);
    put(bench, drawing, &text, BAND_INSET, TAG.0 + pt(128));
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
        let mut glyphs = run.glyphs.clone();
        for glyph in &mut glyphs {
            glyph.advance += spacing;
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

const _: () = assert!(QUIET >= 60, "no text under 60 % of black");

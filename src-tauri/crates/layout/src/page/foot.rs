//! The foot of a page: what the document says there, what its original says, the page number, the boxes for
//! initials (`page.md` §7). Words too long for their place take a third line, then are cut with « … ».

use super::band::{Ink, SetText};
use super::bench::Bench;
use super::draw::Drawing;
use super::fitted::fitted;
use super::place::{Place, bold};
use super::styles::{AXIS, FINE, QUIET, SMALL, quiet};
use crate::lengths::{mm, pt};
use crate::pages::{Artifact, Draw, Length, Owner, Shape, ShapeKind};
use document::{Document, Inline, Mark, OriginalLabel};

/// Baselines below the rule, for two lines and for three: nothing stands lower than 34 below it.
const TWO: [Length; 2] = [pt(135), pt(245)];
const THREE: [Length; 3] = [pt(115), pt(210), pt(305)];
/// Between the words at left and the page number.
const NUMBER_GAP: Length = pt(100);
/// Width of the words at left when there are boxes for initials.
const BESIDE_INITIALS: Length = mm(56);
/// Boxes for initials: width of one or two, of three; height; gap; top below the rule; how far the last ends
/// from the right edge of the block.
const BOX: (Length, Length, Length) = (mm(15), mm(13), mm(9));
const BOX_GAP: Length = mm(2);
const BOX_TOP: Length = pt(50);
const BOX_RIGHT: Length = mm(27);
/// From « Paraphes » to the first box.
const TITLE_GAP: Length = pt(50);
/// More boxes than this make no room for words.
const MOST_BOXES: u8 = 3;

/// What stands at left: the document's words, and those of each original.
struct Foot {
    first: SetText,
    second: Vec<SetText>,
}

/// The rule, the document's words and the page number: what all originals share.
pub fn shared(
    bench: &mut Bench<'_, '_>,
    document: &Document,
    place: &Place<'_>,
    drawing: &mut Drawing<'_>,
) {
    let sheet = place.sheet;
    drawing.ink(&Ink::rule(AXIS, 0, sheet.measure(), FINE), sheet.foot, None);
    let foot = foot(bench, document, place);
    let lines = baselines(&foot);
    put(drawing, &foot.first, lines, sheet.foot);
    let number = number(bench, place);
    let x = sheet.block - number.width(0);
    if number.len() > 0 {
        drawing.ink(&number.ink(0, x, lines[0]), sheet.foot, None);
    }
}

/// What an original says of itself, by its rank; the boxes for initials.
pub fn own(
    bench: &mut Bench<'_, '_>,
    document: &Document,
    place: &Place<'_>,
    original: usize,
    drawing: &mut Drawing<'_>,
) {
    let foot = foot(bench, document, place);
    let lines = baselines(&foot);
    if let Some(second) = foot.second.get(original) {
        put(
            drawing,
            second,
            &lines[foot.first.len().min(1)..],
            place.sheet.foot,
        );
    }
    initials(bench, document, place, drawing);
}

fn put(drawing: &mut Drawing<'_>, text: &SetText, lines: &[Length], foot: Length) {
    for (line, y) in (0..text.len()).zip(lines) {
        drawing.ink(&text.ink(line, AXIS, *y), foot, None);
    }
}

fn number(bench: &mut Bench<'_, '_>, place: &Place<'_>) -> SetText {
    let (number, of) = place.number;
    let words = [Inline::words(format!("Page {number} sur {of}"))];
    bench.artifact(Artifact::Footer, &words, SMALL, place.sheet.measure())
}

/// Two lines at most for each, three together: the original's come first, since they say whose it is.
fn foot(bench: &mut Bench<'_, '_>, document: &Document, place: &Place<'_>) -> Foot {
    let room = if boxes(document, place) > 0 {
        BESIDE_INITIALS
    } else {
        place.sheet.measure() - number(bench, place).width(0) - NUMBER_GAP
    };
    let labels = document.originals.iter().map(Some);
    let labels: Vec<_> = match document.originals.len() {
        0 => vec![None],
        _ => labels.collect(),
    };
    let mut second = Vec::with_capacity(labels.len());
    for label in labels {
        second.push(fitted(
            bench,
            &second_line(document, label),
            (SMALL, Artifact::Footer),
            room,
            (2, 2),
        ));
    }
    let most = second.iter().map(SetText::len).max().unwrap_or(0);
    let lines = if most > 1 { 1 } else { 2 };
    let first = fitted(
        bench,
        &document.footer,
        (SMALL, Artifact::Footer),
        room,
        (lines, lines),
    );
    Foot { first, second }
}

/// The baselines, below the rule: nearer to each other when there are three.
fn baselines(foot: &Foot) -> &'static [Length] {
    let second = foot.second.iter().map(SetText::len).max().unwrap_or(0);
    if foot.first.len().max(1) + second > TWO.len() {
        &THREE
    } else {
        &TWO
    }
}

/// « **Exemplaire 1/2** — destiné à la commune », « **Projet** — ne pas signer », or the document's own words.
fn second_line(document: &Document, original: Option<&OriginalLabel>) -> Vec<Inline> {
    match (&document.mark, original) {
        (Some(Mark::Draft { .. }), _) => vec![bold("Projet"), Inline::words(" — ne pas signer")],
        (Some(Mark::DoNotSign { .. }), _) if document.footer_second.is_empty() => {
            vec![bold("À ne pas signer")]
        }
        (Some(Mark::DoNotSign { .. }), _) => {
            let mut words = vec![bold("À ne pas signer"), Inline::words(" — ")];
            words.extend_from_slice(&document.footer_second);
            words
        }
        (None, Some(OriginalLabel { number, addressee })) => {
            vec![bold(number), Inline::words(format!(" — {addressee}"))]
        }
        (None, None) => document.footer_second.clone(),
    }
}

/// How many boxes for initials a page has: none where one signs, none on a draft or a copy.
fn boxes(document: &Document, place: &Place<'_>) -> u8 {
    let none = place.signed || document.mark.is_some() || document.originals.is_empty();
    if none {
        0
    } else {
        document.initials.min(MOST_BOXES)
    }
}

fn initials(
    bench: &mut Bench<'_, '_>,
    document: &Document,
    place: &Place<'_>,
    drawing: &mut Drawing<'_>,
) {
    let count = boxes(document, place);
    if count == 0 {
        return;
    }
    let (wide, narrow, height) = BOX;
    let width = if count == MOST_BOXES { narrow } else { wide };
    let mut x = place.sheet.block - BOX_RIGHT - width;
    for _ in 0..count {
        drawing.draws.push(frame(
            (place.left + x, place.sheet.foot + BOX_TOP),
            (width, height),
        ));
        x -= width + BOX_GAP;
    }
    let words = [Inline::words("Paraphes")];
    let text = bench.artifact(
        Artifact::Footer,
        &words,
        quiet(SMALL),
        place.sheet.measure(),
    );
    // `x` is where one box more would stand.
    let first = x + width + BOX_GAP;
    let x = first - TITLE_GAP - text.width(0);
    drawing.ink(&text.ink(0, x, TWO[0]), place.sheet.foot, None);
}

fn frame(at: (Length, Length), size: (Length, Length)) -> Draw {
    let kind = ShapeKind::Frame {
        at,
        size,
        thickness: FINE,
    };
    Draw::Shape(Shape {
        owner: Owner::Artifact(Artifact::Footer),
        kind,
        black: 100,
        fields: Vec::new(),
    })
}

const _: () = assert!(QUIET >= 60, "no text under 60 % of black");

//! Two readers of other hands, poppler and hayro, show the same pages and say the same words.

use base64::Engine;
use domain::dossier::Dossier;
use tests::dossiers::{example, put};
use tests::papers::{Asked, Paper, keep, made, pages};
use tests::readers::{bare, drawn_by_poppler};
use tests::second::{Greys, drawn, words};

/// Dots to the inch: the finest rule, of half a point, is one dot thick, so that neither reader makes it thicker.
const DOTS: u16 = 144;
/// Side of the squares in which ink is weighed, in dots: about 5 mm.
const SQUARE: usize = 28;
/// The most that the ink of a square may differ, in parts of its surface: the two smooth edges and share them out
/// between neighbours each in its way, at most in the heavy strokes of a title. A word of the text inks a tenth.
const SQUARE_MOST: f64 = 0.08;
/// The most that the ink of a page may differ, in parts of that page's ink: poppler moves rules to whole dots, hayro
/// smooths them. A line of forty is 2.5 %.
const PAGE_MOST: f64 = 0.02;

/// The papers of the example, its logo a drawing.
fn papers() -> Vec<Paper> {
    made(&with_logo(), Asked::default()).expect("the example is made")
}

fn with_logo() -> Dossier {
    let drawn =
        base64::engine::general_purpose::STANDARD.encode(include_bytes!("fixtures/logo.svg"));
    let mut dossier = example();
    put(&mut dossier, "collectivite/logo", &drawn);
    dossier
}

/// Ink of each square, from 0 (white) to 1, row after row; what is left at the right and at the foot is not weighed.
fn squares(page: &Greys, (width, height): (usize, usize)) -> Vec<f64> {
    let ink = |x: usize, y: usize| f64::from(255 - page.pixels[y * page.width + x]) / 255.0;
    let mut squares = Vec::new();
    for top in (0..height / SQUARE).map(|row| row * SQUARE) {
        for left in (0..width / SQUARE).map(|column| column * SQUARE) {
            let all = (top..top + SQUARE).flat_map(|y| (left..left + SQUARE).map(move |x| (x, y)));
            let sum: f64 = all.map(|(x, y)| ink(x, y)).sum();
            squares.push(sum / (SQUARE * SQUARE) as f64);
        }
    }
    squares
}

/// How far two drawings of a page are from one another: the worst square, and the whole page.
fn apart(one: &Greys, other: &Greys) -> (f64, f64) {
    let height = |page: &Greys| page.pixels.len() / page.width;
    let size = (one.width.min(other.width), height(one).min(height(other)));
    let (one, other) = (squares(one, size), squares(other, size));
    let worst = one
        .iter()
        .zip(&other)
        .map(|(one, other)| (one - other).abs());
    let sums = (one.iter().sum::<f64>(), other.iter().sum::<f64>());
    (
        worst.fold(0.0, f64::max),
        (sums.0 - sums.1).abs() / sums.0.max(1.0),
    )
}

#[test]
fn poppler_and_hayro_draw_the_same_pages() {
    let mut worst = (0.0, 0.0);
    for Paper { name, bytes } in papers() {
        let file = keep(&format!("second/{name}"), &bytes);
        let ours = drawn(&bytes, f32::from(DOTS));
        let Some(theirs) = drawn_by_poppler(&file, DOTS) else {
            return;
        };
        assert_eq!(ours.len(), theirs.len(), "{name}: as many pages");
        for (rank, (one, other)) in ours.iter().zip(&theirs).enumerate() {
            let (square, whole) = apart(one, other);
            let page = rank + 1;
            assert!(
                square <= SQUARE_MOST,
                "{name}, page {page}: a square differs by {square:.3}"
            );
            assert!(
                whole <= PAGE_MOST,
                "{name}, page {page}: the ink differs by {whole:.3}"
            );
            worst = (f64::max(worst.0, square), f64::max(worst.1, whole));
        }
    }
    println!(
        "the worst square differs by {:.3}, the worst page by {:.3}",
        worst.0, worst.1
    );
}

#[test]
fn hayro_says_the_words_that_were_set_and_no_other() {
    for Paper { name, bytes } in papers() {
        let document = tests::papers::DOCUMENTS
            .into_iter()
            .find(|document| name.contains(document))
            .expect("a document of the modèle");
        let set = pages(&with_logo(), document, false);
        let originals = set.furniture.len();
        let said = bare(&words(&bytes));
        assert_eq!(said, bare(&set.text()).repeat(originals), "{name}");
    }
}

/// The comparison sees what it is for: a line of text that is not there, a page that is another.
#[test]
fn a_page_that_differs_is_seen() {
    let paper = papers().swap_remove(0);
    let pages = drawn(&paper.bytes, f32::from(DOTS));
    let mut without = pages[0].clone();
    let line = without.width * 60;
    let inked = without
        .pixels
        .iter()
        .position(|grey| *grey < 128)
        .expect("ink");
    without.pixels[inked..inked + line].fill(255);
    assert!(apart(&pages[0], &without).0 > SQUARE_MOST);
    assert_eq!(apart(&pages[0], &pages[0]), (0.0, 0.0));
}

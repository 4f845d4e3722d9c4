//! Where the values stand: what a click or a key leads to.

use layout::Pages;
use layout::pages::{Draw, GlyphRun, Length, Shape, ShapeKind};

/// The place of a printed value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HitBox {
    /// The page, blank versos included, from 0.
    pub page: usize,
    /// Left edge.
    pub x: Length,
    /// Top edge.
    pub y: Length,
    /// Width.
    pub width: Length,
    /// Height.
    pub height: Length,
    /// The fields that the value comes from; never empty.
    pub fields: Vec<String>,
    /// Whether it is a dotted line, to be filled by hand.
    pub dotted: bool,
    /// Whether it is a box that says what is missing.
    pub to_complete: bool,
}

/// Above the baseline, and below it, in thousandths of the size: capitals with their accents, and tails.
const ABOVE: i64 = 900;
const BELOW: i64 = 250;

/// Room above a dotted line, where one writes, and below it.
const HAND: (Length, Length) = (11_000, 2_000);

/// The places of all values, page after page in reading order: one for each line that a value stands on,
/// however many runs it was cut into. The marks of the first original come last on their page.
pub fn boxes(pages: &Pages) -> Vec<HitBox> {
    let own = pages.furniture.first();
    let mut boxes = Vec::new();
    for (page, sheet) in pages.pages.iter().enumerate() {
        let own = own.and_then(|own| own.get(page)).into_iter().flatten();
        let mut found = Vec::new();
        sheet
            .draws
            .iter()
            .chain(own)
            .filter_map(|draw| place(page, draw))
            .for_each(|place| add(&mut found, place));
        boxes.extend(framed(found).into_iter().map(|place| place.hit));
    }
    boxes
}

/// A place, with what tells whether the next one belongs to it.
struct Place {
    hit: HitBox,
    kind: Kind,
}

/// What stands there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Words on a baseline, with their size.
    Words { baseline: Length, size: Length },
    /// Words turned along the margin: they never go on with others.
    Turned,
    /// A dotted line.
    Hand,
    /// A frame: round words it says what is missing, empty it is a check box.
    Frame,
}

fn place(page: usize, draw: &Draw) -> Option<Place> {
    match draw {
        Draw::Glyphs(run) => words(page, run),
        Draw::Shape(shape) => drawn(page, shape),
        Draw::Image { .. } => None,
    }
}

fn words(page: usize, run: &GlyphRun) -> Option<Place> {
    let width: Length = run.glyphs.iter().map(|glyph| glyph.advance).sum();
    if run.fields.is_empty() || width <= 0 {
        return None;
    }
    let (above, below) = (share(run.size, ABOVE), share(run.size, BELOW));
    let (at, size) = if run.turned {
        ((run.x - above, run.y - width), (above + below, width))
    } else {
        ((run.x, run.y - above), (width, above + below))
    };
    let kind = if run.turned {
        Kind::Turned
    } else {
        Kind::Words {
            baseline: run.y,
            size: run.size,
        }
    };
    Some(Place {
        hit: hit(page, at, size, &run.fields),
        kind,
    })
}

fn drawn(page: usize, shape: &Shape) -> Option<Place> {
    if shape.fields.is_empty() {
        return None;
    }
    match shape.kind {
        // A plain line is the tick of a check box, whose frame is the place.
        ShapeKind::Line { dash: None, .. } => None,
        ShapeKind::Line { from, to, .. } => {
            let (left, right) = (from.0.min(to.0), from.0.max(to.0));
            let at = (left, from.1.min(to.1) - HAND.0);
            let mut hit = hit(page, at, (right - left, HAND.0 + HAND.1), &shape.fields);
            hit.dotted = true;
            Some(Place {
                hit,
                kind: Kind::Hand,
            })
        }
        ShapeKind::Frame { at, size, .. } => Some(Place {
            hit: hit(page, at, size, &shape.fields),
            kind: Kind::Frame,
        }),
    }
}

fn hit(
    page: usize,
    (x, y): (Length, Length),
    (width, height): (Length, Length),
    fields: &[String],
) -> HitBox {
    HitBox {
        page,
        x,
        y,
        width,
        height,
        fields: fields.to_vec(),
        dotted: false,
        to_complete: false,
    }
}

fn share(size: Length, thousandths: i64) -> Length {
    Length::try_from(i64::from(size) * thousandths / 1000).unwrap_or(size)
}

/// Adds a place, or grows the last one when it is the next run of the same value on the same line.
fn add(places: &mut Vec<Place>, place: Place) {
    let follows = |last: &&mut Place| {
        let same_line = match (last.kind, place.kind) {
            (
                Kind::Words {
                    baseline: one,
                    size,
                },
                Kind::Words { baseline: next, .. },
            ) => {
                let gap = place.hit.x - (last.hit.x + last.hit.width);
                // Beyond an em it is another column.
                (one - next).abs() <= size / 2 && gap.abs() <= size
            }
            _ => false,
        };
        same_line && last.hit.fields == place.hit.fields
    };
    match places.last_mut().filter(follows) {
        Some(last) => grow(&mut last.hit, &place.hit),
        None => places.push(place),
    }
}

fn grow(hit: &mut HitBox, by: &HitBox) {
    let (right, bottom) = (
        (hit.x + hit.width).max(by.x + by.width),
        (hit.y + hit.height).max(by.y + by.height),
    );
    hit.x = hit.x.min(by.x);
    hit.y = hit.y.min(by.y);
    hit.width = right - hit.x;
    hit.height = bottom - hit.y;
}

/// Words inside a frame of the same fields are what that frame says is missing: one place.
fn framed(places: Vec<Place>) -> Vec<Place> {
    let frames: Vec<HitBox> = places
        .iter()
        .filter(|place| place.kind == Kind::Frame)
        .map(|place| place.hit.clone())
        .collect();
    let words: Vec<HitBox> = places
        .iter()
        .filter(|place| is_words(place))
        .map(|place| place.hit.clone())
        .collect();
    let inside =
        |place: &Place| is_words(place) && frames.iter().any(|frame| holds(frame, &place.hit));
    let mut kept: Vec<Place> = places.into_iter().filter(|place| !inside(place)).collect();
    for place in kept.iter_mut().filter(|place| place.kind == Kind::Frame) {
        place.hit.to_complete = words.iter().any(|words| holds(&place.hit, words));
    }
    kept
}

fn is_words(place: &Place) -> bool {
    matches!(place.kind, Kind::Words { .. })
}

/// Whether the middle of these words is within the frame, for the same fields.
fn holds(frame: &HitBox, words: &HitBox) -> bool {
    let middle = (words.x + words.width / 2, words.y + words.height / 2);
    let across = (frame.x..=frame.x + frame.width).contains(&middle.0);
    let down = (frame.y..=frame.y + frame.height).contains(&middle.1);
    frame.page == words.page && across && down && frame.fields == words.fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{page, run, shape};
    use layout::pages::Face;

    fn of(words: &str, x: Length, y: Length, fields: &[&str]) -> Draw {
        let mut run = run(words, Face::Serif, 10_000, (x, y));
        run.fields = fields.iter().map(|field| (*field).to_owned()).collect();
        Draw::Glyphs(run)
    }

    fn with(draw: Draw, fields: &[&str]) -> Draw {
        let Draw::Shape(mut shape) = draw else {
            return draw;
        };
        shape.fields = fields.iter().map(|field| (*field).to_owned()).collect();
        Draw::Shape(shape)
    }

    #[track_caller]
    fn check(draws: Vec<Draw>, expected: &[(&str, &str)]) {
        let said = |hit: HitBox| {
            let what = match (hit.dotted, hit.to_complete) {
                (true, _) => " hand",
                (_, true) => " missing",
                _ => "",
            };
            (
                hit.fields.join("+"),
                format!("{},{} {}x{}{what}", hit.x, hit.y, hit.width, hit.height),
            )
        };
        let found: Vec<(String, String)> = boxes(&page(draws)).into_iter().map(said).collect();
        let expected: Vec<(String, String)> = expected
            .iter()
            .map(|(fields, at)| ((*fields).to_owned(), (*at).to_owned()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_value_is_one_place_on_each_line() {
        // Two signs of 5 pt each; the second run follows after a space of 3 pt.
        let draws = vec![
            of("ab", 0, 84_000, &["titre"]),
            of("cd", 13_000, 84_000, &["titre"]),
            of("e", 0, 98_000, &["titre"]),
        ];
        check(
            draws,
            &[
                ("titre", "0,75000 23000x11500"),
                ("titre", "0,89000 5000x11500"),
            ],
        );
    }

    #[test]
    fn two_columns_and_two_fields_are_two_places() {
        let draws = vec![
            of("a", 0, 84_000, &["x"]),
            of("b", 60_000, 84_000, &["x"]),
            of("c", 65_000, 84_000, &["y"]),
            of("d", 70_000, 84_000, &[]),
        ];
        check(
            draws,
            &[
                ("x", "0,75000 5000x11500"),
                ("x", "60000,75000 5000x11500"),
                ("y", "65000,75000 5000x11500"),
            ],
        );
    }

    #[test]
    fn a_dotted_line_is_to_be_filled_by_hand() {
        let line = ShapeKind::Line {
            from: (10_000, 85_500),
            to: (110_000, 85_500),
            thickness: 750,
            dash: Some((750, 2_250)),
        };
        check(
            vec![with(shape(line, 100), &["lieu"])],
            &[("lieu", "10000,74500 100000x13000 hand")],
        );
    }

    #[test]
    fn a_frame_round_words_says_what_is_missing_and_an_empty_one_is_a_box_to_tick() {
        let frame = |x| ShapeKind::Frame {
            at: (x, 70_000),
            size: (40_000, 20_000),
            thickness: 500,
        };
        let draws = vec![
            with(shape(frame(0), 100), &["numero"]),
            of("no", 3_000, 84_000, &["numero"]),
            with(shape(frame(60_000), 100), &["vote"]),
        ];
        check(
            draws,
            &[
                ("numero", "0,70000 40000x20000 missing"),
                ("vote", "60000,70000 40000x20000"),
            ],
        );
    }

    #[test]
    fn the_tick_of_a_check_box_is_no_line_to_fill() {
        let frame = ShapeKind::Frame {
            at: (0, 70_000),
            size: (8_000, 8_000),
            thickness: 750,
        };
        let tick = ShapeKind::Line {
            from: (0, 70_000),
            to: (8_000, 78_000),
            thickness: 750,
            dash: None,
        };
        let draws = vec![
            with(shape(frame, 100), &["choix"]),
            with(shape(tick, 100), &["choix"]),
        ];
        check(draws, &[("choix", "0,70000 8000x8000")]);
    }

    #[test]
    fn turned_words_stand_upright() {
        let Draw::Glyphs(mut turned) = of("ab", 580_000, 102_000, &["version"]) else {
            return;
        };
        turned.turned = true;
        check(
            vec![Draw::Glyphs(turned)],
            &[("version", "571000,92000 11500x10000")],
        );
    }

    #[test]
    fn marks_of_the_first_original_count() {
        let mut pages = page(vec![of("a", 0, 84_000, &["x"])]);
        pages.furniture = vec![
            vec![vec![of("b", 0, 800_000, &["reference"])]],
            vec![vec![of("b", 0, 800_000, &["reference"])]],
        ];
        let fields: Vec<String> = boxes(&pages)
            .into_iter()
            .flat_map(|hit| hit.fields)
            .collect();
        assert_eq!(fields, ["x", "reference"]);
    }
}

//! SVG read and refused, shape by shape.

use super::*;

fn svg(inside: &str) -> String {
    format!("<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10'>{inside}</svg>")
}

#[track_caller]
fn refused(inside: &str, expected: PictureFault) {
    assert_eq!(read(&svg(inside)).err(), Some(expected), "{inside}");
}

fn strokes(inside: &str) -> Vec<Stroke> {
    read(&svg(inside)).unwrap().1
}

#[test]
fn shapes_become_outlines_of_the_box() {
    let (size, strokes) = read(&svg("<rect x='5' width='10' height='10' fill='#c00'/>")).unwrap();
    assert_eq!(size, (100_000, 50_000));
    let corners = [(25_000, 0), (75_000, 0), (75_000, 50_000), (25_000, 50_000)];
    let steps = vec![
        Step::Move(corners[0]),
        Step::Line(corners[1]),
        Step::Line(corners[2]),
        Step::Line(corners[3]),
        Step::Close,
    ];
    let outline = Outline {
        steps,
        even_odd: false,
    };
    let colour = Colour::Plain([204, 0, 0]);
    let opacity = 255;
    assert_eq!(
        strokes,
        [Stroke::Fill {
            outline,
            colour,
            opacity
        }]
    );
}

#[test]
fn a_line_is_the_outline_of_its_ink() {
    let strokes = strokes("<path d='M0 5H20' stroke='#000' stroke-width='2'/>");
    let [Stroke::Fill { outline, .. }] = &strokes[..] else {
        panic!("{strokes:?}")
    };
    let heights = outline.steps.iter().filter_map(|step| match step {
        Step::Move(to) | Step::Line(to) => Some(to.1),
        _ => None,
    });
    let heights: std::collections::BTreeSet<Length> = heights.collect();
    assert_eq!(heights.into_iter().collect::<Vec<_>>(), [20_000, 30_000]);
}

#[test]
fn what_is_transparent_is_so_once() {
    let half = "<g opacity='0.5'><rect width='5' height='5' fill-opacity='0.5'/></g>";
    let strokes = strokes(half);
    assert!(
        matches!(strokes[..], [Stroke::Fill { opacity: 64, .. }]),
        "{strokes:?}"
    );
    let two = "<g opacity='0.5'><rect width='5' height='5'/><rect width='3' height='3'/></g>";
    refused(two, PictureFault::Effect(Effect::Blend));
}

#[test]
fn clips_open_and_close() {
    let clipped = "<clipPath id='a'><circle r='5'/></clipPath><g clip-path='url(#a)'><path d='M0 0h9v9z'/></g>";
    let strokes = strokes(clipped);
    assert!(
        matches!(
            strokes[..],
            [Stroke::Clip(_), Stroke::Fill { .. }, Stroke::Unclip]
        ),
        "{strokes:?}"
    );
    let two = "<clipPath id='a'><rect width='2' height='2'/><rect x='1' width='2' height='2'/></clipPath>\
               <g clip-path='url(#a)'><path d='M0 0h9v9z'/></g>";
    refused(two, PictureFault::Effect(Effect::Clip));
}

#[test]
fn a_gradient_has_its_own_space() {
    let linear = "<linearGradient id='a'><stop stop-color='#f00'/><stop offset='1' stop-color='#00f'/>\
                  </linearGradient><rect width='20' height='10' fill='url(#a)'/>";
    let strokes = strokes(linear);
    let [
        Stroke::Fill {
            colour: Colour::Gradient(gradient),
            ..
        },
    ] = &strokes[..]
    else {
        panic!("{strokes:?}")
    };
    assert_eq!(gradient.matrix, [100_000_000, 0, 0, 50_000_000, 0, 0]);
    assert_eq!(gradient.stops, [(0, [255, 0, 0]), (1000, [0, 0, 255])]);
    let clear = linear.replace("offset='1'", "offset='1' stop-opacity='0.5'");
    refused(&clear, PictureFault::Effect(Effect::Gradient));
}

#[test]
fn what_paper_does_not_keep_is_refused() {
    let on = |definition: &str, attribute: &str| {
        format!("<defs>{definition}</defs><rect width='9' height='9' {attribute}/>")
    };
    refused(
        &on(
            "<filter id='a'><feGaussianBlur stdDeviation='1'/></filter>",
            "filter='url(#a)'",
        ),
        PictureFault::Effect(Effect::Filter),
    );
    refused(
        &on(
            "<mask id='a'><rect width='5' height='5' fill='#fff'/></mask>",
            "mask='url(#a)'",
        ),
        PictureFault::Effect(Effect::Mask),
    );
    let pattern = "<pattern id='a' width='2' height='2' patternUnits='userSpaceOnUse'><rect width='1' height='1'/></pattern>";
    refused(
        &on(pattern, "fill='url(#a)'"),
        PictureFault::Effect(Effect::Pattern),
    );
    refused(
        &on("", "style='mix-blend-mode:multiply'"),
        PictureFault::Effect(Effect::Blend),
    );
    refused(
        &on("", "stroke='#000' stroke-dasharray='1'"),
        PictureFault::Effect(Effect::Dashes),
    );
    refused("", PictureFault::Empty);
    refused("<path d='M0 0L9e30 9e30L0 9z'/>", PictureFault::Size);
}

#[test]
fn a_size_that_no_page_takes_is_refused() {
    for size in ["width='0' height='5'", "width='1000' height='5'"] {
        let text = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' {size}><rect width='1' height='1'/></svg>"
        );
        assert_eq!(read(&text).err(), Some(PictureFault::Size), "{size}");
    }
}

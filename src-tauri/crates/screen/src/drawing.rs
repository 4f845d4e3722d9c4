//! A drawing as SVG: its outlines, clips and gradients, written anew. Nothing of the file that it came from is copied.

use layout::pages::{Colour, Gradient, Outline, Place, Step, Stroke};
use std::fmt::Write;

/// The elements of a drawing; `name` begins the names of its clips and gradients, so that no other has them.
pub fn drawing(strokes: &[Stroke], name: &str) -> String {
    let mut out = String::new();
    for (rank, stroke) in strokes.iter().enumerate() {
        let name = format!("{name}-{rank}");
        // Writing to a text never fails.
        let _ = match stroke {
            Stroke::Fill {
                outline,
                colour,
                opacity,
            } => fill(&mut out, outline, (colour, *opacity), &name),
            Stroke::Clip(outline) => {
                let rule = rule(outline, "clip-rule");
                write!(
                    out,
                    "<clipPath id=\"{name}\"><path d=\"{}\"{rule}/></clipPath><g clip-path=\"url(#{name})\">",
                    steps(outline)
                )
            }
            Stroke::Unclip => write!(out, "</g>"),
        };
    }
    out
}

fn fill(
    out: &mut String,
    outline: &Outline,
    (colour, opacity): (&Colour, u8),
    name: &str,
) -> std::fmt::Result {
    let paint = match colour {
        Colour::Plain([red, green, blue]) => format!("#{red:02x}{green:02x}{blue:02x}"),
        Colour::Gradient(gradient) => {
            put_gradient(out, gradient, name)?;
            format!("url(#{name})")
        }
    };
    let rule = rule(outline, "fill-rule");
    write!(out, "<path d=\"{}\" fill=\"{paint}\"{rule}", steps(outline))?;
    if opacity < u8::MAX {
        let thousandths = (u32::from(opacity) * 1000 + 127) / 255;
        write!(out, " fill-opacity=\"0.{thousandths:03}\"")?;
    }
    out.write_str("/>")
}

fn put_gradient(out: &mut String, gradient: &Gradient, name: &str) -> std::fmt::Result {
    let matrix = gradient
        .matrix
        .map(|part| (f64::from(part) / 1000.0).to_string());
    let all = format!(
        "id=\"{name}\" gradientUnits=\"userSpaceOnUse\" gradientTransform=\"matrix({})\"",
        matrix.join(" ")
    );
    let element = match gradient.round {
        None => {
            write!(
                out,
                "<linearGradient {all} x1=\"0\" y1=\"0\" x2=\"1\" y2=\"0\">"
            )?;
            "linearGradient"
        }
        Some(round) => {
            let [x, y, radius] = [round.focus.0, round.focus.1, round.radius]
                .map(|millionths| f64::from(millionths) / 1_000_000.0);
            write!(
                out,
                "<radialGradient {all} cx=\"0\" cy=\"0\" r=\"1\" fx=\"{x}\" fy=\"{y}\" fr=\"{radius}\">"
            )?;
            "radialGradient"
        }
    };
    for (along, [red, green, blue]) in &gradient.stops {
        let along = f64::from(*along) / 1000.0;
        write!(
            out,
            "<stop offset=\"{along}\" stop-color=\"#{red:02x}{green:02x}{blue:02x}\"/>"
        )?;
    }
    write!(out, "</{element}>")
}

fn rule(outline: &Outline, attribute: &str) -> String {
    if outline.even_odd {
        format!(" {attribute}=\"evenodd\"")
    } else {
        String::new()
    }
}

fn steps(outline: &Outline) -> String {
    let spelt = |(x, y): Place| format!("{x} {y}");
    let step = |step: &Step| match *step {
        Step::Move(to) => format!("M{}", spelt(to)),
        Step::Line(to) => format!("L{}", spelt(to)),
        Step::Curve(one, two, to) => format!("C{} {} {}", spelt(one), spelt(two), spelt(to)),
        Step::Close => "Z".to_owned(),
    };
    outline.steps.iter().map(step).collect()
}

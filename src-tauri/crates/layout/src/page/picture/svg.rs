//! An SVG as outlines to fill, in the box of the drawing: what usvg reads, every line become the outline of its ink.

use super::fault::{Effect, PictureFault};
use super::safe;
use crate::pages::Length;
use crate::vectors::{Colour, Gradient, Outline, Place, Round, Step, Stroke};
use usvg::tiny_skia_path::{Path, PathSegment, Point};
use usvg::{
    BlendMode, FillRule, Group, ImageHrefResolver, Node, Options, PaintOrder, SpreadMethod,
    Transform, Tree,
};

/// The longest side of the box: about 0.0006 mm where a logo is 60 mm wide.
const BOX: f32 = 100_000.0;
/// The most steps of the pen: more than any logo, little enough for every reader.
const MOST_STEPS: usize = 200_000;
/// The longest side is at most so many times the other.
const MOST_STRETCHED: f32 = 50.0;
/// How far from the box a step may lead, in boxes.
const MOST_FAR: f32 = 100.0;
/// How many dots across the longest side the ink of a line is true to.
const FINE: f32 = 4_000.0;

/// A drawing: width and height of its box, what it does.
pub type Drawn = ((Length, Length), Vec<Stroke>);

/// Reads an SVG.
pub fn read(text: &str) -> Result<Drawn, PictureFault> {
    let document = safe::read(text)?;
    let options = Options {
        languages: vec!["fr".to_owned()],
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree = Tree::from_xmltree(&document, &options).map_err(|error| match error {
        usvg::Error::InvalidSize => PictureFault::Size,
        _ => PictureFault::Damaged,
    })?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let (long, short) = (width.max(height), width.min(height));
    if !long.is_finite() || long > short * MOST_STRETCHED {
        return Err(PictureFault::Size);
    }
    let scale = BOX / long;
    let mut pen = Pen {
        strokes: Vec::new(),
        steps: 0,
        resolution: FINE / long,
    };
    pen.group(tree.root(), Transform::from_scale(scale, scale), 1.0)?;
    let draws = |stroke: &Stroke| matches!(stroke, Stroke::Fill { .. });
    if !pen.strokes.iter().any(draws) {
        return Err(PictureFault::Empty);
    }
    Ok(((whole(width * scale)?, whole(height * scale)?), pen.strokes))
}

/// What draws: strokes so far.
struct Pen {
    strokes: Vec<Stroke>,
    steps: usize,
    /// Dots to a unit of the file, for the ink of lines.
    resolution: f32,
}

impl Pen {
    fn group(&mut self, group: &Group, above: Transform, opacity: f32) -> Result<(), PictureFault> {
        refuse(!group.filters().is_empty(), Effect::Filter)?;
        refuse(group.mask().is_some(), Effect::Mask)?;
        refuse(group.blend_mode() != BlendMode::Normal, Effect::Blend)?;
        let own = group.opacity().get();
        refuse(own < 1.0 && leaves(group) > 1, Effect::Blend)?;
        let transform = above.pre_concat(group.transform());
        let clips = match group.clip_path() {
            Some(clip) => self.clip(clip, transform)?,
            None => 0,
        };
        for node in group.children() {
            match node {
                Node::Group(group) => self.group(group, transform, opacity * own)?,
                Node::Path(path) if path.is_visible() => {
                    self.path(path, transform, opacity * own)?;
                }
                Node::Path(_) => {}
                Node::Image(_) => return Err(PictureFault::Pixels),
                Node::Text(_) => return Err(PictureFault::Text),
            }
        }
        self.strokes.extend((0..clips).map(|_| Stroke::Unclip));
        Ok(())
    }

    /// Opens a clip and those it is itself clipped by; how many.
    fn clip(&mut self, clip: &usvg::ClipPath, above: Transform) -> Result<usize, PictureFault> {
        let outer = match clip.clip_path() {
            Some(outer) => self.clip(outer, above)?,
            None => 0,
        };
        let transform = above.pre_concat(clip.transform());
        let mut outlines = Vec::new();
        self.clipped(clip.root(), transform, &mut outlines)?;
        // The union of several outlines is no outline.
        refuse(outlines.len() > 1, Effect::Clip)?;
        let outline = outlines.pop().unwrap_or_default();
        self.strokes.push(Stroke::Clip(outline));
        Ok(outer + 1)
    }

    fn clipped(
        &mut self,
        group: &Group,
        above: Transform,
        outlines: &mut Vec<Outline>,
    ) -> Result<(), PictureFault> {
        refuse(group.clip_path().is_some(), Effect::Clip)?;
        let transform = above.pre_concat(group.transform());
        for node in group.children() {
            match node {
                Node::Group(group) => self.clipped(group, transform, outlines)?,
                Node::Path(path) if path.is_visible() => {
                    let rule = path.fill().map(usvg::Fill::rule).unwrap_or_default();
                    outlines.push(self.outline(path.data(), transform, rule)?);
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn path(
        &mut self,
        path: &usvg::Path,
        place: Transform,
        opacity: f32,
    ) -> Result<(), PictureFault> {
        if path.paint_order() == PaintOrder::FillAndStroke {
            self.fill(path, place, opacity)?;
            self.line(path, place, opacity)
        } else {
            self.line(path, place, opacity)?;
            self.fill(path, place, opacity)
        }
    }

    fn fill(
        &mut self,
        path: &usvg::Path,
        place: Transform,
        opacity: f32,
    ) -> Result<(), PictureFault> {
        let Some(fill) = path.fill() else {
            return Ok(());
        };
        let outline = self.outline(path.data(), place, fill.rule())?;
        self.add(outline, fill.paint(), place, opacity * fill.opacity().get())
    }

    /// The ink of a line.
    fn line(
        &mut self,
        path: &usvg::Path,
        place: Transform,
        opacity: f32,
    ) -> Result<(), PictureFault> {
        let Some(stroke) = path.stroke() else {
            return Ok(());
        };
        refuse(stroke.dasharray().is_some(), Effect::Dashes)?;
        let Some(ink) = path.data().stroke(&stroke.to_tiny_skia(), self.resolution) else {
            return Ok(());
        };
        let outline = self.outline(&ink, place, FillRule::NonZero)?;
        self.add(
            outline,
            stroke.paint(),
            place,
            opacity * stroke.opacity().get(),
        )
    }

    fn add(
        &mut self,
        outline: Outline,
        paint: &usvg::Paint,
        place: Transform,
        opacity: f32,
    ) -> Result<(), PictureFault> {
        let colour = match paint {
            usvg::Paint::Color(colour) => Colour::Plain([colour.red, colour.green, colour.blue]),
            usvg::Paint::LinearGradient(linear) => along(linear, place)?,
            usvg::Paint::RadialGradient(radial) => around(radial, place)?,
            usvg::Paint::Pattern(_) => return Err(PictureFault::Effect(Effect::Pattern)),
        };
        let opacity = byte(opacity);
        // A printer inks an outline without surface (ISO 32000-1, 8.5.3.3.1); an SVG does not.
        if opacity > 0 && !is_flat(&outline) {
            self.strokes.push(Stroke::Fill {
                outline,
                colour,
                opacity,
            });
        }
        Ok(())
    }

    fn outline(
        &mut self,
        path: &Path,
        place: Transform,
        rule: FillRule,
    ) -> Result<Outline, PictureFault> {
        let mut steps = Vec::new();
        let mut last = Point::zero();
        let at = |point: Point| placed(point, place);
        for segment in path.segments() {
            match segment {
                PathSegment::MoveTo(to) => steps.push(Step::Move(at(to)?)),
                PathSegment::LineTo(to) => steps.push(Step::Line(at(to)?)),
                PathSegment::QuadTo(by, to) => {
                    let (one, two) = (third(last, by), third(to, by));
                    steps.push(Step::Curve(at(one)?, at(two)?, at(to)?));
                }
                PathSegment::CubicTo(one, two, to) => {
                    steps.push(Step::Curve(at(one)?, at(two)?, at(to)?));
                }
                PathSegment::Close => steps.push(Step::Close),
            }
            last = end(segment).unwrap_or(last);
        }
        self.steps += steps.len();
        if self.steps > MOST_STEPS {
            return Err(PictureFault::Crowded);
        }
        let even_odd = rule == FillRule::EvenOdd;
        Ok(Outline { steps, even_odd })
    }
}

fn refuse(asked: bool, effect: Effect) -> Result<(), PictureFault> {
    if asked {
        Err(PictureFault::Effect(effect))
    } else {
        Ok(())
    }
}

/// How many times ink is laid in a group: transparent once, it must be laid once.
fn leaves(group: &Group) -> usize {
    let inks = |node: &Node| match node {
        Node::Group(group) => leaves(group),
        Node::Path(path) if path.is_visible() => {
            usize::from(path.fill().is_some()) + usize::from(path.stroke().is_some())
        }
        _ => 0,
    };
    group.children().iter().map(inks).sum()
}

/// Whether an outline has no width or no height.
fn is_flat(outline: &Outline) -> bool {
    let places = || {
        outline.steps.iter().flat_map(|step| match *step {
            Step::Move(to) | Step::Line(to) => vec![to],
            Step::Curve(one, two, to) => vec![one, two, to],
            Step::Close => Vec::new(),
        })
    };
    let alike = |side: fn(Place) -> Length| places().map(side).min() == places().map(side).max();
    alike(|place| place.0) || alike(|place| place.1)
}

fn end(segment: PathSegment) -> Option<Point> {
    match segment {
        PathSegment::MoveTo(to)
        | PathSegment::LineTo(to)
        | PathSegment::QuadTo(_, to)
        | PathSegment::CubicTo(_, _, to) => Some(to),
        PathSegment::Close => None,
    }
}

/// The handle of the cubic curve that is the same as a curve of one handle.
fn third(from: Point, handle: Point) -> Point {
    let part = |from: f32, handle: f32| from + (handle - from) * 2.0 / 3.0;
    Point::from_xy(part(from.x, handle.x), part(from.y, handle.y))
}

fn placed(mut point: Point, place: Transform) -> Result<Place, PictureFault> {
    place.map_point(&mut point);
    Ok((whole(point.x)?, whole(point.y)?))
}

/// A length of the box in whole units.
#[allow(clippy::cast_possible_truncation)] // It is finite, and within a hundred boxes.
fn whole(length: f32) -> Result<Length, PictureFault> {
    if length.abs() <= BOX * MOST_FAR {
        Ok(length.round() as Length)
    } else {
        Err(PictureFault::Size)
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // From 0 to 255.
fn byte(share: f32) -> u8 {
    (share.clamp(0.0, 1.0) * 255.0).round() as u8
}

fn along(linear: &usvg::LinearGradient, place: Transform) -> Result<Colour, PictureFault> {
    let (across, down) = (linear.x2() - linear.x1(), linear.y2() - linear.y1());
    let own = Transform::from_row(across, down, -down, across, linear.x1(), linear.y1());
    gradient(
        linear,
        None,
        place.pre_concat(linear.transform()).pre_concat(own),
    )
}

fn around(radial: &usvg::RadialGradient, place: Transform) -> Result<Colour, PictureFault> {
    let radius = radial.r().get();
    let own = Transform::from_row(radius, 0.0, 0.0, radius, radial.cx(), radial.cy());
    let part = |length: f32| whole(length / radius * 1_000_000.0);
    let round = Round {
        focus: (
            part(radial.fx() - radial.cx())?,
            part(radial.fy() - radial.cy())?,
        ),
        radius: part(radial.fr().get())?,
    };
    gradient(
        radial,
        Some(round),
        place.pre_concat(radial.transform()).pre_concat(own),
    )
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // From 0 to 1000.
fn gradient(
    base: &usvg::BaseGradient,
    round: Option<Round>,
    matrix: Transform,
) -> Result<Colour, PictureFault> {
    let plain = base.spread_method() == SpreadMethod::Pad;
    let clear = base.stops().iter().any(|stop| stop.opacity().get() < 1.0);
    refuse(!plain || clear || base.stops().len() < 2, Effect::Gradient)?;
    let stops = base.stops().iter().map(|stop| {
        let colour = stop.color();
        let along = (stop.offset().get() * 1000.0).round() as u16;
        (along, [colour.red, colour.green, colour.blue])
    });
    let Transform {
        sx,
        kx,
        ky,
        sy,
        tx,
        ty,
    } = matrix;
    let mut whole_matrix = [0; 6];
    for (whole_number, number) in whole_matrix.iter_mut().zip([sx, ky, kx, sy, tx, ty]) {
        *whole_number = thousandths(number)?;
    }
    Ok(Colour::Gradient(Gradient {
        round,
        stops: stops.collect(),
        matrix: whole_matrix,
    }))
}

/// Room is left to bring it to the size that it is printed at.
#[allow(clippy::cast_possible_truncation)] // Within the whole numbers of 32 bits.
fn thousandths(number: f32) -> Result<i32, PictureFault> {
    if number.abs() < 1_000_000.0 {
        Ok((f64::from(number) * 1000.0).round() as i32)
    } else {
        Err(PictureFault::Effect(Effect::Gradient))
    }
}

#[cfg(test)]
mod tests;

//! Pages to content streams: marked runs of text, lines, pictures. Every operator that paints is inside marked content,
//! tagged with its node's MCID or as an artifact (ISO 32000-1, 14.7.4 and 14.8.2.2).

use crate::WriteError;
use crate::faces::Faces;
use crate::lines::continues;
use crate::pen::{Known, Pen};
use crate::structure::tag;
use crate::syntax::say;
use layout::Pages;
use layout::pages::{Artifact, Draw, GlyphRun, NodeId, Owner, Pixels};

/// The content streams of a file.
pub struct Painted {
    /// For each page of the body, its stream; none for a blank verso.
    pub body: Vec<Option<Vec<u8>>>,
    /// For each chosen original, for each page, its own stream; none when it has nothing of its own.
    pub furniture: Vec<Vec<Option<Vec<u8>>>>,
    /// For each page of the body, the node of each MCID, in order.
    pub marked: Vec<Vec<NodeId>>,
}

/// Paints the body once and the furniture of the chosen originals.
pub fn paint(pages: &Pages, faces: &Faces, originals: &[usize]) -> Result<Painted, WriteError> {
    let mut painted = Painted {
        body: Vec::new(),
        furniture: Vec::new(),
        marked: Vec::new(),
    };
    for page in &pages.pages {
        let pen = Pen::new(faces, page.height, Known::of_a_page());
        let brush = Brush::drawn(pages, pen, &page.draws)?;
        painted.body.push(page.number.map(|_| brush.pen.out));
        painted.marked.push(brush.marked);
    }
    for &original in originals {
        let own = pages.pages.iter().zip(&pages.furniture[original]);
        let own = own.map(|(page, draws)| {
            if draws.is_empty() || page.number.is_none() {
                return Ok(None);
            }
            // It comes after the body, and one stream serves whatever body: nothing is known.
            own_stream(pages, Pen::new(faces, page.height, Known::default()), draws).map(Some)
        });
        painted.furniture.push(own.collect::<Result<_, _>>()?);
    }
    Ok(painted)
}

fn own_stream(pages: &Pages, pen: Pen<'_>, draws: &[Draw]) -> Result<Vec<u8>, WriteError> {
    let brush = Brush::drawn(pages, pen, draws)?;
    if brush.marked.is_empty() {
        Ok(brush.pen.out)
    } else {
        Err(WriteError::NotWhole {
            what: "furniture holds text of the structure",
        })
    }
}

/// What paints one stream.
struct Brush<'a> {
    pages: &'a Pages,
    pen: Pen<'a>,
    marked: Vec<NodeId>,
}

impl<'a> Brush<'a> {
    /// Neighbours of one owner share one marked content.
    fn drawn(pages: &'a Pages, pen: Pen<'a>, draws: &[Draw]) -> Result<Self, WriteError> {
        let mut brush = Self {
            pages,
            pen,
            marked: Vec::new(),
        };
        for group in draws.chunk_by(|one, next| owner(one) == owner(next)) {
            brush.group(group)?;
        }
        brush.pen.close_text();
        Ok(brush)
    }

    /// A marked content is whole inside a text object, or outside any (ISO 32000-1, 14.6.1).
    fn group(&mut self, group: &[Draw]) -> Result<(), WriteError> {
        let Some(first) = group.first() else {
            return Ok(());
        };
        let inside = group.iter().all(|draw| matches!(draw, Draw::Glyphs(_)));
        if inside {
            self.pen.open_text();
        } else {
            self.pen.close_text();
        }
        self.begin(owner(first))?;
        for draws in group.chunk_by(goes_on) {
            self.draw(draws)?;
        }
        if !inside {
            self.pen.close_text();
        }
        self.pen.out.extend_from_slice(b"EMC\n");
        Ok(())
    }

    fn begin(&mut self, owner: Owner) -> Result<(), WriteError> {
        match owner {
            Owner::Node(node) => {
                let absent = WriteError::NotWhole {
                    what: "a run names no node",
                };
                let role = self.pages.nodes.get(node).ok_or(absent)?.role;
                say(
                    &mut self.pen.out,
                    format_args!("/{}<</MCID {}>>BDC\n", tag(role), self.marked.len()),
                );
                self.marked.push(node);
            }
            Owner::Artifact(kind) => {
                let properties = artifact(kind);
                say(
                    &mut self.pen.out,
                    format_args!("/Artifact<<{properties}>>BDC\n"),
                );
            }
        }
        Ok(())
    }

    /// Draws runs that make a line, or one other thing.
    fn draw(&mut self, draws: &[Draw]) -> Result<(), WriteError> {
        match draws {
            [Draw::Shape(shape)] => self.pen.shape(shape),
            [
                Draw::Image {
                    image,
                    x,
                    y,
                    width,
                    height,
                    ..
                },
            ] => {
                let missing = WriteError::NotWhole {
                    what: "a picture is missing",
                };
                let drawn = self.pages.images.get(*image).ok_or(missing)?;
                // Pixels fill a unit square; a drawing is as large as it is printed (ISO 32000-1, 8.9.5.1 and 8.10.1).
                let scale = match drawn.pixels {
                    Pixels::Drawn(_) => (1000, 1000),
                    Pixels::Plain { .. } | Pixels::Jpeg { .. } => (*width, *height),
                };
                let bottom = y + height;
                self.pen.picture(&format!("I{image}"), (*x, bottom), scale);
            }
            runs => self
                .pen
                .line(&runs.iter().filter_map(run).collect::<Vec<_>>()),
        }
        Ok(())
    }
}

fn run(draw: &Draw) -> Option<&GlyphRun> {
    match draw {
        Draw::Glyphs(run) => Some(run),
        _ => None,
    }
}

fn goes_on(one: &Draw, next: &Draw) -> bool {
    run(one)
        .zip(run(next))
        .is_some_and(|(one, next)| continues(one, next))
}

/// Whose a drawn thing is.
pub fn owner(draw: &Draw) -> Owner {
    match draw {
        Draw::Glyphs(run) => run.owner,
        Draw::Shape(shape) => shape.owner,
        Draw::Image { owner, .. } => *owner,
    }
}

fn artifact(kind: Artifact) -> &'static str {
    match kind {
        Artifact::Header => "/Type/Pagination/Subtype/Header",
        Artifact::Footer => "/Type/Pagination/Subtype/Footer",
        Artifact::Mark => "/Type/Pagination",
        Artifact::Layout => "/Type/Layout",
    }
}

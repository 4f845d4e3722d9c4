//! Pages to operators: marked runs of text, lines, pictures. Every operator that paints is inside marked content,
//! tagged with its node's MCID or as an artifact (ISO 32000-1, 14.7.4 and 14.8.2.2).

use crate::WriteError;
use crate::colours::grey;
use crate::faces::{Faces, resource};
use crate::structure::tag;
use layout::Pages;
use layout::pages::{Artifact, Draw, GlyphRun, Length, NodeId, Owner, Page, Shape, ShapeKind};
use printpdf::{DictItem, FontId, Op, PdfFontHandle, Pt};
use std::collections::BTreeMap;

/// The operators of a file.
pub struct Painted {
    /// For each page of the body, its operators; none for a blank verso.
    pub body: Vec<Option<Vec<Op>>>,
    /// For each chosen original, for each page, its own operators; none when it has nothing of its own.
    pub furniture: Vec<Vec<Option<Vec<Op>>>>,
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
        let mut brush = Brush::new(pages, faces, page);
        brush.draws(&page.draws)?;
        painted.body.push(page.number.map(|_| brush.ops));
        painted.marked.push(brush.marked);
    }
    for &original in originals {
        let own = pages
            .pages
            .iter()
            .zip(&pages.furniture[original])
            .map(|(page, draws)| own(pages, faces, page, draws));
        painted.furniture.push(own.collect::<Result<_, _>>()?);
    }
    Ok(painted)
}

fn own(
    pages: &Pages,
    faces: &Faces,
    page: &Page,
    draws: &[Draw],
) -> Result<Option<Vec<Op>>, WriteError> {
    if draws.is_empty() || page.number.is_none() {
        return Ok(None);
    }
    let mut brush = Brush::new(pages, faces, page);
    brush.draws(draws)?;
    if !brush.marked.is_empty() {
        return Err(WriteError::NotWhole {
            what: "furniture holds text of the structure",
        });
    }
    Ok(Some(brush.ops))
}

/// What paints one stream.
struct Brush<'a> {
    pages: &'a Pages,
    faces: &'a Faces,
    height: Length,
    ops: Vec<Op>,
    marked: Vec<NodeId>,
}

impl<'a> Brush<'a> {
    fn new(pages: &'a Pages, faces: &'a Faces, page: &Page) -> Self {
        Self {
            pages,
            faces,
            height: page.height,
            ops: Vec::new(),
            marked: Vec::new(),
        }
    }

    /// Neighbours of one owner share one marked content.
    fn draws(&mut self, draws: &[Draw]) -> Result<(), WriteError> {
        for group in draws.chunk_by(|one, next| owner(one) == owner(next)) {
            let Some(first) = group.first() else { continue };
            self.begin(owner(first))?;
            group.iter().try_for_each(|draw| self.draw(draw))?;
            self.ops.push(Op::EndMarkedContent);
        }
        Ok(())
    }

    fn begin(&mut self, owner: Owner) -> Result<(), WriteError> {
        let (tag, properties) = match owner {
            Owner::Node(node) => {
                let role = self
                    .pages
                    .nodes
                    .get(node)
                    .ok_or(WriteError::NotWhole {
                        what: "a run names no node",
                    })?
                    .role;
                let mcid = i64::try_from(self.marked.len()).unwrap_or(i64::MAX);
                self.marked.push(node);
                (tag(role), dict(&[("MCID", DictItem::Int(mcid))]))
            }
            Owner::Artifact(kind) => ("Artifact", artifact(kind)),
        };
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: tag.to_owned(),
            properties,
        });
        Ok(())
    }

    fn draw(&mut self, draw: &Draw) -> Result<(), WriteError> {
        match draw {
            Draw::Glyphs(run) => self.glyphs(run),
            Draw::Shape(shape) => self.shape(shape),
            Draw::Image {
                image,
                x,
                y,
                width,
                height,
                ..
            } => {
                if *image >= self.pages.images.len() {
                    return Err(WriteError::NotWhole {
                        what: "a picture is missing",
                    });
                }
                self.image(*image, (*x, *y), (*width, *height));
            }
        }
        Ok(())
    }

    fn glyphs(&mut self, run: &GlyphRun) {
        if run.glyphs.is_empty() {
            return;
        }
        self.op("BT", &[]);
        self.op("g", &[grey(run.black)]);
        let font = PdfFontHandle::External(FontId(resource(run.face).to_owned()));
        self.ops.push(Op::SetFont {
            font,
            size: Pt(points(run.size)),
        });
        let (x, y) = (points(run.x), points(self.height - run.y));
        if run.turned {
            self.op("Tm", &[0.0, 1.0, -1.0, 0.0, x, y]);
        } else {
            self.op("Td", &[x, y]);
        }
        let shown = DictItem::Array(self.show(run));
        self.ops.push(Op::Unknown {
            key: "TJ".to_owned(),
            value: vec![shown],
        });
        self.op("ET", &[]);
    }

    /// Codes, and between them how far the pen must go beyond the glyph's own width, in thousandths of the size.
    /// The remainder of each rounding is carried to the next, so that a line never drifts.
    fn show(&self, run: &GlyphRun) -> Vec<DictItem> {
        let size = i64::from(run.size.max(1));
        let (mut shown, mut codes) = (Vec::new(), Vec::new());
        let mut owed = 0_i64; // Millionths of a point that the pen is behind its place.
        for glyph in &run.glyphs {
            let (code, width) = self.faces.code(run.face, glyph);
            codes.extend(code.to_be_bytes());
            owed += i64::from(glyph.advance) * 1000 - i64::from(width) * size;
            let step = (owed + owed.signum() * size / 2) / size;
            if step != 0 {
                shown.push(DictItem::Bytes(std::mem::take(&mut codes)));
                shown.push(DictItem::Int(-step));
                owed -= step * size;
            }
        }
        if !codes.is_empty() {
            shown.push(DictItem::Bytes(codes));
        }
        shown
    }

    fn shape(&mut self, shape: &Shape) {
        match shape.kind {
            ShapeKind::Line {
                from,
                to,
                thickness,
                dash,
            } => {
                self.op("q", &[]);
                self.op("G", &[grey(shape.black)]);
                self.op("w", &[points(thickness)]);
                self.dash(dash);
                self.op("m", &[points(from.0), points(self.height - from.1)]);
                self.op("l", &[points(to.0), points(self.height - to.1)]);
                self.op("S", &[]);
                self.op("Q", &[]);
            }
            ShapeKind::Frame {
                at,
                size,
                thickness,
            } => self.frame(shape.black, at, size, thickness),
        }
    }

    fn frame(
        &mut self,
        black: u8,
        at: (Length, Length),
        size: (Length, Length),
        thickness: Length,
    ) {
        let bottom = self.height - at.1 - size.1;
        self.op("q", &[]);
        self.op(if thickness == 0 { "g" } else { "G" }, &[grey(black)]);
        self.op("w", &[points(thickness)]);
        self.op(
            "re",
            &[points(at.0), points(bottom), points(size.0), points(size.1)],
        );
        self.op(if thickness == 0 { "f" } else { "S" }, &[]);
        self.op("Q", &[]);
    }

    fn dash(&mut self, dash: Option<(Length, Length)>) {
        let Some((on, off)) = dash else { return };
        let lengths = DictItem::Array(vec![
            DictItem::Real(points(on)),
            DictItem::Real(points(off)),
        ]);
        self.ops.push(Op::Unknown {
            key: "d".to_owned(),
            value: vec![lengths, DictItem::Int(0)],
        });
    }

    fn image(&mut self, image: usize, at: (Length, Length), size: (Length, Length)) {
        let bottom = self.height - at.1 - size.1;
        self.op("q", &[]);
        self.op(
            "cm",
            &[
                points(size.0),
                0.0,
                0.0,
                points(size.1),
                points(at.0),
                points(bottom),
            ],
        );
        let name = DictItem::Name(format!("I{image}").into_bytes());
        self.ops.push(Op::Unknown {
            key: "Do".to_owned(),
            value: vec![name],
        });
        self.op("Q", &[]);
    }

    fn op(&mut self, key: &str, numbers: &[f32]) {
        let value = numbers
            .iter()
            .map(|number| DictItem::Real(*number))
            .collect();
        self.ops.push(Op::Unknown {
            key: key.to_owned(),
            value,
        });
    }
}

/// Whose a drawn thing is.
pub fn owner(draw: &Draw) -> Owner {
    match draw {
        Draw::Glyphs(run) => run.owner,
        Draw::Shape(shape) => shape.owner,
        Draw::Image { owner, .. } => *owner,
    }
}

fn artifact(kind: Artifact) -> DictItem {
    let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
    match kind {
        Artifact::Header => dict(&[("Type", name("Pagination")), ("Subtype", name("Header"))]),
        Artifact::Footer => dict(&[("Type", name("Pagination")), ("Subtype", name("Footer"))]),
        Artifact::Mark => dict(&[("Type", name("Pagination"))]),
        Artifact::Layout => dict(&[("Type", name("Layout"))]),
    }
}

fn dict(entries: &[(&str, DictItem)]) -> DictItem {
    let map: BTreeMap<String, DictItem> = entries
        .iter()
        .map(|(key, item)| ((*key).to_owned(), item.clone()))
        .collect();
    DictItem::Dict { map }
}

/// Thousandths of a point as points.
#[allow(clippy::cast_precision_loss)] // A page is under 2²⁴ thousandths of a point.
pub fn points(length: Length) -> f32 {
    length as f32 / 1000.0
}

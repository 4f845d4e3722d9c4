//! Links: an annotation for each piece of a link on a line, its words, and the way back from the structure
//! (ISO 14289-1, 7.18.5).

use crate::binding::Binding;
use crate::objects::{dict, int, name, text};
use crate::pen::points;
use layout::Pages;
use layout::pages::{Draw, GlyphRun, Length, NodeId, Owner};
use lopdf::{Dictionary, Object, ObjectId};
use rustc_hash::FxHashMap;

/// The annotations of a file.
#[derive(Default)]
pub struct Annotations {
    all: Vec<Annotation>,
    /// Ranks by original and page, then by original and node: there may be thousands of each.
    of_page: FxHashMap<(usize, usize), Vec<usize>>,
    of_node: FxHashMap<(usize, NodeId), Vec<usize>>,
}

struct Annotation {
    id: ObjectId,
    original: usize,
    page: usize,
    node: NodeId,
}

impl Annotations {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.all.len()
    }

    /// Those of a page.
    pub fn of(&self, original: usize, page: usize) -> impl Iterator<Item = ObjectId> {
        let ranks = self.of_page.get(&(original, page)).into_iter().flatten();
        ranks.filter_map(|rank| Some(self.all.get(*rank)?.id))
    }

    /// Those of a node, with their page.
    pub fn objects(
        &self,
        original: usize,
        node: NodeId,
    ) -> impl Iterator<Item = (ObjectId, usize)> {
        let ranks = self.of_node.get(&(original, node)).into_iter().flatten();
        ranks.filter_map(|rank| self.all.get(*rank).map(|one| (one.id, one.page)))
    }

    fn add(&mut self, one: Annotation) {
        let rank = self.all.len();
        self.of_page
            .entry((one.original, one.page))
            .or_default()
            .push(rank);
        self.of_node
            .entry((one.original, one.node))
            .or_default()
            .push(rank);
        self.all.push(one);
    }

    /// Original and node of each, in the order of their numbers.
    pub fn parents(&self) -> impl Iterator<Item = (usize, NodeId)> {
        self.all.iter().map(|one| (one.original, one.node))
    }
}

/// A piece of a link on a line, from the left, top of the line first.
struct Piece {
    page: usize,
    node: NodeId,
    left: Length,
    right: Length,
    baseline: Length,
    size: Length,
}

/// Makes the annotations of every original; their numbers follow those of the pages.
pub fn annotations(binding: &mut Binding<'_>) -> Annotations {
    let pieces = pieces(binding.pages);
    let first = binding.page_ids.len() * binding.pages.pages.len();
    let mut made = Annotations::default();
    for original in 0..binding.page_ids.len() {
        for piece in &pieces {
            let Some(entries) = annotation(binding, original, piece, first + made.count()) else {
                continue;
            };
            let id = binding.doc.add_object(entries);
            made.add(Annotation {
                id,
                original,
                page: piece.page,
                node: piece.node,
            });
        }
    }
    made
}

fn pieces(pages: &Pages) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (page, set) in pages.pages.iter().enumerate() {
        for draw in &set.draws {
            let Draw::Glyphs(run) = draw else { continue };
            let Some(node) = link_of(pages, run) else {
                continue;
            };
            let right = run.x + run.glyphs.iter().map(|glyph| glyph.advance).sum::<Length>();
            match pieces.last_mut() {
                Some(last) if last.page == page && last.node == node && last.baseline == run.y => {
                    last.right = last.right.max(right)
                }
                _ => pieces.push(Piece {
                    page,
                    node,
                    left: run.x,
                    right,
                    baseline: run.y,
                    size: run.size,
                }),
            }
        }
    }
    // The space that ends a line is kept without width: there is nothing to click, nor a place for an annotation.
    pieces.retain(|piece| piece.right > piece.left);
    pieces
}

/// The link that a run is in; none for most.
fn link_of(pages: &Pages, run: &GlyphRun) -> Option<NodeId> {
    let Owner::Node(mut node) = run.owner else {
        return None;
    };
    loop {
        let here = pages.nodes.get(node)?;
        if here.link.is_some() {
            return Some(node);
        }
        node = here.parent?;
    }
}

fn annotation(
    binding: &Binding<'_>,
    original: usize,
    piece: &Piece,
    number: usize,
) -> Option<Dictionary> {
    let target = binding.pages.nodes[piece.node].link.as_deref()?;
    let height = binding.pages.pages[piece.page].height;
    let rect = [
        piece.left,
        height - piece.baseline - piece.size / 4,
        piece.right,
        height - piece.baseline + piece.size * 4 / 5,
    ];
    let mut entries = dict([
        ("Type", name("Annot")),
        ("Subtype", name("Link")),
        (
            "Rect",
            Object::Array(
                rect.into_iter()
                    .map(|side| Object::Real(points(side)))
                    .collect(),
            ),
        ),
        ("Border", Object::Array(vec![int(0), int(0), int(0)])),
        ("F", int(4)),
        ("StructParent", int(number)),
    ]);
    match target.strip_prefix('#') {
        Some(anchor) => inside(&mut entries, binding, original, anchor)?,
        None => outside(&mut entries, target),
    }
    Some(entries)
}

fn inside(
    entries: &mut Dictionary,
    binding: &Binding<'_>,
    original: usize,
    anchor: &str,
) -> Option<()> {
    let node = binding
        .pages
        .nodes
        .iter()
        .position(|node| node.anchor.as_deref() == Some(anchor))?;
    entries.set("Dest", binding.destination(original, node)?);
    let target = &binding.pages.nodes[node];
    let title = target.name.as_ref().or(target.bookmark.as_ref());
    let title = title.map_or(anchor, String::as_str);
    entries.set("Contents", text(&format!("Aller à : {title}")));
    Some(())
}

fn outside(entries: &mut Dictionary, target: &str) {
    entries.set(
        "A",
        Object::Dictionary(dict([
            ("S", name("URI")),
            ("URI", Object::string_literal(target)),
        ])),
    );
    entries.set(
        "Contents",
        text(target.strip_prefix("mailto:").unwrap_or(target)),
    );
}

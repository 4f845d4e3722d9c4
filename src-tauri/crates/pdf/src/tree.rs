//! The tree of the structure: what hangs below each node, in reading order, the same for all originals.

use crate::paint::{Painted, owner};
use layout::Pages;
use layout::pages::{NodeId, Owner};

/// What hangs below a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kid {
    /// Another node.
    Node(NodeId),
    /// A marked content: index of the page, MCID.
    Marked(usize, usize),
}

/// What hangs below each node, and below the document itself.
pub struct Tree {
    /// Below each node.
    pub kids: Vec<Vec<Kid>>,
    /// Below the document.
    pub roots: Vec<NodeId>,
}

/// Hangs nodes and marked contents in the order in which they are read.
pub fn tree(pages: &Pages, painted: &Painted) -> Tree {
    let mut tree = Tree {
        kids: vec![Vec::new(); pages.nodes.len()],
        roots: Vec::new(),
    };
    let mut hung = 0;
    for (page, marked) in painted.marked.iter().enumerate() {
        for (mcid, &node) in marked.iter().enumerate() {
            tree.hang_up_to(pages, &mut hung, node);
            tree.kids[node].push(Kid::Marked(page, mcid));
        }
    }
    if let Some(last) = pages.nodes.len().checked_sub(1) {
        tree.hang_up_to(pages, &mut hung, last);
    }
    tree
}

impl Tree {
    /// Nodes are numbered in reading order: those before one that is met hang before its content.
    fn hang_up_to(&mut self, pages: &Pages, hung: &mut usize, node: NodeId) {
        while *hung <= node {
            match pages.nodes[*hung].parent {
                Some(parent) => self.kids[parent].push(Kid::Node(*hung)),
                None => self.roots.push(*hung),
            }
            *hung += 1;
        }
    }
}

/// The first place of each node on a page: index of the page, thousandths of a point from the top. None when it draws nothing.
pub fn places(pages: &Pages) -> Vec<Option<(usize, i32)>> {
    let mut places = vec![None; pages.nodes.len()];
    for (at, page) in pages.pages.iter().enumerate() {
        for draw in &page.draws {
            let Owner::Node(node) = owner(draw) else {
                continue;
            };
            let mut above = Some(node);
            while let Some(node) = above {
                places[node].get_or_insert((at, top(draw)));
                above = pages.nodes[node].parent;
            }
        }
    }
    places
}

fn top(draw: &layout::pages::Draw) -> i32 {
    use layout::pages::{Draw, ShapeKind};
    match draw {
        Draw::Glyphs(run) => run.y - run.size,
        Draw::Image { y, .. } => *y,
        Draw::Shape(shape) => match shape.kind {
            ShapeKind::Line { from, .. } => from.1,
            ShapeKind::Frame { at, .. } => at.1,
        },
    }
}

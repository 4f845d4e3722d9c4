//! Pages as readable text, for golden tests: what stands where, the tree of elements, the words in order.

use crate::pages::{Draw, Length, Node, NodeId, Owner, Page, Pages, Role, Shape, ShapeKind};
use std::fmt::Write;

impl Pages {
    /// Each page, then each drawn thing: baseline or place, face and size, words. One line a thing.
    pub fn outline(&self) -> String {
        let mut out = String::new();
        for (rank, page) in self.pages.iter().enumerate() {
            let number = page
                .number
                .map_or("blank".to_owned(), |number| format!("page {number}"));
            let _ = writeln!(
                out,
                "== {} · {number} · {} × {}",
                rank + 1,
                pt(page.width),
                pt(page.height)
            );
            draws(&mut out, &page.draws);
            for (original, furniture) in self.furniture.iter().enumerate() {
                let own = furniture.get(rank).map(Vec::as_slice).unwrap_or_default();
                if !own.is_empty() {
                    let _ = writeln!(out, "-- original {}", original + 1);
                    draws(&mut out, own);
                }
            }
        }
        out
    }

    /// The tree of elements, each with its words, indented; what an element says of itself follows. Words that
    /// come after an element inside another stand on a line of their own.
    pub fn tags(&self) -> String {
        let kids = self.kids();
        let mut out = String::new();
        for root in (0..self.nodes.len()).filter(|node| self.nodes[*node].parent.is_none()) {
            self.tag(&mut out, root, 0, &kids);
        }
        out
    }

    /// The words of the text, in reading order, a line for each element that is no part of a sentence; artifacts
    /// are left out.
    pub fn text(&self) -> String {
        let kids = self.kids();
        let mut out = String::new();
        for root in (0..self.nodes.len()).filter(|node| self.nodes[*node].parent.is_none()) {
            self.spell(&mut out, root, &kids);
        }
        out
    }

    /// What each element holds, in the order in which it is read: words and elements.
    fn kids(&self) -> Vec<Vec<Kid>> {
        let mut kids: Vec<Vec<Kid>> = self.nodes.iter().map(|_| Vec::new()).collect();
        let mut known = vec![false; self.nodes.len()];
        for draw in self.pages.iter().flat_map(|page: &Page| &page.draws) {
            let Some((node, words)) = node_words(draw) else {
                continue;
            };
            // Elements are numbered in reading order: an empty one before those that come after it.
            (0..=node).for_each(|before| self.know(before, &mut known, &mut kids));
            match kids[node].last_mut() {
                Some(Kid::Words(before)) => before.push_str(&words),
                _ => kids[node].push(Kid::Words(words)),
            }
        }
        for node in 0..self.nodes.len() {
            self.know(node, &mut known, &mut kids);
        }
        kids
    }

    /// Puts an element, and those above it, among what their parents hold.
    fn know(&self, node: NodeId, known: &mut [bool], kids: &mut [Vec<Kid>]) {
        if std::mem::replace(&mut known[node], true) {
            return;
        }
        if let Some(parent) = self.nodes[node].parent {
            self.know(parent, known, kids);
            kids[parent].push(Kid::Node(node));
        }
    }

    fn tag(&self, out: &mut String, id: NodeId, depth: usize, kids: &[Vec<Kid>]) {
        let node = &self.nodes[id];
        let _ = write!(
            out,
            "{}{}{}",
            "  ".repeat(depth),
            role(node.role),
            details(node)
        );
        for (rank, kid) in kids[id].iter().enumerate() {
            match kid {
                Kid::Words(words) if rank == 0 => {
                    let _ = write!(out, " “{}”", words.trim_end());
                }
                Kid::Words(words) => {
                    let _ = write!(out, "\n{}“{}”", "  ".repeat(depth + 1), words.trim_end());
                }
                Kid::Node(child) => {
                    out.push('\n');
                    self.tag(out, *child, depth + 1, kids);
                    out.pop();
                }
            }
        }
        out.push('\n');
    }

    fn spell(&self, out: &mut String, id: NodeId, kids: &[Vec<Kid>]) {
        for kid in &kids[id] {
            match kid {
                Kid::Words(words) => out.push_str(words),
                Kid::Node(child) => self.spell(out, *child, kids),
            }
        }
        let inside = matches!(
            self.nodes[id].role,
            Role::Link | Role::Span | Role::Lbl | Role::Figure
        );
        if !inside && !out.is_empty() && !out.ends_with('\n') {
            out.push('\n');
        }
    }
}

/// What an element holds.
enum Kid {
    Words(String),
    Node(NodeId),
}

/// The words of a drawn thing and their element; no words for a picture or a shape that has one.
fn node_words(draw: &Draw) -> Option<(NodeId, String)> {
    let (owner, words) = match draw {
        Draw::Glyphs(run) => (
            run.owner,
            run.glyphs.iter().map(|glyph| glyph.text.as_str()).collect(),
        ),
        Draw::Shape(shape) => (shape.owner, String::new()),
        Draw::Image { owner, .. } => (*owner, String::new()),
    };
    match owner {
        Owner::Node(node) => Some((node, words)),
        Owner::Artifact(_) => None,
    }
}

fn role(role: Role) -> String {
    match role {
        Role::Roll => "L (numbers)".to_owned(),
        Role::L { lettered: true } => "L (letters)".to_owned(),
        Role::L { lettered: false } => "L".to_owned(),
        Role::Th { column, span } => format!(
            "TH ({}{})",
            if column { "column" } else { "row" },
            spanned(span)
        ),
        Role::Td { span } if span > 1 => format!("TD ({} columns)", span),
        Role::Td { .. } => "TD".to_owned(),
        Role::Li => "LI".to_owned(),
        Role::THead => "THead".to_owned(),
        Role::TBody => "TBody".to_owned(),
        Role::Tr => "TR".to_owned(),
        other => format!("{other:?}"),
    }
}

fn spanned(span: u16) -> String {
    if span > 1 {
        format!(", {span} columns")
    } else {
        String::new()
    }
}

fn details(node: &Node) -> String {
    let named = [
        ("alt", &node.alt),
        ("expansion", &node.expansion),
        ("lang", &node.lang),
        ("link", &node.link),
        ("anchor", &node.anchor),
        ("bookmark", &node.bookmark),
    ];
    let mut out: String = named
        .iter()
        .filter_map(|(name, value)| value.as_ref().map(|value| format!(" {name}=“{value}”")))
        .collect();
    if !node.fields.is_empty() {
        let _ = write!(out, " {{{}}}", node.fields.join(" "));
    }
    out
}

fn draws(out: &mut String, draws: &[Draw]) {
    for draw in draws {
        match draw {
            Draw::Glyphs(run) => {
                let words: String = run.glyphs.iter().map(|glyph| glyph.text.as_str()).collect();
                let owner = if matches!(run.owner, Owner::Artifact(_)) {
                    "·"
                } else {
                    ""
                };
                let turned = if run.turned { " turned" } else { "" };
                let _ = writeln!(
                    out,
                    "{:>8} {:>8} {:?} {}{turned} {owner}“{words}”",
                    pt(run.y),
                    pt(run.x),
                    run.face,
                    pt(run.size)
                );
            }
            Draw::Shape(shape) => drawn(out, shape),
            Draw::Image {
                x,
                y,
                width,
                height,
                ..
            } => {
                let _ = writeln!(
                    out,
                    "{:>8} {:>8} picture {} × {}",
                    pt(*y),
                    pt(*x),
                    pt(*width),
                    pt(*height)
                );
            }
        }
    }
}

fn drawn(out: &mut String, shape: &Shape) {
    let (place, what) = match &shape.kind {
        ShapeKind::Line {
            from,
            to,
            thickness,
            dash,
        } => {
            let kind = if dash.is_some() { "dots" } else { "rule" };
            (
                *from,
                format!(
                    "{kind} → {} {} thick {}",
                    pt(to.0),
                    pt(to.1),
                    pt(*thickness)
                ),
            )
        }
        ShapeKind::Frame {
            at,
            size,
            thickness,
        } => {
            let kind = if *thickness == 0 { "block" } else { "frame" };
            (*at, format!("{kind} {} × {}", pt(size.0), pt(size.1)))
        }
    };
    let _ = writeln!(
        out,
        "{:>8} {:>8} {what} {}%",
        pt(place.1),
        pt(place.0),
        shape.black
    );
}

/// Points, without idle zeros.
fn pt(length: Length) -> String {
    let text = format!(
        "{}{}.{:03}",
        if length < 0 { "-" } else { "" },
        length.abs() / 1000,
        length.abs() % 1000
    );
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

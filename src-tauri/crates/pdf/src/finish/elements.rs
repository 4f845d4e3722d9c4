//! The structure tree: one element a node and an original, each original a `Part` (ISO 32000-1, 14.7).

use super::Press;
use crate::links::Annotations;
use crate::objects::{at, dict, int, name, text};
use crate::paint::{Painted, owner, points};
use crate::structure::{attributes, figure_box, tag};
use crate::tree::{Kid, Tree};
use layout::pages::{Draw, Length, Node, NodeId, Owner, Role, ShapeKind};
use lopdf::{Dictionary, Object, ObjectId};

/// Makes the elements of every original and the parent tree; the root of the structure.
pub fn elements(
    press: &mut Press<'_>,
    tree: &Tree,
    painted: &Painted,
    annotations: &Annotations,
) -> ObjectId {
    let (root, document) = (press.doc.new_object_id(), press.doc.new_object_id());
    let parts: Vec<Object> = (0..press.page_ids.len())
        .map(|original| at(part(press, tree, original, document, annotations)))
        .collect();
    let numbers = numbers(press, painted, annotations);
    let element = dict([
        ("Type", name("StructElem")),
        ("S", name("Document")),
        ("P", at(root)),
        ("K", Object::Array(parts)),
    ]);
    press
        .doc
        .objects
        .insert(document, Object::Dictionary(element));
    let next = int(numbers.len());
    let flat = numbers
        .into_iter()
        .enumerate()
        .flat_map(|(number, parent)| [int(number), parent])
        .collect();
    let parents = press.doc.add_object(dict([("Nums", Object::Array(flat))]));
    let top = dict([
        ("Type", name("StructTreeRoot")),
        ("K", Object::Array(vec![at(document)])),
        ("ParentTree", at(parents)),
        ("ParentTreeNextKey", next),
    ]);
    press.doc.objects.insert(root, Object::Dictionary(top));
    root
}

fn part(
    press: &mut Press<'_>,
    tree: &Tree,
    original: usize,
    document: ObjectId,
    annotations: &Annotations,
) -> ObjectId {
    let id = press.doc.new_object_id();
    for node in 0..press.pages.nodes.len() {
        let element = element(press, tree, original, node, id, annotations);
        press.doc.objects.insert(
            press.element_ids[original][node],
            Object::Dictionary(element),
        );
    }
    let kids = tree
        .roots
        .iter()
        .map(|node| at(press.element_ids[original][*node]))
        .collect();
    let part = dict([
        ("Type", name("StructElem")),
        ("S", name("Part")),
        ("P", at(document)),
        ("K", Object::Array(kids)),
    ]);
    press.doc.objects.insert(id, Object::Dictionary(part));
    id
}

fn element(
    press: &Press<'_>,
    tree: &Tree,
    original: usize,
    at_node: NodeId,
    part: ObjectId,
    annotations: &Annotations,
) -> Dictionary {
    let node = &press.pages.nodes[at_node];
    let parent = node
        .parent
        .map_or(part, |parent| press.element_ids[original][parent]);
    let mut element = dict([
        ("Type", name("StructElem")),
        ("S", name(tag(node.role))),
        ("P", at(parent)),
    ]);
    let mut kids: Vec<Object> = tree.kids[at_node]
        .iter()
        .map(|kid| below(press, original, *kid))
        .collect();
    let links = annotations.objects(original, at_node);
    kids.extend(links.map(|(annotation, page)| {
        let page = at(press.page_ids[original][page]);
        Object::Dictionary(dict([
            ("Type", name("OBJR")),
            ("Obj", at(annotation)),
            ("Pg", page),
        ]))
    }));
    if !kids.is_empty() {
        element.set("K", Object::Array(kids));
    }
    describe(&mut element, press, original, at_node, node);
    element
}

fn below(press: &Press<'_>, original: usize, kid: Kid) -> Object {
    match kid {
        Kid::Node(node) => at(press.element_ids[original][node]),
        Kid::Marked(page, mcid) => {
            let page = at(press.page_ids[original][page]);
            Object::Dictionary(dict([
                ("Type", name("MCR")),
                ("Pg", page),
                ("MCID", int(mcid)),
            ]))
        }
    }
}

/// What an element says of itself beside its place.
fn describe(
    element: &mut Dictionary,
    press: &Press<'_>,
    original: usize,
    at_node: NodeId,
    node: &Node,
) {
    let said = [
        ("Alt", &node.alt),
        ("E", &node.expansion),
        ("Lang", &node.lang),
    ];
    for (key, words) in said {
        if let Some(words) = words {
            element.set(key, text(words));
        }
    }
    if node.role == Role::Note {
        element.set("ID", text(&format!("note-{original}-{at_node}")));
    }
    let place = (node.role == Role::Figure)
        .then(|| picture_box(press, at_node))
        .flatten();
    if let Some(attributes) = place.map(figure_box).or_else(|| attributes(node.role)) {
        element.set("A", Object::Dictionary(attributes));
    }
}

/// The box round all that a picture draws on its first page, in points from the bottom left.
fn picture_box(press: &Press<'_>, node: NodeId) -> Option<[f32; 4]> {
    press.pages.pages.iter().find_map(|page| {
        let own = page
            .draws
            .iter()
            .filter(|draw| owner(draw) == Owner::Node(node));
        let [left, top, right, bottom] = own.map(place).reduce(|one, next| {
            [
                one[0].min(next[0]),
                one[1].min(next[1]),
                one[2].max(next[2]),
                one[3].max(next[3]),
            ]
        })?;
        let sides = [left, page.height - bottom, right, page.height - top];
        Some(sides.map(points))
    })
}

/// Left, top, right and bottom of a drawn thing.
fn place(draw: &Draw) -> [Length; 4] {
    match draw {
        Draw::Image {
            x,
            y,
            width,
            height,
            ..
        } => [*x, *y, x + width, y + height],
        Draw::Glyphs(run) => {
            let width: Length = run.glyphs.iter().map(|glyph| glyph.advance).sum();
            [run.x, run.y - run.size, run.x + width, run.y + run.size / 4]
        }
        Draw::Shape(shape) => match shape.kind {
            ShapeKind::Line { from, to, .. } => [
                from.0.min(to.0),
                from.1.min(to.1),
                from.0.max(to.0),
                from.1.max(to.1),
            ],
            ShapeKind::Frame { at, size, .. } => [at.0, at.1, at.0 + size.0, at.1 + size.1],
        },
    }
}

/// The parents, by number: a page's marked contents first, then each annotation.
fn numbers(press: &Press<'_>, painted: &Painted, annotations: &Annotations) -> Vec<Object> {
    let mut numbers = Vec::new();
    for ids in &press.element_ids {
        for marked in &painted.marked {
            numbers.push(Object::Array(
                marked.iter().map(|node| at(ids[*node])).collect(),
            ));
        }
    }
    numbers.extend(
        annotations
            .parents()
            .map(|(original, node)| at(press.element_ids[original][node])),
    );
    numbers
}

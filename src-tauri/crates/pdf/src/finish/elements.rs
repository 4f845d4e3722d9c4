//! The structure tree: one element a node and an original, each original a `Part` (ISO 32000-1, 14.7).

use super::Beside;
use crate::binding::Binding;
use crate::objects::{at, dict, int, name, text};
use crate::paint::{Painted, owner};
use crate::pen::points;
use crate::structure::{attributes, figure_box, tag};
use crate::tree::{Kid, Tree};
use layout::pages::{Draw, Length, Node, NodeId, Owner, Role, ShapeKind};
use lopdf::{Dictionary, Object, ObjectId};

/// Makes the elements of every original and the parent tree; the root of the structure.
pub fn elements(
    binding: &mut Binding<'_>,
    tree: &Tree,
    painted: &Painted,
    beside: &Beside,
) -> ObjectId {
    let (root, document) = (binding.doc.new_object_id(), binding.doc.new_object_id());
    let parts: Vec<Object> = (0..binding.page_ids.len())
        .map(|original| at(part(binding, tree, original, document, beside)))
        .collect();
    let numbers = numbers(binding, painted, beside);
    let element = dict([
        ("S", name("Document")),
        ("P", at(root)),
        ("K", Object::Array(parts)),
    ]);
    binding
        .doc
        .objects
        .insert(document, Object::Dictionary(element));
    let next = int(numbers.len());
    let flat = numbers
        .into_iter()
        .enumerate()
        .flat_map(|(number, parent)| [int(number), parent])
        .collect();
    let parents = binding
        .doc
        .add_object(dict([("Nums", Object::Array(flat))]));
    let top = dict([
        ("Type", name("StructTreeRoot")),
        ("K", Object::Array(vec![at(document)])),
        ("ParentTree", at(parents)),
        ("ParentTreeNextKey", next),
    ]);
    binding.doc.objects.insert(root, Object::Dictionary(top));
    root
}

fn part(
    binding: &mut Binding<'_>,
    tree: &Tree,
    original: usize,
    document: ObjectId,
    beside: &Beside,
) -> ObjectId {
    let id = binding.doc.new_object_id();
    for node in 0..binding.pages.nodes.len() {
        let element = element(binding, tree, original, node, id, beside);
        binding.doc.objects.insert(
            binding.element_ids[original][node],
            Object::Dictionary(element),
        );
    }
    let kids = tree
        .roots
        .iter()
        .map(|node| at(binding.element_ids[original][*node]))
        .collect();
    let part = dict([
        ("S", name("Part")),
        ("P", at(document)),
        ("K", Object::Array(kids)),
    ]);
    binding.doc.objects.insert(id, Object::Dictionary(part));
    id
}

fn element(
    binding: &Binding<'_>,
    tree: &Tree,
    original: usize,
    at_node: NodeId,
    part: ObjectId,
    beside: &Beside,
) -> Dictionary {
    let node = &binding.pages.nodes[at_node];
    let parent = node
        .parent
        .map_or(part, |parent| binding.element_ids[original][parent]);
    let mut element = dict([("S", name(tag(node.role))), ("P", at(parent))]);
    let mut kids = Kids {
        binding,
        original,
        page: None,
        all: Vec::new(),
    };
    tree.kids[at_node].iter().for_each(|kid| kids.add(*kid));
    let objects = beside.links.objects(original, at_node);
    objects.for_each(|(annotation, page)| kids.object(annotation, page));
    kids.all
        .extend(beside.fields.below(original, at_node).map(at));
    kids.give(&mut element);
    describe(&mut element, binding, original, at_node, node);
    element
}

/// What hangs below an element. Marked contents of its own page are said by their number alone (ISO 32000-1, 14.7.2).
struct Kids<'a> {
    binding: &'a Binding<'a>,
    original: usize,
    page: Option<usize>,
    all: Vec<Object>,
}

impl Kids<'_> {
    fn add(&mut self, kid: Kid) {
        let object = match kid {
            Kid::Node(node) => at(self.binding.element_ids[self.original][node]),
            Kid::Marked(page, mcid) if *self.page.get_or_insert(page) == page => int(mcid),
            Kid::Marked(page, mcid) => {
                let entries = dict([
                    ("Type", name("MCR")),
                    ("Pg", self.page(page)),
                    ("MCID", int(mcid)),
                ]);
                Object::Dictionary(entries)
            }
        };
        self.all.push(object);
    }

    fn object(&mut self, object: ObjectId, page: usize) {
        let mut entries = dict([("Type", name("OBJR")), ("Obj", at(object))]);
        if *self.page.get_or_insert(page) != page {
            entries.set("Pg", self.page(page));
        }
        self.all.push(Object::Dictionary(entries));
    }

    fn page(&self, page: usize) -> Object {
        at(self.binding.page_ids[self.original][page])
    }

    fn give(mut self, element: &mut Dictionary) {
        if let Some(page) = self.page {
            element.set("Pg", self.page(page));
        }
        match self.all.len() {
            0 => {}
            1 => self.all.drain(..).for_each(|kid| element.set("K", kid)),
            _ => element.set("K", Object::Array(self.all)),
        }
    }
}

/// What an element says of itself beside its place.
fn describe(
    element: &mut Dictionary,
    binding: &Binding<'_>,
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
        .then(|| picture_box(binding, at_node))
        .flatten();
    if let Some(attributes) = place.map(figure_box).or_else(|| attributes(node.role)) {
        element.set("A", Object::Dictionary(attributes));
    }
}

/// The box round all that a picture draws on its first page, in points from the bottom left.
fn picture_box(binding: &Binding<'_>, node: NodeId) -> Option<[f32; 4]> {
    binding.pages.pages.iter().find_map(|page| {
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
fn numbers(binding: &Binding<'_>, painted: &Painted, beside: &Beside) -> Vec<Object> {
    let mut numbers = Vec::new();
    for ids in &binding.element_ids {
        for marked in &painted.marked {
            numbers.push(Object::Array(
                marked.iter().map(|node| at(ids[*node])).collect(),
            ));
        }
    }
    let links = beside.links.parents();
    numbers.extend(links.map(|(original, node)| at(binding.element_ids[original][node])));
    numbers.extend(beside.fields.parents().map(at));
    numbers
}

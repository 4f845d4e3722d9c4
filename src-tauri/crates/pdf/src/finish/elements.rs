//! The structure tree: one element a node and an original, each original a `Part` (ISO 32000-1, 14.7).

use super::Beside;
use crate::binding::{Binding, Elements};
use crate::objects::{at, dict, int, name, text};
use crate::paint::{Painted, owner};
use crate::pen::points;
use crate::structure::{attributes, figure_box, tag};
use crate::syntax::{dictionary, put, reference, whole};
use crate::tree::{Kid, Tree};
use layout::pages::{Draw, Length, Node, NodeId, Owner, Role, ShapeKind};
use lopdf::{Dictionary, Object, ObjectId};

/// Makes the elements of every original and the parent tree; the root of the structure.
pub fn elements(
    binding: &mut Binding<'_>,
    tree: &Tree,
    painted: &Painted,
    beside: &Beside,
) -> (ObjectId, Elements) {
    let (root, document) = (binding.doc.new_object_id(), binding.doc.new_object_id());
    let mut elements = Elements::default();
    let mut parts = Vec::new();
    for original in 0..binding.page_ids.len() {
        let id = binding.doc.new_object_id();
        let of = Of {
            binding,
            tree,
            original,
            part: id,
            beside,
        };
        of.write(&mut elements);
        binding.doc.objects.insert(
            id,
            Object::Dictionary(part(binding, tree, original, document)),
        );
        parts.push(at(id));
    }
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
    (root, elements)
}

fn part(binding: &Binding<'_>, tree: &Tree, original: usize, document: ObjectId) -> Dictionary {
    let kids = tree
        .roots
        .iter()
        .map(|node| at(binding.element_ids[original][*node]))
        .collect();
    dict([
        ("S", name("Part")),
        ("P", at(document)),
        ("K", Object::Array(kids)),
    ])
}

/// The elements of one original, written as they stand in the file: there are hundreds, of few entries each.
struct Of<'a> {
    binding: &'a Binding<'a>,
    tree: &'a Tree,
    original: usize,
    part: ObjectId,
    beside: &'a Beside,
}

impl Of<'_> {
    fn write(&self, elements: &mut Elements) {
        let mut kids = Kids::default();
        for node in 0..self.binding.pages.nodes.len() {
            elements.add(self.id(node), |bytes| self.element(node, &mut kids, bytes));
        }
    }

    fn id(&self, node: NodeId) -> ObjectId {
        self.binding.element_ids[self.original][node]
    }

    fn page(&self, page: usize) -> ObjectId {
        self.binding.page_ids[self.original][page]
    }

    fn element(&self, at_node: NodeId, kids: &mut Kids, bytes: &mut Vec<u8>) {
        let node = &self.binding.pages.nodes[at_node];
        bytes.extend_from_slice(b"<</S/");
        bytes.extend_from_slice(tag(node.role).as_bytes());
        bytes.extend_from_slice(b"/P ");
        let parent = node.parent.map_or(self.part, |parent| self.id(parent));
        reference(parent, bytes);
        self.gather(at_node, kids);
        kids.give(self, bytes);
        self.describe(at_node, node, bytes);
        bytes.extend_from_slice(b">>");
    }

    /// What hangs below an element.
    fn gather(&self, at_node: NodeId, kids: &mut Kids) {
        kids.clear();
        for kid in &self.tree.kids[at_node] {
            match kid {
                Kid::Node(node) => kids.reference(self.id(*node)),
                Kid::Marked(page, mcid) => kids.marked(self, *page, *mcid),
            }
        }
        for (annotation, page) in self.beside.links.objects(self.original, at_node) {
            kids.object(self, annotation, page);
        }
        for field in self.beside.fields.below(self.original, at_node) {
            kids.reference(field);
        }
    }

    /// What an element says of itself beside its place.
    fn describe(&self, at_node: NodeId, node: &Node, bytes: &mut Vec<u8>) {
        let said = [
            ("/Alt", &node.alt),
            ("/E", &node.expansion),
            ("/Lang", &node.lang),
        ];
        for (key, words) in said {
            if let Some(words) = words {
                bytes.extend_from_slice(key.as_bytes());
                put(&text(words), bytes);
            }
        }
        if node.role == Role::Note {
            bytes.extend_from_slice(b"/ID");
            put(&text(&format!("note-{}-{at_node}", self.original)), bytes);
        }
        let place = (node.role == Role::Figure)
            .then(|| picture_box(self.binding, at_node))
            .flatten();
        if let Some(attributes) = place.map(figure_box).or_else(|| attributes(node.role)) {
            bytes.extend_from_slice(b"/A");
            dictionary(&attributes, bytes);
        }
    }
}

/// What hangs below an element. Marked contents of its own page are said by their number alone (ISO 32000-1, 14.7.2).
#[derive(Default)]
struct Kids {
    page: Option<usize>,
    count: usize,
    /// Whether the first is a dictionary, which needs no space before it.
    closed: bool,
    bytes: Vec<u8>,
}

impl Kids {
    fn clear(&mut self) {
        (self.page, self.count) = (None, 0);
        self.bytes.clear();
    }

    fn next(&mut self, closed: bool) {
        if self.count == 0 {
            self.closed = closed;
        } else {
            self.bytes.push(b' ');
        }
        self.count += 1;
    }

    fn reference(&mut self, id: ObjectId) {
        self.next(false);
        reference(id, &mut self.bytes);
    }

    fn marked(&mut self, of: &Of<'_>, page: usize, mcid: usize) {
        let number = i64::try_from(mcid).unwrap_or(i64::MAX);
        if *self.page.get_or_insert(page) == page {
            self.next(false);
            return whole(number, &mut self.bytes);
        }
        self.next(true);
        self.bytes.extend_from_slice(b"<</Type/MCR/Pg ");
        reference(of.page(page), &mut self.bytes);
        self.bytes.extend_from_slice(b"/MCID ");
        whole(number, &mut self.bytes);
        self.bytes.extend_from_slice(b">>");
    }

    fn object(&mut self, of: &Of<'_>, object: ObjectId, page: usize) {
        self.next(true);
        self.bytes.extend_from_slice(b"<</Type/OBJR/Obj ");
        reference(object, &mut self.bytes);
        if *self.page.get_or_insert(page) != page {
            self.bytes.extend_from_slice(b"/Pg ");
            reference(of.page(page), &mut self.bytes);
        }
        self.bytes.extend_from_slice(b">>");
    }

    fn give(&self, of: &Of<'_>, bytes: &mut Vec<u8>) {
        if let Some(page) = self.page {
            bytes.extend_from_slice(b"/Pg ");
            reference(of.page(page), bytes);
        }
        let (before, after): (&[u8], &[u8]) = match self.count {
            0 => return,
            1 if self.closed => (b"/K", b""),
            1 => (b"/K ", b""),
            _ => (b"/K[", b"]"),
        };
        bytes.extend_from_slice(before);
        bytes.extend_from_slice(&self.bytes);
        bytes.extend_from_slice(after);
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

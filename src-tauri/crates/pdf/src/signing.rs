//! Fields for signatures: in each original one for each signatory, empty, where the hand would sign
//! (ISO 32000-1, 12.7.4.5; ISO 14289-1, 7.18.1 and 7.18.4: a `Form` element that leads to it, words of its own).

use crate::binding::Binding;
use crate::objects::{at, dict, int, name, text};
use crate::pen::points;
use layout::pages::{NodeId, SigningPlace};
use lopdf::{Dictionary, Object, ObjectId, Stream};

/// The fields of a file; none unless they are asked for.
#[derive(Default)]
pub struct Fields(Vec<Field>);

struct Field {
    /// The field, which is also what stands on the page.
    widget: ObjectId,
    /// Its element.
    element: ObjectId,
    original: usize,
    page: usize,
    node: NodeId,
}

impl Fields {
    /// Makes the fields of every original, numbered in the parent tree from `first`.
    pub fn of(binding: &mut Binding<'_>, first: usize) -> Self {
        let mut fields = Self::default();
        for original in 0..binding.page_ids.len() {
            for (rank, place) in binding.pages.signing.iter().enumerate() {
                let number = first + fields.0.len();
                let widget = binding.doc.new_object_id();
                let entries = widget_entries(binding, (original, rank), place, number);
                binding
                    .doc
                    .objects
                    .insert(widget, Object::Dictionary(entries));
                let element = binding
                    .doc
                    .add_object(element(binding, original, place, widget));
                let (page, node) = (place.page, place.node);
                fields.0.push(Field {
                    widget,
                    element,
                    original,
                    page,
                    node,
                });
            }
        }
        fields
    }

    /// Those of a page.
    pub fn on(&self, original: usize, page: usize) -> impl Iterator<Item = ObjectId> {
        let here = move |field: &&Field| field.original == original && field.page == page;
        self.0.iter().filter(here).map(|field| field.widget)
    }

    /// The elements that hang below a node.
    pub fn below(&self, original: usize, node: NodeId) -> impl Iterator<Item = ObjectId> {
        let here = move |field: &&Field| field.original == original && field.node == node;
        self.0.iter().filter(here).map(|field| field.element)
    }

    /// The element of each, in the order of their numbers.
    pub fn parents(&self) -> impl Iterator<Item = ObjectId> {
        self.0.iter().map(|field| field.element)
    }

    /// What the catalogue says of them; none when there is none.
    pub fn form(&self) -> Option<Object> {
        let all: Vec<Object> = self.0.iter().map(|field| at(field.widget)).collect();
        (!all.is_empty()).then(|| Object::Dictionary(dict([("Fields", Object::Array(all))])))
    }
}

fn widget_entries(
    binding: &mut Binding<'_>,
    (original, rank): (usize, usize),
    place: &SigningPlace,
    number: usize,
) -> Dictionary {
    let height = binding.pages.pages[place.page].height;
    let (left, right) = (place.at.0, place.at.0 + place.size.0);
    let (bottom, top) = (height - place.at.1 - place.size.1, height - place.at.1);
    let sides = [left, bottom, right, top].map(|side| Object::Real(points(side)));
    // An archive wants an appearance even of what shows nothing (ISO 19005-2, 6.3.3).
    let appearance = binding
        .doc
        .add_object(Stream::new(empty(place), Vec::new()));
    let said = match binding.page_ids.len() {
        1 => format!("Signature : {}", place.party),
        _ => format!("Exemplaire {}, signature : {}", original + 1, place.party),
    };
    dict([
        ("Type", name("Annot")),
        ("Subtype", name("Widget")),
        ("FT", name("Sig")),
        (
            "T",
            text(&format!("signature-{}-{}", original + 1, rank + 1)),
        ),
        ("TU", text(&said)),
        ("Rect", Object::Array(sides.to_vec())),
        ("P", at(binding.page_ids[original][place.page])),
        ("F", int(4)),
        ("AP", Object::Dictionary(dict([("N", at(appearance))]))),
        ("StructParent", int(number)),
    ])
}

/// A form that draws nothing, as large as the blank.
fn empty(place: &SigningPlace) -> Dictionary {
    let sides = [0, 0, place.size.0, place.size.1].map(|side| Object::Real(points(side)));
    dict([
        ("Type", name("XObject")),
        ("Subtype", name("Form")),
        ("BBox", Object::Array(sides.to_vec())),
        ("Resources", Object::Dictionary(Dictionary::new())),
    ])
}

fn element(
    binding: &Binding<'_>,
    original: usize,
    place: &SigningPlace,
    widget: ObjectId,
) -> Dictionary {
    dict([
        ("S", name("Form")),
        ("P", at(binding.element_ids[original][place.node])),
        ("Pg", at(binding.page_ids[original][place.page])),
        (
            "K",
            Object::Dictionary(dict([("Type", name("OBJR")), ("Obj", at(widget))])),
        ),
    ])
}

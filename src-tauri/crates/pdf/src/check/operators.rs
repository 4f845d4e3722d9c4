//! The operators of a stream: each known, what paints inside one marked content, what is opened closed.
//!
//! Each stream must stand alone, since originals share bodies and add their own furniture after them.

use super::book::Book;
use super::faces::FaceRead;
use super::rules::{Flaws, Rule};
use lopdf::content::Operation;
use lopdf::{Dictionary, Object, ObjectId};
use std::collections::BTreeMap;

const SHOWS: [&str; 4] = ["Tj", "TJ", "'", "\""];
const PAINTS: [&str; 10] = ["S", "s", "f", "f*", "B", "B*", "b", "b*", "Do", "F"];
const SETS: [&str; 30] = [
    "cm", "w", "J", "j", "M", "d", "g", "G", "rg", "RG", "m", "l", "c", "v", "y", "h", "re", "W",
    "W*", "n", "Tc", "Tw", "Tz", "TL", "Ts", "Td", "TD", "Tm", "T*", "Tr",
];

/// A marked content of the structure.
#[derive(Clone, Debug, Default)]
pub struct Marked {
    /// Its type: « P ».
    pub tag: String,
    /// What it says, by the faces' own tables.
    pub text: String,
}

/// A page being walked.
pub struct Walk<'a> {
    book: &'a Book,
    resources: &'a Dictionary,
    faces: &'a mut BTreeMap<ObjectId, FaceRead>,
    flaws: &'a mut Flaws,
    place: String,
    /// The page's marked contents of the structure, by number.
    pub marked: BTreeMap<i64, Marked>,
    state: State,
}

/// What is open in a stream.
#[derive(Default)]
struct State {
    saved: Vec<Option<ObjectId>>,
    face: Option<ObjectId>,
    text: bool,
    open: Vec<Open>,
    /// How many marked contents were open when the text object began.
    depth: usize,
}

/// A marked content that is open: its number, none for an artifact.
struct Open(Option<i64>);

impl<'a> Walk<'a> {
    /// Begins a page, called by `place` in what is found.
    pub fn new(
        book: &'a Book,
        resources: &'a Dictionary,
        faces: &'a mut BTreeMap<ObjectId, FaceRead>,
        flaws: &'a mut Flaws,
        place: String,
    ) -> Self {
        Self {
            book,
            resources,
            faces,
            flaws,
            place,
            marked: BTreeMap::new(),
            state: State::default(),
        }
    }

    /// Walks a stream from its beginning state to its end.
    pub fn stream(&mut self, operations: &[Operation]) {
        self.state = State::default();
        operations
            .iter()
            .for_each(|operation| self.operation(operation));
        let state = &self.state;
        if !state.saved.is_empty() || state.text || !state.open.is_empty() {
            self.flaw(Rule::Unbalanced);
        }
    }

    /// Notes a flaw of this page.
    pub fn flaw(&mut self, rule: Rule) {
        self.flaws.add(rule, self.place.clone());
    }

    fn flaw_of(&mut self, rule: Rule, what: &str) {
        self.flaws.add(rule, format!("{}, {what}", self.place));
    }

    fn operation(&mut self, operation: &Operation) {
        let name = operation.operator.as_str();
        if SHOWS.contains(&name) || PAINTS.contains(&name) {
            self.paint(name, &operation.operands);
        } else if !SETS.contains(&name) {
            self.open_or_close(name, &operation.operands);
        }
    }

    fn open_or_close(&mut self, name: &str, operands: &[Object]) {
        match name {
            "q" => self.state.saved.push(self.state.face),
            "Q" => match self.state.saved.pop() {
                Some(face) => self.state.face = face,
                None => self.flaw(Rule::Unbalanced),
            },
            "BT" | "ET" => {
                // A marked content that a text object holds ends in it (ISO 32000-1, 14.6.1).
                let depth = self.state.open.len();
                if self.state.text == (name == "BT") || name == "ET" && self.state.depth != depth {
                    self.flaw(Rule::Unbalanced);
                }
                self.state.depth = depth;
                self.state.text = name == "BT";
            }
            "Tf" => self.face(operands),
            "BMC" | "BDC" => self.begin(operands),
            "EMC" => {
                if self.state.open.pop().is_none() {
                    self.flaw(Rule::Unbalanced);
                }
            }
            other => self.flaw_of(Rule::Operator, other),
        }
    }

    fn begin(&mut self, operands: &[Object]) {
        if !self.state.open.is_empty() {
            self.flaw(Rule::Nested);
        }
        let tag = operands
            .first()
            .and_then(|tag| tag.as_name().ok())
            .unwrap_or_default();
        let tag = String::from_utf8_lossy(tag).into_owned();
        let properties = operands
            .get(1)
            .and_then(|properties| properties.as_dict().ok());
        let mcid = properties.and_then(|properties| self.book.int(properties, "MCID"));
        match mcid {
            Some(mcid) if tag != "Artifact" => {
                let twice = self
                    .marked
                    .insert(
                        mcid,
                        Marked {
                            tag,
                            text: String::new(),
                        },
                    )
                    .is_some();
                if twice {
                    self.flaw_of(Rule::McidTwice, &format!("number {mcid}"));
                }
            }
            // Outside the structure there are only artifacts.
            _ if tag != "Artifact" => self.flaw_of(Rule::Unmarked, &tag),
            _ => {}
        }
        self.state.open.push(Open(mcid));
    }

    fn face(&mut self, operands: &[Object]) {
        let name = operands
            .first()
            .and_then(|name| name.as_name().ok())
            .unwrap_or_default();
        let faces = self.book.dict(self.resources, "Font");
        let id = faces
            .and_then(|faces| faces.get(name).ok())
            .and_then(|face| face.as_reference().ok());
        self.state.face = id;
        match id {
            Some(id) => {
                self.faces
                    .entry(id)
                    .or_insert_with(|| FaceRead::of(self.book, id));
            }
            None => self.flaw_of(Rule::Resource, &String::from_utf8_lossy(name)),
        }
    }

    fn paint(&mut self, name: &str, operands: &[Object]) {
        if self.state.open.is_empty() {
            self.flaw_of(Rule::Unmarked, name);
        }
        if SHOWS.contains(&name) {
            self.show(&strings(operands));
        } else if name == "Do" {
            self.picture(operands);
        }
    }

    fn show(&mut self, bytes: &[u8]) {
        let face = self.state.face.and_then(|id| self.faces.get_mut(&id));
        let Some(face) = face.filter(|_| self.state.text) else {
            return self.flaw(Rule::Unbalanced);
        };
        let mut text = String::new();
        for code in face.codes(bytes) {
            text.push_str(face.show(code));
        }
        let open = self.state.open.last().and_then(|open| open.0);
        if let Some(marked) = open.and_then(|mcid| self.marked.get_mut(&mcid)) {
            marked.text.push_str(&text);
        }
    }

    fn picture(&mut self, operands: &[Object]) {
        let name = operands
            .first()
            .and_then(|name| name.as_name().ok())
            .unwrap_or_default();
        let known = self
            .book
            .dict(self.resources, "XObject")
            .is_some_and(|pictures| pictures.has(name));
        if !known {
            self.flaw_of(Rule::Resource, &String::from_utf8_lossy(name));
        }
    }
}

/// The bytes of what is shown.
fn strings(operands: &[Object]) -> Vec<u8> {
    let bytes = |operand: &Object| match operand {
        Object::String(bytes, _) => bytes.clone(),
        Object::Array(items) => strings(items),
        _ => Vec::new(),
    };
    operands.iter().flat_map(bytes).collect()
}

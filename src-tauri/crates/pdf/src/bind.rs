//! Binds files of ours into one, to print in one go. Each keeps its pages, its structure and its links as they are;
//! the bound file has one structure, one bookmark a file, and the same two conformances.
//!
//! The files are read back with lopdf, so that the bytes that were checked are the bytes that are printed.

use crate::About;
use crate::metadata::Roots;
use crate::objects::{at, dict, int, name, text};
use layout::Pages;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// A file to bind.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// Its bookmark.
    pub title: String,
    /// Its bytes, as [`crate::write`] made them.
    pub bytes: Vec<u8>,
}

/// Why files do not bind.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("file {rank} is not one of ours: {what}")]
pub struct BindError {
    /// Rank of the file, from 0.
    pub rank: usize,
    /// What it lacks.
    pub what: &'static str,
}

/// Binds files, in order. Where one is meant for both sides of the paper, each begins on a recto.
///
/// # Errors
/// A file does not read, or lacks what ours have: pages, a structure, a parent tree.
pub fn bind(title: &str, about: &About, leaves: &[Leaf]) -> Result<Vec<u8>, BindError> {
    let mut bound = Bound::begun();
    for (rank, leaf) in leaves.iter().enumerate() {
        bound
            .add(rank, leaf)
            .map_err(|what| BindError { rank, what })?;
    }
    Ok(bound.finish(title, about))
}

/// The file under way.
struct Bound {
    doc: Document,
    pages: ObjectId,
    root: ObjectId,
    document: ObjectId,
    kids: Vec<Object>,
    parts: Vec<Object>,
    numbers: Vec<Object>,
    next: i64,
    marks: Vec<(String, ObjectId)>,
    fields: Vec<Object>,
    duplex: bool,
}

impl Bound {
    fn begun() -> Self {
        let mut doc = Document::with_version("1.7");
        let (pages, root, document) = (
            doc.new_object_id(),
            doc.new_object_id(),
            doc.new_object_id(),
        );
        Self {
            doc,
            pages,
            root,
            document,
            kids: Vec::new(),
            parts: Vec::new(),
            numbers: Vec::new(),
            next: 0,
            marks: Vec::new(),
            fields: Vec::new(),
            duplex: false,
        }
    }

    fn add(&mut self, rank: usize, leaf: &Leaf) -> Result<(), &'static str> {
        let mut file = Document::load_mem(&leaf.bytes).map_err(|_| "it does not read")?;
        file.renumber_objects_with(self.doc.max_id + 1);
        unpack(&mut file)?;
        let catalogue = file.catalog().map_err(|_| "no catalogue")?.clone();
        self.duplex |= is_duplex(&file, &catalogue);
        let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
        let first = *pages.first().ok_or("no page")?;
        self.structure(&mut file, &catalogue, rank)?;
        self.numbered(&mut file, &pages);
        self.fields(&mut file, &catalogue, rank);
        self.marks.push((leaf.title.clone(), first));
        self.kids.extend(pages.iter().map(|id| at(*id)));
        self.doc.max_id = file.max_id;
        self.doc.objects.append(&mut file.objects);
        if self.duplex && pages.len() % 2 == 1 {
            self.blank();
        }
        Ok(())
    }

    /// The parts of a file go under the one document; its numbers follow those of the files before.
    fn structure(
        &mut self,
        file: &mut Document,
        catalogue: &Dictionary,
        rank: usize,
    ) -> Result<(), &'static str> {
        let root = entry(file, catalogue, b"StructTreeRoot").ok_or("no structure")?;
        let document = array(&root, b"K")
            .and_then(|kids| kids.first().cloned())
            .ok_or("no document in the structure")?;
        let document = followed(file, &document).ok_or("no document in the structure")?;
        let parts = array(&document, b"K").ok_or("no part in the structure")?;
        let parents = entry(file, &root, b"ParentTree").ok_or("no parent tree")?;
        let numbers = array(&parents, b"Nums").ok_or("no parent tree")?;
        for pair in numbers.chunks_exact(2) {
            let number = pair[0]
                .as_i64()
                .map_err(|_| "no number in the parent tree")?;
            self.numbers
                .extend([int(self.next + number), pair[1].clone()]);
        }
        for part in &parts {
            let id = part
                .as_reference()
                .map_err(|_| "no part in the structure")?;
            if let Ok(part) = file.get_dictionary_mut(id) {
                part.set("P", at(self.document));
            }
        }
        self.parts.extend(parts);
        renamed(file, rank);
        Ok(())
    }

    /// The fields of a file join those of the others; the rank of its file is put before the name of each, which is
    /// unique (ISO 32000-1, 12.7.3.2).
    fn fields(&mut self, file: &mut Document, catalogue: &Dictionary, rank: usize) {
        let form = entry(file, catalogue, b"AcroForm");
        let fields = form
            .and_then(|form| array(&form, b"Fields"))
            .unwrap_or_default();
        for id in fields.iter().filter_map(|field| field.as_reference().ok()) {
            let Ok(field) = file.get_dictionary_mut(id) else {
                continue;
            };
            if let Ok(Object::String(own, _)) = field.get_mut(b"T") {
                let own_name = std::mem::take(own);
                *own = [format!("{rank}-").into_bytes(), own_name].concat();
            }
        }
        self.fields.extend(fields);
    }

    /// The pages, and the annotations on them, take numbers of the bound file.
    fn numbered(&mut self, file: &mut Document, pages: &[ObjectId]) {
        let (first, parent) = (self.next, self.pages);
        let mut most = first;
        for object in file.objects.values_mut() {
            let Object::Dictionary(entries) = object else {
                continue;
            };
            for key in ["StructParents", "StructParent"] {
                let number = entries.get(key.as_bytes()).and_then(Object::as_i64);
                if let Ok(number) = number {
                    entries.set(key, int(first + number));
                    most = most.max(first + number + 1);
                }
            }
        }
        for id in pages {
            if let Ok(page) = file.get_dictionary_mut(*id) {
                page.set("Parent", at(parent));
            }
        }
        self.next = most;
    }

    fn blank(&mut self) {
        let size = [0.0, 0.0, 595.276, 841.89].map(Object::Real).to_vec();
        let page = dict([
            ("Type", name("Page")),
            ("Parent", at(self.pages)),
            ("MediaBox", Object::Array(size)),
            ("Resources", Object::Dictionary(Dictionary::new())),
            ("Tabs", name("S")),
        ]);
        let id = self.doc.add_object(page);
        self.kids.push(at(id));
    }

    fn finish(mut self, title: &str, about: &About) -> Vec<u8> {
        let parents = dict([("Nums", Object::Array(std::mem::take(&mut self.numbers)))]);
        let parents = self.doc.add_object(parents);
        let count = int(self.kids.len());
        let kids = Object::Array(std::mem::take(&mut self.kids));
        let parts = Object::Array(std::mem::take(&mut self.parts));
        let made = [
            (
                self.pages,
                dict([("Type", name("Pages")), ("Kids", kids), ("Count", count)]),
            ),
            (
                self.document,
                dict([("S", name("Document")), ("P", at(self.root)), ("K", parts)]),
            ),
            (
                self.root,
                dict([
                    ("Type", name("StructTreeRoot")),
                    ("K", Object::Array(vec![at(self.document)])),
                    ("ParentTree", at(parents)),
                    ("ParentTreeNextKey", int(self.next)),
                ]),
            ),
        ];
        for (id, entries) in made {
            self.doc.objects.insert(id, Object::Dictionary(entries));
        }
        let outline = self.outline();
        let said = said(title, self.duplex);
        let form = (!self.fields.is_empty())
            .then(|| Object::Dictionary(dict([("Fields", Object::Array(self.fields))])));
        let roots = Roots {
            sheets: self.pages,
            structure: self.root,
            outline,
            form,
        };
        crate::metadata::finish(&mut self.doc, &said, about, roots);
        self.doc.prune_objects();
        crate::writer::write(&self.doc, &crate::binding::Elements::default())
    }

    /// One bookmark a file.
    fn outline(&mut self) -> Option<ObjectId> {
        let root = self.doc.new_object_id();
        let ids: Vec<ObjectId> = self
            .marks
            .iter()
            .map(|_| self.doc.new_object_id())
            .collect();
        for (rank, (title, page)) in self.marks.iter().enumerate() {
            let top = vec![
                at(*page),
                name("XYZ"),
                Object::Null,
                Object::Null,
                Object::Null,
            ];
            let mut entries = dict([
                ("Title", text(title)),
                ("Parent", at(root)),
                ("Dest", Object::Array(top)),
            ]);
            if let Some(before) = rank.checked_sub(1).and_then(|rank| ids.get(rank)) {
                entries.set("Prev", at(*before));
            }
            if let Some(after) = ids.get(rank + 1) {
                entries.set("Next", at(*after));
            }
            self.doc
                .objects
                .insert(ids[rank], Object::Dictionary(entries));
        }
        let entries = dict([
            ("Type", name("Outlines")),
            ("First", at(*ids.first()?)),
            ("Last", at(*ids.last()?)),
            ("Count", int(ids.len())),
        ]);
        self.doc.objects.insert(root, Object::Dictionary(entries));
        Some(root)
    }
}

/// Streams as they were before they were packed, without those that only hold other objects.
fn unpack(file: &mut Document) -> Result<(), &'static str> {
    file.objects.retain(|_, object| !is_container(object));
    for object in file.objects.values_mut() {
        let Object::Stream(stream) = object else {
            continue;
        };
        // A JPEG is kept as it is: unpacked, it would be no shorter to pack again.
        let packed = stream.dict.get(b"Filter").and_then(Object::as_name);
        if packed.is_ok_and(|packed| packed == b"DCTDecode") {
            continue;
        }
        if stream.dict.has(b"Filter") {
            stream
                .decompress()
                .map_err(|_| "a stream that does not unpack")?;
        }
        stream.dict.remove(b"Length");
    }
    Ok(())
}

fn is_container(object: &Object) -> bool {
    let Object::Stream(stream) = object else {
        return false;
    };
    let kind = stream.dict.get(b"Type").and_then(Object::as_name);
    kind.is_ok_and(|kind| kind == b"ObjStm" || kind == b"XRef")
}

/// The name of a note is unique in a file: the rank of its own is put before it (ISO 32000-1, 14.7.2).
fn renamed(file: &mut Document, rank: usize) {
    for object in file.objects.values_mut() {
        let Object::Dictionary(entries) = object else {
            continue;
        };
        let kind = entries.get(b"S").and_then(Object::as_name);
        if !kind.is_ok_and(|kind| kind == b"Note") {
            continue;
        }
        if let Ok(Object::String(id, _)) = entries.get_mut(b"ID") {
            let own = std::mem::take(id);
            *id = [format!("{rank}-").into_bytes(), own].concat();
        }
    }
}

fn is_duplex(file: &Document, catalogue: &Dictionary) -> bool {
    entry(file, catalogue, b"ViewerPreferences").is_some_and(|wishes| {
        let duplex = wishes.get(b"Duplex").and_then(Object::as_name);
        duplex.is_ok_and(|duplex| duplex == b"DuplexFlipLongEdge")
    })
}

fn entry(file: &Document, entries: &Dictionary, key: &[u8]) -> Option<Dictionary> {
    followed(file, entries.get(key).ok()?)
}

fn followed(file: &Document, object: &Object) -> Option<Dictionary> {
    match object {
        Object::Reference(id) => file.get_dictionary(*id).ok().cloned(),
        Object::Dictionary(entries) => Some(entries.clone()),
        _ => None,
    }
}

/// What stands under a key, as a list: one alone is written without brackets.
fn array(entries: &Dictionary, key: &[u8]) -> Option<Vec<Object>> {
    match entries.get(key).ok()? {
        Object::Array(items) => Some(items.clone()),
        one => Some(vec![one.clone()]),
    }
}

/// What the metadata say of pages: a title, and whether the printer is asked for both sides.
fn said(title: &str, duplex: bool) -> Pages {
    Pages {
        title: title.to_owned(),
        duplex,
        ..Pages::default()
    }
}

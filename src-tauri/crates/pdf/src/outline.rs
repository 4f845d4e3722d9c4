//! Bookmarks: each original, its articles and annexes (ISO 32000-1, 12.3.3).

use crate::binding::Binding;
use crate::objects::{at, dict, int, name, text};
use layout::pages::{NodeId, Role};
use lopdf::{Object, ObjectId};

/// A bookmark and those below it.
struct Mark {
    original: usize,
    node: NodeId,
    below: Vec<Mark>,
}

/// Makes the bookmarks; none when no node has one.
pub fn outline(binding: &mut Binding<'_>) -> Option<ObjectId> {
    let marks: Vec<Mark> = (0..binding.page_ids.len())
        .flat_map(|original| marks(binding, original))
        .collect();
    if marks.is_empty() {
        return None;
    }
    let root = binding.doc.new_object_id();
    let (first, last) = siblings(binding, &marks, root)?;
    let entries = dict([
        ("Type", name("Outlines")),
        ("First", at(first)),
        ("Last", at(last)),
        ("Count", int(marks.len())),
    ]);
    binding
        .doc
        .objects
        .insert(root, Object::Dictionary(entries));
    Some(root)
}

/// The marks of an original, those of deeper titles below those of higher ones.
fn marks(binding: &Binding<'_>, original: usize) -> Vec<Mark> {
    let mut top: Vec<Mark> = Vec::new();
    for (node, set) in binding.pages.nodes.iter().enumerate() {
        if set.bookmark.is_none() || binding.places[node].is_none() {
            continue;
        }
        let mark = Mark {
            original,
            node,
            below: Vec::new(),
        };
        let mut among = &mut top;
        for _ in 0..depth(set.role) {
            if among.is_empty() {
                break;
            }
            let last = among.len() - 1;
            among = &mut among[last].below;
        }
        among.push(mark);
    }
    top
}

fn depth(role: Role) -> usize {
    match role {
        Role::H1 => 0,
        Role::H3 => 2,
        _ => 1,
    }
}

/// Makes the objects of some siblings; the first and the last.
fn siblings(
    binding: &mut Binding<'_>,
    marks: &[Mark],
    parent: ObjectId,
) -> Option<(ObjectId, ObjectId)> {
    let ids: Vec<ObjectId> = marks.iter().map(|_| binding.doc.new_object_id()).collect();
    for (at_mark, mark) in marks.iter().enumerate() {
        let title = binding.pages.nodes[mark.node]
            .bookmark
            .clone()
            .unwrap_or_default();
        // A bookmark breaks no line: its spaces need not hold, and a plain one takes a byte.
        let title = title.replace(['\u{a0}', '\u{202f}'], " ");
        let mut entries = dict([("Title", text(&title)), ("Parent", at(parent))]);
        if let Some(destination) = binding.destination(mark.original, mark.node) {
            entries.set("Dest", destination);
        }
        let beside = [
            ("Prev", at_mark.checked_sub(1)),
            ("Next", Some(at_mark + 1)),
        ];
        for (key, beside) in beside {
            if let Some(id) = beside.and_then(|beside| ids.get(beside)) {
                entries.set(key, at(*id));
            }
        }
        if let Some((first, last)) = siblings(binding, &mark.below, ids[at_mark]) {
            entries.set("First", at(first));
            entries.set("Last", at(last));
            entries.set("Count", int(-i64::try_from(mark.below.len()).unwrap_or(0)));
        }
        binding
            .doc
            .objects
            .insert(ids[at_mark], Object::Dictionary(entries));
    }
    Some((*ids.first()?, *ids.last()?))
}

//! Files spoilt on purpose, each in one thing, left in `target/pdf-spoilt` for the reference validator: a judge who
//! never condemns proves nothing. Which norms must refuse a file stands in its name, before the two hyphens.

#![allow(clippy::unwrap_used)] // A test may panic, its helpers too.

mod breaking;
mod sample;

use breaking::{catalogue, change_stream, element, is, of, rules, sound, streams};
use lopdf::content::Operation;
use lopdf::{Document, Object};
use pdf::Rule;
use std::path::PathBuf;

type Spoiling = fn(&mut Document);

/// The tags are wrong: PDF/UA-1 refuses, PDF/A-2a, which does not look at what they mean, does not.
const TAGS: [(&str, Spoiling); 7] = [
    ("wrong-mcid", |file| {
        change(file, |operations| {
            let first = operations.iter_mut().find(|operation| {
                is(operation, "BDC")
                    && operation.operands[1]
                        .as_dict()
                        .is_ok_and(|marks| marks.has(b"MCID"))
            });
            first.unwrap().operands[1]
                .as_dict_mut()
                .unwrap()
                .set("MCID", 99);
        })
    }),
    ("unmarked-run", |file| {
        change(file, |operations| {
            let at = |name| {
                operations
                    .iter()
                    .position(|operation| is(operation, name))
                    .unwrap()
            };
            let (begin, end) = (at("BDC"), at("EMC"));
            operations.remove(end);
            operations.remove(begin);
        })
    }),
    ("short-parent-tree", |file| {
        let lists = file
            .objects
            .values_mut()
            .filter_map(|object| object.as_dict_mut().ok());
        let mut numbers = lists.filter_map(|list| list.get_mut(b"Nums").ok()?.as_array_mut().ok());
        numbers.next().unwrap()[1]
            .as_array_mut()
            .unwrap()
            .truncate(3);
    }),
    ("ragged-row", |file| {
        let elements = file
            .objects
            .values_mut()
            .filter_map(|object| object.as_dict_mut().ok());
        let cells = elements.filter(|entries| {
            entries
                .get(b"S")
                .and_then(Object::as_name)
                .is_ok_and(|kind| kind == b"TD")
        });
        cells.for_each(|cell| drop(cell.remove(b"A")));
    }),
    ("skipped-heading", |file| element(file, "H2").set("S", "H3")),
    ("no-alt", |file| {
        drop(element(file, "Figure").remove(b"Alt"))
    }),
    ("no-lang", |file| drop(catalogue(file).remove(b"Lang"))),
];

/// The file itself is wrong: both refuse.
const FILE: [(&str, Spoiling); 2] = [
    ("no-mark-info", |file| {
        drop(catalogue(file).remove(b"MarkInfo"))
    }),
    ("no-to-unicode", |file| {
        drop(of(file, b"Subtype", "Type0").remove(b"ToUnicode"))
    }),
];

#[test]
fn each_spoilt_file_is_seen_and_left_for_the_judge() {
    keep("none", "as-it-is", |_| {});
    TAGS.into_iter()
        .for_each(|(name, spoil)| keep("ua1", name, spoil));
    FILE.into_iter()
        .for_each(|(name, spoil)| keep("ua1+2a", name, spoil));
}

/// Spoils the sound file, asks our own checker, and leaves it.
fn keep(refused_by: &str, name: &str, spoil: Spoiling) {
    let mut file = Document::load_mem(&sound()).unwrap();
    spoil(&mut file);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    // lopdf writes a mark of its own on the second line.
    let flaws = rules(&bytes)
        .into_iter()
        .filter(|rule| *rule != Rule::Header)
        .count();
    assert_eq!(flaws == 0, refused_by == "none", "{name}");
    let folder = PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../target/pdf-spoilt"
    ));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("{refused_by}--{name}.pdf")), bytes).unwrap();
}

fn change(file: &mut Document, spoil: impl FnOnce(&mut Vec<Operation>)) {
    let body = streams(file)[0];
    change_stream(file, body, spoil);
}

//! The checker finds nothing in a sound file; in the catalogue, the metadata, a page or a stream it finds each thing
//! that is broken, alone.

#![allow(clippy::unwrap_used)] // A test may panic, its helpers too.

mod breaking;
mod sample;

use breaking::{catalogue, check, check_body, is, page, rules, sound};
use lopdf::content::Operation;
use lopdf::{Dictionary, Document};
use pdf::{Originals, Rule};
use sample::{about, sample};
use std::collections::BTreeSet;

#[test]
fn a_sound_file_has_no_flaw() {
    assert_eq!(pdf::check(&sound()), []);
    let (pages, fonts) = sample();
    assert_eq!(
        pdf::check(&pdf::write(&pages, &fonts, &about(Originals::One(1))).unwrap()),
        []
    );
    check(&[], |_| {});
}

#[test]
fn bytes_that_are_no_file() {
    for bytes in [
        &b""[..],
        b"junk",
        b"%PDF-1.7\n%\xff\xff\xff\xff\n",
        &sound()[..2_000],
    ] {
        assert_eq!(rules(bytes), BTreeSet::from([Rule::Unreadable]));
    }
    let mut old = sound();
    old[7] = b'4';
    assert_eq!(rules(&old), BTreeSet::from([Rule::Header]));
}

#[test]
fn what_the_catalogue_must_say() {
    let without = |key: &'static [u8]| move |file: &mut Document| drop(catalogue(file).remove(key));
    check(&[Rule::Marked], without(b"MarkInfo"));
    check(&[Rule::Lang], without(b"Lang"));
    check(&[Rule::TitleShown], without(b"ViewerPreferences"));
    check(&[Rule::Profile], without(b"OutputIntents"));
    check(&[Rule::Metadata], without(b"Metadata"));
    check(&[Rule::Identity], |file| drop(file.trailer.remove(b"ID")));
    check(&[Rule::Forbidden], |file| {
        catalogue(file).set("OpenAction", Dictionary::new())
    });
    check(
        &[Rule::Marked, Rule::Orphan, Rule::ParentTree, Rule::Link],
        without(b"StructTreeRoot"),
    );
}

#[test]
fn what_metadata_must_say() {
    let change = |from: &'static str, to: &'static str| {
        move |file: &mut Document| {
            let id = catalogue(file)
                .get(b"Metadata")
                .unwrap()
                .as_reference()
                .unwrap();
            let stream = file.get_object_mut(id).unwrap().as_stream_mut().unwrap();
            let changed = String::from_utf8(stream.content.clone())
                .unwrap()
                .replace(from, to);
            stream.set_plain_content(changed.into_bytes());
        }
    };
    check(&[Rule::Metadata], change("</rdf:RDF>", ""));
    check(&[Rule::Metadata], change("&amp;", "&"));
    check(
        &[Rule::Metadata],
        change("<pdfuaid:part>1</pdfuaid:part>", ""),
    );
    check(
        &[Rule::MetadataDiffer],
        change("Fontenay-aux-Roses", "Bagneux"),
    );
    check(&[Rule::MetadataDiffer], change("2026-11-22", "2026-11-23"));
}

#[test]
fn what_a_page_must_say() {
    let page_entry = |change: fn(&mut Dictionary)| {
        move |file: &mut Document| {
            let id = page(file);
            change(file.get_dictionary_mut(id).unwrap());
        }
    };
    check(&[Rule::Page], page_entry(|page| drop(page.remove(b"Tabs"))));
    check(
        &[Rule::ParentTree],
        page_entry(|page| drop(page.remove(b"StructParents"))),
    );
    check(
        &[Rule::ParentTree],
        page_entry(|page| page.set("StructParents", 2)),
    );
    check(&[Rule::Picture], |file| {
        let streams = file
            .objects
            .values_mut()
            .filter_map(|object| object.as_stream_mut().ok());
        let mut pictures = streams.filter(|stream| stream.dict.has(b"SMask"));
        pictures
            .next()
            .unwrap()
            .dict
            .set("ColorSpace", "DeviceCMYK");
    });
}

#[test]
fn what_paints_is_marked_once() {
    let marks = |operations: &[Operation]| {
        let at = |name| {
            operations
                .iter()
                .position(|operation| is(operation, name))
                .unwrap()
        };
        (at("BDC"), at("EMC"))
    };
    check_body(
        &[Rule::Unmarked, Rule::Absent, Rule::ParentTree],
        |operations| {
            let (begin, end) = marks(operations);
            operations.remove(end);
            operations.remove(begin);
        },
    );
    check_body(&[Rule::Nested], |operations| {
        let (begin, end) = marks(operations);
        operations.insert(end, Operation::new("EMC", vec![]));
        operations.insert(begin + 1, Operation::new("BMC", vec!["Artifact".into()]));
    });
    check_body(
        &[Rule::Orphan, Rule::Absent, Rule::ParentTree],
        |operations| {
            let (begin, _) = marks(operations);
            operations[begin].operands[1]
                .as_dict_mut()
                .unwrap()
                .set("MCID", 99);
        },
    );
    check_body(
        &[
            Rule::McidTwice,
            Rule::OtherTag,
            Rule::Absent,
            Rule::ParentTree,
        ],
        |operations| {
            let second = operations
                .iter_mut()
                .filter(|operation| is(operation, "BDC"))
                .nth(1)
                .unwrap();
            second.operands[1].as_dict_mut().unwrap().set("MCID", 0);
        },
    );
    check_body(&[Rule::OtherTag], |operations| {
        let (begin, _) = marks(operations);
        operations[begin].operands[0] = "P".into();
    });
}

#[test]
fn a_stream_stands_alone() {
    check_body(&[Rule::Unbalanced], |operations| {
        operations.push(Operation::new("q", vec![]))
    });
    check_body(&[Rule::Unbalanced], |operations| {
        operations.push(Operation::new("Q", vec![]))
    });
    check_body(&[Rule::Operator], |operations| {
        operations.push(Operation::new("k", vec![0.into(); 4]))
    });
    check_body(&[Rule::Resource, Rule::Unbalanced], |operations| {
        let face = operations
            .iter_mut()
            .find(|operation| is(operation, "Tf"))
            .unwrap();
        face.operands[0] = "Absent".into();
    });
}

#[test]
fn no_bytes_bring_the_checker_down() {
    let sound = sound();
    for at in (0..sound.len()).step_by(sound.len() / 400 + 1) {
        let mut hurt = sound.clone();
        hurt[at] ^= 0x55;
        let _ = (
            pdf::check(&hurt),
            pdf::tags(&hurt),
            pdf::objects(&hurt),
            pdf::page_count(&hurt),
        );
    }
}

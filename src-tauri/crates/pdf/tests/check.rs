//! The checker finds nothing in a sound file, and finds each thing that is broken in one, alone.

mod sample;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};
use pdf::{Originals, Rule};
use sample::{about, sample};
use std::collections::BTreeSet;

fn sound() -> Vec<u8> {
    let (pages, fonts) = sample();
    pdf::write(&pages, &fonts, &about(Originals::All)).unwrap()
}

fn rules(bytes: &[u8]) -> BTreeSet<Rule> {
    pdf::check(bytes)
        .into_iter()
        .map(|flaw| flaw.rule)
        .collect()
}

/// Breaks one thing; the rules that are then broken are these, and no others.
#[track_caller]
fn check(expected: &[Rule], breaking: impl FnOnce(&mut Document)) {
    let mut file = Document::load_mem(&sound()).unwrap();
    breaking(&mut file);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    // lopdf writes a mark of its own on the second line.
    let mut found = rules(&bytes);
    found.remove(&Rule::Header);
    assert_eq!(
        found,
        expected.iter().copied().collect(),
        "{:#?}",
        pdf::check(&bytes)
    );
}

/// Breaks the operators of the first page's body.
#[track_caller]
fn check_body(expected: &[Rule], breaking: impl FnOnce(&mut Vec<Operation>)) {
    check(expected, |file| {
        let body = streams(file)[0];
        change_stream(file, body, breaking);
    });
}

fn streams(file: &Document) -> Vec<ObjectId> {
    let page = file.get_dictionary(page(file)).unwrap();
    let streams = page.get(b"Contents").unwrap().as_array().unwrap();
    streams
        .iter()
        .map(|stream| stream.as_reference().unwrap())
        .collect()
}

fn change_stream(file: &mut Document, id: ObjectId, breaking: impl FnOnce(&mut Vec<Operation>)) {
    let stream = file.get_object_mut(id).unwrap().as_stream_mut().unwrap();
    let mut content = Content::decode(&stream.decompressed_content().unwrap()).unwrap();
    breaking(&mut content.operations);
    stream.set_plain_content(content.encode().unwrap());
}

fn page(file: &Document) -> ObjectId {
    file.page_iter().next().unwrap()
}

fn catalogue(file: &mut Document) -> &mut Dictionary {
    file.catalog_mut().unwrap()
}

/// The first element of a type.
fn element<'a>(file: &'a mut Document, kind: &str) -> &'a mut Dictionary {
    of(file, b"S", kind)
}

fn of<'a>(file: &'a mut Document, key: &[u8], name: &str) -> &'a mut Dictionary {
    let is = |object: &Object| {
        let entries = object.as_dict().ok();
        entries.and_then(|entries| entries.get(key).ok()?.as_name().ok()) == Some(name.as_bytes())
    };
    let mut all = file.objects.values_mut();
    all.find(|object| is(object))
        .unwrap()
        .as_dict_mut()
        .unwrap()
}

fn is(operation: &Operation, operator: &str) -> bool {
    operation.operator == operator
}

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
fn elements_stand_where_they_may() {
    check(&[Rule::Parent], |file| {
        element(file, "H2").set("P", Object::Null)
    });
    check(&[Rule::Role, Rule::OtherTag], |file| {
        element(file, "P").set("S", "Alinea")
    });
    check(&[Rule::Heading, Rule::OtherTag], |file| {
        element(file, "H2").set("S", "H3")
    });
    check(&[Rule::Heading, Rule::OtherTag], |file| {
        element(file, "H1").set("S", "P")
    });
    check(&[Rule::Hollow, Rule::Orphan, Rule::ParentTree], |file| {
        drop(element(file, "Note").remove(b"K"))
    });
    check(&[Rule::Alt], |file| {
        drop(element(file, "Figure").remove(b"Alt"))
    });
    check(&[Rule::Alt], |file| {
        drop(element(file, "Figure").remove(b"A"))
    });
    check(&[Rule::Note], |file| {
        drop(element(file, "Note").remove(b"ID"))
    });
    check(&[Rule::TableHeader], |file| {
        drop(element(file, "TH").remove(b"A"))
    });
    check(&[Rule::List], |file| drop(element(file, "L").remove(b"A")));
    check(&[Rule::List, Rule::OtherTag], |file| {
        element(file, "Lbl").set("S", "P")
    });
}

#[test]
fn rows_of_a_table_are_even() {
    check(&[Rule::Row], |file| {
        let wide = file
            .objects
            .values_mut()
            .filter_map(|object| object.as_dict_mut().ok());
        let mut cells = wide.filter(|entries| {
            entries
                .get(b"S")
                .and_then(Object::as_name)
                .is_ok_and(|kind| kind == b"TD")
        });
        drop(cells.find_map(|cell| cell.remove(b"A")).unwrap());
    });
}

#[test]
fn the_parent_tree_leads_back() {
    check(&[Rule::ParentTree], |file| {
        let lists = file
            .objects
            .values_mut()
            .filter_map(|object| object.as_dict_mut().ok());
        let nums = lists
            .filter_map(|entries| entries.get_mut(b"Nums").ok()?.as_array_mut().ok())
            .next()
            .unwrap();
        nums[1].as_array_mut().unwrap().pop();
    });
}

#[test]
fn links_lead_both_ways() {
    let annotation = |change: fn(&mut Dictionary)| {
        move |file: &mut Document| change(of(file, b"Subtype", "Link"))
    };
    check(
        &[Rule::Link],
        annotation(|link| drop(link.remove(b"Contents"))),
    );
    check(
        &[Rule::Link],
        annotation(|link| drop(link.remove(b"StructParent"))),
    );
    check(&[Rule::Link], annotation(|link| drop(link.remove(b"F"))));
    check(
        &[Rule::Link],
        annotation(|link| link.set("Rect", vec![0.into(), 0.into(), 0.into(), 0.into()])),
    );
    check(
        &[Rule::Link],
        annotation(|link| drop((link.remove(b"A"), link.remove(b"Dest")))),
    );
    check(&[Rule::Link], |file| {
        let kids = element(file, "Link")
            .get_mut(b"K")
            .unwrap()
            .as_array_mut()
            .unwrap();
        kids.retain(|kid| kid.as_dict().is_ok_and(|kid| kid.has_type(b"MCR")));
    });
}

#[test]
fn bookmarks_have_words_and_a_page() {
    let bookmark = |change: fn(&mut Dictionary)| {
        move |file: &mut Document| {
            let all = file
                .objects
                .values_mut()
                .filter_map(|object| object.as_dict_mut().ok());
            change(
                all.filter(|entries| entries.has(b"Title") && entries.has(b"Dest"))
                    .next()
                    .unwrap(),
            );
        }
    };
    check(
        &[Rule::Outline],
        bookmark(|mark| drop(mark.remove(b"Dest"))),
    );
    check(
        &[Rule::Outline],
        bookmark(|mark| mark.set("Title", Object::string_literal(""))),
    );
}

#[test]
fn faces_are_whole_and_true() {
    check(&[Rule::Face], |file| {
        drop(of(file, b"Type", "FontDescriptor").remove(b"FontFile2"))
    });
    check(&[Rule::Face], |file| {
        of(file, b"Subtype", "Type0").set("BaseFont", "NotoSerif-Regular")
    });
    check(&[Rule::Unicode], |file| {
        drop(of(file, b"Subtype", "Type0").remove(b"ToUnicode"))
    });
    check(&[Rule::Width], |file| {
        let inner = inner_font(file);
        let widths = inner.get_mut(b"W").unwrap().as_array_mut().unwrap();
        widths[1].as_array_mut().unwrap()[1] = 1.into();
    });
    check_body(
        &[Rule::MissingGlyph, Rule::Unicode, Rule::Width],
        |operations| {
            let shown = operations
                .iter_mut()
                .find(|operation| is(operation, "TJ"))
                .unwrap();
            shown.operands[0] = Object::Array(vec![Object::string_literal(vec![0, 0])]);
        },
    );
}

fn inner_font(file: &mut Document) -> &mut Dictionary {
    let all = file
        .objects
        .values_mut()
        .filter_map(|object| object.as_dict_mut().ok());
    let mut fonts =
        all.filter_map(|font| font.get_mut(b"DescendantFonts").ok()?.as_array_mut().ok());
    fonts.next().unwrap()[0].as_dict_mut().unwrap()
}

#[test]
fn a_private_sign_is_no_text() {
    check(&[Rule::Unicode], |file| {
        let id = of(file, b"Subtype", "Type0")
            .get(b"ToUnicode")
            .unwrap()
            .as_reference()
            .unwrap();
        let stream = file.get_object_mut(id).unwrap().as_stream_mut().unwrap();
        let cmap = String::from_utf8(stream.decompressed_content().unwrap()).unwrap();
        stream.set_plain_content(cmap.replacen("<0001> <", "<0001> <E001", 1).into_bytes());
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

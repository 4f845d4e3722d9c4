//! In the structure, the links, the bookmarks and the faces, the checker finds each thing that is broken, alone.

#![allow(clippy::unwrap_used)] // A test may panic, its helpers too.

mod breaking;
mod sample;

use breaking::{check, check_body, element, is, of};
use lopdf::{Dictionary, Document, Object};
use pdf::Rule;

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
        kids.retain(|kid| kid.as_i64().is_ok());
    });
}

#[test]
fn bookmarks_have_words_and_a_page() {
    let bookmark = |change: fn(&mut Dictionary)| {
        move |file: &mut Document| {
            let mut all = file
                .objects
                .values_mut()
                .filter_map(|object| object.as_dict_mut().ok());
            change(
                all.find(|entries| entries.has(b"Title") && entries.has(b"Dest"))
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
        widths[1].as_array_mut().unwrap()[0] = 1.into();
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
        stream.set_plain_content(
            cmap.replace("<20><7E><0020>", "<20><7E><E020>")
                .into_bytes(),
        );
    });
}

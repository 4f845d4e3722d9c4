//! Files bound into one: every page, every word, one structure; nothing that the checker finds wrong.

#![allow(clippy::unwrap_used)] // A test may panic, its helpers too.

mod sample;

use lopdf::{Document, Object};
use pdf::{Leaf, Originals, bind, check, tags, write};
use sample::{about, sample};

fn leaf(title: &str, bytes: &[u8]) -> Leaf {
    Leaf {
        title: title.to_owned(),
        bytes: bytes.to_vec(),
    }
}

fn two() -> (Vec<u8>, Vec<u8>) {
    let (pages, fonts) = sample();
    let all = write(&pages, &fonts, &about(Originals::All)).unwrap();
    let one = write(&pages, &fonts, &about(Originals::One(1))).unwrap();
    (all, one)
}

#[test]
fn a_bound_file_is_sound_and_whole() {
    let (all, one) = two();
    let leaves = [leaf("Un", &all), leaf("Deux", &one), leaf("Trois", &all)];
    let bound = bind("Lot", &about(Originals::All), &leaves).unwrap();
    assert_eq!(check(&bound), []);
    let bodies = |bytes: &[u8]| {
        tags(bytes)
            .unwrap()
            .lines()
            .filter(|line| line.contains("H1"))
            .count()
    };
    assert!(bodies(&all) > 0);
    assert_eq!(bodies(&bound), 2 * bodies(&all) + bodies(&one));
    let again = bind("Lot", &about(Originals::All), &leaves).unwrap();
    assert_eq!(bound, again, "the same files give the same bytes");
}

#[test]
fn each_file_has_its_bookmark_and_begins_on_a_recto() {
    let (all, one) = two();
    let leaves = [leaf("Collège A", &one), leaf("Collège B", &all)];
    let bound = bind("Lot", &about(Originals::All), &leaves).unwrap();
    let file = Document::load_mem(&bound).unwrap();
    let pages: Vec<_> = file.get_pages().into_values().collect();
    let outline = file.catalog().unwrap().get(b"Outlines").unwrap();
    let outline = file
        .get_dictionary(outline.as_reference().unwrap())
        .unwrap();
    assert_eq!(outline.get(b"Count").unwrap(), &Object::Integer(2));
    let second = outline.get(b"Last").unwrap().as_reference().unwrap();
    let second = file.get_dictionary(second).unwrap();
    let page = second.get(b"Dest").unwrap().as_array().unwrap()[0]
        .as_reference()
        .unwrap();
    let place = pages.iter().position(|id| *id == page).unwrap();
    let before = Document::load_mem(&one).unwrap().get_pages().len();
    assert!(
        place >= before,
        "{place} pages before, {before} in the first file"
    );
    assert_eq!(
        place % 2,
        0,
        "a file meant for both sides begins on a recto"
    );
}

#[test]
fn what_is_no_file_of_ours_is_told_by_its_rank() {
    let (all, _) = two();
    let told = bind(
        "Lot",
        &about(Originals::All),
        &[leaf("Un", &all), leaf("Deux", b"junk")],
    );
    assert_eq!(told.unwrap_err().rank, 1);
}

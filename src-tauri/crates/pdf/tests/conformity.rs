//! A file from pages made by hand is sound, both as a pair of originals and as one of them.
//! The files are left in `target/pdf`, where the reference validator reads them.

mod sample;

use pdf::Originals;
use sample::{about, keep, sample};

#[test]
fn every_role_and_two_originals() {
    let (pages, fonts) = sample();
    let both = pdf::write(&pages, &fonts, &about(Originals::All)).unwrap();
    keep("by-hand-two-originals.pdf", &both);
    assert_eq!(pdf::page_count(&both), Some(4));
    let one = pdf::write(&pages, &fonts, &about(Originals::One(1))).unwrap();
    keep("by-hand-second-original.pdf", &one);
    assert!(
        both.len() < one.len() * 3 / 2,
        "the second original shares the streams of the first"
    );
    assert!(matches!(
        pdf::write(&pages, &fonts, &about(Originals::One(2))),
        Err(pdf::WriteError::NoOriginal { rank: 2 })
    ));
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    let (pages, fonts) = sample();
    let write = || pdf::write(&pages, &fonts, &about(Originals::All)).unwrap();
    let elsewhere = std::thread::scope(|scope| scope.spawn(write).join().unwrap());
    assert!(write() == elsewhere);
}

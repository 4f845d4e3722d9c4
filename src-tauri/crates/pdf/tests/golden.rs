//! The objects and the tags of the file by hand, as text.

mod sample;

use expect_test::expect_file;
use pdf::Originals;
use sample::{about, sample};

#[test]
fn objects_and_tags_as_text() {
    let (pages, fonts) = sample();
    let bytes = pdf::write(&pages, &fonts, &about(Originals::All)).unwrap();
    assert_eq!(pdf::check(&bytes), []);
    expect_file!["golden/by_hand_objects.txt"].assert_eq(&pdf::objects(&bytes));
    expect_file!["golden/by_hand_tags.txt"].assert_eq(&pdf::tags(&bytes).unwrap());
}

#[test]
fn what_is_no_pdf_is_said() {
    assert_eq!(pdf::objects(b"junk"), "no PDF that reads\n");
    assert_eq!(pdf::tags(b"junk"), Err(pdf::Untagged::NoPdf));
}

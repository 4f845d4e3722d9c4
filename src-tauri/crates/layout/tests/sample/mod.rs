//! Made-up documents, for the golden tests and for the eye. People and places are invented.

#![allow(dead_code, reason = "the tests and the example each use a part of it")]

mod act;
mod annexes;
mod convention;

use document::{Annexe, Document, Inline, Text};
use layout::{FontFiles, Fonts};

/// The shipped faces.
pub fn fonts() -> Fonts {
    macro_rules! face {
        ($name:literal) => {
            include_bytes!(concat!("../../../../../assets/fonts/", $name, ".ttf"))
        };
    }
    let files = FontFiles {
        serif: face!("NotoSerif-Regular"),
        serif_bold: face!("NotoSerif-Bold"),
        serif_italic: face!("NotoSerif-Italic"),
        sans: face!("NotoSans-Regular"),
        sans_bold: face!("NotoSans-Bold"),
    };
    Fonts::new(files).unwrap_or_else(|error| panic!("{error}"))
}

/// All of them, by name.
pub fn all() -> Vec<(&'static str, Document)> {
    vec![
        ("convention", convention::document(6)),
        ("convention-40", convention::document(40)),
        ("projet", convention::draft()),
        ("deliberation", act::document()),
        ("fiche", act::sheet()),
        ("paysage", convention::landscape()),
    ]
}

pub fn bold(words: &str) -> Inline {
    Inline::Text(Text {
        words: words.into(),
        bold: true,
        ..Text::default()
    })
}

pub fn value(words: &str, field: &str) -> Inline {
    Inline::Text(Text {
        words: words.into(),
        fields: vec![field.into()],
        ..Text::default()
    })
}

pub fn plain(words: &str) -> Vec<Inline> {
    vec![Inline::words(words)]
}

pub fn annexe(label: &str, title: &str, blocks: Vec<document::Block>) -> Annexe {
    let anchor = label.to_lowercase().replace(' ', "-");
    Annexe {
        label: label.into(),
        anchor,
        title: plain(title),
        blocks,
        landscape: false,
    }
}

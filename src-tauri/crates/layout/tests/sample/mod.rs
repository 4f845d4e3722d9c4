//! Made-up documents, for the golden tests and for the eye. People and places are invented.

#![allow(dead_code, reason = "the tests and the example each use a part of it")]

mod act;
mod annexes;
mod convention;
mod many;
mod papers;
mod sheets;

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
        ("avenant", papers::amendment()),
        ("bordereau", papers::letter()),
        ("fiche-saisie", sheets::entries()),
        ("note", sheets::note()),
        ("parties-blocs", many::blocks()),
        ("parties-pages", many::sheets()),
        ("quatre-cents", many::rows(400)),
        ("longue-cellule", many::long_cell()),
        ("long-article", many::long_article()),
    ]
}

/// A town's logo and its words.
pub fn logo() -> document::Head {
    document::Head::Logo {
        picture: Some(include_bytes!("logo.png").to_vec()),
        alt: "Logo de Val-d'Yeuse".into(),
        lines: vec![plain("Ville de"), plain("Val-d'Yeuse")],
    }
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

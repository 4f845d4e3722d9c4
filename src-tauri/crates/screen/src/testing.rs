//! Pages made by hand, for the tests of this room.

use layout::pages::{
    A4, Artifact, Draw, Face, Glyph, GlyphRun, Length, Owner, Page, Shape, ShapeKind,
};
use layout::{FontFiles, Fonts, Pages};
use std::sync::Arc;

macro_rules! face {
    ($name:literal) => {
        include_bytes!(concat!("../../../../assets/fonts/", $name, ".ttf"))
    };
}

/// The shipped faces.
pub fn fonts() -> Fonts {
    let files = FontFiles {
        serif: face!("NotoSerif-Regular"),
        serif_bold: face!("NotoSerif-Bold"),
        serif_italic: face!("NotoSerif-Italic"),
        sans: face!("NotoSans-Regular"),
        sans_bold: face!("NotoSans-Bold"),
    };
    Fonts::new(files).unwrap()
}

/// One page, one original without marks.
pub fn page(draws: Vec<Draw>) -> Pages {
    let page = Page {
        width: A4.0,
        height: A4.1,
        number: Some(1),
        draws,
    };
    Pages {
        pages: vec![page],
        furniture: vec![vec![Vec::new()]],
        ..Pages::default()
    }
}

/// Words, each sign half an em wide.
pub fn run(words: &str, face: Face, size: Length, (x, y): (Length, Length)) -> GlyphRun {
    let fonts = fonts();
    let glyph = |sign: char| Glyph {
        id: fonts.glyph(face, sign).unwrap_or(0),
        advance: size / 2,
        text: sign.into(),
    };
    let glyphs = Arc::new(words.chars().map(glyph).collect());
    let owner = Owner::Artifact(Artifact::Mark);
    GlyphRun {
        owner,
        face,
        size,
        x,
        y,
        black: 100,
        turned: false,
        glyphs,
        fields: Vec::new(),
    }
}

/// A line or a frame.
pub fn shape(kind: ShapeKind, black: u8) -> Draw {
    Draw::Shape(Shape {
        owner: Owner::Artifact(Artifact::Layout),
        kind,
        black,
        fields: Vec::new(),
    })
}

/// A picture.
pub fn picture(image: usize, at: (Length, Length), size: (Length, Length)) -> Draw {
    Draw::Image {
        owner: Owner::Artifact(Artifact::Layout),
        image,
        x: at.0,
        y: at.1,
        width: size.0,
        height: size.1,
    }
}

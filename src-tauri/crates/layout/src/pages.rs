//! CONTRACT. Pages: glyphs, rules and pictures, each in its place and with its role, in reading order.
//!
//! One body, set once, whatever the number of originals; what differs between originals (label, mark)
//! is furniture: artifacts in reserved slots. Plain values, that compare and print as golden text.
//! Nothing here knows a school, a PDF object or a file.

pub use crate::page::{Effect, PictureFault};
pub use crate::signs::Signs;
pub use crate::vectors::{Colour, Gradient, Outline, Place, Round, Step, Stroke};
use document::FieldPath;
use std::sync::Arc;

/// A length in whole thousandths of a point. y grows downward from the top edge of the page.
pub type Length = i32;

/// Thousandths of a point in a point.
pub const POINT: Length = 1000;

/// A4 portrait, width and height.
pub const A4: (Length, Length) = (595_276, 841_890);

/// A face of the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Noto Serif Regular: what the parties say.
    Serif,
    /// Noto Serif Bold.
    SerifBold,
    /// Noto Serif Italic: a Latin word, a title of a work.
    SerifItalic,
    /// Noto Sans Regular: what helps to find, count and sign.
    Sans,
    /// Noto Sans Bold.
    SansBold,
}

impl Face {
    /// All of them, each at its rank.
    pub const ALL: [Self; 5] = [
        Self::Serif,
        Self::SerifBold,
        Self::SerifItalic,
        Self::Sans,
        Self::SansBold,
    ];
}

/// A set document.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Pages {
    /// Title, for the metadata.
    pub title: String,
    /// Whether they were set for both sides of the paper.
    pub duplex: bool,
    /// The structure, parents before children, siblings in reading order.
    pub nodes: Vec<Node>,
    /// The body's pages, blank versos included.
    pub pages: Vec<Page>,
    /// The pictures that the pages draw.
    pub images: Vec<Image>,
    /// For each original (one at least: the copy to read has one, without label), for each page, what is its own.
    pub furniture: Vec<Vec<Vec<Draw>>>,
    /// Where one signs, in reading order.
    pub signing: Vec<SigningPlace>,
    /// Signs that the faces lack; each is drawn as its code between brackets, never dropped.
    pub missing: Vec<MissingGlyph>,
    /// Why the picture of the document is not drawn, when it has one that cannot be.
    pub refused: Option<PictureFault>,
    /// What the eye of the compositor would note.
    pub report: Report,
}

/// A sign that the faces lack.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MissingGlyph {
    /// The sign.
    pub sign: char,
    /// The fields it comes from; empty for the modèle's own words.
    pub fields: Vec<FieldPath>,
}

/// Figures of the composition.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Report {
    /// Lines that end on a hyphen.
    pub hyphenated: u32,
    /// Justified lines whose spaces are wider than 145 % of natural: page, words, per mille of natural.
    pub loose: Vec<(usize, String, u32)>,
    /// Lines that could not fit their measure: page, words.
    pub overfull: Vec<(usize, String)>,
}

/// Index of a node in [`Pages::nodes`].
pub type NodeId = usize;

/// An element of the structure (ISO 32000-1, 14.8.4).
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Node {
    /// What it is.
    pub role: Role,
    /// Its parent; none for a child of the document (of its `Part`).
    pub parent: Option<NodeId>,
    /// What a picture means.
    pub alt: Option<String>,
    /// What an abbreviation stands for.
    pub expansion: Option<String>,
    /// The language, when not French.
    pub lang: Option<String>,
    /// Where a `Link` leads: an address, or `#` and an anchor.
    pub link: Option<String>,
    /// Anchor that references point to.
    pub anchor: Option<String>,
    /// What it is called, for those who are led there; none when that is its bookmark.
    pub name: Option<String>,
    /// Text of its bookmark; none for no bookmark.
    pub bookmark: Option<String>,
    /// The fields printed in it.
    pub fields: Vec<FieldPath>,
}

/// Role of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Role {
    /// A paragraph.
    #[default]
    P,
    /// The title of the document.
    H1,
    /// An article, a free title, an annexe.
    H2,
    /// A sub-article, a part of an annexe.
    H3,
    /// A group: an annexe, the parties, the signatures.
    Sect,
    /// A list; `numbered` gives ListNumbering.
    L {
        /// Letters or dashes.
        lettered: bool,
    },
    /// A list whose labels are 1, 2, 3.
    Roll,
    /// An item.
    Li,
    /// The label of an item.
    Lbl,
    /// The text of an item.
    LBody,
    /// A table.
    Table,
    /// Its header rows.
    THead,
    /// Its body rows.
    TBody,
    /// A row.
    Tr,
    /// A header cell.
    Th {
        /// It heads its column, else its row.
        column: bool,
        /// How many columns it goes over (1 or more).
        span: u16,
    },
    /// A cell.
    Td {
        /// How many columns it goes over (1 or more).
        span: u16,
    },
    /// A picture that means something.
    Figure,
    /// A link.
    Link,
    /// Words of their own inside a paragraph (an abbreviation, another language).
    Span,
    /// A note.
    Note,
}

/// A page.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Page {
    /// Width.
    pub width: Length,
    /// Height.
    pub height: Length,
    /// Its number among those counted; none for a blank verso.
    pub number: Option<u32>,
    /// What is drawn, in reading order.
    pub draws: Vec<Draw>,
}

/// The blank of a signature block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SigningPlace {
    /// The page, blank versos included, from 0.
    pub page: usize,
    /// The element of the block: a `Sect`.
    pub node: NodeId,
    /// For whom one signs: « Pour la commune ».
    pub party: String,
    /// Left, top.
    pub at: (Length, Length),
    /// Width, height.
    pub size: (Length, Length),
}

/// Whose a drawn thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// Part of the text: its node.
    Node(NodeId),
    /// Not part of the text.
    Artifact(Artifact),
}

/// Kind of an artifact (ISO 32000-1, 14.8.2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Artifact {
    /// Running header, repeated header of a table.
    Header,
    /// Footer.
    Footer,
    /// Rules, dotted lines, boxes.
    Layout,
    /// Draft tag, band, label of an original.
    Mark,
}

/// Something drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Draw {
    /// Glyphs on a baseline.
    Glyphs(GlyphRun),
    /// A straight line or a filled rectangle.
    Shape(Shape),
    /// A picture.
    Image {
        /// Whose it is.
        owner: Owner,
        /// Index in [`Pages::images`].
        image: usize,
        /// Left edge.
        x: Length,
        /// Top edge.
        y: Length,
        /// Width.
        width: Length,
        /// Height.
        height: Length,
    },
}

/// How dark: per cent of black. 0 is white (on a black tag).
pub type Black = u8;

/// Glyphs on one baseline, of one face and size.
#[derive(Clone, Debug, PartialEq)]
pub struct GlyphRun {
    /// Whose it is.
    pub owner: Owner,
    /// The face.
    pub face: Face,
    /// The size.
    pub size: Length,
    /// Left end of the baseline.
    pub x: Length,
    /// The baseline.
    pub y: Length,
    /// How dark.
    pub black: Black,
    /// Whether it reads upward along the margin (turned a quarter left, about its origin).
    pub turned: bool,
    /// The glyphs, in reading order: those of the set paragraph, shared with it.
    pub glyphs: Arc<Vec<Glyph>>,
    /// The fields the words come from: what a click leads to.
    pub fields: Vec<FieldPath>,
}

/// A glyph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// Its index in the face.
    pub id: u16,
    /// How far the pen goes: kerning and justification included.
    pub advance: Length,
    /// The text it stands for: one sign, several for a ligature, none for the later glyphs of a cluster.
    /// A hyphen at the end of a line is U+00AD; the space at the end of a line is kept, with advance 0.
    pub text: Signs,
}

/// A line or a rectangle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Whose it is.
    pub owner: Owner,
    /// What it is.
    pub kind: ShapeKind,
    /// How dark.
    pub black: Black,
    /// The fields it stands for (a dotted line, a check box, a « à compléter » box).
    pub fields: Vec<FieldPath>,
}

/// What a shape is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShapeKind {
    /// A line.
    Line {
        /// From.
        from: (Length, Length),
        /// To.
        to: (Length, Length),
        /// Its thickness.
        thickness: Length,
        /// Dash and gap; none for a plain line.
        dash: Option<(Length, Length)>,
    },
    /// A frame.
    Frame {
        /// Left, top.
        at: (Length, Length),
        /// Width, height.
        size: (Length, Length),
        /// Its thickness; 0 for a filled rectangle.
        thickness: Length,
    },
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// Pixels across; of a drawing, thousandths of a point.
    pub width: u32,
    /// Pixels down; of a drawing, thousandths of a point.
    pub height: u32,
    /// What it is made of, for paper.
    pub pixels: Pixels,
    /// The kind of the file that it came from: « image/png ».
    pub kind: &'static str,
    /// That file, for the screen; nothing for a drawing, which is drawn.
    pub file: Vec<u8>,
}

/// What a picture is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pixels {
    /// Its pixels.
    Plain {
        /// RGB, three bytes a pixel.
        rgb: Vec<u8>,
        /// How opaque each pixel is; none when all are.
        alpha: Option<Vec<u8>>,
    },
    /// Those of its file, a JPEG, still packed.
    Jpeg {
        /// Greys alone, else colours.
        grey: bool,
    },
    /// No pixel: outlines, in thousandths of a point of a box as wide and high as the picture.
    Drawn(Vec<Stroke>),
}

//! The text of a modèle as a tree: structure first, before any value goes in.
//!
//! Nothing here knows a dossier: a value, when it comes, comes into a tree that is already there, and
//! can never become a title, a table or an instruction.

mod directive;
mod entries;
mod header;
mod lines;
mod signed;
mod spans;
mod table;
#[cfg(test)]
mod tests;

pub(crate) use lines::read;
pub(crate) use spans::read_spans;

use crate::expr::Expr;

/// A piece of a line.
#[derive(Clone, Debug)]
pub(crate) struct Span {
    pub(crate) what: SpanKind,
    pub(crate) bold: bool,
    pub(crate) italic: bool,
}

/// What a piece of a line is.
#[derive(Clone, Debug)]
pub(crate) enum SpanKind {
    /// The modèle's own words.
    Words(String),
    /// `{{ … }}`.
    Value(Expr),
    /// `[l'#duree]`: what is copied before, and the anchor.
    Reference { before: String, anchor: String },
}

/// A line of text, with its place in the file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Line {
    pub(crate) line: usize,
    pub(crate) spans: Vec<Span>,
}

/// A part of a text, with the line where it begins.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) line: usize,
    pub(crate) what: What,
}

/// What a part is.
#[derive(Clone, Debug)]
pub(crate) enum What {
    /// `# …`: the title of an annexe.
    Title(Line),
    /// `##`, `###`: a title, numbered or free.
    Heading {
        level: u8,
        article: bool,
        text: Line,
        anchor: String,
    },
    /// `####`: an alinéa with its number in the margin.
    Alinea { text: Line, anchor: String },
    /// A paragraph.
    Paragraph(Line),
    /// `[Vu] …`.
    Repere {
        word: String,
        strong: bool,
        text: Line,
    },
    /// An item of a list; neighbours make one list once conditions are applied.
    Item {
        second: bool,
        lettered: bool,
        text: Line,
    },
    /// `libellé : valeur`.
    Pair { label: Line, value: Line },
    /// `===`.
    Divider,
    /// `::: si`.
    If {
        condition: Expr,
        then: Vec<Part>,
        otherwise: Vec<Part>,
    },
    /// `::: pour`.
    Each { each: Each, body: Vec<Part> },
    /// `::: tableau`.
    Table(Table),
    /// `::: ouverture`.
    Opening(Vec<Part>),
    /// `::: definitions`.
    Definitions(Vec<Part>),
    /// `::: chiffres`.
    Figures(Vec<Part>),
    /// `::: note`.
    Note(Vec<Part>),
    /// `::: encadre`.
    Frame(Vec<Part>),
    /// `::: ensemble`.
    Kept(Vec<Part>),
    /// `::: paysage`.
    Landscape(Vec<Part>),
    /// `::: parties`.
    Parties {
        sided: bool,
        anchor: String,
        body: Vec<Part>,
    },
    /// `::: signatures`.
    Signatures {
        of: Vec<String>,
        dated: bool,
        page_each: bool,
        anchor: String,
        body: Vec<Part>,
    },
    /// `::: saisie`.
    Entries(Entries),
    /// `::: signatures libres`.
    FreeSignatures(FreeSignatures),
    /// `::: noms`: names numbered in two columns.
    Names(Vec<Part>),
    /// `::: annexe`.
    Annexe(String),
    /// `::: saut`.
    PageBreak,
    /// `::: a-la-main`.
    HandLine,
}

/// `ecole dans ecoles`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Each {
    pub(crate) name: String,
    pub(crate) list: String,
}

/// Values to be copied elsewhere, as written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entries {
    pub(crate) label: String,
    pub(crate) title: String,
    pub(crate) box_title: String,
    pub(crate) body: Vec<Part>,
}

/// Blocks where people sign who are no party, as written: whether each is dated, whether each asks for a stamp.
#[derive(Clone, Debug, Default)]
pub(crate) struct FreeSignatures {
    pub(crate) dated: bool,
    pub(crate) stamps: Vec<bool>,
    pub(crate) body: Vec<Part>,
}

/// A table as written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    pub(crate) title: String,
    pub(crate) anchor: String,
    pub(crate) each: Option<Each>,
    pub(crate) columns: Vec<ColumnSort>,
    pub(crate) row_headers: bool,
    pub(crate) wide: bool,
    pub(crate) header: Vec<Line>,
    pub(crate) rows: Vec<Vec<Line>>,
    pub(crate) totals: Vec<Vec<Line>>,
}

/// How a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum ColumnSort {
    /// Words: at left, shares the width.
    #[default]
    Words,
    /// Codes: at left, never cut.
    Code,
    /// Figures: at right, never cut.
    Figure,
    /// Names of articles: as wide as the repère column, when it is the first.
    Repere,
}

/// What a file is: a document opens by `::: ouverture`, an annexe by `# …`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileKind {
    /// A document.
    Document,
    /// An annexe.
    Annexe,
}

/// `ecole dans ecoles`, alone in its text.
pub(crate) fn each(text: &str) -> Option<Each> {
    directive::each(text)
        .filter(|(_, rest)| rest.is_empty())
        .map(|(each, _)| each)
}

//! A document as it is read from its top to its end, without its pages: titles, lines, lists and tables. What the forms
//! that are not pages are written from: a file to be edited, a text to be pasted.

mod grids;

pub(crate) use grids::{Grid, spanned};

use document::{
    Annexe, Block, Document, Head, Inline, ListItem, Mark, Opening, SignatureAsk, Signatures, Text,
    TitleSize,
};

/// A document, in the order in which it is read.
pub(crate) struct Reading<'a> {
    /// What every page says of it: « PROJET », and why.
    pub mark: Option<(&'static str, String)>,
    /// Its parts.
    pub parts: Vec<Part<'a>>,
}

/// A part of the text.
pub(crate) enum Part<'a> {
    /// The picture at its head: bytes, what it means.
    Picture(&'a [u8], &'a str),
    /// Who writes, to whom; a line each.
    Letter(&'a [Vec<Inline>], &'a [Vec<Inline>]),
    /// A title.
    Title(Title<'a>),
    /// A line of text.
    Line(Line<'a>),
    /// A list.
    List(Label, Vec<Item<'a>>),
    /// A table.
    Grid(Grid<'a>),
    /// Blocks where one signs, two by two.
    Signing(&'a Signatures),
    /// A new page; whether it is turned, when it begins an annexe.
    Page(Option<bool>),
}

/// A title.
pub(crate) struct Title<'a> {
    /// 1 for the document's own, 2 for an article or an annexe, 3 below.
    pub level: u8,
    /// « Article 3 »; empty for a free title.
    pub label: Words<'a>,
    /// The title.
    pub text: Words<'a>,
    /// What references point to.
    pub anchor: &'a str,
    /// Whether it is that of an annexe.
    pub annexe: bool,
    /// Whether it is the smaller title of a note, a letter, an avenant.
    pub small: bool,
}

/// What a line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// A paragraph.
    Body,
    /// A list of names, « Fait à … »: flush left.
    Flush,
    /// Head of the first page.
    Head,
    /// The line under the title.
    Subtitle,
    /// A note.
    Note,
    /// A framed text.
    Frame,
    /// What is pushed right: « d’une part, ».
    Right,
}

/// A line of text.
pub(crate) struct Line<'a> {
    /// What it is for.
    pub voice: Voice,
    /// The word that opens it, in the column of repères; empty for none.
    pub word: &'a str,
    /// Whether that word is strong.
    pub strong: bool,
    /// Its text.
    pub text: Words<'a>,
    /// Whether it stays with what follows.
    pub keep: bool,
}

/// What stands before each item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    /// A dash.
    Dash,
    /// A letter.
    Letter,
    /// A number.
    Number,
}

/// An item of a list, and what hangs below it.
pub(crate) struct Item<'a> {
    /// Its text.
    pub text: &'a [Inline],
    /// What hangs below it.
    pub below: &'a [ListItem],
}

/// Words of a document, or words made here.
pub(crate) type Words<'a> = std::borrow::Cow<'a, [Inline]>;

/// Reads a document.
pub(crate) fn reading(document: &Document) -> Reading<'_> {
    let mut parts = Vec::new();
    opening(&document.opening, &document.title, &mut parts);
    for block in &document.blocks {
        part(block, 2, false, &mut parts);
    }
    for annexe in &document.annexes {
        self::annexe(annexe, &mut parts);
    }
    Reading {
        mark: document.mark.as_ref().map(mark),
        parts,
    }
}

/// What a mark says: its word, the rest of its sentence.
pub(crate) fn mark(mark: &Mark) -> (&'static str, String) {
    match mark {
        Mark::Draft { margin } => ("PROJET", margin.replacen("PROJET · ", "", 1)),
        Mark::DoNotSign { sentence } => ("À NE PAS SIGNER", sentence.clone()),
    }
}

fn opening<'a>(opening: &'a Opening, title: &'a str, parts: &mut Vec<Part<'a>>) {
    head(&opening.head, parts);
    if let Some(letter) = &opening.letter {
        parts.push(Part::Letter(&letter.sender, &letter.recipient));
    }
    let mut text: Vec<Inline> = opening.genre.iter().map(bold).collect();
    if !text.is_empty() && !opening.rest.is_empty() {
        text.push(Inline::Break);
    }
    text.extend_from_slice(&opening.rest);
    if text.is_empty() {
        text.push(Inline::words(title));
    }
    parts.push(Part::Title(Title {
        level: 1,
        label: Words::default(),
        text: text.into(),
        anchor: "",
        annexe: false,
        small: opening.size == TitleSize::Note,
    }));
    let items: Vec<&Vec<Inline>> = opening
        .subtitle
        .iter()
        .filter(|item| !item.is_empty())
        .collect();
    let mut subtitle: Vec<Inline> = Vec::new();
    for item in items {
        let alone = subtitle.last().is_none_or(|last| *last == Inline::Break);
        subtitle.extend((!alone).then(|| Inline::words("\u{a0}· ")));
        subtitle.extend_from_slice(item);
    }
    line(Voice::Subtitle, subtitle, parts);
    line(Voice::Note, opening.note.as_slice(), parts);
}

fn head<'a>(head: &'a Head, parts: &mut Vec<Part<'a>>) {
    match head {
        Head::Nothing => {}
        Head::Logo {
            picture,
            alt,
            lines,
        } => {
            parts.extend(picture.as_deref().map(|bytes| Part::Picture(bytes, alt)));
            line(Voice::Head, lines.join(&Inline::Break), parts);
        }
        Head::Institution { lines } => {
            let last = lines.len().saturating_sub(1);
            let lines: Vec<Vec<Inline>> = (lines.iter().enumerate())
                .map(|(rank, line)| match rank == last {
                    true => line.iter().map(bold).collect(),
                    false => line.clone(),
                })
                .collect();
            line(Voice::Head, lines.join(&Inline::Break), parts);
        }
    }
}

/// The same words in bold.
pub(crate) fn bold(inline: &Inline) -> Inline {
    match inline {
        Inline::Text(text) => Inline::Text(Text {
            bold: true,
            ..text.clone()
        }),
        other => other.clone(),
    }
}

fn line<'a>(voice: Voice, text: impl Into<Words<'a>>, parts: &mut Vec<Part<'a>>) {
    let text = text.into();
    if !text.is_empty() {
        parts.push(Part::Line(Line {
            voice,
            word: "",
            strong: false,
            text,
            keep: false,
        }));
    }
}

fn annexe<'a>(annexe: &'a Annexe, parts: &mut Vec<Part<'a>>) {
    parts.push(Part::Page(Some(annexe.landscape)));
    parts.push(Part::Title(Title {
        level: 2,
        label: vec![Inline::words(annexe.label.as_str())].into(),
        text: annexe.title.as_slice().into(),
        anchor: &annexe.anchor,
        annexe: true,
        small: false,
    }));
    for block in &annexe.blocks {
        part(block, 3, false, parts);
    }
}

/// A block: `top` is the level of its first titles; `keep` holds it to what follows.
fn part<'a>(block: &'a Block, top: u8, keep: bool, parts: &mut Vec<Part<'a>>) {
    let mut said = |voice, word: &'a str, strong, text: &'a [Inline]| {
        parts.push(Part::Line(Line {
            voice,
            word,
            strong,
            text: text.into(),
            keep,
        }));
    };
    match block {
        Block::Paragraph(text) => said(Voice::Body, "", false, text),
        Block::Numbered { label, text } => said(Voice::Body, label, false, text),
        Block::Repere {
            word,
            strong,
            justified,
            text,
        } => {
            let voice = if *justified {
                Voice::Body
            } else {
                Voice::Flush
            };
            said(voice, word, *strong, text);
        }
        Block::Article { label, text } => {
            parts.push(Part::Title(Title {
                level: top,
                label: vec![Inline::words(label)].into(),
                text: (&[][..]).into(),
                anchor: "",
                annexe: false,
                small: false,
            }));
            parts.push(Part::Line(Line {
                voice: Voice::Body,
                word: "",
                strong: false,
                text: text.as_slice().into(),
                keep,
            }));
        }
        Block::Note(text) => said(Voice::Note, "", false, text),
        Block::Frame(text) => said(Voice::Frame, "", false, text),
        Block::Heading {
            level,
            label,
            text,
            anchor,
        } => parts.push(Part::Title(Title {
            level: if *level <= 1 { top } else { 3 },
            label: label.as_slice().into(),
            text: text.as_slice().into(),
            anchor,
            annexe: false,
            small: false,
        })),
        Block::List(list) => {
            let label = if list.lettered {
                Label::Letter
            } else {
                Label::Dash
            };
            parts.push(Part::List(label, list.items.iter().map(item).collect()));
        }
        Block::Roll(names) => {
            let item = |name: &'a Vec<Inline>| Item {
                text: name,
                below: &[],
            };
            parts.push(Part::List(Label::Number, names.iter().map(item).collect()));
        }
        Block::Table(table) => parts.push(Part::Grid(grids::grid(table))),
        Block::Definitions(rows) => parts.push(Part::Grid(grids::definitions(rows))),
        Block::Figures(figures) => parts.push(Part::Grid(grids::figures(figures))),
        Block::Entries(entries) => grids::entries(entries, top, parts),
        Block::Parties(parties) => {
            for party in &parties.parties {
                parts.push(Part::Line(Line {
                    voice: Voice::Flush,
                    word: &party.word,
                    strong: false,
                    text: party.identity.as_slice().into(),
                    keep: true,
                }));
                line(Voice::Flush, party.term.as_slice(), parts);
                line(Voice::Right, party.part.as_slice(), parts);
            }
            line(Voice::Body, parties.closing.as_slice(), parts);
        }
        Block::Signatures(signatures) => {
            parts.push(Part::Line(Line {
                voice: Voice::Flush,
                word: "",
                strong: false,
                text: signatures.done.as_slice().into(),
                keep: true,
            }));
            parts.push(Part::Signing(signatures));
        }
        Block::Kept(blocks) => {
            let last = blocks.len().saturating_sub(1);
            for (rank, block) in blocks.iter().enumerate() {
                part(block, top, keep || rank < last, parts);
            }
        }
        Block::PageBreak => parts.push(Part::Page(None)),
    }
}

/// An item of the first level.
pub(crate) fn item(item: &ListItem) -> Item<'_> {
    Item {
        text: &item.text,
        below: &item.below,
    }
}

/// What the blank of a signature block asks for, in words.
pub(crate) fn asks(ask: SignatureAsk) -> &'static str {
    match ask {
        SignatureAsk::SignatureAndStamp => "Signature et cachet",
        SignatureAsk::Signature => "Signature",
    }
}

/// « Signé le ……… ».
pub(crate) fn signed_on() -> [Inline; 2] {
    let blank = Inline::Dotted {
        what: document::Dotted::Date,
        fields: Vec::new(),
    };
    [Inline::words("Signé le "), blank]
}

/// The words of a line, on one line: what is drawn is left out.
pub(crate) fn plain(line: &[Inline]) -> String {
    let word = |inline: &Inline| match inline {
        Inline::Text(text) => text.words.clone(),
        Inline::Break => " ".to_owned(),
        Inline::ToComplete { label, .. } => format!("[{label}]"),
        Inline::Dotted { .. } | Inline::Check { .. } => String::new(),
    };
    line.iter().map(word).collect()
}

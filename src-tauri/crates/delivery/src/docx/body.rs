//! The body of the file: a paragraph for each line, a title for each title, lists numbered by the program.

use super::picture::{self, Picture};
use super::runs::{bookmark, repere, runs};
use super::{AXIS, MEASURE, tables};
use crate::reading::{Item, Label, Line, Part, Reading, Title, Voice, item, plain};
use document::{Document, Inline};
use std::fmt::Write;

/// What was written of a document.
pub(super) struct Written {
    /// The paragraphs and tables, without what says the page.
    pub body: String,
    /// Whether the last pages are turned.
    pub turned: bool,
    /// The lists: what stands before their items, in order; each counts by itself.
    pub lists: Vec<Label>,
    /// The picture at the head.
    pub picture: Option<Picture>,
}

/// Writes the parts of a document.
pub(super) fn written(reading: &Reading<'_>, document: &Document) -> Written {
    let mut writer = Writer {
        out: Written {
            body: String::new(),
            turned: false,
            lists: Vec::new(),
            picture: None,
        },
        document,
        bookmarks: 0,
        fresh: false,
    };
    for part in &reading.parts {
        writer.part(part);
        if matches!(part, Part::Grid(_) | Part::Signing(_) | Part::Letter(..)) {
            writer.gap();
        }
    }
    writer.out
}

struct Writer<'a> {
    out: Written,
    document: &'a Document,
    bookmarks: u32,
    /// Whether the next paragraph begins a page.
    fresh: bool,
}

impl Writer<'_> {
    /// A paragraph: its properties beside the style, its runs.
    fn paragraph(&mut self, style: &str, properties: &str, inner: &str) {
        let fresh = if std::mem::take(&mut self.fresh) {
            "<w:pageBreakBefore/>"
        } else {
            ""
        };
        let (before, after) = ordered(properties);
        let _ = write!(
            self.out.body,
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{before}{fresh}{after}</w:pPr>{inner}</w:p>"
        );
    }

    /// After a table: two that touch would be one, and what follows must not touch it either.
    fn gap(&mut self) {
        self.paragraph("ApresTableau", "", "");
    }

    fn part(&mut self, part: &Part<'_>) {
        match part {
            Part::Picture(bytes, alt) => self.picture(bytes, alt),
            Part::Letter(sender, recipient) => {
                let cells = [sender.join(&Inline::Break), recipient.join(&Inline::Break)];
                self.out.body.push_str(&tables::letter(&cells));
            }
            Part::Title(title) => self.title(title),
            Part::Line(line) => self.line(line),
            Part::List(label, items) => {
                self.out.lists.push(*label);
                let number = self.out.lists.len();
                self.items(items, 0, number);
            }
            Part::Grid(grid) => {
                let block = if self.out.turned {
                    super::TURNED
                } else {
                    super::BLOCK
                };
                self.out.body.push_str(&tables::grid(grid, block));
            }
            Part::Signing(signatures) => self.out.body.push_str(&tables::signing(signatures)),
            Part::Page(turned) => self.page(*turned),
        }
    }

    fn picture(&mut self, bytes: &[u8], alt: &str) {
        if let Some(picture) = picture::read(bytes) {
            let drawing = picture::drawing(&picture, alt);
            self.paragraph("TeteDePage", "", &format!("<w:r>{drawing}</w:r>"));
            self.out.picture = Some(picture);
        }
    }

    /// A page that begins an annexe may be turned: then what came before ends a section.
    fn page(&mut self, turned: Option<bool>) {
        let turned = turned.unwrap_or(self.out.turned);
        if turned == self.out.turned {
            self.fresh = true;
            return;
        }
        let section = super::edges::section(self.document, self.out.turned);
        let _ = write!(
            self.out.body,
            "<w:p><w:pPr><w:pStyle w:val=\"ApresTableau\"/>{section}</w:pPr></w:p>"
        );
        self.out.turned = turned;
    }

    fn title(&mut self, title: &Title<'_>) {
        let style = match (title.level, title.annexe, title.small) {
            (1, _, false) => "Heading1",
            (1, _, true) => "TitreDeNote",
            (2, true, _) => "TitreAnnexe",
            (2, ..) => "Heading2",
            _ => "Heading3",
        };
        let label = plain(&title.label);
        let mut inner = String::new();
        if !label.is_empty() {
            inner.push_str(&repere_of_title(&label));
        }
        inner.push_str(&runs(&title.text, false));
        if !title.anchor.is_empty() {
            self.bookmarks += 1;
            inner = format!(
                "<w:bookmarkStart w:id=\"{0}\" w:name=\"{1}\"/>{inner}<w:bookmarkEnd w:id=\"{0}\"/>",
                self.bookmarks,
                bookmark(title.anchor)
            );
        }
        let hanging = if label.is_empty() {
            String::new()
        } else {
            hanging()
        };
        self.paragraph(style, &hanging, &inner);
    }

    fn line(&mut self, line: &Line<'_>) {
        let style = match line.voice {
            Voice::Body => "BodyText",
            Voice::Flush => "Gauche",
            Voice::Head => "TeteDePage",
            Voice::Subtitle => "Subtitle",
            Voice::Note => "Note",
            Voice::Frame => "Encadre",
            Voice::Right => "Droite",
        };
        let mut properties = String::new();
        if line.keep {
            properties.push_str("<w:keepNext/>");
        }
        let mut inner = String::new();
        if !line.word.is_empty() {
            properties.push_str(&hanging());
            let style = if line.strong {
                "Repere"
            } else {
                "RepereMaigre"
            };
            inner.push_str(&repere(line.word, style));
        }
        inner.push_str(&runs(&line.text, false));
        self.paragraph(style, &properties, &inner);
    }

    fn items(&mut self, items: &[Item<'_>], level: u32, number: usize) {
        for one in items {
            let properties = format!(
                "<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{number}\"/></w:numPr>"
            );
            self.paragraph("ListParagraph", &properties, &runs(one.text, false));
            let below: Vec<Item<'_>> = one.below.iter().map(item).collect();
            // Below the second level, a list is a fault of the text: it stays on the third.
            self.items(&below, (level + 1).min(2), number);
        }
    }
}

/// Properties of a paragraph have an order (ISO/IEC 29500-1, 17.3.1.26): what stays with the next comes before what
/// begins a page, the rest after.
fn ordered(properties: &str) -> (&str, &str) {
    match properties.strip_prefix("<w:keepNext/>") {
        Some(rest) => ("<w:keepNext/>", rest),
        None => ("", properties),
    }
}

/// A word in the column of repères, the text on the axis.
fn hanging() -> String {
    format!(
        "<w:tabs><w:tab w:val=\"left\" w:pos=\"{AXIS}\"/></w:tabs><w:ind w:left=\"{AXIS}\" w:hanging=\"{AXIS}\"/>"
    )
}

fn repere_of_title(label: &str) -> String {
    format!("<w:r>{}<w:tab/></w:r>", super::runs::signs(label))
}

/// The measure is the block without the column of repères.
const _: () = assert!(MEASURE + AXIS <= super::BLOCK + 1);

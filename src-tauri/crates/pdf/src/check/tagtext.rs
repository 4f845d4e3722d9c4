//! The structure of a file as text: what a screen reader goes through.

use super::book::Book;
use super::contents::{self, Contents};
use super::elements::{self, Below, Element};
use super::rules::Flaws;
use lopdf::{Dictionary, Object};
use std::fmt::Write;

/// Why a file has no tags to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Untagged {
    /// The bytes are no PDF that reads, or it has no page.
    #[error("no PDF that reads")]
    NoPdf,
    /// The PDF has no structure.
    #[error("no structure")]
    NoStructure,
}

/// The tags of a file, an element a line, deeper ones further in, each with its words and what it says of itself:
/// `TH Column « UAI »`. Whatever the bytes, a sign that would command a terminal is written as its code.
///
/// # Errors
/// The bytes are no PDF, or the PDF has no structure.
pub fn tags(bytes: &[u8]) -> Result<String, Untagged> {
    let book = Book::open(bytes).ok_or(Untagged::NoPdf)?;
    let mut flaws = Flaws::default();
    let contents = contents::read(&book, &mut flaws);
    let elements = elements::read(&book, &mut flaws);
    if elements.is_empty() {
        return Err(Untagged::NoStructure);
    }
    let mut text = TagText {
        book: &book,
        contents: &contents,
        elements: &elements,
        out: String::new(),
    };
    for (rank, element) in elements.iter().enumerate() {
        if element.parent.is_none() {
            text.element(rank, 0);
        }
    }
    Ok(harmless(&text.out))
}

/// Signs that are not to be printed, as their codes; lines stay lines.
fn harmless(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for sign in text.chars() {
        if sign.is_control() && sign != '\n' {
            let _ = write!(shown, "<U+{:04X}>", u32::from(sign));
        } else {
            shown.push(sign);
        }
    }
    shown
}

struct TagText<'a> {
    book: &'a Book,
    contents: &'a Contents,
    elements: &'a [Element<'a>],
    out: String,
}

impl TagText<'_> {
    /// Words stand on the line of their element; those between elements on lines of their own.
    fn element(&mut self, rank: usize, depth: usize) {
        let Some(element) = self.elements.get(rank) else {
            return;
        };
        self.indent(depth);
        self.out.push_str(&element.kind);
        self.said(element);
        let mixed = element
            .below
            .iter()
            .any(|below| matches!(below, Below::Element(_)));
        let words = self.words(&element.below);
        if !mixed && !words.is_empty() {
            let _ = write!(self.out, " « {words} »");
        }
        self.out.push('\n');
        if mixed {
            self.below(element, depth + 1);
        }
    }

    fn below(&mut self, element: &Element<'_>, depth: usize) {
        for group in element
            .below
            .chunk_by(|one, next| is_words(one) && is_words(next))
        {
            if let Some(Below::Element(rank)) = group.first() {
                self.element(*rank, depth);
                continue;
            }
            let words = self.words(group);
            if !words.is_empty() {
                self.indent(depth);
                let _ = writeln!(self.out, "« {words} »");
            }
        }
    }

    fn words(&self, below: &[Below]) -> String {
        let text = |below: &Below| match below {
            Below::Marked(page, mcid) => {
                Some(self.contents.marked.get(page)?.get(mcid)?.text.as_str())
            }
            _ => None,
        };
        below.iter().filter_map(text).collect()
    }

    fn said(&mut self, element: &Element<'_>) {
        let book = self.book;
        for key in ["Scope", "ListNumbering"] {
            if let Some(Ok(name)) = element.attribute(book, key).map(Object::as_name) {
                let _ = write!(self.out, " {}", String::from_utf8_lossy(name));
            }
        }
        if let Some(Ok(span)) = element.attribute(book, "ColSpan").map(Object::as_i64) {
            let _ = write!(self.out, " ColSpan={span}");
        }
        for key in ["Lang", "Alt", "E"] {
            if let Some(words) = book.text(element.entries, key) {
                let _ = write!(self.out, " {key}=({words})");
            }
        }
        let targets = element.below.iter().filter_map(|below| self.target(below));
        let targets: Vec<String> = targets.collect();
        for target in targets {
            let _ = write!(self.out, " → {target}");
        }
    }

    fn target(&self, below: &Below) -> Option<String> {
        let Below::Object(id) = below else {
            return None;
        };
        let entries: &Dictionary = self.book.entries(*id)?;
        let field = self.book.text(entries, "TU");
        if field.is_some() {
            return field;
        }
        let address = self
            .book
            .dict(entries, "A")
            .and_then(|action| self.book.text(action, "URI"));
        let page = || {
            self.book
                .array(entries, "Dest")
                .first()?
                .as_reference()
                .ok()
        };
        address.or_else(|| page().map(|page| self.book.page_name(page)))
    }

    fn indent(&mut self, depth: usize) {
        (0..depth).for_each(|_| self.out.push_str("  "));
    }
}

fn is_words(below: &Below) -> bool {
    !matches!(below, Below::Element(_))
}

#[test]
fn no_word_of_a_file_commands_a_terminal() {
    assert_eq!(
        harmless("P « a\u{1b}[31mb\u{9b}\r »\nP\n"),
        "P « a<U+001B>[31mb<U+009B><U+000D> »\nP\n"
    );
}

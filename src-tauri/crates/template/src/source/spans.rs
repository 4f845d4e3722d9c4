//! Reads one line of text: words, **bold**, *italic*, `{{ … }}`, `[l'#article]`.
//!
//! `{{ … }}` is one piece before anything else: a bar, a star or a bracket inside it is its own affair.

use super::{Line, Span, SpanKind};
use crate::expr::Expr;
use crate::misprint::{MisprintKind, Report};

/// Reads a line; what is wrong goes to the report, and the line is read as far as it can be.
pub(crate) fn read_spans(text: &str, line: usize, report: &mut Report) -> Line {
    let mut reader = Reader {
        rest: text,
        line,
        report,
        words: String::new(),
        before: None,
        bold: false,
        italic: false,
        spans: Vec::new(),
    };
    reader.all();
    Line {
        line,
        spans: reader.spans,
    }
}

/// Where the `}}` of an expression begins, quotes being stepped over.
pub(super) fn end_of_value(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, sign) in text.char_indices() {
        match quote {
            Some(open) if sign == open => quote = None,
            Some(_) => {}
            None if sign == '"' || sign == '\'' => quote = Some(sign),
            None if text[at..].starts_with("}}") => return Some(at),
            None => {}
        }
    }
    None
}

/// How many bytes are words: this sign, and those that follow up to one that may mean something.
fn words(text: &str, first: char) -> usize {
    let after = &text[first.len_utf8()..];
    let more = after.find(['\\', '{', '*', '[']);
    first.len_utf8() + more.unwrap_or(after.len())
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
    report: &'a mut Report,
    words: String,
    before: Option<char>,
    bold: bool,
    italic: bool,
    spans: Vec<Span>,
}

impl Reader<'_> {
    fn all(&mut self) {
        while let Some(sign) = self.rest.chars().next() {
            match sign {
                '\\' => self.escaped(),
                '{' if self.rest.starts_with("{{") => self.value(),
                '*' => self.star(),
                '[' => self.bracket(),
                _ => self.take(words(self.rest, sign)),
            }
        }
        self.flush();
        for (open, mark) in [(self.bold, "**"), (self.italic, "*")] {
            if open {
                self.report.add(self.line, MisprintKind::OpenEmphasis(mark));
            }
        }
    }

    /// Takes so many bytes as words.
    fn take(&mut self, bytes: usize) {
        let (taken, rest) = self.rest.split_at(bytes);
        self.words.push_str(taken);
        self.before = taken.chars().next_back();
        self.rest = rest;
    }

    /// Steps over so many bytes that print nothing.
    fn skip(&mut self, bytes: usize) {
        self.before = self.rest[..bytes].chars().next_back();
        self.rest = &self.rest[bytes..];
    }

    fn escaped(&mut self) {
        self.rest = &self.rest[1..];
        if let Some(sign) = self.rest.chars().next() {
            self.take(sign.len_utf8());
        }
    }

    fn value(&mut self) {
        let inside = &self.rest[2..];
        let Some(end) = end_of_value(inside) else {
            self.report.add(self.line, MisprintKind::OpenBraces);
            self.rest = "";
            return;
        };
        let source = inside[..end].trim().to_owned();
        self.skip(end + 4);
        if let Some(expr) = Expr::read(&source, self.line, self.report) {
            self.push(SpanKind::Value(expr));
        }
    }

    /// `**` and `*`: a star with blanks on both sides is a star.
    fn star(&mut self) {
        let mark = if self.rest.starts_with("**") { 2 } else { 1 };
        let is_open = if mark == 2 { self.bold } else { self.italic };
        let blank = |sign: Option<char>| sign.is_none_or(char::is_whitespace);
        let free = if is_open {
            blank(self.before)
        } else {
            blank(self.rest[mark..].chars().next())
        };
        if free {
            return self.take(mark);
        }
        self.flush();
        self.skip(mark);
        if mark == 2 {
            self.bold = !self.bold;
        } else {
            self.italic = !self.italic;
        }
    }

    /// `[l'#duree]`; any other bracket is a bracket.
    fn bracket(&mut self) {
        let inside = self.rest[1..].split_once(']').map(|(inside, _)| inside);
        match inside.and_then(|inside| {
            inside
                .split_once('#')
                .map(|(before, anchor)| (inside.len(), before, anchor))
        }) {
            Some((length, before, anchor)) => {
                let (before, anchor) = (before.to_owned(), anchor.to_owned());
                self.skip(length + 2);
                self.push(SpanKind::Reference { before, anchor });
            }
            None => self.take(1),
        }
    }

    fn push(&mut self, what: SpanKind) {
        self.flush();
        self.spans.push(Span {
            what,
            bold: self.bold,
            italic: self.italic,
        });
    }

    fn flush(&mut self) {
        if !self.words.is_empty() {
            let what = SpanKind::Words(std::mem::take(&mut self.words));
            self.spans.push(Span {
                what,
                bold: self.bold,
                italic: self.italic,
            });
        }
    }
}

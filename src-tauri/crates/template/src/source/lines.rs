//! Reads the lines of a file into a tree: blocks that open and close, and lines between them.
//!
//! A line is one part: a title, an alinéa, an item. How a line is read depends on the block it stands in.

use super::directive::{self, Directive, Settings};
use super::{FileKind, Line, Part, What, entries, header, signed, spans::read_spans, table};
use crate::expr::Expr;
use crate::misprint::{MisprintKind, Report};

/// How the lines of a block are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// Titles, alinéas, lists, blocks.
    Prose,
    /// The same, and `===`.
    Divided,
    /// `libellé : valeur`.
    Pairs(&'static str),
    /// One line, one part; `===`.
    Lines,
    /// The rows of a table.
    Rows,
}

/// How a block came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Closed,
    Else,
    File,
}

/// Reads a file. Misprints go to the report; the tree holds what could be read.
pub(crate) fn read(text: &str, kind: FileKind, report: &mut Report) -> Vec<Part> {
    let lines = text
        .lines()
        .enumerate()
        .map(|(at, line)| (at + 1, line.trim_end()))
        .collect();
    let mut reader = Reader {
        lines,
        at: 0,
        report,
    };
    let mut parts = Vec::new();
    loop {
        let (more, end) = reader.body(Mode::Prose, false);
        parts.extend(more);
        match end {
            End::File => break,
            End::Closed => reader.misprint(MisprintKind::NothingToClose),
            End::Else => reader.misprint(MisprintKind::LoneElse),
        }
    }
    header::check(&parts, kind, report);
    parts
}

pub(super) struct Reader<'a> {
    lines: Vec<(usize, &'a str)>,
    at: usize,
    pub(super) report: &'a mut Report,
}

impl<'a> Reader<'a> {
    /// The number of the line read last.
    pub(super) fn line(&self) -> usize {
        self.lines
            .get(self.at.saturating_sub(1))
            .map_or(1, |(number, _)| *number)
    }

    pub(super) fn misprint(&mut self, what: MisprintKind) {
        self.report.add(self.line(), what);
    }

    fn next(&mut self) -> Option<&'a str> {
        let (_, line) = self.lines.get(self.at)?;
        self.at += 1;
        Some(line)
    }

    pub(super) fn spans(&mut self, text: &str) -> Line {
        read_spans(text, self.line(), self.report)
    }

    /// Reads lines up to the end of the block, or of the file.
    fn body(&mut self, mode: Mode, in_condition: bool) -> (Vec<Part>, End) {
        let mut parts = Vec::new();
        while let Some(text) = self.next() {
            let line = self.line();
            let trimmed = text.trim_start();
            if trimmed.is_empty() || trimmed.starts_with("%%") {
                continue;
            }
            let what = match trimmed.strip_prefix(":::") {
                Some(after) => match Directive::of(after) {
                    None => return (parts, End::Closed),
                    Some(Directive { name: "sinon", .. }) if in_condition => {
                        return (parts, End::Else);
                    }
                    Some(directive) => self.block(directive, mode),
                },
                None => self.plain(text, mode),
            };
            parts.extend(what.map(|what| Part { line, what }));
        }
        (parts, End::File)
    }

    /// Reads the inside of a block that was just opened.
    pub(super) fn inside(&mut self, name: &str, mode: Mode) -> Vec<Part> {
        let opened = self.line();
        let (parts, end) = self.body(mode, false);
        if end == End::File {
            self.report
                .add(opened, MisprintKind::OpenBlock(name.to_owned(), opened));
        }
        parts
    }

    fn block(&mut self, directive: Directive<'_>, mode: Mode) -> Option<What> {
        match directive.name {
            "si" => self.condition(directive.rest, mode),
            "pour" => self.repeated(directive.rest, mode),
            "sinon" => {
                self.misprint(MisprintKind::LoneElse);
                None
            }
            name if !matches!(mode, Mode::Prose | Mode::Divided) => {
                let known = BLOCKS.contains(&name);
                let what = if known {
                    MisprintKind::Misplaced
                } else {
                    MisprintKind::UnknownBlock
                };
                self.misprint(what(name.to_owned()));
                if !ALONE.contains(&name) {
                    self.inside(name, Mode::Prose);
                }
                None
            }
            _ => self.prose_block(directive),
        }
    }

    fn condition(&mut self, source: &str, mode: Mode) -> Option<What> {
        let (opened, misplaced) = (self.line(), mode == Mode::Rows);
        if misplaced {
            self.misprint(MisprintKind::Misplaced("si".to_owned()));
        }
        let condition = Expr::read(source, opened, self.report);
        let (then, mut end) = self.body(mode, true);
        let mut otherwise = Vec::new();
        if end == End::Else {
            (otherwise, end) = self.body(mode, false);
        }
        if end == End::File {
            self.report
                .add(opened, MisprintKind::OpenBlock("si".to_owned(), opened));
        }
        condition.filter(|_| !misplaced).map(|condition| What::If {
            condition,
            then,
            otherwise,
        })
    }

    fn repeated(&mut self, rest: &str, mode: Mode) -> Option<What> {
        let each = directive::each(rest).filter(|(_, rest)| rest.is_empty());
        let misplaced = mode == Mode::Rows;
        if misplaced {
            self.misprint(MisprintKind::Misplaced("pour".to_owned()));
        } else if each.is_none() {
            self.misprint(MisprintKind::Line {
                block: "pour",
                expected: "écrire « ::: pour ecole dans ecoles »",
            });
        }
        let body = self.inside("pour", mode);
        each.filter(|_| !misplaced)
            .map(|(each, _)| What::Each { each, body })
    }

    fn prose_block(&mut self, directive: Directive<'_>) -> Option<What> {
        let (name, rest) = (directive.name, directive.rest);
        match name {
            "saut" => self.bare(name, rest).then_some(What::PageBreak),
            "a-la-main" => self.bare(name, rest).then_some(What::HandLine),
            "annexe" => Some(What::Annexe(rest.to_owned())),
            "tableau" => Some(What::Table(table::read(self, rest))),
            "ouverture" => self.plain_block(name, rest, Mode::Pairs("ouverture"), What::Opening),
            "definitions" => {
                self.plain_block(name, rest, Mode::Pairs("definitions"), What::Definitions)
            }
            "chiffres" => self.plain_block(name, rest, Mode::Pairs("chiffres"), What::Figures),
            "note" => self.plain_block(name, rest, Mode::Prose, What::Note),
            "encadre" => self.plain_block(name, rest, Mode::Prose, What::Frame),
            "noms" => self.plain_block(name, rest, Mode::Lines, What::Names),
            "ensemble" => self.plain_block(name, rest, Mode::Prose, What::Kept),
            "paysage" => self.plain_block(name, rest, Mode::Prose, What::Landscape),
            "parties" => Some(signed::parties(self, rest)),
            "saisie" => Some(entries::entries(self, rest)),
            "signatures" => Some(match rest.strip_prefix("libres") {
                Some(rest) => entries::free_signatures(self, rest),
                None => signed::signatures(self, rest),
            }),
            unknown => {
                self.misprint(MisprintKind::UnknownBlock(unknown.to_owned()));
                self.inside(unknown, Mode::Prose);
                None
            }
        }
    }

    /// Whether a block that takes no setting has none.
    fn bare(&mut self, name: &str, rest: &str) -> bool {
        Settings::read(name, rest, self.line(), self.report).done(self.report);
        true
    }

    fn plain_block(
        &mut self,
        name: &str,
        rest: &str,
        mode: Mode,
        make: fn(Vec<Part>) -> What,
    ) -> Option<What> {
        self.bare(name, rest);
        Some(make(self.inside(name, mode)))
    }

    /// The rows of a table, read as raw text with their lines; none is lost when the block is not closed.
    pub(super) fn raw_rows(&mut self) -> Vec<(usize, &'a str)> {
        let opened = self.line();
        let mut rows = Vec::new();
        while let Some(text) = self.next() {
            let (line, text) = (self.line(), text.trim());
            match text.strip_prefix(":::").map(Directive::of) {
                Some(None) => return rows,
                Some(Some(directive)) => {
                    self.block(directive, Mode::Rows);
                }
                None if text.is_empty() || text.starts_with("%%") => {}
                None => rows.push((line, text)),
            }
        }
        self.report.add(
            opened,
            MisprintKind::OpenBlock("tableau".to_owned(), opened),
        );
        rows
    }

    fn plain(&mut self, text: &str, mode: Mode) -> Option<What> {
        let divider = text.trim() == "===";
        match mode {
            Mode::Divided | Mode::Lines if divider => Some(What::Divider),
            _ if divider && mode != Mode::Rows => {
                self.misprint(MisprintKind::Misplaced("===".to_owned()));
                None
            }
            Mode::Lines => Some(What::Paragraph(self.spans(text.trim()))),
            Mode::Pairs(block) => header::pair(self, block, text.trim()),
            Mode::Rows => None,
            _ => header::prose(self, text),
        }
    }
}

/// The blocks that a text may hold.
const BLOCKS: &[&str] = &[
    "saut",
    "a-la-main",
    "annexe",
    "tableau",
    "ouverture",
    "definitions",
    "chiffres",
    "note",
    "encadre",
    "noms",
    "ensemble",
    "paysage",
    "parties",
    "saisie",
    "signatures",
];

/// Those that have no end.
const ALONE: &[&str] = &["saut", "a-la-main", "annexe"];

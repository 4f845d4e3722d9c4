//! A document as readable text, for golden tests: one line a block, fields in braces, nothing of the look.

use crate::{
    Block, Document, Entries, EntryRow, Head, Inline, List, ListItem, Mark, Row, SignatureAsk,
    Signatures, Table, Text,
};
use std::fmt::Write;

impl Document {
    /// The document as text: stable, complete in words, roles and field paths.
    pub fn outline(&self) -> String {
        let mut out = Outline::default();
        out.opening(self);
        out.blocks(&self.blocks, 0);
        for annexe in &self.annexes {
            out.line(
                0,
                &format!(
                    "=== {} [#{}] {}",
                    annexe.label,
                    annexe.anchor,
                    inlines(&annexe.title)
                ),
            );
            out.blocks(&annexe.blocks, 0);
        }
        out.0
    }
}

#[derive(Default)]
struct Outline(String);

impl Outline {
    fn line(&mut self, depth: usize, text: &str) {
        let _ = writeln!(self.0, "{}{}", "  ".repeat(depth), text);
    }

    fn opening(&mut self, document: &Document) {
        let opening = &document.opening;
        self.line(0, &format!("title: {}", document.title));
        self.line(
            0,
            &format!(
                "header: {} | footer: {} / {}",
                inlines(&document.header),
                inlines(&document.footer),
                inlines(&document.footer_second)
            ),
        );
        if document.initials > 0 {
            self.line(0, &format!("initials: {}", document.initials));
        }
        for original in &document.originals {
            self.line(
                0,
                &format!("original: {} — {}", original.number, original.addressee),
            );
        }
        match &document.mark {
            Some(Mark::Draft { margin }) => self.line(0, &format!("mark: draft {margin}")),
            Some(Mark::DoNotSign { sentence }) => {
                self.line(0, &format!("mark: do not sign {sentence}"))
            }
            None => {}
        }
        match &opening.head {
            Head::Nothing => {}
            Head::Logo {
                picture,
                alt,
                lines,
            } => {
                let size = picture.as_ref().map_or(0, Vec::len);
                self.line(
                    0,
                    &format!("logo: {size} bytes, alt « {alt} », {}", joined(lines)),
                );
            }
            Head::Institution { lines } => self.line(0, &format!("institution: {}", joined(lines))),
        }
        self.line(
            0,
            &format!(
                "H1: {} / {}",
                inlines(&opening.genre),
                inlines(&opening.rest)
            ),
        );
        if let Some(letter) = &opening.letter {
            self.line(0, &format!("from: {}", joined(&letter.sender)));
            self.line(0, &format!("to: {}", joined(&letter.recipient)));
        }
        self.line(0, &format!("subtitle: {}", joined(&opening.subtitle)));
        if !opening.note.is_empty() {
            self.line(0, &format!("note: {}", inlines(&opening.note)));
        }
    }

    fn blocks(&mut self, blocks: &[Block], depth: usize) {
        for block in blocks {
            self.block(block, depth);
        }
    }

    fn block(&mut self, block: &Block, depth: usize) {
        match block {
            Block::Paragraph(text) => self.line(depth, &inlines(text)),
            Block::Heading {
                level,
                label,
                text,
                anchor,
            } => {
                self.line(
                    depth,
                    &format!(
                        "{} {} | {} [#{anchor}]",
                        "#".repeat(usize::from(*level) + 1),
                        inlines(label),
                        inlines(text)
                    ),
                );
            }
            Block::Numbered { label, text } => {
                self.line(depth, &format!("{label} | {}", inlines(text)))
            }
            Block::Repere { word, text, .. } | Block::Article { label: word, text } => {
                self.line(depth, &format!("[{word}] {}", inlines(text)))
            }
            Block::List(list) => self.list(list, depth),
            Block::Table(table) => self.table(table, depth),
            Block::Definitions(rows) => {
                for (label, value) in rows {
                    self.line(depth, &format!("{} : {}", inlines(label), inlines(value)));
                }
            }
            Block::Figures(figures) => {
                let shown: Vec<String> = figures
                    .iter()
                    .map(|(label, figure)| format!("{label} {}", inlines(figure)))
                    .collect();
                self.line(depth, &format!("figures: {}", shown.join(" | ")));
            }
            Block::Note(text) => self.line(depth, &format!("note: {}", inlines(text))),
            Block::Frame(text) => self.line(depth, &format!("frame: {}", inlines(text))),
            Block::Parties(parties) => {
                for party in &parties.parties {
                    self.line(
                        depth,
                        &format!(
                            "[{}] {} | {} | {}",
                            party.word,
                            inlines(&party.identity),
                            inlines(&party.term),
                            inlines(&party.part)
                        ),
                    );
                }
                self.line(depth, &inlines(&parties.closing));
            }
            Block::Entries(entries) => self.entries(entries, depth),
            Block::Roll(names) => {
                for (rank, name) in names.iter().enumerate() {
                    self.line(depth, &format!("{} {}", rank + 1, inlines(name)));
                }
            }
            Block::Signatures(signatures) => self.signatures(signatures, depth),
            Block::Kept(blocks) => {
                self.line(depth, "kept:");
                self.blocks(blocks, depth + 1);
            }
            Block::PageBreak => self.line(depth, "page break"),
        }
    }

    fn list(&mut self, list: &List, depth: usize) {
        for (rank, item) in list.items.iter().enumerate() {
            let letter = u8::try_from(rank % 26).unwrap_or(0) + b'a';
            let label = if list.lettered {
                format!("{})", char::from(letter))
            } else {
                "–".to_owned()
            };
            self.item(&label, item, depth);
        }
    }

    fn item(&mut self, label: &str, item: &ListItem, depth: usize) {
        self.line(depth, &format!("{label} {}", inlines(&item.text)));
        for below in &item.below {
            self.item("•", below, depth + 1);
        }
    }

    fn table(&mut self, table: &Table, depth: usize) {
        self.line(depth, &format!("table: {}", table.title));
        let headers: Vec<String> = table
            .columns
            .iter()
            .map(|column| inlines(&column.header))
            .collect();
        self.line(depth + 1, &format!("| {} |", headers.join(" | ")));
        for row in &table.rows {
            self.line(depth + 1, &cells(row));
        }
        for row in &table.totals {
            self.line(depth + 1, &format!("= {}", cells(row)));
        }
    }

    fn entries(&mut self, entries: &Entries, depth: usize) {
        self.line(
            depth,
            &format!(
                "entries: {} | {} | {}",
                inlines(&entries.label),
                inlines(&entries.title),
                entries.box_title
            ),
        );
        for EntryRow {
            number,
            name,
            value,
        } in &entries.rows
        {
            self.line(
                depth + 1,
                &format!("{number} | {} | {} | [ ]", inlines(name), inlines(value)),
            );
        }
    }

    fn signatures(&mut self, signatures: &Signatures, depth: usize) {
        self.line(depth, &inlines(&signatures.done));
        for block in &signatures.blocks {
            self.line(
                depth + 1,
                &format!(
                    "sign: {} / {} / {}{}",
                    inlines(&block.party),
                    inlines(&block.quality),
                    inlines(&block.name),
                    match block.asks {
                        SignatureAsk::SignatureAndStamp => "",
                        SignatureAsk::Signature => " (no stamp)",
                    }
                ),
            );
        }
    }
}

fn cells(row: &Row) -> String {
    let cells: Vec<String> = row.cells.iter().map(|cell| inlines(cell)).collect();
    format!("| {} |", cells.join(" | "))
}

fn joined(lines: &[Vec<Inline>]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| inlines(line)).collect();
    lines.join(" · ")
}

/// A run of inlines as text: `**bold**`, `{words←fields}`, `‹to complete›`, `…` for a dotted line.
pub fn inlines(inlines: &[Inline]) -> String {
    inlines.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> String {
    match inline {
        Inline::Text(text) => words(text),
        Inline::Dotted { what, fields } => format!("…{what:?}{{{}}}", fields.join(",")),
        Inline::ToComplete { label, fields } => format!("‹{label}←{}›", fields.join(",")),
        Inline::Check { ticked, fields } => format!(
            "[{}]{{{}}}",
            if *ticked { "x" } else { " " },
            fields.join(",")
        ),
        Inline::Break => " ⏎ ".to_owned(),
    }
}

fn words(text: &Text) -> String {
    let mut shown = match &text.page_of {
        Some(anchor) => format!("‹page of #{anchor}›"),
        None => text.words.clone(),
    };
    if text.bold {
        shown = format!("**{shown}**");
    }
    if text.italic {
        shown = format!("*{shown}*");
    }
    if text.raised {
        shown = format!("^{shown}");
    }
    if let Some(link) = &text.link {
        shown = format!("[{shown}]({link})");
    }
    if let Some(expansion) = &text.expansion {
        shown = format!("{shown}<{expansion}>");
    }
    if text.fields.is_empty() {
        shown
    } else {
        format!("{{{shown}←{}}}", text.fields.join(","))
    }
}

//! The clauses of a text that was filled, one after the other, each with its place: « Article 4 », « Préambule ».

use crate::fill::plain;
use document::{Block, Inline, List, ListItem, Row, Table};

/// A passage of a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Clause {
    /// Where it is: « Article 4 », « Article 3.1 », « Préambule »; empty at the head of the text.
    pub(super) place: String,
    /// What it says.
    pub(super) text: Vec<Inline>,
}

impl Clause {
    /// Its words alone.
    pub(super) fn words(&self) -> String {
        plain(&self.text)
    }
}

/// The clauses of these blocks. Who the parties are and who signs is no clause: each act says it anew.
pub(super) fn clauses(blocks: &[Block]) -> Vec<Clause> {
    let mut reading = Reading::default();
    reading.blocks(blocks);
    reading.clauses
}

#[derive(Default)]
struct Reading {
    place: String,
    clauses: Vec<Clause>,
}

impl Reading {
    fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { label, text, .. } => self.heading(&plain(label), text),
            Block::Paragraph(text) | Block::Note(text) | Block::Frame(text) => self.add(text),
            Block::Numbered { label, text } | Block::Article { label, text } => {
                self.place = article(label);
                self.add(text);
            }
            Block::Repere { word, text, .. } => {
                self.add(&labelled(vec![Inline::words(word)], " ", text))
            }
            Block::List(list) => self.list(list),
            Block::Table(table) => self.table(table),
            Block::Definitions(pairs) => pairs
                .iter()
                .for_each(|(label, value)| self.add(&labelled(label.clone(), " : ", value))),
            Block::Figures(pairs) => pairs.iter().for_each(|(label, value)| {
                self.add(&labelled(vec![Inline::words(label)], " : ", value));
            }),
            Block::Entries(entries) => entries
                .rows
                .iter()
                .for_each(|row| self.add(&labelled(row.name.clone(), " : ", &row.value))),
            Block::Roll(names) => names.iter().for_each(|name| self.add(name)),
            Block::Kept(blocks) => self.blocks(blocks),
            Block::Parties(_) | Block::Signatures(_) | Block::PageBreak => {}
        }
    }

    fn heading(&mut self, label: &str, text: &[Inline]) {
        self.place = match label {
            "" => plain(text),
            label => article(label),
        };
        if !label.is_empty() {
            self.add(text);
        }
    }

    fn list(&mut self, list: &List) {
        list.items.iter().for_each(|item| self.item(item));
    }

    fn item(&mut self, item: &ListItem) {
        self.add(&item.text);
        item.below.iter().for_each(|below| self.item(below));
    }

    fn table(&mut self, table: &Table) {
        let rows = table.rows.iter().chain(&table.totals);
        rows.for_each(|row| self.row(row));
    }

    fn row(&mut self, row: &Row) {
        let mut text: Vec<Inline> = Vec::new();
        for cell in row.cells.iter().filter(|cell| !cell.is_empty()) {
            text = if text.is_empty() {
                cell.clone()
            } else {
                labelled(text, " · ", cell)
            };
        }
        self.add(&text);
    }

    fn add(&mut self, text: &[Inline]) {
        self.clauses.push(Clause {
            place: self.place.clone(),
            text: text.to_vec(),
        });
    }
}

/// « Article 4 »; « 3.1 » is named so too.
fn article(label: &str) -> String {
    let is_number = label.starts_with(|sign: char| sign.is_ascii_digit());
    if is_number {
        format!("Article {label}")
    } else {
        label.to_owned()
    }
}

fn labelled(mut label: Vec<Inline>, between: &str, value: &[Inline]) -> Vec<Inline> {
    label.push(Inline::words(between));
    label.extend_from_slice(value);
    label
}

//! All the texts of a document, one after the other: for what is only known once its pages are set.

use crate::{Block, Document, Inline, ListItem, Row, Text};

impl Document {
    /// Changes every text of the body and of the annexes, in order.
    pub fn each_text_mut(&mut self, mut act: impl FnMut(&mut Text)) {
        blocks(&mut self.blocks, &mut act);
        for annexe in &mut self.annexes {
            texts(&mut annexe.title, &mut act);
            blocks(&mut annexe.blocks, &mut act);
        }
    }
}

fn texts(inlines: &mut [Inline], act: &mut impl FnMut(&mut Text)) {
    for inline in inlines {
        if let Inline::Text(text) = inline {
            act(text);
        }
    }
}

fn blocks(all: &mut [Block], act: &mut dyn FnMut(&mut Text)) {
    for block in all {
        walk(block, act);
    }
}

fn walk(block: &mut Block, act: &mut dyn FnMut(&mut Text)) {
    let mut act = act;
    let act = &mut act;
    match block {
        Block::Paragraph(text) | Block::Note(text) | Block::Frame(text) => texts(text, act),
        Block::Numbered { text, .. } | Block::Repere { text, .. } => texts(text, act),
        Block::Heading { label, text, .. } => {
            texts(label, act);
            texts(text, act);
        }
        Block::List(list) => items(&mut list.items, act),
        Block::Table(table) => {
            let headers = table.columns.iter_mut().map(|column| &mut column.header);
            headers.for_each(|header| texts(header, act));
            rows(&mut table.rows, act);
            rows(&mut table.totals, act);
        }
        Block::Definitions(pairs) => {
            for (label, value) in pairs {
                texts(label, act);
                texts(value, act);
            }
        }
        Block::Figures(figures) => {
            for (_, figure) in figures {
                texts(figure, act);
            }
        }
        Block::Entries(entries) => {
            texts(&mut entries.label, act);
            texts(&mut entries.title, act);
            for row in &mut entries.rows {
                texts(&mut row.name, act);
                texts(&mut row.value, act);
            }
        }
        Block::Roll(names) => names.iter_mut().for_each(|name| texts(name, act)),
        Block::Parties(parties) => {
            for party in &mut parties.parties {
                texts(&mut party.identity, act);
                texts(&mut party.term, act);
                texts(&mut party.part, act);
            }
            texts(&mut parties.closing, act);
        }
        Block::Signatures(signatures) => {
            texts(&mut signatures.done, act);
            for block in &mut signatures.blocks {
                texts(&mut block.party, act);
                texts(&mut block.quality, act);
                texts(&mut block.name, act);
            }
        }
        Block::Kept(inner) => blocks(inner, act),
        Block::PageBreak => {}
    }
}

fn items(all: &mut [ListItem], act: &mut impl FnMut(&mut Text)) {
    for item in all {
        texts(&mut item.text, act);
        items(&mut item.below, act);
    }
}

fn rows(all: &mut [Row], act: &mut impl FnMut(&mut Text)) {
    for cell in all.iter_mut().flat_map(|row| &mut row.cells) {
        texts(cell, act);
    }
}

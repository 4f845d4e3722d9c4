//! All the lines of a document, one after the other: for what changes words wherever they stand.

use crate::{Block, Document, Head, Inline, ListItem, Opening, Row, Text};

impl Document {
    /// Changes every text of the body and of the annexes, in order.
    pub fn each_text_mut(&mut self, mut act: impl FnMut(&mut Text)) {
        self.each_body_line_mut(&mut |line| texts(line, &mut act));
    }

    /// Changes every line there is, in the order in which it is read: head, title, body, annexes, then what stands at
    /// the edges of the pages. A line is all that is set as one: a paragraph, a cell, an item.
    pub fn each_line_mut(&mut self, mut act: impl FnMut(&mut Vec<Inline>)) {
        opening(&mut self.opening, &mut act);
        self.each_body_line_mut(&mut act);
        act(&mut self.header);
        act(&mut self.footer);
        act(&mut self.footer_second);
    }

    fn each_body_line_mut(&mut self, act: &mut dyn FnMut(&mut Vec<Inline>)) {
        blocks(&mut self.blocks, act);
        for annexe in &mut self.annexes {
            act(&mut annexe.title);
            blocks(&mut annexe.blocks, act);
        }
    }
}

fn texts(line: &mut [Inline], act: &mut impl FnMut(&mut Text)) {
    for inline in line {
        if let Inline::Text(text) = inline {
            act(text);
        }
    }
}

type Act<'a> = &'a mut dyn FnMut(&mut Vec<Inline>);

fn opening(opening: &mut Opening, act: Act<'_>) {
    match &mut opening.head {
        Head::Nothing => {}
        Head::Logo { lines, .. } | Head::Institution { lines } => each(lines, act),
    }
    if let Some(letter) = &mut opening.letter {
        each(&mut letter.sender, act);
        each(&mut letter.recipient, act);
    }
    act(&mut opening.genre);
    act(&mut opening.rest);
    each(&mut opening.subtitle, act);
    act(&mut opening.note);
}

fn each(lines: &mut [Vec<Inline>], act: Act<'_>) {
    lines.iter_mut().for_each(act);
}

fn blocks(all: &mut [Block], act: Act<'_>) {
    for block in all {
        walk(block, act);
    }
}

fn walk(block: &mut Block, act: Act<'_>) {
    match block {
        Block::Paragraph(text) | Block::Note(text) | Block::Frame(text) => act(text),
        Block::Numbered { text, .. } | Block::Repere { text, .. } | Block::Article { text, .. } => {
            act(text)
        }
        Block::Heading { label, text, .. } => {
            act(label);
            act(text);
        }
        Block::List(list) => items(&mut list.items, act),
        Block::Table(table) => {
            let headers = table.columns.iter_mut().map(|column| &mut column.header);
            headers.for_each(&mut *act);
            rows(&mut table.rows, act);
            rows(&mut table.totals, act);
        }
        Block::Definitions(pairs) => {
            for (label, value) in pairs {
                act(label);
                act(value);
            }
        }
        Block::Figures(figures) => figures.iter_mut().for_each(|(_, figure)| act(figure)),
        Block::Entries(entries) => {
            act(&mut entries.label);
            act(&mut entries.title);
            for row in &mut entries.rows {
                act(&mut row.name);
                act(&mut row.value);
            }
        }
        Block::Roll(names) => each(names, act),
        Block::Parties(parties) => {
            for party in &mut parties.parties {
                act(&mut party.identity);
                act(&mut party.term);
                act(&mut party.part);
            }
            act(&mut parties.closing);
        }
        Block::Signatures(signatures) => {
            act(&mut signatures.done);
            for block in &mut signatures.blocks {
                act(&mut block.party);
                act(&mut block.quality);
                act(&mut block.name);
            }
        }
        Block::Kept(inner) => blocks(inner, act),
        Block::PageBreak => {}
    }
}

fn items(all: &mut [ListItem], act: Act<'_>) {
    for item in all {
        act(&mut item.text);
        items(&mut item.below, act);
    }
}

fn rows(all: &mut [Row], act: Act<'_>) {
    all.iter_mut().flat_map(|row| &mut row.cells).for_each(act);
}

//! A document made as a message: recipients, subject, text. How the message is written in a file is not known here.

use super::blocks::plain;
use super::run::{Filled, run};
use super::{FillError, is_whole};
use crate::declared::Template;
use crate::pieces::Edition;
use crate::ready::Ready;
use document::{Block, Inline, ListItem};
use domain::dossier::Dossier;
use domain::values::Email;

/// A message to be sent.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Message {
    /// Addresses.
    pub to: Vec<String>,
    /// Addresses that receive a copy.
    pub copies: Vec<String>,
    /// What it is about.
    pub subject: String,
    /// Its text; paragraphs are parted by an empty line.
    pub text: String,
}

/// A message made for good.
///
/// # Errors
/// As [`super::fill`].
pub fn message(
    template: &Template,
    ready: &Ready,
    document: &str,
    edition: Edition,
) -> Result<Message, FillError> {
    if !ready.is_for(template, document) || is_whole(template, ready.dossier(), document) {
        return Err(FillError::NotReady(document.to_owned()));
    }
    let filled = run(template, ready.dossier(), document, edition)?;
    match filled.missing() {
        missing if missing.is_empty() => Ok(read(&filled)),
        missing => Err(FillError::Incomplete(missing)),
    }
}

/// A message of any dossier, whose subject says that it is a draft.
///
/// # Errors
/// As [`super::draft`].
pub fn draft_message(
    template: &Template,
    dossier: &Dossier,
    document: &str,
    edition: Edition,
) -> Result<Message, FillError> {
    let message = read(&run(template, dossier, document, edition)?);
    Ok(Message {
        subject: format!("[PROJET] {}", message.subject),
        ..message
    })
}

fn read(filled: &Filled) -> Message {
    let document = &filled.document;
    let recipients = document
        .opening
        .letter
        .iter()
        .flat_map(|letter| &letter.recipient);
    Message {
        to: addresses(recipients),
        copies: addresses(filled.copies.iter()),
        subject: plain(&document.opening.genre),
        text: paragraphs(&document.blocks).join("\n\n"),
    }
}

/// A line may name several addresses; what does not read as one is told by the vérification, and names none.
fn addresses<'a>(lines: impl Iterator<Item = &'a Vec<Inline>>) -> Vec<String> {
    let parted = |line: &Vec<Inline>| {
        let words = plain(line);
        let parts = words.split([',', ';', ' ', '\n']).map(str::trim);
        parts
            .filter(|part| part.parse::<Email>().is_ok())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    lines.flat_map(parted).collect()
}

fn paragraphs(blocks: &[Block]) -> Vec<String> {
    blocks.iter().flat_map(paragraph).collect()
}

fn paragraph(block: &Block) -> Vec<String> {
    match block {
        Block::Paragraph(text) | Block::Note(text) | Block::Frame(text) => vec![words(text)],
        Block::Heading { text, .. } | Block::Numbered { text, .. } => vec![words(text)],
        Block::Repere { word, text, .. } | Block::Article { label: word, text } => {
            vec![format!("{word} {}", words(text))]
        }
        Block::List(list) => vec![items(&list.items)],
        Block::Definitions(pairs) => vec![
            pairs
                .iter()
                .map(|(label, value)| format!("{}\u{a0}: {}", words(label), words(value)))
                .collect::<Vec<_>>()
                .join("\n"),
        ],
        Block::Kept(blocks) => paragraphs(blocks),
        _ => Vec::new(),
    }
}

fn items(items: &[ListItem]) -> String {
    let lines = items.iter().map(|item| format!("– {}", words(&item.text)));
    lines.collect::<Vec<_>>().join("\n")
}

fn words(inlines: &[Inline]) -> String {
    let word = |inline: &Inline| match inline {
        Inline::Text(text) => text.words.clone(),
        Inline::Break => "\n".to_owned(),
        Inline::Dotted { .. } => "………".to_owned(),
        Inline::ToComplete { label, .. } => format!("[{label}]"),
        Inline::Check { ticked, .. } => if *ticked { "[x] " } else { "[ ] " }.to_owned(),
    };
    inlines.iter().map(word).collect()
}

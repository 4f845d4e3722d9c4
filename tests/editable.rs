//! The `.docx` of the documents that are edited: LibreOffice opens it and says back the titles, the lists, the tables and
//! the words of the PDF; the same dossier gives the same bytes.

use document::{Block, Document, Inline, ListItem};
use domain::dossier::Dossier;
use domain::values::Date;
use std::path::PathBuf;
use tests::dossiers::{self, after_vote};
use tests::office::{self, Found, bare};
use tests::papers::{exported, workshop};
use tests::{house, readers};

/// Every example, with the day on which its documents are made.
fn examples() -> Vec<(String, Dossier)> {
    let folder = house::root().join("assets/examples");
    let mut files: Vec<PathBuf> = house::entries(&folder);
    files.retain(|file| file.extension().is_some_and(|end| end == "json"));
    files.sort();
    let read = |file: PathBuf| {
        let name = file
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        (
            name,
            format::read(&house::text(&file)).expect("the example reads"),
        )
    };
    files.into_iter().map(read).collect()
}

/// The editable documents of a dossier, as drafts: key, document with the typography of its pages.
fn editables(dossier: &Dossier) -> Vec<(String, Document)> {
    let template = workshop().template(dossier).expect("the modèle is shipped");
    let today = Date::kept(dossiers::now().date()).expect("a day");
    let documents = template
        .documents_of(dossier)
        .into_iter()
        .filter(|it| it.editable);
    documents
        .map(|it| {
            let draft = template::draft(template, dossier, &it.key, 1, today, true);
            (
                it.key.clone(),
                layout::dressed(&draft.expect("a draft fills")),
            )
        })
        .collect()
}

/// A `.docx` opened by LibreOffice has the titles, the items, the cells of its document, and the words that a reader's
/// program finds in its PDF.
#[test]
fn a_word_processor_finds_the_same_document() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut all = Vec::new();
    for (name, dossier) in examples() {
        let of = folder.path().join(&name);
        let made = exported(&dossier, &of, |order| {
            (order.draft, order.editable) = (true, true)
        });
        for (key, document) in editables(&dossier) {
            // Of a document that is made for each share, the draft is that of the first.
            let find = |end: &str| {
                let other = format!("projet-{key}");
                let is_it = |file: &&String| {
                    file.contains(&format!("-{key}"))
                        && file.ends_with(end)
                        && !file.contains(&other)
                };
                let file = made.iter().find(is_it);
                of.join(file.unwrap_or_else(|| panic!("{name}: {key}.{end} is not made: {made:?}")))
            };
            // One folder for all: LibreOffice is started once.
            let docx = folder.path().join(format!("{name}-{key}.docx"));
            std::fs::copy(find("docx"), &docx).expect("a copy");
            all.push((docx, find("pdf"), document));
        }
    }
    assert!(all.len() >= 10, "{}", all.len());
    let files: Vec<PathBuf> = all.iter().map(|(docx, ..)| docx.clone()).collect();
    let Some(read) = office::converted(folder.path(), &files, "odt") else {
        return;
    };
    for (odt, (docx, pdf, document)) in read.iter().zip(&all) {
        let found = office::read(odt);
        let wanted = wanted(document);
        let name = docx.display();
        assert_eq!(found.titles, wanted.titles, "titles of {name}");
        assert_eq!(found.items, wanted.items, "items of {name}");
        // What a bordereau counts is known by its PDF alone, whose words are read below.
        if !name.to_string().contains("bordereau") {
            assert_eq!(found.cells, wanted.cells, "cells of {name}");
        }
        if let Some(words) = readers::words_of_structure(pdf) {
            assert_eq!(said(&found.words), said(&words), "words of {name}");
        }
    }
}

/// Words without what each form draws in its own way: labels of lists, dots, boxes, points between items.
fn said(words: &str) -> String {
    bare(words).replace("àcompléter:", "").replace(
        ['–', '•', '·', '…', '☐', '☒', '[', ']', '\u{2011}', '-'],
        "",
    )
}

/// What a document holds, by its own parts.
fn wanted(document: &Document) -> Found {
    let mut found = Found::default();
    let opening = &document.opening;
    if let Some(letter) = &opening.letter {
        found.cell(&letter.sender.join(&Inline::Break));
        found.cell(&letter.recipient.join(&Inline::Break));
    }
    let title = [opening.genre.clone(), opening.rest.clone()].concat();
    found.titles.push((1, words(&title)));
    document
        .blocks
        .iter()
        .for_each(|block| found.block(block, 2));
    for annexe in &document.annexes {
        let title = format!("{}{}", bare(&annexe.label), words(&annexe.title));
        found.titles.push((2, title));
        annexe.blocks.iter().for_each(|block| found.block(block, 3));
    }
    found
}

trait Wanted {
    fn cell(&mut self, line: &[Inline]);
    fn block(&mut self, block: &Block, top: u8);
    fn items(&mut self, items: &[ListItem]);
}

impl Wanted for Found {
    fn cell(&mut self, line: &[Inline]) {
        let words = words(line);
        if !words.is_empty() {
            self.cells.push(words);
        }
    }

    fn block(&mut self, block: &Block, top: u8) {
        match block {
            Block::Heading {
                level, label, text, ..
            } => {
                let level = if *level <= 1 { top } else { 3 };
                self.titles.push((level, words(label) + &words(text)));
            }
            Block::Article { label, .. } => self.titles.push((top, bare(label))),
            Block::List(list) => self.items(&list.items),
            Block::Roll(names) => self.items.extend(names.iter().map(|name| words(name))),
            Block::Table(table) => {
                table
                    .columns
                    .iter()
                    .for_each(|column| self.cell(&column.header));
                let rows = table.rows.iter().chain(&table.totals);
                rows.flat_map(|row| &row.cells)
                    .for_each(|cell| self.cell(cell));
            }
            Block::Definitions(pairs) => pairs.iter().for_each(|(label, value)| {
                self.cell(label);
                self.cell(value);
            }),
            Block::Figures(figures) => {
                let cell = |(label, figure): &(String, Vec<Inline>)| bare(label) + &words(figure);
                self.cells.extend(figures.iter().map(cell));
            }
            Block::Signatures(signatures) => {
                for block in &signatures.blocks {
                    let asks = match block.asks {
                        document::SignatureAsk::SignatureAndStamp => "Signatureetcachet",
                        document::SignatureAsk::Signature => "Signature",
                    };
                    let signed = if block.dated {
                        "Signéle…………………………"
                    } else {
                        ""
                    };
                    let lines = [&block.party, &block.quality, &block.name];
                    let who: String = lines.iter().map(|line| words(line)).collect();
                    self.cells.push(format!("{who}{asks}{}", dots(signed)));
                }
            }
            Block::Kept(blocks) => blocks.iter().for_each(|block| self.block(block, top)),
            _ => {}
        }
    }

    /// LibreOffice nests the items below inside the item above, which ends after them.
    fn items(&mut self, items: &[ListItem]) {
        for item in items {
            self.items(&item.below);
            let below: String = item.below.iter().map(|it| words(&it.text)).collect();
            self.items.push(words(&item.text) + &below);
        }
    }
}

/// Dots are as many as the form draws.
fn dots(words: &str) -> String {
    words.replace("…………………………", &"…".repeat(11))
}

fn words(line: &[Inline]) -> String {
    let word = |inline: &Inline| match inline {
        Inline::Text(text) => text.words.clone(),
        Inline::ToComplete { label, .. } => format!("[{label}]"),
        Inline::Dotted { what, .. } => "…".repeat(match what {
            document::Dotted::Place => 14,
            document::Dotted::Date => 11,
            document::Dotted::Rest => 12,
        }),
        Inline::Check { ticked, .. } => if *ticked { "☒" } else { "☐" }.to_owned(),
        Inline::Break => String::new(),
    };
    bare(&line.iter().map(word).collect::<String>())
}

#[test]
fn the_same_dossier_gives_the_same_docx_at_once_and_later() {
    let folder = tempfile::tempdir().expect("a folder");
    let make = |name: &str| {
        let out = folder.path().join(name);
        let names = exported(&after_vote(), &out, |order| order.editable = true);
        let docx = names.into_iter().filter(|name| name.ends_with(".docx"));
        docx.map(|name| (std::fs::read(out.join(&name)).expect("reads"), name))
            .collect::<Vec<_>>()
    };
    let first = make("a");
    let names: Vec<&str> = first.iter().map(|(_, name)| name.as_str()).collect();
    assert!(
        names.contains(&"2026-001-apres-vote-deliberation.docx"),
        "{names:?}"
    );
    assert!(first == make("b"));
}

//! A document as plain words: a paragraph a line, parts apart by an empty line, cells of a row apart by tabs.

use super::DOTS;
use crate::reading::{Grid, Item, Label, Line, Part, Reading, Words, asks, item, signed_on};
use document::{Inline, SignatureBlock};

/// The words; the last line ends too.
pub(super) fn plain(reading: &Reading<'_>) -> String {
    let mut parts = Vec::new();
    if let Some((tag, sentence)) = &reading.mark {
        parts.push(format!("{tag} — {sentence}"));
    }
    parts.extend(reading.parts.iter().flat_map(part));
    parts.retain(|part| !part.trim().is_empty());
    parts.join("\n\n") + "\n"
}

fn part(part: &Part<'_>) -> Vec<String> {
    match part {
        Part::Picture(_, alt) => vec![(*alt).to_owned()],
        Part::Letter(sender, recipient) => {
            let joined = |lines: &[Vec<Inline>]| words(&lines.join(&Inline::Break));
            vec![joined(sender), joined(recipient)]
        }
        Part::Title(title) => {
            let (label, text) = (words(&title.label), words(&title.text));
            let between = if label.is_empty() || text.is_empty() {
                ""
            } else {
                " — "
            };
            vec![format!("{label}{between}{text}")]
        }
        Part::Line(line) => vec![self::line(line)],
        Part::List(label, items) => vec![list(*label, items, 0).join("\n")],
        Part::Grid(grid) => vec![table(grid)],
        Part::Signing(signatures) => signatures.blocks.iter().map(signature).collect(),
        Part::Page(_) => Vec::new(),
    }
}

fn line(line: &Line<'_>) -> String {
    let text = words(&line.text);
    if line.word.is_empty() {
        text
    } else {
        format!("{} {text}", line.word)
    }
}

fn list(label: Label, items: &[Item<'_>], depth: usize) -> Vec<String> {
    let indent = "  ".repeat(depth);
    let mut lines = Vec::new();
    for (rank, one) in items.iter().enumerate() {
        let before = match label {
            Label::Number => format!("{}.", rank + 1),
            Label::Letter => format!("{})", letter(rank)),
            Label::Dash if depth > 0 => "•".to_owned(),
            Label::Dash => "–".to_owned(),
        };
        lines.push(format!("{indent}{before} {}", words(one.text)));
        let below: Vec<Item<'_>> = one.below.iter().map(item).collect();
        lines.extend(list(Label::Dash, &below, depth + 1));
    }
    lines
}

fn letter(rank: usize) -> char {
    char::from(b'a' + u8::try_from(rank % 26).unwrap_or(0))
}

fn table(grid: &Grid<'_>) -> String {
    if grid.figures {
        return figures(grid).join("\n");
    }
    let headed = grid.columns.iter().any(|column| !column.header.is_empty());
    let header: Vec<Words<'_>> = grid.columns.iter().map(|it| it.header.clone()).collect();
    let headers = headed.then_some(&header);
    let title = (!grid.title.is_empty()).then(|| grid.title.to_owned());
    let rows = headers.into_iter().chain(&grid.rows).chain(&grid.totals);
    title
        .into_iter()
        .chain(rows.map(|row| cells(row)))
        .collect::<Vec<_>>()
        .join("\n")
}

/// « Pour : 34 », a line each.
fn figures(grid: &Grid<'_>) -> Vec<String> {
    let figures = grid.rows.iter().flatten();
    let pairs = grid.columns.iter().zip(figures);
    pairs
        .map(|(column, figure)| format!("{}\u{a0}: {}", words(&column.header), words(figure)))
        .collect()
}

fn cells(row: &[Words<'_>]) -> String {
    let cells: Vec<String> = row
        .iter()
        .map(|cell| words(cell).replace('\n', " "))
        .collect();
    cells.join("\t")
}

fn signature(block: &SignatureBlock) -> String {
    let mut lines = vec![
        words(&block.party),
        words(&block.quality),
        words(&block.name),
    ];
    lines.push(asks(block.asks).to_owned());
    if block.dated {
        lines.push(words(&signed_on()));
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

fn words(line: &[Inline]) -> String {
    let word = |inline: &Inline| match inline {
        Inline::Text(text) if text.page_of.is_some() => "…".to_owned(),
        Inline::Text(text) => text.words.clone(),
        Inline::Break => "\n".to_owned(),
        Inline::Dotted { .. } => DOTS.to_owned(),
        Inline::ToComplete { label, .. } => format!("[{label}]"),
        Inline::Check { ticked, .. } => if *ticked { "☒\u{a0}" } else { "☐\u{a0}" }.to_owned(),
    };
    line.iter().map(word).collect()
}

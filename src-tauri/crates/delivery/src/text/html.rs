//! A document as a fragment of semantic HTML.

use super::DOTS;
use crate::markup;
use crate::reading::{
    Grid, Item, Label, Line, Part, Reading, Title, Voice, Words, asks, item, signed_on,
};
use document::{Inline, SignatureBlock, Text};
use std::fmt::Write;

/// The fragment; every part ends its line.
pub(super) fn html(reading: &Reading<'_>) -> String {
    let mut out = String::new();
    if let Some((tag, sentence)) = &reading.mark {
        let (tag, sentence) = (escaped(tag), escaped(sentence));
        let _ = writeln!(out, "<p><strong>{tag}</strong> — {sentence}</p>");
    }
    reading
        .parts
        .iter()
        .for_each(|part| self::part(&mut out, part));
    out
}

fn part(out: &mut String, part: &Part<'_>) {
    match part {
        Part::Picture(_, "") => {}
        Part::Picture(_, alt) => element(out, "p", &escaped(alt)),
        Part::Letter(sender, recipient) => {
            element(out, "p", &lines(&sender.join(&Inline::Break)));
            element(out, "p", &lines(&recipient.join(&Inline::Break)));
        }
        Part::Title(title) => self::title(out, title),
        Part::Line(line) => self::line(out, line),
        Part::List(label, items) => list(out, *label, items),
        Part::Grid(grid) => table(out, grid),
        Part::Signing(signatures) => {
            signatures
                .blocks
                .iter()
                .for_each(|block| signature(out, block));
        }
        Part::Page(_) => {}
    }
}

fn element(out: &mut String, name: &str, inner: &str) {
    if !inner.is_empty() {
        let _ = writeln!(out, "<{name}>{inner}</{name}>");
    }
}

fn title(out: &mut String, title: &Title<'_>) {
    let name = ["h1", "h2", "h3"][usize::from(title.level.clamp(1, 3)) - 1];
    let label = lines(&title.label);
    let text = lines(&title.text);
    let between = if label.is_empty() || text.is_empty() {
        ""
    } else {
        " — "
    };
    element(out, name, &format!("{label}{between}{text}"));
}

fn line(out: &mut String, line: &Line<'_>) {
    let mut inner = String::new();
    if !line.word.is_empty() {
        let word = escaped(line.word);
        inner = if line.strong {
            format!("<strong>{word}</strong> ")
        } else {
            format!("{word} ")
        };
    }
    inner.push_str(&lines(&line.text));
    if line.voice == Voice::Frame {
        inner = format!("<p>{inner}</p>");
        return element(out, "blockquote", &inner);
    }
    element(out, "p", &inner);
}

fn list(out: &mut String, label: Label, items: &[Item<'_>]) {
    let (open, close) = match label {
        Label::Dash => ("<ul>", "</ul>"),
        Label::Letter => ("<ol type=\"a\">", "</ol>"),
        Label::Number => ("<ol>", "</ol>"),
    };
    let _ = writeln!(out, "{open}");
    for one in items {
        let _ = write!(out, "<li>{}", lines(one.text));
        if !one.below.is_empty() {
            let below: Vec<Item<'_>> = one.below.iter().map(item).collect();
            out.push('\n');
            list(out, Label::Dash, &below);
        }
        out.push_str("</li>\n");
    }
    let _ = writeln!(out, "{close}");
}

fn table(out: &mut String, grid: &Grid<'_>) {
    out.push_str("<table>\n");
    element(out, "caption", &escaped(grid.title));
    if grid.columns.iter().any(|column| !column.header.is_empty()) {
        out.push_str("<thead>\n<tr>");
        for column in &grid.columns {
            let _ = write!(out, "<th scope=\"col\">{}</th>", lines(&column.header));
        }
        out.push_str("</tr>\n</thead>\n");
    }
    out.push_str("<tbody>\n");
    for cells in &grid.rows {
        row(out, grid, cells, grid.row_headers);
    }
    for cells in &grid.totals {
        total(out, cells);
    }
    out.push_str("</tbody>\n</table>\n");
}

fn row(out: &mut String, grid: &Grid<'_>, cells: &[Words<'_>], headed: bool) {
    out.push_str("<tr>");
    for (rank, cell) in cells.iter().enumerate() {
        let right = grid.columns.get(rank).is_some_and(|column| column.right);
        let align = if right { " align=\"right\"" } else { "" };
        if rank == 0 && headed {
            let _ = write!(out, "<th scope=\"row\"{align}>{}</th>", lines(cell));
        } else {
            let _ = write!(out, "<td{align}>{}</td>", lines(cell));
        }
    }
    out.push_str("</tr>\n");
}

/// The label of a total goes over the empty cells after it.
fn total(out: &mut String, cells: &[Words<'_>]) {
    out.push_str("<tr>");
    for (rank, (cell, span)) in crate::reading::spanned(cells).into_iter().enumerate() {
        let name = if rank == 0 {
            "th scope=\"row\""
        } else {
            "td align=\"right\""
        };
        let close = if rank == 0 { "th" } else { "td" };
        let span = if span > 1 {
            format!(" colspan=\"{span}\"")
        } else {
            String::new()
        };
        let _ = write!(
            out,
            "<{name}{span}><strong>{}</strong></{close}>",
            lines(cell)
        );
    }
    out.push_str("</tr>\n");
}

fn signature(out: &mut String, block: &SignatureBlock) {
    let mut all = vec![
        lines(&block.party),
        lines(&block.quality),
        lines(&block.name),
    ];
    all.push(escaped(asks(block.asks)));
    if block.dated {
        all.push(lines(&signed_on()));
    }
    all.retain(|line| !line.is_empty());
    element(out, "p", &all.join("<br>"));
}

/// Words and drawn things of a line.
fn lines(line: &[Inline]) -> String {
    line.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> String {
    match inline {
        Inline::Text(text) => self::text(text),
        Inline::Dotted { .. } => DOTS.to_owned(),
        Inline::ToComplete { label, .. } => format!("<mark>[{}]</mark>", escaped(label)),
        Inline::Check { ticked, .. } => if *ticked { "☒\u{a0}" } else { "☐\u{a0}" }.to_owned(),
        Inline::Break => "<br>".to_owned(),
    }
}

fn text(text: &Text) -> String {
    let mut shown = match text.page_of {
        Some(_) => "…".to_owned(),
        None => escaped(&text.words),
    };
    let mut wrap = |on: bool, name: &str| {
        if on {
            shown = format!("<{name}>{shown}</{name}>");
        }
    };
    wrap(text.raised, "sup");
    wrap(text.italic, "em");
    wrap(text.bold, "strong");
    match &text.expansion {
        Some(expansion) => format!("<abbr title=\"{}\">{shown}</abbr>", escaped(expansion)),
        None => shown,
    }
}

/// Words that can never be read as markup; each of their lines is one on the page.
fn escaped(words: &str) -> String {
    let lines: Vec<String> = words.split('\n').map(markup::escaped).collect();
    lines.join("<br>")
}

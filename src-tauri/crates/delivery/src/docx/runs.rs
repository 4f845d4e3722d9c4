//! A line as runs: words with their weight, drawn things as signs, references as links inside the file.

use crate::markup::escaped;
use document::{Dotted, Inline, Text};

/// The runs of a line. `bold` makes all of them so.
pub(super) fn runs(line: &[Inline], bold: bool) -> String {
    line.iter().map(|inline| run(inline, bold)).collect()
}

/// Words, and a tab after them, as a run: what stands in the column of repères.
pub(super) fn repere(word: &str, style: &str) -> String {
    format!(
        "<w:r><w:rPr><w:rStyle w:val=\"{style}\"/></w:rPr>{}<w:tab/></w:r>",
        signs(word)
    )
}

fn run(inline: &Inline, bold: bool) -> String {
    match inline {
        Inline::Text(text) => words(text, bold),
        Inline::Break => "<w:r><w:br/></w:r>".to_owned(),
        Inline::Dotted { what, .. } => plain(&"…".repeat(dots(*what))),
        Inline::Check { ticked, .. } => plain(if *ticked { "☒\u{a0}" } else { "☐\u{a0}" }),
        Inline::ToComplete { label, .. } => format!(
            "<w:r><w:rPr><w:rStyle w:val=\"ACompleter\"/></w:rPr>{}</w:r>",
            signs(&format!("[{label}]"))
        ),
    }
}

/// About the length that the line has on paper: 52 mm for a place, 42 for a date (`page.md` §6).
fn dots(what: Dotted) -> usize {
    match what {
        Dotted::Place => 14,
        Dotted::Date => 11,
        Dotted::Rest => 12,
    }
}

fn plain(words: &str) -> String {
    format!("<w:r>{}</w:r>", signs(words))
}

fn words(text: &Text, bold: bool) -> String {
    let on = |on: bool, mark: &str| if on { mark.to_owned() } else { String::new() };
    let marks = [
        on(text.bold || bold, "<w:b/>"),
        on(text.italic, "<w:i/>"),
        on(text.raised, "<w:vertAlign w:val=\"superscript\"/>"),
    ]
    .concat();
    let properties = if marks.is_empty() {
        marks
    } else {
        format!("<w:rPr>{marks}</w:rPr>")
    };
    let run = match &text.page_of {
        Some(anchor) => page_of(anchor, &properties),
        None => format!("<w:r>{properties}{}</w:r>", signs(&text.words)),
    };
    match text.link.as_deref().and_then(|link| link.strip_prefix('#')) {
        Some(anchor) if !anchor.is_empty() => {
            format!(
                "<w:hyperlink w:anchor=\"{}\">{run}</w:hyperlink>",
                bookmark(anchor)
            )
        }
        _ => run,
    }
}

/// The number of a page, which the word processor counts itself.
fn page_of(anchor: &str, properties: &str) -> String {
    format!(
        "<w:fldSimple w:instr=\" PAGEREF {} \\h \"><w:r>{properties}<w:t>0</w:t></w:r></w:fldSimple>",
        bookmark(anchor)
    )
}

/// The name of a bookmark: letters, digits and low lines, 40 at most.
pub(super) fn bookmark(anchor: &str) -> String {
    let sign = |sign: char| {
        if sign.is_ascii_alphanumeric() {
            sign
        } else {
            '_'
        }
    };
    format!(
        "a_{}",
        anchor.chars().take(38).map(sign).collect::<String>()
    )
}

/// Signs as the text of a run: a hyphen that does not break is an element of its own.
pub(super) fn signs(words: &str) -> String {
    let mut out = String::new();
    for (rank, piece) in words.split(['\u{2011}', '\n']).enumerate() {
        if rank > 0 {
            out.push_str(between(words, rank));
        }
        if !piece.is_empty() {
            out.push_str("<w:t xml:space=\"preserve\">");
            out.push_str(&escaped(piece));
            out.push_str("</w:t>");
        }
    }
    out
}

/// What parts the piece of this rank from the one before.
fn between(words: &str, rank: usize) -> &'static str {
    let mut parts = words
        .chars()
        .filter(|sign| matches!(sign, '\u{2011}' | '\n'));
    match parts.nth(rank - 1) {
        Some('\n') => "<w:br/>",
        _ => "<w:noBreakHyphen/>",
    }
}

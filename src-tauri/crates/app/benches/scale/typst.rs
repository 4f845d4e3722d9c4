//! A document as Typst's own markup: the same words, in the same faces, once for each original.
//!
//! Layout is asked for in Typst's plain ways; nothing is done to slow it down.

use document::{Block, Document, Dotted, Head, Inline, ListItem, Parties, Signatures, Table, Text};
use std::fmt::Write;

/// The source of a document with all its originals.
pub fn source(document: &Document, title: &str) -> String {
    let mut body = String::new();
    opening(document, &mut body);
    blocks(&document.blocks, &mut body);
    for annexe in &document.annexes {
        let _ = write!(
            body,
            "#pagebreak()\n#heading(level: 2)[#{} — {}]\n",
            string(&annexe.label),
            line(&annexe.title)
        );
        anchor(&annexe.anchor, &mut body);
        blocks(&annexe.blocks, &mut body);
    }
    let mut source = format!(
        "{HEAD}#set document(title: {})\n#let original(n, said) = [\n",
        string(title)
    );
    let _ = writeln!(
        source,
        "#set page(footer: context [{} #h(1fr) Page #counter(page).display() \\ #said])",
        line(&document.footer)
    );
    let _ = writeln!(source, "#counter(page).update(1)\n{body}]");
    for (rank, label) in document.originals.iter().enumerate() {
        let said = format!("{} — {}", label.number, label.addressee);
        let _ = writeln!(
            source,
            "#original(\"{rank}\", {})\n#pagebreak(weak: true, to: \"odd\")",
            string(&said)
        );
    }
    source
}

const HEAD: &str = "#set text(lang: \"fr\", font: \"Noto Serif\", size: 10.5pt, hyphenate: true)
#set par(justify: true, leading: 3.5pt, spacing: 7pt)
#set page(paper: \"a4\", margin: (left: 25mm, right: 21mm, top: 25mm, bottom: 25mm))
#show heading: set text(font: \"Noto Sans\")
#show table: set text(font: \"Noto Sans\", size: 9pt)
#show table: set par(justify: false)
";

fn opening(document: &Document, out: &mut String) {
    let opening = &document.opening;
    if let Head::Logo { lines, .. } | Head::Institution { lines } = &opening.head {
        lines.iter().for_each(|of| paragraph(of, out));
    }
    let _ = writeln!(
        out,
        "#heading(level: 1)[{} {}]\n",
        line(&opening.genre),
        line(&opening.rest)
    );
    opening.subtitle.iter().for_each(|of| paragraph(of, out));
    if !opening.note.is_empty() {
        paragraph(&opening.note, out);
    }
}

fn blocks(blocks: &[Block], out: &mut String) {
    blocks.iter().for_each(|one| block(one, out));
}

fn block(block: &Block, out: &mut String) {
    match block {
        Block::Paragraph(text) => paragraph(text, out),
        Block::Heading {
            level,
            label,
            text,
            anchor: to,
        } => {
            let _ = writeln!(
                out,
                "#heading(level: {})[{} {}]",
                level + 1,
                line(label),
                line(text)
            );
            anchor(to, out);
        }
        Block::Numbered { label, text } => pair(&string_call(label), &line(text), out),
        Block::Repere { word, text, .. } | Block::Article { label: word, text } => {
            pair(&string_call(word), &line(text), out)
        }
        Block::List(list) => {
            let _ = writeln!(out, "#{}\n", self::list(list.lettered, &list.items));
        }
        Block::Table(table) => self::table(table, out),
        Block::Definitions(pairs) => pairs
            .iter()
            .for_each(|(name, value)| pair(&line(name), &line(value), out)),
        Block::Figures(pairs) => pairs
            .iter()
            .for_each(|(name, value)| pair(&string_call(name), &line(value), out)),
        Block::Note(text) => {
            let _ = writeln!(out, "#text(size: 9pt)[{}]\n", line(text));
        }
        Block::Frame(text) => {
            let _ = writeln!(out, "#rect(width: 100%)[{}]\n", line(text));
        }
        Block::Entries(entries) => {
            pair(&line(&entries.label), &line(&entries.title), out);
            entries
                .rows
                .iter()
                .for_each(|row| pair(&line(&row.name), &line(&row.value), out));
        }
        Block::Roll(names) => names.iter().for_each(|name| paragraph(name, out)),
        Block::Parties(parties) => self::parties(parties, out),
        Block::Signatures(end) => signatures(end, out),
        Block::Kept(kept) => {
            out.push_str("#block(breakable: false)[\n");
            blocks(kept, out);
            out.push_str("]\n\n");
        }
        Block::PageBreak => out.push_str("#pagebreak(weak: true)\n"),
    }
}

fn paragraph(text: &[Inline], out: &mut String) {
    let _ = writeln!(out, "{}\n", line(text));
}

fn pair(name: &str, text: &str, out: &mut String) {
    let _ = writeln!(out, "#grid(columns: (62pt, 1fr), [{name}], [{text}])\n");
}

fn list(lettered: bool, items: &[ListItem]) -> String {
    let each: String = items
        .iter()
        .map(|item| {
            let below = if item.below.is_empty() {
                String::new()
            } else {
                format!("#{}", list(false, &item.below))
            };
            format!("[{}{below}], ", line(&item.text))
        })
        .collect();
    if lettered {
        format!("enum(numbering: \"a)\", {each})")
    } else {
        format!("list(marker: [–], {each})")
    }
}

fn table(table: &Table, out: &mut String) {
    let cells = |cells: &[Vec<Inline>]| {
        cells
            .iter()
            .map(|cell| format!("[{}], ", line(cell)))
            .collect::<String>()
    };
    let headers: Vec<Vec<Inline>> = table
        .columns
        .iter()
        .map(|column| column.header.clone())
        .collect();
    let widths = table
        .columns
        .iter()
        .map(|column| if column.fixed { "auto, " } else { "1fr, " })
        .collect::<String>();
    let _ = write!(
        out,
        "#table(columns: ({widths}), stroke: none, table.header({}), ",
        cells(&headers)
    );
    table
        .rows
        .iter()
        .chain(&table.totals)
        .for_each(|row| out.push_str(&cells(&row.cells)));
    out.push_str(")\n\n");
}

fn parties(parties: &Parties, out: &mut String) {
    for party in &parties.parties {
        let text = [&party.identity, &party.term, &party.part]
            .map(|text| line(text))
            .join(" ");
        pair(&string_call(&party.word), &text, out);
    }
    paragraph(&parties.closing, out);
}

fn signatures(end: &Signatures, out: &mut String) {
    out.push_str("#block(breakable: false)[\n");
    paragraph(&end.done, out);
    let _ = write!(
        out,
        "#grid(columns: {}, gutter: 12pt, ",
        end.blocks.len().clamp(1, 2)
    );
    for block in &end.blocks {
        let said = [&block.party, &block.quality]
            .map(|text| line(text))
            .join(" #linebreak() ");
        let _ = write!(
            out,
            "[{said} #rect(width: 100%, height: 40mm)[Signature et cachet] {} #linebreak() Signé le ], ",
            line(&block.name)
        );
    }
    out.push_str(")\n]\n\n");
}

fn anchor(to: &str, out: &mut String) {
    if !to.is_empty() {
        let _ = writeln!(out, "#metadata(none) #label(\"{to}-\" + n)\n");
    }
}

fn line(text: &[Inline]) -> String {
    text.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> String {
    match inline {
        Inline::Text(text) => words(text),
        Inline::Dotted { what, .. } => match what {
            Dotted::Place => "#box(width: 52mm, repeat[.])".to_owned(),
            Dotted::Date => "#box(width: 42mm, repeat[.])".to_owned(),
            Dotted::Rest => "#box(width: 1fr, repeat[.])".to_owned(),
        },
        Inline::ToComplete { label, .. } => string_call(label),
        Inline::Check { .. } => "#box(rect(width: 8pt, height: 8pt))".to_owned(),
        Inline::Break => "#linebreak()".to_owned(),
    }
}

fn words(text: &Text) -> String {
    let mut said = string(&text.words);
    for (set, call) in [
        (text.bold, "strong"),
        (text.italic, "emph"),
        (text.raised, "super"),
    ] {
        if set {
            said = format!("{call}({said})");
        }
    }
    match text.link.as_deref().map(|to| (to, to.strip_prefix('#'))) {
        Some((_, Some(anchor))) => format!("#link(label(\"{anchor}-\" + n), {said})"),
        Some((address, None)) => format!("#link({}, {said})", string(address)),
        None => format!("#{said}"),
    }
}

/// Words as a string of Typst's code, so that nothing in them is markup.
fn string(words: &str) -> String {
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}

fn string_call(words: &str) -> String {
    format!("#{}", string(words))
}

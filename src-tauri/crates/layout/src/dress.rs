//! The words of a document as its pages set them, for what is read elsewhere than on pages: the same spaces that do not
//! break, the same apostrophes, the same raised letters.

use crate::para::signs;
use crate::typo::{self, BREAK, OBJECT};
use document::{Document, Inline, Text};

/// The document with its typography in its words: narrow no-break spaces before « ; » and inside « « » », no-break
/// spaces in dates and amounts, hyphens that do not break (`page.md` §10). Nothing else changes.
pub fn dressed(document: &Document) -> Document {
    let mut dressed = document.clone();
    dressed.each_line_mut(|line| *line = line_dressed(line));
    let title = [Inline::words(&*document.title)];
    dressed.title = words(&line_dressed(&title));
    dressed
}

fn line_dressed(line: &[Inline]) -> Vec<Inline> {
    let (signs, sources) = signs(line);
    let mut out: Vec<Inline> = Vec::with_capacity(line.len());
    let mut last = None;
    for sign in typo::dress(&signs) {
        let source = sources[sign.from];
        match &line[source] {
            Inline::Text(_) if sign.sign == BREAK => out.push(Inline::Break),
            Inline::Text(text) => {
                let raised = sign.raised || text.raised;
                if last != Some((source, raised)) {
                    out.push(Inline::Text(Text {
                        words: String::new(),
                        raised,
                        ..text.clone()
                    }));
                }
                push(&mut out, sign.sign);
                last = Some((source, raised));
                continue;
            }
            drawn if sign.sign == OBJECT || sign.sign == BREAK => out.push(object(drawn)),
            _ => {}
        }
        last = None;
    }
    out
}

fn push(out: &mut [Inline], sign: char) {
    if let Some(Inline::Text(text)) = out.last_mut() {
        text.words.push(sign);
    }
}

/// What is drawn as it is; what is missing says so in words, which are dressed too.
fn object(drawn: &Inline) -> Inline {
    match drawn {
        Inline::ToComplete { label, fields } => Inline::ToComplete {
            label: words(&line_dressed(&[Inline::words(label.as_str())])),
            fields: fields.clone(),
        },
        other => other.clone(),
    }
}

fn words(line: &[Inline]) -> String {
    let word = |inline: &Inline| match inline {
        Inline::Text(text) => text.words.clone(),
        _ => " ".to_owned(),
    };
    line.iter().map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use document::{Block, Dotted};

    fn paragraph(line: Vec<Inline>) -> Document {
        Document {
            blocks: vec![Block::Paragraph(line)],
            ..Document::default()
        }
    }

    #[track_caller]
    fn check(line: Vec<Inline>, expected: Vec<Inline>) {
        assert_eq!(dressed(&paragraph(line)), paragraph(expected));
    }

    #[test]
    fn spaces_are_those_of_the_pages_whatever_the_style() {
        let bold = |words: &str| {
            Inline::Text(Text {
                words: words.to_owned(),
                bold: true,
                ..Text::default()
            })
        };
        check(
            vec![
                Inline::words("l'ENT dit « "),
                bold("la commune"),
                Inline::words(" » ;  le 22 juin 2026"),
            ],
            vec![
                Inline::words("l’ENT dit «\u{202f}"),
                bold("la commune"),
                Inline::words("\u{202f}»\u{202f}; le 22\u{a0}juin\u{a0}2026"),
            ],
        );
    }

    #[test]
    fn drawn_things_and_breaks_stay_in_their_places() {
        let dotted = || Inline::Dotted {
            what: Dotted::Date,
            fields: vec!["convention/date".to_owned()],
        };
        check(
            vec![Inline::words("le "), dotted(), Inline::words(".\nà")],
            vec![
                Inline::words("le "),
                dotted(),
                Inline::words("."),
                Inline::Break,
                Inline::words("à"),
            ],
        );
    }

    #[test]
    fn letters_of_an_ordinal_are_raised() {
        let raised = |words: &str| {
            Inline::Text(Text {
                words: words.to_owned(),
                raised: true,
                ..Text::default()
            })
        };
        check(
            vec![Inline::words("la 2e fois")],
            vec![Inline::words("la 2"), raised("e"), Inline::words(" fois")],
        );
    }
}

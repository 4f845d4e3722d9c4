//! Reads the lines that are not blocks: titles, words of the margin, items, alinéas, `libellé : valeur`.

use super::lines::Reader;
use super::{FileKind, Part, What, directive::checked_anchor};
use crate::misprint::{MisprintKind, Report};

/// The keys of `::: ouverture`.
const OPENING_KEYS: &[&str] = &[
    "tete",
    "ligne",
    "genre",
    "suite",
    "sous-titre",
    "note",
    "taille",
    "expediteur",
    "destinataire",
    "copie",
];

/// Reads a line of prose.
pub(super) fn prose(reader: &mut Reader<'_>, text: &str) -> Option<What> {
    let trimmed = text.trim_start();
    let indent = text.len() - trimmed.len();
    if trimmed.starts_with('#') {
        return title(reader, trimmed);
    }
    if let Some(item) = trimmed.strip_prefix("- ") {
        return Some(item_at(reader, indent, false, item));
    }
    if let Some(item) = lettered(trimmed) {
        return Some(item_at(reader, indent, true, item));
    }
    if let Some((word, strong, rest)) = repere(trimmed) {
        return Some(What::Repere {
            word: word.to_owned(),
            strong,
            text: reader.spans(rest),
        });
    }
    Some(What::Paragraph(reader.spans(trimmed)))
}

/// Reads `libellé : valeur`.
pub(super) fn pair(reader: &mut Reader<'_>, block: &'static str, text: &str) -> Option<What> {
    let Some((label, value)) = cut_pair(text) else {
        reader.misprint(MisprintKind::Line {
            block,
            expected: "écrire « libellé : valeur »",
        });
        return None;
    };
    if block == "ouverture" && !OPENING_KEYS.contains(&label) {
        reader.misprint(MisprintKind::UnknownSetting {
            block: block.to_owned(),
            setting: label.to_owned(),
        });
        return None;
    }
    if block == "ouverture" && !fits(label, value) {
        reader.misprint(MisprintKind::Setting {
            setting: label.to_owned(),
            value: value.to_owned(),
        });
        return None;
    }
    Some(What::Pair {
        label: reader.spans(label),
        value: reader.spans(value),
    })
}

/// The label stops at the first « : » between blanks.
fn cut_pair(text: &str) -> Option<(&str, &str)> {
    let (label, value) = match text.split_once(" : ") {
        Some(cut) => cut,
        None => (text.strip_suffix(" :")?, ""),
    };
    (!label.trim().is_empty()).then(|| (label.trim(), value.trim()))
}

fn fits(label: &str, value: &str) -> bool {
    match label {
        "tete" => matches!(value, "logo" | "institution"),
        "taille" => matches!(value, "acte" | "note"),
        _ => true,
    }
}

fn title(reader: &mut Reader<'_>, text: &str) -> Option<What> {
    let level = text.bytes().take_while(|byte| *byte == b'#').count();
    let (words, anchor) = anchored(reader, text[level..].trim());
    match level {
        1 => Some(What::Title(reader.spans(words))),
        2 => {
            let object = words
                .strip_prefix("Article : ")
                .or_else(|| words.strip_prefix("Article :"));
            let text = reader.spans(object.unwrap_or(words).trim());
            Some(What::Heading {
                level: 1,
                article: object.is_some(),
                text,
                anchor,
            })
        }
        3 => Some(What::Heading {
            level: 2,
            article: true,
            text: reader.spans(words),
            anchor,
        }),
        4 => Some(What::Alinea {
            text: reader.spans(words),
            anchor,
        }),
        _ => {
            reader.misprint(MisprintKind::TitleDepth);
            None
        }
    }
}

/// `… {#ancre}` cut in two.
fn anchored<'a>(reader: &mut Reader<'_>, text: &'a str) -> (&'a str, String) {
    let cut = text
        .strip_suffix('}')
        .and_then(|text| text.rsplit_once("{#"));
    match cut {
        Some((words, anchor)) => {
            let line = reader.line();
            (
                words.trim_end(),
                checked_anchor(anchor, line, reader.report),
            )
        }
        None => (text, String::new()),
    }
}

fn item_at(reader: &mut Reader<'_>, indent: usize, lettered: bool, text: &str) -> What {
    if indent > 3 {
        reader.misprint(MisprintKind::ThirdLevel);
    }
    What::Item {
        second: indent > 1,
        lettered,
        text: reader.spans(text.trim()),
    }
}

/// `a) …`.
fn lettered(text: &str) -> Option<&str> {
    let letter = text.starts_with(|sign: char| sign.is_ascii_lowercase());
    letter.then(|| text[1..].strip_prefix(") ")).flatten()
}

/// `[Vu] …` or `[_Entre_] …`: a word with a capital, then the sentence.
fn repere(text: &str) -> Option<(&str, bool, &str)> {
    let (word, rest) = text.strip_prefix('[')?.split_once(']')?;
    let light = word
        .strip_prefix('_')
        .and_then(|word| word.strip_suffix('_'));
    let capital = light.unwrap_or(word).starts_with(char::is_uppercase);
    let plain = !word.contains('#') && (rest.is_empty() || rest.starts_with(' '));
    (capital && plain).then(|| (light.unwrap_or(word), light.is_none(), rest.trim_start()))
}

/// An annexe begins by its title, which no document has.
pub(super) fn check(parts: &[Part], kind: FileKind, report: &mut Report) {
    let is_title = |part: &&Part| matches!(part.what, What::Title(_));
    let first = parts.first().filter(is_title).is_some();
    if kind == FileKind::Annexe && !first {
        report.add(1, MisprintKind::AnnexeTitle);
    }
    let rightful = usize::from(kind == FileKind::Annexe && first);
    for part in parts.iter().filter(is_title).skip(rightful) {
        report.add(part.line, MisprintKind::AnnexeTitle);
    }
}

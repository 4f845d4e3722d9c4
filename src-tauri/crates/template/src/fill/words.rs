//! Small work on words: capitals, raised endings, abbreviations, lines put together.

use document::{Inline, Text};

/// With a small letter, unless the word is an abbreviation: « Numéro » → « numéro », « SIREN » stays.
pub(crate) fn uncapital(text: &str) -> String {
    let mut letters = text.chars();
    let (first, second) = (letters.next(), letters.next());
    match first {
        Some(first) if second.is_none_or(|second| !second.is_uppercase()) => {
            first.to_lowercase().chain(text.chars().skip(1)).collect()
        }
        _ => text.to_owned(),
    }
}

/// Lines as one, a line break between each.
pub(super) fn joined(lines: Vec<Vec<Inline>>) -> Vec<Inline> {
    lines
        .into_iter()
        .reduce(|mut all, line| {
            all.push(Inline::Break);
            all.extend(line);
            all
        })
        .unwrap_or_default()
}

/// Cuts « 1er » in « 1 » and a raised « er », wherever a number bears its ending; an address keeps its own.
pub(super) fn raised(text: Text) -> Vec<Inline> {
    if text.words.contains('@') || next_ending(&text.words).is_none() {
        return vec![Inline::Text(text)];
    }
    let mut pieces = Vec::new();
    let mut rest = text.words.as_str();
    while let Some((before, ending, after)) = next_ending(rest) {
        pieces.push(Inline::Text(Text {
            words: before.to_owned(),
            ..text.clone()
        }));
        pieces.push(Inline::Text(Text {
            words: ending.to_owned(),
            raised: true,
            expansion: None,
            ..text.clone()
        }));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Inline::Text(Text {
            words: rest.to_owned(),
            ..text.clone()
        }));
    }
    pieces
}

/// The endings of ordinals, the longer first.
const ENDINGS: [&str; 4] = ["er", "re", "es", "e"];

/// The first ordinal: what stands up to its number, its ending, what follows.
fn next_ending(text: &str) -> Option<(&str, &str, &str)> {
    let bytes = text.as_bytes();
    (1..bytes.len()).find_map(|at| {
        let is_end_of_number = bytes[at - 1].is_ascii_digit() && !bytes[at].is_ascii_digit();
        if !is_end_of_number || !begins_number(text, at) {
            return None;
        }
        let ending = ENDINGS
            .iter()
            .find(|ending| text[at..].starts_with(**ending))?;
        let after = &text[at + ending.len()..];
        let is_word = after
            .chars()
            .next()
            .is_none_or(|sign| !sign.is_alphanumeric() && sign != '_');
        is_word.then_some((&text[..at], &text[at..at + ending.len()], after))
    })
}

/// Whether the digits before this place are a word of their own.
fn begins_number(text: &str, end: usize) -> bool {
    let before = text[..end].trim_end_matches(|sign: char| sign.is_ascii_digit());
    before
        .chars()
        .next_back()
        .is_none_or(|sign| !sign.is_alphanumeric() && !matches!(sign, '_' | '.' | '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: &str) {
        let pieces = raised(Text {
            words: words.to_owned(),
            ..Text::default()
        });
        let shown: Vec<String> = pieces
            .iter()
            .map(|piece| match piece {
                Inline::Text(Text {
                    words,
                    raised: true,
                    ..
                }) => format!("^{words}"),
                Inline::Text(text) => text.words.clone(),
                _ => String::new(),
            })
            .collect();
        assert_eq!(shown.join("|"), expected);
    }

    #[test]
    fn endings_of_ordinals_are_raised_and_nothing_else() {
        check("article 1er", "article 1|^er");
        check(
            "le 1er septembre et la 2e fois",
            "le 1|^er| septembre et la 2|^e| fois",
        );
        check("0921688e", "0921688|^e");
        check("annexe", "annexe");
        check("12 écoles", "12 écoles");
        check("DEL261214_20e", "DEL261214_20e");
        check("a1e, 3été", "a1e, 3été");
        check("ecole.1e@exemple.fr", "ecole.1e@exemple.fr");
        check("", "");
    }

    #[test]
    fn a_label_inside_a_sentence_begins_small() {
        assert_eq!(
            uncapital("Numéro de la délibération"),
            "numéro de la délibération"
        );
        assert_eq!(uncapital("École"), "école");
        assert_eq!(uncapital("SIREN"), "SIREN");
    }
}

//! Two passages, word by word: what differs is set in bold on both sides (`page.md` §9).

use document::{Dotted, Inline, Text};

/// A word of a passage, with the space after it: what no-break spaces hold together, as a telephone, is one word.
#[derive(Clone)]
struct Word {
    inline: Inline,
    key: String,
}

/// Two passages, what differs between them in bold. Ways to other parts of their text are taken away, and so are their
/// own marks: bold is for what differs.
pub(crate) fn passage(before: &[Inline], after: &[Inline]) -> (Vec<Inline>, Vec<Inline>) {
    let (old, new) = (words(before), words(after));
    let (old_common, new_common) = common(&keys(&old), &keys(&new));
    (joined(old, &old_common), joined(new, &new_common))
}

/// How much of two passages is the same, from 0 to 100.
pub(super) fn likeness(before: &[Inline], after: &[Inline]) -> usize {
    let (old, new) = (words(before), words(after));
    let (same, _) = common(&keys(&old), &keys(&new));
    let same = same.iter().filter(|same| **same).count();
    200 * same / (old.len() + new.len()).max(1)
}

fn keys(words: &[Word]) -> Vec<&str> {
    words.iter().map(|word| word.key.as_str()).collect()
}

fn words(inlines: &[Inline]) -> Vec<Word> {
    inlines.iter().flat_map(of_inline).collect()
}

fn of_inline(inline: &Inline) -> Vec<Word> {
    let alone = |key: &str| {
        vec![Word {
            inline: inline.clone(),
            key: key.to_owned(),
        }]
    };
    match inline {
        Inline::Text(text) => of_text(text),
        Inline::Break => vec![Word {
            inline: Inline::words(" "),
            key: String::new(),
        }],
        Inline::Dotted { what, .. } => alone(match what {
            Dotted::Place => "\u{1}lieu",
            Dotted::Date => "\u{1}date",
            Dotted::Rest => "\u{1}reste",
        }),
        Inline::ToComplete { label, .. } => alone(label),
        Inline::Check { ticked, .. } => alone(if *ticked { "\u{1}oui" } else { "\u{1}non" }),
    }
}

fn of_text(text: &Text) -> Vec<Word> {
    let pieces = text.words.split_inclusive([' ', '\n']);
    let word = |piece: &str| Word {
        inline: Inline::Text(Text {
            words: piece.to_owned(),
            bold: false,
            link: None,
            page_of: None,
            expansion: None,
            ..text.clone()
        }),
        key: piece.trim().to_owned(),
    };
    pieces.map(word).collect()
}

/// Which words of two lists are the same, in order: the longest common sequence.
pub(super) fn common<T: PartialEq>(old: &[T], new: &[T]) -> (Vec<bool>, Vec<bool>) {
    let width = new.len() + 1;
    let mut lengths = vec![0u32; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            lengths[i * width + j] = if old[i] == new[j] {
                lengths[(i + 1) * width + j + 1] + 1
            } else {
                lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
            };
        }
    }
    let (mut old_same, mut new_same) = (vec![false; old.len()], vec![false; new.len()]);
    let (mut i, mut j) = (0, 0);
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            (old_same[i], new_same[j]) = (true, true);
            (i, j) = (i + 1, j + 1);
        } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    (old_same, new_same)
}

/// The words put together again, neighbours of one style in one piece.
fn joined(words: Vec<Word>, same: &[bool]) -> Vec<Inline> {
    let mut inlines: Vec<Inline> = Vec::new();
    for (Word { inline, key }, same) in words.into_iter().zip(same) {
        let Inline::Text(text) = inline else {
            inlines.push(inline);
            continue;
        };
        let text = Text {
            bold: !same && !key.is_empty(),
            ..text
        };
        match inlines.last_mut() {
            Some(Inline::Text(last)) if is_one_piece(last, &text) => {
                last.words.push_str(&text.words)
            }
            _ => inlines.push(Inline::Text(text)),
        }
    }
    inlines
}

fn is_one_piece(one: &Text, other: &Text) -> bool {
    let style = |text: &Text| (text.bold, text.italic, text.raised);
    style(one) == style(other) && one.fields == other.fields
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(inlines: &[Inline]) -> String {
        let piece = |inline: &Inline| match inline {
            Inline::Text(text) if text.bold => format!("[{}]", text.words),
            Inline::Text(text) => text.words.clone(),
            _ => "…".to_owned(),
        };
        inlines.iter().map(piece).collect()
    }

    #[track_caller]
    fn check(before: &str, after: &str, expected: [&str; 2]) {
        let (old, new) = passage(&[Inline::words(before)], &[Inline::words(after)]);
        assert_eq!([told(&old), told(&new)], expected);
    }

    #[test]
    fn what_differs_is_bold_on_both_sides() {
        check(
            "pour une durée de quatre ans.",
            "pour une durée de six ans.",
            [
                "pour une durée de [quatre ]ans.",
                "pour une durée de [six ]ans.",
            ],
        );
        check(
            "deux fois",
            "deux fois par an",
            ["deux fois", "deux fois [par an]"],
        );
        check("a", "", ["[a]", ""]);
        check("01\u{a0}99", "01\u{a0}98", ["[01\u{a0}99]", "[01\u{a0}98]"]);
        check("même texte", "même  texte", ["même texte", "même  texte"]);
    }

    #[test]
    fn likeness_is_told_in_a_hundred() {
        let of = |one: &str, other: &str| likeness(&[Inline::words(one)], &[Inline::words(other)]);
        assert_eq!(of("a b c d", "a b c e"), 75);
        assert_eq!((of("a", "a"), of("a", "b"), of("", "")), (100, 0, 0));
    }
}

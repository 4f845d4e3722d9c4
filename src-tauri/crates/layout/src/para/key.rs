//! What makes two paragraphs the same: the key under which a set paragraph is kept.

use super::{Family, How, Style};
use crate::pages::Length;
use document::{Inline, Text};
use std::fmt::Write;

/// The key of a paragraph: all that decides its lines. Two keys are equal only if the lines are.
pub fn of(inlines: &[Inline], style: Style, how: How, measure: Length) -> String {
    let size: usize = inlines.iter().map(length).sum();
    let mut key = String::with_capacity(size + 24);
    let family = if style.family == Family::Serif {
        'r'
    } else {
        's'
    };
    let how = match how {
        How::Justified => 'j',
        How::Left => 'l',
        How::Balanced => 'b',
    };
    key.extend([family, how, if style.bold { 'b' } else { 'n' }]);
    let _ = write!(key, "{},{measure}", style.size);
    for inline in inlines {
        put(&mut key, inline);
    }
    key
}

fn length(inline: &Inline) -> usize {
    match inline {
        Inline::Text(text) => text.words.len() + 16,
        _ => 32,
    }
}

fn put(key: &mut String, inline: &Inline) {
    match inline {
        Inline::Text(text) => put_text(key, text),
        Inline::Dotted { what, fields } => {
            let _ = write!(key, "|d{what:?}");
            put_all(key, fields);
        }
        Inline::ToComplete { label, fields } => {
            key.push_str("|c");
            put_one(key, label);
            put_all(key, fields);
        }
        Inline::Check { ticked, fields } => {
            key.push_str(if *ticked { "|x" } else { "|o" });
            put_all(key, fields);
        }
        Inline::Break => key.push_str("|b"),
    }
}

fn put_text(key: &mut String, text: &Text) {
    let style = u8::from(text.bold) | u8::from(text.italic) << 1 | u8::from(text.raised) << 2;
    key.extend(['|', 't', char::from(b'0' + style)]);
    put_one(key, &text.words);
    put_all(key, &text.fields);
    put_one(key, text.expansion.as_deref().unwrap_or("\0"));
    put_one(key, text.link.as_deref().unwrap_or("\0"));
}

fn put_all(key: &mut String, texts: &[String]) {
    put_count(key, texts.len());
    for text in texts {
        put_one(key, text);
    }
}

/// A text preceded by its length, so that no two lists of texts read the same.
fn put_one(key: &mut String, text: &str) {
    key.push(';');
    put_count(key, text.len());
    key.push(':');
    key.push_str(text);
}

/// A number, its last figure first: it is compared, never read.
fn put_count(key: &mut String, mut count: usize) {
    while count > 9 {
        key.push(char::from(b'0' + (count % 10) as u8));
        count /= 10;
    }
    key.push(char::from(b'0' + count as u8));
}

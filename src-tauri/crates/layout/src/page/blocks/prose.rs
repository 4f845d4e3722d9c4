//! Paragraphs, titles, alinéas, words of the repère column, notes, frames.

use crate::lengths::pt;
use crate::page::band::{Band, Cut, Ink, SetText};
use crate::page::bench::{Bench, plain};
use crate::page::styles::{
    ARTICLE, AXIS, BODY, EDGE, FINE, GRID, LINE, NOTE, NOTE_LINE, NOTE_RISE, NUMBER, PLAIN,
    REPERE_LIGHT, REPERE_STRONG, RISE, SUB_ARTICLE,
};
use crate::pages::{Length, Role};
use crate::para::{How, Style};
use document::Inline;

/// What an article is cited as.
const ARTICLE_WORD: &str = "Article ";
/// About how many signs of a sentence its bookmark gives.
const FIRST_WORDS: usize = 60;
/// « de », « et », « les »: a bookmark does not end on such a word.
const SMALL_WORD: usize = 3;
/// Height, in lines, up to which a frame is never split.
const FRAME_KEPT: usize = 8;

/// The bands of a text: one a line. Two lines at least stay at the foot of a page and at the head of the next;
/// a text of three lines or fewer is not parted.
pub fn lines(text: &SetText, x: Length, (leading, rise): (Length, Length)) -> Vec<Band> {
    let count = text.len();
    let band = |line: usize| {
        let inks = vec![text.ink(line, x, rise)];
        let cut = match line {
            0 => Cut::Free,
            line if line < 2 || count - line < 2 => Cut::Never,
            line if text.hyphen(line - 1) => Cut::Poor,
            _ => Cut::Free,
        };
        Band {
            inks,
            height: leading,
            cut,
            ..Band::default()
        }
    };
    (0..count).map(band).collect()
}

/// Adds bands with the distances of their block.
pub fn push(bands: &mut Vec<Band>, mut block: Vec<Band>, before: Length, after: Length) {
    if let Some(first) = block.first_mut() {
        first.before = before;
    }
    if let Some(last) = block.last_mut() {
        last.after = after;
    }
    bands.append(&mut block);
}

/// A paragraph.
pub fn paragraph(bench: &mut Bench<'_, '_>, text: &[Inline], bands: &mut Vec<Band>) {
    let node = bench.node(Role::P);
    let measure = bench.measure();
    let text = bench.text(node, text, BODY, How::Justified, measure);
    push(bands, lines(&text, AXIS, (LINE, RISE)), 0, GRID);
}

/// A numbered or free title.
pub fn heading(
    bench: &mut Bench<'_, '_>,
    level: u8,
    (label, text): (&[Inline], &[Inline]),
    anchor: &str,
    under_title: bool,
    bands: &mut Vec<Band>,
) {
    let top = level <= 1 && !bench.in_annexe;
    let node = bench.node(if top { Role::H2 } else { Role::H3 });
    if top {
        bench.nodes[node].bookmark = Some(bookmark(label, text));
    }
    if !anchor.is_empty() {
        bench.nodes[node].anchor = Some(anchor.to_owned());
    }
    bench.nodes[node].name = Some(name(bench, level, label, text));
    let style = if level <= 1 { ARTICLE } else { SUB_ARTICLE };
    let number = bench.repere(node, label, style);
    let measure = bench.measure();
    let title = bench.text(node, text, style, How::Balanced, measure);
    let mut block = lines(&title, AXIS, (LINE, RISE));
    beside(&mut block, &number);
    for band in block.iter_mut().skip(1) {
        band.cut = Cut::Never;
    }
    if let Some(last) = block.last_mut() {
        last.title = true;
    }
    let before = match (level <= 1, under_title) {
        (true, true) if bench.in_annexe => pt(140),
        (true, _) => pt(210),
        (false, true) => GRID,
        (false, false) => pt(140),
    };
    push(bands, block, before, GRID);
}

/// « Article 3 — Gouvernance ».
fn bookmark(label: &[Inline], text: &[Inline]) -> String {
    let (label, text) = (plain(label), plain(text));
    if label.is_empty() {
        text
    } else {
        format!("{label} — {text}")
    }
}

/// What a title is called, for those who are led there: « Article 3.3 — La commune ».
fn name(bench: &mut Bench<'_, '_>, level: u8, label: &[Inline], text: &[Inline]) -> String {
    let name = bookmark(label, text);
    if level <= 1 {
        bench.under_article = name.starts_with(ARTICLE_WORD);
    }
    let numbered = name.starts_with(|sign: char| sign.is_ascii_digit());
    if level > 1 && bench.under_article && numbered {
        format!("{ARTICLE_WORD}{name}")
    } else {
        name
    }
}

/// The most lines that the words of the repère column take beside their text.
const BESIDE: usize = 2;

/// Inks a text of the repère column beside bands: it comes first in the reading order. Words too long for the
/// column stand above the text instead.
pub fn beside(block: &mut Vec<Band>, words: &SetText) {
    put_beside(block, words, true);
}

/// `joined`: whether the words go on with those of the text, and a space parts them.
fn put_beside(block: &mut Vec<Band>, words: &SetText, joined: bool) {
    if words.len() > BESIDE {
        block.splice(0..0, lines(words, 0, (LINE, RISE)));
        return;
    }
    while block.len() < words.len() {
        block.push(Band::of(LINE).held());
    }
    let count = words.len();
    if let Some(first) = block.first_mut() {
        let inks = words.inks(0, RISE, LINE).enumerate();
        let inks = inks.map(|(line, ink)| {
            if joined && line + 1 == count {
                ink.spaced()
            } else {
                ink
            }
        });
        first.inks.splice(0..0, inks);
    }
    for band in block.iter_mut().take(count).skip(1) {
        band.cut = Cut::Never;
    }
}

/// An alinéa with its number in the repère column.
pub fn numbered(bench: &mut Bench<'_, '_>, label: &str, text: &[Inline], bands: &mut Vec<Band>) {
    worded(bench, (label, NUMBER), text, How::Justified, bands);
}

/// A word of the repère column that is part of the sentence.
pub fn repere(
    bench: &mut Bench<'_, '_>,
    word: &str,
    (strong, justified): (bool, bool),
    text: &[Inline],
    bands: &mut Vec<Band>,
) {
    let style = if strong { REPERE_STRONG } else { REPERE_LIGHT };
    let how = if justified { How::Justified } else { How::Left };
    worded(bench, (word, style), text, how, bands);
}

fn worded(
    bench: &mut Bench<'_, '_>,
    (word, style): (&str, Style),
    text: &[Inline],
    how: How,
    bands: &mut Vec<Band>,
) {
    let node = bench.node(Role::P);
    let word = bench.repere(node, &[Inline::words(word)], style);
    let measure = bench.measure();
    let text = bench.text(node, text, BODY, how, measure);
    let mut block = lines(&text, AXIS, (LINE, RISE));
    beside(&mut block, &word);
    push(bands, block, 0, GRID);
}

/// An article of a decision: a heading for those who go from one to the next, though its words begin a line of text.
pub fn article(bench: &mut Bench<'_, '_>, label: &str, text: &[Inline], bands: &mut Vec<Band>) {
    let heading = bench.node(if bench.in_annexe { Role::H3 } else { Role::H2 });
    bench.nodes[heading].bookmark = Some(format!("{label} — {}", first_words(text)));
    let node = bench.node(Role::P);
    let label = bench.repere(heading, &[Inline::words(label)], REPERE_STRONG);
    let measure = bench.measure();
    let text = bench.text(node, text, BODY, How::Justified, measure);
    let mut block = lines(&text, AXIS, (LINE, RISE));
    put_beside(&mut block, &label, false);
    push(bands, block, 0, GRID);
}

/// The first words of a sentence; where it goes on, an ellipsis, after no small word.
fn first_words(text: &[Inline]) -> String {
    let text = plain(text);
    let words: Vec<&str> = text.split(' ').collect();
    let mut signs = 0;
    let fitting = words.iter().take_while(|word| {
        signs += word.chars().count() + 1;
        signs <= FIRST_WORDS
    });
    let mut count = fitting.count().max(1);
    if count >= words.len() {
        return text;
    }
    while count > 1 && words[count - 1].chars().count() <= SMALL_WORD {
        count -= 1;
    }
    let first = words[..count].join(" ");
    let first = first.trim_end_matches([',', ';', ':', '\u{202f}', '\u{a0}']);
    format!("{first}…")
}

/// A note: small, flush left.
pub fn note(bench: &mut Bench<'_, '_>, text: &[Inline], bands: &mut Vec<Band>) {
    let node = bench.node(Role::Note);
    let measure = bench.measure();
    let text = bench.text(node, text, NOTE, How::Left, measure);
    let mut block = lines(&text, AXIS, (NOTE_LINE, NOTE_RISE));
    if let Some(last) = block.last_mut() {
        last.snaps = true;
    }
    push(bands, block, pt(140), GRID);
}

/// A framed text: a rule above, a finer one below; never split when short.
pub fn frame(bench: &mut Bench<'_, '_>, text: &[Inline], bands: &mut Vec<Band>) {
    let measure = bench.measure();
    let node = bench.node(Role::P);
    let text = bench.text(node, text, PLAIN, How::Left, measure);
    let mut block = lines(&text, AXIS, (LINE, RISE));
    let count = block.len();
    if let Some(first) = block.first_mut() {
        first.height += GRID;
        first.inks = first.inks.drain(..).map(|ink| ink.lowered(GRID)).collect();
        first.inks.insert(0, Ink::rule(AXIS, 0, measure, EDGE));
    }
    if let Some(last) = block.last_mut() {
        last.height += GRID;
        last.inks.push(Ink::rule(AXIS, last.height, measure, FINE));
    }
    if count <= FRAME_KEPT {
        super::keep::together(&mut block);
    }
    push(bands, block, pt(140), pt(140));
}

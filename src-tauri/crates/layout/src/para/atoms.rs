//! What line breaking sees of the items: widths, and where a line may end at what price.

use super::cuts::CutKind;
use super::items::{Item, Items};
use super::looks::Look;
use super::{How, Widths};
use crate::fonts::Fonts;
use crate::lengths::scaled;
use crate::pages::Length;
use document::Inline;

/// An item, as line breaking sees it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Atom {
    /// How wide, when the line does not end there.
    pub width: Length,
    /// How much of it is space that may grow or shrink.
    pub space: Length,
    /// How much its letters may grow.
    pub letters: Length,
    /// Where a line may end.
    pub end: Option<End>,
    /// Whether it is a space between words, dropped where a line begins.
    pub gap: bool,
}

/// What it means that a line ends there.
#[derive(Clone, Copy, Debug, Default)]
pub struct End {
    /// What it adds to the line: the hyphen.
    pub adds: Length,
    /// How much of the line's last mark may stand out in the margin.
    pub hangs: Length,
    /// The price (`page.md` §10: a hyphen costs 70).
    pub penalty: u16,
    /// Whether the line ends on a hyphen that the word does not have.
    pub hyphen: bool,
    /// Whether the line must end there.
    pub forced: bool,
    /// The pass from which it is allowed: 0 always, 1 for mails, 2 anywhere.
    pub level: u8,
}

const HYPHEN: u16 = 70;
const BOUND: u16 = 300;
const COMPOUND: u16 = 40;
const NAME: u16 = 150;
const ADDRESS: u16 = 300;
const ANYWHERE: u16 = 2_000;
const SMALL: u16 = 300;
const SMALL_LEFT: u16 = 8;
/// In a title, a line had better end where a new phrase begins: before « de », « pour »…
const MID_PHRASE: u16 = 40;

/// The atoms of a paragraph, without what hangs in the margin.
pub fn of(items: &[Item], how: How) -> Vec<Atom> {
    items.iter().map(|item| atom(item, how)).collect()
}

/// Adds the width of hyphens and what hangs in the margin of a justified paragraph.
pub fn hang(atoms: &mut [Atom], items: &Items, fonts: &Fonts) {
    for at in 0..atoms.len() {
        let last = last_sign(items, at);
        let Some(end) = atoms.get_mut(at).and_then(|atom| atom.end.as_mut()) else {
            continue;
        };
        if let Item::Cut {
            kind: CutKind::Syllable | CutKind::Bound,
            look,
            ..
        } = &items.items[at]
        {
            end.adds = hyphen_width(fonts, look);
            end.hangs = hanging(end.adds);
        } else if let Some((sign, look)) = last.filter(|(sign, _)| matches!(sign, '.' | ',' | '-'))
        {
            let glyph = fonts.glyph(look.face, sign).unwrap_or(0);
            end.hangs = hanging(scaled(fonts.width(look.face, glyph), look.size));
        }
    }
}

/// The price of a title's line that ends on a small word, or inside a name.
pub fn price_titles(atoms: &mut [Atom], items: &Items, inlines: &[Inline]) {
    for (at, atom) in atoms.iter_mut().enumerate().skip(1) {
        let Item::Space { look, .. } = &items.items[at] else {
            continue;
        };
        let named = matches!(&inlines[look.inline], Inline::Text(text) if !text.fields.is_empty());
        let small = last_word(items, at).is_some_and(is_small);
        let leads = first_word(items, at).is_some_and(is_small);
        if let Some(end) = atom.end.as_mut() {
            end.penalty = match (named, small, leads) {
                (true, ..) => ANYWHERE,
                (false, true, _) => SMALL,
                (false, false, true) => 0,
                (false, false, false) => MID_PHRASE,
            };
        }
    }
}

/// A flush-left line had better not end on a small word.
pub fn price_small_words(atoms: &mut [Atom], items: &Items) {
    for (at, atom) in atoms.iter_mut().enumerate().skip(1) {
        let small = atom.gap && last_word(items, at).is_some_and(is_small);
        if let Some(end) = atom.end.as_mut().filter(|_| small) {
            end.penalty = SMALL_LEFT;
        }
    }
}

/// Words that hold to what follows.
fn is_small(word: &str) -> bool {
    const SMALL_WORDS: &[&str] = &[
        "à", "au", "aux", "avec", "ce", "ces", "cette", "dans", "de", "des", "du", "en", "entre",
        "et", "la", "le", "les", "leur", "leurs", "ou", "où", "par", "pour", "qui", "que", "sa",
        "sans", "ses", "son", "sous", "sur", "un", "une", "vers", "n°", "—", "–",
    ];
    SMALL_WORDS.contains(&word.to_lowercase().as_str())
}

/// The word after an item.
fn first_word(items: &Items, at: usize) -> Option<&str> {
    let Item::Piece { unit, .. } = items.items.get(at + 1)? else {
        return None;
    };
    Some(items.units[*unit].text.as_str())
}

/// The word before an item.
fn last_word(items: &Items, at: usize) -> Option<&str> {
    let Item::Piece { unit, .. } = items.items.get(at.checked_sub(1)?)? else {
        return None;
    };
    Some(items.units[*unit].text.as_str())
}

/// Half of the mark, or a little more.
fn hanging(width: Length) -> Length {
    width * 55 / 100
}

/// The width of the hyphen that ends a line.
pub fn hyphen_width(fonts: &Fonts, look: &Look) -> Length {
    let glyph = hyphen(fonts, look);
    scaled(fonts.width(look.face, glyph), look.size)
}

/// The glyph of the hyphen that ends a line.
pub fn hyphen(fonts: &Fonts, look: &Look) -> u16 {
    let soft = fonts.glyph(look.face, '\u{ad}');
    soft.or_else(|| fonts.glyph(look.face, '-')).unwrap_or(0)
}

/// The sign before an item, when it is a word's.
fn last_sign(items: &Items, at: usize) -> Option<(char, Look)> {
    let Item::Piece { unit, glyphs, .. } = items.items.get(at.checked_sub(1)?)? else {
        return None;
    };
    let unit = &items.units[*unit];
    let end = unit
        .glyphs
        .get(glyphs.end)
        .map_or(unit.text.len(), |glyph| glyph.cluster as usize);
    let sign = unit.text.get(..end)?.chars().next_back()?;
    Some((sign, unit.look))
}

fn atom(item: &Item, how: How) -> Atom {
    match *item {
        Item::Piece { width, letters, .. } => Atom {
            width,
            letters,
            ..Atom::default()
        },
        Item::Object { width, .. } => Atom {
            width,
            ..Atom::default()
        },
        Item::Space {
            width,
            breaks,
            stretches,
            ..
        } => {
            let end = breaks.then(End::default);
            let space = if stretches { width } else { 0 };
            Atom {
                width,
                space,
                letters: 0,
                end,
                gap: breaks,
            }
        }
        Item::Cut { kind, named, .. } => Atom {
            end: cut(kind, named, how),
            ..Atom::default()
        },
        Item::Break => Atom {
            end: Some(End {
                forced: true,
                ..End::default()
            }),
            ..Atom::default()
        },
    }
}

fn cut(kind: CutKind, named: bool, how: How) -> Option<End> {
    let (penalty, level) = match kind {
        CutKind::Syllable => (HYPHEN, 0),
        CutKind::Bound => (BOUND, 0),
        CutKind::Compound if how == How::Balanced => (ANYWHERE, 1),
        CutKind::Compound if named => (NAME, 0),
        CutKind::Compound => (COMPOUND, 0),
        CutKind::Address => (ADDRESS, 1),
        CutKind::Anywhere => (ANYWHERE, 2),
    };
    let hyphen = matches!(kind, CutKind::Syllable | CutKind::Bound);
    Some(End {
        penalty,
        level,
        hyphen,
        ..End::default()
    })
}

/// How wide the text is by itself.
pub fn widths(atoms: &[Atom]) -> Widths {
    let mut widths = Widths::default();
    let (mut line, mut word, mut part) = (0, 0, 0);
    for atom in atoms {
        let end = atom.end.unwrap_or(End {
            level: 3,
            ..End::default()
        });
        if atom.gap || end.forced || end.level == 0 {
            word = 0;
        }
        if end.level <= 1 {
            part = 0;
        }
        line = if end.forced {
            0
        } else {
            atom.width.saturating_add(line)
        };
        if !atom.gap {
            word = atom.width.saturating_add(word);
            part = atom.width.saturating_add(part);
        }
        widths.natural = widths.natural.max(line);
        widths.word = widths.word.max(word);
        widths.cut_word = widths.cut_word.max(part);
    }
    widths
}

//! A paragraph as a row of items: pieces of words, spaces, places where a line may end, drawn things.

use super::cuts::{self, Cut, CutKind};
use super::looks::{self, Look, Looked};
use super::stretch::LETTERS_GROW;
use super::{How, Style, Tools};
use crate::fonts::Fonts;
use crate::lengths::{mm, pt, scaled};
use crate::pages::{Face, Length, MissingGlyph};
use crate::typo::{BREAK, NO_BREAK, OBJECT};
use crate::words::{self, Word};
use document::{Dotted, Inline, Text};
use std::ops::Range;

/// A word of one look, shaped.
pub struct Unit {
    /// How it looks.
    pub look: Look,
    /// Its signs.
    pub text: String,
    /// Its glyphs.
    pub glyphs: Word,
}

/// A piece of a paragraph.
pub enum Item {
    /// Some glyphs of a unit.
    Piece {
        /// Which unit.
        unit: usize,
        /// Which glyphs.
        glyphs: Range<usize>,
        /// How wide.
        width: Length,
        /// How much its letters may grow.
        letters: Length,
    },
    /// A space.
    Space {
        /// How it looks.
        look: Look,
        /// Which space.
        sign: char,
        /// How wide, before justification.
        width: Length,
        /// Whether a line may end there.
        breaks: bool,
        /// Whether it may grow or shrink.
        stretches: bool,
    },
    /// Inside a word, a place where a line may end.
    Cut {
        /// Why.
        kind: CutKind,
        /// How the hyphen looks.
        look: Look,
        /// Whether it would part a value of the dossier.
        named: bool,
    },
    /// A drawn thing.
    Object {
        /// Its inline.
        inline: usize,
        /// Which words of an « à compléter » label, in bytes.
        words: Range<usize>,
        /// How wide; for the rest of a line, how wide at least.
        width: Length,
        /// Whether it takes what the line leaves.
        rest: bool,
    },
    /// A line ends here.
    Break,
}

/// The items of a paragraph.
pub struct Items {
    /// The words.
    pub units: Vec<Unit>,
    /// The items, in order.
    pub items: Vec<Item>,
    /// Signs that no face has.
    pub missing: Vec<MissingGlyph>,
}

/// Side of a check box.
pub const CHECK: Length = pt(80);
/// From a check box to its word.
const CHECK_GAP: Length = pt(40);
/// Before a check box that follows words.
const CHECK_BEFORE: Length = pt(120);
/// Size of the words of an « à compléter » box.
pub const BOX_SIZE: Length = pt(85);
/// From the side of that box to its words.
pub const BOX_INSET: Length = pt(30);
/// Beside that box, so that a bracket or a comma does not touch it.
pub const BOX_MARGIN: Length = pt(12);
/// The least that a dotted line over the rest of a line takes.
const LEAST_REST: Length = mm(20);
/// Longer words are shaped in parts, in bytes: nobody writes them, but a file may hold them.
const LONGEST: usize = 400;

/// Cuts a paragraph into items.
pub fn build(
    tools: &mut Tools<'_>,
    inlines: &[Inline],
    style: Style,
    how: How,
    measure: Length,
) -> Items {
    let (signs, missing) = looks::looked(tools.fonts, inlines, style);
    let items = Items {
        units: Vec::new(),
        items: Vec::with_capacity(signs.len() / 2),
        missing,
    };
    let mut builder = Builder {
        tools,
        inlines,
        how,
        measure,
        items,
    };
    builder.signs(&signs);
    builder.items
}

struct Builder<'a, 'b> {
    tools: &'a mut Tools<'b>,
    inlines: &'a [Inline],
    how: How,
    measure: Length,
    items: Items,
}

impl Builder<'_, '_> {
    fn signs(&mut self, signs: &[Looked]) {
        let mut at = 0;
        while let Some(first) = signs.get(at) {
            match first.sign {
                BREAK => self.items.items.push(Item::Break),
                OBJECT => {
                    self.seam(first.look);
                    self.object(first.look.inline);
                }
                ' ' | NO_BREAK => self.space(first, signs.get(at + 1)),
                _ => {
                    let end = at + unit_length(&signs[at..]);
                    self.seam(first.look);
                    self.unit(&signs[at..end], is_bound(signs, at..end));
                    at = end;
                    continue;
                }
            }
            at += 1;
        }
    }

    /// Where a word touches another of another look, a drawn thing, or a space that does not break, a line may end if
    /// together they are wider than the measure.
    fn seam(&mut self, look: Look) {
        let apart = match self.items.items.last() {
            Some(Item::Space { breaks, .. }) => *breaks,
            Some(Item::Piece { .. } | Item::Object { .. }) => false,
            _ => true,
        };
        let (kind, named) = (CutKind::Anywhere, false);
        let cut = (!apart).then_some(Item::Cut { kind, look, named });
        self.items.items.extend(cut);
    }

    fn space(&mut self, space: &Looked, next: Option<&Looked>) {
        let Looked { sign, look, .. } = *space;
        let natural = self.space_width(look.face, look.size);
        let before_check =
            next.is_some_and(|next| next.sign == OBJECT && self.is_check(next.look.inline));
        let after_check = matches!(self.items.items.last(), Some(Item::Object { inline, .. }) if self.is_check(*inline));
        let (width, breaks, stretches) = match (after_check, before_check) {
            (true, _) => (CHECK_GAP, false, false),
            (false, true) => (CHECK_BEFORE, true, false),
            (false, false) => (natural, sign == ' ', true),
        };
        self.items.items.push(Item::Space {
            look,
            sign,
            width,
            breaks,
            stretches,
        });
    }

    fn space_width(&self, face: Face, size: Length) -> Length {
        let glyph = self.tools.fonts.glyph(face, ' ').unwrap_or(0);
        scaled(self.tools.fonts.width(face, glyph), size)
    }

    fn is_check(&self, inline: usize) -> bool {
        matches!(self.inlines.get(inline), Some(Inline::Check { .. }))
    }

    fn unit(&mut self, signs: &[Looked], bound: bool) {
        let look = signs[0].look;
        // Most letters of French take one byte, a few two.
        let mut text = String::with_capacity(signs.len() + 4);
        text.extend(signs.iter().map(|looked| looked.sign));
        let glyphs = self.tools.words.shape(self.tools.fonts, look.face, &text);
        let named = matches!(&self.inlines[look.inline], Inline::Text(Text { fields, .. }) if !fields.is_empty());
        let kept = named || (bound && cuts::is_dated(&text));
        let mut cuts = self.cuts(&text, signs, words::width(&glyphs, look.size), !kept);
        for cut in cuts.iter_mut().filter(|_| bound) {
            if cut.kind == CutKind::Syllable {
                cut.kind = CutKind::Bound;
            }
        }
        let unit = self.items.units.len();
        self.items.units.push(Unit { look, text, glyphs });
        self.pieces(unit, &cuts, named);
    }

    fn cuts(&self, text: &str, signs: &[Looked], width: Length, plain: bool) -> Vec<Cut> {
        if width > self.measure {
            return cuts::merged(cuts::anywhere(text), cuts::of_address(text));
        }
        if signs.iter().any(|looked| looked.verbatim) {
            return cuts::of_address(text);
        }
        cuts::of_word(text, self.how == How::Justified && plain)
    }

    /// The pieces of a unit, cut where its glyphs can be parted: a ligature is never split.
    fn pieces(&mut self, unit: usize, cuts: &[Cut], named: bool) {
        let Items { units, items, .. } = &mut self.items;
        let Unit { look, glyphs, .. } = &units[unit];
        let mut start = 0;
        let push = |from: usize, to: usize, items: &mut Vec<Item>| {
            let width = words::width(&glyphs[from..to], look.size);
            let letters = narrow(count(to - from) * i64::from(look.size) * LETTERS_GROW / 1000);
            items.push(Item::Piece {
                unit,
                glyphs: from..to,
                width,
                letters,
            });
        };
        for cut in cuts {
            let found = glyphs.partition_point(|glyph| (glyph.cluster as usize) < cut.at);
            let parts = glyphs
                .get(found)
                .is_some_and(|glyph| glyph.cluster as usize == cut.at);
            if parts && found > start {
                push(start, found, items);
                items.push(Item::Cut {
                    kind: cut.kind,
                    look: *look,
                    named,
                });
                start = found;
            }
        }
        push(start, glyphs.len(), items);
    }

    fn object(&mut self, inline: usize) {
        let (width, rest) = match &self.inlines[inline] {
            Inline::Dotted {
                what: Dotted::Place,
                ..
            } => (mm(52), false),
            Inline::Dotted {
                what: Dotted::Date, ..
            } => (mm(42), false),
            Inline::Dotted {
                what: Dotted::Rest, ..
            } => (LEAST_REST, true),
            Inline::ToComplete { label, .. } => return self.blank_box(inline, label),
            _ => (CHECK, false),
        };
        let width = width.min(self.measure);
        self.items.items.push(Item::Object {
            inline,
            words: 0..0,
            width,
            rest,
        });
    }

    /// An « à compléter » box; a label wider than the measure takes several boxes.
    fn blank_box(&mut self, inline: usize, label: &str) {
        let look = Look {
            face: Face::Sans,
            size: BOX_SIZE,
            rise: 0,
            inline,
        };
        let widest = self.measure.saturating_sub(2 * (BOX_INSET + BOX_MARGIN));
        let mut part = 0..0;
        for word in words_of(label) {
            let grown = part.start..word.end;
            if part.end > 0 && self.label_width(&label[grown.clone()]) > widest {
                self.push_box(inline, part);
                let width = self.space_width(look.face, look.size);
                self.items.items.push(Item::Space {
                    look,
                    sign: ' ',
                    width,
                    breaks: true,
                    stretches: false,
                });
                part = word;
            } else {
                part = grown;
            }
        }
        self.push_box(inline, part);
    }

    fn push_box(&mut self, inline: usize, words: Range<usize>) {
        let Some(Inline::ToComplete { label, .. }) = self.inlines.get(inline) else {
            return;
        };
        let width = self.label_width(&label[words.clone()]) + 2 * (BOX_INSET + BOX_MARGIN);
        self.items.items.push(Item::Object {
            inline,
            words,
            width,
            rest: false,
        });
    }

    fn label_width(&mut self, label: &str) -> Length {
        let label = drawable(self.tools.fonts, label);
        let tools = &mut *self.tools;
        let glyphs = tools.words.shape(tools.fonts, Face::Sans, &label);
        words::width(&glyphs, BOX_SIZE)
    }
}

/// Whether a word holds to a neighbour, as « l’exemplaire » in « l’exemplaire 1/2 »: it is hyphenated when nothing
/// else does. A word before « : » holds to nothing.
fn is_bound(signs: &[Looked], word: Range<usize>) -> bool {
    let at = |rank: Option<usize>| {
        rank.and_then(|rank| signs.get(rank))
            .map(|looked| looked.sign)
    };
    let after = at(Some(word.end)) == Some(NO_BREAK) && at(Some(word.end + 1)) != Some(':');
    after || at(word.start.checked_sub(1)) == Some(NO_BREAK)
}

/// How many signs make one unit: same look, no space; mails apart from what surrounds them.
fn unit_length(signs: &[Looked]) -> usize {
    let first = &signs[0];
    let mut bytes = 0;
    let same = |looked: &&Looked| {
        bytes += looked.sign.len_utf8();
        let word = !matches!(looked.sign, ' ' | NO_BREAK | BREAK | OBJECT);
        word && looked.look == first.look && looked.verbatim == first.verbatim && bytes < LONGEST
    };
    signs.iter().take_while(same).count().max(1)
}

/// The words of a box, a sign that the face lacks shown as « ? »: they are the modèle's own, and short. An archive
/// takes no U+FFFD in its text (ISO 19005-2, 6.2.11.7), typed or not.
pub fn drawable(fonts: &Fonts, label: &str) -> String {
    let drawn = |sign: char| match fonts.glyph(Face::Sans, sign) {
        Some(_) if sign != char::REPLACEMENT_CHARACTER => sign,
        _ => '?',
    };
    label.chars().map(drawn).collect()
}

fn count(glyphs: usize) -> i64 {
    i64::try_from(glyphs).unwrap_or(i64::MAX)
}

fn narrow(length: i64) -> Length {
    Length::try_from(length).unwrap_or(Length::MAX)
}

/// The words of a label, in bytes.
fn words_of(label: &str) -> Vec<Range<usize>> {
    let start = |word: &str| word.as_ptr() as usize - label.as_ptr() as usize;
    label
        .split_whitespace()
        .map(|word| start(word)..start(word) + word.len())
        .collect()
}

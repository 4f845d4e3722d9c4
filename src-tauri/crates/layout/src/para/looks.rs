//! The look of each sign of a paragraph: face, size, and what replaces a sign that no face has.

use super::{Family, Style};
use crate::fonts::Fonts;
use crate::pages::{Face, Length, MissingGlyph};
use crate::typo::{self, BREAK, Dressed, OBJECT};
use document::{Inline, Text};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// How some signs look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The face.
    pub face: Face,
    /// The size.
    pub size: Length,
    /// How far above the baseline.
    pub rise: Length,
    /// The inline they come from.
    pub inline: usize,
}

/// A sign and how it looks.
#[derive(Clone, Copy, Debug)]
pub struct Looked {
    /// The sign.
    pub sign: char,
    /// Its look.
    pub look: Look,
    /// Whether it belongs to a mail or an address.
    pub verbatim: bool,
}

/// The signs of a paragraph, dressed and looked after; and those that no face has.
pub fn looked(fonts: &Fonts, inlines: &[Inline], style: Style) -> (Vec<Looked>, Vec<MissingGlyph>) {
    let (signs, sources) = signs(inlines);
    let mut out = Vec::with_capacity(signs.len() + 16);
    let mut missing = Vec::new();
    for dressed in typo::dress(&signs) {
        let inline = sources[dressed.from];
        put(
            fonts,
            &inlines[inline],
            style,
            (dressed, inline),
            &mut out,
            &mut missing,
        );
    }
    (out, missing)
}

/// The signs as they come in, and the inline of each.
pub fn signs(inlines: &[Inline]) -> (Vec<char>, Vec<usize>) {
    let most = inlines.iter().map(length).sum();
    let (mut signs, mut sources) = (Vec::with_capacity(most), Vec::with_capacity(most));
    for (rank, inline) in inlines.iter().enumerate() {
        match inline {
            Inline::Text(text) => push_words(&mut signs, &text.words),
            Inline::Break => signs.push(BREAK),
            _ => signs.push(OBJECT),
        }
        sources.resize(signs.len(), rank);
    }
    (signs, sources)
}

/// How many signs an inline has at most.
fn length(inline: &Inline) -> usize {
    match inline {
        Inline::Text(text) => text.words.len(),
        _ => 1,
    }
}

/// The words, composed (é is one sign). A line feed in them is a line break; the signs that stand here for
/// something else become the sign « replacement », so that data never passes for a drawn thing.
fn push_words(signs: &mut Vec<char>, words: &str) {
    let plain = |sign: char| match sign {
        '\n' | '\u{85}' | '\u{2029}' => BREAK,
        OBJECT => char::REPLACEMENT_CHARACTER,
        sign => sign,
    };
    if words.is_ascii() || is_nfc_quick(words.chars()) == IsNormalized::Yes {
        signs.extend(words.chars().map(plain));
    } else {
        signs.extend(words.nfc().map(plain));
    }
}

fn put(
    fonts: &Fonts,
    inline: &Inline,
    style: Style,
    (dressed, rank): (Dressed, usize),
    out: &mut Vec<Looked>,
    missing: &mut Vec<MissingGlyph>,
) {
    let Dressed { sign, verbatim, .. } = dressed;
    let Inline::Text(text) = inline else {
        let look = look(face(style, &Text::default()), style, false, rank);
        out.push(Looked {
            sign,
            look,
            verbatim,
        });
        return;
    };
    let raised = dressed.raised || text.raised;
    let wanted = face(style, text);
    if sign == BREAK {
        out.push(Looked {
            sign,
            look: look(wanted, style, raised, rank),
            verbatim,
        });
    } else if let Some(face) = having(fonts, wanted, sign) {
        out.push(Looked {
            sign,
            look: look(face, style, raised, rank),
            verbatim,
        });
    } else {
        let look = look(wanted, style, raised, rank);
        out.extend(code(sign).chars().map(|sign| Looked {
            sign,
            look,
            verbatim: true,
        }));
        missing.push(MissingGlyph {
            sign,
            fields: text.fields.clone(),
        });
    }
}

/// What stands for a sign that no face has: « [U+1F600] ».
fn code(sign: char) -> String {
    format!("[U+{:04X}]", u32::from(sign))
}

/// The face wanted by a text: bold wins over italic, and the sans has no italic.
fn face(style: Style, text: &Text) -> Face {
    match (style.family, style.bold || text.bold, text.italic) {
        (Family::Serif, true, _) => Face::SerifBold,
        (Family::Serif, false, true) => Face::SerifItalic,
        (Family::Serif, false, false) => Face::Serif,
        (Family::Sans, true, _) => Face::SansBold,
        (Family::Sans, false, _) => Face::Sans,
    }
}

/// The face wanted, or its like of the other voice, when it has the sign. Controls are never drawn, nor is what no
/// archive takes in its text, even where a face has a glyph for it (ISO 19005-2, 6.2.11.7).
fn having(fonts: &Fonts, wanted: Face, sign: char) -> Option<Face> {
    if sign.is_control()
        || matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2061}'..='\u{206f}')
        || stands_for_nothing(sign)
    {
        return None;
    }
    let other = match wanted {
        Face::Serif | Face::SerifItalic => Face::Sans,
        Face::SerifBold => Face::SansBold,
        Face::Sans => Face::Serif,
        Face::SansBold => Face::SerifBold,
    };
    [wanted, other]
        .into_iter()
        .find(|face| fonts.glyph(*face, sign).is_some())
}

/// Whether a sign says nothing that can be read: what remains of a letter read in a wrong encoding, a private sign, a
/// mark of byte order.
fn stands_for_nothing(sign: char) -> bool {
    matches!(sign, '\u{feff}' | '\u{fffd}'..='\u{ffff}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}

/// Raised letters are 0.64 of the size, 0.36 em above the baseline (`page.md` §2).
fn look(face: Face, style: Style, raised: bool, inline: usize) -> Look {
    if raised {
        let size = style.size * 64 / 100;
        let rise = style.size * 36 / 100;
        return Look {
            face,
            size,
            rise,
            inline,
        };
    }
    Look {
        face,
        size: style.size,
        rise: 0,
        inline,
    }
}

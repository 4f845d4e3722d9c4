//! French typography, set with the page and never stored: spaces that do not break, apostrophes, raised
//! letters (`page.md` §10).
//!
//! Works on the signs of a whole block, whatever their style, and says for each sign where it comes from.
//! Knows no font and no length.

mod bonds;
mod lists;
mod marks;
mod verbatim;

/// No-break space.
pub const NO_BREAK: char = '\u{a0}';
/// Narrow no-break space.
pub const NARROW: char = '\u{202f}';
/// Hyphen that does not break.
pub const BOUND_HYPHEN: char = '\u{2011}';
/// Stands for a line break in the signs of a block.
pub const BREAK: char = '\u{2028}';
/// Stands for a drawn thing (dotted line, box) in the signs of a block.
pub const OBJECT: char = '\u{fffc}';

/// A sign as it will be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dressed {
    /// The sign.
    pub sign: char,
    /// The sign of the input whose style it takes.
    pub from: usize,
    /// Whether it is raised, as « er » in « 1er ».
    pub raised: bool,
    /// Whether it is part of a mail or an address of the web, which keep their signs.
    pub verbatim: bool,
}

/// Dresses the signs of a block.
pub fn dress(signs: &[char]) -> Vec<Dressed> {
    let mut dressed = cleaned(signs);
    verbatim::mark(&mut dressed);
    let mut dressed = marks::spaced(&dressed);
    bonds::bind(&mut dressed);
    bonds::bind_hyphens(&mut dressed);
    bonds::raise_ordinals(&mut dressed);
    dressed
}

/// One space for several, none at either end of a line; signs that show nothing are left out.
fn cleaned(signs: &[char]) -> Vec<Dressed> {
    let mut kept: Vec<Dressed> = Vec::with_capacity(signs.len());
    for (from, &sign) in signs
        .iter()
        .enumerate()
        .filter(|(_, sign)| !shows_nothing(**sign))
    {
        let sign = if is_blank(sign) { ' ' } else { sign };
        match (sign, kept.last().map(|last| last.sign)) {
            (' ', None | Some(' ' | BREAK)) => continue,
            (BREAK, Some(' ')) => drop(kept.pop()),
            _ => {}
        }
        kept.push(Dressed {
            sign,
            from,
            raised: false,
            verbatim: false,
        });
    }
    if kept.last().is_some_and(|last| last.sign == ' ') {
        kept.pop();
    }
    kept
}

/// Spaces that people type or paste and that break a line.
fn is_blank(sign: char) -> bool {
    matches!(
        sign,
        '\t' | '\r' | '\u{b}' | '\u{c}' | '\u{1680}' | '\u{2000}'
            ..='\u{200a}' | '\u{205f}' | '\u{3000}'
    )
}

/// Signs that never show: joiners, variation selectors, byte order mark, hyphens that a word processor left.
fn shows_nothing(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
}

/// Whether a sign is a space of any kind, line break excluded.
fn is_space(sign: char) -> bool {
    matches!(sign, ' ' | NO_BREAK | NARROW)
}

#[cfg(test)]
mod tests;

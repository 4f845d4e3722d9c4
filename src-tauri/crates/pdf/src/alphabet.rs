//! The alphabet of a file: the code of each text that its pages show, the same in all its faces.
//!
//! One alphabet, so that one table from codes to texts serves every face. A code is one byte while a file has few
//! texts, which is nearly always: French then stands at its own places of Latin-1, streams are half as long, and the
//! space is stretched by `Tw`, which acts on the one-byte code 32 alone (ISO 32000-1, 9.3.3). Else it is two bytes.

use crate::syntax::escaped;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::RangeInclusive;

/// More texts than this need codes of two bytes.
const MOST_NARROW: usize = 250;
/// Codes that stand for themselves, as in Latin-1.
const LATIN: [RangeInclusive<u16>; 2] = [0x20..=0x7e, 0xa0..=0xff];
/// Entries in a block of a table, as Adobe's CMap specification asks.
const BLOCK: usize = 100;
/// The one-byte code of the space.
pub const SPACE: u16 = 0x20;

/// A text, and which of its glyphs: two glyphs of one face that stand for one text have two codes.
pub type Key = (String, u16);

/// The codes of a file.
pub struct Alphabet {
    codes: BTreeMap<Key, u16>,
    /// Whether codes have two bytes.
    pub wide: bool,
}

impl Alphabet {
    /// Gives each text its code: the same texts, the same codes. None for more texts than two bytes can tell.
    pub fn of(mut codes: BTreeMap<Key, u16>) -> Option<Self> {
        let wide = codes.len() > MOST_NARROW;
        if wide {
            for (code, place) in (1..=u16::MAX).zip(codes.values_mut()) {
                *place = code;
            }
            return (codes.len() < usize::from(u16::MAX)).then_some(Self { codes, wide });
        }
        let mut taken = [false; 256];
        taken[usize::from(SPACE)] = true;
        for (key, place) in &mut codes {
            *place = latin(key).unwrap_or(0);
            taken[usize::from(*place)] = true;
        }
        let mut free = free(&taken);
        for place in codes.values_mut().filter(|place| **place == 0) {
            *place = free.next()?;
        }
        Some(Self { codes, wide })
    }

    /// The code of a text; 0, which is never used, for one that is not in the file.
    pub fn code(&self, key: &Key) -> u16 {
        self.codes.get(key).copied().unwrap_or(0)
    }

    /// From codes to texts (ISO 32000-1, 9.10.3).
    pub fn to_unicode(&self) -> Vec<u8> {
        let texts = self.texts();
        let (mut chars, mut ranges) = (Vec::new(), Vec::new());
        for run in texts.chunk_by(follows) {
            let [(first, text), ..] = run else { continue };
            let (first, last) = (self.hex(*first), run.last().map_or(0, |last| last.0));
            match run.len() {
                1 => chars.push(format!("{first}{}\n", units(text))),
                _ => ranges.push(format!("{first}{}{}\n", self.hex(last), units(text))),
            }
        }
        let (first, last) = (self.hex(0), self.hex(if self.wide { 0xffff } else { 0xff }));
        let mut body = format!("1 begincodespacerange\n{first}{last}\nendcodespacerange\n");
        blocks(&mut body, "bfrange", &ranges);
        blocks(&mut body, "bfchar", &chars);
        resource("Adobe-Identity-UCS", "UCS", 2, &body)
    }

    /// From codes of one byte to characters of the faces, each its own (ISO 32000-1, 9.7.5.4).
    pub fn one_byte() -> Vec<u8> {
        let body = "1 begincodespacerange\n<00><FF>\nendcodespacerange\n1 begincidrange\n<00><FF>0\nendcidrange\n";
        resource(ONE_BYTE, "Identity", 1, body)
    }

    /// Each code and its text, in order. Codes of Latin-1 that no text uses keep theirs: ranges are then shorter.
    fn texts(&self) -> Vec<(u16, String)> {
        let mut texts = BTreeMap::new();
        if !self.wide {
            let latin = LATIN.into_iter().flatten();
            texts.extend(
                latin.map(|code| (code, char::from_u32(u32::from(code)).into_iter().collect())),
            );
        }
        for ((text, _), code) in &self.codes {
            // A later glyph of a cluster has no text of its own; its code still needs one that shows nothing.
            let text = if text.is_empty() { "\u{200b}" } else { text };
            texts.insert(*code, text.to_owned());
        }
        texts.into_iter().collect()
    }

    fn hex(&self, code: u16) -> String {
        if self.wide {
            format!("<{code:04X}>")
        } else {
            format!("<{code:02X}>")
        }
    }
}

/// Writes a code as it stands in a string; two bytes for a wide one.
pub fn put(code: u16, wide: bool, bytes: &mut Vec<u8>) {
    let [high, low] = code.to_be_bytes();
    if wide {
        escaped(high, bytes);
    }
    escaped(low, bytes);
}

/// The name of the table of [`Alphabet::one_byte`].
pub const ONE_BYTE: &str = "One-Byte-Identity";

/// The place of a text in Latin-1, if it has one.
fn latin((text, rank): &Key) -> Option<u16> {
    let mut signs = text.chars();
    let (sign, None, 0) = (signs.next()?, signs.next(), *rank) else {
        return None;
    };
    let code = u16::try_from(u32::from(sign)).ok()?;
    LATIN
        .iter()
        .any(|range| range.contains(&code))
        .then_some(code)
}

/// Codes left, those outside Latin-1 first. Ends of lines, that a string would change, are left out.
fn free(taken: &[bool; 256]) -> impl Iterator<Item = u16> {
    let all = (0x80..0xa0)
        .chain(1..0x20)
        .chain(0x7f..0x80)
        .chain(0xa0..=0xff)
        .chain(0x21..0x7f);
    all.filter(|code| !taken[usize::from(*code)] && !matches!(code, 10 | 13))
}

/// Whether a code and its text are the next ones, in one range: the last byte of a text does not turn over.
fn follows((one, text): &(u16, String), (next, next_text): &(u16, String)) -> bool {
    let single = |text: &str| {
        let mut units = text.encode_utf16();
        units.next().filter(|_| units.next().is_none())
    };
    let texts = single(text).zip(single(next_text));
    let steps =
        texts.is_some_and(|(text, next)| next.checked_sub(1) == Some(text) && next & 0xff != 0);
    one + 1 == *next && next & 0xff != 0 && steps
}

fn units(text: &str) -> String {
    let hex: String = text
        .encode_utf16()
        .map(|unit| format!("{unit:04X}"))
        .collect();
    format!("<{hex}>")
}

fn blocks(body: &mut String, kind: &str, lines: &[String]) {
    for block in lines.chunks(BLOCK) {
        let _ = write!(
            body,
            "{} begin{kind}\n{}end{kind}\n",
            block.len(),
            block.concat()
        );
    }
}

/// What stands round the ranges of a table.
fn resource(name: &str, ordering: &str, kind: u8, body: &str) -> Vec<u8> {
    format!(
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering({ordering})\
         /Supplement 0>>def\n/CMapName/{name} def/CMapType {kind} def\n{body}endcmap CMapName currentdict/CMap \
         defineresource pop end end"
    )
    .into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alphabet(texts: impl IntoIterator<Item = String>) -> Alphabet {
        Alphabet::of(texts.into_iter().map(|text| ((text, 0), 0)).collect()).unwrap()
    }

    #[test]
    fn french_stands_where_latin_has_it() {
        let few = alphabet(["é", "A", " ", "œ", "ffi", "\u{202f}"].map(str::to_owned));
        let code = |text: &str| few.code(&(text.to_owned(), 0));
        assert_eq!([code("é"), code("A"), code(" ")], [0xe9, 0x41, SPACE]);
        assert!(
            [code("œ"), code("ffi"), code("\u{202f}")]
                .iter()
                .all(|code| (0x80..0xa0).contains(code))
        );
        assert_eq!(code("z"), 0);
        let table = String::from_utf8(few.to_unicode()).unwrap();
        assert!(
            table.contains("<20><7E><0020>") && table.contains("<006600660069>"),
            "{table}"
        );
    }

    #[test]
    fn two_glyphs_of_one_text_have_two_codes() {
        let codes = BTreeMap::from([(("a".to_owned(), 0), 0), (("a".to_owned(), 1), 0)]);
        let both = Alphabet::of(codes).unwrap();
        assert_ne!(
            both.code(&("a".to_owned(), 0)),
            both.code(&("a".to_owned(), 1))
        );
    }

    #[test]
    fn many_texts_take_two_bytes() {
        let signs = |count: u32| {
            alphabet(
                (0x100..0x100 + count)
                    .filter_map(char::from_u32)
                    .map(String::from),
            )
        };
        assert!(!signs(250).wide);
        let many = signs(400);
        let mut bytes = Vec::new();
        put(many.code(&("\u{100}".to_owned(), 0)), many.wide, &mut bytes);
        assert!(many.wide && bytes.len() == 2);
        let codes: std::collections::BTreeSet<u16> = many.codes.values().copied().collect();
        assert_eq!(codes.len(), 400);
    }
}

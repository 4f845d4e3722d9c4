//! Gathers what will stand cut: of each face, the glyphs that were shown and the texts they stood for.

use super::{MARK, sum};
use crate::deflate;
use crate::program::program;
use crate::programs::prefix;
use crate::shown::{Coded, Texts, Used, alphabet, coded, each, places, used};
use layout::pages::Face;
use layout::{Fonts, Pages};
use std::collections::BTreeMap;

/// What is gathered so far.
#[derive(Default)]
pub struct GatheredFaces(BTreeMap<Face, BTreeMap<u16, Vec<String>>>);

impl GatheredFaces {
    /// All that pages show.
    pub fn add(&mut self, pages: &Pages) {
        for (face, glyphs) in used(pages) {
            for (glyph, text) in each(&glyphs) {
                self.insert(face, glyph, text);
            }
        }
    }

    /// A sign that names may have, in every face that is shown.
    pub fn add_sign(&mut self, sign: char, fonts: &Fonts) {
        let faces: Vec<Face> = self.0.keys().copied().collect();
        for face in faces {
            if let Some(glyph) = fonts.glyph(face, sign) {
                self.insert(face, glyph, sign.encode_utf8(&mut [0; 4]));
            }
        }
    }

    fn insert(&mut self, face: Face, glyph: u16, text: &str) {
        let texts = self.0.entry(face).or_default().entry(glyph).or_default();
        if let Err(place) = texts.binary_search_by(|known| known.as_str().cmp(text)) {
            texts.insert(place, text.to_owned());
        }
    }

    /// The table; none if a face cannot be cut, or the texts are too many for codes of one byte.
    pub fn bytes(&self, fonts: &Fonts) -> Option<Vec<u8>> {
        let shown: Used<'_> = self
            .0
            .iter()
            .map(|(face, all)| (*face, borrowed(all)))
            .collect();
        let alphabet = alphabet(shown.values())?;
        let mut table = MARK.to_vec();
        put(&mut table, &alphabet.to_unicode())?;
        for (face, glyphs) in &shown {
            let (bytes, coded) = (fonts.bytes(*face), coded(glyphs, &alphabet));
            let parsed = ttf_parser::Face::parse(bytes, 0).ok()?;
            let program = program(&parsed, places(&coded))?;
            put_face(&mut table, (*face, sum(bytes)?), &coded, &program)?;
        }
        (!alphabet.wide).then_some(table)
    }
}

fn borrowed(glyphs: &BTreeMap<u16, Vec<String>>) -> Texts<'_> {
    let own = glyphs.iter();
    own.map(|(glyph, texts)| (*glyph, texts.iter().map(String::as_str).collect()))
        .collect()
}

fn put_face(
    table: &mut Vec<u8>,
    (face, (size, sum)): (Face, (u32, u32)),
    coded: &[Coded<'_>],
    program: &[u8],
) -> Option<()> {
    for number in [face as u32, size, sum, u32::try_from(coded.len()).ok()?] {
        table.extend(number.to_le_bytes());
    }
    for (glyph, text, code) in coded {
        table.extend(u32::from(*glyph).to_le_bytes());
        table.extend(u32::from(*code).to_le_bytes());
        put(table, text.as_bytes())?;
    }
    table.extend(u32::try_from(program.len()).ok()?.to_le_bytes());
    put(table, prefix(program).as_bytes())?;
    put(table, &deflate::packed_small(program)?)
}

fn put(table: &mut Vec<u8>, bytes: &[u8]) -> Option<()> {
    table.extend(u32::try_from(bytes.len()).ok()?.to_le_bytes());
    table.extend(bytes);
    Some(())
}

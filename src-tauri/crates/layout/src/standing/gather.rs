//! Gathers what will stand set: of the paragraphs and words of documents set in earnest, those that owe nothing to a
//! dossier.

use super::bytes::{WIDE, Writer};
use super::table::{MARK, NOTHING, first_of, first_place};
use crate::fonts::ShapedGlyph;
use crate::pages::Face;
use crate::para::{Line, Piece, Setting};
use crate::typo::NO_BREAK;
use std::collections::BTreeMap;

/// What is gathered so far, by key.
#[derive(Default)]
pub struct Gathered(BTreeMap<Vec<u8>, Vec<u8>>);

impl Gathered {
    /// A paragraph, if it owes nothing to a dossier; of its words those that owe it nothing either and that `shaped` knows
    /// whole.
    pub(crate) fn paragraph<'w>(
        &mut self,
        key: &str,
        setting: &Setting,
        shaped: impl Fn(Face, &str) -> Option<&'w [ShapedGlyph]>,
        is_theirs: impl Fn(&str) -> bool,
    ) {
        let all: Vec<String> = setting.lines.iter().map(Line::words).collect();
        let mut writer = Writer::default();
        if !is_theirs(&all.join(" ")) && writer.setting(setting).is_some() {
            self.0.insert(key.as_bytes().to_vec(), writer.0);
        }
        for (face, text) in bare_words(setting) {
            for word in text.split([' ', NO_BREAK]).filter(|word| !is_theirs(word)) {
                let mut writer = Writer::default();
                if shaped(face, word)
                    .and_then(|glyphs| writer.word(glyphs))
                    .is_some()
                {
                    let key = [&[first_of(face)], word.as_bytes()].concat();
                    self.0.insert(key, writer.0);
                }
            }
        }
    }

    /// The table. The index has room for twice what there is, so that one seldom looks twice.
    pub fn bytes(&self) -> Vec<u8> {
        let places = (self.0.len() * 2).next_power_of_two();
        let mut index = vec![NOTHING; places];
        let mut entries = Writer::default();
        let before = MARK.len() + WIDE + places * WIDE;
        for (key, value) in &self.0 {
            let mut place = first_place(key, places).unwrap_or(0);
            while index[place] != NOTHING {
                place = (place + 1) & (places - 1);
            }
            index[place] = narrow(before + entries.0.len());
            entries.text(key);
            entries.0.extend(value);
        }
        let mut table = Writer(MARK.to_vec());
        table.wide(narrow(places));
        for at in index {
            table.wide(at);
        }
        table.0.extend(entries.0);
        table.0
    }
}

/// The words of each run that owes nothing to a dossier.
fn bare_words(setting: &Setting) -> Vec<(Face, String)> {
    let pieces = setting.lines.iter().flat_map(|line| &line.pieces);
    let bare = pieces.filter_map(|piece| match piece {
        Piece::Run(run) if run.fields.is_empty() => Some(run),
        _ => None,
    });
    let words = bare.map(|run| {
        let signs = run.glyphs.iter().map(|glyph| glyph.text.as_str());
        (run.face, signs.collect())
    });
    words.collect()
}

/// A table takes some hundreds of thousands of bytes.
fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

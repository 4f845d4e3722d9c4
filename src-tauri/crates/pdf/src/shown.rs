//! What pages show of each face: its glyphs, the texts that each stands for, and the code of each.

use crate::alphabet::{Alphabet, Key};
use layout::Pages;
use layout::pages::{Draw, Face, Glyph};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// The texts of each glyph of a face, in order.
pub type Texts<'a> = BTreeMap<u16, Vec<&'a str>>;

/// For each face, the texts of each of its glyphs that the pages show.
pub type Used<'a> = BTreeMap<Face, Texts<'a>>;

/// What the pages show.
pub fn used(pages: &Pages) -> Used<'_> {
    let mut seen: BTreeMap<Face, Seen<'_>> = BTreeMap::new();
    let body = pages.pages.iter().flat_map(|page| &page.draws);
    for draw in body.chain(pages.furniture.iter().flatten().flatten()) {
        if let Draw::Glyphs(run) = draw {
            let seen = seen.entry(run.face).or_default();
            run.glyphs.iter().for_each(|glyph| seen.see(glyph));
        }
    }
    seen.into_iter()
        .map(|(face, seen)| (face, seen.sorted()))
        .collect()
}

/// The glyphs of a face that were seen, and their texts.
#[derive(Default)]
struct Seen<'a> {
    /// For each glyph, by its index, its place in the list, from 1; 0 for one not seen.
    places: Vec<u16>,
    texts: Vec<(u16, Vec<&'a str>)>,
}

impl<'a> Seen<'a> {
    fn see(&mut self, glyph: &'a Glyph) {
        let (id, text) = (usize::from(glyph.id), glyph.text.as_str());
        if id >= self.places.len() {
            self.places.resize(id + 1, 0);
        }
        if self.places[id] == 0 {
            self.texts.push((glyph.id, Vec::new()));
            self.places[id] = u16::try_from(self.texts.len()).unwrap_or(0);
        }
        let place = usize::from(self.places[id]).saturating_sub(1);
        let Some((_, texts)) = self.texts.get_mut(place) else {
            return;
        };
        // The text of a sign is nearly always kept at one place.
        let is_it = |known: &&str| std::ptr::eq(*known, text) || *known == text;
        if !texts.iter().any(is_it) {
            texts.push(text);
        }
    }

    fn sorted(self) -> Texts<'a> {
        let sorted = |(glyph, mut texts): (u16, Vec<&'a str>)| {
            texts.sort_unstable();
            (glyph, texts)
        };
        self.texts.into_iter().map(sorted).collect()
    }
}

/// The key of each glyph and text: the glyphs that one text has are told by their rank.
fn keys(glyphs: &Texts<'_>) -> Vec<(u16, Key)> {
    let mut ranks: FxHashMap<&str, u16> = FxHashMap::default();
    let each = glyphs
        .iter()
        .flat_map(|(glyph, texts)| texts.iter().map(|text| (*glyph, *text)));
    each.map(|(glyph, text)| {
        let rank = ranks.entry(text).and_modify(|rank| *rank += 1).or_insert(0);
        (glyph, (text.to_owned(), *rank))
    })
    .collect()
}

/// Each glyph and text of a face, in order.
pub fn each<'t, 'a>(glyphs: &'t Texts<'a>) -> impl Iterator<Item = (u16, &'a str)> + use<'t, 'a> {
    let all = glyphs.iter();
    all.flat_map(|(glyph, texts)| texts.iter().map(|text| (*glyph, *text)))
}

/// A glyph, a text it stands for, their code.
pub type Coded<'a> = (u16, &'a str, u16);

/// The code of each glyph and text of a face.
pub fn coded<'a>(glyphs: &Texts<'a>, alphabet: &Alphabet) -> Vec<Coded<'a>> {
    let keys = keys(glyphs).into_iter().zip(each(glyphs));
    keys.map(|((_, key), (glyph, text))| (glyph, text, alphabet.code(&key)))
        .collect()
}

/// The glyph at each code. Glyph 0 is that of a missing sign: never used, always there.
pub fn places(coded: &[Coded<'_>]) -> Vec<Option<u16>> {
    let mut places = vec![Some(0)];
    for (glyph, _, code) in coded {
        let code = usize::from(*code);
        places.resize(places.len().max(code + 1), None);
        places[code] = Some(*glyph);
    }
    places
}

/// The codes of all that some faces show; none as for [`Alphabet::of`].
pub fn alphabet<'a>(faces: impl Iterator<Item = &'a Texts<'a>>) -> Option<Alphabet> {
    let keys = faces.flat_map(keys).map(|(_, key)| (key, 0));
    Alphabet::of(keys.collect())
}

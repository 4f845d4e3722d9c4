//! Every glyph of a file stands where the layout put it: the streams are read as a reader does, operator by operator.

#![allow(clippy::unwrap_used)] // A test may panic, its helpers too.

mod blocks;
mod sample;

use document::{Block, Document, Inline};
use layout::pages::{Draw, GlyphRun, Page};
use layout::{Memo, Pages, typeset};
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Object, ObjectId};
use pdf::Originals;
use sample::{about, fonts, keep};
use std::collections::BTreeMap;

/// A glyph: how far right and up its origin is, in points; the size it has.
type Place = (f64, f64, f64);

/// What nobody sees, in thousandths of the size; then what is lost by writing three decimals.
const UNSEEN: f64 = 2.5;
const ROUNDED: f64 = 0.002;

/// A font as a reader needs it.
struct Font {
    widths: BTreeMap<u16, f64>,
    wide: bool,
}

/// What a reader keeps while it reads.
#[derive(Default)]
struct Reader {
    fonts: BTreeMap<String, Font>,
    font: String,
    size: f64,
    letters: f64,
    spaces: f64,
    start: (f64, f64),
    turned: bool,
    gone: f64,
    places: Vec<Place>,
}

impl Reader {
    fn read(&mut self, operation: &Operation) {
        let number = |rank: usize| f64::from(operation.operands[rank].as_float().unwrap());
        match operation.operator.as_str() {
            "BT" => self.begin((0.0, 0.0), false),
            "Td" => self.begin((self.start.0 + number(0), self.start.1 + number(1)), false),
            "Tm" => self.begin((number(4), number(5)), number(0) == 0.0),
            "Tf" => {
                let name = operation.operands[0].as_name().unwrap();
                (self.font, self.size) = (String::from_utf8(name.to_vec()).unwrap(), number(1));
            }
            "Tc" => self.letters = number(0),
            "Tw" => self.spaces = number(0),
            "Tj" => self.show(&operation.operands[0]),
            "TJ" => {
                let items = operation.operands[0].as_array().unwrap();
                items.iter().for_each(|item| self.show(item));
            }
            _ => {}
        }
    }

    fn begin(&mut self, start: (f64, f64), turned: bool) {
        (self.start, self.turned, self.gone) = (start, turned, 0.0);
    }

    fn show(&mut self, item: &Object) {
        let Ok(codes) = item.as_str() else {
            self.gone -= f64::from(item.as_float().unwrap()) / 1000.0 * self.size;
            return;
        };
        let font = &self.fonts[&self.font];
        for code in codes.chunks(if font.wide { 2 } else { 1 }) {
            let code = code
                .iter()
                .fold(0, |code, byte| code << 8 | u16::from(*byte));
            let (right, up) = if self.turned {
                (0.0, self.gone)
            } else {
                (self.gone, 0.0)
            };
            self.places
                .push((self.start.0 + right, self.start.1 + up, self.size));
            self.gone += font.widths[&code] / 1000.0 * self.size + self.letters;
            if code == 32 && !font.wide {
                self.gone += self.spaces;
            }
        }
    }
}

/// Where a reader puts the glyphs of a page.
fn read(file: &lopdf::Document, page: ObjectId) -> Vec<Place> {
    let mut reader = Reader {
        fonts: all_fonts(file, page),
        ..Reader::default()
    };
    let bytes = file.get_page_content(page);
    let content = Content::decode(&bytes).unwrap();
    content
        .operations
        .iter()
        .for_each(|operation| reader.read(operation));
    reader.places
}

fn all_fonts(file: &lopdf::Document, page: ObjectId) -> BTreeMap<String, Font> {
    let fonts = file.get_page_fonts(page).unwrap().into_iter();
    fonts
        .map(|(name, font)| (String::from_utf8(name).unwrap(), one_font(file, font)))
        .collect()
}

fn one_font(file: &lopdf::Document, font: &Dictionary) -> Font {
    let below = font.get(b"DescendantFonts").unwrap().as_array().unwrap();
    let below = file.dereference(&below[0]).unwrap().1.as_dict().unwrap();
    let mut widths = BTreeMap::new();
    for pair in below.get(b"W").unwrap().as_array().unwrap().chunks(2) {
        let first = u16::try_from(pair[0].as_i64().unwrap()).unwrap();
        let each = pair[1].as_array().unwrap().iter();
        widths.extend((first..).zip(each.map(|width| f64::from(width.as_float().unwrap()))));
    }
    let wide = font.get(b"Encoding").unwrap().as_name().is_ok();
    Font { widths, wide }
}

/// Where the layout put the glyphs of a page: the body's, then those of an original.
fn set(page: &Page, own: &[Draw]) -> Vec<Place> {
    let mut places = Vec::new();
    for draw in page.draws.iter().chain(own) {
        if let Draw::Glyphs(run) = draw {
            put(page, run, &mut places);
        }
    }
    places
}

fn put(page: &Page, run: &GlyphRun, places: &mut Vec<Place>) {
    let points = |length: i32| f64::from(length) / 1000.0;
    let mut gone = 0;
    for glyph in run.glyphs.iter() {
        let (right, up) = if run.turned { (0, gone) } else { (gone, 0) };
        places.push((
            points(run.x + right),
            points(page.height - run.y + up),
            points(run.size),
        ));
        gone += glyph.advance;
    }
}

/// Each glyph of a document stands in its place, as near as is allowed; how many there are.
fn check(name: &str, document: &Document) -> usize {
    let fonts = fonts();
    let pages: Pages = typeset(document, &fonts, &mut Memo::default());
    let bytes = pdf::write(&pages, &fonts, &about(Originals::All)).unwrap();
    keep(&format!("places-{name}.pdf"), &bytes);
    let file = lopdf::Document::load_mem(&bytes).unwrap();
    let mut count = 0;
    for (rank, (_, id)) in file.get_pages().into_iter().enumerate() {
        let (original, page) = (rank / pages.pages.len(), rank % pages.pages.len());
        let expected = set(&pages.pages[page], &pages.furniture[original][page]);
        let found = read(&file, id);
        assert_eq!(found.len(), expected.len(), "page {rank}");
        for (found, expected) in found.iter().zip(&expected) {
            let allowed = expected.2 * UNSEEN / 1000.0 + ROUNDED;
            let far = (found.0 - expected.0)
                .abs()
                .max((found.1 - expected.1).abs());
            assert!(
                far <= allowed && (found.2 - expected.2).abs() < ROUNDED,
                "page {rank}: {found:?}, {expected:?}"
            );
        }
        count += found.len();
    }
    count
}

#[test]
fn every_glyph_stands_where_it_was_set() {
    assert!(check("whole", &blocks::whole(2, true)) > 2_000);
}

/// Lines that spread, shrink and hang, titles that are kerned, letters that are raised, lines turned along the margin.
#[test]
fn lines_never_drift() {
    let words = "L’académie arrête avec la commune, d’ici le 1er septembre, l’avenant AVT n° 7 : « Tout va. » ";
    let paragraph = |times: usize| Block::Paragraph(vec![Inline::words(words.repeat(times))]);
    let mut blocks = vec![blocks::heading(
        1,
        "Article 1",
        "Vœux, Yvelines et AVANT-PROPOS",
    )];
    blocks.extend((1..=24).map(paragraph));
    let mut document = blocks::of(blocks);
    document.mark = Some(document::Mark::Draft {
        margin: "PROJET · version 2 · ne pas signer".to_owned(),
    });
    assert!(check("lines", &document) > 20_000);
}

/// So many signs that codes have two bytes: spaces are then made up for one by one.
#[test]
fn codes_of_two_bytes_stand_as_well() {
    let signs = (0xa1..0x250)
        .filter_map(char::from_u32)
        .filter(|sign| sign.is_alphabetic());
    let words: String = signs.flat_map(|sign| [sign, 'a', ' ']).collect();
    let document = blocks::of(vec![Block::Paragraph(vec![Inline::words(words)])]);
    assert!(check("wide", &document) > 800);
}

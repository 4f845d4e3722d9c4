//! What was set before, so that an edit pays only for what changed. Holds no page.

use crate::fonts::Fonts;
use crate::numbers::{Asking, Numbers};
use crate::pages::Length;
use crate::para::{self, How, Setting, Style, Tools, Widths};
use crate::standing::{Gathered, Standing};
use crate::words::Words;
use document::Inline;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// A paragraph not asked for during this many typesettings is forgotten.
const KEPT_FOR: u32 = 24;

/// Words and paragraphs set before, kept between two calls of [`crate::typeset`]. Good for one set of faces.
#[derive(Default)]
pub struct Memo {
    standing: Standing,
    words: Words,
    settings: FxHashMap<String, Kept>,
    round: u32,
    hits: usize,
}

struct Kept {
    setting: Arc<Setting>,
    round: u32,
}

impl Memo {
    /// A memo of which some stands set already.
    pub fn over(standing: Standing) -> Self {
        Self {
            standing,
            words: Words::over(standing),
            ..Self::default()
        }
    }

    /// Gathers of what is kept all that owes nothing to a dossier: prints none of its fields, nor words that `is_theirs`
    /// knows for those of a dossier all the same (the head of a page bears no field).
    pub fn gather(&self, gathered: &mut Gathered, is_theirs: impl Fn(&str) -> bool) {
        for (key, kept) in &self.settings {
            let shaped = |face, word: &str| self.words.known(face, word);
            gathered.paragraph(key, &kept.setting, shaped, &is_theirs);
        }
    }

    /// Begins a typesetting.
    pub(crate) fn begin(&mut self) {
        self.round = self.round.wrapping_add(1);
        self.hits = 0;
    }

    /// Ends a typesetting: forgets what has not been asked for in a while.
    pub(crate) fn end(&mut self) {
        let round = self.round;
        self.settings
            .retain(|_, kept| round.wrapping_sub(kept.round) < KEPT_FOR);
    }

    /// The lines of a paragraph set before.
    fn setting(&mut self, key: &str) -> Option<Arc<Setting>> {
        let kept = self.settings.get_mut(key)?;
        kept.round = self.round;
        self.hits += 1;
        Some(Arc::clone(&kept.setting))
    }

    /// Keeps the lines of a paragraph.
    fn keep(&mut self, key: String, setting: Arc<Setting>) {
        self.settings.insert(
            key,
            Kept {
                setting,
                round: self.round,
            },
        );
    }

    /// How many paragraphs of the last typesetting had been set before, and how many are kept.
    pub fn reuse(&self) -> (usize, usize) {
        (self.hits, self.settings.len())
    }
}

/// Where texts are set: the faces, and what was set before.
pub(crate) struct Shop<'a> {
    /// The faces.
    pub fonts: &'a Fonts,
    /// Words and paragraphs set before.
    pub memo: &'a mut Memo,
    /// The page numbers that the texts print.
    pub numbers: Numbers,
}

impl<'a> Shop<'a> {
    /// A shop where no page number is known.
    pub fn new(fonts: &'a Fonts, memo: &'a mut Memo) -> Self {
        Self {
            fonts,
            memo,
            numbers: Numbers::default(),
        }
    }

    /// Sets inlines in a measure, page numbers in their places; what was set before is handed out again.
    pub fn set(
        &mut self,
        inlines: &[Inline],
        style: Style,
        how: How,
        measure: Length,
    ) -> Arc<Setting> {
        let Some(numbered) = self.numbers.within(inlines) else {
            return self.set_words(inlines, style, how, measure);
        };
        let setting = self.set_words(&numbered, style, how, measure);
        self.numbers.note(Asking {
            inlines: inlines.to_vec(),
            way: (style, how, measure),
            setting: Arc::clone(&setting),
        });
        setting
    }

    fn set_words(
        &mut self,
        inlines: &[Inline],
        style: Style,
        how: How,
        measure: Length,
    ) -> Arc<Setting> {
        let key = para::key(inlines, style, how, measure);
        if let Some(setting) = self.memo.setting(&key) {
            return setting;
        }
        let standing = self.memo.standing.setting(&key);
        let setting =
            standing.unwrap_or_else(|| para::set(&mut self.tools(), inlines, style, how, measure));
        let setting = Arc::new(setting);
        self.memo.keep(key, Arc::clone(&setting));
        setting
    }

    /// How wide inlines are by themselves.
    pub fn widths(&mut self, inlines: &[Inline], style: Style) -> Widths {
        let numbered = self.numbers.within(inlines);
        let inlines = numbered.as_deref().unwrap_or(inlines);
        para::widths(&mut self.tools(), inlines, style)
    }

    fn tools(&mut self) -> Tools<'_> {
        Tools {
            fonts: self.fonts,
            words: &mut self.memo.words,
        }
    }
}

#[test]
fn what_was_set_is_handed_out_again() {
    use crate::lengths::{mm, pt};
    use document::Text;
    let style = Style {
        family: para::Family::Serif,
        bold: false,
        size: pt(105),
        black: 100,
    };
    let fonts = crate::fonts::tests::shipped();
    let mut memo = Memo::default();
    let mut shop = Shop::new(&fonts, &mut memo);
    let words = "La convention prend effet à la date de la dernière signature.";
    let first = shop.set(&[Inline::words(words)], style, How::Justified, mm(142));
    let second = shop.set(&[Inline::words(words)], style, How::Justified, mm(142));
    assert!(Arc::ptr_eq(&first, &second));
    let bold = Text {
        words: words.into(),
        bold: true,
        ..Text::default()
    };
    let third = shop.set(&[Inline::Text(bold)], style, How::Justified, mm(142));
    assert!(!Arc::ptr_eq(&first, &third));
}

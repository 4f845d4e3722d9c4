//! What was set before, so that an edit pays only for what changed. Holds no page.

use crate::para::Setting;
use crate::words::Words;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// A paragraph not asked for during this many typesettings is forgotten.
const KEPT_FOR: u32 = 24;

/// Words and paragraphs set before, kept between two calls of [`crate::typeset`]. Good for one set of faces.
#[derive(Default)]
pub struct Memo {
    /// Words, shaped.
    pub(crate) words: Words,
    settings: FxHashMap<String, Kept>,
    round: u32,
    hits: usize,
}

struct Kept {
    setting: Arc<Setting>,
    round: u32,
}

impl Memo {
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
    pub(crate) fn setting(&mut self, key: &str) -> Option<Arc<Setting>> {
        let kept = self.settings.get_mut(key)?;
        kept.round = self.round;
        self.hits += 1;
        Some(Arc::clone(&kept.setting))
    }

    /// Keeps the lines of a paragraph.
    pub(crate) fn keep(&mut self, key: String, setting: Arc<Setting>) {
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

//! Items that follow each other, gathered in lists once conditions are applied.

use document::{Block, Inline, List, ListItem};

/// The list under way.
#[derive(Default)]
pub(super) struct Gathering(List);

impl Gathering {
    /// Adds an item; gives back the list before it when this one begins another.
    pub(super) fn add(&mut self, second: bool, lettered: bool, text: Vec<Inline>) -> Option<Block> {
        let item = ListItem {
            text,
            below: Vec::new(),
        };
        match self.0.items.last_mut() {
            Some(last) if second => {
                last.below.push(item);
                None
            }
            Some(_) if self.0.lettered != lettered => {
                let before = self.end();
                self.begin(lettered, item);
                before
            }
            _ => {
                self.begin(lettered, item);
                None
            }
        }
    }

    fn begin(&mut self, lettered: bool, item: ListItem) {
        self.0.lettered = lettered;
        self.0.items.push(item);
    }

    /// The list, when there is one.
    pub(super) fn end(&mut self) -> Option<Block> {
        let list = std::mem::take(&mut self.0);
        (!list.items.is_empty()).then_some(Block::List(list))
    }
}

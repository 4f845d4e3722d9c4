//! `::: saisie`: values to be copied elsewhere, in the order of what they are copied into.

use super::FillError;
use super::blocks::{is_blank, or_dash};
use super::run::Filler;
use crate::source::{Entries, What};
use crate::values::Scope;
use document::{Block, EntryRow, Inline};

impl Filler<'_> {
    /// A group of values, its rows numbered 1.1, 1.2…; one that conditions leave without a row is not printed.
    pub(super) fn entries(
        &mut self,
        entries: &Entries,
        scope: &Scope,
    ) -> Result<Vec<Block>, FillError> {
        let group = self.groups + 1;
        let mut rows = Vec::new();
        for (part, scope) in self.flat(&entries.body, scope)? {
            let What::Pair { label, value } = &part.what else {
                continue;
            };
            let name = self.inlines(label, &scope)?;
            let value = self.inlines(value, &scope)?;
            if !is_blank(&name) {
                rows.push(EntryRow {
                    number: format!("{group}.{}", rows.len() + 1),
                    name,
                    value: or_dash(value),
                });
            }
        }
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        self.groups = group;
        Ok(vec![Block::Entries(document::Entries {
            label: vec![Inline::words(entries.label.as_str())],
            title: vec![Inline::words(entries.title.as_str())],
            box_title: entries.box_title.clone(),
            rows,
        })])
    }
}

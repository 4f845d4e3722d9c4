//! A page of signature for each party (`page.md` §6): opened as an annexe, « Partie 3/12 » in the margin, then
//! who the party is, the sentence that ties the page to the act, « Fait à », the blocks, and what follows them.

use super::FillError;
use super::flat::Step;
use super::run::Filler;
use super::words::joined;
use crate::source::{Part, What};
use crate::values::Scope;
use document::{Annexe, Blank, Block, Inline, SignatureBlock, Signatures};

/// One party's page: its rank among all, the names it is filled with, its blocks.
pub(super) struct Sheet {
    pub(super) rank: usize,
    pub(super) count: usize,
    pub(super) scope: Scope,
    pub(super) blocks: Vec<SignatureBlock>,
}

/// Whether the parts before the first `===` have a title: only then is each page an opening of its own.
pub(super) fn is_titled(before: &[Part]) -> bool {
    before
        .iter()
        .any(|part| matches!(part.what, What::Title(_)))
}

impl Filler<'_> {
    /// Sets a party's page aside, among the annexes and without their numbers.
    pub(super) fn sheet(
        &mut self,
        sheet: Sheet,
        before: &[Part],
        after: &[Part],
    ) -> Result<(), FillError> {
        let label = format!("Partie {}/{}", sheet.rank, sheet.count);
        self.place = format!("page de signature {}/{}", sheet.rank, sheet.count);
        let mut steps = self.flat(before, &sheet.scope)?;
        let title = self.sheet_title(&mut steps)?;
        let done = self.last_paragraph(&mut steps)?;
        let mut blocks = self.steps(steps)?;
        blocks.push(Block::Signatures(Signatures {
            done,
            blocks: sheet.blocks,
            keep_last_article: false,
            blank: Blank::Convention,
        }));
        blocks.extend(self.blocks(after, &sheet.scope)?);
        let page = Annexe {
            label,
            title,
            blocks,
            ..Annexe::default()
        };
        self.annexes.push((String::new(), page));
        Ok(())
    }

    fn sheet_title(&mut self, steps: &mut Vec<Step<'_>>) -> Result<Vec<Inline>, FillError> {
        let is_title = |(part, _): &Step<'_>| matches!(part.what, What::Title(_));
        let Some(at) = steps.iter().position(is_title) else {
            return Ok(Vec::new());
        };
        let (part, scope) = steps.remove(at);
        match &part.what {
            What::Title(text) => self.inlines(text, &scope),
            _ => Ok(Vec::new()),
        }
    }

    /// « Fait à … » is the last alinéa before the blocks; it is kept with them.
    fn last_paragraph(&mut self, steps: &mut Vec<Step<'_>>) -> Result<Vec<Inline>, FillError> {
        let is_last = |step: &Step<'_>| matches!(step.0.what, What::Paragraph(_));
        if !steps.last().is_some_and(is_last) {
            return Ok(Vec::new());
        }
        match steps.pop() {
            Some((
                Part {
                    what: What::Paragraph(text),
                    ..
                },
                scope,
            )) => Ok(joined(vec![self.inlines(text, &scope)?])),
            _ => Ok(Vec::new()),
        }
    }
}

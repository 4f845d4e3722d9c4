//! `::: signatures libres`: blocks where people sign who are no party, such as a secretary of the session.

use super::FillError;
use super::run::Filler;
use super::words::joined;
use crate::source::{FreeSignatures, Part, What};
use crate::values::Scope;
use document::{Blank, Block, SignatureAsk, SignatureBlock, Signatures};

impl Filler<'_> {
    /// What is before the first `===` is said before the blocks; then a block between two `===`.
    pub(super) fn free_signatures(
        &mut self,
        signatures: &FreeSignatures,
        scope: &Scope,
    ) -> Result<Vec<Block>, FillError> {
        self.place = "signatures".to_owned();
        let is_divider = |part: &Part| matches!(part.what, What::Divider);
        let mut bodies = signatures.body.split(is_divider);
        let done = joined(self.paragraphs(bodies.next().unwrap_or_default(), scope)?);
        let mut blocks = Vec::new();
        for body in bodies {
            let stamped = signatures.stamps.get(blocks.len()).copied().unwrap_or(true);
            blocks.extend(self.free_block(body, signatures.dated, stamped, scope)?);
        }
        self.place = self.base();
        let is_letter = blocks.len() == 1 && done.is_empty() && !signatures.dated;
        Ok(vec![Block::Signatures(Signatures {
            done,
            blocks,
            keep_last_article: false,
            blank: if is_letter { Blank::Letter } else { Blank::Act },
        })])
    }

    /// Two lines: for whom, the name; three: for whom, the quality, the name.
    fn free_block(
        &mut self,
        body: &[Part],
        dated: bool,
        stamped: bool,
        scope: &Scope,
    ) -> Result<Option<SignatureBlock>, FillError> {
        let mut lines = self.paragraphs(body, scope)?;
        let Some(name) = lines.pop() else {
            return Ok(None);
        };
        let mut lines = lines.into_iter();
        Ok(Some(SignatureBlock {
            party: lines.next().unwrap_or_default(),
            quality: lines.next().unwrap_or_default(),
            name,
            dated,
            asks: if stamped {
                SignatureAsk::SignatureAndStamp
            } else {
                SignatureAsk::Signature
            },
        }))
    }
}

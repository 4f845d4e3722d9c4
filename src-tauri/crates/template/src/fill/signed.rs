//! The parties of a convention, and where they sign.

use super::FillError;
use super::blocks::is_blank;
use super::run::Filler;
use crate::declared::{Copies, PartyRole, Signable};
use crate::source::{Part, What};
use crate::values::Scope;
use document::{Blank, Block, Dotted, Inline, Parties, PartyBlock, SignatureBlock, Signatures};

impl Filler<'_> {
    /// `::: parties`: what is before `===` for each signing party, then the sentence that closes.
    pub(super) fn parties(
        &mut self,
        sided: bool,
        anchor: &str,
        body: &[Part],
        scope: &Scope,
    ) -> Result<Block, FillError> {
        self.anchored(anchor, "parties");
        self.place = "parties".to_owned();
        let (each, closing) = divided(body);
        let template = self.template;
        let signing: Vec<_> = template
            .parties
            .iter()
            .filter(|party| party.role == PartyRole::Signatory)
            .collect();
        let sides = sided && signing.len() == 2;
        let mut parties = Parties::default();
        for (rank, party) in signing.iter().enumerate() {
            let Some(scope) = party_scope(scope, &party.key, rank) else {
                continue;
            };
            let mut lines = self.paragraphs(each, &scope)?;
            let term = lines.pop().unwrap_or_default();
            let part = if sides {
                vec![Inline::words(side(rank))]
            } else {
                Vec::new()
            };
            let word = if rank == 0 { "Entre" } else { "et" }.to_owned();
            parties.parties.push(PartyBlock {
                word,
                identity: joined(lines),
                term,
                part,
            });
        }
        parties.closing = joined(self.paragraphs(closing, scope)?);
        self.place = self.base();
        Ok(Block::Parties(parties))
    }

    /// `::: signatures`. A modèle that may not be signed has none.
    pub(super) fn signatures(
        &mut self,
        of: &[String],
        dated: bool,
        page_each: bool,
        body: &[Part],
        scope: &Scope,
    ) -> Result<Vec<Block>, FillError> {
        if matches!(self.template.signable, Signable::No(_)) {
            return Ok(Vec::new());
        }
        self.place = "signatures".to_owned();
        let (done, each) = divided(body);
        let done = joined(self.paragraphs(done, scope)?);
        let template = self.template;
        let keys = if of.is_empty() {
            &template.originals.addressees
        } else {
            of
        };
        let mut blocks = Vec::new();
        for (rank, key) in keys.iter().enumerate() {
            let Some(scope) = party_scope(scope, key, rank) else {
                continue;
            };
            blocks.push(self.signature(each, dated, &scope)?);
        }
        self.place = self.base();
        Ok(self.signature_pages(done, blocks, page_each))
    }

    fn signature(
        &mut self,
        each: &[Part],
        dated: bool,
        scope: &Scope,
    ) -> Result<SignatureBlock, FillError> {
        let mut lines = self.paragraphs(each, scope)?.into_iter();
        let mut next = || lines.next().unwrap_or_default();
        let (party, quality, name) = (next(), next(), next());
        let unknown = || {
            vec![Inline::Dotted {
                what: Dotted::Rest,
                fields: Vec::new(),
            }]
        };
        Ok(SignatureBlock {
            party,
            quality,
            name: if is_blank(&name) { unknown() } else { name },
            dated,
        })
    }

    /// All the blocks together, or a page for each.
    fn signature_pages(
        &self,
        done: Vec<Inline>,
        blocks: Vec<SignatureBlock>,
        page_each: bool,
    ) -> Vec<Block> {
        let blank = if self.declared.copies == Copies::Originals {
            Blank::Convention
        } else {
            Blank::Act
        };
        let keep_last_article = self.counter.has_articles() && !page_each;
        let made = |blocks| {
            Block::Signatures(Signatures {
                done: done.clone(),
                blocks,
                keep_last_article,
                blank,
            })
        };
        if !page_each {
            return vec![made(blocks)];
        }
        blocks
            .into_iter()
            .flat_map(|block| [Block::PageBreak, made(vec![block])])
            .collect()
    }

    /// The paragraphs of a body, those without a word left out.
    fn paragraphs(&mut self, body: &[Part], scope: &Scope) -> Result<Vec<Vec<Inline>>, FillError> {
        let mut paragraphs = Vec::new();
        for (part, scope) in self.flat(body, scope)? {
            if let What::Paragraph(text) = &part.what {
                paragraphs.push(self.inlines(text, &scope)?);
            }
        }
        paragraphs.retain(|paragraph| !is_blank(paragraph));
        Ok(paragraphs)
    }
}

/// What is before and after `===`.
fn divided(body: &[Part]) -> (&[Part], &[Part]) {
    match body
        .iter()
        .position(|part| matches!(part.what, What::Divider))
    {
        Some(at) => (&body[..at], &body[at + 1..]),
        None => (body, &[]),
    }
}

fn party_scope(scope: &Scope, key: &str, rank: usize) -> Option<Scope> {
    scope
        .party(key)
        .map(|party| scope.turn("partie", party, rank + 1))
}

fn side(rank: usize) -> &'static str {
    if rank == 0 {
        "d’une part,"
    } else {
        "d’autre part,"
    }
}

fn joined(lines: Vec<Vec<Inline>>) -> Vec<Inline> {
    lines
        .into_iter()
        .reduce(|mut all, line| {
            all.push(Inline::Break);
            all.extend(line);
            all
        })
        .unwrap_or_default()
}

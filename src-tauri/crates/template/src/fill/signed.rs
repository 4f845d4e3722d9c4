//! The parties of a convention, and where they sign.

use super::FillError;
use super::blocks::is_blank;
use super::run::Filler;
use super::sheets::{Sheet, is_titled};
use super::words::joined;
use crate::declared::{Copies, PartyRole};
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
        let signing = self.signing_parties(scope);
        let sides = sided && signing.len() == 2;
        let mut parties = Parties::default();
        for (rank, scope) in signing.iter().enumerate() {
            let mut lines = self.paragraphs(each, scope)?;
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
        if self.template.forbids(&self.declared.key).is_some() {
            return Ok(Vec::new());
        }
        let (before, rest) = divided(body);
        let (each, after) = divided(rest);
        let titled = page_each && is_titled(before);
        self.place = "signatures".to_owned();
        let done = if titled {
            Vec::new()
        } else {
            joined(self.paragraphs(before, scope)?)
        };
        let mut made = Vec::new();
        for (party, signatories) in self.signing(of, scope) {
            self.place = "signatures".to_owned();
            let block = |scope| self.signature(each, dated, scope);
            let blocks = signatories.iter().map(block);
            made.push((party, blocks.collect::<Result<Vec<_>, _>>()?));
        }
        let set = if titled {
            self.sheets(made, before, after)?
        } else {
            let blocks = made.into_iter().map(|(_, blocks)| blocks).collect();
            self.signature_pages(done, blocks, page_each)
        };
        self.place = self.base();
        Ok(set)
    }

    /// The parties that sign, in order, each with the names its signatories' lines are filled with.
    fn signing(&self, of: &[String], scope: &Scope) -> Vec<(Scope, Vec<Scope>)> {
        let keys = if of.is_empty() {
            &self.template.originals.addressees
        } else {
            of
        };
        let mut signing = Vec::new();
        for key in keys {
            for (at, party) in scope.parties_of(key).into_iter().enumerate() {
                let rank = signing.len() + 1;
                let turn = |value| scope.turn("partie", value, rank);
                let signatories = scope.signing_for(key, at).into_iter().map(turn).collect();
                signing.push((turn(party), signatories));
            }
        }
        signing
    }

    /// The names of each party that signs, in the order of the text.
    fn signing_parties(&self, scope: &Scope) -> Vec<Scope> {
        let declared = self.facts.parties.iter();
        let signing = declared.filter(|party| party.role == PartyRole::Signatory);
        let parties = signing.flat_map(|party| scope.parties_of(&party.key));
        parties
            .enumerate()
            .map(|(rank, party)| scope.turn("partie", party, rank + 1))
            .collect()
    }

    /// A page for each party, set aside: none stands in the body.
    fn sheets(
        &mut self,
        made: Vec<(Scope, Vec<SignatureBlock>)>,
        before: &[Part],
        after: &[Part],
    ) -> Result<Vec<Block>, FillError> {
        let count = made.len();
        for (rank, (scope, blocks)) in made.into_iter().enumerate() {
            let sheet = Sheet {
                rank: rank + 1,
                count,
                scope,
                blocks,
            };
            self.sheet(sheet, before, after)?;
        }
        Ok(Vec::new())
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
            ..SignatureBlock::default()
        })
    }

    /// All the blocks together, or a page for each party.
    fn signature_pages(
        &self,
        done: Vec<Inline>,
        blocks: Vec<Vec<SignatureBlock>>,
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
            return vec![made(blocks.concat())];
        }
        blocks
            .into_iter()
            .flat_map(|blocks| [Block::PageBreak, made(blocks)])
            .collect()
    }

    /// The paragraphs of a body, those without a word left out.
    pub(super) fn paragraphs(
        &mut self,
        body: &[Part],
        scope: &Scope,
    ) -> Result<Vec<Vec<Inline>>, FillError> {
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

fn side(rank: usize) -> &'static str {
    if rank == 0 {
        "d’une part,"
    } else {
        "d’autre part,"
    }
}

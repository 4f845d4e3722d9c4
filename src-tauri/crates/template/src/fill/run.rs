//! One document, filled: the order of the work, and what is noted on the way.

use super::FillError;
use super::initials::Initials;
use super::numbers::{Counter, Label, Labels};
use crate::declared::{AnnexeDecl, DocumentDecl, Template};
use crate::expr::{EvalError, Expr};
use crate::pieces::Edition;
use crate::source::{Part, What};
use crate::values::{DocumentFacts, Facts, Scope};
use document::{Annexe, Block, Document, Inline, Opening};
use domain::dossier::Dossier;
use domain::dossier::choices::TextSource;
use domain::record::Path;
use domain::values::Why;
use minijinja::value::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What was noted of a field while it was printed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Noted {
    /// It is empty.
    Missing,
    /// It does not read.
    Unread(Why),
    /// It is left to be filled by hand.
    ByHand,
    /// It is printed.
    Printed,
}

/// A note: the field, what was found, the place where it is printed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Note {
    pub(crate) path: String,
    pub(crate) what: Noted,
    pub(crate) place: String,
}

/// A document filled, and all that was noted.
#[derive(Debug, Default)]
pub(crate) struct Filled {
    pub(crate) document: Document,
    pub(crate) notes: Vec<Note>,
    /// Where each anchor is: « article 11 ».
    pub(crate) places: BTreeMap<String, String>,
    /// Anchors that are cited and that a condition removed, with the place of the citation.
    pub(crate) lost: Vec<(String, String)>,
    /// Annexes that stand in the document and that no sentence calls: key, label.
    pub(crate) uncalled: Vec<(String, String)>,
    /// To whom a copy of a message goes, a line each.
    pub(crate) copies: Vec<Vec<Inline>>,
}

impl Filled {
    /// The fields that are printed and empty.
    pub(crate) fn missing(&self) -> Vec<Path> {
        let missing = self.notes.iter().filter(|note| note.what == Noted::Missing);
        missing.map(|note| Path::new(note.path.as_str())).collect()
    }
}

/// Fills a document.
///
/// # Errors
/// When there is no such document, or an expression has no value.
pub(crate) fn run(
    template: &Template,
    dossier: &Dossier,
    document: &str,
    edition: impl Into<Edition>,
) -> Result<Filled, FillError> {
    let declared = template
        .document(document)
        .ok_or_else(|| FillError::NoDocument(document.to_owned()))?;
    let Edition {
        number,
        pieces,
        school,
    } = edition.into();
    let facts = Facts::of(
        template,
        dossier,
        DocumentFacts {
            key: document.to_owned(),
            edition: number,
            pieces: pieces.unwrap_or_else(|| template.uncounted(declared, dossier)),
            compared: if dossier.before.is_some() && !is_signed_first(declared) {
                crate::sequel::compare(template, dossier)
            } else {
                Default::default()
            },
            of_session: declared.of_session,
            per_school: declared.per_school,
            school,
        },
    );
    let before = match template.labels.of(document) {
        Some(before) => before,
        None => counted(template, declared, &facts)?,
    };
    let mut turn = Filler::of(template, declared, &facts, before);
    turn.all()?;
    // Numbers are nearly always those that were counted, or those of the dossier before; if not, they are known now.
    if turn.labels != turn.known {
        turn = Filler::of(template, declared, &facts, turn.labels);
        turn.all()?;
    }
    template.labels.keep(document, &turn.labels, &turn.known);
    Ok(turn.filled())
}

/// The labels of a first turn, which only counts.
fn counted(
    template: &Template,
    declared: &DocumentDecl,
    facts: &Arc<Facts>,
) -> Result<Labels, FillError> {
    let mut turn = Filler::of(template, declared, facts, Labels::new());
    turn.counts = true;
    turn.all()?;
    Ok(turn.labels)
}

/// A text that the parties sign first is compared, and compares nothing.
fn is_signed_first(declared: &DocumentDecl) -> bool {
    declared.sequels.is_empty()
}

/// The work under way.
pub(super) struct Filler<'a> {
    pub(super) template: &'a Template,
    pub(super) declared: &'a DocumentDecl,
    pub(super) facts: Arc<Facts>,
    /// Whether titles are only counted: sentences stay empty.
    pub(super) counts: bool,
    /// The labels of the turn before.
    pub(super) known: Labels,
    /// The labels of this turn.
    pub(super) labels: Labels,
    pub(super) counter: Counter,
    pub(super) file: String,
    pub(super) place: String,
    pub(super) opening: Opening,
    pub(super) notes: Vec<Note>,
    pub(super) cited: BTreeSet<String>,
    pub(super) lost: Vec<(String, String)>,
    pub(super) initials: Initials<'a>,
    /// Key and annexe; a page of signature has no key.
    pub(super) annexes: Vec<(String, Annexe)>,
    /// To whom a copy goes, a line each: read with the opening of a message.
    pub(super) copies: Vec<Vec<Inline>>,
    /// How many groups of values to be copied elsewhere there are so far.
    pub(super) groups: usize,
    pub(super) edges: Edges,
}

/// The body, and what stands at the edges of the pages.
#[derive(Default)]
pub(super) struct Edges {
    pub(super) header: Vec<Inline>,
    pub(super) footer: Vec<Inline>,
    pub(super) second: Vec<Inline>,
    pub(super) body: Vec<Block>,
}

impl<'a> Filler<'a> {
    fn of(
        template: &'a Template,
        declared: &'a DocumentDecl,
        facts: &Arc<Facts>,
        known: Labels,
    ) -> Self {
        Self {
            template,
            declared,
            facts: Arc::clone(facts),
            counts: false,
            known,
            labels: Labels::new(),
            counter: Counter::of(declared.numbering),
            file: declared.file.clone(),
            place: String::new(),
            opening: Opening::default(),
            notes: Vec::new(),
            cited: BTreeSet::new(),
            lost: Vec::new(),
            initials: Initials::of(&template.initials),
            annexes: Vec::new(),
            copies: Vec::new(),
            groups: 0,
            edges: Edges::default(),
        }
        .begun()
    }

    fn begun(mut self) -> Self {
        self.place = self.base();
        self
    }

    /// How the document is named as a place: « convention ».
    pub(super) fn base(&self) -> String {
        super::words::uncapital(&self.declared.title)
    }

    /// Whether the académie's own text stands for this document's body.
    pub(super) fn is_supplied(&self) -> bool {
        let supplied =
            self.facts.dossier.sheet.convention.source.value() == Some(&TextSource::Supplied);
        self.declared.may_be_supplied && supplied
    }

    /// Computes an expression.
    pub(super) fn eval(&self, expr: &Expr, scope: &Scope) -> Result<Value, FillError> {
        expr.eval(&scope.value())
            .map_err(|why| self.failed(expr, why))
    }

    /// An expression without value, with its file and line.
    pub(super) fn failed(&self, expr: &Expr, why: EvalError) -> FillError {
        FillError::Expression {
            file: self.file.clone(),
            line: expr.line(),
            why,
        }
    }

    fn all(&mut self) -> Result<(), FillError> {
        let template = self.template;
        let scope = Scope::of(&self.facts);
        let parts = template.texts.get(&self.declared.file).unwrap_or_default();
        let blocks = self.blocks(parts, &scope)?;
        let body = if self.is_supplied() {
            self.forget_body()
        } else if self.declared.annexes_only {
            self.set_body_aside()
        } else {
            blocks
        };
        self.annexes(&scope)?;
        self.finish(body, &scope)
    }

    /// The académie's text is not ours: what our body says of fields and articles does not count.
    fn forget_body(&mut self) -> Vec<Block> {
        self.opening = Opening::default();
        self.notes.clear();
        self.lost.clear();
        self.annexes.retain(|(key, _)| !key.is_empty());
        self.labels
            .retain(|anchor, _| anchor.starts_with("annexe-"));
        self.cited = self
            .declared
            .annexes
            .iter()
            .map(|key| format!("annexe-{key}"))
            .collect();
        Vec::new()
    }

    /// Only the annexes are made: they keep their numbers, and name articles as the text does.
    fn set_body_aside(&mut self) -> Vec<Block> {
        self.opening = Opening::default();
        self.notes.clear();
        self.lost.clear();
        Vec::new()
    }

    /// Sets an annexe aside, at its place; it is filled after the body.
    pub(super) fn place_annexe(&mut self, key: &str) {
        let before = self.annexes.iter().filter(|(key, _)| !key.is_empty());
        let label = format!("Annexe {}", before.count() + 1);
        let anchor = format!("annexe-{key}");
        self.labels
            .insert(anchor.clone(), Label::of(&super::words::uncapital(&label)));
        self.annexes.push((
            key.to_owned(),
            Annexe {
                label,
                anchor,
                ..Annexe::default()
            },
        ));
    }

    fn annexes(&mut self, scope: &Scope) -> Result<(), FillError> {
        let template = self.template;
        for rank in 0..self.annexes.len() {
            let key = self.annexes[rank].0.clone();
            let Some(declared) = template.annexes.iter().find(|annexe| annexe.key == key) else {
                continue;
            };
            self.annexe(rank, declared, scope)?;
        }
        Ok(())
    }

    fn annexe(
        &mut self,
        rank: usize,
        declared: &AnnexeDecl,
        scope: &Scope,
    ) -> Result<(), FillError> {
        let template = self.template;
        self.file.clone_from(&declared.file);
        self.place = super::words::uncapital(&self.annexes[rank].1.label);
        self.counter = Counter::of_annexe(declared.numbering, &self.place);
        let parts = template.texts.get(&declared.file).unwrap_or_default();
        let title = match parts.first() {
            Some(Part {
                what: What::Title(title),
                ..
            }) => self.inlines(title, scope)?,
            _ => Vec::new(),
        };
        let blocks = self.blocks(parts, scope)?;
        let turned = parts
            .iter()
            .any(|part| matches!(part.what, What::Landscape(_)));
        let annexe = &mut self.annexes[rank].1;
        (annexe.title, annexe.blocks, annexe.landscape) =
            (title, blocks, declared.landscape || turned);
        Ok(())
    }

    /// What stands at the edges of the pages; the body is kept for the end.
    fn finish(&mut self, body: Vec<Block>, scope: &Scope) -> Result<(), FillError> {
        let declared = self.declared;
        self.file.clone_from(&declared.origin);
        self.place = "en-tête".to_owned();
        let header = self.inlines(&declared.header, scope)?;
        self.place = "pied de page".to_owned();
        let footer = self.inlines(&declared.footer, scope)?;
        let second = self.inlines(&declared.footer_second, scope)?;
        self.edges = Edges {
            header,
            footer,
            second,
            body,
        };
        Ok(())
    }
}

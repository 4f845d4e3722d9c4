//! Counts what goes with a document: each piece is set as it will be printed, and its pages are counted.
//!
//! So a bordereau cannot say another number than the files have.

use crate::{Problem, Workshop, fr};
use document::{Document, Inline};
use domain::dossier::Dossier;
use domain::dossier::choices::{ActWriter, TextSource};
use domain::values::Date;
use layout::Pages;
use layout::pages::{Draw, NodeId, Owner, Page};
use template::{ACT, DocumentDecl, DocumentKey, Edition, Form, Piece, Template};

/// An edition of a document, with its pieces counted. `pieces` are the documents that go with it.
///
/// # Errors
/// The day is none, or a piece cannot be filled.
pub(crate) fn edition(
    workshop: &Workshop,
    (template, dossier): (&Template, &Dossier),
    key: &str,
    number: u32,
    pieces: &[DocumentKey],
    today: Date,
) -> Result<Edition, Problem> {
    let Some(declared) = template.document(key).filter(|it| !it.pieces.is_empty()) else {
        return Ok(number.into());
    };
    let mut counted = Vec::new();
    for piece in declared
        .pieces
        .iter()
        .filter(|piece| pieces.contains(piece))
    {
        let Some(piece) = template.document(piece) else {
            continue;
        };
        let draft = template::draft(template, dossier, &piece.key, 1, today, false);
        let document = draft.map_err(Problem::Fill)?;
        let pages = workshop.typeset(&document);
        counted.extend(of_document(piece, dossier, &document, &pages));
    }
    if declared.pieces.iter().any(|piece| piece == ACT) {
        counted.extend(supplied_act(dossier));
    }
    Ok(Edition {
        number,
        pieces: Some(counted),
        ..Edition::default()
    })
}

/// A document and each of its annexes. The académie's own text has the pages that its file has.
fn of_document(
    declared: &DocumentDecl,
    dossier: &Dossier,
    document: &Document,
    pages: &Pages,
) -> Vec<Piece> {
    let copies = u32::try_from(document.originals.len().max(1)).unwrap_or(u32::MAX);
    let text = supplied_text(declared, dossier);
    let mut counts = counts(document, pages).into_iter();
    let body = counts.next().unwrap_or_default();
    let title = match text {
        Some(_) => fr::supplied_text_title(&declared.title),
        None if declared.annexes_only || declared.form != Form::Pages => declared.title.clone(),
        None => document.title.clone(),
    };
    let piece = |key: &str, title: String, pages_each: u32| Piece {
        key: key.to_owned(),
        title,
        copies,
        pages_each,
    };
    if declared.annexes_only {
        return vec![piece(&declared.key, title, body + counts.sum::<u32>())];
    }
    let body = piece(&declared.key, title, text.unwrap_or(body));
    let annexes = document.annexes.iter().zip(counts).map(|(annexe, count)| {
        let title = fr::annexe_title(&annexe.label, &words(&annexe.title));
        piece(&annexe.anchor, title, count)
    });
    let mut all = vec![body];
    all.extend(annexes);
    all.retain(|piece| piece.pages_each > 0);
    all
}

/// Pages of the académie's own text, when it stands for this document.
fn supplied_text(declared: &DocumentDecl, dossier: &Dossier) -> Option<u32> {
    let convention = &dossier.sheet.convention;
    let is_theirs = convention.source.value() == Some(&TextSource::Supplied);
    let pages = convention.supplied.pages.value().map(|count| count.get());
    (declared.may_be_supplied && is_theirs).then(|| pages.unwrap_or_default())
}

/// The act that the service des assemblées wrote, once its file is there.
fn supplied_act(dossier: &Dossier) -> Option<Piece> {
    let act = &dossier.sheet.act;
    let is_ours = act.written_by.value() == Some(&ActWriter::Program);
    let pages_each = act.supplied.pages.value()?.get();
    (!is_ours).then(|| Piece {
        key: ACT.to_owned(),
        title: fr::act_title(act.number.value().map(|number| number.as_str())),
        copies: 1,
        pages_each,
    })
}

/// Pages of the body, then of each annexe: blank versos are not counted.
fn counts(document: &Document, pages: &Pages) -> Vec<u32> {
    let tops: Vec<Option<NodeId>> = document
        .annexes
        .iter()
        .map(|annexe| top_of(pages, &annexe.anchor))
        .collect();
    let mut counts = vec![0; tops.len() + 1];
    let printed = pages.pages.iter().filter(|page| page.number.is_some());
    for page in printed {
        let top = first_node(page).map(|node| top(pages, node));
        let annexe = tops
            .iter()
            .position(|known| known.is_some() && *known == top);
        counts[annexe.map_or(0, |at| at + 1)] += 1;
    }
    counts
}

/// The group that holds the part of this anchor.
fn top_of(pages: &Pages, anchor: &str) -> Option<NodeId> {
    let is_it = |node: &layout::pages::Node| node.anchor.as_deref() == Some(anchor);
    pages
        .nodes
        .iter()
        .position(is_it)
        .map(|node| top(pages, node))
}

fn top(pages: &Pages, mut node: NodeId) -> NodeId {
    while let Some(parent) = pages.nodes.get(node).and_then(|node| node.parent) {
        node = parent;
    }
    node
}

/// The first thing on a page that is part of the text.
fn first_node(page: &Page) -> Option<NodeId> {
    page.draws.iter().find_map(|draw| {
        let owner = match draw {
            Draw::Glyphs(run) => run.owner,
            Draw::Shape(shape) => shape.owner,
            Draw::Image { owner, .. } => *owner,
        };
        match owner {
            Owner::Node(node) => Some(node),
            Owner::Artifact(_) => None,
        }
    })
}

fn words(inlines: &[Inline]) -> String {
    let word = |inline: &Inline| match inline {
        Inline::Text(text) => text.words.clone(),
        _ => " ".to_owned(),
    };
    inlines.iter().map(word).collect()
}

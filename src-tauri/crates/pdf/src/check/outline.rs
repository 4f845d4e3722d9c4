//! Bookmarks: each has words and leads to a page of the file.

use super::book::Book;
use super::rules::{Flaws, Rule};
use lopdf::{Dictionary, Object, ObjectId};
use std::collections::BTreeSet;

/// Checks all bookmarks. A file of one page may have none.
pub fn check(book: &Book, flaws: &mut Flaws) {
    let root = book
        .catalogue()
        .and_then(|catalogue| book.dict(catalogue, "Outlines"));
    let mut met = BTreeSet::new();
    let mut open: Vec<ObjectId> = root
        .and_then(|root| reference(root, "First"))
        .into_iter()
        .collect();
    while let Some(id) = open.pop().filter(|id| met.insert(*id)) {
        let Some(entries) = book.entries(id) else {
            flaws.add(Rule::Outline, format!("object {}", id.0));
            continue;
        };
        let words = book
            .text(entries, "Title")
            .filter(|words| !words.trim().is_empty());
        let page = book
            .array(entries, "Dest")
            .first()
            .and_then(|page| page.as_reference().ok());
        let leads = page.is_some_and(|page| book.pages.contains(&page));
        flaws.unless(
            words.is_some() && leads,
            Rule::Outline,
            words.unwrap_or_else(|| format!("object {}", id.0)),
        );
        open.extend(
            ["Next", "First"]
                .into_iter()
                .filter_map(|key| reference(entries, key)),
        );
    }
}

fn reference(entries: &Dictionary, key: &str) -> Option<ObjectId> {
    entries
        .get(key.as_bytes())
        .ok()
        .and_then(|object: &Object| object.as_reference().ok())
}

//! Links: annotation and element lead to each other, and both have words (ISO 14289-1, 7.18).

use super::book::Book;
use super::elements::{Below, Element};
use super::rules::{Flaws, Rule};
use super::structure::parents;
use lopdf::{Dictionary, Object, ObjectId};
use std::collections::BTreeMap;

/// Checks all annotations and all links.
pub fn check(book: &Book, elements: &[Element<'_>], flaws: &mut Flaws) {
    let parents = parents(book);
    let owners = owners(elements);
    let mut numbers = Vec::new();
    for page in &book.pages {
        let Some(entries) = book.entries(*page) else {
            continue;
        };
        for annotation in book.array(entries, "Annots") {
            let sound = annotation
                .as_reference()
                .ok()
                .filter(|id| is_sound(book, *id, &parents, &owners));
            flaws.unless(sound.is_some(), Rule::Link, book.page_name(*page));
            numbers.extend(sound.and_then(|id| book.int(book.entries(id)?, "StructParent")));
        }
    }
    let count = numbers.len();
    numbers.sort_unstable();
    numbers.dedup();
    flaws.unless(
        numbers.len() == count,
        Rule::Link,
        "two annotations of one number",
    );
    for link in elements.iter().filter(|element| element.kind == "Link") {
        let leads = link
            .below
            .iter()
            .any(|below| matches!(below, Below::Object(_)));
        flaws.unless(leads, Rule::Link, link.name());
    }
}

fn owners<'a>(elements: &'a [Element<'a>]) -> BTreeMap<ObjectId, &'a Element<'a>> {
    let objects = |element: &'a Element<'a>| {
        element.below.iter().filter_map(move |below| match below {
            Below::Object(id) => Some((*id, element)),
            _ => None,
        })
    };
    elements.iter().flat_map(objects).collect()
}

fn is_sound(
    book: &Book,
    id: ObjectId,
    parents: &BTreeMap<i64, &Object>,
    owners: &BTreeMap<ObjectId, &Element<'_>>,
) -> bool {
    let (Some(entries), Some(owner)) = (book.entries(id), owners.get(&id)) else {
        return false;
    };
    let number = book.int(entries, "StructParent");
    let back = number.and_then(|number| parents.get(&number)?.as_reference().ok());
    let words = book
        .text(entries, "Contents")
        .is_some_and(|words| !words.trim().is_empty());
    // Printed with the page (ISO 19005-2, 6.3.2), and neither hidden nor without print.
    let printed = book.int(entries, "F") == Some(4);
    let link = book.name(entries, "Subtype").as_deref() == Some("Link") && owner.kind == "Link";
    link && back == Some(owner.id)
        && words
        && printed
        && has_place(book, entries)
        && leads(book, entries)
}

fn has_place(book: &Book, annotation: &Dictionary) -> bool {
    let sides: Vec<f32> = book
        .array(annotation, "Rect")
        .iter()
        .filter_map(|side| side.as_float().ok())
        .collect();
    matches!(sides[..], [left, bottom, right, top] if left < right && bottom < top)
}

/// To a page of the file, or to an address.
fn leads(book: &Book, annotation: &Dictionary) -> bool {
    let page = book
        .array(annotation, "Dest")
        .first()
        .and_then(|page| page.as_reference().ok());
    let inside = page.is_some_and(|page| book.pages.contains(&page));
    let action = book.dict(annotation, "A");
    let outside = action
        .and_then(|action| book.text(action, "URI"))
        .is_some_and(|address| !address.is_empty());
    inside || outside
}

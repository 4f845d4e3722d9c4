//! Links and fields: annotation and element lead to each other, and have words (ISO 14289-1, 7.18).

use super::book::Book;
use super::elements::{Below, Element};
use super::rules::{Flaws, Rule};
use super::structure::parents;
use lopdf::{Dictionary, Object, ObjectId};
use std::collections::{BTreeMap, BTreeSet};

/// Checks all annotations, all links and all fields.
pub fn check(book: &Book, elements: &[Element<'_>], flaws: &mut Flaws) {
    let parents = parents(book);
    let owners = owners(elements);
    let mut numbers = Vec::new();
    for page in &book.pages {
        let Some(entries) = book.entries(*page) else {
            continue;
        };
        for annotation in book.array(entries, "Annots") {
            let id = annotation.as_reference().ok();
            let sound = id.filter(|id| is_sound(book, *id, &parents, &owners));
            let field = id
                .and_then(|id| book.entries(id))
                .is_some_and(|entries| is_widget(book, entries));
            let rule = if field { Rule::Field } else { Rule::Link };
            flaws.unless(sound.is_some(), rule, book.page_name(*page));
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
    for (kind, rule) in [("Link", Rule::Link), ("Form", Rule::Field)] {
        for element in elements.iter().filter(|element| element.kind == kind) {
            let leads = element
                .below
                .iter()
                .any(|below| matches!(below, Below::Object(_)));
            flaws.unless(leads, rule, element.name());
        }
    }
    fields(book, flaws);
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
    // Printed with the page (ISO 19005-2, 6.3.2), and neither hidden nor without print.
    let printed = book.int(entries, "F") == Some(4);
    let own = if is_widget(book, entries) {
        owner.kind == "Form" && says(book, entries, "TU") && is_drawn(book, entries)
    } else {
        let link = book.name(entries, "Subtype").as_deref() == Some("Link");
        link && owner.kind == "Link" && says(book, entries, "Contents") && leads(book, entries)
    };
    own && back == Some(owner.id) && printed && has_place(book, entries)
}

fn is_widget(book: &Book, annotation: &Dictionary) -> bool {
    book.name(annotation, "Subtype").as_deref() == Some("Widget")
}

fn says(book: &Book, annotation: &Dictionary, key: &str) -> bool {
    book.text(annotation, key)
        .is_some_and(|words| !words.trim().is_empty())
}

/// Even what shows nothing has its appearance (ISO 19005-2, 6.3.3).
fn is_drawn(book: &Book, annotation: &Dictionary) -> bool {
    let appearance = book.dict(annotation, "AP");
    appearance.is_some_and(|appearance| book.stream(appearance, "N").is_some())
}

/// The form's fields are the widgets of the pages, each of its own name, all empty signatures (ISO 32000-1, 12.7.2).
fn fields(book: &Book, flaws: &mut Flaws) {
    let form = book
        .catalogue()
        .and_then(|catalogue| book.dict(catalogue, "AcroForm"));
    let listed: Vec<ObjectId> = form
        .map_or(&[][..], |form| book.array(form, "Fields"))
        .iter()
        .filter_map(|field| field.as_reference().ok())
        .collect();
    let mut names = BTreeSet::new();
    for field in listed.iter().filter_map(|id| book.entries(*id)) {
        let empty = book.name(field, "FT").as_deref() == Some("Sig") && !field.has(b"V");
        let own = book.text(field, "T").is_some_and(|name| names.insert(name));
        flaws.unless(empty && own, Rule::Field, "");
    }
    let annotations = book.pages.iter().filter_map(|page| book.entries(*page));
    let annotations = annotations.flat_map(|page| book.array(page, "Annots"));
    let widgets = annotations.filter_map(|annotation| annotation.as_reference().ok());
    for id in widgets.filter(|id| {
        book.entries(*id)
            .is_some_and(|entries| is_widget(book, entries))
    }) {
        flaws.unless(
            listed.contains(&id),
            Rule::Field,
            format!("object {}", id.0),
        );
    }
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

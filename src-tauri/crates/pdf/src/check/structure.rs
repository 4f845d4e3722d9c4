//! Marks and elements lead to each other, roles are those of the standard and stand where they may.

use super::book::Book;
use super::contents::Contents;
use super::elements::{Below, Element};
use super::rules::{Flaws, Rule};
use lopdf::{Dictionary, Object, ObjectId};
use std::collections::{BTreeMap, BTreeSet};

/// The types of ours (ISO 32000-1, 14.8.4).
const ROLES: [&str; 22] = [
    "Document", "Part", "Sect", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "THead",
    "TBody", "TR", "TH", "TD", "Figure", "Link", "Span", "Note", "Form",
];

/// Checks the structure against what the pages show.
pub fn check(book: &Book, contents: &Contents, elements: &[Element<'_>], flaws: &mut Flaws) {
    let owners = owners(book, contents, elements, flaws);
    for (page, marked) in &contents.marked {
        for mcid in marked
            .keys()
            .filter(|mcid| !owners.contains_key(&(*page, **mcid)))
        {
            flaws.add(
                Rule::Orphan,
                format!("{}, number {mcid}", book.page_name(*page)),
            );
        }
    }
    parent_tree(book, contents, &owners, flaws);
    for element in elements {
        roles(element, flaws);
        words(book, element, flaws);
    }
    headings(elements, flaws);
    notes(book, elements, flaws);
}

/// The element of each marked content.
fn owners<'a>(
    book: &Book,
    contents: &Contents,
    elements: &'a [Element<'a>],
    flaws: &mut Flaws,
) -> BTreeMap<(ObjectId, i64), &'a Element<'a>> {
    let mut owners = BTreeMap::new();
    for element in elements {
        for below in &element.below {
            let Below::Marked(page, mcid) = *below else {
                continue;
            };
            let place = || {
                format!(
                    "{}, {}, number {mcid}",
                    element.name(),
                    book.page_name(page)
                )
            };
            match contents
                .marked
                .get(&page)
                .and_then(|marked| marked.get(&mcid))
            {
                Some(marked) => flaws.unless(marked.tag == element.kind, Rule::OtherTag, place()),
                None => flaws.add(Rule::Absent, place()),
            }
            let twice = owners.insert((page, mcid), element).is_some();
            flaws.unless(!twice, Rule::McidTwice, place());
        }
    }
    owners
}

/// By number: an array of elements for a page, an element for an annotation (ISO 32000-1, 14.7.4.4).
pub fn parents(book: &Book) -> BTreeMap<i64, &Object> {
    let mut parents = BTreeMap::new();
    let root = book
        .catalogue()
        .and_then(|catalogue| book.dict(catalogue, "StructTreeRoot"));
    let mut open: Vec<&Dictionary> = root
        .and_then(|root| book.dict(root, "ParentTree"))
        .into_iter()
        .collect();
    // A number tree that goes round is left after as many steps as there are objects.
    let mut steps = book.doc.objects.len() + 1;
    while let Some(node) = open.pop().filter(|_| steps > 0) {
        steps -= 1;
        for pair in book.array(node, "Nums").chunks_exact(2) {
            if let (Ok(number), Some(parent)) = (pair[0].as_i64(), Some(&pair[1])) {
                parents.insert(number, parent);
            }
        }
        open.extend(
            book.array(node, "Kids")
                .iter()
                .filter_map(|kid| book.follow(kid)?.as_dict().ok()),
        );
    }
    parents
}

fn parent_tree(
    book: &Book,
    contents: &Contents,
    owners: &BTreeMap<(ObjectId, i64), &Element<'_>>,
    flaws: &mut Flaws,
) {
    let parents = parents(book);
    let mut numbers = BTreeSet::new();
    for (page, marked) in &contents.marked {
        let place = book.page_name(*page);
        let number = book
            .entries(*page)
            .and_then(|page| book.int(page, "StructParents"));
        let Some(number) = number else {
            flaws.unless(marked.is_empty(), Rule::ParentTree, place);
            continue;
        };
        let listed = parents
            .get(&number)
            .and_then(|list| book.follow(list)?.as_array().ok());
        let listed: &[Object] = listed.map_or(&[], Vec::as_slice);
        let leads = |mcid: &i64| {
            let at = usize::try_from(*mcid)
                .ok()
                .and_then(|at| listed.get(at))
                .and_then(|at| at.as_reference().ok());
            owners
                .get(&(*page, *mcid))
                .is_some_and(|owner| Some(owner.id) == at)
        };
        let whole = listed.len() == marked.len() && marked.keys().all(leads);
        flaws.unless(whole && numbers.insert(number), Rule::ParentTree, place);
    }
}

fn roles(element: &Element<'_>, flaws: &mut Flaws) {
    flaws.unless(
        ROLES.contains(&element.kind.as_str()),
        Rule::Role,
        element.name(),
    );
    // A cell may be empty; anything else that holds nothing is a title or a list that someone forgot.
    let may_be_empty = ["TD", "TH"].contains(&element.kind.as_str());
    flaws.unless(
        !element.below.is_empty() || may_be_empty,
        Rule::Hollow,
        element.name(),
    );
}

/// A picture has words and a place (ISO 14289-1, 7.3).
fn words(book: &Book, element: &Element<'_>, flaws: &mut Flaws) {
    if element.kind != "Figure" {
        return;
    }
    let said = book
        .text(element.entries, "Alt")
        .is_some_and(|alt| !alt.trim().is_empty());
    let placed = element
        .attribute(book, "BBox")
        .and_then(|place| place.as_array().ok())
        .is_some_and(|place| place.len() == 4);
    flaws.unless(said && placed, Rule::Alt, element.name());
}

/// Each original, a `Part`, has one H1, first, and never skips a level (ISO 14289-1, 7.4).
fn headings(elements: &[Element<'_>], flaws: &mut Flaws) {
    let mut level = 0;
    for (rank, element) in elements.iter().enumerate() {
        if element.kind == "Part" {
            level = 0;
            let firsts = elements[rank + 1..]
                .iter()
                .take_while(|next| next.kind != "Part")
                .filter(|next| next.kind == "H1");
            flaws.unless(firsts.count() == 1, Rule::Heading, element.name());
        }
        let depth = element
            .kind
            .strip_prefix('H')
            .and_then(|depth| depth.parse::<u32>().ok());
        if let Some(depth) = depth {
            flaws.unless(depth <= level + 1, Rule::Heading, element.name());
            level = depth;
        }
    }
}

/// ISO 14289-1, 7.9.
fn notes(book: &Book, elements: &[Element<'_>], flaws: &mut Flaws) {
    let mut met = BTreeSet::new();
    for note in elements.iter().filter(|element| element.kind == "Note") {
        let own = book
            .text(note.entries, "ID")
            .is_some_and(|id| !id.is_empty() && met.insert(id));
        flaws.unless(own, Rule::Note, note.name());
    }
}

//! Tables and lists: rows of one width, headers that say what they head, items that are label and text.

use super::book::Book;
use super::elements::{Below, Element};
use super::rules::{Flaws, Rule};

/// Checks all tables and lists.
pub fn check(book: &Book, elements: &[Element<'_>], flaws: &mut Flaws) {
    for element in elements {
        match element.kind.as_str() {
            "Table" => rows(book, elements, element, flaws),
            "TH" => {
                let scope = element
                    .attribute(book, "Scope")
                    .and_then(|scope| scope.as_name().ok());
                let said = matches!(scope, Some(b"Column" | b"Row" | b"Both"));
                flaws.unless(said, Rule::TableHeader, element.name());
            }
            "L" => {
                let numbering = element.attribute(book, "ListNumbering").is_some();
                flaws.unless(
                    numbering && holds(elements, element, &["LI", "L"]),
                    Rule::List,
                    element.name(),
                );
            }
            "LI" => flaws.unless(
                holds(elements, element, &["Lbl", "LBody"]),
                Rule::List,
                element.name(),
            ),
            _ => {}
        }
    }
}

fn holds(elements: &[Element<'_>], element: &Element<'_>, kinds: &[&str]) -> bool {
    element.below.iter().all(|below| match below {
        Below::Element(rank) => elements
            .get(*rank)
            .is_some_and(|below| kinds.contains(&below.kind.as_str())),
        _ => false,
    })
}

/// All rows of a table go over as many columns (ISO 14289-1, 7.5).
fn rows(book: &Book, elements: &[Element<'_>], table: &Element<'_>, flaws: &mut Flaws) {
    let mut widths = Vec::new();
    for part in kids(elements, table) {
        match part.kind.as_str() {
            "TR" => widths.push(columns(book, elements, part)),
            _ => widths.extend(kids(elements, part).map(|row| columns(book, elements, row))),
        }
    }
    let even = widths.windows(2).all(|pair| pair[0] == pair[1]);
    flaws.unless(even && !widths.is_empty(), Rule::Row, table.name());
}

fn columns(book: &Book, elements: &[Element<'_>], row: &Element<'_>) -> i64 {
    let span = |cell: &Element<'_>| {
        cell.attribute(book, "ColSpan")
            .and_then(|span| span.as_i64().ok())
            .unwrap_or(1)
    };
    kids(elements, row).map(span).sum()
}

fn kids<'a>(
    elements: &'a [Element<'a>],
    element: &'a Element<'a>,
) -> impl Iterator<Item = &'a Element<'a>> {
    element.below.iter().filter_map(|below| match below {
        Below::Element(rank) => elements.get(*rank),
        _ => None,
    })
}

//! Roles of the structure as PDF says them: the type of each element and its attributes (ISO 32000-1, 14.8.4 and 14.8.5).

use crate::objects::{dict, int, name};
use layout::pages::Role;
use lopdf::{Dictionary, Object};

/// The structure type of a role.
pub fn tag(role: Role) -> &'static str {
    match role {
        Role::P => "P",
        Role::H1 => "H1",
        Role::H2 => "H2",
        Role::H3 => "H3",
        Role::Sect => "Sect",
        Role::L { .. } | Role::Roll => "L",
        Role::Li => "LI",
        Role::Lbl => "Lbl",
        Role::LBody => "LBody",
        Role::Table => "Table",
        Role::THead => "THead",
        Role::TBody => "TBody",
        Role::Tr => "TR",
        Role::Th { .. } => "TH",
        Role::Td { .. } => "TD",
        Role::Figure => "Figure",
        Role::Link => "Link",
        Role::Span => "Span",
        Role::Note => "Note",
    }
}

/// The attributes that a role brings; none for most.
pub fn attributes(role: Role) -> Option<Dictionary> {
    match role {
        Role::L { lettered: true } => Some(numbered("LowerAlpha")),
        Role::L { lettered: false } => Some(numbered("Disc")),
        Role::Roll => Some(numbered("Decimal")),
        Role::Th { column, span } => {
            let scope = if column { "Column" } else { "Row" };
            Some(spanning(
                dict([("O", name("Table")), ("Scope", name(scope))]),
                span,
            ))
        }
        Role::Td { span } if span > 1 => Some(spanning(dict([("O", name("Table"))]), span)),
        _ => None,
    }
}

fn numbered(labels: &str) -> Dictionary {
    dict([("O", name("List")), ("ListNumbering", name(labels))])
}

fn spanning(mut attributes: Dictionary, span: u16) -> Dictionary {
    if span > 1 {
        attributes.set("ColSpan", int(span));
    }
    attributes
}

/// Where a picture stands: PDF/UA-1 (7.3) asks for its box. Points from the bottom left.
pub fn figure_box(at: [f32; 4]) -> Dictionary {
    dict([
        ("O", name("Layout")),
        ("Placement", name("Block")),
        (
            "BBox",
            Object::Array(at.into_iter().map(Object::Real).collect()),
        ),
    ])
}

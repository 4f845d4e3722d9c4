//! The fields of a paragraph, and the elements inside it: links, abbreviations, check boxes.

use super::SpanOf;
use document::{Dotted, FieldPath, Inline, Text};

/// The fields of a paragraph, each once, in order.
pub fn fields(inlines: &[Inline]) -> Vec<FieldPath> {
    let mut fields: Vec<FieldPath> = Vec::new();
    for field in inlines.iter().flat_map(fields_of) {
        if !fields.contains(field) {
            fields.push(field.clone());
        }
    }
    fields
}

/// The fields of an inline.
pub fn fields_of(inline: &Inline) -> &[FieldPath] {
    match inline {
        Inline::Text(Text { fields, .. })
        | Inline::Dotted { fields, .. }
        | Inline::ToComplete { fields, .. }
        | Inline::Check { fields, .. } => fields,
        Inline::Break => &[],
    }
}

/// The elements inside a paragraph, and the one of each inline; a link that goes on stays one.
pub fn spans(inlines: &[Inline]) -> (Vec<SpanOf>, Vec<Option<usize>>) {
    let mut spans: Vec<SpanOf> = Vec::new();
    let mut before = None;
    let of = inlines.iter().map(|inline| {
        let wanted = span_of(inline);
        let drawn = matches!(inline, Inline::Check { .. } | Inline::Dotted { .. });
        if wanted.is_none() || wanted != before || drawn {
            spans.extend(wanted.clone());
        }
        before = wanted;
        before.is_some().then(|| spans.len() - 1)
    });
    let of = of.collect();
    (spans, of)
}

fn span_of(inline: &Inline) -> Option<SpanOf> {
    match inline {
        Inline::Text(Text {
            link, expansion, ..
        }) if link.is_some() || expansion.is_some() => Some(SpanOf {
            link: link.clone(),
            expansion: expansion.clone(),
            alt: None,
        }),
        Inline::Check { ticked, .. } => {
            let alt = if *ticked {
                "case cochée"
            } else {
                "case non cochée"
            };
            Some(SpanOf {
                link: None,
                expansion: None,
                alt: Some(alt),
            })
        }
        Inline::Dotted { what, .. } => Some(SpanOf {
            link: None,
            expansion: None,
            alt: Some(by_hand(*what)),
        }),
        _ => None,
    }
}

/// What a dotted line says to those who do not see it.
fn by_hand(what: Dotted) -> &'static str {
    match what {
        Dotted::Place => "lieu à écrire à la main",
        Dotted::Date => "date à écrire à la main",
        Dotted::Rest => "à écrire à la main",
    }
}

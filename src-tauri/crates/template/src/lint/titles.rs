//! Titles that say something and follow one another, and originals that someone can sign.

use super::{all_lines, every};
use crate::declared::{Copies, DocumentDecl, Template};
use crate::misprint::{Misprint, MisprintKind, Report};
use crate::source::{Line, Part, SpanKind, What};

/// Says every title of a file that is empty, or that stands two levels below the one before it: who listens to the
/// document goes from title to title, and would look for the one that is not there.
pub(super) fn check(parts: &[Part], report: &mut Report) {
    let mut has_first = false;
    every(parts, &mut |part| {
        let below = match &part.what {
            What::Heading { level: 1, .. } => {
                has_first = true;
                false
            }
            What::Heading { .. } | What::Alinea { .. } => true,
            _ => false,
        };
        if below && !has_first {
            report.add(part.line, MisprintKind::SkippedLevel);
        }
        if title(&part.what).is_some_and(is_empty) {
            report.add(part.line, MisprintKind::EmptyTitle);
        }
    });
}

fn title(what: &What) -> Option<&Line> {
    match what {
        What::Title(text) | What::Heading { text, .. } | What::Alinea { text, .. } => Some(text),
        _ => None,
    }
}

fn is_empty(line: &Line) -> bool {
    line.spans.iter().all(|span| match &span.what {
        SpanKind::Words(words) => words.trim().is_empty(),
        _ => false,
    })
}

/// Says a document made in originals that has nowhere to sign, though it may be signed: at its end, where one would.
pub(super) fn signed(template: &Template, document: &DocumentDecl) -> Option<Misprint> {
    let may = document.copies == Copies::Originals && template.forbids(&document.key).is_none();
    let mut has_place = false;
    let parts = template.texts.get(&document.file)?;
    every(parts, &mut |part| {
        has_place |= matches!(part.what, What::Signatures { .. });
    });
    (may && !has_place).then(|| Misprint {
        file: document.file.clone(),
        line: parts.last().map_or(0, |part| part.line),
        what: MisprintKind::NoSignature(document.key.clone()),
    })
}

/// The modèle's own words, with their file and line: what the pages will have to print whatever the dossier.
pub(crate) fn words(template: &Template) -> Vec<(&str, usize, &str)> {
    let mut found: Vec<(&str, usize, &str)> = Vec::new();
    for (file, parts) in template.texts.iter() {
        every(parts, &mut |part| {
            for line in all_lines(&part.what) {
                let words = line.spans.iter().filter_map(|span| match &span.what {
                    SpanKind::Words(words) => Some((file, line.line, words.as_str())),
                    _ => None,
                });
                found.extend(words);
            }
            if let What::Repere { word, .. } = &part.what {
                found.push((file, part.line, word));
            }
        });
    }
    found
}

/// Whether a text of the modèle prints something of this part of the dossier.
pub(crate) fn prints(template: &Template, head: &str) -> bool {
    prints_some(template, &|path| path.split('.').next() == Some(head))
}

/// Whether a text of the modèle prints this field of the dossier, « academie/courriel_ssi », or what is computed from
/// it: « circonscription_avec_article ».
pub(crate) fn prints_field(template: &Template, field: &str) -> bool {
    let field = field.replace('/', ".");
    prints_some(template, &|path| {
        let rest = path.strip_prefix(field.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '_']))
    })
}

/// Whether a text of the modèle prints a path of this kind.
fn prints_some(template: &Template, wanted: &dyn Fn(&str) -> bool) -> bool {
    let mut found = false;
    for (_, parts) in template.texts.iter() {
        every(parts, &mut |part| {
            let spans = all_lines(&part.what)
                .into_iter()
                .flat_map(|line| &line.spans);
            found |= spans
                .filter_map(|span| match &span.what {
                    SpanKind::Value(expr) => Some(expr.paths()),
                    _ => None,
                })
                .flatten()
                .any(|path| wanted(path));
        });
    }
    found
}

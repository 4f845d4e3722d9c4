//! Reads `::: parties` and `::: signatures`: their settings, and whether their bodies say enough.

use super::directive::Settings;
use super::lines::{Mode, Reader};
use super::{Part, What, read_spans};
use crate::misprint::MisprintKind;

/// What stands where one signs when the modèle does not say otherwise.
const USUAL: [&str; 3] = [
    "Pour {{ partie.terme }}",
    "{{ partie.qualite | majuscule }},",
    "{{ partie.signataire | a_la_main }}",
];

/// Reads `::: parties`, up to its end.
pub(super) fn parties(reader: &mut Reader<'_>, rest: &str) -> What {
    let opened = reader.line();
    let mut settings = Settings::read("parties", rest, opened, reader.report);
    let sides = [
        ("d’une part / d’autre part", true),
        ("d'une part / d'autre part", true),
        ("et", false),
    ];
    let sided = settings
        .take_one_of("liaison", &sides, reader.report)
        .unwrap_or(true);
    let anchor = std::mem::take(&mut settings.anchor);
    settings.done(reader.report);
    let body = reader.inside("parties", Mode::Divided);
    if body.iter().all(|part| matches!(part.what, What::Divider)) {
        let expected = "au moins un alinéa qui dit qui est la partie";
        reader.report.add(
            opened,
            MisprintKind::Line {
                block: "parties",
                expected,
            },
        );
    }
    What::Parties {
        sided,
        anchor,
        body,
    }
}

/// Reads `::: signatures`, up to its end; without lines for the blocks, the usual ones stand.
pub(super) fn signatures(reader: &mut Reader<'_>, rest: &str) -> What {
    let opened = reader.line();
    let mut settings = Settings::read("signatures", rest, opened, reader.report);
    let of = settings.take("pour").unwrap_or_default();
    let of = of
        .split(',')
        .map(|key| key.trim().to_owned())
        .filter(|key| !key.is_empty())
        .collect();
    let dated = settings
        .take_one_of("date", &[("oui", true), ("non", false)], reader.report)
        .unwrap_or(true);
    let page_each = settings.take("une-page-par-partie").is_some();
    let anchor = std::mem::take(&mut settings.anchor);
    settings.done(reader.report);
    // A page for each party says more than lines: a title, who the party is, the list of the others.
    let mode = if page_each {
        Mode::Divided
    } else {
        Mode::Lines
    };
    let mut body = reader.inside("signatures", mode);
    complete(reader, opened, &mut body);
    What::Signatures {
        of,
        dated,
        page_each,
        anchor,
        body,
    }
}

fn complete(reader: &mut Reader<'_>, opened: usize, body: &mut Vec<Part>) {
    let is_divider = |part: &Part| matches!(part.what, What::Divider);
    match body.split(is_divider).nth(1).map(lines) {
        None => {
            body.push(Part {
                line: opened,
                what: What::Divider,
            });
            let line = |text: &str| What::Paragraph(read_spans(text, opened, reader.report));
            body.extend(USUAL.map(line).map(|what| Part { line: opened, what }));
        }
        Some(Some(3)) => {}
        Some(_) => reader.report.add(opened, MisprintKind::SignatureLines),
    }
}

/// How many lines are printed; none when it depends on a condition.
fn lines(parts: &[Part]) -> Option<usize> {
    parts.iter().try_fold(0, |count, part| match &part.what {
        What::If {
            then, otherwise, ..
        } => {
            let (then, otherwise) = (lines(then)?, lines(otherwise)?);
            (then == otherwise).then_some(count + then)
        }
        What::Paragraph(_) => Some(count + 1),
        _ => None,
    })
}

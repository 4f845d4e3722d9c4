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
    let mut body = reader.inside("signatures", Mode::Lines);
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
    match body
        .iter()
        .position(|part| matches!(part.what, What::Divider))
    {
        None => {
            body.push(Part {
                line: opened,
                what: What::Divider,
            });
            let line = |text: &str| What::Paragraph(read_spans(text, opened, reader.report));
            body.extend(USUAL.map(line).map(|what| Part { line: opened, what }));
        }
        Some(at) if lines(&body[at + 1..]) != Some(3) => {
            reader.report.add(opened, MisprintKind::SignatureLines);
        }
        Some(_) => {}
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
        What::Each { .. } => None,
        _ => Some(count + 1),
    })
}

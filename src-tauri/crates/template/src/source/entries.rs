//! Reads `::: saisie` and `::: signatures libres`: their settings, then their lines.

use super::directive::Settings;
use super::lines::{Mode, Reader};
use super::{Entries, FreeSignatures, Part, What};
use crate::misprint::MisprintKind;

/// What the boxes to tick are for, when the modèle does not say.
const BOX: &str = "Saisi";

/// Reads `::: saisie`, up to its end.
pub(super) fn entries(reader: &mut Reader<'_>, rest: &str) -> What {
    let line = reader.line();
    let mut settings = Settings::read("saisie", rest, line, reader.report);
    let label = settings.take("repere").unwrap_or_default();
    let title = settings.take("titre").unwrap_or_default();
    let box_title = settings.take("case").unwrap_or_else(|| BOX.to_owned());
    settings.done(reader.report);
    if title.trim().is_empty() {
        let expected = "dire ce que l’on saisit : titre=\"…\"";
        let block = "saisie";
        reader
            .report
            .add(line, MisprintKind::Line { block, expected });
    }
    What::Entries(Entries {
        label,
        title,
        box_title,
        body: reader.inside("saisie", Mode::Pairs("saisie")),
    })
}

/// Reads `::: signatures libres`, up to its end.
pub(super) fn free_signatures(reader: &mut Reader<'_>, rest: &str) -> What {
    let line = reader.line();
    let mut settings = Settings::read("signatures", rest, line, reader.report);
    let answers = [("oui", true), ("non", false)];
    let dated = settings
        .take_one_of("date", &answers, reader.report)
        .unwrap_or(true);
    let stamps = settings.take("cachet").unwrap_or_default();
    let stamps = stamps.split(',').map(|word| word.trim() != "non").collect();
    settings.done(reader.report);
    let body = reader.inside("signatures", Mode::Lines);
    let is_divider = |part: &Part| matches!(part.what, What::Divider);
    if !body.iter().any(is_divider) {
        reader.report.add(line, MisprintKind::SignatureLines);
    }
    What::FreeSignatures(FreeSignatures {
        dated,
        stamps,
        body,
    })
}

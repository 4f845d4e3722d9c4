//! Where a block may stand: what a block would not print is refused, never left out in silence.

use crate::misprint::{MisprintKind, Report};
use crate::source::{FileKind, Part, What};

/// What stands around a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Around {
    /// The file itself.
    File(FileKind),
    /// `::: ensemble` or `::: paysage`: all that a text may hold, but an opening or an annexe.
    Prose,
    /// `::: note`, `::: encadre`: alinéas only.
    Alineas,
    /// `::: parties`, `::: signatures`: alinéas, and one `===`.
    Divided,
    /// `::: signatures une-page-par-partie`: what a page may hold, its title first, and two `===`.
    Pages,
    /// `::: ouverture`, `::: definitions`, `::: chiffres`: the reader has kept all but pairs away.
    Pairs,
}

/// Says every block of a file that cannot stand where it stands.
pub(super) fn check(parts: &[Part], kind: FileKind, report: &mut Report) {
    within(parts, Around::File(kind), report);
}

fn within(parts: &[Part], around: Around, report: &mut Report) {
    let mut dividers = 0;
    for part in parts {
        dividers += usize::from(matches!(part.what, What::Divider));
        let beyond = matches!(part.what, What::Divider) && dividers > most_dividers(around);
        if beyond || !may_stand(&part.what, around) {
            report.add(
                part.line,
                MisprintKind::Misplaced(name(&part.what).to_owned()),
            );
        }
        below(part, around, report);
    }
}

fn below(part: &Part, around: Around, report: &mut Report) {
    let inside = match around {
        Around::Divided => Around::Alineas,
        Around::Pages => Around::Prose,
        _ => around,
    };
    match &part.what {
        What::If {
            then, otherwise, ..
        } => {
            within(then, inside, report);
            within(otherwise, inside, report);
        }
        What::Each { body, .. } => within(body, inside, report),
        What::Kept(body) | What::Landscape(body) => within(body, Around::Prose, report),
        What::Note(body) | What::Frame(body) | What::Names(body) => {
            within(body, Around::Alineas, report)
        }
        What::Signatures {
            body,
            page_each: true,
            ..
        } => within(body, Around::Pages, report),
        What::Parties { body, .. } | What::Signatures { body, .. } => {
            within(body, Around::Divided, report)
        }
        What::Opening(body) | What::Definitions(body) | What::Figures(body) => {
            within(body, Around::Pairs, report)
        }
        What::Entries(entries) => within(&entries.body, Around::Pairs, report),
        _ => {}
    }
}

fn most_dividers(around: Around) -> usize {
    if around == Around::Pages { 2 } else { 1 }
}

fn may_stand(what: &What, around: Around) -> bool {
    let dissolves = matches!(what, What::If { .. } | What::Each { .. });
    match around {
        Around::Alineas => dissolves || matches!(what, What::Paragraph(_)),
        Around::Divided => dissolves || matches!(what, What::Paragraph(_) | What::Divider),
        Around::Pairs => true,
        Around::Pages => !matches!(
            what,
            What::Annexe(_)
                | What::Opening(_)
                | What::Landscape(_)
                | What::Parties { .. }
                | What::Signatures { .. }
        ),
        Around::Prose => !matches!(
            what,
            What::Annexe(_) | What::Opening(_) | What::Landscape(_) | What::Divider
        ),
        Around::File(FileKind::Document) => !matches!(what, What::Landscape(_) | What::Divider),
        Around::File(FileKind::Annexe) => {
            !matches!(what, What::Annexe(_) | What::Opening(_) | What::Divider)
        }
    }
}

/// What the writer called it.
fn name(what: &What) -> &'static str {
    match what {
        What::Title(_) | What::Heading { .. } => "#",
        What::Alinea { .. } => "####",
        What::Repere { .. } => "[…]",
        What::Item { .. } => "-",
        What::Divider => "===",
        What::Table(_) => "tableau",
        What::Opening(_) => "ouverture",
        What::Definitions(_) => "definitions",
        What::Figures(_) => "chiffres",
        What::Note(_) => "note",
        What::Frame(_) => "encadre",
        What::Names(_) => "noms",
        What::Kept(_) => "ensemble",
        What::Landscape(_) => "paysage",
        What::Parties { .. } => "parties",
        What::Signatures { .. } | What::FreeSignatures(_) => "signatures",
        What::Entries(_) => "saisie",
        What::Annexe(_) => "annexe",
        What::PageBreak => "saut",
        What::HandLine => "a-la-main",
        What::Paragraph(_) | What::Pair { .. } | What::If { .. } | What::Each { .. } => "alinéa",
    }
}

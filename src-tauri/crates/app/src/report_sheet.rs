//! The fiche de report on the screen: the same rows as on its pages, each ready to be copied.

use crate::view::{ReportGroup, ReportRow, ReportView};
use crate::{Desk, Problem, today};
use chrono::NaiveDateTime;
use document::{Block, Document, Entries, EntryRow, Inline};

/// The values to be copied into another text, in its order: those of the first document of the dossier that has some;
/// none when no document has any.
///
/// # Errors
/// The dossier is unknown, or a document cannot be filled.
pub fn report_sheet(desk: &Desk, id: &str, now: NaiveDateTime) -> Result<ReportView, Problem> {
    let kept = desk.kept(&crate::desk::id(id)?)?;
    let template = desk.workshop().template(&kept.dossier)?;
    let today = today(now)?;
    for declared in template.documents_of(&kept.dossier) {
        let draft = template::draft(template, &kept.dossier, &declared.key, 1, today, false);
        let groups = groups(&draft.map_err(Problem::Fill)?);
        if !groups.is_empty() {
            return Ok(ReportView {
                document: declared.key.clone(),
                revision: kept.revision,
                groups,
            });
        }
    }
    Ok(ReportView::default())
}

fn groups(document: &Document) -> Vec<ReportGroup> {
    document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Entries(entries) => Some(group(entries)),
            _ => None,
        })
        .collect()
}

fn group(entries: &Entries) -> ReportGroup {
    ReportGroup {
        label: words(&entries.label),
        title: words(&entries.title),
        rows: entries.rows.iter().map(row).collect(),
    }
}

/// What is missing, or is written by hand, is not to be copied: its value is empty.
fn row(row: &EntryRow) -> ReportRow {
    let whole = row
        .value
        .iter()
        .all(|inline| matches!(inline, Inline::Text(_) | Inline::Break));
    let field = row.value.iter().find_map(|inline| match inline {
        Inline::Text(text) => text.fields.first(),
        Inline::Dotted { fields, .. } | Inline::ToComplete { fields, .. } => fields.first(),
        _ => None,
    });
    ReportRow {
        number: row.number.clone(),
        name: words(&row.name),
        value: if whole {
            words(&row.value)
        } else {
            String::new()
        },
        path: field.cloned().unwrap_or_default(),
    }
}

fn words(inlines: &[Inline]) -> String {
    let word = |inline: &Inline| match inline {
        Inline::Text(text) => text.words.clone(),
        Inline::Break => "\n".to_owned(),
        _ => String::new(),
    };
    inlines.iter().map(word).collect()
}

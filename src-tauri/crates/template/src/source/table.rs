//! Reads `::: tableau`: its settings, its header, its rows and, after `===`, its totals.

use super::directive::{self, Settings};
use super::lines::Reader;
use super::spans::end_of_value;
use super::{ColumnSort, Line, Table};
use crate::misprint::MisprintKind;

const SORTS: &[(&str, ColumnSort)] = &[
    ("texte", ColumnSort::Words),
    ("code", ColumnSort::Code),
    ("nombre", ColumnSort::Figure),
    ("repere", ColumnSort::Repere),
];

/// Reads a table that was just opened, up to its `:::`.
pub(super) fn read(reader: &mut Reader<'_>, rest: &str) -> Table {
    let (each, settings) = match directive::each(rest) {
        Some((each, rest)) => (Some(each), rest),
        None => (None, rest),
    };
    let mut table = Table {
        each,
        ..Table::default()
    };
    settle(reader, settings, &mut table);
    let opened = reader.line();
    fill_rows(reader, &mut table);
    if table.title.is_empty() {
        reader.report.add(opened, MisprintKind::TableTitle);
    }
    if table.header.is_empty() || table.rows.is_empty() {
        reader.report.add(opened, MisprintKind::TableRows);
    }
    table
}

fn settle(reader: &mut Reader<'_>, text: &str, table: &mut Table) {
    let line = reader.line();
    let mut settings = Settings::read("tableau", text, line, reader.report);
    table.title = settings.take("titre").unwrap_or_default();
    table.columns = columns(reader, &settings.take("colonnes").unwrap_or_default());
    table.row_headers = settings
        .take_one_of("entete-ligne", &[("1", true), ("0", false)], reader.report)
        .unwrap_or(false);
    let widths = [("mesure", false), ("bloc", true)];
    table.wide = settings
        .take_one_of("largeur", &widths, reader.report)
        .unwrap_or(true);
    table.anchor = std::mem::take(&mut settings.anchor);
    settings.done(reader.report);
}

fn columns(reader: &mut Reader<'_>, text: &str) -> Vec<ColumnSort> {
    let mut sorts = Vec::new();
    for word in text
        .split(',')
        .map(str::trim)
        .filter(|word| !word.is_empty())
    {
        let sort = SORTS
            .iter()
            .find(|(name, _)| *name == word)
            .map(|(_, sort)| *sort);
        if sort.is_none() {
            reader.misprint(MisprintKind::Setting {
                setting: "colonnes".to_owned(),
                value: word.to_owned(),
            });
        }
        sorts.push(sort.unwrap_or_default());
    }
    sorts
}

fn fill_rows(reader: &mut Reader<'_>, table: &mut Table) {
    let mut in_totals = false;
    for (line, text) in reader.raw_rows() {
        if text == "===" {
            in_totals = true;
            continue;
        }
        let Some(cells) = cells(text) else {
            reader.report.add(
                line,
                MisprintKind::Line {
                    block: "tableau",
                    expected: "écrire « | case | case | »",
                },
            );
            continue;
        };
        let row: Vec<Line> = cells
            .iter()
            .map(|cell| super::read_spans(cell, line, reader.report))
            .collect();
        let expected = if table.header.is_empty() {
            row.len()
        } else {
            table.header.len()
        };
        if row.len() != expected {
            reader.report.add(
                line,
                MisprintKind::Cells {
                    found: row.len(),
                    expected,
                },
            );
        } else if table.header.is_empty() {
            table.header = row;
        } else if in_totals {
            table.totals.push(row);
        } else {
            table.rows.push(row);
        }
    }
}

/// `| a | b |` cut at its bars; a bar inside `{{ … }}` or after `\` cuts nothing.
fn cells(text: &str) -> Option<Vec<String>> {
    let inside = text.strip_prefix('|')?.strip_suffix('|')?;
    let (mut cells, mut cell, mut rest) = (Vec::new(), String::new(), inside);
    while let Some(sign) = rest.chars().next() {
        let taken = match sign {
            '\\' => sign.len_utf8() + rest[1..].chars().next().map_or(0, char::len_utf8),
            '{' if rest.starts_with("{{") => {
                end_of_value(&rest[2..]).map_or(rest.len(), |end| end + 4)
            }
            _ => sign.len_utf8(),
        };
        let (piece, after) = rest.split_at(taken);
        if piece == "|" {
            cells.push(std::mem::take(&mut cell).trim().to_owned());
        } else {
            cell.push_str(piece);
        }
        rest = after;
    }
    cells.push(cell.trim().to_owned());
    Some(cells)
}

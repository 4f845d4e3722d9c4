//! The tables of a document as a workbook: what is a code stays a text, so that `0921688K` or `+33…` is never counted.

use crate::DeliveryError;
use chrono::{Datelike, NaiveDate};
use document::{Align, Block, Column, Document, Inline, Row, Table};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// A name of sheet is no longer, and holds none of these signs.
const LONGEST: usize = 31;
const FORBIDDEN: &[char] = &['[', ']', ':', '*', '?', '/', '\\', '\''];

/// Writes each table of a document in a sheet of its own; `made` is the day said in the file's properties.
///
/// # Errors
/// The tables are larger than a workbook holds.
pub fn xlsx(document: &Document, made: NaiveDate) -> Result<Vec<u8>, DeliveryError> {
    write(document, made).map_err(|error| DeliveryError::Workbook {
        why: error.to_string(),
    })
}

fn write(document: &Document, made: NaiveDate) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(document, made)?);
    for table in tables(&document.blocks) {
        sheet(workbook.add_worksheet(), table)?;
    }
    workbook.save_to_buffer()
}

fn properties(document: &Document, made: NaiveDate) -> Result<DocProperties, XlsxError> {
    let year = u16::try_from(made.year()).unwrap_or(1900);
    let [month, day] = [made.month(), made.day()].map(|part| u8::try_from(part).unwrap_or(1));
    let made = ExcelDateTime::from_ymd(year, month, day)?;
    Ok(DocProperties::new()
        .set_title(&document.title)
        .set_creation_datetime(&made))
}

fn tables(blocks: &[Block]) -> Vec<&Table> {
    blocks
        .iter()
        .flat_map(|block| match block {
            Block::Table(table) => vec![table],
            Block::Kept(blocks) => tables(blocks),
            _ => Vec::new(),
        })
        .collect()
}

fn sheet(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    sheet.set_name(name(&table.title))?;
    let bold = Format::new().set_bold();
    for (at, column) in (0u16..).zip(&table.columns) {
        sheet.write_string_with_format(0, at, words(&column.header), &bold)?;
    }
    for (at, row) in (1u32..).zip(table.rows.iter().chain(&table.totals)) {
        line(sheet, at, row, &table.columns)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofit();
    Ok(())
}

fn line(sheet: &mut Worksheet, at: u32, row: &Row, columns: &[Column]) -> Result<(), XlsxError> {
    for ((column, cell), declared) in (0u16..).zip(&row.cells).zip(columns) {
        let words = words(cell);
        let counted = words.parse::<u32>().ok();
        match counted.filter(|_| declared.align == Align::Right) {
            Some(count) => sheet.write_number(at, column, count)?,
            None => sheet.write_string(at, column, words)?,
        };
    }
    Ok(())
}

/// The title of the table, as far as a name of sheet goes: words are never cut.
fn name(title: &str) -> String {
    let mut name = String::new();
    for word in title.split_whitespace() {
        let word: String = word
            .chars()
            .filter(|sign| !FORBIDDEN.contains(sign))
            .collect();
        if word.is_empty() {
            continue;
        }
        if name.chars().count() + word.chars().count() + 1 > LONGEST {
            break;
        }
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(&word);
    }
    if name.is_empty() {
        "Tableau".to_owned()
    } else {
        name
    }
}

fn words(inlines: &[Inline]) -> String {
    let word = |inline: &Inline| match inline {
        Inline::Text(text) => text.words.clone(),
        Inline::Break => " ".to_owned(),
        Inline::ToComplete { label, .. } => format!("[{label}]"),
        Inline::Dotted { .. } | Inline::Check { .. } => String::new(),
    };
    inlines
        .iter()
        .map(word)
        .collect::<String>()
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader, Xlsx};
    use std::io::Cursor;

    fn cell(words: &str) -> Vec<Inline> {
        vec![Inline::words(words)]
    }

    fn document(rows: &[[&str; 3]]) -> Document {
        let column = |header: &str, align| Column {
            header: cell(header),
            align,
            fixed: false,
        };
        let row = |cells: &[&str; 3]| Row {
            cells: cells.iter().map(|words| cell(words)).collect(),
        };
        let table = Table {
            title: "Écoles de la convention : liste [1]".to_owned(),
            columns: vec![
                column("N°", Align::Right),
                column("UAI", Align::Left),
                column("École", Align::Left),
            ],
            rows: rows.iter().map(row).collect(),
            ..Table::default()
        };
        Document {
            blocks: vec![Block::Kept(vec![Block::Table(table)])],
            ..Document::default()
        }
    }

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
    }

    /// Read by a library that knows nothing of the one that writes.
    #[test]
    fn another_reader_finds_the_same_cells() {
        let rows = [
            ["1", "0921688K", "École élémentaire « Le Parc » & l’annexe"],
            ["2", "0012345", "=1+1"],
            ["3", "+33199001234", "<b>"],
        ];
        let bytes = xlsx(&document(&rows), day()).unwrap();
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        assert_eq!(book.sheet_names(), ["Écoles de la convention liste 1"]);
        let sheet = book.worksheet_range_at(0).unwrap().unwrap();
        assert_eq!(sheet.get_size(), (4, 3));
        assert_eq!(sheet.get((0, 1)), Some(&Data::String("UAI".to_owned())));
        for (at, row) in rows.iter().enumerate() {
            assert_eq!(sheet.get((at + 1, 0)), Some(&Data::Float((at + 1) as f64)));
            for column in [1, 2] {
                let expected = Data::String(row[column].to_owned());
                assert_eq!(sheet.get((at + 1, column)), Some(&expected));
            }
        }
    }

    #[test]
    fn the_same_tables_give_the_same_bytes() {
        let rows = [["1", "0921688K", "Le Parc"]];
        assert_eq!(
            xlsx(&document(&rows), day()).unwrap(),
            xlsx(&document(&rows), day()).unwrap()
        );
    }
}

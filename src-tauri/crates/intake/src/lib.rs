//! Reads what others send. For now: a block of cells copied from a spreadsheet or a web page.
//!
//! Out come plain texts in rows and columns; which field each cell goes to is decided elsewhere. Nothing here
//! knows a window, SQL or a file, and nothing of what is pasted is ever executed or interpreted.

/// The most rows that one paste brings: a commune has some hundred schools.
pub const ROWS: usize = 500;
/// The most columns that one paste brings.
pub const COLUMNS: usize = 40;
/// The most characters that one cell brings.
pub const CELL: usize = 2_000;

/// Why a pasted block is refused, whole: a part of it silently dropped would be worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasteError {
    /// Nothing but blanks.
    #[error("the block is empty")]
    Empty,
    /// More rows than [`ROWS`].
    #[error("{found} rows are more than {ROWS}")]
    Rows {
        /// How many there are.
        found: usize,
    },
    /// More columns than [`COLUMNS`].
    #[error("row {row} has {found} columns, more than {COLUMNS}")]
    Columns {
        /// The row, from 1.
        row: usize,
        /// How many columns it has.
        found: usize,
    },
    /// A cell longer than [`CELL`].
    #[error("row {row}, column {column}: {found} characters are more than {CELL}")]
    Cell {
        /// The row, from 1.
        row: usize,
        /// The column, from 1.
        column: usize,
        /// How many characters it has.
        found: usize,
    },
}

/// Cuts a pasted block into rows of cells: tabs between cells, line ends between rows; a cell that holds
/// a tab or a line end comes between quotes, as spreadsheets write it, and its line end becomes a space.
/// Rows of nothing but blanks are left out.
///
/// # Errors
/// The block is empty, or larger than what a person pastes.
pub fn pasted(block: &str) -> Result<Vec<Vec<String>>, PasteError> {
    let rows: Vec<Vec<String>> = cut(block)
        .into_iter()
        .filter(|row| row.iter().any(|cell| !cell.is_empty()))
        .collect();
    match rows.len() {
        0 => Err(PasteError::Empty),
        found if found > ROWS => Err(PasteError::Rows { found }),
        _ => rows
            .iter()
            .enumerate()
            .try_for_each(|(at, row)| fits(at + 1, row))
            .map(|()| rows),
    }
}

fn fits(row: usize, cells: &[String]) -> Result<(), PasteError> {
    if cells.len() > COLUMNS {
        return Err(PasteError::Columns {
            row,
            found: cells.len(),
        });
    }
    let counts = cells.iter().map(|cell| cell.chars().count()).enumerate();
    match counts.into_iter().find(|(_, count)| *count > CELL) {
        Some((at, found)) => Err(PasteError::Cell {
            row,
            column: at + 1,
            found,
        }),
        None => Ok(()),
    }
}

fn cut(block: &str) -> Vec<Vec<String>> {
    let mut rows = vec![Vec::new()];
    let mut rest = block.trim_start_matches('\u{feff}');
    loop {
        let (cell, end, after) = next_cell(rest);
        if let Some(row) = rows.last_mut() {
            row.push(cell);
        }
        match end {
            End::Cell => {}
            End::Row => rows.push(Vec::new()),
            End::Block => return rows,
        }
        rest = after;
    }
}

/// What ends a cell.
enum End {
    Cell,
    Row,
    Block,
}

fn next_cell(text: &str) -> (String, End, &str) {
    if let Some((cell, after)) = text.strip_prefix('"').and_then(quoted) {
        let (tail, end, after) = plain(after);
        return (clean(&(cell + tail)), end, after);
    }
    let (cell, end, after) = plain(text);
    (clean(cell), end, after)
}

/// A cell without quotes: up to a tab or a line end.
fn plain(text: &str) -> (&str, End, &str) {
    let Some(at) = text.find(['\t', '\r', '\n']) else {
        return (text, End::Block, "");
    };
    let (cell, after) = text.split_at(at);
    let end = if after.starts_with('\t') {
        End::Cell
    } else {
        End::Row
    };
    (
        cell,
        end,
        after.strip_prefix("\r\n").unwrap_or_else(|| &after[1..]),
    )
}

/// A cell between quotes, the first one taken; none when no quote closes it: then the quote is part of the text.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = text;
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        match after.strip_prefix('"') {
            Some(more) => {
                cell.push('"');
                rest = more;
            }
            None if after.is_empty() || after.starts_with(['\t', '\r', '\n']) => {
                return Some((cell, after));
            }
            None => return None,
        }
    }
}

/// Blanks and line ends of a cell become one space.
fn clean(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(block: &str, expected: &[&[&str]]) {
        let rows: Vec<Vec<String>> = expected
            .iter()
            .map(|row| row.iter().map(|&cell| cell.to_owned()).collect())
            .collect();
        assert_eq!(pasted(block), Ok(rows), "pasting {block:?}");
    }

    #[test]
    fn cuts_what_spreadsheets_write() {
        check(
            "Le Parc\t0921688K\r\nLes Ormeaux\t0920440D\r\n",
            &[&["Le Parc", "0921688K"], &["Les Ormeaux", "0920440D"]],
        );
        check("a\t\tb", &[&["a", "", "b"]]);
        check("\"deux\nlignes\"\tx", &[&["deux lignes", "x"]]);
        check("\"dit \"\"Le Parc\"\"\"\tx", &[&["dit \"Le Parc\"", "x"]]);
        check("\"Le Parc\" annexe\tx", &[&["\"Le Parc\" annexe", "x"]]);
        check("\"sans fin\tx\ny", &[&["\"sans fin", "x"], &["y"]]);
    }

    #[test]
    fn refuses_what_no_one_pastes() {
        assert_eq!(pasted(" \n\t\n"), Err(PasteError::Empty));
        assert_eq!(
            pasted(&"x\n".repeat(501)),
            Err(PasteError::Rows { found: 501 })
        );
        assert_eq!(
            pasted(&format!("a\n{}", "x\t".repeat(40))),
            Err(PasteError::Columns { row: 2, found: 41 })
        );
        assert_eq!(
            pasted(&format!("a\t{}", "é".repeat(2_001))),
            Err(PasteError::Cell {
                row: 1,
                column: 2,
                found: 2_001
            })
        );
    }

    proptest::proptest! {
        #[test]
        fn never_panics_and_loses_no_letter(block in "[a-zé\"\t\r\n ]{0,200}") {
            if let Ok(rows) = pasted(&block) {
                let kept: usize = rows.iter().flatten().map(|cell| cell.matches(|c: char| c.is_alphabetic()).count()).sum();
                proptest::prop_assert_eq!(kept, block.matches(|c: char| c.is_alphabetic()).count());
            }
        }
    }
}

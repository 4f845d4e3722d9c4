//! The case that the journey types, read from the example's file.
//!
//! What is typed is what a person types, not the file's own writing.

use serde_json::Value;

use crate::asks::{Ask, DEDUCED, How, Printed};

/// Where words are read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// In the convention.
    Convention,
    /// Among the boxes of the convention.
    Boxes,
    /// In the délibération or the note.
    Act,
}

/// Words that a file holds.
pub struct Read {
    /// Where they are read.
    pub place: Where,
    /// The words.
    pub words: String,
}

/// The example, as its file has it.
pub struct Case(Value);

impl Case {
    /// Reads the example.
    pub fn read() -> Self {
        let file = tests::house::root().join("assets/examples/fontenay-aux-roses.json");
        let text = std::fs::read_to_string(file).expect("the example");
        Self(serde_json::from_str(&text).expect("JSON"))
    }

    /// What a person types for this field.
    pub fn typed(&self, ask: &Ask) -> String {
        let raw = self.raw(ask.at);
        match ask.how {
            How::Day => day(&raw).map_or(raw.clone(), |(y, m, d)| format!("{d:02}{m:02}{y}")),
            How::Phone => raw.replace("+33", "0"),
            _ => raw,
        }
    }

    /// What is read on paper of this field, typed or chosen.
    pub fn on_paper(&self, ask: &Ask) -> Read {
        let raw = self.raw(ask.at);
        let written = match ask.how {
            How::Day => day(&raw).map(long).unwrap_or_default(),
            How::Phone => pairs(&raw.replace("+33", "0")),
            _ => raw,
        };
        read(&ask.printed, &written)
    }

    /// What is read on paper without anybody having typed it.
    pub fn deduced(&self) -> impl Iterator<Item = Read> {
        DEDUCED
            .iter()
            .map(|(at, printed)| read(printed, &self.raw(at)))
    }

    /// The schools as a spreadsheet gives them: a line each, a tabulation between cells.
    pub fn schools(&self) -> Vec<[String; 5]> {
        let cells = |at: usize| {
            ["nom", "nature", "secteur", "adresse", "uai"]
                .map(|key| self.raw(&format!("/ecoles/{at}/{key}")))
        };
        let count = self.0["ecoles"].as_array().expect("schools").len();
        (0..count).map(cells).collect()
    }

    fn raw(&self, at: &str) -> String {
        let value = self.0.pointer(at).and_then(Value::as_str);
        value
            .unwrap_or_else(|| panic!("the example has no {at}"))
            .to_owned()
    }
}

/// A ticked box is « ☒ », an empty one « ☐ »: both answers are read, the right one ticked.
fn read(printed: &Printed, written: &str) -> Read {
    let (place, words) = match printed {
        Printed::Convention => (Where::Convention, written.to_owned()),
        Printed::Act => (Where::Act, written.to_owned()),
        Printed::As(words) => (Where::Convention, (*words).to_owned()),
        Printed::ActAs(words) => (Where::Act, (*words).to_owned()),
        Printed::Ticked(line, chosen, other) => {
            (Where::Boxes, format!("{line} ☒ {chosen} ☐ {other}"))
        }
    };
    Read { place, words }
}

fn day(iso: &str) -> Option<(u32, u32, u32)> {
    let mut parts = iso.split('-').map(|part| part.parse().ok());
    Some((parts.next()??, parts.next()??, parts.next()??))
}

/// « 14 décembre 2026 ».
fn long((year, month, day): (u32, u32, u32)) -> String {
    let month = match month {
        11 => "novembre",
        12 => "décembre",
        other => panic!("the example has no day in month {other}"),
    };
    format!("{day} {month} {year}")
}

/// « 01 99 00 12 34 ».
fn pairs(digits: &str) -> String {
    let pairs: Vec<String> = digits
        .as_bytes()
        .chunks(2)
        .map(|pair| String::from_utf8_lossy(pair).into_owned())
        .collect();
    pairs.join(" ")
}

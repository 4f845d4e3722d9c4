//! The case that the journey types, read from the example's file.
//!
//! What is typed is what a person types, not the file's own writing.

use serde_json::Value;

use crate::asks::{Ask, How, Printed};

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
            How::Day => day(&raw).map_or(raw.clone(), |(y, m, d)| format!("{d:02}/{m:02}/{y}")),
            How::Phone => pairs(&raw.replace("+33", "0")),
            _ => raw,
        }
    }

    /// What is read on paper for this field, in the file it is read in; none when it is not printed.
    pub fn on_paper(&self, ask: &Ask) -> Option<(bool, String)> {
        match ask.printed {
            Printed::Convention => Some((true, self.written(ask))),
            Printed::Act => Some((false, self.written(ask))),
            Printed::As(words) => Some((true, words.to_owned())),
            Printed::No => None,
        }
    }

    fn written(&self, ask: &Ask) -> String {
        match ask.how {
            How::Day => day(&self.raw(ask.at)).map(long).unwrap_or_default(),
            _ => self.typed(ask),
        }
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

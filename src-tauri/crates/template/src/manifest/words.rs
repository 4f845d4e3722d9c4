//! Reads the words of `modele.toml` one by one, so that each fault is said by its name and its line.

use crate::expr::Expr;
use crate::misprint::{MisprintKind, Report};
use std::collections::BTreeSet;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Where the lines of the file end, to name one from a place. Every word asks for its own: they are found once.
pub(super) struct Lines(Vec<usize>);

impl Lines {
    pub(super) fn read(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(at, _)| at).collect())
    }

    pub(super) fn of(&self, at: usize) -> usize {
        self.0.partition_point(|end| *end < at) + 1
    }
}

#[test]
fn a_place_is_on_the_line_that_holds_it() {
    let lines = Lines::read("un\n\ntrois");
    assert_eq!([0, 2, 3, 4, 8].map(|at| lines.of(at)), [1, 1, 2, 3, 3]);
}

/// The words of one part of the file; each is taken once, and those left are unknown.
pub(super) struct Words<'a, 'i> {
    table: Vec<(&'a str, usize, &'a Spanned<DeValue<'i>>)>,
    lines: &'a Lines,
    line: usize,
    pub(super) report: &'a mut Report,
}

impl<'a, 'i> Words<'a, 'i> {
    /// The words of a table that begins at this line.
    pub(super) fn of(
        table: &'a DeTable<'i>,
        line: usize,
        lines: &'a Lines,
        report: &'a mut Report,
    ) -> Self {
        let words = table
            .iter()
            .map(|(key, value)| (key.get_ref().as_ref(), lines.of(key.span().start), value));
        Self {
            table: words.collect(),
            lines,
            line,
            report,
        }
    }

    /// Takes a word: its line and its value.
    fn take(&mut self, word: &str) -> Option<(usize, &'a Spanned<DeValue<'i>>)> {
        let at = self.table.iter().position(|(key, ..)| *key == word)?;
        let (_, line, value) = self.table.remove(at);
        Some((line, value))
    }

    /// The file.
    pub(super) fn file(&self) -> &str {
        self.report.file()
    }

    /// The line where this part begins.
    pub(super) fn line(&self) -> usize {
        self.line
    }

    /// The line of a word that is still to be taken; that of the part when it is not there.
    pub(super) fn line_of(&self, word: &str) -> usize {
        let found = self.table.iter().find(|(key, ..)| *key == word);
        found.map_or(self.line, |(_, line, _)| *line)
    }

    /// Says that a word's value does not fit.
    pub(super) fn unfit(&mut self, line: usize, word: &str, expected: impl Into<String>) {
        self.report.add(
            line,
            MisprintKind::WordValue {
                word: word.to_owned(),
                expected: expected.into(),
            },
        );
    }

    fn missing(&mut self, word: &str) {
        self.report
            .add(self.line, MisprintKind::MissingWord(word.to_owned()));
    }

    /// A text that may be absent, with its line.
    pub(super) fn text_at(&mut self, word: &str) -> Option<(usize, String)> {
        let (line, value) = self.take(word)?;
        match value.get_ref().as_str() {
            Some(text) => Some((line, text.to_owned())),
            None => {
                self.unfit(line, word, "un texte entre guillemets est attendu");
                None
            }
        }
    }

    /// A text that may be absent.
    pub(super) fn text(&mut self, word: &str) -> Option<String> {
        self.text_at(word).map(|(_, text)| text)
    }

    /// A text that must be there.
    pub(super) fn must_text(&mut self, word: &str) -> String {
        let present = self.has(word);
        let text = self.text(word).unwrap_or_default();
        if text.trim().is_empty() && (!present || text.is_empty()) {
            self.missing(word);
        }
        text
    }

    /// The text of a word that is still to be taken.
    pub(super) fn peek(&self, word: &str) -> Option<&str> {
        let (.., value) = self.table.iter().find(|(key, ..)| *key == word)?;
        value.get_ref().as_str()
    }

    /// Whether a word is there.
    pub(super) fn has(&self, word: &str) -> bool {
        self.table.iter().any(|(key, ..)| *key == word)
    }

    /// A whole number that may be absent.
    pub(super) fn number(&mut self, word: &str) -> Option<u32> {
        let (line, value) = self.take(word)?;
        let number = value
            .get_ref()
            .as_integer()
            .and_then(|number| number.as_str().parse().ok());
        if number.is_none() {
            self.unfit(line, word, "un nombre entier est attendu, sans guillemets");
        }
        number
    }

    /// A whole number that must be there.
    pub(super) fn must_number(&mut self, word: &str) -> u32 {
        if !self.has(word) {
            self.missing(word);
        }
        self.number(word).unwrap_or_default()
    }

    /// `true` or `false`; `false` when absent.
    pub(super) fn flag(&mut self, word: &str) -> bool {
        let Some((line, value)) = self.take(word) else {
            return false;
        };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.unfit(
                line,
                word,
                "« true » ou « false » est attendu, sans guillemets",
            );
            false
        })
    }

    /// One of these words; none when absent.
    pub(super) fn one_of<T: Copy>(&mut self, word: &str, values: &[(&str, T)]) -> Option<T> {
        let (line, text) = self.text_at(word)?;
        let found = values
            .iter()
            .find(|(name, _)| *name == text)
            .map(|(_, value)| *value);
        if found.is_none() {
            let names: Vec<String> = values
                .iter()
                .map(|(name, _)| format!("« {name} »"))
                .collect();
            self.unfit(line, word, format!("attendu : {}", names.join(", ")));
        }
        found
    }

    /// One of these words, which must be there; the first one otherwise.
    pub(super) fn must_one_of<T: Copy>(&mut self, word: &str, values: &[(&str, T)]) -> Option<T> {
        if !self.has(word) {
            self.missing(word);
        }
        self.one_of(word, values)
            .or_else(|| values.first().map(|(_, value)| *value))
    }

    /// A list of texts; empty when absent.
    pub(super) fn texts(&mut self, word: &str) -> Vec<String> {
        let Some((line, value)) = self.take(word) else {
            return Vec::new();
        };
        let read = |list: &'a toml::de::DeArray<'i>| {
            list.iter()
                .map(|item| item.get_ref().as_str().map(str::to_owned))
                .collect::<Option<Vec<String>>>()
        };
        value
            .get_ref()
            .as_array()
            .and_then(read)
            .unwrap_or_else(|| {
                self.unfit(
                    line,
                    word,
                    "une liste de textes est attendue : [\"…\", \"…\"]",
                );
                Vec::new()
            })
    }

    /// An expression, with its line; none when absent.
    pub(super) fn expression(&mut self, word: &str) -> Option<Expr> {
        let (line, text) = self.text_at(word)?;
        Expr::read(&text, line, self.report)
    }

    /// The tables repeated under a word: `[[champs]]`, or a list of `{ … }`.
    pub(super) fn tables(&mut self, word: &str) -> Vec<(usize, &'a DeTable<'i>)> {
        let Some((line, value)) = self.take(word) else {
            return Vec::new();
        };
        let Some(list) = value.get_ref().as_array() else {
            self.unfit(line, word, format!("s’écrit [[{word}]]"));
            return Vec::new();
        };
        let lines = self.lines;
        list.iter()
            .filter_map(|item| {
                item.get_ref()
                    .as_table()
                    .map(|table| (lines.of(item.span().start), table))
            })
            .collect()
    }

    /// The same, where each names a thing of its own by its `cle`.
    pub(super) fn keyed_tables(&mut self, word: &str) -> Vec<(usize, &'a DeTable<'i>)> {
        let tables = self.tables(word);
        let mut seen = BTreeSet::new();
        for (_, table) in &tables {
            let Some(value) = table.get("cle") else {
                continue;
            };
            let key = value.get_ref().as_str().unwrap_or_default();
            if !seen.insert(key) {
                let line = self.lines.of(value.span().start);
                self.report
                    .add(line, MisprintKind::KeyTwice(key.to_owned()));
            }
        }
        tables
    }

    /// The table under a word: `[originaux]`.
    pub(super) fn table(&mut self, word: &str) -> Option<(usize, &'a DeTable<'i>)> {
        let (line, value) = self.take(word)?;
        let table = value.get_ref().as_table().map(|table| (line, table));
        if table.is_none() {
            self.unfit(line, word, format!("s’écrit [{word}]"));
        }
        table
    }

    /// The words of a part below this one.
    pub(super) fn below<'b>(&'b mut self, line: usize, table: &'b DeTable<'i>) -> Words<'b, 'i>
    where
        'a: 'b,
    {
        Words::of(table, line, self.lines, self.report)
    }

    /// Every word left, with its line and text, as `[propositions]` has them.
    pub(super) fn rest(mut self) -> Vec<(usize, String, String)> {
        let keys: Vec<String> = self
            .table
            .iter()
            .map(|(key, ..)| (*key).to_owned())
            .collect();
        keys.into_iter()
            .filter_map(|key| self.text_at(&key).map(|(line, text)| (line, key, text)))
            .collect()
    }

    /// Says every word that nobody took.
    pub(super) fn done(self) {
        for (word, line, _) in self.table {
            self.report
                .add(line, MisprintKind::UnknownWord(word.to_owned()));
        }
    }
}

//! A text being read, with the faults found so far: types, keys said twice, lines. It knows no field of a dossier.

use crate::error::{Expected, FormatError, Found, What};
use crate::near::{nearest, shortened};
use crate::raw::Raw;
use crate::upgrade::Step;
use crate::{MOST_ERRORS, MOST_ITEMS};
use domain::record::Path;
use std::collections::BTreeSet;

/// The path of the whole file.
pub(crate) fn top() -> Path {
    Path::new("")
}

/// A text being read, with what is wrong in it so far.
pub(crate) struct Reader<'a> {
    text: &'a str,
    /// Where lines end, counted once the first fault is found.
    line_ends: Option<Vec<usize>>,
    errors: Vec<FormatError>,
    /// The steps between versions, for a file inside this one.
    pub(crate) steps: &'a [Step],
}

impl<'a> Reader<'a> {
    pub(crate) fn run<T>(
        text: &'a str,
        steps: &'a [Step],
        read: fn(&mut Self, Raw<'a>) -> T,
    ) -> Result<T, Vec<FormatError>> {
        let raw = Raw::of(text).map_err(|(line, what)| {
            vec![FormatError {
                path: top(),
                line: Some(line),
                what,
            }]
        })?;
        let mut reader = Self {
            text,
            line_ends: None,
            errors: Vec::new(),
            steps,
        };
        let done = read(&mut reader, raw);
        reader.errors.sort_by_key(|error| error.line);
        if reader.errors.is_empty() {
            Ok(done)
        } else {
            Err(reader.errors)
        }
    }

    /// Notes a fault at a value.
    pub(crate) fn fault(&mut self, path: Path, raw: Raw<'a>, what: What) {
        if self.errors.len() < MOST_ERRORS {
            let line = self.line(raw);
            self.errors.push(FormatError { path, line, what });
        }
    }

    /// Notes the faults of a file inside this one: their paths and lines are then those of the whole.
    pub(crate) fn faults_below(&mut self, at: &Path, raw: Raw<'a>, errors: Vec<FormatError>) {
        let first = self.line(raw).unwrap_or(1);
        for error in errors {
            if self.errors.len() >= MOST_ERRORS {
                return;
            }
            let path = error
                .path
                .keys()
                .fold(at.clone(), |path, key| path.join(key));
            let line = Some(error.line.map_or(first, |line| first + line - 1));
            let what = error.what;
            self.errors.push(FormatError { path, line, what });
        }
    }

    fn line(&mut self, raw: Raw<'a>) -> Option<usize> {
        let offset = raw.offset(self.text)?;
        let ends = self
            .line_ends
            .get_or_insert_with(|| self.text.match_indices('\n').map(|(at, _)| at).collect());
        Some(ends.partition_point(|&end| end < offset) + 1)
    }

    pub(crate) fn wrong_type(&mut self, path: &Path, raw: Raw<'a>, expected: Expected) {
        self.fault(
            path.clone(),
            raw,
            What::WrongType {
                expected,
                found: raw.found(),
            },
        );
    }

    /// The members of a record; a key said twice is told and its first value kept.
    pub(crate) fn members(&mut self, raw: Raw<'a>, path: &Path) -> Vec<(String, Raw<'a>)> {
        if raw.found() != Found::Record {
            self.wrong_type(path, raw, Expected::Record);
            return Vec::new();
        }
        let Some(mut members) = raw.members() else {
            self.fault(path.clone(), raw, What::BrokenText);
            return Vec::new();
        };
        let mut seen = BTreeSet::new();
        members.retain(|(key, value)| {
            let first = seen.insert(key.clone());
            if !first {
                self.fault(path.join(&shortened(key)), *value, What::Twice);
            }
            first
        });
        members
    }

    pub(crate) fn items(&mut self, raw: Raw<'a>, path: &Path) -> Vec<Raw<'a>> {
        let Some(items) = raw.items() else {
            self.wrong_type(path, raw, Expected::List);
            return Vec::new();
        };
        if items.len() > MOST_ITEMS {
            self.fault(
                path.clone(),
                raw,
                What::TooMany {
                    count: items.len(),
                    most: MOST_ITEMS,
                },
            );
            return Vec::new();
        }
        items
    }

    pub(crate) fn text(&mut self, raw: Raw<'a>, path: &Path) -> Option<String> {
        if raw.found() != Found::Text {
            self.wrong_type(path, raw, Expected::Text);
            return None;
        }
        let text = raw.text();
        if text.is_none() {
            self.fault(path.clone(), raw, What::BrokenText);
        }
        text
    }

    pub(crate) fn unknown(&mut self, at: &Path, key: &str, raw: Raw<'a>, known: &[&'static str]) {
        let near = nearest(known.iter().copied(), key).map(str::to_owned);
        self.fault(at.join(&shortened(key)), raw, What::UnknownField { near });
    }
}

//! Reads what follows `:::` : the name of a block, then its settings.
//!
//! A setting is `mot`, `mot=valeur` or `mot="une valeur"`, with or without braces around them all.

use super::Each;
use crate::misprint::{MisprintKind, Report};

/// `::: nom …` cut in two.
pub(super) struct Directive<'a> {
    pub(super) name: &'a str,
    pub(super) rest: &'a str,
}

impl<'a> Directive<'a> {
    /// Reads the line after its `:::`; none when it is bare.
    pub(super) fn of(after: &'a str) -> Option<Self> {
        let after = after.trim();
        let (name, rest) = after.split_once(char::is_whitespace).unwrap_or((after, ""));
        (!name.is_empty()).then_some(Self {
            name,
            rest: rest.trim(),
        })
    }
}

/// `ecole dans ecoles`, taken from the head of a text; the rest is given back.
pub(super) fn each(text: &str) -> Option<(Each, &str)> {
    let mut words = text.splitn(4, char::is_whitespace);
    let (name, link, list) = (words.next()?, words.next()?, words.next()?);
    let plain = |word: &str| {
        !word.is_empty()
            && word
                .chars()
                .all(|sign| sign.is_ascii_alphanumeric() || sign == '_' || sign == '.')
    };
    let reads = matches!(link, "dans" | "in") && plain(name) && !name.contains('.') && plain(list);
    reads.then(|| {
        (
            Each {
                name: name.to_owned(),
                list: list.to_owned(),
            },
            words.next().unwrap_or("").trim(),
        )
    })
}

/// The settings of a block, each taken once by who knows it.
pub(super) struct Settings {
    block: String,
    line: usize,
    all: Vec<(String, String)>,
    pub(super) anchor: String,
}

impl Settings {
    /// Reads settings; an anchor is `#nom`.
    pub(super) fn read(block: &str, text: &str, line: usize, report: &mut Report) -> Self {
        let mut settings = Self {
            block: block.to_owned(),
            line,
            all: Vec::new(),
            anchor: String::new(),
        };
        for word in words(text.trim().trim_start_matches('{').trim_end_matches('}')) {
            match word.strip_prefix('#') {
                Some(anchor) => settings.anchor = checked_anchor(anchor, line, report),
                None => {
                    let (key, value) = word.split_once('=').unwrap_or((&word, ""));
                    settings
                        .all
                        .push((key.to_owned(), unquoted(value).to_owned()));
                }
            }
        }
        settings
    }

    /// Takes a setting.
    pub(super) fn take(&mut self, key: &str) -> Option<String> {
        let at = self.all.iter().position(|(name, _)| name == key)?;
        Some(self.all.remove(at).1)
    }

    /// Takes a setting that has one of these values; another value is a misprint.
    pub(super) fn take_one_of<T: Copy>(
        &mut self,
        key: &str,
        values: &[(&str, T)],
        report: &mut Report,
    ) -> Option<T> {
        let value = self.take(key)?;
        let found = values
            .iter()
            .find(|(name, _)| *name == value)
            .map(|(_, what)| *what);
        if found.is_none() {
            report.add(
                self.line,
                MisprintKind::Setting {
                    setting: key.to_owned(),
                    value,
                },
            );
        }
        found
    }

    /// Says every setting that nobody took.
    pub(super) fn done(self, report: &mut Report) {
        for (setting, _) in self.all {
            report.add(
                self.line,
                MisprintKind::UnknownSetting {
                    block: self.block.clone(),
                    setting,
                },
            );
        }
    }
}

/// An anchor: small letters, digits, hyphens.
pub(super) fn checked_anchor(anchor: &str, line: usize, report: &mut Report) -> String {
    let plain = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
    if anchor.is_empty() || !anchor.chars().all(plain) {
        report.add(line, MisprintKind::AnchorName(anchor.to_owned()));
    }
    anchor.to_owned()
}

fn unquoted(value: &str) -> &str {
    value
        .strip_prefix('"')
        .and_then(|value| value.strip_suffix('"'))
        .unwrap_or(value)
}

/// Cuts at blanks that are not between quotes.
fn words(text: &str) -> Vec<String> {
    let (mut all, mut word, mut quoted) = (Vec::new(), String::new(), false);
    for sign in text.chars() {
        if sign.is_whitespace() && !quoted {
            all.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
            continue;
        }
        quoted ^= sign == '"';
        word.push(sign);
    }
    all.extend((!word.is_empty()).then_some(word));
    all
}

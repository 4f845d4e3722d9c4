//! Reads a dossier: everything that is wrong is told at once, each fault with its path and its line.

#[cfg(doc)]
use crate::MOST_ERRORS;
use crate::error::{Expected, FormatError, Found, What};
use crate::near::{nearest, shortened};
use crate::raw::Raw;
use crate::reader::{Reader, top};
use crate::upgrade::{STEPS, Step, upgrade};
use crate::{MOST_BYTES, key};
use domain::dossier::{Dossier, TemplateRef};
use domain::record::{Id, Path};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Reads a dossier from its JSON text; a byte order mark before it is forgiven.
///
/// Fields that are absent or `""` are empty. An item without `id` is named by its rank, from 1.
///
/// # Errors
/// All that the file is refused for, in the order of the text, [`MOST_ERRORS`] at most.
pub fn read(text: &str) -> Result<Dossier, Vec<FormatError>> {
    read_with(text, STEPS)
}

/// [`read`], with these steps between versions.
pub(crate) fn read_with(text: &str, steps: &[Step]) -> Result<Dossier, Vec<FormatError>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > MOST_BYTES {
        let what = What::TooBig {
            bytes: text.len(),
            most: MOST_BYTES,
        };
        return Err(vec![FormatError {
            path: top(),
            line: None,
            what,
        }]);
    }
    let current = current(text, steps)?;
    Reader::run(&current, steps, Reader::dossier)
}

/// The text of a file at the version of today.
fn current<'a>(text: &'a str, steps: &[Step]) -> Result<Cow<'a, str>, Vec<FormatError>> {
    let version = Reader::run(text, steps, Reader::version)?;
    upgrade(text, version, steps).map_err(|error| vec![error])
}

/// Those answers of a dossier that are to no known question: an unknown field each. Lines are not known any more.
pub fn unknown_answers<'k>(
    dossier: &Dossier,
    known: impl IntoIterator<Item = &'k str>,
) -> Vec<FormatError> {
    let known: BTreeSet<&str> = known.into_iter().collect();
    let unknown = dossier
        .answers
        .keys()
        .filter(|answer| !known.contains(answer.as_str()));
    let at = Path::new(key::ANSWERS);
    unknown
        .map(|answer| FormatError {
            path: at.join(answer),
            line: None,
            what: What::UnknownField {
                near: nearest(known.iter().copied(), answer).map(str::to_owned),
            },
        })
        .collect()
}

impl<'a> Reader<'a> {
    /// The version of the file, which decides how the rest is read.
    fn version(&mut self, raw: Raw<'a>) -> u64 {
        let path = Path::new(key::FORMAT);
        if raw.found() != Found::Record {
            self.wrong_type(&top(), raw, Expected::Record);
            return 0;
        }
        let Some(members) = raw.members() else {
            self.fault(top(), raw, What::BrokenText);
            return 0;
        };
        let Some((_, value)) = members.into_iter().find(|(key, _)| key == key::FORMAT) else {
            self.fault(path, raw, What::Missing);
            return 0;
        };
        if value.found() != Found::Number {
            self.wrong_type(&path, value, Expected::Number);
        }
        value.number().unwrap_or(0)
    }

    fn dossier(&mut self, raw: Raw<'a>) -> Dossier {
        let mut dossier = Dossier::default();
        let (mut by_hand, mut template) = (None, None);
        for (key, value) in self.members(raw, &top()) {
            match key.as_str() {
                key::FORMAT => {}
                key::TEMPLATE => template = Some(self.template(value)),
                key::ANSWERS => self.answers(&mut dossier, value),
                key::BY_HAND => by_hand = Some(value),
                key::BEFORE => dossier.before = self.before(value).map(Box::new),
                _ => self.field(&mut dossier.sheet, &key, value, &top()),
            }
        }
        match template {
            Some(template) => dossier.template = template,
            None => self.fault(top().join(key::TEMPLATE), raw, What::Missing),
        }
        // Read last: it names fields that may stand anywhere in the text.
        if let Some(value) = by_hand {
            self.by_hand(&mut dossier, value);
        }
        dossier
    }

    /// The dossier that this one follows: a file of its own, of its own version, which follows none in its turn. What
    /// is wrong with it is told with its lines in the whole text while it is of the version of today.
    fn before(&mut self, raw: Raw<'a>) -> Option<Dossier> {
        let at = Path::new(key::BEFORE);
        if raw.found() != Found::Record {
            self.wrong_type(&at, raw, Expected::Record);
            return None;
        }
        if let Some((_, deeper)) =
            (raw.members().into_iter().flatten()).find(|(key, _)| key == key::BEFORE)
        {
            self.fault(at.join(key::BEFORE), deeper, What::TooDeep);
            return None;
        }
        let steps = self.steps;
        let read =
            current(raw.json(), steps).and_then(|text| Reader::run(&text, steps, Reader::dossier));
        read.map_err(|errors| self.faults_below(&at, raw, errors))
            .ok()
    }

    fn template(&mut self, raw: Raw<'a>) -> TemplateRef {
        let at = Path::new(key::TEMPLATE);
        let (mut id, mut version) = (None, None);
        for (key, value) in self.members(raw, &at) {
            match key.as_str() {
                key::TEMPLATE_ID => id = Some(self.template_id(value, &at.join(&key))),
                key::TEMPLATE_VERSION => {
                    version = Some(self.template_version(value, &at.join(&key)))
                }
                _ => self.unknown(&at, &key, value, &[key::TEMPLATE_ID, key::TEMPLATE_VERSION]),
            }
        }
        for (key, absent) in [
            (key::TEMPLATE_ID, id.is_none()),
            (key::TEMPLATE_VERSION, version.is_none()),
        ] {
            if absent && raw.found() == Found::Record {
                self.fault(at.join(key), raw, What::Missing);
            }
        }
        TemplateRef {
            id: id.unwrap_or_default(),
            version: version.unwrap_or_default(),
        }
    }

    /// The folder's name of a modèle: letters, digits and hyphens, like an id.
    fn template_id(&mut self, raw: Raw<'a>, at: &Path) -> String {
        let Some(text) = self.text(raw, at) else {
            return String::new();
        };
        if Id::new(&text).is_none() {
            self.fault(
                at.clone(),
                raw,
                What::BadId {
                    id: shortened(&text),
                },
            );
        }
        text
    }

    fn template_version(&mut self, raw: Raw<'a>, at: &Path) -> u32 {
        if raw.found() != Found::Number {
            self.wrong_type(at, raw, Expected::Number);
            return 0;
        }
        let version = raw
            .number()
            .and_then(|number| u32::try_from(number).ok())
            .filter(|&number| number > 0);
        if version.is_none() {
            self.fault(at.clone(), raw, What::BadVersion);
        }
        version.unwrap_or_default()
    }
}

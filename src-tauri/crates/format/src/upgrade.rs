//! Files of earlier versions, brought to the version of today step by step. It knows no dossier.

use crate::error::{FormatError, What};
use crate::key;
use domain::record::Path;
use serde_json::Value;
use std::borrow::Cow;

/// Brings a file of one version to the next: renames a key, moves a field. Never guesses a value.
pub(crate) type Step = fn(&mut Value);

/// The steps, the first one from version 1 to version 2. Version 1 is today's: there is none yet.
pub(crate) const STEPS: &[Step] = &[];

/// The text of a file of version `from`, at the version after the last of `steps`.
///
/// # Errors
/// A version that no step starts from, or that is newer than the last step leads to.
pub(crate) fn upgrade<'a>(
    text: &'a str,
    from: u64,
    steps: &[Step],
) -> Result<Cow<'a, str>, FormatError> {
    let known = version_after(steps);
    let error = |what| FormatError {
        path: Path::new(key::FORMAT),
        line: None,
        what,
    };
    if from == 0 {
        return Err(error(What::BadVersion));
    }
    if from > u64::from(known) {
        return Err(error(What::NewerVersion { found: from, known }));
    }
    if from == u64::from(known) {
        return Ok(Cow::Borrowed(text));
    }
    let Ok(mut value) = serde_json::from_str::<Value>(text) else {
        return Err(error(What::BadVersion));
    };
    let done = usize::try_from(from - 1).unwrap_or(0);
    steps.iter().skip(done).for_each(|step| step(&mut value));
    if let Some(version) = value.get_mut(key::FORMAT) {
        *version = Value::from(known);
    }
    Ok(Cow::Owned(value.to_string()))
}

/// The version that the last of `steps` leads to.
pub(crate) const fn version_after(steps: &[Step]) -> u32 {
    steps.len() as u32 + 1
}

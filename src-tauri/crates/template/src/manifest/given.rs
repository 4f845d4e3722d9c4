//! Reads `[propositions]` and `[sigles]`: what a new dossier holds already, what abbreviations mean.

use super::words::Words;
use crate::misprint::MisprintKind;
use domain::dossier::ANSWERS;
use domain::record::Path;
use std::collections::BTreeMap;

/// Reads `[propositions]`: each names a field that every dossier has.
pub(super) fn proposals(words: &mut Words<'_, '_>) -> Vec<(Path, String)> {
    proposals_of(words, "propositions")
}

/// Reads a table of proposals: each names a field that every dossier has, or a question.
pub(super) fn proposals_of(words: &mut Words<'_, '_>, word: &str) -> Vec<(Path, String)> {
    let Some((line, table)) = words.table(word) else {
        return Vec::new();
    };
    let read = words.below(line, table).rest();
    let mut proposals = Vec::new();
    for (line, key, text) in read {
        let path = Path::new(key.replace('.', "/"));
        if domain::dossier::Dossier::field(&path).is_some() || path.head() == ANSWERS {
            proposals.push((path, text));
        } else {
            words.report.add(line, MisprintKind::UnknownField(key));
        }
    }
    proposals
}

/// What abbreviations mean, said at their first occurrence.
pub(super) fn initials(words: &mut Words<'_, '_>) -> BTreeMap<String, String> {
    let Some((line, table)) = words.table("sigles") else {
        return BTreeMap::new();
    };
    words
        .below(line, table)
        .rest()
        .into_iter()
        .map(|(_, key, text)| (key, text))
        .collect()
}

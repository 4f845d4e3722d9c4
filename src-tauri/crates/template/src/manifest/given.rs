//! Reads `[propositions]`, `[sigles]` and `[[rgpd]]`: what a new dossier holds already, what abbreviations mean, who
//! answers for which data.

use super::words::Words;
use crate::declared::PrivacyDecl;
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

/// The roles that may be said: key, words.
const PRIVACY: &[(&str, &str)] = &[
    ("responsable", "responsable du traitement"),
    ("conjointe", "responsabilité conjointe"),
    ("competence", "compétence exclusive"),
    ("sous_traitant", "sous-traitant"),
    ("a_fixer", "à fixer par écrit entre les parties"),
];

/// Who answers for which data, in order.
pub(super) fn privacy(words: &mut Words<'_, '_>) -> Vec<PrivacyDecl> {
    let mut all = Vec::new();
    for (line, table) in words.tables("rgpd") {
        let mut words = words.below(line, table);
        all.push(PrivacyDecl {
            who: words.must_text("qui"),
            role: words
                .must_one_of("role", PRIVACY)
                .unwrap_or_default()
                .to_owned(),
            about: words.must_text("objet"),
            source: words.must_text("source"),
        });
        words.done();
    }
    all
}

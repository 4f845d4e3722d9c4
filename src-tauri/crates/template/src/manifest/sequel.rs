//! Reads `[suite]`: what comes after a convention of this modèle.

use super::given::proposals_of;
use super::words::Words;
use crate::declared::{DocumentDecl, SequelRule};
use crate::misprint::MisprintKind;

/// Reads the table. Without it, the text that an avenant changes is that of the documents made in originals.
pub(super) fn rule(words: &mut Words<'_, '_>, documents: &[DocumentDecl]) -> SequelRule {
    let mut rule = SequelRule::default();
    if let Some((line, table)) = words.table("suite") {
        let mut words = words.below(line, table);
        let line = words.line_of("textes");
        rule.texts = words.texts("textes");
        rule.schools_by_update = words
            .one_of("ecoles", &[("avenant", false), ("mise_a_jour", true)])
            .unwrap_or(false);
        rule.renewed = proposals_of(&mut words, "renouvellement");
        for key in &rule.texts {
            if !documents.iter().any(|document| document.key == *key) {
                words
                    .report
                    .add(line, MisprintKind::UnknownKey(key.clone()));
            }
        }
        words.done();
    }
    if rule.texts.is_empty() {
        let originals = documents
            .iter()
            .filter(|document| document.is_signed_text());
        rule.texts = originals.map(|document| document.key.clone()).collect();
    }
    rule
}

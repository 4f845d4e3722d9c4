//! Fields that do not read. The answers to a modèle's own questions are read by the room that knows their kinds.

use super::{at, fault::Fault};
use crate::dossier::Dossier;
use crate::entry::Kind;
use crate::findings::{Finding, Severity};
use crate::record::{Path, walk};

/// Every declared field that does not read: bloquant, save a telephone or an address (`product.md` §6.1),
/// which a document can do without.
pub(super) fn check(dossier: &Dossier) -> Vec<Finding> {
    let mut found = Vec::new();
    walk(&dossier.sheet, &Path::new(""), &mut |path, _, leaf| {
        if let Some(why) = leaf.why() {
            let severity = match leaf.kind() {
                Kind::Phone | Kind::Email => Severity::ToVerify,
                _ => Severity::Blocking,
            };
            found.push(at(path, severity, "", Fault::Unread(why.clone())));
        }
    });
    found
}

#[cfg(test)]
mod tests {
    use super::super::testing::check as told;
    use super::*;

    #[test]
    fn what_does_not_read_is_named() {
        told(
            check,
            &[
                ("ecoles/e1/uai", "0921688K"),
                ("collectivite/siren", "219 200 326"),
            ],
            &[],
        );
        told(
            check,
            &[
                ("collectivite/siren", "219200327"),
                ("ecoles/e1/uai", "0921999U"),
                ("contacts/c1/telephone", "01 99 00"),
                ("contacts/c1/courriel", "referent@exemple"),
                ("deliberation/seance", "bientôt"),
            ],
            &[
                "bloquant champ-illisible collectivite/siren",
                "bloquant champ-illisible ecoles/e1/uai",
                "à vérifier champ-illisible contacts/c1/telephone",
                "à vérifier champ-illisible contacts/c1/courriel",
                "bloquant champ-illisible deliberation/seance",
            ],
        );
    }
}

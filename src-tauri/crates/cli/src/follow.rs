//! Reads what `convent new` makes a dossier from: a modèle, or a dossier that it follows.

use domain::dossier::choices::SequelKind;
use std::path::PathBuf;

/// The words of `--as`, as they are told.
const KINDS: &str = "avenant, mise-a-jour ou renouvellement";

/// The modèle; empty after `--from`, which says it.
pub fn model(model: Option<&str>, follows: bool) -> Result<String, String> {
    match (model, follows) {
        (Some(_), true) => {
            Err("--model et --from s’excluent : le modèle est celui du dossier suivi.".to_owned())
        }
        (None, false) => Err("--model est attendu ; « convent models » donne la liste.".to_owned()),
        (model, _) => Ok(model.unwrap_or_default().to_owned()),
    }
}

/// `--from` and `--as` go together.
pub fn pair(
    from: Option<PathBuf>,
    kind: Option<SequelKind>,
) -> Result<Option<(PathBuf, SequelKind)>, String> {
    match (from, kind) {
        (None, None) => Ok(None),
        (Some(from), Some(kind)) => Ok(Some((from, kind))),
        (Some(_), None) => Err(format!("--from attend aussi --as : {KINDS}.")),
        (None, Some(_)) => {
            Err("--as attend aussi --from : le dossier de la convention.".to_owned())
        }
    }
}

/// What is to come, from its word.
pub fn kind(word: &str) -> Result<SequelKind, String> {
    let mut known = SequelKind::ALL.iter().copied();
    let found = known.find(|kind| kind.key().replace('_', "-") == word);
    found.ok_or_else(|| format!("--as attend {KINDS}, pas « {word} »."))
}

//! What a dossier follows and what it changes, and what may follow it, in words.

use super::types::{ChangeView, FollowView, SequelView};
use crate::fr;
use domain::dossier::Dossier;
use domain::dossier::choices::SequelKind;
use template::{Template, differences};

/// What a dossier follows; none for a first convention.
pub fn sequel(template: &Template, dossier: &Dossier) -> Option<SequelView> {
    let kind = dossier.sequel()?;
    let found = differences(template, dossier).into_iter();
    let changes = found.map(|told| ChangeView {
        matter: fr::matter(told.matter).to_owned(),
        path: told.path.as_str().to_owned(),
        label: fr::spaced(&told.label),
        before: told.before,
        after: told.after,
    });
    Some(SequelView {
        kind: kind.key().to_owned(),
        words: fr::sequel_of(dossier),
        changes: changes.collect(),
    })
}

/// What may be begun after a dossier.
pub fn follows(template: &Template, dossier: &Dossier) -> Vec<FollowView> {
    let kinds = SequelKind::ALL.iter();
    let can = kinds.filter(|kind| template.can_be_followed_by(dossier, **kind));
    can.map(|kind| {
        let (label, help) = fr::sequel_choice(*kind);
        FollowView {
            kind: kind.key().to_owned(),
            label: label.to_owned(),
            help: fr::spaced(help),
        }
    })
    .collect()
}

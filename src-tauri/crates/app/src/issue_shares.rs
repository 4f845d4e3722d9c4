//! « Éditer » of a document that is made once for each share: a file for each, and the one that holds them all. The
//! store keeps that one: it is the document that was made final, whole.

use crate::batch::bound;
use crate::export_dossier::ready;
use crate::make::{From, Made, Order, make};
use crate::{Problem, Workshop};
use rayon::prelude::*;
use template::{Share, Split};

/// Whether a document is made once for each share of its dossier.
pub(crate) fn is_shared(order: &Order<'_>) -> bool {
    let declared = order.template.document(order.key);
    order.template.split != Split::Dossier && declared.is_some_and(|declared| declared.shared_out)
}

/// The files of each share, then the one that holds them all: the last.
///
/// # Errors
/// A share is refused or cannot be made, or there is none: nothing is made.
pub(crate) fn make_shares(workshop: &Workshop, order: &Order<'_>) -> Result<Vec<Made>, Problem> {
    let shares = template::split(order.template, order.dossier);
    let each = shares.par_iter().map(|share| one(workshop, order, share));
    let made: Vec<Vec<Made>> = each.collect::<Result<_, _>>()?;
    let labels = shares.iter().map(|share| share.label.as_str());
    let labelled: Vec<(&str, &Made)> = labels
        .zip(&made)
        .flat_map(|(label, made)| made.iter().map(move |made| (label, made)))
        .collect();
    if labelled.is_empty() {
        return make(workshop, order);
    }
    let whole = bound(
        (order.template, order.dossier),
        order.key,
        order.now,
        &labelled,
    )?;
    let mut all: Vec<Made> = made.into_iter().flatten().collect();
    all.push(whole);
    Ok(all)
}

fn one(workshop: &Workshop, order: &Order<'_>, share: &Share) -> Result<Vec<Made>, Problem> {
    let key = [order.key.to_owned()];
    let proof = match order.from {
        From::Ready(_) => Some(ready(order.template, &share.dossier, &key, order.now)?),
        From::Draft(_) => None,
    };
    let from = proof
        .as_ref()
        .map_or(From::Draft(&share.dossier), From::Ready);
    let own = Order {
        dossier: &share.dossier,
        from,
        unit: &share.key,
        ..*order
    };
    make(workshop, &own)
}

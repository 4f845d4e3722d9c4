//! The conventions that a document is made for, one by one: what stops each, and when it was made.

use super::known::{View, count};
use super::types::ShareRow;
use crate::fr;
use crate::shares::{Judge, is_shared, kept_as, row};
use domain::values::Date;
use std::collections::BTreeMap;
use template::{ControlSheet, DocumentDecl, Placed, Share, Template};

/// A row for each share of a document that is made once for each; none for a document of the whole dossier.
pub fn rows(
    view: &View<'_>,
    template: &Template,
    (sheet, today): (&ControlSheet, Date),
    document: &DocumentDecl,
) -> Vec<ShareRow> {
    if !is_shared(template, &document.key) {
        return Vec::new();
    }
    let keys = [document.key.clone()];
    let judge = Judge {
        template,
        keys: &keys,
        whole: sheet,
        today,
    };
    let stops = Stops::of(view, &judge);
    let share = |share: &Share| ShareRow {
        id: share.id.as_str().to_owned(),
        label: fr::share_label(&share.label),
        path: row(template, share).as_str().to_owned(),
        stopped: count(stops.for_all + stops.of_share(share)),
        issued: view.issued(&kept_as(&document.key, share)),
    };
    view.shares.iter().map(share).collect()
}

/// How many findings stop each share, and how many stop all of them: those that are about the row of none.
struct Stops {
    for_all: usize,
    each: BTreeMap<String, usize>,
}

impl Stops {
    fn of(view: &View<'_>, judge: &Judge<'_>) -> Self {
        let mut stops = Self {
            for_all: 0,
            each: BTreeMap::new(),
        };
        let ids: Vec<&str> = view.shares.iter().map(|share| share.id.as_str()).collect();
        let refusing = judge.whole.findings.iter();
        for placed in refusing.filter(|placed| judge.refuses(placed)) {
            match item_of(placed).filter(|item| ids.contains(item)) {
                Some(item) => *stops.each.entry(item.to_owned()).or_default() += 1,
                None => stops.for_all += 1,
            }
        }
        stops
    }

    fn of_share(&self, share: &Share) -> usize {
        self.each.get(share.id.as_str()).copied().unwrap_or(0)
    }
}

/// The item of a list that a finding is about.
fn item_of(placed: &Placed) -> Option<&str> {
    let path = placed.finding.path.as_ref()?;
    let mut keys = path.keys();
    matches!(keys.next()?, "ecoles" | "signataires")
        .then(|| keys.next())
        .flatten()
}

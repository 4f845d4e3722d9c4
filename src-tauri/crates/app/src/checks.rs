//! The vérification of each dossier, made once for each of its revisions: the form, the preview and the first screen
//! show the same one. A dossier's revision grows at each change, undo included, so that a kept one is never stale.

use domain::dossier::Dossier;
use domain::record::Id;
use domain::values::Date;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use template::{ControlSheet, Template};

/// The last vérification of each dossier.
#[derive(Default)]
pub struct Checks(Mutex<BTreeMap<Id, Last>>);

struct Last {
    revision: u32,
    today: Date,
    sheet: Arc<ControlSheet>,
}

impl Checks {
    /// The vérification of a dossier at this revision, on this day.
    pub fn of(
        &self,
        (id, revision): (&Id, u32),
        dossier: &Dossier,
        template: &Template,
        today: Date,
    ) -> Arc<ControlSheet> {
        // Held while it is made: whoever asks for the same one meanwhile waits for it instead of making it again.
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(last) = all.get(id)
            && (last.revision, last.today) == (revision, today)
        {
            return Arc::clone(&last.sheet);
        }
        let sheet = Arc::new(template::check(dossier, template, today));
        let last = Last {
            revision,
            today,
            sheet: Arc::clone(&sheet),
        };
        all.insert(id.clone(), last);
        sheet
    }
}

#[test]
fn made_once_for_a_revision_and_anew_for_the_next_or_on_another_day() {
    use domain::entry::Value;
    let workshop = crate::Workshop::open(&[] as &[&std::path::Path]).unwrap();
    let mut dossier = format::read(crate::example::EXAMPLE).unwrap();
    let template = workshop.template(&dossier).unwrap();
    let (checks, id) = (Checks::default(), Id::new("un-dossier").unwrap());
    let day = |text: &str| Date::read(text).unwrap();
    let (monday, tuesday) = (day("2026-11-23"), day("2026-11-24"));
    let first = checks.of((&id, 1), &dossier, template, monday);
    assert!(Arc::ptr_eq(
        &first,
        &checks.of((&id, 1), &dossier, template, monday)
    ));
    assert!(!Arc::ptr_eq(
        &first,
        &checks.of((&id, 1), &dossier, template, tuesday)
    ));
    dossier.put(&domain::record::Path::new("collectivite/nom"), "");
    let changed = checks.of((&id, 2), &dossier, template, monday);
    assert!(changed.findings.len() > first.findings.len());
}

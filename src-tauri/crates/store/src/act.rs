//! Does an action: one transaction, one changeset, one line of the history.

use crate::action::{Action, Deed, Done};
use crate::conventions::load;
use crate::edit::{Edit, edit, make_sound};
use crate::journal::Line;
use crate::rows::Rows;
use crate::tx::Tx;
use crate::{Result, Stamp, Store, StoreError, new_id};
use domain::dossier::Dossier;
use domain::record::Id;

impl Store {
    /// Does an action at this moment: all of it is kept, with its line in the history, or none of it.
    ///
    /// # Errors
    /// What the action names is not there or does not fit, or the disk fails; nothing was changed then.
    pub fn act(&mut self, action: Action, now: Stamp) -> Result<Done> {
        self.write(|tx| match action {
            Action::Create { dossier } => tx.create(*dossier, None, Deed::Create, now),
            Action::Import { dossier } => tx.create(*dossier, None, Deed::Import, now),
            Action::Follow { origin, dossier } => {
                load(&tx.0, &origin)?;
                tx.create(*dossier, Some(&origin), Deed::Follow, now)
            }
            Action::Issue {
                convention,
                revision,
                issue,
            } => tx.issue(convention, revision, &issue, now),
            Action::Archive { convention } => tx.put_in_place(convention, Deed::Archive, now),
            Action::Restore { convention } => tx.put_in_place(convention, Deed::Restore, now),
            Action::Set { ref convention, .. }
            | Action::Hand { ref convention, .. }
            | Action::Add { ref convention, .. }
            | Action::Remove { ref convention, .. }
            | Action::Move { ref convention, .. }
            | Action::Paste { ref convention, .. }
            | Action::Pass { ref convention, .. }
            | Action::Attach { ref convention, .. } => tx.change(convention.clone(), action, now),
        })
    }
}

impl Tx<'_> {
    fn create(
        &self,
        mut dossier: Dossier,
        origin: Option<&Id>,
        deed: Deed,
        now: Stamp,
    ) -> Result<Done> {
        make_sound(&mut dossier)?;
        if let Some(before) = &mut dossier.before {
            make_sound(before)?;
        }
        let convention = new_id(now);
        Rows::of(&dossier).write_over(&Rows::default(), &self.0, &convention)?;
        if let Some(before) = &dossier.before {
            self.keep_earlier(&convention, origin, before)?;
        }
        let revision = self.begin_state(&convention, now)?;
        self.note(&convention, Line::Fence, deed, &[], now)?;
        Ok(Done {
            convention,
            revision,
            deed,
            places: Vec::new(),
            added: Vec::new(),
            changed: true,
        })
    }

    /// An action on the contents of a dossier. One that changes nothing leaves no trace.
    fn change(&self, convention: Id, action: Action, now: Stamp) -> Result<Done> {
        let before = load(&self.0, &convention)?;
        let mut dossier = before.dossier.clone();
        let Some(done) = edit(&mut dossier, action, now)? else {
            return Err(StoreError::NoSuchConvention { id: convention });
        };
        let (known, wanted) = (Rows::of(&before.dossier), Rows::of(&dossier));
        let (changed, changes) =
            self.recorded(|| wanted.write_over(&known, &self.0, &convention))?;
        if !changed {
            return Ok(finished(convention, before.revision, done, false));
        }
        self.note_change(&convention, &done, changes, now)?;
        let revision = self.next_revision(&convention, now)?;
        Ok(finished(convention, revision, done, true))
    }

    /// Puts a dossier away or takes it back. Undo does not see it: the dossier's contents are not touched.
    fn put_in_place(&self, convention: Id, deed: Deed, now: Stamp) -> Result<Done> {
        let before = load(&self.0, &convention)?;
        let since = (deed == Deed::Archive).then_some(now);
        let done = Edit::of(deed, Vec::new());
        if !self.put_away(&convention, since)? {
            return Ok(finished(convention, before.revision, done, false));
        }
        self.note(&convention, Line::Mark, deed, &[], now)?;
        let revision = self.next_revision(&convention, now)?;
        Ok(finished(convention, revision, done, true))
    }
}

/// What an edit answers once written.
pub(crate) fn finished(convention: Id, revision: u32, edit: Edit, changed: bool) -> Done {
    let Edit {
        deed,
        places,
        added,
    } = edit;
    Done {
        convention,
        revision,
        deed,
        places,
        added,
        changed,
    }
}

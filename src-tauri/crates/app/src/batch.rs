//! One dossier, several conventions: one for each establishment, for each commune, for each member. Each share is
//! checked, made and written by itself; one that is refused, or that fails, never stops the others.
//!
//! The table of the establishments is the dossier's own list: the window's grid and the command read the same rows.

use crate::bound::bound;
use crate::export_dossier::{ExportOrder, asked, deliver, deliver_groups, has_online};
use crate::made::Made;
use crate::make::make;
use crate::make_order::{self, Order};
use crate::shares::Judge;
use crate::view::FileView;
use crate::{Problem, Workshop, today};
use chrono::NaiveDateTime;
use domain::dossier::Dossier;
use domain::values::Date;
use rayon::prelude::*;
use template::{ControlSheet, DocumentKey, Share, Template};

/// What came of a dossier that is shared out.
#[derive(Debug, Default)]
pub struct Batch {
    /// Each share, in the order of the dossier's list.
    pub shares: Vec<ShareMade>,
    /// The files that hold all that was made, to print in one go; none unless they were asked for.
    pub print_files: Vec<FileView>,
}

/// What came of a share.
#[derive(Debug)]
pub struct ShareMade {
    /// How people call it.
    pub label: String,
    /// What tells its files from the others'.
    pub key: String,
    /// Its files, or why it has none.
    pub outcome: Result<Vec<FileView>, Problem>,
}

/// Makes the documents of each share, a share at a time. A dossier that is not shared out has no share.
///
/// # Errors
/// The modèle or a document is unknown, or the day is none. What is wrong with a share is told with the share.
pub fn export_shares(
    workshop: &Workshop,
    dossier: &Dossier,
    order: &ExportOrder,
    now: NaiveDateTime,
) -> Result<Batch, Problem> {
    let template = workshop.template_of_file(dossier)?;
    let mut keys = asked(template, dossier, &order.only, true)?;
    if order.online {
        keys.retain(|key| has_online(template, order, key));
    }
    let shares = template::split(template, dossier);
    if keys.is_empty() || shares.is_empty() {
        return Ok(Batch::default());
    }
    let today = today(now)?;
    let work = Work {
        workshop,
        template,
        order,
        keys: &keys,
        whole: template::check(dossier, template, today),
        today,
        now,
    };
    let made: Vec<_> = shares.par_iter().map(|share| work.made(share)).collect();
    work.delivered(dossier, &shares, made)
}

/// What the work on every share needs.
struct Work<'a> {
    workshop: &'a Workshop,
    template: &'a Template,
    order: &'a ExportOrder,
    keys: &'a [DocumentKey],
    whole: ControlSheet,
    today: Date,
    now: NaiveDateTime,
}

impl Work<'_> {
    fn judge(&self) -> Judge<'_> {
        Judge {
            template: self.template,
            keys: self.keys,
            whole: &self.whole,
            today: self.today,
        }
    }

    fn made(&self, share: &Share) -> Result<Vec<Made>, Problem> {
        let ready = if self.order.draft {
            None
        } else {
            Some(self.judge().ready(share)?)
        };
        let from = || {
            ready.as_ref().map_or(
                make_order::From::Draft(&share.dossier),
                make_order::From::Ready,
            )
        };
        let mut all = Vec::new();
        for key in self.keys {
            let order = Order {
                template: self.template,
                dossier: &share.dossier,
                from: from(),
                key,
                unit: &share.key,
                edition: 1,
                now: self.now,
                separate: self.order.separate,
                signature_fields: self.order.signature_fields,
                editable: self.order.editable,
                online: self.order.online,
            };
            all.extend(make(self.workshop, &order)?);
        }
        Ok(all)
    }

    /// Writes the files of each share: those of one, all or none.
    fn delivered(
        &self,
        dossier: &Dossier,
        shares: &[Share],
        made: Vec<Result<Vec<Made>, Problem>>,
    ) -> Result<Batch, Problem> {
        let whole: Vec<&[Made]> = made.iter().flatten().map(Vec::as_slice).collect();
        let mut written = deliver_groups(&whole, &self.order.out)?.into_iter();
        let mut batch = Batch::default();
        let mut to_print = Vec::new();
        for (share, made) in shares.iter().zip(made) {
            let outcome = made.and_then(|made| {
                let files = written.next().unwrap_or(Err(Problem::Bug))?;
                to_print.extend(made.into_iter().map(|made| (share, made)));
                Ok(files)
            });
            batch.shares.push(ShareMade {
                label: share.label.clone(),
                key: share.key.clone(),
                outcome,
            });
        }
        if self.order.print_file {
            for key in self.keys {
                batch
                    .print_files
                    .extend(self.printed(dossier, key, &to_print)?);
            }
        }
        Ok(batch)
    }

    /// One file that holds a document of every share that was made, in order; none when none was.
    fn printed(
        &self,
        dossier: &Dossier,
        key: &str,
        made: &[(&Share, Made)],
    ) -> Result<Vec<FileView>, Problem> {
        let of_key: Vec<(&str, &Made)> = made
            .iter()
            .filter(|(_, made)| made.key == key && !made.aside)
            .map(|(share, made)| (share.label.as_str(), made))
            .collect();
        if of_key.is_empty() {
            return Ok(Vec::new());
        }
        let bound = bound((self.template, dossier), key, self.now, &of_key)?;
        deliver(&[bound], &self.order.out)
    }
}

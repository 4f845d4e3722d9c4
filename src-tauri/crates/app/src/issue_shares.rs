//! « Éditer » of the documents that are made once for each share: each share by itself. One that is refused, or that
//! fails, never stops the others; it remains to do, and can be made later alone.

use crate::bound::bound;
use crate::desk::Kept;
use crate::export_dossier::{deliver, deliver_groups};
use crate::issue_order::{IssueOrder, Issued, next_edition};
use crate::made::Made;
use crate::make::make;
use crate::make_order::{self, Order};
use crate::shares::{self, Judge, kept_as};
use crate::view::{FileView, RefusalReason, RefusedShare};
use crate::{Problem, Workshop, fr, today};
use chrono::NaiveDateTime;
use rayon::prelude::*;
use template::{ControlSheet, DocumentKey, Share, Template};

/// What the work on every share needs.
pub(crate) struct Work<'a> {
    pub workshop: &'a Workshop,
    pub template: &'a Template,
    pub kept: &'a Kept,
    /// The whole dossier, checked once.
    pub whole: &'a ControlSheet,
    pub order: &'a IssueOrder,
    pub now: NaiveDateTime,
}

/// What came of it.
#[derive(Default)]
pub(crate) struct SharesIssued {
    /// The files, in the order of the dossier's list, then those to print in one go.
    pub files: Vec<FileView>,
    /// What the store keeps.
    pub kept: Vec<Issued>,
    /// What was not made.
    pub refused: Vec<RefusedShare>,
}

impl Work<'_> {
    /// Makes a document of each share that is asked for, and writes it.
    ///
    /// # Errors
    /// The day is none, or the folder cannot be made. What is wrong with a share is told with the share.
    pub(crate) fn issue(&self, key: &DocumentKey) -> Result<SharesIssued, Problem> {
        let all = shares::of(self.template, &self.kept.dossier);
        let asked: Vec<&Share> = all.iter().filter(|share| self.asks(key, share)).collect();
        let keys = [key.clone()];
        let judge = Judge {
            template: self.template,
            keys: &keys,
            whole: self.whole,
            today: today(self.now)?,
        };
        let each = asked.par_iter().map(|share| self.make(&judge, key, share));
        let made: Vec<Result<Vec<Made>, Problem>> = each.collect();
        self.delivered(key, &asked, made)
    }

    /// Whether a share is asked for: all are where none is named.
    fn asks(&self, key: &str, share: &Share) -> bool {
        let mut named = self.order.shares.iter();
        let chosen = named.find(|chosen| chosen.document == key);
        chosen.is_none_or(|chosen| chosen.shares.iter().any(|id| id == share.id.as_str()))
    }

    fn make(&self, judge: &Judge<'_>, key: &str, share: &Share) -> Result<Vec<Made>, Problem> {
        let proof = if self.order.draft {
            None
        } else {
            Some(judge.ready(share)?)
        };
        let from = proof.as_ref().map_or(
            make_order::From::Draft(&share.dossier),
            make_order::From::Ready,
        );
        let own = Order {
            template: self.template,
            dossier: &share.dossier,
            from,
            key,
            unit: &share.key,
            edition: next_edition(self.kept, &kept_as(key, share)),
            now: self.now,
            separate: false,
            signature_fields: false,
            editable: self.order.editable,
            online: self.order.online,
        };
        make(self.workshop, &own)
    }

    /// Writes the files of each share: those of one, all or none.
    fn delivered(
        &self,
        key: &str,
        asked: &[&Share],
        made: Vec<Result<Vec<Made>, Problem>>,
    ) -> Result<SharesIssued, Problem> {
        let groups: Vec<&[Made]> = made.iter().flatten().map(Vec::as_slice).collect();
        let mut written = deliver_groups(&groups, &self.order.folder)?.into_iter();
        let mut done = SharesIssued::default();
        let mut to_print: Vec<(&Share, Made)> = Vec::new();
        for (share, made) in asked.iter().copied().zip(made) {
            let outcome = made.and_then(|made| {
                let files = written.next().unwrap_or(Err(Problem::Bug))?;
                Ok((files, made))
            });
            match outcome {
                Ok((files, made)) => {
                    done.files.extend(files);
                    to_print.extend(made.into_iter().map(|made| (share, made)));
                }
                Err(problem) => done.refused.push(self.refused(key, share, &problem)),
            }
        }
        if self.order.print_file && to_print.iter().any(|(_, made)| !made.aside) {
            done.files.extend(self.printed(key, &to_print)?);
        }
        done.kept.extend(
            to_print
                .into_iter()
                .map(|(share, made)| self.kept(key, share, made)),
        );
        Ok(done)
    }

    fn kept(&self, key: &str, share: &Share, made: Made) -> Issued {
        let kept_as = kept_as(key, share);
        Issued {
            edition: next_edition(self.kept, &kept_as),
            kept_as,
            made,
        }
    }

    /// One file that holds the document of every share that was made, in order.
    fn printed(&self, key: &str, made: &[(&Share, Made)]) -> Result<Vec<FileView>, Problem> {
        let labelled: Vec<(&str, &Made)> = made
            .iter()
            .filter(|(_, made)| !made.aside)
            .map(|(share, made)| (share.label.as_str(), made))
            .collect();
        let of = (self.template, &self.kept.dossier);
        deliver(&[bound(of, key, self.now, &labelled)?], &self.order.folder)
    }

    fn refused(&self, key: &str, share: &Share, problem: &Problem) -> RefusedShare {
        RefusedShare {
            document: key.to_owned(),
            label: fr::share_label(&share.label),
            path: shares::row(self.template, share).as_str().to_owned(),
            reasons: reasons(problem),
        }
    }
}

/// Why a share was not made: each finding with its field, else the sentence alone.
fn reasons(problem: &Problem) -> Vec<RefusalReason> {
    let Problem::Refused { findings } = problem else {
        return vec![RefusalReason {
            sentence: fr::problem(problem),
            path: String::new(),
        }];
    };
    let reason = |finding: &crate::view::FindingView| RefusalReason {
        sentence: [finding.sentence.as_str(), &finding.mend]
            .into_iter()
            .filter(|said| !said.is_empty())
            .collect::<Vec<_>>()
            .join(" "),
        path: finding.path.clone().unwrap_or_default(),
    };
    findings.iter().map(reason).collect()
}

//! The conventions of a dossier that is shared out: which there are, what stops each, under which name the store keeps
//! each. The window and the command judge them alike.

use crate::Problem;
use crate::view;
use domain::dossier::Dossier;
use domain::findings::Severity;
use domain::record::Path;
use domain::values::Date;
use template::{ControlSheet, Copies, DocumentKey, Placed, Ready, Share, Split, Template};

/// The longest key under which the store keeps a document.
const LONGEST: usize = 60;

/// The shares of a dossier that are made each by itself: none where one share is the whole dossier.
pub fn of(template: &Template, dossier: &Dossier) -> Vec<Share> {
    let mut shares = template::split(template, dossier);
    shares.retain(|share| !share.key.is_empty());
    shares
}

/// Whether a document is made once for each share.
pub fn is_shared(template: &Template, document: &str) -> bool {
    let declared = template.document(document);
    template.split != Split::Dossier && declared.is_some_and(|declared| declared.shared_out)
}

/// The key under which the store keeps a document of a share: its own editions, beside those of the others.
pub fn kept_as(document: &str, share: &Share) -> String {
    let whole = format!("{document}/{}", share.id.as_str());
    if whole.len() <= LONGEST {
        return whole;
    }
    let id = share.id.as_str().replace('-', "");
    let room = LONGEST.saturating_sub(id.len() + 1);
    let key: String = document.chars().take(room).collect();
    format!("{key}/{id}")
}

/// Where the row of a share is.
pub fn row(template: &Template, share: &Share) -> Path {
    let list = match template.split {
        Split::School => "ecoles",
        _ => "signataires",
    };
    Path::new(list).join(share.id.as_str())
}

/// What judges shares: the whole dossier, checked once.
pub struct Judge<'a> {
    /// The modèle.
    pub template: &'a Template,
    /// The documents that are made of each share.
    pub keys: &'a [DocumentKey],
    /// What the vérification found in the whole dossier.
    pub whole: &'a ControlSheet,
    /// The day it is.
    pub today: Date,
}

impl Judge<'_> {
    /// The proof that nothing blocks a share: neither its own documents, nor what only the whole list shows of its
    /// row, such as a number that stands twice.
    ///
    /// # Errors
    /// Every finding that refuses it, about the fields of the whole dossier.
    pub fn ready(&self, share: &Share) -> Result<Ready, Problem> {
        let own = template::ready(&share.dossier, self.template, self.today, self.keys);
        let (own, refusal) = match own {
            Ok(ready) => (Some(ready), Vec::new()),
            Err(refusal) => (None, refusal.findings),
        };
        let mut all: Vec<Placed> = refusal;
        for placed in self.of_row(share) {
            if !all
                .iter()
                .any(|known| known.finding.key() == placed.finding.key())
            {
                all.push(placed.clone());
            }
        }
        match own {
            Some(ready) if all.is_empty() => Ok(ready),
            _ => Err(Problem::Refused {
                findings: all.iter().map(|placed| self.told(share, placed)).collect(),
            }),
        }
    }

    /// What the whole dossier's vérification found of the row of a share, and refuses what is made of it.
    pub fn of_row(&self, share: &Share) -> impl Iterator<Item = &Placed> {
        let row = row(self.template, share);
        let refusing = self
            .whole
            .findings
            .iter()
            .filter(|placed| self.refuses(placed));
        refusing.filter(move |placed| {
            let path = placed.finding.path.as_ref();
            path.is_some_and(|path| path.is_under(row.as_str()))
        })
    }

    /// Whether a finding refuses one of the documents.
    pub fn refuses(&self, placed: &Placed) -> bool {
        let is_made = |key: &&String| self.keys.contains(key);
        let mut documents = placed.documents.iter().filter(is_made);
        match placed.finding.severity {
            Severity::Blocking => documents.next().is_some(),
            Severity::ToVerify => {
                placed.reason.is_none() && documents.any(|key| self.is_original(key))
            }
            Severity::Advice => false,
        }
    }

    fn is_original(&self, key: &str) -> bool {
        let document = self.template.document(key);
        document.is_some_and(|document| document.copies == Copies::Originals)
    }

    /// A finding in words, about the field of the whole dossier.
    fn told(&self, share: &Share, placed: &Placed) -> view::FindingView {
        let mut placed = placed.clone();
        let path = placed.finding.path.as_ref();
        placed.finding.path = path.map(|path| share.origin(self.template, path));
        view::finding(self.template, &placed)
    }
}

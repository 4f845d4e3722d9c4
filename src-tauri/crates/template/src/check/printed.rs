//! What the documents print, as they were filled: which of them print a field and where, what is missing, what is left
//! to be filled by hand.

use super::placed::{self, Blank, Placed};
use super::shares::{self, Attempt};
use crate::DocumentKey;
use crate::declared::{Copies, Template};
use crate::fill::{Filled, Note, Noted};
use document::Document;
use domain::dossier::Dossier;
use domain::entry::Kind;
use domain::findings::{Finding, Severity};
use domain::record::{Holds, Path};
use domain::rules::fault::Fault;
use std::collections::BTreeMap;

/// What each document prints, as it was filled: originals first, since the place of a field is the convention's.
pub(crate) struct Printed {
    documents: Vec<Attempt>,
    originals: Vec<DocumentKey>,
}

impl Printed {
    pub(super) fn of(template: &Template, dossier: &Dossier, documents: Vec<Attempt>) -> Self {
        let own = shares::documents(template, dossier);
        let originals = own
            .iter()
            .filter(|document| document.copies == Copies::Originals)
            .map(|document| document.key.clone())
            .collect();
        Self {
            documents,
            originals,
        }
    }

    /// The documents that were filled whole, to be made as they are.
    pub(super) fn made(self) -> BTreeMap<DocumentKey, Document> {
        let whole = self.documents.into_iter().filter_map(|(key, filled)| {
            let filled = filled.ok().filter(|filled| filled.missing().is_empty())?;
            Some((key, filled.document))
        });
        whole.collect()
    }

    fn notes(&self) -> impl Iterator<Item = (&DocumentKey, &Note)> {
        let filled = self
            .documents
            .iter()
            .filter_map(|(key, filled)| filled.as_ref().ok().map(|filled| (key, filled)));
        filled.flat_map(|(key, filled)| filled.notes.iter().map(move |note| (key, note)))
    }

    /// The documents that print a field, and where it is printed first. What none prints concerns the originals.
    pub(crate) fn concerned(&self, path: Option<&Path>) -> (Vec<DocumentKey>, String) {
        let Some(path) = path else {
            return (self.originals.clone(), String::new());
        };
        let (mut documents, mut place) = (Vec::new(), None);
        for (document, note) in self.notes().filter(|(_, note)| is_about(note, path)) {
            place.get_or_insert_with(|| note.place.clone());
            if !documents.contains(document) {
                documents.push(document.clone());
            }
        }
        match place {
            Some(place) => (documents, place),
            None => (self.originals.clone(), String::new()),
        }
    }

    /// Where an anchor is, in the first document that has it.
    pub(crate) fn place_of(&self, anchor: &str) -> Option<String> {
        let filled = self
            .documents
            .iter()
            .filter_map(|(_, filled)| filled.as_ref().ok());
        filled
            .filter_map(|filled| filled.places.get(anchor))
            .find(|place| !place.is_empty())
            .cloned()
    }

    /// What is printed and empty, or does not read.
    pub(super) fn missing(&self) -> Vec<Placed> {
        let placed = |(document, note): (&DocumentKey, &Note)| {
            let fault = match &note.what {
                Noted::Missing => Fault::Missing,
                Noted::Unread(why) => Fault::Unread(why.clone()),
                Noted::ByHand | Noted::Printed => return None,
            };
            let path = Path::new(note.path.as_str());
            let severity = if forgiven(&path, &fault) {
                Severity::ToVerify
            } else {
                Severity::Blocking
            };
            let finding = Finding {
                fault,
                severity,
                path: Some(path),
                law: "",
            };
            Some(Placed {
                finding,
                documents: vec![document.clone()],
                article: note.place.clone(),
                reason: None,
            })
        };
        self.notes().filter_map(placed).collect()
    }

    /// What is wrong in the structure once conditions are applied.
    pub(super) fn structure(&self, template: &Template) -> Vec<Placed> {
        let mut found = Vec::new();
        for (document, filled) in &self.documents {
            let title = template
                .document(document)
                .map(|declared| declared.title.clone())
                .unwrap_or_default();
            match filled {
                Err(error) => {
                    let sentence = format!(
                        "Le document « {title} » ne se remplit pas : une expression du modèle n’a pas de valeur. Signaler ce message à qui a écrit le modèle : {error}."
                    );
                    found.push(placed::structural(
                        "modele-illisible",
                        sentence,
                        document,
                        String::new(),
                    ));
                }
                Ok(filled) => found.extend(lost(filled, document)),
            }
        }
        found
    }

    pub(super) fn blanks(&self) -> Vec<Blank> {
        let mut blanks: Vec<Blank> = Vec::new();
        for (document, note) in self.notes().filter(|(_, note)| note.what == Noted::ByHand) {
            let path = Path::new(note.path.as_str());
            let at = blanks
                .iter()
                .position(|blank| blank.path == path)
                .unwrap_or_else(|| {
                    blanks.push(Blank {
                        path,
                        documents: Vec::new(),
                        article: note.place.clone(),
                    });
                    blanks.len() - 1
                });
            if !blanks[at].documents.contains(document) {
                blanks[at].documents.push(document.clone());
            }
        }
        blanks
    }
}

fn lost(filled: &Filled, document: &DocumentKey) -> Vec<Placed> {
    let references = filled.lost.iter().map(|(anchor, place)| {
        let sentence = format!("Le texte renvoie à la partie « {anchor} », qu’une condition du modèle a retirée. Revoir la réponse qui la retire, ou le modèle.");
        placed::structural("renvoi-sans-objet", sentence, document, place.clone())
    });
    let annexes = filled.uncalled.iter().map(|(_, label)| {
        let sentence = format!("{label} est jointe mais aucune phrase ne la cite. Revoir la réponse qui retire sa citation, ou le modèle.");
        placed::structural("annexe-non-citee", sentence, document, crate::fill::uncapital(label))
    });
    references.chain(annexes).collect()
}

/// Whether a note is about a field, or about something below it.
fn is_about(note: &Note, path: &Path) -> bool {
    let below = note.path.strip_prefix(path.as_str());
    below.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// A phone or an address that does not read is to verify; all else that does not read blocks.
fn forgiven(path: &Path, fault: &Fault) -> bool {
    let kind = Dossier::field(path).map(|field| field.holds);
    matches!(fault, Fault::Unread(_))
        && matches!(kind, Some(Holds::Leaf(Kind::Phone | Kind::Email)))
}

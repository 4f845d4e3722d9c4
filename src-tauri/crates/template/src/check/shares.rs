//! Every document of a dossier, filled: those made once, and those made once for each share.

use crate::DocumentKey;
use crate::declared::{Copies, DocumentDecl, Template};
use crate::fill::{FillError, Filled, run};
use crate::pieces::Edition;
use crate::split::{Share, split};
use domain::dossier::Dossier;
use domain::record::{Id, Path};

/// A document, and what filling it gave.
pub(super) type Attempt = (DocumentKey, Result<Filled, FillError>);

/// The documents that are this dossier's own: a share has those made once for each, a whole dossier all of them.
pub(super) fn documents<'a>(template: &'a Template, dossier: &Dossier) -> Vec<&'a DocumentDecl> {
    let mut documents = template.documents_of(dossier);
    documents.retain(|document| dossier.unit.is_none() || document.shared_out);
    documents
}

/// All of them filled, originals first, since the place of a field is the convention's. What a share's document says
/// of a field is said of the field of the whole dossier that it comes from. Only those of these keys, if keys are given.
pub(super) fn filled(
    template: &Template,
    dossier: &Dossier,
    only: Option<&[DocumentKey]>,
) -> Vec<Attempt> {
    let shares = if dossier.unit.is_none() {
        split(template, dossier)
    } else {
        Vec::new()
    };
    let mut documents = documents(template, dossier);
    documents.retain(|document| only.is_none_or(|only| only.contains(&document.key)));
    documents.sort_by_key(|document| document.copies != Copies::Originals);
    let mut attempts = Vec::new();
    for document in documents {
        let key = &document.key;
        if document.shared_out && !shares.is_empty() {
            attempts.extend(shares.iter().map(|share| of_share(template, share, key)));
        } else if document.per_school && !dossier.sheet.schools.is_empty() {
            let ids = dossier.sheet.schools.iter().map(|item| &item.id);
            attempts
                .extend(ids.map(|id| (key.clone(), run(template, dossier, key, written_to(id)))));
        } else {
            attempts.push((key.clone(), run(template, dossier, key, 1)));
        }
    }
    attempts
}

/// The first edition of a letter to this school.
fn written_to(id: &Id) -> Edition {
    Edition {
        number: 1,
        school: Some(id.clone()),
        ..Edition::default()
    }
}

fn of_share(template: &Template, share: &Share, key: &str) -> Attempt {
    let mut filled = run(template, &share.dossier, key, 1);
    for note in filled.iter_mut().flat_map(|filled| &mut filled.notes) {
        let origin = share.origin(template, &Path::new(note.path.as_str()));
        note.path = origin.as_str().to_owned();
    }
    (key.to_owned(), filled)
}

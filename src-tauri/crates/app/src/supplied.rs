//! The files of others, kept untouched: the act of the service des assemblées, the académie's text. They are counted
//! with what is sent: they are laid beside it, byte for byte.

use crate::made::Made;
use crate::{Desk, Problem, fr};
use domain::dossier::Dossier;
use domain::dossier::choices::{ActWriter, TextSource};
use domain::entry::Entry;
use domain::record::Path;
use domain::values::Text;
use sha2::{Digest, Sha256};
use template::{ACT, DocumentKey, Template};

/// A file of another, as the dossier knows it.
struct Supplied {
    kind: &'static str,
    file: String,
    sha256: String,
    path: &'static str,
}

/// Where the bytes of kept files are found.
pub(crate) enum Source<'a> {
    /// In the store.
    Store(&'a Desk),
    /// In the folder of the dossier's file, under the names it gives.
    Folder(&'a std::path::Path),
}

/// The files that go beside these documents, and a sentence for each that is not found.
///
/// # Errors
/// The store does not answer, or says that the file is damaged.
pub(crate) fn beside(
    source: &Source<'_>,
    (template, dossier): (&Template, &Dossier),
    documents: &[DocumentKey],
) -> Result<(Vec<Made>, Vec<String>), Problem> {
    let (mut files, mut missing) = (Vec::new(), Vec::new());
    for supplied in wanted(template, dossier, documents) {
        match found(source, &supplied)? {
            Some(bytes) => files.push(made(dossier, &supplied, bytes)),
            None => missing.push(fr::piece_missing(
                &fr::label(template, &Path::new(supplied.path)),
                &supplied.file,
                matches!(source, Source::Folder(_)),
            )),
        }
    }
    Ok((files, missing))
}

/// The act goes with what counts it, the académie's text with the document that it stands for.
fn wanted(template: &Template, dossier: &Dossier, documents: &[DocumentKey]) -> Vec<Supplied> {
    let declared = || documents.iter().filter_map(|key| template.document(key));
    let (act, convention) = (&dossier.sheet.act, &dossier.sheet.convention);
    let mut all = Vec::new();
    let counts_act = declared().any(|document| document.pieces.iter().any(|key| key == ACT));
    if counts_act && act.written_by.value() != Some(&ActWriter::Program) {
        let kept = (&act.supplied.file, &act.supplied.sha256);
        all.extend(kept_as(
            "deliberation",
            "deliberation/acte_fourni/fichier",
            kept,
        ));
    }
    let stands = declared().any(|document| document.may_be_supplied);
    if stands && convention.source.value() == Some(&TextSource::Supplied) {
        let kept = (&convention.supplied.file, &convention.supplied.sha256);
        all.extend(kept_as(
            "texte-fourni",
            "convention/texte_fourni/fichier",
            kept,
        ));
    }
    all
}

fn kept_as(
    kind: &'static str,
    path: &'static str,
    (file, sha256): (&Entry<Text>, &Entry<Text>),
) -> Option<Supplied> {
    let (file, sha256) = (file.value()?, sha256.value()?);
    Some(Supplied {
        kind,
        file: file.as_str().to_owned(),
        sha256: sha256.as_str().to_owned(),
        path,
    })
}

fn found(source: &Source<'_>, supplied: &Supplied) -> Result<Option<Vec<u8>>, Problem> {
    match source {
        Source::Store(desk) => {
            let hash = supplied.sha256.clone();
            desk.ask(move |store| match store.piece(&hash) {
                Ok(bytes) => Ok(Some(bytes)),
                Err(store::StoreError::NoSuchPiece { .. }) => Ok(None),
                Err(other) => Err(other),
            })
        }
        Source::Folder(folder) => Ok(in_folder(folder, supplied)),
    }
}

/// A file of that name and of that hash: another under the same name is not it. The name is never a way.
fn in_folder(folder: &std::path::Path, supplied: &Supplied) -> Option<Vec<u8>> {
    if supplied.file.contains(['/', '\\', ':']) {
        return None;
    }
    let bytes = std::fs::read(folder.join(&supplied.file)).ok()?;
    let hash: String = Sha256::digest(&bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    hash.eq_ignore_ascii_case(&supplied.sha256).then_some(bytes)
}

fn made(dossier: &Dossier, supplied: &Supplied, bytes: Vec<u8>) -> Made {
    let reference = dossier.typed(&Path::new("reference"));
    Made {
        key: supplied.kind.to_owned(),
        name: delivery::file_name(&reference, supplied.kind, "pdf"),
        pages: pdf::page_count(&bytes).unwrap_or_default(),
        bytes,
        originals: 1,
        aside: true,
    }
}

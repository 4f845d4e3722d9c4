//! Keeps with the dossier the act that the service des assemblées wrote: its PDF goes with what is sent.

use crate::edit_dossier::{LARGEST_PIECE, attach, read_at_most};
use crate::view::DossierView;
use crate::{Desk, Problem};
use chrono::NaiveDateTime;
use domain::record::Path;

/// Keeps the act, untouched, with the number of its pages. The collectivity then no longer makes the extract here.
///
/// # Errors
/// The file is no PDF, too large, or does not read; the store does not answer.
pub fn attach_act(
    desk: &Desk,
    id: &str,
    file: &std::path::Path,
    now: NaiveDateTime,
) -> Result<DossierView, Problem> {
    let bytes = read_at_most(file, LARGEST_PIECE)?;
    let pages = pdf::page_count(&bytes).ok_or(Problem::FileKind {
        file: file.to_owned(),
        expected: "PDF",
    })?;
    let name = file
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let kept_as = name.clone();
    let stamp = crate::desk::stamp(now);
    let hash =
        desk.ask(move |store| store.add_piece(&bytes, &kept_as, "application/pdf", stamp))?;
    let act = |key: &str| Path::new("deliberation/acte_fourni").join(key);
    let fields = vec![
        (Path::new("deliberation/extrait"), "service".to_owned()),
        (act("fichier"), name),
        (act("sha256"), hash),
        (act("pages"), pages.to_string()),
    ];
    attach(desk, id, fields, now)
}

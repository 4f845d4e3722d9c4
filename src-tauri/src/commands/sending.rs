//! Commands on what is sent: the act of another service, the values to be copied, a made file in the system's program.

use super::{TheDesk, TheDialogs, TheOptions};
use crate::problem::{Answer, Problem};
use app::view::{DossierView, ReportView};

/// Asks for the act that the service des assemblées wrote and keeps it with the dossier; none when the user gave up.
#[tauri::command(async)]
#[specta::specta]
pub fn attach_act(
    app: tauri::AppHandle,
    desk: TheDesk<'_>,
    dialogs: TheDialogs<'_>,
    options: TheOptions<'_>,
    id: &str,
) -> Answer<Option<DossierView>> {
    let Some(file) = dialogs.file(&app, "PDF", &["pdf"]) else {
        return Ok(None);
    };
    Ok(Some(app::attach_act(&desk, id, &file, options.now())?))
}

/// The values to be copied into the académie's own text.
#[tauri::command(async)]
#[specta::specta]
pub fn report_sheet(desk: TheDesk<'_>, options: TheOptions<'_>, id: &str) -> Answer<ReportView> {
    Ok(app::report_sheet(&desk, id, options.now())?)
}

/// Opens a file that was made in the chosen folder with the system's own program: a message, in the mail program.
#[tauri::command(async)]
#[specta::specta]
pub fn open_made(dialogs: TheDialogs<'_>, token: &str, name: &str) -> Answer<()> {
    let folder = dialogs
        .kept(token)
        .ok_or_else(|| Problem::from(app::Problem::FolderUnknown))?;
    let file = app::made_file(&folder, name)?;
    open::that_detached(&file).map_err(|source| Problem::from(app::Problem::File { file, source }))
}

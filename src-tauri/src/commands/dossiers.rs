//! Commands on dossiers: list, make, open, change, undo, redo, leave.

use super::{TheDesk, TheDialogs, TheOptions};
use crate::problem::Answer;
use app::view::{DossierView, Gesture, Home};

/// The first screen.
#[tauri::command(async)]
#[specta::specta]
pub fn home(desk: TheDesk<'_>, options: TheOptions<'_>) -> Answer<Home> {
    Ok(app::home(&desk, options.now())?)
}

/// Makes an empty dossier after a modèle.
#[tauri::command(async)]
#[specta::specta]
pub fn create_dossier(
    desk: TheDesk<'_>,
    options: TheOptions<'_>,
    model: &str,
) -> Answer<DossierView> {
    Ok(app::create_dossier(&desk, model, options.now())?)
}

/// Makes a dossier from the shipped example.
#[tauri::command(async)]
#[specta::specta]
pub fn create_example(desk: TheDesk<'_>, options: TheOptions<'_>) -> Answer<DossierView> {
    Ok(app::create_example(&desk, options.now())?)
}

/// Begins what comes after a dossier, by its kind: `avenant`, `mise_a_jour`, `renouvellement`.
#[tauri::command(async)]
#[specta::specta]
pub fn follow_dossier(
    desk: TheDesk<'_>,
    options: TheOptions<'_>,
    id: &str,
    kind: &str,
) -> Answer<DossierView> {
    Ok(app::follow_as(&desk, id, kind, options.now())?)
}

/// Opens a dossier.
#[tauri::command(async)]
#[specta::specta]
pub fn open_dossier(desk: TheDesk<'_>, options: TheOptions<'_>, id: &str) -> Answer<DossierView> {
    Ok(app::open_dossier(&desk, id, options.now())?)
}

/// Changes a dossier. When this answers, the change is on the disk.
#[tauri::command(async)]
#[specta::specta]
pub fn act(
    desk: TheDesk<'_>,
    options: TheOptions<'_>,
    id: &str,
    gesture: Gesture,
) -> Answer<DossierView> {
    Ok(app::act(&desk, id, gesture, options.now())?)
}

/// Takes the last action back.
#[tauri::command(async)]
#[specta::specta]
pub fn undo(desk: TheDesk<'_>, options: TheOptions<'_>, id: &str) -> Answer<DossierView> {
    Ok(app::undo(&desk, id, options.now())?)
}

/// Does again what was taken back.
#[tauri::command(async)]
#[specta::specta]
pub fn redo(desk: TheDesk<'_>, options: TheOptions<'_>, id: &str) -> Answer<DossierView> {
    Ok(app::redo(&desk, id, options.now())?)
}

/// Asks for the académie's own PDF and keeps it with the dossier; none when the user gave up.
#[tauri::command(async)]
#[specta::specta]
pub fn attach_text(
    app: tauri::AppHandle,
    desk: TheDesk<'_>,
    dialogs: TheDialogs<'_>,
    options: TheOptions<'_>,
    id: &str,
) -> Answer<Option<DossierView>> {
    let Some(file) = dialogs.file(&app, "PDF", &["pdf"]) else {
        return Ok(None);
    };
    Ok(Some(app::attach_text(&desk, id, &file, options.now())?))
}

/// Asks for the collectivity's logo, an SVG, a PNG or a JPEG; none when the user gave up.
#[tauri::command(async)]
#[specta::specta]
pub fn attach_logo(
    app: tauri::AppHandle,
    desk: TheDesk<'_>,
    dialogs: TheDialogs<'_>,
    options: TheOptions<'_>,
    id: &str,
) -> Answer<Option<DossierView>> {
    let Some(file) = dialogs.file(
        &app,
        "Image SVG, PNG ou JPEG",
        &["svg", "png", "jpg", "jpeg"],
    ) else {
        return Ok(None);
    };
    Ok(Some(app::attach_logo(&desk, id, &file, options.now())?))
}

/// Everything typed is on the disk: the window may close.
#[tauri::command]
#[specta::specta]
pub fn leave(window: tauri::WebviewWindow) {
    if let Err(error) = window.destroy() {
        eprintln!("convent-window: {error}");
    }
}

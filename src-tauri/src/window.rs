//! The one window and its walls: it goes nowhere but to its own pages, and opens no other.

use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindowBuilder};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};

const LABEL: &str = "main";

/// Opens the window.
pub fn open(app: &AppHandle) -> tauri::Result<()> {
    WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title("ConvENT")
        .inner_size(1366.0, 768.0)
        .min_inner_size(640.0, 360.0)
        .disable_drag_drop_handler()
        .on_navigation(|address| {
            matches!(address.scheme(), "tauri") || address.host_str() == Some("tauri.localhost")
        })
        .on_new_window(|_, _| tauri::webview::NewWindowResponse::Deny)
        .build()?;
    Ok(())
}

/// Brings the window to the front: a second start does this and leaves.
pub fn to_front(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

/// Says one sentence in a dialog, when there is no window yet.
pub fn say(sentence: &str) {
    let sentence = sentence.to_owned();
    let said = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .setup(move |app| {
            let handle = app.handle().clone();
            app.dialog()
                .message(sentence)
                .title("ConvENT")
                .kind(MessageDialogKind::Error)
                .show(move |_| handle.exit(3));
            Ok(())
        })
        .run(tauri::generate_context!());
    if let Err(error) = said {
        eprintln!("ConvENT : {error}");
    }
}

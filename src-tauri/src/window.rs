//! The one window and its walls: it goes nowhere but to its own pages, and opens no other.

use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindowBuilder};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};

const LABEL: &str = "main";
/// What the window measures where the screen is larger, in logical pixels.
const SIZE: (f64, f64) = (1366.0, 768.0);

/// Opens the window.
pub fn open(app: &AppHandle) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        // The text that one asks to copy comes from Rust after the click: without this, WebKit takes the click as over.
        .enable_clipboard_access()
        .title("ConvENT")
        .inner_size(SIZE.0, SIZE.1)
        .min_inner_size(640.0, 360.0)
        .disable_drag_drop_handler()
        .on_navigation(|address| {
            matches!(address.scheme(), "tauri") || address.host_str() == Some("tauri.localhost")
        })
        .on_new_window(|_, _| tauri::webview::NewWindowResponse::Deny)
        .build()?;
    if fills_the_screen(&window) {
        window.maximize()?;
    }
    Ok(())
}

/// A town hall's laptop, its letters enlarged by a quarter, has 1093 × 614 logical pixels: the window takes them all
/// rather than hang over the edge. A screen that cannot be measured is taken as large.
fn fills_the_screen(window: &tauri::WebviewWindow) -> bool {
    let Ok(Some(screen)) = window.current_monitor() else {
        return false;
    };
    let size = screen.size().to_logical::<f64>(screen.scale_factor());
    size.width <= SIZE.0 || size.height <= SIZE.1
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

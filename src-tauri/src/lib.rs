//! The window of ConvENT: wiring only. Options, the one window and its walls, the commands, the closing.
//!
//! It knows the rooms `app`, `domain` and `format`; no SQL, no PDF, no rule of law.

mod bindings;
mod closing;
mod commands;
mod dialogs;
mod options;
mod problem;
mod window;

use options::Options;
use std::process::ExitCode;
use std::sync::Arc;
use tauri::Manager;

/// Opens the window and stays until it closes. 2: an option does not read; 3: the data cannot be opened.
pub fn run() -> ExitCode {
    let options = match Options::read(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(sentence) => return leave(2, &sentence),
    };
    let desk = match app::Desk::open(options.data.as_deref(), options.now()) {
        Ok(desk) => Arc::new(desk),
        Err(problem) => return refuse(&app::fr::problem(&problem)),
    };
    match open(options, desk) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => leave(3, &format!("La fenêtre ne s’ouvre pas : {error}")),
    }
}

fn open(options: Options, desk: Arc<app::Desk>) -> tauri::Result<()> {
    let dialogs = dialogs::Dialogs::new(options.dialog_answers.clone());
    tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| {
            window::to_front(app)
        }))
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(bindings::builder().invoke_handler())
        .manage(options)
        .manage(desk)
        .manage(dialogs)
        .setup(|app| {
            window::open(app.handle())?;
            closing::on_signal(app.handle());
            Ok(())
        })
        .on_window_event(|window, event| {
            if let tauri::WindowEvent::CloseRequested { api, .. } = event {
                closing::asked(window.app_handle(), api);
            }
        })
        .run(tauri::generate_context!())
}

/// Says on the terminal why the program stops.
fn leave(code: u8, sentence: &str) -> ExitCode {
    eprintln!("ConvENT : {sentence}");
    ExitCode::from(code)
}

/// The data cannot be opened: says it in a small window too, for those who have no terminal.
fn refuse(sentence: &str) -> ExitCode {
    window::say(sentence);
    leave(3, sentence)
}

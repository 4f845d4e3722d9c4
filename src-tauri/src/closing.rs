//! Closing loses nothing: the page is told, writes what was typed a moment ago, then says that it may close.
//! A page that no longer answers does not hold the window for ever: the second request closes.

use std::sync::atomic::{AtomicBool, Ordering};
use tauri::{AppHandle, CloseRequestApi, Emitter};

/// The event the page listens to.
const CLOSING: &str = "closing";
static ASKED: AtomicBool = AtomicBool::new(false);

/// The user asks to close: the page is asked first. It answers with the command `leave`.
pub fn asked(app: &AppHandle, api: &CloseRequestApi) {
    if ASKED.swap(true, Ordering::SeqCst) {
        return;
    }
    if app.emit(CLOSING, ()).is_ok() {
        api.prevent_close();
        forget_after_a_while();
    }
}

/// A save that failed keeps the window open: after five seconds the next request asks the page again.
fn forget_after_a_while() {
    std::thread::spawn(|| {
        std::thread::sleep(std::time::Duration::from_secs(5));
        ASKED.store(false, Ordering::SeqCst);
    });
}

/// The session ends, or somebody stops the program: same as closing, then two seconds at most.
#[cfg(unix)]
pub fn on_signal(app: &AppHandle) {
    let app = app.clone();
    let listening = ctrlc::set_handler(move || {
        let _ = app.emit(CLOSING, ());
        let app = app.clone();
        std::thread::spawn(move || {
            std::thread::sleep(std::time::Duration::from_secs(2));
            app.exit(0);
        });
    });
    if let Err(error) = listening {
        eprintln!("ConvENT : {error}");
    }
}

/// Windows tells the window itself.
#[cfg(not(unix))]
pub fn on_signal(_: &AppHandle) {}

//! The window's commands, a file per noun. Each converts, calls a deed of `app`, converts; none decides.

pub mod documents;
pub mod dossiers;
pub mod sending;

use app::Desk;
use std::sync::Arc;

/// The desk, as commands receive it.
pub type TheDesk<'a> = tauri::State<'a, Arc<Desk>>;
/// The options of the command line, as commands receive them.
pub type TheOptions<'a> = tauri::State<'a, crate::options::Options>;
/// The dialogs, as commands receive them.
pub type TheDialogs<'a> = tauri::State<'a, crate::dialogs::Dialogs>;

//! The system's dialogs, opened from Rust so that the page needs no right to. A path never goes to the page:
//! it gets a token and a label.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use tauri_plugin_dialog::DialogExt;

/// The dialogs, and what was chosen in them.
#[derive(Default)]
pub struct Dialogs {
    answers: Option<PathBuf>,
    chosen: Mutex<HashMap<String, PathBuf>>,
}

impl Dialogs {
    /// `answers`: a file whose lines answer the dialogs to come, in order.
    pub fn new(answers: Option<PathBuf>) -> Self {
        Self {
            answers,
            chosen: Mutex::default(),
        }
    }

    /// Asks for a folder; none when the user gave up. Blocks: never on the main thread.
    pub fn folder(&self, app: &tauri::AppHandle) -> Option<PathBuf> {
        match &self.answers {
            Some(file) => next_answer(file),
            None => app
                .dialog()
                .file()
                .set_title("Où enregistrer les documents")
                .blocking_pick_folder()
                .and_then(|path| path.into_path().ok()),
        }
    }

    /// Asks for a file of one kind; none when the user gave up. Blocks: never on the main thread.
    pub fn file(&self, app: &tauri::AppHandle, kind: &str, ends: &[&str]) -> Option<PathBuf> {
        match &self.answers {
            Some(file) => next_answer(file),
            None => app
                .dialog()
                .file()
                .set_title(format!("Choisir un fichier ({kind})"))
                .add_filter(kind, ends)
                .blocking_pick_file()
                .and_then(|path| path.into_path().ok()),
        }
    }

    /// Keeps a folder and gives its token.
    pub fn keep(&self, folder: PathBuf) -> String {
        let mut chosen = self
            .chosen
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let token = format!("dossier-{}", chosen.len() + 1);
        chosen.insert(token.clone(), folder);
        token
    }

    /// The folder of a token.
    pub fn kept(&self, token: &str) -> Option<PathBuf> {
        self.chosen
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .get(token)
            .cloned()
    }
}

/// Takes the first line off the file of answers.
fn next_answer(file: &Path) -> Option<PathBuf> {
    let text = std::fs::read_to_string(file).ok()?;
    let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
    let first = first.trim();
    let answer = (!first.is_empty()).then(|| PathBuf::from(first));
    std::fs::write(file, rest).ok()?;
    answer
}

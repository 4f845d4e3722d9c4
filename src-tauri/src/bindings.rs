//! The commands and their types, in one list: what answers the page, and the TypeScript twin of it.

use crate::commands::{documents, dossiers, sending};
use tauri_specta::{Builder, ErrorHandlingMode, collect_commands};

/// All commands of the window.
pub fn builder() -> Builder<tauri::Wry> {
    Builder::<tauri::Wry>::new()
        .error_handling(ErrorHandlingMode::Result)
        .disable_serde_phases()
        .commands(collect_commands![
            dossiers::home,
            dossiers::create_dossier,
            dossiers::create_example,
            dossiers::follow_dossier,
            dossiers::open_dossier,
            dossiers::act,
            dossiers::undo,
            dossiers::redo,
            dossiers::attach_text,
            dossiers::attach_logo,
            dossiers::leave,
            documents::preview,
            documents::document_text,
            documents::choose_folder,
            documents::issue_documents,
            documents::open_folder,
            sending::attach_act,
            sending::report_sheet,
            sending::open_made,
        ])
}

/// `ui/src/bindings.ts` says what these commands say. `cargo xtask bindings` writes it anew.
#[test]
fn bindings_are_up_to_date() {
    let committed = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/bindings.ts");
    let made = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/bindings.ts");
    builder()
        .export(specta_typescript::Typescript::default(), made)
        .unwrap();
    let text = std::fs::read_to_string(made).unwrap();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(committed, &text).unwrap();
    }
    assert_eq!(
        std::fs::read_to_string(committed).unwrap(),
        text,
        "cargo xtask bindings writes it anew"
    );
}

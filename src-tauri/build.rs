//! Declares the window's commands to the access list: what is not named here and in `capabilities/main.json`
//! cannot be called by the page.

const COMMANDS: &[&str] = &[
    "home",
    "create_dossier",
    "create_example",
    "follow_dossier",
    "open_dossier",
    "act",
    "undo",
    "redo",
    "preview",
    "document_text",
    "attach_text",
    "attach_logo",
    "choose_folder",
    "issue_documents",
    "open_folder",
    "attach_act",
    "report_sheet",
    "open_made",
    "leave",
];

fn main() {
    let commands = tauri_build::AppManifest::new().commands(COMMANDS);
    if let Err(error) =
        tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands))
    {
        println!("cargo::error=tauri-build: {error:#}");
        std::process::exit(1);
    }
}

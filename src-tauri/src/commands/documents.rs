//! Commands on documents: preview, choose a folder, make, open the folder.

use super::{TheDesk, TheDialogs, TheOptions};
use crate::problem::{Answer, Problem};
use app::view::{IssuedView, PreviewView, TextView};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A folder that the user chose: the page sees its name and a token, never a way to it.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Folder {
    /// What commands take.
    pub token: String,
    /// What people read.
    pub label: String,
}

/// What to make, and where.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Order {
    /// The dossier.
    pub dossier: String,
    /// The documents' keys.
    pub documents: Vec<String>,
    /// Of the documents that are made once for each convention, those that are wanted.
    pub shares: Vec<Wanted>,
    /// The folder's token.
    pub folder: String,
    /// Whether every page says « PROJET » and nothing is made final.
    pub draft: bool,
    /// Whether what is made once for each convention is also put into one file, to print in one go.
    pub print_file: bool,
    /// Also the form that can be edited, of the documents that have one.
    pub editable: bool,
    /// The versions to be put online, instead of the documents.
    pub online: bool,
}

/// The conventions wanted of a document.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct Wanted {
    /// The document.
    pub document: String,
    /// Ids of the rows.
    pub shares: Vec<String>,
}

/// The pages of a document as they stand.
#[tauri::command(async)]
#[specta::specta]
pub fn preview(
    desk: TheDesk<'_>,
    options: TheOptions<'_>,
    id: &str,
    document: &str,
) -> Answer<PreviewView> {
    Ok(app::preview_document(&desk, id, document, options.now())?)
}

/// The text of a document, in the two flavours of the clipboard.
#[tauri::command(async)]
#[specta::specta]
pub fn document_text(
    desk: TheDesk<'_>,
    options: TheOptions<'_>,
    id: &str,
    document: &str,
) -> Answer<TextView> {
    Ok(app::document_text(&desk, id, document, options.now())?)
}

/// Asks for a folder; none when the user gave up.
#[tauri::command(async)]
#[specta::specta]
pub fn choose_folder(app: tauri::AppHandle, dialogs: TheDialogs<'_>) -> Answer<Option<Folder>> {
    let Some(folder) = dialogs.folder(&app) else {
        return Ok(None);
    };
    let label = app::fr::folder(&folder);
    Ok(Some(Folder {
        token: dialogs.keep(folder),
        label,
    }))
}

/// Makes documents into the chosen folder.
#[tauri::command(async)]
#[specta::specta]
pub fn issue_documents(
    desk: TheDesk<'_>,
    dialogs: TheDialogs<'_>,
    options: TheOptions<'_>,
    order: Order,
) -> Answer<IssuedView> {
    let folder = dialogs.kept(&order.folder).ok_or_else(unknown_folder)?;
    let wanted = |wanted: Wanted| app::SharesWanted {
        document: wanted.document,
        shares: wanted.shares,
    };
    let order = app::IssueOrder {
        dossier: order.dossier,
        documents: order.documents,
        shares: order.shares.into_iter().map(wanted).collect(),
        folder,
        draft: order.draft,
        print_file: order.print_file,
        editable: order.editable,
        online: order.online,
    };
    Ok(app::issue_documents(&desk, &order, options.now())?)
}

/// Shows the chosen folder in the system's own window.
#[tauri::command(async)]
#[specta::specta]
pub fn open_folder(dialogs: TheDialogs<'_>, token: &str) -> Answer<()> {
    let folder = dialogs.kept(token).ok_or_else(unknown_folder)?;
    open::that_detached(&folder).map_err(|_| Problem::from(app::Problem::FolderNotShown { folder }))
}

fn unknown_folder() -> Problem {
    Problem::from(app::Problem::FolderUnknown)
}

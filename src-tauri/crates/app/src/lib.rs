//! What a referent does, a file per deed: open, change, check, preview, issue. It calls the other rooms and lends
//! them its arms; it holds no rule of law, no SQL, no measure of a page, and knows no window.
//!
//! The moment it is comes in with each deed: no clock is read here.

mod attach_act;
mod batch;
mod bound;
mod check_dossier;
mod check_model;
mod checks;
mod count_pieces;
mod create_dossier;
mod dates;
mod deduce;
mod desk;
mod edit_dossier;
mod example;
mod export_dossier;
mod follow_dossier;
pub mod fr;
mod issue_documents;
mod issue_order;
mod issue_shares;
mod keeper;
mod made;
mod made_file;
mod make;
mod make_order;
mod make_other;
mod online;
mod open_dossier;
mod preview_document;
mod problem;
mod read_tags;
mod report_sheet;
mod rows;
mod shares;
mod supplied;
mod text_of;
pub mod view;
mod workshop;

pub use attach_act::attach_act;
pub use batch::{Batch, ShareMade, export_shares};
pub use check_dossier::{Checked, check_dossier, read_dossier_file};
pub use check_model::check_model;
pub use create_dossier::{create_dossier, create_example, import_file, new_dossier_files};
pub use desk::{Desk, data_folder};
pub use edit_dossier::{act, attach_logo, attach_text, redo, undo};
pub use export_dossier::{ExportOrder, export_dossier, export_json, export_notes, write_new};
pub use follow_dossier::{follow_as, follow_dossier, follow_file};
pub use issue_documents::issue_documents;
pub use issue_order::{IssueOrder, SharesWanted};
pub use made_file::made_file;
pub use open_dossier::{KnownModel, home, known_models, open_dossier};
pub use preview_document::preview_document;
pub use problem::Problem;
pub use read_tags::tags_of_file;
pub use report_sheet::report_sheet;
pub use text_of::{document_text, text_of};
pub use workshop::Workshop;

use chrono::NaiveDateTime;
use domain::values::Date;

/// The day of a moment, as the rules take it.
pub(crate) fn today(now: NaiveDateTime) -> Result<Date, Problem> {
    Date::kept(now.date()).ok_or(Problem::Bug)
}

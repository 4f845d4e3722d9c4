//! Files handed over: a safe name, then one file, whole or absent.
//!
//! What is written here appears under its name at once and entire, replaces nothing unless told to, and
//! never follows a link. This room knows no page, no school and no database.

mod docx;
mod mail;
mod markup;
mod names;
mod reading;
#[cfg(test)]
mod sample;
mod save;
mod text;
mod workbook;

pub use docx::{Said, docx};
pub use mail::{Mail, eml};
pub use names::file_name;
pub use save::{WhenThere, save, save_all, save_groups};
pub use text::{Pasted, pasted};
pub use workbook::xlsx;

use std::path::PathBuf;

/// Why a file is not handed over. Nothing is left behind.
#[derive(Debug, thiserror::Error)]
pub enum DeliveryError {
    /// This name is not one that every system takes.
    #[error("{name:?} is no name for a file")]
    Name {
        /// The name.
        name: String,
    },
    /// The folder is not there, or takes no file.
    #[error("no file can be made in {}: {source}", folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The file does not write: the disk is full, the key was pulled out.
    #[error("{name} does not write: {source}")]
    File {
        /// The file's name.
        name: String,
        /// What the system says.
        source: std::io::Error,
    },
    /// This is no address to send to.
    #[error("{address:?} is no address")]
    Address {
        /// The address.
        address: String,
    },
    /// The tables do not make a workbook.
    #[error("no workbook can be made: {why}")]
    Workbook {
        /// What the writer of workbooks says.
        why: String,
    },
    /// Too many files bear this name already.
    #[error("{name} and all its numbered names are taken")]
    Crowded {
        /// The name.
        name: String,
    },
}

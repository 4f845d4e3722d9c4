//! Why a deed could not be done: one variant a cause, with what its sentence needs. The sentence is in `fr`.

use crate::view::FindingView;
use domain::dossier::choices::SequelKind;
use std::path::PathBuf;
use store::StoreError;

/// Why a deed could not be done.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// The store does not answer as it should.
    #[error(transparent)]
    Store(StoreError),
    /// A dossier's file does not read: everything that is wrong with it.
    #[error("{} faults in the file", errors.len())]
    Format {
        /// What is wrong.
        errors: Vec<format::FormatError>,
    },
    /// A modèle is not well written.
    #[error("{} misprints", misprints.len())]
    Misprints {
        /// Where and what.
        misprints: Vec<template::Misprint>,
    },
    /// No modèle of this id.
    #[error("no modèle {id}")]
    ModelUnknown {
        /// The id.
        id: String,
        /// Those there are.
        known: Vec<String>,
    },
    /// The dossier was made with a later version of the modèle than the one here.
    #[error("modèle {id} {asked}, newest here {known}")]
    ModelNewer {
        /// The id.
        id: String,
        /// The version that the dossier was made with.
        asked: u32,
        /// The version here.
        known: u32,
    },
    /// No such document in the modèle.
    #[error("no document {key}")]
    DocumentUnknown {
        /// Its key.
        key: String,
        /// Those there are.
        known: Vec<String>,
    },
    /// No field there.
    #[error("no field {path}")]
    FieldUnknown {
        /// The path.
        path: String,
    },
    /// A modèle makes no document for what was to come after a convention.
    #[error("{model} has no document for a {kind}")]
    CannotFollow {
        /// Its title.
        model: String,
        /// What was to come.
        kind: SequelKind,
    },
    /// Findings stop the documents asked for.
    #[error("{} findings", findings.len())]
    Refused {
        /// All of them.
        findings: Vec<FindingView>,
    },
    /// The faces lack signs that the dossier uses.
    #[error("{} signs missing", missing.len())]
    SignsMissing {
        /// Which, and the labels of the fields they are in.
        missing: Vec<(char, Vec<String>)>,
    },
    /// A document cannot be filled.
    #[error(transparent)]
    Fill(template::FillError),
    /// A PDF cannot be written.
    #[error(transparent)]
    Write(pdf::WriteError),
    /// A file cannot be delivered.
    #[error(transparent)]
    Delivery(delivery::DeliveryError),
    /// A file or folder does not read or write.
    #[error("{}: {source}", file.display())]
    File {
        /// Which.
        file: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file is there already: it is never overwritten.
    #[error("{} exists", file.display())]
    FileExists {
        /// Which.
        file: PathBuf,
    },
    /// A file is not what was asked for.
    #[error("{} is not a {expected}", file.display())]
    FileKind {
        /// Which.
        file: PathBuf,
        /// What was asked for.
        expected: &'static str,
    },
    /// The file of a picture cannot be shown.
    #[error("{}: {why}", file.display())]
    Picture {
        /// Which.
        file: PathBuf,
        /// Why.
        why: layout::PictureFault,
    },
    /// The picture kept in a dossier cannot be shown.
    #[error("logo: {0}")]
    Logo(layout::PictureFault),
    /// A pasted block is refused.
    #[error(transparent)]
    Paste(intake::PasteError),
    /// The text is too long to be kept.
    #[error("{length} characters")]
    TooLong {
        /// Its length.
        length: usize,
    },
    /// No folder of this token.
    #[error("no such folder")]
    FolderUnknown,
    /// The system does not show the folder.
    #[error("{} not shown", folder.display())]
    FolderNotShown {
        /// Which.
        folder: PathBuf,
    },
    /// The system says no place for the user's data.
    #[error("no data folder")]
    NoDataFolder,
    /// A fault of the program.
    #[error("a fault of the program")]
    Bug,
}

impl Problem {
    /// A stable code, for machines.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Store(_) => "donnees",
            Self::Format { .. } => "dossier-illisible",
            Self::Misprints { .. } => "modele-mal-ecrit",
            Self::ModelUnknown { .. } => "modele-inconnu",
            Self::ModelNewer { .. } => "modele-plus-recent",
            Self::DocumentUnknown { .. } => "document-inconnu",
            Self::FieldUnknown { .. } => "champ-inconnu",
            Self::CannotFollow { .. } => "suite-impossible",
            Self::Refused { .. } => "points-bloquants",
            Self::SignsMissing { .. } => "signes-absents",
            Self::Fill(_) => "document-non-rempli",
            Self::Write(_) => "pdf",
            Self::Delivery(_) => "fichier-non-ecrit",
            Self::File { .. } => "fichier",
            Self::FileExists { .. } => "fichier-present",
            Self::FileKind { .. } => "fichier-d-une-autre-nature",
            Self::Picture { .. } => "image",
            Self::Logo(_) => "logo",
            Self::Paste(_) => "collage",
            Self::TooLong { .. } => "texte-trop-long",
            Self::FolderUnknown | Self::FolderNotShown { .. } => "dossier-de-sortie",
            Self::NoDataFolder => "pas-de-dossier-de-donnees",
            Self::Bug => "panne",
        }
    }

    /// The command's exit code: 1 findings block, 2 bad input, 3 failure.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Refused { .. } | Self::SignsMissing { .. } | Self::Logo(_) => 1,
            Self::Format { .. }
            | Self::Misprints { .. }
            | Self::ModelUnknown { .. }
            | Self::ModelNewer { .. }
            | Self::DocumentUnknown { .. }
            | Self::FieldUnknown { .. }
            | Self::CannotFollow { .. }
            | Self::FileExists { .. }
            | Self::FileKind { .. }
            | Self::Picture { .. }
            | Self::Paste(_)
            | Self::TooLong { .. } => 2,
            Self::File { source, .. } if source.kind() == std::io::ErrorKind::NotFound => 2,
            Self::Store(
                StoreError::TooLong { .. }
                | StoreError::TooMany { .. }
                | StoreError::BadTemplate { .. }
                | StoreError::NoSuchConvention { .. },
            ) => 2,
            _ => 3,
        }
    }
}

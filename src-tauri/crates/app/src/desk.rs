//! The desk: the store on its thread, and the workshop. What every deed of the window is given.

use crate::checks::Checks;
use crate::keeper::Keeper;
use crate::{Problem, Workshop};
use chrono::NaiveDateTime;
use domain::dossier::Dossier;
use domain::record::Id;
use std::path::{Path, PathBuf};
use store::{IssuedRow, Loaded, Reach, Stamp, Store};

/// The store on its thread, the workshop, what was checked.
pub struct Desk {
    keeper: Keeper,
    workshop: Workshop,
    checks: Checks,
}

impl Desk {
    /// Opens the data of the given folder, or of the user's own.
    ///
    /// # Errors
    /// The data are damaged, newer than this program, or open elsewhere; no place for them.
    pub fn open(data: Option<&Path>, now: NaiveDateTime) -> Result<Self, Problem> {
        let folder = data_folder(data)?;
        std::fs::create_dir_all(&folder).map_err(|source| Problem::File {
            file: folder.clone(),
            source,
        })?;
        let workshop = Workshop::open(&[] as &[&Path])?;
        let keeper = Keeper::open(move || Store::open(&folder, stamp(now)))?;
        Ok(Self {
            keeper,
            workshop,
            checks: Checks::default(),
        })
    }

    /// The modèles and the faces.
    pub fn workshop(&self) -> &Workshop {
        &self.workshop
    }

    /// The vérification of each dossier as it stands.
    pub(crate) fn checks(&self) -> &Checks {
        &self.checks
    }

    pub(crate) fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Store) -> Result<T, store::StoreError> + Send + 'static,
    ) -> Result<T, Problem> {
        self.keeper.ask(work)
    }

    /// A dossier, what may be undone in it, what was made final of it.
    pub(crate) fn kept(&self, id: &Id) -> Result<Kept, Problem> {
        let id = id.clone();
        self.ask(move |store| {
            let Loaded {
                dossier, revision, ..
            } = store.dossier(&id)?;
            let (reach, issued) = (store.reach(&id)?, store.issued(&id)?);
            Ok(Kept {
                dossier,
                revision,
                reach,
                issued,
            })
        })
    }

    /// A dossier's content.
    pub(crate) fn dossier(&self, id: &Id) -> Result<Dossier, Problem> {
        let id = id.clone();
        self.ask(move |store| store.dossier(&id))
            .map(|loaded| loaded.dossier)
    }
}

/// A dossier as the store keeps it.
pub(crate) struct Kept {
    /// Its content.
    pub dossier: Dossier,
    /// Its revision.
    pub revision: u32,
    /// What may be undone and redone.
    pub reach: Reach,
    /// What was made final of it.
    pub issued: Vec<IssuedRow>,
}

/// A moment, as the store keeps it: the clock on the wall, whatever the zone.
pub(crate) fn stamp(now: NaiveDateTime) -> Stamp {
    Stamp::of(now.and_utc().timestamp_millis())
}

/// A moment of the store, as the clock on the wall said it.
pub(crate) fn moment(stamp: Stamp) -> NaiveDateTime {
    chrono::DateTime::from_timestamp_millis(stamp.millis())
        .unwrap_or_default()
        .naive_utc()
}

/// The id of a dossier, as the window writes it.
pub(crate) fn id(text: &str) -> Result<Id, Problem> {
    Id::new(text).ok_or_else(|| Problem::FieldUnknown {
        path: text.chars().take(60).collect(),
    })
}

/// Where the data are: the given folder, else the user's own for this program. Window and command both ask here.
///
/// # Errors
/// The system says no such place.
pub fn data_folder(given: Option<&Path>) -> Result<PathBuf, Problem> {
    match given {
        Some(folder) => Ok(folder.to_owned()),
        None => directories::ProjectDirs::from("fr", "", "ConvENT")
            .map(|places| places.data_dir().to_owned())
            .ok_or(Problem::NoDataFolder),
    }
}

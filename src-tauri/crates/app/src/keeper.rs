//! The store's own thread: one writer, that receives work and answers it.
//!
//! A panic in a piece of work rolls back its transaction and stops nothing else. This file must not know
//! what the work is.

use crate::Problem;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use store::{Store, StoreError};

type Work = Box<dyn FnOnce(&mut Store) + Send>;

/// The way to the store.
pub struct Keeper(mpsc::Sender<Work>);

impl Keeper {
    /// Opens the store on a thread of its own and waits until it is open.
    ///
    /// # Errors
    /// Why the store does not open.
    pub fn open(
        open: impl FnOnce() -> Result<Store, StoreError> + Send + 'static,
    ) -> Result<Self, Problem> {
        let (to_store, work) = mpsc::channel::<Work>();
        let (opened, answer) = mpsc::sync_channel(1);
        std::thread::spawn(move || match open() {
            Ok(store) => {
                let _ = opened.send(Ok(()));
                serve(store, &work);
            }
            Err(error) => {
                let _ = opened.send(Err(error));
            }
        });
        answer
            .recv()
            .map_err(|_| Problem::Bug)?
            .map_err(Problem::Store)?;
        Ok(Self(to_store))
    }

    /// Does a piece of work on the store's thread and waits for its answer.
    ///
    /// # Errors
    /// What the store answers; [`Problem::Bug`] when the work broke: nothing of it is kept then.
    pub fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Store) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, Problem> {
        let (answer, answered) = mpsc::sync_channel(1);
        let work: Work = Box::new(move |store| {
            let _ = answer.send(work(store));
        });
        self.0.send(work).map_err(|_| Problem::Bug)?;
        answered
            .recv()
            .map_err(|_| Problem::Bug)?
            .map_err(Problem::Store)
    }
}

fn serve(mut store: Store, work: &mpsc::Receiver<Work>) {
    while let Ok(piece) = work.recv() {
        // A broken piece of work drops its transaction, which rolls back; the store itself stays whole.
        let _ = catch_unwind(AssertUnwindSafe(|| piece(&mut store)));
    }
}

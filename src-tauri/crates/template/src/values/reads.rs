//! What an expression read while it was computed.

use domain::dossier::EARLIER;
use domain::values::Why;
use std::sync::{Arc, Mutex};

/// How a field was found.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum State {
    /// It holds a value.
    Full,
    /// Nothing was typed.
    Empty {
        /// Whether it is left to be filled by hand.
        by_hand: bool,
        /// Whether no sentence of the modèle may leave it blank.
        must: bool,
    },
    /// It does not read.
    Unread(Why),
}

/// One reading of a field.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Read {
    /// The field.
    pub(crate) path: String,
    /// Its label, for « à compléter ».
    pub(crate) label: String,
    /// How it was found.
    pub(crate) state: State,
    /// Whether it is an amount, in cents.
    pub(crate) amount: bool,
    /// For a choice: its key and its label.
    pub(crate) choice: Option<(String, String)>,
}

impl Read {
    /// A reading of a field that holds something.
    pub(crate) fn full(path: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            label: String::new(),
            state: State::Full,
            amount: false,
            choice: None,
        }
    }
}

/// Notes readings, in order, each path once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Recorder {
    reads: Arc<Mutex<Vec<Read>>>,
    /// Whether what is read is the dossier that the one under way follows.
    earlier: bool,
}

impl Recorder {
    /// The same notes, taken of the dossier that the one under way follows: nobody can complete it, and what it left
    /// blank was filled by hand on the paper that was signed.
    pub(crate) fn of_earlier(&self) -> Self {
        Self {
            reads: Arc::clone(&self.reads),
            earlier: true,
        }
    }

    fn own(&self, path: &str) -> String {
        format!("{}{path}", if self.earlier { EARLIER } else { "" })
    }

    pub(crate) fn note(&self, mut read: Read) {
        read.path = self.own(&read.path);
        if self.earlier {
            read.state = match read.state {
                State::Empty { .. } => State::Empty {
                    by_hand: true,
                    must: false,
                },
                State::Full | State::Unread(_) => State::Full,
            };
        }
        self.with(|reads| {
            if !reads.iter().any(|known| known.path == read.path) {
                reads.push(read);
            }
        });
    }

    /// Notes that the words made of a choice stand for it: the label of the choice is not to be printed in their place.
    pub(crate) fn worded(&self, path: &str) {
        let path = self.own(path);
        self.with(|reads| {
            let of_path = reads.iter_mut().filter(|read| read.path == path);
            of_path.for_each(|read| read.choice = None);
        });
    }

    /// How many readings were noted.
    pub(crate) fn len(&self) -> usize {
        self.with(|reads| reads.len())
    }

    /// The readings noted after so many.
    pub(crate) fn since(&self, count: usize) -> Vec<Read> {
        self.with(|reads| reads.iter().skip(count).cloned().collect())
    }

    /// Says that what was read makes an amount, though none of the fields is one.
    pub(crate) fn is_amount(&self) {
        self.with(|reads| {
            if let Some(read) = reads.last_mut() {
                read.amount = true;
            }
        });
    }

    /// Gives back what was noted and begins anew.
    pub(crate) fn take(&self) -> Vec<Read> {
        self.with(std::mem::take)
    }

    /// Whether an amount was read.
    pub(crate) fn has_amount(&self) -> bool {
        self.with(|reads| reads.iter().any(|read| read.amount))
    }

    /// The label of the choice read under this key, when one was.
    pub(crate) fn label_of(&self, key: &str) -> Option<String> {
        self.with(|reads| {
            let of_key = |read: &&Read| read.choice.as_ref().is_some_and(|(known, _)| known == key);
            reads
                .iter()
                .rev()
                .find(of_key)
                .and_then(|read| read.choice.clone())
                .map(|(_, label)| label)
        })
    }

    /// Whether an empty field that must be filled was read.
    pub(crate) fn has_must(&self) -> bool {
        self.with(|reads| {
            reads.iter().any(|read| {
                matches!(
                    read.state,
                    State::Empty {
                        must: true,
                        by_hand: false
                    }
                )
            })
        })
    }

    /// A lock is poisoned only by a panic while it is held, which this never does: it is then taken as it is.
    fn with<T>(&self, work: impl FnOnce(&mut Vec<Read>) -> T) -> T {
        work(
            &mut self
                .reads
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner),
        )
    }
}

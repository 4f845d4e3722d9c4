//! What the window is told when something cannot be done: a code for machines, a French sentence for people.
//! The sentences themselves are said in `app::fr`.

use serde::Serialize;
use specta::Type;

/// Why a command did nothing.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Problem {
    /// A stable code.
    pub code: String,
    /// What happened, where, and how to mend it.
    pub sentence: String,
}

/// The answer of a command.
pub type Answer<T> = Result<T, Problem>;

impl From<app::Problem> for Problem {
    fn from(problem: app::Problem) -> Self {
        Self {
            code: problem.code().to_owned(),
            sentence: app::fr::problem(&problem),
        }
    }
}

//! What can go wrong in a command, said in French to the person who typed it.

use std::fmt;
use std::io;

/// Why a command of the project could not do its work.
#[derive(Debug)]
pub enum Problem {
    /// The words after `cargo xtask` do not read.
    Order(String),
    /// A program is not there, or did not start.
    NotStarted { program: String, cause: io::Error },
    /// A program ended with an error; it has already said why.
    Failed { words: String, status: String },
    /// A file or folder could not be read or written.
    File { path: String, cause: io::Error },
    /// Something the machine lacks; the text says how to mend it.
    Missing(String),
    /// A check ran and found faults; the text says which.
    Faults(String),
    /// A check could not run here, which is no proof that all is well.
    Unverified(String),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::Order(text) | Problem::Missing(text) | Problem::Faults(text) => {
                f.write_str(text)
            }
            Problem::NotStarted { program, cause } => {
                write!(f, "« {program} » n’a pas pu être lancé : {cause}.")
            }
            Problem::Failed { words, status } => write!(f, "« {words} » a échoué ({status})."),
            Problem::File { path, cause } => write!(f, "{path} : {cause}."),
            Problem::Unverified(text) => write!(f, "NON VÉRIFIÉ : {text}"),
        }
    }
}

impl Problem {
    /// Wraps an error of the file system, naming the file.
    pub fn file(path: &std::path::Path) -> impl FnOnce(io::Error) -> Problem + use<'_> {
        move |cause| Problem::File {
            path: path.display().to_string(),
            cause,
        }
    }
}

//! What a file says and what it is refused for, as readable text; and that nothing is lost on the way.

mod refusals;
mod round_trip;
mod texts;

use crate::{FormatError, read};

/// The refusals of a file, one a line.
fn refusals(text: &str) -> String {
    told(&read(text).expect_err("this file must be refused"))
}

fn told(errors: &[FormatError]) -> String {
    let line = |error: &FormatError| {
        let line = error.line.map_or("-".to_owned(), |line| line.to_string());
        format!(
            "{line} {} [{}] {}\n",
            error.path,
            error.what.code(),
            error.what
        )
    };
    errors.iter().map(line).collect()
}

/// A file of today with these members.
fn file(members: &str) -> String {
    let comma = if members.is_empty() { "" } else { "," };
    format!(
        "{{\"format\":1,\"modele\":{{\"id\":\"versailles-1d\",\"version\":1}}{comma}\n{members}}}"
    )
}

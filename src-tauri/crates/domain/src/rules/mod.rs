//! Rules of law and of good sense: what is wrong in a dossier whatever the modèle.
//!
//! Each rule takes a dossier and gives findings; it cites its source, changes nothing, and says no French
//! sentence. What is empty is not judged here: only the modèle knows what a document needs.

mod act;
mod actes_id;
mod bodies;
mod dates;
pub mod fault;
mod figures;
mod people;
mod privacy;
mod reading;
mod register;
mod schools;
mod sector;
mod sequel;
mod style;
pub mod term;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
mod texts;
mod wording;

pub use dates::executory;
pub use privacy::reach_in;

use crate::dossier::Dossier;
use crate::findings::{Finding, Severity};
use crate::record::Path;
use crate::values::Date;
use fault::Fault;

/// Applies every rule, in the order of the rail: the bodies and people, schools, contacts, convention, délibération, what it follows.
/// `today` only tells what is still to come.
pub fn check(dossier: &Dossier, today: Date) -> Vec<Finding> {
    let mut found = reading::check(dossier);
    found.extend(texts::check(dossier));
    found.extend(style::check(dossier));
    found.extend(figures::check(dossier));
    found.extend(privacy::check(dossier));
    found.extend(bodies::check(dossier));
    found.extend(people::check(dossier));
    found.extend(schools::check(dossier));
    found.extend(sector::check(dossier));
    found.extend(wording::check(dossier));
    found.extend(dates::check(dossier, today));
    found.extend(act::check(dossier));
    found.extend(register::check(dossier));
    found.extend(actes_id::check(dossier));
    found.extend(sequel::check(dossier, today));
    found
}

/// A finding about a field.
fn at(path: Path, severity: Severity, law: &'static str, fault: Fault) -> Finding {
    Finding {
        fault,
        severity,
        path: Some(path),
        law,
    }
}

/// The path of a field: `path("deliberation/seance")`.
fn path(text: &str) -> Path {
    Path::new(text)
}

/// The path of a field of an item: `item("ecoles", id, "uai")`.
fn item(list: &str, id: &crate::record::Id, key: &str) -> Path {
    Path::new(list).join(id.as_str()).join(key)
}

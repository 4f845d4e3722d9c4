//! The grid of schools and what stands at its foot.

use super::forms;
use super::seen::Seen;
use super::table::{Foot, Table};
use super::types::Group;
use crate::fr;
use template::{FeeMode, PartyDecl, Split, Template};

/// Key of the list.
pub const LIST: &str = "ecoles";

/// The group that holds the grid.
pub fn group(seen: &Seen<'_>) -> Group {
    let table = Table {
        list: LIST,
        part: String::new(),
        ids: seen.dossier.ids(LIST),
        columns: columns(seen.template),
        more: more(seen.template),
        of_establishments: fr::are_establishments(seen.template),
    };
    let items = seen.dossier.sheet.schools.iter();
    let schools: Vec<_> = items.map(|item| &item.value).collect();
    let words = fr::school_words(seen.template);
    let foot = Foot {
        one: words.one.to_owned(),
        total: fr::total(words, schools.len()),
        totals: fr::schools_totals(&schools),
    };
    Group {
        key: LIST.to_owned(),
        title: String::new(),
        note: String::new(),
        fields: Vec::new(),
        list: Some(table.view(seen, foot)),
    }
}

/// Whether the establishment is itself a party: its head signs.
fn of_heads(template: &Template) -> bool {
    template.parties.iter().any(PartyDecl::is_school)
}

/// What is asked of a school and has no column.
fn more(template: &Template) -> Vec<forms::Place> {
    let columns = columns(template);
    let all = if of_heads(template) {
        forms::OF_ESTABLISHMENT
    } else {
        forms::OF_SCHOOL
    };
    let has_no_column =
        |place: &&forms::Place| columns.iter().all(|(column, _, _)| *column != place.0);
    all.iter().filter(has_no_column).copied().collect()
}

/// The columns that the modèle makes use of.
pub fn columns(template: &Template) -> Vec<forms::Place> {
    let mut places = if of_heads(template) {
        forms::ESTABLISHMENTS.to_vec()
    } else {
        forms::SCHOOLS.to_vec()
    };
    if template.split == Split::Commune {
        places.push(forms::COMMUNE);
    }
    match template.fees.as_ref().map(|fees| fees.mode) {
        Some(FeeMode::PerPupil) => places.push(forms::PUPILS),
        Some(FeeMode::PerClass) => places.push(forms::CLASSES),
        _ => {}
    }
    places
}

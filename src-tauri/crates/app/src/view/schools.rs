//! The grid of schools and what stands at its foot.

use super::forms;
use super::seen::Seen;
use super::types::{ColumnView, FieldState, FieldView, Group, ItemView, ListView};
use crate::fr;
use domain::record::{Id, Path};
use template::{FeeMode, Split};

const LIST: &str = "ecoles";

/// The group that holds the grid.
pub fn group(seen: &Seen<'_>) -> Group {
    let items: Vec<ItemView> = seen
        .dossier
        .ids(LIST)
        .iter()
        .map(|id| item(seen, id))
        .collect();
    let schools: Vec<_> = seen
        .dossier
        .sheet
        .schools
        .iter()
        .map(|item| &item.value)
        .collect();
    let list = ListView {
        path: LIST.to_owned(),
        columns: columns(seen),
        total: fr::schools_total(schools.len()),
        totals: fr::schools_totals(&schools),
        items,
    };
    Group {
        key: LIST.to_owned(),
        title: String::new(),
        note: String::new(),
        fields: Vec::new(),
        list: Some(list),
    }
}

/// The columns that the modèle makes use of.
fn places(seen: &Seen<'_>) -> Vec<forms::Place> {
    let template = seen.template;
    let of_heads = template.parties.iter().any(template::PartyDecl::is_school);
    let mut places = if of_heads {
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

fn columns(seen: &Seen<'_>) -> Vec<ColumnView> {
    let slots = forms::slots_under(&places(seen), &Path::new(LIST).join("0"));
    slots
        .into_iter()
        .map(|slot| ColumnView {
            key: slot.path.last().to_owned(),
            label: slot.label,
            width: slot.width,
            kind: super::field::kind(slot.kind),
            choices: slot.choices,
        })
        .collect()
}

fn item(seen: &Seen<'_>, id: &Id) -> ItemView {
    let path = Path::new(LIST).join(id.as_str());
    let cells: Vec<FieldView> = forms::slots_under(&places(seen), &path)
        .iter()
        .map(|slot| seen.field(slot))
        .collect();
    let state = cells.iter().map(|cell| cell.state as u8).max().unwrap_or(0);
    let worst = cells.iter().find(|cell| cell.state as u8 == state);
    ItemView {
        id: id.as_str().to_owned(),
        state: worst.map_or(FieldState::Vide, |cell| cell.state),
        finding: cells.iter().find_map(|cell| cell.finding.clone()),
        cells,
    }
}

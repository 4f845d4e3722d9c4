//! A list of records as a grid: which rows, which columns, and under the grid the fields that have no column.

use super::field;
use super::forms::{self, Place};
use super::seen::Seen;
use super::types::{ColumnView, FieldState, FieldView, ItemView, ListView};
use domain::record::{Id, Path};

/// What a grid shows of a list.
pub struct Table {
    /// The list.
    pub list: &'static str,
    /// The party whose rows these are; empty for the whole list.
    pub part: String,
    /// Its rows, in order.
    pub ids: Vec<Id>,
    /// Its columns.
    pub columns: Vec<Place>,
    /// The fields of a row that stand under the grid.
    pub more: Vec<Place>,
    /// Whether its rows are collèges or lycées.
    pub of_establishments: bool,
}

impl Table {
    /// The grid in words; what stands at its foot is given.
    pub fn view(&self, seen: &Seen<'_>, foot: Foot) -> ListView {
        ListView {
            path: self.list.to_owned(),
            part: self.part.clone(),
            main: self.part.is_empty(),
            one: foot.one,
            columns: self.columns(),
            items: self.ids.iter().map(|id| self.item(seen, id)).collect(),
            total: foot.total,
            totals: foot.totals,
        }
    }

    fn columns(&self) -> Vec<ColumnView> {
        let slots = forms::slots_under(&self.columns, &Path::new(self.list).join("0"));
        let column = |slot: field::Slot| ColumnView {
            key: slot.path.last().to_owned(),
            label: crate::fr::column(self.list, slot.path.last(), self.of_establishments)
                .map_or(slot.label, str::to_owned),
            width: slot.width,
            kind: field::kind(slot.kind),
            choices: slot.choices,
        };
        slots.into_iter().map(column).collect()
    }

    fn item(&self, seen: &Seen<'_>, id: &Id) -> ItemView {
        let path = Path::new(self.list).join(id.as_str());
        let cells = seen.fields(&forms::slots_under(&self.columns, &path));
        let mut more = seen.fields(&forms::slots_under(&self.more, &path));
        if self.list == "signataires" && seen.is_yes(&path.join("par_delegation")) {
            more.extend(seen.fields(&forms::slots_under(forms::DELEGATION, &path)));
        }
        let all = || cells.iter().chain(&more);
        let rank = |field: &FieldView| field.state as u8;
        let worst = all().map(rank).max().unwrap_or(0);
        let state = all().find(|field| rank(field) == worst);
        ItemView {
            id: id.as_str().to_owned(),
            state: state.map_or(FieldState::Vide, |field| field.state),
            finding: all().find_map(|field| field.finding.clone()),
            cells,
            more,
        }
    }
}

/// What stands at the foot of a grid, and what its rows are called.
pub struct Foot {
    /// « une école ».
    pub one: String,
    /// « 6 écoles (six) ».
    pub total: String,
    /// « 6 clés justes sur 6 ».
    pub totals: Vec<String>,
}

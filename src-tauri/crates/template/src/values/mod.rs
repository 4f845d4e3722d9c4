//! A dossier as the values that expressions read: each leaf gives its printed text, and each reading is
//! noted with its field path, so that the words printed know where they come from.

mod computed;
mod districts;
mod facts;
mod items;
mod leaf;
mod model;
mod money;
mod people;
mod reads;
mod sequel;
mod special;
mod term;
mod units;

pub(crate) use computed::{
    OF_ACADEMY, OF_COLLECTIVITY, OF_CONTACT, OF_PARTY, field_path, item_path,
};
pub(crate) use facts::{DocumentFacts, Facts, RECORDER, Readings, Scope};
pub(crate) use leaf::answer_leaf;
pub(crate) use model::OF_PRIVACY;
pub(crate) use money::{OF_FEES, OF_YEAR};
pub(crate) use reads::{Read, State};
pub(crate) use sequel::{LISTS, OF_CHANGE, OF_CONTACT_CHANGE, OF_DIFFERENCE, OF_SCHOOL_CHANGE};
pub(crate) use special::{CheckBox, Day, Empty, HandBlank, Passage, Variable};
pub(crate) use term::{OF_TERM, duration, effect, ended_by, notice_by, period_end};
pub(crate) use units::OF_SCHOOL;

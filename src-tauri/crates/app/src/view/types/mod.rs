//! What the window is told: a dossier as sections, groups and fields, already in words.
//!
//! Plain values made from the store's dossier, its modèle and the control sheet; the window shows them and
//! computes nothing. Their TypeScript twins are generated. Nothing here knows the window's toolkit.

mod control;
mod documents;
mod dossiers;
mod fields;
mod lists;
mod report;
mod sequels;

pub use control::*;
pub use documents::*;
pub use dossiers::*;
pub use fields::*;
pub use lists::*;
pub use report::*;
pub use sequels::*;

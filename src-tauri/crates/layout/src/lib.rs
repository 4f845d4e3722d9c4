//! Sets a [`document::Document`] on pages.
//!
//! In comes a document: words and roles, no sizes. Out come [`Pages`]: runs of glyphs and rules, each in
//! its place and with its role, in reading order.
//!
//! The same document gives the same pages on every machine: lengths are whole thousandths of a point, and
//! no file, clock or system font is ever read. Nothing here knows a school or a PDF.

mod dress;
mod eye;
mod fonts;
mod golden;
mod lengths;
mod memo;
mod numbers;
mod page;
pub mod pages;
mod para;
mod signs;
mod standing;
mod typo;
mod vectors;
mod words;

pub use dress::dressed;
pub use eye::{Flaw, Rule, SetLine};
pub use fonts::{FontError, FontFiles, Fonts};
pub use memo::Memo;
pub use page::{PictureFault, reads_picture, typeset};
pub use pages::{Face, Pages};
pub use standing::{Gathered, Standing};

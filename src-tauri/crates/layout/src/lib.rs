//! Sets a [`document::Document`] on pages.
//!
//! In comes a document: words and roles, no sizes. Out come [`Pages`]: runs of glyphs and rules, each in
//! its place and with its role, in reading order.
//!
//! The same document gives the same pages on every machine: lengths are whole thousandths of a point, and
//! no file, clock or system font is ever read. Nothing here knows a school or a PDF.

pub mod pages;

pub use pages::{Face, Pages};

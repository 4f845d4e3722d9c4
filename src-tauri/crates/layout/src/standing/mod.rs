//! Standing type: what the modèles always say the same, set once and for all, so that a process that makes one document
//! need not set it again. Printers kept such pages standing in their metal.
//!
//! A table of bytes, read where it lies: the key of a paragraph or a word, then its lines or its glyphs. Whatever is not
//! in it is set as ever, and what is in it is what would have been set: [`Gathered`] makes it from paragraphs set in
//! earnest, a test makes it again and compares. Knows no modèle and no file.

mod bytes;
mod gather;
mod lines;
pub mod table;

pub use gather::Gathered;
pub use table::Standing;

#[cfg(test)]
mod tests;

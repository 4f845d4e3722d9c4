//! Writes set pages as a tagged PDF that is both PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).
//!
//! printpdf makes the font objects; what it lacks (marked content, structure, metadata, outlines, links, shared
//! streams, small files) is finished beside them. One set of pages gives all originals: their body streams are
//! shared, each page adds its own furniture. The same pages, faces and date give the same bytes.
//!
//! This room knows no school and no file, and decides where nothing goes.

mod alphabet;
mod bind;
mod binding;
mod check;
mod colours;
mod deflate;
mod faces;
mod finish;
mod lines;
mod links;
mod metadata;
mod objects;
mod outline;
mod paint;
mod pen;
mod press;
mod program;
mod programs;
mod reading;
mod shown;
mod signing;
mod standing;
mod structure;
mod syntax;
mod tree;
mod writer;

pub use bind::{BindError, Leaf, bind};
pub use check::{Flaw, Rule, Untagged, check, objects, tags};
pub use reading::page_count;
pub use standing::GatheredFaces;

use chrono::NaiveDate;
use layout::{Fonts, Pages};

/// What is said of a file beside its pages.
#[derive(Clone, Debug)]
pub struct About {
    /// Who it comes from.
    pub author: String,
    /// What it is about.
    pub subject: String,
    /// The day it is made; never printed.
    pub date: NaiveDate,
    /// Which originals it holds.
    pub originals: Originals,
    /// Whether an empty field for a signature stands where each signatory signs.
    pub signature_fields: bool,
}

/// Which originals a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Originals {
    /// All of them, one after the other.
    All,
    /// One, by its rank from 0.
    One(usize),
}

/// Why a file cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// A face cannot be cut down to its used glyphs.
    #[error("face {face}: {cause}")]
    Face {
        /// Which face.
        face: String,
        /// Why.
        cause: String,
    },
    /// No original of this rank.
    #[error("no original {rank}")]
    NoOriginal {
        /// The rank asked for, from 0.
        rank: usize,
    },
    /// The pages are not whole: a run names no node, a picture is missing.
    #[error("the pages are not whole: {what}")]
    NotWhole {
        /// What is missing.
        what: &'static str,
    },
}

/// Writes the pages as a PDF.
///
/// # Errors
/// A face does not subset, an original is unknown, or the pages are not whole.
pub fn write(pages: &Pages, fonts: &Fonts, about: &About) -> Result<Vec<u8>, WriteError> {
    let originals = chosen(pages, about.originals)?;
    let faces = faces::Faces::of(pages, fonts)?;
    let painted = paint::paint(pages, &faces, &originals)?;
    let pressed = press::press(&faces)?;
    let (file, elements) = finish::finish(pages, about, &originals, painted, pressed)?;
    Ok(writer::write(&file, &elements))
}

fn chosen(pages: &Pages, originals: Originals) -> Result<Vec<usize>, WriteError> {
    match originals {
        Originals::All => Ok((0..pages.furniture.len()).collect()),
        Originals::One(rank) if rank < pages.furniture.len() => Ok(vec![rank]),
        Originals::One(rank) => Err(WriteError::NoOriginal { rank }),
    }
}

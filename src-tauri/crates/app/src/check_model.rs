//! Checks the folder of a modèle for the one who writes it: its language, then the signs that the faces must have.

use crate::workshop::texts;
use crate::{Problem, Workshop};
use layout::Face;
use std::path::Path;

/// Reads a modèle's folder; its title when nothing is wrong.
///
/// # Errors
/// The folder does not read, or every misprint of its files, each with its line.
pub fn check_model(workshop: &Workshop, folder: &Path) -> Result<String, Problem> {
    let files = texts(folder)?;
    let template = template::load(&files).map_err(|misprints| Problem::Misprints { misprints })?;
    let fonts = workshop.fonts();
    let has = |sign| {
        Face::ALL
            .iter()
            .all(|face| fonts.glyph(*face, sign).is_some())
    };
    let misprints = template.unprintable(has);
    if misprints.is_empty() {
        Ok(template.title)
    } else {
        Err(Problem::Misprints { misprints })
    }
}

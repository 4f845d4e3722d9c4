//! Faces cut down before, kept: many files of one modèle use the same glyphs of a face.

use crate::deflate::packed;
use crate::program::program;
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use ttf_parser::Face;

/// How many are kept before the table is emptied: some fifty kilobytes each.
const KEPT: usize = 48;

/// A font program, and what follows from it.
pub struct Program {
    /// How many bytes it has.
    pub length: usize,
    /// Those bytes, packed.
    pub packed: Vec<u8>,
    /// Six capitals that follow from its content (ISO 32000-1, 9.6.4).
    pub prefix: String,
}

/// The face, by where its bytes are, since they stay there; the glyph at each place.
type Key = (usize, Vec<Option<u16>>);

static PROGRAMS: LazyLock<Mutex<FxHashMap<Key, Arc<Program>>>> = LazyLock::new(Mutex::default);

/// The program of a face whose bytes are these, cut down to glyphs in their places; none as for [`program`].
pub fn cut(
    bytes: &'static [u8],
    face: &Face<'_>,
    glyphs: Vec<Option<u16>>,
) -> Option<Arc<Program>> {
    let key = (bytes.as_ptr() as usize, glyphs);
    if let Some(known) = programs(|all| all.get(&key).cloned()) {
        return Some(known);
    }
    let bytes = program(face, key.1.clone())?;
    let made = Arc::new(Program {
        packed: packed(&bytes)?,
        prefix: prefix(&bytes),
        length: bytes.len(),
    });
    programs(|all| {
        if all.len() >= KEPT {
            all.clear();
        }
        all.insert(key, Arc::clone(&made));
    });
    Some(made)
}

fn programs<T>(work: impl FnOnce(&mut FxHashMap<Key, Arc<Program>>) -> T) -> T {
    work(&mut PROGRAMS.lock().unwrap_or_else(PoisonError::into_inner))
}

/// The six capitals of a program.
pub fn prefix(program: &[u8]) -> String {
    Sha256::digest(program)
        .iter()
        .take(6)
        .map(|byte| char::from(b'A' + byte % 26))
        .collect()
}

//! A file that was made, found again in its folder: the page gives a name, never a way.

use crate::Problem;
use std::path::{Path, PathBuf};

/// What is opened from the window: what the program makes, and nothing that runs.
const KINDS: &[&str] = &["docx", "eml", "pdf", "xlsx"];

/// The file of this name in a folder.
///
/// # Errors
/// The name is a way, or of a kind that the program does not make; the file is not there.
pub fn made_file(folder: &Path, name: &str) -> Result<PathBuf, Problem> {
    let file = folder.join(name);
    let kind = Path::new(name).extension().and_then(|kind| kind.to_str());
    let plain = !name.contains(['/', '\\', ':']) && kind.is_some_and(|kind| KINDS.contains(&kind));
    if plain && file.is_file() {
        return Ok(file);
    }
    Err(Problem::File {
        file,
        source: std::io::ErrorKind::NotFound.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::made_file;

    #[test]
    fn only_a_made_file_of_the_folder_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("dossier");
        std::fs::create_dir(&inside).unwrap();
        for name in ["a.eml", "a.sh"] {
            std::fs::write(inside.join(name), b"x").unwrap();
        }
        std::fs::write(folder.path().join("b.eml"), b"x").unwrap();
        assert_eq!(made_file(&inside, "a.eml").unwrap(), inside.join("a.eml"));
        for name in ["a.sh", "../b.eml", "..\\b.eml", "c.eml", "", "/etc/passwd"] {
            assert!(made_file(&inside, name).is_err(), "{name}");
        }
    }
}

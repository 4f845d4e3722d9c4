//! Embeds every folder of `assets/templates` in the program, so that no modèle can be missing where it runs. The folder
//! `commun` is no modèle: it holds what modèles share.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, error::Error, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let home = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let folders = home.join("../../../assets/templates");
    println!("cargo::rerun-if-changed={}", folders.display());
    let mut code = String::from(
        "/// Each modèle: its folder, its files.\npub const FOLDERS: &[(&str, &[(&str, &str)])] = &[\n",
    );
    let all = sorted(&folders)?;
    let modeles = all
        .iter()
        .filter(|path| path.is_dir() && name(path) != SHARED);
    for folder in modeles {
        writeln!(code, "    ({:?}, &[", name(folder))?;
        files(folder, &mut code)?;
        code.push_str("    ]),\n");
    }
    code.push_str(
        "];\n\n/// What modèles share: file, text.\npub const SHARED: &[(&str, &str)] = &[\n",
    );
    files(&folders.join(SHARED), &mut code)?;
    code.push_str("];\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("shipped.rs"), code)?;
    Ok(())
}

/// The folder of what modèles share.
const SHARED: &str = "commun";

/// Writes each file of a folder: its name, its text.
fn files(folder: &Path, code: &mut String) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    for file in sorted(folder)?.iter().filter(|path| path.is_file()) {
        println!("cargo::rerun-if-changed={}", file.display());
        let (name, path) = (name(file), file.canonicalize()?);
        writeln!(code, "        ({name:?}, include_str!({path:?})),")?;
    }
    Ok(())
}

fn name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// What a folder holds, in the order of the names: the same on every machine.
fn sorted(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut entries = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()?;
    entries.sort();
    Ok(entries)
}

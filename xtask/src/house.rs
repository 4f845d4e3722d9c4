//! Where things are: the project's folder, the build folder, the tools fetched for the tests.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::problem::Problem;

/// The folders of the project.
pub struct House {
    /// The folder that holds `Cargo.toml`, `ui`, `src-tauri`…
    pub root: PathBuf,
    /// Where cargo builds: `CARGO_TARGET_DIR` when set, `target` otherwise.
    pub target: PathBuf,
}

impl House {
    /// Finds the project from where this command was started by cargo.
    pub fn here() -> Result<Self, Problem> {
        let xtask = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        let root = xtask
            .parent()
            .map(Path::to_path_buf)
            .filter(|root| root.join("Cargo.toml").is_file());
        let root = root
            .ok_or_else(|| Problem::Missing("Le dossier du projet est introuvable.".to_owned()))?;
        let target = env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| root.join("target"), |dir| root.join(dir));
        Ok(Self { root, target })
    }

    /// The window's own project, in TypeScript.
    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// Where the example's documents are left for whoever wants to look at them.
    pub fn out(&self) -> PathBuf {
        self.root.join("out")
    }

    /// The example that the whole project makes and checks.
    pub fn example(&self) -> PathBuf {
        self.root.join("assets/examples/fontenay-aux-roses.json")
    }

    /// The same dossier, once the council has voted.
    pub fn example_after_vote(&self) -> PathBuf {
        self.root.join("assets/examples/fontenay-apres-vote.json")
    }

    /// The examples of the other modèles, in the order of their names.
    ///
    /// # Errors
    /// The folder does not read.
    pub fn other_examples(&self) -> Result<Vec<PathBuf>, Problem> {
        let folder = self.root.join("assets/examples");
        let entries = fs::read_dir(&folder).map_err(Problem::file(&folder))?;
        let own = [self.example(), self.example_after_vote()];
        let mut others: Vec<PathBuf> = entries
            .filter_map(Result::ok)
            .map(|entry| entry.path())
            .filter(|file| file.extension().is_some_and(|end| end == "json"))
            .filter(|file| !own.contains(file))
            .collect();
        others.sort();
        Ok(others)
    }

    /// Tools the tests need and Debian does not package. They stay with the build folder.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// Every PDF that veraPDF must judge; tests may put theirs here too.
    pub fn pdfs(&self) -> PathBuf {
        self.root.join("target/pdf")
    }

    /// PDFs spoilt on purpose, that veraPDF must refuse.
    pub fn spoilt(&self) -> PathBuf {
        self.root.join("target/pdf-spoilt")
    }
}

/// Whether this runs where a check that cannot run is a failure.
pub fn in_ci() -> bool {
    env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false" && value != "0")
}

//! The house as it stands on disk: its rooms, their manifests, their sources.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder that holds the workspace's `Cargo.toml`.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A crate of the workspace.
#[derive(Debug)]
pub struct Room {
    /// As the README names it: `domain`, or `src-tauri/src` for the window.
    pub name: String,
    /// The name of its package.
    pub package: String,
    /// Where its sources are.
    pub sources: PathBuf,
    manifest: toml::Table,
}

/// Every crate of the workspace, in the order of their folders.
///
/// # Panics
/// When a manifest cannot be read: there is then nothing to test.
pub fn rooms() -> Vec<Room> {
    let crates = root().join("src-tauri/crates");
    let mut folders: Vec<PathBuf> = entries(&crates)
        .into_iter()
        .filter(|entry| entry.is_dir())
        .collect();
    folders.extend(["src-tauri", "tests", "xtask"].map(|name| root().join(name)));
    folders.iter().map(|folder| room(folder)).collect()
}

fn room(folder: &Path) -> Room {
    let manifest: toml::Table = text(&folder.join("Cargo.toml"))
        .parse()
        .expect("a manifest is TOML");
    let package = manifest["package"]["name"]
        .as_str()
        .expect("a package has a name")
        .to_owned();
    let name = if folder.ends_with("src-tauri") {
        "src-tauri/src"
    } else {
        folder_name(folder)
    };
    Room {
        name: name.to_owned(),
        package,
        sources: folder.join("src"),
        manifest,
    }
}

impl Room {
    /// What it depends on, for its own sake, its build and its tests alike, by package name.
    pub fn dependencies(&self) -> BTreeSet<String> {
        let kinds = ["dependencies", "build-dependencies", "dev-dependencies"];
        let by_target = self.manifest.get("target").and_then(toml::Value::as_table);
        let tables = by_target
            .into_iter()
            .flat_map(toml::Table::values)
            .filter_map(toml::Value::as_table);
        let tables = tables.chain([&self.manifest]);
        let named =
            tables.flat_map(|table| kinds.iter().filter_map(|kind| table.get(*kind)?.as_table()));
        named
            .flatten()
            .map(|(key, value)| package_behind(key, value))
            .collect()
    }

    /// Whether its lints and its licence are those of the workspace.
    pub fn follows_the_workspace(&self) -> bool {
        let inherits = |value: Option<&toml::Value>| {
            value
                .and_then(|value| value.get("workspace")?.as_bool())
                .unwrap_or(false)
        };
        let licence = self
            .manifest
            .get("package")
            .and_then(|package| package.get("license"));
        inherits(self.manifest.get("lints")) && inherits(licence)
    }
}

/// A dependency may be renamed; `package = …` then says what it is.
fn package_behind(key: &str, value: &toml::Value) -> String {
    value
        .get("package")
        .and_then(toml::Value::as_str)
        .unwrap_or(key)
        .to_owned()
}

/// Every file with one of these endings in the folder and below, with its text.
///
/// # Panics
/// When a folder or a file cannot be read.
pub fn files(folder: &Path, endings: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for path in entries(folder) {
        if path.is_dir() {
            found.extend(files(&path, endings));
        } else if endings
            .iter()
            .any(|ending| folder_name(&path).ends_with(ending))
        {
            let text = text(&path);
            found.push((path, text));
        }
    }
    found
}

/// What a folder holds, in order of names.
///
/// # Panics
/// When the folder cannot be read.
pub fn entries(folder: &Path) -> Vec<PathBuf> {
    let read = fs::read_dir(folder).unwrap_or_else(|cause| panic!("{}: {cause}", folder.display()));
    let mut paths: Vec<PathBuf> = read
        .map(|entry| entry.expect("an entry reads").path())
        .collect();
    paths.sort();
    paths
}

/// The text of a file.
///
/// # Panics
/// When the file cannot be read.
pub fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|cause| panic!("{}: {cause}", path.display()))
}

/// The last part of a path.
pub fn folder_name(path: &Path) -> &str {
    path.file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default()
}

/// A path as people write it, from the top of the project.
pub fn shown(path: &Path) -> String {
    let path = path.strip_prefix(root()).unwrap_or(path);
    path.to_string_lossy().replace('\\', "/")
}

/// The code of a Rust file that is shipped: no comments, and not the tests at its foot.
pub fn shipped(source: &str) -> String {
    let mut kept = String::new();
    let mut lines = source.lines().peekable();
    while let Some(line) = lines.next() {
        let is_test = line.trim() == "#[cfg(test)]";
        match lines.peek() {
            Some(next) if is_test && next.trim().ends_with(';') => drop(lines.next()),
            _ if is_test || line.trim() == "#[test]" => break,
            _ => kept.push_str(&format!("{}\n", without_comment(line))),
        }
    }
    kept
}

fn without_comment(line: &str) -> &str {
    if line.trim_start().starts_with("//") {
        ""
    } else {
        line.split_once(" // ").map_or(line, |(code, _)| code)
    }
}

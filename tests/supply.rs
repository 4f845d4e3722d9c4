//! What comes from elsewhere: its licences, where it comes from, and what is not let in.
//!
//! All is read from `cargo metadata --offline`, so that no network is needed. When
//! crates of another system were never fetched, `cargo fetch` brings them.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;
use tests::house;

/// Licences that a town hall may use and we may pass on, by their SPDX names.
const LICENCES: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "EUPL-1.2",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// What the programs never carry: another TLS, a web client, an updater, doors to the disk or the shell for the page.
const BANS: &[&str] = &[
    "openssl",
    "openssl-sys",
    "native-tls",
    "rustls",
    "reqwest",
    "hyper",
    "ureq",
    "curl",
    "isahc",
    "attohttpc",
    "tauri-plugin-updater",
    "tauri-plugin-http",
    "tauri-plugin-shell",
    "tauri-plugin-opener",
    "tauri-plugin-process",
    "tauri-plugin-websocket",
    "tauri-plugin-upload",
];

/// Plugins that a crate of ours may not ask for by itself: the dialogs bring this one along, unused.
const DIRECT_BANS: &[&str] = &["tauri-plugin-fs"];

/// The systems the programs are made for.
const SYSTEMS: &[&str] = &[
    "x86_64-unknown-linux-gnu",
    "x86_64-pc-windows-msvc",
    "aarch64-apple-darwin",
];

/// What cargo knows of the workspace and all it depends on.
fn metadata(system: Option<&str>) -> Value {
    let mut ask = Command::new(std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()));
    ask.args(["metadata", "--offline", "--format-version", "1"])
        .current_dir(house::root());
    ask.args(system.map(|system| format!("--filter-platform={system}")));
    let done = ask.output().expect("cargo starts");
    let complaint = String::from_utf8_lossy(&done.stderr);
    assert!(
        done.status.success(),
        "run `cargo fetch` first: {complaint}"
    );
    serde_json::from_slice(&done.stdout).expect("cargo writes JSON")
}

fn packages(metadata: &Value) -> impl Iterator<Item = &Value> {
    metadata["packages"].as_array().expect("packages").iter()
}

fn word<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// Whether an SPDX expression leaves a choice we may make. `/` is the old way to write OR.
fn is_allowed(expression: &str) -> bool {
    let spaced = expression
        .replace('(', " ( ")
        .replace(')', " ) ")
        .replace('/', " OR ");
    let mut words = spaced.split_whitespace().peekable();
    any(&mut words)
        .filter(|_| words.next().is_none())
        .unwrap_or(false)
}

type Words<'a, 'b> = &'a mut std::iter::Peekable<std::str::SplitWhitespace<'b>>;

/// Each of these three gives none when the words do not read.
fn any(words: Words<'_, '_>) -> Option<bool> {
    let mut allowed = all(words)?;
    while words.next_if_eq(&"OR").is_some() {
        allowed |= all(words)?;
    }
    Some(allowed)
}

fn all(words: Words<'_, '_>) -> Option<bool> {
    let mut allowed = one(words)?;
    while words.next_if_eq(&"AND").is_some() {
        allowed &= one(words)?;
    }
    Some(allowed)
}

fn one(words: Words<'_, '_>) -> Option<bool> {
    if words.next_if_eq(&"(").is_some() {
        let allowed = any(words)?;
        return words.next_if_eq(&")").map(|_| allowed);
    }
    let allowed = LICENCES.contains(&words.next()?);
    if words.next_if_eq(&"WITH").is_some() {
        words.next()?; // An exception only ever gives more rights.
    }
    Some(allowed)
}

#[test]
fn reads_licence_expressions() {
    for good in [
        "MIT",
        "MIT OR GPL-3.0",
        "GPL-2.0/MIT",
        "Apache-2.0 WITH LLVM-exception",
        "(MIT OR GPL-3.0) AND ISC",
    ] {
        assert!(is_allowed(good), "{good}");
    }
    for bad in [
        "",
        "GPL-3.0",
        "MIT AND GPL-3.0",
        "(MIT",
        "MIT OR",
        "MIT ISC",
        "LicenseRef-Own",
    ] {
        assert!(!is_allowed(bad), "{bad}");
    }
}

#[test]
fn every_crate_has_a_licence_we_may_pass_on() {
    let metadata = metadata(None);
    let refused: Vec<String> = packages(&metadata)
        .filter(|package| !is_allowed(word(package, "license")))
        .map(|package| {
            format!(
                "{} {}: {:?}",
                word(package, "name"),
                word(package, "version"),
                package["license"]
            )
        })
        .collect();
    assert!(refused.is_empty(), "{refused:#?}");
    assert!(
        packages(&metadata).count() > 100,
        "cargo said too little to be believed"
    );
}

#[test]
fn every_crate_comes_from_the_registry_or_from_here() {
    let metadata = metadata(None);
    let sources: BTreeSet<&str> = packages(&metadata)
        .filter_map(|package| package["source"].as_str())
        .collect();
    assert!(
        sources.len() == 1 && sources.iter().all(|source| source.starts_with("registry+")),
        "{sources:?}"
    );
    let here = house::root().canonicalize().expect("the project is here");
    for package in packages(&metadata).filter(|package| package["source"].is_null()) {
        assert!(
            std::path::Path::new(word(package, "manifest_path")).starts_with(&here),
            "{}",
            word(package, "name")
        );
    }
}

/// The names of all that the two programs carry on this system, at work or while they are built; not what tests use.
fn carried(metadata: &Value) -> BTreeSet<String> {
    let names: BTreeMap<&str, &str> = packages(metadata)
        .map(|p| (word(p, "id"), word(p, "name")))
        .collect();
    let nodes = metadata["resolve"]["nodes"].as_array().expect("a resolve");
    let nodes: BTreeMap<&str, &Value> = nodes.iter().map(|node| (word(node, "id"), node)).collect();
    let programs = names
        .iter()
        .filter(|(_, name)| ["cli", "convent-window"].contains(name));
    let mut ahead: Vec<&str> = programs.map(|(id, _)| *id).collect();
    assert_eq!(ahead.len(), 2, "the two programs are in the workspace");
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    while let Some(id) = ahead.pop() {
        if seen.insert(id) {
            let needed = nodes[id]["deps"].as_array().expect("deps").iter();
            ahead.extend(
                needed
                    .filter(|need| !only_for_tests(need))
                    .map(|need| word(need, "pkg")),
            );
        }
    }
    seen.into_iter().map(|id| names[id].to_owned()).collect()
}

fn only_for_tests(need: &Value) -> bool {
    need["dep_kinds"]
        .as_array()
        .is_some_and(|kinds| kinds.iter().all(|kind| kind["kind"] == "dev"))
}

#[test]
fn the_programs_carry_nothing_banned() {
    for system in SYSTEMS {
        let carried = carried(&metadata(Some(system)));
        let banned: Vec<&&str> = BANS
            .iter()
            .filter(|name| carried.contains(**name))
            .collect();
        assert!(banned.is_empty(), "{system}: {banned:?}");
        assert!(
            carried.contains("rusqlite") && carried.contains("tauri"),
            "{system}: the walk went nowhere"
        );
    }
}

#[test]
fn no_room_asks_for_a_door_the_page_must_not_have() {
    for room in house::rooms() {
        let asked = room.dependencies();
        let banned: Vec<&&str> = DIRECT_BANS
            .iter()
            .chain(BANS)
            .filter(|name| asked.contains(**name))
            .collect();
        assert!(
            banned.is_empty() || room.name == "tests",
            "{}: {banned:?}",
            room.name
        );
    }
}

#[test]
fn versions_are_said_once_and_exactly() {
    let manifest: toml::Table = house::text(&house::root().join("Cargo.toml"))
        .parse()
        .expect("TOML");
    let said = manifest["workspace"]["dependencies"]
        .as_table()
        .expect("dependencies");
    let loose: Vec<&String> = said
        .iter()
        .filter(|(_, how)| how.get("path").is_none())
        .filter(|(_, how)| {
            !how.get("version")
                .unwrap_or(how)
                .as_str()
                .is_some_and(|version| version.starts_with('='))
        })
        .map(|(name, _)| name)
        .collect();
    assert!(loose.is_empty(), "not pinned: {loose:?}");
}

//! Keeps the map of the README true: who uses whom, who does not know what, and what lies where.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use tests::house::{self, Room};

/// The rows of the README's table: each room, and the rooms it may use.
fn map() -> BTreeMap<String, BTreeSet<String>> {
    let readme = house::text(&house::root().join("README.md"));
    let table = readme
        .lines()
        .skip_while(|line| !line.starts_with("| Pièce |"))
        .skip(2);
    let rows = table.take_while(|line| line.starts_with('|')).map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').collect();
        (
            quoted(cells[0])
                .into_iter()
                .next()
                .expect("a row names its room"),
            quoted(cells[1]),
        )
    });
    rows.collect()
}

/// The words of a cell that stand between backticks.
fn quoted(cell: &str) -> BTreeSet<String> {
    cell.split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

/// The arrows that a manifest draws and the map does not.
fn forbidden_arrows(rooms: &[Room], map: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let names: BTreeMap<&str, &str> = rooms
        .iter()
        .map(|room| (room.package.as_str(), room.name.as_str()))
        .collect();
    let mut forbidden = Vec::new();
    for room in rooms {
        let allowed = map.get(&room.name).cloned().unwrap_or_default();
        let used = room.dependencies();
        let used = used
            .iter()
            .filter_map(|package| names.get(package.as_str()));
        forbidden.extend(
            used.filter(|name| !allowed.contains(**name))
                .map(|name| format!("{} → {name}", room.name)),
        );
    }
    forbidden
}

#[test]
fn no_room_uses_another_that_the_map_does_not_allow() {
    let forbidden = forbidden_arrows(&house::rooms(), &map());
    assert!(
        forbidden.is_empty(),
        "not on the README's map: {forbidden:#?}"
    );
}

#[test]
fn an_arrow_off_the_map_is_seen() {
    let mut map = map();
    map.insert("app".to_owned(), BTreeSet::new());
    let forbidden = forbidden_arrows(&house::rooms(), &map);
    assert!(
        forbidden.contains(&"app → domain".to_owned()),
        "{forbidden:?}"
    );
}

#[test]
fn the_map_names_every_room_and_nothing_else() {
    let rooms: BTreeSet<String> = house::rooms().into_iter().map(|room| room.name).collect();
    let map = map();
    let named: BTreeSet<String> = map.keys().filter(|name| *name != "ui").cloned().collect();
    assert_eq!(named, rooms);
    let used: BTreeSet<&String> = map
        .iter()
        .filter(|(name, _)| *name != "ui")
        .flat_map(|(_, used)| used)
        .collect();
    assert!(
        used.iter().all(|name| rooms.contains(*name)),
        "the map draws arrows to {used:?}"
    );
}

/// What a room must not know, as words that would betray that it does.
const SECRETS: &[(&str, &[&str])] = &[
    (
        "domain",
        &[
            "std::fs",
            "File::open",
            "File::create",
            "serde",
            "rusqlite",
            "SELECT ",
            "layout::",
            "_mm",
        ],
    ),
    ("document", &["School", "Uai", "_mm", "illimet"]),
    ("store", &["tauri", "Pages"]),
    ("template", &["rusqlite", "SELECT ", "_mm", "illimet"]),
    (
        "layout",
        &[
            "School",
            "Uai",
            "lopdf",
            "printpdf",
            "std::fs",
            "File::open",
            "File::create",
        ],
    ),
    (
        "pdf",
        &["School", "Uai", "std::fs", "File::open", "File::create"],
    ),
    (
        "format",
        &[
            "std::fs",
            "File::open",
            "File::create",
            "rusqlite",
            "SELECT ",
        ],
    ),
    ("screen", &["School", "Uai", "std::fs"]),
    ("intake", &["rusqlite", "SELECT ", "tauri"]),
    (
        "delivery",
        &["rusqlite", "SELECT ", "Pages", "School", "Uai"],
    ),
    ("app", &["tauri", "rusqlite", "SELECT "]),
    (
        "cli",
        &["rusqlite", "SELECT ", "lopdf", "printpdf", "tauri"],
    ),
    (
        "src-tauri/src",
        &["rusqlite", "SELECT ", "lopdf", "printpdf"],
    ),
];

/// Only the two programs look at a clock; everyone else is told the day.
const CLOCKS: &[&str] = &["Local::now", "Utc::now", "SystemTime::now", "Local::today"];

/// Where the shipped code of a folder says one of these words.
fn betrayals(sources: &Path, endings: &[&str], words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in house::files(sources, endings) {
        if path.ends_with("tests.rs") || house::folder_name(&path).contains(".test.") {
            continue;
        }
        let code = house::shipped(&text);
        let lines = code.lines().enumerate();
        found.extend(
            lines
                .filter(|(_, line)| words.iter().any(|word| line.contains(word)))
                .map(|(_, line)| format!("{}: {}", house::shown(&path), line.trim())),
        );
    }
    found
}

#[test]
fn no_room_knows_what_it_must_not() {
    let mut found = Vec::new();
    for room in house::rooms() {
        let secrets = SECRETS
            .iter()
            .find(|(name, _)| *name == room.name)
            .map_or(&[][..], |(_, words)| words);
        found.extend(betrayals(&room.sources, &[".rs"], secrets));
        if !["cli", "src-tauri/src", "tests", "xtask"].contains(&room.name.as_str()) {
            found.extend(betrayals(&room.sources, &[".rs"], CLOCKS));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_window_interface_has_one_door_and_writes_no_markup() {
    let ui = house::root().join("ui/src");
    let mut found = betrayals(
        &ui,
        &[".ts", ".svelte"],
        &[
            "innerHTML",
            "{@html",
            " fetch(",
            ".fetch(",
            "XMLHttpRequest",
            "SELECT ",
        ],
    );
    let doors = betrayals(&ui, &[".ts", ".svelte"], &["@tauri-apps/"]);
    found.extend(doors.into_iter().filter(|place| {
        !["ui/src/api.ts:", "ui/src/bindings.ts:"]
            .iter()
            .any(|door| place.starts_with(door))
    }));
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn what_must_not_be_known_is_seen_in_code_and_not_in_comments_or_tests() {
    let code = "use std::fs;\n// std::fs is not for us\nlet a = 1; // std::fs\n#[cfg(test)]\nmod tests;\nlet b = 2;\n#[cfg(test)]\nmod tests {\n    use std::fs;\n}\n";
    let shipped = house::shipped(code);
    assert_eq!(shipped, "use std::fs;\n\nlet a = 1;\nlet b = 2;\n");
    let map_itself = betrayals(
        &house::root().join("tests"),
        &["map.rs"],
        &["fn forbidden_arrows"],
    );
    assert_eq!(map_itself.len(), 1, "{map_itself:?}");
}

#[test]
fn nothing_else_lies_at_the_top() {
    let kept = [
        "Cargo.toml",
        "Cargo.lock",
        "README.md",
        "CHANGELOG.md",
        "LICENSE",
        "src-tauri",
        "ui",
        "assets",
        "tests",
        "xtask",
    ];
    let made = ["target", "out"];
    let stray: Vec<String> = house::entries(&house::root())
        .iter()
        .map(|path| house::folder_name(path).to_owned())
        .filter(|name| {
            !name.starts_with('.')
                && !kept.contains(&name.as_str())
                && !made.contains(&name.as_str())
        })
        .collect();
    assert!(stray.is_empty(), "{stray:?}");
    for name in kept {
        assert!(house::root().join(name).exists(), "{name} is missing");
    }
}

#[test]
fn every_file_opens_by_saying_what_it_is_for() {
    let folders = ["src-tauri", "tests", "xtask"].map(|name| house::root().join(name));
    let silent: Vec<String> = folders
        .iter()
        .flat_map(|folder| house::files(folder, &[".rs"]))
        .filter(|(path, text)| !text.starts_with("//!") && !house::shown(path).contains("/target/"))
        .map(|(path, _)| house::shown(&path))
        .collect();
    assert!(silent.is_empty(), "no opening `//!`: {silent:#?}");
}

/// Where a test makes a PDF, and the words of those that have it read by our own checker.
const MAKES: [&str; 3] = ["pdf::write(", "export_dossier(", "issue_documents("];
const READS: [&str; 3] = ["pdf::check(", "keep(", "sound("];

#[test]
fn every_pdf_of_a_test_is_read_by_the_checker() {
    let folders = ["src-tauri/crates", "tests"].map(|name| house::root().join(name));
    let has = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    let unread: Vec<String> = folders
        .iter()
        .flat_map(|folder| house::files(folder, &[".rs"]))
        .filter(|(path, _)| house::shown(path).contains("tests/") && !path.ends_with("map.rs"))
        .filter(|(_, text)| has(text, &MAKES) && !has(text, &READS))
        .map(|(path, _)| house::shown(&path))
        .collect();
    assert!(
        unread.is_empty(),
        "no `keep` nor `pdf::check` in {unread:#?}"
    );
}

#[test]
fn every_room_keeps_the_house_rules() {
    for room in house::rooms() {
        assert!(
            room.follows_the_workspace(),
            "{}: `[lints] workspace = true` and the workspace's licence",
            room.name
        );
    }
}

/// Paths that the README shows as links.
fn links(readme: &str) -> Vec<&str> {
    let targets = readme
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(')'));
    targets
        .map(|(target, _)| target)
        .filter(|target| !target.contains("://") && !target.starts_with('#'))
        .collect()
}

#[test]
fn the_readme_shows_only_what_exists() {
    let readme = house::text(&house::root().join("README.md"));
    let missing: Vec<&str> = links(&readme)
        .into_iter()
        .filter(|target| !house::root().join(target).exists())
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(
        readme.lines().take(4).any(|line| line.starts_with("![")),
        "the README opens with a picture"
    );
}

#[test]
fn every_folder_of_assets_says_where_it_comes_from() {
    let silent: Vec<String> = house::entries(&house::root().join("assets"))
        .iter()
        .filter(|path| path.is_dir() && !path.join("SOURCES.md").is_file())
        .map(|path| house::shown(path))
        .collect();
    assert!(silent.is_empty(), "no SOURCES.md in {silent:?}");
}

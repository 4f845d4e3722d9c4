//! The real command `convent`, run as a person runs it: in a folder, with words, for what it says and its code.

use crate::{house, papers};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// The day it is for the tests: « next month » and « not yet » never move.
pub const TODAY: &str = "2026-11-22";

static COMMAND: LazyLock<PathBuf> = LazyLock::new(find);

/// What came of one run.
#[derive(Debug)]
pub struct Said {
    /// The exit code; -1 when the system ended the program.
    pub code: i32,
    /// What it wrote for its user.
    pub out: String,
    /// What it wrote as an error.
    pub err: String,
}

impl Said {
    /// Both outputs and the code, as a terminal would show them.
    pub fn shown(&self) -> String {
        format!("{}{}code {}\n", self.out, self.err, self.code)
    }
}

/// Runs the command in a folder, on the day [`TODAY`]; a computer without any user's folder cannot be troubled.
/// Every PDF that it writes there is read by our own checker and left for the reference validator.
///
/// # Panics
/// When the command cannot be found, built or started, answers in something else than UTF-8, or writes a PDF that is
/// not sound.
#[track_caller]
pub fn run(folder: &Path, words: &[&str]) -> Said {
    let before = pdfs(folder);
    let said = unjudged(folder, words);
    for file in pdfs(folder).difference(&before) {
        let name = file.strip_prefix(folder).unwrap_or(file);
        let test = std::thread::current().name().unwrap_or_default().to_owned();
        let bytes = std::fs::read(file).expect("a PDF reads");
        papers::keep(&format!("command/{test}/{}", name.display()), &bytes);
    }
    said
}

/// Every PDF of a folder and below.
fn pdfs(folder: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    for path in house::entries(folder) {
        if path.is_dir() {
            found.extend(pdfs(&path));
        } else if path.extension().is_some_and(|end| end == "pdf") {
            found.insert(path);
        }
    }
    found
}

fn unjudged(folder: &Path, words: &[&str]) -> Said {
    let ran = Command::new(&*COMMAND)
        .args(words)
        .args(["--date", TODAY])
        .current_dir(folder)
        .env("HOME", folder)
        .env("XDG_DATA_HOME", folder.join("home"))
        .output()
        .expect("the command starts");
    Said {
        code: ran.status.code().unwrap_or(-1),
        out: String::from_utf8(ran.stdout).expect("the answer is UTF-8"),
        err: String::from_utf8(ran.stderr).expect("the errors are UTF-8"),
    }
}

/// `CONVENT_COMMAND` when it is set; else the program beside the tests, built once when it is not there.
fn find() -> PathBuf {
    if let Some(given) = std::env::var_os("CONVENT_COMMAND") {
        return PathBuf::from(given);
    }
    let beside = beside_the_tests();
    if !beside.exists() {
        build(&beside);
    }
    assert!(beside.exists(), "no command at {}", beside.display());
    beside
}

/// Tests are in `<target>/<profile>/deps`, programs one folder above.
fn beside_the_tests() -> PathBuf {
    let test = std::env::current_exe().expect("a test knows where it is");
    let profile = test.parent().and_then(Path::parent);
    let name = format!("convent{}", std::env::consts::EXE_SUFFIX);
    profile.expect("a test is in a target folder").join(name)
}

fn build(program: &Path) {
    let profile = program.parent().expect("a program is in a folder");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "-q", "-p", "cli"]);
    if profile.ends_with("release") {
        cargo.arg("--release");
    }
    cargo.arg("--target-dir").arg(profile.join(".."));
    let built = cargo.current_dir(crate::house::root()).status();
    assert!(built.is_ok_and(|status| status.success()), "cli builds");
}

//! Builds the command, the window and the tests, and finds the programs that come out.

use std::path::PathBuf;
use std::process::Command;

use crate::house::House;
use crate::problem::Problem;
use crate::shell;

/// The window carries its own pages instead of asking a development server.
pub const EMBEDDED: [&str; 2] = ["--features", "convent-window/custom-protocol"];

/// The programs of the product.
pub struct Programs {
    /// The command `convent`.
    pub command: PathBuf,
    /// The window.
    pub window: PathBuf,
}

/// Builds the two programs, for development.
pub fn programs(house: &House) -> Result<Programs, Problem> {
    let mut build = shell::cargo(house);
    build
        .args([
            "build",
            "--locked",
            "-p",
            "cli",
            "-p",
            "convent-window",
            "--bins",
        ])
        .args(EMBEDDED);
    both(&mut build)
}

/// Builds the command alone, for development.
pub fn command(house: &House) -> Result<PathBuf, Problem> {
    let mut build = shell::cargo(house);
    build.args(["build", "--locked", "-p", "cli", "--bins"]);
    let messages = messages(&mut build)?;
    executable(&messages, "crates/cli/Cargo.toml", "bin")
        .ok_or_else(|| nothing("la commande convent"))
}

/// Builds the two programs and every test in one go, so that nothing is compiled twice.
pub fn programs_and_tests(house: &House) -> Result<Programs, Problem> {
    let mut build = shell::cargo(house);
    build
        .args([
            "build",
            "--locked",
            "--workspace",
            "--lib",
            "--bins",
            "--tests",
        ])
        .args(EMBEDDED);
    both(&mut build)
}

/// Builds the window as it is delivered, and says where it is.
pub fn delivered_window(house: &House) -> Result<PathBuf, Problem> {
    let mut build = shell::cargo(house);
    build
        .args([
            "build",
            "--locked",
            "--release",
            "-p",
            "convent-window",
            "--bins",
        ])
        .args(EMBEDDED);
    let messages = messages(&mut build)?;
    executable(&messages, "src-tauri/Cargo.toml", "bin").ok_or_else(|| nothing("la fenêtre"))
}

/// Builds the journeys, and says where the program that runs them is.
pub fn journeys(house: &House) -> Result<PathBuf, Problem> {
    let mut build = shell::cargo(house);
    build
        .args(["build", "--locked", "--workspace", "--test", "journeys"])
        .args(EMBEDDED);
    let messages = messages(&mut build)?;
    executable(&messages, "tests/Cargo.toml", "test").ok_or_else(|| nothing("les parcours"))
}

fn both(build: &mut Command) -> Result<Programs, Problem> {
    let messages = messages(build)?;
    let command = executable(&messages, "crates/cli/Cargo.toml", "bin")
        .ok_or_else(|| nothing("la commande convent"))?;
    let window = executable(&messages, "src-tauri/Cargo.toml", "bin")
        .ok_or_else(|| nothing("la fenêtre"))?;
    Ok(Programs { command, window })
}

/// Cargo's own account of the build, one JSON object a line; faults and progress stay in sight.
fn messages(build: &mut Command) -> Result<String, Problem> {
    build.arg("--message-format=json-render-diagnostics");
    println!("  $ {}", shell::words(build));
    shell::read(build)
}

fn nothing(what: &str) -> Problem {
    Problem::Missing(format!("Cargo a fini, mais n’a pas construit {what}."))
}

/// The program of this kind that the crate with this manifest was built into.
/// A `bin` is built twice, for itself and for its unit tests: the first is meant.
fn executable(messages: &str, manifest: &str, kind: &str) -> Option<PathBuf> {
    let (manifest, kind_word) = (format!("/{manifest}\""), format!("\"kind\":[\"{kind}\"]"));
    let profile = format!("\"test\":{}}},\"features\"", kind == "test");
    let is_program = |line: &&str| {
        line.contains("\"reason\":\"compiler-artifact\"")
            && line.replace("\\\\", "/").contains(&manifest)
            && line.contains(&kind_word)
            && line.contains(&profile)
    };
    let line = messages.lines().find(is_program)?;
    let path = line.split_once("\"executable\":\"")?.1.split_once('"')?.0;
    Some(PathBuf::from(path.replace("\\\\", "\\")))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An account of one program and of its unit tests, shortened.
    const MESSAGES: &str = r#"
{"reason":"compiler-artifact","manifest_path":"/p/src-tauri/crates/cli/Cargo.toml","target":{"kind":["bin"],"name":"convent"},"profile":{"opt_level":"0","test":true},"features":[],"executable":"/t/debug/deps/convent-1"}
{"reason":"compiler-artifact","manifest_path":"/p/src-tauri/crates/cli/Cargo.toml","target":{"kind":["lib"],"name":"cli"},"profile":{"opt_level":"0","test":false},"features":[],"executable":null}
{"reason":"compiler-artifact","manifest_path":"/p/src-tauri/crates/cli/Cargo.toml","target":{"kind":["bin"],"name":"convent"},"profile":{"opt_level":"0","test":false},"features":[],"executable":"/t/debug/convent"}
{"reason":"compiler-artifact","manifest_path":"C:\\p\\src-tauri\\Cargo.toml","target":{"kind":["bin"],"name":"w"},"profile":{"opt_level":"0","test":false},"features":[],"executable":"C:\\t\\w.exe"}
"#;

    #[test]
    fn finds_the_program_and_not_its_tests() {
        assert_eq!(
            executable(MESSAGES, "crates/cli/Cargo.toml", "bin"),
            Some("/t/debug/convent".into())
        );
        assert_eq!(
            executable(MESSAGES, "src-tauri/Cargo.toml", "bin"),
            Some("C:\\t\\w.exe".into())
        );
        assert_eq!(executable(MESSAGES, "crates/pdf/Cargo.toml", "bin"), None);
    }
}

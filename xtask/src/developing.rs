//! Commands for whoever changes the code: measures, generated files, reference texts.

use crate::building::EMBEDDED;
use crate::house::House;
use crate::problem::Problem;
use crate::shell;
use crate::window_interface;

/// Measures the times; the words after `bench` choose which.
pub fn bench(house: &House, rest: &[String]) -> Result<(), Problem> {
    shell::run(
        shell::cargo(house)
            .args(["bench", "--locked", "-p", "app", "--benches", "--"])
            .args(rest),
    )
}

/// Rewrites what is generated from Rust: the window's types and the schema of the dossier format.
pub fn bindings(house: &House) -> Result<(), Problem> {
    let mut schema = shell::cargo(house);
    shell::run(
        schema
            .args(["test", "-p", "format", "schema"])
            .env("UPDATE", "1"),
    )?;
    window_interface::build(house)?;
    let mut bindings = shell::cargo(house);
    shell::run(
        bindings
            .args(["test", "-p", "convent-window", "bindings"])
            .args(EMBEDDED)
            .env("UPDATE", "1"),
    )
}

/// Rewrites the reference texts from what the code now gives.
pub fn golden(house: &House) -> Result<(), Problem> {
    let mut tests = shell::cargo(house);
    tests.args([
        "test",
        "--workspace",
        "--exclude",
        "convent-window",
        "--exclude",
        "xtask",
        "--no-fail-fast",
    ]);
    let done = shell::run(tests.env("UPDATE_EXPECT", "1"));
    shell::say("À relire avant de garder : git diff");
    done
}

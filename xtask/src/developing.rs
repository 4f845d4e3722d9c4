//! Commands for whoever changes the code: measures, generated files, reference texts.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use crate::building::EMBEDDED;
use crate::house::House;
use crate::problem::Problem;
use crate::shell;
use crate::window_interface;

/// What others are measured by: never built but for this, and never in continuous integration.
const TYPST: &str = "0.15.1";

/// Measures the times; the words after `bench` choose which.
pub fn bench(house: &House, rest: &[String]) -> Result<(), Problem> {
    let words: Vec<&str> = rest.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["--against", "typst"] => against_typst(house),
        ["--france"] => scale(house, &["france".into(), communes()?]),
        ["--against", ..] | ["--france", ..] => Err(Problem::Order(
            "« bench » se compare à Typst : cargo xtask bench --against typst.".to_owned(),
        )),
        _ => measure(house, "steps", rest),
    }
}

/// Cold, warm and in a batch, beside Typst.
fn against_typst(house: &House) -> Result<(), Problem> {
    let typst = typst(house)?;
    let mut command = shell::cargo(house);
    shell::run(command.args(["build", "--release", "--locked", "-p", "cli"]))?;
    let convent = house.target.join("release/convent");
    scale(
        house,
        &["against".into(), typst.into(), convent.into(), communes()?],
    )
}

fn typst(house: &House) -> Result<PathBuf, Problem> {
    let root = house.tools().join("typst");
    let program = root.join("bin/typst");
    if !program.is_file() {
        shell::say("Typst est construit, une fois pour toutes");
        let mut install = shell::cargo(house);
        install.args([
            "install",
            "typst-cli",
            "--version",
            TYPST,
            "--locked",
            "--root",
        ]);
        shell::run(install.arg(&root))?;
    }
    Ok(program)
}

fn communes() -> Result<OsString, Problem> {
    env::var_os("CONVENT_COMMUNES")
        .filter(|table| Path::new(table).is_file())
        .ok_or_else(|| {
            Problem::Missing(
                "CONVENT_COMMUNES doit dire où est la table des communes (communes.csv)."
                    .to_owned(),
            )
        })
}

fn scale(house: &House, words: &[OsString]) -> Result<(), Problem> {
    measure(house, "scale", words)
}

fn measure(house: &House, bench: &str, words: &[impl AsRef<OsStr>]) -> Result<(), Problem> {
    let mut command = shell::cargo(house);
    command.args(["bench", "--locked", "-p", "app", "--bench", bench, "--"]);
    shell::run(command.args(words))
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

/// Rewrites the reference texts from what the code now gives. What stands set comes first: the program holds it.
pub fn golden(house: &House) -> Result<(), Problem> {
    let mut standing = shell::cargo(house);
    standing.args(["test", "-p", "tests", "--test", "standing"]);
    shell::run(standing.env("UPDATE_EXPECT", "1"))?;
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

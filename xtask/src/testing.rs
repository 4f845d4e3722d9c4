//! `cargo xtask test`: every check of the project, one after the other.

use crate::building::{self, EMBEDDED, Programs};
use crate::count::Count;
use crate::house::House;
use crate::journeys;
use crate::order::Part;
use crate::packages;
use crate::problem::Problem;
use crate::running;
use crate::setup;
use crate::shell;
use crate::steps::Steps;
use crate::verapdf;
use crate::window_interface;

const JOURNEYS: &str = "Parcours sur une vraie fenêtre";
const PDF: &str = "Validation des PDF (veraPDF)";
const RUST: &str = "Essais Rust";

/// Runs the parts asked for, or all when none is named, and tells how each ended.
pub fn test(house: &House, only: &[Part]) -> Result<(), Problem> {
    let wanted = |part| only.is_empty() || only.contains(&part);
    let mut steps = Steps::default();
    if steps.run("Paquets, outils et fenêtre", || set_up(house, only)) {
        if wanted(Part::Rust) {
            steps.run("Mise en forme (rustfmt)", || format(house));
        }
        if wanted(Part::Ui) {
            window_interface(house, &mut steps);
        }
        if wanted(Part::Rust) {
            steps.run("Relecture du code (clippy)", || lint(house));
        }
        if only != [Part::Ui] {
            programs(house, &wanted, &mut steps);
        }
    }
    steps.conclude()
}

/// The window's tests alone need Node and nothing else.
fn set_up(house: &House, only: &[Part]) -> Result<String, Problem> {
    if only != [Part::Ui] {
        setup::machine(house, &[packages::BUILD, packages::TEST])?;
        setup::rust_helpers(house)?;
    }
    window_interface::build(house)?;
    Ok(String::new())
}

fn format(house: &House) -> Result<String, Problem> {
    shell::run(shell::cargo(house).args(["fmt", "--all", "--check"]))?;
    Ok(String::new())
}

fn window_interface(house: &House, steps: &mut Steps) {
    for (name, script) in [
        ("Fenêtre : types (svelte-check)", "check"),
        ("Fenêtre : relecture (eslint)", "lint"),
        ("Fenêtre : essais (vitest)", "test"),
    ] {
        steps.run(name, || {
            window_interface::check(house, script).map(|()| String::new())
        });
    }
}

fn lint(house: &House) -> Result<String, Problem> {
    let mut clippy = shell::cargo(house);
    clippy
        .args(["clippy", "--locked", "--workspace", "--all-targets"])
        .args(EMBEDDED);
    shell::run(clippy.args(["--", "-D", "warnings"]))?;
    Ok(String::new())
}

/// Builds once, then runs all that needs the programs.
fn programs(house: &House, wanted: &impl Fn(Part) -> bool, steps: &mut Steps) {
    let mut built = None;
    steps.run("Construction", || {
        built = Some(building::programs_and_tests(house)?);
        Ok(String::new())
    });
    let parts: [(Part, &str, Check); 3] = [
        (Part::Rust, RUST, rust_tests),
        (Part::Journeys, JOURNEYS, all_journeys),
        (Part::Pdf, PDF, pdf),
    ];
    for (_, name, check) in parts.into_iter().filter(|(part, ..)| wanted(*part)) {
        match &built {
            Some(programs) => drop(steps.run(name, || check(house, programs))),
            None => steps.not_begun(name, "la construction a échoué"),
        }
    }
}

type Check = fn(&House, &Programs) -> Result<String, Problem>;

fn all_journeys(house: &House, programs: &Programs) -> Result<String, Problem> {
    journeys::all(house, &programs.window)
}

fn pdf(house: &House, programs: &Programs) -> Result<String, Problem> {
    verapdf::judge_everything(house, &programs.command)
}

/// The tests leave PDFs to be judged: those of an earlier run would be judged in their place.
fn rust_tests(house: &House, _: &Programs) -> Result<String, Problem> {
    running::empty(&house.pdfs())?;
    let mut count = Count::default();
    let mut tests = shell::cargo(house);
    tests
        .args(["test", "--locked", "--workspace", "--no-fail-fast"])
        .args(EMBEDDED);
    shell::follow(tests.env("CONVENT_PDFS", house.pdfs()), |line| {
        count.add(line)
    })?;
    count.not_empty()
}

//! The journeys: whole pieces of work done on the real window, by keyboard and mouse.

use std::path::Path;
use std::process::Command;

use crate::browser::Browser;
use crate::building;
use crate::count::Count;
use crate::house::House;
use crate::packages;
use crate::problem::Problem;
use crate::setup;
use crate::shell;
use crate::window_interface;

/// A journey that hangs is stopped; all together take a few minutes.
const LIMIT: &str = "1500";

/// Runs every journey on this window; says how many passed.
pub fn all(house: &House, window: &Path) -> Result<String, Problem> {
    let tests = building::journeys(house)?;
    let browser = Browser::start(house)?;
    let mut count = Count::default();
    shell::follow(&mut journey(house, &tests, window, &browser), |line| {
        count.add(line)
    })?;
    count.not_empty()
}

/// Runs one journey alone; what it measured, a line of JSON, is the last thing written.
pub fn one(house: &House, name: &str, release: bool) -> Result<(), Problem> {
    setup::machine(house, &[packages::BUILD, packages::TEST])?;
    window_interface::build(house)?;
    let window = if release {
        building::delivered_window(house)?
    } else {
        building::programs(house)?.window
    };
    let tests = building::journeys(house)?;
    let browser = Browser::start(house)?;
    let (mut count, mut measured) = (Count::default(), String::new());
    let mut run = journey(house, &tests, &window, &browser);
    // Names of tests are Rust's: `main-job` on the command line is `main_job` there.
    run.args(["--nocapture", &name.replace('-', "_")]);
    shell::follow(&mut run, |line| {
        count.add(line);
        if line.starts_with('{') && line.ends_with('}') {
            measured = line.to_owned();
        }
    })?;
    count
        .not_empty()
        .map_err(|_| Problem::Order(format!("Aucun parcours ne s’appelle « {name} ».")))?;
    println!("{measured}");
    Ok(())
}

/// One at a time: the driver holds a single window.
fn journey(house: &House, tests: &Path, window: &Path, browser: &Browser) -> Command {
    let mut run = shell::program(house, "timeout");
    run.args(["--foreground", "--kill-after=10", LIMIT])
        .arg(tests);
    run.args(["--test-threads=1", "--include-ignored"])
        .current_dir(house.root.join("tests"));
    run.env("CONVENT_JOURNEYS", "1")
        .env("CONVENT_WINDOW", window)
        .env("CONVENT_DRIVER", &browser.address);
    run.env("CONVENT_PDFS", house.pdfs())
        .env("DISPLAY", browser.display());
    run
}

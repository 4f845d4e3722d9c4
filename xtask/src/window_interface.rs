//! The window's own project, in TypeScript: its dependencies, its build, its checks.

use std::fs;
use std::path::PathBuf;

use crate::house::House;
use crate::problem::Problem;
use crate::setup;
use crate::shell;

/// Installs the dependencies when the lock file changed or they are not there.
pub fn install(house: &House) -> Result<(), Problem> {
    setup::node(house)?;
    let lock = house.ui().join("package-lock.json");
    let wanted = fs::read(&lock).map_err(Problem::file(&lock))?;
    if fs::read(stamp(house)).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    shell::run(&mut shell::npm(house, &["ci", "--no-audit", "--no-fund"]))?;
    fs::write(stamp(house), wanted).map_err(Problem::file(&stamp(house)))
}

/// Builds the pages that the window carries. Quick, and so done every time.
pub fn build(house: &House) -> Result<(), Problem> {
    install(house)?;
    shell::run(&mut shell::npm(house, &["run", "build"]))
}

/// Runs one of the checks named in `ui/package.json`.
pub fn check(house: &House, script: &str) -> Result<(), Problem> {
    shell::run(&mut shell::npm(house, &["run", script]))
}

/// A copy of the lock file as it was when the dependencies were installed; it goes away with them.
fn stamp(house: &House) -> PathBuf {
    house.ui().join("node_modules/.installed-from")
}

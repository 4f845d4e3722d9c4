//! What must be there before anything is built: packages, Node, cargo's own helpers, the crates.

use crate::house::House;
use crate::packages::{self, Package};
use crate::problem::Problem;
use crate::shell;

/// The oldest Node that the window's tools accept.
const NODE: (u32, u32) = (20, 19);

/// Installs Debian packages that are missing, then fetches the crates of every platform, which the licence check reads.
///
/// Node is looked at first: it is not ours to install, and better said before a long download.
pub fn machine(house: &House, wanted: &[&[Package]]) -> Result<(), Problem> {
    node(house)?;
    packages::install(house, wanted)?;
    shell::run(shell::cargo(house).args(["fetch", "--locked"]))
}

/// Checks that Node is there and recent enough, and npm with it.
pub fn node(house: &House) -> Result<(), Problem> {
    let advice =
        "Node 20.19 ou plus récent est nécessaire pour construire la fenêtre (https://nodejs.org).";
    let answer = shell::read(shell::program(house, "node").arg("--version"));
    let version =
        answer.map_err(|_| Problem::Missing(format!("Node est introuvable. {advice}")))?;
    let has_npm = shell::succeeds(shell::npm(house, &[]).arg("--version"));
    match major_minor(&version) {
        Some(found) if found >= NODE && has_npm => Ok(()),
        Some(found) if found >= NODE => {
            Err(Problem::Missing(format!("npm est introuvable. {advice}")))
        }
        _ => Err(Problem::Missing(format!(
            "La version de Node est {}. {advice}",
            version.trim()
        ))),
    }
}

/// Checks that cargo can format and lint, and asks rustup for what a minimal install leaves out.
pub fn rust_helpers(house: &House) -> Result<(), Problem> {
    for (component, command) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if !shell::succeeds(shell::cargo(house).args([command, "--version"])) {
            shell::run(shell::program(house, "rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

/// Reads `v20.19.1` as (20, 19).
fn major_minor(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.trim().strip_prefix('v')?.split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_version_of_node() {
        assert_eq!(major_minor("v20.19.1\n"), Some((20, 19)));
        assert_eq!(major_minor("v22.0.0"), Some((22, 0)));
        assert_eq!(major_minor("20"), None);
        assert!(major_minor("v20.9.0") < Some(NODE));
        assert!(major_minor("v22.0.0") > Some(NODE));
    }
}

//! `cargo xtask fuzz`: any document at all, set, written and read by our own checker, for some minutes.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::house::House;
use crate::problem::Problem;
use crate::shell;

/// Minutes when none are asked for.
pub const MINUTES: u64 = 5;

/// Makes documents from one seed on, then from the next, until the time is over. The first that fails is made smaller
/// and shown with its seed; `--seed` makes it again.
pub fn fuzz(house: &House, minutes: u64, seed: Option<u64>) -> Result<(), Problem> {
    let seed = seed.unwrap_or_else(now);
    let mut test = shell::cargo(house);
    test.args(["test", "--locked", "-p", "tests", "--test", "fuzz", "--"]);
    test.args(["--nocapture", "--exact", "any_document_is_sound"]);
    test.env("CONVENT_FUZZ_SECONDS", (minutes * 60).to_string());
    shell::run(test.env("CONVENT_FUZZ_SEED", seed.to_string()))
}

/// A seed that no earlier run had: the time it is.
fn now() -> u64 {
    let passed = SystemTime::now().duration_since(UNIX_EPOCH);
    passed.map(|time| time.as_secs()).unwrap_or_default()
}

//! How many tests ran, read from what their runner says.

use crate::problem::Problem;

/// How many tests ran, summed over the closing lines of the runner.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Count {
    passed: u32,
    failed: u32,
    ignored: u32,
}

impl Count {
    /// Adds a line such as « test result: ok. 5 passed; 0 failed; 1 ignored; … »; any other is nothing.
    pub fn add(&mut self, line: &str) {
        let Some((_, numbers)) = line
            .strip_prefix("test result: ")
            .and_then(|rest| rest.split_once(". "))
        else {
            return;
        };
        for (number, what) in numbers
            .split("; ")
            .filter_map(|part| part.trim().split_once(' '))
        {
            let number: u32 = number.parse().unwrap_or_default();
            match what {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.ignored += number,
                _ => {}
            }
        }
    }

    /// The count in words; having run nothing proves nothing, and is a fault.
    pub fn not_empty(&self) -> Result<String, Problem> {
        if self.passed == 0 {
            return Err(Problem::Faults("aucun essai n’a été passé.".to_owned()));
        }
        Ok(format!(
            "{} réussis, {} en échec, {} laissés de côté",
            self.passed, self.failed, self.ignored
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_the_closing_lines() {
        let mut count = Count::default();
        count.add("running 5 tests");
        count.add("test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s");
        count.add("test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s");
        assert_eq!(
            count,
            Count {
                passed: 7,
                failed: 1,
                ignored: 1
            }
        );
    }

    #[test]
    fn nothing_run_is_a_fault() {
        let mut count = Count::default();
        count.add("test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 9 filtered out; finished in 0.00s");
        assert!(count.not_empty().is_err());
    }
}

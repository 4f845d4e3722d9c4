//! The steps of a long command: each is timed and told at the end, and one failure fails the whole.

use std::time::{Duration, Instant};

use crate::house;
use crate::problem::Problem;
use crate::shell;

/// How a step ended.
enum End {
    /// It went well; what it has to say of it.
    Done(String),
    Failed(String),
    /// It could not run here. Loud, and a failure in continuous integration.
    Unverified(String),
    /// It was not begun, because of an earlier failure.
    NotBegun(String),
}

struct Step {
    name: String,
    took: Duration,
    end: End,
}

/// The steps so far.
#[derive(Default)]
pub struct Steps(Vec<Step>);

impl Steps {
    /// Runs a step and notes how it ended. Says whether what depends on it may begin.
    pub fn run(&mut self, name: &str, work: impl FnOnce() -> Result<String, Problem>) -> bool {
        shell::say(name);
        let start = Instant::now();
        let end = match work() {
            Ok(note) => End::Done(note),
            Err(Problem::Unverified(why)) => End::Unverified(why),
            Err(problem) => End::Failed(problem.to_string()),
        };
        if let End::Failed(why) | End::Unverified(why) = &end {
            eprintln!("✗ {name} : {why}");
        }
        let went_well = matches!(end, End::Done(_));
        self.0.push(Step {
            name: name.to_owned(),
            took: start.elapsed(),
            end,
        });
        went_well
    }

    /// Notes a step that could not be begun.
    pub fn not_begun(&mut self, name: &str, why: &str) {
        self.0.push(Step {
            name: name.to_owned(),
            took: Duration::ZERO,
            end: End::NotBegun(why.to_owned()),
        });
    }

    /// Tells every step with its duration, and fails if one did not end well.
    pub fn conclude(self) -> Result<(), Problem> {
        println!("\n──── Récapitulatif ────");
        self.0.iter().for_each(|step| println!("{}", line(step)));
        let total = self.0.iter().map(|step| step.took).sum();
        println!("  Durée totale : {}", duration(total));
        let failures = self
            .0
            .iter()
            .filter(|step| is_failure(&step.end, house::in_ci()))
            .count();
        match failures {
            0 => {
                println!("  Tout ce qui a été demandé est passé.");
                Ok(())
            }
            1 => Err(Problem::Faults("Une étape n’est pas passée.".to_owned())),
            _ => Err(Problem::Faults(format!(
                "{failures} étapes ne sont pas passées."
            ))),
        }
    }
}

fn is_failure(end: &End, in_ci: bool) -> bool {
    match end {
        End::Done(_) => false,
        End::Failed(_) | End::NotBegun(_) => true,
        End::Unverified(_) => in_ci,
    }
}

fn line(step: &Step) -> String {
    let (sign, note) = match &step.end {
        End::Done(note) => ("✓", note.clone()),
        End::Failed(why) => ("✗", format!("ÉCHEC : {}", first_line(why))),
        End::Unverified(why) => ("?", format!("NON VÉRIFIÉ : {}", first_line(why))),
        End::NotBegun(why) => ("✗", format!("pas commencé : {why}")),
    };
    format!(
        "  {sign} {:<34} {:>12}   {note}",
        step.name,
        duration(step.took)
    )
    .trim_end()
    .to_owned()
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// A duration as people say it: « 8 s », « 3 min 05 s ».
fn duration(took: Duration) -> String {
    match took.as_secs() {
        0 => "moins de 1 s".to_owned(),
        seconds @ 1..60 => format!("{seconds} s"),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_durations() {
        assert_eq!(duration(Duration::from_millis(400)), "moins de 1 s");
        assert_eq!(duration(Duration::from_secs(59)), "59 s");
        assert_eq!(duration(Duration::from_secs(185)), "3 min 05 s");
    }

    #[test]
    fn one_failure_fails_the_whole() {
        let mut steps = Steps::default();
        assert!(steps.run("bon", || Ok(String::new())));
        assert!(!steps.run("mauvais", || Err(Problem::Faults("faux".to_owned()))));
        assert!(steps.conclude().is_err());
    }

    #[test]
    fn a_step_not_begun_is_a_failure() {
        let mut steps = Steps::default();
        steps.not_begun("suite", "le début a échoué");
        assert!(steps.conclude().is_err());
    }

    #[test]
    fn what_is_not_verified_fails_in_ci_only() {
        let end = End::Unverified("pas de réseau".to_owned());
        assert!(is_failure(&end, true));
        assert!(!is_failure(&end, false));
    }
}

//! What the window's program may be told when it starts. Nothing here gives what the caller does not have:
//! another folder for the data, another day, and the answers of dialogs that a test cannot press.

use chrono::{Local, NaiveDate};
use std::path::PathBuf;

/// The options of the command line.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// `--data DIR`: where the data are, instead of the user's own folder.
    pub data: Option<PathBuf>,
    /// `--today AAAA-MM-JJ`: the day it is, for the rules and the metadata.
    pub today: Option<NaiveDate>,
    /// `--dialog-answers FILE`: a line for each dialog to come, a path or an empty line for « Annuler ».
    pub dialog_answers: Option<PathBuf>,
}

impl Options {
    /// Reads the arguments after the program's name; what is not known is named in the error, in French.
    pub fn read(arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Self::default();
        let mut arguments = arguments;
        while let Some(argument) = arguments.next() {
            let mut value = || {
                arguments
                    .next()
                    .ok_or(format!("{argument} attend une valeur."))
            };
            match argument.as_str() {
                "--data" => options.data = Some(PathBuf::from(value()?)),
                "--today" => options.today = Some(day(&value()?)?),
                "--dialog-answers" => options.dialog_answers = Some(PathBuf::from(value()?)),
                other => {
                    return Err(format!(
                        "Option inconnue : {other}. Options : --data, --today, --dialog-answers."
                    ));
                }
            }
        }
        Ok(options)
    }

    /// The moment it is: the given day, or the computer's own; the hour is always the computer's.
    pub fn now(&self) -> chrono::NaiveDateTime {
        let now = Local::now().naive_local();
        self.today.map_or(now, |today| today.and_time(now.time()))
    }
}

fn day(text: &str) -> Result<NaiveDate, String> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map_err(|_| format!("--today attend une date comme 2026-11-22, pas « {text} »."))
}

#[test]
fn reads_what_tests_say_and_names_what_it_does_not_know() {
    let read = |words: &[&str]| Options::read(words.iter().map(|word| (*word).to_owned()));
    let options = read(&["--data", "/tmp/x", "--today", "2026-11-22"]).unwrap();
    assert_eq!(options.now().date().to_string(), "2026-11-22");
    assert!(
        read(&["--today", "22/11/2026"])
            .unwrap_err()
            .contains("22/11/2026")
    );
    assert!(read(&["--toto"]).unwrap_err().contains("--toto"));
    assert!(read(&["--data"]).unwrap_err().contains("--data"));
}

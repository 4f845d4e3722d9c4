//! Starting programs: shown before they run, told apart by what we need of them.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

use crate::house::House;
use crate::problem::Problem;

/// A program to be run from the project's folder.
///
/// What `cargo run` put in our surroundings about this crate is taken away: it is
/// not about the program that we start.
pub fn program(house: &House, name: &str) -> Command {
    let mut command = Command::new(name);
    command.current_dir(&house.root);
    for (key, _) in std::env::vars_os() {
        if key
            .to_str()
            .is_some_and(|key| key.starts_with("CARGO_PKG_") || key.starts_with("CARGO_MANIFEST_"))
        {
            command.env_remove(key);
        }
    }
    command
}

/// The same cargo as the one that started us.
pub fn cargo(house: &House) -> Command {
    program(
        house,
        &std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()),
    )
}

/// npm, speaking to the window's project.
pub fn npm(house: &House, words: &[&str]) -> Command {
    let mut command = program(house, if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(words).args(["--prefix", "ui"]);
    command
}

/// Shows the command, runs it in sight, and fails when it fails.
pub fn run(command: &mut Command) -> Result<(), Problem> {
    show(command);
    let status = command
        .status()
        .map_err(|cause| not_started(command, cause))?;
    outcome(command, status)
}

/// Runs the command and gives back what it wrote; its complaints stay in sight.
pub fn read(command: &mut Command) -> Result<String, Problem> {
    let done = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|cause| not_started(command, cause))?;
    outcome(command, done.status)?;
    Ok(String::from_utf8_lossy(&done.stdout).into_owned())
}

/// Runs the command in sight, and hands over each line as it is written.
pub fn follow(command: &mut Command, mut each: impl FnMut(&str)) -> Result<(), Problem> {
    show(command);
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|cause| not_started(command, cause))?;
    for line in child
        .stdout
        .take()
        .into_iter()
        .flat_map(|out| BufReader::new(out).split(b'\n'))
        .map_while(Result::ok)
    {
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        each(&line);
    }
    let status = child.wait().map_err(|cause| not_started(command, cause))?;
    outcome(command, status)
}

/// Whether the command exists and succeeds, without a word.
pub fn succeeds(command: &mut Command) -> bool {
    let quiet = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// Says a sentence that stands out from what tools write.
pub fn say(text: &str) {
    println!("\n▸ {text}");
    let _ = std::io::stdout().flush();
}

/// The command as one would type it, without the folder of its program.
pub fn words(command: &Command) -> String {
    let name = Path::new(command.get_program())
        .file_name()
        .unwrap_or(command.get_program());
    let mut words = vec![name.to_string_lossy().into_owned()];
    words.extend(
        command
            .get_args()
            .map(|word| word.to_string_lossy().into_owned()),
    );
    words.join(" ")
}

/// Why a program did not start.
pub fn not_started(command: &Command, cause: std::io::Error) -> Problem {
    Problem::NotStarted {
        program: command.get_program().to_string_lossy().into_owned(),
        cause,
    }
}

fn show(command: &Command) {
    println!("  $ {}", words(command));
    let _ = std::io::stdout().flush();
}

fn outcome(command: &Command, status: ExitStatus) -> Result<(), Problem> {
    if status.success() {
        return Ok(());
    }
    Err(Problem::Failed {
        words: words(command),
        status: status.to_string(),
    })
}

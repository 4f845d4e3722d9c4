//! The command `convent`: the same deeds as the window, for those who write scripts and for the tests.
//!
//! It reads arguments and files, calls a deed of `app`, and says what came of it in French or, with `--json`,
//! for machines. It knows no SQL, no PDF, no rule of law. Exit codes: 0 done, 1 findings block, 2 bad input, 3 failure.

mod arguments;
mod deeds;
mod follow;
mod help;
mod report;

use arguments::Command;
use mimalloc::MiMalloc;
use std::process::ExitCode;

/// A process that makes one file and ends asks for much memory and gives little back: a quarter of its time was there.
#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let command = match arguments::read(std::env::args_os().skip(1)) {
        Ok(command) => command,
        Err(sentence) => {
            eprintln!("{sentence}\n« convent --help » dit ce que la commande sait faire.");
            return ExitCode::from(2);
        }
    };
    ExitCode::from(run(&command))
}

fn run(command: &Command) -> u8 {
    match command {
        Command::Help(topic) => report::say(help::text(*topic)),
        Command::Version => report::say(concat!("convent ", env!("CARGO_PKG_VERSION"))),
        Command::New(new) => deeds::new(new),
        Command::Check(check) => deeds::check(check),
        Command::Export(export) => deeds::export(export),
        Command::Text(text) => deeds::text(text),
        Command::Models(models) => deeds::models(models),
        Command::Tags(tags) => deeds::tags(tags),
        Command::Store(store) => deeds::store(store),
    }
}

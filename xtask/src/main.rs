//! The commands of the project: `cargo xtask run`, `cargo xtask test` and a few more.
//!
//! Each command does all its own set-up on a fresh machine that has Rust and Node.
//! This crate has no dependency, so that it builds before anything is installed; it
//! knows how to start tools, and nothing of schools, pages or databases.

mod browser;
mod building;
mod count;
mod developing;
mod fuzzing;
mod house;
mod journeys;
mod order;
mod packages;
mod plates;
mod problem;
mod running;
mod setup;
mod shell;
mod steps;
mod testing;
mod verapdf;
mod verdicts;
mod window_interface;

use std::process::ExitCode;

use house::House;
use order::Order;
use problem::Problem;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = Order::read(&words).and_then(|order| carry_out(&order, &House::here()?));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\n✗ {problem}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(order: &Order, house: &House) -> Result<(), Problem> {
    match order {
        Order::Help => {
            println!("{}", order::HELP);
            Ok(())
        }
        Order::Run { headless } => running::run(house, *headless),
        Order::Test { only } => testing::test(house, only),
        Order::Journey { name, release } => journeys::one(house, name, *release),
        Order::Bench { rest } => developing::bench(house, rest),
        Order::Bindings => developing::bindings(house),
        Order::Plates { folder } => plates::pairs(house, folder),
        Order::Golden => developing::golden(house),
        Order::Fuzz { minutes, seed } => fuzzing::fuzz(house, *minutes, *seed),
    }
}

//! `cargo xtask run`: from a bare machine to the example's documents and the open window.

use std::env;
use std::fs;
use std::path::Path;

use crate::building;
use crate::house::House;
use crate::packages;
use crate::problem::Problem;
use crate::setup;
use crate::shell;
use crate::window_interface;

/// The day on which the example is made, so that it is the same for everyone.
pub const EXAMPLE_DAY: &str = "2026-11-22";

/// Builds everything, writes the example's documents, and opens the window where there is a screen.
pub fn run(house: &House, headless: bool) -> Result<(), Problem> {
    shell::say("Paquets, outils et fenêtre");
    setup::machine(house, &[packages::BUILD])?;
    window_interface::build(house)?;
    shell::say("Construction (longue la première fois)");
    let programs = building::programs(house)?;
    shell::say("Les documents de l’exemple : Fontenay-aux-Roses, deux exemplaires");
    empty(&house.out())?;
    export(
        house,
        &programs.command,
        &house.example(),
        &house.out(),
        &[],
    )?;
    // The same file once the council has voted: its register, and the sending that counts it.
    export(
        house,
        &programs.command,
        &house.example_after_vote(),
        &house.out(),
        &["--only", "deliberation,bordereau"],
    )?;
    list(&house.out())?;
    others(house, &programs.command)?;
    if headless || !has_screen() {
        println!(
            "\nLa fenêtre est construite : {}",
            programs.window.display()
        );
        return Ok(());
    }
    shell::say("Ouverture de la fenêtre");
    shell::run(&mut shell::program(
        house,
        &programs.window.to_string_lossy(),
    ))
}

/// The examples of the other systems, each in a folder of its name.
fn others(house: &House, command: &Path) -> Result<(), Problem> {
    for example in house.other_examples()? {
        let name = example.file_stem().unwrap_or_default();
        let folder = house.out().join(name);
        shell::say(&format!(
            "Les documents d’un autre exemple : {}",
            name.display()
        ));
        empty(&folder)?;
        export(house, command, &example, &folder, &[])?;
    }
    Ok(())
}

/// Makes the documents of a dossier as a referent would, with the command.
pub fn export(
    house: &House,
    command: &Path,
    dossier: &Path,
    out: &Path,
    options: &[&str],
) -> Result<(), Problem> {
    let mut export = shell::program(house, &command.to_string_lossy());
    export
        .arg("export")
        .arg(dossier)
        .arg("--out")
        .arg(out)
        .args(["--date", EXAMPLE_DAY])
        .args(options);
    shell::run(&mut export)
}

/// Leaves a folder of ours that is there and empty.
pub fn empty(folder: &Path) -> Result<(), Problem> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(Problem::file(folder))?;
    }
    fs::create_dir_all(folder).map_err(Problem::file(folder))
}

fn list(folder: &Path) -> Result<(), Problem> {
    let entries = fs::read_dir(folder).map_err(Problem::file(folder))?;
    let mut files: Vec<_> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .collect();
    files.sort();
    if files.is_empty() {
        return Err(Problem::Faults(
            "La commande a fini, mais n’a écrit aucun document.".to_owned(),
        ));
    }
    files
        .iter()
        .for_each(|file| println!("  {}", file.display()));
    Ok(())
}

/// On Linux a screen announces itself; elsewhere there always is one.
fn has_screen() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

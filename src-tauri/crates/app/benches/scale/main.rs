//! The whole way at scale: beside Typst, and for every commune of France. `cargo xtask bench --against typst` and
//! `cargo xtask bench --france`. Figures are told, never tested; ratios alone mean something on a shared machine.

// A measure that cannot be taken stops: nothing of it is shipped.
#![allow(clippy::unwrap_used)]

mod batch;
mod communes;
mod machine;
mod typst;

use batch::Bench;
use machine::{Took, run, run_all, runs};
use std::path::{Path, PathBuf};
use std::process::Command;

const EXAMPLE: &str = include_str!("../../../../../assets/examples/fontenay-aux-roses.json");
/// How often what is short is measured, ours and theirs by turns.
const TURNS: usize = 5;
const TIMES: usize = 7;
/// Conventions of a batch: those of one département's pilot.
const BATCH: usize = 84;

fn main() {
    let words: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| word != "--bench")
        .collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["against", typst, convent, table] => {
            against(Path::new(typst), Path::new(convent), Path::new(table))
        }
        ["batch", table, count, folder] => {
            let communes = communes::read(Path::new(table), count.parse().ok());
            let bench = Bench::open();
            bench.files(&communes, Path::new(folder));
        }
        ["france", table] => france(Path::new(table)),
        ["steps", table] => steps(Path::new(table)),
        // Without words, as when all measures are asked for: this one takes too long to be taken by the way.
        _ => println!(
            "scale: against TYPST CONVENT COMMUNES.CSV | france COMMUNES.CSV | steps COMMUNES.CSV"
        ),
    }
}

/// Where files are made: beside the build, so that the disk is the true one.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join("scale")
        .join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn compile(typst: &Path, source: &Path) -> Command {
    let fonts = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/fonts");
    let mut command = Command::new(typst);
    command.args([
        "compile",
        "--ignore-system-fonts",
        "--font-path",
        fonts,
        "--pdf-standard",
        "a-2a,ua-1",
    ]);
    command.arg(source).arg(source.with_extension("pdf"));
    command
}

/// Cold, warm and in a batch, beside Typst, in one run.
fn against(typst: &Path, convent: &Path, table: &Path) {
    let bench = Bench::open();
    let theirs = folder("theirs");
    let source = theirs.join("fontenay.typ");
    std::fs::write(&source, source_of(&bench, EXAMPLE).unwrap()).unwrap();
    let dossier = theirs.join("fontenay.json");
    std::fs::write(&dossier, EXAMPLE).unwrap();
    // Typst writes over its file; ours would be numbered after those that are there.
    let export = || {
        let mut command = Command::new(convent);
        command
            .arg("export")
            .arg(&dossier)
            .args(["--only", "convention", "--out"])
            .arg(folder("ours"));
        command
    };
    let (mut cold, mut typst_cold) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        cold.extend(runs(TIMES, export));
        typst_cold.extend(runs(TIMES, || compile(typst, &source)));
    }
    let (cold, typst_cold) = (Took::typical(&cold), Took::typical(&typst_cold));
    tell("un processus, une convention", cold, typst_cold);
    let communes = communes::read(table, Some(BATCH));
    let dossiers: Vec<String> = communes.iter().map(communes::Commune::dossier).collect();
    let _ = bench.file(EXAMPLE);
    let warm = Took::of(|| {
        dossiers
            .iter()
            .for_each(|dossier| drop(bench.file(dossier)))
    });
    tell(
        "même processus, une autre commune",
        warm.each(BATCH),
        typst_cold,
    );
    let sources = dossiers.iter().enumerate().filter_map(|(rank, dossier)| {
        let source = theirs.join(format!("{rank}.typ"));
        std::fs::write(&source, source_of(&bench, dossier)?).unwrap();
        Some(compile(typst, &source))
    });
    let sources: Vec<Command> = sources.collect();
    let mut alone = Command::new(std::env::current_exe().unwrap());
    alone
        .arg("batch")
        .arg(table)
        .arg(BATCH.to_string())
        .arg(folder("lot"));
    let lot = run(&mut alone);
    tell("lot de 84 conventions", lot, run_all(sources, 2));
    sizes(&bench, &source.with_extension("pdf"));
}

fn source_of(bench: &Bench, dossier: &str) -> Option<String> {
    Some(typst::source(&bench.document(dossier)?, "Convention"))
}

/// Where the time of one convention goes, step by step: for the first time, then again for other communes.
fn steps(table: &Path) {
    let (mut opened, mut document, mut pages) = (None, None, None);
    let open = Took::of(|| opened = Some(Bench::open()));
    let bench = opened.unwrap();
    let fill = Took::of(|| document = bench.document(EXAMPLE));
    let set = Took::of(|| pages = document.as_ref().map(|document| bench.pages(document)));
    let write = Took::of(|| drop(pages.as_ref().map(|pages| bench.write(pages))));
    let first = [open, fill, set, write].map(|took| took.wall * 1000.0);
    println!(
        "une fois, ms : ouvrir {:.1}, remplir {:.1}, composer {:.1}, écrire {:.1}",
        first[0], first[1], first[2], first[3]
    );
    let communes = communes::read(table, Some(BATCH * 4));
    let dossiers: Vec<String> = communes.iter().map(communes::Commune::dossier).collect();
    let (mut documents, mut all) = (Vec::new(), Vec::new());
    let fill = Took::of(|| {
        documents = dossiers
            .iter()
            .filter_map(|dossier| bench.document(dossier))
            .collect()
    });
    let set = Took::of(|| {
        all = documents
            .iter()
            .map(|document| bench.pages(document))
            .collect()
    });
    let write = Took::of(|| all.iter().for_each(|pages| drop(bench.write(pages))));
    let each = [fill, set, write].map(|took| took.each(documents.len()).cpu * 1000.0);
    println!(
        "puis, ms de processeur : remplir {:.2}, composer {:.2}, écrire {:.2}",
        each[0], each[1], each[2]
    );
}

fn sizes(bench: &Bench, theirs: &Path) {
    let (ours, theirs) = (
        bench.file(EXAMPLE).unwrap().len(),
        std::fs::metadata(theirs).unwrap().len(),
    );
    println!("fichier de Fontenay, deux exemplaires : {ours} octets ; Typst {theirs} octets");
}

fn tell(what: &str, ours: Took, theirs: Took) {
    println!("{what}");
    let lines = [
        ("  mur, ms", ours.wall * 1000.0, theirs.wall * 1000.0),
        ("  processeurs, ms", ours.cpu * 1000.0, theirs.cpu * 1000.0),
        ("  mémoire, Mo", ours.memory, theirs.memory),
    ];
    for (name, ours, theirs) in lines {
        println!(
            "{name:<20} {ours:>9.1}   Typst {theirs:>9.1}   rapport {:.3}",
            ours / theirs
        );
    }
}

/// One convention for each commune; the curve of time and memory as they add up.
fn france(table: &Path) {
    let bench = Bench::open();
    let communes = communes::read(table, None);
    let folder = folder("france");
    println!(
        "{:>11} {:>12} {:>12} {:>10} {:>10} {:>10}",
        "conventions", "ms chacune", "ms de proc.", "Mo au plus", "Mo alors", "Mo écrits"
    );
    let (mut from, mut written, mut all) = (0, 0, Took::default());
    for to in [
        100,
        200,
        500,
        1_000,
        2_000,
        5_000,
        10_000,
        20_000,
        communes.len(),
    ] {
        let to = to.min(communes.len());
        let mut bytes = 0;
        let took = Took::of(|| bytes = bench.files(&communes[from..to], &folder));
        (written, all) = (written + bytes, all.and(took));
        let each = took.each(to - from);
        let (wall, cpu, written) = (each.wall * 1000.0, each.cpu * 1000.0, written / 1_000_000);
        // The most is that of the largest commune so far; what remains says whether anything piles up.
        println!(
            "{to:>11} {wall:>12.2} {cpu:>12.2} {:>10.0} {:>10.0} {written:>10}",
            took.memory,
            machine::now()
        );
        from = to;
    }
    println!(
        "en tout : {:.0} s au mur, {:.0} s de processeurs",
        all.wall, all.cpu
    );
}

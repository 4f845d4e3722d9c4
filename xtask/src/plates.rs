//! `cargo xtask plates FOLDER`: each plate of the design beside the page that our engine sets, as one picture.
//!
//! The plates are no part of the project: their folder is given. A plate whose file is not there is named and left
//! out; a page of ours that does not exist is a fault.

use std::fs;
use std::path::{Path, PathBuf};

use crate::building;
use crate::house::House;
use crate::packages;
use crate::problem::Problem;
use crate::running;
use crate::shell;

/// A plate, the file of ours that answers it, and which of its pages.
struct Pair {
    plate: &'static str,
    ours: &'static str,
    page: u32,
}

const fn pair(plate: &'static str, ours: &'static str, page: u32) -> Pair {
    Pair { plate, ours, page }
}

/// Documents made up for the layout come first; those with a number are the example's, final and draft.
const PAIRS: &[Pair] = &[
    pair("01-convention-premiere-page", "convention", 1),
    pair("02-convention-page-courante", "convention", 2),
    pair("03-convention-signatures", "convention", 3),
    pair("04-annexe-1-ecoles", "convention", 5),
    pair("04b-annexe-1-quarante-ecoles-1", "convention-40", 5),
    pair("04b-annexe-1-quarante-ecoles-2", "convention-40", 6),
    pair("05-annexe-2-circuit", "convention", 7),
    pair("06-deliberation-1", "deliberation", 1),
    pair("06-deliberation-2", "deliberation", 2),
    pair("07-note-de-synthese", "note", 1),
    pair("08-bordereau", "bordereau", 1),
    pair("09-fiche-de-saisie", "fiche-saisie", 1),
    pair("10-signature-une-partie-sur-douze", "parties-pages", 4),
    pair("12-annexe-paysage", "paysage", 5),
    pair("13-avenant", "avenant", 1),
    pair("14-convention-annexee-1", "final/2026-001-texte-annexe", 1),
    pair("14-convention-annexee-2", "final/2026-001-texte-annexe", 2),
    pair(
        "01-convention-premiere-page",
        "final/2026-001-convention-exemplaires",
        1,
    ),
    pair(
        "02-convention-page-courante",
        "final/2026-001-convention-exemplaires",
        2,
    ),
    pair(
        "02b-convention-page-courante",
        "final/2026-001-convention-exemplaires",
        3,
    ),
    pair(
        "03-convention-signatures",
        "final/2026-001-convention-exemplaires",
        6,
    ),
    pair(
        "04-annexe-1-ecoles",
        "final/2026-001-convention-exemplaires",
        7,
    ),
    pair(
        "05-annexe-2-circuit",
        "final/2026-001-convention-exemplaires",
        9,
    ),
    pair("06-deliberation-1", "final/2026-001-projet-deliberation", 1),
    pair("07-note-de-synthese", "final/2026-001-note-synthese", 1),
    pair("11-projet", "draft/2026-001-convention-exemplaires", 1),
];

/// Dots to the inch that make a page as large as its plate (868 dots across an A4).
const RESOLUTION: &str = "105";

/// Makes every pair in `target/plates`.
pub fn pairs(house: &House, plates: &str) -> Result<(), Problem> {
    let plates = std::path::absolute(plates).map_err(Problem::file(Path::new(plates)))?;
    packages::install(house, &[packages::LOOK])?;
    let room = house.target.join("plates");
    let ours = room.join("ours");
    // An export never writes over a file: old pages must not be shown for new ones.
    if room.is_dir() {
        fs::remove_dir_all(&room).map_err(Problem::file(&room))?;
    }
    fs::create_dir_all(&ours).map_err(Problem::file(&ours))?;
    make(house, &ours)?;
    let mut absent = Vec::new();
    for pair in PAIRS {
        let plate = plates.join(pair.plate).with_extension("png");
        if plate.is_file() {
            lay(house, &plate, pair, &ours, &room)?;
        } else {
            absent.push(pair.plate);
        }
    }
    shell::say(&format!("Les paires sont dans {}", room.display()));
    if absent.is_empty() {
        return Ok(());
    }
    Err(Problem::Missing(format!(
        "Planches introuvables dans le dossier donné : {}",
        absent.join(", ")
    )))
}

/// Writes our documents: those made up for the layout, then the example's, final and draft.
fn make(house: &House, ours: &Path) -> Result<(), Problem> {
    let mut made_up = shell::cargo(house);
    made_up.args([
        "run",
        "--quiet",
        "--locked",
        "-p",
        "pdf",
        "--example",
        "plates",
        "--",
    ]);
    shell::run(made_up.arg(ours))?;
    let command = building::command(house)?;
    for (folder, options) in [("final", &[][..]), ("draft", &["--draft"])] {
        let out = ours.join(folder);
        fs::create_dir_all(&out).map_err(Problem::file(&out))?;
        running::export(house, &command, &house.example(), &out, options)?;
    }
    Ok(())
}

/// Draws our page as large as the plate, and lays one beside the other.
fn lay(house: &House, plate: &Path, pair: &Pair, ours: &Path, room: &Path) -> Result<(), Problem> {
    let page = pair.page.to_string();
    let name = format!("{}--{}-{page}", pair.plate, pair.ours.replace('/', "-"));
    let drawn: PathBuf = room.join("page");
    let mut draw = shell::program(house, "pdftoppm");
    draw.args([
        "-png",
        "-singlefile",
        "-r",
        RESOLUTION,
        "-f",
        &page,
        "-l",
        &page,
    ]);
    draw.arg(ours.join(pair.ours).with_extension("pdf"))
        .arg(&drawn);
    shell::run(&mut draw)?;
    let mut join = shell::program(house, "convert");
    join.arg(plate)
        .arg(drawn.with_extension("png"))
        .arg("+append");
    shell::run(join.arg(room.join(name).with_extension("png")))
}

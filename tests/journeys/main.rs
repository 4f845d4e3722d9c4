//! Journeys: whole pieces of work done on the real window, by keyboard and mouse, as a referent does them.
//!
//! They know screens by their words and files by what another program reads in them; nothing of the rooms within.
//! `cargo xtask journey` builds the window, starts a screen and a driver, and runs them.

mod asks;
mod case;
mod paper;
mod window;

use std::path::Path;
use std::time::{Duration, Instant};

use asks::{ACT, Ask, CONTACTS, CONVENTION, How, PARTIES};
use case::Case;
use fantoccini::key::Key;
use tempfile::TempDir;
use window::Window;

/// The window says « Enregistrement… » from one second after the first unsaved sign: past it, « Enregistré » is true of all.
const SAID_BY_THEN: Duration = Duration::from_millis(1_300);
const SAVED: &str = "//header//*[@role='status']";

/// What the dossier of a journey is called.
const NAME: &str = "Écoles de la ville";

/// A place of one's own for a journey: the data, the answers of the dialogs, the folder of documents.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        let place = Self(TempDir::new().expect("a folder"));
        for name in ["donnees", "documents"] {
            std::fs::create_dir(place.0.path().join(name)).expect("a folder");
        }
        let answer = format!("{}\n", place.at("documents").display());
        std::fs::write(place.at("reponses"), answer).expect("the answers");
        place
    }

    fn at(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join(name)
    }

    fn open(&self) -> Window {
        Window::open(&self.at("donnees"), &self.at("reponses"))
    }
}

#[test]
#[ignore = "needs a window: cargo xtask journey"]
fn main_job() {
    let (place, case) = (Place::new(), Case::read());
    let mut window = place.open();
    window.titled("Par où commencer ?");
    window.shot("1-accueil");
    let began = Instant::now();

    window.button("Nouvelle convention");
    window.titled("Parties et signataires");
    section(&mut window, &case, PARTIES, "2-parties");
    window.button("Continuer");
    schools(&mut window, &case);
    window.button("Continuer");
    section(&mut window, &case, CONTACTS, "4-contacts");
    window.button("Continuer");
    section(&mut window, &case, CONVENTION, "5-convention");
    window.button("Continuer");
    section(&mut window, &case, ACT, "6-deliberation");
    window.button("Continuer");
    window.shot("7-verification");
    window.titled("Rien ne bloque : les originaux peuvent être édités");

    let last = window.texts("//footer//button").len();
    window.click(&format!("(//footer//button)[{last}]"));
    documents(&mut window);
    let seconds = began.elapsed().as_secs_f64();
    read_the_paper(&case, &place.at("documents"));
    let tally = &window.tally;
    // A line of its own: the harness has begun one with the name of the test.
    println!();
    println!(
        r#"{{"actions":{},"keystrokes":{},"seconds":{seconds:.1}}}"#,
        tally.actions, tally.keystrokes
    );
}

/// Answers every question of one screen, then looks at it from the top.
fn section(window: &mut Window, case: &Case, asks: &[Ask], shot: &str) {
    window.until("a screen with fields", |window| {
        asks.first().is_none_or(|ask| {
            window
                .texts("//main//label | //main//span")
                .iter()
                .any(|text| text == ask.label)
        })
    });
    for ask in asks {
        match ask.how {
            How::Text | How::Day | How::Phone => {
                window.fill(ask.group, ask.label, &case.typed(ask))
            }
            How::Choice(words) => window.choose(ask.group, ask.label, words),
            How::YesNo => window.answer(ask.group, ask.label, &case.typed(ask)),
            How::Hand => window.by_hand(ask.group, ask.label),
        }
    }
    window.shot(shot);
}

/// Pastes the list of schools as a spreadsheet gives it, and reads it back in the grid.
fn schools(window: &mut Window, case: &Case) {
    let rows = case.schools();
    let block: Vec<String> = rows.iter().map(|cells| cells.join("\t")).collect();
    window.button("Coller une liste");
    window.until("the keyboard in the text to paste in", |window| {
        !window.texts("//textarea[@id]").is_empty()
    });
    window.paste(&block.join("\n"));
    window.button("Ajouter ces lignes");
    for row in &rows {
        window.says("//*[@role='grid']//td", &row[0]);
        window.says("//*[@role='grid']//td", &row[4]);
    }
    window.says("//*[@role='grid']", "6 clés justes sur 6");
    window.shot("3-ecoles");
}

/// Chooses the folder, makes the documents, waits until the window says they are made.
fn documents(window: &mut Window) {
    window.titled("Les 4 documents sont prêts à éditer");
    window.button("Choisir un dossier");
    window.says("//main", "documents");
    window.button("Éditer les");
    window.says("//main//*[@role='status']", "documents édités");
    window.shot("8-documents");
}

/// Every value typed is read in the file it is printed in; the convention is there twice, each copy named.
fn read_the_paper(case: &Case, folder: &Path) {
    let files = paper::files(folder);
    let to_sign: Vec<_> = files
        .iter()
        .filter(|file| {
            file.to_string_lossy()
                .ends_with("-convention-exemplaires.pdf")
        })
        .collect();
    assert_eq!(
        to_sign.len(),
        1,
        "one file to print and sign among {files:?}"
    );
    let convention = paper::text(to_sign[0]);
    let all: String = files.iter().map(|file| paper::text(file)).collect();
    let (convention, all) = (paper::bare(&convention), paper::bare(&all));
    let mut missing = Vec::new();
    for ask in [PARTIES, CONTACTS, CONVENTION, ACT].into_iter().flatten() {
        let Some((is_convention, value)) = case.on_paper(ask) else {
            continue;
        };
        let text = if is_convention { &convention } else { &all };
        if !text.contains(&paper::bare(&value)) {
            missing.push(format!("{} : {value}", ask.label));
        }
    }
    for [name, _, _, address, uai] in case.schools() {
        missing.extend(
            [name, address, uai]
                .into_iter()
                .filter(|value| !convention.contains(&paper::bare(value))),
        );
    }
    for copy in ["Exemplaire 1/2", "Exemplaire 2/2"] {
        assert!(
            convention.contains(&paper::bare(copy)),
            "{copy} is not on paper"
        );
    }
    assert!(missing.is_empty(), "typed, and not on paper: {missing:#?}");
    paper::keep_for_judges(&files);
}

#[test]
#[ignore = "needs a window: cargo xtask journey"]
fn killed_while_typing() {
    let place = Place::new();
    let mut window = place.open();
    window.button("Nouvelle convention");
    window.titled("Parties et signataires");
    window.fill("La commune", "Nom de la collectivité", "Fontenay-aux-Roses");
    window.go("Convention", "Convention");
    window.fill("Le dossier", "Nom du dossier", NAME);
    saved(&window);
    window.go("Écoles", "Écoles");
    window.button("Écrire à la main");
    window.says("//*[@role='grid']", "1");
    window.type_in_cell("École des Tilleuls");
    for _ in 0..4 {
        window.key(Key::Tab);
    }
    window.type_in_cell("09216");
    saved(&window);
    kill(&place.at("donnees"));
    drop(window);

    let mut window = place.open();
    window.click(&format!(r#"//main//table//a[normalize-space()="{NAME}"]"#));
    window.titled("Parties et signataires");
    assert_eq!(
        window.value("La commune", "Nom de la collectivité"),
        "Fontenay-aux-Roses"
    );
    window.go("Écoles", "Écoles");
    window.says("//*[@role='grid']//td", "École des Tilleuls");
    window.says("//*[@role='grid']//td", "09216");
    window.shot("9-apres-coupure");
}

/// Waits until the window says that all that is typed is kept.
fn saved(window: &Window) {
    window.rest(SAID_BY_THEN);
    window.says(SAVED, "Enregistré à");
}

/// Kills the program that holds this data folder, without a word: what a power cut does.
fn kill(data: &Path) {
    let program = std::env::var("CONVENT_WINDOW").expect("CONVENT_WINDOW");
    let data = data.to_string_lossy();
    let is_ours = |pid: &u32| {
        let line = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
        let words: Vec<_> = line
            .split(|byte| *byte == 0)
            .map(String::from_utf8_lossy)
            .collect();
        words.first().is_some_and(|word| *word == program) && words.contains(&data)
    };
    let processes = std::fs::read_dir("/proc").expect("/proc");
    let ids = processes.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
    let ours: Vec<u32> = ids.filter(is_ours).collect();
    assert_eq!(ours.len(), 1, "one window holds these data: {ours:?}");
    let killed = std::process::Command::new("kill")
        .args(["-KILL", &ours[0].to_string()])
        .status();
    assert!(killed.expect("kill").success());
}
